# Overviews for the council: a field of action on two sheets. Sorted by key.
briefing-across-table = Table of the themes that came up everywhere
briefing-all-goals = All goals with their marks
briefing-all-outcomes = What became of all contributions
briefing-all-results = All results
briefing-also-changed = Also changed
briefing-asked = What was asked for most
briefing-asked-none = This field of action has no themes yet.
briefing-asked-table = Table of the themes by how often they came up
briefing-brand = For the council
briefing-changed = { $changed ->
    [0] None of { $n } goals was changed.
    [one] 1 of { $n } goals was changed.
   *[other] { $changed } of { $n } goals were changed.
}
briefing-changed-short = { $changed } of { $n } goals changed
briefing-changes = What changes in the draft
briefing-contested = Most contested:
briefing-contributions = { $n ->
    [one] contribution in words
   *[other] contributions in words
}
briefing-council-only = For the council only
briefing-council-since = Released on { $day }, not public yet.
briefing-field = Field of action { $label }
briefing-fields = All fields of action
briefing-fields-contested = { $n ->
    [0] No goal is contested in any field of action.
    [one] At least one goal is contested in 1 of { $all } fields of action.
   *[other] At least one goal is contested in { $n } of { $all } fields of action.
}
briefing-finding-agreed = The goals meet with approval: for each of them, at least half of the marks say “right as it is”.
briefing-finding-contested = { $n ->
    [one] “{ $goal }” is contested: only { $percent }% of the marks say “right as it is”.
   *[other] { $n } goals are contested, most of all “{ $goal }”: only { $percent }% of the marks say “right as it is”.
}
briefing-goals = Contested goals first
briefing-goals-changed = { $n ->
    [one] goal changed
   *[other] goals changed
}
briefing-head-day = Day
briefing-head-goal = Goal
briefing-head-said = The administration proposes
briefing-head-segments = Statements
briefing-head-texts = Answers, comments
briefing-head-theme = Theme
briefing-more-goals = { $n ->
    [one] 1 more goal meets with more approval, or has too few marks.
   *[other] { $n } more goals meet with more approval, or have too few marks.
}
briefing-more-themes = { $n ->
    [one] There is 1 more theme.
   *[other] There are { $n } more themes.
}
briefing-more-voices = { $n ->
    [one] There is 1 more statement.
   *[other] There are { $n } more statements.
}
briefing-multiples-about = Each bar is a goal, in the order of the draft. All share one scale.
briefing-no-answer = There is no new edition yet.
briefing-no-changes = In this field of action the wording stays as it was.
briefing-no-figures = The figures of the survey will stand here once they are published.
briefing-open-to-all = Everybody could take part. The figures are no picture of the whole town.
briefing-preparing = Being prepared
briefing-preparing-about = The council reads this once you release it.
briefing-print = The page fits on two sheets of A4: choose “Print” in the menu of your browser.
briefing-questionnaires = { $n ->
    [one] questionnaire
   *[other] questionnaires
}
briefing-reason = Reason:
briefing-refused = What the administration does not follow
briefing-right = { $percent }% of { $n } marks: right as it is
briefing-right-short = { $percent }% right as it is
briefing-running = The results are not published yet: this is how things stand now.
briefing-same-reason = the same
briefing-since = released on { $day }
briefing-some-of = { $some } of { $n }
briefing-statements = { $n ->
    [one] statement
   *[other] statements
}
briefing-statements-count = { $n ->
    [one] 1 statement
   *[other] { $n } statements
}
briefing-step-open = to come
briefing-survey = Open survey:
briefing-title = Overview for the council
briefing-voice-no-theme = has spoken on it
briefing-voice-person = Statement number { $n }
briefing-voices = What statements say
briefing-way-caption = Way of paper { $reference } through the bodies
briefings-lead = One page for each field of action: what people said, what changed and why. Each fits on two sheets of paper.
briefings-none = Nothing has been released to the council yet.
briefings-title = Overviews for the council
