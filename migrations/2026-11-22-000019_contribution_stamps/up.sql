-- When the words of a contribution were taken over. A corrected text is taken over anew: what the machine has learned of the words before does
-- not count any more.
ALTER TABLE contributions ADD COLUMN taken_at TIMESTAMP;
CREATE INDEX contributions_taken ON contributions (consultation_id, taken_at);
