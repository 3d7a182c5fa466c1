//! The interface for programs: published consultations, editions and results as JSON. What may change without notice has
//! another number in its address.

use actix_web::HttpResponse;
use actix_web::web::{Data, Path};
use serde::Serialize;
use utoipa::OpenApi;

use super::Asked;
use crate::base::db::Db;
use crate::base::error::{AppError, AppResult};
use crate::base::page::Ui;
use crate::consultation;
use crate::evaluation;
use crate::opendata::model::answer::{
    At, ConsultationAnswer, ConsultationEntry, ConsultationList, EditionAnswer, Problem,
    ResultsAnswer, SurveyAnswer,
};
use crate::strategy;

const JSON: &str = "application/json";

/// The interface as a whole, for its description.
#[derive(OpenApi)]
#[openapi(
    info(
        title = "Trialog",
        version = "1",
        description = "Published consultations, editions of documents and results. Everybody may read. Each answer has an ETag: \
            whoever asks again sends it as If-None-Match and gets 304 as long as nothing has changed."
    ),
    paths(consultations, consultation, results, survey, edition),
    components(schemas(Problem))
)]
struct Interface;

/// `GET /api/v1/openapi.json` — the description of this interface.
pub async fn description(ui: Ui) -> AppResult<HttpResponse> {
    json(&ui, &described(&ui))
}

/// The description, with the address of this portal.
pub(super) fn described(ui: &Ui) -> utoipa::openapi::OpenApi {
    let mut description = Interface::openapi();
    let open = &ui.site().config.open_data;
    let town = &ui.site().config.town;
    description.info.title = format!("{} – {}", town.portal_name, town.short_name);
    description.servers = Some(vec![utoipa::openapi::Server::new(
        ui.site().config.base_url(),
    )]);
    if !open.licence.is_empty() {
        let name = if open.licence_name.is_empty() {
            &open.licence
        } else {
            &open.licence_name
        };
        let mut licence = utoipa::openapi::License::new(name);
        licence.url = Some(open.licence.clone());
        description.info.license = Some(licence);
    }
    description
}

fn json(ui: &Ui, answer: &impl Serialize) -> AppResult<HttpResponse> {
    let body = serde_json::to_vec(answer).map_err(anyhow::Error::from)?;
    Ok(ui.open_file(JSON, None, body))
}

/// Does something with the address of the portal.
fn with<T>(ui: &Ui, make: impl FnOnce(At<'_>) -> T) -> T {
    let base_url = ui.site().config.base_url();
    make(At {
        base_url: &base_url,
        zone: ui.site().zone,
        now: ui.arrived(),
    })
}

/// `GET /api/v1/consultations` — all published consultations.
#[utoipa::path(
    get,
    path = "/api/v1/consultations",
    summary = "All published consultations",
    responses((status = 200, description = "The consultations", body = ConsultationList))
)]
pub async fn consultations(db: Data<Db>, ui: Ui) -> AppResult<HttpResponse> {
    let (all, results) = db
        .read(|conn| {
            Ok((
                consultation::list_published(conn)?,
                evaluation::published_on(conn)?,
            ))
        })
        .await?;
    let data = with(&ui, |at| {
        let entries = all.iter();
        entries
            .map(|one| ConsultationEntry::of(one, results.get(&one.id).copied(), at))
            .collect()
    });
    json(&ui, &ConsultationList { data })
}

/// `GET /api/v1/consultations/{consultation}` — one consultation: its document, its days, its results.
#[utoipa::path(
    get,
    path = "/api/v1/consultations/{consultation}",
    summary = "One consultation: its document, its days, its results",
    params(("consultation" = String, Path, description = "The lasting name of the consultation")),
    responses(
        (status = 200, description = "The consultation", body = ConsultationAnswer),
        (status = 404, description = "There is none of that name", body = Problem, content_type = "application/problem+json")
    )
)]
pub async fn consultation(slug: Path<String>, db: Data<Db>, ui: Ui) -> AppResult<HttpResponse> {
    let slug = slug.into_inner();
    let (found, edition, is_public, results) = db
        .read(move |conn| {
            let found = consultation::published(conn, &slug)?;
            let edition = strategy::laid(conn, &found.edition)?;
            let is_public = strategy::is_edition_published(conn, &found.edition)?;
            let results = match evaluation::newest(conn, &found.id) {
                Err(AppError::NotFound) => None,
                other => Some(other?),
            };
            Ok((found, edition, is_public, results))
        })
        .await?;
    let answer = with(&ui, |at| {
        ConsultationAnswer::of(&found, (&edition, is_public), results.as_ref(), at)
    });
    json(&ui, &answer)
}

/// `GET /api/v1/consultations/{consultation}/results` — the published results of all surveys.
#[utoipa::path(
    get,
    path = "/api/v1/consultations/{consultation}/results",
    summary = "The published results of all surveys",
    params(("consultation" = String, Path, description = "The lasting name of the consultation")),
    responses(
        (status = 200, description = "The results", body = ResultsAnswer),
        (status = 404, description = "There is no such consultation, or its results are not public", body = Problem, content_type = "application/problem+json")
    )
)]
pub async fn results(slug: Path<String>, db: Data<Db>, ui: Ui) -> AppResult<HttpResponse> {
    let asked = Asked::whole(&db, slug.into_inner()).await?;
    let licence = &ui.site().config.open_data.licence;
    let answer = with(&ui, |at| {
        ResultsAnswer::of(&asked.consultation, &asked.published, licence, at)
    });
    json(&ui, &answer)
}

/// `GET /api/v1/consultations/{consultation}/results/{survey}` — the published results of one survey, goal by goal.
#[utoipa::path(
    get,
    path = "/api/v1/consultations/{consultation}/results/{survey}",
    summary = "The published results of one survey, goal by goal",
    params(
        ("consultation" = String, Path, description = "The lasting name of the consultation"),
        ("survey" = String, Path, description = "The lasting name of the survey")
    ),
    responses(
        (status = 200, description = "The results", body = SurveyAnswer),
        (status = 404, description = "There is no such survey, or its results are not public", body = Problem, content_type = "application/problem+json")
    )
)]
pub async fn survey(path: Path<(String, String)>, db: Data<Db>, ui: Ui) -> AppResult<HttpResponse> {
    let asked = Asked::part(&db, path.into_inner()).await?;
    let figures = asked.figures().ok_or(AppError::NotFound)?;
    let answer = with(&ui, |at| {
        SurveyAnswer::of(
            &asked.consultation.slug,
            &asked.published.snapshot,
            figures,
            at,
        )
    });
    json(&ui, &answer)
}

/// `GET /api/v1/strategies/{strategy}/editions/{number}` — one published edition of a document with all its elements.
#[utoipa::path(
    get,
    path = "/api/v1/strategies/{strategy}/editions/{number}",
    summary = "One published edition of a document with all its elements",
    params(
        ("strategy" = String, Path, description = "The lasting name of the document"),
        ("number" = i32, Path, description = "1 for the first edition")
    ),
    responses(
        (status = 200, description = "The edition", body = EditionAnswer),
        (status = 404, description = "There is no such edition, or it is not public", body = Problem, content_type = "application/problem+json")
    )
)]
pub async fn edition(path: Path<(String, i32)>, db: Data<Db>, ui: Ui) -> AppResult<HttpResponse> {
    let (slug, number) = path.into_inner();
    let edition = db
        .read(move |conn| strategy::laid_by_number(conn, &slug, number))
        .await?;
    let answer = with(&ui, |at| EditionAnswer::of(&edition, at));
    json(&ui, &answer)
}
