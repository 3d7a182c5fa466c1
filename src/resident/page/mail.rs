//! Mails to residents about their accounts.

use crate::account::model::Secret;
use crate::base::error::{AppError, AppResult};
use crate::base::locale::{Args, Lang};
use crate::base::mail::{Address, Letter, Mail};
use crate::base::site::Site;
use crate::resident::model::LINK_LASTS;
use crate::resident::page::gate::SIGN_IN;

fn write(
    site: &Site,
    (to, lang): (Address, Lang),
    letter: Letter,
    values: &[(&'static str, String)],
) -> AppResult<Mail> {
    let mut args = Args::new();
    args.set("portal", site.config.town.portal_name.clone());
    args.set("town", site.config.town.name.clone());
    args.set("minutes", LINK_LASTS.num_minutes());
    args.set("start", format!("{}{SIGN_IN}", site.config.base_url()));
    for (name, value) in values {
        args.set(*name, value.clone());
    }
    Mail::of(letter, to, &site.texts, lang, &args)
}

/// An address as it stands in a row.
fn stored(text: &str) -> AppResult<Address> {
    Address::parse(text)
        .ok_or_else(|| AppError::Internal(anyhow::anyhow!("an account without an address")))
}

/// The link that lets in; it makes the account when there is none. The same words either way.
pub fn link(site: &Site, to: Address, lang: Lang, secret: &Secret) -> AppResult<Mail> {
    let letter = Letter {
        kind: "resident-link",
        subject_key: "mail-resident-link-subject",
        body_key: "mail-resident-link-body",
    };
    let url = format!("{}{SIGN_IN}/{}", site.config.base_url(), secret.as_str());
    write(site, (to, lang), letter, &[("url", url)])
}

/// Asks whether the new address is the reader's own.
pub(super) fn new_address(
    site: &Site,
    to: Address,
    lang: Lang,
    secret: &Secret,
) -> AppResult<Mail> {
    let letter = Letter {
        kind: "resident-address",
        subject_key: "mail-resident-address-subject",
        body_key: "mail-resident-address-body",
    };
    let url = format!("{}/my/address/{}", site.config.base_url(), secret.as_str());
    write(site, (to, lang), letter, &[("url", url)])
}

/// Tells the address before that it counts no longer.
pub(super) fn moved(site: &Site, before: &str, lang: Lang) -> AppResult<Mail> {
    let letter = Letter {
        kind: "resident-moved",
        subject_key: "mail-resident-moved-subject",
        body_key: "mail-resident-moved-body",
    };
    write(site, (stored(before)?, lang), letter, &[])
}

/// Says that the account is gone.
pub(super) fn erased(site: &Site, to: &str, lang: Lang) -> AppResult<Mail> {
    let letter = Letter {
        kind: "resident-erased",
        subject_key: "mail-resident-erased-subject",
        body_key: "mail-resident-erased-body",
    };
    write(site, (stored(to)?, lang), letter, &[])
}
