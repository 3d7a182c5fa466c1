# Der Arbeitsplatz der Verwaltung: Rahmen, Listen, Rückfragen. Sortiert nach Schlüssel.
confirm-back = Abbrechen
desk-hello = Guten Tag, { $name }
desk-nav-accounts = Konten
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
desk-new-text = Zuerst braucht die Stadt ein Konzept. Sie können ein Word-Dokument hochladen oder von vorn schreiben. Danach richten Sie eine Beteiligung dazu ein.
desk-open = Läuft gerade
desk-open-until = { $days ->
    [0] nur noch heute
    [one] noch bis morgen
   *[other] noch { $days } Tage, bis { $day }
}
desk-save = Speichern
desk-sign-out = Abmelden
desk-waiting = Das wartet
desk-waiting-consultations = { $n ->
    [one] Beteiligung ist noch nicht veröffentlicht
   *[other] Beteiligungen sind noch nicht veröffentlicht
}
desk-waiting-drafts = { $n ->
    [one] Fassung ist in Arbeit
   *[other] Fassungen sind in Arbeit
}
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
desk-waiting-sheets = { $n ->
    [one] Papierbogen wartet auf die zweite Prüfung
   *[other] Papierbögen warten auf die zweite Prüfung
}
desk-waiting-texts = { $n ->
    [one] Text wartet auf die Freigabe
   *[other] Texte warten auf die Freigabe
}
list-all = Alle zeigen
list-any = Alle
list-count = { $first } bis { $last } von { $total }
list-next = Nächste Seite
list-nothing-found = Dazu gibt es nichts. Suchen Sie mit weniger Wörtern oder zeigen Sie alle.
list-page = Seite { $page } von { $pages }
list-pages = Seiten der Liste
list-previous = Vorige Seite
list-search = Suchen
