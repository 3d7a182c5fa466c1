//! Beginning an edition, throwing it away, taking it back.

use diesel::prelude::*;
use serde_json::json;

use super::{DraftState, heads};
use crate::account::Tx;
use crate::base::error::{AppError, AppResult};
use crate::base::id::Id;
use crate::base::schema::{edition_draft_versions as versions, edition_drafts, strategies};
use crate::strategy::EditStrategy;
use crate::strategy::laid::Strategy;
use crate::strategy::model::Edition;
use crate::strategy::model::tree::DraftTree;
use crate::strategy::store::import::newest;
use crate::strategy::store::laid;

/// Begins the next edition with the tree of the newest one; the first edition begins empty. While another one is being
/// worked on, that one is returned: two at a time would undo each other.
pub fn begin(tx: &mut Tx<EditStrategy>, slug: &str) -> AppResult<Id<DraftTree>> {
    let open = heads(tx.conn, slug)?;
    if let Some(open) = open.into_iter().find(|head| head.state == DraftState::Open) {
        return Ok(open.id);
    }
    let (strategy, title): (Id<Strategy>, String) = strategies::table
        .filter(strategies::slug.eq(slug))
        .select((strategies::id, strategies::title))
        .first(tx.conn)?;
    let base = newest(tx.conn, &strategy)?;
    let edition = match &base {
        Some(base) => laid(tx.conn, base)?.plain()?,
        None => Edition {
            strategy_title: title,
            name: String::new(),
            fields: Vec::new(),
        },
    };
    begin_with(tx, &strategy, base.as_ref(), &DraftTree::of(edition))
}

/// Begins the next edition with a tree, e.g. one that was read from a document. `base`: the edition it is compared with.
pub fn begin_with(
    tx: &mut Tx<EditStrategy>,
    strategy: &Id<Strategy>,
    base: Option<&Id<Edition>>,
    tree: &DraftTree,
) -> AppResult<Id<DraftTree>> {
    let id = Id::at(tx.now);
    let author = tx.author();
    diesel::insert_into(edition_drafts::table)
        .values((
            edition_drafts::id.eq(&id),
            edition_drafts::strategy_id.eq(strategy),
            edition_drafts::base_id.eq(base),
            edition_drafts::version.eq(1),
            edition_drafts::created_at.eq(tx.now.naive_utc()),
            edition_drafts::created_by.eq(&author),
        ))
        .execute(tx.conn)?;
    let json = serde_json::to_string(tree).map_err(anyhow::Error::from)?;
    diesel::insert_into(versions::table)
        .values((
            versions::draft_id.eq(&id),
            versions::version.eq(1),
            versions::act.eq("begun"),
            versions::tree.eq(json),
            versions::made_at.eq(tx.now.naive_utc()),
            versions::made_by.eq(&author),
        ))
        .execute(tx.conn)?;
    tx.journal(&format!("draft:{id}"), &json!({ "begun": true }))?;
    Ok(id)
}

/// Throws an edition in work away. Nothing of it is lost: [`keep`] takes it back.
pub fn discard(tx: &mut Tx<EditStrategy>, slug: &str, id: &str) -> AppResult<()> {
    let head = super::head(tx.conn, slug, id)?;
    if head.state != DraftState::Open {
        return Err(AppError::NotFound);
    }
    diesel::update(edition_drafts::table.find(&head.id))
        .set(edition_drafts::discarded_at.eq(tx.now.naive_utc()))
        .execute(tx.conn)?;
    tx.journal(&format!("draft:{id}"), &json!({ "discarded": true }))
}

/// Takes back an edition that was thrown away. Not while another one is being worked on: that one is returned.
pub fn keep(tx: &mut Tx<EditStrategy>, slug: &str, id: &str) -> AppResult<Id<DraftTree>> {
    let heads = heads(tx.conn, slug)?;
    if let Some(open) = heads.iter().find(|head| head.state == DraftState::Open) {
        return Ok(open.id.clone());
    }
    let head = heads
        .into_iter()
        .find(|head| head.id.as_str() == id && head.state == DraftState::Discarded)
        .ok_or(AppError::NotFound)?;
    diesel::update(edition_drafts::table.find(&head.id))
        .set(edition_drafts::discarded_at.eq(None::<chrono::NaiveDateTime>))
        .execute(tx.conn)?;
    tx.journal(&format!("draft:{id}"), &json!({ "taken_back": true }))?;
    Ok(head.id)
}
