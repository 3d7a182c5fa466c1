# Überarbeitung: die nächste Fassung neben dem, was Menschen gesagt haben.

error-cause-choose = Wählen Sie einen Anlass. Ohne Anlass können Sie nicht speichern.
error-cause-theme = Kreuzen Sie die Themen an, denen die Änderung folgt.
revision-back = Zum Baum
revision-base = Grundlage: { $base }
revision-cause = Anlass der Änderung
revision-cause-hint = Ohne Anlass können Sie nicht speichern. Er steht später öffentlich neben der Änderung.
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
revision-no-consultation = Zu diesem Konzept gab es noch keine Beteiligung.
revision-no-themes = Noch keine Themen. Sie entstehen in der Auswertung.
revision-parts = Teile dieses Handlungsfelds
revision-percent = { $n } %
revision-put-aside = Als Entwurf ablegen
revision-said = Was Menschen dazu gesagt haben
revision-save = Änderung speichern
revision-segments = Stellungnahmen
revision-state-caused = geändert, mit Anlass
revision-state-same = unverändert
revision-state-uncaused = geändert, Anlass fehlt
revision-themes = Themen und Abwägung
revision-title = { $name } überarbeiten
revision-words = Neuer Wortlaut
said-revision-kept = Die Änderung ist gespeichert.
tree-revise = Mit Beiträgen überarbeiten
