# Two editions side by side. Sorted by key.
compare-action-goal = Action goal
compare-added = { $n ->
    [one] part is new
   *[other] parts are new
}
compare-after = Now: { $name }
compare-all = Show everything
compare-before = Before: { $name }
compare-button = Compare
compare-fate-added = New
compare-fate-merged = Merged with
compare-fate-moved = Stands elsewhere
compare-fate-moved-from = Before in:
compare-fate-recast = Came out of
compare-fate-renumbered = Before number { $label }
compare-fate-retired = Dropped
compare-fate-reworded = Reworded
compare-fate-split = Split off from
compare-from = From
compare-hidden = { $n ->
    [one] 1 part of this field of action is unchanged.
   *[other] { $n } parts of this field of action are unchanged.
}
compare-lead = From “{ $from }” to “{ $to }”.
compare-lead-one = Please choose two different editions.
compare-lead-only = There is only one edition of this strategy so far. Once the next one is here, you can compare.
compare-moved = { $n ->
    [one] part stands elsewhere
   *[other] parts stand elsewhere
}
compare-nothing = Every field of action, guiding principle and goal is as it was.
compare-only-changes = Changes only
compare-read = Read the edition “{ $name }”
compare-retired = { $n ->
    [one] part was dropped
   *[other] parts were dropped
}
compare-reworded = { $n ->
    [one] part is reworded
   *[other] parts are reworded
}
compare-show = What is shown?
compare-title = This has changed
compare-title-one = Compare editions
compare-title-same = The wording has not changed
compare-to = To
compare-unchanged = { $n ->
    [one] part is unchanged
   *[other] parts are unchanged
}
diff-added-end = end of new
diff-added-start = new:
diff-key = How to read the comparison:
diff-key-added = what is underlined is new
diff-key-and = and
diff-key-removed = What is struck through was dropped
diff-removed-end = end of dropped
diff-removed-start = dropped:
edition-compare = Compare with another edition
edition-decided-on = Decided on { $day }
edition-newer = There is a newer edition:
edition-state-decided = Decided
edition-state-for-decision = Up for decision
edition-state-internal = Not published yet
edition-state-published = Published
edition-state-withdrawn = Withdrawn
edition-waits-for-decision = The council is going to decide on this edition.
