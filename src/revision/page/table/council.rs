//! The assessment table for councillors, as soon as editors released the outcome to them.

use actix_web::HttpResponse;
use actix_web::web::Path;

use super::Asked;
use crate::account::May;
use crate::assessment::Audience;
use crate::base::error::AppResult;
use crate::base::page::Ui;
use crate::base::report::MEDIA;
use crate::base::table::book::MEDIA as WORKBOOK;
use crate::consultation;
use crate::revision::ReadReleased;
use crate::revision::model::table::Sight;
use crate::revision::page::printed::crumb;
use crate::revision::store::table::{Table, table};
use crate::revision::view::DeskPrintPage;

const COUNCIL: Sight = Sight::Released(Audience::Council);

async fn read(may: &May<ReadReleased>, slug: String, ui: &Ui) -> AppResult<Table> {
    let now = ui.arrived();
    may.read(move |conn| {
        let consultation = consultation::find(conn, &slug)?;
        table(conn, consultation, COUNCIL, now)
    })
    .await
}

/// `GET /desk/briefings/{consultation}/table` — to read and print, of everything or of one field.
pub async fn show(may: May<ReadReleased>, slug: Path<String>, ui: Ui) -> AppResult<HttpResponse> {
    let table = read(&may, slug.into_inner(), &ui).await?;
    let asked = Asked::of(&table, COUNCIL, &ui)?;
    let consultation = &table.all.consultation;
    let home = format!("/desk/briefings/{}", consultation.slug);
    let crumbs = vec![crumb(&consultation.title, home.clone(), true)];
    let place = asked.place(format!("{home}/table"), crumbs);
    ui.ok(&DeskPrintPage {
        sheet: asked.sheet(place, &ui),
    })
}

/// `GET /desk/briefings/{consultation}/table.docx` — for office programs.
pub async fn word(may: May<ReadReleased>, slug: Path<String>, ui: Ui) -> AppResult<HttpResponse> {
    let table = read(&may, slug.into_inner(), &ui).await?;
    let asked = Asked::of(&table, COUNCIL, &ui)?;
    let name = format!("{}.docx", asked.stem(&ui));
    Ok(ui.private_file(MEDIA, &name, asked.written(&ui).docx(&ui)?))
}

/// `GET /desk/briefings/{consultation}/table.xlsx` — as a workbook with its codebook.
pub async fn book(may: May<ReadReleased>, slug: Path<String>, ui: Ui) -> AppResult<HttpResponse> {
    let table = read(&may, slug.into_inner(), &ui).await?;
    let asked = Asked::of(&table, COUNCIL, &ui)?;
    let name = format!("{}.xlsx", asked.stem(&ui));
    Ok(ui.private_file(WORKBOOK, &name, asked.book(&ui)?))
}
