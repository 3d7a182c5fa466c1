# Texts in other languages. Sorted by key.
languages-label = Read texts in
reading-missing = This text has not been translated yet. It stands here in German.
reading-older = This translation belongs to an earlier wording. The German text has changed since.
reading-translated = This is a translation. The German wording is the one that counts.
