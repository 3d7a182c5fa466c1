//! A resident of the fictitious town who keeps two of her receipts in an account.

use super::stage::Stage;
use crate::account::Resident;
use crate::base::id::Id;
use crate::base::locale::Lang;
use crate::base::mail::Address;
use crate::base::site::Site;
use crate::notice::model::address_hash;
use crate::resident::model::{mark, sealed};
use crate::resident::store::{codes, make};
use crate::resident::{ComeIn, KeepAccount};

/// Her address; she follows two consultations as well.
const ANNA: &str = "anna.beispiel@lindenau.example";
/// The consultations of her receipts, and since how many days each lies in her account.
const KEPT: [(&str, i64); 2] = [("ziele-2035", -4), ("spielplaetze", -3)];

/// Lets her have her account.
pub fn settle(stage: &Stage, site: &Site) -> anyhow::Result<()> {
    let address = Address::parse(ANNA).ok_or_else(|| anyhow::anyhow!("{ANNA} is no address"))?;
    let (hash, day) = (address_hash(&address, &site.secrets), stage.today(-4));
    let account = stage
        .may::<ComeIn>(day)?
        .write_here(move |tx| make(tx, (address.as_str(), &hash), Lang::De, day))?;
    for (slug, day) in KEPT {
        keep(stage, site, &account.id, slug, day)?;
    }
    Ok(())
}

fn keep(
    stage: &Stage,
    site: &Site,
    owner: &Id<Resident>,
    slug: &str,
    day: i64,
) -> anyhow::Result<()> {
    let Some(code) = stage.receipt_on(slug) else {
        anyhow::bail!("nobody has handed in on {slug}");
    };
    let mark = mark(&code, owner, &site.secrets);
    let sealed = sealed(&code, owner, &site.secrets)
        .ok_or_else(|| anyhow::anyhow!("a code could not be sealed"))?;
    let (owner, day) = (owner.clone(), stage.today(day));
    stage
        .may::<KeepAccount>(day)?
        .write_here(move |tx| codes::keep(tx, &owner, (&mark, &sealed), day))?;
    Ok(())
}
