CREATE TABLE edition_changes_before (
    edition_id TEXT NOT NULL REFERENCES editions (id),
    position INTEGER NOT NULL,
    element_id TEXT NOT NULL REFERENCES elements (id),
    change TEXT NOT NULL,
    PRIMARY KEY (edition_id, position)
);
INSERT INTO edition_changes_before (edition_id, position, element_id, change)
SELECT edition_id, position, element_id, change FROM edition_changes;
DROP TABLE edition_changes;
ALTER TABLE edition_changes_before RENAME TO edition_changes;
DROP TABLE cause_themes;
DROP TABLE causes;
DROP TABLE outcome_mails;
DROP TABLE outcome_releases;
DROP TABLE text_blocks;
DROP TABLE assessments;
DROP TABLE suggestions;
DROP TABLE codings;
DROP TABLE readings;
DROP TABLE themes;
DELETE FROM free_texts WHERE source = 'segment';
DROP TABLE segments;
DROP TABLE contribution_words;
DROP TABLE contributions;
