//! The extractor of forms.

use std::future::Future;
use std::ops::Deref;
use std::pin::Pin;
use std::rc::Rc;
use std::time::Duration;

use actix_web::dev::Payload;
use actix_web::http::header;
use actix_web::{FromRequest, HttpMessage, HttpRequest, web};
use anyhow::anyhow;
use serde::de::DeserializeOwned;

use super::origin;
use super::token::{self, Token};
use crate::base::error::{AppError, AppResult};
use crate::base::page::Viewer;
use crate::base::server::Arrived;
use crate::base::site::Site;

/// A form that was proved to be ours: not from another site, with a token made for this address. There is no other
/// way to the fields of a form, so the proof cannot be forgotten.
#[derive(Clone, Debug)]
pub struct Sent<F> {
    form: F,
    token: Token,
}

impl<F> Sent<F> {
    /// The fields.
    pub fn into_inner(self) -> F {
        self.form
    }

    /// Whether the page lay open for more than 30 days. Then nothing should be counted, but the page shown again with
    /// what was typed.
    pub fn is_stale(&self) -> bool {
        self.token.stale
    }

    /// Unique for each form that was shown: the same again means the same form sent twice.
    pub fn nonce(&self) -> &str {
        &self.token.nonce
    }
}

impl<F> Deref for Sent<F> {
    type Target = F;

    fn deref(&self) -> &F {
        &self.form
    }
}

impl<F: DeserializeOwned + 'static> FromRequest for Sent<F> {
    type Error = AppError;
    type Future = Pin<Box<dyn Future<Output = AppResult<Self>>>>;

    fn from_request(req: &HttpRequest, payload: &mut Payload) -> Self::Future {
        let (req, payload) = (req.clone(), payload.take());
        Box::pin(async move { read(&req, payload, 1).await })
    }
}

async fn read<F: DeserializeOwned>(
    req: &HttpRequest,
    payload: Payload,
    times: usize,
) -> AppResult<Sent<F>> {
    let (site, body) = received(req, payload, times).await?;
    let (fields, token) = take_token(&body)?;
    let token = proved(req, site, &token)?;
    let form = serde_html_form::from_str(&fields).map_err(|_| AppError::BadRequest)?;
    Ok(Sent { form, token })
}

/// The same for a form that carries another one in a hidden field: it may be twice as large.
#[derive(Clone, Debug)]
pub struct Roomy<F>(pub Sent<F>);

impl<F: DeserializeOwned + 'static> FromRequest for Roomy<F> {
    type Error = AppError;
    type Future = Pin<Box<dyn Future<Output = AppResult<Self>>>>;

    fn from_request(req: &HttpRequest, payload: &mut Payload) -> Self::Future {
        let (req, payload) = (req.clone(), payload.take());
        Box::pin(async move { read(&req, payload, 2).await.map(Self) })
    }
}

/// Whether a token belongs to this address and to whoever is signed in.
pub(super) fn proved(req: &HttpRequest, site: &Site, token: &str) -> AppResult<Token> {
    let viewer = req.extensions().get::<Rc<Viewer>>().cloned();
    let of = token::For {
        path: req.path(),
        session: viewer.as_ref().map_or("", |viewer| &viewer.bound),
    };
    token::read(&site.secrets, of, token, Arrived::of(req)?).ok_or(AppError::Forbidden)
}

/// A form that only asks and changes nothing, such as the box for a receipt code: it needs no token, so the page that
/// bears it may be kept by a browser.
#[derive(Clone, Debug)]
pub struct Asked<F>(pub F);

impl<F: DeserializeOwned + 'static> FromRequest for Asked<F> {
    type Error = AppError;
    type Future = Pin<Box<dyn Future<Output = AppResult<Self>>>>;

    fn from_request(req: &HttpRequest, payload: &mut Payload) -> Self::Future {
        let (req, payload) = (req.clone(), payload.take());
        Box::pin(async move {
            let (_, body) = received(&req, payload, 1).await?;
            serde_html_form::from_bytes(&body)
                .map(Self)
                .map_err(|_| AppError::BadRequest)
        })
    }
}

/// What was sent from a page of ours: not from another site, read within the limits; `times`: as large as that many forms.
pub(super) async fn received(
    req: &HttpRequest,
    payload: Payload,
    times: usize,
) -> AppResult<(&Site, web::Bytes)> {
    let site = req
        .app_data::<web::Data<Site>>()
        .ok_or_else(|| AppError::Internal(anyhow!("the server has no site")))?;
    if origin::is_foreign(req, &site.config.base_url()) {
        return Err(AppError::Forbidden);
    }
    let body = body(req, site, payload, times).await?;
    Ok((site, body))
}

/// The body, read within the limits of size and time.
async fn body(
    req: &HttpRequest,
    site: &Site,
    payload: Payload,
    times: usize,
) -> AppResult<web::Bytes> {
    let most = site.config.limits.form_bytes.saturating_mul(times);
    if !is_form(req) {
        return Err(AppError::UnsupportedMediaType);
    }
    if announced(req).is_some_and(|length| length > most) {
        return Err(AppError::TooLarge { limit: most });
    }
    bytes(req, site, payload, most).await
}

/// Whether a request says that it brings the fields of a form, as they are.
pub(super) fn is_form(req: &HttpRequest) -> bool {
    let text = |name| req.headers().get(name)?.to_str().ok();
    let media_type = text(header::CONTENT_TYPE).and_then(|value| value.split(';').next());
    let is_form = media_type.is_some_and(|media| {
        media
            .trim()
            .eq_ignore_ascii_case("application/x-www-form-urlencoded")
    });
    is_form && text(header::CONTENT_ENCODING).is_none_or(|coding| coding == "identity")
}

/// How many bytes a request says that it brings.
pub(super) fn announced(req: &HttpRequest) -> Option<usize> {
    let length = req.headers().get(header::CONTENT_LENGTH)?;
    length.to_str().ok()?.parse().ok()
}

/// At most so many bytes, in the time a body may take.
pub(super) async fn bytes(
    req: &HttpRequest,
    site: &Site,
    payload: Payload,
    most: usize,
) -> AppResult<web::Bytes> {
    // The server's own time-out ends with the head of the request.
    let time = Duration::from_secs(site.config.limits.body_seconds);
    let payload = web::Payload::from_request(req, &mut { payload })
        .await
        .map_err(|_| AppError::BadRequest)?;
    match actix_web::rt::time::timeout(time, payload.to_bytes_limited(most)).await {
        Err(_) => Err(AppError::Timeout),
        Ok(Err(_)) => Err(AppError::TooLarge { limit: most }),
        Ok(Ok(Err(_))) => Err(AppError::BadRequest),
        Ok(Ok(Ok(body))) => Ok(body),
    }
}

/// Parts the token from the fields, so that forms need not know of it.
pub(super) fn take_token(body: &[u8]) -> AppResult<(String, String)> {
    let body = std::str::from_utf8(body).map_err(|_| AppError::BadRequest)?;
    let is_token = |pair: &&str| pair.split('=').next() == Some(token::FIELD);
    let token = body
        .split('&')
        .find(is_token)
        .and_then(|pair| pair.split_once('='));
    let (_, token) = token.ok_or(AppError::Forbidden)?;
    let fields: Vec<&str> = body.split('&').filter(|pair| !is_token(pair)).collect();
    Ok((fields.join("&"), token.to_owned()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::form::Fields;

    #[test]
    fn the_token_is_parted_from_the_fields() {
        let (fields, token) = take_token(b"a=1&_token=v1.2.x.y&a=%C3%BC+b&_tokens=3").unwrap();
        assert_eq!(token, "v1.2.x.y");
        let fields: Fields = serde_html_form::from_str(&fields).unwrap();
        assert_eq!(fields.all("a").collect::<Vec<_>>(), ["1", "ü b"]);
        assert_eq!(fields.get("_tokens"), Some("3"));
        assert!(take_token(b"a=1").is_err());
    }
}
