DROP TABLE erasures;
DROP TABLE retention_overrides;
