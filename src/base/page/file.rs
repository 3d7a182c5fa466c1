//! Files on their way in and out. In: recognised by content, kept for good before any row names them. Out: only ever as a
//! download, never shown inside the portal.

use actix_web::HttpResponse;
use actix_web::http::header;
use actix_web::web;
use anyhow::Context;

use super::Ui;
use crate::base::attachment::{Attached, Media};
use crate::base::error::AppResult;
use crate::base::form::{FieldError, File};
use crate::base::id::Id;

/// What a browser may do with a file from somebody else: nothing. In a sandbox no form can be sent either.
const POLICY: &str =
    "sandbox; default-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

/// Keeps files that somebody sent: all, or none with what is wrong at the field `file`. `most`: how many at once.
///
/// # Errors
/// When the disk fails.
pub async fn kept(
    files: Vec<File>,
    most: usize,
    ui: &Ui,
) -> AppResult<Result<Vec<Attached>, FieldError>> {
    if files.is_empty() {
        return Ok(Err(FieldError::new("file", "error-file-missing")));
    }
    if files.len() > most {
        let error = FieldError::new("file", "error-file-many");
        return Ok(Err(error.with("most", most)));
    }
    let known = files
        .into_iter()
        .map(|file| Media::of(&file.name, &file.bytes).map(|media| (media, file)));
    match known.collect::<Result<Vec<_>, _>>() {
        Ok(known) => put(known, ui).await.map(Ok),
        Err(why) => Ok(Err(FieldError::new("file", why.reason_key()))),
    }
}

/// Lays files whose kind is known into the folder, beside the requests.
///
/// # Errors
/// When the disk fails.
pub async fn put(files: Vec<(Media, File)>, ui: &Ui) -> AppResult<Vec<Attached>> {
    let vault = ui.site().vault.clone();
    let kept = web::block(move || -> std::io::Result<Vec<Attached>> {
        let keep = |(media, file): (Media, File)| {
            Ok(Attached {
                id: Id::random(),
                digest: vault.keep(&file.bytes)?,
                media,
                bytes: i64::try_from(file.bytes.len()).unwrap_or(i64::MAX),
                name: file.name,
            })
        };
        files.into_iter().map(keep).collect()
    });
    let kept = kept.await.context("files are kept beside the requests")?;
    Ok(kept.context("a file cannot be kept")?)
}

/// A file as a download. Whatever it says inside, a browser neither shows nor runs it here.
///
/// # Errors
/// When its content cannot be read; the folder is then damaged, which `trialog verify` says too.
pub async fn download(ui: &Ui, file: &Attached) -> AppResult<HttpResponse> {
    let (vault, digest) = (ui.site().vault.clone(), file.digest.clone());
    let bytes = web::block(move || vault.read(&digest)).await;
    let bytes = bytes.context("files are read beside the requests")?;
    let bytes = bytes.with_context(|| format!("the file {} is missing", file.digest.as_str()))?;
    Ok(HttpResponse::Ok()
        .content_type(file.media.mime())
        .insert_header((header::CONTENT_DISPOSITION, disposition(&file.name)))
        .insert_header((header::CONTENT_SECURITY_POLICY, POLICY))
        .insert_header((header::X_CONTENT_TYPE_OPTIONS, "nosniff"))
        .insert_header((header::CACHE_CONTROL, "no-store"))
        .insert_header((header::REFERRER_POLICY, "no-referrer"))
        .insert_header(("x-robots-tag", "noindex"))
        .body(bytes))
}

/// The name of a download (RFC 6266): a plain one for old programs, and the real one, each byte of which that could be more
/// than a letter is written by its number.
fn disposition(name: &str) -> String {
    let plain: String = name
        .chars()
        .map(|c| match c {
            'a'..='z' | 'A'..='Z' | '0'..='9' | '.' | '-' | '_' => c,
            _ => '_',
        })
        .collect();
    let mut full = String::new();
    for byte in name.bytes() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'.' | b'-' | b'_' => {
                full.push(char::from(byte));
            }
            _ => full.extend(['%', digit(byte >> 4), digit(byte & 15)]),
        }
    }
    format!("attachment; filename=\"{plain}\"; filename*=UTF-8''{full}")
}

fn digit(half: u8) -> char {
    char::from_digit(u32::from(half), 16)
        .unwrap_or('0')
        .to_ascii_uppercase()
}

#[cfg(test)]
mod tests {
    use super::disposition;

    #[test]
    fn no_name_breaks_out_of_its_line() {
        assert_eq!(
            disposition("Straße \"5\".pdf"),
            "attachment; filename=\"Stra_e__5_.pdf\"; filename*=UTF-8''Stra%C3%9Fe%20%225%22.pdf"
        );
        let odd = disposition("a\r\nSet-Cookie: x=1;\u{202e}fdp.exe");
        assert!(!odd.contains(['\r', '\n', ':', '\u{202e}']));
        assert!(disposition(&"ü".repeat(300)).is_ascii());
    }
}
