-- Comments (Kommentare): what people write about one element of an edition laid open, under a receipt code. A comment is a
-- free text (its id is that of the text), so nothing of it is public before somebody has released it.
CREATE TABLE comments (
    id TEXT NOT NULL PRIMARY KEY REFERENCES free_texts (id),
    consultation_id TEXT NOT NULL REFERENCES consultations (id),
    participation_id TEXT NOT NULL REFERENCES participations (id),
    element_id TEXT NOT NULL REFERENCES elements (id),
    -- The wording it was made on; it stays when the element is worded anew.
    wording_id TEXT NOT NULL REFERENCES wordings (id),
    text TEXT NOT NULL,
    -- As its author wants to be named; most want no name.
    name TEXT,
    given_on DATE NOT NULL,
    -- A running count of comment_supports.
    supports BIGINT NOT NULL,
    -- Of the text: the same words of the same person on the same element are one comment.
    digest TEXT NOT NULL,
    UNIQUE (participation_id, element_id, digest)
);
CREATE INDEX comments_of_element ON comments (consultation_id, element_id, given_on, id);
CREATE INDEX comments_of_wording ON comments (wording_id);

-- "I see it that way too": once per participation.
CREATE TABLE comment_supports (
    comment_id TEXT NOT NULL REFERENCES comments (id),
    participation_id TEXT NOT NULL REFERENCES participations (id),
    PRIMARY KEY (comment_id, participation_id)
);
CREATE INDEX supports_of_participation ON comment_supports (participation_id);

-- What the administration answers in public. The newest row counts; without a text the answer was taken back.
CREATE TABLE comment_answers (
    id TEXT NOT NULL PRIMARY KEY,
    comment_id TEXT NOT NULL REFERENCES comments (id),
    text TEXT,
    written_at TIMESTAMP NOT NULL,
    written_by TEXT NOT NULL
);
CREATE INDEX answers_of_comment ON comment_answers (comment_id, id);

-- Somebody who reads finds that a comment should not stand there. Nothing is known of her.
CREATE TABLE comment_reports (
    id TEXT NOT NULL PRIMARY KEY,
    comment_id TEXT NOT NULL REFERENCES comments (id),
    reason TEXT NOT NULL,
    words TEXT NOT NULL,
    reported_on DATE NOT NULL,
    settled_at TIMESTAMP,
    settled_by TEXT
);
CREATE INDEX reports_of_comment ON comment_reports (comment_id, settled_at);
CREATE INDEX reports_by_settling ON comment_reports (settled_at, comment_id);
