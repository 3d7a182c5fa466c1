//! All elements of the draft with the number of comments on each.

use std::collections::HashMap;

use actix_web::HttpResponse;
use actix_web::web::{Data, Path};

use super::room::{Door, laid};
use super::{edition_url, head, short};
use crate::base::db::Db;
use crate::base::error::AppResult;
use crate::base::page::Ui;
use crate::comment::store;
use crate::comment::view::{OverviewGroup, OverviewPage, OverviewRow};
use crate::strategy::{ElementKind, LaidEdition, LaidElement};
use crate::translation::Reader;
use crate::translation::view::Languages;

/// `GET /consultations/{consultation}/comments` — where something was said, and where one can say something.
pub async fn show(
    slug: Path<String>,
    reader: Reader,
    db: Data<Db>,
    ui: Ui,
) -> AppResult<HttpResponse> {
    let door = Door::Everyone(slug.into_inner());
    let (consultation, edition, languages, counts) = db
        .read(move |conn| {
            let (mut consultation, _) = door.open(conn)?;
            let (edition, offered, chosen) = laid(conn, &mut consultation, &reader)?;
            let counts = if consultation.releases_comments {
                store::count_by_element(conn, &consultation.id)?
            } else {
                HashMap::new()
            };
            Ok((consultation, edition, (offered, chosen), counts))
        })
        .await?;
    let town = ui.site().config.town.content_language;
    let base = format!("/consultations/{}/comments", consultation.slug);
    ui.ok(&OverviewPage {
        head: head(&consultation, ui.arrived(), ui.site().zone)?,
        edition_url: edition_url(&edition),
        groups: groups(&edition, &base, &counts),
        total: counts.values().sum(),
        languages: Languages::of(&languages.0, languages.1, town),
    })
}

/// The parts of an edition by field of action, each with its address below `base`.
pub(super) fn groups(
    edition: &LaidEdition,
    base: &str,
    counts: &HashMap<String, i64>,
) -> Vec<OverviewGroup> {
    let group = |field: &LaidElement| OverviewGroup {
        key: field.key.clone(),
        label: field.label.clone(),
        title: field.title.clone(),
        reading: field.reading,
        rows: rows(field, base, counts),
    };
    edition.fields.iter().map(group).collect()
}

/// The field itself, its principle and its goals; of action goals only those that somebody has commented on.
fn rows(field: &LaidElement, base: &str, counts: &HashMap<String, i64>) -> Vec<OverviewRow> {
    let mut rows = Vec::new();
    let mut waiting = vec![field];
    while let Some(element) = waiting.pop() {
        let count = counts.get(&element.key).copied().unwrap_or_default();
        if count > 0 || element.kind != ElementKind::ActionGoal {
            rows.push(OverviewRow {
                kind: element.kind.as_str(),
                label: element.label.clone(),
                title: short(&element.title, &element.text),
                reading: element.reading,
                url: format!("{base}/{}", element.key),
                count,
            });
        }
        waiting.extend(element.children.iter().rev());
    }
    rows
}
