//! A resident's account and the codes in it. Pure.

use chrono::{NaiveDate, TimeDelta};

use crate::account::Resident;
use crate::base::id::Id;
use crate::base::locale::Lang;
use crate::base::secret::Secrets;
use crate::base::{id, seal};
use crate::participation::Code;

/// How long a link can be used.
pub const LINK_LASTS: TimeDelta = TimeDelta::minutes(30);
/// How long a link is remembered, so that too many are noticed; with it goes the address that somebody typed.
pub const LINK_KEPT: TimeDelta = TimeDelta::hours(1);
/// Most codes in one account.
pub const MOST_CODES: usize = 100;

/// A resident's account.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OwnAccount {
    /// Whose.
    pub id: Id<Resident>,
    /// Where mails go.
    pub address: String,
    /// By what the address is recognised.
    pub hash: String,
    /// The language of mails.
    pub lang: Lang,
    /// The day it was made.
    pub made_on: NaiveDate,
    /// The last day she came in.
    pub seen_on: NaiveDate,
}

/// A receipt code in an account.
#[derive(Clone, Debug)]
pub struct KeptCode {
    /// Its name in addresses; not the code.
    pub id: Id<KeptCode>,
    /// The code; none when it was sealed with another installation's secret.
    pub code: Option<Code>,
    /// The day it was put there.
    pub kept_on: NaiveDate,
}

const PURPOSE: &str = "resident code";

/// A code as an account keeps it; nothing when it cannot be sealed.
pub fn sealed(code: &Code, owner: &Id<Resident>, secrets: &Secrets) -> Option<String> {
    seal::seal(secrets, PURPOSE, owner.as_str(), code.as_str())
}

/// The code an account keeps.
pub fn unsealed(sealed: &str, owner: &Id<Resident>, secrets: &Secrets) -> Option<Code> {
    Code::parse(&seal::open(secrets, PURPOSE, owner.as_str(), sealed)?)
}

/// By what an account knows that it has a code already: it is another one in each account, and not the one by which the
/// code opens its participation.
pub fn mark(code: &Code, owner: &Id<Resident>, secrets: &Secrets) -> String {
    let parts = [owner.as_str().as_bytes(), code.as_str().as_bytes()];
    id::base32(&secrets.mac(PURPOSE, &parts))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_lies_sealed_and_is_another_one_in_each_account() {
        let (secrets, code) = (Secrets::fresh(), Code::fresh());
        let (anna, berta) = (Id::<Resident>::random(), Id::<Resident>::random());
        let hers = sealed(&code, &anna, &secrets).unwrap();
        assert!(!hers.contains(code.as_str()));
        assert_eq!(unsealed(&hers, &anna, &secrets), Some(code.clone()));
        assert_eq!(unsealed(&hers, &berta, &secrets), None);
        assert_eq!(unsealed(&hers, &anna, &Secrets::fresh()), None);
        let marks = [mark(&code, &anna, &secrets), mark(&code, &berta, &secrets)];
        assert_ne!(marks[0], marks[1]);
        assert!(!marks.contains(&code.hash(&secrets)));
    }
}
