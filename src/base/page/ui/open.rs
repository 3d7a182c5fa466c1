//! Answers that are no pages: feeds, and data that anybody may take along.

use actix_web::HttpResponse;
use actix_web::http::{StatusCode, header};
use chrono::{DateTime, Utc};

use super::Ui;
use crate::base::error::AppError;
use crate::base::error_page::Reference;

/// Below this the addresses are for programs, which get their errors as data too (RFC 9457).
pub(in crate::base) const INTERFACE: &str = "/api/v";

impl Ui {
    /// Something that programs read: asked for often, and sent only when it has changed.
    pub fn feed(&self, media: &'static str, changed: DateTime<Utc>, body: String) -> HttpResponse {
        let mut feed = HttpResponse::Ok();
        feed.content_type(media)
            .insert_header((header::CONTENT_LANGUAGE, self.0.lang.code()))
            .insert_header((header::CACHE_CONTROL, "no-cache"))
            .insert_header((header::VARY, "Accept-Language, Cookie"))
            .insert_header(header::LastModified(
                std::time::SystemTime::from(changed).into(),
            ));
        if self.has_known(&mut feed, body.as_bytes()) {
            return feed.status(StatusCode::NOT_MODIFIED).finish();
        }
        feed.body(body)
    }

    /// Data that anybody may take along, and programs of other sites may read: sent only when they have changed. With a
    /// name it is a file to keep.
    pub fn open_file(&self, media: &str, name: Option<&str>, body: Vec<u8>) -> HttpResponse {
        let mut answer = HttpResponse::Ok();
        answer
            .content_type(media)
            .insert_header((header::CACHE_CONTROL, "no-cache"))
            .insert_header((header::VARY, "Accept-Language, Cookie"))
            .insert_header((header::ACCESS_CONTROL_ALLOW_ORIGIN, "*"))
            .insert_header((header::ACCESS_CONTROL_EXPOSE_HEADERS, "ETag"))
            .insert_header(("cross-origin-resource-policy", "cross-origin"));
        if let Some(name) = name {
            let kept = format!("attachment; filename=\"{name}\"");
            answer.insert_header((header::CONTENT_DISPOSITION, kept));
        }
        if self.has_known(&mut answer, &body) {
            return answer.status(StatusCode::NOT_MODIFIED).finish();
        }
        answer.body(body)
    }

    /// A file for whoever is signed in, to keep: no copy stays on the way.
    pub fn private_file(&self, media: &str, name: &str, body: Vec<u8>) -> HttpResponse {
        let kept = format!("attachment; filename=\"{name}\"");
        HttpResponse::Ok()
            .content_type(media)
            .insert_header((header::CONTENT_LANGUAGE, self.0.lang.code()))
            .insert_header((header::CONTENT_DISPOSITION, kept))
            .insert_header((header::CACHE_CONTROL, "no-store"))
            .insert_header((header::REFERRER_POLICY, "no-referrer"))
            .insert_header(("x-robots-tag", "noindex"))
            .body(body)
    }

    /// Whether the address is one of the interface for programs.
    pub(in crate::base) fn is_interface(&self) -> bool {
        self.0.path.starts_with(INTERFACE)
    }

    /// An error as programs read it.
    pub(in crate::base) fn problem(
        &self,
        status: StatusCode,
        error: &AppError,
        reference: &Reference,
    ) -> HttpResponse {
        let title = status.canonical_reason().unwrap_or("Error");
        let problem = serde_json::json!({
            "type": "about:blank",
            "title": title,
            "status": status.as_u16(),
            "detail": self.t(&format!("{}-title", error.stem())),
            "reference": reference.to_string(),
        });
        HttpResponse::build(status)
            .content_type("application/problem+json")
            .insert_header((header::ACCESS_CONTROL_ALLOW_ORIGIN, "*"))
            .insert_header((header::VARY, "Accept-Language, Cookie"))
            .body(problem.to_string())
    }
}
