# Papierbögen: der Fragebogen zum Ausdrucken, Stapel, Abtippen, Prüfen. Sortiert nach Schlüssel.
error-paper-channel = Wählen Sie, wie die Bögen kamen.
error-paper-consultation = Wählen Sie eine Beteiligung.
error-paper-full = Der Stapel ist voll. Bitte beginnen Sie einen neuen.
error-paper-name = Schreiben Sie einen Namen für den Stapel.
error-paper-not-ready = Noch sind nicht alle Bögen geprüft.
error-paper-out-of-time = Bogen { $number } kam nicht in der Zeit der Umfrage an. Bitte prüfen Sie den Tag. Was zu spät kam, nehmen Sie aus dem Stapel.
error-paper-unfit = Bogen { $number } passt nicht mehr zu den Fragen. Bitte öffnen und speichern Sie ihn neu.
error-sheet-day = An diesem Tag lief die Umfrage nicht. Was zu spät kam, zählt nicht.
error-sheet-empty = Auf dem Bogen ist noch nichts angekreuzt. Leere Bögen erfassen Sie nicht.
error-sheet-no-day = Schreiben Sie einen Tag, zum Beispiel 3.7.2026.
error-sheet-not-asked = Diese Frage war nach den anderen Antworten nicht zu beantworten. Lassen Sie sie leer.
error-sheet-own = Diesen Bogen haben Sie selbst getippt. Bitte lassen Sie ihn von jemand anderem prüfen.
form-after = Nur, wenn Sie bei Frage { $number } dies angekreuzt haben:
form-comment = Ihr Kommentar (freiwillig):
form-hand-in = Hier geben Sie den Bogen ab: { $place }.
form-hand-in-town = Geben Sie den Bogen bei der Stadt { $town } ab.
form-how = So füllen Sie den Bogen aus
form-how-cross = Kreuzen Sie an, was für Sie stimmt:
form-how-free = Sie können jede Frage auslassen.
form-how-name = Schreiben Sie bitte keinen Namen auf den Bogen.
form-how-to-print = Drucken Sie diese Seite mit Ihrem Browser (Strg und P). Ein Bogen ist für eine Person.
form-office = Das füllt die Stadt aus
form-office-day = Eingang
form-office-number = Bogen-Nr.
form-online = Lieber online?
form-or = oder
form-qr = QR-Code: führt zur Umfrage im Internet
form-questions = Fragen?
form-ranking = Schreiben Sie Zahlen in die Kästchen: 1 für das Wichtigste, dann 2 und so weiter.
form-thanks = Danke, dass Sie mitmachen.
form-title = Fragebogen zum Ausdrucken
form-until = Bitte abgeben bis { $day }
paper-back = Alle Stapel
paper-begin = Stapel beginnen
paper-channel = Weg
paper-check = Bögen prüfen
paper-check-others = Die übrigen Bögen haben Sie getippt. Jemand anderes prüft sie.
paper-checked = Geprüft
paper-consultation = Beteiligung
paper-count = Stapel zählen lassen
paper-count-button = Jetzt zählen lassen
paper-count-text = Danach lassen sich die Bögen nicht mehr ändern. Die Antworten stehen dann nur noch in der Auswertung. Heben Sie das Papier auf: Es bleibt das Original.
paper-count-title = { $sheets ->
     [one] Einen Bogen
    *[other] { $sheets } Bögen
 } aus „{ $name }“ zählen lassen?
paper-entered-on = Gezählt am { $day }.
paper-entered-text = Die Antworten stehen jetzt in der Auswertung und nicht mehr hier. Das Papier bleibt das Original.
paper-last-day = Es zählt, was bis { $day } ankam.
paper-lead = Hier tippen Sie Fragebögen ab, die auf Papier kamen. Eine zweite Person prüft sie. Dann zählen sie wie alle anderen.
paper-name = Name des Stapels
paper-name-hint = Was auf der Mappe steht, zum Beispiel „Bürgerbüro, Mappe 3“. Höchstens { $n } Zeichen.
paper-new = Neuer Stapel
paper-new-lead = Legen Sie die Bögen einer Mappe zu einem Stapel zusammen.
paper-no-consultation = Zurzeit hat noch keine Umfrage begonnen. Papierbögen gibt es erst danach.
paper-none = Noch ist kein Stapel angelegt. Legen Sie die ersten Bögen zusammen und beginnen Sie einen neuen.
paper-not-counted = Der Stapel zählt noch nicht
paper-opened = Begonnen
paper-opened-by = begonnen am { $day } von { $name }
paper-ready-text = Alle Bögen sind bereit. Sie können sie jetzt zählen lassen.
paper-remove = Stapel löschen
paper-remove-button = Löschen
paper-remove-text = { $sheets ->
     [0] Er ist noch leer.
     [one] Der getippte Bogen geht verloren. Das lässt sich nicht rückgängig machen.
    *[other] Die { $sheets } getippten Bögen gehen verloren. Das lässt sich nicht rückgängig machen.
 }
paper-remove-title = Stapel „{ $name }“ löschen?
paper-search = Name oder Beteiligung
paper-sheets = Bögen
paper-stage = Stand
paper-stage-empty = Leer
paper-stage-entered = Gezählt
paper-stage-ready = Bereit zum Zählen
paper-stage-waiting = Wartet auf Prüfung
paper-to-check = { $n ->
     [one] Einen Bogen können Sie prüfen.
    *[other] { $n } Bögen können Sie prüfen.
 }
paper-type = Bogen tippen
said-paper-begun = Der Stapel ist angelegt. Sie können die Bögen jetzt tippen.
said-paper-counted = Der Stapel ist gezählt.
said-paper-removed = Der Stapel ist gelöscht.
said-sheet-checked = Der Bogen ist geprüft.
said-sheet-corrected = Der Bogen ist geändert. Jetzt prüft ihn noch jemand anderes.
said-sheet-kept = Der Bogen ist gespeichert.
said-sheet-removed = Der Bogen ist gelöscht.
sheet-act-head = Aktion
sheet-answers-head = Antworten
sheet-blank = leer
sheet-change-lead = Wenn Sie etwas ändern, prüft den Bogen noch einmal jemand anderes.
sheet-check-lead = Vergleichen Sie jedes Kreuz mit dem Papier. Stimmt etwas nicht? Dann ändern Sie es hier.
sheet-check-title = Bogen { $number } prüfen
sheet-checked-head = Geprüft von
sheet-comment = Kommentar
sheet-date = Tag, zum Beispiel 3.7.2026
sheet-fault = Frage { $number }: { $message }
sheet-keys = Mit der Tabulatortaste gehen Sie weiter. Eine Ziffer kreuzt das Kästchen mit dieser Zahl an, 0 lässt die Frage leer.
sheet-new-lead = Schreiben Sie die Nummer { $number } auf den Bogen.
sheet-number-head = Bogen
sheet-received = Eingangstag
sheet-received-head = Eingang
sheet-received-hint = Vom { $first } bis { $last }.
sheet-remove-button = Löschen
sheet-remove-text = Das lässt sich nicht rückgängig machen. Die Nummern der anderen Bögen bleiben.
sheet-remove-title = Bogen { $number } aus „{ $name }“ löschen?
sheet-save = Speichern
sheet-save-check = Geprüft, weiter
sheet-save-end = Speichern und zum Stapel
sheet-save-next = Speichern und nächster
sheet-text = Text, höchstens { $n } Zeichen
sheet-title = Bogen { $number }
sheet-typed-head = Getippt von
sheet-unchecked = noch nicht
sheet-whole-number = Ganze Zahl
