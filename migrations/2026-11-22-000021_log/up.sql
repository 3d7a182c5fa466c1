-- The check list (Prüfliste): a line for everything that was handed in, corrected, withdrawn or erased, and for each publication of results. A line is
-- written in the transaction of the act itself. It holds a commitment and no content, and it is never changed or taken out.
CREATE TABLE log_entries (
    id TEXT NOT NULL PRIMARY KEY,
    -- The day in UTC on which it was written; no clock time.
    written_on DATE NOT NULL,
    -- The line as everyone reads it, `trialog-log/1 …`.
    record TEXT NOT NULL,
    -- Its place in the list, from 0. None while it waits for the next batch, in which the lines are shuffled.
    position BIGINT UNIQUE
);

-- What opens a commitment: the salt, and which contribution it is about. It goes with the content. Whoever has neither can tell nothing from the line.
CREATE TABLE log_seals (
    entry_id TEXT NOT NULL PRIMARY KEY REFERENCES log_entries (id),
    -- 'questionnaire:…', 'comment:…', 'statement:…'.
    subject TEXT NOT NULL UNIQUE,
    -- Under whose receipt it stands: the participation, or none for what the administration or an organisation handed in.
    owner TEXT,
    -- 64 hexadecimal digits.
    salt TEXT NOT NULL
);
CREATE INDEX log_seals_of_owner ON log_seals (owner);

-- The Merkle tree over the lines (RFC 6962): the hash of every whole subtree of 2^level leaves; level 0 are the leaves.
CREATE TABLE log_nodes (
    level INTEGER NOT NULL,
    position BIGINT NOT NULL,
    hash TEXT NOT NULL,
    PRIMARY KEY (level, position)
);

-- The states of the list that were signed.
CREATE TABLE log_checkpoints (
    -- How many lines.
    size BIGINT NOT NULL PRIMARY KEY,
    -- The root of the tree over them, 64 hexadecimal digits.
    root TEXT NOT NULL,
    -- 1, and one more after each restore of a backup.
    epoch INTEGER NOT NULL,
    made_at TIMESTAMP NOT NULL
);
