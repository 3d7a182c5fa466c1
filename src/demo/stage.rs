//! Where the story is played: a clock that is moved through it, and the acts several chapters share.

use std::cell::RefCell;
use std::collections::BTreeMap;

use anyhow::Context;
use chrono::{DateTime, NaiveDate, TimeDelta, Utc};

use super::almanac;
use super::cast::Person;
use crate::account::{Action, Actor, May};
use crate::base::clock::{Clock, Zone};
use crate::base::config::Config;
use crate::base::db::Db;
use crate::base::error::AppResult;
use crate::base::figures::Limits;
use crate::base::secret::Secrets;
use crate::consultation::{Consultation, PrepareConsultation, TrackKind};
use crate::participation::access::Access;
use crate::participation::store::access::{
    ManageCodes, Redeemed, code_set, make_codes, mark_invited, redeem, set_access,
};
use crate::participation::{self, Code, Participate};
use crate::strategy::cause::Because;
use crate::strategy::markdown::parse;
use crate::strategy::{EditStrategy, ReportLang, edition_id, import, laid, publish};
use crate::survey::{self, plan};

/// How many people hand in within one transaction.
const TOGETHER: usize = 200;

/// Where the story is played.
pub struct Stage {
    /// The town's data.
    pub db: Db,
    /// The zone in which the town counts its days.
    pub zone: Zone,
    /// From which number on figures are shown.
    pub limits: Limits,
    secrets: Secrets,
    clock: Clock,
    /// The receipt of the first person who handed in, by consultation: the resident with an account keeps them.
    receipts: RefCell<BTreeMap<String, Code>>,
    /// The real present, beyond which the story never goes.
    now: DateTime<Utc>,
}

/// The days on which a consultation came about.
pub struct Days {
    /// The draft was taken in.
    pub imported: NaiveDate,
    /// Everyone could read it.
    pub published: NaiveDate,
    /// The consultation was announced.
    pub announced: NaiveDate,
}

impl Stage {
    /// A stage whose clock stands at the present.
    pub fn build(db: &Db, config: &Config, clock: &Clock, secrets: &Secrets) -> Self {
        let now = clock.now();
        Self {
            db: db.clone(),
            zone: config.town.zone(),
            limits: config.figures,
            secrets: secrets.clone(),
            receipts: RefCell::default(),
            clock: Clock::fixed(now),
            now,
        }
    }

    /// The installation's own secret, for links that have to work afterwards.
    pub fn secrets(&self) -> &Secrets {
        &self.secrets
    }

    /// So many days after today, or before it.
    pub fn today(&self, days: i64) -> NaiveDate {
        almanac::from_today(self.zone.day(self.now), days)
    }

    /// A day of the year of the first consultation.
    pub fn day(&self, month: u32, day: u32) -> NaiveDate {
        almanac::day(almanac::year(self.today(0)), month, day)
    }

    /// The permission for an act at 10 o'clock of a day (or now, when that is still to come).
    pub fn may<A: Action>(&self, day: NaiveDate) -> AppResult<May<A>> {
        let ten = self.zone.start_of(day) + TimeDelta::hours(10);
        self.clock.set(ten.min(self.now));
        May::by(Actor::Demo, &self.db, &self.clock)
    }

    /// The receipt of the first person who handed in on a consultation.
    pub fn receipt_on(&self, slug: &str) -> Option<Code> {
        self.receipts.borrow().get(slug).cloned()
    }

    /// What is kept of a receipt that nobody holds.
    pub fn new_receipt(&self) -> String {
        Code::fresh().hash(&self.secrets)
    }

    /// Takes in a draft, publishes it and announces a consultation on it.
    pub fn lay_open(
        &self,
        strategy: &'static str,
        document: &str,
        description: &str,
        days: &Days,
    ) -> anyhow::Result<Consultation> {
        let parsed = parse(document).map_err(|faults| anyhow::anyhow!("{strategy}: {faults:?}"))?;
        self.may::<EditStrategy>(days.imported)?
            .write_here(move |tx| {
                import(
                    tx,
                    strategy,
                    parsed.clone(),
                    &Because::came_with_a_document(),
                    ReportLang::German,
                )
                .map(|_| ())
            })?;
        let edition = self.db.read_here(|conn| {
            let id = edition_id(conn, strategy, None)?;
            laid(conn, &id)
        })?;
        let id = edition.id.clone();
        self.may::<EditStrategy>(days.published)?
            .write_here(move |tx| publish(tx, &id))?;
        let description = almanac::fill(description, self.today(0));
        let plan = plan::read(&description, &edition, self.zone)
            .map_err(|faults| anyhow::anyhow!("{strategy}: {}", faults.join("; ")))?;
        let consultation = self
            .may::<PrepareConsultation>(days.announced)?
            .write_here(move |tx| plan::create(tx, &edition, &plan, true))
            .with_context(|| format!("{strategy} could not be announced"))?;
        Ok(consultation)
    }

    /// People open the survey, answer page by page and hand in, each on her day.
    pub fn hand_in(
        &self,
        consultation: &Consultation,
        mut people: Vec<Person>,
    ) -> anyhow::Result<()> {
        people.sort_by_key(|person| person.day);
        let invited = people.iter().filter(|person| person.is_invited).count();
        let mut codes = self.letters(consultation, invited)?;
        for one_day in people.chunk_by(|a, b| a.day == b.day) {
            for group in one_day.chunks(TOGETHER) {
                self.hand_in_together(consultation, group.to_vec(), &mut codes)?;
            }
        }
        Ok(())
    }

    /// Letters go out to a sample of the residents, three for each who will answer. The codes of those.
    fn letters(&self, on: &Consultation, answering: usize) -> anyhow::Result<Vec<String>> {
        if answering == 0 {
            return Ok(Vec::new());
        }
        let opens = on
            .track(TrackKind::Survey)
            .map(|track| track.window.first_day(self.zone));
        let may = self.may::<ManageCodes>(opens.unwrap_or_default() - TimeDelta::days(10))?;
        let (consultation, secrets) = (on.clone(), self.secrets.clone());
        let set = may.write_here(move |tx| {
            set_access(tx, &consultation, Access::Both)?;
            make_codes(
                tx,
                &consultation,
                "Stichprobe aus dem Melderegister",
                answering * 3,
                &secrets,
            )
        })?;
        let set = self.db.read_here(|conn| code_set(conn, &on.id, &set))?;
        let codes = set.all(&self.secrets).take(answering);
        Ok(codes.map(|(_, code)| code.hash(&self.secrets)).collect())
    }

    fn hand_in_together(
        &self,
        on: &Consultation,
        group: Vec<Person>,
        codes: &mut Vec<String>,
    ) -> anyhow::Result<()> {
        let Some(day) = group.first().map(|person| person.day) else {
            return Ok(());
        };
        let may = self.may::<Participate>(day)?;
        anyhow::ensure!(
            on.is_open(TrackKind::Survey, may.at()),
            "{} is not open on {day}",
            on.slug
        );
        let (consultation, secrets) = (on.id.clone(), self.secrets.clone());
        let left = codes
            .len()
            .saturating_sub(group.iter().filter(|one| one.is_invited).count());
        let codes = codes.split_off(left);
        let receipts: Vec<_> = group.iter().map(|_| Code::fresh()).collect();
        if let Some(first) = receipts.first() {
            let mut kept = self.receipts.borrow_mut();
            kept.entry(on.slug.clone()).or_insert(first.clone());
        }
        may.write_here(move |tx| {
            let mut codes = codes.iter();
            for (person, receipt) in group.iter().zip(&receipts) {
                let hash = receipt.hash(&secrets);
                let started = participation::start(tx, &consultation, &hash, day)?;
                if person.is_invited
                    && let Some(code) = codes.next()
                    && redeem(tx, &consultation, code)? == Redeemed::Fine
                {
                    mark_invited(tx, &started)?;
                }
                let begun = participation::find(tx.conn, &hash)?;
                for (question, answer) in &person.answers {
                    survey::save(tx, &begun.id, *question, answer)?;
                }
                survey::submit(tx, &begun, day)?;
            }
            Ok(())
        })?;
        Ok(())
    }
}
