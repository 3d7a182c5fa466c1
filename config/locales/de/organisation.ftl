# Organisationen: anmelden, einladen, eigene Seite, Mails. Sortiert nach Schlüssel.
duties-legend = Was soll die Person tun?
duty-author = schreibt Entwürfe
duty-author-hint = Schreibt an Stellungnahmen mit. Andere in der Organisation sehen den Entwurf.
duty-signatory = zeichnet und reicht ein
duty-signatory-hint = Reicht Stellungnahmen für die Organisation ein und fügt Kolleginnen und Kollegen hinzu.
enter-button = Jetzt anmelden
enter-lead = Sie melden sich für { $organisation } an.
enter-text = Der Link gilt einmal. Danach fordern Sie einen neuen an.
enter-title = Guten Tag { $name }
error-duties-missing = Wählen Sie mindestens eine Aufgabe.
error-member-not-in = Sie sind noch nicht angemeldet. Öffnen Sie erst den Link aus der E-Mail, in diesem Browser.
error-member-there = Diese Person gehört schon zur Organisation.
error-organisation-kind = Wählen Sie bitte, was die Organisation ist: Verein, Behörde, Unternehmen oder andere.
error-organisation-long = Das ist zu lang. Bis zu { $max } Zeichen gehen, es sind { $n }.
error-organisation-name = Wie heißt die Organisation? Bitte schreiben Sie ihren Namen.
error-organisation-person = Bitte schreiben Sie den Namen der Person.
error-register-busy = Gerade melden sich sehr viele Organisationen an. Versuchen Sie es bitte in einer Stunde noch einmal.
invited-again-button = Doch teilnehmen
invited-decline = Keine Stellungnahme
invited-decline-button = Absagen
invited-decline-text = Möchten Sie sich nicht äußern? Mit einer Absage erinnern wir Sie nicht mehr.
invited-declined = Sie haben abgesagt
invited-declined-text = Danke für die Nachricht. Solange die Frist läuft, können Sie es sich anders überlegen.
invited-is-over = Die Frist ist vorbei
invited-is-over-text = Eine Stellungnahme ist hier nicht mehr möglich.
invited-join = Teilnehmen
invited-join-button = Teilnehmen und Link bekommen
invited-join-known = { $n ->
    [one] Für Ihre Organisation handelt schon eine Person. Sie meldet sich mit ihrer Adresse an.
   *[other] Für Ihre Organisation handeln schon { $n } Personen. Sie melden sich mit ihrer Adresse an.
}
invited-join-known-button = Ja, wir nehmen teil
invited-join-text = Wer soll für Ihre Organisation handeln? Diese Person bekommt einen Link, der sie anmeldet. Weitere fügt sie danach selbst hinzu.
invited-lead = Die Stadt { $town } bittet { $organisation } um eine Stellungnahme zu „{ $title }“.
invited-read = Beteiligung und Entwurf ansehen
invited-sent = Wir haben einen Link an { $email } geschickt. Er gilt einmal, sieben Tage lang.
invited-sent-title = Sehen Sie in Ihr Postfach
invited-taken-up = Ihre Organisation nimmt teil
invited-title = Einladung zur Stellungnahme
mail-member-link-body =
    Guten Tag,
    mit diesem Link melden Sie sich an:

    { $links }

    Der Link gilt einmal und 24 Stunden lang.
    Haben Sie nicht darum gebeten? Dann löschen Sie diese Mail bitte. Es ändert sich nichts.

    { $portal } { $town }
mail-member-link-subject = Ihr Link zum { $portal }
mail-member-welcome-body =
    Guten Tag { $name },

    Sie können im { $portal } der Stadt { $town } für { $organisation } handeln. Dieser Link meldet Sie an:
    { $url }

    Er gilt einmal, bis { $until }. Danach bekommen Sie hier jederzeit einen neuen:
    { $again }

    Haben Sie damit nicht gerechnet? Dann löschen Sie diese Mail bitte.
mail-member-welcome-subject = Ihr Zugang zum { $portal }: für Ihre Organisation
mail-organisation-confirmed-body =
    Guten Tag { $name },

    { $organisation } ist im { $portal } der Stadt { $town } bestätigt. Sie können jetzt teilnehmen:
    { $url }
mail-organisation-confirmed-subject = Ihre Organisation ist bestätigt: { $portal }
mail-organisation-invitation-body =
    Guten Tag,

    die Stadt { $town } bittet { $organisation } um eine Stellungnahme:
    { $title }

    Die Frist endet am { $until }. Hier nehmen Sie teil oder sagen ab, ohne Passwort:
    { $url }

    Den Entwurf und den Zeitplan finden Sie hier:
    { $about }

    Geben Sie diese Mail bitte an die Person weiter, die bei Ihnen dafür zuständig ist.
mail-organisation-invitation-subject = Bitte um Stellungnahme: { $portal } der Stadt { $town }
mail-organisation-refused-body =
    Guten Tag { $name },

    wir konnten { $organisation } im { $portal } der Stadt { $town } nicht zulassen. Der Grund:
    { $reason }

    Haben Sie Fragen dazu, melden Sie sich bitte bei uns.
mail-organisation-refused-subject = Zu Ihrer Anmeldung im { $portal }
mail-organisation-reminder-body =
    Guten Tag,

    wir haben { $organisation } um eine Stellungnahme gebeten und noch nichts von Ihnen gehört:
    { $title }

    Die Frist endet am { $until }. Hier nehmen Sie teil oder sagen ab, ohne Passwort:
    { $url }

    Den Entwurf und den Zeitplan finden Sie hier:
    { $about }
mail-organisation-reminder-subject = Erinnerung: Bitte um Stellungnahme, { $portal } der Stadt { $town }
mail-registration-body =
    Guten Tag,

    mit dieser Adresse wurde eine Organisation im { $portal } der Stadt { $town } angemeldet. Waren Sie das? Dann sehen Sie hier, was angegeben wurde, und bestätigen die Adresse:
    { $url }

    Der Link gilt bis { $until }.
    Haben Sie niemanden angemeldet? Dann löschen Sie diese Mail bitte. Es ändert sich nichts.
mail-registration-subject = Bitte bestätigen Sie Ihre Adresse: Anmeldung im { $portal }
member-add-button = Hinzufügen und Link schicken
member-again-go-on = Ich bin angemeldet, weiter
member-again-lead = Sie waren zu lange nicht da. Was Sie geschrieben haben, ist noch hier. Wir schicken Ihnen einen Link, der Sie wieder anmeldet.
member-again-link = Link noch einmal schicken
member-again-stay = Lassen Sie diese Seite offen
member-again-stay-text = Öffnen Sie den Link in diesem Browser. Er macht eine neue Seite auf. Kommen Sie danach hierher zurück, dann geht es mit Ihrem Text weiter.
member-again-title = Bitte melden Sie sich noch einmal an
member-again-typed = Das haben Sie geschrieben
member-email = E-Mail-Adresse
member-name = Name
organisation-back = Zurück zu „{ $title }“
organisation-email = E-Mail-Adresse
organisation-kind = Was ist sie?
organisation-kind-association = Verein oder Verband
organisation-kind-company = Unternehmen
organisation-kind-other = Andere
organisation-kind-public-body = Behörde oder öffentliche Stelle
organisation-link-gone = Dieser Link gilt nicht mehr
organisation-link-invitation = Die Einladung gibt es nicht mehr. Vielleicht haben Sie nur einen Teil des Links kopiert.
organisation-link-registration = Die Adresse ist schon bestätigt, oder es sind mehr als zwei Tage vergangen. Ist sie bestätigt, melden Sie sich an. Sonst melden Sie Ihre Organisation bitte noch einmal an.
organisation-link-sign-in = Er wurde schon benutzt oder ist zu alt. Fordern Sie einfach einen neuen an.
organisation-name = Name der Organisation
organisation-person = Ihr Name
organisation-postal = Postanschrift
organisation-postal-hint = Bis zu { $max } Zeichen.
organisation-sign-in-again = Andere Adresse eingeben
organisation-sign-in-button = Link anfordern
organisation-sign-in-lead = Sie brauchen kein Passwort. Wir schicken Ihnen einen Link, der Sie anmeldet.
organisation-sign-in-link = Anmelden
organisation-sign-in-other = Kommt nichts an? Sehen Sie im Spam-Ordner nach, oder versuchen Sie es mit einer anderen Adresse. An dieselbe schicken wir nur einige E-Mails je Stunde.
organisation-sign-in-sent = Wenn { $email } bei uns für eine Organisation steht, ist gleich eine E-Mail da. Der Link darin gilt einmal und 24 Stunden lang.
organisation-sign-in-title = Für Ihre Organisation anmelden
organisation-state-closed = geschlossen
organisation-state-confirmed = bestätigt
organisation-state-invited = noch niemand angemeldet
organisation-state-refused = abgelehnt
organisation-state-waiting = wartet auf Bestätigung
own-about = Das wissen wir über Ihre Organisation
own-about-text = Stimmt etwas nicht? Schreiben Sie uns bitte.
own-add = Jemanden hinzufügen
own-add-text = Die Person bekommt eine E-Mail mit einem Link, der sie anmeldet.
own-answer-declined = Sie haben abgesagt
own-answer-open = Noch keine Antwort
own-answer-taken-up = Sie nehmen teil
own-answer-took-part = Sie haben teilgenommen
own-consultations = Beteiligungen
own-consultations-none = Zurzeit ist Ihre Organisation zu keiner Beteiligung eingeladen.
own-from = Stellungnahmen vom { $from } bis { $until }
own-me = Angemeldet als { $name }
own-members = Wer für die Organisation handelt
own-not-yet = war noch nicht angemeldet
own-over = Stellungnahmen waren möglich bis { $until }
own-self = das sind Sie
own-since = dabei seit { $since }
own-title = Ihre Organisation
own-until = Stellungnahme bis { $until }
own-waiting = Wir prüfen Ihre Anmeldung
own-waiting-text = Sie bekommen eine E-Mail, sobald wir entschieden haben. Bis dahin können Sie hier noch nichts einreichen.
register-button = Anmelden und Link bekommen
register-email-hint = An diese Adresse schicken wir Ihnen einen Link.
register-known = Gehören Sie zu einer Organisation, die schon dabei ist?
register-lead = Für Vereine, Verbände, Behörden und Unternehmen, die zu „{ $title }“ Stellung nehmen wollen.
register-sent-lead = Wir haben eine E-Mail an { $email } geschickt. Öffnen Sie den Link darin, dann geht es weiter.
register-sent-text = Nichts angekommen? Sehen Sie auch im Spam-Ordner nach. An dieselbe Adresse schicken wir nur einige E-Mails je Stunde. Der Link gilt zwei Tage.
register-sent-title = Sehen Sie in Ihr Postfach
register-step-in = Danach nehmen Sie für Ihre Organisation teil.
register-step-mail = Wir schicken Ihnen einen Link. Damit bestätigen Sie Ihre Adresse.
register-step-town = Wir sehen uns die Anmeldung an und schreiben Ihnen. Das dauert meist ein bis zwei Arbeitstage.
register-steps-title = So geht es weiter
register-title = Organisation anmelden
register-until = Stellungnahmen sind möglich bis { $until }.
registration-button = Adresse bestätigen
registration-for = Beteiligung
registration-lead = Mit der Schaltfläche bestätigen Sie Ihre Adresse. Dann sieht die Verwaltung Ihre Anmeldung.
registration-title = Stimmt das so?
said-invitation-taken-up = Schön, dass Sie teilnehmen. Melden Sie sich jetzt mit Ihrer Adresse an.
said-member-added = Hinzugefügt. Der Link ist unterwegs.
said-member-added-untold = Hinzugefügt. Gerade gehen zu viele E-Mails hinaus, deshalb ging kein Link hinaus. Die Person kann sich unter „Für eine Organisation anmelden“ selbst einen schicken lassen.
said-organisation-registered = Ihre Adresse ist bestätigt. Die Verwaltung sieht jetzt Ihre Anmeldung.
