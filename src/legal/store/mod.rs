//! Rows of the town's own pages and of what people report.

mod feedback;

use std::collections::{BTreeSet, HashMap};

use chrono::{DateTime, NaiveDateTime, Utc};
use diesel::prelude::*;
use serde_json::json;

use super::EditPages;
use super::model::{Page, State, Text, Version};
use crate::account::{Account, Tx};
use crate::base::db::Conn;
use crate::base::error::{AppError, AppResult};
use crate::base::id::Id;
use crate::base::locale::Lang;
use crate::base::schema::{accounts, page_versions};

pub use feedback::{open_reports, report, reports, settle};

/// How many versions are shown.
const VERSIONS: i64 = 200;

#[derive(Queryable, Selectable)]
#[diesel(table_name = page_versions)]
struct Row {
    id: Id<Version>,
    state: String,
    title: String,
    body: String,
    written_at: NaiveDateTime,
    written_by: String,
}

impl Row {
    fn version(self) -> Version {
        Version {
            id: self.id,
            state: State::parse(&self.state),
            text: Text {
                title: self.title,
                body: self.body,
            },
            written_at: self.written_at.and_utc(),
            written_by: self.written_by,
        }
    }
}

/// What everyone reads: the newest version that was published, unless the page was withdrawn afterwards.
pub fn published(conn: &mut Conn, page: Page, lang: Lang) -> AppResult<Option<Version>> {
    let row: Option<Row> = page_versions::table
        .filter(page_versions::slug.eq(page.slug()))
        .filter(page_versions::lang.eq(lang.code()))
        .filter(page_versions::state.ne(State::Draft.as_str()))
        .order(page_versions::id.desc())
        .select(Row::as_select())
        .first(conn)
        .optional()?;
    let version = row.map(Row::version);
    Ok(version.filter(|version| version.state == State::Public))
}

/// The newest version, whatever its state.
pub fn newest(conn: &mut Conn, page: Page, lang: Lang) -> AppResult<Option<Version>> {
    let row: Option<Row> = page_versions::table
        .filter(page_versions::slug.eq(page.slug()))
        .filter(page_versions::lang.eq(lang.code()))
        .order(page_versions::id.desc())
        .select(Row::as_select())
        .first(conn)
        .optional()?;
    named(conn, row.into_iter().map(Row::version).collect()).map(|mut found| found.pop())
}

/// The versions of a page in one language, newest first.
pub fn versions(conn: &mut Conn, page: Page, lang: Lang) -> AppResult<Vec<Version>> {
    let rows: Vec<Row> = page_versions::table
        .filter(page_versions::slug.eq(page.slug()))
        .filter(page_versions::lang.eq(lang.code()))
        .order(page_versions::id.desc())
        .limit(VERSIONS)
        .select(Row::as_select())
        .load(conn)?;
    named(conn, rows.into_iter().map(Row::version).collect())
}

/// Puts names in place of the accounts that wrote.
fn named(conn: &mut Conn, mut versions: Vec<Version>) -> AppResult<Vec<Version>> {
    let authors = versions.iter().map(|version| version.written_by.as_str());
    let names = names(conn, authors)?;
    for version in &mut versions {
        version.written_by = name(&names, &version.written_by);
    }
    Ok(versions)
}

/// The name of whoever wrote. Commands and the demonstration have none of their own.
fn name(names: &HashMap<String, String>, author: &str) -> String {
    let known = names.get(author).map(String::as_str);
    known.unwrap_or("Trialog").to_owned()
}

fn names<'a>(
    conn: &mut Conn,
    authors: impl Iterator<Item = &'a str>,
) -> AppResult<HashMap<String, String>> {
    let ids: BTreeSet<_> = authors
        .filter_map(|author| author.strip_prefix("account:"))
        .map(Id::<Account>::known)
        .collect();
    let rows: Vec<(Id<Account>, String)> = accounts::table
        .filter(accounts::id.eq_any(ids))
        .select((accounts::id, accounts::name))
        .load(conn)?;
    let named = rows.into_iter();
    Ok(named
        .map(|(id, name)| (format!("account:{id}"), name))
        .collect())
}

/// How far a page is in one language.
pub struct Progress {
    /// Which page.
    pub page: Page,
    /// In which language.
    pub lang: Lang,
    /// When its newest version was written, and by whom; none before the first.
    pub changed: Option<(DateTime<Utc>, String)>,
    /// Whether everyone sees the page.
    pub is_public: bool,
    /// Whether there is a draft nobody outside sees yet.
    pub has_draft: bool,
}

type Head = (String, String, String, NaiveDateTime, String);

/// How far every page is in every language.
pub fn overview(conn: &mut Conn) -> AppResult<Vec<Progress>> {
    let heads: Vec<Head> = page_versions::table
        .order(page_versions::id.desc())
        .select((
            page_versions::slug,
            page_versions::lang,
            page_versions::state,
            page_versions::written_at,
            page_versions::written_by,
        ))
        .load(conn)?;
    let names = names(conn, heads.iter().map(|head| head.4.as_str()))?;
    let progress = |page: Page, lang: Lang| {
        let is_of = |head: &&Head| head.0 == page.slug() && head.1 == lang.code();
        let mut own = heads.iter().filter(is_of).peekable();
        let changed = own
            .peek()
            .map(|head| (head.3.and_utc(), name(&names, &head.4)));
        let has_draft = own
            .peek()
            .is_some_and(|head| State::parse(&head.2) == State::Draft);
        let mut shown = own.map(|head| State::parse(&head.2));
        Progress {
            page,
            lang,
            changed,
            is_public: shown.find(|state| *state != State::Draft) == Some(State::Public),
            has_draft,
        }
    };
    Ok(Page::ALL
        .into_iter()
        .flat_map(|page| Lang::ALL.map(|lang| progress(page, lang)))
        .collect())
}

/// Adds a version. False when somebody else has added one since `based_on`; then nothing is written.
pub fn write(
    tx: &mut Tx<EditPages>,
    (page, lang): (Page, Lang),
    text: &Text,
    state: State,
    based_on: &str,
) -> AppResult<bool> {
    let before = newest(tx.conn, page, lang)?;
    if before.as_ref().map_or("", |version| version.id.as_str()) != based_on {
        return Ok(false);
    }
    let is_same = before.is_some_and(|before| before.state == state && before.text == *text);
    if !is_same {
        add(tx, (page, lang), text, state)?;
    }
    Ok(true)
}

/// Takes a page away from everyone. What it said stays among the versions.
pub fn withdraw(tx: &mut Tx<EditPages>, (page, lang): (Page, Lang)) -> AppResult<()> {
    let shown = published(tx.conn, page, lang)?.ok_or(AppError::NotFound)?;
    add(tx, (page, lang), &shown.text, State::Withdrawn)
}

/// Makes an earlier version the newest draft.
pub fn restore(tx: &mut Tx<EditPages>, (page, lang): (Page, Lang), id: &str) -> AppResult<()> {
    let row: Row = page_versions::table
        .filter(page_versions::slug.eq(page.slug()))
        .filter(page_versions::lang.eq(lang.code()))
        .filter(page_versions::id.eq(id))
        .select(Row::as_select())
        .first(tx.conn)?;
    add(tx, (page, lang), &row.version().text, State::Draft)
}

fn add(
    tx: &mut Tx<EditPages>,
    (page, lang): (Page, Lang),
    text: &Text,
    state: State,
) -> AppResult<()> {
    let id = Id::<Version>::at(tx.now);
    diesel::insert_into(page_versions::table)
        .values((
            page_versions::id.eq(&id),
            page_versions::slug.eq(page.slug()),
            page_versions::lang.eq(lang.code()),
            page_versions::title.eq(&text.title),
            page_versions::body.eq(&text.body),
            page_versions::state.eq(state.as_str()),
            page_versions::written_at.eq(tx.now.naive_utc()),
            page_versions::written_by.eq(tx.author()),
        ))
        .execute(tx.conn)?;
    if state == State::Draft {
        return Ok(());
    }
    tx.journal(
        &format!("page:{}/{lang}", page.slug()),
        &json!({ "state": state.as_str(), "version": id }),
    )
}
