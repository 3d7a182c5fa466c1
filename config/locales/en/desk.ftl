# The administration's desk: frame, lists, questions before an act. Sorted by key.
confirm-back = Cancel
desk-hello = Good day, { $name }
desk-nav-accounts = Accounts
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
desk-new-text = First the town needs a strategy. You can upload a Word document or write from scratch. Then you set up a consultation on it.
desk-open = Running now
desk-open-until = { $days ->
    [0] today only
    [one] until tomorrow
   *[other] { $days } days left, until { $day }
}
desk-save = Save
desk-sign-out = Sign out
desk-waiting = Waiting for you
desk-waiting-consultations = { $n ->
    [one] consultation is not published yet
   *[other] consultations are not published yet
}
desk-waiting-drafts = { $n ->
    [one] edition is in work
   *[other] editions are in work
}
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
desk-waiting-sheets = { $n ->
    [one] paper form waits for the second check
   *[other] paper forms wait for the second check
}
desk-waiting-texts = { $n ->
    [one] text waits for release
   *[other] texts wait for release
}
list-all = Show all
list-any = All
list-count = { $first } to { $last } of { $total }
list-next = Next page
list-nothing-found = Nothing matches. Search with fewer words, or show all.
list-page = Page { $page } of { $pages }
list-pages = Pages of the list
list-previous = Previous page
list-search = Search
