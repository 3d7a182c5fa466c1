//! Invitations by mail, and once more to those who have not answered.

use actix_web::HttpResponse;
use actix_web::web::Path;
use chrono::{DateTime, Utc};

use super::invited::hindrance;
use super::{list_of, list_url};
use crate::account::May;
use crate::account::model::Secret;
use crate::base::error::AppResult;
use crate::base::form::Sent;
use crate::base::locale::Args;
use crate::base::page::{Confirm, Ui};
use crate::consultation::Consultation;
use crate::organisation::ManageOrganisations;
use crate::organisation::form::PressForm;
use crate::organisation::model::Invitation;
use crate::organisation::page::mail;
use crate::organisation::page::register::last_day;
use crate::organisation::store::letters::{self, Letter};

/// Most organisations that are named before a mail goes out.
const NAMED: usize = 20;

/// To whom mails would go: those who were never written to, or those who were and have not answered.
fn receivers(list: Vec<Invitation>, again: bool, now: DateTime<Utc>) -> Vec<Invitation> {
    let wanted = |one: &Invitation| one.can_be_written_to(now) && (one.letters > 0) == again;
    list.into_iter().filter(wanted).collect()
}

/// `GET /desk/consultations/{consultation}/organisations/letters/{to}` — asks before mails go out; `to`: `first` or
/// `again`.
pub async fn ask(
    may: May<ManageOrganisations>,
    path: Path<(String, String)>,
    ui: Ui,
) -> AppResult<HttpResponse> {
    let (slug, to) = path.into_inner();
    let (on, list) = list_of(&may, slug).await?;
    let again = to == "again";
    let receivers = receivers(list, again, ui.arrived());
    if receivers.is_empty() || hindrance(&on, &ui).is_some() {
        return Ok(ui.see_other_saying(&list_url(&on), "said-letters-none"));
    }
    let mut args = Args::new();
    args.set("n", receivers.len());
    let mut items: Vec<_> = receivers
        .iter()
        .take(NAMED)
        .map(|one| {
            let details = &one.organisation.details;
            format!("{} ({})", details.name, details.email)
        })
        .collect();
    if receivers.len() > NAMED {
        let mut more = Args::new();
        more.set("n", receivers.len() - NAMED);
        items.push(ui.text("letters-more", &more));
    }
    let (title, text) = if again {
        ("letters-again-title", "letters-again-text")
    } else {
        ("letters-first-title", "letters-first-text")
    };
    ui.ok(&Confirm {
        title: ui.text(title, &args),
        text: ui.t(text),
        items,
        button: ui.t("letters-send"),
        back_url: list_url(&on),
        reason: None,
    })
}

/// `POST /desk/consultations/{consultation}/organisations/letters/{to}` — lays the mails into the outbox.
pub async fn send(
    may: May<ManageOrganisations>,
    path: Path<(String, String)>,
    _form: Sent<PressForm>,
    ui: Ui,
) -> AppResult<HttpResponse> {
    let (slug, to) = path.into_inner();
    let (on, list) = list_of(&may, slug).await?;
    let here = list_url(&on);
    if hindrance(&on, &ui).is_some() {
        return Ok(ui.see_other_saying(&here, "said-letters-none"));
    }
    let again = to == "again";
    let all = written(&receivers(list, again, ui.arrived()), &on, again, &ui)?;
    let n = may.write(move |tx| letters::send(tx, &on, &all)).await?;
    let said = match n {
        0 => "said-letters-none",
        _ => "said-letters-sent",
    };
    Ok(ui.see_other_saying(&here, said))
}

fn written(
    receivers: &[Invitation],
    on: &Consultation,
    again: bool,
    ui: &Ui,
) -> AppResult<Vec<Letter>> {
    let site = ui.site();
    let Some(until) = last_day(on, ui.arrived(), site.zone) else {
        return Ok(Vec::new());
    };
    let write = |one: &Invitation| {
        let (secret, details) = (Secret::fresh(), &one.organisation.details);
        let to = (details.name.as_str(), details.email.as_str());
        let about = (on.title.as_str(), on.slug.as_str(), until);
        Ok(Letter {
            invitation: one.id.clone(),
            hash: letters::hash(&secret, &site.secrets),
            mail: mail::invitation(site, to, about, &secret, again)?,
        })
    };
    receivers.iter().map(write).collect()
}
