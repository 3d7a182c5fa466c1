//! The themes of a consultation: made, described, joined, taken away.

use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use actix_web::web::Path;

use super::{around, element_options, surroundings, theme_options};
use crate::account::{Action, May, Permission};
use crate::base::db::{Arrivals, Conn, Recall};
use crate::base::error::AppResult;
use crate::base::form::{FieldError, Sent};
use crate::base::id::Id;
use crate::base::page::{Faults, Ui};
use crate::consultation::Consultation;
use crate::strategy::cause::Theme;
use crate::theme::form::ThemeForm;
use crate::theme::model::{MAX_ABOUT, MAX_NAME, Places};
use crate::theme::store::themes::{self, Kept, Named};
use crate::theme::view::{FilterOption, Head, ThemeFormPage, ThemeListPage, ThemeRow};
use crate::theme::{EditThemes, ReadContributions};

fn themes_of(slug: &str) -> String {
    format!("/desk/consultations/{slug}/themes")
}

/// The themes with their numbers, in the order of the document; those that go across come last.
fn rows(conn: &mut Conn, of: &Consultation, places: &Places) -> AppResult<Vec<ThemeRow>> {
    let counts = themes::counts(conn, &of.id)?;
    let mut all = themes::of(conn, &of.id)?;
    let place = |theme: &Named| {
        let element = theme.element.as_ref()?;
        places.iter().position(|(id, _)| id == element)
    };
    all.sort_by_cached_key(|theme| (place(theme).unwrap_or(usize::MAX), theme.name.clone()));
    let row = |theme: Named| row(theme, places, &counts);
    Ok(all.into_iter().map(row).collect())
}

fn row(
    theme: Named,
    places: &Places,
    counts: &std::collections::HashMap<Id<Theme>, i64>,
) -> ThemeRow {
    ThemeRow {
        spot: theme.element.and_then(|id| places.get(&id).cloned()),
        count: counts.get(&theme.id).copied().unwrap_or_default(),
        id: theme.id.to_string(),
        name: theme.name,
        about: theme.about,
    }
}

/// `GET /desk/consultations/{consultation}/themes` — all themes.
pub async fn list(
    may: May<ReadContributions>,
    slug: Path<String>,
    ui: Ui,
) -> AppResult<HttpResponse> {
    let may_edit = may.who().has(Permission::Evaluate);
    let name = format!("themes {slug} {may_edit}");
    let read = move |conn: &mut Conn, recall: &Recall| {
        let (form, faults) = (ThemeForm::default(), Faults::default());
        list_read(conn, recall, &slug, (form, faults), may_edit)
    };
    ui.ok(&*may.read_page(name, Arrivals::None, read).await?)
}

async fn list_page<A: Action>(
    may: &May<A>,
    slug: String,
    form: ThemeForm,
    faults: Faults,
) -> AppResult<ThemeListPage> {
    let may_edit = may.who().has(Permission::Evaluate);
    may.read_recalling(move |conn, recall| list_read(conn, recall, &slug, (form, faults), may_edit))
        .await
}

fn list_read(
    conn: &mut Conn,
    recall: &Recall,
    slug: &str,
    (form, faults): (ThemeForm, Faults),
    may_edit: bool,
) -> AppResult<ThemeListPage> {
    let of = around(conn, recall, slug)?;
    Ok(ThemeListPage {
        head: Head::from(&of.consultation),
        rows: rows(conn, &of.consultation, &of.places)?,
        form,
        elements: element_options(&of.places),
        may_edit,
        name_limit: MAX_NAME,
        about_limit: MAX_ABOUT,
        faults,
    })
}

/// `POST /desk/consultations/{consultation}/themes` — another theme.
pub async fn create(
    may: May<EditThemes>,
    slug: Path<String>,
    form: Sent<ThemeForm>,
    ui: Ui,
) -> AppResult<HttpResponse> {
    let (slug, form) = (slug.into_inner(), form.into_inner());
    let mut page = list_page(&may, slug.clone(), form.clone(), Faults::default()).await?;
    let of = slug.clone();
    let (consultation, places) = may.read(move |conn| surroundings(conn, &of)).await?;
    let errors = match form.parse(&places) {
        Err(errors) => errors,
        Ok(new) => {
            let kept = may.write(move |tx| themes::create(tx, &consultation, &new));
            match kept.await? {
                Kept::Done(_) => {
                    return Ok(ui.see_other_saying(&themes_of(&slug), "said-theme-made"));
                }
                Kept::NameTaken => vec![FieldError::new("name", "error-theme-taken")],
                Kept::TooMany => vec![FieldError::new("name", "error-themes-many")],
            }
        }
    };
    page.faults = Faults::from(ui.messages(&errors));
    ui.page(StatusCode::UNPROCESSABLE_ENTITY, &page)
}

/// One theme with what its form needs.
struct Found {
    consultation: Consultation,
    places: Places,
    row: ThemeRow,
    others: Vec<FilterOption>,
    is_free: bool,
}

async fn find<A: Action>(may: &May<A>, slug: String, id: Id<Theme>) -> AppResult<Found> {
    may.read(move |conn| {
        let (consultation, places) = surroundings(conn, &slug)?;
        let theme = themes::one(conn, &consultation.id, &id)?;
        let counts = themes::counts(conn, &consultation.id)?;
        let mut others = themes::of(conn, &consultation.id)?;
        others.retain(|other| other.id != id);
        Ok(Found {
            row: row(theme, &places, &counts),
            others: theme_options(&others),
            is_free: themes::is_free(conn, &id)?,
            consultation,
            places,
        })
    })
    .await
}

fn form_page(found: &Found, form: ThemeForm, faults: Faults) -> ThemeFormPage {
    ThemeFormPage {
        head: Head::from(&found.consultation),
        row: found.row.clone(),
        form,
        elements: element_options(&found.places),
        others: found.others.clone(),
        is_free: found.is_free,
        name_limit: MAX_NAME,
        about_limit: MAX_ABOUT,
        faults,
    }
}

/// `GET /desk/consultations/{consultation}/themes/{theme}/edit` — one theme to describe, join or take away.
pub async fn ask(
    may: May<EditThemes>,
    path: Path<(String, String)>,
    ui: Ui,
) -> AppResult<HttpResponse> {
    let (slug, id) = path.into_inner();
    let found = find(&may, slug, Id::known(id)).await?;
    let spot = found.row.spot.as_ref();
    let form = ThemeForm {
        name: found.row.name.clone(),
        about: found.row.about.clone(),
        element: spot.map(|spot| spot.key.clone()).unwrap_or_default(),
        ..ThemeForm::default()
    };
    ui.ok(&form_page(&found, form, Faults::default()))
}

/// `POST /desk/consultations/{consultation}/themes/{theme}/edit` — keeps it, joins it with another one, or takes it away.
pub async fn edit(
    may: May<EditThemes>,
    path: Path<(String, String)>,
    form: Sent<ThemeForm>,
    ui: Ui,
) -> AppResult<HttpResponse> {
    let (slug, id) = path.into_inner();
    let (id, form): (Id<Theme>, _) = (Id::known(id), form.into_inner());
    let found = find(&may, slug.clone(), id.clone()).await?;
    let refused = |form: &ThemeForm, errors: &[FieldError]| {
        let faults = Faults::from(ui.messages(errors));
        let page = form_page(&found, form.clone(), faults);
        ui.page(StatusCode::UNPROCESSABLE_ENTITY, &page)
    };
    let consultation = found.consultation.clone();
    if form.act == "merge" || form.act == "remove" {
        let is_known = found.others.iter().any(|other| other.value == form.into);
        if form.act == "merge" && !is_known {
            return refused(&form, &[FieldError::new("into", "error-theme-into")]);
        }
        let into = (form.act == "merge").then(|| Id::known(&form.into));
        let gone = may
            .write(move |tx| themes::merge(tx, &consultation, &id, into.as_ref()))
            .await?;
        return if gone {
            Ok(ui.see_other_saying(&themes_of(&slug), "said-theme-gone"))
        } else {
            refused(&form, &[FieldError::new("into", "error-theme-needed")])
        };
    }
    let new = match form.parse(&found.places) {
        Ok(new) => new,
        Err(errors) => return refused(&form, &errors),
    };
    let kept = may
        .write(move |tx| themes::describe(tx, &consultation, &id, &new))
        .await?;
    match kept {
        Kept::Done(_) => Ok(ui.see_other_saying(&themes_of(&slug), "said-theme-kept")),
        _ => refused(&form, &[FieldError::new("name", "error-theme-taken")]),
    }
}
