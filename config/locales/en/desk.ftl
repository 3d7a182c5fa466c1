# The administration's desk: frame, lists, questions before an act. Sorted by key.
confirm-back = Cancel
desk-date-first = First day: { $what }
desk-date-last = Last day: { $what }
desk-date-step = { $what }
desk-dates = Next dates
desk-hello = Good day, { $name }
desk-mails-feedback = Report of a barrier
desk-mails-given-up = Given up
desk-mails-invitation = Invitation
desk-mails-lead = We try each mail six times within 15 hours. If that fails, it stays here for 30 days.
desk-mails-new-link = Make a new link
desk-mails-new-link-text = The link in it no longer works, or the address is wrong.
desk-mails-new-password = Link for a new password
desk-mails-next = Next try: { $at }.
desk-mails-none = All mails have arrived or are on their way.
desk-mails-other = Mail
desk-mails-removal-text = The mail disappears from this list and will not be sent any more.
desk-mails-removal-title = Remove this mail?
desk-mails-remove = Remove
desk-mails-repeat = Send again
desk-mails-repeat-all = Send all { $n } again
desk-mails-search = Address or subject
desk-mails-textless = The text has been deleted already. It cannot be sent again.
desk-mails-title = Undelivered mails
desk-mails-tried = Written on { $at }. { $n ->
    [one] Tried once.
   *[other] Tried { $n } times.
}
desk-mails-waiting = Still being tried
desk-mails-why = Reason:
desk-nav-accounts = Accounts
desk-nav-briefings = Overviews
desk-nav-consultations = Consultations
desk-nav-home = Overview
desk-nav-journal = Journal
desk-nav-label = Desk
desk-nav-moderation = Release
desk-nav-pages = Pages
desk-nav-paper = Paper forms
desk-nav-strategies = Strategies
desk-new = There is nothing here yet
desk-new-button = Create a strategy
desk-new-others = First an editor creates a strategy. Then you will see here what is running and what is waiting.
desk-new-text = First the town needs a strategy. You can upload a Word document or write from scratch. Then you set up a consultation on it.
desk-open = Running now
desk-open-people = { $n ->
    [one] One person has taken part so far
   *[other] { $n } people have taken part so far
}
desk-open-until = { $days ->
    [0] today only
    [one] until tomorrow
   *[other] { $days } days left, until { $day }
}
desk-save = Save
desk-sign-out = Sign out
desk-waiting = Waiting for you
desk-waiting-feedback = { $n ->
    [one] report of a barrier
   *[other] reports of barriers
}
desk-waiting-mails = { $n ->
    [one] e-mail did not arrive
   *[other] e-mails did not arrive
}
desk-waiting-none = Nothing is waiting for you right now.
desk-waiting-objections = { $n ->
    [one] objection waits for an answer
   *[other] objections wait for an answer
}
desk-waiting-reports = { $n ->
    [one] reported comment waits for a decision
   *[other] reported comments wait for a decision
}
desk-waiting-sheets = { $n ->
    [one] paper form waits for the second check
   *[other] paper forms wait for the second check
}
desk-waiting-texts = { $n ->
    [one] text waits for release
   *[other] texts wait for release
}
desk-work = In progress
desk-work-consultation = Consultation, not yet published, begun on { $day }
desk-work-draft = Edition, begun on { $day }
list-all = Show all
list-any = All
list-count = { $first } to { $last } of { $total }
list-next = Next page
list-nothing-found = Nothing matches. Search with fewer words, or show all.
list-page = Page { $page } of { $pages }
list-pages = Pages of the list
list-previous = Previous page
list-search = Search
said-mail-again = The mail will be sent again in a moment.
said-mail-removed = The mail has been removed.
said-mails-again = The mails will be sent again in a moment.
said-mails-none = There was nothing left to send.
