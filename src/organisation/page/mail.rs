//! Mails to organisations and to those who act for them.

use chrono::{DateTime, NaiveDate, Utc};

use crate::account::model::Secret;
use crate::base::error::{AppError, AppResult};
use crate::base::locale::{Args, DayStyle, Lang};
use crate::base::mail::{Address, Letter, Mail};
use crate::base::site::Site;
use crate::organisation::model::{Goal, Member, REGISTRATION_LASTS, WELCOME_LASTS};
use crate::organisation::store::entry;

/// A link that lets a member in, with its secret as it is kept.
pub(super) struct Link {
    /// As it is kept.
    pub hash: String,
    /// The whole address; it comes from the options, never from the request.
    pub url: String,
}

impl Link {
    /// A new one.
    pub fn fresh(site: &Site) -> Self {
        Self::to(&Goal::default(), site)
    }

    /// A new one that leads to a page.
    pub fn to(goal: &Goal, site: &Site) -> Self {
        let secret = Secret::fresh();
        let path = format!("/organisation/sign-in/{}{}", secret.as_str(), goal.query());
        Self {
            hash: entry::link_hash(&secret, &site.secrets),
            url: address(site, &path),
        }
    }
}

/// An address of the portal.
pub(super) fn address(site: &Site, path: &str) -> String {
    format!("{}{path}", site.config.base_url())
}

/// A mail with the town's and the portal's name in it.
pub(super) fn write(
    site: &Site,
    lang: Lang,
    to: &str,
    letter: Letter,
    values: &[(&'static str, String)],
) -> AppResult<Mail> {
    let to = Address::parse(to)
        .ok_or_else(|| AppError::Internal(anyhow::anyhow!("an organisation without an address")))?;
    let mut args = Args::new();
    args.set("portal", site.config.town.portal_name.clone());
    args.set("town", site.config.town.name.clone());
    for (name, value) in values {
        args.set(*name, value.clone());
    }
    Mail::of(letter, to, &site.texts, lang, &args)
}

/// Lets somebody in: one link for each organisation she acts for.
pub(super) fn sign_in(
    site: &Site,
    lang: Lang,
    to: &str,
    links: &[(String, Link)],
) -> AppResult<Mail> {
    let each: Vec<_> = links
        .iter()
        .map(|(organisation, link)| format!("{organisation}:\n{}", link.url))
        .collect();
    let letter = Letter {
        kind: "member-link",
        subject_key: "mail-member-link-subject",
        body_key: "mail-member-link-body",
    };
    write(site, lang, to, letter, &[("links", each.join("\n\n"))])
}

/// Somebody was added to an organisation.
pub(super) fn welcome(
    site: &Site,
    organisation: &str,
    name: &str,
    email: &str,
    link: &Link,
    now: DateTime<Utc>,
) -> AppResult<Mail> {
    let lang = site.config.town.default_language;
    let letter = Letter {
        kind: "member-welcome",
        subject_key: "mail-member-welcome-subject",
        body_key: "mail-member-welcome-body",
    };
    let values = [
        ("name", name.to_owned()),
        ("organisation", organisation.to_owned()),
        ("url", link.url.clone()),
        ("again", address(site, super::gate::SIGN_IN)),
        ("until", day(site, lang, now + WELCOME_LASTS)),
    ];
    write(site, lang, email, letter, &values)
}

/// The address of a registration is to be confirmed. Nothing that was typed stands in it: anybody could have typed it, and
/// any address.
pub(super) fn registration(
    site: &Site,
    lang: Lang,
    email: &str,
    secret: &Secret,
    now: DateTime<Utc>,
) -> AppResult<Mail> {
    let letter = Letter {
        kind: "organisation-registration",
        subject_key: "mail-registration-subject",
        body_key: "mail-registration-body",
    };
    let path = format!("/organisation/registration/{}", secret.as_str());
    let values = [
        ("url", address(site, &path)),
        ("until", day(site, lang, now + REGISTRATION_LASTS)),
    ];
    write(site, lang, email, letter, &values)
}

/// The town has decided about a registration; with a reason it has refused.
pub(super) fn decided(
    site: &Site,
    member: &Member,
    organisation: &str,
    refused: Option<&str>,
) -> AppResult<Mail> {
    let lang = site.config.town.default_language;
    let letter = match refused {
        None => Letter {
            kind: "organisation-confirmed",
            subject_key: "mail-organisation-confirmed-subject",
            body_key: "mail-organisation-confirmed-body",
        },
        Some(_) => Letter {
            kind: "organisation-refused",
            subject_key: "mail-organisation-refused-subject",
            body_key: "mail-organisation-refused-body",
        },
    };
    let mut values = vec![
        ("name", member.name.clone()),
        ("organisation", organisation.to_owned()),
    ];
    match refused {
        None => values.push(("url", address(site, super::gate::SIGN_IN))),
        Some(reason) => values.push(("reason", reason.to_owned())),
    }
    write(site, lang, &member.email, letter, &values)
}

/// An organisation is asked for a statement, or reminded.
pub fn invitation(
    site: &Site,
    (organisation, email): (&str, &str),
    (title, slug, until): (&str, &str, NaiveDate),
    secret: &Secret,
    again: bool,
) -> AppResult<Mail> {
    let lang = site.config.town.default_language;
    let letter = if again {
        Letter {
            kind: "organisation-reminder",
            subject_key: "mail-organisation-reminder-subject",
            body_key: "mail-organisation-reminder-body",
        }
    } else {
        Letter {
            kind: "organisation-invitation",
            subject_key: "mail-organisation-invitation-subject",
            body_key: "mail-organisation-invitation-body",
        }
    };
    let path = format!("/organisation/invitation/{}", secret.as_str());
    let values = [
        ("organisation", organisation.to_owned()),
        ("title", title.to_owned()),
        ("until", lang.day(until, DayStyle::WeekdayYear)),
        ("url", address(site, &path)),
        ("about", address(site, &format!("/consultations/{slug}"))),
    ];
    write(site, lang, email, letter, &values)
}

/// A day in words.
fn day(site: &Site, lang: Lang, at: DateTime<Utc>) -> String {
    lang.day(site.zone.day(at), DayStyle::WeekdayYear)
}
