//! One row of the table.

use std::collections::HashMap;

use chrono::{Days, NaiveDate};
use sha2::{Digest as _, Sha256};

use super::columns::{
    ABOUT, Column, DEPARTMENT, EMAIL, HOUSE, ID, INSTITUTION, NAME, POSTCODE, Places, RECEIVED,
    REFERENCE, STREET, TEXT, TOWN, WAY, WRITTEN,
};
use super::{Against, Found};
use crate::account::Party;
use crate::base::form::FieldError;
use crate::base::id::{Id, base32};
use crate::base::mail::Address;
use crate::base::table::Row;
use crate::consultation::Consultation;
use crate::consultation::form::parse_day;
use crate::organisation::model::folded;
use crate::statement::form::desk::{NAME_CHARS, POSTAL_CHARS};
use crate::statement::model::{Channel, PART_CHARS, Part, Submitter};
use crate::strategy::LaidEdition;

/// Longest number of another system, in characters; a longer one is kept as its digest.
const ID_CHARS: usize = 80;

/// Reads a row: what it says, and what is wrong with it.
pub(super) fn read_row(
    row: &Row,
    places: &Places,
    known: &HashMap<String, &Id<Party>>,
    against: &Against<'_>,
) -> (Found, Vec<FieldError>) {
    let mut errors = Vec::new();
    let cell = |column| places.cell(row, column);
    let institution = cell(INSTITUTION);
    let party = known.get(&folded(&institution)).map(|id| (*id).clone());
    let submitter = submitter(&cell, party.is_some(), &mut errors);
    let name = match (&submitter, institution.is_empty()) {
        (_, false) => institution,
        (Some(one), true) => one.name.clone(),
        (None, true) => String::new(),
    };
    let received_on = day(&cell, RECEIVED, &mut errors);
    let fault = received_on.and_then(|day| {
        let early = (day < against.first_day).then_some("error-entry-early");
        (day > against.today)
            .then_some("error-entry-future")
            .or(early)
    });
    errors.extend(fault.map(|key| FieldError::new(RECEIVED.0, key)));
    let found = Found {
        line: row.line,
        key: key(row, &cell, against.consultation),
        written_on: day(&cell, WRITTEN, &mut errors),
        channel: way(&cell(WAY)).unwrap_or_else(|| {
            errors.push(FieldError::new(WAY.0, "error-statements-way"));
            Channel::Import
        }),
        part: part(&cell, against.edition, &mut errors),
        party,
        name,
        received_on,
        submitter,
    };
    (found, errors)
}

/// Who signs; nobody, when neither a person nor an unknown institution is named.
fn submitter(
    cell: &impl Fn(Column) -> String,
    is_party: bool,
    errors: &mut Vec<FieldError>,
) -> Option<Submitter> {
    let (institution, department) = (cell(INSTITUTION), cell(DEPARTMENT));
    let own = if is_party { "" } else { &institution };
    let behalf: Vec<&str> = [own, &department]
        .into_iter()
        .filter(|it| !it.is_empty())
        .collect();
    let street = format!("{} {}", cell(STREET), cell(HOUSE));
    let town = format!("{} {}", cell(POSTCODE), cell(TOWN));
    let postal = format!("{}\n{}", street.trim(), town.trim());
    let one = Submitter {
        name: cell(NAME).replace('\n', " "),
        behalf: behalf.join(", ").replace('\n', " "),
        email: cell(EMAIL),
        postal_address: postal.trim().to_owned(),
    };
    for (column, text, most) in [
        (NAME, &one.name, NAME_CHARS),
        (INSTITUTION, &one.behalf, 2 * NAME_CHARS),
        (STREET, &one.postal_address, POSTAL_CHARS),
    ] {
        let n = text.chars().count();
        if n > most {
            let error = FieldError::new(column.0, "error-entry-long");
            errors.push(error.with("max", most).with("n", n));
        }
    }
    if !one.email.is_empty() && Address::parse(&one.email).is_none() {
        errors.push(FieldError::new(EMAIL.0, "error-entry-email"));
    }
    (one != Submitter::default()).then_some(one)
}

/// A day as people write it, or as a workbook keeps it: in days since the end of 1899.
fn day(
    cell: &impl Fn(Column) -> String,
    column: Column,
    errors: &mut Vec<FieldError>,
) -> Option<NaiveDate> {
    let text = cell(column);
    if text.is_empty() {
        return None;
    }
    let serial = text
        .split('.')
        .next()
        .and_then(|whole| whole.parse::<u64>().ok())
        .filter(|days| (36_526..73_051).contains(days) && text.matches('.').count() < 2);
    let begin = NaiveDate::from_ymd_opt(1899, 12, 30);
    let counted = serial
        .zip(begin)
        .and_then(|(days, begin)| begin.checked_add_days(Days::new(days)));
    // Some systems add the time of day.
    let bare = text.split([' ', 'T']).next().unwrap_or_default();
    let day = counted.or_else(|| parse_day(bare));
    if day.is_none() {
        errors.push(FieldError::new(column.0, "error-day"));
    }
    day
}

/// The way a statement came, as people or other systems name it.
fn way(text: &str) -> Option<Channel> {
    match text.to_lowercase().as_str() {
        "" | "online" | "beteiligungsplattform" | "portal" | "sonstige" | "import" | "system" => {
            Some(Channel::Import)
        }
        "brief" | "post" | "letter" => Some(Channel::Letter),
        "e-mail" | "email" | "mail" => Some(Channel::Mail),
        "fax" | "telefax" => Some(Channel::Fax),
        "niederschrift" | "zur niederschrift" | "minutes" => Some(Channel::Minutes),
        _ => None,
    }
}

/// What tells a row from others: its number in the other system, or else everything that stands in it.
fn key(row: &Row, cell: &impl Fn(Column) -> String, consultation: &Id<Consultation>) -> String {
    let given = [("id", cell(ID)), ("reference", cell(REFERENCE))];
    let given = given.into_iter().find(|(_, value)| !value.is_empty());
    let (kind, value) = given.unwrap_or_else(|| ("row", row.cells.join("\u{1f}")));
    let value = if kind != "row" && value.chars().count() <= ID_CHARS {
        value
    } else {
        base32(&Sha256::digest(value.trim_end_matches('\u{1f}'))[..16])
    };
    format!("import:{consultation}:{kind}:{value}")
}

fn part(
    cell: &impl Fn(Column) -> String,
    edition: &LaidEdition,
    errors: &mut Vec<FieldError>,
) -> Part {
    let (text, about) = (cell(TEXT), cell(ABOUT));
    let element = edition.find(&about);
    if element.is_none() && !about.is_empty() {
        errors.push(FieldError::new(ABOUT.0, "error-entry-element"));
    }
    let n = text.chars().count();
    if n == 0 {
        errors.push(FieldError::new(TEXT.0, "error-entry-no-text"));
    } else if n > PART_CHARS {
        let error = FieldError::new(TEXT.0, "error-entry-long");
        errors.push(error.with("max", PART_CHARS).with("n", n));
    }
    Part {
        key: element.map(|element| element.key.clone()),
        wording: element.map(|element| element.wording.clone()),
        text,
    }
}
