//! A form that cannot be taken now, because whoever sent it is no longer signed in. What she typed is not lost.

use actix_web::dev::Payload;
use actix_web::http::header;
use actix_web::{HttpRequest, web};
use anyhow::anyhow;

use super::{Fields, origin, sent, token, upload};
use crate::base::error::{AppError, AppResult};
use crate::base::site::Site;

/// What was in a form that could not be taken.
#[derive(Clone, Debug, Default)]
pub struct Rescued {
    /// Its fields, without the proof that belonged to the page.
    pub fields: Fields,
    /// Whether files came with it; they are not kept.
    pub had_files: bool,
}

/// Reads a form without taking it: from a page of ours, within the limits of every form, whoever sent it.
///
/// # Errors
/// When it comes from another site, is too large, or is no form.
pub async fn rescue(req: &HttpRequest, payload: Payload) -> AppResult<Rescued> {
    let kind = req.headers().get(header::CONTENT_TYPE);
    let kind = kind.and_then(|kind| kind.to_str().ok()).unwrap_or_default();
    let mut rescued = if kind.to_ascii_lowercase().starts_with("multipart/form-data") {
        let site = req
            .app_data::<web::Data<Site>>()
            .ok_or_else(|| AppError::Internal(anyhow!("the server has no site")))?;
        if origin::is_foreign(req, &site.config.base_url()) {
            return Err(AppError::Forbidden);
        }
        let upload = upload::received(req, payload, site).await?;
        Rescued {
            had_files: !upload.files.is_empty(),
            fields: upload.fields,
        }
    } else {
        let (_, body) = sent::received(req, payload, 1).await?;
        Rescued {
            fields: serde_html_form::from_bytes(&body).map_err(|_| AppError::BadRequest)?,
            had_files: false,
        }
    };
    rescued.fields.0.retain(|(name, _)| name != token::FIELD);
    Ok(rescued)
}
