# Statements: the pages of those who write, and what everyone reads.
error-ask-day = Please give the day until which you need time.
error-ask-reason = Please say briefly why you need more time.
error-file-empty = The file is empty. Please choose another one.
error-file-kind = We do not take this kind of file. You can send PDF, DOCX, ODT, PNG and JPEG.
error-file-many = There can be { $most } files at most. Please remove one first, or put several together.
error-file-missing = Please choose a file.
error-file-name = The file’s name and content do not match. The ending must say what is inside, for example .pdf.
error-file-program = The file contains a program (a macro). Please save it without macros or as PDF.
error-grant-far = That day is more than a year away. Please choose an earlier one.
error-grant-not-later = There is time until then anyway. Please choose a later day.
error-grant-past = That day is already over. Please choose a later one.
error-statement-email = Please check the e-mail address, for example name@example.org.
error-statement-empty = Please write a text or attach a file first.
error-statement-erase = Please tick the box if you want to delete your statement.
error-statement-long = That is too long. You can use { $limit } characters.
error-statement-name = Please give a name.
error-statement-part-long = The text is { $over } characters too long. You can use { $limit }. You may attach the rest as a file.
error-statement-unsigned = Please say who signs the statement.
error-statement-whole-long = Your texts are too long together. You can use { $limit } characters. You may attach a part as a file.
extension-asked = Your requests
extension-button = Ask for more time
extension-day = Until when do you need time?
extension-day-hint = The last day on which you would like to hand in.
extension-declined = You asked for time until { $day }. Unfortunately that was not possible.
extension-granted = You asked for time until { $day }. You have been given more time.
extension-how = We decide about each request and write to you. Until then your present deadline holds.
extension-lead = Not enough time? Ask us for a longer deadline.
extension-link = Ask for more time
extension-link-past = See your requests
extension-not-now = You cannot ask for more time now: your statement is here, or the time is over. If in doubt, give us a call.
extension-on = asked on { $day }
extension-reason = Why do you need more time?
extension-reason-hint = For example: your board does not meet until August.
extension-state-declined = Declined
extension-state-granted = Granted
extension-state-waiting = Waiting for an answer
extension-title = Longer deadline
extension-until = Time until { $day }
extension-waiting = You asked for time until { $day }. We have not decided yet.
mail-statement-confirm-body =
    Hello,

    statement number { $number } on “{ $title }” has arrived, and this e-mail address stands in it. Is it yours? Then please confirm it here:
    { $url }

    After that we send you the receipt with the full text. The link is valid for seven days. The statement counts without your confirmation, too.

    You have not handed anything in? Then please delete this e-mail.

    Kind regards
    { $portal }
    { $town }
mail-statement-confirm-subject = Please confirm your e-mail address
mail-statement-given-back-body =
    Hello,

    the draft of your statement on “{ $title }” ({ $organisation }) is back with you. You can go on writing:
    { $url }

    There is time until { $until }.

    Kind regards
    { $portal }
    { $town }
mail-statement-given-back-subject = Your draft is back
mail-statement-nil-body =
    Hello,

    we have noted: you have no objections to “{ $title }” (nil return).

    Number: { $number }
    Received: { $day }, { $time }
    { $organisation }

    Changed your mind? You can still hand in a statement until { $until }:
    { $url }

    Kind regards
    { $portal }
    { $town }
mail-statement-receipt-body =
    Hello,

    your statement on “{ $title }” has arrived. Thank you very much.

    Number: { $number }
    Received: { $day }, { $time }
    { $organisation }

    { $who ->
        [person] With your receipt code you can replace or withdraw it until { $until }:
       *[organisation] Until { $until } you can replace or withdraw it:
    }
    { $url }

    After that we read all statements, weigh them and write down what becomes of them.

    This is what you handed in:

    { $text }

    Kind regards
    { $portal }
    { $town }
mail-statement-receipt-subject = Your statement has arrived
mail-statement-released-body =
    Hello,

    the draft of the statement on “{ $title }” ({ $organisation }) is ready. Please read it and hand it in:
    { $url }

    There is time until { $until }. Nothing goes to the town without your signature.

    Kind regards
    { $portal }
    { $town }
mail-statement-released-subject = A draft is waiting for your signature
mail-statement-reminder-body =
    Hello,

    we have no statement on “{ $title }” from { $organisation } yet. The deadline ends on { $until }.

    Here you can write it, tell us with one click that you have no objections, or ask for more time:
    { $url }

    Kind regards
    { $portal }
    { $town }
mail-statement-reminder-subject = { $days ->
        [1] Reminder: your deadline ends tomorrow
       *[other] Reminder: your deadline ends in { $days } days
    }
mail-statement-withdrawn-body =
    Hello,

    your statement number { $number } on “{ $title }” has been withdrawn and no longer counts.
    { $organisation }

    Until { $until } you can hand in a new one:
    { $url }

    Kind regards
    { $portal }
    { $town }
mail-statement-withdrawn-subject = Your statement has been withdrawn
portal-statements-later = Organisations and persons can also hand in written statements.
portal-statements-open = Organisations and persons can hand in statements until { $until }.
portal-statements-read = Read statements
said-extension-asked = Your request is with us. We will write to you as soon as we have decided.
said-statement-discarded = The draft has been deleted.
said-statement-erased = Your statement has been deleted.
said-statement-file-added = The file has been attached.
said-statement-file-removed = The file has been removed.
said-statement-given-back = The draft is back with its authors. They get an e-mail.
said-statement-links-sent = The e-mail is on its way.
said-statement-released = The draft is now with the person who may sign. She or he gets an e-mail.
said-statement-saved = Saved.
said-statement-withdrawn = Your statement has been withdrawn.
statement-address-before = { $email } is already confirmed. There is nothing left to do.
statement-address-button = Yes, this is my address
statement-address-consultation = To the consultation
statement-address-done = Your address is confirmed
statement-address-done-text = Thank you. The receipt is on its way to { $email }.
statement-address-done-unsent = Thank you. Too many e-mails are going out just now, so we cannot send the receipt to { $email }. With the receipt code you can look at it at any time.
statement-address-gone = This link is no longer valid
statement-address-gone-text = It is older than seven days or incomplete, you have got a newer one meanwhile, or the statement was deleted. On your receipt you can ask for a new link. The statement counts without confirmation, too.
statement-address-lead = It stands in statement number { $number } on “{ $title }”.
statement-address-not-you = You have not handed anything in? Then close this page. No text goes to your address.
statement-address-receipt = Open a receipt by its code
statement-address-then = If you confirm, we send you the receipt with the full text. Whether a late statement counts is also told to confirmed addresses only.
statement-address-title = Is this your e-mail address?
statement-back = To the statement
statement-back-done = Done
statement-brand = Statements:
statement-change = Change
statement-channel-fax = Fax
statement-channel-import = Taken over
statement-channel-letter = Letter
statement-channel-mail = E-mail
statement-channel-minutes = Minutes
statement-channel-online = Online
statement-closed-now = The draft can no longer be changed. Your text was not saved here; please copy it.
statement-code-text = This code brings you back here at any time. Please write it down.
statement-consents = What we may do with it
statement-consents-text = Both are up to you. Your statement counts in any case.
statement-counts = Your statement arrived on { $day }.
statement-counts-nil = On { $day } you told us that you have no objections.
statement-counts-still = You are writing a new version. Until you hand it in, the previous one counts.
statement-days-late = { $n ->
        [one] 1 day after the deadline
       *[other] { $n } days after the deadline
    }
statement-discard = Delete draft
statement-discard-button = Delete draft
statement-discard-text = Text, names and files of the draft will be gone. What you have handed in already stays and counts.
statement-discard-title = Delete the draft?
statement-erase = Delete the statement
statement-erase-before = Take it along first?
statement-erase-before-text = After deleting, you cannot read the text any more either.
statement-erase-button = Delete for good
statement-erase-goes = This is deleted
statement-erase-lead = You can do this at any time, also after the deadline. It cannot be undone.
statement-erase-mails = E-mails about it that have not left yet
statement-erase-number = One line stays in the list of the administration: number { $number }, the day it arrived and “deleted on request”. So it can still be understood how many statements came. It no longer counts in the evaluation.
statement-erase-page = The published page with your text
statement-erase-people = All names, e-mail addresses and postal addresses
statement-erase-stays = This stays
statement-erase-sure = I want to delete my statement.
statement-erase-take = Download everything as text
statement-erase-text = Your text and your files, in all versions. The files are gone after little more than a day at the latest.
statement-erase-title = Delete the statement?
statement-erased = Your statement has been deleted
statement-erased-new = Write a new statement
statement-erased-text = On { $day } you had text, files, names and addresses deleted. Number { $number } is left.
statement-extension-line = { $n ->
        [one] For one organisation the deadline was extended until { $day }.
       *[other] For { $n } organisations the deadline was extended until { $day }.
    }
statement-field-written = { $n ->
        [one] 1 text
       *[other] { $n } texts
    }
statement-file-about = { $media }, { $kib } KB
statement-file-remove = Remove
statement-files = Attachments
statement-files-add = Attach file
statement-files-choose = Choose files
statement-files-count = { $n ->
        [0] none
        [one] 1 file
       *[other] { $n } files
    }
statement-files-full = There cannot be more than { $most } files. Remove one first.
statement-files-lead = Plans, photos, a letter: what you attach is read by the administration only.
statement-files-limits = PDF, DOCX, ODT, PNG or JPEG. { $most } files at most, together { $mib } MB at a time.
statement-files-none = None yet.
statement-files-there = Attached
statement-give-back = Back to the authors
statement-hand-in = Hand in statement
statement-intro-begin = Write a statement
statement-intro-how = How it works
statement-intro-organisation = For an organisation
statement-intro-organisation-link = To your organisation’s statement
statement-intro-organisation-text = Clubs, public bodies and companies write a draft together. Whoever may sign hands it in.
statement-intro-person = For yourself
statement-intro-person-text = You need no account. You get a code with which you can go on later.
statement-intro-register = Your organisation is not on board yet? Register here
statement-intro-send = Hand in.
statement-intro-send-text = You see everything once more and hand in. You get a number and a receipt with the full text.
statement-intro-then = Afterwards.
statement-intro-then-text = We read every statement, weigh it, and write down what becomes of it and why.
statement-intro-title = Hand in a statement
statement-intro-write = Write.
statement-intro-write-text = On the whole draft or on single goals, up to { $chars } characters for each goal. Your text is saved as you write. If you like, with up to { $most } files (PDF, DOCX, ODT, PNG, JPEG), together { $mib } MB at a time.
statement-keep = No, go back
statement-late = The deadline ended on { $until }. You can still hand in online until { $late }. Your statement will be marked as late; the town decides whether it is considered.
statement-lies = Your draft
statement-lies-text = It was last saved on { $at } and not handed in. You can read it, but no longer change it.
statement-longer = This is the longer deadline your organisation was given.
statement-mail-again = Send the link again
statement-mail-asked = E-mail on its way
statement-mail-confirmed = Confirmed
statement-mail-few = Nothing arrived? Look into your spam folder too. We send only a few e-mails an hour to the same address.
statement-mail-sent = We send the receipt with the full text there.
statement-mail-text = Open the link in the e-mail and confirm your address. Then the receipt with the full text follows. Your statement counts already.
statement-mail-title = Receipt by e-mail
statement-mail-unasked = No e-mail sent yet
statement-may-publish = The statement may be published
statement-may-publish-hint = Of organisations with their name, of persons without. We never publish addresses or attachments.
statement-more = What belongs to it
statement-names-nobody = The statement names no other persons
statement-names-nobody-hint = For example no names of neighbours or employees. Before publishing we have a look ourselves.
statement-nil = No objections?
statement-nil-button = No objections (nil return)
statement-nil-text = Then tell us with one click. You can change your mind until the deadline ends.
statement-nil-word = Nil return
statement-none-later = You cannot hand in anything yet.
statement-none-over = The time is over and there is no statement. If in doubt, write us a letter.
statement-none-yours = There is no draft yet. The authors of your organisation can begin one.
statement-number = Statement number { $number }
statement-opens = We take statements from { $from }.
statement-over = The deadline ended on { $until }. Online we no longer take anything. Letters still arrive.
statement-overtaken = Someone else has written here meanwhile
statement-overtaken-now = Someone else has written here meanwhile. Press “Save” to see both texts.
statement-overtaken-text = Your text is in the field below, the other one is here. Bring both together and save again.
statement-part-chars = { $n ->
        [one] 1 character
       *[other] { $n } characters
    }
statement-part-empty = nothing yet
statement-part-hint = What is right, what is missing, what should be different?
statement-part-overline = On { $label }
statement-part-title = Statement on “{ $title }”
statement-people = Who signs
statement-people-another = Save and add someone else
statement-people-count = { $n ->
        [0] nobody yet
        [one] 1 person
       *[other] { $n } persons
    }
statement-people-lead = At least one person with a name. The administration sees these details; they are not published.
statement-people-lead-organisation = Whoever hands in signs for { $name }. Here you can name further persons. They are not published.
statement-people-limit = { $most } persons at most. Empty a row to take the person out.
statement-people-more = Further signatories
statement-people-none = Nobody yet.
statement-person = Person { $n }
statement-person-behalf = For whom do you write?
statement-person-behalf-hint = For example an initiative. This can be published. Leave it empty when you write for yourself.
statement-person-email = E-mail address
statement-person-email-hint = We send a link there. Once you have confirmed it, the receipt with the full text follows.
statement-person-name = Name
statement-person-postal = Postal address
statement-public-elements = { $n ->
        [one] on 1 place
       *[other] on { $n } places
    }
statement-public-files = { $n ->
        [one] The administration also has 1 attachment.
       *[other] The administration also has { $n } attachments.
    }
statement-public-lead = { $n ->
        [0] No statement has arrived so far.
        [one] One statement has arrived{ $nil ->
            [0] .
           *[other] , a nil return.
        }
       *[other] { $n } statements have arrived{ $nil ->
            [0] .
            [one] , 1 of them a nil return.
           *[other] , { $nil } of them nil returns.
        }
    }
statement-public-nil = There are no objections (nil return).
statement-public-none = None has been published yet.
statement-public-on = Received on { $day }
statement-public-over = The deadline ended on { $until }.
statement-public-person = Statement of a person
statement-public-rule = Only what the authors agree to and the administration has checked is published.
statement-public-title = Statements
statement-public-write = Hand in a statement
statement-receipt = Receipt
statement-receipt-change = Anything to change?
statement-receipt-code = With this code you see your statement again, and what becomes of it.
statement-receipt-content = This is what you handed in
statement-receipt-fixed = The deadline ended on { $until }. Your statement is final now.
statement-receipt-lead = It has the number { $number } and arrived on { $at }.
statement-receipt-may-publish = It may be published. We will look at it once more before.
statement-receipt-nil = Thank you. We have noted: no objections.
statement-receipt-private = It will not be published. Only the administration reads it.
statement-receipt-public = It is published.
statement-receipt-public-link = See how everyone reads it
statement-receipt-thanks = Thank you. Your statement has arrived.
statement-receipt-title = Receipt for statement { $number }
statement-receipt-until = Until the end of { $until } you can replace or withdraw it.
statement-release = Pass on for signature
statement-release-text = Whoever may sign for your organisation gets an e-mail, reads the draft and hands it in. Nobody can write on it meanwhile.
statement-released = The draft is ready
statement-released-read = Read the draft
statement-released-theirs = It is waiting for the signature of the person who may sign.
statement-released-yours = It is waiting for your signature. Read it and hand it in, or give it back.
statement-replace = Write a new version
statement-replaced = Version { $n } of { $day } was replaced and is kept.
statement-review-content = Your statement
statement-review-empty = There is nothing here yet.
statement-review-late = With this the statement goes to the town. It will be marked as late and cannot be replaced afterwards.
statement-review-replaces = With this the new version replaces the previous one. The previous one is kept but no longer counts.
statement-review-then = With this the statement goes to the town. Until the deadline ends you can replace or withdraw it.
statement-review-title = Check and hand in
statement-save = Save
statement-save-next = Save and continue
statement-saved = Last saved: { $at }
statement-saved-now = Saved:
statement-standing-draft = Draft
statement-standing-erased = Deleted on request
statement-standing-handed-in = Received
statement-standing-late-admitted = Late, admitted
statement-standing-late-refused = Late, not admitted
statement-standing-late-waiting = Late, not decided
statement-standing-released = Waiting for signature
statement-standing-withdrawn = Withdrawn
statement-text = Your text
statement-text-how = Write on the whole draft or on single places. Both together is fine, too.
statement-then = Ready?
statement-title = Your statement
statement-to-organisation = To your organisation
statement-to-receipt = Receipt with full text
statement-to-release = Read and pass on for signature
statement-to-review = Check and hand in
statement-until = We take statements until the end of { $until }.
statement-whole = On the draft as a whole
statement-whole-hint = There are fields of their own for single goals. That way nothing gets lost.
statement-withdraw = Withdraw statement
statement-withdraw-button = Withdraw
statement-withdraw-text = Your statement will no longer count. Until the deadline ends you can hand in a new one.
statement-withdraw-title = Withdraw the statement?
statement-withdrawn = Your statement has been withdrawn
statement-withdrawn-text = It no longer counts. Until the deadline ends you can write a new one.
statement-your-text = Your text
