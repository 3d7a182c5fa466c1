# Texte in anderen Sprachen. Sortiert nach Schlüssel.
languages-approve = Freigeben und weiter
languages-back = Alle Sprachen
languages-back-consultation = Zur Beteiligung
languages-back-list = Alle Texte auf { $language }
languages-before = Bei der Übersetzung stand hier:
languages-changed = Lesen Sie beide Texte, ändern Sie die Übersetzung und geben Sie sie neu frei. Bis dahin sehen alle die alte Übersetzung mit einem Hinweis.
languages-changed-title = Der Text hat sich geändert, seit er übersetzt wurde
languages-choose = Welche Sprachen bieten Sie an?
languages-choose-hint = Wer liest, kann zwischen diesen Sprachen und Deutsch wechseln. Nehmen Sie eine Sprache weg, bleiben ihre Übersetzungen erhalten.
languages-count = { $approved } von { $total } Texten freigegeben
languages-drafts = { $n ->
    [one] 1 Entwurf
   *[other] { $n } Entwürfe
}
languages-keep = Als Entwurf behalten
languages-keep-hint = { $state ->
    [approved] Einen Entwurf sieht nur die Verwaltung. Diese Übersetzung ist dann nicht mehr öffentlich.
   *[other] Einen Entwurf sieht nur die Verwaltung.
}
languages-kind = { $kind ->
    [consultation] Beteiligung
    [survey] Umfrage
    [question] Frage
   *[wording] Wortlaut
}
languages-label = Texte lesen auf
languages-lead = Texte, die noch nicht freigegeben sind, stehen auf Deutsch da und sagen es. Was gilt, ist immer der deutsche Wortlaut.
languages-part = { $part ->
    [title] Titel
    [lead] Einleitung
    [intro] Einleitung
    [help] Hilfe
    [option] Antwort
    [item] Zeile
   *[text] Text
}
languages-progress = So weit sind Sie
languages-save = Sprachen speichern
languages-search = Text oder Ort
languages-stale = { $n ->
    [one] 1 ist veraltet
   *[other] { $n } sind veraltet
}
languages-state = Stand
languages-title = Sprachen und Einfache Sprache
languages-translate = Übersetzen:
reading-mark-missing = nur auf Deutsch
reading-mark-missing-plain = nicht in Einfacher Sprache
reading-mark-older = Übersetzung veraltet
reading-mark-older-plain = Einfache Sprache veraltet
reading-missing = Dieser Text ist noch nicht übersetzt. Hier steht er auf Deutsch.
reading-missing-plain = Diesen Text gibt es noch nicht in Einfacher Sprache. Hier steht der ursprüngliche Wortlaut.
reading-older = Diese Übersetzung gehört zu einem älteren Wortlaut. Der deutsche Text hat sich seitdem geändert.
reading-older-plain = Dieser Text in Einfacher Sprache gehört zu einem älteren Wortlaut. Der Wortlaut hat sich seitdem geändert.
reading-plain = Das ist Einfache Sprache. Was gilt, ist der ursprüngliche Wortlaut.
reading-translated = Das ist eine Übersetzung. Was gilt, ist der deutsche Wortlaut.
said-languages = Die Sprachen sind gespeichert.
said-translation-approved = Freigegeben. Hier ist der nächste Text.
said-translation-saved = Die Übersetzung ist gespeichert.
translation-approved = freigegeben
translation-draft = Entwurf
translation-empty = Schreiben Sie zuerst eine Übersetzung.
translation-missing = fehlt
translation-part-missing = Hier fehlt noch die Übersetzung. Ohne sie können Sie nur einen Entwurf behalten.
translation-stale = veraltet
