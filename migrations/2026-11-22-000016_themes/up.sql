-- Contributions (Beiträge): everything people wrote, ready to be read at the desk: answers, comments, segments of statements.
-- A row follows its free text: it comes soon after it, holds a copy of its words, and goes with it or with the correction of it. Everything that
-- is said about a contribution hangs on this row and goes too.
CREATE TABLE contributions (
    text_id TEXT NOT NULL PRIMARY KEY REFERENCES free_texts (id) ON DELETE CASCADE,
    consultation_id TEXT NOT NULL REFERENCES consultations (id),
    -- Where it stands among what a clerk reads: the element it is about, none for the whole.
    element_id TEXT REFERENCES elements (id),
    -- The wording it was made on.
    wording_id TEXT REFERENCES wordings (id),
    -- 'answer', 'comment', 'segment'.
    kind TEXT NOT NULL,
    -- 'online', 'paper', 'desk', 'event', 'import'; of segments as the statement came.
    channel TEXT NOT NULL,
    -- The mark given with it, by its code.
    mark INTEGER,
    text TEXT NOT NULL
);
CREATE INDEX contributions_of_element ON contributions (consultation_id, element_id, text_id);

-- The German stems of each contribution, to find it by words.
CREATE TABLE contribution_words (
    stem TEXT NOT NULL,
    text_id TEXT NOT NULL REFERENCES contributions (text_id) ON DELETE CASCADE,
    PRIMARY KEY (stem, text_id)
);
CREATE INDEX words_of_contribution ON contribution_words (text_id);

-- Segments (Abschnitte) of statements: the paragraphs that speak about one element. Its id is that of a free text, so it is a
-- contribution like the others.
CREATE TABLE segments (
    text_id TEXT NOT NULL PRIMARY KEY REFERENCES free_texts (id) ON DELETE CASCADE,
    version_id TEXT NOT NULL REFERENCES statement_versions (id) ON DELETE CASCADE,
    -- The part of the statement; none for words that stand in an attachment and were typed off.
    part INTEGER,
    first_paragraph INTEGER,
    last_paragraph INTEGER,
    element_id TEXT REFERENCES elements (id),
    wording_id TEXT REFERENCES wordings (id),
    text TEXT NOT NULL,
    made_at TIMESTAMP NOT NULL,
    made_by TEXT NOT NULL,
    UNIQUE (version_id, part, first_paragraph)
);

-- Themes (Themen): what several contributions have in common, mostly about one element.
CREATE TABLE themes (
    id TEXT NOT NULL PRIMARY KEY,
    consultation_id TEXT NOT NULL REFERENCES consultations (id),
    element_id TEXT REFERENCES elements (id),
    name TEXT NOT NULL,
    -- What belongs to it and what does not, for those who code.
    about TEXT NOT NULL,
    made_at TIMESTAMP NOT NULL,
    made_by TEXT NOT NULL,
    UNIQUE (consultation_id, name)
);

-- Who has read a contribution and said which themes it has. Without a coding: that it has none.
CREATE TABLE readings (
    text_id TEXT NOT NULL REFERENCES contributions (text_id) ON DELETE CASCADE,
    coder TEXT NOT NULL,
    -- For colleagues; never public.
    note TEXT NOT NULL,
    read_at TIMESTAMP NOT NULL,
    PRIMARY KEY (text_id, coder)
);

CREATE TABLE codings (
    text_id TEXT NOT NULL,
    coder TEXT NOT NULL,
    theme_id TEXT NOT NULL REFERENCES themes (id),
    PRIMARY KEY (text_id, coder, theme_id),
    FOREIGN KEY (text_id, coder) REFERENCES readings (text_id, coder) ON DELETE CASCADE
);
CREATE INDEX codings_of_theme ON codings (theme_id, text_id);

-- What the machine proposed and what the person did with it.
CREATE TABLE suggestions (
    text_id TEXT NOT NULL,
    coder TEXT NOT NULL,
    theme_id TEXT NOT NULL REFERENCES themes (id),
    is_accepted BOOLEAN NOT NULL,
    PRIMARY KEY (text_id, coder, theme_id),
    FOREIGN KEY (text_id, coder) REFERENCES readings (text_id, coder) ON DELETE CASCADE
);
CREATE INDEX suggestions_of_theme ON suggestions (theme_id, is_accepted);

-- Assessments (Abwägungen): what the town says to a theme, or to one contribution. Of each the newest row counts.
-- position: 'followed', 'partly', 'not_followed', 'noted', 'covered', 'out_of_scope'. state: 'draft', 'approved'.
CREATE TABLE assessments (
    id TEXT NOT NULL PRIMARY KEY,
    theme_id TEXT REFERENCES themes (id),
    text_id TEXT REFERENCES contributions (text_id) ON DELETE CASCADE,
    position TEXT NOT NULL,
    reason TEXT NOT NULL,
    -- The office that is responsible, as the town calls it.
    office TEXT NOT NULL,
    state TEXT NOT NULL,
    made_at TIMESTAMP NOT NULL,
    made_by TEXT NOT NULL,
    CHECK ((theme_id IS NULL) <> (text_id IS NULL))
);
CREATE INDEX assessments_of_theme ON assessments (theme_id, id);
CREATE INDEX assessments_of_text ON assessments (text_id, id);

-- Text blocks (Textbausteine) for reasons that are given often.
CREATE TABLE text_blocks (
    id TEXT NOT NULL PRIMARY KEY,
    title TEXT NOT NULL UNIQUE,
    text TEXT NOT NULL,
    made_at TIMESTAMP NOT NULL,
    made_by TEXT NOT NULL
);

-- Who may read what became of the contributions: audience 'council' (councillors) or 'public' (everyone; then every contribution has an
-- outcome).
CREATE TABLE outcome_releases (
    consultation_id TEXT NOT NULL REFERENCES consultations (id),
    audience TEXT NOT NULL,
    released_at TIMESTAMP NOT NULL,
    released_by TEXT NOT NULL,
    PRIMARY KEY (consultation_id, audience)
);

-- Who was told by mail what became of her contributions: once for each edition. recipient: 'resident:…', 'member:…', 'signer:…'.
CREATE TABLE outcome_mails (
    consultation_id TEXT NOT NULL REFERENCES consultations (id),
    edition_id TEXT NOT NULL REFERENCES editions (id),
    recipient TEXT NOT NULL,
    told_at TIMESTAMP NOT NULL,
    PRIMARY KEY (consultation_id, edition_id, recipient)
);

-- Causes (Anlässe): why an edition changed something. Either it was heard: then the first theme stands here and more of them
-- beside it; or it is editorial: then the kind says which sort, and the reason is never empty.
-- kind: 'heard', 'spelling', 'clarity', 'law', 'council', 'structure'.
CREATE TABLE causes (
    id TEXT NOT NULL PRIMARY KEY,
    kind TEXT NOT NULL,
    theme_id TEXT REFERENCES themes (id),
    reason TEXT NOT NULL,
    CHECK ((kind = 'heard') = (theme_id IS NOT NULL)),
    CHECK (kind = 'heard' OR reason <> '')
);
CREATE INDEX causes_of_theme ON causes (theme_id);

CREATE TABLE cause_themes (
    cause_id TEXT NOT NULL REFERENCES causes (id) ON DELETE CASCADE,
    theme_id TEXT NOT NULL REFERENCES themes (id),
    PRIMARY KEY (cause_id, theme_id)
);
CREATE INDEX causes_by_theme ON cause_themes (theme_id, cause_id);

-- No change without a cause. What was changed before this rule came with a document.
INSERT INTO causes (id, kind, theme_id, reason)
SELECT edition_id || '-' || position, 'structure', NULL, 'Mit dem Dokument übernommen.' FROM edition_changes;
CREATE TABLE edition_changes_with_cause (
    edition_id TEXT NOT NULL REFERENCES editions (id),
    position INTEGER NOT NULL,
    element_id TEXT NOT NULL REFERENCES elements (id),
    change TEXT NOT NULL,
    cause_id TEXT NOT NULL REFERENCES causes (id),
    PRIMARY KEY (edition_id, position)
);
INSERT INTO edition_changes_with_cause (edition_id, position, element_id, change, cause_id)
SELECT edition_id, position, element_id, change, edition_id || '-' || position FROM edition_changes;
DROP TABLE edition_changes;
ALTER TABLE edition_changes_with_cause RENAME TO edition_changes;
CREATE INDEX changes_of_cause ON edition_changes (cause_id);
CREATE INDEX changes_of_element ON edition_changes (element_id, edition_id);
