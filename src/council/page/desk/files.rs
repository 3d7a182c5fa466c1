//! Files of a paper.

use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use actix_web::web::Path;

use super::{found, show, url};
use crate::account::May;
use crate::base::error::{AppError, AppResult};
use crate::base::form::{FieldError, Sent, Upload};
use crate::base::page::Ui;
use crate::base::page::file::{download, kept};
use crate::council::form::Press;
use crate::council::model::{FILES, Sight};
use crate::council::store::{files, papers, sight};
use crate::council::{PreparePapers, ReadPapers};

/// `POST /desk/papers/{paper}/files` — adds files: all or none.
pub async fn add(
    may: May<PreparePapers>,
    see: May<ReadPapers>,
    id: Path<String>,
    form: Upload,
    ui: Ui,
) -> AppResult<HttpResponse> {
    let paper = found(&may, &id).await?;
    let here = url(&paper.id);
    let mut fault = None;
    match kept(form.files, FILES, &ui).await? {
        Ok(kept) => {
            let of = paper.id.clone();
            if !may.write(move |tx| files::add(tx, &of, &kept)).await? {
                fault = Some(FieldError::new("file", "error-file-many").with("most", FILES));
            }
        }
        Err(error) => fault = Some(error),
    }
    let Some(fault) = fault else {
        return Ok(ui.see_other_saying(&format!("{here}#files"), "said-paper-file-added"));
    };
    let page = show::page(&see, &id, &[fault], &ui.at(&here)).await?;
    ui.at(&here).page(StatusCode::UNPROCESSABLE_ENTITY, &page)
}

/// `GET /desk/papers/{paper}/files/{attachment}` — a file, as a download.
pub async fn get(
    may: May<ReadPapers>,
    path: Path<(String, String)>,
    ui: Ui,
) -> AppResult<HttpResponse> {
    let (id, file) = path.into_inner();
    let who = may.who().clone();
    let paper = may
        .read(move |conn| {
            let paper = papers::find(conn, &id)?;
            let is_there = paper.is_public() || sight(conn, &who)? == Sight::All;
            if is_there {
                Ok(paper)
            } else {
                Err(AppError::NotFound)
            }
        })
        .await?;
    download(&ui, &files::find(&paper, &file)?).await
}

/// `POST /desk/papers/{paper}/files/{attachment}/removal` — takes a file from the paper.
pub async fn remove(
    may: May<PreparePapers>,
    path: Path<(String, String)>,
    _form: Sent<Press>,
    ui: Ui,
) -> AppResult<HttpResponse> {
    let (id, file) = path.into_inner();
    let paper = found(&may, &id).await?;
    let here = format!("{}#files", url(&paper.id));
    may.write(move |tx| files::remove(tx, &paper.id, &file))
        .await?;
    Ok(ui.see_other_saying(&here, "said-paper-file-removed"))
}
