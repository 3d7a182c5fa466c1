# Auswertung: Beiträge lesen, Themen zuordnen.

coders-count = { $n ->
    [0] Noch niemand hat zugeordnet
    [one] 1 Person hat zugeordnet
   *[other] { $n } Personen haben zugeordnet
}
coders-title = Wer zuordnet
coding-all-read = Alle { $n } gelesen
coding-copies = Diesen Text gibt es { $n }-mal fast gleich.
coding-filter = Filtern
coding-grounds = Punktiert: Wörter, auf denen die Vorschläge beruhen.
coding-kept = Gespeichert.
coding-keys = Tasten
coding-keys-switch = Tasten verwenden
coding-keys-text = Mit 1 bis 9 kreuzen Sie Themen an. Eingabe speichert und geht weiter.
coding-near = In dieser Liste
coding-new-theme = Neues Thema
coding-no-theme = Ohne Thema
coding-no-themes-yet = Noch gibt es keine Themen. Geben Sie dem ersten einen Namen.
coding-note = Interne Notiz
coding-note-hint = Wird nicht veröffentlicht.
coding-note-of = Notiz:
coding-open = offen
coding-own-assessment = Nur zu diesem Beitrag abwägen
coding-place = Beitrag { $place }
coding-progress = { $coded } zugeordnet, { $open } offen
coding-read = zugeordnet
coding-save = Speichern und weiter
coding-several = mehrere möglich
coding-some-open = { $open } von { $all } offen
coding-state = Stand
coding-suggested = Vorschlag, noch nicht bestätigt
coding-suggested-hint = Vorschläge zählen erst, wenn Sie sie ankreuzen. Sie entstehen auf diesem Rechner aus dem, was schon zugeordnet ist.
coding-title = Beitrag { $place } von { $total }
coding-undo = Rückgängig
coding-without = Ohne Thema weiter
coding-wording = Zugeordneter Wortlaut
contribution-answer = Antwort
contribution-comment = Kommentar
contribution-segment = Abschnitt einer Stellungnahme
contribution-whole = zum Ganzen
contributions-begin = Offene der Reihe nach zuordnen
contributions-channel = Weg
contributions-desk-about = Alle Texte suchen und filtern
contributions-desk-lead = Was Menschen geschrieben haben: Antworten, Kommentare und Abschnitte von Stellungnahmen, neben dem Wortlaut, um den es geht.
contributions-desk-title = Beiträge
contributions-do-code = Zuordnen
contributions-element = Stelle
contributions-kind = Art
contributions-look = Ansehen
contributions-mark = Bewertung
contributions-person = Zur Person
contributions-person-hint = Angaben zur Person stehen nur zur Wahl, wenn mindestens fünf Menschen sie gemacht haben.
contributions-theme = Thema
contributions-words-hint = Die Suche findet auch andere Formen eines Worts: „Spielplatz“ findet „Spielplätze“.
desk-consultation-evaluation-about = Beiträge lesen, Themen zuordnen, abwägen
duplicates-about = Was fast gleich lautet, auf einmal zuordnen
duplicates-title = Gleichlautende Texte
error-coding-none = Wählen Sie ein Thema, oder gehen Sie ohne Thema weiter.
error-theme-element = Wählen Sie eine Stelle aus der Liste.
error-theme-into = Wählen Sie das Thema, in dem dieses aufgehen soll.
error-theme-name = Geben Sie dem Thema einen Namen.
error-theme-needed = Dieses Thema bleibt. Eine freigegebene Abwägung oder eine Änderung des Textes beruft sich darauf.
error-theme-taken = Ein Thema mit diesem Namen gibt es schon.
error-themes-many = Mehr als 300 Themen sind nicht möglich. Legen Sie zuerst einige zusammen.
evaluation-desk-done = { $n ->
    [one] Der eine Beitrag ist zugeordnet
   *[other] Alle { $n } Beiträge sind zugeordnet
}
evaluation-desk-empty = Noch gibt es keine Beiträge. Sobald jemand etwas schreibt, steht es hier.
evaluation-desk-go-on = Offene Beiträge lesen
evaluation-desk-lead = Lesen Sie, was Menschen geschrieben haben, und ordnen Sie es Themen zu. Was die Stadt zu einem Thema sagt, gilt für alle seine Beiträge.
evaluation-desk-open = { $open } von { $all } Beiträgen sind offen
evaluation-desk-title = Auswertung
evaluation-desk-whole = Dazu kommen { $all } Beiträge zum Ganzen, { $open } davon offen.
said-coding-undone = Zurückgenommen.
said-theme-gone = Das Thema ist weg.
said-theme-kept = Das Thema ist gespeichert.
said-theme-made = Das Thema ist angelegt.
segments-about = Aus einer Stellungnahme einzelne Abschnitte machen
segments-title = Stellungnahmen gliedern
suggestions-few = Bisher haben Menschen { $n } Vorschläge angesehen.
suggestions-share = Von { $n } angesehenen Vorschlägen waren { $share } % richtig.
theme-about = Was gehört dazu?
theme-about-hint = Ein Satz für alle, die zuordnen. Er hilft auch den Vorschlägen.
theme-element = Stelle
theme-element-hint = Ohne Stelle gilt das Thema überall.
theme-into = Aufgehen lassen in
theme-into-hint = Alle Beiträge wechseln dorthin.
theme-name = Name
theme-name-hint = So kurz, dass man ihn sich merkt. Er steht später öffentlich. Höchstens { $n } Zeichen.
themes-contributions = { $n ->
    [0] Noch kein Beitrag
    [one] 1 Beitrag
   *[other] { $n } Beiträge
}
themes-count = { $n ->
    [one] 1 Thema
   *[other] { $n } Themen
}
themes-create = Thema anlegen
themes-edit = Thema bearbeiten
themes-empty = Noch gibt es keine Themen. Sie entstehen beim Lesen; Sie können auch hier beginnen.
themes-end = Zusammenlegen oder löschen
themes-keep = Speichern
themes-lead = Was viele Beiträge gemeinsam haben. Die Stadt wägt Themen ab, und jede Änderung des Textes nennt die Themen, die sie ausgelöst haben.
themes-merge = Zusammenlegen
themes-new = Neues Thema
themes-none-yet = Noch keine
themes-remove = Thema löschen
themes-remove-text = Beim Löschen bleiben die Beiträge. Wer nur dieses Thema hatte, gilt dann als „ohne Thema“.
themes-title = Themen
