# Konzepte am Arbeitsplatz: Liste, Einlesen, Stand der Fassungen. Sortiert nach Schlüssel.
council-button = Speichern
council-day = Tag des Beschlusses
council-day-hint = Nur für einen Beschluss.
council-decided-about = Der Rat hat beschlossen. Tag und Hinweis stehen bei der Fassung.
council-for-decision-about = Bei der Fassung steht: „Der Rat entscheidet über diese Fassung.“
council-lead = Was Sie hier wählen, steht bei der Fassung. Sie können es jederzeit ändern.
council-mark = Wie steht es um diese Fassung?
council-none = Nichts davon
council-none-about = Der Rat befasst sich nicht mit dieser Fassung, oder die Angabe war falsch.
council-note = Hinweis für alle
council-note-hint = Zum Beispiel: „Beschlossen mit zwei Änderungen.“
council-title = Stand im Rat
delete-edition-button = Löschen
delete-edition-text = Niemand außerhalb hat sie gesehen, und keine Beteiligung verwendet sie. Danach ist sie weg. Ein Entwurf, aus dem sie entstand, bleibt.
delete-edition-title = Fassung „{ $name }“ löschen?
desk-edition-acts = Was möchten Sie tun?
desk-edition-content = Inhalt
desk-edition-laid-open = Die Beteiligung „{ $consultation }“ legt diese Fassung aus. Solange bleibt sie öffentlich.
desk-edition-number = Fassung { $n }
desk-edition-public = So sehen es alle
edition-withdraw-button = Zurückziehen
edition-withdraw-reason = Grund
edition-withdraw-reason-hint = Der Grund steht im Protokoll und hier am Arbeitsplatz.
edition-withdraw-text = Niemand außerhalb der Verwaltung kann sie dann lesen. Links auf sie führen ins Leere. Sie können sie wieder veröffentlichen.
edition-withdraw-title = Fassung „{ $name }“ zurückziehen?
folder-begin = Entwurf beginnen
folder-by-hand = Von Hand bearbeiten
folder-by-hand-about = Der Entwurf beginnt mit der neuesten Fassung. Sie ändern ihn Ziel für Ziel.
folder-by-hand-empty = Der Entwurf beginnt leer. Sie legen Handlungsfelder und Ziele einzeln an.
folder-draft = Entwurf weiterbearbeiten
folder-draft-begun = Begonnen am { $day }
folder-drafts = In Arbeit
folder-editions = Fassungen
folder-file = Dokument einlesen
folder-file-about = Sie sehen zuerst eine Vorschau. Gespeichert wird nur, was Sie bestätigen.
folder-file-hint = Word (.docx) oder Markdown (.md), höchstens { $max } MiB. Bilder und Fußnoten werden nicht übernommen.
folder-new = Nächste Fassung
folder-next-begin = Laden Sie das Dokument hoch oder beginnen Sie einen leeren Entwurf.
folder-next-draft = Ein Entwurf ist in Arbeit.
folder-next-edition = Hier stehen alle Fassungen, die neueste zuerst.
folder-next-upload = Ein Dokument wartet darauf, dass Sie es prüfen.
folder-not-public = Nur für die Verwaltung sichtbar
folder-upload = Hochladen und prüfen
folder-upload-on = Hochgeladen am { $day }
folder-uploads = Hochgeladen, noch nicht bestätigt
folder-uploads-about = Am Konzept ist noch nichts geändert.
hindered-back = Zurück zur Fassung
hindered-brought = Die Vorlage { $consultation } bringt diese Fassung in den Gemeinderat. Deshalb können Sie sie nicht löschen.
hindered-continued = An dieser Fassung wird schon weitergearbeitet. Deshalb können Sie sie nicht löschen.
hindered-laid-open = Die Beteiligung „{ $consultation }“ legt diese Fassung aus. Solange bleibt sie, wie sie ist.
hindered-not-public = Diese Fassung ist nicht veröffentlicht. Es gibt nichts zurückzuziehen.
hindered-prepared = Die Beteiligung „{ $consultation }“ wird mit dieser Fassung vorbereitet. Deshalb können Sie sie nicht löschen.
hindered-public = Diese Fassung ist veröffentlicht. Was alle lesen konnten, löschen wir nicht.
hindered-published = Diese Fassung ist schon veröffentlicht.
hindered-seen = Diese Fassung war schon öffentlich oder im Rat. Deshalb können Sie sie nicht löschen.
hindered-title = Das geht gerade nicht
import-again = Neu berechnen
import-again-about = Alle Ihre Angaben bleiben.
import-against = Gegenüber „{ $name }“
import-as-draft = Als Entwurf weiterbearbeiten
import-as-edition = Gleich als Fassung anlegen
import-confirm = Stimmt alles?
import-confirm-about = Erst jetzt wird etwas gespeichert. Veröffentlicht wird dabei nichts.
import-discard-button = Verwerfen
import-discard-link = Dokument verwerfen
import-discard-text = Ihre Angaben in der Vorschau gehen verloren. Am Konzept ändert sich nichts.
import-discard-title = „{ $file }“ verwerfen?
import-draft-open = Es ist schon ein Entwurf in Arbeit. Stellen Sie ihn zuerst fertig oder verwerfen Sie ihn. Oder legen Sie gleich eine Fassung an.
import-fate-renumbered = Andere Nummer
import-fault-matched-twice = Zeile { $at }: Das gleiche Ziel ist schon Zeile { $row } zugeordnet. Wählen Sie ein anderes oder „Neu“.
import-fault-no-field = Zeile { $at }: Es gibt kein Handlungsfeld. Wählen Sie bei mindestens einer Zeile „Handlungsfeld“.
import-fault-nothing-before = Zeile { $at }: Davor steht nichts, wozu der Text gehört. Wählen Sie etwas anderes.
import-fault-other-kind = Zeile { $at }: Die Zuordnung gehört zu einer anderen Art. Wählen Sie eine andere.
import-fault-outside-field = Zeile { $at }: Davor steht kein Handlungsfeld. Wählen Sie etwas anderes, oder weiter oben ein Handlungsfeld.
import-fault-outside-goal = Zeile { $at }: Davor steht kein strategisches Ziel. Wählen Sie „Strategisches Ziel“ oder „Teil des vorigen Textes“.
import-fault-second-principle = Zeile { $at }: Das Handlungsfeld hat schon einen Leitsatz (Zeile { $row }). Wählen Sie „Teil des vorigen Textes“.
import-fault-text-too-long = Zeile { $at }: Der Text hat { $n } Zeichen. Höchstens 4.000 sind möglich. Lassen Sie Absätze weg.
import-fault-title-too-long = Zeile { $at }: Der Titel hat { $n } Zeichen. Höchstens 200 sind möglich.
import-fault-too-many = Zeile { $at }: Das Dokument hat zu viele Teile. Höchstens 200 Handlungsfelder und zusammen 2.000 Teile sind möglich.
import-fault-without-text = Zeile { $at }: Hier fehlt der Text. Wählen Sie bei der nächsten Zeile „Teil des vorigen Textes“.
import-fault-without-title = Zeile { $at }: Hier fehlt der Titel. Lassen Sie die Zeile weg oder wählen Sie etwas anderes.
import-file-missing = Wählen Sie eine Datei aus.
import-found = Gefunden
import-found-action-goals = { $n ->
    [one] Handlungsziel
   *[other] Handlungsziele
}
import-found-fields = { $n ->
    [one] Handlungsfeld
   *[other] Handlungsfelder
}
import-found-goals = { $n ->
    [one] strategisches Ziel
   *[other] strategische Ziele
}
import-found-principles = { $n ->
    [one] Leitsatz
   *[other] Leitsätze
}
import-lead = Prüfen Sie jede Zeile: Was ist sie, und was war sie in der letzten Fassung? Am Konzept ändert sich erst etwas, wenn Sie bestätigen.
import-match = In der letzten Fassung
import-match-guess = Wieder dem Vorschlag folgen
import-match-looks-new = Vorschlag: neu
import-match-new = Neu, gab es bisher nicht
import-match-of = zu Zeile { $n }
import-match-recognised = Vorschlag: { $name }
import-name = Name der Fassung
import-name-hint = Zum Beispiel „Überarbeiteter Entwurf“. Höchstens { $max } Zeichen.
import-name-long = Der Name hat { $n } Zeichen. Höchstens { $max } sind möglich.
import-name-missing = Geben Sie der Fassung einen Namen.
import-no-tally = Was sich ändert, steht hier, sobald alle Zeilen stimmen.
import-note-number-twice = Die Nummer gibt es schon. Dieses Ziel bekommt seine Nummer nach der Reihenfolge.
import-note-text-made = Hier steht nur ein Satz. Er wird Titel und Text.
import-note-title-made = Der Titel fehlt. Wir nehmen den Anfang des Textes.
import-parts = Zeilen des Dokuments
import-refused-bomb = Diese Datei ist ausgepackt viel zu groß. Speichern Sie das Dokument in Word neu, am besten ohne Bilder.
import-refused-broken = Diese Word-Datei ist beschädigt. Öffnen Sie sie in Word und speichern Sie sie neu.
import-refused-empty = In dieser Datei steht kein Text.
import-refused-old-word = Das ist eine alte oder geschützte Word-Datei. Speichern Sie sie in Word als „Word-Dokument (.docx)“ ohne Kennwort.
import-refused-other-kind = Diese Datei können wir nicht lesen. Möglich sind Word (.docx) und Markdown (.md).
import-refused-pdf = Aus einer PDF-Datei lässt sich der Aufbau nicht lesen. Laden Sie das Word-Dokument hoch, aus dem sie entstand.
import-refused-too-large = Die Datei ist größer als { $max } MiB. Speichern Sie das Dokument ohne Bilder.
import-refused-too-long = Das Dokument hat mehr als 1.000 Absätze. Laden Sie nur den Teil mit den Handlungsfeldern hoch.
import-refused-too-slow = Das Lesen hat zu lange gedauert. Speichern Sie das Dokument neu, am besten ohne Bilder und Tabellen.
import-retired = { $n ->
    [one] 1 Teil der letzten Fassung entfällt
   *[other] { $n } Teile der letzten Fassung entfallen
}
import-role = Zeile { $n }: Was ist das?
import-role-action-goal = Handlungsziel
import-role-field = Handlungsfeld
import-role-goal = Strategisches Ziel
import-role-guess = { $role } (Vorschlag)
import-role-join = Teil des vorigen Textes
import-role-omit = Weglassen
import-role-principle = Leitsatz
import-title = Dokument prüfen
import-unchanged = Das Dokument ist Wort für Wort die letzte Fassung. Geben Sie ihr einen anderen Namen oder verwerfen Sie das Dokument.
publish-button = Veröffentlichen
publish-text = Alle können sie dann lesen und verlinken. Sie können sie wieder zurückziehen, solange keine veröffentlichte Beteiligung sie auslegt.
publish-title = Fassung „{ $name }“ veröffentlichen?
said-draft-made = Das Dokument ist jetzt ein Entwurf. Sie können ihn weiterbearbeiten.
said-edition-deleted = Die Fassung ist gelöscht.
said-edition-made = Die Fassung ist angelegt. Veröffentlicht ist sie noch nicht.
said-edition-marked = Der Stand ist gespeichert.
said-edition-published = Die Fassung ist veröffentlicht.
said-edition-withdrawn = Die Fassung ist zurückgezogen.
said-strategy-created = Das Konzept ist angelegt.
said-upload-discarded = Das Dokument ist verworfen. Am Konzept hat sich nichts geändert.
shelf-create = Anlegen
shelf-drafts = { $n ->
    [one] 1 Entwurf in Arbeit
   *[other] { $n } Entwürfe in Arbeit
}
shelf-empty = Es gibt noch kein Konzept. Legen Sie das erste an.
shelf-empty-read = Es gibt noch kein Konzept.
shelf-head-created = Angelegt
shelf-head-editions = Fassungen
shelf-head-newest = Neueste Fassung
shelf-head-open = Offen
shelf-head-title = Konzept
shelf-lead = Jedes Konzept mit seinen Fassungen, vom ersten Entwurf bis zum Beschluss.
shelf-new = Neues Konzept
shelf-new-lead = Danach laden Sie das Dokument hoch oder schreiben es hier.
shelf-no-edition = Noch keine Fassung
shelf-nothing-open = Nichts
shelf-search = Konzept suchen
shelf-slug = Kurzname für Adressen
shelf-slug-hint = Kleine Buchstaben, Ziffern und Bindestriche, höchstens 60. Ohne Angabe bilden wir ihn aus dem Titel. Er lässt sich später nicht ändern.
shelf-slug-taken = Diesen Kurznamen gibt es schon. Wählen Sie einen anderen.
shelf-slug-wrong = Nehmen Sie nur kleine Buchstaben a bis z, Ziffern und Bindestriche, zum Beispiel: klima-2030
shelf-title = Titel
shelf-title-hint = Zum Beispiel „Stadtentwicklungskonzept“. Höchstens { $max } Zeichen.
shelf-title-long = Der Titel hat { $n } Zeichen. Höchstens { $max } sind möglich.
shelf-title-missing = Geben Sie dem Konzept einen Titel.
shelf-uploads = { $n ->
    [one] 1 Dokument zu prüfen
   *[other] { $n } Dokumente zu prüfen
}
standing-day-missing = Geben Sie den Tag des Beschlusses an.
standing-mark-missing = Wählen Sie, wie es um die Fassung steht.
standing-note-long = Das sind { $n } Zeichen. Höchstens { $max } sind möglich.
standing-reason-missing = Nennen Sie den Grund.
