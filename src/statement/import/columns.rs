//! The columns of the table, and the template.

use std::collections::HashMap;

use crate::base::form::tidy;
use crate::base::table::Row;

/// A column: its name in the template, and the names it is also known under.
pub(super) type Column = (&'static str, &'static [&'static str]);

pub(super) const ID: Column = ("ID", &["id", "nr", "nummer"]);
pub(super) const INSTITUTION: Column = (
    "Institution",
    &["institution", "organisation", "organization"],
);
pub(super) const DEPARTMENT: Column = ("Abteilung", &["abteilung", "department"]);
pub(super) const NAME: Column = ("Name", &["name"]);
pub(super) const EMAIL: Column = ("E-Mail", &["e-mail", "email", "mail", "e-mail-adresse"]);
pub(super) const STREET: Column = ("Straße", &["straße", "strasse", "street"]);
pub(super) const HOUSE: Column = ("Hausnummer", &["hausnummer", "house number"]);
pub(super) const POSTCODE: Column = ("PLZ", &["plz", "postleitzahl", "postcode"]);
pub(super) const TOWN: Column = ("Ort", &["ort", "town", "city"]);
pub(super) const RECEIVED: Column = (
    "Einreichungsdatum",
    &["einreichungsdatum", "eingangsdatum", "received"],
);
pub(super) const WRITTEN: Column = ("Verfassungsdatum", &["verfassungsdatum", "written"]);
pub(super) const WAY: Column = (
    "Art der Einreichung",
    &["art der einreichung", "weg", "channel"],
);
pub(super) const REFERENCE: Column = ("Eingangsnummer", &["eingangsnummer", "reference"]);
pub(super) const TEXT: Column = (
    "Stellungnahmetext",
    &["stellungnahmetext", "stellungnahme", "text", "statement"],
);
pub(super) const ABOUT: Column = ("Ziel", &["ziel", "element", "goal"]);

/// The columns in the order of the template. Only the text must be there.
pub const COLUMNS: [Column; 15] = [
    ID,
    INSTITUTION,
    DEPARTMENT,
    NAME,
    EMAIL,
    STREET,
    HOUSE,
    POSTCODE,
    TOWN,
    RECEIVED,
    WRITTEN,
    WAY,
    REFERENCE,
    TEXT,
    ABOUT,
];

/// Where the columns are.
pub(super) struct Places(pub(super) HashMap<&'static str, usize>);

impl Places {
    pub(super) fn of(head: &Row) -> Self {
        let bare = |cell: &String| {
            let text = cell.trim_end_matches(['*', ':', ' ']);
            text.to_lowercase()
        };
        let names: Vec<_> = head.cells.iter().map(bare).collect();
        let place = |(name, aliases): &Column| {
            let at = names.iter().position(|it| aliases.contains(&it.as_str()));
            at.map(|at| (*name, at))
        };
        Self(COLUMNS.iter().filter_map(place).collect())
    }

    pub(super) fn cell(&self, row: &Row, (name, _): Column) -> String {
        let cell = self.0.get(name).and_then(|at| row.cells.get(*at));
        cell.map(|cell| tidy(cell)).unwrap_or_default()
    }
}

/// The rows of the template: the head and one example.
pub fn template() -> [[&'static str; 15]; 2] {
    let example = [
        "1",
        "Beispielverein Lindenau e.V.",
        "Vorstand",
        "Robin Muster",
        "kontakt@beispielverein.example",
        "Marktplatz",
        "1",
        "70000",
        "Lindenau",
        "17.07.2026",
        "15.07.2026",
        "Brief",
        "2026-0815",
        "Wir begrüßen das Konzept.",
        "",
    ];
    [COLUMNS.map(|(name, _)| name), example]
}
