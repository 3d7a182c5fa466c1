# Organisations at the desk. Sorted by key.
add-button = Put onto the list
add-lead = Choose whom you ask for a statement. Mails go out only in the next step.
add-none = All known organisations are on the list already.
add-pick = Choose
add-title = Add organisations
desk-consultation-organisations = Invite organisations
desk-consultation-organisations-about = Who is asked for a statement and who has answered.
desk-nav-organisations = Organisations
desk-organisations-lead = Associations, public bodies and companies you ask for statements. Whom you invite to a consultation you decide at the consultation.
desk-waiting-organisations = { $n ->
    [one] organisation waits for confirmation
   *[other] organisations wait for confirmation
}
error-import-closed = This organisation is closed, refused or waits for confirmation. Decide that first.
error-import-columns = The first row must name the columns “Name” and “E-mail”. The template is the easiest way.
error-import-many = These are { $n } rows. Up to { $max } go at once.
error-import-twice = This name stands in row { $line } already.
error-organisation-reason = Please write a reason. The organisation gets it by e-mail.
error-organisation-there = There already is an organisation of this name. Take that one, or make the name distinct.
error-pick-none = Tick at least one organisation.
error-table-empty = There are no rows in the file.
error-table-large = The file is too large. Up to { $max } MB fit.
error-table-missing = Please choose a file.
error-table-none = This is no table we can read. Please save it as CSV or XLSX.
invited-add = Add known organisations
invited-again = { $n ->
    [one] Remind one organisation
   *[other] Remind { $n } organisations
}
invited-all = on the list
invited-answer = Answer
invited-answer-declined = declined
invited-answer-open = no answer
invited-answer-taken-up = takes part
invited-declined-count = declined
invited-failed-about = { $n ->
    [one] One mail did not arrive.
   *[other] { $n } mails did not arrive.
}
invited-failed-filter = Mail
invited-failed-link = Which?
invited-first = { $n ->
    [one] Send the invitation to one organisation
   *[other] Send the invitation to { $n } organisations
}
invited-import = Take in a table
invited-list-lead = Statements are possible until { $until }.
invited-list-title = Invited organisations
invited-mail = Last mail
invited-mail-count = { $n ->
    [one] 1 mail
   *[other] { $n } mails
}
invited-mail-failed = not delivered
invited-mail-none = none yet
invited-mail-sent = sent
invited-mail-waiting = is leaving
invited-no-track = This consultation has no time for statements. Set it with the times, then you can invite.
invited-none = Nobody is on the list yet.
invited-not-published = The consultation is not public yet. You can prepare the list; mails go out afterwards.
invited-open = without an answer
invited-organisation = Organisation
invited-over = The deadline for statements is over. No more invitations go out.
invited-remove = Take off the list
invited-remove-text = The link in the invitation then opens nothing. The organisation itself stays known.
invited-remove-title = Take { $name } off the list?
invited-search = Name, address
invited-taken = take part
letters-again-text = Whoever has answered or got a mail today gets none.
letters-again-title = { $n ->
    [one] Remind one organisation?
   *[other] Remind { $n } organisations?
}
letters-first-text = Each gets an e-mail with a link of its own. The mails leave at once.
letters-first-title = { $n ->
    [one] Invite one organisation?
   *[other] Invite { $n } organisations?
}
letters-more = and { $n } more
letters-send = Send the mails
member-add = Add a person
member-add-lead = For { $organisation }. The person gets an e-mail with a link that signs them in.
member-joined = Signed in
member-joined-never = never
member-link-button = Send a link
member-link-later = The person can ask for a link. You can also do it for them. It is valid for seven days.
member-link-text = Did the e-mail not arrive? Then send a new link. It is valid for seven days.
member-link-title = Send a link
member-remove = Remove
member-remove-about = Does the person no longer act for the organisation?
member-remove-text = { $name } is signed out at once and no longer acts for { $organisation }. Name and address are deleted.
member-remove-title = Remove { $name }?
member-save = Save the tasks
member-tasks = Tasks
organisation-back-to = Back to { $name }
organisation-close = Close
organisation-close-about = Is the organisation no longer there?
organisation-close-text = Its people are signed out at once, and it is no longer invited. What it handed in stays. You can open it again.
organisation-close-title = Close { $name }?
organisation-confirm = Confirm
organisation-decide = Decide about the registration
organisation-decide-plain = The organisation has registered itself and has confirmed its e-mail address.
organisation-decide-same = Careful: there already is an organisation of this name. If the person belongs to it, refuse here and add her there.
organisation-decide-text = The organisation has registered for “{ $title }” and has confirmed its e-mail address. If you confirm it, it can take part.
organisation-desk-email-hint = Invitations go to this address.
organisation-edit = Change the details
organisation-form-lead = Invitations go to the e-mail address. Who acts for the organisation comes afterwards.
organisation-invitations = Invited to
organisation-invitations-none = It stands on no list.
organisation-members = Who acts for it
organisation-members-none = Nobody yet. When the organisation takes up an invitation, it names somebody itself.
organisation-namesake = There already is:
organisation-open = Open again
organisation-reason = Reason
organisation-refuse = Refuse
organisation-refuse-reason = Reason
organisation-refuse-reason-hint = It stands in the mail to the organisation.
organisation-refuse-text = The people of the organisation get an e-mail with the reason and can no longer sign in. You can take this back.
organisation-refuse-title = Refuse { $name }?
organisation-save = Save
organisation-since = On the list since
organisations-back = Back to the organisations
organisations-kind = Kind
organisations-members = People
organisations-new = Add an organisation
organisations-none = No organisation is known yet. Add one, or take in a table at a consultation.
organisations-search = Name, address
organisations-state = State
organisations-waiting = { $n ->
    [one] One organisation has registered itself and waits for your decision.
   *[other] { $n } organisations have registered themselves and wait for your decision.
}
organisations-waiting-link = Look now
parties-import-again = Choose another file
parties-import-columns = The template shows what belongs into the columns. Kind and address may be missing.
parties-import-fate = What becomes of it
parties-import-faulty = { $n ->
    [one] One row cannot be taken.
   *[other] { $n } rows cannot be taken.
}
parties-import-faulty-text = Correct the table and choose it again. While something is wrong, nothing is taken in.
parties-import-file = File
parties-import-file-hint = CSV or Excel (XLSX), up to { $max } MB and { $most } organisations. Columns: Name, Kind, Address, E-mail.
parties-import-file-name = organisations
parties-import-fine = Everything is fine. Nothing is saved yet.
parties-import-good = Rows that are right
parties-import-known = known already
parties-import-known-about = Of those known, address and e-mail stay as they are.
parties-import-lead = One row for each organisation. You first see what becomes of it.
parties-import-line = Row
parties-import-listed = on the list already
parties-import-look = Look
parties-import-new = new
parties-import-nothing = All are on the list already.
parties-import-sum = { $new } new, { $known } known already, { $listed } on the list already.
parties-import-take = { $n ->
    [one] Put one organisation onto the list
   *[other] Put { $n } organisations onto the list
}
parties-import-template-csv = Template as CSV
parties-import-template-xlsx = Template for Excel and LibreOffice (XLSX)
parties-import-title = Table of organisations
parties-import-what = What to do
said-invited-added = The list is complete now.
said-invited-removed = Taken off the list.
said-invited-stays = It takes part already and stays on the list.
said-letters-none = There is nobody to whom a mail could go now.
said-letters-sent = The mails are on their way.
said-member-changed = Tasks saved.
said-member-link = The link is on its way.
said-member-removed = Removed.
said-organisation-closed = Closed.
said-organisation-confirmed = Confirmed. The organisation gets an e-mail.
said-organisation-opened = Open again.
said-organisation-refused = Refused. The organisation gets an e-mail with the reason.
said-organisation-saved = Saved.
