//! Words that not everyone may read: where they lie, who may meet them, and where at least one of those does.

use diesel::{QueryableByName, RunQueryDsl, sql_query};

use crate::support::database::TestDatabase;

/// How a marked word begins. No real one does.
pub const MARK: &str = "kanarie-";

/// Something that is marked.
pub struct Secret {
    /// What the mark is called, after [`MARK`].
    pub name: &'static str,
    /// The statement that marks it. What belongs to somebody bears her id behind the name.
    pub mark: &'static str,
    /// Who may meet it besides its owner.
    pub may: &'static [&'static str],
    /// Addresses on which one of those meets it, as a query; empty where links lead there.
    pub at: &'static str,
}

/// Whoever reads texts that wait.
const READERS: &[&str] = &["freigabe", "auswertung", "redaktion", "verwaltung"];
/// Whoever evaluates.
const EVALUATE: &[&str] = &["auswertung", "redaktion"];
/// Whoever reads steps that are not public.
const COUNCIL: &[&str] = &["redaktion", "gemeinderat", "verwaltung"];
/// Whoever sees what is not published.
const UNPUBLISHED: &[&str] = &["auswertung", "redaktion", "verwaltung"];
/// Whoever administers.
const ADMIN: &[&str] = &["verwaltung"];

const fn secret(
    name: &'static str,
    mark: &'static str,
    may: &'static [&'static str],
    at: &'static str,
) -> Secret {
    Secret {
        name,
        mark,
        may,
        at,
    }
}

/// Everything that is marked.
pub const SECRETS: &[Secret] = &[
    secret(
        "abonnement",
        "UPDATE subscriptions SET address = 'kanarie-abonnement-' || id",
        &[],
        "",
    ),
    secret(
        "konto",
        "UPDATE resident_accounts SET address = 'kanarie-konto-' || id",
        &[],
        "",
    ),
    secret(
        "entwurf-einer-antwort",
        "UPDATE drafts SET answer = REPLACE(answer, '\"text\":\"', '\"text\":\"kanarie-entwurf-einer-antwort-' || participation_id || ' ')",
        &[],
        "",
    ),
    secret(
        "wartende-antwort",
        "UPDATE answers SET text = 'kanarie-wartende-antwort-' || (SELECT q.participation_id FROM questionnaires q \
         WHERE q.id = answers.questionnaire_id) || ' ' || text WHERE text IS NOT NULL AND EXISTS (SELECT 1 FROM free_texts f \
         WHERE f.questionnaire_id = answers.questionnaire_id AND f.question_id = answers.question_id \
         AND f.state IN ('waiting', 'hidden'))",
        READERS,
        "",
    ),
    secret(
        "wartender-kommentar",
        "UPDATE comments SET text = 'kanarie-wartender-kommentar-' || participation_id || ' ' || text \
         WHERE EXISTS (SELECT 1 FROM free_texts f WHERE f.id = comments.id AND f.state IN ('waiting', 'hidden'))",
        READERS,
        "",
    ),
    secret(
        "wer-kommentiert",
        "UPDATE comments SET name = 'kanarie-wer-kommentiert-' || participation_id \
         WHERE EXISTS (SELECT 1 FROM free_texts f WHERE f.id = comments.id AND f.state IN ('waiting', 'hidden'))",
        READERS,
        "",
    ),
    secret(
        "vermerk-der-freigabe",
        "UPDATE text_decisions SET note = 'kanarie-vermerk-der-freigabe'",
        READERS,
        "SELECT '/desk/moderation/' || text_id AS line FROM text_decisions ORDER BY text_id",
    ),
    secret(
        "meldung",
        "UPDATE comment_reports SET words = 'kanarie-meldung', settled_at = NULL, settled_by = NULL",
        READERS,
        "SELECT '/desk/moderation/' || comment_id AS line FROM comment_reports ORDER BY comment_id",
    ),
    secret(
        "notiz-der-auswertung",
        "UPDATE readings SET note = 'kanarie-notiz-der-auswertung'",
        EVALUATE,
        "",
    ),
    secret(
        "entworfene-antwort",
        "UPDATE assessments SET state = 'draft', reason = 'kanarie-entworfene-antwort' \
         WHERE id IN (SELECT MIN(id) FROM assessments)",
        EVALUATE,
        "",
    ),
    secret(
        "textbaustein",
        "INSERT INTO text_blocks (id, title, text, made_at, made_by) \
         SELECT id, id, 'kanarie-textbaustein', created_at, id FROM strategies",
        EVALUATE,
        "",
    ),
    secret(
        "thema",
        "UPDATE themes SET name = 'kanarie-thema-' || id WHERE consultation_id IN \
         (SELECT id FROM consultations WHERE slug = 'spielplaetze')",
        EVALUATE,
        "",
    ),
    secret(
        "mitglied",
        "UPDATE organisation_members SET email = 'kanarie-mitglied-' || organisation_id || '-' || id || '@x.example'",
        EVALUATE,
        "",
    ),
    secret(
        "organisation",
        "UPDATE organisations SET email = 'kanarie-organisation-' || id || '@x.example', \
         postal_address = 'kanarie-organisation-' || id",
        EVALUATE,
        "",
    ),
    secret(
        "anschrift",
        "UPDATE statement_submitters SET email = 'kanarie-anschrift-' || (SELECT COALESCE(s.organisation_id, s.participation_id, '') \
         FROM statements s JOIN statement_versions v ON v.statement_id = s.id WHERE v.id = statement_submitters.version_id) || '@x.example', \
         postal_address = 'kanarie-anschrift-' || (SELECT COALESCE(s.organisation_id, s.participation_id, '') \
         FROM statements s JOIN statement_versions v ON v.statement_id = s.id WHERE v.id = statement_submitters.version_id)",
        READERS,
        "",
    ),
    secret(
        "unterschrift",
        "UPDATE statement_submitters SET name = 'kanarie-unterschrift-' || (SELECT COALESCE(s.participation_id, '') FROM statements s \
         JOIN statement_versions v ON v.statement_id = s.id WHERE v.id = statement_submitters.version_id) \
         WHERE EXISTS (SELECT 1 FROM statement_versions v \
         JOIN statements s ON s.id = v.statement_id WHERE v.id = statement_submitters.version_id AND s.organisation_id IS NULL)",
        READERS,
        "",
    ),
    secret(
        "stellungnahme",
        "UPDATE statement_parts SET text = 'kanarie-stellungnahme-' || (SELECT COALESCE(s.organisation_id, s.participation_id, '') \
         FROM statements s JOIN statement_versions v ON v.statement_id = s.id WHERE v.id = statement_parts.version_id) \
         WHERE NOT EXISTS (SELECT 1 FROM statement_versions v JOIN statement_decisions d ON d.statement_id = v.statement_id \
         WHERE v.id = statement_parts.version_id)",
        READERS,
        "",
    ),
    secret(
        "dateiname",
        "UPDATE statement_files SET name = 'kanarie-dateiname-' || (SELECT COALESCE(s.organisation_id, s.participation_id, '') \
         FROM statements s JOIN statement_versions v ON v.statement_id = s.id WHERE v.id = statement_files.version_id) || '.pdf' \
         WHERE NOT EXISTS (SELECT 1 FROM statement_versions v JOIN statement_decisions d ON d.statement_id = v.statement_id \
         WHERE v.id = statement_files.version_id)",
        READERS,
        "SELECT '/desk/consultations/' || c.slug || '/statements/' || s.number AS line FROM statement_files f \
         JOIN statement_versions v ON v.id = f.version_id JOIN statements s ON s.id = v.statement_id \
         JOIN consultations c ON c.id = s.consultation_id WHERE s.number IS NOT NULL ORDER BY s.number DESC",
    ),
    secret(
        "unveroeffentlicht",
        "UPDATE consultations SET title = 'kanarie-unveroeffentlicht', lead = 'kanarie-unveroeffentlicht' WHERE slug = 'heimlich'",
        UNPUBLISHED,
        "SELECT '/desk/consultations/heimlich' AS line",
    ),
    secret(
        "naechste-fassung",
        "UPDATE edition_draft_versions SET tree = REPLACE(tree, '\"title\":\"', '\"title\":\"kanarie-naechste-fassung ')",
        &["redaktion"],
        "SELECT '/desk/strategies/' || s.slug || '/drafts/' || d.id AS line FROM edition_drafts d JOIN strategies s ON s.id = d.strategy_id",
    ),
    secret(
        "nicht-oeffentlich",
        "UPDATE deliberations SET wording = 'kanarie-nicht-oeffentlich' WHERE NOT is_public",
        COUNCIL,
        "",
    ),
    secret(
        "sachbearbeitung",
        "UPDATE papers SET clerk = 'kanarie-sachbearbeitung' WHERE NOT names_clerk",
        COUNCIL,
        "",
    ),
    secret(
        "mail",
        "UPDATE outbox SET body = 'kanarie-mail', recipient = 'kanarie-mail@x.example', sent_at = NULL, attempts = 6, \
         given_up_at = created_at",
        ADMIN,
        "SELECT '/desk/mails' AS line",
    ),
    secret(
        "rueckmeldung",
        "INSERT INTO feedback (id, received_on, text) SELECT id, DATE(made_at), 'kanarie-rueckmeldung' FROM papers",
        &["redaktion", "verwaltung"],
        "",
    ),
    secret(
        "protokoll",
        "UPDATE journal SET detail = '{\"reason\":\"kanarie-protokoll\"}'",
        ADMIN,
        "",
    ),
];

/// Marks every secret; each must be somewhere, else nothing is held.
pub fn mark(data: &TestDatabase) {
    let mut conn = data.connect();
    for secret in SECRETS {
        let marked = sql_query(secret.mark).execute(&mut conn);
        let marked = marked.unwrap_or_else(|why| panic!("{}: {why}", secret.name));
        assert!(
            marked > 0,
            "{} is nowhere, so nothing would be held",
            secret.name
        );
    }
}

/// One column of a query, called `line`.
pub fn lines(data: &TestDatabase, query: &str) -> Vec<String> {
    #[derive(QueryableByName)]
    struct Row {
        #[diesel(sql_type = diesel::sql_types::Text)]
        line: String,
    }
    let rows: Vec<Row> = sql_query(query).load(&mut data.connect()).unwrap();
    rows.into_iter().map(|row| row.line).collect()
}

/// Where the marked words are that links lead to seldom.
pub fn places(data: &TestDatabase) -> Vec<String> {
    let asked = SECRETS.iter().filter(|secret| !secret.at.is_empty());
    asked
        .flat_map(|secret| lines(data, secret.at).into_iter().take(2))
        .collect()
}

/// The marked words in an answer: the secret, and whose it is where that is said.
pub fn found(body: &str) -> Vec<(&'static Secret, &str)> {
    let at = body.match_indices(MARK).map(|(at, _)| at + MARK.len());
    at.filter_map(|at| {
        let rest = &body[at..];
        let known = SECRETS.iter().filter(|s| rest.starts_with(s.name));
        let secret = known.max_by_key(|secret| secret.name.len())?;
        let owner = rest[secret.name.len()..].strip_prefix('-').unwrap_or("");
        let end = owner.find(|c: char| !c.is_ascii_alphanumeric());
        Some((secret, &owner[..end.unwrap_or(owner.len())]))
    })
    .collect()
}
