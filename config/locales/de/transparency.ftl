# Die Prüfliste: was sie ist, wie man prüft, was sie nicht zeigt. Sortiert nach Schlüssel.
log-check-keep = Heben Sie den Prüfpunkt von heute auf, wenn Sie später sehen wollen, dass nichts verändert wurde: Eine neue Liste muss mit der alten beginnen.
log-check-link = Zur eigenen Quittung
log-check-receipt = Auf Ihrer Quittung finden Sie eine Datei „Nachweis“. Darin steht, was Sie abgegeben haben, und was Sie zum Prüfen brauchen.
log-check-title = So prüfen Sie selbst
log-check-tool = Prüfen Sie nicht auf dieser Website, sondern mit dem Prüfprogramm (verify.py oder verify.html), das der Software beiliegt. Es braucht kein Internet und fragt niemanden.
log-file-checkpoint = Prüfpunkt
log-file-checkpoint-about = der unterschriebene Stand der Liste
log-file-entries = Alle Zeilen
log-file-entries-about = eine Zeile je Vorgang, als Text
log-how-batch = Neue Zeilen kommen stündlich dazu, gemischt und wenn möglich mehrere zugleich: Aus ihrem Platz lässt sich nicht ablesen, von wem oder wann genau ein Beitrag kam. Spätestens am nächsten Tag steht Ihre Zeile in der Liste.
log-how-gone = Wird ein Beitrag zurückgenommen oder gelöscht, kommt eine Zeile dazu, die das sagt. Der Inhalt und Ihr Schlüssel dazu verschwinden; die alte Zeile ist dann nur noch eine Zufallszahl.
log-how-line = Jeder Fragebogen, jeder Kommentar und jede Stellungnahme bekommt eine Zeile, jede Korrektur noch eine. Zeilen werden nie verändert und nie entfernt.
log-how-secret = In der Zeile steht nicht, was Sie geschrieben haben, sondern eine Prüfsumme. Nur mit dem Schlüssel in Ihrem Nachweis lässt sich zeigen, dass sie zu Ihren Worten gehört.
log-how-title = Was in der Liste steht
log-key-about = Mit diesem Schlüssel unterschreibt die Stadt jeden Stand der Liste. Vergleichen Sie den Fingerabdruck mit dem, den die Stadt anderswo veröffentlicht hat.
log-key-programs = Der Schlüssel für Prüfprogramme:
log-key-title = Der Schlüssel der Stadt
log-lead = In dieser Liste hat jeder Beitrag eine Zeile. Wer eine Quittung hat, kann prüfen, dass der eigene Beitrag unverändert da ist und mitgezählt wurde.
log-limits-invented = dass die Stadt keine Beiträge erfindet. Sichtbar ist aber, wie viele es sind, und dass nach der Auswertung keine mehr dazukommen.
log-limits-once = dass niemand zweimal teilgenommen hat. Umfragen ohne Zugangscode sind offen für alle.
log-limits-show = dass alle Menschen dieselbe Liste sehen. Das zeigt sich erst, wenn mehrere ihre Prüfpunkte vergleichen.
log-limits-title = Was die Liste nicht zeigen kann
log-results = Sie steht mit der Zahl der Fragebögen in der Prüfliste.
log-state-empty = Noch steht keine Zeile in der Liste.
log-state-size = { $n ->
    [one] Eine Zeile, unterschrieben am { $at } Uhr.
   *[other] { $n } Zeilen, unterschrieben am { $at } Uhr.
}
log-state-title = Der Stand heute
log-title = Prüfliste
receipt-proof = Nachweis zum Prüfen
receipt-proof-about = Ihr Beitrag steht spätestens morgen mit einer Prüfsumme in der öffentlichen Prüfliste. Mit dem Nachweis können Sie ohne uns prüfen, dass er unverändert da ist.
receipt-proof-file = nachweis
