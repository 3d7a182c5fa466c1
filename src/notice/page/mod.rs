//! Feeds and calendars for everyone; asking for mails; the round that sends them.

pub mod letter;
pub mod round;
pub mod settings;
pub mod subscribe;

use actix_web::HttpResponse;
use actix_web::web::{Data, Path};
use chrono::{DateTime, Utc};

use super::atom::{self, About};
use super::calendar;
use super::model::Facts;
use super::store;
use super::words::Teller;
use crate::base::db::Db;
use crate::base::error::AppResult;
use crate::base::locale::Lang;
use crate::base::page::Ui;
use crate::base::site::Site;
use crate::consultation;

const ATOM: &str = "application/atom+xml; charset=utf-8";
const CALENDAR: &str = "text/calendar; charset=utf-8";

fn teller(site: &Site, lang: Lang, now: DateTime<Utc>) -> Teller<'_> {
    Teller {
        texts: &site.texts,
        lang,
        zone: site.zone,
        now,
    }
}

/// `GET /feed.atom` — what has happened in all consultations.
pub async fn town_feed(db: Data<Db>, ui: Ui) -> AppResult<HttpResponse> {
    let all = everything(&db).await?;
    let title = ui.site().config.town.portal_name.clone();
    Ok(feed(&ui, &all, &title, "/", "/feed.atom"))
}

/// `GET /consultations/{consultation}/feed.atom` — what has happened in one.
pub async fn feed_of(slug: Path<String>, db: Data<Db>, ui: Ui) -> AppResult<HttpResponse> {
    let facts = one(&db, slug.into_inner()).await?;
    let title = facts.consultation.title.clone();
    let page = format!("/consultations/{}", facts.consultation.slug);
    let own = format!("{page}/feed.atom");
    Ok(feed(&ui, &[facts], &title, &page, &own))
}

/// `GET /calendar.ics` — the days of all consultations.
pub async fn town_calendar(db: Data<Db>, ui: Ui) -> AppResult<HttpResponse> {
    let all = everything(&db).await?;
    let title = ui.site().config.town.portal_name.clone();
    Ok(calendar_of_all(&ui, &all, &title))
}

/// `GET /consultations/{consultation}/calendar.ics` — the days of one.
pub async fn calendar_of(slug: Path<String>, db: Data<Db>, ui: Ui) -> AppResult<HttpResponse> {
    let facts = one(&db, slug.into_inner()).await?;
    let title = facts.consultation.title.clone();
    Ok(calendar_of_all(&ui, &[facts], &title))
}

async fn everything(db: &Db) -> AppResult<Vec<Facts>> {
    db.read(|conn| {
        let all = consultation::list_published(conn)?;
        store::facts(conn, all)
    })
    .await
}

async fn one(db: &Db, slug: String) -> AppResult<Facts> {
    db.read(move |conn| {
        let found = consultation::published(conn, &slug)?;
        let facts = store::facts(conn, vec![found])?.pop();
        facts.ok_or(crate::base::error::AppError::NotFound)
    })
    .await
}

fn feed(ui: &Ui, all: &[Facts], title: &str, page: &str, own: &str) -> HttpResponse {
    let (site, base_url) = (ui.site(), ui.site().config.base_url());
    let town = &site.config.town;
    let about = About {
        title: format!("{title} – {}", town.short_name),
        base_url: &base_url,
        page: page.to_owned(),
        own: format!("{own}?lang={}", ui.lang()),
        town: town.name.clone(),
        since: DateTime::UNIX_EPOCH,
    };
    let (body, changed) = atom::feed(all, &about, teller(site, ui.lang(), ui.arrived()));
    ui.feed(ATOM, changed, body)
}

fn calendar_of_all(ui: &Ui, all: &[Facts], title: &str) -> HttpResponse {
    let site = ui.site();
    let name = format!("{title} – {}", site.config.town.short_name);
    let teller = teller(site, ui.lang(), ui.arrived());
    let (body, changed) = calendar::calendar(all, &name, &site.config.base_url(), teller);
    ui.feed(CALENDAR, changed, body)
}
