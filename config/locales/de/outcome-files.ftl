# Papiere zur Überarbeitung: Abwägungstabelle und Synopse. Sortiert nach Schlüssel.
export-button-csv = Als CSV
export-button-xlsx = Als Excel-Mappe
export-column-channel = Wie der Beitrag zur Stadt kam.
export-column-element = Der bleibende Name der Stelle. Leer: zum Ganzen.
export-column-id = Die Kennung des Beitrags. Sie steht in der Adresse seiner Seite.
export-column-kind = Woher der Beitrag kommt.
export-column-mark = Die Bewertung, mit der er abgegeben wurde.
export-column-n = Die laufende Nummer in dieser Datei.
export-column-outcome = Wie der Beitrag beantwortet ist. Jeder hat genau einen Wert.
export-column-positions = Was die Stadt tut: zu diesem Beitrag allein oder zu seinen Themen. Leer: noch nichts Freigegebenes.
export-column-read = Ob ihn schon jemand gelesen und zugeordnet hat.
export-column-text = Der Beitrag im Wortlaut.
export-column-themes = Seine Themen. Auf dem Blatt „Zuordnung“ steht jedes Paar in einer eigenen Zeile.
export-file = beitraege
export-head-id = Kennung
export-head-outcome = Antwort gegeben
export-head-read = Gelesen
export-head-text = Wortlaut
export-hint = Die Datei enthält genau die Beiträge dieser Liste mit ihren Themen. Das Herunterladen steht danach im Protokoll.
export-search = Gesucht
export-sheet-pairs = Zuordnung
export-title = Diese Beiträge mitnehmen
print-docx = Word (DOCX)
print-hint = Drucken Sie mit Ihrem Browser: A4 quer, mit Tabellenkopf auf jeder Seite.
print-title = Zum Mitnehmen und Drucken
print-xlsx = Excel (XLSX)
said-export-too-many = Das sind zu viele Beiträge für eine Datei. Wählen Sie mit den Filtern höchstens 20.000 aus.
synopsis-caption = Alt und neu: { $name }
synopsis-column-cause = Woher die Änderung kommt: aus Rückmeldungen oder aus der Redaktion.
synopsis-column-fate = Was mit diesem Teil geschehen ist. Leer: nichts.
synopsis-column-key = Der bleibende Name dieses Teils. Er ist in jeder Fassung derselbe.
synopsis-column-kind = Was für ein Teil es ist: Handlungsfeld, Leitsatz, Ziel oder Handlungsziel.
synopsis-column-reason = Die Begründung, die alle neben der Änderung lesen.
synopsis-column-text-after = Der Wortlaut in der neuen Fassung. Leer: Der Teil ist entfallen.
synopsis-column-text-before = Der Wortlaut in der alten Fassung. Leer: Der Teil ist neu.
synopsis-column-themes = Die Themen aus der Beteiligung, die zur Änderung führten, mit der Zahl ihrer Beiträge.
synopsis-column-title-after = Der Titel in der neuen Fassung.
synopsis-column-title-before = Der Titel in der alten Fassung.
synopsis-field = Handlungsfeld
synopsis-file = synopse
synopsis-goal = Ziel
synopsis-head-fate = Was geschehen ist
synopsis-head-key = Bleibender Name
synopsis-head-reason = Begründung
synopsis-head-text-after = Neuer Wortlaut
synopsis-head-text-before = Alter Wortlaut
synopsis-head-themes = Themen
synopsis-head-title-after = Neuer Titel
synopsis-head-title-before = Alter Titel
synopsis-heard = Aus der Beteiligung:
synopsis-lead = Von „{ $from }“ zu „{ $to }“: { $changed ->
    [0] Nichts hat sich geändert.
    [one] 1 Teil ist anders,
   *[other] { $changed } Teile sind anders,
} { $unchanged ->
    [one] 1 Teil ist gleich geblieben.
   *[other] { $unchanged } Teile sind gleich geblieben.
}
synopsis-link = Synopse: alt, neu, warum
synopsis-more = { $n ->
    [one] Ein Thema nennen wir, wenn die Stadt dazu veröffentlicht, was daraus wurde.
   *[other] { $n } Themen nennen wir, wenn die Stadt dazu veröffentlicht, was daraus wurde.
}
synopsis-not-after = Entfällt.
synopsis-not-before = Gab es noch nicht.
synopsis-renumbered = Vorher Nummer
synopsis-state-draft = Arbeitsstand vom { $day }, noch keine beschlossene oder veröffentlichte Fassung.
synopsis-title = Synopse
synopsis-title-of = Synopse: { $name }
synopsis-why = Warum
table-about-after = Fassung, die antwortet
table-about-before = Fassung, die auslag
table-all-fields = Alles
table-alone-answer = Eine einzelne Antwort
table-alone-comment = Ein einzelner Kommentar
table-alone-segment = Ein einzelner Abschnitt einer Stellungnahme
table-by-channel = nach Weg:
table-caption = Abwägung: { $name }
table-column-answer = Was die Stadt tut.
table-column-change = Was sich im Text geändert hat und in welcher Fassung. Leer: nichts.
table-column-channel = So viele Beiträge kamen auf diesem Weg. Leer: zu wenige, darum nicht einzeln gezeigt.
table-column-contributions = Wie viele Beiträge zu diesem Thema gehören. Ein Beitrag kann zu mehreren Themen gehören.
table-column-field = Das Handlungsfeld. Leer: Es geht um das Ganze.
table-column-kind = So viele Beiträge sind von dieser Art. Leer: zu wenige, darum nicht einzeln gezeigt.
table-column-label = Die Nummer im Dokument.
table-column-number = Die laufende Nummer. In der Tabelle eines Handlungsfelds ist sie dieselbe.
table-column-office = Wer in der Verwaltung zuständig ist.
table-column-place = Worum es geht: der Titel im Dokument.
table-column-reason = Warum die Stadt das tut.
table-column-said = Was zum Thema gehört. Bei einem einzelnen Beitrag: sein Wortlaut, wenn er öffentlich ist.
table-column-since = Der Tag, an dem das geschrieben wurde.
table-column-state = Ob das gilt oder noch ein Entwurf ist.
table-column-statements = Stellungnahmen, aus denen Beiträge kommen. Organisationen mit Namen, Personen nie.
table-column-theme = Das Thema. Oder dass es um einen einzelnen Beitrag geht.
table-count-answers = { $n ->
    [one] 1 Antwort
   *[other] { $n } Antworten
}
table-count-comments = { $n ->
    [one] 1 Kommentar
   *[other] { $n } Kommentare
}
table-count-segments = { $n ->
    [one] 1 Abschnitt
   *[other] { $n } Abschnitte
}
table-file = abwaegung
table-head-answer = Antwort der Stadt
table-head-change = Änderung im Text
table-head-contributions = Beiträge
table-head-field = Handlungsfeld
table-head-label = Nummer
table-head-number = Nr.
table-head-place = Stelle
table-head-reason = Begründung
table-head-said = Was gesagt wurde
table-head-since = Vom
table-head-state = Stand
table-head-statements = Stellungnahmen
table-lead = { $n ->
    [one] 1 Beitrag
   *[other] { $n } Beiträge
} und { $themes ->
    [one] 1 Thema
   *[other] { $themes } Themen
}. { $open ->
    [0] Jeder Beitrag hat eine Antwort.
    [one] 1 Beitrag insgesamt hat noch keine Antwort.
   *[other] { $open } Beiträge insgesamt haben noch keine Antwort.
}
table-link = Abwägungstabelle
table-no-change = Der Text hat sich dadurch nicht geändert.
table-note-count = Ein Beitrag kann zu mehreren Themen gehören. Darum ergeben die Zahlen der Themen zusammen mehr als die Zahl der Beiträge.
table-note-field = Themen, die überall vorkamen, stehen in der ganzen Tabelle.
table-note-names = Personen nennen wir nie beim Namen. Organisationen nennen wir, wenn ihre Stellungnahme öffentlich ist.
table-note-names-all = Personen nennen wir nie beim Namen, Organisationen schon.
table-note-small = Art und Weg der Beiträge stehen nur dort, wo es mindestens { $n } Beiträge sind.
table-note-withheld = Wo der Wortlaut eines einzelnen Beitrags nicht öffentlich ist, steht die Begründung nur auf der Seite der Verfasserin oder des Verfassers.
table-sheet = Abwägung
table-state-council = Für den Rat freigegeben am { $day }. Noch nicht öffentlich.
table-state-desk = Arbeitsstand der Verwaltung vom { $day }. Entwürfe sind als solche gekennzeichnet.
table-statement = Stellungnahme { $n }
table-tally-all = Alle
table-tally-caption = Jeder Beitrag einmal, nach seiner Antwort
table-tally-noted = Gelesen, ohne Thema: zur Kenntnis genommen
table-tally-open = Noch ohne Antwort
table-tally-outcome = Antwort
table-tally-own = Einzeln beantwortet
table-tally-sum = Zusammen
table-tally-themes = Mit seinen Themen beantwortet
table-tally-title = Zählung
table-title = Abwägungstabelle
table-title-of = Abwägungstabelle: { $name }
table-withheld = Der Wortlaut ist nicht öffentlich.
table-withheld-reason = Die Begründung ging an die Verfasserin oder den Verfasser.
