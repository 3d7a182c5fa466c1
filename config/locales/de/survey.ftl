# Die Umfrage: von der Einladung bis zur Quittung. Sortiert nach Schlüssel.

answer-none = Noch nicht beantwortet
answer-skipped = Übersprungen
error-choice-missing = Wählen Sie eine Antwort.
error-choices-missing = Wählen Sie mindestens eine Antwort.
error-code-unknown = Zu diesem Code finden wir nichts. Bitte vergleichen Sie ihn noch einmal.
error-code-unreadable = Der Code ist nicht vollständig oder ein Zeichen stimmt nicht. Er hat 28 Buchstaben und Ziffern.
error-date = Schreiben Sie einen Tag, zum Beispiel 17.7.2026.
error-date-missing = Geben Sie einen Tag an.
error-mark-missing = Wählen Sie eine Bewertung. Oder überspringen Sie das Ziel.
error-not-offered = Wählen Sie eine der Antworten, die hier stehen.
error-nothing-to-submit = Beantworten Sie zuerst mindestens eine Frage.
error-number = Schreiben Sie eine ganze Zahl von 0 bis { $most }.
error-page-stale = Diese Seite war lange offen. Bitte schicken Sie sie noch einmal ab.
error-place = Wählen Sie einen Platz von 1 bis { $most }.
error-place-missing = Platz { $place } fehlt noch. Vergeben Sie die Plätze der Reihe nach.
error-place-twice = Platz { $place } ist zweimal vergeben. Jeden Platz gibt es nur einmal.
error-ranking-missing = Geben Sie mindestens einer Antwort einen Platz.
error-scale-missing = Wählen Sie in mindestens einer Zeile eine Antwort.
error-text-missing = Schreiben Sie eine Antwort in das Feld.
error-text-too-long = Ihr Text hat { $length } Zeichen. Möglich sind { $most }. Bitte kürzen Sie ihn um { $over }.
lookup-button = Weiter
lookup-hint = 28 Buchstaben und Ziffern, zum Beispiel K7MQ 4T2X und so weiter. Groß, klein und Leerzeichen sind egal.
lookup-label = Ihr Code
lookup-lead = Mit dem Code sehen Sie, was von Ihnen zählt. Solange die Umfrage läuft, machen Sie damit auch weiter.
lookup-lost = Code verloren?
lookup-lost-text = Wir kennen weder Ihren Namen noch Ihre Adresse. Darum können wir den Code nicht für Sie suchen. Schauen Sie nach: Haben Sie die Quittung ausgedruckt, heruntergeladen oder als Lesezeichen gespeichert?
lookup-several = Mehrere Quittungen?
lookup-several-text = In einem Konto liegen alle Ihre Codes beisammen. Freiwillig, und ohne Passwort:
lookup-title = Geben Sie Ihren Quittungscode ein
mark-bolder-hint = Das Ziel darf mehr wollen.
mark-drop-hint = Das Ziel gehört hier nicht hinein.
mark-right-hint = So soll es bleiben.
mark-too-far-hint = Das Ziel will zu viel.
mark-unclear-hint = Ich verstehe nicht genau, was gemeint ist.
receipt-address = Ihre Adresse für später:
receipt-again = Neu anfangen
receipt-again-text = Haben Sie es sich anders überlegt? Bis { $day } können Sie neu anfangen. Sie bekommen dann einen neuen Code.
receipt-answers = Ihre Antworten
receipt-answers-open = Ansehen, was von Ihnen zählt
receipt-change = Antworten ändern
receipt-code = Ihr Quittungscode
receipt-counts = { $marks ->
    [0] { $texts ->
        [0] Ihre Auswahl ist gespeichert.
        [one] Sie haben einen Text geschrieben.
       *[other] Sie haben { $texts } Texte geschrieben.
    }
    [one] { $texts ->
        [0] Sie haben ein Ziel bewertet.
        [one] Sie haben ein Ziel bewertet und einen Text geschrieben.
       *[other] Sie haben ein Ziel bewertet und { $texts } Texte geschrieben.
    }
   *[other] { $texts ->
        [0] Sie haben { $marks } Ziele bewertet.
        [one] Sie haben { $marks } Ziele bewertet und einen Text geschrieben.
       *[other] Sie haben { $marks } Ziele bewertet und { $texts } Texte geschrieben.
    }
}
receipt-data = Ihre Daten
receipt-data-answers = Was zählt
receipt-data-drafts = Was noch nicht abgeschickt ist
receipt-data-erase = Löschen können Sie alles, indem Sie es zurückziehen.
receipt-data-erased = Ihre Antworten sind gelöscht, nur die Tage sind noch da.
receipt-data-file = meine-daten
receipt-data-json = Für Programme (JSON)
receipt-data-over = Was Sie geschrieben haben, löschen wir jederzeit. Die Zahlen sind veröffentlicht und bleiben, wie sie sind.
receipt-data-readable = Meine Daten herunterladen
receipt-data-started = Begonnen am { $day }
receipt-data-submitted = Abgeschickt am { $day }
receipt-data-text = Sie können alles mitnehmen, was unter Ihrem Code gespeichert ist.
receipt-data-withdrawn = Zurückgezogen am { $day }
receipt-download = Quittung herunterladen
receipt-file-address = Ihre Adresse für später: { $address }
receipt-file-code = Ihr Quittungscode: { $code }
receipt-file-day = Abgeschickt am { $day }. Jede Antwort zählt genau einmal.
receipt-file-keep = Bitte heben Sie diese Datei auf. Wir kennen weder Ihren Namen noch Ihre Adresse. Darum können wir den Code nicht noch einmal schicken.
receipt-file-name = quittung
receipt-file-title = Quittung für die Umfrage: { $title }
receipt-file-until = Die Umfrage läuft bis { $until }. So lange können Sie Ihre Antworten ändern oder zurückziehen.
receipt-keep = Bitte heben Sie ihn auf.
receipt-keep-why = Wir kennen weder Ihren Namen noch Ihre Adresse. Darum können wir den Code nicht noch einmal schicken.
receipt-next = So geht es weiter
receipt-next-none = Die nächsten Schritte stehen noch nicht fest. Sie finden sie später auf der Seite der Beteiligung.
receipt-once = Jede Antwort zählt genau einmal.
receipt-print = Drucken: Die Quittung passt auf eine Seite. Wählen Sie im Menü Ihres Browsers „Drucken“.
receipt-qr = QR-Code mit Ihrer Adresse für später
receipt-qr-caption = Öffnet Ihre Antworten auf dem Handy
receipt-saved = Gespeichert am { $day }
receipt-span = { $from } bis { $until }
receipt-text-erased = Gelöscht
receipt-title = Danke. Ihre Antworten sind angekommen.
receipt-unsent = Eine Änderung ist noch nicht abgeschickt
receipt-unsent-text = Bis Sie sie abschicken, zählt Ihre frühere Antwort.
receipt-use = Mit diesem Code öffnen Sie diese Seite jederzeit wieder.
receipt-use-open = Bis { $day }, 24 Uhr, können Sie damit Ihre Antworten ändern oder zurückziehen.
receipt-use-over = Die Umfrage ging bis { $day }. Ihre Antworten stehen jetzt fest.
receipt-withdraw = Doch lieber nicht?
receipt-withdraw-late = Die Umfrage ist zu Ende, die Ergebnisse sind noch nicht veröffentlicht. Bis dahin können Sie alles zurückziehen. Wir löschen Ihre Antworten dann, und sie zählen nicht mit.
receipt-withdraw-link = Alle Antworten zurückziehen
receipt-withdraw-text = Bis { $day } können Sie alles zurückziehen. Wir löschen Ihre Antworten dann.
receipt-withdrawn = Ihre Antworten sind zurückgezogen.
receipt-withdrawn-lead = Das war am { $day }. Wir haben Ihre Antworten gelöscht, nichts davon zählt mehr. Danke, dass Sie sich Zeit genommen haben.
receipt-words-link = Alles Geschriebene löschen
receipt-words-text = Die Ergebnisse sind veröffentlicht und bleiben, wie sie sind. Was Sie geschrieben haben, löschen wir trotzdem, wann immer Sie wollen.
said-words-erased = Alles Geschriebene ist gelöscht.
survey-action-goals = Das wollen wir dafür tun
survey-back-question = Zurück zur vorigen Frage
survey-back-receipt = Zurück zur Quittung
survey-back-review = Zurück zu Ihren Antworten
survey-back-tasks = Zurück zur Auswahl
survey-closed-copy = Ihr Text zum Kopieren
survey-closed-copy-hint = Markieren Sie den Text und kopieren Sie ihn. Wenn Sie diese Seite schließen, ist er weg.
survey-closed-home = Lesen, wie es weitergeht
survey-closed-lead = Letzter Tag war { $day }. Diese Antwort kam danach an. Wir konnten sie nicht mehr zählen.
survey-closed-lost = Sie hatten noch nichts abgeschickt. Darum zählen auch Ihre früheren Antworten leider nicht.
survey-closed-nothing = Hier hatten Sie nichts ausgewählt.
survey-closed-submitted = Was Sie vorher abgeschickt haben, zählt.
survey-closed-title = Die Umfrage ist zu Ende.
survey-closed-title-text = Die Umfrage ist zu Ende. Ihr Text ist noch da.
survey-closed-typed = Das haben Sie zuletzt geantwortet:
survey-comment-hint = Was fehlt? Wie würden Sie es schreiben? Bitte nennen Sie keine Namen anderer Menschen.
survey-comment-label = Möchten Sie etwas dazu sagen?
survey-date-hint = Tag, Monat und Jahr, zum Beispiel 17.7.2026.
survey-goal-ask = Was halten Sie von diesem Ziel?
survey-goal-number = Ziel { $label }
survey-information = Zur Information
survey-intro-account = Sie brauchen kein Konto. Die Umfrage kommt ohne Cookies aus.
survey-intro-code-link = Ich habe schon einen Code
survey-intro-code-title = Haben Sie teilgenommen?
survey-intro-correct = Bis { $day }, 24 Uhr, können Sie alles ändern oder zurückziehen.
survey-intro-freedom = { $surveys ->
    [one] Niemand muss alles beantworten. Eine einzige Antwort genügt.
   *[other] Niemand muss alles beantworten. Die Umfrage hat { $surveys } Teile. Wählen Sie aus, was Ihnen wichtig ist.
}
survey-intro-good = Gut zu wissen
survey-intro-later = Die Umfrage beginnt am { $day }
survey-intro-later-lead = Schauen Sie dann wieder vorbei. Sie läuft bis { $day }.
survey-intro-lead = { $goals ->
    [0] { $surveys ->
        [one] Das dauert nur wenige Minuten.
       *[other] Jeder Teil dauert nur wenige Minuten.
    }
    [one] Sie lesen ein Ziel und sagen, ob es so stimmt. Das dauert etwa eine Minute.
   *[other] Es gibt { $goals } Ziele. Für jedes brauchen Sie etwa eine Minute. Sie wählen aus, wozu Sie etwas sagen.
}
survey-intro-over = Diese Umfrage ist zu Ende
survey-intro-over-code = Mit Ihrem Code sehen Sie, was von Ihnen zählt.
survey-intro-over-lead = Sie ging bis { $day }. Danke an alle, die mitgemacht haben.
survey-intro-pause = Sie können jederzeit unterbrechen. Mit Ihrem Code machen Sie später weiter, auch auf einem anderen Gerät.
survey-intro-start = Umfrage starten
survey-intro-stored = Wir speichern Ihre Antworten und den Tag, an dem Sie sie abschicken. Name, Anschrift und IP-Adresse speichern wir nicht dazu.
survey-intro-title = { $goals ->
    [0] Sagen Sie uns, was Sie denken
    [one] Sagen Sie uns, was Sie von dem Ziel halten
   *[other] Sagen Sie uns, was Sie von den Zielen halten
}
survey-later = Später weitermachen
survey-later-link = Code als Bild und Adresse zeigen
survey-later-text = Mit diesem Code kommen Sie hierher zurück. Am besten notieren Sie ihn gleich.
survey-multiple-hint = Sie können mehrere Antworten wählen.
survey-name = Umfrage:
survey-next = Weiter
survey-next-review = Speichern und zurück
survey-number-hint = Eine ganze Zahl, zum Beispiel 2.
survey-pause = Speichern und später weitermachen
survey-pause-code = Ihr Code
survey-pause-go-on = Jetzt weitermachen
survey-pause-how = Geben Sie den Code später auf dieser Website unter „Meine Quittung“ ein. Oder speichern Sie die Adresse als Lesezeichen.
survey-pause-keep = Bitte notieren Sie den Code.
survey-pause-lead = Sie haben Zeit bis { $day }. Ihre Antworten zählen erst, wenn Sie sie abschicken.
survey-pause-qr = QR-Code mit Ihrer Adresse zum Weitermachen
survey-pause-qr-caption = Weitermachen auf dem Handy
survey-pause-title = Gespeichert. Machen Sie weiter, wann Sie möchten.
survey-place = Platz { $place }
survey-place-none = Kein Platz
survey-preview = Vorschau
survey-preview-end = Vorschau beenden
survey-preview-text = So sehen die Menschen diese Frage. Hier wird nichts gespeichert.
survey-profile = Über Sie, ganz freiwillig
survey-question-place = Frage { $number } von { $total }
survey-question-until = Sie können Ihre Antworten bis { $day } ändern.
survey-ranking-hint = Platz 1 ist Ihnen am wichtigsten. Sie müssen nicht alles einordnen.
survey-required = Diese Antwort brauchen wir, damit es weitergeht.
survey-review-answer = Beantworten
survey-review-button = Antworten abschicken
survey-review-button-again = Änderungen abschicken
survey-review-change = Ändern
survey-review-choose = Frage auswählen
survey-review-code = Ihr Code zum Weitermachen:
survey-review-correction = Prüfen Sie Ihre Änderungen. Sie gelten erst, wenn Sie noch einmal abschicken.
survey-review-empty = Hier steht noch keine Antwort
survey-review-empty-lead = Suchen Sie sich etwas aus. Eine einzige Antwort genügt.
survey-review-enough = { $answered ->
    [0] Noch hat keiner der { $total } Teile eine Antwort.
   *[other] Sie haben { $answered } von { $total } Teilen beantwortet. Das genügt.
} { $untouched ->
    [one] Einen Teil haben Sie noch nicht geöffnet.
   *[other] { $untouched } haben Sie noch nicht geöffnet.
}
survey-review-later = Später abschicken
survey-review-lead = Prüfen Sie Ihre Antworten. Abgeschickt ist noch nichts.
survey-review-missing = { $n ->
    [one] Eine Frage braucht noch Ihre Antwort:
   *[other] Diese Fragen brauchen noch Ihre Antwort:
}
survey-review-more = Noch Zeit für einen weiteren Teil?
survey-review-more-link = Weiteren Teil auswählen
survey-review-not-sent = Es ist noch nichts abgeschickt
survey-review-send = Abschicken
survey-review-send-again = Noch einmal abschicken
survey-review-send-text = Ihre Antworten zählen ohne Ihren Namen. Bis { $day } können Sie alles noch ändern oder zurückziehen.
survey-review-title = Stimmt alles so?
survey-scale-hint = Wählen Sie in jeder Zeile eine Antwort. Sie dürfen Zeilen auslassen.
survey-skip-goal = Ziel überspringen
survey-skip-question = Frage überspringen
survey-task-count = { $state ->
    [new] { $questions ->
        [one] Eine Frage
       *[other] { $questions } Fragen
    }
    [begun] { $left ->
        [one] { $answered } von { $questions } beantwortet, noch eine offen
       *[other] { $answered } von { $questions } beantwortet, noch { $left } offen
    }
   *[done] { $answered } von { $questions } beantwortet
}
survey-task-state = { $state ->
    [new] Noch nicht begonnen
    [begun] Begonnen
   *[done] Fertig
}
survey-tasks-correct = Was möchten Sie ändern?
survey-tasks-correct-lead = Abgeschickt haben Sie schon. Eine Änderung gilt erst, wenn Sie noch einmal abschicken.
survey-tasks-empty = Wenn Sie etwas beantwortet haben, können Sie es hier prüfen und abschicken.
survey-tasks-lead = Suchen Sie sich aus, was Ihnen wichtig ist. Ein Teil genügt. Sie haben Zeit bis { $day }.
survey-tasks-over = Die Umfrage ist zu Ende
survey-tasks-over-lost = Letzter Tag war { $day }. Ihre Antworten waren nicht abgeschickt. Darum zählen sie leider nicht.
survey-tasks-over-submitted = Letzter Tag war { $day }. Was Sie abgeschickt haben, zählt.
survey-tasks-parts = Teile der Umfrage
survey-tasks-profiles = Zum Schluss: ein paar Fragen zu Ihnen
survey-tasks-profiles-text = Ganz freiwillig. So sehen wir, wen wir erreicht haben und wen noch nicht.
survey-tasks-review = Antworten prüfen und abschicken
survey-tasks-title = Wozu möchten Sie etwas sagen?
survey-to-consultation = Zur Beteiligung
survey-to-receipt = Zu Ihrer Quittung
withdrawal-change = Möchten Sie nur etwas berichtigen? Das geht bis { $day }:
withdrawal-lead = Wir löschen alles, was Sie unter diesem Code geantwortet haben. Es zählt dann nicht mehr.
withdrawal-no = Nein, behalten
withdrawal-over = Hier gibt es nichts mehr zu löschen
withdrawal-over-lead = Die Ergebnisse sind veröffentlicht und bleiben, wie sie sind. Geschriebenes von Ihnen ist nicht mehr da, und Ihr Name steht bei keiner Antwort.
withdrawal-text = Das lässt sich nicht rückgängig machen.
withdrawal-title = Möchten Sie alle Antworten zurückziehen?
withdrawal-words-lead = Wir löschen jedes Wort, das Sie unter diesem Code in die Umfrage geschrieben haben, auch dort, wo die Stadt es auswertet.
withdrawal-words-title = Möchten Sie alles Geschriebene löschen?
withdrawal-words-why = Was Sie angekreuzt haben, zählt weiter, denn die Ergebnisse sind schon veröffentlicht. Wer es war, steht nirgends.
withdrawal-words-yes = Ja, alles Geschriebene löschen
withdrawal-yes = Ja, alles zurückziehen
