# Papers of the revision: assessment table and synopsis. Sorted by key.
export-button-csv = As CSV
export-button-xlsx = As an Excel workbook
export-column-channel = How the contribution reached the town.
export-column-element = The lasting name of the place. Empty: about the whole.
export-column-id = The identity of the contribution. It stands in the address of its page.
export-column-kind = Where the contribution comes from.
export-column-mark = The mark that was given with it.
export-column-n = The running number in this file.
export-column-outcome = How the contribution was answered. Each has exactly one value.
export-column-positions = What the town does: about this contribution alone, or about its themes. Empty: nothing approved yet.
export-column-read = Whether somebody has read and coded it.
export-column-text = The words of the contribution.
export-column-themes = Its themes. On the sheet “Coding” each pair has a line of its own.
export-file = contributions
export-head-id = Identity
export-head-outcome = Answer given
export-head-read = Read
export-head-text = Words
export-hint = The file holds exactly the contributions of this list, with their themes. The download is noted in the journal.
export-search = Searched for
export-sheet-pairs = Coding
export-title = Take these contributions along
print-docx = Word (DOCX)
print-hint = Print with your browser: A4 landscape, with the head of the table on each page.
print-title = To take along and print
print-xlsx = Excel (XLSX)
said-export-too-many = These are too many contributions for one file. Use the filters to choose at most 20,000.
synopsis-caption = Old and new: { $name }
synopsis-column-cause = Where the change comes from: from feedback, or from the editors.
synopsis-column-fate = What happened to this part. Empty: nothing.
synopsis-column-key = The lasting name of this part. It is the same in every edition.
synopsis-column-kind = What kind of part it is: field of action, guiding principle, goal or action goal.
synopsis-column-reason = The reason everyone reads beside the change.
synopsis-column-text-after = The wording in the new edition. Empty: the part has been dropped.
synopsis-column-text-before = The wording in the old edition. Empty: the part is new.
synopsis-column-themes = The themes from the consultation that led to the change, with the number of their contributions.
synopsis-column-title-after = The title in the new edition.
synopsis-column-title-before = The title in the old edition.
synopsis-field = Field of action
synopsis-file = synopsis
synopsis-goal = Goal
synopsis-head-fate = What happened
synopsis-head-key = Lasting name
synopsis-head-reason = Reason
synopsis-head-text-after = New wording
synopsis-head-text-before = Old wording
synopsis-head-themes = Themes
synopsis-head-title-after = New title
synopsis-head-title-before = Old title
synopsis-heard = From the consultation:
synopsis-lead = From “{ $from }” to “{ $to }”: { $changed ->
    [0] nothing has changed.
    [one] 1 part is different,
   *[other] { $changed } parts are different,
} { $unchanged ->
    [one] 1 part has stayed the same.
   *[other] { $unchanged } parts have stayed the same.
}
synopsis-link = Synopsis: old, new, why
synopsis-more = { $n ->
    [one] We name one theme once the town has published what became of it.
   *[other] We name { $n } themes once the town has published what became of them.
}
synopsis-not-after = Dropped.
synopsis-not-before = Was not there yet.
synopsis-renumbered = Number before
synopsis-state-draft = Work in progress of { $day }, not yet an edition that was decided or published.
synopsis-title = Synopsis
synopsis-title-of = Synopsis: { $name }
synopsis-why = Why
table-about-after = Edition that answers
table-about-before = Edition that was laid open
table-all-fields = Everything
table-alone-answer = A single answer
table-alone-comment = A single comment
table-alone-segment = A single segment of a statement
table-by-channel = by channel:
table-caption = Assessment: { $name }
table-column-answer = What the town does.
table-column-change = What has changed in the text, and in which edition. Empty: nothing.
table-column-channel = So many contributions came by this channel. Empty: too few, therefore not shown one by one.
table-column-contributions = How many contributions belong to this theme. A contribution can belong to several themes.
table-column-field = The field of action. Empty: it is about the whole.
table-column-kind = So many contributions are of this kind. Empty: too few, therefore not shown one by one.
table-column-label = The number in the document.
table-column-number = The running number. It is the same in the table of one field of action.
table-column-office = Who in the administration is responsible.
table-column-place = What it is about: the title in the document.
table-column-reason = Why the town does this.
table-column-said = What belongs to the theme. For a single contribution: its words, where they are public.
table-column-since = The day on which this was written.
table-column-state = Whether this holds, or is still a draft.
table-column-statements = Statements from which contributions come. Organisations by name, people never.
table-column-theme = The theme. Or that it is about a single contribution.
table-count-answers = { $n ->
    [one] 1 answer
   *[other] { $n } answers
}
table-count-comments = { $n ->
    [one] 1 comment
   *[other] { $n } comments
}
table-count-segments = { $n ->
    [one] 1 segment
   *[other] { $n } segments
}
table-file = assessments
table-head-answer = The town’s answer
table-head-change = Change in the text
table-head-contributions = Contributions
table-head-field = Field of action
table-head-label = Number
table-head-number = No.
table-head-place = Place
table-head-reason = Reason
table-head-said = What was said
table-head-since = Of
table-head-state = State
table-head-statements = Statements
table-lead = { $n ->
    [one] 1 contribution
   *[other] { $n } contributions
} and { $themes ->
    [one] 1 theme
   *[other] { $themes } themes
}. { $open ->
    [0] Every contribution has an answer.
    [one] 1 contribution in all has no answer yet.
   *[other] { $open } contributions in all have no answer yet.
}
table-link = Assessment table
table-no-change = The text has not changed because of it.
table-note-count = A contribution can belong to several themes. Therefore the numbers of the themes add up to more than the number of contributions.
table-note-field = Themes that came up everywhere are in the whole table.
table-note-names = We never name people. We name organisations whose statement is public.
table-note-names-all = We never name people; we do name organisations.
table-note-small = Kind and channel of contributions are shown only where there are at least { $n } of them.
table-note-withheld = Where the words of a single contribution are not public, the reason is only on the page of its author.
table-sheet = Assessments
table-state-council = Released to the council on { $day }. Not public yet.
table-state-desk = Work in progress of the administration, { $day }. Drafts are marked as such.
table-statement = Statement { $n }
table-tally-all = All
table-tally-caption = Each contribution once, by its answer
table-tally-noted = Read, without a theme: noted
table-tally-open = Without an answer yet
table-tally-outcome = Answer
table-tally-own = Answered one by one
table-tally-sum = Together
table-tally-themes = Answered with its themes
table-tally-title = Count
table-title = Assessment table
table-title-of = Assessment table: { $name }
table-withheld = The words are not public.
table-withheld-reason = The reason went to the author.
