//! The catalogue for data portals.

use actix_web::HttpResponse;
use actix_web::web::Data;

use crate::base::db::Db;
use crate::base::error::AppResult;
use crate::base::locale::Lang;
use crate::base::page::Ui;
use crate::consultation::{self, Consultation, TrackKind};
use crate::evaluation::{self, Published};
use crate::opendata::model::catalogue::{Catalogue, Dataset, File, FileKind};

/// `GET /catalog.ttl` — all published results as a catalogue (DCAT-AP.de) in Turtle.
pub async fn turtle(db: Data<Db>, ui: Ui) -> AppResult<HttpResponse> {
    let catalogue = catalogue(&db, &ui).await?;
    Ok(ui.open_file("text/turtle; charset=utf-8", None, catalogue.turtle()?))
}

/// `GET /catalog.jsonld` — the same in JSON-LD.
pub async fn json_ld(db: Data<Db>, ui: Ui) -> AppResult<HttpResponse> {
    let catalogue = catalogue(&db, &ui).await?;
    Ok(ui.open_file("application/ld+json", None, catalogue.json_ld()?))
}

async fn catalogue(db: &Db, ui: &Ui) -> AppResult<Catalogue> {
    let (consultations, mut newest, first) = db
        .read(|conn| {
            Ok((
                consultation::list_published(conn)?,
                evaluation::list_published(conn)?,
                evaluation::published_on(conn)?,
            ))
        })
        .await?;
    let config = &ui.site().config;
    let datasets = consultations.iter().filter_map(|one| {
        let published = newest.remove(&one.id)?;
        let issued = first.get(&one.id).copied();
        Some(dataset(one, &published, issued.unwrap_or(published.at), ui))
    });
    let town = || config.town.name.clone().into();
    let keywords = [
        "data-keyword-participation",
        "data-keyword-strategy",
        "data-keyword-survey",
    ];
    Ok(Catalogue {
        base_url: config.base_url(),
        lang: match ui.lang() {
            Lang::De => "de",
            Lang::En => "en",
        },
        title: ui.say("data-catalogue-title", [("town", town())]),
        about: ui.say("data-catalogue-about", [("town", town())]),
        town: config.town.name.clone(),
        open: config.open_data.clone(),
        keywords: keywords.map(|key| ui.t(key)).into(),
        datasets: datasets.collect(),
    })
}

fn dataset(
    consultation: &Consultation,
    published: &Published,
    issued: chrono::DateTime<chrono::Utc>,
    ui: &Ui,
) -> Dataset {
    let (zone, slug) = (ui.site().zone, &consultation.slug);
    let page = format!("/consultations/{slug}");
    let window = consultation
        .track(TrackKind::Survey)
        .map(|track| track.window);
    let file = |path: String, key: &str, kind| File {
        path,
        title: ui.t(key),
        kind,
    };
    let title = consultation.title.as_str().into();
    Dataset {
        path: format!("{page}/data"),
        title: ui.say("data-dataset-title", [("title", title)]),
        about: format!("{} {}", consultation.lead, ui.t("data-package-about")),
        issued,
        modified: published.at,
        version: published.number,
        days: window.map(|window| (window.first_day(zone), window.last_day(zone))),
        files: vec![
            file(
                format!("{page}/results.csv"),
                "data-file-csv",
                FileKind::Csv,
            ),
            file(
                format!("{page}/results.xlsx"),
                "data-file-workbook",
                FileKind::Xlsx,
            ),
            file(
                format!("{page}/results.zip"),
                "data-file-package",
                FileKind::Zip,
            ),
            file(
                format!("/api/v1{page}/results"),
                "data-file-json",
                FileKind::Json,
            ),
        ],
    }
}
