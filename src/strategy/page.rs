//! Pages about editions: side by side, and at the desk. Those on which one is read are the portal's, because they show what is
//! said about it, too.

pub mod compare;
pub mod draft;
pub mod preview;
pub mod shelf;
pub mod standing;

use actix_web::HttpResponse;
use actix_web::web::{Data, Path};

use super::model::ElementKind;
use super::store::newest_published;
use crate::base::db::Db;
use crate::base::error::{AppError, AppResult};
use crate::base::page::Ui;

/// `GET /strategies/{strategy}/{key}` — the lasting address of an element: leads to it in the newest published edition.
pub async fn element(
    path: Path<(String, String)>,
    db: Data<Db>,
    ui: Ui,
) -> AppResult<HttpResponse> {
    let (strategy, key) = path.into_inner();
    let edition = db
        .read(move |conn| newest_published(conn, &strategy))
        .await?;
    let field = edition.field_of(&key).ok_or(AppError::NotFound)?;
    let place = format!(
        "/strategies/{}/editions/{}/{}",
        edition.strategy, edition.number, field.key
    );
    let anchor = edition
        .find(&key)
        .filter(|element| element.kind != ElementKind::Field);
    Ok(ui.see_other(&match anchor {
        Some(element) => format!("{place}#{}", element.key),
        None => place,
    }))
}
