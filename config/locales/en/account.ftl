# Accounts and roles. Sorted by key.
role-admin = Administration
role-admin-about = Manages accounts, roles and settings. Reads the journal.
role-councillor = Council
role-councillor-about = Sees what was released to the council.
role-editor = Editing
role-editor-about = Writes editions, sets up consultations and surveys, publishes.
role-evaluator = Evaluation
role-evaluator-about = Reads single answers and running results. Enters paper forms.
role-moderator = Release
role-moderator-about = Releases texts, hides them with a reason, or blacks out names.
