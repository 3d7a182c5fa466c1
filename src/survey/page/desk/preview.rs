//! A survey tried out: the very pages residents see, and nothing is kept. What decides about later questions travels
//! along in the address, so that conditions can be tried out too.

use std::collections::{BTreeSet, HashMap};

use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use actix_web::web::{Path, Query};
use serde::Deserialize;

use super::Bench;
use crate::base::error::AppResult;
use crate::base::form::{FieldError, Sent};
use crate::base::page::Ui;
use crate::survey::form::{AnswerForm, Step};
use crate::survey::mark::Mark;
use crate::survey::model::{Answer, Question, QuestionKind, Survey};
use crate::survey::page::question::after;
use crate::survey::page::sheet::{self, Asking};
use crate::survey::view::{Head, QuestionPage};

/// The answers so far that decide about later questions.
#[derive(Debug, Deserialize)]
pub struct SoFar {
    #[serde(default)]
    so_far: String,
}

/// `GET /desk/consultations/{consultation}/surveys/{survey}/preview/{question}` — the question as residents see it.
pub async fn show(
    bench: Bench,
    path: Path<(String, String, String)>,
    query: Query<SoFar>,
    ui: Ui,
) -> AppResult<HttpResponse> {
    let (survey, question) = bench.question(&path.1, &path.2)?;
    let drafts = read(survey, &query.so_far);
    let form = AnswerForm::of(question, drafts.get(&question.id));
    ui.ok(&page(
        &bench,
        (survey, question),
        &drafts,
        &form,
        Vec::new(),
        &ui,
    ))
}

/// `POST /desk/consultations/{consultation}/surveys/{survey}/preview/{question}` — on to what is asked next; nothing is kept.
pub async fn answer(
    bench: Bench,
    path: Path<(String, String, String)>,
    form: Sent<AnswerForm>,
    ui: Ui,
) -> AppResult<HttpResponse> {
    let (survey, question) = bench.question(&path.1, &path.2)?;
    let mut drafts = read(survey, form.value("so_far"));
    let answer = match form.parse(question) {
        Ok(answer) => answer,
        Err(errors) => {
            let page = page(&bench, (survey, question), &drafts, &form, errors, &ui);
            return ui.page(StatusCode::UNPROCESSABLE_ENTITY, &page);
        }
    };
    drafts.insert(question.id, answer);
    let place = survey.question(&question.key).map_or(0, |(place, _)| place);
    let next = after(survey, place, |id| drafts.get(&id));
    Ok(match next.filter(|_| form.step() != Step::Pause) {
        Some(next) => ui.see_other(&url(&bench, survey, next, &drafts)),
        None => ui.see_other_saying(&bench.url(survey), "said-preview-over"),
    })
}

fn page(
    bench: &Bench,
    (survey, question): (&Survey, &Question),
    drafts: &HashMap<i32, Answer>,
    form: &AnswerForm,
    errors: Vec<FieldError>,
    ui: &Ui,
) -> QuestionPage {
    let place = survey.question(&question.key).map_or(0, |(place, _)| place);
    let end = bench.url(survey);
    let asking = Asking {
        head: &Head::of(&bench.consultation, ui.site().zone),
        edition: &bench.edition,
        survey,
        drafts,
        home: end.clone(),
    };
    let asked = survey.asked(|id| drafts.get(&id));
    let own = asked.iter().position(|other| other.id == question.id);
    let before = own.and_then(|own| own.checked_sub(1)).map(|n| asked[n]);
    QuestionPage {
        back_url: before.map_or_else(|| end.clone(), |before| url(bench, survey, before, drafts)),
        hidden: vec![("so_far", written(survey, drafts))],
        preview_end: Some(end),
        ..sheet::page(&asking, place, form, false, errors)
    }
}

/// The address at which a question is tried out.
fn url(
    bench: &Bench,
    survey: &Survey,
    question: &Question,
    drafts: &HashMap<i32, Answer>,
) -> String {
    let so_far = written(survey, drafts);
    let query = if so_far.is_empty() {
        so_far
    } else {
        format!("?so_far={so_far}")
    };
    format!("{}/preview/{}{query}", bench.url(survey), question.key)
}

/// The answers others depend on, as `12.1~13.2.3`: the number of the question, then the codes of what was chosen.
fn written(survey: &Survey, drafts: &HashMap<i32, Answer>) -> String {
    let conditions = survey.questions.iter().filter_map(|q| q.condition.as_ref());
    let deciding: BTreeSet<i32> = conditions.map(|condition| condition.on).collect();
    let part = |id: i32| {
        let codes: Vec<String> = match drafts.get(&id)? {
            Answer::Goal { mark, .. } => mark.iter().map(|mark| mark.code().to_string()).collect(),
            Answer::Single(code) => vec![code.to_string()],
            Answer::Multiple(codes) => codes.iter().map(ToString::to_string).collect(),
            _ => Vec::new(),
        };
        (!codes.is_empty()).then(|| format!("{id}.{}", codes.join(".")))
    };
    let parts: Vec<String> = deciding.into_iter().filter_map(part).collect();
    parts.join("~")
}

/// The answers such a text stands for; what makes no sense is left out.
fn read(survey: &Survey, text: &str) -> HashMap<i32, Answer> {
    let answer = |part: &str| {
        let mut numbers = part.split('.').map(str::parse::<i32>);
        let id = numbers.next()?.ok()?;
        let codes: BTreeSet<i32> = numbers.filter_map(Result::ok).collect();
        let question = survey.questions.iter().find(|question| question.id == id)?;
        let first = *codes.first()?;
        let answer = match question.kind {
            QuestionKind::Goal => Answer::Goal {
                mark: Some(Mark::of_code(first)?),
                comment: None,
            },
            QuestionKind::Single => Answer::Single(first),
            QuestionKind::Multiple => Answer::Multiple(codes),
            _ => return None,
        };
        Some((id, answer))
    };
    text.split('~').take(1_000).filter_map(answer).collect()
}
