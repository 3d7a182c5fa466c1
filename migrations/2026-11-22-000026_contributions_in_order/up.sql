-- The contributions of a consultation in the order of lists, so that a page of many thousands is read without sorting them.
CREATE INDEX contributions_in_order ON contributions (consultation_id, text_id);

-- Those whose words are not noted yet: the round beside the requests asks for them again and again.
CREATE INDEX contributions_new ON contributions (text_id) WHERE taken_at IS NULL;
