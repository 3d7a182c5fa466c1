# Evaluation: reading contributions, putting them under themes.

coders-count = { $n ->
    [0] Nobody has coded yet
    [one] 1 person has coded
   *[other] { $n } people have coded
}
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
contributions-begin = Code open ones in turn
contributions-channel = Channel
contributions-desk-about = Search and filter all texts
contributions-desk-lead = What people wrote: answers, comments and segments of statements, beside the wording they are about.
contributions-desk-title = Contributions
contributions-do-code = Code
contributions-element = Place
contributions-kind = Kind
contributions-look = Look at it
contributions-mark = Mark
contributions-person = About the person
contributions-person-hint = Details about the person can be chosen only when at least five people gave them.
contributions-theme = Theme
contributions-words-hint = The search also finds other forms of a word: “Spielplatz” finds “Spielplätze”.
desk-consultation-evaluation-about = Read contributions, code themes, assess
duplicates-about = Code what is nearly alike at once
duplicates-title = Texts that are alike
error-coding-none = Choose a theme, or go on without one.
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
said-theme-gone = The theme is gone.
said-theme-kept = The theme is saved.
said-theme-made = The theme is there.
segments-about = Make single segments of a statement
segments-title = Split statements
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
