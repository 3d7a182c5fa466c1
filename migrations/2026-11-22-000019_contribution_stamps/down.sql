DROP INDEX contributions_taken;
ALTER TABLE contributions DROP COLUMN taken_at;
