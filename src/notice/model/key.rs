//! The keys in links of mails. They are derived from the subscription and the installation's secret: the database holds
//! nothing that opens one, and a key for one door opens no other.

use subtle::ConstantTimeEq;

use super::Subscription;
use crate::base::id::{self, Id};
use crate::base::mail::Address;
use crate::base::secret::Secrets;

/// Letters of an id, and of the proof behind it (130 bits).
const CHARS: usize = 26;

/// What a link opens.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Door {
    /// The page that asks whether the address is one's own.
    Confirm,
    /// The page with the settings, which stands in every mail.
    Settings,
}

impl Door {
    fn purpose(self) -> &'static str {
        match self {
            Self::Confirm => "subscription-confirm",
            Self::Settings => "subscription-settings",
        }
    }
}

/// The key of a subscription for a door, as it stands in an address.
pub fn key(id: &Id<Subscription>, door: Door, secrets: &Secrets) -> String {
    let proof = id::base32(&secrets.mac(door.purpose(), &[id.as_str().as_bytes()]));
    format!("{id}{}", proof.get(..CHARS).unwrap_or_default())
}

/// Which subscription a key opens; none when it is not a key of ours for this door.
pub fn opened(sent: &str, door: Door, secrets: &Secrets) -> Option<Id<Subscription>> {
    let id = Id::known(sent.get(..CHARS)?);
    let right = key(&id, door, secrets);
    bool::from(right.as_bytes().ct_eq(sent.as_bytes())).then_some(id)
}

/// By what an address is recognised, however it is written, without lying open.
pub fn address_hash(address: &Address, secrets: &Secrets) -> String {
    let plain = address.as_str().to_lowercase();
    id::base32(&secrets.mac("subscription-address", &[plain.as_bytes()]))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_key_opens_its_own_door_and_no_other() {
        let secrets = Secrets::fresh();
        let (id, other): (Id<Subscription>, Id<Subscription>) = (Id::random(), Id::random());
        let settings = key(&id, Door::Settings, &secrets);
        assert_eq!(settings.len(), 2 * CHARS);
        assert_eq!(
            opened(&settings, Door::Settings, &secrets),
            Some(id.clone())
        );
        assert_eq!(opened(&settings, Door::Confirm, &secrets), None);
        assert_eq!(opened(&settings, Door::Settings, &Secrets::fresh()), None);
        let forged = format!("{other}{}", &settings[CHARS..]);
        assert_eq!(opened(&forged, Door::Settings, &secrets), None);
        assert_eq!(
            opened(&format!("{settings}x"), Door::Settings, &secrets),
            None
        );
    }

    #[test]
    fn one_address_is_one_however_it_is_written() {
        let secrets = Secrets::fresh();
        let hash = |text: &str| address_hash(&Address::parse(text).unwrap(), &secrets);
        assert_eq!(hash("Anna@Example.de "), hash("anna@example.de"));
        assert_ne!(hash("anna@example.de"), hash("anne@example.de"));
        assert!(!hash("anna@example.de").contains("anna"));
    }

    proptest! {
        #[test]
        fn any_text_is_opened_or_refused(sent in "\\PC{0,80}") {
            prop_assert_eq!(opened(&sent, Door::Settings, &Secrets::fresh()), None);
        }
    }
}
