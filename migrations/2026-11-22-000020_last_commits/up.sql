-- Whether a commit whose reply got lost is stored: on PostgreSQL each thread that writes leaves the mark of its newest transaction in that
-- transaction. Empty on SQLite, where a commit gives its reply in the same process.
CREATE TABLE last_commits (
    hand TEXT NOT NULL PRIMARY KEY,
    mark BIGINT NOT NULL
);
