# The survey, from the invitation to the receipt. Sorted by key.

answer-none = Not answered yet
answer-skipped = Skipped
error-choice-missing = Choose an answer.
error-choices-missing = Choose at least one answer.
error-code-unknown = We find nothing under this code. Please compare it once more.
error-code-unreadable = The code is not complete, or one character is wrong. It has 28 letters and digits.
error-date = Write a day, for example 17.7.2026.
error-date-missing = Give a day.
error-mark-missing = Choose a rating. Or skip this goal.
error-not-offered = Choose one of the answers on this page.
error-nothing-to-submit = Answer at least one question first.
error-number = Write a whole number from 0 to { $most }.
error-page-stale = This page was open for a long time. Please send it once more.
error-place = Choose a place from 1 to { $most }.
error-place-missing = Place { $place } is still missing. Give the places one after the other.
error-place-twice = Place { $place } is given twice. Each place exists only once.
error-ranking-missing = Give a place to at least one answer.
error-scale-missing = Choose an answer in at least one row.
error-text-missing = Write an answer in the field.
error-text-too-long = Your text has { $length } characters. There is room for { $most }. Please shorten it by { $over }.
lookup-button = Continue
lookup-hint = 28 letters and digits, for example K7MQ 4T2X and so on. Capitals and spaces do not matter.
lookup-label = Your code
lookup-lead = With the code you see which of your answers count. While the survey is open, you can also go on with it.
lookup-lost = Lost your code?
lookup-lost-text = We know neither your name nor your address, so we cannot look up the code for you. Did you print the receipt, download it or save it as a bookmark?
lookup-several = Several receipts?
lookup-several-text = An account keeps all your codes together. It is voluntary and has no password:
lookup-title = Enter your receipt code
mark-bolder-hint = The goal could aim for more.
mark-drop-hint = The goal does not belong here.
mark-right-hint = It should stay like this.
mark-too-far-hint = The goal asks for too much.
mark-unclear-hint = I am not sure what it means.
receipt-address = Your address for later:
receipt-again = Start again
receipt-again-text = Changed your mind? You can start again until { $day }. You will get a new code.
receipt-answers = Your answers
receipt-answers-open = See which of your answers count
receipt-change = Change answers
receipt-code = Your receipt code
receipt-counts = { $marks ->
    [0] { $texts ->
        [0] Your choices are saved.
        [one] You wrote one text.
       *[other] You wrote { $texts } texts.
    }
    [one] { $texts ->
        [0] You rated one goal.
        [one] You rated one goal and wrote one text.
       *[other] You rated one goal and wrote { $texts } texts.
    }
   *[other] { $texts ->
        [0] You rated { $marks } goals.
        [one] You rated { $marks } goals and wrote one text.
       *[other] You rated { $marks } goals and wrote { $texts } texts.
    }
}
receipt-data = Your data
receipt-data-answers = What counts
receipt-data-drafts = What is not sent yet
receipt-data-erase = You can delete everything by taking it back.
receipt-data-erased = Your answers are deleted; only the days are still there.
receipt-data-file = my-data
receipt-data-json = For programs (JSON)
receipt-data-over = We delete what you wrote at any time. The figures are published and stay as they are.
receipt-data-readable = Download my data
receipt-data-started = Begun on { $day }
receipt-data-submitted = Sent on { $day }
receipt-data-text = You can take along everything that is kept under your code.
receipt-data-withdrawn = Taken back on { $day }
receipt-download = Download receipt
receipt-file-address = Your address for later: { $address }
receipt-file-code = Your receipt code: { $code }
receipt-file-day = Sent on { $day }. Every answer counts exactly once.
receipt-file-keep = Please keep this file. We know neither your name nor your address, so we cannot send you the code again.
receipt-file-name = receipt
receipt-file-title = Receipt for the survey: { $title }
receipt-file-until = The survey is open until { $until }. Until then you can change your answers or take them back.
receipt-keep = Please keep it.
receipt-keep-why = We know neither your name nor your address, so we cannot send you the code again.
receipt-next = What happens next
receipt-next-none = The next steps are not fixed yet. You will find them later on the page of the consultation.
receipt-once = Every answer counts exactly once.
receipt-print = Printing: the receipt fits on one page. Choose “Print” in the menu of your browser.
receipt-qr = QR code with your address for later
receipt-qr-caption = Opens your answers on your phone
receipt-saved = Saved on { $day }
receipt-span = { $from } to { $until }
receipt-text-erased = Deleted
receipt-title = Thank you. Your answers have arrived.
receipt-unsent = A change has not been sent yet
receipt-unsent-text = Until you send it, your earlier answer counts.
receipt-use = With this code you can open this page again at any time.
receipt-use-open = Until midnight at the end of { $day } you can use it to change your answers or take them back.
receipt-use-over = The survey was open until { $day }. Your answers are now final.
receipt-withdraw = Changed your mind?
receipt-withdraw-late = The survey is over; the results are not published yet. Until they are, you can take everything back. We will then delete your answers, and they will not count.
receipt-withdraw-link = Take back all answers
receipt-withdraw-text = You can take everything back until { $day }. We will then delete your answers.
receipt-withdrawn = Your answers have been taken back.
receipt-withdrawn-lead = That was on { $day }. We have deleted your answers, and none of them counts any more. Thank you for your time.
receipt-words-link = Delete everything I wrote
receipt-words-text = The results are published and stay as they are. We still delete what you wrote, whenever you want.
said-words-erased = Everything you wrote is deleted.
survey-action-goals = What we want to do for this
survey-back-question = Back to the previous question
survey-back-receipt = Back to the receipt
survey-back-review = Back to your answers
survey-back-tasks = Back to the list
survey-closed-copy = Your text, to copy
survey-closed-copy-hint = Select the text and copy it. It will be gone when you close this page.
survey-closed-home = Read what happens next
survey-closed-lead = The last day was { $day }. This answer came later. We could not count it any more.
survey-closed-lost = You had not sent anything yet. Sadly, your earlier answers do not count either.
survey-closed-nothing = You had not chosen anything here.
survey-closed-submitted = What you sent before does count.
survey-closed-title = The survey has ended.
survey-closed-title-text = The survey has ended. Your text is still here.
survey-closed-typed = This was your last answer:
survey-comment-hint = What is missing? How would you put it? Please do not name other people.
survey-comment-label = Would you like to say more?
survey-date-hint = Day, month and year, for example 17.7.2026.
survey-goal-ask = What do you think of this goal?
survey-goal-number = Goal { $label }
survey-information = For your information
survey-intro-account = You need no account. The survey works without cookies.
survey-intro-code-link = I already have a code
survey-intro-code-title = Did you take part?
survey-intro-correct = Until midnight at the end of { $day } you can change anything or take it back.
survey-intro-freedom = { $surveys ->
    [one] Nobody has to answer everything. A single answer is enough.
   *[other] Nobody has to answer everything. The survey has { $surveys } parts. Choose what matters to you.
}
survey-intro-good = Good to know
survey-intro-later = The survey opens on { $day }
survey-intro-later-lead = Please come back then. It is open until { $day }.
survey-intro-lead = { $goals ->
    [0] { $surveys ->
        [one] It takes only a few minutes.
       *[other] Each part takes only a few minutes.
    }
    [one] You read one goal and say whether it is right. That takes about a minute.
   *[other] There are { $goals } goals. Each takes about a minute. You choose which ones you want to talk about.
}
survey-intro-over = This survey has ended
survey-intro-over-code = With your code you see which of your answers count.
survey-intro-over-lead = It was open until { $day }. Thank you to everyone who took part.
survey-intro-pause = You can stop at any time. With your code you go on later, even on another device.
survey-intro-start = Start the survey
survey-intro-stored = We store your answers and the day you send them. We do not store your name, address or IP address with them.
survey-intro-title = { $goals ->
    [0] Tell us what you think
    [one] Tell us what you think of the goal
   *[other] Tell us what you think of the goals
}
survey-later = Go on later
survey-later-link = Show code as a picture and address
survey-later-text = This code brings you back here. It is best to write it down now.
survey-multiple-hint = You can choose several answers.
survey-name = Survey:
survey-next = Continue
survey-next-review = Save and go back
survey-number-hint = A whole number, for example 2.
survey-pause = Save and go on later
survey-pause-code = Your code
survey-pause-go-on = Go on now
survey-pause-how = Enter the code later on this website under “My receipt”. Or save the address as a bookmark.
survey-pause-keep = Please write the code down.
survey-pause-lead = You have time until { $day }. Your answers only count once you send them.
survey-pause-qr = QR code with your address for going on
survey-pause-qr-caption = Go on with your phone
survey-pause-title = Saved. Go on whenever you like.
survey-place = Place { $place }
survey-place-none = No place
survey-preview = Preview
survey-preview-end = End the preview
survey-preview-text = This is how people see the question. Nothing is kept here.
survey-profile = About you, only if you like
survey-question-place = Question { $number } of { $total }
survey-question-until = You can change your answers until { $day }.
survey-ranking-hint = Place 1 matters most to you. You do not have to place everything.
survey-required = We need this answer to go on.
survey-review-answer = Answer
survey-review-button = Send answers
survey-review-button-again = Send changes
survey-review-change = Change
survey-review-choose = Choose a question
survey-review-code = Your code for going on:
survey-review-correction = Check your changes. They only count once you send them again.
survey-review-empty = There is no answer here yet
survey-review-empty-lead = Pick something. A single answer is enough.
survey-review-enough = { $answered ->
    [0] None of the { $total } parts has an answer yet.
   *[other] You have answered { $answered } of { $total } parts. That is enough.
} { $untouched ->
    [one] There is one part you have not opened yet.
   *[other] There are { $untouched } you have not opened yet.
}
survey-review-later = Send later
survey-review-lead = Check your answers. Nothing has been sent yet.
survey-review-missing = { $n ->
    [one] One question still needs your answer:
   *[other] These questions still need your answer:
}
survey-review-more = Time for another part?
survey-review-more-link = Choose another part
survey-review-not-sent = Nothing has been sent yet
survey-review-send = Send
survey-review-send-again = Send again
survey-review-send-text = Your answers count without your name. You can still change everything or take it back until { $day }.
survey-review-title = Is everything right?
survey-scale-hint = Choose an answer in each row. You may leave rows out.
survey-skip-goal = Skip this goal
survey-skip-question = Skip this question
survey-task-count = { $state ->
    [new] { $questions ->
        [one] One question
       *[other] { $questions } questions
    }
    [begun] { $left ->
        [one] { $answered } of { $questions } answered, one still open
       *[other] { $answered } of { $questions } answered, { $left } still open
    }
   *[done] { $answered } of { $questions } answered
}
survey-task-state = { $state ->
    [new] Not started yet
    [begun] Started
   *[done] Done
}
survey-tasks-correct = What would you like to change?
survey-tasks-correct-lead = You have already sent your answers. A change only counts once you send them again.
survey-tasks-empty = Once you have answered something, you can check and send it here.
survey-tasks-lead = Choose what matters to you. One part is enough. You have time until { $day }.
survey-tasks-over = The survey has ended
survey-tasks-over-lost = The last day was { $day }. Your answers had not been sent. Sadly, they do not count.
survey-tasks-over-submitted = The last day was { $day }. What you sent counts.
survey-tasks-parts = Parts of the survey
survey-tasks-profiles = Last of all: a few questions about you
survey-tasks-profiles-text = Only if you like. It shows us whom we have reached and whom we have not.
survey-tasks-review = Check and send answers
survey-tasks-title = What would you like to talk about?
survey-to-consultation = To the consultation
survey-to-receipt = To your receipt
withdrawal-change = Do you only want to correct something? You can until { $day }:
withdrawal-lead = We will delete everything you answered under this code. It will no longer count.
withdrawal-no = No, keep them
withdrawal-over = There is nothing left to delete
withdrawal-over-lead = The results are published and stay as they are. Nothing you wrote is there any more, and no answer bears your name.
withdrawal-text = This cannot be undone.
withdrawal-title = Would you like to take back all your answers?
withdrawal-words-lead = We delete every word you wrote in the survey under this code, also where the town evaluates it.
withdrawal-words-title = Would you like to delete everything you wrote?
withdrawal-words-why = What you ticked still counts, because the results are published already. Nowhere does it say who it was.
withdrawal-words-yes = Yes, delete everything I wrote
withdrawal-yes = Yes, take everything back
