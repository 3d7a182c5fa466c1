//! Languages of a consultation at the desk.

use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use actix_web::web::Path;

use super::form;
use super::model::{Progress, Work};
use super::store::{Texts, texts, twins};
use super::view::{EditPage, LanguageRow, LanguagesPage, TextRow, TextsPage};
use crate::account::{Action, May, Permission};
use crate::base::error::{AppError, AppResult};
use crate::base::form::{Fields, Sent};
use crate::base::page::{ListAsk, Ui};
use crate::translation::{ContentLang, Kind, Translate, Twins, store};

/// See texts and their translations before they are public.
pub struct SeeTranslations;

impl Action for SeeTranslations {
    const NAME: &'static str = "translation.see";
    const NEEDS: Permission = Permission::SeeUnpublished;
}

/// `GET /desk/consultations/{consultation}/languages` — the languages, and how far each is.
pub async fn overview(
    slug: Path<String>,
    may: May<SeeTranslations>,
    ui: Ui,
) -> AppResult<HttpResponse> {
    let (texts, progress) = may
        .read(move |conn| {
            let texts = texts(conn, &slug)?;
            let mut progress = Vec::new();
            // At most ten languages, each with the same two statements.
            for lang in &texts.languages {
                let twins = twins(conn, &texts, *lang)?;
                progress.push((*lang, Progress::of(&texts.units, &twins)));
            }
            Ok((texts, progress))
        })
        .await?;
    let row = |lang| {
        let found = progress.iter().find(|(offered, _)| *offered == lang);
        LanguageRow::of(lang, found.map(|(_, progress)| *progress))
    };
    ui.ok(&LanguagesPage {
        slug: texts.consultation.slug,
        title: texts.consultation.title,
        languages: ContentLang::ALL.map(row).into(),
        may_write: may.who().has(Translate::NEEDS),
    })
}

/// `POST /desk/consultations/{consultation}/languages` — offers the ticked languages.
pub async fn choose(
    slug: Path<String>,
    may: May<Translate>,
    sent: Sent<Fields>,
    ui: Ui,
) -> AppResult<HttpResponse> {
    let url = format!("/desk/consultations/{slug}/languages");
    let chosen = form::languages(&sent);
    may.write(move |tx| {
        let consultation = crate::consultation::find(tx.conn, &slug)?;
        store::set_languages(tx, consultation.id.as_str(), &slug, &chosen)
    })
    .await?;
    Ok(ui.see_other_saying(&url, "said-languages"))
}

/// `GET /desk/consultations/{consultation}/languages/{lang}` — all texts in one language.
pub async fn list(
    path: Path<(String, String)>,
    ask: ListAsk,
    may: May<SeeTranslations>,
    ui: Ui,
) -> AppResult<HttpResponse> {
    let (slug, code) = path.into_inner();
    let (texts, lang, twins) = open(&may, slug, &code).await?;
    let rows = texts.units.iter().map(|unit| TextRow::of(unit, &twins));
    let fits = |row: &TextRow| {
        ask.filter("state")
            .is_none_or(|state| state == row.state.as_str())
            && ask.matches(&format!("{} {}", row.place, row.text))
    };
    let rows: Vec<_> = rows.filter(fits).collect();
    ui.ok(&TextsPage {
        slug: texts.consultation.slug,
        title: texts.consultation.title,
        lang: LanguageRow::of(lang, Some(Progress::of(&texts.units, &twins))),
        listing: ask.listing(rows.len(), &[]),
        rows: ask.cut(rows),
    })
}

type TextPath = Path<(String, String, String, String)>;

/// `GET /desk/consultations/{consultation}/languages/{lang}/{kind}/{subject}` — a text and its translation.
pub async fn edit(path: TextPath, may: May<SeeTranslations>, ui: Ui) -> AppResult<HttpResponse> {
    let (slug, code, kind, subject) = path.into_inner();
    let (texts, lang, twins) = open(&may, slug, &code).await?;
    let work = work(&texts, &twins, &kind, subject)?;
    ui.ok(&EditPage::of(
        &texts.consultation.slug,
        lang,
        &work,
        None,
        Vec::new(),
        may.who().has(Translate::NEEDS),
    ))
}

/// `POST /desk/consultations/{consultation}/languages/{lang}/{kind}/{subject}` — keeps it as a draft or approves it, and
/// leads on to the next text that is not approved.
pub async fn save(
    path: TextPath,
    see: May<SeeTranslations>,
    may: May<Translate>,
    sent: Sent<Fields>,
    ui: Ui,
) -> AppResult<HttpResponse> {
    let (slug, code, kind, subject) = path.into_inner();
    let (texts, lang, twins) = open(&see, slug, &code).await?;
    let work = work(&texts, &twins, &kind, subject)?;
    let slug = texts.consultation.slug;
    let typed = form::translation(&sent, &work.unit.source);
    if !typed.errors.is_empty() {
        let errors = ui.messages(&typed.errors);
        let page = EditPage::of(&slug, lang, &work, Some(&typed.parts), errors, true);
        return ui.page(StatusCode::UNPROCESSABLE_ENTITY, &page);
    }
    let unit = work.unit;
    may.write(move |tx| {
        let parts = (&typed.parts, &unit.source);
        store::write(tx, (unit.kind, &unit.subject), lang, parts, typed.approve)
    })
    .await?;
    let list = format!("/desk/consultations/{slug}/languages/{code}");
    Ok(
        match work.next.filter(|_| sent.get("step") == Some("approve")) {
            Some((kind, subject)) => ui.see_other_saying(
                &format!("{list}/{}/{subject}", kind.as_str()),
                "said-translation-approved",
            ),
            None => ui.see_other_saying(&list, "said-translation-saved"),
        },
    )
}

/// A consultation's texts with their translations in a language it offers.
async fn open(
    may: &May<SeeTranslations>,
    slug: String,
    code: &str,
) -> AppResult<(Texts, ContentLang, Twins)> {
    let lang = ContentLang::of_code(code).ok_or(AppError::NotFound)?;
    may.read(move |conn| {
        let texts = texts(conn, &slug)?;
        if !texts.languages.contains(&lang) {
            return Err(AppError::NotFound);
        }
        let twins = twins(conn, &texts, lang)?;
        Ok((texts, lang, twins))
    })
    .await
}

fn work(texts: &Texts, twins: &Twins, kind: &str, subject: String) -> AppResult<Work> {
    let kind = Kind::parse(kind).ok_or(AppError::NotFound)?;
    Work::on(&texts.units, twins, &(kind, subject)).ok_or(AppError::NotFound)
}
