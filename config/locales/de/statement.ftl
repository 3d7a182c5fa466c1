# Statements: the pages of those who write, and what everyone reads.
error-ask-day = Geben Sie bitte den Tag an, bis zu dem Sie Zeit brauchen.
error-ask-reason = Schreiben Sie bitte kurz, warum Sie mehr Zeit brauchen.
error-file-empty = Die Datei ist leer. Wählen Sie bitte eine andere.
error-file-kind = Diese Art von Datei nehmen wir nicht an. Möglich sind PDF, DOCX, ODT, PNG und JPEG.
error-file-many = Es können höchstens { $most } Dateien sein. Nehmen Sie bitte zuerst eine andere weg oder fassen Sie mehrere zusammen.
error-file-missing = Wählen Sie bitte eine Datei aus.
error-file-name = Name und Inhalt der Datei passen nicht zusammen. Die Endung muss sagen, was darin ist, zum Beispiel .pdf.
error-file-program = Die Datei enthält ein Programm (Makro). Speichern Sie sie bitte ohne Makros oder als PDF.
error-grant-far = Dieser Tag liegt mehr als ein Jahr entfernt. Wählen Sie bitte einen früheren.
error-grant-not-later = So lange ist ohnehin Zeit. Wählen Sie bitte einen späteren Tag.
error-grant-past = Dieser Tag ist schon vorbei. Wählen Sie bitte einen späteren.
error-statement-email = Prüfen Sie bitte die E-Mail-Adresse, zum Beispiel name@beispiel.de.
error-statement-empty = Schreiben Sie bitte zuerst einen Text oder fügen Sie eine Datei an.
error-statement-erase = Setzen Sie bitte das Häkchen, wenn Sie Ihre Stellungnahme löschen möchten.
error-statement-long = Das ist zu lang. Möglich sind { $limit } Zeichen.
error-statement-name = Geben Sie bitte einen Namen an.
error-statement-part-long = Der Text ist um { $over } Zeichen zu lang. Möglich sind { $limit }. Sie können den Rest als Datei anfügen.
error-statement-unsigned = Geben Sie bitte an, wer die Stellungnahme unterschreibt.
error-statement-whole-long = Ihre Texte sind zusammen zu lang. Möglich sind { $limit } Zeichen. Sie können einen Teil als Datei anfügen.
extension-asked = Ihre Anfragen
extension-button = Um mehr Zeit bitten
extension-day = Bis wann brauchen Sie Zeit?
extension-day-hint = Der letzte Tag, an dem Sie abgeben möchten.
extension-declined = Sie haben um Zeit bis { $day } gebeten. Das ging leider nicht.
extension-granted = Sie haben um Zeit bis { $day } gebeten. Sie haben mehr Zeit bekommen.
extension-how = Wir entscheiden über jede Anfrage und schreiben Ihnen. Bis dahin gilt Ihre jetzige Frist.
extension-lead = Reicht die Zeit nicht? Bitten Sie uns um eine längere Frist.
extension-link = Um mehr Zeit bitten
extension-link-past = Ihre Anfragen ansehen
extension-not-now = Jetzt können Sie nicht um mehr Zeit bitten: Ihre Stellungnahme ist da, oder die Zeit ist vorbei. Rufen Sie uns im Zweifel an.
extension-on = gefragt am { $day }
extension-reason = Warum brauchen Sie mehr Zeit?
extension-reason-hint = Zum Beispiel: Ihr Vorstand tagt erst im August.
extension-state-declined = Abgelehnt
extension-state-granted = Gewährt
extension-state-waiting = Wartet auf Antwort
extension-title = Längere Frist
extension-until = Zeit bis { $day }
extension-waiting = Sie haben um Zeit bis { $day } gebeten. Wir haben noch nicht entschieden.
mail-statement-confirm-body =
    Guten Tag,

    zu „{ $title }“ ist eine Stellungnahme mit der Nummer { $number } eingegangen, in der diese E-Mail-Adresse steht. Ist es Ihre? Dann bestätigen Sie sie bitte hier:
    { $url }

    Danach schicken wir Ihnen die Quittung mit dem ganzen Text. Der Link gilt sieben Tage. Die Stellungnahme zählt auch ohne Ihre Bestätigung.

    Haben Sie nichts abgegeben? Dann löschen Sie diese E-Mail bitte.

    Freundliche Grüße
    { $portal }
    { $town }
mail-statement-confirm-subject = Bitte bestätigen Sie Ihre E-Mail-Adresse
mail-statement-given-back-body =
    Guten Tag,

    der Entwurf Ihrer Stellungnahme zu „{ $title }“ ({ $organisation }) ist zurück bei Ihnen. Sie können weiter daran schreiben:
    { $url }

    Zeit ist bis { $until }.

    Freundliche Grüße
    { $portal }
    { $town }
mail-statement-given-back-subject = Ihr Entwurf ist zurück
mail-statement-nil-body =
    Guten Tag,

    wir haben notiert: Zu „{ $title }“ haben Sie keine Einwände (Fehlanzeige).

    Nummer: { $number }
    Eingegangen: { $day }, { $time } Uhr
    { $organisation }

    Haben Sie es sich anders überlegt? Bis { $until } können Sie noch eine Stellungnahme abgeben:
    { $url }

    Freundliche Grüße
    { $portal }
    { $town }
mail-statement-receipt-body =
    Guten Tag,

    Ihre Stellungnahme zu „{ $title }“ ist eingegangen. Vielen Dank.

    Nummer: { $number }
    Eingegangen: { $day }, { $time } Uhr
    { $organisation }

    { $who ->
        [person] Mit Ihrem Quittungscode können Sie sie bis { $until } ersetzen oder zurückziehen:
       *[organisation] Bis { $until } können Sie sie ersetzen oder zurückziehen:
    }
    { $url }

    Danach lesen wir alle Stellungnahmen, wägen sie ab und schreiben auf, was daraus wird.

    Das haben Sie abgegeben:

    { $text }

    Freundliche Grüße
    { $portal }
    { $town }
mail-statement-receipt-subject = Ihre Stellungnahme ist eingegangen
mail-statement-released-body =
    Guten Tag,

    der Entwurf der Stellungnahme zu „{ $title }“ ({ $organisation }) ist fertig. Bitte lesen Sie ihn und geben Sie ihn ab:
    { $url }

    Zeit ist bis { $until }. Ohne Ihre Unterschrift geht nichts an die Stadt.

    Freundliche Grüße
    { $portal }
    { $town }
mail-statement-released-subject = Ein Entwurf wartet auf Ihre Unterschrift
mail-statement-reminder-body =
    Guten Tag,

    von { $organisation } haben wir noch keine Stellungnahme zu „{ $title }“. Die Frist endet am { $until }.

    Hier schreiben Sie sie, sagen mit einem Klick, dass Sie keine Einwände haben, oder bitten um mehr Zeit:
    { $url }

    Freundliche Grüße
    { $portal }
    { $town }
mail-statement-reminder-subject = { $days ->
        [1] Erinnerung: Ihre Frist endet morgen
       *[other] Erinnerung: Ihre Frist endet in { $days } Tagen
    }
mail-statement-withdrawn-body =
    Guten Tag,

    Ihre Stellungnahme Nummer { $number } zu „{ $title }“ ist zurückgezogen und zählt nicht mehr.
    { $organisation }

    Bis { $until } können Sie eine neue abgeben:
    { $url }

    Freundliche Grüße
    { $portal }
    { $town }
mail-statement-withdrawn-subject = Ihre Stellungnahme ist zurückgezogen
portal-statements-later = Organisationen und Personen können auch schriftlich Stellung nehmen.
portal-statements-open = Organisationen und Personen nehmen Stellung, bis { $until }.
portal-statements-read = Stellungnahmen lesen
said-extension-asked = Ihre Anfrage ist bei uns. Wir schreiben Ihnen, sobald wir entschieden haben.
said-statement-discarded = Der Entwurf ist gelöscht.
said-statement-erased = Ihre Stellungnahme ist gelöscht.
said-statement-file-added = Die Datei ist angefügt.
said-statement-file-removed = Die Datei ist weg.
said-statement-given-back = Der Entwurf ist wieder bei den Verfassern. Sie bekommen eine E-Mail.
said-statement-links-sent = Die E-Mail ist unterwegs.
said-statement-released = Der Entwurf liegt jetzt bei der zeichnungsberechtigten Person. Sie bekommt eine E-Mail.
said-statement-saved = Gespeichert.
said-statement-withdrawn = Ihre Stellungnahme ist zurückgezogen.
statement-address-before = { $email } ist schon bestätigt. Sie müssen nichts mehr tun.
statement-address-button = Ja, das ist meine Adresse
statement-address-consultation = Zur Beteiligung
statement-address-done = Ihre Adresse ist bestätigt
statement-address-done-text = Danke. Die Quittung ist unterwegs an { $email }.
statement-address-done-unsent = Danke. Gerade gehen zu viele E-Mails hinaus, deshalb können wir die Quittung an { $email } nicht schicken. Mit dem Quittungscode können Sie sie jederzeit ansehen.
statement-address-gone = Dieser Link gilt nicht mehr
statement-address-gone-text = Er ist älter als sieben Tage oder nicht vollständig, Sie haben inzwischen einen neueren bekommen, oder die Stellungnahme wurde gelöscht. Auf Ihrer Quittung können Sie sich einen neuen Link schicken lassen. Die Stellungnahme zählt auch ohne Bestätigung.
statement-address-lead = Sie steht in der Stellungnahme Nummer { $number } zu „{ $title }“.
statement-address-not-you = Haben Sie nichts abgegeben? Dann schließen Sie diese Seite. An Ihre Adresse geht dann kein Text.
statement-address-receipt = Quittung mit Code öffnen
statement-address-then = Wenn Sie bestätigen, schicken wir Ihnen die Quittung mit dem ganzen Text. Auch ob eine verspätete Stellungnahme zählt, erfahren nur bestätigte Adressen.
statement-address-title = Ist das Ihre E-Mail-Adresse?
statement-back = Zur Stellungnahme
statement-back-done = Fertig
statement-brand = Stellungnahmen:
statement-change = Ändern
statement-channel-fax = Fax
statement-channel-import = Übernommen
statement-channel-letter = Brief
statement-channel-mail = E-Mail
statement-channel-minutes = Niederschrift
statement-channel-online = Online
statement-closed-now = Der Entwurf kann nicht mehr geändert werden. Ihr Text wurde hier nicht gespeichert; kopieren Sie ihn bitte.
statement-code-text = Mit diesem Code kommen Sie jederzeit wieder hierher. Bitte schreiben Sie ihn auf.
statement-consents = Was wir damit machen dürfen
statement-consents-text = Beides ist freiwillig. Ihre Stellungnahme zählt in jedem Fall.
statement-counts = Ihre Stellungnahme ist am { $day } eingegangen.
statement-counts-nil = Am { $day } haben Sie uns gesagt, dass Sie keine Einwände haben.
statement-counts-still = Sie schreiben gerade an einer neuen Fassung. Bis Sie sie abgeben, zählt die bisherige.
statement-days-late = { $n ->
        [one] 1 Tag nach der Frist
       *[other] { $n } Tage nach der Frist
    }
statement-discard = Entwurf löschen
statement-discard-button = Entwurf löschen
statement-discard-text = Text, Namen und Dateien des Entwurfs sind dann weg. Was Sie schon abgegeben haben, bleibt und zählt.
statement-discard-title = Entwurf löschen?
statement-erase = Stellungnahme löschen
statement-erase-before = Erst mitnehmen?
statement-erase-before-text = Nach dem Löschen können auch Sie den Text nicht mehr lesen.
statement-erase-button = Endgültig löschen
statement-erase-goes = Das wird gelöscht
statement-erase-lead = Das geht jederzeit, auch nach dem Ende der Frist. Es lässt sich nicht rückgängig machen.
statement-erase-mails = E-Mails dazu, die noch nicht hinausgegangen sind
statement-erase-number = In der Liste der Verwaltung bleibt eine Zeile: Nummer { $number }, der Tag des Eingangs und „gelöscht auf Wunsch“. So bleibt nachvollziehbar, wie viele Stellungnahmen kamen. In der Auswertung zählt sie nicht mehr.
statement-erase-page = Die veröffentlichte Seite mit Ihrem Text
statement-erase-people = Alle Namen, E-Mail-Adressen und Anschriften
statement-erase-stays = Das bleibt
statement-erase-sure = Ich möchte meine Stellungnahme löschen.
statement-erase-take = Alles als Text herunterladen
statement-erase-text = Ihr Text und Ihre Dateien, in allen Fassungen. Die Dateien sind spätestens nach gut einem Tag weg.
statement-erase-title = Stellungnahme löschen?
statement-erased = Ihre Stellungnahme ist gelöscht
statement-erased-new = Eine neue Stellungnahme schreiben
statement-erased-text = Am { $day } haben Sie Text, Dateien, Namen und Adressen löschen lassen. Geblieben ist die Nummer { $number }.
statement-extension-line = { $n ->
        [one] Für eine Organisation wurde die Frist bis { $day } verlängert.
       *[other] Für { $n } Organisationen wurde die Frist bis { $day } verlängert.
    }
statement-field-written = { $n ->
        [one] 1 Text
       *[other] { $n } Texte
    }
statement-file-about = { $media }, { $kib } KB
statement-file-remove = Wegnehmen
statement-files = Anlagen
statement-files-add = Datei anfügen
statement-files-choose = Dateien auswählen
statement-files-count = { $n ->
        [0] keine
        [one] 1 Datei
       *[other] { $n } Dateien
    }
statement-files-full = Mehr als { $most } Dateien gehen nicht. Nehmen Sie zuerst eine andere weg.
statement-files-lead = Pläne, Fotos, ein Brief: Was Sie anfügen, liest nur die Verwaltung.
statement-files-limits = PDF, DOCX, ODT, PNG oder JPEG. Höchstens { $most } Dateien, zusammen höchstens { $mib } MB auf einmal.
statement-files-none = Noch keine.
statement-files-there = Angefügt
statement-give-back = Zurück an die Verfasser
statement-hand-in = Stellungnahme abgeben
statement-intro-begin = Stellungnahme schreiben
statement-intro-how = So geht es
statement-intro-organisation = Für eine Organisation
statement-intro-organisation-link = Zur Stellungnahme Ihrer Organisation
statement-intro-organisation-text = Vereine, Behörden und Unternehmen schreiben gemeinsam an einem Entwurf. Wer unterschreiben darf, gibt ihn ab.
statement-intro-person = Für sich selbst
statement-intro-person-text = Sie brauchen kein Konto. Sie bekommen einen Code, mit dem Sie später weiterschreiben.
statement-intro-register = Ihre Organisation ist noch nicht dabei? Hier anmelden
statement-intro-send = Abgeben.
statement-intro-send-text = Sie sehen alles noch einmal und geben ab. Sie bekommen eine Nummer und eine Quittung mit dem ganzen Text.
statement-intro-then = Danach.
statement-intro-then-text = Wir lesen jede Stellungnahme, wägen sie ab und schreiben auf, was daraus wird und warum.
statement-intro-title = Stellungnahme abgeben
statement-intro-write = Schreiben.
statement-intro-write-text = Zum ganzen Entwurf oder zu einzelnen Zielen, je Ziel bis zu { $chars } Zeichen. Ihr Text wird dabei gespeichert. Wenn Sie möchten, mit bis zu { $most } Dateien (PDF, DOCX, ODT, PNG, JPEG), zusammen höchstens { $mib } MB auf einmal.
statement-keep = Nein, zurück
statement-late = Die Frist endete am { $until }. Bis { $late } können Sie noch online abgeben. Ihre Stellungnahme wird als verspätet gekennzeichnet; ob sie berücksichtigt wird, entscheidet die Stadt.
statement-lies = Ihr Entwurf
statement-lies-text = Er wurde zuletzt am { $at } gespeichert und nicht abgegeben. Sie können ihn lesen, aber nicht mehr ändern.
statement-longer = Das ist die längere Frist, die Ihre Organisation bekommen hat.
statement-mail-again = Link noch einmal schicken
statement-mail-asked = E-Mail unterwegs
statement-mail-confirmed = Bestätigt
statement-mail-few = Nichts angekommen? Sehen Sie auch im Spam-Ordner nach. An dieselbe Adresse schicken wir nur einige E-Mails je Stunde.
statement-mail-sent = Dorthin schicken wir die Quittung mit dem ganzen Text.
statement-mail-text = Öffnen Sie den Link in der E-Mail und bestätigen Sie Ihre Adresse. Danach kommt die Quittung mit dem ganzen Text. Ihre Stellungnahme zählt schon jetzt.
statement-mail-title = Quittung per E-Mail
statement-mail-unasked = Noch keine E-Mail geschickt
statement-may-publish = Die Stellungnahme darf veröffentlicht werden
statement-may-publish-hint = Von Organisationen mit ihrem Namen, von Personen ohne. Adressen und Anlagen veröffentlichen wir nie.
statement-more = Was dazugehört
statement-names-nobody = Die Stellungnahme nennt keine anderen Personen
statement-names-nobody-hint = Zum Beispiel keine Namen von Nachbarn oder Mitarbeitenden. Vor dem Veröffentlichen schauen wir auch selbst nach.
statement-nil = Keine Einwände?
statement-nil-button = Keine Einwände (Fehlanzeige)
statement-nil-text = Dann sagen Sie es uns mit einem Klick. Bis zum Ende der Frist können Sie es sich anders überlegen.
statement-nil-word = Fehlanzeige
statement-none-later = Noch können Sie nichts abgeben.
statement-none-over = Die Zeit ist vorbei, und es liegt keine Stellungnahme vor. Schreiben Sie uns im Zweifel einen Brief.
statement-none-yours = Es gibt noch keinen Entwurf. Beginnen können ihn die Verfasserinnen und Verfasser Ihrer Organisation.
statement-number = Stellungnahme Nummer { $number }
statement-opens = Stellungnahmen nehmen wir ab { $from } entgegen.
statement-over = Die Frist endete am { $until }. Online nehmen wir jetzt nichts mehr entgegen. Briefe kommen weiterhin an.
statement-overtaken = Jemand anderes hat inzwischen hier geschrieben
statement-overtaken-now = Jemand anderes hat hier inzwischen geschrieben. Drücken Sie „Speichern“, dann sehen Sie beide Texte.
statement-overtaken-text = Unten im Feld steht Ihr Text, hier der andere. Bringen Sie beide zusammen und speichern Sie noch einmal.
statement-part-chars = { $n ->
        [one] 1 Zeichen
       *[other] { $n } Zeichen
    }
statement-part-empty = noch nichts
statement-part-hint = Was ist richtig, was fehlt, was soll anders werden?
statement-part-overline = Zu { $label }
statement-part-title = Stellungnahme zu „{ $title }“
statement-people = Wer unterschreibt
statement-people-another = Speichern und noch jemanden angeben
statement-people-count = { $n ->
        [0] noch niemand
        [one] 1 Person
       *[other] { $n } Personen
    }
statement-people-lead = Mindestens eine Person mit Namen. Die Verwaltung sieht die Angaben, veröffentlicht werden sie nicht.
statement-people-lead-organisation = Für { $name } unterschreibt, wer abgibt. Hier können Sie weitere Personen angeben. Veröffentlicht werden sie nicht.
statement-people-limit = Höchstens { $most } Personen. Wer eine Zeile leert, streicht die Person.
statement-people-more = Weitere Unterzeichnende
statement-people-none = Noch niemand.
statement-person = { $n }. Person
statement-person-behalf = Für wen schreiben Sie?
statement-person-behalf-hint = Zum Beispiel eine Initiative. Das kann veröffentlicht werden. Leer lassen, wenn Sie für sich schreiben.
statement-person-email = E-Mail-Adresse
statement-person-email-hint = Dorthin schicken wir einen Link. Wenn Sie ihn bestätigt haben, kommt die Quittung mit dem ganzen Text.
statement-person-name = Name
statement-person-postal = Anschrift
statement-public-elements = { $n ->
        [one] zu 1 Stelle
       *[other] zu { $n } Stellen
    }
statement-public-files = { $n ->
        [one] Dazu liegt der Verwaltung 1 Anlage vor.
       *[other] Dazu liegen der Verwaltung { $n } Anlagen vor.
    }
statement-public-lead = { $n ->
        [0] Bisher ist keine Stellungnahme eingegangen.
        [one] Eine Stellungnahme ist eingegangen{ $nil ->
            [0] .
           *[other] , eine Fehlanzeige.
        }
       *[other] { $n } Stellungnahmen sind eingegangen{ $nil ->
            [0] .
            [one] , davon 1 Fehlanzeige.
           *[other] , davon { $nil } Fehlanzeigen.
        }
    }
statement-public-nil = Es bestehen keine Einwände (Fehlanzeige).
statement-public-none = Noch ist keine veröffentlicht.
statement-public-on = Eingegangen am { $day }
statement-public-over = Die Frist endete am { $until }.
statement-public-person = Stellungnahme einer Person
statement-public-rule = Veröffentlicht wird nur, womit die Verfasserinnen und Verfasser einverstanden sind und was die Verwaltung geprüft hat.
statement-public-title = Stellungnahmen
statement-public-write = Stellungnahme abgeben
statement-receipt = Quittung
statement-receipt-change = Noch etwas ändern?
statement-receipt-code = Mit diesem Code sehen Sie Ihre Stellungnahme wieder und was daraus wird.
statement-receipt-content = Das haben Sie abgegeben
statement-receipt-fixed = Die Frist endete am { $until }. Ihre Stellungnahme steht jetzt fest.
statement-receipt-lead = Sie hat die Nummer { $number } und kam am { $at } Uhr an.
statement-receipt-may-publish = Sie darf veröffentlicht werden. Vorher schauen wir noch einmal darauf.
statement-receipt-nil = Danke. Wir haben notiert: keine Einwände.
statement-receipt-private = Sie wird nicht veröffentlicht. Nur die Verwaltung liest sie.
statement-receipt-public = Sie ist veröffentlicht.
statement-receipt-public-link = Ansehen, wie alle sie lesen
statement-receipt-thanks = Danke. Ihre Stellungnahme ist angekommen.
statement-receipt-title = Quittung für Stellungnahme { $number }
statement-receipt-until = Bis { $until }, 24 Uhr, können Sie sie ersetzen oder zurückziehen.
statement-release = Zur Unterschrift geben
statement-release-text = Wer für Ihre Organisation unterschreiben darf, bekommt eine E-Mail, liest den Entwurf und gibt ihn ab. Solange kann niemand daran schreiben.
statement-released = Der Entwurf ist fertig
statement-released-read = Entwurf lesen
statement-released-theirs = Er wartet auf die Unterschrift der zeichnungsberechtigten Person.
statement-released-yours = Er wartet auf Ihre Unterschrift. Lesen Sie ihn und geben Sie ihn ab, oder geben Sie ihn zurück.
statement-replace = Neue Fassung schreiben
statement-replaced = Fassung { $n } vom { $day } wurde ersetzt und bleibt aufbewahrt.
statement-review-content = Ihre Stellungnahme
statement-review-empty = Hier steht noch nichts.
statement-review-late = Mit dem Abgeben geht die Stellungnahme an die Stadt. Sie wird als verspätet gekennzeichnet und kann danach nicht mehr ersetzt werden.
statement-review-replaces = Mit dem Abgeben ersetzt diese Fassung die bisherige. Die bisherige bleibt aufbewahrt, zählt aber nicht mehr.
statement-review-then = Mit dem Abgeben geht die Stellungnahme an die Stadt. Bis zum Ende der Frist können Sie sie ersetzen oder zurückziehen.
statement-review-title = Prüfen und abgeben
statement-save = Speichern
statement-save-next = Speichern und weiter
statement-saved = Zuletzt gespeichert: { $at }
statement-saved-now = Gespeichert:
statement-standing-draft = Entwurf
statement-standing-erased = Gelöscht auf Wunsch
statement-standing-handed-in = Eingegangen
statement-standing-late-admitted = Verspätet, zugelassen
statement-standing-late-refused = Verspätet, nicht zugelassen
statement-standing-late-waiting = Verspätet, Entscheidung offen
statement-standing-released = Wartet auf Unterschrift
statement-standing-withdrawn = Zurückgezogen
statement-text = Ihr Text
statement-text-how = Schreiben Sie zum ganzen Entwurf oder zu einzelnen Stellen. Beides zusammen geht auch.
statement-then = Fertig?
statement-title = Ihre Stellungnahme
statement-to-organisation = Zu Ihrer Organisation
statement-to-receipt = Quittung mit ganzem Text
statement-to-release = Lesen und zur Unterschrift geben
statement-to-review = Prüfen und abgeben
statement-until = Stellungnahmen nehmen wir bis { $until }, 24 Uhr, entgegen.
statement-whole = Zum Entwurf als Ganzes
statement-whole-hint = Für einzelne Ziele gibt es eigene Felder. So geht nichts verloren.
statement-withdraw = Stellungnahme zurückziehen
statement-withdraw-button = Zurückziehen
statement-withdraw-text = Ihre Stellungnahme zählt dann nicht mehr. Bis zum Ende der Frist können Sie eine neue abgeben.
statement-withdraw-title = Stellungnahme zurückziehen?
statement-withdrawn = Ihre Stellungnahme ist zurückgezogen
statement-withdrawn-text = Sie zählt nicht mehr. Bis zum Ende der Frist können Sie eine neue schreiben.
statement-your-text = Ihr Text
