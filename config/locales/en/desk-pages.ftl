# The town's own pages: at the desk. Sorted by key.
desk-feedback-all-done = All done. New reports will stand here.
desk-feedback-by = Done on { $day } by { $name }
desk-feedback-done = Mark as done
desk-feedback-done-short = done
desk-feedback-lead = What people write on the page “Accessibility”.
desk-feedback-open-short = open
desk-feedback-reply = Answer to
desk-feedback-reply-none = no address given
desk-feedback-reopen = Open again
desk-feedback-report = Report { $n }, { $day }
desk-feedback-search = Search reports
desk-feedback-state = State
desk-feedback-title = Reported barriers
desk-pages-accessibility = Accessibility
desk-pages-back = All pages
desk-pages-beginning = Suggestion
desk-pages-beginning-text = Nobody has written this page yet. Below there is a suggestion. Read it, fill in the gaps and fit it to your town. Have it checked by a lawyer, too.
desk-pages-body = Text
desk-pages-body-hint = Headings with ## at the start of the line, lists with -, bold with **two stars**, links like this: [text](https://…). Gaps look like this: […].
desk-pages-changed = changed on { $day } by { $name }
desk-pages-draft = Draft
desk-pages-edit = { $page }, { $language }
desk-pages-english = English
desk-pages-feedback = { $n ->
    [0] Reported barriers
    [one] Reported barriers: 1 is open
   *[other] Reported barriers: { $n } are open
}
desk-pages-gaps = { $n ->
    [one] One gap is still open
   *[other] { $n } gaps are still open
}
desk-pages-gaps-text = As long as there are gaps in the text, the page cannot be published. If you do not need a part, delete it with its bracket.
desk-pages-german = German
desk-pages-imprint = Legal notice
desk-pages-keep = Save draft
desk-pages-lead = Your town must have these pages. As soon as one is published, it stands at the foot of every page of the portal.
desk-pages-missing = Not written yet
desk-pages-newer-draft = Draft is ready
desk-pages-plain-language = Plain language
desk-pages-preview = Preview
desk-pages-preview-title = This is how the page looks
desk-pages-privacy = Privacy
desk-pages-public = Published
desk-pages-publish = Publish
desk-pages-restore = Bring back as a draft
desk-pages-see = See the public page
desk-pages-sign-language = Sign language
desk-pages-title = Pages of the town
desk-pages-title-field = Heading
desk-pages-title-hint = It also stands at the foot of every page of the portal. Up to { $n } characters.
desk-pages-version = { $day }, { $hour }
desk-pages-version-by = by { $name }
desk-pages-version-newest = newest version
desk-pages-versions = Earlier versions
desk-pages-versions-lead = Each time you save there is a version. Bring one back and it becomes a new draft. For everyone else nothing changes until you publish.
desk-pages-versions-none = No version yet. Save the first draft.
desk-pages-withdraw = Withdraw
desk-pages-withdraw-text = Nobody will see the page any more, and its link goes away. The text stays here. You can publish it again at any time.
desk-pages-withdraw-title = Withdraw { $page } ({ $language })?
desk-pages-withdrawn = Withdrawn
error-page-body-long = The text is { $over } characters too long. { $n } are possible.
error-page-body-missing = Please write a text.
error-page-gaps = { $n ->
    [one] One gap is still open. Please fill it before publishing. It stands in the list below.
   *[other] { $n } gaps are still open. Please fill them before publishing. They stand in the list below.
}
error-page-overtaken = Meanwhile somebody else has saved this page. Your text is still here. Look at the earlier version and then save again.
error-page-title-long = The heading is too long. { $n } characters are possible.
error-page-title-missing = Please write a heading.
said-page-kept = The draft is saved.
said-page-published = The page is published.
said-page-restored = The earlier version is now the new draft.
said-page-withdrawn = The page is withdrawn.
said-report-done = The report is done.
said-report-open = The report is open again.
