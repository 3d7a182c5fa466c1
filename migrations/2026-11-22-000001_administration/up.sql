-- Accounts of the administration and the council. A person signs in with a password and a second factor, or through the
-- town's own identity provider.
CREATE TABLE accounts (
    id TEXT NOT NULL PRIMARY KEY,
    email TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL,
    password_hash TEXT,
    -- The second factor's secret is derived from this and the installation's secret; it is never stored itself.
    factor_seed TEXT,
    -- The last time step whose code was used: a code counts once.
    factor_step BIGINT,
    oidc_subject TEXT UNIQUE,
    created_at TIMESTAMP NOT NULL,
    created_by TEXT NOT NULL,
    disabled_at TIMESTAMP
);

CREATE TABLE account_roles (
    account_id TEXT NOT NULL REFERENCES accounts (id),
    role TEXT NOT NULL,
    granted_at TIMESTAMP NOT NULL,
    granted_by TEXT NOT NULL,
    PRIMARY KEY (account_id, role)
);

-- Links that work once: an invitation, a new password, the first admin (without an account). Only a keyed hash is kept.
CREATE TABLE account_links (
    secret_hash TEXT NOT NULL PRIMARY KEY,
    account_id TEXT REFERENCES accounts (id),
    purpose TEXT NOT NULL,
    made_at TIMESTAMP NOT NULL,
    made_by TEXT NOT NULL,
    expires_at TIMESTAMP NOT NULL,
    used_at TIMESTAMP
);
CREATE INDEX links_of_account ON account_links (account_id);

CREATE TABLE recovery_codes (
    account_id TEXT NOT NULL REFERENCES accounts (id),
    code_hash TEXT NOT NULL,
    used_at TIMESTAMP,
    PRIMARY KEY (account_id, code_hash)
);

-- stage: 'password' (the second factor is missing), 'full'.
CREATE TABLE sessions (
    secret_hash TEXT NOT NULL PRIMARY KEY,
    account_id TEXT NOT NULL REFERENCES accounts (id),
    stage TEXT NOT NULL,
    started_at TIMESTAMP NOT NULL,
    seen_at TIMESTAMP NOT NULL
);
CREATE INDEX sessions_of_account ON sessions (account_id);

-- Mails leave from here: written in the transaction of the act that causes them, sent by a worker, body removed afterwards.
CREATE TABLE outbox (
    id TEXT NOT NULL PRIMARY KEY,
    kind TEXT NOT NULL,
    recipient TEXT NOT NULL,
    subject TEXT NOT NULL,
    body TEXT NOT NULL,
    created_at TIMESTAMP NOT NULL,
    due_at TIMESTAMP NOT NULL,
    attempts INTEGER NOT NULL,
    sent_at TIMESTAMP,
    given_up_at TIMESTAMP,
    last_error TEXT
);
CREATE INDEX outbox_due ON outbox (sent_at, given_up_at, due_at);

-- Pages of the town itself: imprint, privacy, accessibility and the like. state: draft, public, withdrawn. Of a page and a
-- language the newest public version is shown, unless it was withdrawn afterwards.
CREATE TABLE page_versions (
    id TEXT NOT NULL PRIMARY KEY,
    slug TEXT NOT NULL,
    lang TEXT NOT NULL,
    title TEXT NOT NULL,
    body TEXT NOT NULL,
    state TEXT NOT NULL,
    written_at TIMESTAMP NOT NULL,
    written_by TEXT NOT NULL
);
CREATE INDEX versions_of_page ON page_versions (slug, lang, id);

-- What people write about barriers on the portal.
CREATE TABLE feedback (
    id TEXT NOT NULL PRIMARY KEY,
    received_on DATE NOT NULL,
    text TEXT NOT NULL,
    reply_to TEXT,
    done_at TIMESTAMP,
    done_by TEXT
);

-- Translations and plain-language twins of a consultation, its surveys and questions, and of wordings (kind and subject).
CREATE TABLE consultation_languages (
    consultation_id TEXT NOT NULL REFERENCES consultations (id),
    lang TEXT NOT NULL,
    position INTEGER NOT NULL,
    PRIMARY KEY (consultation_id, lang)
);

CREATE TABLE translations (
    kind TEXT NOT NULL,
    subject TEXT NOT NULL,
    lang TEXT NOT NULL,
    -- Both as JSON: each part by its name. source: the text as it was when this was written.
    parts TEXT NOT NULL,
    source TEXT NOT NULL,
    written_at TIMESTAMP NOT NULL,
    written_by TEXT NOT NULL,
    approved_at TIMESTAMP,
    approved_by TEXT,
    PRIMARY KEY (kind, subject, lang)
);

-- Editions in work: each act is a version of the whole tree, so that each can be undone.
CREATE TABLE edition_drafts (
    id TEXT NOT NULL PRIMARY KEY,
    strategy_id TEXT NOT NULL REFERENCES strategies (id),
    -- The edition it was begun from; none for the first of a strategy.
    base_id TEXT REFERENCES editions (id),
    -- The version that counts now: undoing and redoing choose another one.
    version INTEGER NOT NULL,
    created_at TIMESTAMP NOT NULL,
    created_by TEXT NOT NULL,
    -- The edition it became, or the moment it was thrown away.
    edition_id TEXT REFERENCES editions (id),
    discarded_at TIMESTAMP
);
CREATE INDEX drafts_of_strategy ON edition_drafts (strategy_id);

CREATE TABLE edition_draft_versions (
    draft_id TEXT NOT NULL REFERENCES edition_drafts (id),
    version INTEGER NOT NULL,
    -- The version it was made from; none for the first.
    parent INTEGER,
    -- What was done, to what kind of element, and how people call that one.
    act TEXT NOT NULL,
    element_kind TEXT,
    element_name TEXT,
    tree TEXT NOT NULL,
    made_at TIMESTAMP NOT NULL,
    made_by TEXT NOT NULL,
    PRIMARY KEY (draft_id, version)
);

-- A document that was uploaded and waits for its preview to be confirmed.
CREATE TABLE edition_uploads (
    id TEXT NOT NULL PRIMARY KEY,
    strategy_id TEXT NOT NULL REFERENCES strategies (id),
    file_name TEXT NOT NULL,
    markdown TEXT NOT NULL,
    choices TEXT NOT NULL,
    uploaded_at TIMESTAMP NOT NULL,
    uploaded_by TEXT NOT NULL
);

-- Where an element came from when it was split off or merged.
CREATE TABLE edition_origins (
    edition_id TEXT NOT NULL REFERENCES editions (id),
    element_id TEXT NOT NULL REFERENCES elements (id),
    from_id TEXT NOT NULL REFERENCES elements (id),
    kind TEXT NOT NULL,
    PRIMARY KEY (edition_id, element_id, from_id)
);

-- What became of an edition: withdrawn, for_decision, decided, none (a mark taken back). The newest row counts; published
-- stands in its own table. on_day: the day of the decision.
CREATE TABLE edition_states (
    id TEXT NOT NULL PRIMARY KEY,
    edition_id TEXT NOT NULL REFERENCES editions (id),
    state TEXT NOT NULL,
    on_day DATE,
    note TEXT,
    set_at TIMESTAMP NOT NULL,
    set_by TEXT NOT NULL
);
CREATE INDEX states_of_edition ON edition_states (edition_id, id);

-- Who may take part: 'open' (everyone), 'invited' (with an access code), 'both'. No row means open.
CREATE TABLE consultation_access (
    consultation_id TEXT NOT NULL PRIMARY KEY REFERENCES consultations (id),
    mode TEXT NOT NULL
);

CREATE TABLE access_code_batches (
    id TEXT NOT NULL PRIMARY KEY,
    consultation_id TEXT NOT NULL REFERENCES consultations (id),
    name TEXT NOT NULL,
    codes INTEGER NOT NULL,
    -- Until the letters are printed the codes are kept sealed; afterwards only their hashes.
    sealed TEXT,
    made_at TIMESTAMP NOT NULL,
    made_by TEXT NOT NULL
);
CREATE INDEX batches_of_consultation ON access_code_batches (consultation_id);

-- A code is used up, but never tied to what was answered with it.
CREATE TABLE access_codes (
    secret_hash TEXT NOT NULL PRIMARY KEY,
    batch_id TEXT NOT NULL REFERENCES access_code_batches (id),
    used BOOLEAN NOT NULL
);
CREATE INDEX codes_of_batch ON access_codes (batch_id, used);

-- Participations that came with an access code: results are shown apart.
CREATE TABLE invited_participations (
    participation_id TEXT NOT NULL PRIMARY KEY REFERENCES participations (id)
);

-- A question that is only asked after certain answers to an earlier one. codes: a list of numbers, as JSON.
CREATE TABLE question_conditions (
    question_id INTEGER NOT NULL PRIMARY KEY REFERENCES questions (id),
    depends_on INTEGER NOT NULL REFERENCES questions (id),
    codes TEXT NOT NULL
);

-- Typing errors corrected after the first answer came, with what stood there before.
CREATE TABLE question_corrections (
    id TEXT NOT NULL PRIMARY KEY,
    question_id INTEGER NOT NULL REFERENCES questions (id),
    part TEXT NOT NULL,
    before TEXT NOT NULL,
    after TEXT NOT NULL,
    note TEXT NOT NULL,
    corrected_at TIMESTAMP NOT NULL,
    corrected_by TEXT NOT NULL
);
CREATE INDEX corrections_of_question ON question_corrections (question_id, id);

-- Paper forms, typed in batches and checked by a second person before they count.
CREATE TABLE paper_batches (
    id TEXT NOT NULL PRIMARY KEY,
    consultation_id TEXT NOT NULL REFERENCES consultations (id),
    name TEXT NOT NULL,
    channel TEXT NOT NULL,
    opened_at TIMESTAMP NOT NULL,
    opened_by TEXT NOT NULL,
    entered_at TIMESTAMP,
    entered_by TEXT
);
CREATE INDEX paper_of_consultation ON paper_batches (consultation_id);

CREATE TABLE paper_sheets (
    batch_id TEXT NOT NULL REFERENCES paper_batches (id),
    number INTEGER NOT NULL,
    received_on DATE NOT NULL,
    answers TEXT NOT NULL,
    typed_at TIMESTAMP NOT NULL,
    typed_by TEXT NOT NULL,
    checked_at TIMESTAMP,
    checked_by TEXT,
    -- Of the form it was sent with: pressed twice it is one sheet.
    nonce TEXT NOT NULL UNIQUE,
    PRIMARY KEY (batch_id, number)
);

-- Each free text people wrote, and where it stands: waiting, released, redacted, hidden. Its row is written with the answer
-- itself. The id is random and has nothing to do with the questionnaire's: the order of ids tells neither when a text came
-- nor which ones belong to one person. source: 'answer' is a text in a questionnaire.
CREATE TABLE free_texts (
    id TEXT NOT NULL PRIMARY KEY,
    source TEXT NOT NULL,
    question_id INTEGER REFERENCES questions (id),
    questionnaire_id TEXT REFERENCES questionnaires (id),
    state TEXT NOT NULL,
    -- As everyone reads it, where passages were blacked out.
    redacted TEXT,
    UNIQUE (questionnaire_id, question_id)
);
CREATE INDEX texts_by_state ON free_texts (state, id);
CREATE INDEX texts_of_question ON free_texts (question_id, state, id);

-- What was there before counts on. The id is turned round by question, so that texts of one questionnaire do not stand together.
INSERT INTO free_texts (id, source, question_id, questionnaire_id, state)
SELECT substr(a.questionnaire_id, a.question_id % 25 + 1) || '-' || a.question_id || '-' || substr(a.questionnaire_id, 1, a.question_id % 25),
    'answer', a.question_id, a.questionnaire_id,
    CASE WHEN r.question_id IS NULL THEN 'waiting' ELSE 'released' END
FROM answers a LEFT JOIN text_releases r ON r.question_id = a.question_id AND r.questionnaire_id = a.questionnaire_id
WHERE a.text IS NOT NULL;
DROP TABLE text_releases;

-- What was decided about a text: released, hidden, redacted, reopened. The newest row counts.
CREATE TABLE text_decisions (
    id TEXT NOT NULL PRIMARY KEY,
    text_id TEXT NOT NULL REFERENCES free_texts (id),
    decision TEXT NOT NULL,
    reason TEXT,
    note TEXT,
    decided_at TIMESTAMP NOT NULL,
    decided_by TEXT NOT NULL
);
CREATE INDEX decisions_of_text ON text_decisions (text_id, id);
CREATE INDEX decisions_by ON text_decisions (decided_by, decided_at);

-- The author objects to a decision, once, by the receipt.
CREATE TABLE text_objections (
    text_id TEXT NOT NULL PRIMARY KEY REFERENCES free_texts (id),
    text TEXT NOT NULL,
    made_on DATE NOT NULL,
    answer TEXT,
    answered_at TIMESTAMP,
    answered_by TEXT
);
CREATE INDEX objections_by_answer ON text_objections (answered_at, text_id);

CREATE INDEX journal_of_actor ON journal (actor, id);
CREATE INDEX journal_of_act ON journal (act, id);

-- Consultations in the bin: nobody outside has seen them, and they can be brought back.
CREATE TABLE consultation_removals (
    consultation_id TEXT NOT NULL PRIMARY KEY REFERENCES consultations (id),
    removed_at TIMESTAMP NOT NULL,
    removed_by TEXT NOT NULL
);
