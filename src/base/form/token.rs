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
pub(in crate::base) struct Token {
    /// Unique for each form that was shown.
    pub nonce: String,
    /// Whether the page lay open too long.
    pub stale: bool,
}

/// For whom and where a form is: the address it is sent to, and the session of whoever is signed in (else empty), so that
/// nobody can use a form that was made for somebody else.
#[derive(Clone, Copy, Debug)]
pub struct For<'a> {
    /// The address it is sent to.
    pub path: &'a str,
    /// The session, as it stands in its row.
    pub session: &'a str,
}

impl<'a> For<'a> {
    /// A form for everyone.
    pub fn everyone(path: &'a str) -> Self {
        Self { path, session: "" }
    }
}

/// A fresh token for a form.
pub fn make(secrets: &Secrets, of: For<'_>, now: DateTime<Utc>) -> String {
    let nonce = B64.encode(&id::random::<16>());
    let time = now.timestamp().to_string();
    let mac = B64.encode(&sign(secrets, of, &time, &nonce));
    format!("v1.{time}.{nonce}.{mac}")
}

/// Reads a token that was sent; nothing when it is not ours.
pub(in crate::base) fn read(
    secrets: &Secrets,
    of: For<'_>,
    text: &str,
    now: DateTime<Utc>,
) -> Option<Token> {
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
    if !secrets.verify(PURPOSE, &parts_of(of, time, nonce), &mac) {
        return None;
    }
    let made = DateTime::from_timestamp(time.parse().ok()?, 0)?;
    Some(Token {
        nonce: nonce.to_owned(),
        stale: now - made > TimeDelta::days(VALID_DAYS),
    })
}

fn sign(secrets: &Secrets, of: For<'_>, time: &str, nonce: &str) -> [u8; 32] {
    secrets.mac(PURPOSE, &parts_of(of, time, nonce))
}

fn parts_of<'a>(of: For<'a>, time: &'a str, nonce: &'a str) -> [&'a [u8]; 4] {
    [of.path, of.session, time, nonce].map(str::as_bytes)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_token_holds_for_its_address_and_thirty_days() {
        let secrets = Secrets::fresh();
        let now = DateTime::from_timestamp(1_784_000_000, 0).unwrap();
        let token = make(&secrets, For::everyone("/a"), now);
        assert!(
            !read(
                &secrets,
                For::everyone("/a"),
                &token,
                now + TimeDelta::days(30)
            )
            .unwrap()
            .stale
        );
        assert!(
            read(
                &secrets,
                For::everyone("/a"),
                &token,
                now + TimeDelta::days(31)
            )
            .unwrap()
            .stale
        );
        assert_eq!(read(&secrets, For::everyone("/b"), &token, now), None);
        let signed_in = For {
            path: "/a",
            session: "x",
        };
        assert_eq!(read(&secrets, signed_in, &token, now), None);
        assert_eq!(
            read(&Secrets::fresh(), For::everyone("/a"), &token, now),
            None
        );
    }

    #[test]
    fn a_changed_token_is_not_ours() {
        let secrets = Secrets::fresh();
        let now = DateTime::from_timestamp(1_784_000_000, 0).unwrap();
        let token = make(&secrets, For::everyone("/a"), now);
        for at in 0..token.len() {
            let mut bytes = token.clone().into_bytes();
            bytes[at] = if bytes[at] == b'x' { b'y' } else { b'x' };
            let changed = String::from_utf8(bytes).unwrap();
            assert_eq!(
                read(&secrets, For::everyone("/a"), &changed, now),
                None,
                "{changed}"
            );
        }
        for other in ["", "v1", "v1...", "....", "v1.1.2.3.4"] {
            assert_eq!(read(&secrets, For::everyone("/a"), other, now), None);
        }
    }
}
