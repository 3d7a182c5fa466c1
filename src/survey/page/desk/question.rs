//! One question: added, changed, taken out.

use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use actix_web::web::{Path, Query};
use serde::Deserialize;

use super::{Bench, told};
use crate::account::May;
use crate::base::error::{AppError, AppResult};
use crate::base::form::{FieldError, Fields, Sent};
use crate::base::page::{Confirm, Ui};
use crate::survey::BuildSurvey;
use crate::survey::form::QuestionForm;
use crate::survey::model::{MAX_LABEL, MAX_QUESTION, Question, QuestionKind, Survey};
use crate::survey::store::build::{
    Built, add_questions, change_question, remove_question, removed_of,
};
use crate::survey::view::desk::{KindsPage, QuestionFormPage};

/// Which kind of question is added.
#[derive(Debug, Deserialize)]
pub struct KindQuery {
    #[serde(default)]
    kind: String,
}

/// `GET /desk/consultations/{consultation}/surveys/{survey}/new-question` — first the kind, then its fields.
pub async fn new(
    _may: May<BuildSurvey>,
    bench: Bench,
    path: Path<(String, String)>,
    query: Query<KindQuery>,
    ui: Ui,
) -> AppResult<HttpResponse> {
    let survey = bench.survey(&path.1)?;
    match kind_of(&query.kind) {
        None => ui.ok(&KindsPage::of(bench.head(), survey.into())),
        Some(kind) => {
            let place = Place {
                bench: &bench,
                survey,
                question: None,
                kind,
            };
            ui.ok(&place.page(&QuestionForm::default(), &[], &ui))
        }
    }
}

/// A kind an editor adds by hand.
fn kind_of(name: &str) -> Option<QuestionKind> {
    QuestionKind::parse(name).filter(|kind| *kind != QuestionKind::Goal)
}

/// `POST /desk/consultations/{consultation}/surveys/{survey}/new-question` — adds it behind the others.
pub async fn create(
    may: May<BuildSurvey>,
    bench: Bench,
    path: Path<(String, String)>,
    form: Sent<QuestionForm>,
    ui: Ui,
) -> AppResult<HttpResponse> {
    let survey = bench.survey(&path.1)?;
    let kind = kind_of(form.value("kind")).ok_or(AppError::BadRequest)?;
    let (consultation, id) = (bench.consultation.id.clone(), survey.id.clone());
    let removed = may
        .read(move |conn| removed_of(conn, &consultation, Some(&id)))
        .await?;
    let is_taken =
        |name: &str| survey.question(name).is_some() || removed.iter().any(|one| one.key == name);
    let new = match form.parse(kind, None, is_taken) {
        Ok(new) => new,
        Err(errors) => {
            let place = Place {
                bench: &bench,
                survey,
                question: None,
                kind,
            };
            return ui.page(
                StatusCode::UNPROCESSABLE_ENTITY,
                &place.page(&form, &errors, &ui),
            );
        }
    };
    let (id, url) = (survey.id.clone(), bench.url(survey));
    let new = vec![new];
    let built = may.write(move |tx| add_questions(tx, &id, &new)).await?;
    Ok(told(&ui, &url, &built, "said-question-added"))
}

/// The form of an existing question.
pub(super) fn edit(
    bench: &Bench,
    survey: &Survey,
    question: &Question,
    ui: &Ui,
) -> AppResult<HttpResponse> {
    let kind = question.kind;
    let place = Place {
        bench,
        survey,
        question: Some(question),
        kind,
    };
    ui.ok(&place.page(&QuestionForm::of(question), &[], ui))
}

/// Keeps the fields of an existing question.
pub(super) async fn keep(
    may: May<BuildSurvey>,
    bench: &Bench,
    survey: &Survey,
    question: &Question,
    fields: Fields,
    ui: &Ui,
) -> AppResult<HttpResponse> {
    let form = QuestionForm::from(fields);
    let kind = question.kind;
    let place = Place {
        bench,
        survey,
        question: Some(question),
        kind,
    };
    let again = |errors: &[FieldError]| {
        ui.page(
            StatusCode::UNPROCESSABLE_ENTITY,
            &place.page(&form, errors, ui),
        )
    };
    let new = match form.parse(kind, Some(question), |_| false) {
        Ok(new) => new,
        Err(errors) => return again(&errors),
    };
    let (id, number) = (survey.id.clone(), question.id);
    let built = may
        .write(move |tx| change_question(tx, &id, number, &new))
        .await?;
    if matches!(built, Built::Decides(_)) {
        return again(&[FieldError::new("options", "error-option-decides")]);
    }
    Ok(told(
        ui,
        &bench.url(survey),
        &built,
        "said-question-changed",
    ))
}

/// `GET /desk/consultations/{consultation}/surveys/{survey}/questions/{question}/deletion` — asks before a question is taken out.
pub async fn ask_deletion(
    _may: May<BuildSurvey>,
    bench: Bench,
    path: Path<(String, String, String)>,
    ui: Ui,
) -> AppResult<HttpResponse> {
    let (survey, question) = bench.question(&path.1, &path.2)?;
    let hang = survey.questions.iter().filter(|other| {
        let condition = other.condition.as_ref();
        condition.is_some_and(|condition| condition.on == question.id)
    });
    let items: Vec<String> = hang.map(|other| other.text.clone()).collect();
    ui.ok(&Confirm {
        title: ui.t("desk-question-delete-title"),
        text: format!(
            "„{}“ {}",
            question.text,
            ui.t(if items.is_empty() {
                "desk-question-delete-text"
            } else {
                "desk-question-delete-hang"
            })
        ),
        items,
        button: ui.t("desk-question-delete-button"),
        back_url: bench.url(survey),
        reason: None,
    })
}

/// `POST /desk/consultations/{consultation}/surveys/{survey}/questions/{question}/deletion` — takes the question out.
pub async fn delete(
    may: May<BuildSurvey>,
    bench: Bench,
    path: Path<(String, String, String)>,
    _form: Sent<Fields>,
    ui: Ui,
) -> AppResult<HttpResponse> {
    let (survey, question) = bench.question(&path.1, &path.2)?;
    let (id, number, url) = (survey.id.clone(), question.id, bench.url(survey));
    let built = may
        .write(move |tx| remove_question(tx, &id, number))
        .await?;
    Ok(told(&ui, &url, &built, "said-question-deleted"))
}

/// The question a form is about.
struct Place<'a> {
    bench: &'a Bench,
    survey: &'a Survey,
    question: Option<&'a Question>,
    kind: QuestionKind,
}

impl Place<'_> {
    fn page(&self, form: &QuestionForm, errors: &[FieldError], ui: &Ui) -> QuestionFormPage {
        let (options, _) = self.kind.choices();
        let text = match self.question {
            Some(question) if self.kind == QuestionKind::Goal => question.text.clone(),
            _ => form.value("text").to_owned(),
        };
        QuestionFormPage {
            head: self.bench.head(),
            survey: self.survey.into(),
            key: self.question.map(|question| question.key.clone()),
            kind: self.kind.as_str(),
            kind_key: self.kind.label_key(),
            text,
            help: form.value("help").to_owned(),
            is_required: form.is_ticked("required"),
            options: form.value("options").to_owned(),
            items: form.value("items").to_owned(),
            most_text: MAX_QUESTION,
            most_label: MAX_LABEL,
            count: (*options.start(), *options.end()),
            errors: ui.messages(errors),
        }
    }
}
