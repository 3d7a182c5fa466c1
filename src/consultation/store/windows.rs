//! The windows of strands: set freely while nobody sees them, changed with a reason afterwards.

use chrono::{DateTime, NaiveDate, NaiveDateTime, TimeDelta, Utc};
use diesel::prelude::*;
use serde_json::json;

use crate::account::Tx;
use crate::base::clock::Zone;
use crate::base::db::Conn;
use crate::base::error::{AppError, AppResult};
use crate::base::id::Id;
use crate::base::schema::{track_windows, tracks};
use crate::consultation::PrepareConsultation;
use crate::consultation::model::{
    Closing, Consultation, DeadlineFault, Track, TrackKind, Window, change_window, close_window,
};

/// One window a strand has had.
#[derive(Clone, Debug)]
pub struct WindowRow {
    /// Which strand.
    pub kind: TrackKind,
    /// The window.
    pub window: Window,
    /// Why it replaced the one before; none for the first.
    pub reason: Option<String>,
    /// When it was set.
    pub at: DateTime<Utc>,
}

type HistoryRow = (
    String,
    NaiveDateTime,
    NaiveDateTime,
    Option<String>,
    NaiveDateTime,
);

/// All windows the strands of a consultation have had: by strand, the newest first.
pub fn windows_of(conn: &mut Conn, consultation: &Id<Consultation>) -> AppResult<Vec<WindowRow>> {
    let rows: Vec<HistoryRow> = tracks::table
        .inner_join(track_windows::table)
        .filter(tracks::consultation_id.eq(consultation))
        .order((tracks::position, track_windows::id.desc()))
        .select((
            tracks::kind,
            track_windows::opens_at,
            track_windows::closes_at,
            track_windows::reason,
            track_windows::set_at,
        ))
        .load(conn)?;
    rows.into_iter()
        .map(|(kind, opens, closes, reason, at)| {
            let kind = TrackKind::parse(&kind)
                .ok_or_else(|| anyhow::anyhow!("unknown kind of track: {kind}"))?;
            Ok(WindowRow {
                kind,
                window: Window {
                    opens_at: opens.and_utc(),
                    closes_at: closes.and_utc(),
                },
                reason,
                at: at.and_utc(),
            })
        })
        .collect()
}

/// Sets all windows of a consultation that nobody sees yet; a strand without a window is none. Gives whether it could.
pub fn set_windows(
    tx: &mut Tx<PrepareConsultation>,
    consultation: &Consultation,
    windows: &[(TrackKind, Window)],
) -> AppResult<bool> {
    if consultation.published_at.is_some() {
        return Ok(false);
    }
    forget_windows(tx.conn, &consultation.id)?;
    insert_tracks(tx, &consultation.id, windows)?;
    let said: Vec<_> = windows
        .iter()
        .map(|(kind, window)| json!({ "track": kind.as_str(), "opens": window.opens_at, "closes": window.closes_at }))
        .collect();
    tx.journal(
        &format!("consultation:{}", consultation.slug),
        &json!({ "windows": said }),
    )?;
    Ok(true)
}

/// Takes away all strands with their windows.
pub(super) fn forget_windows(conn: &mut Conn, consultation: &Id<Consultation>) -> AppResult<()> {
    let own = tracks::table
        .filter(tracks::consultation_id.eq(consultation))
        .select(tracks::id);
    diesel::delete(track_windows::table.filter(track_windows::track_id.eq_any(own)))
        .execute(conn)?;
    diesel::delete(tracks::table.filter(tracks::consultation_id.eq(consultation))).execute(conn)?;
    Ok(())
}

/// Writes strands with their first windows.
pub(super) fn insert_tracks(
    tx: &mut Tx<PrepareConsultation>,
    consultation: &Id<Consultation>,
    windows: &[(TrackKind, Window)],
) -> AppResult<()> {
    for (position, (kind, window)) in (0..).zip(windows) {
        let track = Id::<Track>::at(tx.now);
        diesel::insert_into(tracks::table)
            .values((
                tracks::id.eq(&track),
                tracks::consultation_id.eq(consultation),
                tracks::position.eq(position),
                tracks::kind.eq(kind.as_str()),
            ))
            .execute(tx.conn)?;
        insert_window(tx, &track, *window, None)?;
    }
    Ok(())
}

/// Moves the window of a strand that people rely on. The reason is public.
///
/// # Errors
/// What speaks against it stands in the inner result. A consultation nobody sees yet has no such strand.
pub fn change_deadline(
    tx: &mut Tx<PrepareConsultation>,
    consultation: &Consultation,
    kind: TrackKind,
    (first, last): (Option<NaiveDate>, NaiveDate),
    reason: &str,
    zone: Zone,
) -> AppResult<Result<Window, DeadlineFault>> {
    let now = tx.now;
    replace(tx, consultation, kind, reason, |window| {
        change_window(window, first, last, now, zone)
    })
}

/// Closes a strand before its announced end. The reason is public.
///
/// # Errors
/// As for [`change_deadline`].
pub fn close_early(
    tx: &mut Tx<PrepareConsultation>,
    consultation: &Consultation,
    kind: TrackKind,
    closing: Closing,
    reason: &str,
    zone: Zone,
) -> AppResult<Result<Window, DeadlineFault>> {
    let now = tx.now;
    replace(tx, consultation, kind, reason, |window| {
        close_window(window, closing, now, zone)
    })
}

fn replace(
    tx: &mut Tx<PrepareConsultation>,
    consultation: &Consultation,
    kind: TrackKind,
    reason: &str,
    decide: impl Fn(Window) -> Result<Window, DeadlineFault>,
) -> AppResult<Result<Window, DeadlineFault>> {
    let track = consultation.track(kind);
    let Some(track) = track.filter(|_| consultation.published_at.is_some()) else {
        return Err(AppError::NotFound);
    };
    let window = match decide(track.window) {
        Ok(window) => window,
        Err(fault) => return Ok(Err(fault)),
    };
    insert_window(tx, &track.id, window, Some(reason))?;
    tx.journal(
        &format!("consultation:{}", consultation.slug),
        &json!({
            "deadline": kind.as_str(),
            "reason": reason,
            "before": { "opens": track.window.opens_at, "closes": track.window.closes_at },
            "after": { "opens": window.opens_at, "closes": window.closes_at },
        }),
    )?;
    Ok(Ok(window))
}

/// Adds a window behind all others of its strand: the newest counts, even when two were set within a millisecond.
fn insert_window(
    tx: &mut Tx<PrepareConsultation>,
    track: &Id<Track>,
    window: Window,
    reason: Option<&str>,
) -> AppResult<()> {
    let newest: Option<NaiveDateTime> = track_windows::table
        .filter(track_windows::track_id.eq(track))
        .order(track_windows::id.desc())
        .select(track_windows::set_at)
        .first(tx.conn)
        .optional()?;
    let after = newest.map(|newest| newest.and_utc() + TimeDelta::milliseconds(1));
    let at = after.map_or(tx.now, |after| after.max(tx.now));
    let author = tx.author();
    diesel::insert_into(track_windows::table)
        .values((
            track_windows::id.eq(Id::<Window>::at(at)),
            track_windows::track_id.eq(track),
            track_windows::opens_at.eq(window.opens_at.naive_utc()),
            track_windows::closes_at.eq(window.closes_at.naive_utc()),
            track_windows::reason.eq(reason),
            track_windows::set_at.eq(at.naive_utc()),
            track_windows::set_by.eq(author),
        ))
        .execute(tx.conn)?;
    Ok(())
}
