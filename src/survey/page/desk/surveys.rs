//! The surveys of a consultation.

use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use actix_web::web::Path;

use super::{Bench, about, closing, told};
use crate::account::May;
use crate::base::error::AppResult;
use crate::base::form::{FieldError, Fields, Sent};
use crate::base::locale::Args;
use crate::base::page::{Confirm, Ui};
use crate::survey::form::SurveyForm;
use crate::survey::model::{MAX_INTRO, MAX_TITLE, Survey};
use crate::survey::store::build::{
    Direction, add_survey, answered_surveys, change_survey, move_survey, remove_survey, removed_of,
    restore_survey,
};
use crate::survey::view::desk::{RemovedRow, SurveyFormPage, SurveyRow, SurveysPage};
use crate::survey::{BuildSurvey, SeeSurveys};

/// `GET /desk/consultations/{consultation}/surveys` — all surveys, with what can be done.
pub async fn list(bench: Bench, may: May<SeeSurveys>, ui: Ui) -> AppResult<HttpResponse> {
    let id = bench.consultation.id.clone();
    let (answers, removed) = may
        .read(move |conn| Ok((answered_surveys(conn, &id)?, removed_of(conn, &id, None)?)))
        .await?;
    let row = |survey: &Survey| SurveyRow {
        slug: survey.slug.clone(),
        label: bench
            .field(survey)
            .map(|field| field.label.clone())
            .unwrap_or_default(),
        title: survey.title.clone(),
        about: about(survey),
        questions: survey
            .questions
            .iter()
            .filter(|q| q.kind.is_answered())
            .count(),
        first: survey
            .questions
            .first()
            .map(|question| question.key.clone()),
        answers: answers.get(&survey.id).copied().unwrap_or_default(),
        is_frozen: bench.is_frozen(survey),
    };
    let removed = removed.into_iter().map(|one| RemovedRow {
        key: one.key,
        text: one.text,
    });
    ui.ok(&SurveysPage {
        head: bench.head(),
        surveys: bench.book.surveys.iter().map(row).collect(),
        removed: removed.collect(),
    })
}

/// `POST /desk/consultations/{consultation}/surveys` — moves a survey or puts one back.
pub async fn arrange(
    may: May<BuildSurvey>,
    bench: Bench,
    form: Sent<Fields>,
    ui: Ui,
) -> AppResult<HttpResponse> {
    let (id, url) = (bench.consultation.id.clone(), bench.list_url());
    let form = form.into_inner();
    let said = if form.get("restore").is_some() {
        "said-survey-restored"
    } else {
        "said-survey-moved"
    };
    may.write(move |tx| {
        for (name, slug) in &form.0 {
            match name.as_str() {
                "up" => move_survey(tx, &id, slug, Direction::Up)?,
                "down" => move_survey(tx, &id, slug, Direction::Down)?,
                "restore" => restore_survey(tx, &id, slug)?,
                _ => {}
            }
        }
        Ok(())
    })
    .await?;
    Ok(ui.see_other_saying(&url, said))
}

/// `GET /desk/consultations/{consultation}/new-survey` — what the new survey is about.
pub async fn new(_may: May<BuildSurvey>, bench: Bench, ui: Ui) -> AppResult<HttpResponse> {
    ui.ok(&form_page(&bench, None, &SurveyForm::default(), &[], &ui))
}

/// `POST /desk/consultations/{consultation}/new-survey` — adds it; a field of action brings its goals along.
pub async fn create(
    may: May<BuildSurvey>,
    bench: Bench,
    form: Sent<SurveyForm>,
    ui: Ui,
) -> AppResult<HttpResponse> {
    let taken = removed_names(&may, &bench).await?;
    let is_taken =
        |name: &str| bench.book.survey(name).is_some() || taken.iter().any(|t| t == name);
    let new = match form.parse(&bench.edition, is_taken, &closing(&ui)) {
        Ok(new) => new,
        Err(errors) => {
            let page = form_page(&bench, None, &form, &errors, &ui);
            return ui.page(StatusCode::UNPROCESSABLE_ENTITY, &page);
        }
    };
    let url = format!("{}/{}", bench.list_url(), new.slug);
    let consultation = bench.consultation.clone();
    may.write(move |tx| add_survey(tx, &consultation, &new))
        .await?;
    Ok(ui.see_other_saying(&url, "said-survey-added"))
}

/// The names of surveys that were taken out; they may come back.
async fn removed_names(may: &May<BuildSurvey>, bench: &Bench) -> AppResult<Vec<String>> {
    let id = bench.consultation.id.clone();
    let removed = may.read(move |conn| removed_of(conn, &id, None)).await?;
    Ok(removed.into_iter().map(|one| one.key).collect())
}

/// `GET /desk/consultations/{consultation}/surveys/{survey}/settings` — title and introduction.
pub async fn settings(
    _may: May<BuildSurvey>,
    bench: Bench,
    path: Path<(String, String)>,
    ui: Ui,
) -> AppResult<HttpResponse> {
    let survey = bench.survey(&path.1)?;
    let form = SurveyForm {
        about: about(survey).into(),
        title: survey.title.clone(),
        intro: survey.intro.clone(),
    };
    ui.ok(&form_page(&bench, Some(survey), &form, &[], &ui))
}

/// `POST /desk/consultations/{consultation}/surveys/{survey}/settings` — keeps title and introduction.
pub async fn change(
    may: May<BuildSurvey>,
    bench: Bench,
    path: Path<(String, String)>,
    form: Sent<SurveyForm>,
    ui: Ui,
) -> AppResult<HttpResponse> {
    let survey = bench.survey(&path.1)?;
    let head = match form.head("") {
        Ok(head) => head,
        Err(errors) => {
            let page = form_page(&bench, Some(survey), &form, &errors, &ui);
            return ui.page(StatusCode::UNPROCESSABLE_ENTITY, &page);
        }
    };
    let (id, url) = (survey.id.clone(), bench.url(survey));
    let built = may.write(move |tx| change_survey(tx, &id, &head)).await?;
    Ok(told(&ui, &url, &built, "said-survey-changed"))
}

/// `GET /desk/consultations/{consultation}/surveys/{survey}/deletion` — asks before a survey is taken out.
pub async fn ask_deletion(
    _may: May<BuildSurvey>,
    bench: Bench,
    path: Path<(String, String)>,
    ui: Ui,
) -> AppResult<HttpResponse> {
    let survey = bench.survey(&path.1)?;
    let mut args = Args::new();
    args.set("title", survey.title.clone());
    ui.ok(&Confirm {
        title: ui.text("desk-survey-delete-title", &args),
        text: ui.t("desk-survey-delete-text"),
        items: survey
            .questions
            .iter()
            .map(|question| question.text.clone())
            .collect(),
        button: ui.t("desk-survey-delete-button"),
        back_url: bench.url(survey),
        reason: None,
    })
}

/// `POST /desk/consultations/{consultation}/surveys/{survey}/deletion` — takes the survey out.
pub async fn delete(
    may: May<BuildSurvey>,
    bench: Bench,
    path: Path<(String, String)>,
    _form: Sent<Fields>,
    ui: Ui,
) -> AppResult<HttpResponse> {
    let survey = bench.survey(&path.1)?;
    let (id, consultation) = (survey.id.clone(), bench.consultation.id.clone());
    let url = if bench.is_frozen(survey) {
        bench.url(survey)
    } else {
        bench.list_url()
    };
    let built = may
        .write(move |tx| remove_survey(tx, &consultation, &id))
        .await?;
    Ok(told(&ui, &url, &built, "said-survey-deleted"))
}

fn form_page(
    bench: &Bench,
    survey: Option<&Survey>,
    form: &SurveyForm,
    errors: &[FieldError],
    ui: &Ui,
) -> SurveyFormPage {
    let fields = bench.edition.fields.iter().map(|field| {
        let is_taken = bench.book.survey_of(&field.id).is_some();
        (
            field.key.clone(),
            field.label.clone(),
            field.title.clone(),
            is_taken,
        )
    });
    SurveyFormPage {
        head: bench.head(),
        survey: survey.map(Into::into),
        fields: fields.collect(),
        about: form.about.clone(),
        title: form.title.clone(),
        intro: form.intro.clone(),
        limits: (MAX_TITLE, MAX_INTRO),
        errors: ui.messages(errors),
    }
}
