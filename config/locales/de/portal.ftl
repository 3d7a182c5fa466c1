# Startseite und Seite einer Beteiligung. Sortiert nach Schlüssel.
action-look = Beteiligung ansehen
action-rate = Ziele bewerten
action-rate-about = { $fields ->
    [one] Ohne Anmeldung.
   *[other] Ohne Anmeldung. Ein Handlungsfeld genügt.
}
action-read = Entwurf lesen
action-results = Ergebnisse ansehen
consultation-ahead = Sobald die Umfrage beginnt, können Sie die Ziele hier bewerten.
consultation-evaluating = Danke an alle, die mitgemacht haben. Die Ergebnisse stehen hier, sobald wir alles gelesen und gezählt haben.
consultation-no-survey = Die Umfrage ist gerade nicht offen. Der Zeitplan zeigt, was noch läuft.
consultation-results-since = Die Ergebnisse stehen seit dem { $day } hier.
consultation-span = Die ganze Beteiligung:
contact-title = Haben Sie Fragen?
count-fields = { $n ->
    [one] ein Handlungsfeld
   *[other] { $n } Handlungsfelder
}
count-goals = { $n ->
    [0] noch kein Ziel
    [one] 1 Ziel
   *[other] { $n } Ziele
}
count-people = { $n ->
    [one] 1 Person
   *[other] { $n } Personen
}
count-people-of = { $n ->
    [one] einer Person
   *[other] { $n } Personen
}
count-questionnaires = { $n ->
    [one] 1 Fragebogen
   *[other] { $n } Fragebögen
}
course-decide = Entscheiden
course-decide-text = Der Gemeinderat stimmt öffentlich ab.
course-evaluate = Auswerten
course-evaluate-text = Wir lesen jeden Beitrag und zeigen das Ergebnis.
course-read = Lesen
course-read-text = Die Stadt legt einen Entwurf vor.
course-revise = Überarbeiten
course-revise-text = Wir ändern den Entwurf und sagen, warum.
course-speak = Mitreden
course-speak-text = Sie bewerten Ziele und schreiben, was fehlt.
course-title = So läuft eine Beteiligung ab
days-span = { $from } bis { $until }
draft-base = { $questionnaires } von { $people }, Stand gestern.
draft-base-about = Zu jedem Handlungsfeld gehört ein eigener Fragebogen.
draft-base-final = { $questionnaires } von { $people }.
draft-choose = Lesen Sie, was Ihnen wichtig ist. Bewerten können Sie so viele Handlungsfelder, wie Sie möchten.
draft-nobody = An der Umfrage hat niemand teilgenommen.
draft-read = { $goals ->
    [one] Im Entwurf steht ein Ziel. Lesen Sie es in Ruhe.
   *[other] Im Entwurf stehen { $goals } Ziele. Wählen Sie, was Sie lesen möchten.
}
draft-results-later = Wie die Ziele bewertet wurden, zeigen wir erst nach dem Ende. So beeinflusst das Ergebnis niemanden.
draft-without-survey = ohne Umfrage
fact-fields = { $fields ->
    [one] Handlungsfeld
   *[other] Handlungsfelder
} mit { $goals ->
    [one] einem Ziel
   *[other] { $goals } Zielen
}
fact-nobody-yet = Bis gestern hat noch niemand mitgemacht. Machen Sie den Anfang!
fact-people = { $n ->
    [one] Person hat schon mitgemacht, Stand gestern
   *[other] Personen haben schon mitgemacht, Stand gestern
}
fact-questionnaires = { $n ->
    [one] Fragebogen ist ausgefüllt, Stand gestern
   *[other] Fragebögen sind ausgefüllt, Stand gestern
}
promise-answer = Zu jedem Thema sagen wir, was wir daraus machen und warum.
promise-council = Der Gemeinderat kennt die Ergebnisse, bevor er abstimmt.
promise-nameless = Nach Ihrem Namen fragt die Umfrage nicht.
promise-read = Wir lesen jeden Kommentar.
promise-reason = Für jede Änderung am Entwurf nennen wir den Grund.
promise-title = Was mit Ihren Beiträgen passiert
receipt-box-code = Quittungscode
receipt-box-open = Meine Quittung ansehen
receipt-box-text = Geben Sie den Code von Ihrer Quittung ein. Ob groß oder klein, mit oder ohne Leerzeichen, ist egal.
receipt-box-title = Was wurde aus meinem Beitrag?
start-announced = Demnächst
start-empty-text = Sobald die Stadt einen Entwurf vorlegt, finden Sie ihn hier. Dann können Sie ihn lesen und uns sagen, was gut ist und was fehlt. Schauen Sie gern wieder vorbei.
start-empty-title = Hier beginnt bald die erste Beteiligung
start-ended = Beendet
start-evaluating-text = Danke fürs Mitmachen. Wir lesen gerade alle Beiträge.
start-lead = Hier lesen Sie, was die Stadt vorhat. Sie sagen uns, was gut ist und was fehlt. Danach zeigen wir Ihnen, was daraus wurde.
start-quiet-announced = Die nächste beginnt bald. Worum es geht, lesen Sie weiter unten.
start-quiet-text = Was aus den letzten Beteiligungen wurde, lesen Sie weiter unten.
start-quiet-title = Gerade läuft keine Beteiligung
start-results-text = Seit dem { $day } können Sie lesen, wie die Ziele bewertet wurden.
start-running = Jetzt mitmachen
start-title = Reden Sie mit in { $town }
start-title-quiet = Mitreden in { $town }
state-announced = { $days ->
    [1] Beginnt morgen
   *[other] Beginnt am { $day }
}
state-evaluating = Beendet, wir werten aus
state-results = Ergebnisse liegen vor
state-running = Läuft
state-soon = Demnächst
step-change-begin = Der Beginn wurde am { $on } verlegt: vom { $before } auf den { $after }.
step-change-closed = Vorzeitig beendet am { $on }.
step-change-earlier = Am { $on } wurde das Ende vorgezogen: vom { $before } auf den { $after }.
step-change-later = Am { $on } wurde das Ende verlegt: vom { $before } auf den { $after }.
step-changed = Frist geändert.
step-later = { $days ->
    [1] Beginnt morgen
   *[other] Beginnt in { $days } Tagen
}
step-now = Läuft gerade
step-open = { $days ->
    [0] Offen, nur noch heute
    [1] Offen, noch bis morgen
   *[other] Offen, noch { $days } Tage
}
step-over = Beendet
time-begins = beginnt in { $days } Tagen, am { $day }
time-begins-tomorrow = beginnt morgen, { $day }
time-ended = endete am { $day }
time-last-day = nur noch heute, { $day }
time-remains = noch { $days } Tage, bis { $day }
time-until-tomorrow = noch bis morgen, { $day }
timetable-midnight = Jede Frist endet um 24 Uhr.
timetable-title = Zeitplan
timetable-today = Der senkrechte Strich zeigt heute, { $day }.
track-comments = Kommentare zum Entwurf
track-statements = Stellungnahmen
track-survey = Umfrage für alle
