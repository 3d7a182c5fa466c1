# Stellungnahmen am Arbeitsplatz: Register, Fristen, andere Wege. Sortiert nach Schlüssel.
deadline-day = Neuer letzter Tag
deadline-day-hint = Er zählt noch ganz. Zum Ablehnen brauchen Sie keinen Tag.
deadline-day-others = Für alle, bei denen oben kein eigener Tag steht.
deadline-decision = Entscheidung für alle angekreuzten
deadline-decline = Ablehnen
deadline-events = Was bisher geschah
deadline-grant = Längere Frist geben
deadline-grant-title = Mehr Zeit geben
deadline-has-longer = schon verlängert bis { $day }
deadline-lead = Für alle gilt: bis { $until }. Einzelnen Organisationen können Sie mehr Zeit geben.
deadline-lead-over = Für alle endete die Frist am { $until }. Einzelnen Organisationen können Sie weiterhin mehr Zeit geben.
deadline-longer = { $n ->
    [one] Eine Organisation hat mehr Zeit
   *[other] { $n } Organisationen haben mehr Zeit
}
deadline-nobody = Noch ist keine Organisation eingeladen.
deadline-others = { $n ->
    [one] Eine Organisation ohne offenen Antrag
   *[other] { $n } Organisationen ohne offenen Antrag
}
deadline-others-about = Auch ihnen können Sie eine längere Frist geben, zum Beispiel allen gleich viel.
deadline-own-day = Eigener letzter Tag
deadline-own-day-hint = Bleibt das Feld leer, gilt der Tag unten.
deadline-reason-hint = Die Organisationen bekommen ihn mit der Entscheidung per E-Mail.
deadline-title = Längere Fristen
deadline-until = bis { $day }
deadline-waiting = { $n ->
    [one] Eine Organisation bittet um mehr Zeit
   *[other] { $n } Organisationen bitten um mehr Zeit
}
deadline-waiting-none = Niemand wartet auf eine Entscheidung. Sie können auch ohne Antrag mehr Zeit geben.
deadline-was-asked = Um Zeit bis { $until } gebeten
deadline-was-declined = Abgelehnt: Zeit bis { $until }
deadline-was-granted = Mehr Zeit bekommen: bis { $until }
deadline-wish = Wunsch: bis { $until }. Gefragt am { $asked }; jetzt gilt { $now }.
desk-consultation-statements = Stellungnahmen
desk-consultation-statements-about = Wer geantwortet hat, was eingegangen ist, längere Fristen.
desk-waiting-deadlines = { $n ->
    [one] Antrag auf längere Frist wartet
   *[other] Anträge auf längere Frist warten
}
desk-waiting-late = { $n ->
    [one] verspätete Stellungnahme wartet auf Entscheidung
   *[other] verspätete Stellungnahmen warten auf Entscheidung
}
error-admission-missing = Wählen Sie bitte, ob die Stellungnahme zugelassen wird.
error-deadline-no-request = Diese Organisation hat nicht um mehr Zeit gebeten. Nehmen Sie das Kreuz weg, um die anderen abzulehnen.
error-deadline-pick = Kreuzen Sie mindestens eine Organisation an.
error-decision-long = Der Grund ist zu lang. Bis zu { $max } Zeichen gehen, es sind { $n }.
error-decision-reason = Schreiben Sie bitte einen Grund.
error-entry-channel = Wählen Sie bitte, auf welchem Weg die Stellungnahme kam.
error-entry-early = An diesem Tag hatte die Frist noch nicht begonnen.
error-entry-element = Das gibt es im ausgelegten Entwurf nicht. Wählen Sie bitte ein Ziel daraus.
error-entry-email = Prüfen Sie bitte die E-Mail-Adresse, zum Beispiel name@beispiel.de.
error-entry-empty = Schreiben Sie bitte einen Text, hängen Sie eine Datei an, oder kreuzen Sie Fehlanzeige an.
error-entry-files = Bis zu { $max } Dateien gehen, es sind { $n }. Wählen Sie bitte weniger.
error-entry-future = Dieser Tag liegt in der Zukunft.
error-entry-long = Das ist zu lang. Bis zu { $max } Zeichen gehen, es sind { $n }.
error-entry-name = Schreiben Sie bitte einen Namen, oder wählen Sie eine Organisation. Bei anonymen Briefen: „anonym“.
error-entry-nil = Entweder Fehlanzeige oder Text und Anlagen: Beides zusammen geht nicht.
error-entry-no-text = Hier fehlt der Text.
error-entry-party = Diese Organisation gibt es nicht mehr. Wählen Sie bitte eine andere.
error-entry-twice = Zu dieser Stelle steht oben schon ein Text.
error-entry-written = Verfasst kann sie erst vor oder am Tag des Eingangs sein.
error-publication-hindered = Diese Stellungnahme kann nicht veröffentlicht werden. Sie können sie zurückhalten.
error-publication-missing = Wählen Sie bitte, ob die Stellungnahme veröffentlicht wird.
error-statements-columns = Die erste Zeile muss die Spalte „Stellungnahmetext“ nennen. Am einfachsten nehmen Sie die Vorlage.
error-statements-many = Das sind { $n } Zeilen. Bis zu { $max } gehen auf einmal.
error-statements-twice = Das steht schon in Zeile { $line }.
error-statements-way = Diesen Weg kennen wir nicht. Möglich sind Brief, E-Mail, Fax, Niederschrift, Beteiligungsplattform und Sonstige.
mail-deadline-declined-body =
    Guten Tag,

    { $organisation } hat um mehr Zeit für eine Stellungnahme zu „{ $title }“ gebeten. Das ist leider nicht möglich. Es bleibt bei der Frist bis { $until }, 24 Uhr.

    Grund:
    { $reason }

    Zur Beteiligung:
    { $about }

    Freundliche Grüße
    { $portal }
    { $town }
mail-deadline-declined-subject = Zu Ihrer Bitte um mehr Zeit
mail-deadline-granted-body =
    Guten Tag,

    für { $organisation } gilt eine längere Frist. Ihre Stellungnahme zu „{ $title }“ ist in der Zeit, wenn sie bis { $until }, 24 Uhr, bei uns ist.

    Grund:
    { $reason }

    Zur Beteiligung:
    { $about }

    Freundliche Grüße
    { $portal }
    { $town }
mail-deadline-granted-subject = Sie haben mehr Zeit für Ihre Stellungnahme
mail-statement-admitted-body =
    Guten Tag,

    die Stellungnahme Nr. { $number } zu „{ $title }“ ({ $name }) kam nach der Frist. Wir haben entschieden: Sie wird trotzdem berücksichtigt.

    Grund:
    { $reason }

    Zur Beteiligung:
    { $about }

    Freundliche Grüße
    { $portal }
    { $town }
mail-statement-admitted-subject = Ihre Stellungnahme wird berücksichtigt
mail-statement-refused-body =
    Guten Tag,

    die Stellungnahme Nr. { $number } zu „{ $title }“ ({ $name }) kam nach der Frist. Wir haben entschieden: Sie wird nicht berücksichtigt. Wir bewahren sie auf.

    Grund:
    { $reason }

    Zur Beteiligung:
    { $about }

    Freundliche Grüße
    { $portal }
    { $town }
mail-statement-refused-subject = Ihre Stellungnahme kam zu spät
register-address = E-Mail-Adresse
register-behalf = Für wen
register-channel = Weg
register-closed = Die allgemeine Frist endete am { $until }.
register-closes = Die allgemeine Frist läuft bis { $until }.
register-csv = Diese Liste als CSV-Datei
register-days-late = Tage zu spät
register-days-left = { $n ->
    [0] bis heute
    [one] noch 1 Tag
   *[other] noch { $n } Tage
}
register-deadline = Frist
register-decide = Jetzt entscheiden
register-enter = Eingang erfassen
register-extended = Verlängert am
register-extended-on = verlängert am { $day }
register-fact-answered = { $n ->
    [one] hat geantwortet{ $nil ->
        [0] {""}
       *[other] , mit Fehlanzeige
    }
   *[other] haben geantwortet{ $nil ->
        [0] {""}
        [one] , davon 1 Fehlanzeige
       *[other] , davon { $nil } Fehlanzeigen
    }
}
register-fact-declined = abgesagt
register-fact-invited = { $n ->
    [one] Organisation eingeladen
   *[other] Organisationen eingeladen
}
register-fact-longer = noch offen mit längerer Frist
register-fact-open = noch offen
register-fact-silent = ohne Antwort
register-fact-uninvited = { $n ->
    [one] von Personen und anderen
   *[other] von Personen und anderen
}
register-file-name = stellungnahmen-{ $slug }
register-heading = Stellungnahmen
register-import = Tabelle einlesen
register-invite = Organisationen einladen
register-invited = Eingeladen
register-late = { $n ->
    [one] 1 Tag zu spät
   *[other] { $n } Tage zu spät
}
register-late-all = Alle { $n } ansehen
register-late-title = { $n ->
    [one] Eine verspätete Stellungnahme wartet auf Ihre Entscheidung
   *[other] { $n } verspätete Stellungnahmen warten auf Ihre Entscheidung
}
register-longer = verlängert
register-name = Von wem
register-nameless = Ohne Namen
register-nil = Fehlanzeige
register-none = Noch ist nichts eingegangen, und es ist keine Organisation eingeladen.
register-not-yet = noch nicht
register-number = Nr.
register-only-late = Nur verspätete ({ $n })
register-only-longer = Nur mit längerer Frist ({ $n })
register-others = { $n ->
    [one] und 1 weitere Person
   *[other] und { $n } weitere Personen
}
register-received = Eingang
register-reminded = erinnert { $day }
register-requests-others = Darüber entscheiden die Redakteurinnen und Redakteure.
register-requests-title = { $n ->
    [one] Eine Organisation bittet um eine längere Frist
   *[other] { $n } Organisationen bitten um eine längere Frist
}
register-rule = Was nach der Frist kommt, bleibt erhalten und wird gekennzeichnet.
register-search = Name suchen
register-state = Stand
register-state-declined = Abgesagt
register-state-open = Noch offen
register-state-silent = Keine Antwort
register-versions = { $n } Fassungen
register-xlsx = als Excel-Datei
said-deadlines-declined = Abgelehnt. Die Organisationen bekommen eine E-Mail.
said-deadlines-granted = Die längere Frist gilt. Die Organisationen bekommen eine E-Mail.
said-statement-decided = Die Entscheidung ist festgehalten.
said-statement-entered = Der Eingang ist festgehalten.
said-statement-in-time = Diese Stellungnahme ist nicht verspätet. Es gibt nichts zu entscheiden.
said-statements-imported = Die Stellungnahmen stehen im Register.
statement-desk-about = Eckdaten
statement-desk-admission = Über die Zulassung entscheiden
statement-desk-admission-lead = { $n ->
    [one] Die Frist endete am { $until }. Die Stellungnahme kam am { $received }, einen Tag zu spät.
   *[other] Die Frist endete am { $until }. Die Stellungnahme kam am { $received }, { $n } Tage zu spät.
}
statement-desk-admission-reason-hint = { $n ->
    [0] Der Grund wird festgehalten. Eine E-Mail-Adresse ist nicht bekannt.
    [one] Der Grund wird festgehalten. Eine E-Mail mit der Entscheidung geht an die bekannte Adresse.
   *[other] Der Grund wird festgehalten. E-Mails mit der Entscheidung gehen an die { $n } bekannten Adressen.
}
statement-desk-admission-title = Verspätet: Wird die Stellungnahme berücksichtigt?
statement-desk-admit = Zulassen
statement-desk-admit-hint = Sie wird abgewogen wie alle anderen.
statement-desk-back = Zurück zur Stellungnahme
statement-desk-behalf = Für wen
statement-desk-by = Abgegeben oder erfasst durch
statement-desk-channel = Auf welchem Weg kam sie?
statement-desk-confirmed = Adresse bestätigt
statement-desk-consent = Veröffentlichung
statement-desk-consents = Womit die Verfasser einverstanden sind
statement-desk-decide = Entscheidung festhalten
statement-desk-decision = Entscheidung
statement-desk-decisions = Entscheidungen
statement-desk-does-not-count = Sie kam zu spät und ist nicht zugelassen. Entscheiden Sie zuerst über die Zulassung.
statement-desk-earlier = Geschrieben zu diesem Wortlaut. In der ausgelegten Fassung steht heute ein anderer.
statement-desk-element = Wozu
statement-desk-email = E-Mail-Adresse
statement-desk-enter = Eingang festhalten
statement-desk-enter-lead = Für alles, was als Brief, E-Mail, Fax oder am Schalter kam. Es zählt wie eine Stellungnahme auf dem Portal.
statement-desk-enter-title = Eingang erfassen
statement-desk-erased = Der Inhalt ist gelöscht
statement-desk-erased-text = Am { $day } ließ die Person, die sie geschrieben hat, Text, Dateien, Namen und Adressen löschen. Nummer und Tag bleiben, damit die Zählung nachvollziehbar ist. In der Auswertung zählt sie nicht.
statement-desk-files = Anlagen
statement-desk-import-again = Andere Datei wählen
statement-desk-import-columns = Die Spalten
statement-desk-import-columns-about = Nur der Text muss da sein. Fehlt das Einreichungsdatum, gilt der heutige Tag als Eingang. Zeilen werden an ID oder Eingangsnummer wiedererkannt und nie doppelt eingetragen.
statement-desk-import-csv = Vorlage als CSV-Datei
statement-desk-import-faulty = { $n ->
    [one] In einer Zeile stimmt etwas nicht.
   *[other] In { $n } Zeilen stimmt etwas nicht.
}
statement-desk-import-faulty-text = Es wurde nichts übernommen. Ändern Sie die Datei und lesen Sie sie noch einmal ein.
statement-desk-import-file = Datei
statement-desk-import-file-hint = CSV oder XLSX (erstes Blatt), bis { $max } MB, bis zu { $most } Zeilen.
statement-desk-import-file-name = vorlage-stellungnahmen
statement-desk-import-fine = Alle Zeilen sind lesbar. Noch ist nichts übernommen.
statement-desk-import-good = Lesbare Zeilen
statement-desk-import-is-new = neu
statement-desk-import-known = { $n ->
    [one] Eine steht schon im Register und bleibt, wie sie ist.
   *[other] { $n } stehen schon im Register und bleiben, wie sie sind.
}
statement-desk-import-late = nach der Frist
statement-desk-import-lead = Für Stellungnahmen, die in einem anderen System eingegangen sind. Sie sehen zuerst, was daraus wird.
statement-desk-import-line = Zeile
statement-desk-import-look = Datei prüfen
statement-desk-import-new = { $n ->
    [0] Keine ist neu.
    [one] Eine Stellungnahme ist neu.
   *[other] { $n } Stellungnahmen sind neu.
}
statement-desk-import-party = bekannte Organisation
statement-desk-import-rows = Zeilen und was aus ihnen wird
statement-desk-import-take = { $n ->
    [one] Eine Stellungnahme übernehmen
   *[other] { $n } Stellungnahmen übernehmen
}
statement-desk-import-there = steht schon da: Nr. { $n }
statement-desk-import-title = Tabelle mit Stellungnahmen einlesen
statement-desk-import-undated = kein Datum in der Zeile
statement-desk-import-what = Was zu tun ist
statement-desk-import-xlsx = Vorlage als Excel-Datei
statement-desk-is-public = Veröffentlicht
statement-desk-keep-back = Nicht veröffentlichen
statement-desk-keep-back-hint = Nur die Verwaltung liest sie. Sie zählt trotzdem.
statement-desk-kept = Schon hochgeladen. Nehmen Sie das Häkchen weg, was nicht dazugehört.
statement-desk-may = erlaubt
statement-desk-may-not = nicht erlaubt
statement-desk-may-publish = Die Stellungnahme darf veröffentlicht werden
statement-desk-may-publish-hint = Nur ankreuzen, wenn es darin steht oder Sie gefragt haben.
statement-desk-more = Mehr Zeilen für Personen und Ziele
statement-desk-more-signers = Weitere Unterzeichnende
statement-desk-name = Name
statement-desk-names-nobody = laut Angabe nicht genannt
statement-desk-names-unsaid = keine Angabe
statement-desk-nil = Fehlanzeige: keine Einwände
statement-desk-nil-about = Es bestehen keine Einwände.
statement-desk-nil-hint = Dann braucht es keinen Text und keine Anlage.
statement-desk-no-consent = Wer sie geschrieben hat, ist mit der Veröffentlichung nicht einverstanden.
statement-desk-no-files = Keine.
statement-desk-no-names = Die Stellungnahme nennt keine anderen Personen
statement-desk-no-names-hint = Nach der Angabe der Verfasser.
statement-desk-no-signers = Niemand ist genannt.
statement-desk-no-text = Kein Text. Alles steht in den Anlagen.
statement-desk-number = Nr. { $n }
statement-desk-older = Frühere Fassungen
statement-desk-older-about = Sie wurden ersetzt oder zurückgezogen. Sie bleiben aufbewahrt und zählen nicht.
statement-desk-organisation = Organisation ansehen
statement-desk-part = { $n }. Stelle
statement-desk-part-text = Text dazu
statement-desk-parts = Text zu einzelnen Zielen
statement-desk-party = Organisation
statement-desk-party-hint = Für eine Person oder eine unbekannte Organisation lassen Sie das Feld, wie es ist.
statement-desk-party-invited = Eingeladen
statement-desk-party-none = Person oder unbekannte Organisation
statement-desk-party-others = Nicht eingeladen
statement-desk-person = Stellungnahme einer Person
statement-desk-persons = Andere Personen
statement-desk-persons-text = Wer die Stellungnahme geschrieben hat, hat nicht bestätigt, dass sie keine anderen Personen nennt. Veröffentlichen Sie sie nur, wenn niemand erkennbar ist, der nicht gefragt wurde.
statement-desk-persons-title = Lesen Sie den Text auf Namen durch
statement-desk-postal = Anschrift
statement-desk-publication = Über die Veröffentlichung entscheiden
statement-desk-publication-hindered = Diese Stellungnahme kann nicht veröffentlicht werden
statement-desk-publication-not = Sie ist jetzt nicht veröffentlicht.
statement-desk-publication-now = Sie ist jetzt veröffentlicht.
statement-desk-publication-reason-hint = Der Grund wird festgehalten und bleibt in der Verwaltung.
statement-desk-publication-title = Sollen alle die Stellungnahme lesen können?
statement-desk-publish = Veröffentlichen
statement-desk-publish-hint = Alle lesen den Text auf der Seite der Beteiligung.
statement-desk-read = Stellungnahme lesen
statement-desk-reason = Grund
statement-desk-received = Eingegangen am
statement-desk-received-hint = Der Tag des Eingangsstempels, frühestens { $from }. Die allgemeine Frist geht bis { $until }.
statement-desk-refuse = Nicht zulassen
statement-desk-refuse-hint = Sie bleibt aufbewahrt und wird nicht abgewogen.
statement-desk-scan = Scan oder andere Dateien
statement-desk-scan-hint = PDF, DOCX, ODT, PNG oder JPEG, bis zu { $files } Dateien, zusammen bis { $mib } MB.
statement-desk-seen = Das lesen dann alle
statement-desk-signer = { $n }. Person
statement-desk-signers = Wer unterschreibt
statement-desk-text = Text
statement-desk-title = Stellungnahme Nr. { $n }
statement-desk-unconfirmed = Adresse noch nicht bestätigt
statement-desk-unseen = { $n ->
    [0] Namen und Adressen werden nicht gezeigt.
    [one] Namen, Adressen und die Anlage werden nicht gezeigt.
   *[other] Namen, Adressen und die { $n } Anlagen werden nicht gezeigt.
}
statement-desk-version = Fassung { $n }, eingegangen am { $day }
statement-desk-was-admitted = Trotz Verspätung zugelassen
statement-desk-was-kept-back = Nicht veröffentlicht
statement-desk-was-published = Veröffentlicht
statement-desk-was-refused = Nicht zugelassen
statement-desk-way = Wie und wann
statement-desk-what = Was darin steht
statement-desk-who = Von wem
statement-desk-whole = Zum Ganzen
statement-desk-whole-hint = Abgeschrieben, oder kurz, wenn ein Scan dabei ist.
statement-desk-written = Verfasst am
