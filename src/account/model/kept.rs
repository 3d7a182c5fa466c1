//! What somebody had typed when her session was over. It travels through the pages of signing in, sealed by us, and is
//! sent again by a button of its own afterwards.

use data_encoding::BASE64URL_NOPAD as B64;
use serde::{Deserialize, Serialize};

use crate::base::form::texts;
use crate::base::id::Id;
use crate::base::secret::Secrets;

const PURPOSE: &str = "kept form";

/// A form that could not be taken. `Who`: those who sign in again to send it.
#[derive(Debug, Serialize, Deserialize)]
#[serde(bound = "")]
pub struct Kept<Who: 'static> {
    /// Where it was sent to.
    pub path: String,
    /// Its fields, in their order.
    pub fields: Vec<(String, String)>,
    /// Whether files came with it; they are not kept.
    pub had_files: bool,
    /// Whose session it was, when that is known: only she gets it back.
    pub owner: Option<Id<Who>>,
}

impl<Who: 'static> Kept<Who> {
    /// What is worth keeping. Passwords and codes are not: they are typed again.
    pub fn new(
        path: &str,
        mut fields: Vec<(String, String)>,
        had_files: bool,
        owner: Option<Id<Who>>,
    ) -> Self {
        fields.retain(|(name, _)| !name.starts_with("password") && name != "code");
        Self {
            path: path.to_owned(),
            fields,
            had_files,
            owner,
        }
    }

    /// As it stands in a hidden field.
    pub fn seal(&self, secrets: &Secrets) -> String {
        let text = serde_json::to_vec(self).unwrap_or_default();
        let mac = secrets.mac(PURPOSE, &[&text]);
        format!("{}.{}", B64.encode(&text), B64.encode(&mac))
    }

    /// What a hidden field holds, if it was sealed here.
    pub fn open(sealed: &str, secrets: &Secrets) -> Option<Self> {
        let (text, mac) = sealed.split_once('.')?;
        let text = B64.decode(text.as_bytes()).ok()?;
        let mac = B64.decode(mac.as_bytes()).ok()?;
        if !secrets.verify(PURPOSE, &[&text], &mac) {
            return None;
        }
        serde_json::from_slice(&text).ok()
    }

    /// Whether somebody gets it back.
    pub fn belongs_to(&self, who: &Id<Who>) -> bool {
        self.owner.as_ref().is_none_or(|owner| owner == who)
    }

    /// What she wrote, without what boxes and hidden fields send.
    pub fn texts(&self) -> Vec<String> {
        texts(&self.fields)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_form_comes_back_whole_and_only_from_us() {
        let secrets = Secrets::fresh();
        let fields = [
            ("text", "Ein schöner Satz"),
            ("password", "geheim"),
            ("a", "1"),
        ];
        let fields = fields.map(|(name, value)| (name.to_owned(), value.to_owned()));
        let kept = Kept::<()>::new("/desk/x", fields.to_vec(), false, Some(Id::known("a")));
        let sealed = kept.seal(&secrets);
        let opened = Kept::<()>::open(&sealed, &secrets).unwrap();
        assert_eq!((&opened.path, &opened.fields), (&kept.path, &kept.fields));
        assert_eq!(kept.texts(), ["Ein schöner Satz"]);
        assert!(kept.fields.iter().all(|(name, _)| name != "password"));
        assert!(kept.belongs_to(&Id::known("a")) && !kept.belongs_to(&Id::known("b")));
        assert!(Kept::<()>::open(&sealed, &Secrets::fresh()).is_none());
        assert!(Kept::<()>::open("x.y", &secrets).is_none());
    }
}
