DROP INDEX texts_public;
