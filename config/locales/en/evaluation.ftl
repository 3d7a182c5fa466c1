# Published results. Sorted by key.
channel-desk = conversation at the town hall
channel-event = event
channel-import = another system
channel-online = online
channel-paper = paper
results-all-numbers = All figures as a table
results-and = and
results-apart-caption = Marks with an access code and without
results-apart-invited = Invited
results-apart-open = Open
results-apart-questionnaires = Here these are { $invited } questionnaires with a code and { $open } without.
results-apart-questions = Answers to the single questions, apart
results-apart-text = Those invited got a letter with an access code. Open are all other questionnaires, including those on paper.
results-apart-title = Invited and open participation
results-apart-too-few = Too few for separate figures
results-apart-why = We only separate where each side has at least { $n } questionnaires. Otherwise single people could be guessed.
results-back-to-figures = Back to the figures
results-base-note = Everyone could take part. The figures show what the participants say. They do not stand for the whole town.
results-channels-caption = Questionnaires by the way they came
results-channels-title = How the questionnaires reached us
results-channels-too-few = Only a few questionnaires came. So we do not show how they reached us.
results-checksum = Checksum:
results-comments-crumb = Comments
results-comments-empty-page = There is nothing on this page.
results-comments-first = Go to the first page
results-comments-lead = { $n ->
    [one] This is the one text we have released.
   *[other] These are all { $n } texts we have released.
}
results-comments-none = There is nothing here yet. We only show texts that we have read and released.
results-comments-title = Comments on “{ $title }”
results-corrections-text = Typing errors we only saw while the survey was running. The sense stayed the same.
results-corrections-title = What we corrected in the questions
results-counted = Percentages are rounded so that they add up to 100. With fewer than { $questionnaires } questionnaires we show no distribution. With fewer than { $marks } ratings we show no percentages.
results-days-about = Questionnaires by day
results-days-by-day = Questionnaires per day
results-days-by-time = Questionnaires, counted from the day below each column
results-days-caption = Questionnaires by day
results-days-most-day = Most questionnaires came on { $day }
results-days-most-days = Most questionnaires came from { $from } to { $until }
results-days-span = { $from } to { $until }
results-days-title = When the questionnaires came
results-days-too-few = Only a few questionnaires came. So we do not show on which days.
results-download-all = All files: data package, R, SPSS, charts and more
results-download-csv = Figures as CSV
results-download-text = The files hold the same figures as this page.
results-download-title = Download the data
results-download-xlsx = Figures for Excel
results-finding-count = { $count ->
    [one] { $count } of { $n } ratings says: right as it is.
   *[other] { $count } of { $n } ratings say: right as it is.
}
results-finding-most = { $mark ->
    [bolder] { $percent }% of the { $n } ratings say: bolder.
    [too_far] { $percent }% of the { $n } ratings say: goes too far.
    [unclear] { $percent }% of the { $n } ratings say: unclear.
    [drop] { $percent }% of the { $n } ratings say: drop.
   *[right] { $percent }% of the { $n } ratings say: right as it is.
}
results-finding-next = { $mark ->
    [bolder] { $percent }% ask for more courage.
    [too_far] { $percent }% say: goes too far.
    [unclear] { $percent }% find the wording unclear.
    [drop] { $percent }% say: drop.
   *[right] { $percent }% say: right as it is.
}
results-finding-no-percent = That is too few for percentages.
results-finding-none = Nobody rated any goals here.
results-finding-too-few = Fewer than { $n } questionnaires came. So we do not show how people answered.
results-frozen = This publication will not change any more.
results-goals-about = Ratings per goal in per cent. The middle of “right as it is” is the axis.
results-goals-caption = Ratings per goal
results-goals-finding = { $which ->
    [all] For all { $n } goals with enough ratings, more than half say: right as it is
    [none] For none of the { $n } goals with enough ratings do more than half say: right as it is
   *[some] For { $some } of { $n } goals with enough ratings, more than half say: right as it is
}
results-goals-title = { $n ->
    [1] How the goal was rated
    [2] How the two goals were rated
    [3] How the three goals were rated
    [4] How the four goals were rated
    [5] How the five goals were rated
    [6] How the six goals were rated
   *[other] How the { $n } goals were rated
}
results-head-answer = Answer
results-head-channel = Way
results-head-comments = Comments
results-head-count = Number
results-head-days = Time
results-head-first = In first place
results-head-goal = Goal
results-head-group = Participation
results-head-marks = Ratings
results-head-people = People
results-head-place = Average place
results-head-questionnaires = Questionnaires
results-head-share = Share
results-head-survey = Survey
results-head-texts = Texts
results-head-together = together
results-index-consultations = See the consultations
results-index-empty = There are no results yet.
results-index-empty-next = When a consultation ends, we evaluate it. Then you can read here what came of it.
results-index-lead = Read what people said about the goals. Once published, a result does not change any more.
results-index-published = published on { $day }
results-index-title = What came of it
results-marks = { $n ->
    [one] { $n } rating
   *[other] { $n } ratings
}
results-marks-label = { $n ->
    [one] rating
   *[other] ratings
}
results-marks-on-goals-label = { $goals ->
    [one] { $n ->
        [one] rating of one goal
       *[other] ratings of one goal
    }
   *[other] { $n ->
        [one] rating of { $goals } goals
       *[other] ratings of { $goals } goals
    }
}
results-note-counts = Too few for percentages: { $counts }
results-note-too-few = Too few questionnaires. So we show no distribution here.
results-note-unmarked = Nobody rated this goal.
results-note-unrated = Nobody rated any goals here.
results-of = Results: { $title }
results-overline-consultation = Results of the consultation
results-overline-field = Results of the survey · Field of action { $label }
results-overline-survey = Results of the survey
results-page = Page { $page } of { $pages }
results-page-before = Previous page
results-page-next = Next page
results-pages-label = Pages
results-people = { $n ->
    [one] { $n } person
   *[other] { $n } people
}
results-people-label = { $n ->
    [one] person
   *[other] people
}
results-percent = { $n }%
results-place = { $whole }.{ $tenth }
results-profile-about = These answers were optional.
results-profile-title = Who took part
results-published = Published on { $day }, publication number { $number }.
results-question-base = { $n ->
    [0] Nobody answered this question.
    [one] Answers from { $n } questionnaire.
   *[other] Answers from { $n } questionnaires.
}
results-question-caption = How often each answer was given
results-question-multiple = More than one answer was possible.
results-question-not-100 = The percentages count questionnaires. So they do not add up to 100.
results-question-ranking = The smaller the average place, the more it mattered to people.
results-question-texts = { $n ->
    [0] Nobody wrote anything on this question.
    [one] One person wrote something on this question.
   *[other] There are { $n } texts on this question.
}
results-question-too-few = Too few questionnaires. So we show no distribution here.
results-questionnaires = { $n ->
    [one] { $n } questionnaire
   *[other] { $n } questionnaires
}
results-questionnaires-label = { $n ->
    [one] questionnaire, each counts once
   *[other] questionnaires, each counts once
}
results-questions-title = What else we asked
results-quote-about = on
results-quote-mark = Rating: { $mark }
results-quotes-all = { $n ->
    [one] Read the released text
   *[other] Read all { $n } released texts
}
results-quotes-none = Nobody wrote anything in this survey.
results-quotes-title = What people wrote about it
results-quotes-unreleased = None of the texts has been released yet. We read each text before it appears here.
results-row-base = { $marks } from { $questionnaires }
results-small-numbers = We do not show small numbers one by one.
results-small-numbers-why = We have added these ways together. So nobody can be recognised.
results-surveys-about = Ratings per survey in per cent. The middle of “right as it is” is the axis.
results-surveys-caption = Ratings per survey
results-surveys-title = How the goals were rated
results-texts-label = { $n ->
    [one] comment or text
   *[other] comments and texts
}
results-too-few = too few
