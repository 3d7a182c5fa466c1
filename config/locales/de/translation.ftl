# Texte in anderen Sprachen. Sortiert nach Schlüssel.
languages-label = Texte lesen auf
reading-missing = Dieser Text ist noch nicht übersetzt. Hier steht er auf Deutsch.
reading-older = Diese Übersetzung gehört zu einem älteren Wortlaut. Der deutsche Text hat sich seitdem geändert.
reading-translated = Das ist eine Übersetzung. Was gilt, ist der deutsche Wortlaut.
