# Eine Fassung der Strategie zum Lesen. Sortiert nach Schlüssel.
action-goals-title = Das nehmen wir uns dafür vor
edition-empty = In dieser Fassung steht noch nichts.
edition-lead = { $goals } in { $fields }. Wählen Sie, was Sie lesen möchten.
field-numbered = Handlungsfeld { $label }
field-on-this-page = Auf dieser Seite
field-plain = Handlungsfeld
goal-untitled = Strategisches Ziel
leaf-after = Nächstes Handlungsfeld
leaf-all = { $n ->
    [one] Zur Übersicht
   *[other] Zur Übersicht über alle { $n } Ziele
}
leaf-before = Voriges Handlungsfeld
leaf-label = Weitere Handlungsfelder
link-action-goal = Link
link-action-goal-rest = zu Handlungsziel { $n }
link-field = Link zu diesem Handlungsfeld
link-goal = Link zu diesem Ziel
link-principle = Link zu diesem Leitsatz
principle-title = Leitsatz
strategy-action-goals = { $n ->
    [one] 1 Handlungsziel
   *[other] { $n } Handlungsziele
}
strategy-fields = { $n ->
    [one] einem Handlungsfeld
   *[other] { $n } Handlungsfeldern
}
strategy-goals = { $n ->
    [one] Ein Ziel
   *[other] { $n } Ziele
}
strategy-no-goals = Zu diesem Handlungsfeld gibt es noch keine Ziele.
