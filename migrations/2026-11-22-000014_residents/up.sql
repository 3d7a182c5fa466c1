-- Accounts of residents: a confirmed address, under which somebody finds her receipt codes again and the mails she gets.
-- Days only, no clock times. Nothing that somebody answered points here, and nothing here points at it: the codes are
-- sealed with the installation's secret, and only whoever holds that and the row can say what a code opens.
-- address_hash: the same keyed hash as of subscriptions.
CREATE TABLE resident_accounts (
    id TEXT NOT NULL PRIMARY KEY,
    address TEXT NOT NULL,
    address_hash TEXT NOT NULL UNIQUE,
    lang TEXT NOT NULL,
    made_on DATE NOT NULL,
    -- The last day on which somebody came in.
    seen_on DATE NOT NULL
);

-- Links that work once. Without a resident it lets in whoever reads the mailbox, and makes the account when there is none;
-- with one it gives her this address. Gone within the hour, used or not.
CREATE TABLE resident_links (
    secret_hash TEXT NOT NULL PRIMARY KEY,
    resident_id TEXT REFERENCES resident_accounts (id),
    address TEXT NOT NULL,
    address_hash TEXT NOT NULL,
    lang TEXT NOT NULL,
    made_at TIMESTAMP NOT NULL,
    expires_at TIMESTAMP NOT NULL,
    used_at TIMESTAMP
);
CREATE INDEX resident_links_of_address ON resident_links (address_hash);
CREATE INDEX resident_links_of_resident ON resident_links (resident_id);
CREATE INDEX resident_links_by_time ON resident_links (made_at);

CREATE TABLE resident_sessions (
    secret_hash TEXT NOT NULL PRIMARY KEY,
    resident_id TEXT NOT NULL REFERENCES resident_accounts (id),
    started_at TIMESTAMP NOT NULL,
    seen_at TIMESTAMP NOT NULL
);
CREATE INDEX resident_sessions_of_resident ON resident_sessions (resident_id);
CREATE INDEX resident_sessions_begun ON resident_sessions (started_at);
CREATE INDEX resident_sessions_seen ON resident_sessions (seen_at);

-- Receipt codes somebody keeps in her account. code_hash is keyed with the account, so that it is neither the hash of the
-- participation nor the same in two accounts: it only says that this one has it already.
CREATE TABLE resident_codes (
    id TEXT NOT NULL PRIMARY KEY,
    resident_id TEXT NOT NULL REFERENCES resident_accounts (id),
    code_hash TEXT NOT NULL,
    sealed TEXT NOT NULL,
    kept_on DATE NOT NULL,
    UNIQUE (resident_id, code_hash)
);

-- A resident sees all mails she gets.
CREATE INDEX subscriptions_of_address ON subscriptions (address_hash);
