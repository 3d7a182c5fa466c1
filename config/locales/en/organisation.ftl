# Organisations: registering, invitations, their own page, mails. Sorted by key.
duties-legend = What should this person do?
duty-author = writes drafts
duty-author-hint = Works on statements. Others in the organisation see the draft.
duty-signatory = signs and hands in
duty-signatory-hint = Hands in statements for the organisation and adds colleagues.
enter-button = Sign in now
enter-lead = You sign in for { $organisation }.
enter-text = The link works once. Afterwards you ask for a new one.
enter-title = Hello { $name }
error-duties-missing = Choose at least one task.
error-member-not-in = You are not signed in yet. First open the link from the e-mail, in this browser.
error-member-there = This person already belongs to the organisation.
error-organisation-kind = Please choose what the organisation is: association, public body, company or other.
error-organisation-long = That is too long. Up to { $max } characters fit, there are { $n }.
error-organisation-name = What is the organisation called? Please write its name.
error-organisation-person = Please write the person’s name.
error-register-busy = Very many organisations are registering just now. Please try again in an hour.
invited-again-button = Take part after all
invited-decline = No statement
invited-decline-button = Decline
invited-decline-text = Would you rather not comment? If you decline, we will not remind you again.
invited-declined = You have declined
invited-declined-text = Thank you for letting us know. While the deadline runs you can change your mind.
invited-is-over = The deadline is over
invited-is-over-text = A statement is no longer possible here.
invited-join = Take part
invited-join-button = Take part and get a link
invited-join-known = { $n ->
    [one] One person already acts for your organisation and signs in with their address.
   *[other] { $n } people already act for your organisation and sign in with their addresses.
}
invited-join-known-button = Yes, we take part
invited-join-text = Who should act for your organisation? This person gets a link that signs them in. Others can be added afterwards.
invited-lead = { $town } asks { $organisation } for a statement on “{ $title }”.
invited-read = Look at the consultation and the draft
invited-sent = We have sent a link to { $email }. It works once, for seven days.
invited-sent-title = Look into your mailbox
invited-taken-up = Your organisation takes part
invited-title = Invitation to give a statement
mail-member-link-body =
    Hello,
    this link signs you in:

    { $links }

    The link works once, for 24 hours.
    You did not ask for it? Then please delete this mail. Nothing changes.

    { $portal } { $town }
mail-member-link-subject = Your link to the { $portal }
mail-member-welcome-body =
    Hello { $name },

    you can act for { $organisation } in the { $portal } of { $town }. This link signs you in:
    { $url }

    It works once, until { $until }. Afterwards you get a new one here at any time:
    { $again }

    You did not expect this? Then please delete this mail.
mail-member-welcome-subject = Your access to the { $portal }: for your organisation
mail-organisation-confirmed-body =
    Hello { $name },

    { $organisation } is confirmed in the { $portal } of { $town }. You can take part now:
    { $url }
mail-organisation-confirmed-subject = Your organisation is confirmed: { $portal }
mail-organisation-invitation-body =
    Hello,

    { $town } asks { $organisation } for a statement:
    { $title }

    The deadline is { $until }. Here you take part or decline, without a password:
    { $url }

    The draft and the timetable are here:
    { $about }

    Please pass this mail on to whoever is in charge of it.
mail-organisation-invitation-subject = Request for a statement: { $portal } of { $town }
mail-organisation-refused-body =
    Hello { $name },

    we could not admit { $organisation } to the { $portal } of { $town }. The reason:
    { $reason }

    If you have questions, please contact us.
mail-organisation-refused-subject = About your registration in the { $portal }
mail-organisation-reminder-body =
    Hello,

    we have asked { $organisation } for a statement and have not heard from you yet:
    { $title }

    The deadline is { $until }. Here you take part or decline, without a password:
    { $url }

    The draft and the timetable are here:
    { $about }
mail-organisation-reminder-subject = Reminder: request for a statement, { $portal } of { $town }
mail-registration-body =
    Hello,

    an organisation was registered with this address in the { $portal } of { $town }. Was it you? Then see here what was stated, and confirm the address:
    { $url }

    The link is valid until { $until }.
    You did not register anybody? Then please delete this mail. Nothing changes.
mail-registration-subject = Please confirm your address: registration in the { $portal }
member-add-button = Add and send a link
member-again-go-on = I am signed in, go on
member-again-lead = You were away for too long. What you wrote is still here. We send you a link that signs you in again.
member-again-link = Send the link again
member-again-stay = Leave this page open
member-again-stay-text = Open the link in this browser. It opens a new page. Come back here afterwards, and go on with your text.
member-again-title = Please sign in once more
member-again-typed = What you wrote
member-email = E-mail address
member-name = Name
organisation-back = Back to “{ $title }”
organisation-email = E-mail address
organisation-kind = What is it?
organisation-kind-association = Association or club
organisation-kind-company = Company
organisation-kind-other = Other
organisation-kind-public-body = Public body
organisation-link-gone = This link is no longer valid
organisation-link-invitation = The invitation is no longer there. Perhaps you have copied only a part of the link.
organisation-link-registration = The address is confirmed already, or more than two days have passed. If it is confirmed, sign in. Otherwise please register your organisation again.
organisation-link-sign-in = It was used already or is too old. Simply ask for a new one.
organisation-name = Name of the organisation
organisation-person = Your name
organisation-postal = Postal address
organisation-postal-hint = Up to { $max } characters.
organisation-sign-in-again = Type another address
organisation-sign-in-button = Get a link
organisation-sign-in-lead = You need no password. We send you a link that signs you in.
organisation-sign-in-link = Sign in
organisation-sign-in-other = Does nothing arrive? Look into your spam folder, or try another address. We send only a few e-mails an hour to the same one.
organisation-sign-in-sent = If { $email } stands for an organisation with us, an e-mail will be there in a moment. The link in it works once, for 24 hours.
organisation-sign-in-title = Sign in for your organisation
organisation-state-closed = closed
organisation-state-confirmed = confirmed
organisation-state-invited = nobody signed in yet
organisation-state-refused = refused
organisation-state-waiting = waits for confirmation
own-about = What we know about your organisation
own-about-text = Is something wrong? Please write to us.
own-add = Add somebody
own-add-text = The person gets an e-mail with a link that signs them in.
own-answer-declined = You have declined
own-answer-open = No answer yet
own-answer-taken-up = You take part
own-answer-took-part = You took part
own-consultations = Consultations
own-consultations-none = At the moment your organisation is not invited to any consultation.
own-from = Statements from { $from } to { $until }
own-me = Signed in as { $name }
own-members = Who acts for the organisation
own-not-yet = has not signed in yet
own-over = Statements were possible until { $until }
own-self = this is you
own-since = here since { $since }
own-title = Your organisation
own-until = Statement by { $until }
own-waiting = We are looking at your registration
own-waiting-text = You get an e-mail as soon as we have decided. Until then you cannot hand anything in here.
register-button = Register and get a link
register-email-hint = We send a link to this address.
register-known = Do you belong to an organisation that already takes part?
register-lead = For associations, public bodies and companies that want to give a statement on “{ $title }”.
register-sent-lead = We have sent an e-mail to { $email }. Open the link in it to go on.
register-sent-text = Nothing arrived? Look into your spam folder too. We send only a few e-mails an hour to the same address. The link is valid for two days.
register-sent-title = Look into your mailbox
register-step-in = Then you take part for your organisation.
register-step-mail = We send you a link. With it you confirm your address.
register-step-town = We look at your registration and write to you. This usually takes one or two working days.
register-steps-title = What happens next
register-title = Register an organisation
register-until = Statements are possible until { $until }.
registration-button = Confirm the address
registration-for = Consultation
registration-lead = The button confirms your address. Then the administration sees your registration.
registration-title = Is this right?
said-invitation-taken-up = Good that you take part. Now sign in with your address.
said-member-added = Added. The link is on its way.
said-member-added-untold = Added. Too many e-mails are going out just now, so no link was sent. The person can ask for one under “Sign in for an organisation”.
said-organisation-registered = Your address is confirmed. The administration now sees your registration.
