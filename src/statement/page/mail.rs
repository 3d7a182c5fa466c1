//! Mails about statements. What is in them is known only inside the transaction (the number, the text as it is then), so
//! they are made there; whatever they need is gathered before.

use actix_web::web::Data;
use chrono::{DateTime, NaiveDate, TimeDelta, Utc};

use super::seat::{Seat, Who};
use crate::account::Party;
use crate::base::db::Conn;
use crate::base::error::AppResult;
use crate::base::id::Id;
use crate::base::locale::{Args, DayStyle, Lang};
use crate::base::mail::{Address, Letter, Mail};
use crate::base::site::Site;
use crate::consultation;
use crate::organisation::store::{members, organisations};
use crate::statement::model::{Content, Statement};
use crate::statement::store::deadlines;
use crate::statement::view::{ContentWords, PartWords};
use crate::strategy::{self, LaidEdition};

/// What the mails about one statement need.
#[derive(Clone)]
pub struct Post {
    site: Data<Site>,
    lang: Lang,
    edition: LaidEdition,
    title: String,
    url: String,
    until: NaiveDate,
    now: DateTime<Utc>,
    /// The organisation: which, its name, and to whom its receipts go.
    organisation: Option<(Id<Party>, String, Vec<String>)>,
}

/// Where a person finds her statement again: with her receipt code, which stands in no mail. Whoever signs beside her must
/// not be able to withdraw it.
fn lookup(site: &Site) -> String {
    format!("{}/receipt", site.config.base_url())
}

impl Post {
    /// For the statement of that seat, in the language of whoever acts.
    pub fn of(seat: &Seat, site: Data<Site>, lang: Lang) -> Self {
        let organisation = match &seat.who {
            Who::Person(_) => None,
            Who::Member(of) => {
                let (me, organisation) = &**of;
                let mut to = vec![me.email.clone()];
                if !organisation.details.email.is_empty() {
                    to.push(organisation.details.email.clone());
                }
                Some((me.party.clone(), organisation.details.name.clone(), to))
            }
        };
        Self {
            url: match &seat.who {
                Who::Person(_) => lookup(&site),
                Who::Member(_) => format!("{}{}", site.config.base_url(), seat.url("")),
            },
            title: seat.consultation.title.clone(),
            edition: seat.edition.clone(),
            until: seat.words().until,
            now: seat.now,
            organisation,
            site,
            lang,
        }
    }

    /// The same where nobody sits before a statement, but one who signs it has opened her link.
    ///
    /// # Errors
    /// When the database fails.
    pub fn again(
        conn: &mut Conn,
        statement: &Statement,
        site: Data<Site>,
        lang: Lang,
        now: DateTime<Utc>,
    ) -> AppResult<Self> {
        let on = consultation::by_id(conn, &statement.consultation)?;
        let deadlines = deadlines::of(conn, &on)?;
        let closes_at = deadlines.of(statement.party.as_ref());
        let organisation = match &statement.party {
            Some(party) => {
                let name = organisations::find(conn, party)?.details.name;
                Some((party.clone(), name, Vec::new()))
            }
            None => None,
        };
        let base = site.config.base_url();
        Ok(Self {
            url: match &organisation {
                None => lookup(&site),
                Some(_) => format!("{base}/organisation/consultations/{}/statement", on.slug),
            },
            until: site.zone.day(closes_at - TimeDelta::microseconds(1)),
            edition: strategy::laid(conn, &on.edition)?,
            title: on.title,
            organisation,
            lang,
            now,
            site,
        })
    }

    /// Addresses of which is known whose they are: those of the organisation and of everyone who acts for it, who came in by
    /// a link. In small letters.
    ///
    /// # Errors
    /// When the database fails.
    pub fn known(&self, conn: &mut Conn) -> AppResult<Vec<String>> {
        let Some((party, _, to)) = &self.organisation else {
            return Ok(Vec::new());
        };
        let members = members::of(conn, party)?;
        let emails = members.iter().map(|one| &one.email).chain(to);
        Ok(emails.map(|email| email.to_lowercase()).collect())
    }

    /// To whom the organisation's receipts go.
    pub fn own(&self) -> Vec<String> {
        let own = self.organisation.as_ref();
        own.map_or_else(Vec::new, |(_, _, to)| to.clone())
    }

    /// Asks whether an address is that of somebody who signs. Nothing that was typed stands in it: anybody could have typed
    /// any address.
    ///
    /// # Errors
    /// When a text is missing.
    pub fn confirmation(&self, number: i32, to: &str, path: &str) -> AppResult<Vec<Mail>> {
        let letter = Letter {
            kind: "statement-confirm",
            subject_key: "mail-statement-confirm-subject",
            body_key: "mail-statement-confirm-body",
        };
        let mut args = self.args(number, self.now);
        args.set("url", format!("{}{path}", self.site.config.base_url()));
        self.to_all(letter, &[to.to_owned()], &args)
    }

    /// Receipts of what was handed in, with its full text.
    ///
    /// # Errors
    /// When a text is missing.
    pub fn receipt(
        &self,
        number: i32,
        (is_nil, at): (bool, DateTime<Utc>),
        content: &Content,
        to: &[String],
    ) -> AppResult<Vec<Mail>> {
        let letter = if is_nil {
            Letter {
                kind: "statement-receipt",
                subject_key: "mail-statement-receipt-subject",
                body_key: "mail-statement-nil-body",
            }
        } else {
            Letter {
                kind: "statement-receipt",
                subject_key: "mail-statement-receipt-subject",
                body_key: "mail-statement-receipt-body",
            }
        };
        let mut args = self.args(number, at);
        args.set("text", self.written(content));
        self.to_all(letter, to, &args)
    }

    /// Says that a statement was withdrawn.
    ///
    /// # Errors
    /// When a text is missing.
    pub fn withdrawn(&self, number: i32, to: &[String]) -> AppResult<Vec<Mail>> {
        let letter = Letter {
            kind: "statement-withdrawn",
            subject_key: "mail-statement-withdrawn-subject",
            body_key: "mail-statement-withdrawn-body",
        };
        self.to_all(letter, to, &self.args(number, self.now))
    }

    /// Tells the signatories that a draft waits for them, or the authors that it came back.
    ///
    /// # Errors
    /// When the database fails or a text is missing.
    pub fn released(&self, conn: &mut Conn, released: bool) -> AppResult<Vec<Mail>> {
        let Some((party, ..)) = &self.organisation else {
            return Ok(Vec::new());
        };
        let letter = if released {
            Letter {
                kind: "statement-released",
                subject_key: "mail-statement-released-subject",
                body_key: "mail-statement-released-body",
            }
        } else {
            Letter {
                kind: "statement-given-back",
                subject_key: "mail-statement-given-back-subject",
                body_key: "mail-statement-given-back-body",
            }
        };
        let all = members::of(conn, party)?;
        let wanted = all.into_iter().filter(|one| {
            if released {
                one.duties.is_signatory
            } else {
                one.duties.is_author
            }
        });
        let to: Vec<_> = wanted.map(|one| one.email).collect();
        self.to_all(letter, &to, &self.args(0, self.now))
    }

    fn args(&self, number: i32, at: DateTime<Utc>) -> Args<'static> {
        let town = &self.site.config.town;
        let mut args = Args::new();
        args.set("portal", town.portal_name.clone());
        args.set("town", town.name.clone());
        args.set("title", self.title.clone());
        args.set("number", number);
        args.set("url", self.url.clone());
        args.set("until", self.lang.day(self.until, DayStyle::WeekdayYear));
        let local = at.with_timezone(&self.site.zone.0);
        args.set("day", self.lang.day(local.date_naive(), DayStyle::Long));
        args.set("time", local.format("%H:%M").to_string());
        let name = self.organisation.as_ref().map(|(_, name, _)| name.clone());
        args.set(
            "who",
            if name.is_some() {
                "organisation"
            } else {
                "person"
            },
        );
        args.set("organisation", name.unwrap_or_default());
        args
    }

    /// A mail to each address, once.
    fn to_all(&self, letter: Letter, to: &[String], args: &Args<'_>) -> AppResult<Vec<Mail>> {
        let mut to: Vec<String> = to.iter().map(|email| email.to_lowercase()).collect();
        to.sort();
        to.dedup();
        let addresses = to.iter().filter_map(|email| Address::parse(email));
        addresses
            .map(|to| Mail::of(letter, to, &self.site.texts, self.lang, args))
            .collect()
    }

    /// Everything that was handed in, in plain text.
    fn written(&self, content: &Content) -> String {
        let words = ContentWords::of(content, &self.edition);
        let mut blocks: Vec<String> = words.parts.iter().map(|part| self.part(part)).collect();
        if !words.files.is_empty() {
            let names = words.files.iter().map(|file| format!("- {}", file.name));
            let names: Vec<_> = names.collect();
            let head = self.text("statement-files");
            blocks.push(format!("== {head} ==\n\n{}", names.join("\n")));
        }
        if !words.submitters.is_empty() {
            let people = words.submitters.iter().map(|one| {
                let behalf = match one.behalf.as_str() {
                    "" => String::new(),
                    behalf => format!(", {behalf}"),
                };
                format!("- {}{behalf}", one.name)
            });
            let people: Vec<_> = people.collect();
            let head = self.text("statement-people");
            blocks.push(format!("== {head} ==\n\n{}", people.join("\n")));
        }
        blocks.join("\n\n")
    }

    fn part(&self, part: &PartWords) -> String {
        let head = match &part.key {
            None => self.text("statement-whole"),
            Some(_) => format!("{} {}", part.label, part.title).trim().to_owned(),
        };
        format!("== {head} ==\n\n{}", part.paragraphs.join("\n\n"))
    }

    fn text(&self, key: &str) -> String {
        self.site.texts.get(self.lang, key, &Args::new())
    }
}

/// Where mails of an organisation go: to everyone who acts for it, and to its own address.
///
/// # Errors
/// When the database fails.
pub fn addresses(conn: &mut Conn, party: &Id<Party>) -> AppResult<Vec<String>> {
    let all = members::of(conn, party)?;
    let mut to: Vec<_> = all.into_iter().map(|one| one.email).collect();
    to.push(organisations::find(conn, party)?.details.email);
    to.retain(|email| !email.is_empty());
    to.sort();
    to.dedup();
    Ok(to)
}
