//! The words of texts, wherever they stand.

use diesel::sql_types::Text;
use diesel::{RunQueryDsl, sql_query};

use crate::base::db::Conn;
use crate::base::error::AppResult;

/// What stands in place of words that were erased.
pub const GONE: &str = "[gelöscht]";

/// Where the words of one free text stand, and what was written about them that may quote them: $1 is its id. Codings stay: a
/// theme goes on knowing how many spoke of it. So does what the town said to it.
const CLEAR: [&str; 13] = [
    "UPDATE answers SET text = {gone} WHERE text IS NOT NULL AND EXISTS (SELECT 1 FROM free_texts f WHERE f.id = $1 \
        AND f.questionnaire_id = answers.questionnaire_id AND f.question_id = answers.question_id)",
    // What she typed stands there once more.
    "DELETE FROM drafts WHERE EXISTS (SELECT 1 FROM free_texts f JOIN questionnaires q ON q.id = f.questionnaire_id WHERE f.id = $1 \
        AND q.participation_id = drafts.participation_id AND f.question_id = drafts.question_id)",
    // The digest is there so that nothing comes twice; an id is as unique and tells nothing.
    "UPDATE comments SET text = {gone}, name = NULL, digest = id WHERE id = $1",
    "UPDATE segments SET text = {gone} WHERE text_id = $1",
    "UPDATE contributions SET text = {gone} WHERE text_id = $1",
    "DELETE FROM contribution_words WHERE text_id = $1",
    // An empty stem says that the words were looked at.
    "INSERT INTO contribution_words (stem, text_id) SELECT '', text_id FROM contributions WHERE text_id = $1",
    "UPDATE comment_answers SET text = NULL WHERE comment_id = $1",
    "UPDATE comment_reports SET words = '' WHERE comment_id = $1",
    "UPDATE text_decisions SET note = NULL WHERE text_id = $1",
    "DELETE FROM text_objections WHERE text_id = $1",
    "UPDATE readings SET note = '' WHERE text_id = $1",
    "UPDATE free_texts SET redacted = NULL, state = 'erased' WHERE id = $1",
];

/// The same for a text that is public with passages blacked out: what was under them goes. Its words are looked at anew.
const COVER: [&str; 7] = [
    "UPDATE answers SET text = (SELECT f.redacted FROM free_texts f WHERE f.id = $1) WHERE text IS NOT NULL \
        AND EXISTS (SELECT 1 FROM free_texts f WHERE f.id = $1 AND f.redacted IS NOT NULL \
        AND f.questionnaire_id = answers.questionnaire_id AND f.question_id = answers.question_id)",
    "UPDATE comments SET text = COALESCE((SELECT f.redacted FROM free_texts f WHERE f.id = $1), text), digest = id WHERE id = $1",
    "UPDATE contributions SET text = COALESCE((SELECT f.redacted FROM free_texts f WHERE f.id = $1), text), taken_at = NULL \
        WHERE text_id = $1",
    "DELETE FROM contribution_words WHERE text_id = $1",
    "UPDATE text_decisions SET note = NULL WHERE text_id = $1",
    "DELETE FROM text_objections WHERE text_id = $1",
    "UPDATE readings SET note = '' WHERE text_id = $1",
];

/// The words, files, names and addresses of one statement: $1 is its id. Number, day and what was decided about it stay.
const STATEMENT: [&str; 9] = [
    "UPDATE contributions SET text = {gone} WHERE text_id IN (SELECT s.text_id FROM segments s \
        JOIN statement_versions v ON v.id = s.version_id WHERE v.statement_id = $1)",
    "DELETE FROM contribution_words WHERE text_id IN (SELECT s.text_id FROM segments s \
        JOIN statement_versions v ON v.id = s.version_id WHERE v.statement_id = $1)",
    "INSERT INTO contribution_words (stem, text_id) SELECT '', text_id FROM contributions WHERE text_id IN (SELECT s.text_id \
        FROM segments s JOIN statement_versions v ON v.id = s.version_id WHERE v.statement_id = $1)",
    "UPDATE readings SET note = '' WHERE text_id IN (SELECT s.text_id FROM segments s \
        JOIN statement_versions v ON v.id = s.version_id WHERE v.statement_id = $1)",
    "UPDATE segments SET text = {gone} WHERE version_id IN (SELECT id FROM statement_versions WHERE statement_id = $1)",
    "UPDATE statement_parts SET text = {gone} WHERE version_id IN (SELECT id FROM statement_versions WHERE statement_id = $1)",
    "UPDATE statement_submitters SET name = {gone}, behalf = '', email = '', postal_address = '' \
        WHERE version_id IN (SELECT id FROM statement_versions WHERE statement_id = $1)",
    "DELETE FROM statement_files WHERE version_id IN (SELECT id FROM statement_versions WHERE statement_id = $1)",
    "DELETE FROM statement_addresses WHERE statement_id = $1",
];

/// Takes the words of a free text away, everywhere; that somebody wrote one goes on counting. Doing so again changes nothing.
///
/// # Errors
/// When the database refuses.
pub fn clear(conn: &mut Conn, text: &str) -> AppResult<()> {
    each(conn, &CLEAR, text)
}

/// Takes away what stands under the blacked out passages of a public text.
///
/// # Errors
/// When the database refuses.
pub fn cover(conn: &mut Conn, text: &str) -> AppResult<()> {
    each(conn, &COVER, text)
}

/// Takes words, files, names and addresses of a statement away. Its number and its day stay, and what was said to it.
///
/// # Errors
/// When the database refuses.
pub fn clear_statement(conn: &mut Conn, statement: &str) -> AppResult<()> {
    each(conn, &STATEMENT, statement)
}

fn each(conn: &mut Conn, statements: &[&str], id: &str) -> AppResult<()> {
    let gone = format!("'{GONE}'");
    for statement in statements {
        sql_query(statement.replace("{gone}", &gone))
            .bind::<Text, _>(id)
            .execute(conn)?;
    }
    Ok(())
}
