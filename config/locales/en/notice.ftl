# Staying up to date: messages, calendar, feed. Sorted by key.
calendar-begins = First day: { $track }
calendar-ends = Last day: { $track }
error-subscribe-address = Please check your e-mail address, for example name@example.com.
error-subscribe-busy = Very many people are signing up just now. Please try again in an hour.
error-subscribe-language = Please choose a language.
error-subscribe-pace = Please choose when you want to get messages.
follow-calendar = Dates for your calendar
follow-calendar-about = Deadlines and next steps, also when something changes.
follow-feed = As a feed
follow-feed-about = For programs that collect news.
follow-mail = Messages by e-mail
follow-mail-about = When something happens and before a deadline.
follow-title = Stay up to date
follow-town = All consultations:
mail-notice-body =
    Hello,

    there is news about “{ $title }”:

    { $news }

    --
    { $portal } { $town }
    You get this message because you signed up for it.
    Change your settings or unsubscribe: { $url }
mail-notice-subject = News from your consultation
mail-notice-subject-week = Your week in the consultation
mail-subscription-body =
    Hello,

    somebody wants to get messages about “{ $title }” at this address.

    Was it you? Then please confirm it here, by { $until }:
    { $url }

    It was not you? Then you need not do anything. Without confirmation you will get no messages, and we delete your address after 48 hours.

    --
    { $portal } { $town }
mail-subscription-known-body =
    Hello,

    somebody has signed this address up for messages about “{ $title }” once more. You get them already. You need not do anything.

    Change your settings or unsubscribe: { $url }

    --
    { $portal } { $town }
mail-subscription-known-subject = You already get messages
mail-subscription-subject = Please confirm that you want messages
notice-announced = It begins on { $day }.
notice-announced-head = A consultation is announced
notice-closed = { $track }: the last day was { $day }.
notice-closed-head = The deadline has passed
notice-deadline-begin = { $track }: now begins on { $after }, before that { $before }.
notice-deadline-end = { $track }: the last day is now { $after }, before that { $before }.
notice-deadline-head = A deadline has changed
notice-deadline-reason = The reason: { $reason }
notice-deadline-today = { $track }: closed early.
notice-edition = You can now read “{ $name }”.
notice-edition-head = There is a new edition
notice-ends = { $track }: the last day is { $day }.
notice-ends-head =
    { $days ->
        [0] The deadline ends today
        [1] The deadline ends tomorrow
       *[other] The deadline ends in { $days } days
    }
notice-opened = You can take part until { $day }.
notice-opened-head = The consultation has begun
notice-paper = Paper { $reference } (“{ $subject }”) brings the draft before the council.
notice-paper-head = Before the council
notice-paper-next = Paper { $reference } (“{ $subject }”) brings the draft before the council. The next public deliberation is on { $day }: { $body }.
notice-results = See what people in the town have said.
notice-results-again = The figures were published once more. The new ones count.
notice-results-again-head = The results were renewed
notice-results-head = The results are here
notice-step = { $title }, from { $day }. { $note }
notice-step-bare = { $title }, from { $day }.
notice-step-head = The next step begins
said-subscription = Saved.
subscribe-address = Your e-mail address
subscribe-address-hint = First we send you an e-mail. In it you confirm that the address is your own.
subscribe-button = Sign up
subscribe-language = Language of the messages
subscribe-lead = We write to you when the consultation begins, when a deadline changes, 7 days and 1 day before it ends, when there is a new edition and when results are there.
subscribe-pace = When do you want to get messages?
subscribe-pace-at-once = At once
subscribe-pace-at-once-hint = At most one an hour.
subscribe-pace-weekly = All together once a week
subscribe-pace-weekly-hint = On Monday morning, when there is news. We then do not remind you on the day before a deadline.
subscribe-privacy = We use your address for this only. It is not connected with your answers. You can unsubscribe at any time; then we delete it.
subscribe-sent = Please look into your mailbox
subscribe-sent-lead = Open the e-mail from us and confirm within 48 hours that you want messages.
subscribe-sent-text = No e-mail there? Look among your spam, too. We send only a few e-mails an hour to the same address.
subscribe-title = Messages by e-mail
subscription-change = Settings
subscription-confirm = Do you want to get messages?
subscription-confirm-button = Yes, send me messages
subscription-confirm-not = If you did not sign up, simply close this page. Your address will then be deleted.
subscription-confirm-text = One click and you are signed up.
subscription-confirmed = You are signed up
subscription-confirmed-text = From now on you get messages about:
subscription-end = Unsubscribe
subscription-end-button = No more messages
subscription-end-text = Your address will be deleted at once.
subscription-ended = You get no more messages
subscription-ended-text = We have deleted your address. You can sign up again at any time on the page of a consultation.
subscription-gone = This link is no longer valid
subscription-gone-text = It was valid for 48 hours, or you have unsubscribed meanwhile. You can sign up again on the page of the consultation.
subscription-save = Save
subscription-settings = Your messages
subscription-settings-link = Change your settings or unsubscribe
subscription-to-start = To all consultations
