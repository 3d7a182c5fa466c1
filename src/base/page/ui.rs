//! The visitor's side of a handler.

mod leading;
mod open;
mod rendered;
mod streamed;

use std::future::{Ready, ready};
use std::rc::Rc;

use actix_web::dev::Payload;
use actix_web::http::{Method, StatusCode, header};
use actix_web::{FromRequest, HttpMessage, HttpRequest, HttpResponse, HttpResponseBuilder, web};
use anyhow::anyhow;
use chrono::{DateTime, NaiveDate, Utc};
use data_encoding::BASE64URL_NOPAD;
use fluent_bundle::FluentValue;
use sha2::{Digest, Sha256};

use super::{FieldMessage, Greeting, Preview, View, Viewer};
use crate::base::coding;
use crate::base::error::{AppError, AppResult};
use crate::base::form::FieldError;
use crate::base::locale::{self, Args, Lang};
use crate::base::server::Arrived;
use crate::base::site::Site;

pub use streamed::{Outlet, Pipe};

/// Who asks, in which language, and the means to answer with a page. Cheap to clone.
#[derive(Clone)]
pub struct Ui(Rc<Inner>);

#[derive(Clone)]
struct Inner {
    site: web::Data<Site>,
    lang: Lang,
    path: String,
    query: String,
    at: DateTime<Utc>,
    /// Whoever is signed in, on the desk's pages.
    viewer: Option<Rc<Viewer>>,
    /// Whoever is signed in, but not to the desk.
    greeting: Option<Rc<Greeting>>,
    /// Set when the page is shown as it will be on another day.
    preview: Option<Preview>,
    /// The version of the page the browser already has, when it only asks whether there is a newer one.
    known: Option<String>,
    /// Whether the browser takes what is compressed with gzip.
    takes_gzip: bool,
}

impl Ui {
    /// The visitor's side of a request.
    ///
    /// # Errors
    /// When the request did not come through the server's own middleware, which is a fault of the program.
    pub fn of(req: &HttpRequest) -> AppResult<Self> {
        let site = req
            .app_data::<web::Data<Site>>()
            .ok_or_else(|| AppError::Internal(anyhow!("the server has no site")))?
            .clone();
        let text = |name| {
            req.headers()
                .get(name)
                .and_then(|value| value.to_str().ok())
        };
        let cookie = req.cookie(locale::COOKIE);
        let lang = locale::negotiate(
            chosen(req.query_string()),
            cookie.as_ref().map(actix_web::cookie::Cookie::value),
            text(header::ACCEPT_LANGUAGE),
            site.config.town.default_language,
        );
        let known = text(header::IF_NONE_MATCH)
            .filter(|_| *req.method() == Method::GET)
            .map(str::to_owned);
        Ok(Self(Rc::new(Inner {
            lang,
            path: req.path().to_owned(),
            query: req.query_string().to_owned(),
            at: Arrived::of(req)?,
            viewer: req.extensions().get::<Rc<Viewer>>().cloned(),
            greeting: req.extensions().get::<Rc<Greeting>>().cloned(),
            preview: None,
            known,
            takes_gzip: coding::takes_gzip(req.headers()),
            site,
        })))
    }

    /// The same for an answer under another address than its page's own: what a form posts to may have no page, so the
    /// language switch must lead to the page that holds the form.
    #[must_use]
    pub fn at(&self, path: &str) -> Self {
        let (path, query) = path.split_once('?').unwrap_or((path, ""));
        let mut inner = Inner::clone(&self.0);
        path.clone_into(&mut inner.path);
        query.clone_into(&mut inner.query);
        Self(Rc::new(inner))
    }

    /// The same on another day: for the page it is noon of that day, by the town's clock.
    #[must_use]
    pub fn previewing(&self, preview: Preview) -> Self {
        let mut inner = Inner::clone(&self.0);
        inner.at = inner.site.zone.noon_of(preview.day);
        inner.preview = Some(preview);
        Self(Rc::new(inner))
    }

    /// What all requests share.
    pub fn site(&self) -> &Site {
        &self.0.site
    }

    /// The same, to take along to another thread.
    pub fn shared(&self) -> web::Data<Site> {
        self.0.site.clone()
    }

    /// The value of a pair of the address's query, decoded.
    pub fn query(&self, name: &str) -> Option<String> {
        let pairs: Vec<(String, String)> = serde_html_form::from_str(&self.0.query).ok()?;
        pairs
            .into_iter()
            .find(|(found, _)| found == name)
            .map(|(_, value)| value)
    }

    /// Whether a pair such as `from=review` stands in the query of the address.
    pub fn query_has(&self, pair: &str) -> bool {
        self.0.query.split('&').any(|found| found == pair)
    }

    /// The visitor's language.
    pub fn lang(&self) -> Lang {
        self.0.lang
    }

    /// When the request reached the server.
    pub fn arrived(&self) -> DateTime<Utc> {
        self.0.at
    }

    /// The town's day on which the request reached the server.
    pub fn today(&self) -> NaiveDate {
        self.0.site.zone.day(self.0.at)
    }

    /// A text in the visitor's language.
    pub fn t(&self, key: &str) -> String {
        self.text(key, &Args::new())
    }

    /// A text with values in it.
    pub fn text(&self, key: &str, args: &Args<'_>) -> String {
        self.0.site.texts.get(self.0.lang, key, args)
    }

    /// A text with some values in it.
    pub fn say<const N: usize>(
        &self,
        key: &str,
        values: [(&'static str, FluentValue<'_>); N],
    ) -> String {
        let mut args = Args::new();
        for (name, value) in values {
            args.set(name, value);
        }
        self.text(key, &args)
    }

    /// What to do about each field, in words: for the summary at the head of the page and at the field itself.
    pub fn messages(&self, errors: &[FieldError]) -> Vec<FieldMessage> {
        let message = |error: &FieldError| {
            let mut args = Args::new();
            for (name, number) in &error.args {
                args.set(name.to_owned(), FluentValue::from(number));
            }
            FieldMessage {
                field_id: error.field.clone(),
                message: self.text(error.key, &args),
            }
        };
        errors.iter().map(message).collect()
    }

    /// The page.
    ///
    /// # Errors
    /// When its template does not fit its struct.
    pub fn ok<V: View>(&self, view: &V) -> AppResult<HttpResponse> {
        self.page(StatusCode::OK, view)
    }

    /// The page with another status, for example 422 when a form has to be corrected.
    ///
    /// # Errors
    /// When its template does not fit its struct.
    pub fn page<V: View>(&self, status: StatusCode, view: &V) -> AppResult<HttpResponse> {
        let mut page = HttpResponse::build(status);
        let body = self.body(view, &mut page)?;
        page.content_type("text/html; charset=utf-8")
            .insert_header((header::CONTENT_LANGUAGE, self.0.lang.code()));
        if V::PRIVATE || self.0.preview.is_some() || self.greeting::<V>().is_some() {
            page.insert_header((header::CACHE_CONTROL, "no-store"))
                .insert_header((header::REFERRER_POLICY, "no-referrer"))
                .insert_header(("x-robots-tag", "noindex"));
        } else {
            page.insert_header((header::CACHE_CONTROL, "no-cache"))
                .insert_header((header::VARY, "Accept-Language, Cookie"));
            if status == StatusCode::OK && self.has_known(&mut page, &body) {
                return Ok(page.status(StatusCode::NOT_MODIFIED).finish());
            }
        }
        Ok(page.body(body))
    }

    /// Names the version of an answer, and says whether the browser has it already.
    fn has_known(&self, answer: &mut HttpResponseBuilder, body: &[u8]) -> bool {
        // Weak, because the same page goes out in several compressions.
        let hash = BASE64URL_NOPAD.encode(&Sha256::digest(body)[..16]);
        let tag = format!("W/\"{hash}\"");
        answer.insert_header((header::ETAG, tag.clone()));
        let known = self.0.known.as_deref();
        known.is_some_and(|known| matches(known, &tag))
    }

    /// Whoever is signed in, on the pages that show it.
    fn greeting<V: View>(&self) -> Option<&Greeting> {
        let inner = &self.0;
        let shows = !V::DESK && !V::SURVEY_MODE && inner.preview.is_none();
        inner.greeting.as_deref().filter(|_| shows)
    }
}

impl FromRequest for Ui {
    type Error = AppError;
    type Future = Ready<AppResult<Self>>;

    fn from_request(req: &HttpRequest, _: &mut Payload) -> Self::Future {
        ready(Self::of(req))
    }
}

/// The language chosen by hand in this very address.
pub(crate) fn chosen(query: &str) -> Option<&str> {
    query.split('&').find_map(|pair| pair.strip_prefix("lang="))
}

/// Whether the browser's list of versions names this one. Weak and strong marks compare alike here (RFC 9110, 13.1.2).
pub(crate) fn matches(known: &str, tag: &str) -> bool {
    let bare = |tag: &str| tag.trim().trim_start_matches("W/").to_owned();
    known.trim() == "*" || known.split(',').any(|one| bare(one) == bare(tag))
}
