# Texts in other languages. Sorted by key.
languages-approve = Approve and go on
languages-back = All languages
languages-back-consultation = To the consultation
languages-back-list = All texts in { $language }
languages-before = When it was translated, this stood here:
languages-changed = Read both texts, change the translation and approve it again. Until then everyone sees the old translation with a note.
languages-changed-title = The text has changed since it was translated
languages-choose = Which languages do you offer?
languages-choose-hint = Readers can switch between these languages and German. If you take a language away, its translations are kept.
languages-count = { $approved } of { $total } texts approved
languages-drafts = { $n ->
    [one] 1 draft
   *[other] { $n } drafts
}
languages-keep = Keep as a draft
languages-keep-hint = { $state ->
    [approved] Only the administration sees a draft. This translation will then no longer be public.
   *[other] Only the administration sees a draft.
}
languages-kind = { $kind ->
    [consultation] Consultation
    [survey] Survey
    [question] Question
   *[wording] Wording
}
languages-label = Read texts in
languages-lead = Texts that are not approved yet stand there in German and say so. The German wording is always the one that counts.
languages-part = { $part ->
    [title] Title
    [lead] Introduction
    [intro] Introduction
    [help] Help
    [option] Answer
    [item] Row
   *[text] Text
}
languages-progress = How far you are
languages-save = Save languages
languages-search = Text or place
languages-stale = { $n ->
    [one] 1 is out of date
   *[other] { $n } are out of date
}
languages-state = State
languages-title = Languages and plain German
languages-translate = Translate:
reading-mark-missing = only in German
reading-mark-missing-plain = not in plain German
reading-mark-older = translation out of date
reading-mark-older-plain = plain German out of date
reading-missing = This text has not been translated yet. It stands here in German.
reading-missing-plain = This text is not available in plain German yet. Here is the original wording.
reading-older = This translation belongs to an earlier wording. The German text has changed since.
reading-older-plain = This plain German text belongs to an earlier wording. The wording has changed since.
reading-plain = This is plain German. The original wording is the one that counts.
reading-translated = This is a translation. The German wording is the one that counts.
said-languages = The languages are saved.
said-translation-approved = Approved. Here is the next text.
said-translation-saved = The translation is saved.
translation-approved = approved
translation-draft = draft
translation-empty = Write a translation first.
translation-missing = missing
translation-part-missing = The translation is missing here. Without it you can only keep a draft.
translation-stale = out of date
