# What a receipt code opens as a whole.
contributions-agreed = { $n ->
        [one] „Sehe ich auch so“ bei einem Kommentar
       *[other] „Sehe ich auch so“ bei { $n } Kommentaren
    }
contributions-code = Mit diesem Code kommen Sie jederzeit wieder hierher.
contributions-comments = { $n ->
        [0] keine
        [one] 1 Kommentar
       *[other] { $n } Kommentare
    }
contributions-data = Sie können alles mitnehmen, was unter Ihrem Code gespeichert ist: Antworten, Kommentare, Stellungnahme.
contributions-erase = Zurückziehen und löschen können Sie jeden Teil auf seiner eigenen Seite, solange er läuft. Danach schreiben Sie uns bitte.
contributions-lead = Alles, was Sie unter Ihrem Code gegeben haben.
contributions-link = Alle Ihre Beiträge auf einen Blick
contributions-statement = Stellungnahme
contributions-statement-none = keine
contributions-survey-begun = begonnen, noch nicht abgeschickt
contributions-survey-none = noch keine Antworten
contributions-survey-sent = abgeschickt am { $day }
contributions-survey-withdrawn = zurückgezogen am { $day }
contributions-title = Ihre Beiträge
