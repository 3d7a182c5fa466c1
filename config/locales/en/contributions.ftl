# What a receipt code opens as a whole.
contributions-agreed = { $n ->
        [one] “I see it that way too” on one comment
       *[other] “I see it that way too” on { $n } comments
    }
contributions-code = This code brings you back here at any time.
contributions-comments = { $n ->
        [0] none
        [one] 1 comment
       *[other] { $n } comments
    }
contributions-data = You can take along everything that is stored under your code: answers, comments, statement.
contributions-erase = You can withdraw and delete each part on its own page while it is open. After that, please write to us.
contributions-lead = Everything you have given under your code.
contributions-link = All your contributions at a glance
contributions-statement = Statement
contributions-statement-none = none
contributions-survey-begun = begun, not sent yet
contributions-survey-none = no answers yet
contributions-survey-sent = sent on { $day }
contributions-survey-withdrawn = withdrawn on { $day }
contributions-title = Your contributions
