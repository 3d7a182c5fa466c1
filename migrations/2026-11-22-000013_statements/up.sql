-- Statements: what organisations and persons hand in, each with its versions, files and submitters; the longer deadlines
-- that were granted; and what the administration decided about what came late and what is shown to everyone.
CREATE TABLE statements (
    id TEXT NOT NULL PRIMARY KEY,
    consultation_id TEXT NOT NULL REFERENCES consultations (id),
    organisation_id TEXT REFERENCES organisations (id),
    -- A person's own, opened by her receipt code.
    participation_id TEXT REFERENCES participations (id),
    -- Who writes online has one statement for a consultation: 'organisation:…:…' or 'person:…'. None for what the
    -- administration has entered.
    own_key TEXT UNIQUE,
    -- The form or the row of a table it came by; the same again is the same statement.
    entry_key TEXT UNIQUE,
    -- 'online', 'letter', 'mail', 'fax', 'minutes', 'import'.
    channel TEXT NOT NULL,
    -- Since it was first handed in.
    number INTEGER,
    made_at TIMESTAMP NOT NULL,
    made_by TEXT NOT NULL,
    UNIQUE (consultation_id, number)
);
CREATE INDEX statements_of_organisation ON statements (organisation_id, consultation_id);
CREATE INDEX statements_of_participation ON statements (participation_id);

-- What was written. A version that was handed in never changes; the newest that was handed in counts.
-- state: 'draft', 'released' (to the signatory), 'handed_in', 'withdrawn'.
CREATE TABLE statement_versions (
    id TEXT NOT NULL PRIMARY KEY,
    statement_id TEXT NOT NULL REFERENCES statements (id),
    n INTEGER NOT NULL,
    state TEXT NOT NULL,
    is_nil BOOLEAN NOT NULL,
    may_publish BOOLEAN NOT NULL,
    names_nobody BOOLEAN NOT NULL,
    -- The day on the letter.
    written_on DATE,
    saved_at TIMESTAMP NOT NULL,
    saved_by TEXT NOT NULL,
    handed_in_at TIMESTAMP,
    handed_in_by TEXT,
    -- The first instant that came too late for it, when it was handed in.
    deadline TIMESTAMP,
    withdrawn_at TIMESTAMP,
    UNIQUE (statement_id, n)
);

-- The text, as a whole (no element) or on single elements with the wording it was written on.
CREATE TABLE statement_parts (
    version_id TEXT NOT NULL REFERENCES statement_versions (id),
    position INTEGER NOT NULL,
    element_id TEXT REFERENCES elements (id),
    wording_id TEXT REFERENCES wordings (id),
    text TEXT NOT NULL,
    PRIMARY KEY (version_id, position)
);
CREATE INDEX parts_on_element ON statement_parts (element_id);

-- Who signs: one or several people.
CREATE TABLE statement_submitters (
    version_id TEXT NOT NULL REFERENCES statement_versions (id),
    position INTEGER NOT NULL,
    name TEXT NOT NULL,
    -- For whom she writes, when it is no organisation the town knows.
    behalf TEXT NOT NULL,
    email TEXT NOT NULL,
    postal_address TEXT NOT NULL,
    PRIMARY KEY (version_id, position)
);

-- Files of a version. The content lies in the data folder under its SHA-256.
CREATE TABLE statement_files (
    id TEXT NOT NULL PRIMARY KEY,
    version_id TEXT NOT NULL REFERENCES statement_versions (id),
    position INTEGER NOT NULL,
    sha256 TEXT NOT NULL,
    media TEXT NOT NULL,
    bytes BIGINT NOT NULL,
    name TEXT NOT NULL
);
CREATE INDEX files_of_version ON statement_files (version_id);
CREATE INDEX files_by_content ON statement_files (sha256);

-- Decisions of the administration; of each kind the newest counts.
-- kind: 'admission' ('admitted', 'refused') or 'publication' ('published', 'kept_back').
CREATE TABLE statement_decisions (
    id TEXT NOT NULL PRIMARY KEY,
    statement_id TEXT NOT NULL REFERENCES statements (id),
    kind TEXT NOT NULL,
    outcome TEXT NOT NULL,
    reason TEXT NOT NULL,
    made_at TIMESTAMP NOT NULL,
    made_by TEXT NOT NULL
);
CREATE INDEX decisions_of_statement ON statement_decisions (statement_id);

-- An organisation asks for a longer deadline. decision: 'granted', 'declined'; none while nobody has decided.
CREATE TABLE deadline_requests (
    id TEXT NOT NULL PRIMARY KEY,
    consultation_id TEXT NOT NULL REFERENCES consultations (id),
    organisation_id TEXT NOT NULL REFERENCES organisations (id),
    wished_for DATE NOT NULL,
    reason TEXT NOT NULL,
    made_at TIMESTAMP NOT NULL,
    made_by TEXT NOT NULL,
    decision TEXT,
    decision_reason TEXT,
    decided_at TIMESTAMP,
    decided_by TEXT
);
CREATE INDEX requests_of_consultation ON deadline_requests (consultation_id, organisation_id);

-- A longer deadline of one organisation, with or without its request. The latest counts, never an earlier one than everybody's.
CREATE TABLE deadline_grants (
    id TEXT NOT NULL PRIMARY KEY,
    consultation_id TEXT NOT NULL REFERENCES consultations (id),
    organisation_id TEXT NOT NULL REFERENCES organisations (id),
    closes_at TIMESTAMP NOT NULL,
    reason TEXT NOT NULL,
    made_at TIMESTAMP NOT NULL,
    made_by TEXT NOT NULL
);
CREATE INDEX grants_of_consultation ON deadline_grants (consultation_id, organisation_id);

-- Who was reminded of which deadline, how many days before: nobody twice.
CREATE TABLE deadline_reminders (
    consultation_id TEXT NOT NULL REFERENCES consultations (id),
    organisation_id TEXT NOT NULL REFERENCES organisations (id),
    closes_at TIMESTAMP NOT NULL,
    days_before INTEGER NOT NULL,
    sent_at TIMESTAMP NOT NULL,
    PRIMARY KEY (consultation_id, organisation_id, closes_at, days_before)
);
