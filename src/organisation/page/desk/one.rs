//! One organisation, and what is decided about it.

use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use actix_web::web::Path;

use super::list::link;
use super::{found, url};
use crate::account::May;
use crate::base::error::AppResult;
use crate::base::form::{FieldError, Sent};
use crate::base::locale::Args;
use crate::base::outbox;
use crate::base::page::{Confirm, Reason, Ui};
use crate::consultation;
use crate::organisation::ManageOrganisations;
use crate::organisation::form::{PressForm, REASON_CHARS, ReasonForm};
use crate::organisation::model::{Organisation, State};
use crate::organisation::page::mail;
use crate::organisation::store::{invitations, members, organisations};
use crate::organisation::view::{MemberRow, OrganisationPage, PartyInvitation};

/// `GET /desk/organisations/{organisation}` — who it is, who acts for it, to what it is asked.
pub async fn show(
    may: May<ManageOrganisations>,
    id: Path<String>,
    ui: Ui,
) -> AppResult<HttpResponse> {
    let one = found(&may, &id).await?;
    let asked = one.clone();
    let (people, same, invited, consultations) = may
        .read(move |conn| {
            Ok((
                members::of(conn, &asked.id)?,
                organisations::namesakes(conn, &asked.details.name, Some(&asked.id))?,
                invitations::of_party(conn, &asked.id)?,
                consultation::list_all(conn)?,
            ))
        })
        .await?;
    let zone = ui.site().zone;
    let invitations = invited.into_iter().filter_map(|(id, answer)| {
        let on = consultations.iter().find(|on| on.id == id)?;
        Some(PartyInvitation {
            slug: on.slug.clone(),
            title: on.title.clone(),
            answer: answer.into(),
        })
    });
    let invitations = invitations.collect();
    let title = consultations
        .iter()
        .find(|on| Some(&on.id) == one.registered_for.as_ref());
    let registered_for = title.filter(|_| one.state == State::Waiting);
    ui.ok(&OrganisationPage {
        url: url(&one.id),
        about: (&one).into(),
        since: zone.day(one.made_at),
        registered_for: registered_for.map(|on| on.title.clone()),
        namesakes: same.iter().map(link).collect(),
        members: people
            .into_iter()
            .map(|one| MemberRow::of(one, None, zone))
            .collect(),
        invitations,
    })
}

/// `POST /desk/organisations/{organisation}/confirmation` — lets in an organisation that registered itself; those who
/// act for it are told.
pub async fn confirm(
    may: May<ManageOrganisations>,
    id: Path<String>,
    _form: Sent<PressForm>,
    ui: Ui,
) -> AppResult<HttpResponse> {
    let one = found(&may, &id).await?;
    let mails = mails(&may, &one, None, &ui).await?;
    let here = url(&one.id);
    may.write(move |tx| {
        if organisations::confirm(tx, &one)? {
            for mail in &mails {
                outbox::put(tx.conn, tx.now, mail)?;
            }
        }
        Ok(())
    })
    .await?;
    Ok(ui.see_other_saying(&here, "said-organisation-confirmed"))
}

/// What those who act for an organisation are told about the decision.
async fn mails(
    may: &May<ManageOrganisations>,
    one: &Organisation,
    refused: Option<&str>,
    ui: &Ui,
) -> AppResult<Vec<crate::base::mail::Mail>> {
    let id = one.id.clone();
    let people = may.read(move |conn| members::of(conn, &id)).await?;
    let name = &one.details.name;
    people
        .iter()
        .map(|member| mail::decided(ui.site(), member, name, refused))
        .collect()
}

/// `GET /desk/organisations/{organisation}/refusal` — asks why it is not let in.
pub async fn ask_refusal(
    may: May<ManageOrganisations>,
    id: Path<String>,
    ui: Ui,
) -> AppResult<HttpResponse> {
    let one = found(&may, &id).await?;
    ui.ok(&refusal(&one, String::new(), &[], &ui))
}

fn refusal(one: &Organisation, value: String, errors: &[FieldError], ui: &Ui) -> Confirm {
    let mut args = Args::new();
    args.set("name", one.details.name.clone());
    Confirm {
        title: ui.text("organisation-refuse-title", &args),
        text: ui.t("organisation-refuse-text"),
        items: Vec::new(),
        button: ui.t("organisation-refuse"),
        back_url: url(&one.id),
        reason: Some(Reason {
            label: ui.t("organisation-refuse-reason"),
            hint: ui.t("organisation-refuse-reason-hint"),
            limit: REASON_CHARS,
            value,
            errors: ui.messages(errors),
        }),
    }
}

/// `POST /desk/organisations/{organisation}/refusal` — does not let it in; those who act for it are told why.
pub async fn refuse(
    may: May<ManageOrganisations>,
    id: Path<String>,
    form: Sent<ReasonForm>,
    ui: Ui,
) -> AppResult<HttpResponse> {
    let one = found(&may, &id).await?;
    let mut errors = Vec::new();
    let reason = form.parse(&mut errors);
    if !errors.is_empty() {
        let page = refusal(&one, form.into_inner().reason, &errors, &ui);
        return ui.page(StatusCode::UNPROCESSABLE_ENTITY, &page);
    }
    let mails = mails(&may, &one, Some(&reason), &ui).await?;
    let here = url(&one.id);
    may.write(move |tx| {
        let waits = [State::Waiting];
        if organisations::set_state(tx, &one.id, &waits, State::Refused, Some(&reason))? {
            for mail in &mails {
                outbox::put(tx.conn, tx.now, mail)?;
            }
        }
        Ok(())
    })
    .await?;
    Ok(ui.see_other_saying(&here, "said-organisation-refused"))
}

/// `GET /desk/organisations/{organisation}/closing` — asks before it is closed.
pub async fn ask_closing(
    may: May<ManageOrganisations>,
    id: Path<String>,
    ui: Ui,
) -> AppResult<HttpResponse> {
    let one = found(&may, &id).await?;
    let mut args = Args::new();
    args.set("name", one.details.name.clone());
    ui.ok(&Confirm {
        title: ui.text("organisation-close-title", &args),
        text: ui.t("organisation-close-text"),
        items: Vec::new(),
        button: ui.t("organisation-close"),
        back_url: url(&one.id),
        reason: None,
    })
}

/// `POST /desk/organisations/{organisation}/closing` — nobody of it comes in any more.
pub async fn close(
    may: May<ManageOrganisations>,
    id: Path<String>,
    _form: Sent<PressForm>,
    ui: Ui,
) -> AppResult<HttpResponse> {
    let one = found(&may, &id).await?;
    let here = url(&one.id);
    may.write(move |tx| {
        let open = [State::Invited, State::Confirmed];
        organisations::set_state(tx, &one.id, &open, State::Closed, None)
    })
    .await?;
    Ok(ui.see_other_saying(&here, "said-organisation-closed"))
}

/// `POST /desk/organisations/{organisation}/opening` — takes a closing or a refusal back.
pub async fn open(
    may: May<ManageOrganisations>,
    id: Path<String>,
    _form: Sent<PressForm>,
    ui: Ui,
) -> AppResult<HttpResponse> {
    let one = found(&may, &id).await?;
    let here = url(&one.id);
    may.write(move |tx| {
        let to = match one.state {
            State::Refused => State::Waiting,
            _ => State::Confirmed,
        };
        let shut = [State::Refused, State::Closed];
        organisations::set_state(tx, &one.id, &shut, to, None)
    })
    .await?;
    Ok(ui.see_other_saying(&here, "said-organisation-opened"))
}
