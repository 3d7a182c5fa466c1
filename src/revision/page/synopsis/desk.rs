//! The synopsis at the desk: an edition in work beside the one it was begun from.

use actix_web::HttpResponse;
use actix_web::web::Path;

use super::Asked;
use crate::account::May;
use crate::base::error::AppResult;
use crate::base::page::Ui;
use crate::base::report::MEDIA;
use crate::base::table::book::MEDIA as WORKBOOK;
use crate::revision::page::printed::crumb;
use crate::revision::store::synopsis::of_draft;
use crate::revision::view::DeskPrintPage;
use crate::strategy::EditStrategy;

async fn read(
    may: &May<EditStrategy>,
    (slug, draft): (String, String),
    ui: &Ui,
) -> AppResult<Asked> {
    let synopsis = may.read(move |conn| of_draft(conn, &slug, &draft)).await?;
    Asked::of(synopsis, true, ui)
}

/// `GET /desk/strategies/{strategy}/drafts/{draft}/synopsis` — to read and print.
pub async fn show(
    may: May<EditStrategy>,
    path: Path<(String, String)>,
    ui: Ui,
) -> AppResult<HttpResponse> {
    let (slug, draft) = path.into_inner();
    let strategy = format!("/desk/strategies/{slug}");
    let home = format!("{strategy}/drafts/{draft}");
    let asked = read(&may, (slug, draft), &ui).await?;
    let crumbs = vec![
        crumb(&asked.synopsis.title, strategy, true),
        crumb(&asked.synopsis.after, home.clone(), true),
    ];
    let place = asked.place(format!("{home}/synopsis"), Vec::new(), crumbs);
    ui.ok(&DeskPrintPage {
        sheet: asked.sheet(place, &ui),
    })
}

/// `GET /desk/strategies/{strategy}/drafts/{draft}/synopsis.docx` — for office programs.
pub async fn word(
    may: May<EditStrategy>,
    path: Path<(String, String)>,
    ui: Ui,
) -> AppResult<HttpResponse> {
    let asked = read(&may, path.into_inner(), &ui).await?;
    let name = format!("{}.docx", asked.stem(&ui));
    Ok(ui.private_file(MEDIA, &name, asked.written(&ui).docx(&ui)?))
}

/// `GET /desk/strategies/{strategy}/drafts/{draft}/synopsis.xlsx` — as a workbook with its codebook.
pub async fn book(
    may: May<EditStrategy>,
    path: Path<(String, String)>,
    ui: Ui,
) -> AppResult<HttpResponse> {
    let asked = read(&may, path.into_inner(), &ui).await?;
    let name = format!("{}.xlsx", asked.stem(&ui));
    Ok(ui.private_file(WORKBOOK, &name, asked.book(&ui)?))
}
