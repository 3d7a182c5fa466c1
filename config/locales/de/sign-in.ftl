# Anmelden: Passwort, Bestätigung mit einem Code, Einladung, neues Passwort. Sortiert nach Schlüssel.
error-email-missing = Geben Sie bitte Ihre E-Mail-Adresse ein.
error-password-missing = Geben Sie bitte Ihr Passwort ein.
error-sign-in-wrong = E-Mail-Adresse oder Passwort stimmt nicht. Bitte versuchen Sie es noch einmal.
said-signed-out = Sie sind abgemeldet.
sign-in-button = Anmelden
sign-in-email = E-Mail-Adresse
sign-in-lead = Für die Verwaltung und den Gemeinderat. Zum Mitmachen brauchen Sie kein Konto.
sign-in-lead-page = Diese Seite ist für die Verwaltung und den Gemeinderat. Bitte melden Sie sich an.
sign-in-password = Passwort
sign-in-title = Anmelden
