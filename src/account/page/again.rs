//! Signing in once more without losing anything: where somebody wanted to go, and what she had typed.

use actix_web::dev::Payload;
use actix_web::http::{Method, StatusCode, header};
use actix_web::{HttpRequest, HttpResponse};
use anyhow::anyhow;

use super::gate::cookie;
use super::sign_in::page;
use crate::account::Account;
use crate::account::model::{Kept, Landing, Secret};
use crate::account::store::sessions;
use crate::account::view::{ContinuePage, Way};
use crate::base::error::{AppError, AppResult};
use crate::base::form::{rescue, token};
use crate::base::id::Id;
use crate::base::limit::{self, Act, browser};
use crate::base::page::Ui;

/// To the page for signing in, and back afterwards.
pub(super) fn to_sign_in(req: &HttpRequest) -> HttpResponse {
    let wanted = match *req.method() {
        Method::GET => req
            .uri()
            .path_and_query()
            .map_or("/desk", |wanted| wanted.as_str()),
        _ => req.path(),
    };
    let query = serde_html_form::to_string([("next", wanted)]).unwrap_or_default();
    HttpResponse::SeeOther()
        .insert_header((header::LOCATION, format!("/sign-in?{query}")))
        .insert_header((header::CACHE_CONTROL, "no-store"))
        .finish()
}

/// The page for signing in, with everything that was typed in its hidden fields.
pub(super) async fn keep_typed(
    req: &HttpRequest,
    payload: Payload,
    owner: Option<Id<Account>>,
) -> AppResult<HttpResponse> {
    limit::within(req, Act::Save)?;
    let rescued = match rescue(req, payload).await {
        Ok(rescued) => rescued,
        // No form of ours: there is nothing to keep.
        Err(AppError::UnsupportedMediaType) => return Ok(to_sign_in(req)),
        Err(why) => return Err(why),
    };
    if req.path() == "/sign-out" {
        return Ok(to_sign_in(req));
    }
    let ui = Ui::of(req)?.at("/sign-in");
    let way = if req.path().starts_with("/sign-in") {
        // The second step took too long; the first one had kept it already.
        let text = |name| rescued.fields.get(name).unwrap_or_default().to_owned();
        Way {
            next: Landing::parse(&text("next")).as_str().to_owned(),
            kept: text("kept"),
        }
    } else {
        let kept = Kept::new(req.path(), rescued.fields.0, rescued.had_files, owner);
        Way {
            next: Landing::parse(req.path()).as_str().to_owned(),
            kept: kept.seal(&ui.site().secrets),
        }
    };
    let mut view = page(&ui, way);
    view.is_over = true;
    let mut answer = ui.page(StatusCode::UNAUTHORIZED, &view)?;
    // HTTP asks for the name of a way to sign in; browsers know this one as none of theirs.
    answer.headers_mut().insert(
        header::WWW_AUTHENTICATE,
        header::HeaderValue::from_static("Form realm=\"desk\""),
    );
    Ok(answer)
}

/// Signed in: on to the page that was wanted, or to what was typed.
pub(super) fn arrive(
    ui: &Ui,
    way: &Way,
    account: &Id<Account>,
    secret: &Secret,
) -> AppResult<HttpResponse> {
    let mut answer = match continuing(ui, way, account, secret) {
        Some(page) => ui.at("/desk").ok(&page)?,
        None => ui.see_other(Landing::parse(&way.next).as_str()),
    };
    answer
        .add_cookie(&cookie(ui.site(), secret))
        .map_err(|why| anyhow!("{why}"))?;
    browser::remember(&mut answer, ui, account.as_str());
    Ok(answer)
}

/// What was typed, ready to be sent again by its own button.
pub(super) fn continuing(
    ui: &Ui,
    way: &Way,
    account: &Id<Account>,
    secret: &Secret,
) -> Option<ContinuePage> {
    let kept = Kept::open(&way.kept, &ui.site().secrets)?;
    if !kept.belongs_to(account) {
        return None;
    }
    let secrets = &ui.site().secrets;
    let session = sessions::hash(secret, secrets);
    let of = token::For {
        path: &kept.path,
        session: &session,
    };
    let token = token::make(secrets, of, ui.arrived());
    Some(ContinuePage::of(kept, token, "/desk"))
}
