//! The start page and the page of one consultation; at the desk, a consultation as a whole.

pub mod desk;
pub mod document;
mod reading;

use actix_web::HttpResponse;
use actix_web::web::{Data, Path};

use self::reading::{Figures, Laid};
use super::view::StartPage;
use crate::base::db::Db;
use crate::base::error::AppResult;
use crate::base::page::Ui;
use crate::consultation::{self, Phase};
use crate::translation::Reader;
use crate::translation::view::Languages;

/// `GET /` — running, upcoming and past consultations.
pub async fn start(reader: Reader, db: Data<Db>, ui: Ui) -> AppResult<HttpResponse> {
    let (now, zone) = (ui.arrived(), ui.site().zone);
    let (consultations, (offered, chosen), figures) = db
        .read(move |conn| {
            let mut consultations = consultation::list_published(conn)?;
            let languages = consultation::read_each_in(conn, &mut consultations, &reader)?;
            Ok((
                consultations,
                languages,
                Figures::until_yesterday(conn, zone.day(now))?,
            ))
        })
        .await?;
    let town = ui.site().config.town.content_language;
    let mut page = StartPage {
        languages: Languages::of(&offered, chosen, town),
        running: Vec::new(),
        announced: Vec::new(),
        ended: Vec::new(),
    };
    for consultation in &consultations {
        let Some(card) = figures.card(consultation, now, zone) else {
            continue;
        };
        match consultation.phase(now) {
            Phase::Running => page.running.push(card),
            Phase::Announced => page.announced.push(card),
            Phase::Ended => page.ended.push(card),
        }
    }
    // What ends or begins next stands first; of what is over, the latest.
    page.running.sort_by_key(|card| card.closes);
    page.announced.sort_by_key(|card| card.opens);
    page.ended
        .sort_by_key(|card| std::cmp::Reverse(card.closes));
    ui.ok(&page)
}

/// `GET /consultations/{consultation}` — the timetable, the draft, what happens afterwards.
pub async fn consultation(
    slug: Path<String>,
    reader: Reader,
    db: Data<Db>,
    ui: Ui,
) -> AppResult<HttpResponse> {
    let (now, zone) = (ui.arrived(), ui.site().zone);
    let town = ui.site().config.town.content_language;
    let laid = db
        .read(move |conn| {
            let consultation = consultation::published(conn, &slug)?;
            Laid::of(conn, consultation, &reader, zone.day(now))
        })
        .await?;
    ui.ok(&laid.page(now, zone, town)?)
}
