### Seiten, die überall vorkommen können: Fehler und Wartezeiten.

error-bad-request-text = Ihr Browser hat etwas gesendet, das wir nicht lesen können. Gehen Sie zurück, laden Sie die Seite neu und versuchen Sie es noch einmal.
error-bad-request-title = Das haben wir nicht verstanden
error-busy-text = Im Moment können wir Ihre Anfrage nicht bearbeiten. Versuchen Sie es gleich noch einmal. Es ist nichts verloren gegangen, was wir Ihnen bestätigt haben.
error-busy-title = Gerade ist viel los
error-forbidden-text = Das Formular passt nicht zu dieser Seite. Ihre Eingaben sind noch da: Gehen Sie im Browser zurück und kopieren Sie längere Texte. Laden Sie die Seite dann neu und senden Sie noch einmal.
error-forbidden-title = Das konnten wir nicht annehmen
error-gone-text = Was hier stand, wurde zurückgezogen oder gelöscht.
error-gone-title = Diese Seite gibt es nicht mehr
error-home = Zur Startseite
error-internal-text = Das war nicht Ihr Fehler. Versuchen Sie es bitte später noch einmal. Es ist nichts verloren gegangen, was wir Ihnen bestätigt haben.
error-internal-title = Bei uns ist etwas schiefgegangen
error-mails-busy = Gerade gehen sehr viele E-Mails hinaus. Versuchen Sie es bitte in einer Stunde noch einmal.
error-method-text = Diese Adresse nimmt nur ein Formular an. Gehen Sie im Browser zurück und senden Sie es noch einmal.
error-method-title = So lässt sich diese Seite nicht öffnen
error-not-found-text = Vielleicht fehlt in der Adresse ein Zeichen. Oder die Seite ist umgezogen. Auf der Startseite finden Sie alle Beteiligungen.
error-not-found-title = Diese Seite gibt es nicht
error-reference = Wenn Sie uns schreiben, nennen Sie bitte diese Nummer: { $reference }
error-timeout-text = Die Verbindung war zu langsam. Gehen Sie im Browser zurück und senden Sie noch einmal. Ihr Text ist dort noch da.
error-timeout-title = Das hat zu lange gedauert
error-too-large-file = Eine Datei darf höchstens { $limit } Kilobyte groß sein. Gehen Sie im Browser zurück und wählen Sie eine kleinere.
error-too-large-text = Ein Formular darf höchstens { $limit } Kilobyte groß sein. Gehen Sie im Browser zurück und kürzen Sie Ihren Text.
error-too-large-title = Das ist zu viel auf einmal
error-too-many-text = { $seconds ->
    [one] Von Ihrem Anschluss kamen gerade sehr viele Anfragen. Versuchen Sie es in einer Sekunde noch einmal. Ihr Text ist noch da, wenn Sie im Browser zurückgehen.
   *[other] Von Ihrem Anschluss kamen gerade sehr viele Anfragen. Versuchen Sie es in { $seconds } Sekunden noch einmal. Ihr Text ist noch da, wenn Sie im Browser zurückgehen.
 }
error-too-many-title = Bitte warten Sie kurz
error-typed-once = Gezählt wird nur einmal, auch wenn sie doch schon angekommen sind.
error-typed-text = Wir können nicht bestätigen, dass sie gespeichert sind. Bitte senden Sie sie noch einmal ab.
error-typed-title = Ihre Angaben sind noch da
error-unprocessable-title = So geht es nicht weiter
said-mail-not-sent = Erledigt. Eine E-Mail konnten wir dazu nicht schicken: Gerade gehen zu viele hinaus. Versuchen Sie es in einer Stunde noch einmal, wenn Sie eine brauchen.
