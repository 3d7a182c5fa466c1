//! How far the evaluation of a consultation is.

use std::collections::HashMap;

use actix_web::HttpResponse;
use actix_web::web::Path;

use super::around;
use crate::account::May;
use crate::base::db::{Arrivals, Conn, Recall};
use crate::base::error::AppResult;
use crate::base::id::Id;
use crate::base::page::Ui;
use crate::consultation::TrackKind;
use crate::strategy::Element;
use crate::theme::ReadContributions;
use crate::theme::model::Places;
use crate::theme::store::progress::{Progress, by_coder, by_element};
use crate::theme::store::themes;
use crate::theme::view::{EvaluationPage, FieldProgress, Head, SpotProgress};

/// From how many proposals on their share says something.
const ENOUGH: i64 = 20;

/// `GET /desk/consultations/{consultation}/evaluation` — how far the reading is, field by field.
pub async fn show(
    may: May<ReadContributions>,
    slug: Path<String>,
    ui: Ui,
) -> AppResult<HttpResponse> {
    let name = format!("evaluation {slug}");
    let read = move |conn: &mut Conn, recall: &Recall| page(conn, recall, &slug);
    ui.ok(&*may.read_page(name, Arrivals::None, read).await?)
}

fn page(conn: &mut Conn, recall: &Recall, slug: &str) -> AppResult<EvaluationPage> {
    let of = around(conn, recall, slug)?;
    let (consultation, places) = (&of.consultation, &of.places);
    let by_element = by_element(conn, &consultation.id)?;
    let (suggested, taken) = themes::suggested(conn, &consultation.id)?;
    let mut all = Progress::default();
    for part in by_element.values() {
        all += *part;
    }
    let (fields, whole) = fields(places, by_element);
    Ok(EvaluationPage {
        head: Head::from(consultation),
        all: all.all,
        coded: all.coded,
        themes: of.themes.len(),
        suggested,
        taken_share: (suggested >= ENOUGH).then(|| taken * 100 / suggested),
        coders: by_coder(conn, &consultation.id)?.len(),
        has_statements: consultation.track(TrackKind::Statements).is_some(),
        fields,
        whole: (whole.all > 0).then_some((whole.all, whole.coded)),
    })
}

/// Sums up field by field; what belongs to no element of the edition is the second.
fn fields(
    places: &Places,
    mut by_element: HashMap<Option<Id<Element>>, Progress>,
) -> (Vec<FieldProgress>, Progress) {
    let mut fields: Vec<FieldProgress> = Vec::new();
    for (id, spot) in places.iter() {
        let own = by_element.remove(&Some(id.clone())).unwrap_or_default();
        let part = |progress: Progress| SpotProgress {
            spot: spot.clone(),
            all: progress.all,
            coded: progress.coded,
        };
        if spot.is_field {
            let field = part(own);
            let parts = Vec::new();
            fields.push(FieldProgress { field, parts });
        } else if let Some(last) = fields.last_mut() {
            last.field.all += own.all;
            last.field.coded += own.coded;
            if own.all > 0 {
                last.parts.push(part(own));
            }
        }
    }
    fields.retain(|field| field.field.all > 0);
    let mut rest = Progress::default();
    for part in by_element.into_values() {
        rest += part;
    }
    (fields, rest)
}
