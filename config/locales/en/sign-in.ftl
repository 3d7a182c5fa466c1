# Signing in: password, code, invitation, new password. Sorted by key.
code-hint = Six digits from the app. Or one of your recovery codes, for example “ab1cd-ef2gh”.
code-label = Code
code-lead = Open the app on your phone and enter the code it shows right now.
code-lost = No phone at hand?
code-lost-text = Take a recovery code from your printout. Each works once. If you have none left, your administrators can help.
code-title = Your code
codes-keep = Print the codes or write them down. Keep them like a key, and not on the phone.
codes-next = Go to the desk
codes-print = Print: Ctrl+P. Copy: select all, then Ctrl+C.
continue-button = Send
continue-discard = Do not send
continue-files = We could not keep the file. Choose it again on the next page.
continue-lead = Your text is still here. But it has not been sent yet.
continue-title = Go on with what you wrote
error-code-setup = The code does not fit. Enter the six digits the app shows right now.
error-code-wrong = The code is wrong or was used before. Wait for the next one and try again.
error-email-missing = Please enter your e-mail address.
error-email-odd = Please enter an e-mail address, for example name@town.org.
error-name-long = The name is too long. Up to { $max } characters fit, you have { $n }.
error-name-missing = Please enter a name.
error-password-again = The two passwords differ. Please enter both again.
error-password-guessable = This password is easy to guess. Take several words that have nothing to do with each other.
error-password-long = The password is too long. Up to { $max } characters fit.
error-password-missing = Please enter your password.
error-password-now = The password is not right. Please enter your present password again.
error-password-short = The password is too short: { $n } of at least { $min } characters.
error-sign-in-wrong = The e-mail address or the password is not right. Please try again.
factor-codes-lead = Your app is set up. These codes let you in when the phone is missing. Each works once. We show them only now.
factor-codes-title = Your recovery codes
forgotten-button = Send the link
forgotten-lead = We send you a link with which you choose a new password.
forgotten-sent = Look into your mailbox
forgotten-sent-lead = If there is an account for { $email }, we have sent a link there. It works for 60 minutes.
forgotten-sent-text = No mail? Look into the spam folder. We send only a few e-mails an hour to the same address. Your administrators can also print a link for you.
forgotten-title = Forgotten your password
invitation-button = Save the password
invitation-lead = From now on you sign in with { $email }. Choose a password for it.
invitation-lead-first = This portal has nobody yet who administers it. With this account you invite the others.
invitation-name = Name
invitation-name-hint = This is how colleagues see you. Up to 100 characters.
invitation-title = Welcome
invitation-title-first = The first account
link-gone-invitation = Ask your administrators for a new link. Do you have a password already? Then sign in with it.
link-gone-lead = Each link works only once and only for a certain time.
link-gone-reset = Have a new link sent
link-gone-title = This link no longer works
mail-invitation-body =
    Hello { $name },
    { $town } has made an account for you in { $portal }.
    Open this link and choose a password:
    { $url }
    The link works once, until { $until }.
    You did not expect this? Then please delete this mail.
mail-invitation-subject = Your access to { $portal }
mail-new-password-body =
    Hello { $name },
    with this link you choose a new password for { $portal } of { $town }:
    { $url }
    The link works once, for 60 minutes. Your old password works until you have chosen a new one.
    You did not ask for this? Then please delete this mail. Nothing changes.
mail-new-password-subject = A new password for { $portal }
new-password-button = Save the password
new-password-factor = You will need the code from your app as before.
new-password-lead = For { $email }. Afterwards you are signed out everywhere.
new-password-title = A new password
password-again = The password again
password-new = New password
password-now = Present password
password-now-hint = So that nobody changes this at your open screen.
password-rules = { $min } to { $max } characters, any of them, spaces too. Best are four or five words that do not belong together. Pasting works.
said-password-set = Your password is saved. Now sign in with it.
said-signed-out = You are signed out.
said-signed-out-everywhere = You are signed out everywhere.
setup-button = Confirm
setup-code = Code from the app
setup-code-hint = Six digits. They change every 30 seconds.
setup-lead = A password alone is not enough here. An app on your phone shows a code that works only for a short time.
setup-qr = QR code for the app
setup-qr-caption = Scan with the app
setup-secret = Without a camera, enter this key in the app:
setup-step-app = Open an app for confirmation codes, for example FreeOTP, Aegis or the one your office uses.
setup-step-code = Enter the code the app shows.
setup-step-scan = Scan this picture with it.
setup-title = Set up signing in with a code
sign-in-back = Back to signing in
sign-in-button = Sign in
sign-in-email = E-mail address
sign-in-forgotten = Forgotten your password?
sign-in-lead = For the administration and the council. You need no account to take part.
sign-in-lead-page = This page is for the administration and the council. Please sign in.
sign-in-over = Your session is over. Your text is still here.
sign-in-over-text = Sign in again on this page. Then you go on with your text.
sign-in-password = Password
sign-in-provider = Without a password of your own
sign-in-title = Sign in
