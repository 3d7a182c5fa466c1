DROP INDEX subscriptions_of_address;
DROP TABLE resident_codes;
DROP TABLE resident_sessions;
DROP TABLE resident_links;
DROP TABLE resident_accounts;
