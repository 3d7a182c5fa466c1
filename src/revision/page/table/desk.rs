//! The assessment table at the desk: with what is still a draft, marked as such.

use actix_web::HttpResponse;
use actix_web::web::Path;

use super::Asked;
use crate::account::May;
use crate::assessment::ReadAssessments;
use crate::base::error::AppResult;
use crate::base::page::Ui;
use crate::base::report::MEDIA;
use crate::base::table::book::MEDIA as WORKBOOK;
use crate::consultation;
use crate::revision::model::table::Sight;
use crate::revision::page::printed::crumb;
use crate::revision::store::table::{Table, table};
use crate::revision::view::DeskPrintPage;

async fn read(may: &May<ReadAssessments>, slug: String, ui: &Ui) -> AppResult<Table> {
    let now = ui.arrived();
    may.read(move |conn| {
        let consultation = consultation::find(conn, &slug)?;
        table(conn, consultation, Sight::Desk, now)
    })
    .await
}

/// `GET /desk/consultations/{consultation}/assessments/table` — to read and print, of everything or of one field.
pub async fn show(
    may: May<ReadAssessments>,
    slug: Path<String>,
    ui: Ui,
) -> AppResult<HttpResponse> {
    let table = read(&may, slug.into_inner(), &ui).await?;
    let asked = Asked::of(&table, Sight::Desk, &ui)?;
    let consultation = &table.all.consultation;
    let home = format!("/desk/consultations/{}", consultation.slug);
    let assessments = format!("{home}/assessments");
    let crumbs = vec![
        crumb(&consultation.title, home.clone(), true),
        crumb(
            &ui.t("evaluation-desk-title"),
            format!("{home}/evaluation"),
            false,
        ),
        crumb(&ui.t("assessments-title"), assessments.clone(), false),
    ];
    let place = asked.place(format!("{assessments}/table"), crumbs);
    ui.ok(&DeskPrintPage {
        sheet: asked.sheet(place, &ui),
    })
}

/// `GET /desk/consultations/{consultation}/assessments/table.docx` — for office programs.
pub async fn word(
    may: May<ReadAssessments>,
    slug: Path<String>,
    ui: Ui,
) -> AppResult<HttpResponse> {
    let table = read(&may, slug.into_inner(), &ui).await?;
    let asked = Asked::of(&table, Sight::Desk, &ui)?;
    let name = format!("{}.docx", asked.stem(&ui));
    Ok(ui.private_file(MEDIA, &name, asked.written(&ui).docx(&ui)?))
}

/// `GET /desk/consultations/{consultation}/assessments/table.xlsx` — as a workbook with its codebook.
pub async fn book(
    may: May<ReadAssessments>,
    slug: Path<String>,
    ui: Ui,
) -> AppResult<HttpResponse> {
    let table = read(&may, slug.into_inner(), &ui).await?;
    let asked = Asked::of(&table, Sight::Desk, &ui)?;
    let name = format!("{}.xlsx", asked.stem(&ui));
    Ok(ui.private_file(WORKBOOK, &name, asked.book(&ui)?))
}
