# Paper forms: the questionnaire to print, batches, typing, checking. Sorted by key.
error-paper-channel = Choose how the forms came.
error-paper-consultation = Choose a consultation.
error-paper-full = The batch is full. Please begin a new one.
error-paper-name = Write a name for the batch.
error-paper-not-ready = Not all forms are checked yet.
error-paper-out-of-time = Form { $number } did not come within the time of the survey. Please check the day. Take out of the batch what came too late.
error-paper-unfit = Form { $number } no longer fits the questions. Please open it and save it again.
error-sheet-day = The survey was not open on that day. What came too late does not count.
error-sheet-empty = Nothing is crossed on this form yet. Empty forms are not typed.
error-sheet-no-day = Write a day, for example 3.7.2026.
error-sheet-not-asked = This question was not to be answered after the other answers. Leave it empty.
error-sheet-own = You typed this form yourself. Please let somebody else check it.
form-after = Only if you crossed this in question { $number }:
form-comment = Your comment (optional):
form-hand-in = Hand the form in here: { $place }.
form-hand-in-town = Hand the form in to { $town }.
form-how = How to fill in this form
form-how-cross = Cross what is right for you:
form-how-free = You may leave out any question.
form-how-name = Please do not write your name on the form.
form-how-to-print = Print this page with your browser (Ctrl and P). One form is for one person.
form-office = For the town
form-office-day = Received
form-office-number = Form no.
form-online = Rather online?
form-or = or
form-qr = QR code: leads to the survey online
form-questions = Questions?
form-ranking = Write numbers into the boxes: 1 for what matters most, then 2 and so on.
form-thanks = Thank you for taking part.
form-title = Questionnaire to print
form-until = Please hand in by { $day }
paper-back = All batches
paper-begin = Begin batch
paper-channel = Channel
paper-check = Check forms
paper-check-others = You typed the other forms. Somebody else checks them.
paper-checked = Checked
paper-consultation = Consultation
paper-count = Let the batch count
paper-count-button = Let them count now
paper-count-text = After that the forms can no longer be changed. The answers then stand in the evaluation only. Keep the paper: it remains the original.
paper-count-title = Let { $sheets ->
     [one] one form
    *[other] { $sheets } forms
 } of “{ $name }” count?
paper-entered-on = Counted on { $day }.
paper-entered-text = The answers now stand in the evaluation and no longer here. The paper remains the original.
paper-last-day = What came by { $day } counts.
paper-lead = Here you type questionnaires that came on paper. A second person checks them. Then they count like all others.
paper-name = Name of the batch
paper-name-hint = What is written on the folder, for example “Town hall, folder 3”. At most { $n } characters.
paper-new = New batch
paper-new-lead = Put the forms of one folder together as a batch.
paper-no-consultation = No survey has begun yet. Paper forms come only after that.
paper-none = There is no batch yet. Put the first forms together and begin a new one.
paper-not-counted = The batch does not count yet
paper-opened = Begun
paper-opened-by = begun on { $day } by { $name }
paper-ready-text = All forms are ready. You can let them count now.
paper-remove = Delete batch
paper-remove-button = Delete
paper-remove-text = { $sheets ->
     [0] It is still empty.
     [one] The typed form is lost. This cannot be undone.
    *[other] The { $sheets } typed forms are lost. This cannot be undone.
 }
paper-remove-title = Delete the batch “{ $name }”?
paper-search = Name or consultation
paper-sheets = Forms
paper-stage = State
paper-stage-empty = Empty
paper-stage-entered = Counted
paper-stage-ready = Ready to count
paper-stage-waiting = Waits for a check
paper-to-check = { $n ->
     [one] You can check one form.
    *[other] You can check { $n } forms.
 }
paper-type = Type a form
said-paper-begun = The batch is there. You can type the forms now.
said-paper-counted = The batch is counted.
said-paper-removed = The batch is deleted.
said-sheet-checked = The form is checked.
said-sheet-corrected = The form is changed. Now somebody else checks it.
said-sheet-kept = The form is saved.
said-sheet-removed = The form is deleted.
sheet-act-head = Action
sheet-answers-head = Answers
sheet-blank = empty
sheet-change-lead = If you change something, somebody else checks the form again.
sheet-check-lead = Compare each cross with the paper. Is something wrong? Then change it here.
sheet-check-title = Check form { $number }
sheet-checked-head = Checked by
sheet-comment = Comment
sheet-date = Day, for example 3.7.2026
sheet-fault = Question { $number }: { $message }
sheet-keys = Go on with the Tab key. A digit crosses the box with that number, 0 leaves the question empty.
sheet-new-lead = Write the number { $number } on the form.
sheet-number-head = Form
sheet-received = Day received
sheet-received-head = Received
sheet-received-hint = From { $first } to { $last }.
sheet-remove-button = Delete
sheet-remove-text = This cannot be undone. The numbers of the other forms stay.
sheet-remove-title = Delete form { $number } of “{ $name }”?
sheet-save = Save
sheet-save-check = Checked, next
sheet-save-end = Save and back to the batch
sheet-save-next = Save and next
sheet-text = Text, at most { $n } characters
sheet-title = Form { $number }
sheet-typed-head = Typed by
sheet-unchecked = not yet
sheet-whole-number = Whole number
