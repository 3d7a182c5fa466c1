//! Creating a consultation, and correcting what it says about itself.

use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use actix_web::web::Path;

use super::{home, is_open};
use crate::account::{May, Tx};
use crate::base::error::{AppError, AppResult};
use crate::base::form::{Refill, Sent};
use crate::base::id::Id;
use crate::base::page::{Faults, Ui};
use crate::consultation::PrepareConsultation;
use crate::consultation::form::{Basics, BasicsForm, NewConsultation, suggest};
use crate::consultation::model::Consultation;
use crate::consultation::store::{
    EditionChoice, Revision, create as store_new, edition_choices, find, free_slug, has_surveys,
    revise,
};
use crate::consultation::view::{BasicsPage, EditionOption, Lock, Subject};
use crate::strategy::Edition;

/// `GET /desk/consultations/new` — the form for a new consultation.
pub async fn ask(may: May<PrepareConsultation>, ui: Ui) -> AppResult<HttpResponse> {
    let choices = may.read(edition_choices).await?;
    ui.ok(&page(None, Lock::Open, &choices, BasicsForm::default()))
}

/// `POST /desk/consultations/new` — creates it; nobody outside sees it yet.
pub async fn create(
    may: May<PrepareConsultation>,
    form: Sent<BasicsForm>,
    ui: Ui,
) -> AppResult<HttpResponse> {
    let choices = may.read(edition_choices).await?;
    let form = form.into_inner();
    let again = |faults: &Refill<BasicsForm>| {
        let page = page(None, Lock::Open, &choices, faults.form.clone());
        refuse(&ui, page, faults)
    };
    let basics = match form.parse(Some(&ids(&choices))) {
        Ok(basics) => basics,
        Err(faults) => return again(&faults),
    };
    match may.write(move |tx| begin(tx, &basics)).await? {
        Some(slug) => Ok(ui.see_other_saying(&home(&slug), "said-consultation-created")),
        None => again(&taken(form)),
    }
}

/// Creates a consultation under the wanted name, or under one made of its title; gives none when the wanted one is taken.
fn begin(tx: &mut Tx<PrepareConsultation>, basics: &Basics) -> AppResult<Option<String>> {
    let wanted = basics.slug.clone();
    let free = free_slug(
        tx.conn,
        &wanted.clone().unwrap_or_else(|| suggest(&basics.title)),
    )?;
    if wanted.is_some_and(|wanted| wanted != free) {
        return Ok(None);
    }
    let edition = basics.edition.as_ref().ok_or(AppError::BadRequest)?;
    let new = NewConsultation {
        slug: free,
        title: basics.title.clone(),
        lead: basics.lead.clone(),
        contact: basics.contact.clone(),
        releases_comments: basics.releases_comments,
        tracks: Vec::new(),
        milestones: Vec::new(),
    };
    store_new(tx, edition, &new)?;
    Ok(Some(new.slug))
}

/// `GET /desk/consultations/{consultation}/edit` — what it is called and about.
pub async fn show(
    may: May<PrepareConsultation>,
    slug: Path<String>,
    ui: Ui,
) -> AppResult<HttpResponse> {
    let (consultation, lock, choices) = may.read(move |conn| read(conn, &slug)).await?;
    let form = BasicsForm::of(&consultation);
    ui.ok(&page(Some(&consultation), lock, &choices, form))
}

/// `POST /desk/consultations/{consultation}/edit` — changes it.
pub async fn save(
    may: May<PrepareConsultation>,
    slug: Path<String>,
    form: Sent<BasicsForm>,
    ui: Ui,
) -> AppResult<HttpResponse> {
    let name = slug.into_inner();
    let (consultation, lock, choices) = {
        let name = name.clone();
        may.read(move |conn| read(conn, &name)).await?
    };
    let form = complete(form.into_inner(), &consultation, lock);
    let again = |faults: &Refill<BasicsForm>| {
        let page = page(Some(&consultation), lock, &choices, faults.form.clone());
        refuse(&ui, page, faults)
    };
    let editions = ids(&choices);
    let basics = match form.parse(is_open(&consultation).then_some(editions.as_slice())) {
        Ok(basics) => basics,
        Err(faults) => return again(&faults),
    };
    let done = may
        .write(move |tx| {
            let consultation = find(tx.conn, &name)?;
            revise(tx, &consultation, &basics)
        })
        .await?;
    match done {
        Revision::Done(slug) => Ok(ui.see_other_saying(&home(&slug), "said-consultation-changed")),
        Revision::SlugTaken => again(&taken(form)),
        Revision::EditionInUse | Revision::Published => {
            let mut faults = Refill::new(form);
            faults.fault("edition", "error-consultation-locked");
            again(&faults)
        }
    }
}

fn read(
    conn: &mut crate::base::db::Conn,
    slug: &str,
) -> AppResult<(Consultation, Lock, Vec<EditionChoice>)> {
    let consultation = find(conn, slug)?;
    let lock = if !is_open(&consultation) {
        Lock::Published
    } else if has_surveys(conn, &consultation.id)? {
        Lock::Surveys
    } else {
        Lock::Open
    };
    Ok((consultation, lock, edition_choices(conn)?))
}

/// What the page no longer asks for stays as it is.
fn complete(form: BasicsForm, consultation: &Consultation, lock: Lock) -> BasicsForm {
    let stored = BasicsForm::of(consultation);
    match lock {
        Lock::Open => form,
        Lock::Surveys => BasicsForm {
            edition: stored.edition,
            ..form
        },
        Lock::Published => BasicsForm {
            edition: stored.edition,
            slug: stored.slug,
            ..form
        },
    }
}

fn page(
    consultation: Option<&Consultation>,
    lock: Lock,
    choices: &[EditionChoice],
    form: BasicsForm,
) -> BasicsPage {
    let options = choices.iter().map(|choice| EditionOption {
        id: choice.id.to_string(),
        strategy: choice.strategy.clone(),
        name: choice.name.clone(),
        is_published: choice.is_published,
    });
    BasicsPage::of(
        consultation.map(Subject::from),
        form,
        options.collect(),
        lock,
    )
}

fn refuse(ui: &Ui, mut page: BasicsPage, faults: &Refill<BasicsForm>) -> AppResult<HttpResponse> {
    page.faults = Faults::from(ui.messages(&faults.errors));
    ui.page(StatusCode::UNPROCESSABLE_ENTITY, &page)
}

fn taken(form: BasicsForm) -> Refill<BasicsForm> {
    let mut faults = Refill::new(form);
    faults.fault("slug", "error-consultation-slug-taken");
    faults
}

fn ids(choices: &[EditionChoice]) -> Vec<Id<Edition>> {
    choices.iter().map(|choice| choice.id.clone()).collect()
}
