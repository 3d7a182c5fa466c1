-- Texts of which passages were blacked out, or were once: few among all. Whoever looks for words finds them by what is left.
CREATE INDEX texts_redacted ON free_texts (id) WHERE redacted IS NOT NULL;
