# Was aus den Beiträgen wurde.

mail-considered-body =
    Guten Tag,
    Sie haben sich an „{ $title }“ beteiligt. Danke dafür.
    Wir haben alles gelesen. Was aus den Beiträgen wurde und warum, steht jetzt hier, auch was sich in der Fassung „{ $edition }“ geändert hat:
    { $url }
    Mit dem Code Ihrer Quittung sehen Sie, was aus Ihrem eigenen Beitrag wurde:
    { $receipt }
    Diese E-Mail bekommen Sie einmal, weil Sie eine Adresse hinterlassen haben.
    Freundliche Grüße
    { $portal }
    { $town }
mail-considered-body-waiting =
    Guten Tag,
    Sie haben sich an „{ $title }“ beteiligt. Danke dafür.
    Wir haben alles gelesen. Was die Stadt zu den Beiträgen sagt, steht jetzt hier. Die nächste Fassung folgt:
    { $url }
    Mit dem Code Ihrer Quittung sehen Sie, was zu Ihrem eigenen Beitrag gesagt wird:
    { $receipt }
    Diese E-Mail bekommen Sie einmal, weil Sie eine Adresse hinterlassen haben.
    Freundliche Grüße
    { $portal }
    { $town }
mail-considered-subject = Was aus Ihrem Beitrag wurde: { $title }
outcome-across = Themen, die überall vorkamen
outcome-across-text = Was viele zu verschiedenen Zielen geschrieben haben.
outcome-all-fields = Alle Handlungsfelder
outcome-all-shown = { $n ->
    [one] Der Beitrag im Wortlaut:
   *[other] Alle { $n } Beiträge im Wortlaut:
}
outcome-briefing = Dieses Handlungsfeld auf zwei Blättern
outcome-changed = Was sich geändert hat
outcome-compare = Alte und neue Fassung vergleichen
outcome-field-changed = { $n ->
    [one] 1 Stelle geändert
   *[other] { $n } Stellen geändert
}
outcome-field-count = { $n ->
    [0] keine Beiträge
    [one] 1 Beitrag
   *[other] { $n } Beiträge
}
outcome-field-lead = Sie haben { $n } Beiträge geschrieben. { $changed ->
    [one] Eine Stelle ist jetzt anders.
   *[other] { $changed } Stellen sind jetzt anders.
} Hier steht, was neu ist und warum.
outcome-field-of = Handlungsfeld { $label } ·
outcome-field-same = Sie haben { $n } Beiträge geschrieben. Der Text bleibt hier, wie er war. Hier steht, warum.
outcome-fields = Nach Handlungsfeldern
outcome-lead = Sie haben { $n } Beiträge geschrieben. Jeder wurde gelesen und hat eine Antwort. Was sich geändert hat, steht in der Fassung „{ $edition }“.
outcome-lead-waiting = Sie haben { $n } Beiträge geschrieben. Jeder wurde gelesen und hat eine Antwort. Die nächste Fassung folgt.
outcome-no-effect = Der Text hat sich dadurch nicht geändert.
outcome-none-shown = Die Beiträge selbst sind nicht öffentlich.
outcome-not-yet = Die Antwort steht noch aus.
outcome-own-ahead = Die Verwaltung liest und wägt ab
outcome-own-ahead-text = Sobald veröffentlicht ist, was daraus wurde, steht es hier.
outcome-own-answered = Ihre Beiträge haben eine Antwort
outcome-own-back = Alles unter diesem Code
outcome-own-changed = { $n ->
    [one] Ihr Beitrag hat den Entwurf mit verändert
   *[other] { $n } Ihrer Beiträge haben den Entwurf mit verändert
}
outcome-own-effects = Neuer Wortlaut
outcome-own-lead = Von jedem Beitrag führt ein Faden zu dem, was die Stadt dazu sagt, und zu dem, was sich geändert hat.
outcome-own-link = Was wurde aus meinem Beitrag?
outcome-own-none = Unter diesem Code gibt es keine eigenen Texte. Ihre Bewertungen sind in den Ergebnissen gezählt.
outcome-own-noted = Gelesen und zur Kenntnis genommen
outcome-own-noted-text = Ihr Text verlangt keine Änderung. Danke, dass Sie ihn geschrieben haben.
outcome-own-one = Beitrag { $n }
outcome-own-others = { $n ->
    [one] Nur Ihr Beitrag sagt das.
   *[other] { $n } Beiträge sagen Ähnliches.
}
outcome-own-row = Was die Stadt dazu sagt und was sich geändert hat
outcome-own-said = Das sagt die Stadt dazu
outcome-own-title = Was aus Ihren Beiträgen wird
outcome-own-waiting = Ihre Beiträge sind angekommen. Wenn die Auswertung fertig ist, steht hier, was daraus wurde.
outcome-own-wrote = Sie haben geschrieben
outcome-quiet = { $n ->
    [one] Ein weiterer Teil ist unverändert; dazu hat niemand etwas vorgeschlagen.
   *[other] { $n } weitere Teile sind unverändert; dazu hat niemand etwas vorgeschlagen.
}
outcome-read = { $n ->
    [0] Zum Thema
    [one] 1 Beitrag lesen
   *[other] { $n } Beiträge lesen
}
outcome-said = Was Menschen gesagt haben
outcome-short = Was daraus wurde
outcome-since = Veröffentlicht am { $day }.
outcome-some-shown = { $shown } von { $n } Beiträgen sind öffentlich.
outcome-theme-heard = { $n ->
    [one] 1 Beitrag
   *[other] { $n } Beiträge sagen Ähnliches
}
outcome-theme-read = Beiträge lesen
outcome-theme-said = Was die Stadt dazu sagt
outcome-themes = Themen in Ihren Beiträgen
outcome-title = Was aus Ihren Beiträgen wurde
outcome-unchanged = Was geblieben ist
outcome-why = Warum?
outcome-words = Die geänderten Wörter
