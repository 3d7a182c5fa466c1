# Eigene Seiten der Stadt: für alle. Sortiert nach Schlüssel.
error-report-address = Prüfen Sie bitte Ihre E-Mail-Adresse, zum Beispiel name@example.de. Oder lassen Sie das Feld leer.
error-report-long = Ihr Text ist um { $over } Zeichen zu lang. Möglich sind { $n } Zeichen.
error-report-missing = Schreiben Sie bitte, was nicht geht.
legal-as-of = Stand: { $day }
legal-other-language = Diese Seite gibt es bisher nur auf Englisch.
legal-report-button = Absenden
legal-report-hint = Auf welcher Seite? Was wollten Sie tun? Womit lesen Sie, zum Beispiel mit einem Vorleseprogramm?
legal-report-intro = Wir lesen jede Meldung. Eine Antwort können wir nur schicken, wenn Sie eine Adresse angeben.
legal-report-reply = Ihre E-Mail-Adresse
legal-report-reply-hint = Nur für unsere Antwort.
legal-report-text = Was geht nicht?
legal-report-title = Eine Barriere melden
mail-feedback-body =
    Guten Tag,

    jemand hat auf dem Portal eine Barriere gemeldet:

    ---
    { $text }
    ---

    Antwort erbeten an: { $reply }

    Alle Meldungen stehen hier: { $url }
mail-feedback-subject = Eine Barriere wurde gemeldet
said-report = Danke. Ihre Meldung ist angekommen.
