//! The administration's shelf: all strategies, a new one, one with everything in it.

use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use actix_web::web::Path;

use crate::account::{May, Permission};
use crate::base::db::Conn;
use crate::base::error::AppResult;
use crate::base::form::{FieldError, Sent, Upload};
use crate::base::page::ListAsk;
use crate::base::page::Ui;
use crate::strategy::document::{
    MAX_FILE_BYTES, MAX_PARTS, Plan, Refused, markdown_of, parts, title_of,
};
use crate::strategy::form::shelf::NewStrategyForm;
use crate::strategy::model::MAX_TITLE_CHARS;
use crate::strategy::store::Listed;
use crate::strategy::store::draft::{DraftHead, DraftState, heads};
use crate::strategy::store::shelf::{Folder, OnShelf, create, folder, shelf};
use crate::strategy::store::uploads::{self, Uploaded, uploads};
use crate::strategy::view::shelf::{
    DraftLink, EditionRow, FolderPage, NewStrategyPage, ORDERS, ShelfPage, ShelfRow, StateShown,
    UploadRow,
};
use crate::strategy::{EditStrategy, ReadStrategies};

/// `GET /desk/strategies` — all strategies.
pub async fn list(may: May<ReadStrategies>, ask: ListAsk, ui: Ui) -> AppResult<HttpResponse> {
    let mut rows = may.read(shelf).await?;
    rows.retain(|row| ask.matches(&format!("{} {}", row.title, row.slug)));
    let order = ask.order(&ORDERS);
    match order.by {
        "created" => rows.sort_by_key(|row| row.created_at),
        "editions" => rows.sort_by_key(|row| row.editions),
        _ => rows.sort_by_key(|row| row.title.to_lowercase()),
    }
    if order.descending {
        rows.reverse();
    }
    let listing = ask.listing(rows.len(), &ORDERS);
    let rows = ask.cut(rows);
    ui.ok(&ShelfPage {
        listing,
        rows: rows.into_iter().map(|row| shelf_row(row, &ui)).collect(),
        can_edit: may.who().has(Permission::Edit),
    })
}

fn shelf_row(row: OnShelf, ui: &Ui) -> ShelfRow {
    ShelfRow {
        created_on: ui.site().zone.day(row.created_at),
        slug: row.slug,
        title: row.title,
        editions: row.editions,
        newest: row.newest.map(|(edition, standing)| EditionRow {
            number: edition.number,
            name: edition.name,
            state: StateShown::of(&standing),
        }),
        drafts: row.drafts,
        uploads: row.uploads,
    }
}

/// `GET /desk/strategies/new` — a new strategy.
pub async fn ask_new(_may: May<EditStrategy>, ui: Ui) -> AppResult<HttpResponse> {
    ui.ok(&NewStrategyPage {
        form: NewStrategyForm::default(),
        max_title: MAX_TITLE_CHARS,
        errors: Vec::new(),
    })
}

/// `POST /desk/strategies/new` — creates it, without any edition yet.
pub async fn create_new(
    may: May<EditStrategy>,
    form: Sent<NewStrategyForm>,
    ui: Ui,
) -> AppResult<HttpResponse> {
    let form = form.into_inner();
    let again = |errors: &[FieldError]| {
        let page = NewStrategyPage {
            form: form.clone(),
            max_title: MAX_TITLE_CHARS,
            errors: ui.messages(errors),
        };
        ui.page(StatusCode::UNPROCESSABLE_ENTITY, &page)
    };
    let new = match form.clone().parse() {
        Ok(new) => new,
        Err(refill) => return again(&refill.errors),
    };
    let url = format!("/desk/strategies/{}", new.slug);
    let created = may
        .write(move |tx| create(tx, &new.slug, &new.title))
        .await?;
    if !created {
        return again(&[FieldError::new("slug", "shelf-slug-taken")]);
    }
    Ok(ui.see_other_saying(&url, "said-strategy-created"))
}

/// `GET /desk/strategies/{strategy}` — its editions, drafts and documents.
pub async fn show(may: May<ReadStrategies>, path: Path<String>, ui: Ui) -> AppResult<HttpResponse> {
    let slug = path.into_inner();
    let can_edit = may.who().has(Permission::Edit);
    let found = may.read(move |conn| everything(conn, &slug)).await?;
    ui.ok(&folder_page(found, can_edit, &[], &ui))
}

type Everything = (Folder, Vec<Uploaded>, Vec<DraftHead>);

fn everything(conn: &mut Conn, slug: &str) -> AppResult<Everything> {
    let mut drafts = heads(conn, slug)?;
    drafts.retain(|draft| draft.state == DraftState::Open);
    Ok((folder(conn, slug)?, uploads(conn, slug)?, drafts))
}

fn folder_page(found: Everything, can_edit: bool, errors: &[FieldError], ui: &Ui) -> FolderPage {
    let (folder, uploads, drafts) = found;
    let edition = |(edition, standing): (Listed, _)| EditionRow {
        number: edition.number,
        name: edition.name,
        state: StateShown::of(&standing),
    };
    let upload = |upload: Uploaded| UploadRow {
        id: upload.id.as_str().to_owned(),
        file_name: upload.file_name,
        on: ui.site().zone.day(upload.at),
    };
    let draft = |head: DraftHead| DraftLink {
        url: format!("/desk/strategies/{}/drafts/{}", head.slug, head.id),
        begun_on: ui.site().zone.day(head.begun_at.and_utc()),
    };
    FolderPage {
        slug: folder.slug,
        title: folder.title,
        editions: folder.editions.into_iter().map(edition).collect(),
        drafts: drafts.into_iter().map(draft).collect(),
        uploads: uploads.into_iter().map(upload).collect(),
        can_edit,
        max_mib: max_bytes(ui) >> 20,
        errors: ui.messages(errors),
    }
}

/// The town's own limit may be lower than that of documents.
fn max_bytes(ui: &Ui) -> usize {
    MAX_FILE_BYTES.min(ui.site().config.limits.upload_bytes)
}

/// `POST /desk/strategies/{strategy}/uploads` — takes a document in and leads to its preview.
pub async fn upload(
    may: May<EditStrategy>,
    path: Path<String>,
    form: Upload,
    ui: Ui,
) -> AppResult<HttpResponse> {
    let slug = path.into_inner();
    let place = slug.clone();
    let found = may.read(move |conn| everything(conn, &place)).await?;
    let taken = match form.files.into_iter().find(|file| file.field == "file") {
        Some(file) => read(file.bytes).await?.map(|text| (file.name, text)),
        None => Err("import-file-missing"),
    };
    let (name, text) = match taken {
        Ok(taken) => taken,
        Err(key) => {
            let errors = [FieldError::new("file", key).with("max", max_bytes(&ui) >> 20)];
            let page = folder_page(
                found,
                true,
                &errors,
                &ui.at(&format!("/desk/strategies/{slug}")),
            );
            return ui
                .at(&format!("/desk/strategies/{slug}"))
                .page(StatusCode::UNPROCESSABLE_ENTITY, &page);
        }
    };
    let plan = first_plan(&text, found.0.editions.len());
    let url = format!("/desk/strategies/{slug}/uploads");
    let id = may
        .write(move |tx| uploads::keep(tx, &slug, &name, &text, &plan))
        .await?;
    Ok(ui.see_other(&format!("{url}/{}", id.as_str())))
}

/// Reads a document beside the requests; says which text tells what is wrong with it.
async fn read(bytes: Vec<u8>) -> AppResult<Result<String, &'static str>> {
    let read = actix_web::web::block(move || {
        let text = markdown_of(bytes)?;
        match parts(&text).len() {
            0 => Err(Refused::Empty),
            n if n > MAX_PARTS => Err(Refused::TooLong),
            _ => Ok(text),
        }
    });
    let text = read.await.map_err(anyhow::Error::from)?;
    Ok(text.map_err(Refused::text_key))
}

/// The name that stands in the document's title, else the next draft's number.
fn first_plan(text: &str, editions: usize) -> Plan {
    let title = parts(text)
        .into_iter()
        .next()
        .map(|part| title_of(&part.text).1);
    let named = title.filter(|name| !name.is_empty() && name.chars().count() <= MAX_NAME_IN_TITLE);
    Plan {
        name: named.unwrap_or_else(|| format!("Entwurf {}", editions + 1)),
        ..Plan::default()
    }
}

/// A longer end of a title is no edition's name: "Konzept für Wohnen, Arbeit und alles Übrige".
const MAX_NAME_IN_TITLE: usize = 40;
