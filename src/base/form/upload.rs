//! Forms that bring files: the same proof as for every other form, read within limits, kept in memory. What a file says
//! about itself (its name, its type) is never believed.

use std::future::Future;
use std::pin::Pin;
use std::sync::Arc;
use std::time::{Duration, Instant};

use actix_multipart::Multipart;
use actix_web::dev::Payload;
use actix_web::http::header;
use actix_web::{FromRequest, HttpRequest, web};
use anyhow::anyhow;
use futures_util::StreamExt;
use tokio::sync::OwnedSemaphorePermit;

use super::{Fields, Typed, origin, sent, tidy, token};
use crate::base::config::Limits;
use crate::base::error::{AppError, AppResult};
use crate::base::site::Site;

/// Most parts of one form.
const MAX_PARTS: usize = 200;
/// Longest file name that is kept, in characters.
const MAX_NAME: usize = 120;
/// The largest upload may take this many times as long as another form; a smaller one as much less.
const PATIENCE: u64 = 10;
/// What the parts say about themselves: room for it beside the files.
const OVERHEAD: usize = 65_536;
/// How many of the largest files lie in memory at the same time, whoever sends them. More wait, and then are told to.
pub(in crate::base) const FILES_AT_ONCE: usize = 24;
/// In such pieces the room for files is given out, in bytes.
pub(in crate::base) const PIECE: usize = 65_536;
/// How long an upload waits for room.
const WAIT: Duration = Duration::from_secs(5);

/// A form with files that was proved to be ours.
#[derive(Clone, Debug)]
pub struct Upload {
    /// The fields without files.
    pub fields: Fields,
    /// The files; one nobody chose is left out.
    pub files: Vec<File>,
    /// Unique for each form that was shown: the same again means the same form sent twice.
    pub nonce: String,
    /// Its share of the room for files, given back with the last of them.
    _room: Arc<Option<OwnedSemaphorePermit>>,
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
            let mut upload = received(&req, payload, site).await?;
            let token = upload.fields.get(token::FIELD).ok_or(AppError::Forbidden)?;
            let token = token.to_owned();
            upload.nonce = sent::proved(&req, site, &token)?.nonce;
            let had_files = !upload.files.is_empty();
            Typed::keep(&req, &token, upload.fields.clone(), had_files);
            Ok(upload)
        })
    }
}

/// How long an upload may take: as any form, and besides a second for each so many bytes that have come. So a slow line gets
/// through, and whoever sends a byte now and then does not.
struct Pace {
    began: Instant,
    body: Duration,
    /// Bytes a second that the largest upload needs at least.
    least: usize,
}

impl Pace {
    fn of(limits: &Limits) -> Self {
        let seconds = usize::try_from(limits.body_seconds * PATIENCE).unwrap_or(usize::MAX);
        Self {
            began: Instant::now(),
            body: Duration::from_secs(limits.body_seconds),
            least: (limits.upload_bytes / seconds.max(1)).max(1),
        }
    }

    /// Waits for the next piece, as long as what has come allows.
    async fn next<T>(&self, came: usize, piece: impl Future<Output = T>) -> AppResult<T> {
        let earned = Duration::from_secs((came / self.least) as u64);
        let left = (self.body + earned).saturating_sub(self.began.elapsed());
        let piece = actix_web::rt::time::timeout(left, piece).await;
        piece.map_err(|_| AppError::Timeout)
    }
}

/// A share of the room for files, which grows with what comes.
struct Room<'a> {
    site: &'a Site,
    held: Option<OwnedSemaphorePermit>,
}

impl Room<'_> {
    /// Makes room for so many bytes in all.
    async fn grow(&mut self, bytes: usize) -> AppResult<()> {
        let held = self
            .held
            .as_ref()
            .map_or(0, OwnedSemaphorePermit::num_permits);
        let more = bytes.div_ceil(PIECE).saturating_sub(held);
        let Ok(more) = u32::try_from(more) else {
            return Err(AppError::Busy);
        };
        if more == 0 {
            return Ok(());
        }
        let asked = Arc::clone(&self.site.room).acquire_many_owned(more);
        let given = actix_web::rt::time::timeout(WAIT, asked).await;
        let given = given.map_err(|_| AppError::Busy)?;
        let given = given.map_err(|_| AppError::Busy)?;
        match &mut self.held {
            Some(held) => held.merge(given),
            none => *none = Some(given),
        }
        Ok(())
    }
}

/// All of it, within the limits of size, time and memory.
pub(super) async fn received(
    req: &HttpRequest,
    mut payload: Payload,
    site: &Site,
) -> AppResult<Upload> {
    let media_type = req.headers().get(header::CONTENT_TYPE);
    let media_type = media_type.and_then(|value| value.to_str().ok());
    if !media_type.is_some_and(|media| media.starts_with("multipart/form-data")) {
        // Not sent from a form of ours, so without its proof.
        return Err(AppError::Forbidden);
    }
    let most = site.config.limits.upload_bytes;
    if sent::announced(req).is_some_and(|length| length > most.saturating_add(OVERHEAD)) {
        return Err(AppError::TooLarge { limit: most });
    }
    let parts = Multipart::from_request(req, &mut payload).await;
    let mut parts = parts.map_err(|_| AppError::UnsupportedMediaType)?;
    let (pace, mut room) = (Pace::of(&site.config.limits), Room { site, held: None });
    let (mut fields, mut files) = (Fields::default(), Vec::new());
    let (mut came, mut count) = (0, 0);
    while let Some(part) = pace.next(came, parts.next()).await? {
        let mut part = part.map_err(|_| AppError::BadRequest)?;
        count += 1;
        if count > MAX_PARTS {
            return Err(AppError::TooLarge { limit: most });
        }
        let mut bytes = Vec::new();
        while let Some(chunk) = pace.next(came, part.next()).await? {
            let chunk = chunk.map_err(|_| AppError::BadRequest)?;
            came += chunk.len();
            if came > most {
                return Err(AppError::TooLarge { limit: most });
            }
            room.grow(came).await?;
            bytes.extend_from_slice(&chunk);
        }
        let about = part.content_disposition();
        let field = about.and_then(|about| about.get_name());
        let field = field.unwrap_or_default().to_owned();
        match about.and_then(|about| about.get_filename()) {
            Some("") => {}
            Some(name) => files.push(File {
                name: bare_name(name),
                field,
                bytes,
            }),
            None => {
                let text = String::from_utf8(bytes).map_err(|_| AppError::BadRequest)?;
                fields.0.push((field, text));
            }
        }
    }
    Ok(Upload {
        fields,
        files,
        nonce: String::new(),
        _room: Arc::new(room.held),
    })
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
