//! Erasing again: a backup from before brings back what was erased since, and the ledger knows what.

use std::collections::HashMap;

use chrono::NaiveDate;
use diesel::prelude::*;
use diesel::sql_query;
use diesel::sql_types::{Date, Text};

use super::ledger::{Entry, Kind, Salt, insert};
use super::words::clear;
use crate::base::db::Conn;
use crate::base::error::AppResult;

/// What was erased again, each with its identity.
pub type Again = Vec<(Kind, String)>;

/// Where the identities of a kind stand.
fn identities(kind: Kind) -> &'static str {
    match kind {
        Kind::Words => "SELECT id FROM free_texts WHERE state <> 'erased'",
        Kind::Questionnaire => "SELECT id FROM questionnaires",
        Kind::Comment => "SELECT id FROM comments",
        Kind::Statement => "SELECT id FROM statements WHERE erased_on IS NULL",
        Kind::Resident => "SELECT id FROM resident_accounts",
        Kind::Subscription => "SELECT id FROM subscriptions",
        Kind::Member => "SELECT id FROM organisation_members",
    }
}

/// A questionnaire goes with everything it counted for: $1 is its id.
const QUESTIONNAIRE: [&str; 13] = [
    "UPDATE tallies SET n = n - (SELECT COUNT(*) FROM answers a WHERE a.questionnaire_id = $1 \
        AND a.question_id = tallies.question_id AND a.part = tallies.part AND a.code = tallies.code) \
        WHERE question_id IN (SELECT question_id FROM answers WHERE questionnaire_id = $1)",
    // Texts are counted under a part of their own.
    "UPDATE tallies SET n = n - (SELECT COUNT(*) FROM answers a WHERE a.questionnaire_id = $1 \
        AND a.question_id = tallies.question_id AND a.text IS NOT NULL) WHERE part = -1 AND code = 0 \
        AND question_id IN (SELECT question_id FROM answers WHERE questionnaire_id = $1)",
    // So is how many answered a question, and how often answers were taken back (`survey/tally`).
    "UPDATE tallies SET n = n - 1 WHERE part = -3 AND code = 0 \
        AND question_id IN (SELECT question_id FROM answers WHERE questionnaire_id = $1)",
    "INSERT INTO tallies (question_id, part, code, n) \
        SELECT DISTINCT question_id, -2, 0, 1 FROM answers WHERE questionnaire_id = $1 \
        ON CONFLICT (question_id, part, code) DO UPDATE SET n = tallies.n + 1",
    "UPDATE survey_days SET n = n - 1 WHERE EXISTS (SELECT 1 FROM questionnaires q WHERE q.id = $1 \
        AND q.survey_id = survey_days.survey_id AND q.received_on = survey_days.day AND q.channel = survey_days.channel)",
    "DELETE FROM drafts WHERE EXISTS (SELECT 1 FROM questionnaires q JOIN questions k ON k.survey_id = q.survey_id \
        WHERE q.id = $1 AND q.participation_id = drafts.participation_id AND k.id = drafts.question_id)",
    "DELETE FROM text_objections WHERE text_id IN (SELECT id FROM free_texts WHERE questionnaire_id = $1)",
    "DELETE FROM text_decisions WHERE text_id IN (SELECT id FROM free_texts WHERE questionnaire_id = $1)",
    "DELETE FROM free_texts WHERE questionnaire_id = $1",
    "DELETE FROM answers WHERE questionnaire_id = $1",
    // Nobody is counted who has no questionnaire left.
    "UPDATE headcounts SET n = n - 1 WHERE EXISTS (SELECT 1 FROM questionnaires q JOIN participations p ON p.id = q.participation_id \
        WHERE q.id = $1 AND p.consultation_id = headcounts.consultation_id AND p.submitted_on = headcounts.day \
        AND p.channel = headcounts.channel \
        AND NOT EXISTS (SELECT 1 FROM questionnaires o WHERE o.participation_id = p.id AND o.id <> q.id))",
    "UPDATE participations SET withdrawn_on = submitted_on, submitted_on = NULL WHERE submitted_on IS NOT NULL \
        AND id = (SELECT participation_id FROM questionnaires WHERE id = $1) \
        AND NOT EXISTS (SELECT 1 FROM questionnaires o WHERE o.participation_id = participations.id AND o.id <> $1)",
    "DELETE FROM questionnaires WHERE id = $1",
];

const COMMENT: [&str; 7] = [
    "DELETE FROM comment_supports WHERE comment_id = $1",
    "DELETE FROM comment_reports WHERE comment_id = $1",
    "DELETE FROM comment_answers WHERE comment_id = $1",
    "DELETE FROM text_objections WHERE text_id = $1",
    "DELETE FROM text_decisions WHERE text_id = $1",
    "DELETE FROM comments WHERE id = $1",
    "DELETE FROM free_texts WHERE id = $1",
];

const STATEMENT: [&str; 8] = [
    "DELETE FROM free_texts WHERE id IN (SELECT s.text_id FROM segments s \
        JOIN statement_versions v ON v.id = s.version_id WHERE v.statement_id = $1)",
    "DELETE FROM statement_parts WHERE version_id IN (SELECT id FROM statement_versions WHERE statement_id = $1)",
    "DELETE FROM statement_submitters WHERE version_id IN (SELECT id FROM statement_versions WHERE statement_id = $1)",
    "DELETE FROM statement_files WHERE version_id IN (SELECT id FROM statement_versions WHERE statement_id = $1)",
    "DELETE FROM statement_versions WHERE statement_id = $1 AND EXISTS (SELECT 1 FROM statement_versions o \
        WHERE o.statement_id = $1 AND o.handed_in_at IS NOT NULL \
        AND (statement_versions.handed_in_at IS NULL OR o.n > statement_versions.n))",
    "UPDATE statement_versions SET state = 'withdrawn', withdrawn_at = COALESCE(withdrawn_at, handed_in_at), \
        may_publish = FALSE, names_nobody = FALSE WHERE statement_id = $1",
    "DELETE FROM statement_addresses WHERE statement_id = $1",
    "DELETE FROM outbox WHERE about = 'statement:' || $1 AND sent_at IS NULL",
];

const RESIDENT: [&str; 5] = [
    "DELETE FROM resident_sessions WHERE resident_id = $1",
    "DELETE FROM resident_codes WHERE resident_id = $1",
    "DELETE FROM resident_links WHERE address_hash IN (SELECT address_hash FROM resident_accounts WHERE id = $1)",
    "DELETE FROM resident_links WHERE resident_id = $1",
    "DELETE FROM resident_accounts WHERE id = $1",
];

const SUBSCRIPTION: [&str; 2] = [
    "DELETE FROM notices WHERE subscription_id = $1",
    "DELETE FROM subscriptions WHERE id = $1",
];

const MEMBER: [&str; 3] = [
    "DELETE FROM member_links WHERE member_id = $1",
    "DELETE FROM member_sessions WHERE member_id = $1",
    "DELETE FROM organisation_members WHERE id = $1",
];

#[derive(QueryableByName)]
struct Identity {
    #[diesel(sql_type = Text)]
    id: String,
}

/// Erases again whatever of a ledger is still, or again, there, and takes the ledger over. Doing so again changes nothing.
///
/// # Errors
/// When the database refuses.
pub fn again(conn: &mut Conn, ledger: &[Entry]) -> AppResult<Again> {
    let mut done = Again::new();
    let mut days: HashMap<&str, NaiveDate> = HashMap::new();
    let mut salts: Vec<&Salt> = Vec::new();
    for entry in ledger {
        days.insert(&entry.digest, entry.erased_on);
        if !salts.contains(&&entry.salt) {
            salts.push(&entry.salt);
        }
        insert(conn, entry)?;
    }
    for kind in Kind::ALL {
        if !ledger.iter().any(|entry| entry.kind == kind) {
            continue;
        }
        let there: Vec<Identity> = sql_query(identities(kind)).load(conn)?;
        for Identity { id } in there {
            let digests = salts.iter().map(|salt| salt.digest(kind, &id));
            let on = digests
                .into_iter()
                .find_map(|digest| days.get(digest.as_str()));
            if let Some(on) = on {
                erase(conn, kind, &id, *on)?;
                done.push((kind, id));
            }
        }
    }
    Ok(done)
}

fn erase(conn: &mut Conn, kind: Kind, id: &str, on: NaiveDate) -> AppResult<()> {
    let statements: &[&str] = match kind {
        Kind::Words => return clear(conn, id),
        Kind::Questionnaire => &QUESTIONNAIRE,
        Kind::Comment => &COMMENT,
        Kind::Statement => &STATEMENT,
        Kind::Resident => &RESIDENT,
        Kind::Subscription => &SUBSCRIPTION,
        Kind::Member => &MEMBER,
    };
    for statement in statements {
        sql_query(*statement).bind::<Text, _>(id).execute(conn)?;
    }
    if kind == Kind::Statement {
        sql_query("UPDATE statements SET erased_on = $1 WHERE id = $2")
            .bind::<Date, _>(on)
            .bind::<Text, _>(id)
            .execute(conn)?;
    }
    Ok(())
}
