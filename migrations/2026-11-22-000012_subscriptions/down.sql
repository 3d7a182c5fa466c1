ALTER TABLE outbox DROP COLUMN unsubscribe_url;
DROP TABLE asked_mails;
DROP TABLE notices;
DROP TABLE subscriptions;
