### Anmelden mit dem Konto der Stadt (Anmeldedienst, OpenID Connect).

oidc-again = Noch einmal versuchen
oidc-other-way = Zur Anmeldung mit Passwort

oidc-cancelled-title = Sie sind noch nicht angemeldet
oidc-cancelled-text = Die Anmeldung wurde abgebrochen. Wenn Sie weitermachen möchten, versuchen Sie es noch einmal.
oidc-stale-title = Bitte melden Sie sich noch einmal an
oidc-stale-text = Für die Anmeldung sind zehn Minuten Zeit, und jeder Weg zurück gilt nur einmal. Beginnen Sie einfach von vorn.
oidc-provider-title = Der Anmeldedienst antwortet gerade nicht richtig
oidc-provider-text = Das liegt nicht an Ihnen. Versuchen Sie es in ein paar Minuten noch einmal. Hilft das nicht, nennen Sie Ihrer IT die Nummer unten.
oidc-refused-title = Ihr Konto passt hier noch nicht
oidc-no-role-text = Die Anmeldung hat geklappt, aber Ihr Konto hat hier keine Aufgabe. Bitten Sie Ihre IT, Sie in die richtige Gruppe aufzunehmen.
oidc-disabled-text = Ihr Zugang zu diesem Portal ist gesperrt. Wenden Sie sich an die Person, die das Portal verwaltet.
oidc-address-taken-text = Für Ihre E-Mail-Adresse gibt es hier schon ein Konto mit Passwort. Melden Sie sich damit an, oder bitten Sie die Person, die das Portal verwaltet, die beiden zu verbinden.
oidc-address-missing-text = Der Anmeldedienst hat uns keine bestätigte E-Mail-Adresse von Ihnen genannt. Ihre IT kann das ergänzen.
