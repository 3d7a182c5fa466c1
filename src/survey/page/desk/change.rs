//! Changing a question: everything until the first answer, typing errors afterwards; and after which answers it is asked.

use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use actix_web::web::{Path, Query};
use serde::Deserialize;

use super::{Bench, question, told};
use crate::account::May;
use crate::base::error::AppResult;
use crate::base::form::{FieldError, Fields, Sent};
use crate::base::page::Ui;
use crate::survey::form::{ConditionForm, CorrectionForm, answers, deciders, parts};
use crate::survey::model::{MAX_NOTE, Part, Question, Survey};
use crate::survey::store::build::{correct, corrections_of, depend};
use crate::survey::store::names_of;
use crate::survey::view::desk::{
    ConditionPage, CorrectionPage, CorrectionWords, Decider, PartField, word,
};
use crate::survey::{BuildSurvey, CorrectSurvey};

/// `GET /desk/consultations/{consultation}/surveys/{survey}/questions/{question}` — its fields, or what can still be corrected.
pub async fn show(
    may: May<BuildSurvey>,
    bench: Bench,
    path: Path<(String, String, String)>,
    ui: Ui,
) -> AppResult<HttpResponse> {
    let (survey, question) = bench.question(&path.1, &path.2)?;
    if !bench.is_frozen(survey) {
        return question::edit(&bench, survey, question, &ui);
    }
    let form = CorrectionForm::default();
    let page = correction_page(&may, &bench, (survey, question), &form, &[], &ui).await?;
    ui.ok(&page)
}

/// `POST /desk/consultations/{consultation}/surveys/{survey}/questions/{question}` — keeps the fields, or corrects a typing error.
pub async fn keep(
    may: May<BuildSurvey>,
    correcting: May<CorrectSurvey>,
    bench: Bench,
    path: Path<(String, String, String)>,
    form: Sent<Fields>,
    ui: Ui,
) -> AppResult<HttpResponse> {
    let (survey, question) = bench.question(&path.1, &path.2)?;
    let fields = form.into_inner();
    if !bench.is_frozen(survey) {
        return question::keep(may, &bench, survey, question, fields, &ui).await;
    }
    let form = CorrectionForm::from(fields);
    let correction = match form.parse(question) {
        Ok(correction) => correction,
        Err(errors) => {
            let place = (survey, question);
            let page = correction_page(&may, &bench, place, &form, &errors, &ui).await?;
            return ui.page(StatusCode::UNPROCESSABLE_ENTITY, &page);
        }
    };
    let (id, url, question) = (survey.id.clone(), bench.url(survey), question.clone());
    correcting
        .write(move |tx| correct(tx, &id, &question, &correction))
        .await?;
    Ok(ui.see_other_saying(&url, "said-question-corrected"))
}

async fn correction_page(
    may: &May<BuildSurvey>,
    bench: &Bench,
    (survey, question): (&Survey, &Question),
    form: &CorrectionForm,
    errors: &[FieldError],
    ui: &Ui,
) -> AppResult<CorrectionPage> {
    let id = question.id;
    let (before, names) = may
        .read(move |conn| {
            let before = corrections_of(conn, &[id])?;
            let authors: Vec<&str> = before.iter().map(|one| one.by.as_str()).collect();
            let names = names_of(conn, &authors)?;
            Ok((before, names))
        })
        .await?;
    let zone = ui.site().zone;
    let messages = ui.messages(errors);
    let field = |(part, value): (Part, String)| {
        let name = part.name();
        let (kind, number) = match part {
            Part::Text => ("text", 0),
            Part::Help => ("help", 0),
            Part::Option(code) => ("option", code),
            Part::Item(code) => ("item", code),
        };
        let typed = form.value(&name).map(str::to_owned);
        PartField {
            kind,
            number,
            value: typed.unwrap_or(value),
            error: messages
                .iter()
                .find(|message| message.field_id == name)
                .map(|message| message.message.clone()),
            name,
        }
    };
    Ok(CorrectionPage {
        head: bench.head(),
        survey: survey.into(),
        text: question.text.clone(),
        parts: parts(question).into_iter().map(field).collect(),
        note: form.value("note").unwrap_or_default().to_owned(),
        most_note: MAX_NOTE,
        is_sure: form.is_sure(),
        before: before
            .into_iter()
            .map(|one| CorrectionWords {
                day: zone.day(one.at),
                before: one.before,
                after: one.after,
                note: one.note,
                by: names.get(&one.by).cloned().unwrap_or(one.by),
            })
            .collect(),
        errors: messages,
    })
}

/// Which earlier question decides.
#[derive(Debug, Deserialize)]
pub struct OnQuery {
    on: Option<String>,
}

/// `GET /desk/consultations/{consultation}/surveys/{survey}/questions/{question}/condition` — after which answers it is asked.
pub async fn condition(
    _may: May<BuildSurvey>,
    bench: Bench,
    path: Path<(String, String, String)>,
    query: Query<OnQuery>,
    ui: Ui,
) -> AppResult<HttpResponse> {
    let (survey, question) = bench.question(&path.1, &path.2)?;
    let form = ConditionForm::of(survey, question, query.on.as_deref());
    ui.ok(&condition_page(&bench, (survey, question), &form, &[], &ui))
}

/// `POST /desk/consultations/{consultation}/surveys/{survey}/questions/{question}/condition` — keeps it.
pub async fn set_condition(
    may: May<BuildSurvey>,
    bench: Bench,
    path: Path<(String, String, String)>,
    form: Sent<ConditionForm>,
    ui: Ui,
) -> AppResult<HttpResponse> {
    let (survey, question) = bench.question(&path.1, &path.2)?;
    let condition = match form.parse(survey, question) {
        Ok(condition) => condition,
        Err(errors) => {
            let page = condition_page(&bench, (survey, question), &form, &errors, &ui);
            return ui.page(StatusCode::UNPROCESSABLE_ENTITY, &page);
        }
    };
    let (id, number, url) = (survey.id.clone(), question.id, bench.url(survey));
    let built = may
        .write(move |tx| depend(tx, &id, number, condition.as_ref()))
        .await?;
    Ok(told(&ui, &url, &built, "said-condition-kept"))
}

fn condition_page(
    bench: &Bench,
    (survey, question): (&Survey, &Question),
    form: &ConditionForm,
    errors: &[FieldError],
    ui: &Ui,
) -> ConditionPage {
    let decider = |earlier: &Question| Decider {
        key: earlier.key.clone(),
        text: earlier.text.clone(),
    };
    let chosen = deciders(survey, question).find(|earlier| earlier.key == form.on());
    let offered = chosen.into_iter().flat_map(|earlier| {
        let all = answers(earlier).into_iter();
        all.map(|(code, name)| (word(earlier, code), name))
    });
    ConditionPage {
        head: bench.head(),
        survey: survey.into(),
        text: question.text.clone(),
        deciders: deciders(survey, question).map(decider).collect(),
        chosen: chosen.map(decider),
        answers: offered
            .map(|(word, name)| {
                let is_ticked = form.has(&name);
                (name, word, is_ticked)
            })
            .collect(),
        errors: ui.messages(errors),
    }
}
