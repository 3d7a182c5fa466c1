//! To the town's identity provider, and back.

use actix_web::cookie::{Cookie, SameSite, time::Duration};
use actix_web::http::StatusCode;
use actix_web::{HttpMessage, HttpRequest, HttpResponse, web};
use serde::Deserialize;

use super::gate;
use crate::account::model::Secret;
use crate::account::oidc::{Pass, Provider};
use crate::account::store::{oidc, sessions};
use crate::account::view::OidcStopped;
use crate::account::{Actor, May, SignIn};
use crate::base::db::Db;
use crate::base::error::{AppError, AppResult};
use crate::base::error_page::Reference;
use crate::base::limit::{SignIn as Often, Within};
use crate::base::page::Ui;
use crate::base::site::Site;

/// Where to go on after signing in.
#[derive(Deserialize)]
pub struct Wish {
    #[serde(default)]
    next: String,
}

/// What the provider sends along.
#[derive(Deserialize)]
pub struct Returned {
    #[serde(default)]
    code: String,
    #[serde(default)]
    state: String,
}

/// Why somebody could not sign in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Stop {
    /// She came back without a code: she changed her mind, or the provider refused.
    Cancelled,
    /// It took too long, or the way back was walked twice.
    Stale,
    /// The provider does not answer, or not as it must.
    Provider,
    /// The provider knows her; the portal has a reason of its own.
    Entry(oidc::Entry),
}

/// `GET /sign-in/oidc`
pub async fn leave(
    ui: Ui,
    req: HttpRequest,
    wish: web::Query<Wish>,
    _: Within<Often>,
) -> AppResult<HttpResponse> {
    let site = site_with_provider(&ui)?;
    let pass = Pass::fresh(own_path(&wish.next), ui.arrived());
    match Provider::of(&site.config)?.invite(&pass).await {
        Ok(url) => {
            let mut away = ui.see_other(&url);
            let kept = cookie(site, pass.seal(&site.secrets)?, Duration::minutes(10));
            away.add_cookie(&kept).map_err(anyhow::Error::from)?;
            Ok(away)
        }
        Err(why) => {
            note(&req, &why);
            stopped(&ui, &req, Stop::Provider)
        }
    }
}

/// `GET /sign-in/oidc/return`
pub async fn come_back(
    ui: Ui,
    req: HttpRequest,
    db: web::Data<Db>,
    returned: web::Query<Returned>,
    _: Within<Often>,
) -> AppResult<HttpResponse> {
    let site = site_with_provider(&ui)?;
    let kept = req.cookie(cookie_name(site));
    let pass = kept
        .and_then(|kept| Pass::open(kept.value(), &returned.state, &site.secrets, ui.arrived()));
    let outcome = match pass {
        None => Err(Stop::Stale),
        Some(_) if returned.code.is_empty() => Err(Stop::Cancelled),
        Some(pass) => enter(&ui, &req, &db, &returned.code, &pass).await?,
    };
    let mut answer = match outcome {
        Ok((next, secret)) => {
            let mut inside = ui.see_other(&next);
            let session = gate::cookie(site, &secret);
            inside.add_cookie(&session).map_err(anyhow::Error::from)?;
            inside
        }
        Err(stop) => stopped(&ui, &req, stop)?,
    };
    // One pass, one return.
    let gone = cookie(site, String::new(), Duration::ZERO);
    answer.add_cookie(&gone).map_err(anyhow::Error::from)?;
    Ok(answer)
}

/// Asks the provider whom the code stands for and lets her in: where to go on, and the secret of her session.
async fn enter(
    ui: &Ui,
    req: &HttpRequest,
    db: &Db,
    code: &str,
    pass: &Pass,
) -> AppResult<Result<(String, Secret), Stop>> {
    let site = ui.site();
    let provider = Provider::of(&site.config)?;
    let person = match provider.receive(code.to_owned(), pass, ui.arrived()).await {
        Ok(person) => person,
        Err(why) => {
            note(req, &why);
            return Ok(Err(Stop::Provider));
        }
    };
    let secret = Secret::fresh();
    let session = sessions::hash(&secret, &site.secrets);
    let entry = May::<SignIn>::by(Actor::System, db, &site.clock)?
        .write(move |tx| oidc::enter(tx, &person, &session))
        .await?;
    Ok(match entry {
        oidc::Entry::In => Ok((pass.next.clone(), secret)),
        other => Err(Stop::Entry(other)),
    })
}

/// The page that says why it did not work, and what to do.
fn stopped(ui: &Ui, req: &HttpRequest, stop: Stop) -> AppResult<HttpResponse> {
    let reference = req.extensions().get::<Reference>().map(ToString::to_string);
    let page = OidcStopped {
        title: ui.t(title_key(stop)),
        text: ui.t(text_key(stop)),
        reference: reference.unwrap_or_default(),
    };
    let status = match stop {
        Stop::Cancelled | Stop::Stale => StatusCode::BAD_REQUEST,
        Stop::Provider => StatusCode::BAD_GATEWAY,
        Stop::Entry(_) => StatusCode::FORBIDDEN,
    };
    ui.page(status, &page)
}

fn title_key(stop: Stop) -> &'static str {
    match stop {
        Stop::Cancelled => "oidc-cancelled-title",
        Stop::Stale => "oidc-stale-title",
        Stop::Provider => "oidc-provider-title",
        Stop::Entry(_) => "oidc-refused-title",
    }
}

fn text_key(stop: Stop) -> &'static str {
    match stop {
        Stop::Cancelled => "oidc-cancelled-text",
        Stop::Stale => "oidc-stale-text",
        Stop::Provider => "oidc-provider-text",
        Stop::Entry(oidc::Entry::In | oidc::Entry::NoRole) => "oidc-no-role-text",
        Stop::Entry(oidc::Entry::Disabled) => "oidc-disabled-text",
        Stop::Entry(oidc::Entry::AddressTaken) => "oidc-address-taken-text",
        Stop::Entry(oidc::Entry::AddressMissing) => "oidc-address-missing-text",
    }
}

/// What went wrong between the two servers, for the log; the page shows only the number.
fn note(req: &HttpRequest, why: &anyhow::Error) {
    let reference = req.extensions().get::<Reference>().map(ToString::to_string);
    tracing::warn!(reference, "identity provider: {why:#}");
}

fn site_with_provider(ui: &Ui) -> AppResult<&Site> {
    if ui.site().config.sign_in.oidc.is_on() {
        Ok(ui.site())
    } else {
        Err(AppError::NotFound)
    }
}

/// A page of the desk; anything else could lead away from the portal.
fn own_path(next: &str) -> &str {
    let inside = next == "/desk" || next.starts_with("/desk/") || next.starts_with("/desk?");
    let odd = |c: char| c.is_control() || c == '\\';
    if inside && !next.contains(odd) && next.len() < 2_000 {
        next
    } else {
        "/desk"
    }
}

fn cookie_name(site: &Site) -> &'static str {
    if site.config.is_https() {
        "__Host-oidc"
    } else {
        "oidc"
    }
}

/// Comes back with the visitor from the provider, so it may not be strict.
fn cookie(site: &Site, value: String, life: Duration) -> Cookie<'static> {
    Cookie::build(cookie_name(site), value)
        .path("/")
        .http_only(true)
        .secure(site.config.is_https())
        .same_site(SameSite::Lax)
        .max_age(life)
        .finish()
}

#[cfg(test)]
mod tests {
    use super::own_path;

    #[test]
    fn signing_in_leads_to_the_desk_and_nowhere_else() {
        for inside in ["/desk", "/desk/pages", "/desk?a=b"] {
            assert_eq!(own_path(inside), inside);
        }
        for outside in [
            "",
            "/",
            "//evil.example",
            "https://evil.example/desk",
            "/desk.evil",
            "/desk/\\evil",
            "/desk/\r\nx",
        ] {
            assert_eq!(own_path(outside), "/desk", "{outside:?}");
        }
    }
}
