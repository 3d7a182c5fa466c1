-- Where the receipts of a statement go: an address gets nothing that somebody typed before whoever reads there has said so.
CREATE TABLE statement_addresses (
    statement_id TEXT NOT NULL REFERENCES statements (id),
    -- In small letters.
    email TEXT NOT NULL,
    lang TEXT NOT NULL,
    -- Keyed hash of the secret in the last link.
    secret_hash TEXT NOT NULL UNIQUE,
    -- When the last link went out; none while too many mails were on their way.
    asked_at TIMESTAMP,
    confirmed_at TIMESTAMP,
    PRIMARY KEY (statement_id, email)
);

-- The day on which the person who wrote it had everything in it taken away.
ALTER TABLE statements ADD COLUMN erased_on DATE;

-- About what a mail is, so that it goes when that goes.
ALTER TABLE outbox ADD COLUMN about TEXT;
-- Whether somebody sits and waits for it; such mails leave before all others.
ALTER TABLE outbox ADD COLUMN is_awaited BOOLEAN;
CREATE INDEX outbox_about ON outbox (about);
