//! One sheet: typed on a screen in the shape of the form, and compared with the paper by a second person.

use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use actix_web::web::Path;

use super::batch::PressForm;
use super::days_or_none;
use super::screen::{Desk, Screen, desk, page, parsed};
use crate::account::May;
use crate::base::error::AppResult;
use crate::base::form::{FieldError, Sent};
use crate::base::id::Id;
use crate::base::locale::Args;
use crate::base::page::{Confirm, Ui};
use crate::survey::form::SheetForm;
use crate::survey::store::{KeepPaper, Kept, add_sheet, change_sheet, check_sheet, remove_sheet};

/// `GET /desk/paper/{batch}/sheets/new` — an empty sheet with the day of the one before.
pub async fn ask_new(may: May<KeepPaper>, id: Path<String>, ui: Ui) -> AppResult<HttpResponse> {
    let desk = desk(&may, &id).await?;
    let (_, last) = days_or_none(&desk.consultation, &ui)?;
    let day = desk.sheets.last().map_or(last, |sheet| sheet.received_on);
    let screen = Screen {
        mode: "new",
        number: next(&desk),
        form: &SheetForm::of_day(&day.format("%d.%m.%Y").to_string()),
        errors: &[],
        who: &may.who().to_string(),
    };
    ui.ok(&page(&desk, &screen, &ui)?)
}

fn next(desk: &Desk) -> i32 {
    desk.sheets.last().map_or(1, |sheet| sheet.number + 1)
}

/// `POST /desk/paper/{batch}/sheets/new` — keeps the sheet and leads to the next, or says what to correct.
pub async fn add(
    may: May<KeepPaper>,
    path: Path<String>,
    form: Sent<SheetForm>,
    ui: Ui,
) -> AppResult<HttpResponse> {
    let desk = desk(&may, &path).await?;
    let who = may.who().to_string();
    let screen = |errors| Screen {
        mode: "new",
        number: next(&desk),
        form: &form,
        errors,
        who: &who,
    };
    let typed = match parsed(&form, &desk, &ui)? {
        Ok(typed) => typed,
        Err(errors) => {
            let page = page(&desk, &screen(&errors), &ui)?;
            return ui.page(StatusCode::UNPROCESSABLE_ENTITY, &page);
        }
    };
    let (id, nonce) = (desk.batch.id.clone(), form.nonce().to_owned());
    match may
        .write(move |tx| add_sheet(tx, &id, &typed, &nonce))
        .await?
    {
        Kept::Full => {
            let errors = [FieldError::new("main", "error-paper-full")];
            let page = page(&desk, &screen(&errors), &ui)?;
            ui.page(StatusCode::UNPROCESSABLE_ENTITY, &page)
        }
        Kept::Closed => Ok(ui.see_other_saying(&desk.url(""), "said-paper-counted")),
        _ if form.step() == "end" => Ok(ui.see_other_saying(&desk.url(""), "said-sheet-kept")),
        _ => Ok(ui.see_other_saying(&desk.url("/sheets/new"), "said-sheet-kept")),
    }
}

/// `GET /desk/paper/{batch}/sheets/{sheet}` — a sheet to look at or to type anew.
pub async fn show(
    may: May<KeepPaper>,
    path: Path<(String, i32)>,
    ui: Ui,
) -> AppResult<HttpResponse> {
    shown(&may, &path, "change", &ui).await
}

/// `GET /desk/paper/{batch}/sheets/{sheet}/check` — a sheet to compare with the paper.
pub async fn show_check(
    may: May<KeepPaper>,
    path: Path<(String, i32)>,
    ui: Ui,
) -> AppResult<HttpResponse> {
    shown(&may, &path, "check", &ui).await
}

async fn shown(
    may: &May<KeepPaper>,
    path: &(String, i32),
    mode: &'static str,
    ui: &Ui,
) -> AppResult<HttpResponse> {
    let desk = desk(may, &path.0).await?;
    let form = desk.filled(desk.sheet(path.1)?);
    let screen = Screen {
        mode,
        number: path.1,
        form: &form,
        errors: &[],
        who: &may.who().to_string(),
    };
    ui.ok(&page(&desk, &screen, ui)?)
}

/// `POST /desk/paper/{batch}/sheets/{sheet}` — types a sheet anew; a check that was done counts no more.
pub async fn change(
    may: May<KeepPaper>,
    path: Path<(String, i32)>,
    form: Sent<SheetForm>,
    ui: Ui,
) -> AppResult<HttpResponse> {
    kept(may, &path, &form, "change", &ui).await
}

/// `POST /desk/paper/{batch}/sheets/{sheet}/check` — the same as on paper: checked. Otherwise: corrected, and somebody
/// else checks it.
pub async fn check(
    may: May<KeepPaper>,
    path: Path<(String, i32)>,
    form: Sent<SheetForm>,
    ui: Ui,
) -> AppResult<HttpResponse> {
    kept(may, &path, &form, "check", &ui).await
}

async fn kept(
    may: May<KeepPaper>,
    path: &(String, i32),
    form: &SheetForm,
    mode: &'static str,
    ui: &Ui,
) -> AppResult<HttpResponse> {
    let (desk, number) = (desk(&may, &path.0).await?, path.1);
    desk.sheet(number)?;
    let who = may.who().to_string();
    let screen = |errors| Screen {
        mode,
        number,
        form,
        errors,
        who: &who,
    };
    let typed = match parsed(form, &desk, ui)? {
        Ok(typed) => typed,
        Err(errors) => {
            let page = page(&desk, &screen(&errors), ui)?;
            return ui.page(StatusCode::UNPROCESSABLE_ENTITY, &page);
        }
    };
    let id = desk.batch.id.clone();
    let kept = may
        .write(move |tx| match mode {
            "check" => check_sheet(tx, &id, number, &typed),
            _ => change_sheet(tx, &id, number, &typed),
        })
        .await?;
    let mut others = desk.sheets.iter().filter(|sheet| sheet.number != number);
    let next = match others.find(|sheet| sheet.may_check(&who)) {
        Some(sheet) => desk.url(&format!("/sheets/{}/check", sheet.number)),
        None => desk.url(""),
    };
    Ok(match kept {
        Kept::Own => {
            let errors = [FieldError::new("main", "error-sheet-own")];
            let page = page(&desk, &screen(&errors), ui)?;
            return ui.page(StatusCode::UNPROCESSABLE_ENTITY, &page);
        }
        Kept::Checked(_) => ui.see_other_saying(&next, "said-sheet-checked"),
        Kept::Corrected(_) => ui.see_other_saying(&next, "said-sheet-corrected"),
        Kept::Closed => ui.see_other_saying(&desk.url(""), "said-paper-counted"),
        Kept::As(_) | Kept::Full => ui.see_other_saying(&desk.url(""), "said-sheet-kept"),
    })
}

/// `GET /desk/paper/{batch}/sheets/{sheet}/removal` — asks before a sheet is thrown away.
pub async fn ask_removal(
    may: May<KeepPaper>,
    path: Path<(String, i32)>,
    ui: Ui,
) -> AppResult<HttpResponse> {
    let desk = desk(&may, &path.0).await?;
    let mut args = Args::new();
    args.set("number", desk.sheet(path.1)?.number);
    args.set("name", desk.batch.name.clone());
    ui.ok(&Confirm {
        title: ui.text("sheet-remove-title", &args),
        text: ui.t("sheet-remove-text"),
        items: Vec::new(),
        button: ui.t("sheet-remove-button"),
        back_url: desk.url(""),
        reason: None,
    })
}

/// `POST /desk/paper/{batch}/sheets/{sheet}/removal` — throws it away, unless it counts already.
pub async fn remove(
    may: May<KeepPaper>,
    path: Path<(String, i32)>,
    _form: Sent<PressForm>,
    ui: Ui,
) -> AppResult<HttpResponse> {
    let (batch, number) = path.into_inner();
    let url = format!("/desk/paper/{batch}");
    let id = Id::known(batch);
    let removed = may.write(move |tx| remove_sheet(tx, &id, number)).await?;
    Ok(ui.see_other_saying(
        &url,
        if removed {
            "said-sheet-removed"
        } else {
            "said-paper-counted"
        },
    ))
}
