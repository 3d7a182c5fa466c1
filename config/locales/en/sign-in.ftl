# Signing in: password, confirmation by a code, invitation, new password. Sorted by key.
error-email-missing = Please enter your e-mail address.
error-password-missing = Please enter your password.
error-sign-in-wrong = The e-mail address or the password is not right. Please try again.
said-signed-out = You are signed out.
sign-in-button = Sign in
sign-in-email = E-mail address
sign-in-lead = For the administration and the council. You need no account to take part.
sign-in-lead-page = This page is for the administration and the council. Please sign in.
sign-in-password = Password
sign-in-title = Sign in
