//! Decisions about what came late, and about what is shown to everyone.

use diesel::prelude::*;
use serde_json::json;

use super::segments;
use crate::account::Tx;
use crate::base::error::AppResult;
use crate::base::id::Id;
use crate::base::schema::statement_decisions;
use crate::statement::DecideStatements;
use crate::statement::model::{Admission, Outcome, Publication, Statement};

/// About what a decision is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Whether it is considered although it came late.
    Admission,
    /// Whether everyone reads it.
    Publication,
}

impl Kind {
    fn as_str(self) -> &'static str {
        match self {
            Self::Admission => "admission",
            Self::Publication => "publication",
        }
    }

    pub(super) fn parse(text: &str) -> Option<Self> {
        [Self::Admission, Self::Publication]
            .into_iter()
            .find(|kind| kind.as_str() == text)
    }

    /// What was decided, out of the word in its row.
    pub(super) fn outcome(self, text: &str) -> Option<Outcome> {
        match self {
            Self::Admission => Admission::parse(text).map(Outcome::Admission),
            Self::Publication => Publication::parse(text).map(Outcome::Publication),
        }
    }
}

/// Admits a late statement, or not. One that is not admitted counts no longer, and neither do its segments.
pub fn admit(
    tx: &mut Tx<DecideStatements>,
    statement: &Statement,
    outcome: Admission,
    reason: &str,
) -> AppResult<()> {
    if outcome == Admission::Refused {
        segments::forget(tx.conn, statement)?;
    }
    record(tx, statement, Kind::Admission, outcome.as_str(), reason)
}

/// Shows a statement to everyone, or no longer. Without the consent of whoever handed it in it stays unseen whatever is
/// decided; see [`Statement::is_public`].
pub fn publish(
    tx: &mut Tx<DecideStatements>,
    statement: &Statement,
    outcome: Publication,
    reason: &str,
) -> AppResult<()> {
    record(tx, statement, Kind::Publication, outcome.as_str(), reason)
}

fn record(
    tx: &mut Tx<DecideStatements>,
    statement: &Statement,
    kind: Kind,
    outcome: &str,
    reason: &str,
) -> AppResult<()> {
    let author = tx.author();
    diesel::insert_into(statement_decisions::table)
        .values((
            statement_decisions::id.eq(Id::<Kind>::at(tx.now)),
            statement_decisions::statement_id.eq(&statement.id),
            statement_decisions::kind.eq(kind.as_str()),
            statement_decisions::outcome.eq(outcome),
            statement_decisions::reason.eq(reason),
            statement_decisions::made_at.eq(tx.now.naive_utc()),
            statement_decisions::made_by.eq(author),
        ))
        .execute(tx.conn)?;
    tx.journal(
        &format!("statement:{}", statement.id),
        &json!({ "decision": outcome, "reason": reason }),
    )
}
