//! Documents that were uploaded and wait for their preview to be confirmed.

use std::collections::BTreeSet;

use chrono::{DateTime, NaiveDateTime, Utc};
use diesel::prelude::*;
use serde_json::json;

use super::draft::{DraftState, begin_with, heads};
use super::import::{ImportOutcome, element_ids, import, newest};
use super::laid;
use crate::account::Tx;
use crate::base::db::Conn;
use crate::base::error::{AppError, AppResult};
use crate::base::id::Id;
use crate::base::schema::{edition_uploads, strategies};
use crate::strategy::EditStrategy;
use crate::strategy::document::{Plan, Sheet};
use crate::strategy::laid::{LaidEdition, Strategy};
use crate::strategy::model::cause::Because;
use crate::strategy::model::tree::DraftTree;
use crate::strategy::model::{Key, ReportLang};

/// An uploaded document.
#[derive(Clone, Debug)]
pub struct Uploaded {
    /// Its identity.
    pub id: Id<Uploaded>,
    /// Its file's name, for people.
    pub file_name: String,
    /// When it came.
    pub at: DateTime<Utc>,
}

/// An uploaded document with everything its preview needs.
#[derive(Clone, Debug)]
pub struct Waiting {
    /// The document.
    pub upload: Uploaded,
    /// The strategy.
    pub strategy: Id<Strategy>,
    /// The strategy's name in addresses.
    pub slug: String,
    /// The strategy's title.
    pub title: String,
    /// Its text.
    pub markdown: String,
    /// What was chosen so far.
    pub plan: Plan,
    /// The newest edition of the strategy, with which it is compared.
    pub before: Option<LaidEdition>,
    /// Every key the strategy ever used.
    pub taken: BTreeSet<Key>,
}

impl Waiting {
    /// The document laid out part by part, with what would come of it.
    pub fn sheet(&self) -> AppResult<Sheet> {
        let before = self.before.as_ref().map(LaidEdition::plain).transpose()?;
        let (plan, taken) = (&self.plan, &self.taken);
        Ok(Sheet::of(
            &self.markdown,
            &self.title,
            plan,
            before.as_ref(),
            taken,
        ))
    }
}

/// The documents of a strategy that wait, the newest first.
pub fn uploads(conn: &mut Conn, slug: &str) -> AppResult<Vec<Uploaded>> {
    let rows: Vec<(Id<Uploaded>, String, NaiveDateTime)> = edition_uploads::table
        .inner_join(strategies::table)
        .filter(strategies::slug.eq(slug))
        .order(edition_uploads::id.desc())
        .select((
            edition_uploads::id,
            edition_uploads::file_name,
            edition_uploads::uploaded_at,
        ))
        .load(conn)?;
    let upload = |(id, file_name, at): (_, _, NaiveDateTime)| Uploaded {
        id,
        file_name,
        at: at.and_utc(),
    };
    Ok(rows.into_iter().map(upload).collect())
}

/// A document of a strategy that waits.
pub fn waiting(conn: &mut Conn, slug: &str, id: &str) -> AppResult<Waiting> {
    type Row = (
        Id<Uploaded>,
        String,
        NaiveDateTime,
        String,
        String,
        Id<Strategy>,
        String,
        String,
    );
    let (id, file_name, at, markdown, choices, strategy, slug, title): Row = edition_uploads::table
        .inner_join(strategies::table)
        .filter(strategies::slug.eq(slug))
        .filter(edition_uploads::id.eq(id))
        .select((
            edition_uploads::id,
            edition_uploads::file_name,
            edition_uploads::uploaded_at,
            edition_uploads::markdown,
            edition_uploads::choices,
            strategies::id,
            strategies::slug,
            strategies::title,
        ))
        .first(conn)?;
    let before = newest(conn, &strategy)?;
    let before = before.map(|id| laid(conn, &id)).transpose()?;
    let keys = element_ids(conn, &strategy)?;
    let plan = serde_json::from_str(&choices).map_err(anyhow::Error::from)?;
    Ok(Waiting {
        upload: Uploaded {
            id,
            file_name,
            at: at.and_utc(),
        },
        strategy,
        slug,
        title,
        markdown,
        plan,
        before,
        taken: keys.keys().filter_map(|key| Key::parse(key).ok()).collect(),
    })
}

/// Keeps a document until its preview is confirmed. Nothing of the strategy changes.
pub fn keep(
    tx: &mut Tx<EditStrategy>,
    slug: &str,
    file_name: &str,
    markdown: &str,
    plan: &Plan,
) -> AppResult<Id<Uploaded>> {
    let strategy: Id<Strategy> = strategies::table
        .filter(strategies::slug.eq(slug))
        .select(strategies::id)
        .first(tx.conn)?;
    let id = Id::at(tx.now);
    let author = tx.author();
    diesel::insert_into(edition_uploads::table)
        .values((
            edition_uploads::id.eq(&id),
            edition_uploads::strategy_id.eq(strategy),
            edition_uploads::file_name.eq(file_name),
            edition_uploads::markdown.eq(markdown),
            edition_uploads::choices.eq(written(plan)?),
            edition_uploads::uploaded_at.eq(tx.now.naive_utc()),
            edition_uploads::uploaded_by.eq(author),
        ))
        .execute(tx.conn)?;
    tx.journal(
        &format!("strategy:{slug}"),
        &json!({ "uploaded": file_name }),
    )?;
    Ok(id)
}

/// Keeps what was chosen for a document.
pub fn choose(tx: &mut Tx<EditStrategy>, slug: &str, id: &str, plan: &Plan) -> AppResult<()> {
    let found = named(tx.conn, slug, id)?;
    diesel::update(edition_uploads::table.find(found))
        .set(edition_uploads::choices.eq(written(plan)?))
        .execute(tx.conn)?;
    Ok(())
}

/// What a document shall become.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wanted {
    /// A draft that can be worked on.
    Draft,
    /// The next edition, unpublished.
    Edition,
}

/// What became of a document.
#[derive(Clone, Debug)]
pub enum Confirmed {
    /// The next edition; its number.
    Edition(i32),
    /// A draft.
    Draft(Id<DraftTree>),
    /// Nothing: parts are to be corrected, or the text of that key says why.
    Not(Option<&'static str>),
}

/// Makes a draft or the next edition out of a document and removes it, or finds that something is to be corrected first.
pub fn confirm(
    tx: &mut Tx<EditStrategy>,
    slug: &str,
    id: &str,
    wanted: Wanted,
) -> AppResult<Confirmed> {
    let waiting = waiting(tx.conn, slug, id)?;
    let Some((parsed, settled)) = waiting.sheet()?.outcome.edition else {
        return Ok(Confirmed::Not(None));
    };
    let same_name = waiting
        .before
        .as_ref()
        .is_some_and(|before| before.name == waiting.plan.name);
    if settled.unchanged() && same_name {
        return Ok(Confirmed::Not(Some("import-unchanged")));
    }
    let confirmed = match wanted {
        Wanted::Draft => {
            let open = heads(tx.conn, slug)?;
            if open.iter().any(|head| head.state == DraftState::Open) {
                return Ok(Confirmed::Not(Some("import-draft-open")));
            }
            let base = waiting.before.as_ref().map(|before| &before.id);
            let tree = DraftTree::of(settled.edition);
            Confirmed::Draft(begin_with(tx, &waiting.strategy, base, &tree)?)
        }
        Wanted::Edition => match import(
            tx,
            slug,
            parsed,
            &Because::came_with_a_document(),
            ReportLang::German,
        )? {
            ImportOutcome::Imported { number, .. } => Confirmed::Edition(number),
            ImportOutcome::Unchanged { .. } | ImportOutcome::Faulty(_) => {
                return Ok(Confirmed::Not(Some("import-unchanged")));
            }
        },
    };
    let found = named(tx.conn, slug, id)?;
    diesel::delete(edition_uploads::table.find(found)).execute(tx.conn)?;
    Ok(confirmed)
}

/// Removes a document that is not wanted. No edition changes.
pub fn discard(tx: &mut Tx<EditStrategy>, slug: &str, id: &str) -> AppResult<()> {
    let found = named(tx.conn, slug, id)?;
    diesel::delete(edition_uploads::table.find(found)).execute(tx.conn)?;
    tx.journal(
        &format!("strategy:{slug}"),
        &json!({ "upload_discarded": true }),
    )
}

fn named(conn: &mut Conn, slug: &str, id: &str) -> AppResult<Id<Uploaded>> {
    edition_uploads::table
        .inner_join(strategies::table)
        .filter(strategies::slug.eq(slug))
        .filter(edition_uploads::id.eq(id))
        .select(edition_uploads::id)
        .first(conn)
        .optional()?
        .ok_or(AppError::NotFound)
}

fn written(plan: &Plan) -> AppResult<String> {
    Ok(serde_json::to_string(plan).map_err(anyhow::Error::from)?)
}
