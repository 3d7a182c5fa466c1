DROP TABLE last_commits;
