//! People of the fictitious town who want to hear how a consultation goes on: they ask, get a mail, and confirm.

use std::sync::Arc;

use super::stage::Stage;
use crate::base::id::Id;
use crate::base::locale::Lang;
use crate::base::mail::Address;
use crate::base::site::Site;
use crate::notice::Subscribe;
use crate::notice::model::{NewSubscription, Pace, address_hash};
use crate::notice::page::letter;
use crate::notice::store::subscriptions;

/// Who follows what, since how many days, in which language and how often.
const FOLLOWERS: [(&str, &str, i64, Lang, Pace); 6] = [
    ("spielplaetze", "anna.beispiel", -14, Lang::De, Pace::AtOnce),
    (
        "spielplaetze",
        "familie.muster",
        -13,
        Lang::De,
        Pace::Weekly,
    ),
    ("spielplaetze", "reader.example", -5, Lang::En, Pace::AtOnce),
    ("radverkehr", "rad.verein", -2, Lang::De, Pace::AtOnce),
    ("radverkehr", "anna.beispiel", -2, Lang::De, Pace::AtOnce),
    ("ziele-2035", "archiv.beispiel", -1, Lang::De, Pace::Weekly),
];

/// Lets them follow.
pub fn follow(stage: &Stage, site: Site) -> anyhow::Result<()> {
    let site = Arc::new(site);
    for (slug, name, day, lang, pace) in FOLLOWERS {
        let consultation = stage
            .db
            .read_here(|conn| crate::consultation::published(conn, slug))?;
        let address = Address::parse(&format!("{name}@lindenau.example"));
        let address = address.ok_or_else(|| anyhow::anyhow!("{name} has no address"))?;
        let new = NewSubscription {
            address,
            lang,
            pace,
        };
        let (id, hash) = (Id::random(), address_hash(&new.address, &site.secrets));
        let may = stage.may::<Subscribe>(stage.today(day))?;
        let mail = letter::confirmation(&id, &new, &consultation.title, &site, may.at())?;
        let allowance = site.allowance();
        may.write_here(move |tx| {
            let post = (&mail, &allowance);
            subscriptions::ask(tx, &consultation.id, &id, &hash, &new, post)?;
            subscriptions::confirm(tx, &id)
        })?;
    }
    Ok(())
}
