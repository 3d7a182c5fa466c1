//! Rows that say what an edition is at the moment: published, withdrawn, for decision, decided.

use std::collections::HashMap;

use chrono::NaiveDate;
use diesel::prelude::*;
use serde_json::json;

use super::{is_edition_published, laid};
use crate::account::Tx;
use crate::base::db::Conn;
use crate::base::error::{AppError, AppResult};
use crate::base::id::Id;
use crate::base::schema::{
    cause_themes, causes, consultation_publications, consultations, edition_changes,
    edition_drafts, edition_elements, edition_origins, edition_publications, edition_states,
    editions, papers, strategies,
};
use crate::strategy::EditStrategy;
use crate::strategy::model::Edition;
use crate::strategy::model::cause::Because;
use crate::strategy::model::standing::{Mark, Marked, Standing};

/// A mark as it is read: edition, state, the day of the council, note.
type Row = (Id<Edition>, String, Option<NaiveDate>, Option<String>);

/// What each of some editions is at the moment: two queries.
pub fn standings(
    conn: &mut Conn,
    ids: &[Id<Edition>],
) -> AppResult<HashMap<Id<Edition>, Standing>> {
    let mut standings: HashMap<Id<Edition>, Standing> = HashMap::new();
    let published: Vec<(Id<Edition>, chrono::NaiveDateTime)> = edition_publications::table
        .filter(edition_publications::edition_id.eq_any(ids))
        .select((
            edition_publications::edition_id,
            edition_publications::published_at,
        ))
        .load(conn)?;
    for (edition, at) in published {
        standings.entry(edition).or_default().published_at = Some(at.and_utc());
    }
    let marks: Vec<Row> = edition_states::table
        .filter(edition_states::edition_id.eq_any(ids))
        .order(edition_states::id)
        .select((
            edition_states::edition_id,
            edition_states::state,
            edition_states::on_day,
            edition_states::note,
        ))
        .load(conn)?;
    for (edition, state, on_day, note) in marks {
        // In their order, so that the newest one stays.
        standings.entry(edition).or_default().marked = Some(Marked {
            mark: Mark::named(&state),
            on_day,
            note,
        });
    }
    Ok(standings)
}

/// What an edition is at the moment.
pub fn standing(conn: &mut Conn, id: &Id<Edition>) -> AppResult<Standing> {
    let mut found = standings(conn, std::slice::from_ref(id))?;
    Ok(found.remove(id).unwrap_or_default())
}

/// Why something cannot be done with an edition now.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Hindrance {
    /// A published consultation lays it open; its title.
    LaidOpen(String),
    /// A consultation in preparation lays it open; its title.
    Prepared(String),
    /// A paper brings it to the council; its reference.
    Brought(String),
    /// It is public.
    Public,
    /// It was public, or before the council: people may remember it.
    WasSeen,
    /// There is a newer edition, or one is being made out of it.
    Continued,
}

/// The title of a consultation that lays an edition open; published ones first.
fn consultation_on(conn: &mut Conn, id: &Id<Edition>) -> AppResult<Option<(String, bool)>> {
    let found: Option<(String, Option<String>)> = consultations::table
        .left_join(consultation_publications::table)
        .filter(consultations::edition_id.eq(id))
        .order(consultation_publications::published_at.is_null())
        .select((
            consultations::title,
            consultation_publications::consultation_id.nullable(),
        ))
        .first(conn)
        .optional()?;
    Ok(found.map(|(title, published)| (title, published.is_some())))
}

/// What keeps an edition from being withdrawn: people are being asked about it.
pub fn withdrawal_hindrance(conn: &mut Conn, id: &Id<Edition>) -> AppResult<Option<Hindrance>> {
    let consultation = consultation_on(conn, id)?;
    Ok(consultation.and_then(|(title, public)| public.then_some(Hindrance::LaidOpen(title))))
}

/// What keeps an edition from being deleted: anything that anybody may rely on.
pub fn deletion_hindrance(conn: &mut Conn, id: &Id<Edition>) -> AppResult<Option<Hindrance>> {
    if is_edition_published(conn, id)? {
        return Ok(Some(Hindrance::Public));
    }
    if let Some((title, public)) = consultation_on(conn, id)? {
        return Ok(Some(if public {
            Hindrance::LaidOpen(title)
        } else {
            Hindrance::Prepared(title)
        }));
    }
    let paper: Option<String> = papers::table
        .filter(papers::edition_id.eq(id))
        .select(papers::reference)
        .first(conn)
        .optional()?;
    if let Some(reference) = paper {
        return Ok(Some(Hindrance::Brought(reference)));
    }
    let marks: i64 = edition_states::table
        .filter(edition_states::edition_id.eq(id))
        .count()
        .get_result(conn)?;
    if marks > 0 {
        return Ok(Some(Hindrance::WasSeen));
    }
    let (strategy, number): (String, i32) = editions::table
        .filter(editions::id.eq(id))
        .select((editions::strategy_id, editions::number))
        .first(conn)?;
    let newer: i64 = editions::table
        .filter(editions::strategy_id.eq(strategy))
        .filter(editions::number.gt(number))
        .count()
        .get_result(conn)?;
    let begun: i64 = edition_drafts::table
        .filter(edition_drafts::base_id.eq(id))
        .count()
        .get_result(conn)?;
    Ok((newer + begun > 0).then_some(Hindrance::Continued))
}

/// Shows an edition to everyone. Publishing it again changes nothing.
pub fn publish(tx: &mut Tx<EditStrategy>, id: &Id<Edition>) -> AppResult<()> {
    if is_edition_published(tx.conn, id)? {
        return Ok(());
    }
    let edition = laid(tx.conn, id)?;
    let author = tx.author();
    diesel::insert_into(edition_publications::table)
        .values((
            edition_publications::edition_id.eq(id),
            edition_publications::published_at.eq(tx.now.naive_utc()),
            edition_publications::published_by.eq(author),
        ))
        .execute(tx.conn)?;
    tx.journal(
        &format!("edition:{}/{}", edition.strategy, edition.number),
        &json!({ "published": edition.name }),
    )
}

/// Takes an edition back from the public, with the reason. Not while a published consultation lays it open; one that is
/// not public is not found.
pub fn withdraw(
    tx: &mut Tx<EditStrategy>,
    id: &Id<Edition>,
    reason: &str,
) -> AppResult<Result<(), Hindrance>> {
    if let Some(hindrance) = withdrawal_hindrance(tx.conn, id)? {
        return Ok(Err(hindrance));
    }
    let gone = diesel::delete(edition_publications::table.find(id)).execute(tx.conn)?;
    if gone == 0 {
        return Err(AppError::NotFound);
    }
    mark(tx, id, Mark::Withdrawn, None, Some(reason))?;
    Ok(Ok(()))
}

/// Sets a mark on an edition, or takes it back with [`Mark::None`].
pub fn mark(
    tx: &mut Tx<EditStrategy>,
    id: &Id<Edition>,
    mark: Mark,
    on_day: Option<NaiveDate>,
    note: Option<&str>,
) -> AppResult<()> {
    let (slug, number) = name_of(tx.conn, id)?;
    let author = tx.author();
    diesel::insert_into(edition_states::table)
        .values((
            edition_states::id.eq(Id::<Standing>::at(tx.now)),
            edition_states::edition_id.eq(id),
            edition_states::state.eq(mark.as_str()),
            edition_states::on_day.eq(on_day),
            edition_states::note.eq(note),
            edition_states::set_at.eq(tx.now.naive_utc()),
            edition_states::set_by.eq(author),
        ))
        .execute(tx.conn)?;
    tx.journal(
        &format!("edition:{slug}/{number}"),
        &json!({ "state": mark.as_str(), "on_day": on_day, "note": note }),
    )
}

/// Deletes an edition that nobody outside has seen and nothing refers to. Its elements keep their keys, so that none is
/// ever given to another; the draft it came from can be worked on again.
pub fn delete(tx: &mut Tx<EditStrategy>, id: &Id<Edition>) -> AppResult<Result<(), Hindrance>> {
    if let Some(hindrance) = deletion_hindrance(tx.conn, id)? {
        return Ok(Err(hindrance));
    }
    let (slug, number) = name_of(tx.conn, id)?;
    diesel::update(edition_drafts::table.filter(edition_drafts::edition_id.eq(id)))
        .set(edition_drafts::edition_id.eq(None::<Id<Edition>>))
        .execute(tx.conn)?;
    diesel::delete(edition_origins::table.filter(edition_origins::edition_id.eq(id)))
        .execute(tx.conn)?;
    let written: Vec<Id<Because>> = edition_changes::table
        .filter(edition_changes::edition_id.eq(id))
        .select(edition_changes::cause_id)
        .load(tx.conn)?;
    diesel::delete(edition_changes::table.filter(edition_changes::edition_id.eq(id)))
        .execute(tx.conn)?;
    diesel::delete(cause_themes::table.filter(cause_themes::cause_id.eq_any(&written)))
        .execute(tx.conn)?;
    diesel::delete(causes::table.filter(causes::id.eq_any(&written))).execute(tx.conn)?;
    diesel::delete(edition_elements::table.filter(edition_elements::edition_id.eq(id)))
        .execute(tx.conn)?;
    diesel::delete(editions::table.find(id)).execute(tx.conn)?;
    tx.journal(
        &format!("edition:{slug}/{number}"),
        &json!({ "deleted": true }),
    )?;
    Ok(Ok(()))
}

fn name_of(conn: &mut Conn, id: &Id<Edition>) -> AppResult<(String, i32)> {
    Ok(editions::table
        .inner_join(strategies::table)
        .filter(editions::id.eq(id))
        .select((strategies::slug, editions::number))
        .first(conn)?)
}
