//! From an edition in work to an edition.

use std::collections::BTreeSet;

use diesel::prelude::*;
use serde_json::json;

use super::{Draft, open, tree_of};
use crate::account::Tx;
use crate::base::db::Conn;
use crate::base::error::AppResult;
use crate::base::schema::edition_drafts;
use crate::strategy::EditStrategy;
use crate::strategy::laid::LaidEdition;
use crate::strategy::matching::{Change, Settled, compare};
use crate::strategy::model::cause::{Because, Caused};
use crate::strategy::model::tree::Finding;
use crate::strategy::model::{Edition, Key};
use crate::strategy::store::import::{Next, element_ids, newest};
use crate::strategy::store::laid;

/// What came of finishing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Finished {
    /// The edition is there, unpublished.
    Written {
        /// Its number.
        number: i32,
    },
    /// Changes of these elements have no cause.
    WithoutCause(BTreeSet<Key>),
    /// Something has to be settled first, or somebody changed something since `seen`: look again.
    LookAgain,
}

/// The newest edition, and what the draft changes in it: for the page before finishing.
pub fn summary(conn: &mut Conn, draft: &Draft) -> AppResult<(Option<LaidEdition>, Vec<Change>)> {
    let newest = newest(conn, &draft.head.strategy)?;
    let before = newest.map(|id| laid(conn, &id)).transpose()?;
    let plain = before.as_ref().map(LaidEdition::plain).transpose()?;
    let plain = plain.unwrap_or_else(|| empty(draft));
    Ok((before, compare(&plain, &draft.tree.edition)))
}

fn empty(draft: &Draft) -> Edition {
    Edition {
        strategy_title: draft.head.title.clone(),
        name: String::new(),
        fields: Vec::new(),
    }
}

/// Writes the next edition of the strategy as the import does, and closes the draft. `seen`: the version whose summary was
/// on the screen; `rest`: the cause of every change for which none was given yet.
pub fn finish(
    tx: &mut Tx<EditStrategy>,
    slug: &str,
    id: &str,
    seen: i32,
    name: &str,
    rest: Option<&Because>,
) -> AppResult<Finished> {
    let mut draft = open(tx.conn, slug, id)?;
    if draft.version != seen || draft.tree.findings().iter().any(Finding::blocks) {
        return Ok(Finished::LookAgain);
    }
    let newest = newest(tx.conn, &draft.head.strategy)?;
    let before = newest.map(|id| laid(tx.conn, &id)).transpose()?;
    let ids = element_ids(tx.conn, &draft.head.strategy)?;
    let taken: BTreeSet<Key> = ids.keys().filter_map(|key| Key::parse(key).ok()).collect();
    let known = match &draft.head.base {
        Some(base) => laid(tx.conn, base)?.plain()?,
        None => empty(&draft),
    };
    // A key that stood in the draft from its beginning was meant, as in a document that names a retired one.
    let first = tree_of(tx.conn, &draft.head.id, 1)?;
    let mut known: BTreeSet<Key> = keys(&known).union(&keys(&first.edition)).cloned().collect();
    draft.tree.make_room(&known, &taken);
    known.extend(taken);
    let origins = draft.tree.lasting_origins(&known);
    name.clone_into(&mut draft.tree.edition.name);
    let plain = before.as_ref().map(LaidEdition::plain).transpose()?;
    let plain = plain.unwrap_or_else(|| empty(&draft));
    let given = std::mem::take(&mut draft.tree.causes);
    let settled = Settled {
        changes: compare(&plain, &draft.tree.edition),
        edition: draft.tree.edition,
    };
    let changes = if before.is_some() {
        settled.changes.as_slice()
    } else {
        // Nothing was there that could be changed.
        &[]
    };
    let caused = match Caused::join(changes, &given, rest) {
        Ok(caused) => caused,
        Err(missing) => return Ok(Finished::WithoutCause(missing)),
    };
    let next = Next {
        strategy: &draft.head.strategy,
        before: before.as_ref(),
        ids,
        settled: &settled,
        origins: &origins,
        caused,
    };
    let (edition, number) = next.write(tx)?;
    diesel::update(edition_drafts::table.find(&draft.head.id))
        .set(edition_drafts::edition_id.eq(&edition))
        .execute(tx.conn)?;
    tx.journal(
        &format!("edition:{slug}/{number}"),
        &json!({ "finished": name }),
    )?;
    Ok(Finished::Written { number })
}

fn keys(edition: &Edition) -> BTreeSet<Key> {
    let visits = edition.walk();
    visits
        .iter()
        .map(|visit| visit.element.key.clone())
        .collect()
}
