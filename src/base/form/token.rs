//! The hidden field of every form: made by us, for one address, at one time. It keeps other sites from sending forms in
//! a visitor's name, and its random part tells a form sent twice from two forms.

use chrono::{DateTime, TimeDelta, Utc};
use data_encoding::BASE64URL_NOPAD as B64;

use crate::base::id;
use crate::base::secret::Secrets;

/// Name of the field.
pub const FIELD: &str = "_token";

/// A page left open over a holiday can still be sent; after this many days it is shown again with what was typed.
const VALID_DAYS: i64 = 30;

const PURPOSE: &str = "form";

/// A token whose signature was right.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Token {
    /// Unique for each form that was shown.
    pub nonce: String,
    /// Whether the page lay open too long.
    pub stale: bool,
}

/// A fresh token for a form that is sent to `path`.
pub fn make(secrets: &Secrets, path: &str, now: DateTime<Utc>) -> String {
    let nonce = B64.encode(&id::random::<16>());
    let time = now.timestamp().to_string();
    let mac = B64.encode(&sign(secrets, path, &time, &nonce));
    format!("v1.{time}.{nonce}.{mac}")
}

/// Reads a token that was sent to `path`; nothing when it is not ours.
pub(super) fn read(secrets: &Secrets, path: &str, text: &str, now: DateTime<Utc>) -> Option<Token> {
    let mut parts = text.split('.');
    let (Some("v1"), Some(time), Some(nonce), Some(mac), None) = (
        parts.next(),
        parts.next(),
        parts.next(),
        parts.next(),
        parts.next(),
    ) else {
        return None;
    };
    let mac = B64.decode(mac.as_bytes()).ok()?;
    let parts = [path.as_bytes(), time.as_bytes(), nonce.as_bytes()];
    if !secrets.verify(PURPOSE, &parts, &mac) {
        return None;
    }
    let made = DateTime::from_timestamp(time.parse().ok()?, 0)?;
    Some(Token {
        nonce: nonce.to_owned(),
        stale: now - made > TimeDelta::days(VALID_DAYS),
    })
}

fn sign(secrets: &Secrets, path: &str, time: &str, nonce: &str) -> [u8; 32] {
    secrets.mac(
        PURPOSE,
        &[path.as_bytes(), time.as_bytes(), nonce.as_bytes()],
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_token_holds_for_its_address_and_thirty_days() {
        let secrets = Secrets::fresh();
        let now = DateTime::from_timestamp(1_784_000_000, 0).unwrap();
        let token = make(&secrets, "/a", now);
        assert!(
            !read(&secrets, "/a", &token, now + TimeDelta::days(30))
                .unwrap()
                .stale
        );
        assert!(
            read(&secrets, "/a", &token, now + TimeDelta::days(31))
                .unwrap()
                .stale
        );
        assert_eq!(read(&secrets, "/b", &token, now), None);
        assert_eq!(read(&Secrets::fresh(), "/a", &token, now), None);
    }

    #[test]
    fn a_changed_token_is_not_ours() {
        let secrets = Secrets::fresh();
        let now = DateTime::from_timestamp(1_784_000_000, 0).unwrap();
        let token = make(&secrets, "/a", now);
        for at in 0..token.len() {
            let mut bytes = token.clone().into_bytes();
            bytes[at] = if bytes[at] == b'x' { b'y' } else { b'x' };
            let changed = String::from_utf8(bytes).unwrap();
            assert_eq!(read(&secrets, "/a", &changed, now), None, "{changed}");
        }
        for other in ["", "v1", "v1...", "....", "v1.1.2.3.4"] {
            assert_eq!(read(&secrets, "/a", other, now), None);
        }
    }
}
