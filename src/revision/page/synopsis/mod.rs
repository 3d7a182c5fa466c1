//! The synopsis, old / new / why: of two published editions for everyone, and of an edition in work at the desk. To read and print, as
//! DOCX and as XLSX.

mod blocks;
mod book;
pub mod desk;

use actix_web::HttpResponse;
use actix_web::web::{Data, Path, Query};

use super::printed::{Place, crumb};
use crate::base::db::Db;
use crate::base::error::{AppError, AppResult};
use crate::base::page::Ui;
use crate::base::report::MEDIA;
use crate::base::table::book::MEDIA as WORKBOOK;
use crate::revision::model::synopsis::Synopsis;
use crate::revision::store::synopsis::of_editions;
use crate::revision::view::{PrintLink, PrintPage, PrintSheet};
use crate::strategy::page::compare::{CompareAsk, pair};
use crate::strategy::view::compare::{ChangedElement, FieldChanges, fields};

/// The synopsis as somebody asked for it.
struct Asked {
    synopsis: Synopsis,
    /// Only this field of action: its key and its name; none = everything.
    only: Option<(String, String)>,
    /// Whether what stayed the same is told, too.
    all: bool,
    is_draft: bool,
}

impl Asked {
    /// What the address asks for.
    ///
    /// # Errors
    /// Not found, when it names a field that is not there.
    fn of(synopsis: Synopsis, is_draft: bool, ui: &Ui) -> AppResult<Self> {
        let key = ui.query("field").filter(|key| !key.is_empty());
        let name = |key: String| {
            let mut fields = synopsis.comparison.fields.iter();
            let field = fields.find(|field| field.key == key);
            let name = ChangedElement::of(field.ok_or(AppError::NotFound)?);
            let name = format!("{} {}", name.label, name.name);
            Ok::<_, AppError>((key, name.trim().to_owned()))
        };
        Ok(Self {
            only: key.map(name).transpose()?,
            all: ui.query_has("show=all"),
            synopsis,
            is_draft,
        })
    }

    /// The fields that are asked for, with their elements.
    fn fields(&self) -> Vec<FieldChanges> {
        let mut all = fields(&self.synopsis.comparison, self.all);
        if let Some((key, _)) = &self.only {
            all.retain(|field| field.field.key == *key);
        }
        all
    }

    /// The name of its files, without their ending.
    fn stem(&self, ui: &Ui) -> String {
        let field = self.only.as_ref().map(|(key, _)| format!("{key}-"));
        let field = field.unwrap_or_default();
        format!(
            "{}-{field}{}",
            self.synopsis.strategy,
            ui.t("synopsis-file")
        )
    }

    fn place(
        &self,
        path: String,
        own: Vec<(&'static str, String)>,
        crumbs: Vec<PrintLink>,
    ) -> Place {
        let mut pairs = own;
        let field = self.only.as_ref().map(|(key, _)| key.clone());
        pairs.push(("field", field.unwrap_or_default()));
        pairs.push(("show", if self.all { "all" } else { "" }.to_owned()));
        Place {
            path,
            pairs,
            crumbs,
        }
    }

    fn sheet(&self, place: Place, ui: &Ui) -> PrintSheet {
        let all = fields(&self.synopsis.comparison, self.all);
        let mut choices = vec![place.choice("field", "", &ui.t("table-all-fields"), false)];
        choices.extend(all.iter().map(|field| {
            let label = format!("{} {}", field.field.label, field.field.name);
            place.choice("field", &field.field.key, label.trim(), true)
        }));
        let scope = vec![
            place.choice("show", "", &ui.t("compare-only-changes"), false),
            place.choice("show", "all", &ui.t("compare-all"), false),
        ];
        self.written(ui).sheet(place, choices, scope, ui)
    }
}

/// The synopsis of two published editions, with their numbers.
async fn read(
    db: &Db,
    slug: String,
    ask: CompareAsk,
    ui: &Ui,
) -> AppResult<(Asked, Vec<(&'static str, String)>)> {
    let (synopsis, numbers) = db
        .read(move |conn| {
            let (_, from, to, origins) = pair(conn, &slug, &ask)?;
            let numbers = vec![
                ("from", from.number.to_string()),
                ("to", to.number.to_string()),
            ];
            Ok((of_editions(conn, &from, &to, &origins)?, numbers))
        })
        .await?;
    Ok((Asked::of(synopsis, false, ui)?, numbers))
}

/// `GET /strategies/{strategy}/synopsis?from=1&to=2` — to read and print.
pub async fn show(
    slug: Path<String>,
    ask: Query<CompareAsk>,
    db: Data<Db>,
    ui: Ui,
) -> AppResult<HttpResponse> {
    let (asked, numbers) = read(&db, slug.into_inner(), ask.into_inner(), &ui).await?;
    let home = format!("/strategies/{}", asked.synopsis.strategy);
    let number = |n: usize| numbers.get(n).map_or("", |(_, number)| number.as_str());
    let edition = format!("{home}/editions/{}", number(1));
    let compare = format!("{home}/compare?from={}&to={}", number(0), number(1));
    let name = format!("{}, {}", asked.synopsis.title, asked.synopsis.after);
    let crumbs = vec![
        crumb(&ui.t("nav-consultations"), "/".into(), false),
        crumb(&name, edition, true),
        crumb(&ui.t("compare-title"), compare, false),
    ];
    let place = asked.place(format!("{home}/synopsis"), numbers, crumbs);
    ui.ok(&PrintPage {
        sheet: asked.sheet(place, &ui),
    })
}

/// `GET /strategies/{strategy}/synopsis.docx?from=1&to=2` — for office programs.
pub async fn word(
    slug: Path<String>,
    ask: Query<CompareAsk>,
    db: Data<Db>,
    ui: Ui,
) -> AppResult<HttpResponse> {
    let (asked, _) = read(&db, slug.into_inner(), ask.into_inner(), &ui).await?;
    let name = format!("{}.docx", asked.stem(&ui));
    Ok(ui.open_file(MEDIA, Some(&name), asked.written(&ui).docx(&ui)?))
}

/// `GET /strategies/{strategy}/synopsis.xlsx?from=1&to=2` — as a workbook with its codebook.
pub async fn book(
    slug: Path<String>,
    ask: Query<CompareAsk>,
    db: Data<Db>,
    ui: Ui,
) -> AppResult<HttpResponse> {
    let (asked, _) = read(&db, slug.into_inner(), ask.into_inner(), &ui).await?;
    let name = format!("{}.xlsx", asked.stem(&ui));
    Ok(ui.open_file(WORKBOOK, Some(&name), asked.book(&ui)?))
}
