//! Editions in work. Each act is a version that holds the whole tree, and each version knows the one it was made from:
//! undoing goes back to that one, redoing to the newest that was made from it. No version is ever changed or removed.

mod begin;
mod change;
mod finish;

use chrono::NaiveDateTime;
use diesel::prelude::*;

use crate::base::db::Conn;
use crate::base::error::{AppError, AppResult};
use crate::base::id::Id;
use crate::base::schema::{edition_draft_versions as versions, edition_drafts, strategies};
use crate::strategy::laid::Strategy;
use crate::strategy::model::tree::DraftTree;
use crate::strategy::model::{Edition, ElementKind};

pub use begin::{begin, begin_with, discard, keep};
pub use change::{Acted, act, act_because, give_cause, redo, undo};
pub use finish::{Finished, finish, summary};

/// An edition in work, as it is now.
#[derive(Clone, Debug)]
pub struct Draft {
    /// What it is and where it stands.
    pub head: DraftHead,
    /// The version that counts now.
    pub version: i32,
    /// The tree.
    pub tree: DraftTree,
    /// The last act, which can be undone.
    pub undo: Option<Deed>,
    /// The act that was undone last, which can be redone.
    pub redo: Option<Deed>,
}

/// An edition in work without its tree.
#[derive(Clone, Debug)]
pub struct DraftHead {
    /// Its identity.
    pub id: Id<DraftTree>,
    /// The strategy.
    pub strategy: Id<Strategy>,
    /// The strategy's name in addresses.
    pub slug: String,
    /// The strategy's title.
    pub title: String,
    /// The edition it was begun from.
    pub base: Option<Id<Edition>>,
    /// When it was begun, in UTC.
    pub begun_at: NaiveDateTime,
    /// What became of it.
    pub state: DraftState,
}

/// What became of an edition in work.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum DraftState {
    /// It is being worked on.
    Open,
    /// An edition was made of it.
    Finished(Id<Edition>),
    /// It was thrown away; it can be taken back.
    Discarded,
}

/// What was done, to what.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Deed {
    /// The act, as `Act::name` says it.
    pub act: String,
    /// What kind of element it was done to.
    pub kind: Option<ElementKind>,
    /// How people call that element: its number or its first words.
    pub name: String,
}

type HeadRow = (
    Id<DraftTree>,
    Id<Strategy>,
    String,
    String,
    Option<Id<Edition>>,
    NaiveDateTime,
    Option<Id<Edition>>,
    Option<NaiveDateTime>,
);

impl From<HeadRow> for DraftHead {
    fn from(row: HeadRow) -> Self {
        let (id, strategy, slug, title, base, begun_at, edition, discarded) = row;
        Self {
            id,
            strategy,
            slug,
            title,
            base,
            begun_at,
            state: match (edition, discarded) {
                (Some(edition), _) => DraftState::Finished(edition),
                (None, Some(_)) => DraftState::Discarded,
                (None, None) => DraftState::Open,
            },
        }
    }
}

/// All editions in work of a strategy, the newest first; finished and discarded ones too.
pub fn heads(conn: &mut Conn, slug: &str) -> AppResult<Vec<DraftHead>> {
    let rows: Vec<HeadRow> = edition_drafts::table
        .inner_join(strategies::table)
        .filter(strategies::slug.eq(slug))
        .order(edition_drafts::id.desc())
        .select((
            edition_drafts::id,
            strategies::id,
            strategies::slug,
            strategies::title,
            edition_drafts::base_id,
            edition_drafts::created_at,
            edition_drafts::edition_id,
            edition_drafts::discarded_at,
        ))
        .load(conn)?;
    Ok(rows.into_iter().map(DraftHead::from).collect())
}

/// The title of a strategy.
pub fn title(conn: &mut Conn, slug: &str) -> AppResult<String> {
    Ok(strategies::table
        .filter(strategies::slug.eq(slug))
        .select(strategies::title)
        .first(conn)?)
}

/// One edition in work without its tree. Under another strategy's address there is none.
pub fn head(conn: &mut Conn, slug: &str, id: &str) -> AppResult<DraftHead> {
    let row: HeadRow = edition_drafts::table
        .inner_join(strategies::table)
        .filter(strategies::slug.eq(slug).and(edition_drafts::id.eq(id)))
        .select((
            edition_drafts::id,
            strategies::id,
            strategies::slug,
            strategies::title,
            edition_drafts::base_id,
            edition_drafts::created_at,
            edition_drafts::edition_id,
            edition_drafts::discarded_at,
        ))
        .first(conn)?;
    Ok(row.into())
}

/// An edition in work with its tree; not found once it is finished or discarded.
pub fn open(conn: &mut Conn, slug: &str, id: &str) -> AppResult<Draft> {
    let head = head(conn, slug, id)?;
    if head.state != DraftState::Open {
        return Err(AppError::NotFound);
    }
    let version: i32 = edition_drafts::table
        .find(&head.id)
        .select(edition_drafts::version)
        .first(conn)?;
    let (parent, tree): (Option<i32>, String) = versions::table
        .find((&head.id, version))
        .select((versions::parent, versions::tree))
        .first(conn)?;
    let deeds = deeds(conn, &head.id, version)?;
    let deed = |wanted: i32| {
        let mut found = deeds.iter().filter(move |(number, _, _)| *number == wanted);
        found.next().map(|(_, _, deed)| deed.clone())
    };
    let next = deeds.iter().filter(|(_, from, _)| *from == Some(version));
    let redo = next.max_by_key(|(number, _, _)| *number);
    Ok(Draft {
        undo: parent.and_then(|_| deed(version)),
        redo: redo.map(|(_, _, deed)| deed.clone()),
        version,
        tree: serde_json::from_str(&tree).map_err(anyhow::Error::from)?,
        head,
    })
}

type DeedRow = (i32, Option<i32>, String, Option<String>, Option<String>);

/// What led to a version, and what was made from it: number, where it came from, what was done.
fn deeds(
    conn: &mut Conn,
    draft: &Id<DraftTree>,
    version: i32,
) -> AppResult<Vec<(i32, Option<i32>, Deed)>> {
    let near = versions::version
        .eq(version)
        .or(versions::parent.eq(version));
    let rows: Vec<DeedRow> = versions::table
        .filter(versions::draft_id.eq(draft))
        .filter(near.assume_not_null())
        .select((
            versions::version,
            versions::parent,
            versions::act,
            versions::element_kind,
            versions::element_name,
        ))
        .load(conn)?;
    let deed = |(number, parent, act, kind, name): DeedRow| {
        let deed = Deed {
            act,
            kind: kind.and_then(|kind| kind.parse().ok()),
            name: name.unwrap_or_default(),
        };
        (number, parent, deed)
    };
    Ok(rows.into_iter().map(deed).collect())
}

/// The tree of one version.
fn tree_of(conn: &mut Conn, draft: &Id<DraftTree>, version: i32) -> AppResult<DraftTree> {
    let tree: String = versions::table
        .find((draft, version))
        .select(versions::tree)
        .first(conn)?;
    Ok(serde_json::from_str(&tree).map_err(anyhow::Error::from)?)
}
