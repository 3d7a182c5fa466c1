//! The round that tells people who left an address what became of their contributions, once for each edition.

use actix_web::web::Data;

use crate::account::{Actor, May};
use crate::base::db::{Conn, Db};
use crate::base::error::AppResult;
use crate::base::locale::{Args, Lang};
use crate::base::mail::{Address, Letter, Mail};
use crate::base::outbox;
use crate::base::site::Site;
use crate::revision::TellAuthors;
use crate::revision::store::told::{Telling, note, signers, tellings, told};
use crate::statement;
use crate::statement::page::mail::addresses;

/// How many recipients are told in one round.
const A_ROUND: usize = 200;

/// Somebody to tell, with her addresses.
pub struct Author {
    /// As it is noted that she was told; never an address.
    pub recipient: String,
    /// Where mails go, each in its language.
    pub to: Vec<(String, Lang)>,
}

/// The round as the server begins it.
pub async fn chore(site: Data<Site>, db: Db) {
    match round(&site, &db).await {
        Ok(0) => {}
        Ok(written) => tracing::info!(written, "authors are told what became of it"),
        Err(why) => tracing::warn!(%why, "authors could not be told; it is tried again"),
    }
}

/// Tells organisations and people who signed a statement. Gives how many recipients were told.
///
/// # Errors
/// When the database fails.
pub async fn round(site: &Data<Site>, db: &Db) -> AppResult<usize> {
    tell(site, db, |conn, telling, site| {
        authors(conn, telling, site.config.town.default_language)
    })
    .await
}

/// Tells everyone whom `find` names and who was not told yet.
///
/// # Errors
/// When the database fails.
pub async fn tell(
    site: &Data<Site>,
    db: &Db,
    find: impl Fn(&mut Conn, &Telling, &Site) -> AppResult<Vec<Author>> + Send + Clone + 'static,
) -> AppResult<usize> {
    let now = site.clock.now();
    let own = Data::clone(site);
    let due = db
        .read(move |conn| {
            let mut due = Vec::new();
            for telling in tellings(conn, now)? {
                let before = told(conn, &telling)?;
                let mut authors = find(conn, &telling, &own)?;
                authors.retain(|one| !before.contains(&one.recipient));
                due.extend(authors.into_iter().map(|one| (telling.clone(), one)));
            }
            Ok(due)
        })
        .await?;
    let mut written = 0;
    for (telling, author) in due.into_iter().take(A_ROUND) {
        let mails = mails(site, &telling, &author)?;
        let may = May::<TellAuthors>::by(Actor::System, db, &site.clock)?;
        let is_new = may
            .write(move |tx| {
                if !note(tx, &telling, &author.recipient)? {
                    return Ok(false);
                }
                for mail in &mails {
                    outbox::put(tx.conn, tx.now, mail)?;
                }
                Ok(true)
            })
            .await?;
        written += usize::from(is_new);
    }
    Ok(written)
}

/// Organisations whose statement came, and people with a confirmed address under theirs.
fn authors(conn: &mut Conn, telling: &Telling, lang: Lang) -> AppResult<Vec<Author>> {
    let mut authors = Vec::new();
    for one in statement::store::register(conn, &telling.on.id)? {
        if one.current().is_none() {
            continue;
        }
        let (recipient, to) = match &one.party {
            Some(party) => {
                let to = addresses(conn, party)?;
                let to = to.into_iter().map(|email| (email, lang)).collect();
                (format!("party:{party}"), to)
            }
            None => (format!("statement:{}", one.id), signers(conn, &one.id)?),
        };
        authors.push(Author { recipient, to });
    }
    Ok(authors)
}

fn mails(site: &Site, telling: &Telling, author: &Author) -> AppResult<Vec<Mail>> {
    let letter = || Letter {
        kind: "considered",
        subject_key: "mail-considered-subject",
        body_key: if telling.name.is_some() {
            "mail-considered-body"
        } else {
            "mail-considered-body-waiting"
        },
    };
    let mut args = Args::new();
    args.set("portal", site.config.town.portal_name.clone());
    args.set("town", site.config.town.name.clone());
    args.set("title", telling.on.title.clone());
    args.set("edition", telling.name.clone().unwrap_or_default());
    args.set(
        "url",
        format!(
            "{}/consultations/{}/outcome",
            site.config.base_url(),
            telling.on.slug
        ),
    );
    args.set("receipt", format!("{}/receipt", site.config.base_url()));
    let to = author.to.iter();
    to.filter_map(|(email, lang)| Some((Address::parse(email)?, *lang)))
        .map(|(to, lang)| Mail::of(letter(), to, &site.texts, lang, &args))
        .collect()
}
