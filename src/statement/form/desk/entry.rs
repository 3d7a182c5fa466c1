//! A statement that came by letter, mail, fax or at the desk.

use std::collections::HashSet;

use chrono::NaiveDate;
use serde::Serialize;

use super::{NAME_CHARS, POSTAL_CHARS};
use crate::account::Party;
use crate::base::form::{FieldError, Fields, tidy};
use crate::base::id::Id;
use crate::base::mail::Address;
use crate::consultation::form::parse_day;
use crate::statement::model::{Channel, PART_CHARS, Part, SUBMITTERS, Submitter};
use crate::strategy::LaidEdition;

/// Most texts on single elements that one form has room for.
const PARTS: usize = 30;
/// How many empty lines a form has for more people and more elements.
const SPARE: usize = 2;
/// Longest field that is given back, in characters.
const FIELD_CHARS: usize = 60_000;

/// Somebody who signs, as typed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct SignerFields {
    /// Her name.
    pub name: String,
    /// For whom she writes.
    pub behalf: String,
    /// Her mail address.
    pub email: String,
    /// Her address on paper.
    pub postal_address: String,
}

/// A text on one element, as typed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct PartFields {
    /// The element's key.
    pub on: String,
    /// The text.
    pub text: String,
}

/// The whole form, as typed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct EntryForm {
    /// The way it came.
    pub channel: String,
    /// The organisation; empty for others.
    pub party: String,
    /// Who signs.
    pub signers: Vec<SignerFields>,
    /// The day on it.
    pub written_on: String,
    /// The day it came.
    pub received_on: String,
    /// Nothing to object.
    pub is_nil: bool,
    /// It may be shown to everyone.
    pub may_publish: bool,
    /// It names no third persons.
    pub names_nobody: bool,
    /// The text as a whole.
    pub whole: String,
    /// Texts on single elements.
    pub parts: Vec<PartFields>,
}

/// Within what an entry has to lie.
pub struct Bounds<'a> {
    /// The first day on which a statement could come.
    pub first_day: NaiveDate,
    /// Today.
    pub today: NaiveDate,
    /// The edition laid open.
    pub edition: &'a LaidEdition,
    /// The organisations the town knows.
    pub parties: &'a [Id<Party>],
}

/// What was typed, read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Typed {
    /// The way it came.
    pub channel: Channel,
    /// The organisation.
    pub party: Option<Id<Party>>,
    /// Who signs.
    pub submitters: Vec<Submitter>,
    /// The day on it.
    pub written_on: Option<NaiveDate>,
    /// The day it came.
    pub received_on: NaiveDate,
    /// The texts.
    pub parts: Vec<Part>,
}

impl EntryForm {
    /// A form to fill in.
    pub fn empty() -> Self {
        Self::default().with_room(false)
    }

    /// A form as it was sent.
    pub fn sent(fields: &Fields) -> Self {
        let field = |name: &str| -> String {
            let value = fields.get(name).unwrap_or_default();
            value.chars().take(FIELD_CHARS).collect()
        };
        let ticked = |name: &str| fields.get(name).is_some();
        let signer = |n: usize| SignerFields {
            name: field(&format!("signer-{n}-name")),
            behalf: field(&format!("signer-{n}-behalf")),
            email: field(&format!("signer-{n}-email")),
            postal_address: field(&format!("signer-{n}-postal")),
        };
        let part = |n: usize| PartFields {
            on: field(&format!("part-{n}-on")),
            text: field(&format!("part-{n}-text")),
        };
        Self {
            channel: field("channel"),
            party: field("party"),
            signers: (0..SUBMITTERS).map(signer).collect(),
            written_on: field("written_on"),
            received_on: field("received_on"),
            is_nil: ticked("is_nil"),
            may_publish: ticked("may_publish"),
            names_nobody: ticked("names_nobody"),
            whole: field("whole"),
            parts: (0..PARTS).map(part).collect(),
        }
    }

    /// The same without empty lines but some at the end; `more`: more of them.
    #[must_use]
    pub fn with_room(mut self, more: bool) -> Self {
        let spare = if more { SPARE * 3 } else { SPARE };
        self.signers.retain(|one| *one != SignerFields::default());
        let signers = (self.signers.len().max(1) + spare).min(SUBMITTERS);
        self.signers.resize_with(signers, SignerFields::default);
        self.parts.retain(|one| *one != PartFields::default());
        let parts = (self.parts.len() + spare).min(PARTS);
        self.parts.resize_with(parts, PartFields::default);
        self
    }

    /// Reads the form. Lines nobody filled in are left out; `with_room` must have come before, so that the faults name the
    /// lines the page shows.
    ///
    /// # Errors
    /// What to do about each field, in the order of the page.
    pub fn parse(&self, bounds: &Bounds<'_>) -> Result<Typed, Vec<FieldError>> {
        let mut errors = Vec::new();
        let channel = Channel::parse(&self.channel);
        let channel = channel.filter(|channel| Channel::AT_THE_DESK.contains(channel));
        if channel.is_none() {
            errors.push(FieldError::new("channel", "error-entry-channel"));
        }
        let received_on = self.received(bounds, &mut errors);
        let written_on = self.written(received_on, bounds, &mut errors);
        let party = bounds.parties.iter().find(|id| id.as_str() == self.party);
        if party.is_none() && !self.party.is_empty() {
            errors.push(FieldError::new("party", "error-entry-party"));
        }
        let submitters = self.submitters(party.is_some(), &mut errors);
        let texts = self.texts(bounds.edition, &mut errors);
        if self.is_nil && !texts.is_empty() {
            errors.push(FieldError::new("is_nil", "error-entry-nil"));
        }
        match (channel, received_on) {
            (Some(channel), Some(received_on)) if errors.is_empty() => Ok(Typed {
                channel,
                party: party.cloned(),
                submitters,
                written_on,
                received_on,
                parts: texts,
            }),
            _ => Err(errors),
        }
    }

    fn received(&self, bounds: &Bounds<'_>, errors: &mut Vec<FieldError>) -> Option<NaiveDate> {
        let day = parse_day(&self.received_on);
        let fault = match day {
            None => Some("error-day"),
            Some(day) if day > bounds.today => Some("error-entry-future"),
            Some(day) if day < bounds.first_day => Some("error-entry-early"),
            Some(_) => None,
        };
        errors.extend(fault.map(|key| FieldError::new("received_on", key)));
        day.filter(|_| fault.is_none())
    }

    /// A letter cannot be written after it came. How long before, nobody judges.
    fn written(
        &self,
        received: Option<NaiveDate>,
        bounds: &Bounds<'_>,
        errors: &mut Vec<FieldError>,
    ) -> Option<NaiveDate> {
        if self.written_on.trim().is_empty() {
            return None;
        }
        let day = parse_day(&self.written_on);
        let fault = match day {
            None => Some("error-day"),
            Some(day) if day > received.unwrap_or(bounds.today) => Some("error-entry-written"),
            Some(_) => None,
        };
        errors.extend(fault.map(|key| FieldError::new("written_on", key)));
        day
    }

    /// A known organisation signs by its name; everybody else has one.
    fn submitters(&self, is_party: bool, errors: &mut Vec<FieldError>) -> Vec<Submitter> {
        let mut found = Vec::new();
        for (n, one) in self.signers.iter().enumerate() {
            let field = |name: &str| format!("signer-{n}-{name}");
            if *one == SignerFields::default() {
                if n == 0 && !is_party {
                    errors.push(FieldError::new(field("name"), "error-entry-name"));
                }
                continue;
            }
            let mut line = |name: &str, text: &str, most: usize| {
                let text = tidy(text);
                let n = text.chars().count();
                if n > most {
                    let error = FieldError::new(field(name), "error-entry-long");
                    errors.push(error.with("max", most).with("n", n));
                }
                text
            };
            let one = Submitter {
                name: line("name", &one.name, NAME_CHARS).replace('\n', " "),
                behalf: line("behalf", &one.behalf, NAME_CHARS).replace('\n', " "),
                email: one.email.trim().to_owned(),
                postal_address: line("postal", &one.postal_address, POSTAL_CHARS),
            };
            if one.name.is_empty() && !is_party {
                errors.push(FieldError::new(field("name"), "error-entry-name"));
            }
            if !one.email.is_empty() && Address::parse(&one.email).is_none() {
                errors.push(FieldError::new(field("email"), "error-entry-email"));
            }
            found.push(one);
        }
        found
    }

    fn texts(&self, edition: &LaidEdition, errors: &mut Vec<FieldError>) -> Vec<Part> {
        let (mut parts, mut seen) = (Vec::new(), HashSet::new());
        let mut take = |field: String, on: Option<(String, crate::base::id::Id<_>)>, text: &str| {
            let text = tidy(text);
            let n = text.chars().count();
            if n > PART_CHARS {
                let error = FieldError::new(field, "error-entry-long");
                errors.push(error.with("max", PART_CHARS).with("n", n));
            } else if n > 0 {
                let (key, wording) = on.unzip();
                parts.push(Part { key, wording, text });
            } else if on.is_some() {
                errors.push(FieldError::new(field, "error-entry-no-text"));
            }
        };
        take("whole".to_owned(), None, &self.whole);
        let mut faults = Vec::new();
        for (n, part) in self.parts.iter().enumerate() {
            if *part == PartFields::default() {
                continue;
            }
            let element = edition.find(&part.on);
            let fault = match element {
                None => Some("error-entry-element"),
                Some(_) if !seen.insert(&part.on) => Some("error-entry-twice"),
                Some(_) => None,
            };
            faults.extend(fault.map(|key| FieldError::new(format!("part-{n}-on"), key)));
            if let (Some(element), None) = (element, fault) {
                let on = (element.key.clone(), element.wording.clone());
                take(format!("part-{n}-text"), Some(on), &part.text);
            }
        }
        errors.extend(faults);
        parts
    }
}
