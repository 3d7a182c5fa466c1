# What became of the contributions.

mail-considered-body =
    Hello,
    You took part in “{ $title }”. Thank you for that.
    We have read everything. What became of the contributions, and why, is here now, with all that has changed in the edition “{ $edition }”:
    { $url }
    With the code of your receipt you see what became of your own contribution:
    { $receipt }
    You get this mail once, because you left an address.
    Kind regards
    { $portal }
    { $town }
mail-considered-body-waiting =
    Hello,
    You took part in “{ $title }”. Thank you for that.
    We have read everything. What the town says to the contributions is here now. The next edition follows:
    { $url }
    With the code of your receipt you see what is said to your own contribution:
    { $receipt }
    You get this mail once, because you left an address.
    Kind regards
    { $portal }
    { $town }
mail-considered-subject = What became of your contribution: { $title }
outcome-across = Themes that came up everywhere
outcome-across-text = What many wrote about different goals.
outcome-all-fields = All fields of action
outcome-all-shown = { $n ->
    [one] The contribution in its own words:
   *[other] All { $n } contributions in their own words:
}
outcome-briefing = This field of action on two sheets
outcome-changed = What has changed
outcome-compare = Compare the old and the new edition
outcome-field-changed = { $n ->
    [one] 1 part changed
   *[other] { $n } parts changed
}
outcome-field-count = { $n ->
    [0] no contributions
    [one] 1 contribution
   *[other] { $n } contributions
}
outcome-field-lead = You wrote { $n } contributions. { $changed ->
    [one] One part is different now.
   *[other] { $changed } parts are different now.
} Here is what is new, and why.
outcome-field-of = Field of action { $label } ·
outcome-field-same = You wrote { $n } contributions. The text stays as it was here. This is why.
outcome-fields = By field of action
outcome-lead = You wrote { $n } contributions. Each was read and has an answer. What has changed is in the edition “{ $edition }”.
outcome-lead-waiting = You wrote { $n } contributions. Each was read and has an answer. The next edition follows.
outcome-no-effect = The text has not changed because of it.
outcome-none-shown = The contributions themselves are not public.
outcome-not-yet = The answer is still to come.
outcome-own-ahead = The administration reads and weighs
outcome-own-ahead-text = As soon as it is published what became of it, it is here.
outcome-own-answered = Your contributions have an answer
outcome-own-back = Everything under this code
outcome-own-changed = { $n ->
    [one] Your contribution helped to change the draft
   *[other] { $n } of your contributions helped to change the draft
}
outcome-own-effects = New wording
outcome-own-lead = From each contribution a thread leads to what the town says to it, and to what has changed.
outcome-own-link = What became of my contribution?
outcome-own-none = There are no texts of your own under this code. Your marks are counted in the results.
outcome-own-noted = Read and noted
outcome-own-noted-text = Your text asks for no change. Thank you for writing it.
outcome-own-one = Contribution { $n }
outcome-own-others = { $n ->
    [one] Only your contribution says so.
   *[other] { $n } contributions say something similar.
}
outcome-own-row = What the town says to it and what has changed
outcome-own-said = What the town says to it
outcome-own-title = What becomes of your contributions
outcome-own-waiting = Your contributions have arrived. When the evaluation is done, it says here what became of them.
outcome-own-wrote = You wrote
outcome-quiet = { $n ->
    [one] One more part is unchanged; nobody proposed anything about it.
   *[other] { $n } more parts are unchanged; nobody proposed anything about them.
}
outcome-read = { $n ->
    [0] To the theme
    [one] Read 1 contribution
   *[other] Read { $n } contributions
}
outcome-said = What people said
outcome-short = What became of it
outcome-since = Published on { $day }.
outcome-some-shown = { $shown } of { $n } contributions are public.
outcome-theme-heard = { $n ->
    [one] 1 contribution
   *[other] { $n } contributions say something similar
}
outcome-theme-read = Read the contributions
outcome-theme-said = What the town says to it
outcome-themes = Themes in your contributions
outcome-title = What became of your contributions
outcome-unchanged = What has stayed
outcome-why = Why?
outcome-words = The words that changed
