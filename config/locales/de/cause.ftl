# Warum eine Fassung etwas ändert.

cause-clarity = Verständlicher
cause-council = Beschluss des Rates
cause-heard = Rückmeldungen
cause-kind = Art des Anlasses
cause-law = Gesetz oder andere Behörde
cause-none-yet = Anlass fehlt
cause-reason = Begründung für alle
cause-reason-hint = Sie steht öffentlich neben der Änderung.
cause-rest-text = Ohne Anlass entsteht keine Fassung. Nennen Sie hier den Anlass für alle Änderungen, die noch keinen haben. Änderungen, die auf Beiträge zurückgehen, bearbeiten Sie besser einzeln.
cause-rest-title = { $n ->
    [one] Eine Änderung hat noch keinen Anlass
   *[other] { $n } Änderungen haben noch keinen Anlass
}
cause-spelling = Rechtschreibung
cause-structure = Aufbau und Nummern
error-cause-half = Nennen Sie die Art und die Begründung.
error-cause-missing = Nicht jede Änderung hat einen Anlass. Nennen Sie Art und Begründung für die übrigen.
