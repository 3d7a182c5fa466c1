//! A table with organisations is looked at, and then taken in: all rows or none.

use actix_web::HttpResponse;
use actix_web::http::{StatusCode, header};
use actix_web::web::Path;
use anyhow::Context;

use super::{list_of, list_url};
use crate::account::{May, Party};
use crate::base::error::AppResult;
use crate::base::export::Separator;
use crate::base::form::{FieldError, Upload};
use crate::base::id::Id;
use crate::base::locale::Lang;
use crate::base::page::Ui;
use crate::base::table::book::MEDIA;
use crate::base::table::{self, MAX_BYTES, Row};
use crate::consultation::Consultation;
use crate::consultation::view::Subject;
use crate::organisation::ManageOrganisations;
use crate::organisation::import::{self, Fate, Faulty, Found, Import, MAX_ORGANISATIONS};
use crate::organisation::model::State;
use crate::organisation::store::{invitations, organisations};
use crate::organisation::view::{FateRow, FaultRow, OrganisationImportPage, Preview};

/// `GET /desk/consultations/{consultation}/organisations/import` — where a table is chosen.
pub async fn ask(
    may: May<ManageOrganisations>,
    slug: Path<String>,
    ui: Ui,
) -> AppResult<HttpResponse> {
    let (on, _) = list_of(&may, slug.into_inner()).await?;
    ui.ok(&page(&on, None, &[], &ui))
}

/// `GET /desk/consultations/{consultation}/organisations/template.csv` — a table with the columns and an example.
pub async fn csv_template(
    may: May<ManageOrganisations>,
    slug: Path<String>,
    ui: Ui,
) -> AppResult<HttpResponse> {
    list_of(&may, slug.into_inner()).await?;
    let separator = match ui.lang() {
        Lang::De => Separator::Semicolon,
        Lang::En => Separator::Comma,
    };
    let bytes = import::csv_template(separator).context("the template")?;
    Ok(download("text/csv; charset=utf-8", "csv", bytes, &ui))
}

/// `GET /desk/consultations/{consultation}/organisations/template.xlsx` — the same as a workbook.
pub async fn xlsx_template(
    may: May<ManageOrganisations>,
    slug: Path<String>,
    ui: Ui,
) -> AppResult<HttpResponse> {
    list_of(&may, slug.into_inner()).await?;
    let bytes = import::xlsx_template(&ui.t("desk-nav-organisations"))?;
    Ok(download(MEDIA, "xlsx", bytes, &ui))
}

fn download(media: &'static str, ending: &str, bytes: Vec<u8>, ui: &Ui) -> HttpResponse {
    let name = ui.t("parties-import-file-name");
    let name = format!("attachment; filename=\"{name}.{ending}\"");
    HttpResponse::Ok()
        .content_type(media)
        .insert_header((header::CONTENT_DISPOSITION, name))
        .insert_header((header::CACHE_CONTROL, "no-store"))
        .body(bytes)
}

fn page(
    on: &Consultation,
    preview: Option<Preview>,
    errors: &[FieldError],
    ui: &Ui,
) -> OrganisationImportPage {
    OrganisationImportPage {
        subject: Subject::from(on),
        max_mib: MAX_BYTES.min(ui.site().config.limits.upload_bytes) >> 20,
        most: MAX_ORGANISATIONS,
        preview,
        errors: ui.messages(errors),
    }
}

/// `POST /desk/consultations/{consultation}/organisations/import` — shows what comes of a table, or takes it in. The
/// rows travel with the form of the preview: nothing is kept before somebody has agreed.
pub async fn take(
    may: May<ManageOrganisations>,
    slug: Path<String>,
    form: Upload,
    ui: Ui,
) -> AppResult<HttpResponse> {
    let (on, list) = list_of(&may, slug.into_inner()).await?;
    let known = may.read(organisations::list).await?;
    let listed: Vec<_> = list.into_iter().map(|one| one.organisation.id).collect();
    let agreed = form.fields.get("act") == Some("take");
    let (name, rows) = match parsed(form).await? {
        Ok(found) => found,
        Err(error) => {
            let page = page(&on, None, &[error], &ui);
            return ui.page(StatusCode::UNPROCESSABLE_ENTITY, &page);
        }
    };
    let found = match import::read(&rows, &known, &listed) {
        Ok(found) => found,
        Err(error) => {
            let page = page(&on, None, &[error], &ui);
            return ui.page(StatusCode::UNPROCESSABLE_ENTITY, &page);
        }
    };
    if agreed && found.faulty.is_empty() {
        return keep(may, on, found.found, &ui).await;
    }
    let status = if found.faulty.is_empty() {
        StatusCode::OK
    } else {
        StatusCode::UNPROCESSABLE_ENTITY
    };
    let preview = preview(name, &found, &ui)?;
    ui.page(status, &page(&on, Some(preview), &[], &ui))
}

/// Reads the file beside the requests: its name and its rows, or what is wrong with it.
async fn parsed(form: Upload) -> AppResult<Result<(String, Vec<Row>), FieldError>> {
    let field = |name: &str| form.fields.get(name).unwrap_or_default().to_owned();
    let (name, bytes) = match form.file("file") {
        Some(file) => (file.name.clone(), file.bytes.clone()),
        None => (
            field("name").chars().take(120).collect(),
            field("content").into_bytes(),
        ),
    };
    if bytes.is_empty() {
        return Ok(Err(FieldError::new("file", "error-table-missing")));
    }
    let rows = actix_web::web::block(move || table::read(&bytes)).await;
    let rows = rows.map_err(anyhow::Error::from)?;
    Ok(rows
        .map(|rows| (name, rows))
        .map_err(|why| FieldError::new("file", why.reason_key()).with("max", MAX_BYTES >> 20)))
}

fn preview(file_name: String, found: &Import, ui: &Ui) -> AppResult<Preview> {
    let count = |wanted: fn(&Fate) -> bool| {
        let all = found.found.iter();
        all.filter(|one| wanted(&one.fate)).count()
    };
    let content = if found.faulty.is_empty() {
        let bytes = import::again(&found.found).context("the rows")?;
        Some(String::from_utf8(bytes).context("the rows")?)
    } else {
        None
    };
    let row = |one: &Found| FateRow {
        line: one.line,
        name: one.details.name.clone(),
        kind: one.details.kind.label_key(),
        email: one.details.email.clone(),
        fate: match one.fate {
            Fate::New => "parties-import-new",
            Fate::Known(_) => "parties-import-known",
            Fate::Listed => "parties-import-listed",
        },
    };
    let fault = |one: &Faulty| FaultRow {
        line: one.line,
        name: one.name.clone(),
        messages: ui
            .messages(&one.errors)
            .into_iter()
            .map(|error| error.message)
            .collect(),
    };
    Ok(Preview {
        file_name,
        content,
        new: count(|fate| *fate == Fate::New),
        known: count(|fate| matches!(fate, Fate::Known(_))),
        listed: count(|fate| *fate == Fate::Listed),
        rows: found.found.iter().map(row).collect(),
        faulty: found.faulty.iter().map(fault).collect(),
    })
}

/// Makes the new organisations and puts all onto the list, in one transaction.
async fn keep(
    may: May<ManageOrganisations>,
    on: Consultation,
    rows: Vec<Found>,
    ui: &Ui,
) -> AppResult<HttpResponse> {
    let here = list_url(&on);
    may.write(move |tx| {
        let mut come: Vec<Id<Party>> = Vec::new();
        for row in &rows {
            match &row.fate {
                Fate::New => {
                    come.push(organisations::create(
                        tx,
                        &row.details,
                        State::Invited,
                        None,
                    )?);
                }
                Fate::Known(id) => come.push(id.clone()),
                Fate::Listed => {}
            }
        }
        invitations::add(tx, &on, &come)
    })
    .await?;
    Ok(ui.see_other_saying(&here, "said-invited-added"))
}
