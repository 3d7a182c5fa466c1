# Das Konto einer Einwohnerin, eines Einwohners. Sortiert nach Schlüssel.
error-codes-full = In Ihrem Konto liegen schon { $most } Codes. Nehmen Sie bitte zuerst einen heraus, den Sie nicht mehr brauchen.
error-erasure-sure = Setzen Sie bitte den Haken, wenn Sie Ihr Konto löschen möchten.
error-resident-busy = Gerade fordern sehr viele Menschen einen Link an. Versuchen Sie es bitte in einer Stunde noch einmal.
keep-button = In mein Konto legen
keep-hint = Mit einem Konto finden Sie alle Ihre Beiträge wieder, auch ohne den Code. Es braucht nur Ihre E-Mail-Adresse.
keep-hint-link = Anmelden oder Konto anlegen
keep-kept = Dieser Code liegt in Ihrem Konto.
keep-text = Dann finden Sie diesen Beitrag unter „Meine Beiträge“ wieder. Ihr Name und Ihre Adresse kommen nicht an den Beitrag.
keep-title = Wiederfinden
keep-to-account = Zu meinen Beiträgen
mail-resident-address-body =
    Guten Tag,

    jemand möchte diese Adresse für sein Konto bei { $portal } { $town } verwenden.

    Waren Sie das? Dann bestätigen Sie es bitte innerhalb von { $minutes } Minuten:
    { $url }

    Waren Sie es nicht? Dann müssen Sie nichts tun. Wir löschen diese Adresse wieder.

    --
    { $portal } { $town }
mail-resident-address-subject = Bitte bestätigen Sie Ihre neue E-Mail-Adresse
mail-resident-erased-body =
    Guten Tag,

    Ihr Konto ist gelöscht: Ihre Adresse, die Codes darin und die Nachrichten zu Beteiligungen.

    Was Sie beigetragen haben, bleibt unter den Codes Ihrer Quittungen. Damit können Sie es weiter ansehen und, solange die Beteiligung läuft, ändern oder zurückziehen.

    --
    { $portal } { $town }
    Das ist die letzte E-Mail, die wir Ihnen zu diesem Konto schicken.
mail-resident-erased-subject = Ihr Konto ist gelöscht
mail-resident-link-body =
    Guten Tag,

    mit diesem Link kommen Sie zu „Meine Beiträge“:
    { $url }

    Er gilt { $minutes } Minuten und nur einmal. Ein neues Konto entsteht erst, wenn Sie auf der Seite auf den Knopf drücken.

    Haben Sie keinen Link angefordert? Dann müssen Sie nichts tun.

    --
    { $portal } { $town }
    Neuen Link anfordern: { $start }
mail-resident-link-subject = Ihr Link zu „Meine Beiträge“
mail-resident-moved-body =
    Guten Tag,

    Ihr Konto „Meine Beiträge“ hat jetzt eine andere E-Mail-Adresse. An diese hier schicken wir nichts mehr.

    Waren Sie das nicht? Dann hatte jemand Zugang zu Ihrem Konto. Geben Sie uns bitte gleich Bescheid.

    --
    { $portal } { $town }
mail-resident-moved-subject = Ihre E-Mail-Adresse wurde geändert
my-account = Ihr Konto
my-account-text = Ihr Konto weiß, welche Codes Sie hineingelegt haben. Die Beiträge selbst wissen nichts von Ihrem Konto.
my-add = Einen Code hineinlegen
my-add-button = Hineinlegen
my-add-most = Bis zu { $most } Codes haben Platz.
my-address = E-Mail-Adresse
my-address-ask = Bestätigung anfordern
my-address-button = Ja, das ist meine Adresse
my-address-done = Ihre neue Adresse gilt
my-address-done-text = Ab jetzt schreiben wir an { $address }. Auch Ihre Nachrichten zu Beteiligungen kommen dorthin.
my-address-gone-text = Er galt nur kurz und nur einmal. In den Einstellungen Ihres Kontos fordern Sie einen neuen an.
my-address-hint = Dorthin schicken wir einen Link. Ein Passwort brauchen Sie nicht.
my-address-lead = Dann kommen Sie künftig mit { $address } in Ihr Konto.
my-address-new = Neue E-Mail-Adresse
my-address-new-hint = Sie gilt erst, wenn Sie den Link in der E-Mail an diese Adresse bestätigt haben.
my-address-now = Zur Zeit: { $address }
my-address-sent = Sehen Sie bitte in Ihr neues Postfach
my-address-sent-text = Bestätigen Sie die neue Adresse innerhalb von 30 Minuten. Bis dahin gilt die bisherige.
my-address-taken = Diese Adresse gehört schon zu einem Konto
my-address-taken-text = Mit { $address } gibt es schon ein Konto. Löschen Sie es zuerst, wenn Sie die Adresse hier verwenden möchten.
my-address-title = Ist das Ihre neue Adresse?
my-by-account = Mit Konto
my-by-account-text = Geben Sie Ihre E-Mail-Adresse ein. Wenn Sie noch kein Konto haben, legen Sie damit eines an.
my-by-code = Mit Code
my-by-code-link = Code eingeben
my-by-code-text = Ein Konto ist freiwillig. Mit dem Code Ihrer Quittung sehen und ändern Sie Ihren Beitrag auch so.
my-change = Ansehen, ändern, zurückziehen
my-code-begins = Code { $begin } …
my-comments-wait = { $n ->
        [one] einer wartet auf Freigabe
       *[other] { $n } warten auf Freigabe
    }
my-data-json = Alles als JSON, für Programme
my-data-readable = Alles als Textdatei
my-data-text = Nehmen Sie alles mit: Ihr Konto, Ihre Nachrichten und was unter Ihren Codes gespeichert ist.
my-end = Konto löschen
my-end-text = Sie sehen vorher, was gelöscht wird und was bleibt.
my-enter = Willkommen zurück
my-enter-apart = Ihre Beiträge bleiben ohne Namen: An ihnen steht nichts von Ihrem Konto.
my-enter-end = Sie können Ihr Konto jederzeit löschen.
my-enter-keeps = Wir speichern Ihre E-Mail-Adresse und verschlüsselt die Codes, die Sie hineinlegen.
my-enter-lead = Sie melden sich an als { $address }.
my-enter-new = Konto anlegen
my-enter-new-button = Konto anlegen und anmelden
my-enter-new-lead = Für { $address } gibt es noch kein Konto. Möchten Sie eines anlegen?
my-enter-text = Der Link gilt nur einmal. Wenn Sie an einem fremden Gerät sitzen, melden Sie sich danach bitte ab.
my-erase = Konto löschen
my-erase-address = Ihre E-Mail-Adresse { $address }
my-erase-button = Konto endgültig löschen
my-erase-codes = { $n ->
        [0] die Codes, die in Ihrem Konto liegen (zur Zeit keine)
        [one] der Code, der in Ihrem Konto liegt
       *[other] die { $n } Codes, die in Ihrem Konto liegen
    }
my-erase-goes = Das wird gelöscht
my-erase-mails = { $n ->
        [0] Ihre Nachrichten zu Beteiligungen (zur Zeit keine)
        [one] Ihre Nachrichten zu einer Beteiligung
       *[other] Ihre Nachrichten zu { $n } Beteiligungen
    }
my-erase-stays = Das bleibt
my-erase-stays-text = Was Sie beigetragen haben, bleibt unter den Codes. Möchten Sie auch das löschen? Dann ziehen Sie es zuerst zurück, solange die Beteiligung läuft.
my-erase-sure = Ja, ich möchte mein Konto löschen. Das lässt sich nicht rückgängig machen.
my-erase-withdraw = Zuerst Beiträge zurückziehen
my-erase-write-down = Schreiben Sie sich die Codes auf. Ohne sie kommen Sie danach nicht mehr an Ihre Beiträge.
my-kept-on = Hineingelegt am { $day }
my-language = Sprache Ihrer E-Mails
my-language-hint = Für alle E-Mails: Links zu Ihrem Konto und Nachrichten zu Beteiligungen.
my-lead = Alles, was Sie beigetragen haben, auf einer Seite.
my-link-again = Neuen Link anfordern
my-link-button = Link anfordern
my-link-gone = Dieser Link gilt nicht mehr
my-link-gone-text = Links gelten { $minutes } Minuten und nur einmal.
my-look = Ansehen
my-lost = Nicht mehr da
my-lost-one = Unter diesem Code ist nichts mehr gespeichert.
my-lost-sealed = Ein Code, den wir nicht mehr lesen können
my-lost-text = Unter diesen Codes ist nichts mehr gespeichert. Sie können sie herausnehmen.
my-none = Noch keine Beiträge in Ihrem Konto
my-none-button = Den Knopf drücken.
my-none-button-text = Auf jeder Quittung steht „In mein Konto legen“, wenn Sie hier angemeldet sind.
my-none-code = Oder einen Code eingeben.
my-none-code-text = Sie haben schon eine Quittung? Geben Sie ihren Code unten ein.
my-none-text = Wenn Sie bei einer Beteiligung etwas abschicken, bekommen Sie eine Quittung mit einem Code. So kommt sie hierher:
my-none-why = Von selbst kommt nichts hierher: Wir wissen nicht, welche Beiträge Ihre sind.
my-nothing-yet = Hier ist noch nichts abgeschickt.
my-notice-at-once = Sie bekommen Nachrichten, sobald sich etwas tut.
my-notice-off = Keine Nachrichten
my-notice-off-button = Ausschalten
my-notice-on-button = Einschalten
my-notice-waiting = Angemeldet, aber noch nicht bestätigt.
my-notice-weekly = Sie bekommen Nachrichten einmal in der Woche.
my-notices = Nachrichten per E-Mail
my-notices-none = Zur Zeit gibt es keine Beteiligung, zu der Nachrichten kommen können.
my-notices-text = Wenn sich etwas tut, vor dem Ende einer Frist und wenn Ergebnisse da sind.
my-over = Sie waren zu lange weg
my-over-since = Letzter Tag war { $day }
my-over-text = Melden Sie sich bitte noch einmal an. Abgeschickt ist nichts. Was Sie eingegeben hatten, steht hier zum Mitnehmen.
my-privacy = Ihre Adresse nutzen wir für Ihr Konto und für Nachrichten, die Sie selbst einschalten. Mit Ihren Antworten wird sie nicht verbunden.
my-remove = Herausnehmen
my-remove-button = Herausnehmen
my-remove-lead = Ihr Beitrag bleibt, wie er ist. Sie finden ihn dann nur noch mit dem Code.
my-remove-text = Schreiben Sie ihn sich auf. Damit können Sie ihn auch jederzeit wieder hineinlegen.
my-remove-title = Code aus dem Konto nehmen?
my-sent = Sehen Sie bitte in Ihr Postfach
my-sent-again = Noch einmal anfordern
my-sent-lead = Wir haben Ihnen einen Link geschickt. Er gilt 30 Minuten.
my-sent-text = Keine E-Mail angekommen? Sehen Sie auch unter Spam nach. An dieselbe Adresse schicken wir höchstens fünf Links in der Stunde.
my-settings = Einstellungen
my-signed-in = Angemeldet als { $address }
my-title = Meine Beiträge
my-to-account = Zu meinen Beiträgen
my-until = Bis { $day }
nav-my = Meine Beiträge
resident-data-address = Konto: { $address }
resident-data-code = Code { $code }
resident-data-language = Sprache der E-Mails: { $language }
resident-data-made = Angelegt am { $made }
resident-data-seen = Zuletzt angemeldet am { $seen }
said-code-kept = Der Code liegt jetzt in Ihrem Konto.
said-code-known = Dieser Code liegt schon in Ihrem Konto.
said-code-removed = Der Code ist nicht mehr in Ihrem Konto.
said-codes-full = Ihr Konto ist voll. Nehmen Sie zuerst einen Code heraus.
said-notices-off = Sie bekommen dazu keine Nachrichten mehr.
said-notices-on = Sie bekommen jetzt Nachrichten dazu.
said-resident-erased = Ihr Konto ist gelöscht. Wir haben es Ihnen per E-Mail bestätigt.
said-resident-first = Melden Sie sich bitte zuerst an. Danach können Sie den Code in Ihr Konto legen.
said-resident-saved = Gespeichert.
