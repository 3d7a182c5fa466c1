-- What the council deliberates on: its bodies, the papers that come before them, the way of each paper through the
-- bodies, and the edition that came of a decision.
CREATE TABLE bodies (
    id TEXT NOT NULL PRIMARY KEY,
    name TEXT NOT NULL,
    -- In small letters, so that no two of one name are there.
    folded_name TEXT NOT NULL UNIQUE,
    short_name TEXT NOT NULL,
    -- 'council', 'committee', 'administration', 'advisory'.
    kind TEXT NOT NULL,
    position INTEGER NOT NULL,
    made_at TIMESTAMP NOT NULL,
    changed_at TIMESTAMP NOT NULL
);

-- Which councillors sit in which body: they see its steps that are not public.
CREATE TABLE body_members (
    body_id TEXT NOT NULL REFERENCES bodies (id),
    account_id TEXT NOT NULL REFERENCES accounts (id),
    PRIMARY KEY (body_id, account_id)
);
CREATE INDEX bodies_of_member ON body_members (account_id);

CREATE TABLE papers (
    id TEXT NOT NULL PRIMARY KEY,
    -- E.g. '354/20', 'I0264/09'.
    reference TEXT NOT NULL,
    folded_reference TEXT NOT NULL UNIQUE,
    -- 'decision', 'information', 'motion', 'question', 'position'.
    kind TEXT NOT NULL,
    subject TEXT NOT NULL,
    summary TEXT NOT NULL,
    office TEXT NOT NULL,
    -- Offices that sign too, one a line.
    co_offices TEXT NOT NULL,
    -- Who works on it.
    clerk TEXT NOT NULL,
    -- Whether everyone may read the name.
    names_clerk BOOLEAN NOT NULL,
    dated_on DATE NOT NULL,
    -- The edition it brings.
    edition_id TEXT REFERENCES editions (id),
    -- Counts up with every change, so that nobody overwrites what she has not seen.
    version INTEGER NOT NULL,
    made_at TIMESTAMP NOT NULL,
    made_by TEXT NOT NULL,
    -- Since when everyone may read it; none while it is a draft.
    published_at TIMESTAMP
);
CREATE INDEX papers_of_edition ON papers (edition_id);

-- One step of a paper's way. Public or not belongs to the step.
CREATE TABLE deliberations (
    id TEXT NOT NULL PRIMARY KEY,
    paper_id TEXT NOT NULL REFERENCES papers (id),
    body_id TEXT NOT NULL REFERENCES bodies (id),
    on_day DATE NOT NULL,
    -- Among the steps of one day.
    position INTEGER NOT NULL,
    -- 'hearing', 'preparation', 'recommendation', 'decision', 'information'.
    role TEXT NOT NULL,
    is_public BOOLEAN NOT NULL,
    -- 'agreed', 'amended', 'rejected', 'postponed', 'referred', 'withdrawn', 'noted'; none before the body has met.
    outcome TEXT,
    -- 'unanimous', 'majority', 'counted'.
    vote TEXT,
    yes INTEGER,
    no INTEGER,
    abstentions INTEGER,
    -- As the body decided it, word by word.
    wording TEXT NOT NULL,
    version INTEGER NOT NULL,
    -- Taken from the way; it can be put back.
    removed_at TIMESTAMP
);
CREATE INDEX deliberations_of_paper ON deliberations (paper_id);
CREATE INDEX deliberations_of_body ON deliberations (body_id);

-- Files of a paper. The content lies in the data folder under its SHA-256.
CREATE TABLE paper_files (
    id TEXT NOT NULL PRIMARY KEY,
    paper_id TEXT NOT NULL REFERENCES papers (id),
    position INTEGER NOT NULL,
    sha256 TEXT NOT NULL,
    media TEXT NOT NULL,
    bytes BIGINT NOT NULL,
    name TEXT NOT NULL
);
CREATE INDEX files_of_paper ON paper_files (paper_id);
CREATE INDEX paper_files_by_content ON paper_files (sha256);

-- What became of the edition a paper brought: the draft out of which the decided edition comes.
CREATE TABLE paper_decisions (
    paper_id TEXT NOT NULL PRIMARY KEY REFERENCES papers (id),
    deliberation_id TEXT NOT NULL REFERENCES deliberations (id),
    draft_id TEXT NOT NULL REFERENCES edition_drafts (id),
    made_at TIMESTAMP NOT NULL,
    made_by TEXT NOT NULL
);
CREATE INDEX decisions_of_draft ON paper_decisions (draft_id);

-- Everything that was ever readable for programs (OParl), with the digest of what it said: what is gone is remembered as
-- deleted, and nothing that was never public leaves a trace here.
CREATE TABLE council_traces (
    -- 'organization', 'meeting', 'agenda-item', 'paper', 'consultation', 'file'.
    kind TEXT NOT NULL,
    id TEXT NOT NULL,
    digest TEXT NOT NULL,
    created_at TIMESTAMP NOT NULL,
    changed_at TIMESTAMP NOT NULL,
    deleted_at TIMESTAMP,
    PRIMARY KEY (kind, id)
);
