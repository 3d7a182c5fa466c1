DROP TABLE council_traces;
DROP TABLE paper_decisions;
DROP TABLE paper_files;
DROP TABLE deliberations;
DROP TABLE papers;
DROP TABLE body_members;
DROP TABLE bodies;
