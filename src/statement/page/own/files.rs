//! Attachments of a draft.

use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use actix_web::web::Path;
use serde::Deserialize;

use super::super::seat::Seat;
use super::{drafted, open_draft};
use crate::account::May;
use crate::base::error::AppResult;
use crate::base::form::{FieldError, Sent, Upload};
use crate::base::id::Id;
use crate::base::limit::{Save, Within};
use crate::base::page::{Ui, file};
use crate::statement::WriteStatement;
use crate::statement::form::Press;
use crate::statement::model::{Content, FILES, Statement};
use crate::statement::store::files::{self, Added};
use crate::statement::view::FilesPage;

fn page(seat: &Seat, content: &Content, errors: &[FieldError], ui: &Ui) -> FilesPage {
    FilesPage {
        seat: seat.words(),
        files: content.files.iter().map(Into::into).collect(),
        most: FILES,
        max_mib: ui.site().config.limits.upload_bytes >> 20,
        errors: ui.messages(errors),
    }
}

/// `GET /p/{code}/statement/files` — what is there, and the box for more.
pub async fn show(may: May<WriteStatement>, seat: Seat, ui: Ui) -> AppResult<HttpResponse> {
    if !seat.rights().write {
        return Ok(ui.see_other(&seat.url("")));
    }
    let content = drafted(&may, &seat).await?;
    ui.ok(&page(&seat, &content, &[], &ui))
}

/// `POST /p/{code}/statement/files` — adds files: all or none.
pub async fn add(
    _within: Within<Save>,
    may: May<WriteStatement>,
    seat: Seat,
    form: Upload,
    ui: Ui,
) -> AppResult<HttpResponse> {
    let content = drafted(&may, &seat).await?;
    if !seat.rights().write {
        return Ok(ui.see_other(&seat.url("")));
    }
    let refuse = |error: FieldError| {
        let page = page(&seat, &content, &[error], &ui);
        ui.page(StatusCode::UNPROCESSABLE_ENTITY, &page)
    };
    let kept = match file::kept(form.files, FILES, &ui).await? {
        Ok(kept) => kept,
        Err(error) => return refuse(error),
    };
    let again = seat.again();
    let added = may
        .write(move |tx| {
            let table = again(tx.conn)?;
            match open_draft(tx, &table)? {
                Some(draft) => files::add(tx, &draft, &kept),
                None => Ok(Added::Closed),
            }
        })
        .await?;
    match added {
        Added::Done => Ok(ui.see_other_saying(&seat.url("/files"), "said-statement-file-added")),
        Added::TooMany => refuse(FieldError::new("file", "error-file-many").with("most", FILES)),
        Added::Closed => Ok(ui.see_other(&seat.url(""))),
    }
}

/// A file in an address.
#[derive(Deserialize)]
pub struct FilePath {
    file: String,
}

/// `POST /p/{code}/statement/files/{file}/removal` — takes a file from the draft.
pub async fn remove(
    _within: Within<Save>,
    may: May<WriteStatement>,
    seat: Seat,
    path: Path<FilePath>,
    _form: Sent<Press>,
    ui: Ui,
) -> AppResult<HttpResponse> {
    let again = seat.again();
    may.write(move |tx| {
        let table = again(tx.conn)?;
        let draft = table.statement.as_ref().and_then(Statement::draft);
        match draft.filter(|_| table.rights.write) {
            Some(draft) => files::remove(tx, draft, &Id::known(path.file.clone())),
            None => Ok(false),
        }
    })
    .await?;
    Ok(ui.see_other_saying(&seat.url("/files"), "said-statement-file-removed"))
}

/// `GET /p/{code}/statement/files/{file}` — a file of one's own statement, as a download.
pub async fn download(
    may: May<WriteStatement>,
    seat: Seat,
    path: Path<FilePath>,
    ui: Ui,
) -> AppResult<HttpResponse> {
    let versions = seat.statement.iter().flat_map(|one| &one.versions);
    let versions: Vec<_> = versions.map(|version| version.id.clone()).collect();
    let file = may
        .read(move |conn| files::find(conn, &versions, &path.file))
        .await?;
    file::download(&ui, &file).await
}
