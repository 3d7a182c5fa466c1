//! Rows of strategies, editions and wordings.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use diesel::dsl::{count_star, exists};
use diesel::prelude::*;
use serde_json::json;

use super::EditStrategy;
use super::laid::{LaidEdition, LaidElement, Strategy, Wording};
use super::markdown::{Fault, ParsedEdition};
use super::matching::{Settled, settle};
use super::model::{Edition, Element, ElementKind, Key, ReportLang};
use crate::account::Tx;
use crate::base::db::Conn;
use crate::base::error::AppResult;
use crate::base::id::Id;
use crate::base::schema::{
    edition_changes, edition_elements, edition_publications, editions, elements, strategies,
    wordings,
};

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

type HeadRow = (Id<Edition>, i32, String, String, String);

/// Stores a parsed document as the next edition of a strategy, or finds that nothing has changed. The strategy comes
/// into being with its first edition.
pub fn import(
    tx: &mut Tx<EditStrategy>,
    slug: &str,
    parsed: ParsedEdition,
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
    let number = before.as_ref().map_or(1, |before| before.number + 1);
    let edition = write_edition(tx, &strategy, number, &settled.edition)?;
    let written = write_elements(tx, &strategy, &edition, ids, before.as_ref(), &settled)?;
    if before.is_some() {
        write_changes(tx, &edition, &written, &settled)?;
    }
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

fn newest(conn: &mut Conn, strategy: &Id<Strategy>) -> AppResult<Option<Id<Edition>>> {
    Ok(editions::table
        .filter(editions::strategy_id.eq(strategy))
        .order(editions::number.desc())
        .select(editions::id)
        .first(conn)
        .optional()?)
}

fn element_ids(
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

fn write_changes(
    tx: &mut Tx<EditStrategy>,
    edition: &Id<Edition>,
    ids: &BTreeMap<String, Id<Element>>,
    settled: &Settled,
) -> AppResult<()> {
    for (position, change) in (0i32..).zip(&settled.changes) {
        let Some(element) = ids.get(change.key.as_str()) else {
            continue;
        };
        diesel::insert_into(edition_changes::table)
            .values((
                edition_changes::edition_id.eq(edition),
                edition_changes::position.eq(position),
                edition_changes::element_id.eq(element),
                edition_changes::change.eq(change.what.as_str()),
            ))
            .execute(tx.conn)?;
    }
    Ok(())
}

/// How many strategies there are, whether they can be read by everyone or not.
pub fn count(conn: &mut Conn) -> AppResult<i64> {
    Ok(strategies::table.count().get_result(conn)?)
}

/// The id of an edition; without a number, the newest.
pub fn edition_id(conn: &mut Conn, slug: &str, number: Option<i32>) -> AppResult<Id<Edition>> {
    let mut query = editions::table
        .inner_join(strategies::table)
        .filter(strategies::slug.eq(slug))
        .order(editions::number.desc())
        .select(editions::id)
        .into_boxed();
    if let Some(number) = number {
        query = query.filter(editions::number.eq(number));
    }
    Ok(query.first(conn)?)
}

/// The newest edition of a strategy that everyone may read.
pub fn newest_published(conn: &mut Conn, slug: &str) -> AppResult<LaidEdition> {
    let id: Id<Edition> = editions::table
        .inner_join(strategies::table)
        .inner_join(edition_publications::table)
        .filter(strategies::slug.eq(slug))
        .order(editions::number.desc())
        .select(editions::id)
        .first(conn)?;
    laid(conn, &id)
}

/// A published edition by its number. Not published and not there answer alike: not found.
pub fn laid_by_number(conn: &mut Conn, slug: &str, number: i32) -> AppResult<LaidEdition> {
    let publication =
        edition_publications::table.filter(edition_publications::edition_id.eq(editions::id));
    let id: Id<Edition> = editions::table
        .inner_join(strategies::table)
        .filter(strategies::slug.eq(slug).and(editions::number.eq(number)))
        .filter(exists(publication))
        .select(editions::id)
        .first(conn)?;
    laid(conn, &id)
}

/// Whether everyone may read an edition.
pub fn is_edition_published(conn: &mut Conn, id: &Id<Edition>) -> AppResult<bool> {
    let found: i64 = edition_publications::table
        .filter(edition_publications::edition_id.eq(id))
        .count()
        .get_result(conn)?;
    Ok(found > 0)
}

type ElementRow = (
    Option<Id<Element>>,
    Id<Element>,
    String,
    String,
    Id<Wording>,
    Option<String>,
    String,
    String,
);

/// An edition with its whole tree: two queries.
pub fn laid(conn: &mut Conn, id: &Id<Edition>) -> AppResult<LaidEdition> {
    let (id, number, name, strategy, title): HeadRow = editions::table
        .inner_join(strategies::table)
        .filter(editions::id.eq(id))
        .select((
            editions::id,
            editions::number,
            editions::name,
            strategies::slug,
            strategies::title,
        ))
        .first(conn)?;
    let rows: Vec<ElementRow> = edition_elements::table
        .inner_join(elements::table.on(elements::id.eq(edition_elements::element_id)))
        .inner_join(wordings::table)
        .filter(edition_elements::edition_id.eq(&id))
        .order(edition_elements::position)
        .select((
            edition_elements::parent_id,
            elements::id,
            elements::key,
            elements::kind,
            wordings::id,
            wordings::number,
            wordings::title,
            wordings::text,
        ))
        .load(conn)?;
    let mut edition = LaidEdition {
        id,
        strategy,
        title,
        number,
        name,
        fields: grow(rows)?,
    };
    edition.number_labels();
    Ok(edition)
}

/// Puts rows in reading order back into a tree.
fn grow(rows: Vec<ElementRow>) -> AppResult<Vec<LaidElement>> {
    let mut below: HashMap<Option<Id<Element>>, Vec<LaidElement>> = HashMap::new();
    // From the last row to the first: what is below an element is complete when its own row comes.
    for (parent, id, key, kind, wording, number, title, text) in rows.into_iter().rev() {
        let kind: ElementKind = kind.parse().map_err(anyhow::Error::from)?;
        let mut children = below.remove(&Some(id.clone())).unwrap_or_default();
        children.reverse();
        let label = String::new();
        let element = LaidElement {
            id,
            wording,
            kind,
            key,
            label,
            number,
            title,
            text,
            children,
        };
        below.entry(parent).or_default().push(element);
    }
    let mut fields = below.remove(&None).unwrap_or_default();
    fields.reverse();
    Ok(fields)
}

/// How large an edition is.
#[derive(Clone, Copy, Debug, Default)]
pub struct EditionSize {
    /// Fields of action.
    pub fields: usize,
    /// Strategic goals.
    pub goals: usize,
}

/// The sizes of all published editions: one query, counted in the database.
pub fn edition_sizes(conn: &mut Conn) -> AppResult<HashMap<Id<Edition>, EditionSize>> {
    let rows: Vec<(Id<Edition>, String, i64)> = edition_elements::table
        .inner_join(elements::table.on(elements::id.eq(edition_elements::element_id)))
        .filter(
            edition_elements::edition_id
                .eq_any(edition_publications::table.select(edition_publications::edition_id)),
        )
        .group_by((edition_elements::edition_id, elements::kind))
        .select((edition_elements::edition_id, elements::kind, count_star()))
        .load(conn)?;
    let mut sizes: HashMap<_, EditionSize> = HashMap::new();
    for (edition, kind, n) in rows {
        let size = sizes.entry(edition).or_default();
        let n = usize::try_from(n).unwrap_or_default();
        match kind.parse() {
            Ok(ElementKind::Field) => size.fields = n,
            Ok(ElementKind::Goal) => size.goals = n,
            _ => {}
        }
    }
    Ok(sizes)
}

/// Shows an edition to everyone. Publishing it again changes nothing.
pub fn publish(tx: &mut Tx<EditStrategy>, id: &Id<Edition>) -> AppResult<()> {
    if is_edition_published(tx.conn, id)? {
        return Ok(());
    }
    let edition = laid(tx.conn, id)?;
    let author = tx.author();
    diesel::insert_into(edition_publications::table)
        .values((
            edition_publications::edition_id.eq(id),
            edition_publications::published_at.eq(tx.now.naive_utc()),
            edition_publications::published_by.eq(author),
        ))
        .execute(tx.conn)?;
    tx.journal(
        &format!("edition:{}/{}", edition.strategy, edition.number),
        &json!({ "published": edition.name }),
    )
}
