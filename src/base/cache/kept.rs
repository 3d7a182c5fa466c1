//! One finished answer, and its copies in the compressions that browsers take.

use std::sync::OnceLock;
use std::sync::atomic::{AtomicBool, Ordering};

use actix_web::body::MessageBody;
use actix_web::http::StatusCode;
use actix_web::http::header::{self, HeaderMap, HeaderName, HeaderValue};
use actix_web::{HttpResponse, HttpResponseBuilder, web};

use super::Moment;
use crate::base::coding::{self, Coding, is_text, text};
use crate::base::page::matches;

/// Every form of ours holds this field. It is made for one visit, so a page with a form is never kept.
const FORM_FIELD: &str = "name=\"_token\"";
/// Larger answers are files; they are asked for seldom.
const LARGEST: usize = 1 << 20;

/// A finished answer.
pub(super) struct Kept {
    made: Moment,
    /// Somebody makes the next one; meanwhile others get this one.
    renewing: AtomicBool,
    headers: Vec<(HeaderName, HeaderValue)>,
    /// Whether compressing makes it smaller.
    is_text: bool,
    tag: String,
    route: Option<String>,
    plain: web::Bytes,
    gzip: OnceLock<web::Bytes>,
    brotli: OnceLock<web::Bytes>,
}

impl Kept {
    /// The answer again, and what of it is kept, if it is for everybody.
    pub(super) fn of(
        answer: HttpResponse,
        made: Moment,
        route: Option<&str>,
    ) -> (HttpResponse, Option<Self>) {
        if !is_for_everybody(&answer) {
            return (answer, None);
        }
        let (head, body) = answer.into_parts();
        let plain = match body.try_into_bytes() {
            Ok(plain) => plain,
            Err(body) => return (head.set_body(body), None),
        };
        let kept = (plain.len() <= LARGEST && !holds_form(&plain)).then(|| Self {
            made,
            renewing: AtomicBool::new(false),
            headers: kept_headers(head.headers()),
            is_text: is_text(head.headers()),
            tag: text(head.headers(), &header::ETAG).to_owned(),
            route: route.map(str::to_owned),
            plain: plain.clone(),
            gzip: OnceLock::new(),
            brotli: OnceLock::new(),
        });
        (head.set_body(plain).map_into_boxed_body(), kept)
    }

    /// Whether it may still be shown. When the minute has passed, one reader makes it anew, and the others do not wait for her.
    pub(super) fn is_good(&self, now: Moment) -> bool {
        let made = self.made;
        made.state == now.state
            && (made.minute == now.minute
                || (made.minute + 1 == now.minute && self.renewing.swap(true, Ordering::AcqRel)))
    }

    /// The pattern of the address, for the log.
    pub(super) fn route(&self) -> Option<&str> {
        self.route.as_deref()
    }

    /// About how many bytes it takes, with its copies.
    pub(super) fn weight(&self) -> usize {
        // Compressed pages are about a fifth of plain ones.
        self.plain.len() + self.plain.len() / 2 + 1024
    }

    /// What this browser gets: nothing but "not modified" when it has this version, else a copy in a compression it takes.
    pub(super) fn answer(&self, asked: &HeaderMap, known: Option<&HeaderValue>) -> HttpResponse {
        let known = known.and_then(|known| known.to_str().ok());
        if known.is_some_and(|known| matches(known, &self.tag)) {
            return self.head(StatusCode::NOT_MODIFIED).finish();
        }
        let mut answer = self.head(StatusCode::OK);
        let (coding, body) = match Coding::of(text(asked, &header::ACCEPT_ENCODING)) {
            _ if !self.is_text => (None, &self.plain),
            Coding::Brotli => (
                Some("br"),
                self.brotli.get_or_init(|| coding::brotli(&self.plain)),
            ),
            Coding::Gzip => (
                Some("gzip"),
                self.gzip
                    .get_or_init(|| coding::gzip(&self.plain, coding::THOROUGH)),
            ),
            Coding::Plain => (None, &self.plain),
        };
        if let Some(coding) = coding {
            answer.insert_header((header::CONTENT_ENCODING, coding));
        }
        answer.body(body.clone())
    }

    fn head(&self, status: StatusCode) -> HttpResponseBuilder {
        let mut answer = HttpResponse::build(status);
        for header in &self.headers {
            answer.append_header(header.clone());
        }
        answer
    }
}

/// Whether the answer itself says that everybody may get it, and that it has a version.
fn is_for_everybody(answer: &HttpResponse) -> bool {
    let headers = answer.headers();
    let kept = text(headers, &header::CACHE_CONTROL);
    answer.status() == StatusCode::OK
        && headers.contains_key(header::ETAG)
        && !headers.contains_key(header::SET_COOKIE)
        && !headers.contains_key(header::CONTENT_ENCODING)
        && (kept == "no-cache" || kept.starts_with("public"))
}

fn holds_form(body: &[u8]) -> bool {
    str::from_utf8(body).is_ok_and(|text| text.contains(FORM_FIELD))
}

/// The answer's own headers, which now depend on the compression, too.
fn kept_headers(headers: &HeaderMap) -> Vec<(HeaderName, HeaderValue)> {
    let mut kept: Vec<_> = headers
        .iter()
        .map(|(name, value)| (name.clone(), value.clone()))
        .collect();
    kept.push((header::VARY, HeaderValue::from_static("Accept-Encoding")));
    kept
}
