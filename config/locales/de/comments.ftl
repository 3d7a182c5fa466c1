# Kommentare. Sortiert nach Schlüssel.

comments-answer-of = Antwort der Verwaltung, { $day }
comments-back = Zurück zum Kommentar
comments-button = Kommentar abschicken
comments-code = Code Ihrer Quittung
comments-code-hint = Dann steht alles auf einer Quittung. Ohne Code bekommen Sie eine neue.
comments-count = { $n ->
    [one] 1 Kommentar
   *[other] { $n } Kommentare
}
comments-count-earlier = { $n ->
    [one] 1 Kommentar zu einer früheren Fassung
   *[other] { $n } Kommentare zu einer früheren Fassung
}
comments-earlier = Zu einer früheren Formulierung
comments-edit-button = Änderung speichern
comments-edit-fixed = Die Verwaltung hat auf diesen Kommentar geantwortet. Deshalb können Sie den Wortlaut nicht mehr ändern. Sie können weitere Kommentare schreiben oder diesen zurückziehen.
comments-edit-notice = Nach einer Änderung liest jemand aus der Verwaltung den Kommentar noch einmal. So lange ist er nicht öffentlich.
comments-edit-supports = { $n ->
    [one] Eine Person sieht es auch so. Bei neuem Wortlaut fällt diese Stimme weg.
   *[other] { $n } Personen sehen es auch so. Bei neuem Wortlaut fallen diese Stimmen weg.
}
comments-edit-title = Kommentar ändern
comments-element = Kommentieren
comments-erase-button = Worte löschen
comments-erase-text = Die Ergebnisse sind veröffentlicht: Dass es diesen Kommentar gab, zählt weiter. Was darin steht, und Ihr Name, werden gelöscht. Das lässt sich nicht rückgängig machen.
comments-erase-title = Löschen
comments-has-code = Sie haben schon eine Quittung?
comments-invited = In dieser Beteiligung nehmen nur Eingeladene teil. Kommentieren können Sie mit dem Code Ihrer Quittung.
comments-later = Kommentieren können Sie ab { $day }.
comments-most-supported = Meiste Zustimmung
comments-name = Name
comments-name-hint = Wird mit dem Kommentar veröffentlicht. Lassen Sie das Feld leer, wenn Sie nicht genannt werden möchten.
comments-name-hint-inner = Nur die Verwaltung liest ihn. Lassen Sie das Feld leer, wenn Sie nicht genannt werden möchten.
comments-newer-gone = In der neuen Fassung gibt es diese Stelle nicht mehr.
comments-newer-link = Beide Fassungen vergleichen
comments-newer-text = Diese Stelle ist dort neu formuliert. Die Kommentare hier gehören zum früheren Wortlaut.
comments-newer-title = Es gibt eine neuere Fassung: { $name }
comments-newest = Neueste zuerst
comments-no-name = Ohne Namen
comments-nobody = Hierzu hat niemand kommentiert
comments-nobody-yet = Noch hat hierzu niemand kommentiert
comments-notice = Öffentlich werden Ihr Text, der Name (wenn Sie einen angeben) und der Tag. Vorher liest jemand aus der Verwaltung den Kommentar.
comments-notice-inner = Ihr Kommentar wird nicht veröffentlicht. Die Verwaltung liest ihn.
comments-notice-until = Sie bekommen eine Quittung. Mit ihr können Sie den Kommentar bis { $day } ändern oder zurückziehen.
comments-number = Kommentar { $n }
comments-oldest = Älteste zuerst
comments-on-action-goal = Handlungsziel
comments-on-field = Handlungsfeld
comments-on-goal = Strategisches Ziel { $label }
comments-on-principle = Leitsatz
comments-order = Reihenfolge
comments-over = Kommentieren war bis { $day } möglich.
comments-overview-lead = Wählen Sie eine Stelle des Entwurfs. Schreiben können Sie bis { $day }, ohne Anmeldung.
comments-overview-open = Den Entwurf kommentieren
comments-overview-read = Den Entwurf im Ganzen lesen
comments-own = Ihr Kommentar
comments-own-agreed = Das sehen Sie auch so
comments-own-agreed-hint = Beim Kommentar selbst können Sie es zurücknehmen.
comments-own-became = Was daraus wurde
comments-own-count = { $n ->
    [0] Noch kein Kommentar von Ihnen.
    [one] 1 Kommentar ist gespeichert.
   *[other] { $n } Kommentare sind gespeichert.
}
comments-own-erase = Löschen
comments-own-inner = Gespeichert, die Verwaltung liest ihn
comments-own-link = Ändern oder zurückziehen
comments-own-more = Weiter kommentieren
comments-own-more-hint = Wählen Sie eine Stelle. Alles, was Sie hier schreiben, steht auf dieser Quittung.
comments-own-none = Sie haben noch nichts kommentiert.
comments-own-public = Öffentlich
comments-own-qr = QR-Code mit der Adresse Ihrer Kommentare
comments-own-qr-caption = Öffnet Ihre Kommentare auf dem Handy
comments-own-redacted = Öffentlich, Stellen geschwärzt
comments-own-supported = { $n ->
    [one] Einen Kommentar sehen Sie auch so.
   *[other] { $n } Kommentare sehen Sie auch so.
}
comments-own-survey = Zur Umfrage mit demselben Code
comments-own-title = Ihre Kommentare
comments-own-use = Mit diesem Code kommen Sie hierher zurück.
comments-own-use-open = Bis { $day } können Sie ändern und zurückziehen.
comments-own-use-over = Ändern war bis { $day } möglich.
comments-own-waiting = Wartet: Jemand liest ihn, bevor er öffentlich wird
comments-report = Melden
comments-report-button = Melden
comments-report-hint = Die Verwaltung liest, was Sie schreiben. Veröffentlicht wird es nicht.
comments-report-lead = Jemand aus der Verwaltung sieht sich den Kommentar noch einmal an. Wer meldet, bleibt unbekannt.
comments-report-reason = Was stimmt nicht?
comments-report-title = Kommentar melden
comments-report-words = Erläuterung
comments-say = Was meinen Sie dazu?
comments-support = Sehe ich auch so
comments-support-lead = Jede Teilnahme zählt einmal. Sie bekommen eine Quittung, mit der Sie es zurücknehmen können.
comments-supported = Sie sehen es auch so.
comments-supports = { $n ->
    [one] 1 Person sieht es auch so
   *[other] { $n } Personen sehen es auch so
}
comments-text = Ihr Kommentar
comments-text-hint = Bitte nennen Sie keine anderen Personen beim Namen.
comments-this-place = Diese Stelle
comments-title = Kommentare
comments-to-edition = Im Entwurf lesen
comments-to-own = Ihre Kommentare
comments-total = { $n ->
    [0] Noch ist kein Kommentar öffentlich.
    [one] 1 Kommentar ist öffentlich.
   *[other] { $n } Kommentare sind öffentlich.
}
comments-unsupport = Zurücknehmen
comments-what-changed = Was sich geändert hat
comments-whole-field = Zum ganzen Handlungsfeld
comments-withdraw-button = Kommentar zurückziehen
comments-withdraw-text = Der Kommentar wird gelöscht, mit allem, was dazu gesagt wurde. Das lässt sich nicht rückgängig machen.
comments-withdraw-title = Zurückziehen
desk-answer-back = Zu den Kommentaren
desk-answer-button = Antwort veröffentlichen
desk-answer-hint = Alle lesen sie unter dem Kommentar. Schreiben Sie keine Namen von Einwohnerinnen und Einwohnern.
desk-answer-label = Antwort der Verwaltung
desk-answer-lead = Die Antwort erscheint sofort öffentlich unter dem Kommentar, mit dem Tag von heute.
desk-answer-since = Die jetzige Antwort steht dort seit { $day }.
desk-answer-title = Öffentlich antworten
desk-answer-withdraw = Antwort zurücknehmen
desk-comments-answer = Antwort
desk-comments-answered = Beantwortet
desk-comments-by-day = Nach Tag
desk-comments-by-element = Nach Stelle
desk-comments-change = Antwort ändern
desk-comments-do-answer = Antworten
desk-comments-file = Alle Kommentare als Tabelle (CSV)
desk-comments-lead = Alle Kommentare dieser Beteiligung. Auf öffentliche können Sie öffentlich antworten.
desk-comments-none = Noch hat niemand kommentiert.
desk-comments-public = Öffentliche Seite
desk-comments-state = Stand
desk-comments-unanswered = Ohne Antwort
desk-consultation-comments-about = Lesen, öffentlich beantworten, als Tabelle herunterladen
error-comment-answer = Schreiben Sie eine Antwort.
error-comment-answered = Die Verwaltung hat schon geantwortet. Schreiben Sie einen weiteren Kommentar, oder ziehen Sie diesen zurück.
error-comment-code = Zu diesem Code gibt es in dieser Beteiligung keine Quittung. Prüfen Sie ihn, oder lassen Sie das Feld leer.
error-comment-invited = Geben Sie den Code Ihrer Quittung an. In dieser Beteiligung nehmen nur Eingeladene teil.
error-comment-many = Mit einer Quittung sind { $most } Kommentare möglich. So viele haben Sie schon geschrieben.
error-comment-missing = Schreiben Sie, was Sie meinen. Ein Satz genügt.
error-comment-over = Zurzeit werden keine Kommentare angenommen. Ihr Text wurde nicht gespeichert, er steht noch hier.
error-comment-twice = Denselben Text haben Sie zu dieser Stelle schon geschrieben.
error-report-reason = Wählen Sie einen Grund.
error-report-words = Schreiben Sie bei „Anderer Grund“ dazu, welcher es ist.
error-support-over = Zustimmen ist nicht mehr möglich: Die Frist ist vorbei.
said-comment-answer-withdrawn = Die Antwort ist zurückgenommen.
said-comment-answered = Die Antwort ist öffentlich.
said-comment-corrected = Ihr Kommentar ist geändert.
said-comment-erased = Ihre Worte sind gelöscht.
said-comment-reported = Danke. Jemand sieht sich den Kommentar noch einmal an.
said-comment-taken = Ihr Kommentar ist gespeichert. Heben Sie den Code auf.
said-comment-withdrawn = Ihr Kommentar ist zurückgezogen und gelöscht.
said-support-given = Gezählt: Sie sehen es auch so.
said-support-over = Die Frist ist vorbei. Es wurde nichts geändert.
said-support-taken = Zurückgenommen.
talk-name-action-goal = Handlungsziel { $n }
talk-name-field = Handlungsfeld
talk-name-goal = Ziel { $label }
withdrawal-comments = Ihre Kommentare bleiben. Sie ziehen sie auf ihrer eigenen Seite zurück.
