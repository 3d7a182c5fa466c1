//! The steps of papers.

use std::collections::HashMap;

use chrono::NaiveDate;
use diesel::dsl::max;
use diesel::prelude::*;
use serde_json::json;

use super::papers::subject;
use super::traces;
use crate::account::Tx;
use crate::base::db::Conn;
use crate::base::error::{AppError, AppResult};
use crate::base::id::Id;
use crate::base::schema::{deliberations, papers};
use crate::council::PreparePapers;
use crate::council::form::NewStep;
use crate::council::model::{Body, Outcome, Paper, Step, StepRole, Vote};

#[derive(Queryable, Selectable)]
#[diesel(table_name = deliberations)]
struct Row {
    id: Id<Step>,
    paper_id: Id<Paper>,
    body_id: Id<Body>,
    on_day: NaiveDate,
    role: String,
    is_public: bool,
    outcome: Option<String>,
    vote: Option<String>,
    yes: Option<i32>,
    no: Option<i32>,
    abstentions: Option<i32>,
    wording: String,
    version: i32,
}

impl Row {
    fn vote(&self) -> Option<Vote> {
        Some(match self.vote.as_deref()? {
            "unanimous" => Vote::Unanimous,
            "majority" => Vote::Majority,
            _ => Vote::Counted {
                yes: self.yes?,
                no: self.no?,
                abstentions: self.abstentions?,
            },
        })
    }

    fn step(self, body: Body) -> Step {
        Step {
            body,
            vote: self.vote(),
            id: self.id,
            day: self.on_day,
            role: StepRole::parse(&self.role).unwrap_or(StepRole::Preparation),
            is_public: self.is_public,
            outcome: self.outcome.as_deref().and_then(Outcome::parse),
            wording: self.wording,
            version: self.version,
        }
    }
}

/// The steps of papers in their order; `removed`: those that were taken from the way instead.
pub(super) fn of(
    conn: &mut Conn,
    papers: &[Id<Paper>],
    bodies: &HashMap<Id<Body>, Body>,
    removed: bool,
) -> AppResult<HashMap<Id<Paper>, Vec<Step>>> {
    let query = deliberations::table
        .filter(deliberations::paper_id.eq_any(papers))
        .into_boxed();
    let query = if removed {
        query.filter(deliberations::removed_at.is_not_null())
    } else {
        query.filter(deliberations::removed_at.is_null())
    };
    let rows: Vec<Row> = query
        .order((
            deliberations::on_day,
            deliberations::position,
            deliberations::id,
        ))
        .select(Row::as_select())
        .load(conn)?;
    let mut ways: HashMap<_, Vec<_>> = HashMap::new();
    for row in rows {
        if let Some(body) = bodies.get(&row.body_id) {
            let paper = row.paper_id.clone();
            ways.entry(paper).or_default().push(row.step(body.clone()));
        }
    }
    Ok(ways)
}

/// Steps that were taken from a paper's way and can be put back.
pub fn removed(conn: &mut Conn, paper: &Id<Paper>) -> AppResult<Vec<Step>> {
    let bodies = super::by_id(conn)?;
    let mut found = of(conn, std::slice::from_ref(paper), &bodies, true)?;
    Ok(found.remove(paper).unwrap_or_default())
}

/// How many steps of published papers are over on a day, and nobody has written down what came of them.
pub fn waiting_count(conn: &mut Conn, today: NaiveDate) -> AppResult<i64> {
    Ok(deliberations::table
        .inner_join(papers::table)
        .filter(papers::published_at.is_not_null())
        .filter(deliberations::removed_at.is_null())
        .filter(deliberations::outcome.is_null())
        .filter(deliberations::on_day.lt(today))
        .count()
        .get_result(conn)?)
}

/// One step of a paper, as it stands.
pub fn find(conn: &mut Conn, paper: &Id<Paper>, id: &str) -> AppResult<Step> {
    let bodies = super::by_id(conn)?;
    let mut found = of(conn, std::slice::from_ref(paper), &bodies, false)?;
    let steps = found.remove(paper).unwrap_or_default();
    let step = steps.into_iter().find(|step| step.id.as_str() == id);
    step.ok_or(AppError::NotFound)
}

/// Adds a step, or changes one. `old`: which, and the version that the page had shown. False when somebody else changed it since.
pub fn keep(
    tx: &mut Tx<PreparePapers>,
    paper: &Id<Paper>,
    old: Option<(&Id<Step>, i32)>,
    new: &NewStep,
) -> AppResult<bool> {
    let [yes, no, abstentions] = match new.vote.and_then(Vote::numbers) {
        Some(numbers) => numbers.map(Some),
        None => [None; 3],
    };
    let columns = (
        deliberations::body_id.eq(&new.body),
        deliberations::on_day.eq(new.day),
        deliberations::role.eq(new.role.as_str()),
        deliberations::is_public.eq(new.is_public),
        deliberations::outcome.eq(new.outcome.map(Outcome::as_str)),
        deliberations::vote.eq(new.vote.map(Vote::as_str)),
        deliberations::yes.eq(yes),
        deliberations::no.eq(no),
        deliberations::abstentions.eq(abstentions),
        deliberations::wording.eq(&new.wording),
    );
    let what = if let Some((id, seen)) = old {
        let there = deliberations::table
            .find(id)
            .filter(deliberations::paper_id.eq(paper))
            .filter(deliberations::version.eq(seen));
        let changed = diesel::update(there)
            .set((columns, deliberations::version.eq(seen + 1)))
            .execute(tx.conn)?;
        if changed == 0 {
            return Ok(false);
        }
        "changed"
    } else {
        let last: Option<i32> = deliberations::table
            .filter(deliberations::paper_id.eq(paper))
            .select(max(deliberations::position))
            .first(tx.conn)?;
        diesel::insert_into(deliberations::table)
            .values((
                deliberations::id.eq(Id::<Step>::at(tx.now)),
                deliberations::paper_id.eq(paper),
                columns,
                deliberations::position.eq(last.unwrap_or_default() + 1),
                deliberations::version.eq(1),
            ))
            .execute(tx.conn)?;
        "created"
    };
    traces::renew(tx)?;
    // The day alone: what is not public has no place in an extract of the journal either.
    tx.journal(&subject(paper), &json!({ "step": what, "on_day": new.day }))?;
    Ok(true)
}

/// Takes a step from the way, or puts it back.
pub fn set_removed(
    tx: &mut Tx<PreparePapers>,
    paper: &Id<Paper>,
    id: &str,
    is_removed: bool,
) -> AppResult<()> {
    let there = deliberations::table
        .filter(deliberations::id.eq(id))
        .filter(deliberations::paper_id.eq(paper));
    let at = is_removed.then(|| tx.now.naive_utc());
    let changed = diesel::update(there)
        .set(deliberations::removed_at.eq(at))
        .execute(tx.conn)?;
    if changed == 0 {
        return Err(AppError::NotFound);
    }
    traces::renew(tx)?;
    let what = if is_removed { "removed" } else { "restored" };
    tx.journal(&subject(paper), &json!({ "step": what }))
}

/// Puts a step before or behind its neighbour of the same day. Steps of other days stand in the order of their days.
pub fn shift(
    tx: &mut Tx<PreparePapers>,
    paper: &Id<Paper>,
    id: &str,
    is_up: bool,
) -> AppResult<()> {
    let bodies = super::by_id(tx.conn)?;
    let mut found = of(tx.conn, std::slice::from_ref(paper), &bodies, false)?;
    let mut steps = found.remove(paper).unwrap_or_default();
    let at = steps.iter().position(|step| step.id.as_str() == id);
    let at = at.ok_or(AppError::NotFound)?;
    let other = if is_up {
        at.checked_sub(1)
    } else {
        Some(at + 1)
    };
    let other = other.filter(|other| {
        steps
            .get(*other)
            .is_some_and(|other| other.day == steps[at].day)
    });
    let Some(other) = other else { return Ok(()) };
    steps.swap(at, other);
    for (n, step) in (1..).zip(&steps) {
        diesel::update(deliberations::table.find(&step.id))
            .set(deliberations::position.eq(n))
            .execute(tx.conn)?;
    }
    tx.journal(&subject(paper), &json!({ "step": "moved" }))
}
