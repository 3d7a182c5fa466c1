//! What each class deletes, and how. Identities of different tables never collide: they are random or begin with an instant.

use crate::retention::model::Class;

/// What a step asks for before it knows what is over.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Asks {
    /// A consultation whose end is long enough ago: $1 is its id.
    Ended,
    /// A consultation, and an instant: $1 and $2.
    Since,
    /// An instant: $1.
    Before,
}

/// What is done with each identity that was found.
#[derive(Clone, Copy, Debug)]
pub enum Does {
    /// Its words go, its place stays.
    Clear,
    /// What lies under blacked out passages goes.
    Cover,
    /// The words of a statement go, number and day stay.
    Statement,
    /// These statements, each with the identity as $1.
    Sql(&'static [&'static str]),
}

/// One thing a class deletes.
pub struct Step {
    /// The class.
    pub class: Class,
    /// What `find` asks for.
    pub asks: Asks,
    /// The identities that are over.
    pub find: &'static str,
    /// What is done with each.
    pub does: Does,
}

/// Texts in questionnaires and comments of one consultation, as `f` with their words as `w.text`.
macro_rules! texts {
    ($which:literal) => {
        concat!(
            "SELECT f.id AS id FROM surveys s JOIN questionnaires n ON n.survey_id = s.id \
                JOIN free_texts f ON f.questionnaire_id = n.id \
                JOIN answers w ON w.questionnaire_id = f.questionnaire_id AND w.question_id = f.question_id AND w.text IS NOT NULL \
                JOIN consultations k ON k.id = s.consultation_id WHERE s.consultation_id = $1 AND ",
            $which,
            " UNION SELECT f.id AS id FROM comments w JOIN free_texts f ON f.id = w.id \
                JOIN consultations k ON k.id = w.consultation_id WHERE w.consultation_id = $1 AND ",
            $which
        )
    };
}

/// Every step, in the order in which they are done.
pub const STEPS: [Step; 15] = [
    Step {
        class: Class::Drafts,
        asks: Asks::Ended,
        find: "SELECT d.participation_id AS id FROM drafts d JOIN participations p ON p.id = d.participation_id \
            WHERE p.consultation_id = $1 UNION SELECT h.batch_id AS id FROM paper_sheets h \
            JOIN paper_batches b ON b.id = h.batch_id WHERE b.consultation_id = $1",
        does: Does::Sql(&[
            "DELETE FROM drafts WHERE participation_id = $1",
            "DELETE FROM paper_sheets WHERE batch_id = $1",
        ]),
    },
    Step {
        class: Class::Drafts,
        asks: Asks::Ended,
        find: "SELECT s.id AS id FROM statements s WHERE s.consultation_id = $1 AND s.number IS NULL \
            AND EXISTS (SELECT 1 FROM statement_versions v WHERE v.statement_id = s.id)",
        does: Does::Sql(&[
            "DELETE FROM statement_parts WHERE version_id IN (SELECT id FROM statement_versions WHERE statement_id = $1)",
            "DELETE FROM statement_submitters WHERE version_id IN (SELECT id FROM statement_versions WHERE statement_id = $1)",
            "DELETE FROM statement_files WHERE version_id IN (SELECT id FROM statement_versions WHERE statement_id = $1)",
            "DELETE FROM statement_addresses WHERE statement_id = $1",
            "DELETE FROM statement_versions WHERE statement_id = $1",
        ]),
    },
    Step {
        class: Class::Texts,
        asks: Asks::Ended,
        find: texts!(
            "f.state <> 'erased' AND (f.state IN ('waiting', 'hidden') OR NOT k.releases_comments)"
        ),
        does: Does::Clear,
    },
    Step {
        class: Class::Texts,
        asks: Asks::Ended,
        find: texts!("f.state = 'redacted' AND k.releases_comments AND w.text <> f.redacted"),
        does: Does::Cover,
    },
    Step {
        class: Class::PublishedTexts,
        asks: Asks::Ended,
        find: texts!("f.state IN ('released', 'redacted')"),
        does: Does::Clear,
    },
    Step {
        class: Class::Statements,
        asks: Asks::Ended,
        find: "SELECT s.id AS id FROM statements s WHERE s.consultation_id = $1 AND s.organisation_id IS NULL \
            AND s.number IS NOT NULL AND s.erased_on IS NULL AND EXISTS (SELECT 1 FROM statement_versions v \
            WHERE v.statement_id = s.id AND (EXISTS (SELECT 1 FROM statement_files f WHERE f.version_id = v.id) \
            OR EXISTS (SELECT 1 FROM statement_parts p WHERE p.version_id = v.id AND p.text <> '[gelöscht]') \
            OR EXISTS (SELECT 1 FROM statement_submitters b WHERE b.version_id = v.id AND b.name <> '[gelöscht]')))",
        does: Does::Statement,
    },
    Step {
        class: Class::Receipts,
        asks: Asks::Ended,
        find: "SELECT id FROM participations WHERE consultation_id = $1 AND secret_hash IS NOT NULL",
        does: Does::Sql(&["UPDATE participations SET secret_hash = NULL WHERE id = $1"]),
    },
    Step {
        class: Class::Addresses,
        asks: Asks::Since,
        find: "SELECT id FROM subscriptions WHERE consultation_id = $1 AND COALESCE(mailed_at, confirmed_at, asked_at) < $2",
        does: Does::Sql(&[
            "DELETE FROM notices WHERE subscription_id = $1",
            "DELETE FROM subscriptions WHERE id = $1",
        ]),
    },
    Step {
        class: Class::Addresses,
        asks: Asks::Ended,
        find: "SELECT DISTINCT a.statement_id AS id FROM statement_addresses a JOIN statements s ON s.id = a.statement_id \
            WHERE s.consultation_id = $1",
        does: Does::Sql(&["DELETE FROM statement_addresses WHERE statement_id = $1"]),
    },
    Step {
        class: Class::Organisations,
        asks: Asks::Before,
        find: "SELECT o.id AS id FROM organisations o WHERE o.made_at < $1 AND (o.email <> '' OR o.postal_address <> '' \
            OR EXISTS (SELECT 1 FROM organisation_members m WHERE m.organisation_id = o.id)) \
            AND NOT EXISTS (SELECT 1 FROM deadline_grants g WHERE g.organisation_id = o.id AND g.closes_at >= $1) \
            AND NOT EXISTS (SELECT 1 FROM track_windows w JOIN tracks t ON t.id = w.track_id WHERE w.closes_at >= $1 \
            AND (t.consultation_id = o.registered_for \
            OR t.consultation_id IN (SELECT i.consultation_id FROM organisation_invitations i WHERE i.organisation_id = o.id) \
            OR t.consultation_id IN (SELECT s.consultation_id FROM statements s WHERE s.organisation_id = o.id)))",
        does: Does::Sql(&[
            "DELETE FROM member_links WHERE member_id IN (SELECT id FROM organisation_members WHERE organisation_id = $1)",
            "DELETE FROM member_sessions WHERE member_id IN (SELECT id FROM organisation_members WHERE organisation_id = $1)",
            "DELETE FROM organisation_members WHERE organisation_id = $1",
            "UPDATE statement_submitters SET email = '', postal_address = '' WHERE version_id IN (SELECT v.id \
                FROM statement_versions v JOIN statements s ON s.id = v.statement_id WHERE s.organisation_id = $1)",
            "UPDATE organisations SET email = '', postal_address = '' WHERE id = $1",
        ]),
    },
    Step {
        class: Class::Accounts,
        asks: Asks::Before,
        find: "SELECT id FROM accounts WHERE disabled_at < $1 AND email LIKE '%@%'",
        does: Does::Sql(&[
            "DELETE FROM sessions WHERE account_id = $1",
            "DELETE FROM recovery_codes WHERE account_id = $1",
            "DELETE FROM account_links WHERE account_id = $1",
            "DELETE FROM account_roles WHERE account_id = $1",
            "DELETE FROM body_members WHERE account_id = $1",
            // What this account did stays tied to it, so that acts of one person are told from those of another.
            "UPDATE accounts SET email = id, name = '[gelöscht]', password_hash = NULL, factor_seed = NULL, \
                factor_step = NULL, oidc_subject = NULL WHERE id = $1",
        ]),
    },
    Step {
        class: Class::Residents,
        asks: Asks::Before,
        find: "SELECT id FROM resident_accounts WHERE seen_on < $1",
        does: Does::Sql(&[
            "DELETE FROM resident_sessions WHERE resident_id = $1",
            "DELETE FROM resident_codes WHERE resident_id = $1",
            "DELETE FROM resident_links WHERE resident_id = $1",
            "DELETE FROM resident_accounts WHERE id = $1",
        ]),
    },
    Step {
        class: Class::Feedback,
        asks: Asks::Before,
        find: "SELECT id FROM feedback WHERE done_at < $1",
        does: Does::Sql(&["DELETE FROM feedback WHERE id = $1"]),
    },
    Step {
        class: Class::Outbox,
        asks: Asks::Before,
        find: "SELECT id FROM outbox WHERE sent_at < $1",
        does: Does::Sql(&["DELETE FROM outbox WHERE id = $1"]),
    },
    Step {
        class: Class::Journal,
        asks: Asks::Before,
        find: "SELECT id FROM journal WHERE at < $1",
        does: Does::Sql(&["DELETE FROM journal WHERE id = $1"]),
    },
];
