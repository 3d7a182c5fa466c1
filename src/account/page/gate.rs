//! The gate before everything under `/desk`: whoever is signed in passes and is recognised, everyone else is sent to
//! sign in. A role taken away or an account disabled counts with the next request.

use std::rc::Rc;

use actix_web::body::{BoxBody, MessageBody};
use actix_web::cookie::Cookie;
use actix_web::dev::{ServiceRequest, ServiceResponse};
use actix_web::http::Method;
use actix_web::middleware::Next;
use actix_web::{HttpMessage, web};
use anyhow::anyhow;
use chrono::{DateTime, Utc};

use super::again;
use super::cookie::Name;
use crate::account::model::{Lifetime, Secret, Session, Stage};
use crate::account::store::sessions;
use crate::account::{Account, Actor, May, Permission, SignIn, Staff, Tx};
use crate::base::db::Db;
use crate::base::error::{AppError, AppResult};
use crate::base::id::Id;
use crate::base::page::{DeskItem, Viewer};
use crate::base::server::Arrived;
use crate::base::site::Site;

/// One section of the desk in its navigation.
#[derive(Clone, Copy, Debug)]
pub struct Section {
    /// Which text it bears.
    pub key: &'static str,
    /// Where it leads.
    pub url: &'static str,
    /// Who sees it.
    pub needs: Permission,
}

const COOKIE: Name = Name {
    plain: "session",
    host: "__Host-session",
};

/// The desk's navigation, which only the table of routes knows.
pub struct DeskNav(pub Vec<Section>);

/// The session somebody came with, for those who end it.
#[derive(Clone, Debug)]
pub struct Current {
    /// As the session stands in its row.
    pub hash: String,
    /// Whose it is.
    pub account: Id<Account>,
}

/// The middleware before each page of the desk.
///
/// # Errors
/// Those of the page behind it, and of the database.
pub async fn gate(
    req: ServiceRequest,
    next: Next<impl MessageBody + 'static>,
) -> actix_web::Result<ServiceResponse<BoxBody>> {
    pass(req, next, Stage::Full).await
}

/// The middleware before the second step of signing in: the password was right, the second factor is missing.
///
/// # Errors
/// Those of the page behind it, and of the database.
pub async fn halfway(
    req: ServiceRequest,
    next: Next<impl MessageBody + 'static>,
) -> actix_web::Result<ServiceResponse<BoxBody>> {
    pass(req, next, Stage::Password).await
}

async fn pass(
    req: ServiceRequest,
    next: Next<impl MessageBody + 'static>,
    stage: Stage,
) -> actix_web::Result<ServiceResponse<BoxBody>> {
    if !matches!(*req.method(), Method::GET | Method::POST) {
        // No page of the desk listens to it; its own answer says so.
        return Ok(next.call(req).await?.map_into_boxed_body());
    }
    let (site, db, now) = surroundings(&req)?;
    let brought = recognise(&req, &site, &db).await?;
    let owner = brought
        .as_ref()
        .map(|(session, ..)| session.account.clone());
    let lifetime = Lifetime::of(&site.config.sign_in);
    let found = brought.filter(|(session, staff, _)| {
        session.stage == stage
            && session.is_alive(now, lifetime)
            && staff.roles.have(Permission::Desk)
    });
    let Some((session, staff, hash)) = found else {
        return Ok(turned_away(req, owner).await);
    };
    if session.wants_note(now) {
        let (proof, noted) = (
            May::<SignIn>::by(Actor::System, &db, &site.clock)?,
            hash.clone(),
        );
        let note = move |tx: &mut Tx<'_, SignIn>| {
            // No page that is kept shows when a session was used last.
            tx.shows_later();
            sessions::note(tx, &noted)
        };
        proof.write(note).await?;
    }
    let viewer = viewer(&req, &staff, &hash, stage);
    let account = session.account;
    req.extensions_mut().insert(Rc::new(viewer));
    req.extensions_mut().insert(Current { hash, account });
    if stage == Stage::Full {
        req.extensions_mut().insert(staff);
    }
    Ok(next.call(req).await?.map_into_boxed_body())
}

fn surroundings(
    req: &ServiceRequest,
) -> AppResult<(web::Data<Site>, web::Data<Db>, DateTime<Utc>)> {
    let site = req.app_data::<web::Data<Site>>().cloned();
    let db = req.app_data::<web::Data<Db>>().cloned();
    match (site, db) {
        (Some(site), Some(db)) => Ok((site, db, Arrived::of(req.request())?)),
        _ => Err(AppError::Internal(anyhow!("the desk has no database"))),
    }
}

/// Whose session the cookie opens, alive or not.
async fn recognise(
    req: &ServiceRequest,
    site: &Site,
    db: &Db,
) -> AppResult<Option<(Session, Staff, String)>> {
    let Some(secret) = COOKIE.brought(req.request(), site) else {
        return Ok(None);
    };
    let hash = sessions::hash(&secret, &site.secrets);
    let wanted = hash.clone();
    let found = db
        .read_briefly(move |conn| sessions::find(conn, &wanted))
        .await?;
    Ok(found.map(|(session, staff)| (session, staff, hash)))
}

/// Where to sign in, and where to go on afterwards. What was typed goes along.
async fn turned_away(req: ServiceRequest, owner: Option<Id<Account>>) -> ServiceResponse<BoxBody> {
    let (http, payload) = req.into_parts();
    let answer = match *http.method() {
        Method::POST => again::keep_typed(&http, payload, owner).await,
        _ => Ok(again::to_sign_in(&http)),
    };
    match answer {
        Ok(answer) => ServiceResponse::new(http, answer),
        Err(why) => ServiceResponse::from_err(why, http).map_into_boxed_body(),
    }
}

fn viewer(req: &ServiceRequest, staff: &Staff, hash: &str, stage: Stage) -> Viewer {
    let nav = req.app_data::<web::Data<DeskNav>>();
    let nav = nav.filter(|_| stage == Stage::Full);
    let sections = nav.iter().flat_map(|nav| nav.0.iter());
    Viewer {
        name: staff.name.clone(),
        bound: hash.to_owned(),
        nav: sections
            .filter(|section| staff.roles.have(section.needs))
            .map(|section| DeskItem {
                key: section.key,
                url: section.url,
            })
            .collect(),
    }
}

/// Name of the cookie.
pub fn cookie_name(site: &Site) -> &'static str {
    COOKIE.on(site)
}

/// The cookie that keeps somebody signed in until the browser closes or the session ends.
pub fn cookie(site: &Site, secret: &Secret) -> Cookie<'static> {
    COOKIE.cookie(site, secret)
}
