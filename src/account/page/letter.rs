//! The links people get, by mail or on paper.

use chrono::{DateTime, Utc};

use crate::account::model::{Purpose, Secret};
use crate::account::store::roster::{self, Person, State};
use crate::account::store::{accounts, links};
use crate::account::{May, SignIn};
use crate::base::error::{AppError, AppResult};
use crate::base::locale::{Args, DayStyle, Lang};
use crate::base::mail::{Address, Letter, Mail};
use crate::base::page::Ui;
use crate::base::site::Site;

/// A link that was just made; its secret is nowhere else.
pub(super) struct Fresh {
    /// What it is for.
    pub purpose: Purpose,
    /// The secret as it stands in its row.
    pub hash: String,
    /// The whole address.
    pub url: String,
}

impl Fresh {
    /// A new link; its address comes from the options, never from the request.
    pub fn of(purpose: Purpose, site: &Site) -> Self {
        let secret = Secret::fresh();
        let path = purpose.path(secret.as_str());
        Self {
            purpose,
            hash: links::hash(&secret, &site.secrets),
            url: format!("{}{path}", site.config.base_url()),
        }
    }

    /// The mail that brings it. It is written in the town's language, as nobody knows the recipient's.
    pub fn mail(
        &self,
        name: &str,
        email: &str,
        site: &Site,
        now: DateTime<Utc>,
    ) -> AppResult<Mail> {
        let lang = site.config.town.default_language;
        let address = Address::parse(email)
            .ok_or_else(|| AppError::Internal(anyhow::anyhow!("an account without an address")))?;
        let town = &site.config.town;
        let mut args = Args::new();
        args.set("name", name.to_owned());
        args.set("url", self.url.clone());
        args.set("portal", town.portal_name.clone());
        args.set("town", town.name.clone());
        args.set("until", until(self.purpose, site, lang, now));
        Mail::of(self.letter(), address, &site.texts, lang, &args)
    }

    fn letter(&self) -> Letter {
        match self.purpose {
            Purpose::Invitation | Purpose::FirstAdmin => Letter {
                kind: "invitation",
                subject_key: "mail-invitation-subject",
                body_key: "mail-invitation-body",
            },
            Purpose::Reset => Letter {
                kind: "new-password",
                subject_key: "mail-new-password-subject",
                body_key: "mail-new-password-body",
            },
        }
    }
}

/// The last day on which a link made now can be used.
pub(super) fn until(purpose: Purpose, site: &Site, lang: Lang, now: DateTime<Utc>) -> String {
    let day = site.zone.day(now + purpose.lifetime());
    lang.day(day, DayStyle::WeekdayYear)
}

/// Sends a link for a new password to an address, if somebody signs in with it.
pub(super) async fn send_reset(may: May<SignIn>, ui: &Ui, email: String) -> AppResult<()> {
    let (site, now) = (ui.site(), may.at());
    let person = may
        .read(move |conn| {
            let Some(login) = accounts::login(conn, &email)? else {
                return Ok(None);
            };
            Ok(Some(roster::find(conn, &login.id, now)?))
        })
        .await?;
    let Some(person) = person.filter(may_reset) else {
        return Ok(());
    };
    let link = Fresh::of(Purpose::Reset, site);
    let mail = link.mail(&person.name, &person.email, site, now)?;
    let allowance = site.allowance();
    may.write(move |tx| {
        if allowance.put(tx.conn, tx.now, &mail)?.is_laid() {
            links::make(tx, &link.hash, Some(&person.id), link.purpose)?;
        }
        Ok(())
    })
    .await
}

/// Whoever comes in through the provider has no password here; a closed account gets no mail.
fn may_reset(person: &Person) -> bool {
    person.state == State::Active && person.has_password
}
