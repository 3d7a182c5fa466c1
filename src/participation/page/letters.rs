//! The codes of a set as letters to print, and as a file for a mail merge; both only until the set is sealed.

use actix_web::HttpResponse;
use actix_web::http::header;
use actix_web::web::{Path, Query};
use serde::Deserialize;

use super::codes::{found, row};
use crate::account::May;
use crate::base::error::{AppError, AppResult};
use crate::base::export::{Cell, Separator, csv};
use crate::base::locale::Lang;
use crate::base::page::Ui;
use crate::base::qr::qr;
use crate::consultation::{Consultation, TrackKind};
use crate::participation::store::access::ManageCodes;
use crate::participation::view::{Letter, LettersPage};

/// Letters on one page: what a browser prints without losing its breath.
const A_PART: usize = 100;

/// Which part of the letters.
#[derive(Clone, Debug, Default, Deserialize)]
pub struct PartQuery {
    #[serde(default)]
    part: Option<usize>,
}

/// Where a code can be typed, with host.
fn address(consultation: &Consultation, ui: &Ui) -> String {
    format!(
        "{}/consultations/{}/code",
        ui.site().config.base_url(),
        consultation.slug
    )
}

/// `GET /desk/consultations/{consultation}/codes/{codes}/letters` — a letter a code; none once the set is sealed.
pub async fn print(
    may: May<ManageCodes>,
    path: Path<(String, String)>,
    query: Query<PartQuery>,
    ui: Ui,
) -> AppResult<HttpResponse> {
    let (consultation, set) = found(&may, path.into_inner()).await?;
    let parts = set.codes.div_ceil(A_PART).max(1);
    let part = query.part.unwrap_or(1).clamp(1, parts);
    let address = address(&consultation, &ui);
    let codes = set
        .all(&ui.site().secrets)
        .skip((part - 1) * A_PART)
        .take(A_PART);
    let letters = codes.map(|(number, code)| {
        let (qr_path, qr_size) = qr(&format!("{address}/{}", code.as_str()));
        Letter {
            number,
            code: code.grouped(),
            qr_path,
            qr_size,
        }
    });
    let letters = letters.collect();
    let window = consultation
        .track(TrackKind::Survey)
        .map(|track| track.window);
    ui.ok(&LettersPage {
        closes: window.map_or(ui.today(), |window| window.last_day(ui.site().zone)),
        slug: consultation.slug,
        title: consultation.title,
        contact: consultation.contact,
        address,
        set: row(&set, &ui),
        letters,
        part,
        parts,
    })
}

/// `GET /desk/consultations/{consultation}/codes/{codes}/codes.csv` — number, code and address of each; empty once the
/// set is sealed.
pub async fn file(
    may: May<ManageCodes>,
    path: Path<(String, String)>,
    ui: Ui,
) -> AppResult<HttpResponse> {
    let (consultation, set) = found(&may, path.into_inner()).await?;
    let address = address(&consultation, &ui);
    let rows = set.all(&ui.site().secrets).map(|(number, code)| {
        let address = format!("{address}/{}", code.as_str());
        vec![
            Cell::from(number as u64),
            Cell::from(code.grouped()),
            Cell::from(address),
        ]
    });
    let head = ["codes-csv-number", "codes-csv-code", "codes-csv-address"].map(|key| ui.t(key));
    let separator = match ui.lang() {
        Lang::De => Separator::Semicolon,
        Lang::En => Separator::Comma,
    };
    let head: Vec<&str> = head.iter().map(String::as_str).collect();
    let table = csv(separator, &head, rows).map_err(|why| AppError::Internal(why.into()))?;
    let name = format!("attachment; filename=\"codes-{}.csv\"", consultation.slug);
    Ok(HttpResponse::Ok()
        .content_type("text/csv; charset=utf-8")
        .insert_header((header::CONTENT_DISPOSITION, name))
        .insert_header((header::CACHE_CONTROL, "no-store"))
        .body(table))
}
