# Statements at the desk: register, deadlines, other ways. Sorted by key.
deadline-day = New last day
deadline-day-hint = It still counts as a whole. To decline you need no day.
deadline-day-others = For all that have no day of their own above.
deadline-decision = Decision for all that are ticked
deadline-decline = Decline
deadline-events = What has happened so far
deadline-grant = Grant the longer deadline
deadline-grant-title = Give more time
deadline-has-longer = already extended until { $day }
deadline-lead = For everyone: until { $until }. You can give single organisations more time.
deadline-lead-over = For everyone the deadline was { $until }. You can still give single organisations more time.
deadline-longer = { $n ->
    [one] One organisation has more time
   *[other] { $n } organisations have more time
}
deadline-nobody = No organisation is invited yet.
deadline-others = { $n ->
    [one] One organisation without an open request
   *[other] { $n } organisations without an open request
}
deadline-others-about = You can give them a longer deadline too, for example the same to all.
deadline-own-day = Own last day
deadline-own-day-hint = If this stays empty, the day below counts.
deadline-reason-hint = The organisations get it by mail together with the decision.
deadline-title = Longer deadlines
deadline-until = until { $day }
deadline-waiting = { $n ->
    [one] One organisation asks for more time
   *[other] { $n } organisations ask for more time
}
deadline-waiting-none = Nobody waits for a decision. You can give more time without a request too.
deadline-was-asked = Asked for time until { $until }
deadline-was-declined = Declined: time until { $until }
deadline-was-granted = Got more time: until { $until }
deadline-wish = Wish: until { $until }. Asked on { $asked }; { $now } holds now.
desk-consultation-statements = Statements
desk-consultation-statements-about = Who has answered, what has come in, longer deadlines.
desk-waiting-deadlines = { $n ->
    [one] request for a longer deadline waits
   *[other] requests for a longer deadline wait
}
desk-waiting-late = { $n ->
    [one] late statement waits for a decision
   *[other] late statements wait for a decision
}
error-admission-missing = Please choose whether the statement is admitted.
error-deadline-no-request = This organisation has not asked for more time. Take its tick away to decline the others.
error-deadline-pick = Tick at least one organisation.
error-decision-long = The reason is too long. Up to { $max } characters are possible, these are { $n }.
error-decision-reason = Please write a reason.
error-entry-channel = Please choose by which way the statement came.
error-entry-early = On this day the time for statements had not begun.
error-entry-element = The draft laid open does not have this. Please choose a goal from it.
error-entry-email = Please check the mail address, for example name@example.org.
error-entry-empty = Please write a text, attach a file, or tick nil return.
error-entry-files = Up to { $max } files are possible, these are { $n }. Please choose fewer.
error-entry-future = This day lies in the future.
error-entry-long = This is too long. Up to { $max } characters are possible, these are { $n }.
error-entry-name = Please write a name, or choose an organisation. For anonymous letters: “anonymous”.
error-entry-nil = Either a nil return or text and attachments: both together are not possible.
error-entry-no-text = The text is missing here.
error-entry-party = This organisation is not there any more. Please choose another one.
error-entry-twice = There is a text on this place above already.
error-entry-written = It can only have been written before or on the day it was received.
error-publication-hindered = This statement cannot be published. You can keep it back.
error-publication-missing = Please choose whether the statement is published.
error-statements-columns = The first row must name the column “Stellungnahmetext”. The easiest way is to take the template.
error-statements-many = These are { $n } rows. Up to { $max } are possible at once.
error-statements-twice = This stands in row { $line } already.
error-statements-way = We do not know this way. Possible are Brief, E-Mail, Fax, Niederschrift, Beteiligungsplattform and Sonstige.
mail-deadline-declined-body =
    Hello,

    { $organisation } has asked for more time for a statement on “{ $title }”. We are sorry that this is not possible. The deadline stays { $until }, midnight.

    Reason:
    { $reason }

    The consultation:
    { $about }

    Kind regards
    { $portal }
    { $town }
mail-deadline-declined-subject = About your request for more time
mail-deadline-granted-body =
    Hello,

    a longer deadline holds for { $organisation }. Your statement on “{ $title }” is in time if it reaches us by { $until }, midnight.

    Reason:
    { $reason }

    The consultation:
    { $about }

    Kind regards
    { $portal }
    { $town }
mail-deadline-granted-subject = You have more time for your statement
mail-statement-admitted-body =
    Hello,

    statement no. { $number } on “{ $title }” ({ $name }) came after the deadline. We have decided: it is considered all the same.

    Reason:
    { $reason }

    The consultation:
    { $about }

    Kind regards
    { $portal }
    { $town }
mail-statement-admitted-subject = Your statement is considered
mail-statement-refused-body =
    Hello,

    statement no. { $number } on “{ $title }” ({ $name }) came after the deadline. We have decided: it is not considered. We keep it.

    Reason:
    { $reason }

    The consultation:
    { $about }

    Kind regards
    { $portal }
    { $town }
mail-statement-refused-subject = Your statement came too late
register-address = E-mail address
register-behalf = On behalf of
register-channel = Way
register-closed = The general deadline was { $until }.
register-closes = The general deadline is { $until }.
register-csv = This list as a CSV file
register-days-late = Days late
register-days-left = { $n ->
    [0] until today
    [one] 1 day left
   *[other] { $n } days left
}
register-deadline = Deadline
register-decide = Decide now
register-enter = Enter a statement
register-extended = Extended on
register-extended-on = extended on { $day }
register-fact-answered = { $n ->
    [one] has answered{ $nil ->
        [0] {""}
       *[other] , with a nil return
    }
   *[other] have answered{ $nil ->
        [0] {""}
        [one] , 1 of them with a nil return
       *[other] , { $nil } of them with a nil return
    }
}
register-fact-declined = declined
register-fact-invited = { $n ->
    [one] organisation invited
   *[other] organisations invited
}
register-fact-longer = still open with a longer deadline
register-fact-open = still open
register-fact-silent = without an answer
register-fact-uninvited = { $n ->
    [one] from persons and others
   *[other] from persons and others
}
register-file-name = statements-{ $slug }
register-heading = Statements
register-import = Read in a table
register-invite = Invite organisations
register-invited = Invited
register-late = { $n ->
    [one] 1 day late
   *[other] { $n } days late
}
register-late-all = See all { $n }
register-late-title = { $n ->
    [one] One late statement waits for your decision
   *[other] { $n } late statements wait for your decision
}
register-longer = extended
register-name = From whom
register-nameless = Without a name
register-nil = Nil return
register-none = Nothing has come in yet, and no organisation is invited.
register-not-yet = not yet
register-number = No.
register-only-late = Only late ones ({ $n })
register-only-longer = Only with a longer deadline ({ $n })
register-others = { $n ->
    [one] and 1 other person
   *[other] and { $n } other persons
}
register-received = Received
register-reminded = reminded { $day }
register-requests-others = Editors decide about it.
register-requests-title = { $n ->
    [one] One organisation asks for a longer deadline
   *[other] { $n } organisations ask for a longer deadline
}
register-rule = What comes after the deadline is kept and marked.
register-search = Search names
register-state = State
register-state-declined = Declined
register-state-open = Still open
register-state-silent = No answer
register-versions = { $n } versions
register-xlsx = as an Excel file
said-deadlines-declined = Declined. The organisations get a mail.
said-deadlines-granted = The longer deadline holds. The organisations get a mail.
said-statement-decided = The decision is recorded.
said-statement-entered = The statement is recorded.
said-statement-in-time = This statement is not late. There is nothing to decide.
said-statements-imported = The statements stand in the register.
statement-desk-about = Key facts
statement-desk-admission = Decide about admitting it
statement-desk-admission-lead = { $n ->
    [one] The deadline was { $until }. The statement came on { $received }, one day late.
   *[other] The deadline was { $until }. The statement came on { $received }, { $n } days late.
}
statement-desk-admission-reason-hint = { $n ->
    [0] The reason is recorded. No mail address is known.
    [one] The reason is recorded. A mail with the decision goes to the known address.
   *[other] The reason is recorded. Mails with the decision go to the { $n } known addresses.
}
statement-desk-admission-title = Late: is the statement considered?
statement-desk-admit = Admit it
statement-desk-admit-hint = It is weighed like all the others.
statement-desk-back = Back to the statement
statement-desk-behalf = On behalf of
statement-desk-by = Handed in or entered by
statement-desk-channel = By which way did it come?
statement-desk-confirmed = Address confirmed
statement-desk-consent = Publication
statement-desk-consents = What the authors agree to
statement-desk-decide = Record the decision
statement-desk-decision = Decision
statement-desk-decisions = Decisions
statement-desk-does-not-count = It came late and is not admitted. Decide about admitting it first.
statement-desk-earlier = Written on this wording. The edition laid open has another one today.
statement-desk-element = On what
statement-desk-email = Mail address
statement-desk-enter = Record it
statement-desk-enter-lead = For everything that came by letter, mail, fax or at the desk. It counts like a statement on the portal.
statement-desk-enter-title = Enter a statement
statement-desk-erased = Its content has been deleted
statement-desk-erased-text = On { $day } the person who wrote it had text, files, names and addresses deleted. Number and day stay, so that the count can be followed. It does not count in the evaluation.
statement-desk-files = Attachments
statement-desk-import-again = Choose another file
statement-desk-import-columns = The columns
statement-desk-import-columns-about = Only the text must be there. Without a date of receipt (Einreichungsdatum) today counts. Rows are recognised by their ID or Eingangsnummer and never entered twice.
statement-desk-import-csv = Template as a CSV file
statement-desk-import-faulty = { $n ->
    [one] Something is wrong in one row.
   *[other] Something is wrong in { $n } rows.
}
statement-desk-import-faulty-text = Nothing was taken over. Change the file and read it in again.
statement-desk-import-file = File
statement-desk-import-file-hint = CSV or XLSX (first sheet), up to { $max } MB, up to { $most } rows.
statement-desk-import-file-name = template-statements
statement-desk-import-fine = All rows can be read. Nothing is taken over yet.
statement-desk-import-good = Rows that can be read
statement-desk-import-is-new = new
statement-desk-import-known = { $n ->
    [one] One stands in the register already and stays as it is.
   *[other] { $n } stand in the register already and stay as they are.
}
statement-desk-import-late = after the deadline
statement-desk-import-lead = For statements that arrived in another system. You first see what becomes of them.
statement-desk-import-line = Row
statement-desk-import-look = Check the file
statement-desk-import-new = { $n ->
    [0] None is new.
    [one] One statement is new.
   *[other] { $n } statements are new.
}
statement-desk-import-party = known organisation
statement-desk-import-rows = Rows and what becomes of them
statement-desk-import-take = { $n ->
    [one] Take over one statement
   *[other] Take over { $n } statements
}
statement-desk-import-there = is there already: no. { $n }
statement-desk-import-title = Read in a table of statements
statement-desk-import-undated = no date in the row
statement-desk-import-what = What to do
statement-desk-import-xlsx = Template as an Excel file
statement-desk-is-public = Published
statement-desk-keep-back = Do not publish it
statement-desk-keep-back-hint = Only the administration reads it. It counts all the same.
statement-desk-kept = Already uploaded. Untick what does not belong to it.
statement-desk-may = agreed to
statement-desk-may-not = not agreed to
statement-desk-may-publish = The statement may be published
statement-desk-may-publish-hint = Tick it only if it says so or you have asked.
statement-desk-more = More lines for people and goals
statement-desk-more-signers = More signatories
statement-desk-name = Name
statement-desk-names-nobody = said to name none
statement-desk-names-unsaid = nothing was said
statement-desk-nil = Nil return: no objections
statement-desk-nil-about = There are no objections.
statement-desk-nil-hint = Then no text and no attachment is needed.
statement-desk-no-consent = Whoever wrote it did not agree to its publication.
statement-desk-no-files = None.
statement-desk-no-names = The statement names no other persons
statement-desk-no-names-hint = As its authors say.
statement-desk-no-signers = Nobody is named.
statement-desk-no-text = No text. Everything is in the attachments.
statement-desk-number = No. { $n }
statement-desk-older = Earlier versions
statement-desk-older-about = They were replaced or withdrawn. They are kept and do not count.
statement-desk-organisation = See the organisation
statement-desk-part = Place { $n }
statement-desk-part-text = Text on it
statement-desk-parts = Text on single goals
statement-desk-party = Organisation
statement-desk-party-hint = For a person or an unknown organisation leave the field as it is.
statement-desk-party-invited = Invited
statement-desk-party-none = Person or unknown organisation
statement-desk-party-others = Not invited
statement-desk-person = Statement of a person
statement-desk-persons = Other persons
statement-desk-persons-text = Whoever wrote the statement did not confirm that it names no other persons. Publish it only if nobody can be recognised who was not asked.
statement-desk-persons-title = Read the text for names
statement-desk-postal = Postal address
statement-desk-publication = Decide about publishing it
statement-desk-publication-hindered = This statement cannot be published
statement-desk-publication-not = It is not published now.
statement-desk-publication-now = It is published now.
statement-desk-publication-reason-hint = The reason is recorded and stays with the administration.
statement-desk-publication-title = Shall everyone be able to read the statement?
statement-desk-publish = Publish it
statement-desk-publish-hint = Everyone reads the text on the consultation’s page.
statement-desk-read = Read the statement
statement-desk-reason = Reason
statement-desk-received = Received on
statement-desk-received-hint = The day of the date stamp, { $from } at the earliest. The general deadline is { $until }.
statement-desk-refuse = Do not admit it
statement-desk-refuse-hint = It is kept and not weighed.
statement-desk-scan = Scan or other files
statement-desk-scan-hint = PDF, DOCX, ODT, PNG or JPEG, up to { $files } files, together up to { $mib } MB.
statement-desk-seen = This is what everyone would read
statement-desk-signer = Person { $n }
statement-desk-signers = Who signs
statement-desk-text = Text
statement-desk-title = Statement no. { $n }
statement-desk-unconfirmed = Address not confirmed yet
statement-desk-unseen = { $n ->
    [0] Names and addresses are not shown.
    [one] Names, addresses and the attachment are not shown.
   *[other] Names, addresses and the { $n } attachments are not shown.
}
statement-desk-version = Version { $n }, received on { $day }
statement-desk-was-admitted = Admitted although late
statement-desk-was-kept-back = Not published
statement-desk-was-published = Published
statement-desk-was-refused = Not admitted
statement-desk-way = How and when
statement-desk-what = What it says
statement-desk-who = From whom
statement-desk-whole = On the whole
statement-desk-whole-hint = Copied, or in short when there is a scan.
statement-desk-written = Written on
