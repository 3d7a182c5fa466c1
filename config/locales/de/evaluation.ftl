# Veröffentlichte Ergebnisse. Sortiert nach Schlüssel.
channel-desk = Gespräch im Rathaus
channel-event = Veranstaltung
channel-import = Anderes System
channel-online = Online
channel-paper = Papier
results-all-numbers = Alle Zahlen als Tabelle
results-and = und
results-apart-caption = Bewertungen mit Zugangscode und ohne
results-apart-invited = Eingeladen
results-apart-open = Offen
results-apart-questionnaires = Hier sind das { $invited } Fragebögen mit Code und { $open } ohne.
results-apart-questions = Antworten auf die einzelnen Fragen, getrennt
results-apart-text = Eingeladene bekamen einen Brief mit einem Zugangscode. Offen sind alle anderen Fragebögen, auch die auf Papier.
results-apart-title = Eingeladene und offene Teilnahme
results-apart-too-few = Zu wenige für getrennte Zahlen
results-apart-why = Wir trennen nur, wenn auf jeder Seite mindestens { $n } Fragebögen sind. Sonst ließe sich auf einzelne Menschen schließen.
results-back-to-figures = Zurück zu den Zahlen
results-base-note = Alle konnten mitmachen. Die Zahlen zeigen, was die Teilnehmenden sagen. Sie sind kein Abbild der ganzen Stadt.
results-channels-caption = Fragebögen nach dem Weg, auf dem sie kamen
results-channels-title = Wie die Fragebögen zu uns kamen
results-channels-too-few = Es kamen nur wenige Fragebögen. Darum zeigen wir nicht, auf welchem Weg sie kamen.
results-checksum = Prüfsumme:
results-comments-crumb = Kommentare
results-comments-empty-page = Auf dieser Seite steht nichts.
results-comments-first = Zur ersten Seite
results-comments-lead = { $n ->
    [one] Hier steht der eine Text, den wir freigegeben haben.
   *[other] Hier stehen alle { $n } Texte, die wir freigegeben haben.
}
results-comments-none = Hier steht noch nichts. Wir zeigen nur Texte, die wir gelesen und freigegeben haben.
results-comments-title = Kommentare zu „{ $title }“
results-corrections-text = Tippfehler, die wir erst während der Umfrage gesehen haben. Der Sinn blieb gleich.
results-corrections-title = Was wir in den Fragen berichtigt haben
results-counted = Die Prozente sind so gerundet, dass sie zusammen 100 ergeben. Bei weniger als { $questionnaires } Fragebögen zeigen wir keine Verteilung. Bei weniger als { $marks } Bewertungen zeigen wir keine Prozente.
results-days-about = Fragebögen nach Tagen
results-days-by-day = Fragebögen je Tag
results-days-by-time = Fragebögen, gezählt ab dem Tag unter der Säule
results-days-caption = Fragebögen nach Tagen
results-days-most-day = Die meisten Fragebögen kamen am { $day }
results-days-most-days = Die meisten Fragebögen kamen vom { $from } bis { $until }
results-days-span = { $from } bis { $until }
results-days-title = Wann die Fragebögen kamen
results-days-too-few = Es kamen nur wenige Fragebögen. Darum zeigen wir nicht, an welchen Tagen sie kamen.
results-download-all = Alle Dateien: Datenpaket, R, SPSS, Diagramme und mehr
results-download-csv = Zahlen als CSV
results-download-text = Die Dateien enthalten dieselben Zahlen wie diese Seite.
results-download-title = Daten herunterladen
results-download-xlsx = Zahlen für Excel
results-finding-count = { $count ->
    [one] { $count } von { $n } Bewertungen sagt: richtig formuliert.
   *[other] { $count } von { $n } Bewertungen sagen: richtig formuliert.
}
results-finding-most = { $mark ->
    [bolder] { $percent }{ "\u00A0" }% der { $n } Bewertungen sagen: mutiger.
    [too_far] { $percent }{ "\u00A0" }% der { $n } Bewertungen sagen: geht zu weit.
    [unclear] { $percent }{ "\u00A0" }% der { $n } Bewertungen sagen: unklar.
    [drop] { $percent }{ "\u00A0" }% der { $n } Bewertungen sagen: streichen.
   *[right] { $percent }{ "\u00A0" }% der { $n } Bewertungen sagen: richtig formuliert.
}
results-finding-next = { $mark ->
    [bolder] { $percent }{ "\u00A0" }% wünschen sich mehr Mut.
    [too_far] { $percent }{ "\u00A0" }% sagen: geht zu weit.
    [unclear] { $percent }{ "\u00A0" }% finden den Wortlaut unklar.
    [drop] { $percent }{ "\u00A0" }% sagen: streichen.
   *[right] { $percent }{ "\u00A0" }% sagen: richtig formuliert.
}
results-finding-no-percent = Für Prozente sind das zu wenige.
results-finding-none = Hier hat niemand Ziele bewertet.
results-finding-too-few = Es kamen weniger als { $n } Fragebögen. Darum zeigen wir nicht, wie die Menschen geantwortet haben.
results-frozen = Dieser Stand ändert sich nicht mehr.
results-goals-about = Bewertungen je Ziel in Prozent. Die Mitte von „richtig formuliert“ ist die Achse.
results-goals-caption = Bewertungen je Ziel
results-goals-finding = { $which ->
    [all] Bei allen { $n } Zielen mit genug Bewertungen sagt mehr als die Hälfte: richtig formuliert
    [none] Bei keinem der { $n } Ziele mit genug Bewertungen sagt mehr als die Hälfte: richtig formuliert
   *[some] Bei { $some } von { $n } Zielen mit genug Bewertungen sagt mehr als die Hälfte: richtig formuliert
}
results-goals-title = { $n ->
    [1] So wurde das Ziel bewertet
    [2] So wurden die zwei Ziele bewertet
    [3] So wurden die drei Ziele bewertet
    [4] So wurden die vier Ziele bewertet
    [5] So wurden die fünf Ziele bewertet
    [6] So wurden die sechs Ziele bewertet
   *[other] So wurden die { $n } Ziele bewertet
}
results-head-answer = Antwort
results-head-channel = Weg
results-head-comments = Kommentare
results-head-count = Anzahl
results-head-days = Zeit
results-head-first = Auf Platz 1
results-head-goal = Ziel
results-head-group = Teilnahme
results-head-marks = Bewertungen
results-head-people = Personen
results-head-place = Mittlerer Platz
results-head-questionnaires = Fragebögen
results-head-share = Anteil
results-head-survey = Umfrage
results-head-texts = Texte
results-head-together = zusammen
results-index-consultations = Beteiligungen ansehen
results-index-empty = Noch gibt es keine Ergebnisse.
results-index-empty-next = Wenn eine Beteiligung endet, werten wir sie aus. Dann lesen Sie hier, was herausgekommen ist.
results-index-lead = Hier lesen Sie, was Menschen zu den Zielen gesagt haben. Ein veröffentlichter Stand ändert sich nicht mehr.
results-index-published = veröffentlicht am { $day }
results-index-title = Was herausgekommen ist
results-marks = { $n ->
    [one] { $n } Bewertung
   *[other] { $n } Bewertungen
}
results-marks-label = { $n ->
    [one] Bewertung
   *[other] Bewertungen
}
results-marks-on-goals-label = { $goals ->
    [one] { $n ->
        [one] Bewertung zu einem Ziel
       *[other] Bewertungen zu einem Ziel
    }
   *[other] { $n ->
        [one] Bewertung zu { $goals } Zielen
       *[other] Bewertungen zu { $goals } Zielen
    }
}
results-note-counts = Zu wenige für Prozente: { $counts }
results-note-too-few = Zu wenige Fragebögen. Darum zeigen wir hier keine Verteilung.
results-note-unmarked = Dieses Ziel hat niemand bewertet.
results-note-unrated = Hier hat niemand Ziele bewertet.
results-of = Ergebnisse: { $title }
results-overline-consultation = Ergebnisse der Beteiligung
results-overline-field = Ergebnisse der Umfrage · Handlungsfeld { $label }
results-overline-survey = Ergebnisse der Umfrage
results-page = Seite { $page } von { $pages }
results-page-before = Vorige Seite
results-page-next = Nächste Seite
results-pages-label = Seiten
results-people = { $n ->
    [one] { $n } Person
   *[other] { $n } Personen
}
results-people-label = { $n ->
    [one] Person
   *[other] Personen
}
results-percent = { $n }{ "\u00A0" }%
results-place = { $whole },{ $tenth }
results-profile-about = Diese Angaben waren freiwillig.
results-profile-title = Wer mitgemacht hat
results-published = Veröffentlicht am { $day }, Stand Nummer { $number }.
results-question-base = { $n ->
    [0] Diese Frage hat niemand beantwortet.
    [one] Antworten aus { $n } Fragebogen.
   *[other] Antworten aus { $n } Fragebögen.
}
results-question-caption = Wie oft jede Antwort gegeben wurde
results-question-multiple = Mehrere Antworten waren möglich.
results-question-not-100 = Die Prozente zählen Fragebögen. Zusammen ergeben sie darum nicht 100.
results-question-ranking = Je kleiner der mittlere Platz, desto wichtiger war es den Menschen.
results-question-texts = { $n ->
    [0] Zu dieser Frage hat niemand etwas geschrieben.
    [one] Zu dieser Frage hat ein Mensch etwas geschrieben.
   *[other] Zu dieser Frage gibt es { $n } Texte.
}
results-question-too-few = Zu wenige Fragebögen. Darum zeigen wir hier keine Verteilung.
results-questionnaires = { $n ->
    [one] { $n } Fragebogen
   *[other] { $n } Fragebögen
}
results-questionnaires-label = { $n ->
    [one] Fragebogen, jeder zählt einmal
   *[other] Fragebögen, jeder zählt einmal
}
results-questions-title = Was wir noch gefragt haben
results-quote-about = zu
results-quote-mark = Bewertung: { $mark }
results-quotes-all = { $n ->
    [one] Den freigegebenen Text lesen
   *[other] Alle { $n } freigegebenen Texte lesen
}
results-quotes-none = Zu dieser Umfrage hat niemand etwas geschrieben.
results-quotes-title = Was Menschen dazu geschrieben haben
results-quotes-unreleased = Von den Texten ist noch keiner freigegeben. Wir lesen jeden Text, bevor er hier steht.
results-row-base = { $marks } aus { $questionnaires }
results-small-numbers = Kleine Zahlen zeigen wir nicht einzeln.
results-small-numbers-why = Diese Wege haben wir zusammengezählt. So kann niemand auf einzelne Menschen schließen.
results-surveys-about = Bewertungen je Umfrage in Prozent. Die Mitte von „richtig formuliert“ ist die Achse.
results-surveys-caption = Bewertungen je Umfrage
results-surveys-title = So wurden die Ziele bewertet
results-texts-label = { $n ->
    [one] Kommentar oder Text
   *[other] Kommentare und Texte
}
results-too-few = zu wenige
