//! What the register reads beside statements: who signs, what was written about, what was decided, what was entered before.

use std::collections::HashMap;

use anyhow::anyhow;
use chrono::NaiveDateTime;
use diesel::prelude::*;

use super::decide::Kind;
use super::{Row, complete};
use crate::account::Party;
use crate::base::db::Conn;
use crate::base::error::AppResult;
use crate::base::id::Id;
use crate::base::schema::{
    consultations, deadline_grants, deadline_requests, statement_decisions, statement_submitters,
    statement_versions, statements, wordings,
};
use crate::consultation::{Consultation, TrackKind};
use crate::statement::model::{Deadlines, Past, Standing, Statement, Submitter, Version};
use crate::strategy::Wording;

/// Who signs some versions, in the order they were named: one query.
pub fn signers(
    conn: &mut Conn,
    versions: &[Id<Version>],
) -> AppResult<HashMap<Id<Version>, Vec<Submitter>>> {
    let rows: Vec<(Id<Version>, String, String, String, String)> = statement_submitters::table
        .filter(statement_submitters::version_id.eq_any(versions))
        .order((
            statement_submitters::version_id,
            statement_submitters::position,
        ))
        .select((
            statement_submitters::version_id,
            statement_submitters::name,
            statement_submitters::behalf,
            statement_submitters::email,
            statement_submitters::postal_address,
        ))
        .load(conn)?;
    let mut found: HashMap<_, Vec<_>> = HashMap::new();
    for (version, name, behalf, email, postal_address) in rows {
        found.entry(version).or_default().push(Submitter {
            name,
            behalf,
            email,
            postal_address,
        });
    }
    Ok(found)
}

/// A wording: its number in the document, its title, its text.
pub type Words = (Option<String>, String, String);

/// The texts of wordings, by their identity. One query.
pub fn wordings_of(conn: &mut Conn, ids: &[Id<Wording>]) -> AppResult<HashMap<Id<Wording>, Words>> {
    let rows: Vec<(Id<Wording>, Option<String>, String, String)> = wordings::table
        .filter(wordings::id.eq_any(ids))
        .select((
            wordings::id,
            wordings::number,
            wordings::title,
            wordings::text,
        ))
        .load(conn)?;
    let rows = rows.into_iter();
    Ok(rows
        .map(|(id, number, title, text)| (id, (number, title, text)))
        .collect())
}

/// Every decision about a statement, the newest first.
pub fn decisions(conn: &mut Conn, statement: &Id<Statement>) -> AppResult<Vec<Past>> {
    let rows: Vec<(String, String, String, NaiveDateTime, String)> = statement_decisions::table
        .filter(statement_decisions::statement_id.eq(statement))
        .order(statement_decisions::id.desc())
        .select((
            statement_decisions::kind,
            statement_decisions::outcome,
            statement_decisions::reason,
            statement_decisions::made_at,
            statement_decisions::made_by,
        ))
        .load(conn)?;
    let past =
        |(kind, outcome, reason, at, by): (String, String, String, NaiveDateTime, String)| {
            let unknown = || anyhow!("unknown decision about a statement: {kind} {outcome}");
            let outcome = match Kind::parse(&kind) {
                Some(kind) => kind.outcome(&outcome).ok_or_else(unknown)?,
                None => return Err(unknown().into()),
            };
            Ok(Past {
                outcome,
                reason,
                at: at.and_utc(),
                by,
            })
        };
    rows.into_iter().map(past).collect()
}

/// What of a consultation waits for a decision.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Waiting {
    /// The consultation's name in addresses.
    pub slug: String,
    /// Late statements nobody has decided about.
    pub late: i64,
    /// Requests for a longer deadline nobody has decided about.
    pub requests: i64,
}

/// What waits for a decision, by consultation, and only where something does: seven queries, however many there are.
pub fn waiting(conn: &mut Conn, consultations: &[Consultation]) -> AppResult<Vec<Waiting>> {
    let ids: Vec<_> = consultations.iter().map(|of| &of.id).collect();
    // Late by the deadline of that day; a longer one may have been granted since.
    let late = statement_versions::table
        .inner_join(statements::table)
        .filter(statements::consultation_id.eq_any(&ids))
        .filter(statements::number.is_not_null())
        .filter(statement_versions::handed_in_at.ge(statement_versions::deadline))
        .select(Row::as_select())
        .distinct()
        .load(conn)?;
    let late = complete(conn, late)?;
    let grants: Vec<(Id<Consultation>, Id<Party>, NaiveDateTime)> = deadline_grants::table
        .filter(deadline_grants::consultation_id.eq_any(&ids))
        .select((
            deadline_grants::consultation_id,
            deadline_grants::organisation_id,
            deadline_grants::closes_at,
        ))
        .load(conn)?;
    let open: Vec<Id<Consultation>> = deadline_requests::table
        .filter(deadline_requests::consultation_id.eq_any(&ids))
        .filter(deadline_requests::decision.is_null())
        .select(deadline_requests::consultation_id)
        .load(conn)?;
    let mut found = Vec::new();
    for of in consultations {
        let Some(track) = of.track(TrackKind::Statements) else {
            continue;
        };
        let own = grants.iter().filter(|(on, _, _)| *on == of.id);
        let own = own.map(|(_, party, at)| (party.clone(), at.and_utc()));
        let deadlines = Deadlines::of_grants(track.window, own);
        let waits = |one: &&Statement| {
            let closes_at = deadlines.of(one.party.as_ref());
            one.consultation == of.id && one.standing(closes_at) == Standing::LateWaiting
        };
        let waiting = Waiting {
            slug: of.slug.clone(),
            late: i64::try_from(late.iter().filter(waits).count()).unwrap_or(i64::MAX),
            requests: i64::try_from(open.iter().filter(|on| **on == of.id).count())
                .unwrap_or(i64::MAX),
        };
        if waiting.late + waiting.requests > 0 {
            found.push(waiting);
        }
    }
    Ok(found)
}

/// Which of some keys of forms or rows stand in the register already, and under which number: one query.
pub fn entered(conn: &mut Conn, keys: &[String]) -> AppResult<HashMap<String, i32>> {
    let rows: Vec<(Option<String>, Option<i32>)> = statements::table
        .filter(statements::entry_key.eq_any(keys))
        .select((statements::entry_key, statements::number))
        .load(conn)?;
    let found = rows.into_iter().filter_map(|(key, number)| key.zip(number));
    Ok(found.collect())
}

/// Consultations whose numbers have a gap: the name in addresses, the highest number, and how many there are. Nothing takes
/// a number away, so every gap is a fault.
pub fn gaps(conn: &mut Conn) -> AppResult<Vec<(String, i32, i64)>> {
    use diesel::dsl::{count_star, max};
    let rows: Vec<(String, Option<i32>, i64)> = statements::table
        .inner_join(consultations::table)
        .filter(statements::number.is_not_null())
        .group_by(consultations::slug)
        .select((consultations::slug, max(statements::number), count_star()))
        .load(conn)?;
    let rows = rows.into_iter();
    let rows = rows.map(|(slug, highest, n)| (slug, highest.unwrap_or(0), n));
    Ok(rows
        .filter(|(_, highest, n)| i64::from(*highest) != *n)
        .collect())
}
