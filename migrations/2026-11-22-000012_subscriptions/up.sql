-- Who wants to hear by mail how a consultation goes on. Not a contribution: the address is kept because mails go there,
-- and the whole row goes when somebody unsubscribes. Links are derived from the id and the installation's secret, so
-- nothing here opens them. address_hash: a keyed hash, by which the same address is recognised.
-- pace: 'at_once', 'weekly'.
CREATE TABLE subscriptions (
    id TEXT NOT NULL PRIMARY KEY,
    consultation_id TEXT NOT NULL REFERENCES consultations (id) ON DELETE CASCADE,
    address TEXT NOT NULL,
    address_hash TEXT NOT NULL,
    lang TEXT NOT NULL,
    pace TEXT NOT NULL,
    asked_at TIMESTAMP NOT NULL,
    confirmed_at TIMESTAMP,
    mailed_at TIMESTAMP,
    UNIQUE (consultation_id, address_hash)
);
CREATE INDEX subscriptions_waiting ON subscriptions (confirmed_at, asked_at);

-- What a subscription has been told already: each occasion once, whoever of several processes comes first.
CREATE TABLE notices (
    subscription_id TEXT NOT NULL REFERENCES subscriptions (id) ON DELETE CASCADE,
    occasion TEXT NOT NULL,
    told_at TIMESTAMP NOT NULL,
    PRIMARY KEY (subscription_id, occasion)
);
CREATE INDEX notices_told ON notices (told_at);

-- Mails that anybody can cause by typing an address, for two days: so that nobody is flooded with them.
CREATE TABLE asked_mails (
    id TEXT NOT NULL PRIMARY KEY,
    address_hash TEXT NOT NULL,
    asked_at TIMESTAMP NOT NULL
);
CREATE INDEX asked_mails_of_address ON asked_mails (address_hash, asked_at);
CREATE INDEX asked_mails_by_time ON asked_mails (asked_at);

-- Where a mail program unsubscribes with one press (RFC 8058); none for mails nobody subscribes to.
ALTER TABLE outbox ADD COLUMN unsubscribe_url TEXT;
