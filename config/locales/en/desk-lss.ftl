## Surveys from LimeSurvey: what cannot be read, and what is not taken over.

desk-lss-again = Choose another file
desk-lss-all = Everything can be taken over.
desk-lss-as = What shall come of it?
desk-lss-changed = { $n ->
    [0] Nothing changes
    [one] One thing changes
   *[other] { $n } things change
}
desk-lss-each = { $n } surveys
desk-lss-each-cuts = { $n ->
    [one] Each group becomes a survey. One condition between two groups is lost.
   *[other] Each group becomes a survey. { $n } conditions between groups are lost.
}
desk-lss-each-hint = Each group becomes a survey.
desk-lss-file = File from LimeSurvey
desk-lss-file-hint = In LimeSurvey: “Export”, “Survey structure (.lss)”. Up to { $max } MB.
desk-lss-found = { $groups ->
    [one] { $questions } questions can be taken over.
   *[other] { $questions } questions in { $groups } groups can be taken over.
}
desk-lss-group = Group { $n }
desk-lss-lead = First you see what comes of the file and what is not taken over. Then you decide.
desk-lss-link = Take over from LimeSurvey
desk-lss-look = Look at the file
desk-lss-lost = { $n ->
    [0] Everything is taken over
    [one] One thing is not taken over
   *[other] { $n } things are not taken over
}
desk-lss-nothing-yet = Nothing is stored yet.
desk-lss-one = One survey
desk-lss-one-hint = All groups one after another.
desk-lss-take = Take over now
desk-lss-title = Survey from LimeSurvey
desk-lss-whole = Survey
lss-changed-comment = The field for comments becomes a question of its own.
lss-changed-cut = A text is very long. It is shortened.
lss-changed-decimals = Only whole numbers from 0 are possible here.
lss-changed-gender = LimeSurvey only knows “female” and “male”. Please complete the answers.
lss-changed-hidden = The question is hidden in LimeSurvey. Here it is shown.
lss-changed-other = The field beside the last answer becomes a question of its own.
lss-changed-split = This question becomes several.
lss-lost-assessments = Points for answers are not taken over.
lss-lost-condition = The question is always asked. This condition is not taken over: { $word }
lss-lost-defaults = Answers chosen beforehand are not taken over. All questions start empty.
lss-lost-end-text = The text after the last question is not taken over. Here everybody gets a receipt.
lss-lost-equation = The computed question is left out.
lss-lost-kind = This kind of question does not exist here: { $word }. The question is left out.
lss-lost-language = The translation into the language “{ $word }” is not taken over.
lss-lost-language-question = The question about the language is left out. People choose the language at the top of the page.
lss-lost-media = Pictures and videos are not taken over.
lss-lost-no-options = The question has too few answers. It is left out.
lss-lost-placeholder = The text has a placeholder in curly brackets. Please rewrite the text.
lss-lost-quotas = Quotas are not taken over.
lss-lost-random = Here the answers always stand in the same order.
lss-lost-script = A script in the text is not taken over.
lss-lost-too-many-options = The question has more than 100 answers or rows. It is left out.
lss-lost-upload = Files cannot be uploaded here. The question is left out.
lss-lost-validation = Limits of its own for the answer are not taken over.
lss-refused-broken = The file is damaged or incomplete from line { $line }. Please export the survey from LimeSurvey once more.
lss-refused-declares = The file brings declarations of its own (DOCTYPE). LimeSurvey writes nothing of the kind, so we do not read it.
lss-refused-empty = The file has no question that can be taken over.
lss-refused-large = The file is too large. Up to { $most } MB are possible.
lss-refused-letters = The file is not saved as UTF-8. Please export the survey from LimeSurvey once more.
lss-refused-many = A survey has at most { $most } questions. Make a survey for each group, or split the survey in LimeSurvey.
lss-refused-missing = Choose the file.
lss-refused-no-survey = This is no survey from LimeSurvey. You need the export “Survey structure (.lss)”.
said-survey-imported = The survey is taken over. You can still change everything.
