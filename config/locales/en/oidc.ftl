### Signing in with the town's account (identity provider, OpenID Connect).

oidc-again = Try again
oidc-other-way = Sign in with a password instead

oidc-cancelled-title = You are not signed in yet
oidc-cancelled-text = Signing in was broken off. If you want to go on, please try again.
oidc-stale-title = Please sign in again
oidc-stale-text = Signing in may take ten minutes, and each way back works only once. Just start again.
oidc-provider-title = The sign-in service does not answer properly
oidc-provider-text = It is not your fault. Try again in a few minutes. If that does not help, give your IT the number below.
oidc-refused-title = Your account does not fit in here yet
oidc-no-role-text = Signing in worked, but your account has no task here. Ask your IT to add you to the right group.
oidc-disabled-text = Your access to this portal is closed. Please contact the person who runs the portal.
oidc-address-taken-text = There already is an account with a password for your e-mail address. Sign in with that, or ask the person who runs the portal to connect the two.
oidc-address-missing-text = The sign-in service did not give us a confirmed e-mail address of yours. Your IT can add it.
