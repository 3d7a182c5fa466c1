-- Counts the changes that public pages may show. Each process keeps finished pages in memory as long as this number stays.
CREATE TABLE public_state (
    id INTEGER NOT NULL PRIMARY KEY,
    version BIGINT NOT NULL,
    CHECK (id = 1)
);
