//! Finished public pages, kept ready in memory: whoever opens a page that somebody else has just read gets it without a
//! query, a template or a compression.
//!
//! What may be kept says the answer itself: it names its version (`ETag`), it is the same for everybody who reads the same
//! language (`Vary`), nothing in it belongs to one person. A page is kept as long as the public state of the database stays
//! ([`PublicState`]) and the minute lasts: days, deadlines and "3 hours left" change with the minute.
//! Whoever is signed in never meets a kept page.

mod kept;
mod memo;
mod shelf;

use std::rc::Rc;
use std::sync::Arc;
use std::time::Instant;

use actix_web::body::{BoxBody, MessageBody};
use actix_web::dev::{Extensions, ServiceRequest, ServiceResponse};
use actix_web::http::Method;
use actix_web::http::header::{self, HeaderValue};
use actix_web::middleware::Next;
use actix_web::{HttpMessage, HttpRequest, web};
use chrono::{DateTime, Utc};
use quick_cache::Weighter;

use crate::base::coding;
use crate::base::db::{Db, PublicState};
use crate::base::envelope::line;
use crate::base::error_page::Reference;
use crate::base::locale::{self, Lang};
use crate::base::site::Site;
use kept::Kept;

pub use memo::Memo;
pub use shelf::Shelf;

/// Longer addresses are not worth keeping: nobody else asks for them.
const LONGEST_ADDRESS: usize = 512;
/// How many pages there is room for at first; the bound is their weight.
const PAGES: usize = 1024;

/// Which page: what decides about its words.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
struct Key {
    /// Path and query.
    address: String,
    /// The language of the page.
    lang: Lang,
    /// The language of the texts, where one was chosen by hand.
    content: Option<String>,
}

/// When a page is asked for: what decides about how long it may be kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Moment {
    state: PublicState,
    minute: i64,
}

impl Moment {
    /// The state of the database, and the time.
    fn new(state: PublicState, at: DateTime<Utc>) -> Self {
        Self {
            state,
            minute: at.timestamp().div_euclid(60),
        }
    }
}

/// The finished pages, by what decides about their words.
pub struct Cache(Option<quick_cache::sync::Cache<Key, Arc<Kept>, ByBytes>>);

#[derive(Clone)]
struct ByBytes;

impl Weighter<Key, Arc<Kept>> for ByBytes {
    fn weight(&self, key: &Key, page: &Arc<Kept>) -> u64 {
        (key.address.len() + page.weight()) as u64
    }
}

impl Cache {
    /// Room for so many bytes; for none, nothing is kept.
    pub fn of_bytes(bytes: u64) -> Self {
        let cache = || quick_cache::sync::Cache::with_weighter(PAGES, bytes, ByBytes);
        Self((bytes > 0).then(cache))
    }

    /// Whether the page was kept at any time: then it is the same for everybody, whatever stands on it now.
    fn knows(&self, key: &Key) -> bool {
        self.0
            .as_ref()
            .is_some_and(|cache| cache.peek(key).is_some())
    }

    /// The page, if it is kept and still good.
    fn get(&self, key: &Key, now: Moment) -> Option<Arc<Kept>> {
        let kept = self.0.as_ref()?.get(key)?;
        kept.is_good(now).then_some(kept)
    }
}

/// What a request asks for, when the answer may be worth keeping.
#[derive(Clone)]
struct Wanted {
    key: Key,
    /// When it was asked for, which is before it is made.
    made: Moment,
    /// The version the browser has.
    known: Option<HeaderValue>,
}

/// The first of our middlewares: answers with a kept page, or lets it be made.
///
/// # Errors
/// Those of the middlewares below.
pub(super) async fn first(
    mut req: ServiceRequest,
    next: Next<impl MessageBody + 'static>,
) -> actix_web::Result<ServiceResponse<BoxBody>> {
    let started = Instant::now();
    if let (Some(site), Some(db)) = (
        req.app_data::<web::Data<Site>>().cloned(),
        req.app_data::<web::Data<Db>>(),
    ) && let Some(key) = Key::of(req.request(), &site)
    {
        let made = Moment::new(db.public_state(), site.clock.now());
        if let Some(kept) = site.cache.get(&key, made) {
            let known = req.headers().get(header::IF_NONE_MATCH);
            let answer = kept.answer(req.headers(), known);
            let status = answer.status().as_u16();
            line(
                &site,
                req.method(),
                kept.route(),
                status,
                started,
                &Reference::new(),
            );
            return Ok(req.into_response(answer));
        }
        let aside = site.cache.knows(&key).then(|| db.for_everybody()).flatten();
        if let Some(aside) = aside {
            // Before the server's own.
            let mut own = Extensions::new();
            own.insert(web::Data::new(aside));
            req.add_data_container(Rc::new(own));
        }
        // Whoever makes the page makes it whole; what the browser knows is asked afterwards.
        let known = req.headers_mut().remove(header::IF_NONE_MATCH).next();
        req.extensions_mut().insert(Wanted { key, made, known });
    }
    Ok(next.call(req).await?.map_into_boxed_body())
}

/// Keeps an answer that everybody may get, and answers with what is kept; any other is compressed for the one who asked.
pub(super) fn keep(
    response: ServiceResponse<BoxBody>,
    site: &Site,
    route: Option<&str>,
) -> ServiceResponse<BoxBody> {
    let wanted = response.request().extensions_mut().remove::<Wanted>();
    let (req, answer) = response.into_parts();
    let (Some(wanted), Some(cache)) = (wanted, &site.cache.0) else {
        let answer = coding::for_one(answer, req.headers());
        return ServiceResponse::new(req, answer);
    };
    let (answer, kept) = Kept::of(answer, wanted.made, route);
    let answer = match kept {
        Some(kept) => {
            let kept = Arc::new(kept);
            cache.insert(wanted.key, Arc::clone(&kept));
            kept.answer(req.headers(), wanted.known.as_ref())
        }
        None => coding::for_one(answer, req.headers()),
    };
    ServiceResponse::new(req, answer)
}

impl Key {
    /// Which page a request asks for; none when the answer is for one person alone, or cannot be known to be for all.
    fn of(req: &HttpRequest, site: &Site) -> Option<Self> {
        let uri = req.uri();
        let address = uri.path_and_query()?.as_str();
        let is_shared = matches!(*req.method(), Method::GET | Method::HEAD)
            && address.len() <= LONGEST_ADDRESS
            && !req.headers().contains_key(header::AUTHORIZATION)
            // Such an answer sets a cookie, or says what somebody has just done.
            && !uri.query().is_some_and(|query| {
                query.split('&').any(|pair| ["lang=", "said=", "content="].iter().any(|name| pair.starts_with(name)))
            });
        if !is_shared {
            return None;
        }
        let (mut by_hand, mut content) = (None, None);
        if req.headers().contains_key(header::COOKIE) {
            for cookie in req.cookies().ok()?.iter() {
                match cookie.name() {
                    locale::COOKIE => by_hand = Some(cookie.value().to_owned()),
                    locale::CONTENT => content = Some(cookie.value().to_owned()),
                    // A session, or something we do not know.
                    _ => return None,
                }
            }
        }
        let wish = req.headers().get(header::ACCEPT_LANGUAGE);
        let lang = locale::negotiate(
            None,
            by_hand.as_deref(),
            wish.and_then(|wish| wish.to_str().ok()),
            site.config.town.default_language,
        );
        Some(Self {
            address: address.to_owned(),
            lang,
            content,
        })
    }
}
