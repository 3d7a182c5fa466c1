# Auf dem Laufenden bleiben: Nachrichten, Kalender, Feed. Sortiert nach Schlüssel.
calendar-begins = Erster Tag: { $track }
calendar-ends = Letzter Tag: { $track }
error-subscribe-address = Prüfen Sie bitte Ihre E-Mail-Adresse, zum Beispiel name@example.de.
error-subscribe-busy = Gerade melden sich sehr viele Menschen an. Versuchen Sie es bitte in einer Stunde noch einmal.
error-subscribe-language = Wählen Sie bitte eine Sprache.
error-subscribe-pace = Wählen Sie bitte, wann Sie Nachrichten bekommen möchten.
follow-calendar = Termine in Ihren Kalender
follow-calendar-about = Fristen und nächste Schritte, auch wenn sich etwas ändert.
follow-feed = Als Feed
follow-feed-about = Für Programme, die Neuigkeiten sammeln.
follow-mail = Nachrichten per E-Mail
follow-mail-about = Wenn sich etwas tut und bevor eine Frist endet.
follow-title = Auf dem Laufenden bleiben
follow-town = Alle Beteiligungen:
mail-notice-body =
    Guten Tag,

    es gibt Neues zu „{ $title }“:

    { $news }

    --
    { $portal } { $town }
    Sie bekommen diese Nachricht, weil Sie sich dafür angemeldet haben.
    Einstellungen ändern oder abmelden: { $url }
mail-notice-subject = Neues aus Ihrer Beteiligung
mail-notice-subject-week = Ihre Woche in der Beteiligung
mail-subscription-body =
    Guten Tag,

    jemand möchte unter dieser Adresse Nachrichten zu „{ $title }“ bekommen.

    Waren Sie das? Dann bestätigen Sie es bitte hier, bis { $until }:
    { $url }

    Waren Sie es nicht? Dann müssen Sie nichts tun. Ohne Bestätigung bekommen Sie keine Nachrichten, und wir löschen Ihre Adresse nach 48 Stunden.

    --
    { $portal } { $town }
mail-subscription-known-body =
    Guten Tag,

    jemand hat diese Adresse noch einmal für Nachrichten zu „{ $title }“ angemeldet. Sie bekommen sie schon. Sie müssen nichts tun.

    Einstellungen ändern oder abmelden: { $url }

    --
    { $portal } { $town }
mail-subscription-known-subject = Sie bekommen schon Nachrichten
mail-subscription-subject = Bitte bestätigen Sie Ihre Anmeldung
notice-announced = Sie beginnt am { $day }.
notice-announced-head = Eine Beteiligung ist angekündigt
notice-closed = { $track }: Letzter Tag war { $day }.
notice-closed-head = Die Frist ist vorbei
notice-deadline-begin = { $track }: Beginn ist jetzt { $after }, vorher { $before }.
notice-deadline-end = { $track }: Letzter Tag ist jetzt { $after }, vorher { $before }.
notice-deadline-head = Eine Frist hat sich geändert
notice-deadline-reason = Der Grund: { $reason }
notice-deadline-today = { $track }: vorzeitig beendet.
notice-edition = „{ $name }“ können Sie jetzt lesen.
notice-edition-head = Eine neue Fassung ist da
notice-ends = { $track }: Letzter Tag ist { $day }.
notice-ends-head =
    { $days ->
        [0] Die Frist endet heute
        [1] Die Frist endet morgen
       *[other] Die Frist endet in { $days } Tagen
    }
notice-opened = Sie können mitmachen bis { $day }.
notice-opened-head = Die Beteiligung hat begonnen
notice-paper = Die Vorlage { $reference } („{ $subject }“) bringt den Entwurf in den Gemeinderat.
notice-paper-head = Im Gemeinderat
notice-paper-next = Die Vorlage { $reference } („{ $subject }“) bringt den Entwurf in den Gemeinderat. Die nächste öffentliche Beratung ist am { $day }: { $body }.
notice-results = Sehen Sie, was die Menschen in der Stadt gesagt haben.
notice-results-again = Die Zahlen wurden noch einmal veröffentlicht. Es gilt die neue Fassung.
notice-results-again-head = Die Ergebnisse wurden erneuert
notice-results-head = Die Ergebnisse sind da
notice-step = { $title }, ab { $day }. { $note }
notice-step-bare = { $title }, ab { $day }.
notice-step-head = Der nächste Schritt beginnt
said-subscription = Gespeichert.
subscribe-address = Ihre E-Mail-Adresse
subscribe-address-hint = Wir schicken Ihnen zuerst eine E-Mail. Darin bestätigen Sie, dass die Adresse Ihre eigene ist.
subscribe-button = Anmelden
subscribe-language = Sprache der Nachrichten
subscribe-lead = Wir schreiben Ihnen, wenn die Beteiligung beginnt, wenn sich eine Frist ändert, 7 Tage und 1 Tag vor ihrem Ende, wenn es eine neue Fassung gibt und wenn Ergebnisse da sind.
subscribe-pace = Wann möchten Sie Nachrichten bekommen?
subscribe-pace-at-once = Sofort
subscribe-pace-at-once-hint = Höchstens eine in der Stunde.
subscribe-pace-weekly = Gesammelt einmal in der Woche
subscribe-pace-weekly-hint = Am Montagmorgen, wenn es Neues gibt. Am Tag vor dem Ende einer Frist erinnern wir Sie dann nicht.
subscribe-privacy = Ihre Adresse nutzen wir nur dafür. Mit Ihren Antworten wird sie nicht verbunden. Sie können sich jederzeit abmelden, dann löschen wir sie.
subscribe-sent = Sehen Sie bitte in Ihr Postfach
subscribe-sent-lead = Öffnen Sie die E-Mail von uns und bestätigen Sie Ihre Anmeldung innerhalb von 48 Stunden.
subscribe-sent-text = Keine E-Mail angekommen? Sehen Sie auch unter Spam nach. An dieselbe Adresse schicken wir nur einige E-Mails je Stunde.
subscribe-title = Nachrichten per E-Mail
subscription-change = Einstellungen
subscription-confirm = Möchten Sie Nachrichten bekommen?
subscription-confirm-button = Ja, Nachrichten schicken
subscription-confirm-not = Wenn Sie sich nicht angemeldet haben, schließen Sie diese Seite einfach. Ihre Adresse wird dann gelöscht.
subscription-confirm-text = Mit einem Klick ist Ihre Anmeldung fertig.
subscription-confirmed = Sie sind angemeldet
subscription-confirmed-text = Ab jetzt bekommen Sie Nachrichten zu:
subscription-end = Abmelden
subscription-end-button = Keine Nachrichten mehr
subscription-end-text = Ihre Adresse wird sofort gelöscht.
subscription-ended = Sie bekommen keine Nachrichten mehr
subscription-ended-text = Ihre Adresse ist bei uns gelöscht. Sie können sich auf der Seite einer Beteiligung jederzeit neu anmelden.
subscription-gone = Dieser Link gilt nicht mehr
subscription-gone-text = Er galt 48 Stunden, oder Sie haben sich inzwischen abgemeldet. Auf der Seite der Beteiligung können Sie sich neu anmelden.
subscription-save = Speichern
subscription-settings = Ihre Nachrichten
subscription-settings-link = Einstellungen ändern oder abmelden
subscription-to-start = Zu allen Beteiligungen
