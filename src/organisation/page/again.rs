//! Coming in once more without losing anything. The link for it comes by mail and opens in another tab, so what was typed
//! stays in this one: sealed in a hidden field, and sent on by a button once somebody is signed in.

use actix_web::dev::Payload;
use actix_web::http::{StatusCode, header};
use actix_web::{HttpRequest, HttpResponse};

use super::gate::{SIGN_IN, brought};
use super::sign_in::{is_busy, send_links};
use crate::account::model::Kept;
use crate::account::view::ContinuePage;
use crate::account::{Delegate, May};
use crate::base::error::{AppError, AppResult};
use crate::base::form::{FieldError, Roomy, rescue, token};
use crate::base::id::Id;
use crate::base::limit::{self, Act, Within};
use crate::base::page::Ui;
use crate::organisation::RegisterOrganisation;
use crate::organisation::form::{self, AgainForm};
use crate::organisation::model::Goal;
use crate::organisation::store::entry;
use crate::organisation::view::MemberAgainPage;

/// To the page that sends a link.
pub(super) fn to_sign_in(goal: &Goal) -> HttpResponse {
    let url = format!("{SIGN_IN}{}", goal.query());
    HttpResponse::SeeOther()
        .insert_header((header::LOCATION, url))
        .insert_header((header::CACHE_CONTROL, "no-store"))
        .finish()
}

/// The page that keeps what was typed, and asks for the address.
pub(super) async fn keep_typed(
    req: &HttpRequest,
    payload: Payload,
    owner: Option<Id<Delegate>>,
) -> AppResult<HttpResponse> {
    limit::within(req, Act::Save)?;
    let rescued = match rescue(req, payload).await {
        Ok(rescued) => rescued,
        // No form of ours: there is nothing to keep.
        Err(AppError::UnsupportedMediaType) => return Ok(to_sign_in(&Goal::default())),
        Err(why) => return Err(why),
    };
    if req.path() == "/organisation/sign-out" {
        return Ok(to_sign_in(&Goal::default()));
    }
    let ui = Ui::of(req)?.at(SIGN_IN);
    let kept = Kept::new(req.path(), rescued.fields.0, rescued.had_files, owner);
    let page = page(&kept, kept.seal(&ui.site().secrets));
    let mut answer = ui.page(StatusCode::UNAUTHORIZED, &page)?;
    // HTTP asks for the name of a way to sign in; browsers know this one as none of theirs.
    answer.headers_mut().insert(
        header::WWW_AUTHENTICATE,
        header::HeaderValue::from_static("Form realm=\"organisation\""),
    );
    Ok(answer)
}

fn page(kept: &Kept<Delegate>, sealed: String) -> MemberAgainPage {
    MemberAgainPage {
        texts: kept.texts(),
        had_files: kept.had_files,
        kept: sealed,
        email: String::new(),
        sent_to: None,
        errors: Vec::new(),
    }
}

/// `GET /organisation/sign-in-again` — whoever opens the address by itself has nothing to go on with.
pub async fn lead() -> HttpResponse {
    to_sign_in(&Goal::default())
}

/// `POST /organisation/sign-in-again` — sends a link, or goes on with what was typed.
pub async fn go_on(
    _within: Within<limit::SignIn>,
    form: Roomy<AgainForm>,
    may: May<RegisterOrganisation>,
    req: HttpRequest,
    ui: Ui,
) -> AppResult<HttpResponse> {
    let typed = form.0.into_inner();
    let ui = ui.at(SIGN_IN);
    let kept = Kept::open(&typed.kept, &ui.site().secrets).ok_or(AppError::BadRequest)?;
    if typed.act == "send" {
        send(may, kept, typed, &ui).await
    } else {
        resume(may, kept, typed, &req, &ui).await
    }
}

async fn send(
    may: May<RegisterOrganisation>,
    kept: Kept<Delegate>,
    typed: AgainForm,
    ui: &Ui,
) -> AppResult<HttpResponse> {
    let mut errors = Vec::new();
    let email = form::address(&typed.email, &mut errors);
    if errors.is_empty() && is_busy(&may, ui, &email).await? {
        errors.push(FieldError::new("email", "error-mails-busy"));
    }
    let bare = page(&kept, typed.kept);
    if !errors.is_empty() {
        let page = MemberAgainPage {
            email: typed.email,
            errors: ui.messages(&errors),
            ..bare
        };
        return ui.page(StatusCode::UNPROCESSABLE_ENTITY, &page);
    }
    ui.site().rates.count_account(&email)?;
    send_links(may, ui, &email, &Goal::default()).await?;
    ui.ok(&MemberAgainPage {
        sent_to: Some(email),
        ..bare
    })
}

/// Whoever is signed in by now sees what was typed, with a button that sends it. It goes to nobody else than whose it was.
async fn resume(
    may: May<RegisterOrganisation>,
    kept: Kept<Delegate>,
    typed: AgainForm,
    req: &HttpRequest,
    ui: &Ui,
) -> AppResult<HttpResponse> {
    let (hash, now) = (brought(req, ui.site()).unwrap_or_default(), may.at());
    let wanted = hash.clone();
    let found = may.read(move |conn| entry::present(conn, &wanted, now));
    let Some(present) = found.await? else {
        let error = FieldError::new("go-on", "error-member-not-in");
        let page = MemberAgainPage {
            sent_to: Some(typed.email),
            errors: ui.messages(&[error]),
            ..page(&kept, typed.kept)
        };
        return ui.page(StatusCode::UNPROCESSABLE_ENTITY, &page);
    };
    if !kept.belongs_to(&present.member.id) {
        return Ok(ui.see_other("/organisation"));
    }
    let of = token::For {
        path: &kept.path,
        session: &hash,
    };
    let token = token::make(&ui.site().secrets, of, ui.arrived());
    ui.ok(&ContinuePage::of(kept, token, "/organisation"))
}
