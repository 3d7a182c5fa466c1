# Konten und Rollen. Sortiert nach Schlüssel.
role-admin = Administration
role-admin-about = Verwaltet Konten, Rollen und Einstellungen. Liest das Protokoll.
role-councillor = Gemeinderat
role-councillor-about = Sieht, was für den Gemeinderat freigegeben ist.
role-editor = Redaktion
role-editor-about = Schreibt Fassungen, richtet Beteiligungen und Umfragen ein, veröffentlicht.
role-evaluator = Auswertung
role-evaluator-about = Liest die einzelnen Antworten und laufende Ergebnisse. Trägt Papierbögen ein.
role-moderator = Freigabe
role-moderator-about = Gibt Texte frei, verbirgt sie mit Grund oder schwärzt Namen.
