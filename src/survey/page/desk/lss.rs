//! A survey from LimeSurvey: its file is looked at first, with everything that does not come over, and then taken over.

use actix_web::HttpResponse;
use actix_web::http::StatusCode;

use super::Bench;
use crate::account::May;
use crate::base::error::AppResult;
use crate::base::form::{FieldError, Upload};
use crate::base::locale::Args;
use crate::base::page::Ui;
use crate::survey::BuildSurvey;
use crate::survey::form::NewSurvey;
use crate::survey::import::lss::{Lime, Loss, MAX_BYTES, Refusal, What, read, surveys};
use crate::survey::model::MAX_QUESTIONS;
use crate::survey::store::build::{import_surveys, slugs_of};
use crate::survey::view::desk::{LossRow, LssPage, LssPreview};

/// `GET /desk/consultations/{consultation}/survey-import` — where a file is chosen.
pub async fn ask(_may: May<BuildSurvey>, bench: Bench, ui: Ui) -> AppResult<HttpResponse> {
    ui.ok(&page(&bench, None, &[], &ui))
}

/// `POST /desk/consultations/{consultation}/survey-import` — shows what comes of a file, or takes it over. The file goes
/// along in the form of the preview: nothing of it is kept before somebody has agreed.
pub async fn take(
    may: May<BuildSurvey>,
    bench: Bench,
    form: Upload,
    ui: Ui,
) -> AppResult<HttpResponse> {
    let sent = Sent::of(form);
    let (lime, sent) = match parsed(sent).await? {
        Ok(found) => found,
        Err(error) => {
            let page = page(&bench, None, &[error], &ui);
            return ui.page(StatusCode::UNPROCESSABLE_ENTITY, &page);
        }
    };
    let id = bench.consultation.id.clone();
    let taken = may.read(move |conn| slugs_of(conn, &id)).await?;
    let (new, _) = surveys(&lime, sent.each_group, &taken);
    let is_large = new.iter().any(|one| one.questions.len() > MAX_QUESTIONS);
    if !sent.is_agreed || is_large {
        let errors = [FieldError::new("as", "lss-refused-many").with("most", MAX_QUESTIONS)];
        let (errors, status) = if sent.is_agreed {
            (&errors[..], StatusCode::UNPROCESSABLE_ENTITY)
        } else {
            (&[][..], StatusCode::OK)
        };
        let page = page(&bench, Some(preview(&lime, sent, &ui)), errors, &ui);
        return ui.page(status, &page);
    }
    take_over(may, &bench, new, &sent.file_name, &ui).await
}

/// What was sent, from either of the two forms.
struct Sent {
    file_name: String,
    text: Vec<u8>,
    each_group: bool,
    is_agreed: bool,
}

impl Sent {
    fn of(form: Upload) -> Self {
        let value = |name: &str| form.fields.get(name).unwrap_or_default().to_owned();
        let (each_group, is_agreed) = (value("as") == "each", value("act") == "take");
        let (name, kept) = (value("name"), value("content"));
        let chosen = form.files.into_iter().find(|file| file.field == "file");
        let (file_name, text) = match chosen {
            Some(file) => (file.name, file.bytes),
            None => (name.chars().take(120).collect(), kept.into_bytes()),
        };
        Self {
            file_name,
            text,
            each_group,
            is_agreed,
        }
    }
}

/// Reads the file beside the requests; says what is wrong with it.
async fn parsed(sent: Sent) -> AppResult<Result<(Lime, Sent), FieldError>> {
    if sent.text.is_empty() {
        return Ok(Err(FieldError::new("file", "lss-refused-missing")));
    }
    let found = actix_web::web::block(move || read(&sent.text).map(|lime| (lime, sent)));
    let found = found.await.map_err(anyhow::Error::from)?;
    Ok(found.map_err(|why: Refusal| {
        FieldError::new("file", why.reason_key())
            .with("line", why.line())
            .with("most", MAX_BYTES >> 20)
    }))
}

async fn take_over(
    may: May<BuildSurvey>,
    bench: &Bench,
    new: Vec<NewSurvey>,
    file_name: &str,
    ui: &Ui,
) -> AppResult<HttpResponse> {
    let url = match new.as_slice() {
        [only] => format!("{}/{}", bench.list_url(), only.slug),
        _ => bench.list_url(),
    };
    let (consultation, file) = (bench.consultation.id.clone(), file_name.to_owned());
    may.write(move |tx| import_surveys(tx, &consultation, &new, &file))
        .await?;
    Ok(ui.see_other_saying(&url, "said-survey-imported"))
}

fn page(bench: &Bench, preview: Option<LssPreview>, errors: &[FieldError], ui: &Ui) -> LssPage {
    LssPage {
        head: bench.head(),
        max_mib: MAX_BYTES.min(ui.site().config.limits.upload_bytes) >> 20,
        preview,
        errors: ui.messages(errors),
    }
}

fn preview(lime: &Lime, sent: Sent, ui: &Ui) -> LssPreview {
    let row = |loss: &Loss| {
        let mut words = Args::new();
        words.set("word", loss.word.clone());
        LossRow {
            place: loss.place.clone(),
            text: ui.text(loss.text_key(), &words),
        }
    };
    let (changed, lost): (Vec<&Loss>, Vec<&Loss>) =
        lime.losses.iter().partition(|loss| loss.is_change());
    let lost_between = surveys(lime, true, &[]).1;
    let lost_between = lost_between
        .iter()
        .filter(|loss| loss.what == What::Condition);
    let cut_by_groups = lost_between.count();
    LssPreview {
        lost: lost.into_iter().map(row).collect(),
        changed: changed.into_iter().map(row).collect(),
        cut_by_groups,
        ..LssPreview::of(lime, sent.file_name, sent.text, sent.each_group)
    }
}
