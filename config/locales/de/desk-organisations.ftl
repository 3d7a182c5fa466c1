# Organisationen am Arbeitsplatz. Sortiert nach Schlüssel.
add-button = Auf die Liste setzen
add-lead = Wählen Sie aus, wen Sie um eine Stellungnahme bitten. Mails gehen erst im nächsten Schritt hinaus.
add-none = Alle bekannten Organisationen stehen schon auf der Liste.
add-pick = Auswählen
add-title = Organisationen hinzufügen
desk-consultation-organisations = Organisationen einladen
desk-consultation-organisations-about = Wer um eine Stellungnahme gebeten ist und wer geantwortet hat.
desk-nav-organisations = Organisationen
desk-organisations-lead = Vereine, Behörden und Unternehmen, die Sie um Stellungnahmen bitten. Wen Sie zu einer Beteiligung einladen, legen Sie bei der Beteiligung fest.
desk-waiting-organisations = { $n ->
    [one] Organisation wartet auf Bestätigung
   *[other] Organisationen warten auf Bestätigung
}
error-import-closed = Diese Organisation ist geschlossen, abgelehnt oder wartet auf Bestätigung. Entscheiden Sie das zuerst.
error-import-columns = Die erste Zeile muss die Spalten „Name“ und „E-Mail“ nennen. Am einfachsten nehmen Sie die Vorlage.
error-import-many = Das sind { $n } Zeilen. Bis zu { $max } gehen auf einmal.
error-import-twice = Dieser Name steht schon in Zeile { $line }.
error-organisation-reason = Schreiben Sie bitte einen Grund. Die Organisation bekommt ihn per E-Mail.
error-organisation-there = Eine Organisation dieses Namens gibt es schon. Nehmen Sie die vorhandene, oder machen Sie den Namen unterscheidbar.
error-pick-none = Kreuzen Sie mindestens eine Organisation an.
error-table-empty = In der Datei stehen keine Zeilen.
error-table-large = Die Datei ist zu groß. Bis zu { $max } MB gehen.
error-table-missing = Wählen Sie bitte eine Datei.
error-table-none = Das ist keine Tabelle, die wir lesen können. Speichern Sie sie bitte als CSV oder XLSX.
invited-add = Bekannte Organisationen hinzufügen
invited-again = { $n ->
    [one] Eine Organisation erinnern
   *[other] { $n } Organisationen erinnern
}
invited-all = auf der Liste
invited-answer = Antwort
invited-answer-declined = abgesagt
invited-answer-open = keine Antwort
invited-answer-taken-up = nimmt teil
invited-declined-count = abgesagt
invited-failed-about = { $n ->
    [one] Eine Mail kam nicht an.
   *[other] { $n } Mails kamen nicht an.
}
invited-failed-filter = Mail
invited-failed-link = Welche?
invited-first = { $n ->
    [one] Einladung an eine Organisation schicken
   *[other] Einladung an { $n } Organisationen schicken
}
invited-import = Tabelle übernehmen
invited-list-lead = Stellungnahmen sind möglich bis { $until }.
invited-list-title = Eingeladene Organisationen
invited-mail = Letzte Mail
invited-mail-count = { $n ->
    [one] 1 Mail
   *[other] { $n } Mails
}
invited-mail-failed = nicht zustellbar
invited-mail-none = noch keine
invited-mail-sent = verschickt
invited-mail-waiting = geht gerade hinaus
invited-no-track = Diese Beteiligung hat keine Zeit für Stellungnahmen. Legen Sie sie bei den Zeiten fest, dann können Sie einladen.
invited-none = Noch ist niemand auf der Liste.
invited-not-published = Die Beteiligung ist noch nicht öffentlich. Sie können die Liste vorbereiten; Mails gehen danach hinaus.
invited-open = ohne Antwort
invited-organisation = Organisation
invited-over = Die Frist für Stellungnahmen ist vorbei. Einladungen gehen nicht mehr hinaus.
invited-remove = Von der Liste nehmen
invited-remove-text = Der Link in der Einladung öffnet danach nichts mehr. Die Organisation selbst bleibt bekannt.
invited-remove-title = { $name } von der Liste nehmen?
invited-search = Name, Adresse
invited-taken = nehmen teil
letters-again-text = Wer schon geantwortet hat oder heute eine Mail bekam, bekommt keine.
letters-again-title = { $n ->
    [one] Eine Organisation erinnern?
   *[other] { $n } Organisationen erinnern?
}
letters-first-text = Jede bekommt eine E-Mail mit einem eigenen Link. Die Mails gehen gleich hinaus.
letters-first-title = { $n ->
    [one] Eine Organisation einladen?
   *[other] { $n } Organisationen einladen?
}
letters-more = und { $n } weitere
letters-send = Mails schicken
member-add = Person hinzufügen
member-add-lead = Für { $organisation }. Die Person bekommt eine E-Mail mit einem Link, der sie anmeldet.
member-joined = Angemeldet
member-joined-never = noch nie
member-link-button = Link schicken
member-link-later = Die Person kann sich selbst einen Link schicken lassen. Sie können es auch für sie tun. Er gilt sieben Tage.
member-link-text = Kam die E-Mail nicht an? Dann schicken Sie einen neuen Link. Er gilt sieben Tage.
member-link-title = Link schicken
member-remove = Entfernen
member-remove-about = Handelt die Person nicht mehr für die Organisation?
member-remove-text = { $name } wird sofort abgemeldet und handelt nicht mehr für { $organisation }. Name und Adresse werden gelöscht.
member-remove-title = { $name } entfernen?
member-save = Aufgaben speichern
member-tasks = Aufgaben
organisation-back-to = Zurück zu { $name }
organisation-close = Schließen
organisation-close-about = Gibt es die Organisation nicht mehr?
organisation-close-text = Ihre Personen werden sofort abgemeldet, und sie wird nicht mehr eingeladen. Was sie eingereicht hat, bleibt. Sie können sie wieder öffnen.
organisation-close-title = { $name } schließen?
organisation-confirm = Bestätigen
organisation-decide = Anmeldung prüfen
organisation-decide-plain = Die Organisation hat sich selbst angemeldet und ihre E-Mail-Adresse bestätigt.
organisation-decide-same = Achtung: Eine Organisation dieses Namens gibt es schon. Gehört die Person dazu, lehnen Sie hier ab und fügen sie dort hinzu.
organisation-decide-text = Die Organisation hat sich für „{ $title }“ angemeldet und ihre Adresse bestätigt. Bestätigen Sie sie, kann sie teilnehmen.
organisation-desk-email-hint = An diese Adresse gehen Einladungen.
organisation-edit = Angaben ändern
organisation-form-lead = Einladungen gehen an die E-Mail-Adresse. Wer für die Organisation handelt, kommt danach dazu.
organisation-invitations = Eingeladen zu
organisation-invitations-none = Sie steht auf keiner Einladungsliste.
organisation-members = Wer für sie handelt
organisation-members-none = Noch niemand. Nimmt die Organisation eine Einladung an, nennt sie selbst jemanden.
organisation-namesake = Es gibt schon:
organisation-open = Wieder öffnen
organisation-reason = Grund
organisation-refuse = Ablehnen
organisation-refuse-reason = Grund
organisation-refuse-reason-hint = Er steht in der E-Mail an die Organisation.
organisation-refuse-text = Die Personen der Organisation bekommen eine E-Mail mit dem Grund und können sich nicht mehr anmelden. Sie können das zurücknehmen.
organisation-refuse-title = { $name } ablehnen?
organisation-save = Speichern
organisation-since = Auf der Liste seit
organisations-back = Zurück zu den Organisationen
organisations-kind = Art
organisations-members = Personen
organisations-new = Organisation anlegen
organisations-none = Noch ist keine Organisation bekannt. Legen Sie eine an, oder übernehmen Sie eine Tabelle bei einer Beteiligung.
organisations-search = Name, Adresse
organisations-state = Stand
organisations-waiting = { $n ->
    [one] Eine Organisation hat sich selbst angemeldet und wartet auf Ihre Entscheidung.
   *[other] { $n } Organisationen haben sich selbst angemeldet und warten auf Ihre Entscheidung.
}
organisations-waiting-link = Jetzt ansehen
parties-import-again = Andere Datei wählen
parties-import-columns = In der Vorlage steht, was in die Spalten gehört. Art und Anschrift dürfen fehlen.
parties-import-fate = Was daraus wird
parties-import-faulty = { $n ->
    [one] Eine Zeile geht so nicht.
   *[other] { $n } Zeilen gehen so nicht.
}
parties-import-faulty-text = Berichtigen Sie die Tabelle und wählen Sie sie noch einmal. Solange etwas nicht stimmt, wird nichts übernommen.
parties-import-file = Datei
parties-import-file-hint = CSV oder Excel (XLSX), bis { $max } MB und { $most } Organisationen. Spalten: Name, Art, Anschrift, E-Mail.
parties-import-file-name = organisationen
parties-import-fine = Alles in Ordnung. Noch ist nichts gespeichert.
parties-import-good = Zeilen, die stimmen
parties-import-known = schon bekannt
parties-import-known-about = Bei bekannten bleiben Anschrift und E-Mail, wie sie sind.
parties-import-lead = Eine Zeile für jede Organisation. Sie sehen zuerst, was daraus wird.
parties-import-line = Zeile
parties-import-listed = schon auf der Liste
parties-import-look = Ansehen
parties-import-new = neu
parties-import-nothing = Alle stehen schon auf der Liste.
parties-import-sum = { $new } neu, { $known } schon bekannt, { $listed } schon auf der Liste.
parties-import-take = { $n ->
    [one] Eine Organisation auf die Liste setzen
   *[other] { $n } Organisationen auf die Liste setzen
}
parties-import-template-csv = Vorlage als CSV
parties-import-template-xlsx = Vorlage für Excel und LibreOffice (XLSX)
parties-import-title = Tabelle mit Organisationen
parties-import-what = Was zu tun ist
said-invited-added = Die Liste ist ergänzt.
said-invited-removed = Von der Liste genommen.
said-invited-stays = Sie nimmt schon teil und bleibt auf der Liste.
said-letters-none = Es ist niemand da, dem jetzt eine Mail gehen könnte.
said-letters-sent = Die Mails sind unterwegs.
said-member-changed = Aufgaben gespeichert.
said-member-link = Der Link ist unterwegs.
said-member-removed = Entfernt.
said-organisation-closed = Geschlossen.
said-organisation-confirmed = Bestätigt. Die Organisation bekommt eine E-Mail.
said-organisation-opened = Wieder geöffnet.
said-organisation-refused = Abgelehnt. Die Organisation bekommt eine E-Mail mit dem Grund.
said-organisation-saved = Gespeichert.
