# Why an edition changes something.

cause-clarity = Clearer
cause-council = Decided by the council
cause-heard = Contributions
cause-kind = Kind of cause
cause-law = Law or another authority
cause-none-yet = No cause yet
cause-reason = Reason for everyone
cause-reason-hint = It stands beside the change for everyone to read.
cause-rest-text = Without a cause there is no edition. Name here the cause of all changes that have none yet. Changes that go back to contributions are better edited one by one.
cause-rest-title = { $n ->
    [one] One change has no cause yet
   *[other] { $n } changes have no cause yet
}
cause-spelling = Spelling
cause-structure = Structure and numbers
error-cause-half = Name the kind and the reason.
error-cause-missing = Not every change has a cause. Name kind and reason for the others.
