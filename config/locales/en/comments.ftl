# Comments. Sorted by key.

comments-answer-of = Answer of the administration, { $day }
comments-back = Back to the comment
comments-button = Send comment
comments-code = Code of your receipt
comments-code-hint = Then everything stands on one receipt. Without a code you get a new one.
comments-count = { $n ->
    [one] 1 comment
   *[other] { $n } comments
}
comments-count-earlier = { $n ->
    [one] 1 comment on an earlier edition
   *[other] { $n } comments on an earlier edition
}
comments-earlier = On an earlier wording
comments-edit-button = Save changes
comments-edit-fixed = The administration has answered this comment, so its words can no longer be changed. You can write another comment, or take this one back.
comments-edit-notice = After a change somebody of the administration reads the comment again. Until then it is not public.
comments-edit-supports = { $n ->
    [one] One person sees it that way too. Other words lose that voice.
   *[other] { $n } people see it that way too. Other words lose these voices.
}
comments-edit-title = Change your comment
comments-element = Comment
comments-erase-button = Delete the words
comments-erase-text = The results are published: that there was this comment still counts. What it says, and your name, are deleted. This cannot be undone.
comments-erase-title = Delete
comments-has-code = Do you have a receipt already?
comments-invited = Only those who were invited take part in this consultation. You can comment with the code of your receipt.
comments-later = You can comment from { $day }.
comments-most-supported = Most supported
comments-name = Name
comments-name-hint = It is published with the comment. Leave it empty if you do not want to be named.
comments-name-hint-inner = Only the administration reads it. Leave it empty if you do not want to be named.
comments-newer-gone = The new edition no longer has this part.
comments-newer-link = Compare both editions
comments-newer-text = This part is worded anew there. The comments here belong to the earlier wording.
comments-newer-title = There is a newer edition: { $name }
comments-newest = Newest first
comments-no-name = No name given
comments-nobody = Nobody has commented on this
comments-nobody-yet = Nobody has commented on this yet
comments-notice = Your text, the name (if you give one) and the day become public. Somebody of the administration reads the comment first.
comments-notice-inner = Your comment is not published. The administration reads it.
comments-notice-until = You get a receipt. With it you can change or take back the comment until { $day }.
comments-number = Comment { $n }
comments-oldest = Oldest first
comments-on-action-goal = Action goal
comments-on-field = Field of action
comments-on-goal = Strategic goal { $label }
comments-on-principle = Guiding principle
comments-order = Order
comments-over = Comments were taken until { $day }.
comments-overview-lead = Choose a part of the draft. You can write until { $day }, without an account.
comments-overview-open = Comment on the draft
comments-overview-read = Read the whole draft
comments-own = Your comment
comments-own-agreed = You see this the same way
comments-own-agreed-hint = You can take it back below the comment itself.
comments-own-became = What became of it
comments-own-count = { $n ->
    [0] No comment of yours yet.
    [one] 1 comment is saved.
   *[other] { $n } comments are saved.
}
comments-own-erase = Delete
comments-own-inner = Saved, the administration reads it
comments-own-link = Change or take back
comments-own-more = Comment on more
comments-own-more-hint = Choose a part. Everything you write here stands on this receipt.
comments-own-none = You have not commented yet.
comments-own-public = Public
comments-own-qr = QR code with the address of your comments
comments-own-qr-caption = Opens your comments on your phone
comments-own-redacted = Public, passages blacked out
comments-own-supported = { $n ->
    [one] You see one comment that way too.
   *[other] You see { $n } comments that way too.
}
comments-own-survey = To the survey with the same code
comments-own-title = Your comments
comments-own-use = This code leads back here.
comments-own-use-open = Until { $day } you can change and take back.
comments-own-use-over = Changes were possible until { $day }.
comments-own-waiting = Waiting: somebody reads it before it becomes public
comments-report = Report
comments-report-button = Report
comments-report-hint = The administration reads what you write. It is not published.
comments-report-lead = Somebody of the administration will look at the comment again. Nobody learns who reports.
comments-report-reason = What is wrong?
comments-report-title = Report a comment
comments-report-words = Explanation
comments-say = What do you think about it?
comments-support = I see it that way too
comments-support-lead = Each participation counts once. You get a receipt with which you can take it back.
comments-supported = You see it that way too.
comments-supports = { $n ->
    [one] 1 person sees it that way too
   *[other] { $n } people see it that way too
}
comments-text = Your comment
comments-text-hint = Please do not name other people.
comments-this-place = This part
comments-title = Comments
comments-to-edition = Read in the draft
comments-to-own = Your comments
comments-total = { $n ->
    [0] No comment is public yet.
    [one] 1 comment is public.
   *[other] { $n } comments are public.
}
comments-unsupport = Take back
comments-what-changed = What has changed
comments-whole-field = On the whole field of action
comments-withdraw-button = Take back the comment
comments-withdraw-text = The comment is erased, with everything that was said about it. This cannot be undone.
comments-withdraw-title = Take back
desk-answer-back = To the comments
desk-answer-button = Publish the answer
desk-answer-hint = Everyone reads it below the comment. Write no names of residents.
desk-answer-label = Answer of the administration
desk-answer-lead = The answer appears in public below the comment at once, with today’s date.
desk-answer-since = The present answer has stood there since { $day }.
desk-answer-title = Answer in public
desk-answer-withdraw = Take the answer back
desk-comments-answer = Answer
desk-comments-answered = Answered
desk-comments-by-day = By day
desk-comments-by-element = By part
desk-comments-change = Change the answer
desk-comments-do-answer = Answer
desk-comments-file = All comments as a table (CSV)
desk-comments-lead = All comments of this consultation. Those that are public can be answered in public.
desk-comments-none = Nobody has commented yet.
desk-comments-public = Public page
desk-comments-state = State
desk-comments-unanswered = Without an answer
desk-consultation-comments-about = Read them, answer in public, download as a table
error-comment-answer = Write an answer.
error-comment-answered = The administration has answered already. Write another comment, or take this one back.
error-comment-code = There is no receipt of this consultation with that code. Check it, or leave the field empty.
error-comment-invited = Give the code of your receipt. Only those who were invited take part in this consultation.
error-comment-many = One receipt can have { $most } comments. You have written that many.
error-comment-missing = Write what you think. One sentence is enough.
error-comment-over = Comments are not taken at the moment. Your text was not saved; it still stands here.
error-comment-twice = You have written the same text about this part before.
error-report-reason = Choose a reason.
error-report-words = With “another reason”, write which it is.
error-support-over = This is no longer possible: the time is over.
said-comment-answer-withdrawn = The answer is taken back.
said-comment-answered = The answer is public.
said-comment-corrected = Your comment is changed.
said-comment-erased = Your words are deleted.
said-comment-reported = Thank you. Somebody will look at the comment again.
said-comment-taken = Your comment is saved. Keep the code.
said-comment-withdrawn = Your comment is taken back and erased.
said-support-given = Counted: you see it that way too.
said-support-over = The time is over. Nothing was changed.
said-support-taken = Taken back.
talk-name-action-goal = Action goal { $n }
talk-name-field = Field of action
talk-name-goal = Goal { $label }
withdrawal-comments = Your comments stay. You take them back on their own page.
