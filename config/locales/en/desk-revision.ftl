# Revision: the next edition beside what people said.

error-cause-choose = Choose a cause. Without a cause you cannot save.
error-cause-theme = Tick the themes the change follows.
revision-back = To the tree
revision-base = Based on: { $base }
revision-cause = Cause of the change
revision-cause-hint = Without a cause you cannot save. It will stand beside the change for everyone.
revision-changed-nothing = The wording is as in the edition before.
revision-changed-words = { $added ->
    [0] No new words
    [one] 1 new word
   *[other] { $added } new words
}, { $removed ->
    [0] none removed
    [one] 1 removed
   *[other] { $removed } removed
}
revision-compare = Compared with: { $base }
revision-compare-button = Load the comparison again
revision-contributions = All contributions about this place
revision-desk = Revision
revision-draft = Next edition
revision-editorial = Editorial
revision-editorial-hint = Spelling, law, a decision or clarity. Please give a reason.
revision-fields = All fields of action
revision-first = First edition
revision-heard-hint = The change follows one or several themes.
revision-marks = { $n ->
    [one] 1 mark
   *[other] { $n } marks
}
revision-more-themes = { $n ->
    [one] One more theme
   *[other] { $n } more themes
}
revision-neighbours = Before and after
revision-next = After (Alt + page down)
revision-no-consultation = There has been no consultation on this strategy yet.
revision-no-themes = No themes yet. They arise in the evaluation.
revision-parts = Parts of this field of action
revision-percent = { $n } %
revision-previous = Before (Alt + page up)
revision-put-aside = Put aside as a draft
revision-retired = No longer in the next edition
revision-retired-back = You can take it back in on the tree.
revision-retired-text = That something is left out needs a cause as well.
revision-said = What people said about it
revision-save = Save the change
revision-save-next = Save and go on
revision-segments = Statements
revision-split = Split in two
revision-split-not = Do not split it after all
revision-state-caused = changed, with a cause
revision-state-same = unchanged
revision-state-uncaused = changed, no cause yet
revision-themes = Themes and assessment
revision-title = Revise { $name }
revision-words = New wording
said-revision-kept = The change is saved.
tree-revise = Revise with contributions
trees-all-caused = Every change has its cause.
trees-before = So far: { $name }
trees-cause = Cause:
trees-decided = { $n ->
    [0] none assessed
   *[other] { $n } assessed
}
trees-explain = Name the cause
trees-field-changed = { $n ->
    [0] nothing changed
    [one] 1 part changed
   *[other] { $n } parts changed
}
trees-field-uncaused = { $n ->
    [one] 1 without a cause
   *[other] { $n } without a cause
}
trees-first-uncaused = To the first of them
trees-hidden = { $n ->
    [one] 1 part of this field of action is not in the selection.
   *[other] { $n } parts of this field of action are not in the selection.
}
trees-is = New
trees-is-elsewhere = Now stands elsewhere { $label }
trees-is-not = No longer here.
trees-is-same = Unchanged
trees-keys = The arrow keys take you from part to part, Enter opens one.
trees-none = Nothing here.
trees-nothing-yet = So far everything is as in the edition before.
trees-revise = Revise
trees-right = { $n }% right
trees-show-all = Everything
trees-show-changed = Changed
trees-show-open = Assessment open
trees-show-themes = With themes
trees-show-uncaused = Without a cause
trees-title = Both editions side by side
trees-uncaused = { $n ->
    [one] 1 change has no cause yet.
   *[other] { $n } changes have no cause yet.
}
trees-undecided = { $n } open
trees-was = So far
trees-was-not = Was not there.
