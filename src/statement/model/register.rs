//! The register: every organisation that was asked, whether it has answered or not, and everything that came, line by line.

use std::collections::{HashMap, HashSet};

use chrono::{DateTime, Utc};

use super::{Channel, Deadlines, Grant, Standing, Statement, Submitter, Version};
use crate::account::Party;
use crate::base::clock::Zone;
use crate::base::id::Id;
use crate::organisation::model::Invitation;

/// Out of what the register is made.
pub struct Sources<'a> {
    /// Who was asked.
    pub invited: &'a [Invitation],
    /// Everything that was handed in.
    pub statements: &'a [Statement],
    /// Whether all addresses of a statement are confirmed that have to be.
    pub confirmed: &'a HashMap<Id<Statement>, bool>,
    /// Who signs, by version.
    pub signers: &'a HashMap<Id<Version>, Vec<Submitter>>,
    /// The names of organisations.
    pub names: &'a HashMap<Id<Party>, String>,
    /// When they are in time.
    pub deadlines: &'a Deadlines,
    /// The longer deadlines, the first one first.
    pub grants: &'a [Grant],
}

/// What is to be said about a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum State {
    /// Nothing has come, and there is time left.
    Open,
    /// Nothing has come, and the deadline is over.
    Silent,
    /// The organisation has let us know that nothing will come.
    Declined,
    /// A statement has come.
    Came(Standing),
}

/// A statement in its line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Came {
    /// Its number.
    pub number: i32,
    /// By which way.
    pub channel: Channel,
    /// When, as far as it was not withdrawn.
    pub at: Option<DateTime<Utc>>,
    /// Nothing to object.
    pub is_nil: bool,
    /// By how many days it is late.
    pub days_late: Option<i64>,
    /// How many versions were handed in.
    pub versions: usize,
    /// Whether every address in it that has to be confirmed is; none where there is none.
    pub is_confirmed: Option<bool>,
}

/// One line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// The organisation, when the town knows it.
    pub party: Option<Id<Party>>,
    /// Its name, or that of who signs first; empty for a statement without a name.
    pub name: String,
    /// For whom she writes who signs first, or empty.
    pub behalf: String,
    /// How many others sign.
    pub others: usize,
    /// When the organisation was asked.
    pub invited_at: Option<DateTime<Utc>>,
    /// When it was written to again.
    pub reminded_at: Option<DateTime<Utc>>,
    /// The first instant that is too late for it.
    pub closes_at: DateTime<Utc>,
    /// When its longer deadline was granted.
    pub extended_at: Option<DateTime<Utc>>,
    /// What is to be said.
    pub state: State,
    /// What came.
    pub came: Option<Came>,
}

/// The register in numbers.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// Organisations that were asked.
    pub invited: usize,
    /// Those of them that have answered.
    pub answered: usize,
    /// Those that have answered that they have nothing to object.
    pub nil: usize,
    /// Those that have let us know that nothing will come.
    pub declined: usize,
    /// Those that have time left, the same as everybody.
    pub open: usize,
    /// Those that have time left because of a longer deadline.
    pub open_longer: usize,
    /// Those that have not answered in time.
    pub silent: usize,
    /// Statements of others.
    pub uninvited: usize,
    /// Lines that came late.
    pub late: usize,
    /// Late ones that wait for a decision.
    pub late_waiting: usize,
    /// Lines with a longer deadline.
    pub longer: usize,
}

impl State {
    /// Those that can be asked for, in the order pages name them.
    pub const ALL: [Self; 9] = [
        Self::Open,
        Self::Silent,
        Self::Declined,
        Self::Came(Standing::HandedIn),
        Self::Came(Standing::LateWaiting),
        Self::Came(Standing::LateAdmitted),
        Self::Came(Standing::LateRefused),
        Self::Came(Standing::Withdrawn),
        Self::Came(Standing::Erased),
    ];

    /// As it stands in addresses.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Open => "open",
            Self::Silent => "silent",
            Self::Declined => "declined",
            Self::Came(standing) => standing.as_str(),
        }
    }

    /// The text that names it.
    pub fn label_key(self) -> &'static str {
        match self {
            Self::Open => "register-state-open",
            Self::Silent => "register-state-silent",
            Self::Declined => "register-state-declined",
            Self::Came(standing) => standing.label_key(),
        }
    }

    /// The kind of its badge.
    pub fn badge(self) -> &'static str {
        match self {
            Self::Open => "info",
            Self::Silent => "warning",
            Self::Declined => "plain",
            Self::Came(standing) => standing.badge(),
        }
    }
}

impl Statement {
    /// Where it stands for the administration, which sees no drafts: a withdrawn one stays withdrawn while a new version of
    /// it is being written.
    pub fn seen_standing(&self, deadline: DateTime<Utc>) -> Standing {
        match self.standing(deadline) {
            Standing::Draft | Standing::Released => Standing::Withdrawn,
            seen => seen,
        }
    }

    /// The newest version the administration may see: the one that counts, else the one that was withdrawn.
    pub fn seen_version(&self) -> Option<&Version> {
        let handed_in = |version: &&Version| version.handed_in.is_some();
        self.current()
            .or_else(|| self.versions.iter().rfind(handed_in))
    }
}

impl Sources<'_> {
    /// The register at an instant.
    pub fn lines(&self, now: DateTime<Utc>, zone: Zone) -> Vec<Line> {
        let mut answered = HashSet::new();
        let invited: HashMap<_, _> = self
            .invited
            .iter()
            .map(|one| (&one.organisation.id, one))
            .collect();
        let mut lines = Vec::new();
        for statement in self.statements {
            let mut line = self.line(statement.party.as_ref(), &invited);
            self.came(&mut line, statement, zone);
            answered.extend(statement.party.as_ref());
            lines.push(line);
        }
        for one in self.invited {
            let party = &one.organisation.id;
            if answered.contains(party) {
                continue;
            }
            let mut line = self.line(Some(party), &invited);
            line.state = match one.declined_at {
                Some(_) => State::Declined,
                None if now < line.closes_at => State::Open,
                None => State::Silent,
            };
            lines.push(line);
        }
        lines
    }

    fn line(&self, party: Option<&Id<Party>>, invited: &HashMap<&Id<Party>, &Invitation>) -> Line {
        let closes_at = self.deadlines.of(party);
        let one = party.and_then(|party| invited.get(party));
        let own = |grant: &&Grant| Some(&grant.party) == party && grant.closes_at == closes_at;
        let extended = self.grants.iter().rfind(own).map(|grant| grant.at);
        Line {
            party: party.cloned(),
            name: party
                .and_then(|party| self.names.get(party))
                .cloned()
                .unwrap_or_default(),
            behalf: String::new(),
            others: 0,
            invited_at: one.map(|one| one.added_at),
            reminded_at: one
                .filter(|one| one.letters > 1)
                .and_then(|one| one.last_letter),
            closes_at,
            extended_at: extended.filter(|_| closes_at > self.deadlines.window.closes_at),
            state: State::Open,
            came: None,
        }
    }

    fn came(&self, line: &mut Line, statement: &Statement, zone: Zone) {
        let seen = statement.seen_version();
        let signers = seen.and_then(|version| self.signers.get(&version.id));
        let signers = signers.map_or(&[][..], Vec::as_slice);
        if line.name.is_empty()
            && let Some(first) = signers.first()
        {
            (line.name, line.behalf) = if first.name.is_empty() {
                (first.behalf.clone(), String::new())
            } else {
                (first.name.clone(), first.behalf.clone())
            };
            line.others = signers.len() - 1;
        }
        let handed_in = statement.versions.iter();
        line.state = State::Came(statement.seen_standing(line.closes_at));
        line.came = Some(Came {
            number: statement.number.unwrap_or_default(),
            channel: statement.channel,
            at: seen
                .and_then(|version| version.handed_in.as_ref())
                .map(|it| it.at),
            is_nil: seen.is_some_and(|version| version.is_nil),
            days_late: statement.days_late(line.closes_at, zone),
            versions: handed_in
                .filter(|version| version.handed_in.is_some())
                .count(),
            is_confirmed: self.confirmed.get(&statement.id).copied(),
        });
    }
}

impl Counts {
    /// Of the register at an instant.
    pub fn of(lines: &[Line], general: DateTime<Utc>, now: DateTime<Utc>) -> Self {
        let mut counts = Self::default();
        let mut parties: HashMap<&Id<Party>, Vec<&Line>> = HashMap::new();
        for line in lines {
            let came = line.came.as_ref();
            counts.late += usize::from(came.is_some_and(|came| came.days_late.is_some()));
            counts.late_waiting += usize::from(line.state == State::Came(Standing::LateWaiting));
            counts.longer += usize::from(line.extended_at.is_some());
            match (&line.party, line.invited_at) {
                (Some(party), Some(_)) => parties.entry(party).or_default().push(line),
                _ => counts.uninvited += 1,
            }
        }
        counts.invited = parties.len();
        for own in parties.into_values() {
            let stands = |line: &&&Line| {
                line.came.is_some()
                    && !matches!(
                        line.state,
                        State::Came(Standing::Withdrawn | Standing::Erased)
                    )
            };
            let (first, counted) = (own[0], own.iter().find(stands));
            match counted {
                Some(line) => {
                    counts.answered += 1;
                    counts.nil += usize::from(line.came.as_ref().is_some_and(|it| it.is_nil));
                }
                None if first.state == State::Declined => counts.declined += 1,
                None if now >= first.closes_at => counts.silent += 1,
                None if first.closes_at > general => counts.open_longer += 1,
                None => counts.open += 1,
            }
        }
        counts
    }
}
