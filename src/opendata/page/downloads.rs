//! The list of what can be taken along.

use actix_web::HttpResponse;
use actix_web::web::{Data, Path};

use super::files::Format;
use super::{Asked, about};
use crate::assessment::Audience;
use crate::assessment::store::released;
use crate::base::db::Db;
use crate::base::error::AppResult;
use crate::base::page::Ui;
use crate::opendata::view::{Download, DownloadsPage, Licence, SurveyDownloads};

/// `GET /consultations/{consultation}/data` — what can be taken along, for whom it is, and how large.
pub async fn show(slug: Path<String>, db: Data<Db>, ui: Ui) -> AppResult<HttpResponse> {
    let asked = Asked::whole(&db, slug.into_inner()).await?;
    let consultation = asked.consultation.id.clone();
    let released = db.read(move |conn| released(conn, &consultation)).await?;
    let has_outcome = released.to(Audience::Public).is_some();
    ui.ok(&page(&asked, has_outcome, &ui)?)
}

fn page(asked: &Asked, has_outcome: bool, ui: &Ui) -> AppResult<DownloadsPage> {
    let (site, published) = (ui.site(), &asked.published);
    let open = &site.config.open_data;
    let base = asked.path();
    let whole = [
        (
            Format::Workbook,
            "data-file-workbook",
            "data-file-workbook-about",
        ),
        (Format::Csv, "data-file-csv", "data-file-csv-about"),
        (
            Format::Package,
            "data-file-package",
            "data-file-package-about",
        ),
    ];
    let file = |(format, name_key, about_key): (Format, _, _)| -> AppResult<Download> {
        let bytes = format.make(asked, ui)?.len();
        Ok(Download {
            name_key,
            about_key,
            url: format!("{base}.{}", format.ending()),
            format: format.ending(),
            kilobytes: Some(bytes.div_ceil(1_000)),
        })
    };
    let surveys = published
        .snapshot
        .surveys
        .iter()
        .map(|survey| SurveyDownloads {
            title: survey.title.clone(),
            label: survey.label.clone(),
            url: format!("{base}/{}", survey.slug),
            has_chart: survey.goals().next().is_some(),
        });
    let mut files: Vec<Download> = whole.into_iter().map(file).collect::<AppResult<_>>()?;
    // Drawing takes a while, so its size is not asked for here.
    files.push(Download {
        name_key: "data-file-charts",
        about_key: "data-file-charts-about",
        url: format!("/consultations/{}/charts.zip", asked.consultation.slug),
        format: "zip",
        kilobytes: None,
    });
    Ok(DownloadsPage {
        slug: asked.consultation.slug.clone(),
        title: asked.consultation.title.clone(),
        published_on: site.zone.day(published.at),
        number: published.number,
        checksum: published.sha256.clone(),
        hidden: about::hidden(asked, ui),
        licence: (!open.licence.is_empty()).then(|| Licence {
            url: open.licence.clone(),
            name: open.licence_name.clone(),
        }),
        contact: open.contact_email.clone(),
        files,
        surveys: surveys.collect(),
        has_outcome,
    })
}
