# Kopf, Fuß und Wörter, die auf vielen Seiten stehen. Sortiert nach Schlüssel.
bars-less = soll weniger wollen
bars-more = soll mehr wollen
bars-right = richtig so
breadcrumb-label = Sie sind hier
demo-notice = Dies ist eine Vorführung. Stadt, Menschen und Zahlen sind erfunden.
error-summary-kept = Was Sie eingegeben haben, ist noch da. Es ist nichts verloren.
error-summary-title = { $n ->
    [one] Bitte prüfen Sie eine Stelle
   *[other] Bitte prüfen Sie { $n } Stellen
}
error-title = Bitte prüfen:
field-choose = Bitte wählen
field-limit = Bis zu { $n } Zeichen.
field-optional = (freiwillig)
footer-desk = Für die Verwaltung
footer-label = Fußzeile
footer-software = Trialog ist freie Software (EUPL 1.2).
header-website-of = Eine Website der Stadt { $town }
mark-bolder = mutiger
mark-drop = streichen
mark-right = richtig formuliert
mark-too-far = geht zu weit
mark-unclear = unklar
month-letter = { $n ->
    [1] J
    [2] F
    [3] M
    [4] A
    [5] M
    [6] J
    [7] J
    [8] A
    [9] S
    [10] O
    [11] N
   *[12] D
}
month-name = { $n ->
    [1] Januar
    [2] Februar
    [3] März
    [4] April
    [5] Mai
    [6] Juni
    [7] Juli
    [8] August
    [9] September
    [10] Oktober
    [11] November
   *[12] Dezember
}
nav-consultations = Beteiligungen
nav-label = Hauptmenü
nav-own-organisation = Ihre Organisation
nav-papers = Vorlagen
nav-receipt = Meine Quittung
nav-results = Ergebnisse
skip-to-content = Zum Inhalt springen
tracks-today = heute
