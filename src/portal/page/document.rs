//! The pages on which an edition is read, with the way to comment on each of its elements.

use actix_web::HttpResponse;
use actix_web::web::{Data, Path};

use crate::base::db::Db;
use crate::base::error::{AppError, AppResult};
use crate::base::page::Ui;
use crate::comment::{self, Talks};
use crate::council::store::{decided, papers};
use crate::council::view::{source_of, way_of};
use crate::strategy::view::compare::Choosable;
use crate::strategy::view::{EditionPage, Entry, FieldPage, StandingShown, Talk};
use crate::strategy::{LaidEdition, laid_by_number, published_editions, read_in, standing};
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
    let (edition, languages, talks) = read(&db, &ui, reader, strategy, number).await?;
    let id = edition.id.clone();
    let (standing, editions, source, papers) = db
        .read(move |conn| {
            Ok((
                standing(conn, &id)?,
                published_editions(conn, &slug)?,
                decided::source(conn, &id)?,
                papers::on_editions(conn, &[id])?,
            ))
        })
        .await?;
    let today = ui.today();
    let newest = editions.first().filter(|newest| newest.number > number);
    let page = EditionPage::of(&edition, languages);
    ui.ok(&EditionPage {
        standing: StandingShown::of(&standing),
        can_compare: editions.len() > 1,
        newer: newest.map(Choosable::from),
        source: source.as_ref().map(source_of),
        papers: papers.iter().map(|paper| way_of(paper, today)).collect(),
        fields: page
            .fields
            .into_iter()
            .map(|field| told(field, talks.as_ref()))
            .collect(),
        ..page
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
    let (edition, languages, talks) = read(&db, &ui, reader, strategy, number).await?;
    let page = FieldPage::of(&edition, &key, languages).ok_or(AppError::NotFound)?;
    ui.ok(&FieldPage {
        field: told(page.field, talks.as_ref()),
        ..page
    })
}

/// An element and all below it, each with what is said about it.
fn told(entry: Entry, talks: Option<&Talks>) -> Entry {
    let Some(talks) = talks else {
        return entry;
    };
    entry.with_talk(&|key| {
        let count = talks.counts.get(key).copied().unwrap_or_default();
        (count > 0 || talks.is_open).then(|| Talk {
            url: format!("/consultations/{}/comments/{key}", talks.slug),
            count,
            is_open: talks.is_open,
            is_earlier: talks.is_earlier,
        })
    })
}

/// A published edition in the language somebody reads in, the languages there are, and what is said about it.
async fn read(
    db: &Db,
    ui: &Ui,
    reader: Reader,
    strategy: String,
    number: i32,
) -> AppResult<(LaidEdition, Languages, Option<Talks>)> {
    let (town, now) = (ui.site().config.town.content_language, ui.arrived());
    db.read(move |conn| {
        let mut edition = laid_by_number(conn, &strategy, number)?;
        let offered = languages_of_edition(conn, edition.id.as_str())?;
        let chosen = reader.of(&offered);
        if let Some(lang) = chosen {
            read_in(conn, &mut edition, lang)?;
        }
        let talks = comment::talks(conn, &edition, now)?;
        Ok((edition, Languages::of(&offered, chosen, town), talks))
    })
    .await
}
