# Strategies at the desk: list, import, state of editions. Sorted by key.
council-button = Save
council-day = Day of the decision
council-day-hint = Only for a decision.
council-decided-about = The council has decided. The day and the note are shown with the edition.
council-for-decision-about = The edition says: “The council is going to decide on this edition.”
council-lead = What you choose here is shown with the edition. You can change it at any time.
council-mark = What is the state of this edition?
council-none = None of these
council-none-about = The council does not deal with this edition, or the entry was wrong.
council-note = Note for everyone
council-note-hint = For example: “Decided with two changes.”
council-title = State in the council
delete-edition-button = Delete
delete-edition-text = Nobody outside has seen it, and no consultation uses it. After this it is gone. A draft it came from stays.
delete-edition-title = Delete the edition “{ $name }”?
desk-edition-acts = What would you like to do?
desk-edition-content = Content
desk-edition-laid-open = The consultation “{ $consultation }” lays this edition open. Until then it stays public.
desk-edition-number = Edition { $n }
desk-edition-public = As everyone sees it
edition-withdraw-button = Withdraw
edition-withdraw-reason = Reason
edition-withdraw-reason-hint = The reason is kept in the journal and shown here at the desk.
edition-withdraw-text = Nobody outside the administration can read it then. Links to it lead nowhere. You can publish it again.
edition-withdraw-title = Withdraw the edition “{ $name }”?
folder-begin = Begin a draft
folder-by-hand = Edit by hand
folder-by-hand-about = The draft begins with the newest edition. You change it goal by goal.
folder-by-hand-empty = The draft begins empty. You add fields of action and goals one by one.
folder-draft = Go on with the draft
folder-draft-begun = Begun on { $day }
folder-drafts = In work
folder-editions = Editions
folder-file = Read a document
folder-file-about = You see a preview first. Only what you confirm is stored.
folder-file-hint = Word (.docx) or Markdown (.md), at most { $max } MiB. Pictures and footnotes are left out.
folder-new = Next edition
folder-next-begin = Upload the document, or begin an empty draft.
folder-next-draft = A draft is in work.
folder-next-edition = All editions, the newest first.
folder-next-upload = A document is waiting for you to check it.
folder-not-public = Only the administration can see it
folder-upload = Upload and check
folder-upload-on = Uploaded on { $day }
folder-uploads = Uploaded, not confirmed yet
folder-uploads-about = Nothing in the strategy has changed so far.
hindered-back = Back to the edition
hindered-brought = Paper { $consultation } brings this edition before the council. So you cannot delete it.
hindered-continued = People are already working on from this edition. So you cannot delete it.
hindered-laid-open = The consultation “{ $consultation }” lays this edition open. Until then it stays as it is.
hindered-not-public = This edition is not published. There is nothing to withdraw.
hindered-prepared = The consultation “{ $consultation }” is being prepared with this edition. So you cannot delete it.
hindered-public = This edition is published. What everyone could read is not deleted.
hindered-published = This edition is published already.
hindered-seen = This edition was public or before the council. So you cannot delete it.
hindered-title = This is not possible now
import-again = Work out again
import-again-about = Everything you entered stays.
import-against = Against “{ $name }”
import-as-draft = Go on as a draft
import-as-edition = Make it an edition right away
import-confirm = Is everything right?
import-confirm-about = Only now something is stored. Nothing is published.
import-discard-button = Discard
import-discard-link = Discard the document
import-discard-text = What you entered in the preview is lost. Nothing in the strategy changes.
import-discard-title = Discard “{ $file }”?
import-draft-open = A draft is already in work. Finish or discard it first. Or make an edition right away.
import-fate-renumbered = Other number
import-fault-matched-twice = Line { $at }: the same goal already belongs to line { $row }. Choose another one, or “new”.
import-fault-no-field = Line { $at }: there is no field of action. Choose “field of action” in one line at least.
import-fault-nothing-before = Line { $at }: nothing stands before it that the text could belong to. Choose something else.
import-fault-other-kind = Line { $at }: what you chose is of another kind. Choose another one.
import-fault-outside-field = Line { $at }: no field of action stands before it. Choose something else, or a field of action further up.
import-fault-outside-goal = Line { $at }: no strategic goal stands before it. Choose “strategic goal” or “part of the text before”.
import-fault-second-principle = Line { $at }: the field of action already has a guiding principle (line { $row }). Choose “part of the text before”.
import-fault-text-too-long = Line { $at }: the text has { $n } characters. At most 4,000 are possible. Leave paragraphs out.
import-fault-title-too-long = Line { $at }: the title has { $n } characters. At most 200 are possible.
import-fault-too-many = Line { $at }: the document has too many parts. At most 200 fields of action and 2,000 parts in all are possible.
import-fault-without-text = Line { $at }: the text is missing. Choose “part of the text before” in the next line.
import-fault-without-title = Line { $at }: the title is missing. Leave the line out or choose something else.
import-file-missing = Choose a file.
import-found = Found
import-found-action-goals = { $n ->
    [one] action goal
   *[other] action goals
}
import-found-fields = { $n ->
    [one] field of action
   *[other] fields of action
}
import-found-goals = { $n ->
    [one] strategic goal
   *[other] strategic goals
}
import-found-principles = { $n ->
    [one] guiding principle
   *[other] guiding principles
}
import-lead = Check every line: what is it, and what was it in the last edition? Nothing in the strategy changes until you confirm.
import-match = In the last edition
import-match-guess = Follow the suggestion again
import-match-looks-new = Suggestion: new
import-match-new = New, was not there before
import-match-of = of line { $n }
import-match-recognised = Suggestion: { $name }
import-name = Name of the edition
import-name-hint = For example “Revised draft”. At most { $max } characters.
import-name-long = The name has { $n } characters. At most { $max } are possible.
import-name-missing = Give the edition a name.
import-no-tally = What changes is shown here as soon as all lines are right.
import-note-number-twice = This number is there already. The goal gets its number by its place.
import-note-text-made = There is only one sentence. It becomes title and text.
import-note-title-made = The title is missing. We take the beginning of the text.
import-parts = Lines of the document
import-refused-bomb = Unpacked, this file is far too large. Save the document again in Word, best without pictures.
import-refused-broken = This Word file is damaged. Open it in Word and save it again.
import-refused-empty = There is no text in this file.
import-refused-old-word = This is an old or protected Word file. Save it in Word as “Word document (.docx)” without a password.
import-refused-other-kind = We cannot read this file. Word (.docx) and Markdown (.md) are possible.
import-refused-pdf = The outline cannot be read from a PDF file. Upload the Word document it was made from.
import-refused-too-large = The file is larger than { $max } MiB. Save the document without pictures.
import-refused-too-long = The document has more than 1,000 paragraphs. Upload only the part with the fields of action.
import-refused-too-slow = Reading took too long. Save the document again, best without pictures and tables.
import-retired = { $n ->
    [one] 1 part of the last edition is dropped
   *[other] { $n } parts of the last edition are dropped
}
import-role = Line { $n }: what is it?
import-role-action-goal = Action goal
import-role-field = Field of action
import-role-goal = Strategic goal
import-role-guess = { $role } (suggestion)
import-role-join = Part of the text before
import-role-omit = Leave out
import-role-principle = Guiding principle
import-title = Check the document
import-unchanged = The document is the last edition word for word. Give it another name or discard the document.
publish-button = Publish
publish-text = Everyone can read it and link to it. You can withdraw it as long as no published consultation lays it open.
publish-title = Publish the edition “{ $name }”?
said-draft-made = The document is a draft now. You can go on with it.
said-edition-deleted = The edition is deleted.
said-edition-made = The edition is there. It is not published yet.
said-edition-marked = The state is saved.
said-edition-published = The edition is published.
said-edition-withdrawn = The edition is withdrawn.
said-strategy-created = The strategy is there.
said-upload-discarded = The document is discarded. Nothing in the strategy has changed.
shelf-create = Create
shelf-drafts = { $n ->
    [one] 1 draft in work
   *[other] { $n } drafts in work
}
shelf-empty = There is no strategy yet. Create the first one.
shelf-empty-read = There is no strategy yet.
shelf-head-created = Created
shelf-head-editions = Editions
shelf-head-newest = Newest edition
shelf-head-open = Open
shelf-head-title = Strategy
shelf-lead = Every strategy with its editions, from the first draft to the decision.
shelf-new = New strategy
shelf-new-lead = After this you upload the document or write it here.
shelf-no-edition = No edition yet
shelf-nothing-open = Nothing
shelf-search = Search for a strategy
shelf-slug = Short name for addresses
shelf-slug-hint = Small letters, digits and hyphens, at most 60. Without it we make one from the title. It cannot be changed later.
shelf-slug-taken = This short name is taken. Choose another one.
shelf-slug-wrong = Use only small letters a to z, digits and hyphens, for example: climate-2030
shelf-title = Title
shelf-title-hint = For example “Town strategy”. At most { $max } characters.
shelf-title-long = The title has { $n } characters. At most { $max } are possible.
shelf-title-missing = Give the strategy a title.
shelf-uploads = { $n ->
    [one] 1 document to check
   *[other] { $n } documents to check
}
standing-day-missing = Say on which day it was decided.
standing-mark-missing = Choose the state of the edition.
standing-note-long = This has { $n } characters. At most { $max } are possible.
standing-reason-missing = Say why.
