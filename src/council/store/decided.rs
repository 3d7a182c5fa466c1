//! From a decision to the decided edition: it comes out of the edition that the paper brought, by a draft of its own.

use std::collections::HashMap;

use chrono::NaiveDate;
use diesel::prelude::*;

use super::traces;
use crate::account::Tx;
use crate::assessment::store::{Released, released};
use crate::base::db::Conn;
use crate::base::error::{AppError, AppResult};
use crate::base::id::Id;
use crate::base::schema::{
    deliberations, edition_drafts, edition_publications, editions, paper_decisions, papers,
    strategies,
};
use crate::council::model::{Body, Brought, Decided, Paper, Source, Step};
use crate::revision::store::consultation_behind;
use crate::strategy::cause::{Because, CauseNote, Editorial, Reason};
use crate::strategy::tree::DraftTree;
use crate::strategy::{
    EditStrategy, Edition, Mark, drafts, edition_id, laid, mark, publish, standing,
};

type Row = (Id<Edition>, String, String, i32, String, bool);

fn brought((id, strategy, title, number, name, is_public): Row) -> Brought {
    Brought {
        id,
        strategy,
        title,
        number,
        name,
        is_public,
    }
}

#[diesel::dsl::auto_type]
fn columns() -> _ {
    (
        editions::id,
        strategies::slug,
        strategies::title,
        editions::number,
        editions::name,
        edition_publications::published_at.nullable().is_not_null(),
    )
}

/// The edition a paper brings.
pub fn brought_by(conn: &mut Conn, paper: &Paper) -> AppResult<Option<Brought>> {
    let Some(id) = &paper.details.edition else {
        return Ok(None);
    };
    Ok(named(conn, std::slice::from_ref(id))?.remove(id))
}

/// Some editions by their id.
pub fn named(conn: &mut Conn, ids: &[Id<Edition>]) -> AppResult<HashMap<Id<Edition>, Brought>> {
    let rows: Vec<Row> = editions::table
        .inner_join(strategies::table)
        .left_join(edition_publications::table)
        .filter(editions::id.eq_any(ids))
        .select(columns())
        .load(conn)?;
    let named = rows.into_iter().map(brought);
    Ok(named.map(|one| (one.id.clone(), one)).collect())
}

/// The consultation whose contributions the edition of a paper answers, and since when who may read what became of them.
pub fn consulted(conn: &mut Conn, edition: &Brought) -> AppResult<Option<(String, Released)>> {
    let found = consultation_behind(conn, &edition.strategy, Some(&edition.id))?;
    let Some(of) = found else {
        return Ok(None);
    };
    let released = released(conn, &of.id)?;
    Ok(Some((of.slug, released)))
}

type Found = (Id<Step>, Id<DraftTree>, Option<Id<Edition>>, bool, String);

fn found(conn: &mut Conn, paper: &Id<Paper>) -> AppResult<Option<Found>> {
    Ok(paper_decisions::table
        .inner_join(edition_drafts::table.inner_join(strategies::table))
        .filter(paper_decisions::paper_id.eq(paper))
        .select((
            paper_decisions::deliberation_id,
            edition_drafts::id,
            edition_drafts::edition_id,
            edition_drafts::discarded_at.is_not_null(),
            strategies::slug,
        ))
        .first(conn)
        .optional()?)
}

/// What became of the edition a paper brought. A draft that was thrown away is none.
pub fn of(conn: &mut Conn, paper: &Id<Paper>) -> AppResult<Option<Decided>> {
    let Some((_, draft, edition, is_discarded, slug)) = found(conn, paper)? else {
        return Ok(None);
    };
    let Some(edition) = edition else {
        let url = format!("/desk/strategies/{slug}/drafts/{draft}");
        return Ok((!is_discarded).then_some(Decided::InWork { url }));
    };
    let is_marked = standing(conn, &edition)?.mark() == Mark::Decided;
    let mut all = named(conn, std::slice::from_ref(&edition))?;
    Ok(all
        .remove(&edition)
        .map(|edition| Decided::Written { edition, is_marked }))
}

/// What came of beginning a decided edition.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Began {
    /// The edition is written; it says what the paper's edition says.
    Written,
    /// Its wording can be worked on there.
    InWork(String),
    /// Another next edition is in work already, there.
    Busy(String),
    /// There is nothing to decide on: no edition, or none that can be written.
    Impossible,
}

/// Makes the decided edition of a paper out of the one it brought. Without amendments it is written at once, marked, and
/// published when paper and step are public; with amendments a draft of it is begun. `name`: of the new edition.
pub fn begin(
    tx: &mut Tx<EditStrategy>,
    paper: &Paper,
    step: &Step,
    is_amended: bool,
    name: &str,
) -> AppResult<Began> {
    match of(tx.conn, &paper.id)? {
        Some(Decided::InWork { url }) => return Ok(Began::InWork(url)),
        Some(Decided::Written { .. }) => return Ok(Began::Written),
        None => {}
    }
    let Some(base) = &paper.details.edition else {
        return Ok(Began::Impossible);
    };
    let edition = laid(tx.conn, base)?;
    let slug = edition.strategy.clone();
    if is_amended && let Some(open) = open_draft(tx.conn, &slug)? {
        return Ok(Began::Busy(format!(
            "/desk/strategies/{slug}/drafts/{open}"
        )));
    }
    let mut plain = edition.plain()?;
    name.clone_into(&mut plain.name);
    let strategy = editions::table
        .find(base)
        .select(editions::strategy_id)
        .first(tx.conn)?;
    let reason = Reason::of(&format!("{}: {}", step.body.name, paper.details.reference));
    let decision = reason.map(|reason| Because::Editorial(Editorial::Council, reason));
    let tree = DraftTree {
        usual_cause: decision.as_ref().map(CauseNote::from),
        ..DraftTree::of(plain)
    };
    let draft = drafts::begin_with(tx, &strategy, Some(base), &tree)?;
    note(tx, &paper.id, step, &draft)?;
    if is_amended {
        let url = format!("/desk/strategies/{slug}/drafts/{draft}");
        return Ok(Began::InWork(url));
    }
    // What differs from the newest edition, where the paper brought an older one, differs because the council decided so.
    let done = drafts::finish(tx, &slug, draft.as_str(), 1, name, decision.as_ref())?;
    let drafts::Finished::Written { number } = done else {
        return Ok(Began::Impossible);
    };
    let decided = edition_id(tx.conn, &slug, Some(number))?;
    let is_public = paper.is_public() && step.is_public;
    settle(tx, step, &decided, is_public)?;
    Ok(Began::Written)
}

/// The draft of a strategy's next edition that somebody works on.
fn open_draft(conn: &mut Conn, slug: &str) -> AppResult<Option<Id<DraftTree>>> {
    let heads = drafts::heads(conn, slug)?;
    let open = heads
        .into_iter()
        .find(|head| head.state == drafts::DraftState::Open);
    Ok(open.map(|head| head.id))
}

fn note(
    tx: &mut Tx<EditStrategy>,
    paper: &Id<Paper>,
    step: &Step,
    draft: &Id<DraftTree>,
) -> AppResult<()> {
    let author = tx.author();
    diesel::delete(paper_decisions::table.find(paper)).execute(tx.conn)?;
    diesel::insert_into(paper_decisions::table)
        .values((
            paper_decisions::paper_id.eq(paper),
            paper_decisions::deliberation_id.eq(&step.id),
            paper_decisions::draft_id.eq(draft),
            paper_decisions::made_at.eq(tx.now.naive_utc()),
            paper_decisions::made_by.eq(author),
        ))
        .execute(tx.conn)?;
    Ok(())
}

/// Marks a decided edition, and shows it to everyone when it may be.
fn settle(
    tx: &mut Tx<EditStrategy>,
    step: &Step,
    edition: &Id<Edition>,
    is_public: bool,
) -> AppResult<()> {
    mark(tx, edition, Mark::Decided, Some(step.day), None)?;
    if is_public {
        publish(tx, edition)?;
    }
    traces::renew(tx)
}

/// Marks and publishes a decided edition that was written, whoever may read its paper: that is what was asked for. Not found,
/// while it is not written.
pub fn release(tx: &mut Tx<EditStrategy>, paper: &Paper, step: &Step) -> AppResult<()> {
    let found = found(tx.conn, &paper.id)?;
    let edition = found.and_then(|(_, _, edition, _, _)| edition);
    settle(tx, step, &edition.ok_or(AppError::NotFound)?, true)
}

/// The step out of which the decided edition of a paper comes.
pub fn step_of(conn: &mut Conn, paper: &Id<Paper>) -> AppResult<Option<Id<Step>>> {
    Ok(found(conn, paper)?.map(|(step, ..)| step))
}

/// Out of which published paper and public step an edition came.
pub fn source(conn: &mut Conn, edition: &Id<Edition>) -> AppResult<Option<Source>> {
    let row: Option<(Id<Paper>, String, Id<Body>, NaiveDate)> = paper_decisions::table
        .inner_join(edition_drafts::table)
        .inner_join(papers::table)
        .inner_join(deliberations::table)
        .filter(edition_drafts::edition_id.eq(edition))
        .filter(papers::published_at.is_not_null())
        .filter(deliberations::is_public.eq(true))
        .filter(deliberations::removed_at.is_null())
        .select((
            papers::id,
            papers::reference,
            deliberations::body_id,
            deliberations::on_day,
        ))
        .first(conn)
        .optional()?;
    let Some((paper, reference, body, day)) = row else {
        return Ok(None);
    };
    let bodies = super::by_id(conn)?;
    Ok(bodies.get(&body).map(|body| Source {
        paper,
        reference,
        body: body.name.clone(),
        day,
    }))
}
