//! One batch of paper forms: its sheets, and the two acts that end it.

use std::collections::HashMap;

use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use actix_web::web::Path;
use serde::Deserialize;

use super::row;
use crate::account::May;
use crate::base::db::Conn;
use crate::base::error::{AppError, AppResult};
use crate::base::form::Sent;
use crate::base::id::Id;
use crate::base::locale::Args;
use crate::base::page::{Confirm, Ui};
use crate::consultation::{self, Consultation};
use crate::participation::EnterContributions;
use crate::survey::model::{MAX_SHEETS, PaperBatch, PaperSheet};
use crate::survey::store::{
    KeepPaper, PaperEntered, days_of_sheets, enter_paper, names_of, paper_batch, paper_sheets,
    remove_batch,
};
use crate::survey::view::{PaperBatchPage, SheetRow};

/// A button without fields.
#[derive(Clone, Debug, Deserialize)]
pub struct PressForm {}

/// A batch with everything its page shows.
struct Whole {
    batch: PaperBatch,
    consultation: Consultation,
    sheets: Vec<PaperSheet>,
    names: HashMap<String, String>,
}

fn whole(conn: &mut Conn, id: &Id<PaperBatch>) -> AppResult<Whole> {
    let batch = paper_batch(conn, id)?;
    let sheets = paper_sheets(conn, id)?;
    let authors = sheets.iter().flat_map(|sheet| {
        let checked = sheet.checked_by.as_deref();
        checked.into_iter().chain([sheet.typed_by.as_str()])
    });
    let authors: Vec<&str> = authors.chain([batch.opened_by.as_str()]).collect();
    Ok(Whole {
        names: names_of(conn, &authors)?,
        consultation: consultation::by_id(conn, &batch.consultation)?,
        batch,
        sheets,
    })
}

/// `GET /desk/paper/{batch}` — its sheets, and what can be done next.
pub async fn show(may: May<KeepPaper>, id: Path<String>, ui: Ui) -> AppResult<HttpResponse> {
    let id = Id::known(id.into_inner());
    let all = may.read(move |conn| whole(conn, &id)).await?;
    ui.ok(&page(&all, &may.who().to_string(), None, &ui))
}

fn page(all: &Whole, who: &str, fault: Option<String>, ui: &Ui) -> PaperBatchPage {
    let second_check = ui.site().config.paper.second_check;
    let zone = ui.site().zone;
    let name = |author: &str| {
        all.names
            .get(author)
            .cloned()
            .unwrap_or_else(|| author.to_owned())
    };
    let days = days_of_sheets(&all.consultation, zone, ui.today());
    let sheet = |sheet: &PaperSheet| SheetRow {
        number: sheet.number,
        received_on: sheet.received_on,
        answers: sheet.answers.len(),
        typed_by: name(&sheet.typed_by),
        checked_by: sheet.checked_by.as_deref().map(name),
    };
    PaperBatchPage {
        batch: row(&all.batch, second_check, zone),
        opened_by: name(&all.batch.opened_by),
        entered_on: all.batch.entered_at.map(|at| zone.day(at)),
        second_check,
        last_day: days.map(|(_, last)| last),
        to_check: to_check(&all.sheets, who),
        next_check: all
            .sheets
            .iter()
            .find(|sheet| sheet.may_check(who))
            .map(|sheet| sheet.number),
        is_full: all.batch.sheets >= MAX_SHEETS,
        rows: all.sheets.iter().map(sheet).collect(),
        fault,
    }
}

/// How many sheets somebody may check.
pub(super) fn to_check(sheets: &[PaperSheet], who: &str) -> usize {
    sheets.iter().filter(|sheet| sheet.may_check(who)).count()
}

/// `GET /desk/paper/{batch}/count` — asks before the sheets count.
pub async fn ask_count(may: May<KeepPaper>, id: Path<String>, ui: Ui) -> AppResult<HttpResponse> {
    let id = Id::known(id.into_inner());
    let batch = may.read(move |conn| paper_batch(conn, &id)).await?;
    let mut args = Args::new();
    args.set("sheets", batch.sheets);
    args.set("name", batch.name.clone());
    ui.ok(&Confirm {
        title: ui.text("paper-count-title", &args),
        text: ui.t("paper-count-text"),
        items: Vec::new(),
        button: ui.t("paper-count-button"),
        back_url: format!("/desk/paper/{}", batch.id),
        reason: None,
    })
}

/// `POST /desk/paper/{batch}/count` — from now on the sheets count, all or none.
pub async fn count(
    see: May<KeepPaper>,
    may: May<EnterContributions>,
    path: Path<String>,
    _form: Sent<PressForm>,
    ui: Ui,
) -> AppResult<HttpResponse> {
    let id = Id::<PaperBatch>::known(path.into_inner());
    let url = format!("/desk/paper/{id}");
    let (second_check, zone, own) = (
        ui.site().config.paper.second_check,
        ui.site().zone,
        id.clone(),
    );
    let entered = may
        .write(move |tx| enter_paper(tx, &own, second_check, zone))
        .await?;
    let mut args = Args::new();
    let fault = match entered {
        PaperEntered::All(_) | PaperEntered::Before => {
            return Ok(ui.see_other_saying(&url, "said-paper-counted"));
        }
        PaperEntered::NotReady => ui.t("error-paper-not-ready"),
        PaperEntered::OutOfTime(number) => {
            args.set("number", number);
            ui.text("error-paper-out-of-time", &args)
        }
        PaperEntered::Unfit(number) => {
            args.set("number", number);
            ui.text("error-paper-unfit", &args)
        }
    };
    let all = see.read(move |conn| whole(conn, &id)).await?;
    let page = page(&all, &see.who().to_string(), Some(fault), &ui);
    ui.at(&url).page(StatusCode::UNPROCESSABLE_ENTITY, &page)
}

/// `GET /desk/paper/{batch}/removal` — asks before a batch is thrown away.
pub async fn ask_removal(may: May<KeepPaper>, id: Path<String>, ui: Ui) -> AppResult<HttpResponse> {
    let id = Id::known(id.into_inner());
    let batch = may.read(move |conn| paper_batch(conn, &id)).await?;
    if batch.entered_at.is_some() {
        return Err(AppError::NotFound);
    }
    let mut args = Args::new();
    args.set("sheets", batch.sheets);
    args.set("name", batch.name.clone());
    ui.ok(&Confirm {
        title: ui.text("paper-remove-title", &args),
        text: ui.text("paper-remove-text", &args),
        items: Vec::new(),
        button: ui.t("paper-remove-button"),
        back_url: format!("/desk/paper/{}", batch.id),
        reason: None,
    })
}

/// `POST /desk/paper/{batch}/removal` — throws it away with its sheets, unless it counts already.
pub async fn remove(
    may: May<KeepPaper>,
    path: Path<String>,
    _form: Sent<PressForm>,
    ui: Ui,
) -> AppResult<HttpResponse> {
    let id = Id::<PaperBatch>::known(path.into_inner());
    let url = format!("/desk/paper/{id}");
    if may.write(move |tx| remove_batch(tx, &id)).await? {
        Ok(ui.see_other_saying("/desk/paper", "said-paper-removed"))
    } else {
        Ok(ui.see_other_saying(&url, "said-paper-counted"))
    }
}
