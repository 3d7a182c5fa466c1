# Auswertung: Beiträge lesen, Themen zuordnen.

agreement-good = gut
agreement-moderate = mäßig
agreement-none = nicht zu berechnen
agreement-very-good = sehr gut
agreement-weak = schwach
coders-agree = Bei allen Texten, die beide gelesen haben, sind sie sich einig.
coders-both = { $n ->
    [one] 1 Text von beiden gelesen
   *[other] { $n } Texte von beiden gelesen
}
coders-by-theme = Übereinstimmung bei jedem Thema
coders-col-both = beide
coders-col-only = nur { $who }
coders-count = { $n ->
    [0] Noch niemand hat zugeordnet
    [one] 1 Person hat zugeordnet
   *[other] { $n } Personen haben zugeordnet
}
coders-differ = Hier sind sie sich nicht einig
coders-differ-about = Sprechen Sie über diese Texte und ändern Sie, was Sie zugeordnet haben. Oft fehlt einem Thema nur ein Satz, der sagt, was dazugehört. Die Zahlen oben ändern sich mit.
coders-few = Bei weniger als 30 Texten sagen die Zahlen noch wenig.
coders-kappa = Kappa
coders-kappa-about = Cohens Kappa sagt, wie weit zwei über den Zufall hinaus übereinstimmen: 1 heißt immer, 0 nicht mehr als durch Zufall. Unter 0,4 gilt als schwach, ab 0,4 als mäßig, ab 0,6 als gut, ab 0,8 als sehr gut (nach Landis und Koch 1977). Ist ein Wert schwach, beschreiben Sie das Thema genauer.
coders-lead = Ordnen zwei Personen dieselben Texte zu, ohne voneinander zu wissen, zeigt sich, ob die Themen klar genug sind.
coders-meaning = Übereinstimmung
coders-mine = Was Sie noch nicht gelesen haben
coders-no-pair = Noch hat niemand einen Text zum zweiten Mal gelesen.
coders-none = Noch hat niemand etwas zugeordnet.
coders-pair = { $one } und { $other }
coders-pairs = Wer mit wem
coders-read = { $n } von { $all } zugeordnet
coders-same = Bei { $same } von { $texts } Texten, die beide gelesen haben, sind die Themen genau dieselben ({ $share } %).
coders-second = Zweite Person beim Zuordnen? Dann lesen Sie, ohne zu sehen, was andere gewählt haben:
coders-settle = Ansehen und klären
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
coding-not-mine = von mir noch nicht gelesen
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
contributions-alike-all = Alle zusammen ansehen und zuordnen
contributions-alike-count = { $n ->
    [one] und 1 weiterer, der dasselbe sagt
   *[other] und { $n } weitere, die dasselbe sagen
}
contributions-begin = Offene der Reihe nach zuordnen
contributions-channel = Weg
contributions-desk-about = Alle Texte suchen und filtern
contributions-desk-lead = Was Menschen geschrieben haben: Antworten, Kommentare und Abschnitte von Stellungnahmen, neben dem Wortlaut, um den es geht.
contributions-desk-title = Beiträge
contributions-do-code = Zuordnen
contributions-element = Stelle
contributions-fold = Gleiche und fast gleiche Beiträge zusammen zeigen
contributions-folded = { $n ->
    [one] 1 gleicher oder fast gleicher Beitrag steht unter einem anderen.
   *[other] { $n } gleiche oder fast gleiche Beiträge stehen unter anderen.
}
contributions-kind = Art
contributions-look = Ansehen
contributions-mark = Bewertung
contributions-person = Zur Person
contributions-person-hint = Angaben zur Person stehen nur zur Wahl, wenn mindestens fünf Menschen sie gemacht haben.
contributions-theme = Thema
contributions-unfold = Jeden einzeln zeigen
contributions-words-hint = Die Suche findet auch andere Formen eines Worts: „Spielplatz“ findet „Spielplätze“.
cross-about = Eine Frage nach einer anderen ausgezählt, auch nur für eine Gruppe
cross-care = Diese Tabelle zeigt genaue Zahlen, auch kleine. Bitte geben Sie sie nur weiter, wenn niemand daraus zu erkennen ist. Für die Öffentlichkeit sind die veröffentlichten Ergebnisse da.
cross-column = Spalten
cross-comment = Kommentar
cross-count = Auszählen
cross-download = Tabelle herunterladen (CSV)
cross-everybody = Alle
cross-file = kreuztabelle
cross-lead = Wählen Sie zwei Fragen. Sie sehen, wie viele Menschen beide so beantwortet haben, gezählt aus allen Fragebögen von jetzt.
cross-nobody = Niemand hat beide Fragen beantwortet.
cross-none = Diese Beteiligung hat noch keine Fragen.
cross-of-column = { $share } % der Spalte
cross-of-row = { $share } % der Zeile
cross-only = Nur Menschen mit dieser Antwort
cross-only-these = Nur:
cross-people = { $n ->
    [one] 1 Mensch hat beide Fragen beantwortet
   *[other] { $n } Menschen haben beide Fragen beantwortet
}
cross-place = Platz
cross-row = Zeilen
cross-several = Menschen können mehrere Antworten gegeben haben und stehen dann in mehreren Zeilen oder Spalten; die Summen zählen jeden Menschen einmal.
cross-shares = Anteile stehen nur bei Zeilen und Spalten mit mindestens { $least } Menschen.
cross-title = Kreuztabelle
cross-total = Gesamt
cross-turn = Zeilen und Spalten tauschen
cross-without = Entfernen
cross-wrote = etwas geschrieben
desk-consultation-evaluation-about = Beiträge lesen, Themen zuordnen, abwägen
duplicates-about = Was fast gleich lautet, auf einmal zuordnen
duplicates-all-same = Alle sind wortgleich.
duplicates-coded = { $coded } sind zugeordnet, { $open } offen.
duplicates-count = { $n } Texte
duplicates-do-code = Gemeinsam zuordnen
duplicates-done = alle zugeordnet
duplicates-done-text = Alle sind zugeordnet.
duplicates-empty = Bisher gleichen sich keine zwei Texte.
duplicates-heading = { $groups ->
    [one] { $texts } Texte sagen fast dasselbe
   *[other] { $texts } Texte gleichen sich in { $groups } Gruppen
}
duplicates-lead = Serienbriefe und Texte, die fast Wort für Wort gleich sind, stehen hier einmal. Jeder zählt weiter als eigener Beitrag; zuordnen können Sie alle auf einmal.
duplicates-more = { $n ->
    [one] Ein weiterer Wortlaut ist nicht gezeigt.
   *[other] { $n } weitere Wortlaute sind nicht gezeigt.
}
duplicates-no-themes = Noch gibt es keine Themen.
duplicates-none-same = Jeder ist ein wenig anders.
duplicates-open = noch offene
duplicates-open-text = Noch keiner ist zugeordnet.
duplicates-same = { $n } sind wortgleich.
duplicates-save = Alle { $n } zuordnen
duplicates-scattered = Nicht alle stehen bei derselben Stelle.
duplicates-themes = Themen für alle { $n } Texte
duplicates-themes-hint = Ersetzt, was Sie zu einzelnen dieser Texte schon gesagt haben. Was Kolleginnen und Kollegen sagten, bleibt.
duplicates-times = { $n }-mal
duplicates-title = Gleichlautende Texte
duplicates-undo = Zuordnung zurücknehmen
duplicates-variants = { $n ->
    [one] Ein anderer Wortlaut
   *[other] { $n } andere Wortlaute
}
duplicates-without = Alle ohne Thema
error-coding-none = Wählen Sie ein Thema, oder gehen Sie ohne Thema weiter.
error-segment-approved = Dieser Abschnitt bleibt. Zu ihm gibt es eine freigegebene Abwägung.
error-segment-none = Kreuzen Sie mindestens einen Absatz an.
error-segment-typed = Schreiben Sie die Worte aus der Anlage ab.
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
said-duplicates-coded = Alle Texte der Gruppe sind zugeordnet.
said-duplicates-lost = Das lässt sich nicht mehr zurücknehmen.
said-duplicates-undone = Zurückgenommen: Die Texte der Gruppe sind zugeordnet wie vorher.
said-segments-back = Der Abschnitt ist wieder da.
said-segments-carried = Die Abschnitte stehen jetzt in der neuen Fassung.
said-segments-lost = Der Abschnitt lässt sich nicht mehr zurückholen. Bilden Sie ihn neu.
said-segments-made = Die Abschnitte sind gebildet. Sie stehen jetzt bei den Beiträgen.
said-segments-newer = Inzwischen gilt eine neue Fassung. Nichts wurde geändert.
said-segments-placed = Die Stelle ist geändert.
said-theme-gone = Das Thema ist weg.
said-theme-kept = Das Thema ist gespeichert.
said-theme-made = Das Thema ist angelegt.
segments-about = Aus einer Stellungnahme einzelne Abschnitte machen
segments-about-what = Worum geht es?
segments-again-text = Die Abschnitte unten stammen aus einer früheren Fassung. Was Wort für Wort gleich geblieben ist, behält beim Übernehmen seine Themen. Was nicht mehr dasteht, entfällt mit allem, was dazu gesagt wurde.
segments-again-title = Eine neue Fassung gilt
segments-approved = abgewogen
segments-as-written = Wie im Text angegeben
segments-by-element = { $n ->
    [one] 1 offene Stellungnahme ist
   *[other] { $n } offene Stellungnahmen sind
} schon nach Stellen geschrieben. Daraus kann jeder Teil ein Abschnitt werden; Sie können danach alles noch ändern.
segments-cancel = Abbrechen
segments-carry = Auf die neue Fassung übernehmen
segments-count = { $n ->
    [one] 1 Abschnitt
   *[other] { $n } Abschnitte
}
segments-done = { $n ->
    [one] Die eine Stellungnahme ist gegliedert
   *[other] Alle { $n } Stellungnahmen sind gegliedert
}
segments-empty = Noch zählt keine Stellungnahme.
segments-files = Aus den Anlagen
segments-files-about = Was nur in einer Anlage steht, schreiben Sie hier ab. Dann kann es Themen bekommen wie jeder andere Text.
segments-files-count = { $n ->
    [one] 1 Anlage
   *[other] { $n } Anlagen
}
segments-goes = entfällt
segments-inside = { $inside } von { $all } Absätzen in Abschnitten
segments-join = Abschnitt bilden
segments-lead = Eine Stellungnahme spricht oft über vieles. Gliedern Sie sie in Abschnitte, jeden zu einer Stelle; jeder Abschnitt wird ein Beitrag.
segments-next = Nächste offene: Nummer { $n }
segments-nil = Eine Fehlanzeige: Es gibt nichts zu gliedern.
segments-none-about = Was in keinem Abschnitt steht, kommt nicht in die Auswertung: Anrede, Gruß, Unterschrift.
segments-none-yet = Noch kein Abschnitt
segments-number = Abschnitt
segments-one-lead = Kreuzen Sie an, was zusammengehört. Absätze, die beieinanderstehen, werden ein Abschnitt; was dazwischen frei bleibt, trennt.
segments-one-title = Stellungnahme { $n } gliedern
segments-only-files = kein Text, nur Anlagen
segments-open = { $open } von { $all } Stellungnahmen sind zu gliedern
segments-paragraphs = { $n ->
    [one] 1 Absatz
   *[other] { $n } Absätze
}
segments-person = Person
segments-place = Stelle ändern
segments-remove = Entfernen
segments-removed = Der Abschnitt ist entfernt.
segments-search = Organisation
segments-split-all = Jeden Teil als Abschnitt übernehmen
segments-state-again = neu gliedern
segments-state-all = gegliedert
segments-state-open = offen
segments-state-some = teils gegliedert
segments-statement = Ganze Stellungnahme
segments-stays = bleibt
segments-take-parts = Jeden Teil als Abschnitt
segments-take-rest = Alles Übrige als Abschnitte
segments-title = Stellungnahmen gliedern
segments-typed = Worte aus der Anlage
segments-typed-make = Als Abschnitt aufnehmen
segments-typed-off = aus einer Anlage
segments-whole = Zum Ganzen
segments-whole-part = Text als Ganzes
statement-desk-segments = In Abschnitte gliedern
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
