# Eigene Seiten der Stadt: am Arbeitsplatz. Sortiert nach Schlüssel.
desk-feedback-all-done = Alles erledigt. Neue Meldungen stehen dann hier.
desk-feedback-by = Erledigt am { $day } von { $name }
desk-feedback-done = Als erledigt vermerken
desk-feedback-done-short = erledigt
desk-feedback-lead = Was Menschen über die Seite „Barrierefreiheit“ schreiben.
desk-feedback-open-short = offen
desk-feedback-reply = Antwort an
desk-feedback-reply-none = keine Adresse angegeben
desk-feedback-reopen = Wieder öffnen
desk-feedback-report = Meldung { $n }, { $day }
desk-feedback-search = Meldungen durchsuchen
desk-feedback-state = Stand
desk-feedback-title = Gemeldete Barrieren
desk-pages-accessibility = Barrierefreiheit
desk-pages-back = Alle Seiten
desk-pages-beginning = Vorschlag
desk-pages-beginning-text = Diese Seite hat noch niemand geschrieben. Unten steht ein Vorschlag. Lesen Sie ihn durch, füllen Sie die Lücken und passen Sie ihn an Ihre Stadt an. Lassen Sie ihn auch rechtlich prüfen.
desk-pages-body = Text
desk-pages-body-hint = Überschriften mit ## am Anfang der Zeile, Listen mit -, fett mit **zwei Sternen**, Links so: [Text](https://…). Lücken stehen so da: […].
desk-pages-changed = geändert am { $day } von { $name }
desk-pages-draft = Entwurf
desk-pages-edit = { $page }, { $language }
desk-pages-english = Englisch
desk-pages-feedback = { $n ->
    [0] Gemeldete Barrieren
    [one] Gemeldete Barrieren: 1 ist offen
   *[other] Gemeldete Barrieren: { $n } sind offen
}
desk-pages-gaps = { $n ->
    [one] Eine Lücke ist noch offen
   *[other] { $n } Lücken sind noch offen
}
desk-pages-gaps-text = Solange Lücken im Text stehen, lässt sich die Seite nicht veröffentlichen. Brauchen Sie eine Stelle nicht, löschen Sie sie mit ihrer Klammer.
desk-pages-german = Deutsch
desk-pages-imprint = Impressum
desk-pages-keep = Entwurf speichern
desk-pages-lead = Diese Seiten muss Ihre Stadt haben. Sobald eine veröffentlicht ist, steht sie unten auf jeder Seite des Portals.
desk-pages-missing = Noch nicht geschrieben
desk-pages-newer-draft = Entwurf liegt bereit
desk-pages-plain-language = Leichte Sprache
desk-pages-preview = Vorschau
desk-pages-preview-title = So sieht die Seite aus
desk-pages-privacy = Datenschutz
desk-pages-public = Veröffentlicht
desk-pages-publish = Veröffentlichen
desk-pages-restore = Als Entwurf zurückholen
desk-pages-see = Öffentliche Seite ansehen
desk-pages-sign-language = Gebärdensprache
desk-pages-title = Seiten der Stadt
desk-pages-title-field = Überschrift
desk-pages-title-hint = Sie steht auch unten auf jeder Seite des Portals. Bis zu { $n } Zeichen.
desk-pages-version = { $day }, { $hour } Uhr
desk-pages-version-by = von { $name }
desk-pages-version-newest = neueste Fassung
desk-pages-versions = Frühere Fassungen
desk-pages-versions-lead = Jedes Speichern ergibt eine Fassung. Holen Sie eine zurück, wird sie ein neuer Entwurf. Für alle ändert sich erst etwas, wenn Sie veröffentlichen.
desk-pages-versions-none = Noch keine Fassung. Speichern Sie den ersten Entwurf.
desk-pages-withdraw = Zurückziehen
desk-pages-withdraw-text = Niemand sieht die Seite dann mehr, und ihr Link verschwindet. Der Text bleibt hier. Sie können ihn jederzeit wieder veröffentlichen.
desk-pages-withdraw-title = { $page } ({ $language }) zurückziehen?
desk-pages-withdrawn = Zurückgezogen
error-page-body-long = Der Text ist um { $over } Zeichen zu lang. Möglich sind { $n } Zeichen.
error-page-body-missing = Schreiben Sie bitte einen Text.
error-page-gaps = { $n ->
    [one] Eine Lücke ist noch offen. Füllen Sie sie bitte vor dem Veröffentlichen. Sie steht unten in der Liste.
   *[other] { $n } Lücken sind noch offen. Füllen Sie sie bitte vor dem Veröffentlichen. Sie stehen unten in der Liste.
}
error-page-overtaken = Inzwischen hat jemand anders diese Seite gespeichert. Ihr Text ist noch da. Sehen Sie sich die frühere Fassung an und speichern Sie dann noch einmal.
error-page-title-long = Die Überschrift ist zu lang. Möglich sind { $n } Zeichen.
error-page-title-missing = Schreiben Sie bitte eine Überschrift.
said-page-kept = Der Entwurf ist gespeichert.
said-page-published = Die Seite ist veröffentlicht.
said-page-restored = Die frühere Fassung ist jetzt der neue Entwurf.
said-page-withdrawn = Die Seite ist zurückgezogen.
said-report-done = Die Meldung ist erledigt.
said-report-open = Die Meldung ist wieder offen.
