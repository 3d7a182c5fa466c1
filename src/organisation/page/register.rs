//! An organisation registers itself for a consultation. Until the address is confirmed nothing of it is seen by anybody;
//! until the town has confirmed it, it takes no part.

use actix_web::http::StatusCode;
use actix_web::web::{Data, Path};
use actix_web::{HttpRequest, HttpResponse};
use chrono::{DateTime, NaiveDate, Utc};

use super::gate::{brought, with_cookie};
use super::mail;
use super::sign_in::{gone, send_links};
use crate::account::May;
use crate::account::model::Secret;
use crate::base::clock::Zone;
use crate::base::db::Db;
use crate::base::error::{AppError, AppResult};
use crate::base::form::{FieldError, Sent};
use crate::base::limit::{self, Within};
use crate::base::outbox::Given;
use crate::base::page::Ui;
use crate::consultation::{self, Consultation, Openness, TrackKind};
use crate::organisation::RegisterOrganisation;
use crate::organisation::form::{self, NAME_CHARS, OrganisationForm, POSTAL_CHARS, PressForm};
use crate::organisation::model::Goal;
use crate::organisation::store::entry;
use crate::organisation::store::registrations::{self, Asked, Registration};
use crate::organisation::view::{Choice, RegisterPage, RegistrationPage};

/// The last day for statements, while organisations can still register for them.
pub(super) fn last_day(on: &Consultation, now: DateTime<Utc>, zone: Zone) -> Option<NaiveDate> {
    let track = on.track(TrackKind::Statements)?;
    let is_over = track.window.at(now) == Openness::Over;
    (!is_over).then(|| track.window.last_day(zone))
}

/// `GET /consultations/{consultation}/organisation` — asks who the organisation is.
pub async fn ask(slug: Path<String>, db: Data<Db>, ui: Ui) -> AppResult<HttpResponse> {
    let on = db
        .read(move |conn| consultation::published(conn, &slug))
        .await?;
    ui.ok(&page(&on, OrganisationForm::default(), &[], None, &ui)?)
}

/// The page; where statements are over or not asked for, there is none.
fn page(
    on: &Consultation,
    form: OrganisationForm,
    errors: &[FieldError],
    sent_to: Option<String>,
    ui: &Ui,
) -> AppResult<RegisterPage> {
    let until = last_day(on, ui.arrived(), ui.site().zone).ok_or(AppError::NotFound)?;
    Ok(RegisterPage {
        slug: on.slug.clone(),
        title: on.title.clone(),
        until,
        form,
        kinds: Choice::kinds(),
        limits: [NAME_CHARS, POSTAL_CHARS],
        errors: ui.messages(errors),
        sent_to,
    })
}

/// `POST /consultations/{consultation}/organisation` — sends a link to confirm the address; whoever acts for an
/// organisation already gets one to come in. The page says the same either way.
pub async fn send(
    slug: Path<String>,
    _within: Within<limit::SignIn>,
    form: Sent<OrganisationForm>,
    may: May<RegisterOrganisation>,
    db: Data<Db>,
    ui: Ui,
) -> AppResult<HttpResponse> {
    let on = may
        .read(move |conn| consultation::published(conn, &slug))
        .await?;
    last_day(&on, ui.arrived(), ui.site().zone).ok_or(AppError::NotFound)?;
    let mut errors = Vec::new();
    let new = Registration {
        consultation: on.id.clone(),
        details: form.parse(&mut errors),
        person: form::line(
            "person",
            &form.person,
            "error-organisation-person",
            &mut errors,
        ),
    };
    let email = new.details.email.clone();
    if errors.is_empty() && write(may, &db, new, &ui).await? == Asked::Busy {
        errors.push(FieldError::new("email", "error-register-busy"));
    }
    if !errors.is_empty() {
        let page = page(&on, form.into_inner(), &errors, None, &ui)?;
        return ui.page(StatusCode::UNPROCESSABLE_ENTITY, &page);
    }
    let blank = OrganisationForm::default();
    ui.ok(&page(&on, blank, &[], Some(email), &ui)?)
}

/// Writes to the address: a link to come in for whoever acts for an organisation already, else one to confirm it.
async fn write(
    may: May<RegisterOrganisation>,
    db: &Data<Db>,
    new: Registration,
    ui: &Ui,
) -> AppResult<Asked> {
    let email = &new.details.email;
    ui.site().rates.count_account(email)?;
    let again = May::by(may.who().clone(), db, &ui.site().clock)?;
    match send_links(again, ui, email, &Goal::default()).await? {
        Some(Given::Busy) => return Ok(Asked::Busy),
        Some(_) => return Ok(Asked::Kept),
        None => {}
    }
    keep(may, new, ui).await
}

async fn keep(may: May<RegisterOrganisation>, new: Registration, ui: &Ui) -> AppResult<Asked> {
    let (site, secret) = (ui.site(), Secret::fresh());
    let hash = registrations::hash(&secret, &site.secrets);
    let mail = mail::registration(site, ui.lang(), &new.details.email, &secret, may.at())?;
    let (to, allowance) = (mail.recipient().clone(), site.allowance());
    may.write(move |tx| {
        match allowance.look(tx.conn, tx.now, &to)? {
            Given::Busy => return Ok(Asked::Busy),
            Given::HadEnough => return Ok(Asked::Enough),
            Given::Laid => {}
        }
        let asked = registrations::keep(tx, &hash, &new)?;
        if asked == Asked::Kept {
            allowance.put(tx.conn, tx.now, &mail)?;
        }
        Ok(asked)
    })
    .await
}

fn hash_of(secret: &str, ui: &Ui) -> String {
    registrations::hash(&Secret::sent(secret), &ui.site().secrets)
}

/// `GET /organisation/registration/{secret}` — what was typed, and the button that confirms the address.
pub async fn opened(
    secret: Path<String>,
    _within: Within<limit::SignIn>,
    may: May<RegisterOrganisation>,
    ui: Ui,
) -> AppResult<HttpResponse> {
    let (hash, now) = (hash_of(&secret, &ui), may.at());
    let found = may
        .read(move |conn| {
            let Some(found) = registrations::find(conn, &hash, now)? else {
                return Ok(None);
            };
            let on = consultation::by_id(conn, &found.consultation)?;
            Ok(Some((found, on.title)))
        })
        .await?;
    match found {
        None => gone(&ui, "registration"),
        Some((found, title)) => ui.ok(&RegistrationPage {
            name: found.details.name,
            person: found.person,
            email: found.details.email,
            title,
        }),
    }
}

/// `POST /organisation/registration/{secret}` — the address is confirmed: the organisation waits for the town, and
/// whoever registered it is signed in.
pub async fn confirm(
    secret: Path<String>,
    _within: Within<limit::SignIn>,
    _form: Sent<PressForm>,
    may: May<RegisterOrganisation>,
    req: HttpRequest,
    ui: Ui,
) -> AppResult<HttpResponse> {
    let (hash, fresh) = (hash_of(&secret, &ui), Secret::fresh());
    let session = entry::session_hash(&fresh, &ui.site().secrets);
    let old = brought(&req, ui.site());
    let made = may
        .write(move |tx| {
            let made = registrations::confirm(tx, &hash, &session)?;
            if let (Some(old), true) = (&old, made.is_some()) {
                entry::end(tx, old)?;
            }
            Ok(made)
        })
        .await?;
    if made.is_none() {
        return gone(&ui, "registration");
    }
    let on = ui.see_other_saying("/organisation", "said-organisation-registered");
    with_cookie(on, &ui, Some(&fresh))
}
