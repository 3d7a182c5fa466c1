//! Forms that bring files: the same proof as for every other form, read within limits, kept in memory. What a file says
//! about itself (its name, its type) is never believed.

use std::future::Future;
use std::pin::Pin;
use std::time::Duration;

use actix_multipart::Multipart;
use actix_web::dev::Payload;
use actix_web::http::header;
use actix_web::{FromRequest, HttpRequest, web};
use anyhow::anyhow;
use futures_util::StreamExt;

use super::{Fields, Typed, origin, sent, tidy, token};
use crate::base::error::{AppError, AppResult};
use crate::base::site::Site;

/// Most parts of one form.
const MAX_PARTS: usize = 200;
/// Longest file name that is kept, in characters.
const MAX_NAME: usize = 120;
/// An upload may take this many times as long as another form.
const PATIENCE: u64 = 10;

/// A form with files that was proved to be ours.
#[derive(Clone, Debug)]
pub struct Upload {
    /// The fields without files.
    pub fields: Fields,
    /// The files; one nobody chose is left out.
    pub files: Vec<File>,
    /// Unique for each form that was shown: the same again means the same form sent twice.
    pub nonce: String,
}

/// A file somebody sent.
#[derive(Clone, Debug)]
pub struct File {
    /// The field it came in.
    pub field: String,
    /// Its name without any folder, for people only; never a path to anything.
    pub name: String,
    /// What is in it.
    pub bytes: Vec<u8>,
}

impl Upload {
    /// The file of a field.
    pub fn file(&self, field: &str) -> Option<&File> {
        self.files.iter().find(|file| file.field == field)
    }
}

impl FromRequest for Upload {
    type Error = AppError;
    type Future = Pin<Box<dyn Future<Output = AppResult<Self>>>>;

    fn from_request(req: &HttpRequest, payload: &mut Payload) -> Self::Future {
        let (req, payload) = (req.clone(), payload.take());
        Box::pin(async move {
            let site = req
                .app_data::<web::Data<Site>>()
                .ok_or_else(|| AppError::Internal(anyhow!("the server has no site")))?;
            if origin::is_foreign(&req, &site.config.base_url()) {
                return Err(AppError::Forbidden);
            }
            let mut upload = read_in_time(&req, payload, site).await?;
            let token = upload.fields.get(token::FIELD).ok_or(AppError::Forbidden)?;
            let token = token.to_owned();
            upload.nonce = sent::proved(&req, site, &token)?.nonce;
            let had_files = !upload.files.is_empty();
            Typed::keep(&req, &token, upload.fields.clone(), had_files);
            Ok(upload)
        })
    }
}

/// All of it, within the limits of size and time.
pub(super) async fn read_in_time(
    req: &HttpRequest,
    payload: Payload,
    site: &Site,
) -> AppResult<Upload> {
    let time = Duration::from_secs(site.config.limits.body_seconds * PATIENCE);
    let read = read(req, payload, site.config.limits.upload_bytes);
    let upload = actix_web::rt::time::timeout(time, read).await;
    upload.map_err(|_| AppError::Timeout)?
}

async fn read(req: &HttpRequest, mut payload: Payload, most: usize) -> AppResult<Upload> {
    let media_type = req.headers().get(header::CONTENT_TYPE);
    let media_type = media_type.and_then(|value| value.to_str().ok());
    if !media_type.is_some_and(|media| media.starts_with("multipart/form-data")) {
        // Not sent from a form of ours, so without its proof.
        return Err(AppError::Forbidden);
    }
    let mut parts = Multipart::from_request(req, &mut payload)
        .await
        .map_err(|_| AppError::UnsupportedMediaType)?;
    let mut upload = Upload {
        fields: Fields::default(),
        files: Vec::new(),
        nonce: String::new(),
    };
    let (mut left, mut count) = (most, 0);
    while let Some(part) = parts.next().await {
        let mut part = part.map_err(|_| AppError::BadRequest)?;
        count += 1;
        if count > MAX_PARTS {
            return Err(AppError::TooLarge { limit: most });
        }
        let mut bytes = Vec::new();
        while let Some(chunk) = part.next().await {
            let chunk = chunk.map_err(|_| AppError::BadRequest)?;
            left = left
                .checked_sub(chunk.len())
                .ok_or(AppError::TooLarge { limit: most })?;
            bytes.extend_from_slice(&chunk);
        }
        let about = part.content_disposition();
        let field = about
            .and_then(|about| about.get_name())
            .unwrap_or_default()
            .to_owned();
        match about.and_then(|about| about.get_filename()) {
            Some("") => {}
            Some(name) => upload.files.push(File {
                name: bare_name(name),
                field,
                bytes,
            }),
            None => {
                let text = String::from_utf8(bytes).map_err(|_| AppError::BadRequest)?;
                upload.fields.0.push((field, text));
            }
        }
    }
    Ok(upload)
}

/// A file's name as people may see it: no folders, no control characters, not endless.
fn bare_name(name: &str) -> String {
    let last = name.rsplit(['/', '\\']).next().unwrap_or_default();
    tidy(last)
        .replace('\n', " ")
        .chars()
        .take(MAX_NAME)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_name_is_a_name_and_no_path() {
        assert_eq!(bare_name("../../etc/passwd"), "passwd");
        assert_eq!(bare_name("C:\\Konzept\r\n.docx"), "Konzept .docx");
        assert_eq!(bare_name(&"a".repeat(500)).len(), MAX_NAME);
    }
}
