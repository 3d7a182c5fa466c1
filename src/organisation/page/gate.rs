//! The gate before the pages of organisations: whoever came in by a link passes, everyone else is asked for an address.
//! What it lets through is nothing to the desk: other rows, another cookie, no role.

use std::rc::Rc;

use actix_web::body::{BoxBody, MessageBody};
use actix_web::cookie::{Cookie, SameSite};
use actix_web::dev::{ServiceRequest, ServiceResponse};
use actix_web::http::Method;
use actix_web::middleware::Next;
use actix_web::{HttpMessage, HttpRequest, HttpResponse, web};
use anyhow::anyhow;

use super::again;
use crate::account::model::Secret;
use crate::account::{Actor, Delegate, May};
use crate::base::db::Db;
use crate::base::error::{AppError, AppResult};
use crate::base::id::Id;
use crate::base::page::{Greeting, Ui, Viewer};
use crate::base::server::Arrived;
use crate::base::site::Site;
use crate::organisation::RegisterOrganisation;
use crate::organisation::model::{Goal, Member};
use crate::organisation::store::entry::{self, Present};

/// Where whoever is not signed in is led.
pub const SIGN_IN: &str = "/organisation/sign-in";

/// Whoever is signed in, for the handlers behind the gate.
#[derive(Clone, Debug)]
pub struct Current {
    /// The session as it stands in its row.
    pub hash: String,
    /// Who.
    pub member: Member,
}

impl Current {
    /// Whom the gate has let through.
    pub(super) fn of(req: &HttpRequest) -> AppResult<Self> {
        let found = req.extensions().get::<Self>().cloned();
        found.ok_or(AppError::NotFound)
    }
}

/// The middleware before each page of an organisation.
///
/// # Errors
/// Those of the page behind it, and of the database.
pub async fn gate(
    req: ServiceRequest,
    next: Next<impl MessageBody + 'static>,
) -> actix_web::Result<ServiceResponse<BoxBody>> {
    if !matches!(*req.method(), Method::GET | Method::POST) {
        return Ok(next.call(req).await?.map_into_boxed_body());
    }
    let Some((hash, present)) = recognise(&req).await? else {
        return Ok(turned_away(req).await);
    };
    let member = present.member;
    let viewer = Viewer {
        name: member.name.clone(),
        bound: hash.clone(),
        nav: Vec::new(),
    };
    req.extensions_mut().insert(Rc::new(viewer));
    req.extensions_mut().insert(greeting(&hash));
    req.extensions_mut().insert(Delegate {
        id: member.id.clone(),
        party: member.party.clone(),
    });
    req.extensions_mut().insert(Current { hash, member });
    Ok(next.call(req).await?.map_into_boxed_body())
}

/// The middleware before every page that anybody may open: whoever acts for an organisation finds the way to it in the
/// head. To the page behind it she stays a visitor, so that no answer of hers bears her name.
///
/// # Errors
/// Those of the page behind it, and of the database.
pub async fn greet(
    req: ServiceRequest,
    next: Next<impl MessageBody + 'static>,
) -> actix_web::Result<ServiceResponse<BoxBody>> {
    if matches!(*req.method(), Method::GET | Method::POST)
        && let Some((hash, _)) = recognise(&req).await?
    {
        req.extensions_mut().insert(greeting(&hash));
    }
    Ok(next.call(req).await?.map_into_boxed_body())
}

fn greeting(hash: &str) -> Rc<Greeting> {
    Rc::new(Greeting {
        key: "nav-own-organisation",
        url: "/organisation",
        sign_out_url: "/organisation/sign-out",
        bound: hash.to_owned(),
    })
}

/// To the page for signing in. What was typed stays.
async fn turned_away(req: ServiceRequest) -> ServiceResponse<BoxBody> {
    let owner = match *req.method() {
        Method::POST => owner(&req).await,
        _ => Ok(None),
    };
    let (http, payload) = req.into_parts();
    let answer = match (http.method(), owner) {
        (&Method::POST, Ok(owner)) => again::keep_typed(&http, payload, owner).await,
        (_, owner) => {
            let wished = http
                .uri()
                .path_and_query()
                .map(|it| Goal::parse(it.as_str()));
            owner.map(|_| again::to_sign_in(&wished.unwrap_or_default()))
        }
    };
    match answer {
        Ok(answer) => ServiceResponse::new(http, answer),
        Err(why) => ServiceResponse::from_err(why, http).map_into_boxed_body(),
    }
}

/// Whose session it was, over or not.
async fn owner(req: &ServiceRequest) -> AppResult<Option<Id<Delegate>>> {
    let (site, db) = surroundings(req)?;
    match brought(req.request(), &site) {
        Some(hash) => db.read(move |conn| entry::owner(conn, &hash)).await,
        None => Ok(None),
    }
}

/// Whose session the cookie opens now.
async fn recognise(req: &ServiceRequest) -> AppResult<Option<(String, Present)>> {
    let (site, db) = surroundings(req)?;
    let Some(hash) = brought(req.request(), &site) else {
        return Ok(None);
    };
    let now = Arrived::of(req.request())?;
    let wanted = hash.clone();
    let found = db
        .read(move |conn| entry::present(conn, &wanted, now))
        .await?;
    let Some(present) = found else {
        return Ok(None);
    };
    if present.wants_note {
        let may = May::<RegisterOrganisation>::by(Actor::System, &db, &site.clock)?;
        let noted = hash.clone();
        may.write(move |tx| entry::note(tx, &noted)).await?;
    }
    Ok(Some((hash, present)))
}

fn surroundings(req: &ServiceRequest) -> AppResult<(web::Data<Site>, web::Data<Db>)> {
    let site = req.app_data::<web::Data<Site>>().cloned();
    let db = req.app_data::<web::Data<Db>>().cloned();
    site.zip(db)
        .ok_or_else(|| AppError::Internal(anyhow!("the gate has no database")))
}

/// The session a browser brought, as it stands in its row.
pub(super) fn brought(req: &HttpRequest, site: &Site) -> Option<String> {
    let cookie = req.cookie(cookie_name(site))?;
    Some(entry::session_hash(
        &Secret::sent(cookie.value()),
        &site.secrets,
    ))
}

/// Name of the cookie. Over TLS no neighbouring host can set one of this name.
fn cookie_name(site: &Site) -> &'static str {
    if site.config.is_https() {
        "__Host-member"
    } else {
        "member"
    }
}

/// Gives the browser the cookie of a new session; an empty one takes it back.
pub(super) fn with_cookie(
    mut answer: HttpResponse,
    ui: &Ui,
    secret: Option<&Secret>,
) -> AppResult<HttpResponse> {
    let site = ui.site();
    let value = secret.map_or("", Secret::as_str).to_owned();
    let mut cookie = Cookie::build(cookie_name(site), value)
        .path("/")
        .http_only(true)
        .secure(site.config.is_https())
        .same_site(SameSite::Lax)
        .finish();
    if secret.is_none() {
        cookie.make_removal();
    }
    answer.add_cookie(&cookie).map_err(|why| anyhow!("{why}"))?;
    Ok(answer)
}
