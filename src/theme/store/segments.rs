//! Segments of statements as rows. Each has a free text of its own and becomes a contribution at once.

use std::collections::HashSet;

use diesel::prelude::*;

use super::gather::gather_segments;
use crate::account::Tx;
use crate::base::db::Conn;
use crate::base::error::AppResult;
use crate::base::id::Id;
use crate::base::schema::{assessments, contributions, free_texts, segments};
use crate::statement::model::{Statement, Version};
use crate::strategy::{Element, Wording};
use crate::survey::FreeText;
use crate::theme::CodeContributions;
use crate::theme::model::segment::Span;

/// A segment of a version of a statement.
#[derive(Clone, Debug)]
pub struct Segment {
    /// Its identity: that of the free text, and so of the contribution.
    pub id: Id<FreeText>,
    /// The version it was cut out of.
    pub version: Id<Version>,
    /// Where it stands; none when it was typed off an attachment.
    pub span: Option<Span>,
    /// What it is about; none for the whole.
    pub element: Option<Id<Element>>,
    /// Its words.
    pub text: String,
}

/// A segment that is to be made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewSegment {
    /// Where it stands; none when it was typed off an attachment.
    pub span: Option<Span>,
    /// What it is about, and in which wording.
    pub on: Option<(Id<Element>, Id<Wording>)>,
    /// Its words.
    pub text: String,
}

type Row = (
    Id<FreeText>,
    Id<Version>,
    (Option<i32>, Option<i32>, Option<i32>),
    Option<Id<Element>>,
    String,
);

fn segment((id, version, (part, first, last), element, text): Row) -> Segment {
    Segment {
        id,
        version,
        span: Span::of_row(part, first, last),
        element,
        text,
    }
}

/// The segments of all versions of some statements, in the order of the text; what was typed off comes last. One query.
pub fn of(conn: &mut Conn, statements: &[Statement]) -> AppResult<Vec<Segment>> {
    let versions = statements.iter().flat_map(|one| &one.versions);
    let versions: Vec<_> = versions.map(|version| &version.id).collect();
    let rows: Vec<Row> = segments::table
        .filter(segments::version_id.eq_any(versions))
        .select((
            segments::text_id,
            segments::version_id,
            (
                segments::part,
                segments::first_paragraph,
                segments::last_paragraph,
            ),
            segments::element_id,
            segments::text,
        ))
        .load(conn)?;
    let mut found: Vec<Segment> = rows.into_iter().map(segment).collect();
    found.sort_by(|one, other| {
        let place = |one: &Segment| (one.span.is_none(), one.span);
        (place(one), &one.id).cmp(&(place(other), &other.id))
    });
    Ok(found)
}

/// Which of some contributions have an approved assessment of their own.
pub fn approved(conn: &mut Conn, ids: &[Id<FreeText>]) -> AppResult<HashSet<Id<FreeText>>> {
    let rows: Vec<Option<Id<FreeText>>> = assessments::table
        .filter(assessments::text_id.eq_any(ids))
        .filter(assessments::state.eq("approved"))
        .select(assessments::text_id)
        .load(conn)?;
    Ok(rows.into_iter().flatten().collect())
}

/// Makes segments of a version; each is a contribution from now on.
pub fn make(
    tx: &mut Tx<CodeContributions>,
    version: &Id<Version>,
    new: &[NewSegment],
) -> AppResult<()> {
    for one in new {
        let id = Id::<FreeText>::at(tx.now);
        insert(tx, &id, version, one)?;
    }
    gather_segments(tx.conn, tx.now)?;
    Ok(())
}

/// The rows of one segment, before it is taken over as a contribution.
pub(super) fn insert(
    tx: &mut Tx<CodeContributions>,
    id: &Id<FreeText>,
    version: &Id<Version>,
    one: &NewSegment,
) -> AppResult<()> {
    diesel::insert_into(free_texts::table)
        .values((
            free_texts::id.eq(id),
            free_texts::source.eq("segment"),
            free_texts::state.eq("held"),
        ))
        .execute(tx.conn)?;
    let (element, wording) = one.on.clone().unzip();
    let author = tx.author();
    diesel::insert_into(segments::table)
        .values((
            segments::text_id.eq(id),
            segments::version_id.eq(version),
            place(one.span),
            segments::element_id.eq(element),
            segments::wording_id.eq(wording),
            segments::text.eq(&one.text),
            segments::made_at.eq(tx.now.naive_utc()),
            segments::made_by.eq(author),
        ))
        .execute(tx.conn)?;
    Ok(())
}

type Place = (
    diesel::dsl::Eq<segments::part, Option<i32>>,
    diesel::dsl::Eq<segments::first_paragraph, Option<i32>>,
    diesel::dsl::Eq<segments::last_paragraph, Option<i32>>,
);

fn place(span: Option<Span>) -> Place {
    let n = |of: fn(Span) -> usize| span.and_then(|span| i32::try_from(of(span)).ok());
    (
        segments::part.eq(n(|span| span.part)),
        segments::first_paragraph.eq(n(|span| span.first)),
        segments::last_paragraph.eq(n(|span| span.last)),
    )
}

/// Says that a segment is about something else.
pub fn place_on(
    tx: &mut Tx<CodeContributions>,
    id: &Id<FreeText>,
    on: Option<(Id<Element>, Id<Wording>)>,
) -> AppResult<()> {
    let (element, wording) = on.unzip();
    diesel::update(segments::table.find(id))
        .set((
            segments::element_id.eq(&element),
            segments::wording_id.eq(&wording),
        ))
        .execute(tx.conn)?;
    diesel::update(contributions::table.find(id))
        .set((
            contributions::element_id.eq(&element),
            contributions::wording_id.eq(&wording),
        ))
        .execute(tx.conn)?;
    Ok(())
}

/// Takes segments away, with everything that was said about them.
pub fn remove(tx: &mut Tx<CodeContributions>, ids: &[Id<FreeText>]) -> AppResult<()> {
    diesel::delete(free_texts::table.filter(free_texts::id.eq_any(ids))).execute(tx.conn)?;
    Ok(())
}

/// Lays a segment of an earlier version into a newer one, where the same words stand; what was said about it stays.
pub fn carry(
    tx: &mut Tx<CodeContributions>,
    id: &Id<FreeText>,
    version: &Id<Version>,
    span: Option<Span>,
) -> AppResult<()> {
    diesel::update(segments::table.find(id))
        .set((segments::version_id.eq(version), place(span)))
        .execute(tx.conn)?;
    Ok(())
}
