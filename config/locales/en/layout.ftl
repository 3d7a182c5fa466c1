# Header, footer and words that many pages share. Sorted by key.
bars-less = should want less
bars-more = should want more
bars-right = right as it is
breadcrumb-label = You are here
demo-notice = This is a demonstration. The town, its people and the figures are invented.
error-summary-kept = What you typed is still here. Nothing is lost.
error-summary-title = { $n ->
    [one] Please check one thing
   *[other] Please check { $n } things
}
error-title = Please check:
field-choose = Please choose
field-limit = Up to { $n } characters.
field-optional = (optional)
footer-desk = For the administration
footer-label = Footer
footer-software = Trialog is free software (EUPL 1.2).
header-website-of = A website of the town of { $town }
mark-bolder = bolder
mark-drop = drop
mark-right = right as it is
mark-too-far = goes too far
mark-unclear = unclear
month-letter = { $n ->
    [1] J
    [2] F
    [3] M
    [4] A
    [5] M
    [6] J
    [7] J
    [8] A
    [9] S
    [10] O
    [11] N
   *[12] D
}
month-name = { $n ->
    [1] January
    [2] February
    [3] March
    [4] April
    [5] May
    [6] June
    [7] July
    [8] August
    [9] September
    [10] October
    [11] November
   *[12] December
}
nav-consultations = Consultations
nav-label = Main menu
nav-own-organisation = Your organisation
nav-papers = Council papers
nav-receipt = My receipt
nav-results = Results
skip-to-content = Skip to content
tracks-today = today
