//! One question a page: shown, answered, corrected, and kept when it came too late.

use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use actix_web::web::Path;

use super::Visit;
use crate::account::May;
use crate::base::error::AppResult;
use crate::base::form::{FieldError, Sent};
use crate::base::limit::{Save, Within};
use crate::base::page::Ui;
use crate::consultation::{TrackKind, open_window};
use crate::participation::Participate;
use crate::strategy::view::Entry;
use crate::survey::form::{AnswerForm, Step};
use crate::survey::mark::Mark;
use crate::survey::model::{MAX_COMMENT, MAX_LONG, MAX_SHORT, Question, QuestionKind, Survey};
use crate::survey::store::save;
use crate::survey::view::{AnswerWords, ChoiceView, ClosedPage, ItemView, QuestionPage};

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
    let form = AnswerForm::of(question, visit.drafts.get(&question.id));
    let from_review = ui.query_has("from=review");
    ui.ok(&page(&visit, survey, place, &form, from_review, Vec::new()))
}

/// `POST /p/{code}/{survey}/{question}` — keeps the answer and goes on; or says what to correct, with everything typed
/// still there; or, after the end, that it is over, with everything typed still there.
pub async fn answer(
    visit: Visit,
    may: May<Participate>,
    _within: Within<Save>,
    path: Path<(String, String, String)>,
    form: Sent<AnswerForm>,
    ui: Ui,
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
            let page = page(&visit, survey, place, &form, form.from_review(), errors);
            return ui.page(StatusCode::UNPROCESSABLE_ENTITY, &page);
        }
    };
    let (id, consultation) = (
        visit.participation.id.clone(),
        visit.consultation.id.clone(),
    );
    let number = question.id;
    let kept = may
        .write(move |tx| {
            // Asked again inside the transaction: the deadline may have been changed a moment ago.
            let is_open = open_window(tx.conn, &consultation, TrackKind::Survey, tx.now)?.is_some();
            if is_open {
                save(tx, &id, number, &answer)?;
            }
            Ok(is_open)
        })
        .await?;
    if !kept {
        return closed(&visit, question, &form, &ui);
    }
    Ok(ui.see_other(&next(&visit, survey, place, &form)))
}

/// Where the pressed button leads.
fn next(visit: &Visit, survey: &Survey, place: usize, form: &AnswerForm) -> String {
    match (form.step(), survey.questions.get(place + 1)) {
        (Step::Pause, _) => visit.url("/pause"),
        _ if form.from_review() => visit.url("/review"),
        (_, Some(question)) => visit.question_url(survey, question),
        (_, None) => visit.url("/review"),
    }
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
        head: visit.head.clone(),
        code: visit.code.as_str().to_owned(),
        is_submitted: visit.participation.submitted_on.is_some(),
        text: question.text.clone(),
        answer,
    };
    ui.page(StatusCode::GONE, &page)
}

fn page(
    visit: &Visit,
    survey: &Survey,
    place: usize,
    form: &AnswerForm,
    from_review: bool,
    errors: Vec<FieldError>,
) -> QuestionPage {
    let question = &survey.questions[place];
    let goal = question
        .goal
        .as_ref()
        .and_then(|_| visit.edition.find(&question.key));
    let before = place.checked_sub(1).and_then(|n| survey.questions.get(n));
    QuestionPage {
        head: visit.head.clone(),
        code: visit.code.as_str().to_owned(),
        survey: survey.slug.clone(),
        survey_title: survey.title.clone(),
        intro: if place == 0 {
            survey.intro.clone()
        } else {
            String::new()
        },
        is_profile: survey.is_profile,
        number: place + 1,
        total: survey.questions.len(),
        previous: before.map(|question| question.key.clone()),
        from_review,
        kind: question.kind.as_str(),
        text: question.text.clone(),
        help: question.help.clone(),
        is_required: question.is_required,
        goal: goal.map(Entry::from),
        options: options(question, form),
        items: items(question, form),
        typed: form.typed(question.kind).to_owned(),
        most: match question.kind {
            QuestionKind::Goal => MAX_COMMENT,
            QuestionKind::LongText => MAX_LONG,
            _ => MAX_SHORT,
        },
        errors,
    }
}

fn options(question: &Question, form: &AnswerForm) -> Vec<ChoiceView> {
    if question.kind == QuestionKind::Goal {
        let view = |mark: Mark| ChoiceView {
            value: mark.as_str().to_owned(),
            label: String::new(),
            label_key: Some(mark.label_key()),
            hint_key: Some(mark.hint_key()),
            is_chosen: form.value("mark") == mark.as_str(),
        };
        return Mark::FORM.map(view).into();
    }
    let chosen: Vec<&str> = form.values("choice").collect();
    let view = |choice: &crate::survey::model::Choice| ChoiceView {
        value: choice.key.clone(),
        label: choice.label.clone(),
        label_key: None,
        hint_key: None,
        is_chosen: chosen.contains(&choice.key.as_str()),
    };
    question.options.iter().map(view).collect()
}

fn items(question: &Question, form: &AnswerForm) -> Vec<ItemView> {
    let view = |item: &crate::survey::model::Choice| ItemView {
        key: item.key.clone(),
        label: item.label.clone(),
        value: form.value(&format!("item.{}", item.key)).to_owned(),
    };
    question.items.iter().map(view).collect()
}
