//! What is stored is written down: each column, what it is, whose, why, and for how long (`docs/data-inventory.toml`).

use std::collections::{BTreeMap, BTreeSet};

use serde::Deserialize;
use trialog::retention::model::Class;

use crate::support::source;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Inventory {
    bases: BTreeMap<String, String>,
    periods: BTreeMap<String, String>,
    tables: BTreeMap<String, Table>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Table {
    about: String,
    whose: String,
    purpose: String,
    basis: String,
    period: String,
    columns: BTreeMap<String, String>,
}

/// The tables.
pub fn tables() -> Vec<String> {
    inventory().tables.into_keys().collect()
}

/// The columns that hold words, names and addresses of people.
pub fn personal() -> Vec<(String, String)> {
    let mut found = Vec::new();
    for (table, about) in inventory().tables {
        let columns = about.columns.into_iter();
        let personal = columns.filter(|(_, words)| class(words) == "personal");
        found.extend(personal.map(|(column, _)| (table.clone(), column)));
    }
    found
}

const CLASSES: [&str; 4] = ["none", "pseudonymous", "personal", "secret"];

fn inventory() -> Inventory {
    let file = source::root().join("docs/data-inventory.toml");
    toml::from_str(&std::fs::read_to_string(file).unwrap()).unwrap()
}

/// The class of a column's words.
fn class(words: &str) -> &str {
    words.split_once(": ").map_or("", |(class, _)| class)
}

#[test]
fn every_column_is_in_the_inventory_and_nothing_else() {
    let stored = crate::schema::columns();
    assert!(stored.len() > 400, "the schema was read");
    let inventory = inventory();
    let named: BTreeSet<(String, String)> = inventory
        .tables
        .iter()
        .flat_map(|(table, about)| {
            about
                .columns
                .keys()
                .map(|column| (table.clone(), column.clone()))
        })
        .collect();
    let unsaid: Vec<_> = stored.difference(&named).collect();
    assert!(
        unsaid.is_empty(),
        "docs/data-inventory.toml does not say what these are: {unsaid:?}"
    );
    let gone: Vec<_> = named.difference(&stored).collect();
    assert!(gone.is_empty(), "these are not stored any more: {gone:?}");
}

#[test]
fn each_table_says_whose_why_on_which_basis_and_how_long() {
    let inventory = inventory();
    for (name, table) in &inventory.tables {
        for said in [&table.about, &table.whose, &table.purpose] {
            assert!(!said.trim().is_empty(), "{name} says nothing");
        }
        assert!(
            inventory.bases.contains_key(&table.basis),
            "{name}: no basis {}",
            table.basis
        );
        assert!(
            inventory.periods.contains_key(&table.period),
            "{name}: no period {}",
            table.period
        );
        for (column, words) in &table.columns {
            assert!(CLASSES.contains(&class(words)), "{name}.{column}: {words}");
            let what = words.split_once(": ").map_or("", |(_, what)| what);
            assert!(what.len() > 1, "{name}.{column} says nothing");
        }
        let has_person = table
            .columns
            .values()
            .any(|words| class(words) == "personal");
        assert!(
            !has_person || table.basis != "none" || PUBLIC.contains(&name.as_str()),
            "{name} holds personal data on no basis"
        );
        assert!(
            !has_person || table.period != "kept" || PUBLIC.contains(&name.as_str()),
            "{name} holds personal data for good"
        );
    }
}

/// What names a person because the town itself makes her name public: the clerk of a paper, whom to ask.
const PUBLIC: [&str; 2] = ["consultations", "papers"];

#[test]
fn each_class_of_the_options_is_a_period_and_has_something_to_delete() {
    let inventory = inventory();
    let periods: String = inventory
        .tables
        .values()
        .filter_map(|table| inventory.periods.get(&table.period))
        .cloned()
        .collect();
    for class in Class::ALL {
        assert!(
            periods.contains(class.as_str()),
            "nothing of the inventory ends with {}",
            class.as_str()
        );
    }
}
