# An edition of the strategy to read. Sorted by key.
action-goals-title = What we plan to do for it
edition-empty = There is nothing in this edition yet.
edition-lead = { $goals } in { $fields }. Choose what you would like to read.
field-numbered = Field of action { $label }
field-on-this-page = On this page
field-plain = Field of action
goal-untitled = Strategic goal
leaf-after = Next field of action
leaf-all = { $n ->
    [one] Back to the overview
   *[other] Overview of all { $n } goals
}
leaf-before = Previous field of action
leaf-label = More fields of action
link-action-goal = Link
link-action-goal-rest = to action goal { $n }
link-field = Link to this field of action
link-goal = Link to this goal
link-principle = Link to this guiding principle
principle-title = Guiding principle
strategy-action-goals = { $n ->
    [one] 1 action goal
   *[other] { $n } action goals
}
strategy-fields = { $n ->
    [one] one field of action
   *[other] { $n } fields of action
}
strategy-goals = { $n ->
    [one] One goal
   *[other] { $n } goals
}
strategy-no-goals = There are no goals for this field of action yet.
