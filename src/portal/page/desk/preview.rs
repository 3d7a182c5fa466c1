//! What residents will see on a day: the same pages, from the same builders, at noon of that day. Nothing can be sent
//! from them, because no address below the preview takes a form.

use actix_web::HttpResponse;
use actix_web::web::{Path, Query};
use chrono::NaiveDate;
use serde::Deserialize;

use super::home_of;
use crate::account::May;
use crate::base::error::{AppError, AppResult};
use crate::base::locale::Lang;
use crate::base::page::{Preview, Ui};
use crate::consultation::form::parse_day;
use crate::consultation::{self, SeeConsultations};
use crate::portal::page::reading::Laid;
use crate::strategy::ElementKind;
use crate::strategy::view::{EditionPage, FieldPage};
use crate::survey::view::IntroPage;
use crate::translation::Reader;

/// Another day, and the page to be seen on it.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Chosen {
    day: String,
    page: String,
}

/// `GET /desk/consultations/{consultation}/preview` — leads to a page on a day; without a day, on the present one.
pub async fn choose(
    may: May<SeeConsultations>,
    slug: Path<String>,
    chosen: Query<Chosen>,
    ui: Ui,
) -> AppResult<HttpResponse> {
    let consultation = may
        .read(move |conn| consultation::find(conn, &slug))
        .await?;
    let home = home_of(&consultation.slug);
    if consultation.tracks.is_empty() {
        return Ok(ui.see_other_saying(&home, "said-preview-needs-times"));
    }
    let day = parse_day(&chosen.day).unwrap_or_else(|| ui.today());
    let page = Some(chosen.page.as_str()).filter(|page| is_previewed(page));
    let own = format!("/consultations/{}", consultation.slug);
    let page = page.unwrap_or(&own);
    Ok(ui.see_other(&format!("{home}/preview/{day}{page}")))
}

/// Whether an address is one that a preview can show, and nothing else.
fn is_previewed(page: &str) -> bool {
    let harmless = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || "/-_".contains(c);
    page.len() <= 300
        && (page.starts_with("/consultations/") || page.starts_with("/strategies/"))
        && !page.contains("//")
        && page.chars().all(harmless)
}

/// `GET /desk/consultations/{consultation}/preview/{day}/consultations/{of}` — the page of the consultation.
pub async fn consultation(
    may: May<SeeConsultations>,
    reader: Reader,
    path: Path<(String, String, String)>,
    ui: Ui,
) -> AppResult<HttpResponse> {
    let (slug, day, of) = path.into_inner();
    let page = format!("/consultations/{of}");
    let (laid, ui) = on_day(may, &ui, reader, slug, &day, page).await?;
    if of != laid.consultation.slug {
        return Err(AppError::NotFound);
    }
    ui.ok(&laid.page(ui.arrived(), ui.site().zone, town(&ui))?)
}

/// `GET /desk/consultations/{consultation}/preview/{day}/consultations/{of}/survey` — before the first question.
pub async fn survey(
    may: May<SeeConsultations>,
    reader: Reader,
    path: Path<(String, String, String)>,
    ui: Ui,
) -> AppResult<HttpResponse> {
    let (slug, day, of) = path.into_inner();
    let page = format!("/consultations/{of}/survey");
    let (laid, ui) = on_day(may, &ui, reader, slug, &day, page).await?;
    if of != laid.consultation.slug {
        return Err(AppError::NotFound);
    }
    let (now, zone) = (ui.arrived(), ui.site().zone);
    let (consultation, surveys) = (&laid.consultation, &laid.book.surveys);
    let intro = IntroPage::of(consultation, surveys, laid.languages(town(&ui)), now, zone);
    ui.ok(&intro.ok_or(AppError::NotFound)?)
}

/// `GET /desk/consultations/{consultation}/preview/{day}/strategies/{strategy}/editions/{number}` — the edition.
pub async fn edition(
    may: May<SeeConsultations>,
    reader: Reader,
    path: Path<(String, String, String, i32)>,
    ui: Ui,
) -> AppResult<HttpResponse> {
    let (slug, day, strategy, number) = path.into_inner();
    let page = format!("/strategies/{strategy}/editions/{number}");
    let (laid, ui) = on_day(may, &ui, reader, slug, &day, page).await?;
    if (&laid.edition.strategy, laid.edition.number) != (&strategy, number) {
        return Err(AppError::NotFound);
    }
    ui.ok(&EditionPage::of(&laid.edition, laid.languages(town(&ui))))
}

/// `GET /desk/consultations/{consultation}/preview/{day}/strategies/{strategy}/editions/{number}/{field}` — one field.
pub async fn field(
    may: May<SeeConsultations>,
    reader: Reader,
    path: Path<(String, String, String, i32, String)>,
    ui: Ui,
) -> AppResult<HttpResponse> {
    let (slug, day, strategy, number, field) = path.into_inner();
    let page = format!("/strategies/{strategy}/editions/{number}/{field}");
    let (laid, ui) = on_day(may, &ui, reader, slug, &day, page).await?;
    if (&laid.edition.strategy, laid.edition.number) != (&strategy, number) {
        return Err(AppError::NotFound);
    }
    ui.ok(
        &FieldPage::of(&laid.edition, &field, laid.languages(town(&ui)))
            .ok_or(AppError::NotFound)?,
    )
}

/// `GET /desk/consultations/{consultation}/preview/{day}/strategies/{strategy}/{key}` — leads to an element.
pub async fn element(
    may: May<SeeConsultations>,
    reader: Reader,
    path: Path<(String, String, String, String)>,
    ui: Ui,
) -> AppResult<HttpResponse> {
    let (slug, day, strategy, key) = path.into_inner();
    let root = root(&slug, parsed(&day)?);
    let (laid, ui) = on_day(may, &ui, reader, slug, &day, String::new()).await?;
    let edition = &laid.edition;
    let field = edition
        .field_of(&key)
        .filter(|_| edition.strategy == strategy);
    let field = field.ok_or(AppError::NotFound)?;
    let place = format!(
        "{root}/strategies/{strategy}/editions/{}/{}",
        edition.number, field.key
    );
    let element = edition.find(&key).filter(|e| e.kind != ElementKind::Field);
    Ok(ui.see_other(&match element {
        Some(element) => format!("{place}#{}", element.key),
        None => place,
    }))
}

/// A consultation with everything its pages show, and the page's side of the request on that day.
async fn on_day(
    may: May<SeeConsultations>,
    ui: &Ui,
    reader: Reader,
    slug: String,
    day: &str,
    page: String,
) -> AppResult<(Laid, Ui)> {
    let day = parsed(day)?;
    let home = home_of(&slug);
    let preview = Preview {
        day,
        root: root(&slug, day),
        page,
        chooser: format!("{home}/preview"),
        back_url: home,
    };
    let laid = may
        .read(move |conn| {
            let consultation = consultation::find(conn, &slug)?;
            Laid::of(conn, consultation, &reader, day)
        })
        .await?;
    Ok((laid, ui.previewing(preview)))
}

fn town(ui: &Ui) -> Lang {
    ui.site().config.town.content_language
}

fn parsed(day: &str) -> AppResult<NaiveDate> {
    parse_day(day).ok_or(AppError::NotFound)
}

fn root(slug: &str, day: NaiveDate) -> String {
    format!("{}/preview/{day}", home_of(slug))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_preview_leads_nowhere_else() {
        assert!(is_previewed("/consultations/ziele/survey"));
        assert!(is_previewed("/strategies/sek/editions/2/hf-wohnen"));
        for page in [
            "",
            "/desk",
            "//evil.example",
            "/consultations/../desk",
            "/strategies//x",
        ] {
            assert!(!is_previewed(page), "{page}");
        }
    }
}
