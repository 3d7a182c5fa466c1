-- Strategy documents: an element keeps its identity through all editions, a wording never changes.
CREATE TABLE strategies (
    id TEXT NOT NULL PRIMARY KEY,
    slug TEXT NOT NULL UNIQUE,
    title TEXT NOT NULL,
    created_at TIMESTAMP NOT NULL
);

CREATE TABLE elements (
    id TEXT NOT NULL PRIMARY KEY,
    strategy_id TEXT NOT NULL REFERENCES strategies (id),
    key TEXT NOT NULL,
    kind TEXT NOT NULL,
    UNIQUE (strategy_id, key)
);

CREATE TABLE wordings (
    id TEXT NOT NULL PRIMARY KEY,
    element_id TEXT NOT NULL REFERENCES elements (id),
    number TEXT,
    title TEXT NOT NULL,
    text TEXT NOT NULL,
    created_at TIMESTAMP NOT NULL
);
CREATE INDEX wordings_of_element ON wordings (element_id);

CREATE TABLE editions (
    id TEXT NOT NULL PRIMARY KEY,
    strategy_id TEXT NOT NULL REFERENCES strategies (id),
    number INTEGER NOT NULL,
    name TEXT NOT NULL,
    created_at TIMESTAMP NOT NULL,
    created_by TEXT NOT NULL,
    UNIQUE (strategy_id, number)
);

CREATE TABLE edition_elements (
    edition_id TEXT NOT NULL REFERENCES editions (id),
    position INTEGER NOT NULL,
    element_id TEXT NOT NULL REFERENCES elements (id),
    wording_id TEXT NOT NULL REFERENCES wordings (id),
    parent_id TEXT REFERENCES elements (id),
    PRIMARY KEY (edition_id, position),
    UNIQUE (edition_id, element_id)
);

-- What an edition did to the one before: added, reworded, renumbered, moved, retired.
CREATE TABLE edition_changes (
    edition_id TEXT NOT NULL REFERENCES editions (id),
    position INTEGER NOT NULL,
    element_id TEXT NOT NULL REFERENCES elements (id),
    change TEXT NOT NULL,
    PRIMARY KEY (edition_id, position)
);

CREATE TABLE edition_publications (
    edition_id TEXT NOT NULL PRIMARY KEY REFERENCES editions (id),
    published_at TIMESTAMP NOT NULL,
    published_by TEXT NOT NULL
);

-- Consultations: one edition laid open, strands with windows of their own, and what happens afterwards.
CREATE TABLE consultations (
    id TEXT NOT NULL PRIMARY KEY,
    slug TEXT NOT NULL UNIQUE,
    edition_id TEXT NOT NULL REFERENCES editions (id),
    title TEXT NOT NULL,
    lead TEXT NOT NULL,
    contact TEXT,
    releases_comments BOOLEAN NOT NULL,
    created_at TIMESTAMP NOT NULL,
    created_by TEXT NOT NULL
);

CREATE TABLE consultation_publications (
    consultation_id TEXT NOT NULL PRIMARY KEY REFERENCES consultations (id),
    published_at TIMESTAMP NOT NULL,
    published_by TEXT NOT NULL
);

CREATE TABLE tracks (
    id TEXT NOT NULL PRIMARY KEY,
    consultation_id TEXT NOT NULL REFERENCES consultations (id),
    position INTEGER NOT NULL,
    kind TEXT NOT NULL,
    UNIQUE (consultation_id, kind)
);

-- The newest window of a track counts; a changed deadline is a new row with its reason.
CREATE TABLE track_windows (
    id TEXT NOT NULL PRIMARY KEY,
    track_id TEXT NOT NULL REFERENCES tracks (id),
    opens_at TIMESTAMP NOT NULL,
    closes_at TIMESTAMP NOT NULL,
    reason TEXT,
    set_at TIMESTAMP NOT NULL,
    set_by TEXT NOT NULL,
    CHECK (opens_at < closes_at)
);
CREATE INDEX windows_of_track ON track_windows (track_id, id);

CREATE TABLE milestones (
    consultation_id TEXT NOT NULL REFERENCES consultations (id),
    position INTEGER NOT NULL,
    kind TEXT NOT NULL,
    from_day DATE NOT NULL,
    until_day DATE,
    title TEXT NOT NULL,
    note TEXT NOT NULL,
    PRIMARY KEY (consultation_id, position)
);

-- Surveys. Question ids are small integers, because millions of answers hang on them.
CREATE TABLE surveys (
    id TEXT NOT NULL PRIMARY KEY,
    consultation_id TEXT NOT NULL REFERENCES consultations (id),
    slug TEXT NOT NULL,
    position INTEGER NOT NULL,
    element_id TEXT REFERENCES elements (id),
    is_profile BOOLEAN NOT NULL,
    title TEXT NOT NULL,
    intro TEXT NOT NULL,
    UNIQUE (consultation_id, slug)
);

CREATE TABLE questions (
    id INTEGER NOT NULL PRIMARY KEY,
    survey_id TEXT NOT NULL REFERENCES surveys (id),
    key TEXT NOT NULL,
    position INTEGER NOT NULL,
    kind TEXT NOT NULL,
    element_id TEXT REFERENCES elements (id),
    wording_id TEXT REFERENCES wordings (id),
    text TEXT NOT NULL,
    help TEXT NOT NULL,
    is_required BOOLEAN NOT NULL,
    UNIQUE (survey_id, key)
);

-- axis 'option': what can be chosen; axis 'item': the rows of a scale.
CREATE TABLE question_options (
    question_id INTEGER NOT NULL REFERENCES questions (id),
    axis TEXT NOT NULL,
    code INTEGER NOT NULL,
    key TEXT NOT NULL,
    label TEXT NOT NULL,
    PRIMARY KEY (question_id, axis, code),
    UNIQUE (question_id, axis, key)
);

-- One person's contributions to one consultation. Only a keyed hash of the receipt code is kept, and days, no clock time.
CREATE TABLE participations (
    id TEXT NOT NULL PRIMARY KEY,
    consultation_id TEXT NOT NULL REFERENCES consultations (id),
    secret_hash TEXT UNIQUE,
    channel TEXT NOT NULL,
    started_on DATE NOT NULL,
    submitted_on DATE,
    withdrawn_on DATE
);
CREATE INDEX participations_of_consultation ON participations (consultation_id, submitted_on);

-- What a person has typed so far; nobody but she reads it.
CREATE TABLE drafts (
    participation_id TEXT NOT NULL REFERENCES participations (id),
    question_id INTEGER NOT NULL REFERENCES questions (id),
    answer TEXT NOT NULL,
    PRIMARY KEY (participation_id, question_id)
);

CREATE TABLE import_batches (
    id TEXT NOT NULL PRIMARY KEY,
    survey_id TEXT NOT NULL REFERENCES surveys (id),
    sha256 TEXT NOT NULL,
    channel TEXT NOT NULL,
    questionnaires BIGINT NOT NULL,
    imported_at TIMESTAMP NOT NULL,
    imported_by TEXT NOT NULL,
    UNIQUE (survey_id, sha256)
);

-- A submitted questionnaire: at most one per person and survey.
CREATE TABLE questionnaires (
    id TEXT NOT NULL PRIMARY KEY,
    survey_id TEXT NOT NULL REFERENCES surveys (id),
    participation_id TEXT NOT NULL REFERENCES participations (id),
    channel TEXT NOT NULL,
    received_on DATE NOT NULL,
    batch_id TEXT REFERENCES import_batches (id),
    UNIQUE (participation_id, survey_id)
);
CREATE INDEX questionnaires_of_survey ON questionnaires (survey_id);

-- part: the chosen option of a multiple choice, the row of a scale, else 0. code: mark, option, scale point, number.
CREATE TABLE answers (
    questionnaire_id TEXT NOT NULL REFERENCES questionnaires (id),
    question_id INTEGER NOT NULL REFERENCES questions (id),
    part INTEGER NOT NULL,
    code INTEGER,
    text TEXT,
    PRIMARY KEY (questionnaire_id, question_id, part)
);
CREATE INDEX answers_of_question ON answers (question_id);

-- A free text the administration has released for reading by everyone.
CREATE TABLE text_releases (
    question_id INTEGER NOT NULL REFERENCES questions (id),
    questionnaire_id TEXT NOT NULL REFERENCES questionnaires (id),
    released_at TIMESTAMP NOT NULL,
    released_by TEXT NOT NULL,
    PRIMARY KEY (question_id, questionnaire_id)
);
CREATE INDEX releases_of_questionnaire ON text_releases (questionnaire_id);

-- Running counts, kept in the transaction of each submission; `trialog verify` recounts them from the rows.
CREATE TABLE tallies (
    question_id INTEGER NOT NULL REFERENCES questions (id),
    part INTEGER NOT NULL,
    code INTEGER NOT NULL,
    n BIGINT NOT NULL,
    PRIMARY KEY (question_id, part, code)
);

CREATE TABLE survey_days (
    survey_id TEXT NOT NULL REFERENCES surveys (id),
    day DATE NOT NULL,
    channel TEXT NOT NULL,
    n BIGINT NOT NULL,
    PRIMARY KEY (survey_id, day, channel)
);

CREATE TABLE headcounts (
    consultation_id TEXT NOT NULL REFERENCES consultations (id),
    day DATE NOT NULL,
    channel TEXT NOT NULL,
    n BIGINT NOT NULL,
    PRIMARY KEY (consultation_id, day, channel)
);

-- Published results are a frozen copy with its checksum; the public never reads running figures.
CREATE TABLE result_publications (
    id TEXT NOT NULL PRIMARY KEY,
    consultation_id TEXT NOT NULL REFERENCES consultations (id),
    number INTEGER NOT NULL,
    published_at TIMESTAMP NOT NULL,
    published_by TEXT NOT NULL,
    sha256 TEXT NOT NULL,
    body TEXT NOT NULL,
    UNIQUE (consultation_id, number)
);

-- Every act that changes what people rely on. Rows are added, never changed.
CREATE TABLE journal (
    id TEXT NOT NULL PRIMARY KEY,
    at TIMESTAMP NOT NULL,
    actor TEXT NOT NULL,
    act TEXT NOT NULL,
    subject TEXT NOT NULL,
    detail TEXT NOT NULL
);
CREATE INDEX journal_of_subject ON journal (subject, id);

-- What this installation knows about itself, e.g. that it holds the demo town.
CREATE TABLE installation (
    key TEXT NOT NULL PRIMARY KEY,
    value TEXT NOT NULL
);
