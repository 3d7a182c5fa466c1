# Der Arbeitsplatz der Verwaltung: Rahmen, Listen, Rückfragen. Sortiert nach Schlüssel.
confirm-back = Abbrechen
desk-date-first = Erster Tag: { $what }
desk-date-last = Letzter Tag: { $what }
desk-date-step = { $what }
desk-dates = Die nächsten Termine
desk-hello = Guten Tag, { $name }
desk-mails-feedback = Hinweis auf eine Barriere
desk-mails-given-up = Aufgegeben
desk-mails-invitation = Einladung
desk-mails-lead = Wir versuchen jede E-Mail sechsmal in 15 Stunden. Klappt es nicht, steht sie 30 Tage lang hier.
desk-mails-new-link = Neuen Link erstellen
desk-mails-new-link-text = Der Link darin gilt nicht mehr, oder die Adresse stimmt nicht.
desk-mails-new-password = Link für ein neues Passwort
desk-mails-next = Nächster Versuch: { $at }.
desk-mails-none = Alle E-Mails sind angekommen oder gerade unterwegs.
desk-mails-other = E-Mail
desk-mails-removal-text = Die E-Mail verschwindet aus dieser Liste und geht nicht mehr hinaus.
desk-mails-removal-title = Diese E-Mail entfernen?
desk-mails-remove = Entfernen
desk-mails-repeat = Noch einmal senden
desk-mails-repeat-all = Alle { $n } noch einmal senden
desk-mails-search = Adresse oder Betreff
desk-mails-textless = Der Text ist schon gelöscht. Noch einmal senden geht nicht.
desk-mails-title = Nicht zugestellte E-Mails
desk-mails-tried = Geschrieben am { $at }. { $n ->
    [one] Einmal versucht.
   *[other] { $n }-mal versucht.
}
desk-mails-waiting = Wird noch versucht
desk-mails-why = Grund:
desk-nav-accounts = Konten
desk-nav-briefings = Überblicke
desk-nav-consultations = Beteiligungen
desk-nav-home = Übersicht
desk-nav-journal = Protokoll
desk-nav-label = Arbeitsplatz
desk-nav-moderation = Freigabe
desk-nav-pages = Seiten
desk-nav-paper = Papierbögen
desk-nav-strategies = Konzepte
desk-new = Hier ist noch nichts
desk-new-button = Konzept anlegen
desk-new-others = Zuerst legt die Redaktion ein Konzept an. Danach sehen Sie hier, was läuft und was wartet.
desk-new-text = Zuerst braucht die Stadt ein Konzept. Sie können ein Word-Dokument hochladen oder von vorn schreiben. Danach richten Sie eine Beteiligung dazu ein.
desk-open = Läuft gerade
desk-open-people = { $n ->
    [one] Eine Person hat bisher teilgenommen
   *[other] { $n } Personen haben bisher teilgenommen
}
desk-open-until = { $days ->
    [0] nur noch heute
    [one] noch bis morgen
   *[other] noch { $days } Tage, bis { $day }
}
desk-save = Speichern
desk-sign-out = Abmelden
desk-waiting = Das wartet auf Sie
desk-waiting-feedback = { $n ->
    [one] Hinweis auf eine Barriere
   *[other] Hinweise auf Barrieren
}
desk-waiting-mails = { $n ->
    [one] E-Mail kam nicht an
   *[other] E-Mails kamen nicht an
}
desk-waiting-none = Gerade wartet nichts auf Sie.
desk-waiting-objections = { $n ->
    [one] Einspruch wartet auf eine Antwort
   *[other] Einsprüche warten auf eine Antwort
}
desk-waiting-reports = { $n ->
    [one] gemeldeter Kommentar wartet auf eine Entscheidung
   *[other] gemeldete Kommentare warten auf eine Entscheidung
}
desk-waiting-sheets = { $n ->
    [one] Papierbogen wartet auf die zweite Prüfung
   *[other] Papierbögen warten auf die zweite Prüfung
}
desk-waiting-texts = { $n ->
    [one] Text wartet auf die Freigabe
   *[other] Texte warten auf die Freigabe
}
desk-work = In Arbeit
desk-work-consultation = Beteiligung, noch nicht veröffentlicht, begonnen am { $day }
desk-work-draft = Fassung, begonnen am { $day }
list-all = Alle zeigen
list-any = Alle
list-count = { $first } bis { $last } von { $total }
list-next = Nächste Seite
list-nothing-found = Dazu gibt es nichts. Suchen Sie mit weniger Wörtern oder zeigen Sie alle.
list-page = Seite { $page } von { $pages }
list-pages = Seiten der Liste
list-previous = Vorige Seite
list-search = Suchen
said-mail-again = Die E-Mail geht gleich noch einmal hinaus.
said-mail-removed = Die E-Mail ist entfernt.
said-mails-again = Die E-Mails gehen gleich noch einmal hinaus.
said-mails-none = Hier war nichts mehr zu senden.
