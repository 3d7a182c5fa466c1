//! Mails about statements. What is in them is known only inside the transaction (the number, the text as it is then), so
//! they are made there; whatever they need is gathered before.

use actix_web::web::Data;
use chrono::{DateTime, NaiveDate, Utc};

use super::seat::{Seat, Who};
use crate::account::Party;
use crate::base::db::Conn;
use crate::base::error::AppResult;
use crate::base::id::Id;
use crate::base::locale::{Args, DayStyle, Lang};
use crate::base::mail::{Address, Letter, Mail};
use crate::base::site::Site;
use crate::organisation::store::{members, organisations};
use crate::statement::model::Content;
use crate::statement::view::{ContentWords, PartWords};
use crate::strategy::LaidEdition;

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
            url: format!("{}{}", site.config.base_url(), seat.url("")),
            title: seat.consultation.title.clone(),
            edition: seat.edition.clone(),
            until: seat.words().until,
            now: seat.now,
            organisation,
            site,
            lang,
        }
    }

    /// Receipts of what was handed in, with its full text.
    ///
    /// # Errors
    /// When a text is missing.
    pub fn receipt(&self, number: i32, is_nil: bool, content: &Content) -> AppResult<Vec<Mail>> {
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
        let mut args = self.args(number);
        args.set("text", self.written(content));
        self.to_all(letter, &self.recipients(content), &args)
    }

    /// Says that a statement was withdrawn.
    ///
    /// # Errors
    /// When a text is missing.
    pub fn withdrawn(&self, number: i32, content: &Content) -> AppResult<Vec<Mail>> {
        let letter = Letter {
            kind: "statement-withdrawn",
            subject_key: "mail-statement-withdrawn-subject",
            body_key: "mail-statement-withdrawn-body",
        };
        self.to_all(letter, &self.recipients(content), &self.args(number))
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
        self.to_all(letter, &to, &self.args(0))
    }

    fn args(&self, number: i32) -> Args<'static> {
        let town = &self.site.config.town;
        let mut args = Args::new();
        args.set("portal", town.portal_name.clone());
        args.set("town", town.name.clone());
        args.set("title", self.title.clone());
        args.set("number", number);
        args.set("url", self.url.clone());
        args.set("until", self.lang.day(self.until, DayStyle::WeekdayYear));
        let local = self.now.with_timezone(&self.site.zone.0);
        args.set("day", self.lang.day(local.date_naive(), DayStyle::Long));
        args.set("time", local.format("%H:%M").to_string());
        let name = self.organisation.as_ref().map(|(_, name, _)| name.clone());
        args.set("organisation", name.unwrap_or_default());
        args
    }

    /// To whom receipts go: whoever acts for the organisation and its own address, or everyone who signed with an address.
    fn recipients(&self, content: &Content) -> Vec<String> {
        let mut to = match &self.organisation {
            Some((_, _, to)) => to.clone(),
            None => Vec::new(),
        };
        let signed = content.submitters.iter().map(|one| one.email.clone());
        to.extend(signed.filter(|email| !email.is_empty()));
        to
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
