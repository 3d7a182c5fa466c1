### Seiten, die überall vorkommen können: Fehler und Wartezeiten.

error-reference = Wenn Sie uns schreiben, nennen Sie bitte diese Nummer: { $reference }
error-home = Zur Startseite

error-not-found-title = Diese Seite gibt es nicht
error-not-found-text = Vielleicht fehlt in der Adresse ein Zeichen. Oder die Seite ist umgezogen. Auf der Startseite finden Sie alle Beteiligungen.
error-gone-title = Diese Seite gibt es nicht mehr
error-gone-text = Was hier stand, wurde zurückgezogen oder gelöscht.
error-forbidden-title = Das konnten wir nicht annehmen
error-forbidden-text = Das Formular passt nicht zu dieser Seite. Ihre Eingaben sind noch da: Gehen Sie im Browser zurück und kopieren Sie längere Texte. Laden Sie die Seite dann neu und senden Sie noch einmal.
error-too-large-title = Das ist zu viel auf einmal
error-too-large-text = Ein Formular darf höchstens { $limit } Kilobyte groß sein. Gehen Sie im Browser zurück und kürzen Sie Ihren Text.
error-bad-request-title = Das haben wir nicht verstanden
error-bad-request-text = Ihr Browser hat etwas gesendet, das wir nicht lesen können. Gehen Sie zurück, laden Sie die Seite neu und versuchen Sie es noch einmal.
error-unprocessable-title = So geht es nicht weiter
error-method-title = So lässt sich diese Seite nicht öffnen
error-method-text = Diese Adresse nimmt nur ein Formular an. Gehen Sie im Browser zurück und senden Sie es noch einmal.
error-timeout-title = Das hat zu lange gedauert
error-timeout-text = Die Verbindung war zu langsam. Gehen Sie im Browser zurück und senden Sie noch einmal. Ihr Text ist dort noch da.
error-too-many-title = Bitte warten Sie kurz
error-too-many-text = { $seconds ->
    [one] Von Ihrem Anschluss kamen gerade sehr viele Anfragen. Versuchen Sie es in einer Sekunde noch einmal. Ihr Text ist noch da, wenn Sie im Browser zurückgehen.
   *[other] Von Ihrem Anschluss kamen gerade sehr viele Anfragen. Versuchen Sie es in { $seconds } Sekunden noch einmal. Ihr Text ist noch da, wenn Sie im Browser zurückgehen.
 }
error-busy-title = Gerade ist viel los
error-busy-text = Im Moment können wir Ihre Anfrage nicht bearbeiten. Versuchen Sie es gleich noch einmal. Es ist nichts verloren gegangen, was wir Ihnen bestätigt haben.
error-internal-title = Bei uns ist etwas schiefgegangen
error-internal-text = Das war nicht Ihr Fehler. Versuchen Sie es bitte später noch einmal. Es ist nichts verloren gegangen, was wir Ihnen bestätigt haben.
