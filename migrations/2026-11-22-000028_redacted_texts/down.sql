DROP INDEX texts_redacted;
