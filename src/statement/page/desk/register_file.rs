//! The register as a file: the same lines, as text that any program reads and as a workbook.

use actix_web::HttpResponse;
use actix_web::http::header;
use actix_web::web::Path;

use super::register::{Register, row};
use crate::account::May;
use crate::base::error::AppResult;
use crate::base::export::{Cell, Separator, csv};
use crate::base::locale::{Args, Lang};
use crate::base::page::{ListAsk, Ui};
use crate::base::table::book::{MEDIA, book};
use crate::statement::ReadStatements;
use crate::statement::view::desk::RegisterRow;

/// The columns of the file.
const HEAD: [&str; 12] = [
    "register-number",
    "register-name",
    "register-behalf",
    "register-invited",
    "register-deadline",
    "register-extended",
    "register-received",
    "register-days-late",
    "register-channel",
    "register-nil",
    "register-state",
    "register-address",
];

/// Their widths in the workbook, in characters.
const WIDTHS: [u32; 12] = [8, 40, 30, 12, 12, 12, 12, 14, 12, 16, 24, 26];

/// The lines that are asked for, cell by cell, and the name of the file without its ending.
async fn lines(
    may: May<ReadStatements>,
    slug: Path<String>,
    ask: ListAsk,
    ui: &Ui,
) -> AppResult<(String, Vec<Vec<Cell<'static>>>)> {
    let (now, zone) = (ui.arrived(), ui.site().zone);
    let mut args = Args::new();
    args.set("slug", slug.clone());
    let register = may
        .read(move |conn| Register::of(conn, &slug, now, zone))
        .await?;
    let lines = register.narrowed(&ask);
    let rows = lines
        .iter()
        .map(|line| cells(&row(line, "", false, now, zone), ui));
    Ok((ui.text("register-file-name", &args), rows.collect()))
}

/// `GET /desk/consultations/{consultation}/statements/register.csv` — the same lines as text.
pub async fn text(
    may: May<ReadStatements>,
    slug: Path<String>,
    ask: ListAsk,
    ui: Ui,
) -> AppResult<HttpResponse> {
    let (name, rows) = lines(may, slug, ask, &ui).await?;
    let head = HEAD.map(|key| ui.t(key));
    let head: Vec<&str> = head.iter().map(String::as_str).collect();
    let separator = match ui.lang() {
        Lang::De => Separator::Semicolon,
        Lang::En => Separator::Comma,
    };
    let bytes = csv(separator, &head, rows).map_err(anyhow::Error::from)?;
    Ok(download(
        &format!("{name}.csv"),
        "text/csv; charset=utf-8",
        bytes,
    ))
}

/// `GET /desk/consultations/{consultation}/statements/register.xlsx` — the same lines as a workbook. Its cells are texts,
/// which no office program takes for formulas.
pub async fn workbook(
    may: May<ReadStatements>,
    slug: Path<String>,
    ask: ListAsk,
    ui: Ui,
) -> AppResult<HttpResponse> {
    let (name, rows) = lines(may, slug, ask, &ui).await?;
    let head = HEAD.map(|key| ui.t(key)).to_vec();
    let rows = rows.iter().map(|row| {
        let texts = row.iter().map(|cell| cell.plain().into_owned());
        texts.collect::<Vec<_>>()
    });
    let all: Vec<_> = std::iter::once(head).chain(rows).collect();
    let bytes = book(&ui.t("register-heading"), &WIDTHS, &all)?;
    Ok(download(&format!("{name}.xlsx"), MEDIA, bytes))
}

fn download(name: &str, media: &'static str, bytes: Vec<u8>) -> HttpResponse {
    HttpResponse::Ok()
        .content_type(media)
        .insert_header((
            header::CONTENT_DISPOSITION,
            format!("attachment; filename=\"{name}\""),
        ))
        .insert_header((header::CACHE_CONTROL, "no-store"))
        .body(bytes)
}

fn cells(row: &RegisterRow, ui: &Ui) -> Vec<Cell<'static>> {
    let text = |key: Option<&'static str>| key.map(|key| ui.t(key)).into();
    let address = row.is_confirmed.map(|is_confirmed| {
        if is_confirmed {
            "statement-desk-confirmed"
        } else {
            "statement-desk-unconfirmed"
        }
    });
    vec![
        row.number.into(),
        row.name.clone().into(),
        row.behalf.clone().into(),
        row.invited_on.into(),
        row.until.into(),
        row.extended_on.into(),
        row.received_on.into(),
        row.days_late.into(),
        text(row.channel),
        text(row.is_nil.then_some("register-nil")),
        text(Some(row.state.key)),
        text(address),
    ]
}
