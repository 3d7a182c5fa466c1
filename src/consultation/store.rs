//! Rows of consultations, tracks and windows.

use std::collections::HashMap;

use chrono::{DateTime, NaiveDate, NaiveDateTime, Utc};
use diesel::dsl::exists;
use diesel::prelude::*;
use serde_json::json;

use super::PrepareConsultation;
use super::form::NewConsultation;
use super::model::{Consultation, Milestone, MilestoneKind, Openness, Track, TrackKind, Window};
use crate::account::Tx;
use crate::base::db::Conn;
use crate::base::error::{AppError, AppResult};
use crate::base::id::Id;
use crate::base::schema::{
    consultation_publications, consultations, milestones, track_windows, tracks,
};
use crate::strategy::Edition;
use crate::translation::{self, ContentLang, Reading, Translatable};

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
}

/// Every published consultation, newest first.
pub fn list_published(conn: &mut Conn) -> AppResult<Vec<Consultation>> {
    let rows = consultations::table
        .inner_join(consultation_publications::table)
        .select(Row::as_select())
        .order(consultations::id.desc())
        .load(conn)?;
    complete(conn, rows)
}

/// The published consultation of that name. Not published and not there answer alike: not found.
pub fn published(conn: &mut Conn, slug: &str) -> AppResult<Consultation> {
    let publication = consultation_publications::table
        .filter(consultation_publications::consultation_id.eq(consultations::id));
    let rows = consultations::table
        .filter(consultations::slug.eq(slug).and(exists(publication)))
        .select(Row::as_select())
        .load(conn)?;
    one(conn, rows)
}

/// The consultation of that name, published or not; for commands.
pub fn find(conn: &mut Conn, slug: &str) -> AppResult<Consultation> {
    let rows = consultations::table
        .filter(consultations::slug.eq(slug))
        .select(Row::as_select())
        .load(conn)?;
    one(conn, rows)
}

/// A consultation by its identity, for what hangs on it.
pub fn by_id(conn: &mut Conn, id: &Id<Consultation>) -> AppResult<Consultation> {
    let rows = consultations::table
        .find(id)
        .select(Row::as_select())
        .load(conn)?;
    one(conn, rows)
}

fn one(conn: &mut Conn, rows: Vec<Row>) -> AppResult<Consultation> {
    complete(conn, rows)?.pop().ok_or(AppError::NotFound)
}

/// Adds tracks and milestones to consultations: two queries, however many there are.
fn complete(conn: &mut Conn, rows: Vec<Row>) -> AppResult<Vec<Consultation>> {
    let ids: Vec<_> = rows.iter().map(|row| row.id.clone()).collect();
    let mut all_tracks = tracks_of(conn, &ids)?;
    let mut all_milestones = milestones_of(conn, &ids)?;
    Ok(rows
        .into_iter()
        .map(|row| Consultation {
            tracks: all_tracks.remove(&row.id).unwrap_or_default(),
            milestones: all_milestones.remove(&row.id).unwrap_or_default(),
            id: row.id,
            slug: row.slug,
            edition: row.edition_id,
            title: row.title,
            lead: row.lead,
            reading: Reading::default(),
            contact: row.contact,
            releases_comments: row.releases_comments,
        })
        .collect())
}

type WindowRow = (
    Id<Consultation>,
    Id<Track>,
    String,
    NaiveDateTime,
    NaiveDateTime,
    Option<String>,
);

/// The tracks of some consultations, each with the window that counts: the newest.
pub fn tracks_of(
    conn: &mut Conn,
    ids: &[Id<Consultation>],
) -> AppResult<HashMap<Id<Consultation>, Vec<Track>>> {
    let rows: Vec<WindowRow> = tracks::table
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
        ))
        .load(conn)?;
    let mut found: HashMap<_, Vec<Track>> = HashMap::new();
    for (consultation, id, kind, opens_at, closes_at, changed) in rows {
        let of_consultation = found.entry(consultation).or_default();
        let kind = TrackKind::parse(&kind)
            .ok_or_else(|| anyhow::anyhow!("track {id} has the unknown kind {kind}"))?;
        let window = Window {
            opens_at: opens_at.and_utc(),
            closes_at: closes_at.and_utc(),
        };
        let track = Track {
            id,
            kind,
            window,
            changed,
        };
        match of_consultation.last_mut() {
            Some(last) if last.id == track.id => *last = track,
            _ => of_consultation.push(track),
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

/// Creates a consultation on an edition. It is not visible before [`publish`].
pub fn create(
    tx: &mut Tx<PrepareConsultation>,
    edition: &Id<Edition>,
    new: &NewConsultation,
) -> AppResult<Id<Consultation>> {
    let id = Id::<Consultation>::at(tx.now);
    let author = tx.author();
    diesel::insert_into(consultations::table)
        .values((
            consultations::id.eq(&id),
            consultations::slug.eq(&new.slug),
            consultations::edition_id.eq(edition),
            consultations::title.eq(&new.title),
            consultations::lead.eq(&new.lead),
            consultations::contact.eq(&new.contact),
            consultations::releases_comments.eq(new.releases_comments),
            consultations::created_at.eq(tx.now.naive_utc()),
            consultations::created_by.eq(&author),
        ))
        .execute(tx.conn)?;
    for (position, (kind, window)) in (0..).zip(&new.tracks) {
        let track = Id::<Track>::at(tx.now);
        diesel::insert_into(tracks::table)
            .values((
                tracks::id.eq(&track),
                tracks::consultation_id.eq(&id),
                tracks::position.eq(position),
                tracks::kind.eq(kind.as_str()),
            ))
            .execute(tx.conn)?;
        diesel::insert_into(track_windows::table)
            .values((
                track_windows::id.eq(Id::<Window>::at(tx.now)),
                track_windows::track_id.eq(&track),
                track_windows::opens_at.eq(window.opens_at.naive_utc()),
                track_windows::closes_at.eq(window.closes_at.naive_utc()),
                track_windows::set_at.eq(tx.now.naive_utc()),
                track_windows::set_by.eq(&author),
            ))
            .execute(tx.conn)?;
    }
    for (position, milestone) in (0..).zip(&new.milestones) {
        diesel::insert_into(milestones::table)
            .values((
                milestones::consultation_id.eq(&id),
                milestones::position.eq(position),
                milestones::kind.eq(milestone.kind.as_str()),
                milestones::from_day.eq(milestone.from),
                milestones::until_day.eq(milestone.until),
                milestones::title.eq(&milestone.title),
                milestones::note.eq(&milestone.note),
            ))
            .execute(tx.conn)?;
    }
    tx.journal(
        &format!("consultation:{}", new.slug),
        &json!({ "created": new.title }),
    )?;
    Ok(id)
}

/// Shows a consultation to everyone. Publishing it again changes nothing.
pub fn publish(tx: &mut Tx<PrepareConsultation>, consultation: &Consultation) -> AppResult<()> {
    let author = tx.author();
    let there: i64 = consultation_publications::table
        .filter(consultation_publications::consultation_id.eq(&consultation.id))
        .count()
        .get_result(tx.conn)?;
    if there > 0 {
        return Ok(());
    }
    diesel::insert_into(consultation_publications::table)
        .values((
            consultation_publications::consultation_id.eq(&consultation.id),
            consultation_publications::published_at.eq(tx.now.naive_utc()),
            consultation_publications::published_by.eq(author),
        ))
        .execute(tx.conn)?;
    tx.journal(
        &format!("consultation:{}", consultation.slug),
        &json!({ "published": true }),
    )
}

/// Lets a consultation's own texts be read in another language.
pub fn read_in(
    conn: &mut Conn,
    consultation: &mut Consultation,
    lang: ContentLang,
) -> AppResult<()> {
    let twins = translation::store::approved(conn, lang, &[consultation.unit()])?;
    translation::model::read_in(lang, &twins, [consultation as &mut dyn Translatable]);
    Ok(())
}
