//! All answers before they count, and the button that lets them.

use actix_web::http::StatusCode;
use actix_web::{FromRequest, HttpRequest, HttpResponse, web};

use super::Visit;
use super::start::StartForm;
use super::visit::{known, url};
use crate::account::May;
use crate::base::db::Db;
use crate::base::error::{AppError, AppResult};
use crate::base::form::Sent;
use crate::base::limit::{Submit, Within};
use crate::base::page::Ui;
use crate::participation::{Code, Participate};
use crate::survey::model::{Answer, Survey};
use crate::survey::store::{HandIn, Submitted};
use crate::survey::view::{AnswerWords, Missing, ReviewPage, ReviewRow, ReviewSurvey};

/// `GET /p/{code}/review` — all answers, each with its way back.
pub async fn show(visit: Visit, ui: Ui) -> AppResult<HttpResponse> {
    if !visit.is_open || visit.participation.withdrawn_on.is_some() {
        return Ok(ui.see_other(&visit.url("")));
    }
    ui.ok(&page(&visit, None))
}

/// `POST /p/{code}/review` — from now on the answers count. The same again changes nothing and leads to the same receipt.
pub async fn hand_in(
    _within: Within<Submit>,
    (code, db): (web::Path<String>, web::Data<Db>),
    may: May<Participate>,
    _form: Sent<StartForm>,
    (ui, req): (Ui, HttpRequest),
) -> AppResult<HttpResponse> {
    let code = Code::parse(&code).ok_or(AppError::NotFound)?;
    let wish = HandIn {
        hash: code.hash(&ui.site().secrets),
        today: ui.today(),
        known: known(&db, &ui),
    };
    match may.write_together(wish).await? {
        Some(Submitted::First | Submitted::Again) => Ok(ui.see_other(&url(&code, "/receipt"))),
        Some(refused @ (Submitted::Empty | Submitted::Incomplete)) => {
            let visit = Visit::extract(&req).await?;
            ui.page(
                StatusCode::UNPROCESSABLE_ENTITY,
                &page(&visit, Some(refused)),
            )
        }
        // Over: the page of the participation says so and shows what was typed in time.
        None => Ok(ui.see_other(&url(&code, ""))),
    }
}

fn page(visit: &Visit, refused: Option<Submitted>) -> ReviewPage {
    let asked = visit
        .asked
        .book
        .surveys
        .iter()
        .filter(|survey| !survey.is_profile);
    let answered = asked
        .clone()
        .filter(|survey| !survey.counted(|id| visit.drafts.get(&id)).is_empty());
    let is_seen = |survey: &&Survey| {
        survey
            .questions
            .iter()
            .any(|question| visit.drafts.contains_key(&question.id))
    };
    ReviewPage {
        head: visit.asked.head.clone(),
        code: (&visit.code).into(),
        is_submitted: visit.participation.submitted_on.is_some(),
        is_empty_submit: refused == Some(Submitted::Empty),
        missing: match refused {
            Some(Submitted::Incomplete) => missing(visit),
            _ => Vec::new(),
        },
        surveys: visit
            .asked
            .book
            .surveys
            .iter()
            .filter(is_seen)
            .map(|survey| review_of(visit, survey, |id| visit.drafts.get(&id)))
            .collect(),
        untouched: asked.clone().filter(|survey| !is_seen(survey)).count(),
        answered: answered.count(),
        total: asked.count(),
    }
}

fn missing(visit: &Visit) -> Vec<Missing> {
    let surveys = visit.asked.book.surveys.iter();
    let open = surveys.flat_map(|survey| {
        survey
            .missing(|id| visit.drafts.get(&id))
            .into_iter()
            .map(|question| Missing {
                survey: survey.slug.clone(),
                key: question.key.clone(),
                text: question.text.clone(),
                lang: visit.lang_of(question),
            })
    });
    open.collect()
}

/// One survey in words, from whichever answers are asked for: the questions that are asked after them.
pub(super) fn review_of<'a>(
    visit: &Visit,
    survey: &Survey,
    answer: impl Fn(i32) -> Option<&'a Answer>,
) -> ReviewSurvey {
    let row = |question: &crate::survey::model::Question| ReviewRow {
        key: question.key.clone(),
        label: visit.label_of(question),
        text: question.text.clone(),
        lang: visit.lang_of(question),
        answer: AnswerWords::of(question, answer(question.id)),
    };
    let asked = survey.asked(&answer).into_iter();
    ReviewSurvey {
        slug: survey.slug.clone(),
        title: survey.title.clone(),
        lang: survey.reading.lang,
        rows: asked
            .filter(|question| question.kind.is_answered())
            .map(row)
            .collect(),
    }
}
