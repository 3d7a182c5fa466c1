//! What travels compressed (RFC 9110, 8.4.1): thoroughly what many get, quickly what one person gets.

use std::io::Write as _;

use actix_web::HttpResponse;
use actix_web::body::{BoxBody, MessageBody};
use actix_web::http::header::{self, HeaderMap, HeaderName, HeaderValue};
use actix_web::web;

/// For what is compressed once for many readers; it may take some milliseconds.
pub(super) const THOROUGH: u32 = 8;
/// For a page that one person gets. The next level saves a fifth of its bytes (600 of a survey page) and takes a fifth of all its time.
const QUICK: u32 = 1;
/// Brotli for many readers, and its window as a power of two: larger than any page.
const BROTLI: u32 = 7;
const WINDOW: u32 = 20;
/// Shorter answers fit into one packet as they are.
const SHORT: usize = 1024;

/// The compression a browser takes, the best first.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Coding {
    Brotli,
    Gzip,
    Plain,
}

impl Coding {
    /// Of an `Accept-Encoding` header (RFC 9110, 12.5.3).
    pub(super) fn of(accepted: &str) -> Self {
        if takes(accepted, "br") {
            Self::Brotli
        } else if takes(accepted, "gzip") {
            Self::Gzip
        } else {
            Self::Plain
        }
    }
}

/// Whether a browser takes what is compressed with gzip.
pub(super) fn takes_gzip(asked: &HeaderMap) -> bool {
    takes(text(asked, &header::ACCEPT_ENCODING), "gzip")
}

fn takes(accepted: &str, name: &str) -> bool {
    accepted.split(',').any(|one| {
        let (coding, weight) = one.split_once(';').unwrap_or((one, ""));
        let weight = weight.trim().strip_prefix("q=");
        coding.trim() == name && weight.is_none_or(|q| q.trim().parse().is_ok_and(|q: f32| q > 0.0))
    })
}

/// Compresses an answer that is whole and was made for one person. What is sent piece by piece is left to the framework.
pub(super) fn for_one(answer: HttpResponse, accepted: &HeaderMap) -> HttpResponse {
    let headers = answer.headers();
    if !takes_gzip(accepted) || !is_text(headers) || headers.contains_key(header::CONTENT_ENCODING)
    {
        return answer;
    }
    let (mut head, body) = answer.into_parts();
    let body: BoxBody = match body.try_into_bytes() {
        Ok(plain) if plain.len() >= SHORT => {
            let headers = head.headers_mut();
            headers.insert(header::CONTENT_ENCODING, HeaderValue::from_static("gzip"));
            headers.append(header::VARY, HeaderValue::from_static("Accept-Encoding"));
            gzip(&plain, QUICK).boxed()
        }
        Ok(plain) => plain.boxed(),
        Err(body) => body,
    };
    head.set_body(body)
}

/// Whether compressing makes it smaller.
pub(super) fn is_text(headers: &HeaderMap) -> bool {
    let media = text(headers, &header::CONTENT_TYPE);
    media.starts_with("text/")
        || ["xml", "json", "javascript", "svg"]
            .iter()
            .any(|kind| media.contains(kind))
}

/// A header as text; empty when there is none.
pub(super) fn text<'a>(headers: &'a HeaderMap, name: &HeaderName) -> &'a str {
    let value = headers.get(name).and_then(|value| value.to_str().ok());
    value.unwrap_or_default()
}

pub(super) fn gzip(plain: &[u8], level: u32) -> web::Bytes {
    let mut coder = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::new(level));
    // Writing to memory cannot fail.
    let _ = coder.write_all(plain);
    coder.finish().unwrap_or_default().into()
}

pub(super) fn brotli(plain: &[u8]) -> web::Bytes {
    let mut coder = brotli::CompressorWriter::new(Vec::new(), 4096, BROTLI, WINDOW);
    let _ = coder.write_all(plain);
    coder.into_inner().into()
}
