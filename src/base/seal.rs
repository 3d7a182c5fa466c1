//! Words the program keeps for somebody and has to read again: sealed with a key that is derived from the installation's
//! secret, so that the database alone shows nothing.
//!
//! ChaCha20-Poly1305 (RFC 8439) by `ring`. Each owner has a key of her own, so that random nonces never come near their
//! limit, and what is sealed for one opens for nobody else.

use data_encoding::BASE64URL_NOPAD as B64;
use ring::aead::{Aad, CHACHA20_POLY1305, LessSafeKey, Nonce, UnboundKey};

use crate::base::id;
use crate::base::secret::Secrets;

/// Bytes of a nonce.
const NONCE: usize = 12;

fn key(secrets: &Secrets, purpose: &str, owner: &str) -> Option<LessSafeKey> {
    let bytes = secrets.mac("seal", &[purpose.as_bytes(), owner.as_bytes()]);
    let key = UnboundKey::new(&CHACHA20_POLY1305, &bytes).ok()?;
    Some(LessSafeKey::new(key))
}

/// Seals a text for an owner. Nothing when the cipher refuses it, which it does for no text of ours.
pub fn seal(secrets: &Secrets, purpose: &str, owner: &str, text: &str) -> Option<String> {
    let nonce: [u8; NONCE] = id::random();
    let mut sealed = text.as_bytes().to_vec();
    key(secrets, purpose, owner)?
        .seal_in_place_append_tag(
            Nonce::assume_unique_for_key(nonce),
            Aad::empty(),
            &mut sealed,
        )
        .ok()?;
    Some(B64.encode(&[nonce.as_slice(), &sealed].concat()))
}

/// What was sealed for that owner; nothing when it was sealed elsewhere, for somebody else, or was changed.
pub fn open(secrets: &Secrets, purpose: &str, owner: &str, sealed: &str) -> Option<String> {
    let bytes = B64.decode(sealed.as_bytes()).ok()?;
    let (nonce, sealed) = bytes.split_first_chunk::<NONCE>()?;
    let mut sealed = sealed.to_vec();
    let text = key(secrets, purpose, owner)?
        .open_in_place(
            Nonce::assume_unique_for_key(*nonce),
            Aad::empty(),
            &mut sealed,
        )
        .ok()?;
    String::from_utf8(text.to_vec()).ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn what_is_sealed_opens_for_its_owner_alone() {
        let secrets = Secrets::fresh();
        let sealed = seal(&secrets, "code", "anna", "k7mq4t2x").unwrap();
        assert!(!sealed.contains("k7mq"));
        let opened = |secrets: &Secrets, purpose, owner| open(secrets, purpose, owner, &sealed);
        assert_eq!(opened(&secrets, "code", "anna").unwrap(), "k7mq4t2x");
        assert_eq!(opened(&secrets, "code", "berta"), None);
        assert_eq!(opened(&secrets, "other", "anna"), None);
        assert_eq!(opened(&Secrets::fresh(), "code", "anna"), None);
        let again = seal(&secrets, "code", "anna", "k7mq4t2x").unwrap();
        assert_ne!(again, sealed);
    }

    #[test]
    fn a_changed_seal_opens_nothing() {
        let secrets = Secrets::fresh();
        let sealed = seal(&secrets, "code", "anna", "k7mq4t2x").unwrap();
        let other = if sealed.ends_with('A') { "B" } else { "A" };
        let changed = format!("{other}{}", &sealed[1..]);
        assert_eq!(open(&secrets, "code", "anna", &sealed[..20]), None);
        assert!(changed == sealed || open(&secrets, "code", "anna", &changed).is_none());
    }

    proptest! {
        #[test]
        fn any_text_is_opened_or_refused(sealed in "\\PC{0,80}") {
            prop_assert_eq!(open(&Secrets::fresh(), "code", "anna", &sealed), None);
        }
    }
}
