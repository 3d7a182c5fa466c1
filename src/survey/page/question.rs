//! One question a page: shown, answered, corrected, and kept when it came too late.

use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use actix_web::web::{Data, Path};

use super::Visit;
use super::sheet::{Asking, page};
use super::visit::known;
use crate::account::May;
use crate::base::db::Db;
use crate::base::error::AppResult;
use crate::base::form::{FieldError, Sent};
use crate::base::limit::{Save, Within};
use crate::base::page::Ui;
use crate::participation::Participate;
use crate::survey::form::{AnswerForm, Step};
use crate::survey::model::{Answer, Question, Survey};
use crate::survey::store::Keep;
use crate::survey::view::{AnswerWords, ClosedPage};

/// `GET /p/{code}/{survey}/{question}` — the question, with what was answered before.
pub async fn show(
    visit: Visit,
    path: Path<(String, String, String)>,
    ui: Ui,
) -> AppResult<HttpResponse> {
    let (_, survey, key) = path.into_inner();
    let (survey, place, question) = visit.question(&survey, &key)?;
    if !visit.is_open || visit.participation.withdrawn_on.is_some() {
        return Ok(ui.see_other(&visit.url("")));
    }
    let draft = |id| visit.drafts.get(&id);
    if survey
        .asked(draft)
        .iter()
        .all(|asked| asked.id != question.id)
    {
        // An old address, or an answer that was changed in another tab: on to what is asked now.
        let next = after(survey, place, draft);
        let url = next.map_or_else(
            || visit.url("/review"),
            |next| visit.question_url(survey, next),
        );
        return Ok(ui.see_other(&url));
    }
    let form = AnswerForm::of(question, draft(question.id));
    let from_review = ui.query_has("from=review");
    ui.ok(&page(
        &asking(&visit, survey),
        place,
        &form,
        from_review,
        Vec::new(),
    ))
}

/// `POST /p/{code}/{survey}/{question}` — keeps the answer and goes on; or says what to correct, with everything typed
/// still there; or, after the end, that it is over, with everything typed still there.
pub async fn answer(
    _within: Within<Save>,
    visit: Visit,
    may: May<Participate>,
    path: Path<(String, String, String)>,
    form: Sent<AnswerForm>,
    (ui, db): (Ui, Data<Db>),
) -> AppResult<HttpResponse> {
    let (_, survey, key) = path.into_inner();
    let (survey, place, question) = visit.question(&survey, &key)?;
    if visit.participation.withdrawn_on.is_some() {
        return Ok(ui.see_other(&visit.url("/receipt")));
    }
    if !visit.is_open {
        return closed(&visit, question, &form, &ui);
    }
    let parsed = match form.parse(question) {
        // The page lay open for a month: nothing is counted unseen, but nothing is lost either.
        Ok(_) if form.is_stale() => Err(vec![FieldError::new("main", "error-page-stale")]),
        parsed => parsed,
    };
    let answer = match parsed {
        Ok(answer) => answer,
        Err(errors) => {
            let asking = asking(&visit, survey);
            let page = page(&asking, place, &form, form.from_review(), errors);
            return ui.page(StatusCode::UNPROCESSABLE_ENTITY, &page);
        }
    };
    let wish = Keep {
        participation: visit.participation.id.clone(),
        consultation: visit.asked.consultation.id.clone(),
        question: question.id,
        answer: answer.clone(),
        known: known(&db, &ui),
    };
    let kept = may.write_together(wish).await?;
    if !kept {
        return closed(&visit, question, &form, &ui);
    }
    Ok(ui.see_other(&next(&visit, survey, place, &answer, &form)))
}

/// Where the pressed button leads, now that this answer is given.
fn next(visit: &Visit, survey: &Survey, place: usize, given: &Answer, form: &AnswerForm) -> String {
    let this = survey.questions[place].id;
    let draft = |id| {
        if id == this {
            Some(given)
        } else {
            visit.drafts.get(&id)
        }
    };
    if form.step() == Step::Pause {
        return visit.url("/pause");
    }
    if !form.from_review() {
        let next = after(survey, place, draft);
        return next.map_or_else(
            || visit.url("/review"),
            |next| visit.question_url(survey, next),
        );
    }
    // The changed answer may lead to a question that was not asked before: it comes first.
    let depends = |question: &&Question| {
        let on_this = question
            .condition
            .as_ref()
            .is_some_and(|condition| condition.on == this);
        on_this && draft(question.id).is_none()
    };
    match survey.asked(draft).into_iter().find(depends) {
        Some(question) => visit.question_url(survey, question) + "?from=review",
        None => visit.url("/review"),
    }
}

/// The next question that is asked after one, asked itself or not.
pub(super) fn after<'a, 'b>(
    survey: &'a Survey,
    place: usize,
    draft: impl Fn(i32) -> Option<&'b Answer>,
) -> Option<&'a Question> {
    let later = survey.questions.get(place + 1..).unwrap_or_default();
    let asked = survey.asked(draft).into_iter();
    asked
        .into_iter()
        .find(|question| later.iter().any(|other| other.id == question.id))
}

/// The survey is over: what was typed stays on the page.
fn closed(
    visit: &Visit,
    question: &Question,
    form: &AnswerForm,
    ui: &Ui,
) -> AppResult<HttpResponse> {
    let typed = form.parse(question).ok();
    let mut answer = AnswerWords::of(question, typed.as_ref());
    if typed.is_none() {
        // Not even a faulty text is lost.
        answer.state = "given";
        form.typed(question.kind).clone_into(&mut answer.text);
    }
    let page = ClosedPage {
        head: visit.asked.head.clone(),
        code: visit.code.as_str().to_owned(),
        is_submitted: visit.participation.submitted_on.is_some(),
        text: question.text.clone(),
        lang: visit.lang_of(question),
        answer,
    };
    ui.page(StatusCode::GONE, &page)
}

/// What the page of a participation takes from it.
fn asking<'a>(visit: &'a Visit, survey: &'a Survey) -> Asking<'a> {
    Asking {
        head: &visit.asked.head,
        edition: &visit.asked.edition,
        survey,
        drafts: &visit.drafts,
        home: visit.url(""),
    }
}
