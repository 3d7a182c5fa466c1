//! Rows of consultations, tracks and windows.

mod bin;
mod choices;
mod publication;
mod reading;
mod remove;
mod windows;
mod write;

use std::collections::HashMap;

use chrono::{DateTime, NaiveDate, NaiveDateTime, Utc};
use diesel::prelude::*;

use super::model::{
    Consultation, Milestone, MilestoneKind, Openness, Track, TrackKind, Window, WindowChange,
};
use crate::base::db::Conn;
use crate::base::error::{AppError, AppResult};
use crate::base::id::Id;
use crate::base::schema::{
    consultation_publications, consultations, milestones, track_windows, tracks,
};
use crate::strategy::Edition;
use crate::translation::Reading;

pub use bin::{bring_back, discard};
pub use choices::{EditionChoice, edition_choices, has_surveys};
pub use publication::{Withdrawal, publish, withdraw};
pub use reading::{read_each_in, read_in};
pub use remove::{Removal, remove};
pub use windows::{WindowRow, change_deadline, close_early, set_windows, windows_of};
pub use write::{Revision, create, free_slug, revise, set_milestones};

#[derive(Queryable, Selectable)]
#[diesel(table_name = consultations)]
struct Row {
    id: Id<Consultation>,
    slug: String,
    edition_id: Id<Edition>,
    title: String,
    lead: String,
    contact: Option<String>,
    releases_comments: bool,
    #[diesel(select_expression = consultation_publications::published_at.nullable())]
    published_at: Option<NaiveDateTime>,
}

/// Every consultation, published or not, newest first; for the desk.
pub fn list_all(conn: &mut Conn) -> AppResult<Vec<Consultation>> {
    let rows = consultations::table
        .left_join(consultation_publications::table)
        .select(Row::as_select())
        .order(consultations::id.desc())
        .load(conn)?;
    complete(conn, rows)
}

/// Every published consultation, newest first.
pub fn list_published(conn: &mut Conn) -> AppResult<Vec<Consultation>> {
    let rows = consultations::table
        .left_join(consultation_publications::table)
        .filter(consultation_publications::published_at.is_not_null())
        .select(Row::as_select())
        .order(consultations::id.desc())
        .load(conn)?;
    complete(conn, rows)
}

/// The published consultation of that name. Not published and not there answer alike: not found.
pub fn published(conn: &mut Conn, slug: &str) -> AppResult<Consultation> {
    let rows = consultations::table
        .left_join(consultation_publications::table)
        .filter(
            consultations::slug
                .eq(slug)
                .and(consultation_publications::published_at.is_not_null()),
        )
        .select(Row::as_select())
        .load(conn)?;
    one(conn, rows)
}

/// The consultation of that name, published or not; for commands.
pub fn find(conn: &mut Conn, slug: &str) -> AppResult<Consultation> {
    let rows = consultations::table
        .left_join(consultation_publications::table)
        .filter(consultations::slug.eq(slug))
        .select(Row::as_select())
        .load(conn)?;
    one(conn, rows)
}

/// A consultation by its identity, for what hangs on it.
pub fn by_id(conn: &mut Conn, id: &Id<Consultation>) -> AppResult<Consultation> {
    let rows = consultations::table
        .left_join(consultation_publications::table)
        .filter(consultations::id.eq(id))
        .select(Row::as_select())
        .load(conn)?;
    one(conn, rows)
}

fn one(conn: &mut Conn, rows: Vec<Row>) -> AppResult<Consultation> {
    complete(conn, rows)?.pop().ok_or(AppError::NotFound)
}

/// Adds tracks and milestones to consultations, and whether those nobody outside sees lie in the bin: two queries or three,
/// however many there are.
fn complete(conn: &mut Conn, rows: Vec<Row>) -> AppResult<Vec<Consultation>> {
    let ids: Vec<_> = rows.iter().map(|row| row.id.clone()).collect();
    let mut all_tracks = tracks_of(conn, &ids)?;
    let mut all_milestones = milestones_of(conn, &ids)?;
    let hidden = rows.iter().filter(|row| row.published_at.is_none());
    let removals = bin::removals_of(conn, hidden.map(|row| &row.id))?;
    Ok(rows
        .into_iter()
        .map(|row| Consultation {
            tracks: all_tracks.remove(&row.id).unwrap_or_default(),
            milestones: all_milestones.remove(&row.id).unwrap_or_default(),
            removed_at: removals.get(&row.id).copied(),
            id: row.id,
            slug: row.slug,
            edition: row.edition_id,
            title: row.title,
            lead: row.lead,
            reading: Reading::default(),
            contact: row.contact,
            releases_comments: row.releases_comments,
            published_at: row.published_at.map(|at| at.and_utc()),
        })
        .collect())
}

type TrackRow = (
    Id<Consultation>,
    Id<Track>,
    String,
    NaiveDateTime,
    NaiveDateTime,
    Option<String>,
    NaiveDateTime,
);

/// The tracks of some consultations, each with the window that counts: the newest.
pub fn tracks_of(
    conn: &mut Conn,
    ids: &[Id<Consultation>],
) -> AppResult<HashMap<Id<Consultation>, Vec<Track>>> {
    let rows: Vec<TrackRow> = tracks::table
        .inner_join(track_windows::table)
        .filter(tracks::consultation_id.eq_any(ids))
        .order((tracks::consultation_id, tracks::position, track_windows::id))
        .select((
            tracks::consultation_id,
            tracks::id,
            tracks::kind,
            track_windows::opens_at,
            track_windows::closes_at,
            track_windows::reason,
            track_windows::set_at,
        ))
        .load(conn)?;
    let mut found: HashMap<_, Vec<Track>> = HashMap::new();
    for (consultation, id, kind, opens_at, closes_at, reason, set_at) in rows {
        let of_consultation = found.entry(consultation).or_default();
        let kind = TrackKind::parse(&kind)
            .ok_or_else(|| anyhow::anyhow!("track {id} has the unknown kind {kind}"))?;
        let window = Window {
            opens_at: opens_at.and_utc(),
            closes_at: closes_at.and_utc(),
        };
        match of_consultation.last_mut() {
            Some(track) if track.id == id => {
                let change = reason.map(|reason| WindowChange {
                    before: track.window,
                    after: window,
                    reason,
                    at: set_at.and_utc(),
                });
                track.changes.extend(change);
                track.window = window;
            }
            _ => of_consultation.push(Track {
                id,
                kind,
                window,
                changes: Vec::new(),
            }),
        }
    }
    Ok(found)
}

/// The window of one strand that counts now; for a check inside a transaction.
pub fn open_window(
    conn: &mut Conn,
    consultation: &Id<Consultation>,
    kind: TrackKind,
    now: DateTime<Utc>,
) -> AppResult<Option<Window>> {
    let row: Option<(NaiveDateTime, NaiveDateTime)> = track_windows::table
        .inner_join(tracks::table)
        .filter(
            tracks::consultation_id
                .eq(consultation)
                .and(tracks::kind.eq(kind.as_str())),
        )
        .order(track_windows::id.desc())
        .select((track_windows::opens_at, track_windows::closes_at))
        .first(conn)
        .optional()?;
    Ok(row
        .map(|(opens, closes)| Window {
            opens_at: opens.and_utc(),
            closes_at: closes.and_utc(),
        })
        .filter(|window| window.at(now) == Openness::Open))
}

type MilestoneRow = (
    Id<Consultation>,
    String,
    NaiveDate,
    Option<NaiveDate>,
    String,
    String,
);

fn milestones_of(
    conn: &mut Conn,
    ids: &[Id<Consultation>],
) -> AppResult<HashMap<Id<Consultation>, Vec<Milestone>>> {
    let rows: Vec<MilestoneRow> = milestones::table
        .filter(milestones::consultation_id.eq_any(ids))
        .order((milestones::consultation_id, milestones::position))
        .select((
            milestones::consultation_id,
            milestones::kind,
            milestones::from_day,
            milestones::until_day,
            milestones::title,
            milestones::note,
        ))
        .load(conn)?;
    let mut found: HashMap<_, Vec<Milestone>> = HashMap::new();
    for (consultation, kind, from, until, title, note) in rows {
        let kind = MilestoneKind::parse(&kind)
            .ok_or_else(|| anyhow::anyhow!("unknown kind of milestone: {kind}"))?;
        found.entry(consultation).or_default().push(Milestone {
            kind,
            from,
            until,
            title,
            note,
        });
    }
    Ok(found)
}
