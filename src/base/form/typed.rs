//! What somebody has typed, for the page that says that it could not be taken: nobody types it twice.

use actix_web::dev::{Payload, ServiceRequest};
use actix_web::http::Method;
use actix_web::{HttpMessage, HttpRequest, web};
use futures_util::stream;
use serde::Serialize;

use super::{Fields, sent, token};
use crate::base::error::AppResult;
use crate::base::site::Site;

/// A form that was read and proved to be ours, as it can be sent once more.
#[derive(Clone, Debug, Serialize)]
pub struct Typed {
    /// Where it was sent to.
    pub action: String,
    /// Its own proof: the same form again is known to be the same.
    pub token: String,
    /// Its fields.
    pub fields: Vec<Field>,
    /// What was written, to be read.
    pub texts: Vec<String>,
    /// Whether a file has to be chosen again.
    pub had_files: bool,
    /// Where nothing of it is sent.
    pub discard_url: String,
}

/// A form without files, as it came.
#[derive(Clone, Debug)]
pub struct Came {
    to: String,
    body: web::Bytes,
}

impl Came {
    /// The form of a request, which finds it unread; nothing, when it brings none.
    ///
    /// # Errors
    /// When it does not come in time, or breaks off.
    pub async fn with(req: &mut ServiceRequest, site: &Site) -> AppResult<Option<Self>> {
        // As large as the largest form there is.
        let most = site.config.limits.form_bytes.saturating_mul(2);
        let request = req.request();
        let fits = sent::announced(request).is_some_and(|length| length <= most);
        if *req.method() != Method::POST || !fits || !sent::is_form(request) {
            return Ok(None);
        }
        let payload = req.take_payload();
        let body = sent::bytes(req.request(), site, payload, most).await?;
        let again = body.clone();
        req.set_payload(Payload::Stream {
            payload: Box::pin(stream::once(async { Ok(again) })),
        });
        let to = address(req.request());
        Ok(Some(Self { to, body }))
    }

    /// What was typed, ready to be sent again.
    pub fn typed(&self) -> Option<Typed> {
        let (fields, token) = sent::take_token(&self.body).ok()?;
        let fields = serde_html_form::from_str(&fields).ok()?;
        Typed::new(self.to.clone(), &token, fields, false)
    }
}

/// Where a request goes, with everything behind the question mark.
fn address(req: &HttpRequest) -> String {
    let path = req.uri().path_and_query();
    path.map_or(req.path(), |path| path.as_str()).to_owned()
}

/// One field.
#[derive(Clone, Debug, Serialize)]
pub struct Field {
    /// Its name.
    pub name: String,
    /// What was typed.
    pub value: String,
}

impl Typed {
    /// Keeps a form with files beside its request, in case it cannot be taken.
    pub(super) fn keep(req: &HttpRequest, token: &str, fields: Fields, had_files: bool) {
        if let Some(typed) = Self::new(address(req), token, fields, had_files) {
            req.extensions_mut().insert(typed);
        }
    }

    /// A form with a password is typed anew.
    fn new(action: String, token: &str, fields: Fields, had_files: bool) -> Option<Self> {
        let mut fields = fields.0;
        fields.retain(|(name, _)| name != token::FIELD);
        if fields.iter().any(|(name, _)| name.starts_with("password")) {
            return None;
        }
        let field = |(name, value)| Field { name, value };
        Some(Self {
            action,
            token: token.to_owned(),
            texts: texts(&fields),
            fields: fields.into_iter().map(field).collect(),
            had_files,
            discard_url: "/".to_owned(),
        })
    }

    /// For the samples of a page.
    pub fn sample() -> Self {
        let text = "Mehr Bänke am Bach, bitte.".to_owned();
        Self {
            action: "/consultations/ziele/comments/sz-baeume".to_owned(),
            token: "v1".to_owned(),
            fields: vec![Field {
                name: "text".to_owned(),
                value: text.clone(),
            }],
            texts: vec![text],
            had_files: true,
            discard_url: "/".to_owned(),
        }
    }
}

/// What somebody wrote, without what boxes and hidden fields send.
pub fn texts(fields: &[(String, String)]) -> Vec<String> {
    let is_text = |value: &&String| value.chars().count() > 24 || value.contains(' ');
    let values = fields.iter().map(|(_, value)| value);
    values.filter(is_text).cloned().collect()
}
