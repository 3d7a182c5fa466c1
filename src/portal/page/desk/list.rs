//! All consultations, published or not.

use std::cmp::Reverse;
use std::collections::HashMap;

use actix_web::HttpResponse;
use chrono::{DateTime, Days, Utc};

use super::state;
use crate::account::{May, Permission};
use crate::base::clock::Zone;
use crate::base::error::AppResult;
use crate::base::id::Id;
use crate::base::page::{ListAsk, Order, Ui};
use crate::consultation::view::Subject;
use crate::consultation::{self, Consultation, Openness, SeeConsultations, Track};
use crate::participation;
use crate::portal::view::{DeskListPage, DeskRow, Next, SORTS};
use crate::survey;

/// `GET /desk/consultations` — search, filter by state, sort.
pub async fn show(may: May<SeeConsultations>, ask: ListAsk, ui: Ui) -> AppResult<HttpResponse> {
    let (now, zone) = (ui.arrived(), ui.site().zone);
    let today = zone.day(now);
    let tomorrow = today.checked_add_days(Days::new(1)).unwrap_or(today);
    let may_edit = may.who().has(Permission::Edit);
    let (all, people, surveys) = may
        .read(move |conn| {
            let people = participation::people_before(conn, tomorrow)?;
            let people: HashMap<_, _> = people.into_iter().collect();
            Ok((
                consultation::list_all(conn)?,
                people,
                survey::surveys_by_consultation(conn)?,
            ))
        })
        .await?;
    let count = |counts: &HashMap<Id<Consultation>, i64>, id| counts.get(id).copied().unwrap_or(0);
    let mut rows: Vec<DeskRow> = all
        .iter()
        .map(|consultation| DeskRow {
            subject: Subject::from(consultation),
            state: state(consultation, now),
            next: next(consultation, now, zone),
            surveys: count(&surveys, &consultation.id),
            people: count(&people, &consultation.id),
        })
        .filter(|row| ask.matches(&format!("{} {}", row.subject.title, row.subject.slug)))
        // What lies in the bin is found when somebody looks for it there.
        .filter(|row| match ask.filter("state") {
            Some(wanted) => wanted == row.state,
            None => row.state != "removed",
        })
        .collect();
    sort(&mut rows, ask.order(&SORTS));
    let has_bin = all.iter().any(|one| one.removed_at.is_some());
    ui.ok(&DeskListPage {
        has_bin,
        listing: ask.listing(rows.len(), &SORTS),
        rows: ask.cut(rows),
        may_edit,
    })
}

/// They come with the newest first.
fn sort(rows: &mut [DeskRow], order: Order) {
    let day = |row: &DeskRow| row.next.as_ref().map(|next| next.time.day);
    match (order.by, order.descending) {
        ("title", false) => rows.sort_by_key(|row| row.subject.title.to_lowercase()),
        ("title", true) => rows.sort_by_key(|row| Reverse(row.subject.title.to_lowercase())),
        // What has no days stands last either way.
        ("next", false) => rows.sort_by_key(|row| (day(row).is_none(), day(row))),
        ("next", true) => rows.sort_by_key(|row| Reverse(day(row))),
        ("people", false) => rows.sort_by_key(|row| row.people),
        ("people", true) => rows.sort_by_key(|row| Reverse(row.people)),
        (_, false) => rows.reverse(),
        (_, true) => {}
    }
}

/// What ends next; when nothing is open, what begins next; else what ended last.
fn next(consultation: &Consultation, now: DateTime<Utc>, zone: Zone) -> Option<Next> {
    let at = |wanted| {
        let tracks = consultation.tracks.iter();
        tracks.filter(move |track: &&Track| track.window.at(now) == wanted)
    };
    let found = at(Openness::Open)
        .min_by_key(|track| track.window.closes_at)
        .or_else(|| at(Openness::NotYet).min_by_key(|track| track.window.opens_at))
        .or_else(|| at(Openness::Over).max_by_key(|track| track.window.closes_at))?;
    Some(Next {
        label_key: found.kind.label_key(),
        time: found.window.time_left(now, zone).into(),
    })
}
