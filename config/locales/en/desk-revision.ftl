# Revision: the next edition beside what people said.

error-cause-choose = Choose a cause. Without a cause you cannot save.
error-cause-theme = Tick the themes the change follows.
revision-back = To the tree
revision-base = Based on: { $base }
revision-cause = Cause of the change
revision-cause-hint = Without a cause you cannot save. It will stand beside the change for everyone.
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
revision-no-consultation = There has been no consultation on this strategy yet.
revision-no-themes = No themes yet. They arise in the evaluation.
revision-parts = Parts of this field of action
revision-percent = { $n } %
revision-put-aside = Put aside as a draft
revision-said = What people said about it
revision-save = Save the change
revision-segments = Statements
revision-state-caused = changed, with a cause
revision-state-same = unchanged
revision-state-uncaused = changed, no cause yet
revision-themes = Themes and assessment
revision-title = Revise { $name }
revision-words = New wording
said-revision-kept = The change is saved.
tree-revise = Revise with contributions
