## Umfragen aus LimeSurvey: was sich nicht lesen lässt, und was nicht übernommen wird.

desk-lss-again = Andere Datei wählen
desk-lss-all = Alles lässt sich übernehmen.
desk-lss-as = Was soll daraus werden?
desk-lss-changed = { $n ->
    [0] Nichts wird anders
    [one] Eins wird anders
   *[other] { $n } werden anders
}
desk-lss-each = { $n } Umfragen
desk-lss-each-cuts = { $n ->
    [one] Jede Gruppe wird eine Umfrage. Eine Bedingung zwischen zwei Gruppen fällt dabei weg.
   *[other] Jede Gruppe wird eine Umfrage. { $n } Bedingungen zwischen Gruppen fallen dabei weg.
}
desk-lss-each-hint = Jede Gruppe wird eine Umfrage.
desk-lss-file = Datei aus LimeSurvey
desk-lss-file-hint = In LimeSurvey: „Export“, „Umfragestruktur (.lss)“. Bis { $max } MB.
desk-lss-found = { $groups ->
    [one] { $questions } Fragen lassen sich übernehmen.
   *[other] { $questions } Fragen in { $groups } Gruppen lassen sich übernehmen.
}
desk-lss-group = Gruppe { $n }
desk-lss-lead = Sie sehen zuerst, was aus der Datei wird und was nicht übernommen wird. Dann entscheiden Sie.
desk-lss-link = Aus LimeSurvey übernehmen
desk-lss-look = Datei ansehen
desk-lss-lost = { $n ->
    [0] Alles wird übernommen
    [one] Eins wird nicht übernommen
   *[other] { $n } werden nicht übernommen
}
desk-lss-nothing-yet = Noch ist nichts gespeichert.
desk-lss-one = Eine Umfrage
desk-lss-one-hint = Alle Gruppen hintereinander.
desk-lss-take = Jetzt übernehmen
desk-lss-title = Umfrage aus LimeSurvey
desk-lss-whole = Umfrage
lss-changed-comment = Das Feld für Anmerkungen wird eine eigene Frage.
lss-changed-cut = Ein Text ist sehr lang. Er wird gekürzt.
lss-changed-decimals = Hier sind nur ganze Zahlen ab 0 möglich.
lss-changed-gender = LimeSurvey kennt nur „weiblich“ und „männlich“. Bitte ergänzen Sie die Antworten.
lss-changed-hidden = Die Frage ist in LimeSurvey versteckt. Hier ist sie zu sehen.
lss-changed-other = Das Feld bei der letzten Antwort wird eine eigene Frage.
lss-changed-split = Aus dieser Frage werden mehrere.
lss-lost-assessments = Punkte für Antworten werden nicht übernommen.
lss-lost-condition = Die Frage wird immer gestellt. Diese Bedingung wird nicht übernommen: { $word }
lss-lost-defaults = Vorausgewählte Antworten werden nicht übernommen. Alle Fragen beginnen leer.
lss-lost-end-text = Der Text nach der letzten Frage wird nicht übernommen. Hier bekommen alle eine Quittung.
lss-lost-equation = Die berechnete Frage bleibt weg.
lss-lost-kind = Diese Art von Frage gibt es hier nicht: { $word }. Die Frage bleibt weg.
lss-lost-language = Die Übersetzung in die Sprache „{ $word }“ wird nicht übernommen.
lss-lost-language-question = Die Frage nach der Sprache bleibt weg. Die Sprache wählt man oben auf der Seite.
lss-lost-media = Bilder und Videos werden nicht übernommen.
lss-lost-no-options = Die Frage hat zu wenige Antworten. Sie bleibt weg.
lss-lost-placeholder = Im Text steht ein Platzhalter in geschweiften Klammern. Bitte schreiben Sie den Text um.
lss-lost-quotas = Quoten werden nicht übernommen.
lss-lost-random = Die Antworten stehen hier immer in derselben Reihenfolge.
lss-lost-script = Ein Skript im Text wird nicht übernommen.
lss-lost-too-many-options = Die Frage hat mehr als 100 Antworten oder Zeilen. Sie bleibt weg.
lss-lost-upload = Dateien kann man hier nicht hochladen. Die Frage bleibt weg.
lss-lost-validation = Eigene Grenzen für die Antwort werden nicht übernommen.
lss-refused-broken = Die Datei ist beschädigt oder unvollständig, ab Zeile { $line }. Bitte exportieren Sie die Umfrage noch einmal aus LimeSurvey.
lss-refused-declares = Die Datei enthält eigene Vereinbarungen (DOCTYPE). LimeSurvey schreibt so etwas nicht. Wir lesen sie deshalb nicht.
lss-refused-empty = In der Datei ist keine Frage, die sich übernehmen lässt.
lss-refused-large = Die Datei ist zu groß. Möglich sind { $most } MB.
lss-refused-letters = Die Datei ist nicht in UTF-8 gespeichert. Bitte exportieren Sie die Umfrage noch einmal aus LimeSurvey.
lss-refused-many = Eine Umfrage hat höchstens { $most } Fragen. Legen Sie für jede Gruppe eine Umfrage an, oder teilen Sie die Umfrage in LimeSurvey.
lss-refused-missing = Wählen Sie die Datei aus.
lss-refused-no-survey = Das ist keine Umfrage aus LimeSurvey. Sie brauchen den Export „Umfragestruktur (.lss)“.
said-survey-imported = Die Umfrage ist übernommen. Sie können alles noch ändern.
