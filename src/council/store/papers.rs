//! Papers with their way and their files.

use chrono::{NaiveDate, NaiveDateTime};
use diesel::prelude::*;
use serde_json::json;

use super::{by_id, files, steps, traces};
use crate::account::Tx;
use crate::base::db::Conn;
use crate::base::error::{AppError, AppResult};
use crate::base::id::Id;
use crate::base::schema::{
    deliberations, editions, paper_decisions, paper_files, papers, strategies,
};
use crate::council::PreparePapers;
use crate::council::model::{Details, Paper, PaperKind, Way, folded};
use crate::strategy::Edition;

#[derive(Queryable, Selectable)]
#[diesel(table_name = papers)]
struct Row {
    id: Id<Paper>,
    reference: String,
    kind: String,
    subject: String,
    summary: String,
    office: String,
    co_offices: String,
    clerk: String,
    names_clerk: bool,
    dated_on: NaiveDate,
    edition_id: Option<Id<Edition>>,
    version: i32,
    published_at: Option<NaiveDateTime>,
}

impl From<Row> for Paper {
    fn from(row: Row) -> Self {
        Self {
            id: row.id,
            details: Details {
                reference: row.reference,
                kind: PaperKind::parse(&row.kind).unwrap_or(PaperKind::Information),
                subject: row.subject,
                summary: row.summary,
                office: row.office,
                co_offices: row.co_offices.lines().map(str::to_owned).collect(),
                clerk: row.clerk,
                names_clerk: row.names_clerk,
                dated_on: row.dated_on,
                edition: row.edition_id,
            },
            version: row.version,
            published_at: row.published_at.map(|at| at.and_utc()),
            way: Way::default(),
            files: Vec::new(),
        }
    }
}

/// Gives papers their way and their files: three queries, however many there are.
fn whole(conn: &mut Conn, rows: Vec<Row>) -> AppResult<Vec<Paper>> {
    let mut all: Vec<Paper> = rows.into_iter().map(Paper::from).collect();
    let ids: Vec<_> = all.iter().map(|paper| paper.id.clone()).collect();
    let bodies = by_id(conn)?;
    let mut ways = steps::of(conn, &ids, &bodies, false)?;
    let mut attached = files::of(conn, &ids)?;
    for paper in &mut all {
        paper.way = Way::new(ways.remove(&paper.id).unwrap_or_default());
        paper.files = attached.remove(&paper.id).unwrap_or_default();
    }
    Ok(all)
}

/// All papers, the newest first. A town that uses Trialog for its strategies has some dozens.
pub fn list(conn: &mut Conn) -> AppResult<Vec<Paper>> {
    let rows = papers::table
        .order((papers::dated_on.desc(), papers::id.desc()))
        .select(Row::as_select())
        .load(conn)?;
    whole(conn, rows)
}

/// Those everyone may read, the newest first.
pub fn published(conn: &mut Conn) -> AppResult<Vec<Paper>> {
    let rows = papers::table
        .filter(papers::published_at.is_not_null())
        .order((papers::dated_on.desc(), papers::id.desc()))
        .select(Row::as_select())
        .load(conn)?;
    whole(conn, rows)
}

/// One paper, published or not.
pub fn find(conn: &mut Conn, id: &str) -> AppResult<Paper> {
    let row = papers::table
        .find(id)
        .select(Row::as_select())
        .first(conn)?;
    let mut found = whole(conn, vec![row])?;
    found.pop().ok_or(AppError::NotFound)
}

/// One paper everyone may read; else not found.
pub fn find_published(conn: &mut Conn, id: &str) -> AppResult<Paper> {
    let paper = find(conn, id)?;
    if paper.is_public() {
        Ok(paper)
    } else {
        Err(AppError::NotFound)
    }
}

/// Published papers that bring an edition of a strategy from some number on, the first first.
pub fn on_strategy(conn: &mut Conn, strategy: &str, from: i32) -> AppResult<Vec<Paper>> {
    let of: Vec<Id<Edition>> = editions::table
        .inner_join(strategies::table)
        .filter(strategies::slug.eq(strategy))
        .filter(editions::number.ge(from))
        .select(editions::id)
        .load(conn)?;
    on_editions(conn, &of)
}

/// Published papers that bring one of some editions, the first first.
pub fn on_editions(conn: &mut Conn, of: &[Id<Edition>]) -> AppResult<Vec<Paper>> {
    let rows = papers::table
        .filter(papers::edition_id.eq_any(of))
        .filter(papers::published_at.is_not_null())
        .order((papers::dated_on, papers::id))
        .select(Row::as_select())
        .load(conn)?;
    whole(conn, rows)
}

/// What came of saving a paper.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Kept {
    /// It is kept.
    Done(Id<Paper>),
    /// Another paper has this reference.
    Taken,
    /// Somebody else changed it since the page was made.
    Changed,
}

/// Makes a paper, or changes one. `seen`: the version that the page had shown.
pub fn keep(
    tx: &mut Tx<PreparePapers>,
    old: Option<(&Id<Paper>, i32)>,
    new: &Details,
) -> AppResult<Kept> {
    let key = folded(&new.reference);
    let other: Option<Id<Paper>> = papers::table
        .filter(papers::folded_reference.eq(&key))
        .select(papers::id)
        .first(tx.conn)
        .optional()?;
    if other.is_some_and(|other| Some(&other) != old.map(|(id, _)| id)) {
        return Ok(Kept::Taken);
    }
    let Some((id, seen)) = old else {
        return create(tx, &key, new).map(Kept::Done);
    };
    let changed = diesel::update(papers::table.find(id).filter(papers::version.eq(seen)))
        .set((columns(&key, new), papers::version.eq(seen + 1)))
        .execute(tx.conn)?;
    if changed == 0 {
        return Ok(Kept::Changed);
    }
    traces::renew(tx)?;
    tx.journal(&subject(id), &json!({ "reference": new.reference }))?;
    Ok(Kept::Done(id.clone()))
}

/// What stands in a row about a paper.
#[derive(Insertable, AsChangeset)]
#[diesel(table_name = papers)]
#[diesel(treat_none_as_null = true)]
struct Columns<'a> {
    reference: &'a str,
    folded_reference: &'a str,
    kind: &'static str,
    subject: &'a str,
    summary: &'a str,
    office: &'a str,
    co_offices: String,
    clerk: &'a str,
    names_clerk: bool,
    dated_on: NaiveDate,
    edition_id: Option<Id<Edition>>,
}

fn columns<'a>(key: &'a str, new: &'a Details) -> Columns<'a> {
    Columns {
        reference: &new.reference,
        folded_reference: key,
        kind: new.kind.as_str(),
        subject: &new.subject,
        summary: &new.summary,
        office: &new.office,
        co_offices: new.co_offices.join("\n"),
        clerk: &new.clerk,
        names_clerk: new.names_clerk,
        dated_on: new.dated_on,
        edition_id: new.edition.clone(),
    }
}

fn create(tx: &mut Tx<PreparePapers>, key: &str, new: &Details) -> AppResult<Id<Paper>> {
    let id = Id::at(tx.now);
    let author = tx.author();
    diesel::insert_into(papers::table)
        .values((
            papers::id.eq(&id),
            columns(key, new),
            papers::version.eq(1),
            papers::made_at.eq(tx.now.naive_utc()),
            papers::made_by.eq(author),
        ))
        .execute(tx.conn)?;
    tx.journal(&subject(&id), &json!({ "created": new.reference }))?;
    Ok(id)
}

/// Shows a paper to everyone, or takes it back. Doing it again changes nothing.
pub fn publish(tx: &mut Tx<PreparePapers>, id: &Id<Paper>, is_public: bool) -> AppResult<()> {
    let at = is_public.then(|| tx.now.naive_utc());
    let there = papers::table.find(id);
    let changed = if is_public {
        diesel::update(there.filter(papers::published_at.is_null()))
            .set(papers::published_at.eq(at))
            .execute(tx.conn)?
    } else {
        diesel::update(there.filter(papers::published_at.is_not_null()))
            .set(papers::published_at.eq(at))
            .execute(tx.conn)?
    };
    if changed == 0 {
        return Ok(());
    }
    traces::renew(tx)?;
    tx.journal(&subject(id), &json!({ "published": is_public }))
}

/// Deletes a draft with its way and its files; gives whether it could: not while everyone may read it, nor once a decided
/// edition came of it.
pub fn delete(tx: &mut Tx<PreparePapers>, id: &Id<Paper>) -> AppResult<bool> {
    let paper = find(tx.conn, id.as_str())?;
    let decided: i64 = paper_decisions::table
        .filter(paper_decisions::paper_id.eq(id))
        .count()
        .get_result(tx.conn)?;
    if paper.is_public() || decided > 0 {
        return Ok(false);
    }
    diesel::delete(deliberations::table.filter(deliberations::paper_id.eq(id))).execute(tx.conn)?;
    diesel::delete(paper_files::table.filter(paper_files::paper_id.eq(id))).execute(tx.conn)?;
    diesel::delete(papers::table.find(id)).execute(tx.conn)?;
    traces::renew(tx)?;
    tx.journal(&subject(id), &json!({ "deleted": paper.details.reference }))?;
    Ok(true)
}

/// Whether an edition is there to be brought.
pub fn has_edition(conn: &mut Conn, id: &Id<Edition>) -> AppResult<bool> {
    let found: i64 = editions::table
        .filter(editions::id.eq(id))
        .count()
        .get_result(conn)?;
    Ok(found > 0)
}

/// As the journal names a paper.
pub(super) fn subject(id: &Id<Paper>) -> String {
    format!("council-paper:{id}")
}
