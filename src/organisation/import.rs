//! A list of organisations from a table. All rows or none: what is wrong in any row is named before anything is kept.

use std::collections::HashMap;

use crate::account::Party;
use crate::base::export::{Cell, Separator, csv};
use crate::base::form::FieldError;
use crate::base::id::Id;
use crate::base::table::Row;
use crate::base::table::book::book;
use crate::organisation::form::OrganisationForm;
use crate::organisation::model::{Details, Kind, Organisation, State, folded};

/// Most organisations of one table.
pub const MAX_ORGANISATIONS: usize = 500;

/// The columns, as the template names them. Each is also known under its English name.
const COLUMNS: [(&str, &[&str]); 4] = [
    ("Name", &["name", "organisation", "organization", "verein"]),
    ("Art", &["art", "kind", "type"]),
    (
        "Anschrift",
        &["anschrift", "adresse", "address", "postal address"],
    ),
    ("E-Mail", &["e-mail", "email", "mail", "e-mail-adresse"]),
];

/// What will become of a row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fate {
    /// A new organisation.
    New,
    /// One the town knows: only the invitation is new, what is known about it stays.
    Known(Id<Party>),
    /// One that stands on the list already.
    Listed,
}

/// A row that can be taken in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Found {
    /// Its line in the file.
    pub line: usize,
    /// The organisation.
    pub details: Details,
    /// What will become of it.
    pub fate: Fate,
}

/// A row that cannot.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Faulty {
    /// Its line in the file.
    pub line: usize,
    /// The name that stands there.
    pub name: String,
    /// What to do.
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

/// Reads the rows. `known`: all organisations; `listed`: those on the consultation's list already.
///
/// # Errors
/// When a column is missing or there are too many rows.
pub fn read(
    rows: &[Row],
    known: &[Organisation],
    listed: &[Id<Party>],
) -> Result<Import, FieldError> {
    let (head, rows) = rows
        .split_first()
        .ok_or_else(|| FieldError::new("file", "error-table-empty"))?;
    let place = |n: usize| {
        let names = COLUMNS[n].1;
        let is_named = |cell: &String| names.contains(&cell.to_lowercase().as_str());
        head.cells.iter().position(is_named)
    };
    let (Some(name), Some(email)) = (place(0), place(3)) else {
        return Err(FieldError::new("file", "error-import-columns"));
    };
    let (kind, postal) = (place(1), place(2));
    if rows.is_empty() {
        return Err(FieldError::new("file", "error-table-empty"));
    }
    if rows.len() > MAX_ORGANISATIONS {
        let error = FieldError::new("file", "error-import-many");
        return Err(error.with("max", MAX_ORGANISATIONS).with("n", rows.len()));
    }
    let by_name: HashMap<String, &Organisation> = known
        .iter()
        .map(|one| (folded(&one.details.name), one))
        .collect();
    let mut seen: HashMap<String, usize> = HashMap::new();
    let mut import = Import::default();
    for row in rows {
        let cell = |at: Option<usize>| at.and_then(|at| row.cells.get(at)).cloned();
        let (typed, mut errors) = (cell(Some(name)).unwrap_or_default(), Vec::new());
        let named = Kind::named(&cell(kind).unwrap_or_default());
        let form = OrganisationForm {
            name: typed.clone(),
            kind: named.map_or(String::new(), |kind| kind.as_str().to_owned()),
            postal_address: cell(postal).unwrap_or_default(),
            email: cell(Some(email)).unwrap_or_default(),
            person: String::new(),
        };
        let details = form.parse(&mut errors);
        let key = folded(&details.name);
        if let Some(line) = seen.insert(key.clone(), row.line) {
            errors.push(FieldError::new("name", "error-import-twice").with("line", line));
        }
        let fate = match by_name.get(&key) {
            None => Fate::New,
            Some(one) if listed.contains(&one.id) => Fate::Listed,
            Some(one) => {
                if !matches!(one.state, State::Invited | State::Confirmed) {
                    errors.push(FieldError::new("name", "error-import-closed"));
                }
                Fate::Known(one.id.clone())
            }
        };
        if errors.is_empty() {
            import.found.push(Found {
                line: row.line,
                details,
                fate,
            });
        } else {
            import.faulty.push(Faulty {
                line: row.line,
                name: typed.chars().take(80).collect(),
                errors,
            });
        }
    }
    Ok(import)
}

/// One row of the templates; it is no organisation.
const EXAMPLE: [&str; 4] = [
    "Beispielverein Lindenau e.V.",
    "Verein",
    "Marktplatz 1, 70000 Lindenau",
    "kontakt@beispielverein.example",
];

/// The template as CSV: the head and one example.
///
/// # Errors
/// Never, but for the writer's own.
pub fn csv_template(separator: Separator) -> Result<Vec<u8>, csv::Error> {
    let head = COLUMNS.map(|(name, _)| name);
    csv_of(separator, &head, [EXAMPLE.map(str::to_owned)])
}

/// The same as a workbook; `sheet` is the name of its only sheet.
///
/// # Errors
/// Never, but for the writer's own.
pub fn xlsx_template(sheet: &str) -> anyhow::Result<Vec<u8>> {
    let head = COLUMNS.map(|(name, _)| name);
    let rows = [head, EXAMPLE].map(|row| row.map(str::to_owned).to_vec());
    book(sheet, &[40, 16, 40, 36], &rows)
}

/// Rows as a table that reads like the one they came from, to travel with the form of the preview.
///
/// # Errors
/// Never, but for the writer's own.
pub fn again(found: &[Found]) -> Result<Vec<u8>, csv::Error> {
    let head = COLUMNS.map(|(name, _)| name);
    let rows = found.iter().map(|one| {
        let details = &one.details;
        [
            details.name.clone(),
            word(details.kind).to_owned(),
            details.postal_address.clone(),
            details.email.clone(),
        ]
    });
    csv_of(Separator::Comma, &head, rows)
}

fn csv_of(
    separator: Separator,
    head: &[&str],
    rows: impl IntoIterator<Item = [String; 4]>,
) -> Result<Vec<u8>, csv::Error> {
    let rows = rows.into_iter();
    let cells = rows.map(|row| row.map(Cell::from).to_vec());
    csv(separator, head, cells)
}

fn word(kind: Kind) -> &'static str {
    match kind {
        Kind::Association => "Verein",
        Kind::PublicBody => "Behörde",
        Kind::Company => "Unternehmen",
        Kind::Other => "Andere",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::table;

    fn import(text: &str) -> Import {
        read(&table::read(text.as_bytes()).unwrap(), &[], &[]).unwrap()
    }

    #[test]
    fn the_template_can_be_read_and_travels_unchanged() {
        let bytes = csv_template(Separator::Semicolon).unwrap();
        let first = read(&table::read(&bytes).unwrap(), &[], &[]).unwrap();
        assert_eq!(first.faulty, []);
        let bytes = xlsx_template("Liste").unwrap();
        let same = read(&table::read(&bytes).unwrap(), &[], &[]).unwrap();
        assert_eq!(first, same);
        assert_eq!(first.found[0].details.kind, Kind::Association);
        let second = again(&first.found).unwrap();
        let second = read(&table::read(&second).unwrap(), &[], &[]).unwrap();
        assert_eq!(first.found[0].details, second.found[0].details);
    }

    #[test]
    fn bad_rows_are_named_with_their_line() {
        let found = import(
            "E-Mail;Name;Art\na@b.example;Erster;Verein\nkeine;Zweiter;\na@b.example;;Firma\nc@d.example;erster;Zunft\n",
        );
        assert_eq!(found.found.len(), 1);
        let lines: Vec<_> = found.faulty.iter().map(|row| row.line).collect();
        assert_eq!(lines, [3, 4, 5]);
        let keys: Vec<_> = found.faulty[2].errors.iter().map(|e| e.key).collect();
        assert_eq!(keys, ["error-organisation-kind", "error-import-twice"]);
    }

    #[test]
    fn a_table_without_its_columns_is_refused() {
        let rows = table::read(b"Verein;Telefon\nA;1").unwrap();
        assert_eq!(
            read(&rows, &[], &[]).unwrap_err().key,
            "error-import-columns"
        );
    }
}
