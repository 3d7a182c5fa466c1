//! The gate before a resident's account: whoever came in by a link passes, everyone else is asked for an address. What it
//! lets through is nothing to the desk or to an organisation: other rows, another cookie, no role.

use std::rc::Rc;

use actix_web::body::{BoxBody, MessageBody};
use actix_web::dev::{Payload, ServiceRequest, ServiceResponse};
use actix_web::http::{Method, StatusCode, header};
use actix_web::middleware::Next;
use actix_web::{HttpMessage, HttpRequest, HttpResponse, web};
use anyhow::anyhow;

use crate::account::model::Secret;
use crate::account::page::cookie::Name;
use crate::account::{Actor, May, Resident};
use crate::base::db::Db;
use crate::base::error::{AppError, AppResult};
use crate::base::form::{rescue, tidy};
use crate::base::limit::{self, Act};
use crate::base::page::{Greeting, Ui, Viewer};
use crate::base::server::Arrived;
use crate::base::site::Site;
use crate::resident::ComeIn;
use crate::resident::model::OwnAccount;
use crate::resident::store::entry::{self, Present};
use crate::resident::view::ResidentSignInPage;

/// Where the account is.
pub const HOME: &str = "/my";
/// Where whoever is not signed in is led.
pub const SIGN_IN: &str = "/my/sign-in";
/// Where she signs out.
const SIGN_OUT: &str = "/my/sign-out";

const COOKIE: Name = Name {
    plain: "resident",
    host: "__Host-resident",
};

/// Whoever is signed in.
#[derive(Clone, Debug)]
pub struct Current {
    /// The session as it stands in its row.
    pub hash: String,
    /// Whose account.
    pub account: OwnAccount,
}

impl Current {
    /// Whom the gate has let through.
    pub(super) fn of(req: &HttpRequest) -> AppResult<Self> {
        Self::seen(req).ok_or(AppError::NotFound)
    }

    /// Whoever is signed in, on a page that anybody may open.
    pub(super) fn seen(req: &HttpRequest) -> Option<Self> {
        req.extensions().get::<Self>().cloned()
    }
}

/// The middleware before each page of an account.
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
    let Some(current) = recognise(&req).await? else {
        return Ok(turned_away(req).await);
    };
    let viewer = Viewer {
        name: String::new(),
        bound: current.hash.clone(),
        nav: Vec::new(),
    };
    req.extensions_mut().insert(Rc::new(viewer));
    req.extensions_mut().insert(greeting(&current.hash));
    let id = current.account.id.clone();
    req.extensions_mut().insert(Resident { id });
    req.extensions_mut().insert(current);
    Ok(next.call(req).await?.map_into_boxed_body())
}

/// The middleware before every page that anybody may open: a resident finds the way to her account in the head. To the page
/// behind it she stays a visitor, so that no answer of hers can bear her account.
///
/// # Errors
/// Those of the page behind it, and of the database.
pub async fn greet(
    req: ServiceRequest,
    next: Next<impl MessageBody + 'static>,
) -> actix_web::Result<ServiceResponse<BoxBody>> {
    if matches!(*req.method(), Method::GET | Method::POST)
        && let Some(current) = recognise(&req).await?
    {
        req.extensions_mut().insert(greeting(&current.hash));
        req.extensions_mut().insert(current);
    }
    Ok(next.call(req).await?.map_into_boxed_body())
}

fn greeting(hash: &str) -> Rc<Greeting> {
    Rc::new(Greeting {
        key: "nav-my",
        url: HOME,
        sign_out_url: SIGN_OUT,
        bound: hash.to_owned(),
    })
}

/// To the page for signing in. What was typed stays on it, to be taken along.
async fn turned_away(req: ServiceRequest) -> ServiceResponse<BoxBody> {
    let (http, payload) = req.into_parts();
    let answer = match *http.method() {
        Method::POST => keep_typed(&http, payload).await,
        _ => Ok(to_sign_in()),
    };
    match answer {
        Ok(answer) => ServiceResponse::new(http, answer),
        Err(why) => ServiceResponse::from_err(why, http).map_into_boxed_body(),
    }
}

fn to_sign_in() -> HttpResponse {
    HttpResponse::SeeOther()
        .insert_header((header::LOCATION, SIGN_IN))
        .insert_header((header::CACHE_CONTROL, "no-store"))
        .finish()
}

async fn keep_typed(req: &HttpRequest, payload: Payload) -> AppResult<HttpResponse> {
    limit::within(req, Act::Save)?;
    let rescued = match rescue(req, payload).await {
        Ok(rescued) => rescued,
        // No form of ours: there is nothing to keep.
        Err(AppError::UnsupportedMediaType) => return Ok(to_sign_in()),
        Err(why) => return Err(why),
    };
    if req.path() == SIGN_OUT {
        return Ok(to_sign_in());
    }
    let ui = Ui::of(req)?.at(SIGN_IN);
    // All that is ever written on the pages of an account.
    let typed = ["code", "email"].map(|name| rescued.fields.get(name).map(tidy));
    let typed = typed.into_iter().flatten().filter(|text| !text.is_empty());
    let page = ResidentSignInPage {
        typed: typed.collect(),
        is_over: true,
        ..ResidentSignInPage::default()
    };
    let mut answer = ui.page(StatusCode::UNAUTHORIZED, &page)?;
    // HTTP asks for the name of a way to sign in; browsers know this one as none of theirs.
    answer.headers_mut().insert(
        header::WWW_AUTHENTICATE,
        header::HeaderValue::from_static("Form realm=\"my\""),
    );
    Ok(answer)
}

/// Whose session the cookie opens now.
async fn recognise(req: &ServiceRequest) -> AppResult<Option<Current>> {
    let (site, db) = surroundings(req)?;
    let Some(hash) = brought(req.request(), &site) else {
        return Ok(None);
    };
    let now = Arrived::of(req.request())?;
    let wanted = hash.clone();
    let found = db
        .read_briefly(move |conn| entry::present(conn, &wanted, now))
        .await?;
    let Some(Present {
        account,
        wants_note,
    }) = found
    else {
        return Ok(None);
    };
    if wants_note {
        let may = May::<ComeIn>::by(Actor::System, &db, &site.clock)?;
        let noted = hash.clone();
        may.write(move |tx| entry::note(tx, &noted)).await?;
    }
    Ok(Some(Current { hash, account }))
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
