# Überarbeitung: die nächste Fassung neben dem, was Menschen gesagt haben.

error-cause-choose = Wählen Sie einen Anlass. Ohne Anlass können Sie nicht speichern.
error-cause-theme = Kreuzen Sie die Themen an, denen die Änderung folgt.
revision-back = Zum Baum
revision-base = Grundlage: { $base }
revision-cause = Anlass der Änderung
revision-cause-hint = Ohne Anlass können Sie nicht speichern. Er steht später öffentlich neben der Änderung.
revision-changed-nothing = Der Wortlaut ist wie in der Fassung davor.
revision-changed-words = { $added ->
    [0] Kein Wort neu
    [one] 1 Wort neu
   *[other] { $added } Wörter neu
}, { $removed ->
    [0] keines gestrichen
    [one] 1 gestrichen
   *[other] { $removed } gestrichen
}
revision-compare = Vergleich mit: { $base }
revision-compare-button = Vergleich neu laden
revision-contributions = Alle Beiträge zu dieser Stelle
revision-desk = Überarbeitung
revision-draft = Nächste Fassung
revision-editorial = Redaktion
revision-editorial-hint = Rechtschreibung, Gesetz, Beschluss oder Verständlichkeit. Bitte begründen.
revision-fields = Alle Handlungsfelder
revision-first = Erste Fassung
revision-heard-hint = Die Änderung folgt einem oder mehreren Themen.
revision-marks = { $n ->
    [one] 1 Bewertung
   *[other] { $n } Bewertungen
}
revision-more-themes = { $n ->
    [one] Ein weiteres Thema
   *[other] { $n } weitere Themen
}
revision-neighbours = Davor und danach
revision-next = Danach (Alt + Bild ab)
revision-no-consultation = Zu diesem Konzept gab es noch keine Beteiligung.
revision-no-themes = Noch keine Themen. Sie entstehen in der Auswertung.
revision-parts = Teile dieses Handlungsfelds
revision-percent = { $n } %
revision-previous = Davor (Alt + Bild auf)
revision-put-aside = Als Entwurf ablegen
revision-retired = Steht nicht mehr in der nächsten Fassung
revision-retired-back = Im Baum können Sie es zurückholen.
revision-retired-text = Auch dass etwas entfällt, braucht einen Anlass.
revision-said = Was Menschen dazu gesagt haben
revision-save = Änderung speichern
revision-save-next = Speichern und weiter
revision-segments = Stellungnahmen
revision-split = In zwei teilen
revision-split-not = Doch nicht teilen
revision-state-caused = geändert, mit Anlass
revision-state-same = unverändert
revision-state-uncaused = geändert, Anlass fehlt
revision-themes = Themen und Abwägung
revision-title = { $name } überarbeiten
revision-words = Neuer Wortlaut
said-revision-kept = Die Änderung ist gespeichert.
tree-revise = Mit Beiträgen überarbeiten
trees-all-caused = Jede Änderung hat ihren Anlass.
trees-before = Bisher: { $name }
trees-cause = Anlass:
trees-decided = { $n ->
    [0] keines abgewogen
   *[other] { $n } abgewogen
}
trees-explain = Anlass nennen
trees-field-changed = { $n ->
    [0] nichts geändert
    [one] 1 Stelle geändert
   *[other] { $n } Stellen geändert
}
trees-field-uncaused = { $n ->
    [one] 1 ohne Anlass
   *[other] { $n } ohne Anlass
}
trees-first-uncaused = Zur ersten davon
trees-hidden = { $n ->
    [one] 1 Teil dieses Handlungsfelds passt nicht zur Auswahl.
   *[other] { $n } Teile dieses Handlungsfelds passen nicht zur Auswahl.
}
trees-is = Neu
trees-is-elsewhere = Steht jetzt an anderer Stelle { $label }
trees-is-not = Steht hier nicht mehr.
trees-is-same = Unverändert
trees-keys = Mit den Pfeiltasten gehen Sie von Teil zu Teil, mit der Eingabetaste hinein.
trees-none = Dazu gibt es hier nichts.
trees-nothing-yet = Noch ist alles wie in der Fassung davor.
trees-revise = Überarbeiten
trees-right = { $n } % richtig
trees-show-all = Alles
trees-show-changed = Geändert
trees-show-open = Abwägung offen
trees-show-themes = Mit Themen
trees-show-uncaused = Ohne Anlass
trees-title = Beide Fassungen nebeneinander
trees-uncaused = { $n ->
    [one] 1 Änderung hat noch keinen Anlass.
   *[other] { $n } Änderungen haben noch keinen Anlass.
}
trees-undecided = { $n } offen
trees-was = Bisher
trees-was-not = Gab es nicht.
