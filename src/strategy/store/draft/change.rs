//! Acts on an edition in work, one version each.

use std::collections::BTreeSet;

use diesel::dsl::max;
use diesel::prelude::*;

use super::{Draft, open, tree_of};
use crate::account::Tx;
use crate::base::db::Conn;
use crate::base::error::AppResult;
use crate::base::id::Id;
use crate::base::schema::{edition_draft_versions as versions, edition_drafts};
use crate::strategy::EditStrategy;
use crate::strategy::model::cause::CauseNote;
use crate::strategy::model::tree::{Act, DraftTree, Said, TreeFault};
use crate::strategy::model::{Element, ElementKind, Key, excerpt};
use crate::strategy::store::import::element_ids;

/// Characters of an element's words that stand for it in the name of an act.
const NAME_CHARS: usize = 40;

/// What came of an act.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Acted {
    /// It is done.
    Done {
        /// The element to look at now.
        focus: Option<Key>,
    },
    /// Nothing is different afterwards, so there is no new version.
    Nothing {
        /// The element to look at.
        focus: Option<Key>,
    },
    /// It cannot be done.
    Faulty(TreeFault),
    /// Somebody else changed the words in the meantime; nothing was written.
    Changed {
        /// What the element says now.
        now: Said,
    },
}

/// Does an act on the newest tree. `seen`: the version that whoever acts had on the screen. What others did meanwhile to
/// other elements stays; words of the same element that others changed are never overwritten unseen.
pub fn act(
    tx: &mut Tx<EditStrategy>,
    slug: &str,
    id: &str,
    seen: i32,
    act: &Act,
) -> AppResult<Acted> {
    act_because(tx, slug, id, seen, act, None)
}

/// The same with the cause of what becomes of the element.
pub fn act_because(
    tx: &mut Tx<EditStrategy>,
    slug: &str,
    id: &str,
    seen: i32,
    act: &Act,
    cause: Option<&CauseNote>,
) -> AppResult<Acted> {
    let draft = open(tx.conn, slug, id)?;
    if let Some(now) = changed(tx.conn, &draft, seen, act)? {
        return Ok(Acted::Changed { now });
    }
    let ids = element_ids(tx.conn, &draft.head.strategy)?;
    let taken: BTreeSet<Key> = ids.keys().filter_map(|key| Key::parse(key).ok()).collect();
    let (mut next, focus) = match draft.tree.apply(act, &taken) {
        Ok(done) => done,
        Err(fault) => return Ok(Acted::Faulty(fault)),
    };
    if let Some(cause) = cause {
        for key in touched(act, &draft.tree, &next) {
            next.causes.insert(key, cause.clone());
        }
    }
    if next == draft.tree {
        return Ok(Acted::Nothing { focus });
    }
    let key = act.key().or(focus.as_ref());
    let named = |tree: &DraftTree| {
        let element = tree.find(key?)?;
        Some((element.kind, called(tree, element)))
    };
    let on = named(&draft.tree).or_else(|| named(&next));
    write(tx, &draft, act.name(), on.as_ref(), &next)?;
    Ok(Acted::Done { focus })
}

/// Keeps the cause of what became of an element that is in the draft no more: there are no words to send along.
pub fn give_cause(
    tx: &mut Tx<EditStrategy>,
    slug: &str,
    id: &str,
    key: &Key,
    cause: Option<&CauseNote>,
) -> AppResult<Acted> {
    let draft = open(tx.conn, slug, id)?;
    let mut next = draft.tree.clone();
    if let Some(cause) = cause {
        next.causes.insert(key.clone(), cause.clone());
    }
    if next == draft.tree {
        return Ok(Acted::Nothing { focus: None });
    }
    write(tx, &draft, "caused", None, &next)?;
    Ok(Acted::Done { focus: None })
}

/// The elements that become something else by an act: its own, those that come out of it, and those that go with them.
fn touched(act: &Act, before: &DraftTree, after: &DraftTree) -> BTreeSet<Key> {
    let new = after.keys().difference(&before.keys()).cloned().collect();
    let mut touched: BTreeSet<Key> = new;
    touched.extend(act.key().cloned());
    match act {
        Act::Split { along, .. } => touched.extend(along.iter().cloned()),
        Act::Merge { other, .. } => {
            touched.insert(other.clone());
        }
        _ => {}
    }
    touched
}

/// The words that somebody else gave an element since `seen`, when the act would overwrite them.
fn changed(conn: &mut Conn, draft: &Draft, seen: i32, act: &Act) -> AppResult<Option<Said>> {
    let keys = match act {
        Act::Reword { key, .. } | Act::Split { key, .. } => vec![key],
        Act::Merge { key, other, .. } => vec![key, other],
        _ => return Ok(None),
    };
    if seen == draft.version {
        return Ok(None);
    }
    let before = tree_of(conn, &draft.head.id, seen)?;
    let differs = |key: &&&Key| {
        let (old, new) = (before.find(key), draft.tree.find(key));
        new.is_some_and(|new| old.map(Said::by) != Some(Said::by(new)))
    };
    let other = keys.iter().find(differs);
    Ok(other.and_then(|key| draft.tree.find(key)).map(Said::by))
}

fn write(
    tx: &mut Tx<EditStrategy>,
    draft: &Draft,
    act: &str,
    on: Option<&(ElementKind, String)>,
    tree: &DraftTree,
) -> AppResult<()> {
    let last: Option<i32> = versions::table
        .filter(versions::draft_id.eq(&draft.head.id))
        .select(max(versions::version))
        .first(tx.conn)?;
    let version = last.unwrap_or_default() + 1;
    let author = tx.author();
    let json = serde_json::to_string(tree).map_err(anyhow::Error::from)?;
    diesel::insert_into(versions::table)
        .values((
            versions::draft_id.eq(&draft.head.id),
            versions::version.eq(version),
            versions::parent.eq(draft.version),
            versions::act.eq(act),
            versions::element_kind.eq(on.map(|(kind, _)| kind.as_str())),
            versions::element_name.eq(on.map(|(_, name)| name)),
            versions::tree.eq(json),
            versions::made_at.eq(tx.now.naive_utc()),
            versions::made_by.eq(author),
        ))
        .execute(tx.conn)?;
    choose(tx, &draft.head.id, version)
}

/// How people call an element: its number, else its first words.
fn called(tree: &DraftTree, element: &Element) -> String {
    let words = || {
        let words = [&element.title, &element.text];
        let words = words.into_iter().find(|words| !words.is_empty());
        let words = words.map_or("", String::as_str);
        format!("„{}“", excerpt(words, NAME_CHARS))
    };
    tree.edition
        .labels()
        .remove(&element.key)
        .unwrap_or_else(words)
}

fn choose(tx: &mut Tx<EditStrategy>, draft: &Id<DraftTree>, version: i32) -> AppResult<()> {
    diesel::update(edition_drafts::table.find(draft))
        .set(edition_drafts::version.eq(version))
        .execute(tx.conn)?;
    Ok(())
}

/// Goes back to before the last act. False when there is none, or when somebody did another act since `seen`.
pub fn undo(tx: &mut Tx<EditStrategy>, slug: &str, id: &str, seen: i32) -> AppResult<bool> {
    let draft = open(tx.conn, slug, id)?;
    if draft.version != seen {
        return Ok(false);
    }
    let parent: Option<i32> = versions::table
        .find((&draft.head.id, draft.version))
        .select(versions::parent)
        .first(tx.conn)?;
    if let Some(parent) = parent {
        choose(tx, &draft.head.id, parent)?;
    }
    Ok(parent.is_some())
}

/// Does again what was undone last. False when there is nothing, or when somebody did an act since `seen`.
pub fn redo(tx: &mut Tx<EditStrategy>, slug: &str, id: &str, seen: i32) -> AppResult<bool> {
    let draft = open(tx.conn, slug, id)?;
    if draft.version != seen {
        return Ok(false);
    }
    let next: Option<i32> = versions::table
        .filter(versions::draft_id.eq(&draft.head.id))
        .filter(versions::parent.eq(draft.version))
        .select(max(versions::version))
        .first(tx.conn)?;
    if let Some(next) = next {
        choose(tx, &draft.head.id, next)?;
    }
    Ok(next.is_some())
}
