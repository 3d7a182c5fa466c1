# Start page and the page of a consultation. Sorted by key.
action-look = See the consultation
action-rate = Rate the goals
action-rate-about = { $fields ->
    [one] No account needed.
   *[other] No account needed. One field of action is enough.
}
action-read = Read the draft
action-results = See the results
consultation-ahead = You can rate the goals here as soon as the survey begins.
consultation-evaluating = Thank you to everyone who took part. You will find the results here once we have read and counted everything.
consultation-no-survey = The survey is not open at the moment. The timetable shows what is still running.
consultation-results-since = The results have been here since { $day }.
consultation-span = The whole consultation:
contact-title = Any questions?
count-fields = { $n ->
    [one] one field of action
   *[other] { $n } fields of action
}
count-goals = { $n ->
    [0] no goal yet
    [one] 1 goal
   *[other] { $n } goals
}
count-people = { $n ->
    [one] 1 person
   *[other] { $n } people
}
count-people-of = { $n ->
    [one] one person
   *[other] { $n } people
}
count-questionnaires = { $n ->
    [one] 1 questionnaire
   *[other] { $n } questionnaires
}
course-decide = Decide
course-decide-text = The town council votes in public.
course-evaluate = Evaluate
course-evaluate-text = We read every contribution and show the result.
course-read = Read
course-read-text = The town presents a draft.
course-revise = Revise
course-revise-text = We change the draft and say why.
course-speak = Have your say
course-speak-text = You rate goals and tell us what is missing.
course-title = How a consultation works
days-span = { $from } to { $until }
draft-base = { $questionnaires } from { $people }, as of yesterday.
draft-base-about = Each field of action has a questionnaire of its own.
draft-base-final = { $questionnaires } from { $people }.
draft-choose = Read what matters to you. You can rate as many fields of action as you like.
draft-nobody = Nobody took part in the survey.
draft-read = { $goals ->
    [one] The draft has one goal. Take your time to read it.
   *[other] The draft has { $goals } goals. Choose what you would like to read.
}
draft-results-later = We show how the goals were rated only after the end. That way the result influences nobody.
draft-without-survey = no survey
fact-fields = { $fields ->
    [one] field of action
   *[other] fields of action
} with { $goals ->
    [one] one goal
   *[other] { $goals } goals
}
fact-nobody-yet = Nobody had taken part by yesterday. Be the first!
fact-people = { $n ->
    [one] person has taken part so far, as of yesterday
   *[other] people have taken part so far, as of yesterday
}
fact-questionnaires = { $n ->
    [one] questionnaire has been filled in, as of yesterday
   *[other] questionnaires have been filled in, as of yesterday
}
promise-answer = For each topic we say what we make of it and why.
promise-council = The town council knows the results before it votes.
promise-nameless = The survey does not ask for your name.
promise-read = We read every comment.
promise-reason = We give the reason for every change to the draft.
promise-title = What happens to your contributions
receipt-box-code = Receipt code
receipt-box-open = See my receipt
receipt-box-text = Enter the code from your receipt. Capital or small letters, with or without spaces: it does not matter.
receipt-box-title = What became of my contribution?
start-announced = Coming soon
start-empty-text = As soon as the town presents a draft, you will find it here. Then you can read it and tell us what is good and what is missing. Please come back soon.
start-empty-title = The first consultation will begin here soon
start-ended = Ended
start-evaluating-text = Thank you for taking part. We are reading all contributions.
start-lead = Here you can read what the town is planning. You tell us what is good and what is missing. Then we show you what became of it.
start-quiet-announced = The next one begins soon. Read below what it is about.
start-quiet-text = Read below what became of the last consultations.
start-quiet-title = No consultation is running right now
start-results-text = Since { $day } you can read how the goals were rated.
start-running = Take part now
start-title = Have your say in { $town }
start-title-quiet = Having your say in { $town }
state-announced = { $days ->
    [1] Begins tomorrow
   *[other] Begins on { $day }
}
state-evaluating = Ended, we are evaluating
state-results = Results are here
state-running = Running
state-soon = Coming soon
step-change-begin = On { $on } the beginning was moved from { $before } to { $after }.
step-change-closed = Closed early on { $on }.
step-change-earlier = On { $on } the end was moved forward from { $before } to { $after }.
step-change-later = On { $on } the end was moved from { $before } to { $after }.
step-changed = Deadline changed.
step-later = { $days ->
    [1] Begins tomorrow
   *[other] Begins in { $days } days
}
step-now = Happening now
step-open = { $days ->
    [0] Open, last day today
    [1] Open until tomorrow
   *[other] Open, { $days } days left
}
step-over = Ended
time-begins = begins in { $days } days, on { $day }
time-begins-tomorrow = begins tomorrow, { $day }
time-ended = ended on { $day }
time-last-day = last day today, { $day }
time-remains = { $days } days left, until { $day }
time-until-tomorrow = until tomorrow, { $day }
timetable-midnight = Every deadline ends at midnight at the end of that day.
timetable-title = Timetable
timetable-today = The vertical line marks today, { $day }.
track-comments = Comments on the draft
track-statements = Statements
track-survey = Survey for everyone
