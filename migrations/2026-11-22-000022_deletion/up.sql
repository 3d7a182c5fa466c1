-- How long one consultation keeps what, where it differs from the town's options. months 0: kept.
CREATE TABLE retention_overrides (
    consultation_id TEXT NOT NULL REFERENCES consultations (id) ON DELETE CASCADE,
    class TEXT NOT NULL,
    months INTEGER NOT NULL,
    set_at TIMESTAMP NOT NULL,
    set_by TEXT NOT NULL,
    PRIMARY KEY (consultation_id, class),
    CHECK (months >= 0)
);

-- What was erased at somebody's wish, so that a restored backup can erase it again: a salted digest of an identity that exists nowhere
-- any more, the kind of thing it was, and the day.
CREATE TABLE erasures (
    digest TEXT NOT NULL PRIMARY KEY,
    kind TEXT NOT NULL,
    salt TEXT NOT NULL,
    erased_on DATE NOT NULL
);
