//! Files of a form that has to be corrected: they are kept once they have come, and travel with the form by their digest. The
//! mark beside it proves that it was we who wrote it: nobody attaches a file of others by guessing what it is.

use data_encoding::BASE64URL_NOPAD as B64;

use crate::base::attachment::{Digest, Media};
use crate::base::error::AppResult;
use crate::base::form::{FieldError, Upload};
use crate::base::id::Id;
use crate::base::page::{Ui, file};
use crate::base::secret::Secrets;
use crate::statement::model::{Attached, FILES};
use crate::statement::view::desk::KeptFile;

const PURPOSE: &str = "kept-file";

/// Takes the files of a form into the folder, beside those that came with it before. Gives all of them, and what is wrong
/// with others. The same file twice is one.
pub(super) async fn keep(
    form: &mut Upload,
    ui: &Ui,
) -> AppResult<(Vec<Attached>, Vec<FieldError>)> {
    let secrets = &ui.site().secrets;
    let kept = form.fields.all("kept");
    let mut files: Vec<_> = kept.filter_map(|text| read(secrets, text)).collect();
    let (mut new, mut errors) = (Vec::new(), Vec::new());
    for file in form.files.drain(..).filter(|file| file.field == "file") {
        match Media::of(&file.name, &file.bytes) {
            Ok(media) => new.push((media, file)),
            Err(why) => errors.push(FieldError::new("file", why.reason_key())),
        }
    }
    if files.len() + new.len() > FILES {
        let error = FieldError::new("file", "error-entry-files");
        let n = files.len() + new.len();
        return Ok((files, vec![error.with("max", FILES).with("n", n)]));
    }
    for file in file::put(new, ui).await? {
        if files.iter().all(|other| other.digest != file.digest) {
            files.push(file);
        }
    }
    errors.dedup();
    Ok((files, errors))
}

/// A file as it travels with a form.
pub(super) fn travelling(file: &Attached, ui: &Ui) -> KeptFile {
    let (media, bytes) = (file.media.as_str(), file.bytes.to_string());
    let mac = ui.site().secrets.mac(PURPOSE, &parts(file, &bytes));
    KeptFile {
        value: format!(
            "{}.{media}.{bytes}.{}.{}",
            file.digest.as_str(),
            B64.encode(&mac),
            file.name
        ),
        name: file.name.clone(),
        kind: file.media.label(),
    }
}

fn parts<'a>(file: &'a Attached, bytes: &'a str) -> [&'a [u8]; 4] {
    let digest = file.digest.as_str();
    [digest, file.media.as_str(), bytes, &file.name].map(str::as_bytes)
}

/// A file that has travelled; nothing, when it is none of ours.
fn read(secrets: &Secrets, text: &str) -> Option<Attached> {
    let mut pieces = text.splitn(5, '.');
    let digest = Digest::parse(pieces.next()?)?;
    let media = Media::parse(pieces.next()?)?;
    let bytes = pieces.next()?;
    let mac = B64.decode(pieces.next()?.as_bytes()).ok()?;
    let file = Attached {
        id: Id::random(),
        digest,
        media,
        bytes: bytes.parse().ok()?,
        name: pieces.next()?.to_owned(),
    };
    let is_ours = secrets.verify(PURPOSE, &parts(&file, bytes), &mac);
    is_ours.then_some(file)
}
