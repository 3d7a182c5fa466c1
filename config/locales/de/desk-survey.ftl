# Umfragen bauen, am Arbeitsplatz der Verwaltung. Sortiert nach Schlüssel.
desk-condition-always = Immer stellen
desk-condition-answers = Nach welchen Antworten stellen wir die Frage?
desk-condition-back = Zurück zur Umfrage
desk-condition-keep = Bedingung speichern
desk-condition-next = Weiter
desk-condition-none = Davor steht keine Frage mit Antworten zum Auswählen. Darum stellen wir diese Frage immer.
desk-condition-on = Welche frühere Frage entscheidet darüber?
desk-condition-only = Nur nach
desk-condition-other = Andere Frage wählen oder immer stellen
desk-condition-title = Wann stellen wir diese Frage?
desk-correction-before = Bisher berichtigt
desk-correction-button = Berichtigen
desk-correction-item = Zeile { $n }
desk-correction-lead = Menschen haben schon geantwortet. Darum bleibt der Sinn, wie er ist. Tippfehler können Sie noch berichtigen.
desk-correction-note = Was war falsch?
desk-correction-note-hint = Das steht später bei den Ergebnissen.
desk-correction-option = Antwort { $n }
desk-correction-sure = Der Sinn der Frage bleibt gleich.
desk-correction-title = Tippfehler berichtigen
desk-goals-add = Ziele dieses Handlungsfelds übernehmen
desk-goals-left = { $n ->
    [one] Ein Ziel des Handlungsfelds fragt diese Umfrage noch nicht ab.
   *[other] { $n } Ziele des Handlungsfelds fragt diese Umfrage noch nicht ab.
}
desk-kinds-other = Andere Art wählen
desk-kinds-title = Was möchten Sie fragen?
desk-move-down = Nach unten
desk-move-up = Nach oben
desk-question-add = Frage hinzufügen
desk-question-add-button = Frage hinzufügen
desk-question-condition = Bedingung
desk-question-copy = Kopieren
desk-question-correct = Tippfehler berichtigen
desk-question-corrections = { $n ->
    [one] Einmal berichtigt
   *[other] { $n }-mal berichtigt
}
desk-question-delete = Löschen
desk-question-delete-button = Frage löschen
desk-question-delete-hang = Sie können die Frage danach wieder holen. Diese Fragen hängen von ihr ab, wir stellen sie dann immer:
desk-question-delete-text = Sie können die Frage danach wieder holen.
desk-question-delete-title = Diese Frage löschen?
desk-question-edit = Ändern
desk-question-edit-title = Frage ändern
desk-question-goal-note = Der Wortlaut eines Ziels gehört zum Konzept. Sie ändern ihn dort.
desk-question-heading = Überschrift
desk-question-help = Hilfe zur Frage
desk-question-help-hint = Ein Satz, der beim Antworten hilft.
desk-question-items = Zeilen
desk-question-items-hint = Jede Zeile ist ein Punkt, den man bewertet. 1 bis 100 Zeilen mit je bis zu { $label } Zeichen.
desk-question-number = Frage { $n }
desk-question-options = Antworten
desk-question-options-hint = Schreiben Sie jede Antwort in eine eigene Zeile. { $least } bis { $most } Zeilen mit je bis zu { $label } Zeichen.
desk-question-points = Stufen der Skala
desk-question-reading = Text
desk-question-reading-hint = Was die Menschen hier lesen sollen. Leere Zeilen machen Absätze.
desk-question-required = Pflicht
desk-question-required-hint = Ohne Antwort geht es nicht weiter. Nutzen Sie das sparsam.
desk-question-required-label = Diese Frage muss beantwortet werden
desk-question-text = Frage
desk-questions-empty = Hier steht noch keine Frage.
desk-removed-title = Gelöscht
desk-restore = Wieder holen
desk-survey-about = { $about ->
    [field] Zu einem Handlungsfeld
    [profile] Zur Person
   *[whole] Zum Ganzen
}
desk-survey-about-ask = Worum geht es?
desk-survey-about-field-hint = Die Ziele kommen gleich mit.
desk-survey-about-profile = Zur Person
desk-survey-about-profile-hint = Alter, Stadtteil und Ähnliches. Sie zählt nicht als Fragebogen.
desk-survey-about-taken = Dazu gibt es schon eine Umfrage.
desk-survey-about-whole = Zum Ganzen
desk-survey-about-whole-hint = Fragen, die zu keinem Handlungsfeld gehören.
desk-survey-add-button = Umfrage hinzufügen
desk-survey-answers = { $n ->
    [one] ein Fragebogen
   *[other] { $n } Fragebögen
}
desk-survey-closing = Was möchten Sie uns dazu noch sagen?
desk-survey-delete = Umfrage löschen
desk-survey-delete-button = Umfrage löschen
desk-survey-delete-text = Sie können die Umfrage danach wieder holen. Diese Fragen gehören dazu:
desk-survey-delete-title = Umfrage „{ $title }“ löschen?
desk-survey-frozen = Fest
desk-survey-frozen-answers = { $n ->
    [one] Ein Fragebogen zählt schon.
   *[other] { $n } Fragebögen zählen schon.
}
desk-survey-frozen-text = Jemand hat angefangen zu antworten. Darum bleiben die Fragen, wie sie sind. Nur Tippfehler können Sie noch berichtigen.
desk-survey-frozen-title = Diese Umfrage steht fest
desk-survey-intro = Einleitung
desk-survey-intro-hint = Steht über der ersten Frage.
desk-survey-new = Neue Umfrage
desk-survey-or = oder
desk-survey-preview = Ausprobieren
desk-survey-questions = { $n ->
    [0] keine Frage
    [one] eine Frage
   *[other] { $n } Fragen
}
desk-survey-questions-title = Fragen
desk-survey-read = Am Stück lesen
desk-survey-refused-behind = Die Frage bleibt hinter der, von der sie abhängt.
desk-survey-refused-decides = Eine Antwort, die wegfallen soll, entscheidet über eine andere Frage. Es ist alles geblieben, wie es war.
desk-survey-refused-frozen = Inzwischen hat jemand angefangen zu antworten. Die Fragen bleiben darum, wie sie sind.
desk-survey-refused-full = Eine Umfrage hat höchstens 200 Fragen.
desk-survey-settings = Titel und Einleitung
desk-survey-title = Titel
desk-survey-title-hint = Zu einem Handlungsfeld darf das Feld leer bleiben.
desk-survey-without = Noch ohne Frage
desk-surveys-add = Umfrage hinzufügen
desk-surveys-empty = Diese Beteiligung hat noch keine Umfrage.
desk-surveys-lead = Meist eine zu jedem Handlungsfeld. So muss niemand alles beantworten.
desk-surveys-title = Umfragen
error-condition-answers = Wählen Sie mindestens eine Antwort.
error-condition-question = Wählen Sie eine Frage, die davor steht.
error-correction-empty = Dieser Text darf nicht leer sein.
error-correction-large = Das ist mehr als ein Tippfehler: { $length } Zeichen sind anders, höchstens { $most } sind möglich.
error-correction-none = Hier ist noch nichts anders. Berichtigen Sie zuerst einen Text.
error-correction-note = Schreiben Sie kurz, was falsch war.
error-correction-sure = Bestätigen Sie, dass der Sinn gleich bleibt.
error-line-too-long = Zeile { $line } ist zu lang. Möglich sind { $most } Zeichen.
error-line-twice = Zeile { $line } steht schon weiter oben. Jede Zeile darf nur einmal vorkommen.
error-lines-count = Hier braucht es { $least } bis { $most } Zeilen. Gerade sind es { $length }.
error-option-decides = Eine Antwort, die wegfallen soll, entscheidet über eine andere Frage. Ändern Sie zuerst deren Bedingung.
error-question-text = Schreiben Sie, was Sie fragen möchten.
error-survey-about = Wählen Sie, worum es geht.
error-survey-title = Geben Sie der Umfrage einen Titel.
question-kind-date = Datum
question-kind-date-hint = Ein Tag im Kalender.
question-kind-goal = Bewertung eines Ziels
question-kind-goal-hint = Fünf Bewertungen und ein Kommentar.
question-kind-information = Information
question-kind-information-hint = Nur zum Lesen, ohne Antwort.
question-kind-long-text = Langer Text
question-kind-long-text-hint = Eine freie Antwort mit bis zu 4.000 Zeichen.
question-kind-multiple = Mehrfachauswahl
question-kind-multiple-hint = Mehrere Antworten aus einer Liste.
question-kind-number = Zahl
question-kind-number-hint = Eine ganze Zahl ab 0.
question-kind-ranking = Rangfolge
question-kind-ranking-hint = Antworten in eine Reihenfolge bringen, das Wichtigste zuerst.
question-kind-scale = Skala
question-kind-scale-hint = Mehrere Zeilen, die man mit denselben Stufen bewertet.
question-kind-short-text = Kurzer Text
question-kind-short-text-hint = Eine Zeile mit bis zu 200 Zeichen.
question-kind-single = Einfachauswahl
question-kind-single-hint = Eine Antwort aus einer Liste.
said-condition-kept = Die Bedingung ist gespeichert.
said-goals-added = Die Ziele sind dabei.
said-preview-over = Die Umfrage ist zu Ende. Es ist nichts gespeichert.
said-question-added = Die Frage ist dabei.
said-question-changed = Die Frage ist geändert.
said-question-copied = Die Kopie steht hinter der Frage.
said-question-corrected = Der Tippfehler ist berichtigt.
said-question-deleted = Die Frage ist gelöscht. Ganz unten holen Sie sie wieder.
said-question-moved = Die Frage ist verschoben.
said-question-restored = Die Frage ist wieder da. Sie steht am Ende.
said-survey-added = Die Umfrage ist angelegt.
said-survey-changed = Titel und Einleitung sind gespeichert.
said-survey-deleted = Die Umfrage ist gelöscht. Ganz unten holen Sie sie wieder.
said-survey-moved = Die Umfrage ist verschoben.
said-survey-restored = Die Umfrage ist wieder da. Sie steht am Ende.
