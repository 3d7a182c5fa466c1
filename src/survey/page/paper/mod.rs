//! Paper forms at the desk: all batches, and beginning one. The screens for a batch and for a sheet stand below.

pub mod batch;
mod screen;
pub mod sheet;

use actix_web::HttpResponse;
use actix_web::http::StatusCode;

use crate::account::May;
use crate::base::clock::Zone;
use crate::base::error::{AppError, AppResult};
use crate::base::form::{FieldError, Sent};
use crate::base::page::{ListAsk, Ui};
use crate::consultation::{self, Consultation};
use crate::survey::form::BatchForm;
use crate::survey::model::{MAX_BATCH_NAME, PaperBatch, Stage};
use crate::survey::store::{KeepPaper, days_of_sheets, open_batch, paper_batches};
use crate::survey::view::{PAPER_SORTS, PaperListPage, PaperNewPage, PaperRow, Pick};

/// `GET /desk/paper` — all batches.
pub async fn list(may: May<KeepPaper>, ask: ListAsk, ui: Ui) -> AppResult<HttpResponse> {
    let second = ui.site().config.paper.second_check;
    let mut batches = may.read(paper_batches).await?;
    let stage = ask
        .filter("stage")
        .and_then(|name| Stage::ALL.into_iter().find(|stage| stage.as_str() == name));
    batches.retain(|batch| {
        ask.matches(&format!("{} {}", batch.name, batch.title))
            && stage.is_none_or(|stage| batch.stage(second) == stage)
    });
    let order = ask.order(&PAPER_SORTS);
    batches.sort_by_cached_key(|batch| match order.by {
        "name" => batch.name.to_lowercase(),
        "consultation" => batch.title.to_lowercase(),
        "sheets" => format!("{:08}", batch.sheets),
        _ => batch.id.to_string(),
    });
    if order.descending {
        batches.reverse();
    }
    let listing = ask.listing(batches.len(), &PAPER_SORTS);
    let zone = ui.site().zone;
    let rows = ask.cut(batches);
    ui.ok(&PaperListPage {
        listing,
        rows: rows.iter().map(|batch| row(batch, second, zone)).collect(),
    })
}

/// One batch as lists and heads of pages show it.
fn row(batch: &PaperBatch, second_check: bool, zone: Zone) -> PaperRow {
    PaperRow {
        id: batch.id.to_string(),
        name: batch.name.clone(),
        title: batch.title.clone(),
        channel_key: batch.channel.label_key(),
        stage: batch.stage(second_check).as_str(),
        sheets: batch.sheets,
        checked: batch.checked,
        opened_on: zone.day(batch.opened_at),
    }
}

/// `GET /desk/paper/new` — name, way and consultation of a new batch.
pub async fn ask_new(may: May<KeepPaper>, ui: Ui) -> AppResult<HttpResponse> {
    let known = begun(&may, &ui).await?;
    let form = BatchForm {
        consultation: match &known[..] {
            [only] => only.slug.clone(),
            _ => String::new(),
        },
        ..BatchForm::default()
    };
    ui.ok(&new_page(&known, form, &[], &ui))
}

/// `POST /desk/paper/new` — begins the batch and leads to its first sheet.
pub async fn begin(may: May<KeepPaper>, form: Sent<BatchForm>, ui: Ui) -> AppResult<HttpResponse> {
    let known = begun(&may, &ui).await?;
    let chosen = known
        .iter()
        .find(|one| one.slug == form.consultation)
        .cloned();
    let (chosen, (name, channel)) = match (form.parse(chosen.is_some()), chosen) {
        (Ok(parsed), Some(chosen)) => (chosen, parsed),
        (parsed, _) => {
            let errors = parsed.err().unwrap_or_default();
            let page = new_page(&known, form.into_inner(), &errors, &ui);
            return ui.page(StatusCode::UNPROCESSABLE_ENTITY, &page);
        }
    };
    let id = may
        .write(move |tx| open_batch(tx, &chosen, &name, channel))
        .await?;
    Ok(ui.see_other_saying(&format!("/desk/paper/{id}"), "said-paper-begun"))
}

/// Consultations to which forms can have come: their survey has begun.
async fn begun(may: &May<KeepPaper>, ui: &Ui) -> AppResult<Vec<Consultation>> {
    let (zone, today) = (ui.site().zone, ui.today());
    let mut known = may.read(consultation::list_published).await?;
    known.retain(|one| days_of_sheets(one, zone, today).is_some());
    Ok(known)
}

fn new_page(
    known: &[Consultation],
    form: BatchForm,
    errors: &[FieldError],
    ui: &Ui,
) -> PaperNewPage {
    let pick = |one: &Consultation| Pick {
        value: one.slug.clone(),
        label: one.title.clone(),
    };
    let channels = BatchForm::CHANNELS.map(|channel| Pick {
        value: channel.as_str().to_owned(),
        label: ui.t(channel.label_key()),
    });
    PaperNewPage {
        consultations: known.iter().map(pick).collect(),
        channels: channels.into(),
        form,
        limit: MAX_BATCH_NAME,
        errors: ui.messages(errors),
    }
}

/// The last day a page names when a consultation has no time for its survey.
fn days_or_none(
    consultation: &Consultation,
    ui: &Ui,
) -> AppResult<(chrono::NaiveDate, chrono::NaiveDate)> {
    days_of_sheets(consultation, ui.site().zone, ui.today()).ok_or(AppError::NotFound)
}
