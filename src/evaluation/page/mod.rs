//! Published results: overview, one survey goal by goal, its comments.

mod apart;
pub mod cross;
mod present;
mod questions;

pub use present::days;
pub use questions::question_result;

use actix_web::HttpResponse;
use actix_web::web::{Data, Path, Query};
use serde::Deserialize;

use super::store::{self, Published};
use super::view::{CommentsPage, FieldResultsPage, IndexEntry, ResultsIndexPage, ResultsPage};
use crate::base::db::Db;
use crate::base::error::{AppError, AppResult};
use crate::base::page::Ui;
use crate::consultation::{self, Consultation};
use crate::survey::{TextOrder, corrections_of, public_texts, released_count};

/// How many comments stand on one page.
const COMMENTS_A_PAGE: i64 = 50;
/// How many comments are quoted beside the figures.
const QUOTES: usize = 3;

/// `GET /results` — all published results.
pub async fn index(db: Data<Db>, ui: Ui) -> AppResult<HttpResponse> {
    let (consultations, mut results) = db
        .read(|conn| {
            Ok((
                consultation::list_published(conn)?,
                store::list_published(conn)?,
            ))
        })
        .await?;
    let zone = ui.site().zone;
    let mut entries: Vec<IndexEntry> = consultations
        .into_iter()
        .filter_map(|consultation| {
            let published = results.remove(&consultation.id)?;
            Some(IndexEntry {
                slug: consultation.slug,
                title: consultation.title,
                published_on: zone.day(published.at),
                people: published.snapshot.people,
                questionnaires: published.snapshot.questionnaires(),
            })
        })
        .collect();
    entries.sort_by_key(|entry| std::cmp::Reverse(entry.published_on));
    ui.ok(&ResultsIndexPage { entries })
}

/// `GET /consultations/{consultation}/results` — all fields of action.
pub async fn overview(slug: Path<String>, db: Data<Db>, ui: Ui) -> AppResult<HttpResponse> {
    let (consultation, published) = results(&db, slug.into_inner()).await?;
    let profiles = published.snapshot.surveys.iter();
    let questions = profiles.filter(|survey| survey.is_profile);
    let questions = questions.flat_map(|survey| &survey.questions);
    let ids: Vec<i32> = questions.map(|question| question.id).collect();
    let corrections = db.read(move |conn| corrections_of(conn, &ids)).await?;
    let zone = ui.site().zone;
    let page = ResultsPage::of(&consultation, &published, zone);
    ui.ok(&page.noting(&corrections, zone))
}

/// `GET /consultations/{consultation}/results/{survey}` — one survey, goal by goal.
pub async fn field(path: Path<(String, String)>, db: Data<Db>, ui: Ui) -> AppResult<HttpResponse> {
    let (slug, survey) = path.into_inner();
    let (consultation, published) = results(&db, slug).await?;
    let figures = published
        .snapshot
        .survey(&survey)
        .ok_or(AppError::NotFound)?;
    let ids: Vec<i32> = figures
        .questions
        .iter()
        .map(|question| question.id)
        .collect();
    let with_texts = consultation.releases_comments;
    let (corrections, texts, released) = db
        .read(move |conn| {
            let corrections = corrections_of(conn, &ids)?;
            if !with_texts {
                return Ok((corrections, Vec::new(), 0));
            }
            let texts = public_texts(conn, &ids, TextOrder::Mixed, (0, 60))?;
            Ok((corrections, texts, released_count(conn, &ids)?))
        })
        .await?;
    let quotes = present::varied(texts, QUOTES);
    let zone = ui.site().zone;
    let page = FieldResultsPage::of(
        &consultation,
        &published,
        figures,
        (&quotes, released),
        zone,
    );
    ui.ok(&page.noting(&corrections, zone))
}

/// Which page of the comments.
#[derive(Debug, Deserialize)]
pub struct PageQuery {
    #[serde(default)]
    page: Option<i64>,
}

/// `GET /consultations/{consultation}/results/{survey}/comments` — all released comments, page by page.
pub async fn comments(
    path: Path<(String, String)>,
    query: Query<PageQuery>,
    db: Data<Db>,
    ui: Ui,
) -> AppResult<HttpResponse> {
    let (slug, survey) = path.into_inner();
    let (consultation, published) = results(&db, slug).await?;
    let figures = published.snapshot.survey(&survey);
    let figures = figures
        .filter(|_| consultation.releases_comments)
        .ok_or(AppError::NotFound)?;
    let ids: Vec<i32> = figures
        .questions
        .iter()
        .map(|question| question.id)
        .collect();
    let page = query.page.unwrap_or(1).clamp(1, 1_000_000);
    let from = (page - 1) * COMMENTS_A_PAGE;
    let (texts, released) = db
        .read(move |conn| {
            let range = (from, COMMENTS_A_PAGE);
            let texts = public_texts(conn, &ids, TextOrder::ByQuestion, range)?;
            Ok((texts, released_count(conn, &ids)?))
        })
        .await?;
    if page > 1 && texts.is_empty() {
        return Err(AppError::NotFound);
    }
    ui.ok(&CommentsPage {
        head: present::head(&consultation, &published, ui.site().zone),
        survey: figures.slug.clone(),
        title: figures.title.clone(),
        quotes: texts
            .iter()
            .map(|text| present::quote(figures, text))
            .collect(),
        released,
        page,
        pages: ((released + COMMENTS_A_PAGE - 1) / COMMENTS_A_PAGE).max(1),
    })
}

async fn results(db: &Db, slug: String) -> AppResult<(Consultation, Published)> {
    db.read(move |conn| {
        let consultation = consultation::published(conn, &slug)?;
        let published = store::newest(conn, &consultation.id)?;
        Ok((consultation, published))
    })
    .await
}
