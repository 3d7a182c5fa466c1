//! Statements that arrived in another system, from a table. All rows or none: what is wrong in any cell is named before
//! anything is kept. The columns are those of demosplan's template, so that a town can take its statements along.

mod columns;
mod row;

use std::collections::HashMap;

use chrono::{DateTime, NaiveDate, Utc};

use super::model::{Channel, Content, Deadlines, Part, Submitter};
use super::store::desk::Entry;
use super::store::hand_in::Consents;
use crate::account::Party;
use crate::base::clock::Zone;
use crate::base::form::FieldError;
use crate::base::id::Id;
use crate::base::table::Row;
use crate::consultation::Consultation;
use crate::organisation::model::{Organisation, folded};
use crate::strategy::LaidEdition;

pub use columns::{COLUMNS, template};
use columns::{ID, Places, TEXT};
use row::read_row;

/// Most statements of one table.
pub const MAX_STATEMENTS: usize = 500;

/// Against what a table is read.
pub struct Against<'a> {
    /// The consultation it goes to.
    pub consultation: &'a Id<Consultation>,
    /// The first day on which a statement could come.
    pub first_day: NaiveDate,
    /// Today.
    pub today: NaiveDate,
    /// The edition laid open.
    pub edition: &'a LaidEdition,
    /// The organisations the town knows.
    pub known: &'a [Organisation],
}

/// A row that can be taken in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Found {
    /// Its line in the file.
    pub line: usize,
    /// What tells it from other rows, in this and in later tables.
    pub key: String,
    /// The organisation, when the town knows it.
    pub party: Option<Id<Party>>,
    /// Whose it is, as it stands there.
    pub name: String,
    /// The way it came.
    pub channel: Channel,
    /// The day on it.
    pub written_on: Option<NaiveDate>,
    /// The day it came, if it stands there.
    pub received_on: Option<NaiveDate>,
    /// Who signs.
    pub submitter: Option<Submitter>,
    /// The text.
    pub part: Part,
}

/// A row that cannot.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Faulty {
    /// Its line in the file.
    pub line: usize,
    /// The name that stands there.
    pub name: String,
    /// What to do; the field is the column as the template names it.
    pub errors: Vec<FieldError>,
}

/// What a table holds.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Import {
    /// The good rows.
    pub found: Vec<Found>,
    /// The bad ones.
    pub faulty: Vec<Faulty>,
}

impl Found {
    /// When it came: the day that stands there, or else now.
    pub fn received(&self, now: DateTime<Utc>, zone: Zone) -> DateTime<Utc> {
        received(self.received_on.unwrap_or_else(|| zone.day(now)), now, zone)
    }

    /// As it is entered.
    pub fn entry(&self, deadlines: &Deadlines, now: DateTime<Utc>, zone: Zone) -> Entry {
        let deadline = deadlines.of(self.party.as_ref());
        Entry {
            key: self.key.clone(),
            party: self.party.clone(),
            channel: self.channel,
            written_on: self.written_on,
            received: (self.received(now, zone), deadline),
            is_nil: false,
            consents: Consents::default(),
            content: Content {
                parts: vec![self.part.clone()],
                submitters: self.submitter.clone().into_iter().collect(),
                files: Vec::new(),
            },
        }
    }
}

/// The instant for a day on which a letter came: noon, or now when that is still ahead. Letters count by the day.
pub fn received(day: NaiveDate, now: DateTime<Utc>, zone: Zone) -> DateTime<Utc> {
    zone.noon_of(day).min(now)
}

/// Reads the rows.
///
/// # Errors
/// When the column with the text is missing, or there are too many rows.
pub fn read(rows: &[Row], against: &Against<'_>) -> Result<Import, FieldError> {
    let empty = || FieldError::new("file", "error-table-empty");
    let (head, rows) = rows.split_first().ok_or_else(empty)?;
    let places = Places::of(head);
    if !places.0.contains_key(TEXT.0) {
        return Err(FieldError::new("file", "error-statements-columns"));
    }
    if rows.is_empty() {
        return Err(empty());
    }
    if rows.len() > MAX_STATEMENTS {
        let error = FieldError::new("file", "error-statements-many");
        return Err(error.with("max", MAX_STATEMENTS).with("n", rows.len()));
    }
    let known = against.known.iter();
    let known: HashMap<_, _> = known
        .map(|one| (folded(&one.details.name), &one.id))
        .collect();
    let mut seen: HashMap<String, usize> = HashMap::new();
    let mut import = Import::default();
    for row in rows {
        let (found, mut errors) = read_row(row, &places, &known, against);
        if let Some(line) = seen.insert(found.key.clone(), row.line) {
            let column = if found.key.contains(":row:") {
                TEXT
            } else {
                ID
            };
            errors.push(FieldError::new(column.0, "error-statements-twice").with("line", line));
        }
        if errors.is_empty() {
            import.found.push(found);
        } else {
            import.faulty.push(Faulty {
                line: row.line,
                name: found.name.chars().take(80).collect(),
                errors,
            });
        }
    }
    Ok(import)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::table;

    fn edition() -> LaidEdition {
        LaidEdition {
            id: Id::random(),
            strategy: "konzept".into(),
            title: "Konzept".into(),
            number: 1,
            name: "Entwurf".into(),
            fields: Vec::new(),
        }
    }

    fn import(text: &str) -> Result<Import, FieldError> {
        let (edition, consultation) = (edition(), Id::known("c"));
        let day = |day| NaiveDate::from_ymd_opt(2026, 7, day).unwrap();
        read(
            &table::read(text.as_bytes()).unwrap(),
            &Against {
                consultation: &consultation,
                first_day: day(1),
                today: day(31),
                edition: &edition,
                known: &[],
            },
        )
    }

    #[test]
    fn only_the_text_must_be_there() {
        let found = import("Stellungnahmetext*\nWir sind dafür.\n").unwrap();
        assert_eq!(found.faulty, []);
        let one = &found.found[0];
        assert_eq!(
            (one.part.text.as_str(), one.channel, one.received_on),
            ("Wir sind dafür.", Channel::Import, None)
        );
        assert_eq!(one.submitter, None);
        assert_eq!(
            import("ID;Name\n1;Robin\n").unwrap_err().key,
            "error-statements-columns"
        );
        assert_eq!(import("Text\n").unwrap_err().key, "error-table-empty");
    }

    #[test]
    fn the_example_of_the_template_can_be_read() {
        let rows = template().map(|row| row.join(";"));
        let found = import(&rows.join("\n")).unwrap();
        assert_eq!(found.faulty, []);
        let one = &found.found[0];
        let submitter = one.submitter.as_ref().unwrap();
        assert_eq!(one.key, "import:c:id:1");
        assert_eq!(one.name, "Beispielverein Lindenau e.V.");
        assert_eq!(submitter.behalf, "Beispielverein Lindenau e.V., Vorstand");
        assert_eq!(submitter.postal_address, "Marktplatz 1\n70000 Lindenau");
        assert_eq!(one.channel, Channel::Letter);
    }

    #[test]
    fn bad_cells_are_named_with_their_line_and_column() {
        let found = import(
            "ID;Text;Einreichungsdatum;Verfassungsdatum;Art der Einreichung;E-Mail;Ziel\n\
             1;;17.07.2026;;;;\n\
             1;Gut;gestern;;;;\n\
             2;Gut;01.08.2026;;Brieftaube;a;nix\n\
             3;Gut;30.06.2026;46200;Fax;;\n\
             4;Gut;46204;46200.5;Fax;;\n",
        )
        .unwrap();
        assert_eq!(found.found.len(), 1);
        assert_eq!(
            found.found[0].received_on,
            NaiveDate::from_ymd_opt(2026, 7, 1)
        );
        let faults: Vec<Vec<(&str, &str)>> = found
            .faulty
            .iter()
            .map(|row| {
                let errors = row.errors.iter();
                errors
                    .map(|error| (error.field.as_str(), error.key))
                    .collect()
            })
            .collect();
        assert_eq!(
            faults,
            [
                vec![("Stellungnahmetext", "error-entry-no-text")],
                vec![
                    ("Einreichungsdatum", "error-day"),
                    ("ID", "error-statements-twice"),
                ],
                vec![
                    ("E-Mail", "error-entry-email"),
                    ("Einreichungsdatum", "error-entry-future"),
                    ("Art der Einreichung", "error-statements-way"),
                    ("Ziel", "error-entry-element"),
                ],
                vec![("Einreichungsdatum", "error-entry-early")],
            ]
        );
    }

    #[test]
    fn a_row_without_a_number_is_known_by_what_stands_in_it() {
        let one = import("Name;Text\nRobin;A\nRobin;B\n").unwrap().found;
        assert_ne!(one[0].key, one[1].key);
        let again = import("Name;Text\nRobin;B\nRobin;A\n").unwrap().found;
        assert_eq!(one[0].key, again[1].key);
        let twice = import("Name;Text\nRobin;A\nRobin;A\n").unwrap();
        assert_eq!(twice.faulty[0].errors[0].key, "error-statements-twice");
    }
}
