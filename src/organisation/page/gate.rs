//! The gate before the pages of organisations: whoever came in by a link passes, everyone else is asked for an address.
//! What it lets through is nothing to the desk: other rows, another cookie, no role.

use std::rc::Rc;

use actix_web::body::{BoxBody, MessageBody};
use actix_web::dev::{ServiceRequest, ServiceResponse};
use actix_web::http::Method;
use actix_web::middleware::Next;
use actix_web::{HttpMessage, HttpRequest, HttpResponse, web};
use anyhow::anyhow;

use super::again;
use crate::account::model::Secret;
use crate::account::page::cookie::Name;
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

const COOKIE: Name = Name {
    plain: "member",
    host: "__Host-member",
};

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
        .read_briefly(move |conn| entry::present(conn, &wanted, now))
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
    let secret = COOKIE.brought(req, site)?;
    Some(entry::session_hash(&secret, &site.secrets))
}

/// Gives the browser the cookie of a new session; without one it is taken back.
pub(super) fn with_cookie(
    answer: HttpResponse,
    ui: &Ui,
    secret: Option<&Secret>,
) -> AppResult<HttpResponse> {
    COOKIE.given(answer, ui, secret)
}
