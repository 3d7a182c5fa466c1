# Building surveys, at the desk of the administration. Sorted by key.
desk-condition-always = Always ask
desk-condition-answers = After which answers do we ask?
desk-condition-back = Back to the survey
desk-condition-keep = Save the condition
desk-condition-next = Next
desk-condition-none = No question before it has answers to choose from. So we always ask this one.
desk-condition-on = Which earlier question decides?
desk-condition-only = Only after
desk-condition-other = Choose another question, or always ask
desk-condition-title = When do we ask this question?
desk-correction-before = Corrected so far
desk-correction-button = Correct
desk-correction-item = Row { $n }
desk-correction-lead = People have answered already. So the sense stays as it is. Typing errors can still be corrected.
desk-correction-note = What was wrong?
desk-correction-note-hint = This will stand with the results.
desk-correction-option = Answer { $n }
desk-correction-sure = The sense of the question stays the same.
desk-correction-title = Correct a typing error
desk-goals-add = Take over the goals of this field
desk-goals-left = { $n ->
    [one] This survey does not ask about one goal of the field yet.
   *[other] This survey does not ask about { $n } goals of the field yet.
}
desk-kinds-other = Choose another kind
desk-kinds-title = What would you like to ask?
desk-move-down = Down
desk-move-up = Up
desk-question-add = Add a question
desk-question-add-button = Add the question
desk-question-condition = Condition
desk-question-copy = Copy
desk-question-correct = Correct a typing error
desk-question-corrections = { $n ->
    [one] Corrected once
   *[other] Corrected { $n } times
}
desk-question-delete = Delete
desk-question-delete-button = Delete the question
desk-question-delete-hang = You can bring the question back afterwards. These questions depend on it, we will then always ask them:
desk-question-delete-text = You can bring the question back afterwards.
desk-question-delete-title = Delete this question?
desk-question-edit = Change
desk-question-edit-title = Change the question
desk-question-goal-note = The wording of a goal belongs to the document. Change it there.
desk-question-heading = Heading
desk-question-help = Help with the question
desk-question-help-hint = One sentence that helps to answer.
desk-question-items = Rows
desk-question-items-hint = Each line is something people rate. 1 to 100 lines of up to { $label } characters.
desk-question-number = Question { $n }
desk-question-options = Answers
desk-question-options-hint = Write each answer on a line of its own. { $least } to { $most } lines of up to { $label } characters.
desk-question-points = Points of the scale
desk-question-reading = Text
desk-question-reading-hint = What people should read here. Empty lines make paragraphs.
desk-question-required = Required
desk-question-required-hint = Without an answer nobody gets on. Use it sparingly.
desk-question-required-label = This question must be answered
desk-question-text = Question
desk-questions-empty = There is no question here yet.
desk-removed-title = Deleted
desk-restore = Bring back
desk-survey-about = { $about ->
    [field] About a field of action
    [profile] About the person
   *[whole] About the whole
}
desk-survey-about-ask = What is it about?
desk-survey-about-field-hint = Its goals come along.
desk-survey-about-profile = About the person
desk-survey-about-profile-hint = Age, district and the like. It does not count as a questionnaire.
desk-survey-about-taken = There is a survey about it already.
desk-survey-about-whole = About the whole
desk-survey-about-whole-hint = Questions that belong to no field of action.
desk-survey-add-button = Add the survey
desk-survey-answers = { $n ->
    [one] one questionnaire
   *[other] { $n } questionnaires
}
desk-survey-closing = What else would you like to tell us about it?
desk-survey-delete = Delete the survey
desk-survey-delete-button = Delete the survey
desk-survey-delete-text = You can bring the survey back afterwards. These questions belong to it:
desk-survey-delete-title = Delete the survey “{ $title }”?
desk-survey-frozen = Fixed
desk-survey-frozen-answers = { $n ->
    [one] One questionnaire counts already.
   *[other] { $n } questionnaires count already.
}
desk-survey-frozen-text = Somebody has begun to answer. So the questions stay as they are. Only typing errors can still be corrected.
desk-survey-frozen-title = This survey is fixed
desk-survey-intro = Introduction
desk-survey-intro-hint = Stands above the first question.
desk-survey-new = New survey
desk-survey-or = or
desk-survey-preview = Try it out
desk-survey-questions = { $n ->
    [0] no question
    [one] one question
   *[other] { $n } questions
}
desk-survey-questions-title = Questions
desk-survey-read = Read it through
desk-survey-refused-behind = The question stays behind the one it depends on.
desk-survey-refused-decides = An answer that should go decides about another question. Everything stayed as it was.
desk-survey-refused-frozen = Meanwhile somebody has begun to answer. So the questions stay as they are.
desk-survey-refused-full = A survey has at most 200 questions.
desk-survey-settings = Title and introduction
desk-survey-title = Title
desk-survey-title-hint = For a field of action this may stay empty.
desk-survey-without = No question yet
desk-surveys-add = Add a survey
desk-surveys-empty = This consultation has no survey yet.
desk-surveys-lead = Usually one for each field of action. So nobody has to answer everything.
desk-surveys-title = Surveys
error-condition-answers = Choose at least one answer.
error-condition-question = Choose a question that stands before it.
error-correction-empty = This text must not be empty.
error-correction-large = This is more than a typing error: { $length } characters differ, at most { $most } are possible.
error-correction-none = Nothing is different yet. Correct a text first.
error-correction-note = Write briefly what was wrong.
error-correction-sure = Confirm that the sense stays the same.
error-line-too-long = Line { $line } is too long. { $most } characters are possible.
error-line-twice = Line { $line } stands further up already. Each line may stand there only once.
error-lines-count = { $least } to { $most } lines are needed here. Now there are { $length }.
error-option-decides = An answer that should go decides about another question. Change its condition first.
error-question-text = Write what you would like to ask.
error-survey-about = Choose what it is about.
error-survey-title = Give the survey a title.
question-kind-date = Date
question-kind-date-hint = A day of the calendar.
question-kind-goal = Mark on a goal
question-kind-goal-hint = Five marks and a comment.
question-kind-information = Information
question-kind-information-hint = Only to read, without an answer.
question-kind-long-text = Long text
question-kind-long-text-hint = A free answer of up to 4,000 characters.
question-kind-multiple = Several answers
question-kind-multiple-hint = Several answers from a list.
question-kind-number = Number
question-kind-number-hint = A whole number from 0.
question-kind-ranking = Ranking
question-kind-ranking-hint = Put answers in an order, the most important first.
question-kind-scale = Scale
question-kind-scale-hint = Several rows rated with the same points.
question-kind-short-text = Short text
question-kind-short-text-hint = One line of up to 200 characters.
question-kind-single = One answer
question-kind-single-hint = One answer from a list.
said-condition-kept = The condition is saved.
said-goals-added = The goals are in.
said-preview-over = The survey is over. Nothing was kept.
said-question-added = The question is in.
said-question-changed = The question is changed.
said-question-copied = The copy stands behind the question.
said-question-corrected = The typing error is corrected.
said-question-deleted = The question is deleted. Bring it back at the very end of the page.
said-question-moved = The question is moved.
said-question-restored = The question is back. It stands at the end.
said-survey-added = The survey is there.
said-survey-changed = Title and introduction are saved.
said-survey-deleted = The survey is deleted. Bring it back at the very end of the page.
said-survey-moved = The survey is moved.
said-survey-restored = The survey is back. It stands at the end.
