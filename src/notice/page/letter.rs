//! The mails around a subscription.

use chrono::{DateTime, Utc};

use super::teller;
use crate::base::error::{AppError, AppResult};
use crate::base::id::Id;
use crate::base::locale::{Args, DayStyle};
use crate::base::mail::{Address, Letter, Mail};
use crate::base::site::Site;
use crate::notice::model::{
    CONFIRM_WITHIN, Door, Facts, NewSubscription, Occasion, Pace, Subscription, key,
};

/// The address of a door, without host.
pub fn path(id: &Id<Subscription>, door: Door, site: &Site) -> String {
    let key = key(id, door, &site.secrets);
    match door {
        Door::Confirm => format!("/subscriptions/confirm/{key}"),
        Door::Settings => format!("/subscriptions/{key}"),
    }
}

/// Where a mail program ends a subscription; with host, from the options.
pub fn one_click(id: &Id<Subscription>, site: &Site) -> String {
    let settings = path(id, Door::Settings, site);
    format!("{}{settings}/one-click", site.config.base_url())
}

fn args(title: &str, site: &Site) -> Args<'static> {
    let town = &site.config.town;
    let mut args = Args::new();
    args.set("title", title.to_owned());
    args.set("portal", town.portal_name.clone());
    args.set("town", town.name.clone());
    args
}

/// Asks whether the address is the reader's own.
///
/// # Errors
/// Those of [`Mail::of`].
pub fn confirmation(
    id: &Id<Subscription>,
    new: &NewSubscription,
    title: &str,
    site: &Site,
    now: DateTime<Utc>,
) -> AppResult<Mail> {
    let mut args = args(title, site);
    let url = format!(
        "{}{}",
        site.config.base_url(),
        path(id, Door::Confirm, site)
    );
    args.set("url", url);
    let until = site.zone.day(now + CONFIRM_WITHIN);
    args.set("until", new.lang.day(until, DayStyle::WeekdayYear));
    let letter = Letter {
        kind: "subscription",
        subject_key: "mail-subscription-subject",
        body_key: "mail-subscription-body",
    };
    Mail::of(letter, new.address.clone(), &site.texts, new.lang, &args)
}

/// Says that mails go to this address already, to whoever asked once more.
pub(super) fn known(
    id: &Id<Subscription>,
    new: &NewSubscription,
    title: &str,
    site: &Site,
) -> AppResult<Mail> {
    let mut args = args(title, site);
    let url = format!(
        "{}{}",
        site.config.base_url(),
        path(id, Door::Settings, site)
    );
    args.set("url", url);
    let letter = Letter {
        kind: "subscription-known",
        subject_key: "mail-subscription-known-subject",
        body_key: "mail-subscription-known-body",
    };
    let mail = Mail::of(letter, new.address.clone(), &site.texts, new.lang, &args)?;
    Ok(mail.unsubscribed_at(&one_click(id, site)))
}

/// Tells what has happened: one thing, or several together.
pub(super) fn notice(
    to: &Subscription,
    facts: &Facts,
    occasions: &[&Occasion],
    site: &Site,
    now: DateTime<Utc>,
) -> AppResult<Mail> {
    let teller = teller(site, to.lang, now);
    let base_url = site.config.base_url();
    let told = occasions.iter().map(|one| teller.tell(facts, one));
    let told: Vec<_> = told.collect();
    let subject = match (to.pace, told.as_slice()) {
        (Pace::AtOnce, [one]) => one.head.clone(),
        (Pace::AtOnce, _) => teller.t("mail-notice-subject"),
        (Pace::Weekly, _) => teller.t("mail-notice-subject-week"),
    };
    let news = told
        .iter()
        .map(|one| format!("{}\n{}\n{base_url}{}", one.head, one.text, one.path));
    let news: Vec<_> = news.collect();
    let mut args = args(&facts.consultation.title, site);
    args.set("news", news.join("\n\n"));
    let settings = format!("{base_url}{}", path(&to.id, Door::Settings, site));
    args.set("url", settings);
    let body = teller.text("mail-notice-body", &args);
    let address = Address::parse(&to.address)
        .ok_or_else(|| AppError::Internal(anyhow::anyhow!("a subscription without an address")))?;
    let mail = Mail::new("notice", address, &subject, &body)?;
    Ok(mail.unsubscribed_at(&one_click(&to.id, site)))
}
