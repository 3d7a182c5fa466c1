//! The assessment table: to read and print, as DOCX and as XLSX; for everyone once it is released, at the desk at any time.

mod blocks;
mod book;
mod cells;
pub mod council;
pub mod desk;

use actix_web::HttpResponse;
use actix_web::web::{Data, Path};

use super::printed::{Place, Written, crumb};
use crate::assessment::Audience;
use crate::base::db::Db;
use crate::base::error::{AppError, AppResult};
use crate::base::page::Ui;
use crate::base::report::MEDIA;
use crate::base::table::book::MEDIA as WORKBOOK;
use crate::consultation;
use crate::revision::model::table::{Line, Sight};
use crate::revision::store::table::{Table, table};
use crate::revision::view::{EffectShown, PrintChoice, PrintPage, PrintSheet};
use crate::strategy::LaidElement;
use crate::theme::model::Spot;

/// The table as somebody asked for it.
struct Asked<'a> {
    table: &'a Table,
    /// Only this field of action; none = everything.
    only: Option<&'a LaidElement>,
    sight: Sight,
}

impl<'a> Asked<'a> {
    /// What the address asks for.
    ///
    /// # Errors
    /// Not found, when it names a field that is not there.
    fn of(table: &'a Table, sight: Sight, ui: &Ui) -> AppResult<Self> {
        let key = ui.query("field").filter(|key| !key.is_empty());
        let field = |key: String| table.all.before.field(&key).ok_or(AppError::NotFound);
        Ok(Self {
            only: key.map(field).transpose()?,
            table,
            sight,
        })
    }

    /// The lines that are asked for.
    fn lines(&self) -> Vec<&'a Line> {
        let below = self
            .only
            .map(|field| self.table.all.places.with_all_below(&field.id));
        let is_wanted = |line: &&Line| {
            let place = line.place.as_ref();
            below
                .as_ref()
                .is_none_or(|below| place.is_some_and(|id| below.contains(id)))
        };
        self.table.lines.iter().filter(is_wanted).collect()
    }

    /// What a line is about; none when it goes across, or is about something that the edition does not have.
    fn spot(&self, line: &Line) -> Option<&'a Spot> {
        self.table.all.places.get(line.place.as_ref()?)
    }

    /// What became of the text; staff sees editions that are not published, too.
    fn effects(&self, line: &Line) -> Vec<EffectShown> {
        let all = &self.table.all;
        all.effects_in(&line.themes, self.sight.shows_drafts())
    }

    fn title(&self, ui: &Ui) -> String {
        match self.only {
            Some(field) => {
                let name = format!("{} {}", field.label, field.title);
                ui.say("table-title-of", [("name", name.trim().into())])
            }
            None => ui.t("table-title"),
        }
    }

    /// The name of its files, without their ending.
    fn stem(&self, ui: &Ui) -> String {
        let slug = &self.table.all.consultation.slug;
        let field = self.only.map(|field| format!("{}-", field.key));
        format!("{slug}-{}{}", field.unwrap_or_default(), ui.t("table-file"))
    }

    fn place(&self, path: String, crumbs: Vec<crate::revision::view::PrintLink>) -> Place {
        let field = self.only.map(|field| field.key.clone());
        Place {
            path,
            pairs: vec![("field", field.unwrap_or_default())],
            crumbs,
        }
    }

    fn sheet(&self, place: Place, ui: &Ui) -> PrintSheet {
        let fields = self.table.all.before.fields.iter();
        let mut choices = vec![place.choice("field", "", &ui.t("table-all-fields"), false)];
        choices.extend(fields.map(|field| -> PrintChoice {
            let label = format!("{} {}", field.label, field.title);
            place.choice("field", &field.key, label.trim(), true)
        }));
        let written: Written = self.written(ui);
        written.sheet(place, choices, Vec::new(), ui)
    }
}

const EVERYONE: Sight = Sight::Released(Audience::Public);

async fn read(db: &Db, slug: String, ui: &Ui) -> AppResult<Table> {
    let now = ui.arrived();
    db.read(move |conn| {
        let consultation = consultation::published(conn, &slug)?;
        table(conn, consultation, EVERYONE, now)
    })
    .await
}

/// `GET /consultations/{consultation}/outcome/table` — to read and print, of everything or of one field.
pub async fn show(slug: Path<String>, db: Data<Db>, ui: Ui) -> AppResult<HttpResponse> {
    let table = read(&db, slug.into_inner(), &ui).await?;
    let asked = Asked::of(&table, EVERYONE, &ui)?;
    let consultation = &table.all.consultation;
    let home = format!("/consultations/{}", consultation.slug);
    let crumbs = vec![
        crumb(&ui.t("nav-consultations"), "/".into(), false),
        crumb(&consultation.title, home.clone(), true),
        crumb(&ui.t("outcome-short"), format!("{home}/outcome"), false),
    ];
    let place = asked.place(format!("{home}/outcome/table"), crumbs);
    ui.ok(&PrintPage {
        sheet: asked.sheet(place, &ui),
    })
}

/// `GET /consultations/{consultation}/outcome/table.docx` — for office programs.
pub async fn word(slug: Path<String>, db: Data<Db>, ui: Ui) -> AppResult<HttpResponse> {
    let table = read(&db, slug.into_inner(), &ui).await?;
    let asked = Asked::of(&table, EVERYONE, &ui)?;
    let name = format!("{}.docx", asked.stem(&ui));
    Ok(ui.open_file(MEDIA, Some(&name), asked.written(&ui).docx(&ui)?))
}

/// `GET /consultations/{consultation}/outcome/table.xlsx` — as a workbook with its codebook.
pub async fn book(slug: Path<String>, db: Data<Db>, ui: Ui) -> AppResult<HttpResponse> {
    let table = read(&db, slug.into_inner(), &ui).await?;
    let asked = Asked::of(&table, EVERYONE, &ui)?;
    let name = format!("{}.xlsx", asked.stem(&ui));
    Ok(ui.open_file(WORKBOOK, Some(&name), asked.book(&ui)?))
}
