# Zwei Fassungen nebeneinander. Sortiert nach Schlüssel.
compare-action-goal = Handlungsziel
compare-added = { $n ->
    [one] Teil ist neu
   *[other] Teile sind neu
}
compare-after = Jetzt: { $name }
compare-all = Alles zeigen
compare-before = Vorher: { $name }
compare-button = Vergleichen
compare-fate-added = Neu
compare-fate-merged = Zusammengelegt mit
compare-fate-moved = Steht an anderer Stelle
compare-fate-moved-from = Vorher in:
compare-fate-recast = Hervorgegangen aus
compare-fate-renumbered = Vorher Nummer { $label }
compare-fate-retired = Entfallen
compare-fate-reworded = Anders formuliert
compare-fate-split = Herausgelöst aus
compare-from = Von
compare-hidden = { $n ->
    [one] 1 Teil dieses Handlungsfelds ist gleich geblieben.
   *[other] { $n } Teile dieses Handlungsfelds sind gleich geblieben.
}
compare-lead = Von „{ $from }“ zu „{ $to }“.
compare-lead-one = Wählen Sie zwei verschiedene Fassungen.
compare-lead-only = Von diesem Konzept gibt es bisher nur eine Fassung. Mit der nächsten können Sie hier vergleichen.
compare-moved = { $n ->
    [one] Teil steht an anderer Stelle
   *[other] Teile stehen an anderer Stelle
}
compare-nothing = Jedes Handlungsfeld, jeder Leitsatz und jedes Ziel ist gleich geblieben.
compare-only-changes = Nur Änderungen
compare-read = Die Fassung „{ $name }“ lesen
compare-retired = { $n ->
    [one] Teil ist entfallen
   *[other] Teile sind entfallen
}
compare-reworded = { $n ->
    [one] Teil ist anders formuliert
   *[other] Teile sind anders formuliert
}
compare-show = Was wird gezeigt?
compare-title = Das hat sich geändert
compare-title-one = Fassungen vergleichen
compare-title-same = Am Wortlaut hat sich nichts geändert
compare-to = Zu
compare-unchanged = { $n ->
    [one] Teil ist gleich geblieben
   *[other] Teile sind gleich geblieben
}
diff-added-end = Ende neu
diff-added-start = neu:
diff-key = So lesen Sie den Vergleich:
diff-key-added = Unterstrichenes ist neu
diff-key-and = und
diff-key-removed = Durchgestrichenes ist weggefallen
diff-removed-end = Ende weggefallen
diff-removed-start = weggefallen:
edition-compare = Mit einer anderen Fassung vergleichen
edition-decided-on = Beschlossen am { $day }
edition-newer = Es gibt eine neuere Fassung:
edition-state-decided = Beschlossen
edition-state-for-decision = Zur Entscheidung
edition-state-internal = Noch nicht veröffentlicht
edition-state-published = Veröffentlicht
edition-state-withdrawn = Zurückgezogen
edition-waits-for-decision = Der Rat entscheidet über diese Fassung.
