//! Links that work once: to come in, and to confirm a new address. Only keyed hashes of their secrets are kept.

use chrono::{DateTime, Utc};
use diesel::prelude::*;

use super::of_address;
use crate::account::model::Secret;
use crate::account::{Resident, Tx};
use crate::base::db::Conn;
use crate::base::error::AppResult;
use crate::base::id::Id;
use crate::base::locale::Lang;
use crate::base::mail::{Address, Mail};
use crate::base::outbox::{Allowance, Given};
use crate::base::schema::resident_links as links;
use crate::base::secret::Secrets;
use crate::resident::OnResidents;
use crate::resident::model::{LINK_LASTS, OwnAccount};

/// How the secret of a link stands in its row.
pub fn hash(secret: &Secret, secrets: &Secrets) -> String {
    secret.hash(secrets, "resident link")
}

/// A link that is to be made.
#[derive(Clone, Debug)]
pub struct NewLink {
    /// Its secret, as it is kept.
    pub secret: String,
    /// Whose new address it confirms; none for coming in.
    pub resident: Option<Id<Resident>>,
    /// Where it goes.
    pub address: Address,
    /// By what that address is recognised.
    pub hash: String,
    /// In which language the mail is.
    pub lang: Lang,
}

/// What came of asking for a link.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Asked {
    /// A mail goes out, or this address has had enough of them for now: nobody is told which.
    Fine,
    /// Too many people ask at once.
    Busy,
}

/// Makes a link and lays out its mail, if the allowance of mails has room for it.
pub fn make<A: OnResidents>(
    tx: &mut Tx<A>,
    new: &NewLink,
    (mail, allowance): (&Mail, &Allowance),
) -> AppResult<Asked> {
    match allowance.put(tx.conn, tx.now, mail)? {
        Given::Laid => {}
        Given::HadEnough => return Ok(Asked::Fine),
        Given::Busy => return Ok(Asked::Busy),
    }
    diesel::insert_into(links::table)
        .values((
            links::secret_hash.eq(&new.secret),
            links::resident_id.eq(&new.resident),
            links::address.eq(new.address.as_str()),
            links::address_hash.eq(&new.hash),
            links::lang.eq(new.lang.code()),
            links::made_at.eq(tx.now.naive_utc()),
            links::expires_at.eq((tx.now + LINK_LASTS).naive_utc()),
        ))
        .execute(tx.conn)?;
    Ok(Asked::Fine)
}

/// A link that can still be used.
#[derive(Clone, Debug)]
pub struct Open {
    /// Whose new address it confirms; none for coming in.
    pub resident: Option<Id<Resident>>,
    /// The address it went to.
    pub address: String,
    /// By what that address is recognised.
    pub hash: String,
    /// The language of its mail.
    pub lang: Lang,
    /// Who has that address already.
    pub account: Option<OwnAccount>,
}

/// What a link opens now; nothing when it was used, is too old, or never was.
pub fn opened(conn: &mut Conn, secret: &str, now: DateTime<Utc>) -> AppResult<Option<Open>> {
    type Row = (Option<Id<Resident>>, String, String, String);
    let row: Option<Row> = links::table
        .find(secret)
        .filter(links::used_at.is_null())
        .filter(links::expires_at.gt(now.naive_utc()))
        .select((
            links::resident_id,
            links::address,
            links::address_hash,
            links::lang,
        ))
        .first(conn)
        .optional()?;
    let Some((resident, address, hash, lang)) = row else {
        return Ok(None);
    };
    Ok(Some(Open {
        account: of_address(conn, &hash)?,
        lang: Lang::of_code(&lang).unwrap_or(Lang::De),
        resident,
        address,
        hash,
    }))
}

/// Uses a link up. Of two who use it at once, one gets nothing.
pub(super) fn use_up<A: OnResidents>(tx: &mut Tx<A>, secret: &str) -> AppResult<bool> {
    let open = links::table.find(secret).filter(links::used_at.is_null());
    let used = diesel::update(open)
        .set(links::used_at.eq(tx.now.naive_utc()))
        .execute(tx.conn)?;
    Ok(used > 0)
}
