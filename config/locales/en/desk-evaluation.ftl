# Evaluation: reading contributions, putting them under themes.

agreement-good = good
agreement-moderate = moderate
agreement-none = cannot be computed
agreement-very-good = very good
agreement-weak = weak
coders-agree = They agree on all texts that both have read.
coders-both = { $n ->
    [one] 1 text read by both
   *[other] { $n } texts read by both
}
coders-by-theme = Agreement on each theme
coders-col-both = both
coders-col-only = only { $who }
coders-count = { $n ->
    [0] Nobody has coded yet
    [one] 1 person has coded
   *[other] { $n } people have coded
}
coders-differ = Where they do not agree
coders-differ-about = Talk about these texts and change what you have coded. Often a theme only lacks a sentence that says what belongs to it. The figures above change with it.
coders-few = With fewer than 30 texts the figures say little yet.
coders-kappa = Kappa
coders-kappa-about = Cohen's kappa says how far two people agree beyond chance: 1 means always, 0 no more than by chance. Below 0.4 counts as weak, from 0.4 on as moderate, from 0.6 on as good, from 0.8 on as very good (after Landis and Koch 1977). Where a value is weak, describe the theme more precisely.
coders-lead = When two people code the same texts without knowing of each other, it shows whether the themes are clear enough.
coders-meaning = Agreement
coders-mine = What you have not read yet
coders-no-pair = Nobody has read a text for the second time yet.
coders-none = Nobody has coded anything yet.
coders-pair = { $one } and { $other }
coders-pairs = Who with whom
coders-read = { $n } of { $all } coded
coders-same = On { $same } of { $texts } texts that both have read the themes are the very same ({ $share } %).
coders-second = Are you the second person to code? Then read without seeing what others chose:
coders-settle = Look and settle
coders-title = Who codes
coding-all-read = All { $n } read
coding-copies = This text is there { $n } times, nearly alike.
coding-filter = Filter
coding-grounds = Dotted: words the suggestions rest on.
coding-kept = Saved.
coding-keys = Keys
coding-keys-switch = Use keys
coding-keys-text = 1 to 9 tick themes. Enter saves and goes on.
coding-near = In this list
coding-new-theme = New theme
coding-no-theme = No theme
coding-no-themes-yet = There are no themes yet. Give the first one a name.
coding-not-mine = not read by me yet
coding-note = Internal note
coding-note-hint = It is not published.
coding-note-of = Note:
coding-open = open
coding-own-assessment = Assess this contribution only
coding-place = Contribution { $place }
coding-progress = { $coded } done, { $open } open
coding-read = done
coding-save = Save and go on
coding-several = several possible
coding-some-open = { $open } of { $all } open
coding-state = State
coding-suggested = Suggestion, not confirmed yet
coding-suggested-hint = Suggestions count only once you tick them. They are made on this machine from what has been coded before.
coding-title = Contribution { $place } of { $total }
coding-undo = Undo
coding-without = Go on without a theme
coding-wording = The wording it is about
contribution-answer = Answer
contribution-comment = Comment
contribution-segment = Segment of a statement
contribution-whole = about the whole
contributions-alike-all = Look at all of them and code them together
contributions-alike-count = { $n ->
    [one] and 1 more that says the same
   *[other] and { $n } more that say the same
}
contributions-begin = Code open ones in turn
contributions-channel = Channel
contributions-desk-about = Search and filter all texts
contributions-desk-lead = What people wrote: answers, comments and segments of statements, beside the wording they are about.
contributions-desk-title = Contributions
contributions-do-code = Code
contributions-element = Place
contributions-fold = Show contributions that are the same or nearly the same together
contributions-folded = { $n ->
    [one] 1 contribution that is the same or nearly the same stands under another one.
   *[other] { $n } contributions that are the same or nearly the same stand under others.
}
contributions-kind = Kind
contributions-look = Look at it
contributions-mark = Mark
contributions-person = About the person
contributions-person-hint = Details about the person can be chosen only when at least five people gave them.
contributions-theme = Theme
contributions-unfold = Show each on its own
contributions-words-hint = The search also finds other forms of a word: “Spielplatz” finds “Spielplätze”.
cross-about = One question counted by another, also for one group only
cross-care = This table shows exact numbers, small ones too. Please pass it on only if nobody can be recognised from it. For the public there are the published results.
cross-column = Columns
cross-comment = Comment
cross-count = Count
cross-download = Download the table (CSV)
cross-everybody = Everybody
cross-file = cross-table
cross-lead = Choose two questions. You see how many people answered both in which way, counted from all questionnaires as of now.
cross-nobody = Nobody has answered both questions.
cross-none = This consultation has no questions yet.
cross-of-column = { $share } % of column
cross-of-row = { $share } % of row
cross-only = Only people with this answer
cross-only-these = Only:
cross-people = { $n ->
    [one] 1 person has answered both questions
   *[other] { $n } people have answered both questions
}
cross-place = Place
cross-row = Rows
cross-several = People may have given several answers and then stand in several rows or columns; the totals count each person once.
cross-shares = Shares stand only at rows and columns with at least { $least } people.
cross-title = Cross table
cross-total = Total
cross-turn = Swap rows and columns
cross-without = Remove
cross-wrote = wrote something
desk-consultation-evaluation-about = Read contributions, code themes, assess
duplicates-about = Code what is nearly alike at once
duplicates-all-same = All are the same word for word.
duplicates-coded = { $coded } are coded, { $open } open.
duplicates-count = { $n } texts
duplicates-do-code = Code together
duplicates-done = all coded
duplicates-done-text = All are coded.
duplicates-empty = So far no two texts are alike.
duplicates-heading = { $groups ->
    [one] { $texts } texts say nearly the same
   *[other] { $texts } texts are alike in { $groups } groups
}
duplicates-lead = Form letters and texts that are the same nearly word for word stand here once. Each still counts as a contribution of its own; you can code all of them at once.
duplicates-more = { $n ->
    [one] One more wording is not shown.
   *[other] { $n } more wordings are not shown.
}
duplicates-no-themes = There are no themes yet.
duplicates-none-same = Each is a little different.
duplicates-open = with open ones
duplicates-open-text = None is coded yet.
duplicates-same = { $n } are the same word for word.
duplicates-save = Code all { $n }
duplicates-scattered = Not all of them are about the same passage.
duplicates-themes = Themes for all { $n } texts
duplicates-themes-hint = Replaces what you have said about single ones of these texts. What colleagues said stays.
duplicates-times = { $n } times
duplicates-title = Texts that are alike
duplicates-undo = Take the coding back
duplicates-variants = { $n ->
    [one] One other wording
   *[other] { $n } other wordings
}
duplicates-without = All without a theme
error-coding-none = Choose a theme, or go on without one.
error-segment-approved = This segment stays. There is an approved assessment of it.
error-segment-none = Tick at least one paragraph.
error-segment-typed = Type off the words from the attachment.
error-theme-element = Choose a place from the list.
error-theme-into = Choose the theme that is to take this one in.
error-theme-name = Give the theme a name.
error-theme-needed = This theme stays. An approved assessment or a change of the text rests on it.
error-theme-taken = There is a theme of that name already.
error-themes-many = More than 300 themes are not possible. Join some of them first.
evaluation-desk-done = { $n ->
    [one] The one contribution is coded
   *[other] All { $n } contributions are coded
}
evaluation-desk-empty = There are no contributions yet. As soon as somebody writes something, it is here.
evaluation-desk-go-on = Read open contributions
evaluation-desk-lead = Read what people wrote and put it under themes. What the town says to a theme counts for all its contributions.
evaluation-desk-open = { $open } of { $all } contributions are open
evaluation-desk-title = Evaluation
evaluation-desk-whole = There are also { $all } contributions about the whole, { $open } of them open.
said-coding-undone = Taken back.
said-duplicates-coded = All texts of the group are coded.
said-duplicates-lost = That cannot be taken back any more.
said-duplicates-undone = Taken back: the texts of the group are coded as before.
said-segments-back = The segment is back.
said-segments-carried = The segments are in the new version now.
said-segments-lost = The segment cannot be brought back any more. Please make it anew.
said-segments-made = The segments are made. They are among the contributions now.
said-segments-newer = Meanwhile a new version counts. Nothing was changed.
said-segments-placed = The passage has been changed.
said-theme-gone = The theme is gone.
said-theme-kept = The theme is saved.
said-theme-made = The theme is there.
segments-about = Make single segments of a statement
segments-about-what = What is it about?
segments-again-text = The segments below are from an earlier version. What is the same word for word keeps its themes when it is carried over. What is no longer there goes, with everything that was said about it.
segments-again-title = A new version counts
segments-approved = assessed
segments-as-written = As given in the text
segments-by-element = { $n ->
    [one] 1 open statement was
   *[other] { $n } open statements were
} written passage by passage. Each part can become a segment; you can still change everything afterwards.
segments-cancel = Cancel
segments-carry = Carry over to the new version
segments-count = { $n ->
    [one] 1 segment
   *[other] { $n } segments
}
segments-done = { $n ->
    [one] The one statement is split
   *[other] All { $n } statements are split
}
segments-empty = No statement counts yet.
segments-files = From the attachments
segments-files-about = What stands only in an attachment you type off here. Then it can be put under themes like any other text.
segments-files-count = { $n ->
    [one] 1 attachment
   *[other] { $n } attachments
}
segments-goes = goes
segments-inside = { $inside } of { $all } paragraphs in segments
segments-join = Make a segment
segments-lead = A statement often speaks about many things. Split it into segments, each about one passage; each segment becomes a contribution.
segments-next = Next open one: number { $n }
segments-nil = A nil return: there is nothing to split.
segments-none-about = What is in no segment is not evaluated: salutation, closing, signature.
segments-none-yet = No segment yet
segments-number = Segment
segments-one-lead = Tick what belongs together. Paragraphs side by side become one segment; what is left free between them parts them.
segments-one-title = Split statement { $n }
segments-only-files = no text, only attachments
segments-open = { $open } of { $all } statements are to be split
segments-paragraphs = { $n ->
    [one] 1 paragraph
   *[other] { $n } paragraphs
}
segments-person = Person
segments-place = Change passage
segments-remove = Remove
segments-removed = The segment has been removed.
segments-search = Organisation
segments-split-all = Make each part a segment
segments-state-again = split again
segments-state-all = split
segments-state-open = open
segments-state-some = partly split
segments-statement = Whole statement
segments-stays = stays
segments-take-parts = Each part a segment
segments-take-rest = The rest as segments
segments-title = Split statements
segments-typed = Words from the attachment
segments-typed-make = Take in as a segment
segments-typed-off = from an attachment
segments-whole = About the whole
segments-whole-part = Text as a whole
statement-desk-segments = Split into segments
suggestions-few = So far people have looked at { $n } suggestions.
suggestions-share = Of { $n } suggestions people looked at, { $share } % were right.
theme-about = What belongs to it?
theme-about-hint = One sentence for everyone who codes. It helps the suggestions, too.
theme-element = Place
theme-element-hint = Without a place the theme goes across.
theme-into = Take it into
theme-into-hint = All contributions move there.
theme-name = Name
theme-name-hint = Short enough to remember. It will be public later. At most { $n } characters.
themes-contributions = { $n ->
    [0] No contribution yet
    [one] 1 contribution
   *[other] { $n } contributions
}
themes-count = { $n ->
    [one] 1 theme
   *[other] { $n } themes
}
themes-create = Create theme
themes-edit = Edit theme
themes-empty = There are no themes yet. They arise while reading; you can also begin here.
themes-end = Join or delete
themes-keep = Save
themes-lead = What many contributions have in common. The town assesses themes, and every change of the text names the themes behind it.
themes-merge = Join
themes-new = New theme
themes-none-yet = None yet
themes-remove = Delete theme
themes-remove-text = The contributions stay. Those that had this theme only then count as “no theme”.
themes-title = Themes
