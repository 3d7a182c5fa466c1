DROP INDEX outbox_about;
ALTER TABLE outbox DROP COLUMN is_awaited;
ALTER TABLE outbox DROP COLUMN about;
ALTER TABLE statements DROP COLUMN erased_on;
DROP TABLE statement_addresses;
