//! An invitation that came by mail: taken up, or declined. Its link opens this page and nothing else.

use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use actix_web::web::Path;

use super::gate::SIGN_IN;
use super::mail::{self, Link};
use super::register::last_day;
use super::sign_in::gone;
use crate::account::May;
use crate::account::model::Secret;
use crate::base::error::{AppError, AppResult};
use crate::base::form::{FieldError, Sent};
use crate::base::limit::{self, Within};
use crate::base::page::Ui;
use crate::consultation::{self, Consultation};
use crate::organisation::RegisterOrganisation;
use crate::organisation::form::{self, AnswerForm, NewMember};
use crate::organisation::model::{Answer, Duties, WELCOME_LASTS};
use crate::organisation::store::letters::{self, Opened};
use crate::organisation::store::{entry, invitations};
use crate::organisation::view::InvitedPage;

/// What the link of an address opens, with its consultation; one that is not public opens nothing.
async fn found(
    may: &May<RegisterOrganisation>,
    secret: &str,
    ui: &Ui,
) -> AppResult<Option<(Opened, Consultation)>> {
    let hash = letters::hash(&Secret::sent(secret), &ui.site().secrets);
    may.read(move |conn| {
        let Some(opened) = letters::opened(conn, &hash)? else {
            return Ok(None);
        };
        let on = consultation::by_id(conn, &opened.consultation)?;
        Ok(on.published_at.is_some().then_some((opened, on)))
    })
    .await
}

/// `GET /organisation/invitation/{secret}` — who is asked for what, until when.
pub async fn show(
    secret: Path<String>,
    _within: Within<limit::SignIn>,
    may: May<RegisterOrganisation>,
    ui: Ui,
) -> AppResult<HttpResponse> {
    match found(&may, &secret, &ui).await? {
        None => gone(&ui, "invitation"),
        Some((opened, on)) => ui.ok(&page(&opened, &on, &ui)),
    }
}

fn page(opened: &Opened, on: &Consultation, ui: &Ui) -> InvitedPage {
    let until = last_day(on, ui.arrived(), ui.site().zone);
    InvitedPage {
        organisation: opened.name.clone(),
        slug: on.slug.clone(),
        title: on.title.clone(),
        until,
        is_over: until.is_none(),
        answer: opened.answer.as_str(),
        members: opened.members,
        name: String::new(),
        email: opened.email.clone(),
        errors: Vec::new(),
        sent_to: None,
    }
}

/// `POST /organisation/invitation/{secret}` — takes it up, declines, or takes a refusal back.
pub async fn answer(
    secret: Path<String>,
    _within: Within<limit::SignIn>,
    form: Sent<AnswerForm>,
    may: May<RegisterOrganisation>,
    ui: Ui,
) -> AppResult<HttpResponse> {
    let Some((opened, on)) = found(&may, &secret, &ui).await? else {
        return gone(&ui, "invitation");
    };
    let here = format!("/organisation/invitation/{}", secret.as_str());
    if last_day(&on, ui.arrived(), ui.site().zone).is_none() {
        return Ok(ui.see_other(&here));
    }
    match form.act.as_str() {
        // Whether somebody who takes part stays away is for those who act for it to say, not for whoever has the letter.
        "decline" | "again" if opened.answer != Answer::TakenUp => {
            let declines = form.act == "decline";
            may.write(move |tx| invitations::set_declined(tx, &opened.invitation, declines))
                .await?;
            Ok(ui.see_other(&here))
        }
        "decline" | "again" => Ok(ui.see_other(&here)),
        "join" if opened.members == 0 => join(may, opened, &on, form.into_inner(), &ui).await,
        "join" => {
            may.write(move |tx| letters::take_up(tx, &opened, None))
                .await?;
            Ok(ui.see_other_saying(SIGN_IN, "said-invitation-taken-up"))
        }
        _ => Err(AppError::BadRequest),
    }
}

/// The first one who acts for the organisation; her address is proved by the link she gets.
async fn join(
    may: May<RegisterOrganisation>,
    opened: Opened,
    on: &Consultation,
    typed: AnswerForm,
    ui: &Ui,
) -> AppResult<HttpResponse> {
    let mut errors: Vec<FieldError> = Vec::new();
    let new = NewMember {
        name: form::line(
            "name",
            &typed.name,
            "error-organisation-person",
            &mut errors,
        ),
        email: form::address(&typed.email, &mut errors),
        duties: Duties::ALL,
    };
    let bare = page(&opened, on, ui);
    if !errors.is_empty() {
        let page = InvitedPage {
            name: typed.name,
            email: typed.email,
            errors: ui.messages(&errors),
            ..bare
        };
        return ui.page(StatusCode::UNPROCESSABLE_ENTITY, &page);
    }
    let (site, link) = (ui.site(), Link::fresh(ui.site()));
    let mail = mail::welcome(site, &opened.name, &new.name, &new.email, &link, may.at())?;
    let (hash, sent_to, allowance) = (link.hash, new.email.clone(), site.allowance());
    let is_told = may
        .write(move |tx| {
            let Some(member) = letters::take_up(tx, &opened, Some(&new))? else {
                return Ok(true);
            };
            entry::make_link(tx, &hash, &member, WELCOME_LASTS)?;
            Ok(allowance.put(tx.conn, tx.now, &mail)?.is_laid())
        })
        .await?;
    if !is_told {
        return Ok(ui.see_other_saying(SIGN_IN, "said-mail-not-sent"));
    }
    ui.ok(&InvitedPage {
        sent_to: Some(sent_to),
        ..bare
    })
}
