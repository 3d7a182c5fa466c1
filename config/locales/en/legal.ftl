# The town's own pages: for everyone. Sorted by key.
error-report-address = Please check your e-mail address, for example name@example.com. Or leave the field empty.
error-report-long = Your text is { $over } characters too long. { $n } are possible.
error-report-missing = Please write what does not work.
legal-as-of = As of { $day }
legal-other-language = So far this page is only available in German.
legal-report-button = Send
legal-report-hint = On which page? What did you want to do? What do you read with, for example a screen reader?
legal-report-intro = We read every report. We can only answer when you give an address.
legal-report-reply = Your e-mail address
legal-report-reply-hint = Only for our answer.
legal-report-text = What does not work?
legal-report-title = Report a barrier
mail-feedback-body =
    Hello,

    somebody has reported a barrier on the portal:

    ---
    { $text }
    ---

    Answer wanted at: { $reply }

    All reports are here: { $url }
mail-feedback-subject = A barrier was reported
said-report = Thank you. Your report has arrived.
