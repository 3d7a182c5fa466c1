DROP TABLE log_checkpoints;
DROP TABLE log_nodes;
DROP TABLE log_seals;
DROP TABLE log_entries;
