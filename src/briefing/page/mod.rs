//! Briefings for everyone and, at the desk, for the council.

mod field;
mod overview;
mod sheet;
mod themes;

use actix_web::HttpResponse;
use actix_web::web::{Data, Path};

use crate::account::{May, Permission};
use crate::base::db::Db;
use crate::base::error::AppResult;
use crate::base::page::Ui;
use crate::briefing::store::{self, Briefing, Looker, Offered};
use crate::briefing::view::{
    BriefingPage, BriefingsPage, DeskBriefingPage, DeskFieldBriefingPage, FieldBriefingPage,
    OfferedRow,
};
use crate::revision::ReadReleased;

async fn public(db: &Db, slug: String, ui: &Ui) -> AppResult<Briefing> {
    let (limits, now) = (ui.site().config.figures, ui.arrived());
    db.read(move |conn| store::briefing(conn, &slug, &Looker::Public, limits, now))
        .await
}

async fn desk(may: &May<ReadReleased>, slug: String, ui: &Ui) -> AppResult<Briefing> {
    let (limits, now, who) = (ui.site().config.figures, ui.arrived(), may.who().clone());
    let looker = if prepares(may) {
        Looker::Staff(who)
    } else {
        Looker::Council(who)
    };
    may.read(move |conn| store::briefing(conn, &slug, &looker, limits, now))
        .await
}

/// Whether whoever asks prepares briefings, and so sees them before they are released.
fn prepares(may: &May<ReadReleased>) -> bool {
    may.who().has(Permission::ReadContributions)
}

/// `GET /consultations/{consultation}/briefing` — all fields of action at one glance.
pub async fn overview(slug: Path<String>, db: Data<Db>, ui: Ui) -> AppResult<HttpResponse> {
    let read = public(&db, slug.into_inner(), &ui).await?;
    let briefing = read.overview(&ui);
    ui.ok(&BriefingPage { briefing })
}

/// `GET /consultations/{consultation}/briefing/{field}` — one field of action on two sheets.
pub async fn field(path: Path<(String, String)>, db: Data<Db>, ui: Ui) -> AppResult<HttpResponse> {
    let (slug, key) = path.into_inner();
    let briefing = public(&db, slug, &ui).await?.field(&key, &ui)?;
    ui.ok(&FieldBriefingPage { briefing })
}

/// `GET /desk/briefings` — what was released to the council.
pub async fn list(may: May<ReadReleased>, ui: Ui) -> AppResult<HttpResponse> {
    let all = prepares(&may);
    let offered = may.read(move |conn| store::offered(conn, all)).await?;
    let row = |one: Offered| OfferedRow {
        url: format!("/desk/briefings/{}", one.consultation.slug),
        title: one.consultation.title,
        since: one.since.map(|at| ui.site().zone.day(at)),
    };
    let rows = offered.into_iter().map(row).collect();
    ui.ok(&BriefingsPage { rows })
}

/// `GET /desk/briefings/{consultation}` — all fields of action, as released to the council.
pub async fn desk_overview(
    may: May<ReadReleased>,
    slug: Path<String>,
    ui: Ui,
) -> AppResult<HttpResponse> {
    let read = desk(&may, slug.into_inner(), &ui).await?;
    let briefing = read.overview(&ui);
    ui.ok(&DeskBriefingPage { briefing })
}

/// `GET /desk/briefings/{consultation}/{field}` — one field of action, as released to the council.
pub async fn desk_field(
    may: May<ReadReleased>,
    path: Path<(String, String)>,
    ui: Ui,
) -> AppResult<HttpResponse> {
    let (slug, key) = path.into_inner();
    let briefing = desk(&may, slug, &ui).await?.field(&key, &ui)?;
    ui.ok(&DeskFieldBriefingPage { briefing })
}
