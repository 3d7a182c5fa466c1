//! A table with statements is looked at, and then taken in: all rows or none.

use std::collections::HashMap;

use actix_web::HttpResponse;
use actix_web::http::{StatusCode, header};
use actix_web::web::Path;
use anyhow::Context;

use super::enter::Desk;
use super::url;
use crate::account::May;
use crate::base::error::AppResult;
use crate::base::export::{Cell, Separator, csv};
use crate::base::form::{FieldError, Upload};
use crate::base::locale::Lang;
use crate::base::page::{FieldMessage, Ui};
use crate::base::table::book::{MEDIA, book};
use crate::base::table::{self, MAX_BYTES, Row};
use crate::consultation;
use crate::consultation::view::Subject;
use crate::statement::EnterStatements;
use crate::statement::import::{self, Against, COLUMNS, Faulty, Found, Import, MAX_STATEMENTS};
use crate::statement::store::desk::enter;
use crate::statement::store::register::entered;
use crate::statement::view::desk::{
    FoundRow, StatementFault, StatementImportPage, StatementPreview,
};

/// How much of a text the preview shows, in characters.
const EXCERPT: usize = 120;

/// `GET /desk/consultations/{consultation}/statements/import` — where a table is chosen.
pub async fn ask(may: May<EnterStatements>, slug: Path<String>, ui: Ui) -> AppResult<HttpResponse> {
    let desk = may.read(move |conn| Desk::of(conn, &slug)).await?;
    ui.ok(&page(&desk, None, &[], &ui))
}

/// `GET /desk/consultations/{consultation}/statements/template.csv` — an empty table with the columns.
pub async fn template_csv(
    may: May<EnterStatements>,
    slug: Path<String>,
    ui: Ui,
) -> AppResult<HttpResponse> {
    may.read(move |conn| consultation::find(conn, &slug))
        .await?;
    let separator = match ui.lang() {
        Lang::De => Separator::Semicolon,
        Lang::En => Separator::Comma,
    };
    let [head, example] = import::template();
    let example = example.map(Cell::from).to_vec();
    let bytes = csv(separator, &head, [example]).context("the template")?;
    Ok(download(&ui, "csv", "text/csv; charset=utf-8", bytes))
}

/// `GET /desk/consultations/{consultation}/statements/template.xlsx` — the same as a workbook.
pub async fn template_xlsx(
    may: May<EnterStatements>,
    slug: Path<String>,
    ui: Ui,
) -> AppResult<HttpResponse> {
    may.read(move |conn| consultation::find(conn, &slug))
        .await?;
    let rows = import::template().map(|row| row.map(str::to_owned).to_vec());
    let bytes = book(&ui.t("statement-public-title"), &[], &rows)?;
    Ok(download(&ui, "xlsx", MEDIA, bytes))
}

fn download(ui: &Ui, ending: &str, media: &'static str, bytes: Vec<u8>) -> HttpResponse {
    let name = ui.t("statement-desk-import-file-name");
    HttpResponse::Ok()
        .content_type(media)
        .insert_header((
            header::CONTENT_DISPOSITION,
            format!("attachment; filename=\"{name}.{ending}\""),
        ))
        .insert_header((header::CACHE_CONTROL, "no-store"))
        .body(bytes)
}

fn page(
    desk: &Desk,
    preview: Option<StatementPreview>,
    errors: &[FieldError],
    ui: &Ui,
) -> StatementImportPage {
    StatementImportPage {
        subject: Subject::from(&desk.on),
        max_mib: MAX_BYTES.min(ui.site().config.limits.upload_bytes) >> 20,
        most: MAX_STATEMENTS,
        columns: COLUMNS.map(|(name, _)| name).into(),
        preview,
        errors: ui.messages(errors),
    }
}

/// `POST /desk/consultations/{consultation}/statements/import` — shows what comes of a table, or takes it in. The rows
/// travel with the form of the preview: nothing is kept before somebody has agreed.
pub async fn take(
    may: May<EnterStatements>,
    slug: Path<String>,
    form: Upload,
    ui: Ui,
) -> AppResult<HttpResponse> {
    let desk = may.read(move |conn| Desk::of(conn, &slug)).await?;
    let agreed = form.fields.get("act") == Some("take");
    let read = match parsed(form).await? {
        Ok((name, rows)) => import::read(&rows, &against(&desk, &ui)).map(|it| (name, rows, it)),
        Err(error) => Err(error),
    };
    let (name, rows, found) = match read {
        Ok(read) => read,
        Err(error) => {
            let page = page(&desk, None, &[error], &ui);
            return ui.page(StatusCode::UNPROCESSABLE_ENTITY, &page);
        }
    };
    if agreed && found.faulty.is_empty() {
        return keep(may, desk, found.found, &ui).await;
    }
    let status = if found.faulty.is_empty() {
        StatusCode::OK
    } else {
        StatusCode::UNPROCESSABLE_ENTITY
    };
    let keys: Vec<_> = found.found.iter().map(|one| one.key.clone()).collect();
    let there = may.read(move |conn| entered(conn, &keys)).await?;
    let preview = preview(name, &rows, &found, &there, &desk, &ui)?;
    ui.page(status, &page(&desk, Some(preview), &[], &ui))
}

fn against<'a>(desk: &'a Desk, ui: &Ui) -> Against<'a> {
    Against {
        consultation: &desk.on.id,
        first_day: desk.deadlines.window.first_day(ui.site().zone),
        today: ui.today(),
        edition: &desk.edition,
        known: &desk.known,
    }
}

/// Reads the file beside the requests: its name and its rows, or what is wrong with it.
async fn parsed(form: Upload) -> AppResult<Result<(String, Vec<Row>), FieldError>> {
    if let Some(file) = form.file("file") {
        let (name, bytes) = (file.name.clone(), file.bytes.clone());
        let rows = actix_web::web::block(move || table::read(&bytes)).await;
        let rows = rows.map_err(anyhow::Error::from)?;
        return Ok(rows.map(|rows| (name, rows)).map_err(|why| {
            FieldError::new("file", why.reason_key()).with("max", MAX_BYTES >> 20)
        }));
    }
    let field = |name: &str| form.fields.get(name).unwrap_or_default();
    let missing = || FieldError::new("file", "error-table-missing");
    let name = field("name").chars().take(120).collect();
    let rows: Vec<(usize, Vec<String>)> = match serde_json::from_str(field("content")) {
        Ok(rows) => rows,
        Err(_) => return Ok(Err(missing())),
    };
    let row = |(line, cells)| Row { line, cells };
    Ok(Ok((name, rows.into_iter().map(row).collect())))
}

fn preview(
    file_name: String,
    rows: &[Row],
    found: &Import,
    there: &HashMap<String, i32>,
    desk: &Desk,
    ui: &Ui,
) -> AppResult<StatementPreview> {
    let known = found
        .found
        .iter()
        .filter(|one| there.contains_key(&one.key));
    let known = known.count();
    let content = if found.faulty.is_empty() {
        // Not as a table again: that would change texts which look like formulas.
        let rows: Vec<_> = rows.iter().map(|row| (row.line, &row.cells)).collect();
        Some(serde_json::to_string(&rows).context("the rows")?)
    } else {
        None
    };
    let row = |one: &Found| row(one, there.get(&one.key).copied(), desk, ui);
    Ok(StatementPreview {
        file_name,
        content,
        new: found.found.len() - known,
        known,
        rows: found.found.iter().map(row).collect(),
        faulty: found.faulty.iter().map(|one| fault(one, ui)).collect(),
    })
}

fn row(one: &Found, number: Option<i32>, desk: &Desk, ui: &Ui) -> FoundRow {
    let zone = ui.site().zone;
    let at = one.received(ui.arrived(), zone);
    let text = one.part.text.replace('\n', " ");
    let mut excerpt: String = text.chars().take(EXCERPT).collect();
    if excerpt.len() < text.len() {
        excerpt.push_str(" …");
    }
    FoundRow {
        line: one.line,
        name: one.name.clone(),
        channel: one.channel.label_key(),
        received_on: zone.day(at),
        is_dated: one.received_on.is_some(),
        is_known_party: one.party.is_some(),
        is_late: at >= desk.deadlines.of(one.party.as_ref()),
        about: one.part.key.clone(),
        excerpt,
        number,
    }
}

fn fault(one: &Faulty, ui: &Ui) -> StatementFault {
    let cells: Vec<FieldMessage> = ui.messages(&one.errors);
    StatementFault {
        line: one.line,
        name: one.name.clone(),
        cells,
    }
}

/// Enters all rows in one transaction; those that stand in the register already stay as they are.
async fn keep(
    may: May<EnterStatements>,
    desk: Desk,
    rows: Vec<Found>,
    ui: &Ui,
) -> AppResult<HttpResponse> {
    let (here, now, zone) = (url(&desk.on), ui.arrived(), ui.site().zone);
    may.write(move |tx| {
        for row in &rows {
            let entry = row.entry(&desk.deadlines, now, zone);
            enter(tx, &desk.on, &desk.edition, &entry)?;
        }
        Ok(())
    })
    .await?;
    Ok(ui.see_other_saying(&here, "said-statements-imported"))
}
