//! Pages on which an edition is read.

pub mod compare;
pub mod draft;
pub mod preview;
pub mod shelf;
pub mod standing;

use actix_web::HttpResponse;
use actix_web::web::{Data, Path};

use super::laid::LaidEdition;
use super::model::ElementKind;
use super::store::{laid_by_number, newest_published, published_editions, read_in, standing};
use super::view::compare::Choosable;
use super::view::{EditionPage, FieldPage, StandingShown};
use crate::base::db::Db;
use crate::base::error::{AppError, AppResult};
use crate::base::page::Ui;
use crate::translation::Reader;
use crate::translation::store::languages_of_edition;
use crate::translation::view::Languages;

/// `GET /strategies/{strategy}/editions/{number}` — the table of contents by field of action.
pub async fn edition(
    path: Path<(String, i32)>,
    reader: Reader,
    db: Data<Db>,
    ui: Ui,
) -> AppResult<HttpResponse> {
    let (strategy, number) = path.into_inner();
    let slug = strategy.clone();
    let (edition, languages) = read(&db, &ui, reader, strategy, number).await?;
    let id = edition.id.clone();
    let (standing, editions) = db
        .read(move |conn| Ok((standing(conn, &id)?, published_editions(conn, &slug)?)))
        .await?;
    let newest = editions.first().filter(|newest| newest.number > number);
    ui.ok(&EditionPage {
        standing: StandingShown::of(&standing),
        can_compare: editions.len() > 1,
        newer: newest.map(Choosable::from),
        ..EditionPage::of(&edition, languages)
    })
}

/// `GET /strategies/{strategy}/editions/{number}/{field}` — one field of action with all its elements.
pub async fn field(
    path: Path<(String, i32, String)>,
    reader: Reader,
    db: Data<Db>,
    ui: Ui,
) -> AppResult<HttpResponse> {
    let (strategy, number, key) = path.into_inner();
    let (edition, languages) = read(&db, &ui, reader, strategy, number).await?;
    ui.ok(&FieldPage::of(&edition, &key, languages).ok_or(AppError::NotFound)?)
}

/// A published edition in the language somebody reads in, and the languages there are.
async fn read(
    db: &Db,
    ui: &Ui,
    reader: Reader,
    strategy: String,
    number: i32,
) -> AppResult<(LaidEdition, Languages)> {
    let town = ui.site().config.town.content_language;
    db.read(move |conn| {
        let mut edition = laid_by_number(conn, &strategy, number)?;
        let offered = languages_of_edition(conn, edition.id.as_str())?;
        let chosen = reader.of(&offered);
        if let Some(lang) = chosen {
            read_in(conn, &mut edition, lang)?;
        }
        Ok((edition, Languages::of(&offered, chosen, town)))
    })
    .await
}

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
