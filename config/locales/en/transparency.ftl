# The check list: what it is, how to check, what it cannot show. Sorted by key.
log-check-keep = Keep today's checkpoint if you want to see later that nothing was changed: a new list has to begin with the old one.
log-check-link = To your receipt
log-check-receipt = On your receipt there is a file called “proof”. It holds what you handed in, and what you need to check it.
log-check-title = How to check for yourself
log-check-tool = Do not check on this website but with the checking program (verify.py or verify.html) that comes with the software. It needs no internet and asks nobody.
log-file-checkpoint = Checkpoint
log-file-checkpoint-about = the signed state of the list
log-file-entries = All lines
log-file-entries-about = one line for each act, as text
log-how-batch = New lines are added hourly, mixed and several at a time where possible: their place does not tell whose a contribution is or when exactly it came. Your line is in the list on the next day at the latest.
log-how-gone = When a contribution is taken back or erased, a line is added that says so. The content and your key to it disappear; the old line is then nothing but a random number.
log-how-line = Each questionnaire, each comment and each statement gets a line, each correction another one. Lines are never changed and never removed.
log-how-secret = The line does not hold what you wrote but a checksum. Only the key in your proof can show that it belongs to your words.
log-how-title = What is in the list
log-key-about = With this key the town signs each state of the list. Compare the fingerprint with the one that the town has published elsewhere.
log-key-programs = The key for checking programs:
log-key-title = The town's key
log-lead = In this list each contribution has a line. Whoever has a receipt can check that her own contribution is there unchanged and was counted.
log-limits-invented = that the town invents no contributions. But everyone sees how many there are, and that none are added after the evaluation.
log-limits-once = that nobody took part twice. Surveys without an access code are open to everyone.
log-limits-show = that everybody is shown the same list. That only shows when several people compare their checkpoints.
log-limits-title = What the list cannot show
log-results = It stands in the check list with the number of questionnaires.
log-state-empty = There is no line in the list yet.
log-state-size = { $n ->
    [one] One line, signed on { $at }.
   *[other] { $n } lines, signed on { $at }.
}
log-state-title = The list today
log-title = Check list
receipt-proof = Proof to check
receipt-proof-about = By tomorrow at the latest your contribution is in the public check list with a checksum. With the proof you can check without us that it is there unchanged.
receipt-proof-file = proof
