# Überblicke für den Rat: ein Handlungsfeld auf zwei Blättern. Sortiert nach Schlüssel.
briefing-across-table = Tabelle der Themen, die überall vorkamen
briefing-all-goals = Alle Ziele mit ihren Bewertungen
briefing-all-outcomes = Was aus allen Beiträgen wurde
briefing-all-results = Alle Ergebnisse
briefing-also-changed = Außerdem geändert
briefing-asked = Was am häufigsten gewünscht wurde
briefing-asked-none = Zu diesem Handlungsfeld gibt es noch keine Themen.
briefing-asked-table = Tabelle der Themen nach Häufigkeit
briefing-brand = Für den Rat
briefing-changed = { $changed ->
    [0] Von { $n } Zielen ist keines geändert.
    [one] Von { $n } Zielen ist 1 geändert.
   *[other] Von { $n } Zielen sind { $changed } geändert.
}
briefing-changed-short = { $changed } von { $n } Zielen geändert
briefing-changes = Was sich am Entwurf ändert
briefing-contested = Am meisten umstritten:
briefing-contributions = { $n ->
    [one] Beitrag in Worten
   *[other] Beiträge in Worten
}
briefing-council-only = Nur für den Rat
briefing-council-since = Freigegeben am { $day }, noch nicht öffentlich.
briefing-field = Handlungsfeld { $label }
briefing-fields = Alle Handlungsfelder
briefing-fields-contested = { $n ->
    [0] In keinem Handlungsfeld ist ein Ziel umstritten.
    [one] In 1 von { $all } Handlungsfeldern ist mindestens ein Ziel umstritten.
   *[other] In { $n } von { $all } Handlungsfeldern ist mindestens ein Ziel umstritten.
}
briefing-finding-agreed = Die Ziele finden Zustimmung: Bei jedem sagt mindestens die Hälfte der Bewertungen „richtig formuliert“.
briefing-finding-contested = { $n ->
    [one] Umstritten ist „{ $goal }“: Nur { $percent }{ "\u00A0" }% der Bewertungen sagen „richtig formuliert“.
   *[other] Umstritten sind { $n } Ziele, am meisten „{ $goal }“: Nur { $percent }{ "\u00A0" }% der Bewertungen sagen „richtig formuliert“.
}
briefing-goals = Umstrittene Ziele zuerst
briefing-goals-changed = { $n ->
    [one] Ziel geändert
   *[other] Ziele geändert
}
briefing-head-day = Tag
briefing-head-goal = Ziel
briefing-head-said = Vorschlag der Verwaltung
briefing-head-segments = Stellungnahmen
briefing-head-texts = Antworten, Kommentare
briefing-head-theme = Thema
briefing-more-goals = { $n ->
    [one] 1 weiteres Ziel findet mehr Zustimmung oder hat zu wenige Bewertungen.
   *[other] { $n } weitere Ziele finden mehr Zustimmung oder haben zu wenige Bewertungen.
}
briefing-more-themes = { $n ->
    [one] Dazu kommt 1 weiteres Thema.
   *[other] Dazu kommen { $n } weitere Themen.
}
briefing-more-voices = { $n ->
    [one] Dazu kommt 1 weitere Stellungnahme.
   *[other] Dazu kommen { $n } weitere Stellungnahmen.
}
briefing-multiples-about = Jeder Balken ist ein Ziel, in der Reihenfolge des Entwurfs. Alle haben denselben Maßstab.
briefing-no-answer = Die neue Fassung gibt es noch nicht.
briefing-no-changes = In diesem Handlungsfeld bleibt der Wortlaut, wie er war.
briefing-no-figures = Die Zahlen der Umfrage stehen hier, sobald sie veröffentlicht sind.
briefing-open-to-all = Alle konnten mitmachen. Die Zahlen sind kein Abbild der ganzen Stadt.
briefing-preparing = In Vorbereitung
briefing-preparing-about = Der Rat liest das erst, wenn Sie es freigeben.
briefing-print = Die Seite passt auf zwei Blätter A4: Wählen Sie im Menü Ihres Browsers „Drucken“.
briefing-questionnaires = { $n ->
    [one] Fragebogen
   *[other] Fragebögen
}
briefing-reason = Grund:
briefing-refused = Wo die Verwaltung nicht folgt
briefing-right = { $percent }{ "\u00A0" }% von { $n } Bewertungen: richtig formuliert
briefing-right-short = { $percent }{ "\u00A0" }% richtig formuliert
briefing-running = Die Ergebnisse sind noch nicht veröffentlicht: Das ist der Stand von jetzt.
briefing-same-reason = derselbe
briefing-since = freigegeben am { $day }
briefing-some-of = { $some } von { $n }
briefing-statements = { $n ->
    [one] Stellungnahme
   *[other] Stellungnahmen
}
briefing-statements-count = { $n ->
    [one] 1 Stellungnahme
   *[other] { $n } Stellungnahmen
}
briefing-step-open = steht aus
briefing-survey = Offene Umfrage:
briefing-title = Überblick für den Rat
briefing-voice-no-theme = hat sich dazu geäußert
briefing-voice-person = Stellungnahme Nummer { $n }
briefing-voices = Was Stellungnahmen sagen
briefing-way-caption = Beratungsfolge der Vorlage { $reference }
briefings-lead = Eine Seite für jedes Handlungsfeld: was die Menschen gesagt haben, was sich geändert hat und warum. Jede passt auf zwei Blätter.
briefings-none = Noch ist nichts für den Rat freigegeben.
briefings-title = Überblicke für den Rat
