//! Mails about decisions: to everyone who acts for the organisation and to its address, or to whoever signed.

use std::collections::BTreeSet;

use chrono::NaiveDate;

use super::Whole;
use crate::account::Party;
use crate::base::db::Conn;
use crate::base::error::AppResult;
use crate::base::id::Id;
use crate::base::locale::{Args, DayStyle, Lang};
use crate::base::mail::{Address, Letter, Mail};
use crate::base::site::Site;
use crate::consultation::Consultation;
use crate::organisation::model::{Member, Organisation};
use crate::organisation::store::members;
use crate::statement::model::{Admission, Proof};
use crate::statement::store::{addresses, erase};

/// An organisation with all its addresses.
pub(super) struct Receiver {
    pub organisation: Organisation,
    /// Each address once, however many people share it.
    addresses: Vec<Address>,
}

/// Organisations with all their addresses: one query.
pub(super) fn receivers(
    conn: &mut Conn,
    organisations: Vec<Organisation>,
) -> AppResult<Vec<Receiver>> {
    let ids: Vec<Id<Party>> = organisations.iter().map(|one| one.id.clone()).collect();
    let members = members::of_all(conn, &ids)?;
    let receiver = |organisation: Organisation| {
        let own = members.iter().filter(|one| one.party == organisation.id);
        let own = own.map(|Member { email, .. }| email.as_str());
        Receiver {
            addresses: each_once(own.chain([organisation.details.email.as_str()])),
            organisation,
        }
    };
    Ok(organisations.into_iter().map(receiver).collect())
}

/// Addresses, each once. What is none is left out.
fn each_once<'a>(typed: impl Iterator<Item = &'a str>) -> Vec<Address> {
    let mut seen = BTreeSet::new();
    typed
        .filter_map(Address::parse)
        .filter(|address| seen.insert(address.as_str().to_lowercase()))
        .collect()
}

/// To whom a decision about a statement goes: its organisation, or whoever signed.
pub(super) fn addresses_of(conn: &mut Conn, whole: &Whole) -> AppResult<Vec<Address>> {
    let signed = whole
        .content
        .submitters
        .iter()
        .map(|one| one.email.as_str());
    match &whole.organisation {
        // What a person typed herself goes only where she has confirmed it. What the administration has read off a letter
        // is its own knowledge.
        None if whole.statement.participation.is_some() => {
            let proofs = addresses::of(conn, &whole.statement.id)?;
            let sure = |email: &&str| proofs.get(&email.to_lowercase()) == Some(&Proof::Confirmed);
            Ok(each_once(signed.filter(sure)))
        }
        None => Ok(each_once(signed)),
        Some(organisation) => {
            let found = receivers(conn, vec![organisation.clone()])?;
            Ok(found.into_iter().flat_map(|one| one.addresses).collect())
        }
    }
}

fn write(
    site: &Site,
    to: &[Address],
    on: &Consultation,
    letter: Letter,
    values: &[(&'static str, String)],
) -> AppResult<Vec<Mail>> {
    let mut args = Args::new();
    let about = format!("{}/consultations/{}", site.config.base_url(), on.slug);
    args.set("portal", site.config.town.portal_name.clone());
    args.set("town", site.config.town.name.clone());
    args.set("title", on.title.clone());
    args.set("about", about);
    for (name, value) in values {
        args.set(*name, value.clone());
    }
    let mail = |to: &Address| Mail::of(letter, to.clone(), &site.texts, lang(site), &args);
    to.iter().map(mail).collect()
}

/// The language of mails to those who did not choose one.
fn lang(site: &Site) -> Lang {
    site.config.town.default_language
}

/// A late statement is considered, or not.
pub(super) fn admission(
    site: &Site,
    whole: &Whole,
    to: &[Address],
    outcome: Admission,
    reason: &str,
) -> AppResult<Vec<Mail>> {
    let letter = match outcome {
        Admission::Admitted => Letter {
            kind: "statement-admitted",
            subject_key: "mail-statement-admitted-subject",
            body_key: "mail-statement-admitted-body",
        },
        Admission::Refused => Letter {
            kind: "statement-refused",
            subject_key: "mail-statement-refused-subject",
            body_key: "mail-statement-refused-body",
        },
    };
    let values = [
        ("name", whole.name()),
        (
            "number",
            whole.statement.number.unwrap_or_default().to_string(),
        ),
        ("reason", reason.to_owned()),
    ];
    let about = erase::about(&whole.statement.id);
    let mails = write(site, to, &whole.on, letter, &values)?;
    Ok(mails.into_iter().map(|mail| mail.about(&about)).collect())
}

/// A longer deadline was granted (until a day), or what was asked for was declined; `holds` is the last day that counts now.
pub(super) fn deadline(
    site: &Site,
    on: &Consultation,
    to: &Receiver,
    granted: Option<NaiveDate>,
    holds: NaiveDate,
    reason: &str,
) -> AppResult<Vec<Mail>> {
    let letter = match granted {
        Some(_) => Letter {
            kind: "deadline-granted",
            subject_key: "mail-deadline-granted-subject",
            body_key: "mail-deadline-granted-body",
        },
        None => Letter {
            kind: "deadline-declined",
            subject_key: "mail-deadline-declined-subject",
            body_key: "mail-deadline-declined-body",
        },
    };
    let until = granted.unwrap_or(holds);
    let values = [
        ("organisation", to.organisation.details.name.clone()),
        ("until", lang(site).day(until, DayStyle::WeekdayYear)),
        ("reason", reason.to_owned()),
    ];
    write(site, &to.addresses, on, letter, &values)
}
