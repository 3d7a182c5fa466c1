# A resident's account. Sorted by key.
error-codes-full = Your account holds { $most } codes already. Please take one out first that you no longer need.
error-erasure-sure = Please tick the box if you want to delete your account.
error-resident-busy = Very many people are asking for a link right now. Please try again in an hour.
keep-button = Put into my account
keep-hint = With an account you find all your contributions again, even without the code. It only needs your e-mail address.
keep-hint-link = Sign in or create an account
keep-kept = This code is in your account.
keep-text = Then you find this contribution again under “My contributions”. Neither your name nor your address is put on the contribution.
keep-title = Find it again
keep-to-account = To my contributions
mail-resident-address-body =
    Hello,

    somebody wants to use this address for an account with { $portal } { $town }.

    Was it you? Then please confirm it within { $minutes } minutes:
    { $url }

    It was not you? Then there is nothing to do. We delete this address again.

    --
    { $portal } { $town }
mail-resident-address-subject = Please confirm your new e-mail address
mail-resident-erased-body =
    Hello,

    your account is deleted: your address, the codes in it and the messages about consultations.

    What you have contributed stays under the codes of your receipts. With them you can still look at it and, while the consultation is open, change or withdraw it.

    --
    { $portal } { $town }
    This is the last e-mail we send you about this account.
mail-resident-erased-subject = Your account is deleted
mail-resident-link-body =
    Hello,

    this link takes you to “My contributions”:
    { $url }

    It works for { $minutes } minutes and only once. A new account is only created when you press the button on that page.

    You did not ask for a link? Then there is nothing to do.

    --
    { $portal } { $town }
    Ask for a new link: { $start }
mail-resident-link-subject = Your link to “My contributions”
mail-resident-moved-body =
    Hello,

    your account “My contributions” now has another e-mail address. We send nothing more to this one.

    It was not you? Then somebody had access to your account. Please let us know at once.

    --
    { $portal } { $town }
mail-resident-moved-subject = Your e-mail address was changed
my-account = Your account
my-account-text = Your account knows which codes you have put into it. The contributions themselves know nothing of your account.
my-add = Put a code in
my-add-button = Put in
my-add-most = There is room for up to { $most } codes.
my-address = E-mail address
my-address-ask = Ask for confirmation
my-address-button = Yes, this is my address
my-address-done = Your new address counts
my-address-done-text = From now on we write to { $address }. Your messages about consultations go there too.
my-address-gone-text = It worked for a short time and only once. You can ask for a new one in the settings of your account.
my-address-hint = We send a link there. You need no password.
my-address-lead = Then you will come into your account with { $address }.
my-address-new = New e-mail address
my-address-new-hint = It only counts once you have confirmed the link in the e-mail to this address.
my-address-now = At present: { $address }
my-address-sent = Please look into your new mailbox
my-address-sent-text = Confirm the new address within 30 minutes. Until then the one before counts.
my-address-taken = This address belongs to an account already
my-address-taken-text = There is an account with { $address } already. Delete it first if you want to use the address here.
my-address-title = Is this your new address?
my-by-account = With an account
my-by-account-text = Enter your e-mail address. If you have no account yet, you create one with it.
my-by-code = With a code
my-by-code-link = Enter a code
my-by-code-text = An account is voluntary. With the code of your receipt you can see and change your contribution without one.
my-change = Look at it, change, withdraw
my-code-begins = Code { $begin } …
my-comments-wait = { $n ->
        [one] one is waiting to be released
       *[other] { $n } are waiting to be released
    }
my-data-json = Everything as JSON, for programs
my-data-readable = Everything as a text file
my-data-text = Take everything along: your account, your messages and what is stored under your codes.
my-end = Delete account
my-end-text = Before that you see what is deleted and what stays.
my-enter = Welcome back
my-enter-apart = Your contributions stay without a name: nothing of your account is on them.
my-enter-end = You can delete your account at any time.
my-enter-keeps = We store your e-mail address and, encrypted, the codes you put in.
my-enter-lead = You are signing in as { $address }.
my-enter-new = Create an account
my-enter-new-button = Create account and sign in
my-enter-new-lead = There is no account for { $address } yet. Do you want to create one?
my-enter-text = The link works only once. If this is not your own device, please sign out afterwards.
my-erase = Delete account
my-erase-address = Your e-mail address { $address }
my-erase-button = Delete account for good
my-erase-codes = { $n ->
        [0] the codes in your account (none at present)
        [one] the code in your account
       *[other] the { $n } codes in your account
    }
my-erase-goes = This is deleted
my-erase-mails = { $n ->
        [0] your messages about consultations (none at present)
        [one] your messages about one consultation
       *[other] your messages about { $n } consultations
    }
my-erase-stays = This stays
my-erase-stays-text = What you have contributed stays under the codes. Do you want to delete that too? Then withdraw it first, while the consultation is open.
my-erase-sure = Yes, I want to delete my account. This cannot be undone.
my-erase-withdraw = Withdraw contributions first
my-erase-write-down = Write down the codes. Without them you will not get to your contributions any more.
my-kept-on = Put in on { $day }
my-language = Language of your e-mails
my-language-hint = For all e-mails: links to your account and messages about consultations.
my-lead = Everything you have contributed, on one page.
my-link-again = Ask for a new link
my-link-button = Ask for a link
my-link-gone = This link does not work any more
my-link-gone-text = Links work for { $minutes } minutes and only once.
my-look = Look at it
my-lost = No longer there
my-lost-one = Nothing is stored under this code any more.
my-lost-sealed = A code that we can no longer read
my-lost-text = Nothing is stored under these codes any more. You can take them out.
my-none = No contributions in your account yet
my-none-button = Press the button.
my-none-button-text = Every receipt says “Put into my account” while you are signed in here.
my-none-code = Or enter a code.
my-none-code-text = You have a receipt already? Enter its code below.
my-none-text = When you send something in a consultation, you get a receipt with a code. This is how it comes here:
my-none-why = Nothing comes here by itself: we do not know which contributions are yours.
my-nothing-yet = Nothing has been sent here yet.
my-notice-at-once = You get messages as soon as something happens.
my-notice-off = No messages
my-notice-off-button = Switch off
my-notice-on-button = Switch on
my-notice-waiting = Asked for, but not confirmed yet.
my-notice-weekly = You get messages once a week.
my-notices = Messages by e-mail
my-notices-none = At present there is no consultation that messages could be about.
my-notices-text = When something happens, before a deadline ends and when there are results.
my-over = You were away too long
my-over-since = Last day was { $day }
my-over-text = Please sign in once more. Nothing was sent. What you had entered stands here to take along.
my-privacy = We use your address for your account and for messages that you switch on yourself. It is not connected with your answers.
my-remove = Take out
my-remove-button = Take out
my-remove-lead = Your contribution stays as it is. You will then find it only with the code.
my-remove-text = Write it down. With it you can put it back at any time.
my-remove-title = Take the code out of the account?
my-sent = Please look into your mailbox
my-sent-again = Ask once more
my-sent-lead = We have sent you a link. It works for 30 minutes.
my-sent-text = No e-mail? Please look into your spam folder too. We send at most five links an hour to the same address.
my-settings = Settings
my-signed-in = Signed in as { $address }
my-title = My contributions
my-to-account = To my contributions
my-until = Until { $day }
nav-my = My contributions
resident-data-address = Account: { $address }
resident-data-code = Code { $code }
resident-data-language = Language of e-mails: { $language }
resident-data-made = Created on { $made }
resident-data-seen = Last signed in on { $seen }
said-code-kept = The code is now in your account.
said-code-known = This code is in your account already.
said-code-removed = The code is no longer in your account.
said-codes-full = Your account is full. Take a code out first.
said-notices-off = You get no more messages about it.
said-notices-on = You now get messages about it.
said-resident-erased = Your account is deleted. We have confirmed it by e-mail.
said-resident-first = Please sign in first. Then you can put the code into your account.
said-resident-saved = Saved.
