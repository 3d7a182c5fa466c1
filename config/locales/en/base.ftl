### Pages that may appear anywhere: errors and waiting.

error-bad-request-text = Your browser sent something we cannot read. Go back, reload the page and try again.
error-bad-request-title = We did not understand this
error-busy-text = We cannot handle your request at the moment. Please try again shortly. Nothing that we confirmed to you was lost.
error-busy-title = We are very busy right now
error-forbidden-text = The form does not belong to this page. What you typed is still there: go back in your browser and copy longer texts. Then reload the page and send it again.
error-forbidden-title = We could not accept this
error-gone-text = What stood here was withdrawn or deleted.
error-gone-title = This page no longer exists
error-home = Go to the start page
error-internal-text = This was not your fault. Please try again later. Nothing that we confirmed to you was lost.
error-internal-title = Something went wrong on our side
error-mails-busy = Very many e-mails are going out just now. Please try again in an hour.
error-method-text = This address only accepts a form. Go back in your browser and send it again.
error-method-title = This page cannot be opened like this
error-not-found-text = Perhaps a character is missing in the address. Or the page has moved. You find all consultations on the start page.
error-not-found-title = This page does not exist
error-reference = If you write to us, please give this number: { $reference }
error-timeout-text = The connection was too slow. Go back in your browser and send it again. Your text is still there.
error-timeout-title = That took too long
error-too-large-file = A file may have at most { $limit } kilobytes. Go back in your browser and choose a smaller one.
error-too-large-text = A form may have at most { $limit } kilobytes. Go back in your browser and shorten your text.
error-too-large-title = That is too much at once
error-too-many-text = { $seconds ->
    [one] A great many requests have just come from your connection. Try again in one second. Your text is still there when you go back in your browser.
   *[other] A great many requests have just come from your connection. Try again in { $seconds } seconds. Your text is still there when you go back in your browser.
 }
error-too-many-title = Please wait a moment
error-typed-once = It counts only once, even if it has arrived after all.
error-typed-text = We cannot confirm that it is stored. Please send it once more.
error-typed-title = What you entered is still here
error-unprocessable-title = This does not work
said-mail-not-sent = Done. We could not send an e-mail about it: too many are going out just now. Try again in an hour if you need one.
