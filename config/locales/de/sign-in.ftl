# Anmelden: Passwort, Code, Einladung, neues Passwort. Sortiert nach Schlüssel.
code-hint = Sechs Ziffern aus der App. Oder einer Ihrer Ersatzcodes, zum Beispiel „ab1cd-ef2gh“.
code-label = Code
code-lead = Öffnen Sie die App auf Ihrem Telefon und geben Sie den Code ein, der dort gerade steht.
code-lost = Kein Telefon zur Hand?
code-lost-text = Nehmen Sie einen Ersatzcode von Ihrem Ausdruck. Jeder gilt einmal. Haben Sie keinen mehr, hilft Ihnen die Administration.
code-title = Ihr Code
codes-keep = Drucken Sie die Codes aus oder schreiben Sie sie ab. Bewahren Sie sie so auf wie einen Schlüssel, nicht im Telefon.
codes-next = Zum Arbeitsplatz
codes-print = Drucken: Strg+P. Kopieren: alle markieren, dann Strg+C.
continue-button = Absenden
continue-discard = Nicht absenden
continue-files = Die Datei konnten wir nicht behalten. Wählen Sie sie auf der nächsten Seite noch einmal aus.
continue-lead = Ihr Text ist noch da. Er ist aber noch nicht abgeschickt.
continue-title = Weiter mit dem, was Sie geschrieben haben
error-code-setup = Der Code passt nicht. Geben Sie die sechs Ziffern ein, die gerade in der App stehen.
error-code-wrong = Der Code stimmt nicht oder wurde schon benutzt. Warten Sie auf den nächsten und versuchen Sie es noch einmal.
error-email-missing = Geben Sie bitte Ihre E-Mail-Adresse ein.
error-email-odd = Geben Sie bitte eine E-Mail-Adresse ein, zum Beispiel name@stadt.de.
error-name-long = Der Name ist zu lang. Bis zu { $max } Zeichen gehen, es sind { $n }.
error-name-missing = Geben Sie bitte einen Namen ein.
error-password-again = Die beiden Passwörter sind verschieden. Bitte geben Sie beide noch einmal ein.
error-password-guessable = Dieses Passwort ist leicht zu erraten. Nehmen Sie mehrere Wörter, die nichts miteinander zu tun haben.
error-password-long = Das Passwort ist zu lang. Bis zu { $max } Zeichen gehen.
error-password-missing = Geben Sie bitte Ihr Passwort ein.
error-password-now = Das Passwort stimmt nicht. Bitte geben Sie Ihr jetziges Passwort noch einmal ein.
error-password-short = Das Passwort ist zu kurz: { $n } von mindestens { $min } Zeichen.
error-sign-in-wrong = E-Mail-Adresse oder Passwort stimmt nicht. Bitte versuchen Sie es noch einmal.
factor-codes-lead = Die Bestätigung ist eingerichtet. Mit diesen Codes kommen Sie hinein, wenn das Telefon fehlt. Jeder gilt einmal. Wir zeigen sie nur jetzt.
factor-codes-title = Ihre Ersatzcodes
forgotten-button = Link schicken
forgotten-lead = Wir schicken Ihnen einen Link, mit dem Sie ein neues Passwort wählen.
forgotten-sent = Sehen Sie in Ihr Postfach
forgotten-sent-lead = Wenn es zu { $email } ein Konto gibt, haben wir dorthin einen Link geschickt. Er gilt 60 Minuten.
forgotten-sent-text = Keine Mail da? Sehen Sie im Ordner für Spam nach. An dieselbe Adresse schicken wir nur einige E-Mails je Stunde. Die Administration kann Ihnen auch einen Link ausdrucken.
forgotten-title = Passwort vergessen
invitation-button = Passwort speichern
invitation-lead = Sie melden sich künftig mit { $email } an. Wählen Sie dafür ein Passwort.
invitation-lead-first = Dieses Portal hat noch niemanden, der es verwaltet. Mit diesem Konto laden Sie die anderen ein.
invitation-name = Name
invitation-name-hint = So sehen Sie Kolleginnen und Kollegen. Bis zu 100 Zeichen.
invitation-title = Willkommen
invitation-title-first = Das erste Konto
link-gone-invitation = Bitten Sie die Administration um einen neuen Link. Haben Sie schon ein Passwort? Dann melden Sie sich damit an.
link-gone-lead = Jeder Link gilt nur einmal und nur eine gewisse Zeit.
link-gone-reset = Einen neuen Link schicken lassen
link-gone-title = Dieser Link gilt nicht mehr
mail-invitation-body =
    Guten Tag { $name },
    die Stadt { $town } hat für Sie ein Konto im { $portal } angelegt.
    Öffnen Sie diesen Link und wählen Sie ein Passwort:
    { $url }
    Der Link gilt einmal, bis { $until }.
    Haben Sie damit nicht gerechnet? Dann löschen Sie diese Mail bitte.
mail-invitation-subject = Ihr Zugang zum { $portal }
mail-new-password-body =
    Guten Tag { $name },
    mit diesem Link wählen Sie ein neues Passwort für das { $portal } der Stadt { $town }:
    { $url }
    Der Link gilt einmal und 60 Minuten lang. Ihr altes Passwort gilt, bis Sie ein neues gewählt haben.
    Haben Sie nicht darum gebeten? Dann löschen Sie diese Mail bitte. Es ändert sich nichts.
mail-new-password-subject = Ein neues Passwort für das { $portal }
new-password-button = Passwort speichern
new-password-factor = Den Code aus Ihrer App brauchen Sie danach wie bisher.
new-password-lead = Für { $email }. Danach sind Sie überall abgemeldet.
new-password-title = Ein neues Passwort
password-again = Passwort noch einmal
password-new = Neues Passwort
password-now = Jetziges Passwort
password-now-hint = Damit niemand das an Ihrem offenen Bildschirm ändert.
password-rules = { $min } bis { $max } Zeichen, alle sind erlaubt, auch Leerzeichen. Am besten vier oder fünf Wörter, die nicht zusammengehören. Einfügen geht.
said-password-set = Ihr Passwort ist gespeichert. Melden Sie sich jetzt damit an.
said-signed-out = Sie sind abgemeldet.
said-signed-out-everywhere = Sie sind überall abgemeldet.
setup-button = Bestätigen
setup-code = Code aus der App
setup-code-hint = Sechs Ziffern. Er wechselt alle 30 Sekunden.
setup-lead = Ein Passwort allein genügt hier nicht. Eine App auf Ihrem Telefon zeigt dazu einen Code, der nur kurz gilt.
setup-qr = QR-Code für die App
setup-qr-caption = Mit der App scannen
setup-secret = Ohne Kamera geben Sie in der App diesen Schlüssel ein:
setup-step-app = Öffnen Sie eine App für Bestätigungscodes, zum Beispiel FreeOTP, Aegis oder die Ihrer Verwaltung.
setup-step-code = Geben Sie den Code ein, den die App zeigt.
setup-step-scan = Scannen Sie damit dieses Bild.
setup-title = Anmeldung mit Code einrichten
sign-in-back = Zurück zur Anmeldung
sign-in-button = Anmelden
sign-in-email = E-Mail-Adresse
sign-in-forgotten = Passwort vergessen?
sign-in-lead = Für die Verwaltung und den Gemeinderat. Zum Mitmachen brauchen Sie kein Konto.
sign-in-lead-page = Diese Seite ist für die Verwaltung und den Gemeinderat. Bitte melden Sie sich an.
sign-in-over = Ihre Sitzung ist zu Ende. Ihr Text ist noch da.
sign-in-over-text = Melden Sie sich auf dieser Seite wieder an. Danach geht es mit Ihrem Text weiter.
sign-in-password = Passwort
sign-in-provider = Ohne eigenes Passwort
sign-in-title = Anmelden
