//! An edition on its way in: written once, never changed.

use std::collections::{BTreeMap, BTreeSet};

use diesel::prelude::*;
use serde_json::json;

use super::changes::write_changes;
use super::laid;
use crate::account::Tx;
use crate::base::db::Conn;
use crate::base::error::AppResult;
use crate::base::id::Id;
use crate::base::schema::{
    edition_elements, edition_origins, editions, elements, strategies, wordings,
};
use crate::strategy::EditStrategy;
use crate::strategy::laid::{LaidEdition, Strategy, Wording};
use crate::strategy::markdown::{Fault, ParsedEdition};
use crate::strategy::matching::{Settled, settle};
use crate::strategy::model::cause::{Because, Caused};
use crate::strategy::model::tree::Origin;
use crate::strategy::model::{Edition, Element, Key, ReportLang};

/// What came of an import.
pub enum ImportOutcome {
    /// The document is the newest edition already; nothing was written.
    Unchanged {
        /// The number of that edition.
        number: i32,
    },
    /// The document contradicts the edition before; nothing was written.
    Faulty(Vec<Fault>),
    /// A new edition was written.
    Imported {
        /// Its number.
        number: i32,
        /// The tree as it was understood, for the terminal.
        tree: String,
        /// What it did to the edition before, for the terminal; empty for the first.
        report: String,
    },
}

/// An edition that is about to be written: everything about it is decided.
pub(super) struct Next<'a> {
    /// The strategy it belongs to.
    pub(super) strategy: &'a Id<Strategy>,
    /// The newest edition so far.
    pub(super) before: Option<&'a LaidEdition>,
    /// Every element the strategy ever had, by its key.
    pub(super) ids: BTreeMap<String, Id<Element>>,
    /// The tree, and how it differs from the edition before.
    pub(super) settled: &'a Settled,
    /// Which of its elements came out of others.
    pub(super) origins: &'a [Origin],
    /// Why it changes what it changes.
    pub(super) caused: Caused<'a>,
}

impl Next<'_> {
    /// Writes the edition with its elements, wordings, changes and origins. Returns its id and number.
    pub(super) fn write(self, tx: &mut Tx<EditStrategy>) -> AppResult<(Id<Edition>, i32)> {
        let number = self.before.map_or(1, |before| before.number + 1);
        let edition = write_edition(tx, self.strategy, number, &self.settled.edition)?;
        let ids = write_elements(
            tx,
            self.strategy,
            &edition,
            self.ids,
            self.before,
            self.settled,
        )?;
        if self.before.is_some() {
            write_changes(tx, &edition, &ids, &self.caused)?;
        }
        write_origins(tx, &edition, &ids, self.origins)?;
        Ok((edition, number))
    }
}

/// Stores a parsed document as the next edition of a strategy, or finds that nothing has changed. The strategy comes
/// into being with its first edition. What it changes in the edition before, it changes `because`.
pub fn import(
    tx: &mut Tx<EditStrategy>,
    slug: &str,
    parsed: ParsedEdition,
    because: &Because,
    lang: ReportLang,
) -> AppResult<ImportOutcome> {
    let strategy = strategy_named(tx, slug, &parsed.strategy_title)?;
    let before = newest(tx.conn, &strategy)?
        .map(|id| laid(tx.conn, &id))
        .transpose()?;
    let ids = element_ids(tx.conn, &strategy)?;
    let taken: BTreeSet<Key> = ids.keys().filter_map(|key| Key::parse(key).ok()).collect();
    let name = parsed.name.clone();
    let plain = before.as_ref().map(LaidEdition::plain).transpose()?;
    let settled = match settle(parsed, plain.as_ref(), &taken) {
        Ok(settled) => settled,
        Err(faults) => return Ok(ImportOutcome::Faulty(faults)),
    };
    if let Some(before) = &before
        && settled.unchanged()
        && before.name == name
    {
        return Ok(ImportOutcome::Unchanged {
            number: before.number,
        });
    }
    let next = Next {
        strategy: &strategy,
        before: before.as_ref(),
        ids,
        settled: &settled,
        origins: &[],
        caused: Caused::by(&settled.changes, because),
    };
    let (_, number) = next.write(tx)?;
    tx.journal(
        &format!("edition:{slug}/{number}"),
        &json!({ "imported": name }),
    )?;
    Ok(ImportOutcome::Imported {
        number,
        tree: settled.edition.tree_text(lang),
        report: if before.is_some() {
            settled.report(lang)
        } else {
            String::new()
        },
    })
}

fn strategy_named(tx: &mut Tx<EditStrategy>, slug: &str, title: &str) -> AppResult<Id<Strategy>> {
    let there = strategies::table
        .filter(strategies::slug.eq(slug))
        .select(strategies::id)
        .first(tx.conn)
        .optional()?;
    if let Some(id) = there {
        return Ok(id);
    }
    let id = Id::at(tx.now);
    diesel::insert_into(strategies::table)
        .values((
            strategies::id.eq(&id),
            strategies::slug.eq(slug),
            strategies::title.eq(title),
            strategies::created_at.eq(tx.now.naive_utc()),
        ))
        .execute(tx.conn)?;
    Ok(id)
}

pub(super) fn newest(conn: &mut Conn, strategy: &Id<Strategy>) -> AppResult<Option<Id<Edition>>> {
    Ok(editions::table
        .filter(editions::strategy_id.eq(strategy))
        .order(editions::number.desc())
        .select(editions::id)
        .first(conn)
        .optional()?)
}

pub(super) fn element_ids(
    conn: &mut Conn,
    strategy: &Id<Strategy>,
) -> AppResult<BTreeMap<String, Id<Element>>> {
    let rows: Vec<(String, Id<Element>)> = elements::table
        .filter(elements::strategy_id.eq(strategy))
        .select((elements::key, elements::id))
        .load(conn)?;
    Ok(rows.into_iter().collect())
}

fn write_edition(
    tx: &mut Tx<EditStrategy>,
    strategy: &Id<Strategy>,
    number: i32,
    edition: &Edition,
) -> AppResult<Id<Edition>> {
    let id = Id::at(tx.now);
    let author = tx.author();
    diesel::insert_into(editions::table)
        .values((
            editions::id.eq(&id),
            editions::strategy_id.eq(strategy),
            editions::number.eq(number),
            editions::name.eq(&edition.name),
            editions::created_at.eq(tx.now.naive_utc()),
            editions::created_by.eq(author),
        ))
        .execute(tx.conn)?;
    Ok(id)
}

/// Writes the tree. An element whose words are those of the edition before shares its wording row.
fn write_elements(
    tx: &mut Tx<EditStrategy>,
    strategy: &Id<Strategy>,
    edition: &Id<Edition>,
    mut ids: BTreeMap<String, Id<Element>>,
    before: Option<&LaidEdition>,
    settled: &Settled,
) -> AppResult<BTreeMap<String, Id<Element>>> {
    for (position, visit) in (0i32..).zip(settled.edition.walk()) {
        let element = visit.element;
        let key = element.key.as_str();
        let id = match ids.get(key) {
            Some(id) => id.clone(),
            None => new_element(tx, strategy, element)?,
        };
        ids.insert(key.to_owned(), id.clone());
        let shared = before.and_then(|edition| edition.find(key)).filter(|old| {
            old.number == element.number && old.title == element.title && old.text == element.text
        });
        let wording = match shared {
            Some(old) => old.wording.clone(),
            None => new_wording(tx, &id, element)?,
        };
        let parent = visit.parent.and_then(|key| ids.get(key.as_str()));
        diesel::insert_into(edition_elements::table)
            .values((
                edition_elements::edition_id.eq(edition),
                edition_elements::position.eq(position),
                edition_elements::element_id.eq(&id),
                edition_elements::wording_id.eq(&wording),
                edition_elements::parent_id.eq(parent),
            ))
            .execute(tx.conn)?;
    }
    Ok(ids)
}

fn new_element(
    tx: &mut Tx<EditStrategy>,
    strategy: &Id<Strategy>,
    element: &Element,
) -> AppResult<Id<Element>> {
    let id = Id::at(tx.now);
    diesel::insert_into(elements::table)
        .values((
            elements::id.eq(&id),
            elements::strategy_id.eq(strategy),
            elements::key.eq(element.key.as_str()),
            elements::kind.eq(element.kind.as_str()),
        ))
        .execute(tx.conn)?;
    Ok(id)
}

fn new_wording(
    tx: &mut Tx<EditStrategy>,
    of: &Id<Element>,
    element: &Element,
) -> AppResult<Id<Wording>> {
    let id = Id::at(tx.now);
    diesel::insert_into(wordings::table)
        .values((
            wordings::id.eq(&id),
            wordings::element_id.eq(of),
            wordings::number.eq(&element.number),
            wordings::title.eq(&element.title),
            wordings::text.eq(&element.text),
            wordings::created_at.eq(tx.now.naive_utc()),
        ))
        .execute(tx.conn)?;
    Ok(id)
}

fn write_origins(
    tx: &mut Tx<EditStrategy>,
    edition: &Id<Edition>,
    ids: &BTreeMap<String, Id<Element>>,
    origins: &[Origin],
) -> AppResult<()> {
    for origin in origins {
        let place = |key: &Key| ids.get(key.as_str());
        let (Some(element), Some(from)) = (place(&origin.of), place(&origin.from)) else {
            continue;
        };
        diesel::insert_into(edition_origins::table)
            .values((
                edition_origins::edition_id.eq(edition),
                edition_origins::element_id.eq(element),
                edition_origins::from_id.eq(from),
                edition_origins::kind.eq(origin.kind.as_str()),
            ))
            .execute(tx.conn)?;
    }
    Ok(())
}
