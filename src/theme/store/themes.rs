//! Themes: made, described, joined, removed, counted.

use std::collections::{BTreeSet, HashMap};

use diesel::dsl::{count, count_star};
use diesel::prelude::*;
use serde_json::json;

use crate::account::Tx;
use crate::base::db::{Conn, each};
use crate::base::error::AppResult;
use crate::base::id::Id;
use crate::base::schema::{
    assessments, cause_themes, causes, codings, contributions, suggestions, themes,
};
use crate::consultation::Consultation;
use crate::strategy::Element;
use crate::strategy::cause::Theme;
use crate::theme::EditThemes;
use crate::theme::model::{ContributionKind, MOST_THEMES, NewTheme};

/// A theme of a consultation.
#[derive(Clone, Debug)]
pub struct Named {
    /// Its identity.
    pub id: Id<Theme>,
    /// The element it is about; none when it goes across.
    pub element: Option<Id<Element>>,
    /// Its name.
    pub name: String,
    /// What belongs to it and what does not.
    pub about: String,
}

type Row = (Id<Theme>, Option<Id<Element>>, String, String);

fn named((id, element, name, about): Row) -> Named {
    Named {
        id,
        element,
        name,
        about,
    }
}

/// The themes of a consultation, in the order in which they were made.
pub fn of(conn: &mut Conn, consultation: &Id<Consultation>) -> AppResult<Vec<Named>> {
    let rows: Vec<Row> = themes::table
        .filter(themes::consultation_id.eq(consultation))
        .order(themes::id)
        .select((themes::id, themes::element_id, themes::name, themes::about))
        .load(conn)?;
    Ok(rows.into_iter().map(named).collect())
}

/// The consultations that have themes.
pub fn consultations(conn: &mut Conn) -> AppResult<BTreeSet<Id<Consultation>>> {
    let rows: Vec<Id<Consultation>> = themes::table
        .select(themes::consultation_id)
        .distinct()
        .load(conn)?;
    Ok(rows.into_iter().collect())
}

/// A theme of any consultation, as a change of an edition names it.
#[derive(Clone, Debug)]
pub struct Cited {
    /// The consultation it belongs to.
    pub consultation: Id<Consultation>,
    /// Its name.
    pub name: String,
    /// How many contributions it has.
    pub count: i64,
}

/// Some themes of any consultation. Two queries, however many they are.
pub fn cited(conn: &mut Conn, ids: &[Id<Theme>]) -> AppResult<HashMap<Id<Theme>, Cited>> {
    let rows: Vec<(Id<Theme>, Id<Consultation>, String)> = themes::table
        .filter(themes::id.eq_any(ids))
        .select((themes::id, themes::consultation_id, themes::name))
        .load(conn)?;
    let counts: Vec<(Id<Theme>, i64)> = codings::table
        .filter(codings::theme_id.eq_any(ids))
        .group_by(codings::theme_id)
        .select((
            codings::theme_id,
            count(codings::text_id).aggregate_distinct(),
        ))
        .load(conn)?;
    let mut counts: HashMap<_, _> = counts.into_iter().collect();
    let cited = |(id, consultation, name)| {
        let count = counts.remove(&id).unwrap_or_default();
        let cited = Cited {
            consultation,
            name,
            count,
        };
        (id, cited)
    };
    Ok(rows.into_iter().map(cited).collect())
}

/// One theme.
///
/// # Errors
/// Not found, when it is none of this consultation.
pub fn one(conn: &mut Conn, consultation: &Id<Consultation>, id: &Id<Theme>) -> AppResult<Named> {
    let row: Row = themes::table
        .filter(themes::id.eq(id))
        .filter(themes::consultation_id.eq(consultation))
        .select((themes::id, themes::element_id, themes::name, themes::about))
        .first(conn)?;
    Ok(named(row))
}

/// How many contributions each theme of a consultation has.
pub fn counts(
    conn: &mut Conn,
    consultation: &Id<Consultation>,
) -> AppResult<HashMap<Id<Theme>, i64>> {
    let rows: Vec<(Id<Theme>, i64)> = codings::table
        .inner_join(themes::table)
        .filter(themes::consultation_id.eq(consultation))
        .group_by(codings::theme_id)
        .select((
            codings::theme_id,
            count(codings::text_id).aggregate_distinct(),
        ))
        .load(conn)?;
    Ok(rows.into_iter().collect())
}

/// How many contributions of each kind each theme has. Their sums are [`counts`], as a contribution is of one kind.
pub fn counts_by_kind(
    conn: &mut Conn,
    consultation: &Id<Consultation>,
) -> AppResult<HashMap<(Id<Theme>, ContributionKind), i64>> {
    let rows: Vec<(Id<Theme>, String, i64)> = codings::table
        .inner_join(contributions::table)
        .filter(contributions::consultation_id.eq(consultation))
        .group_by((codings::theme_id, contributions::kind))
        .select((
            codings::theme_id,
            contributions::kind,
            count(codings::text_id).aggregate_distinct(),
        ))
        .load(conn)?;
    let known =
        |(theme, kind, n): (_, String, _)| Some(((theme, ContributionKind::parse(&kind)?), n));
    Ok(rows.into_iter().filter_map(known).collect())
}

/// What came of an edit of a theme.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Kept {
    /// It is there.
    Done(Id<Theme>),
    /// Another theme of the consultation has that name.
    NameTaken,
    /// The consultation has as many as it can have.
    TooMany,
}

fn is_taken(
    conn: &mut Conn,
    consultation: &Id<Consultation>,
    name: &str,
) -> AppResult<Option<Id<Theme>>> {
    Ok(themes::table
        .filter(themes::consultation_id.eq(consultation))
        .filter(themes::name.eq(name))
        .select(themes::id)
        .first(conn)
        .optional()?)
}

/// Makes a theme.
pub fn create(
    tx: &mut Tx<EditThemes>,
    consultation: &Consultation,
    new: &NewTheme,
) -> AppResult<Kept> {
    let there: i64 = themes::table
        .filter(themes::consultation_id.eq(&consultation.id))
        .count()
        .get_result(tx.conn)?;
    if usize::try_from(there).unwrap_or(usize::MAX) >= MOST_THEMES {
        return Ok(Kept::TooMany);
    }
    if is_taken(tx.conn, &consultation.id, &new.name)?.is_some() {
        return Ok(Kept::NameTaken);
    }
    let id = Id::<Theme>::at(tx.now);
    let author = tx.author();
    diesel::insert_into(themes::table)
        .values((
            themes::id.eq(&id),
            themes::consultation_id.eq(&consultation.id),
            themes::element_id.eq(&new.element),
            themes::name.eq(&new.name),
            themes::about.eq(&new.about),
            themes::made_at.eq(tx.now.naive_utc()),
            themes::made_by.eq(author),
        ))
        .execute(tx.conn)?;
    tx.journal(
        &format!("consultation:{}", consultation.slug),
        &json!({ "theme": new.name }),
    )?;
    Ok(Kept::Done(id))
}

/// Gives a theme another name, description or element.
pub fn describe(
    tx: &mut Tx<EditThemes>,
    consultation: &Consultation,
    id: &Id<Theme>,
    new: &NewTheme,
) -> AppResult<Kept> {
    let before = one(tx.conn, &consultation.id, id)?;
    if is_taken(tx.conn, &consultation.id, &new.name)?.is_some_and(|other| other != *id) {
        return Ok(Kept::NameTaken);
    }
    diesel::update(themes::table.find(id))
        .set((
            themes::element_id.eq(&new.element),
            themes::name.eq(&new.name),
            themes::about.eq(&new.about),
        ))
        .execute(tx.conn)?;
    tx.journal(
        &format!("consultation:{}", consultation.slug),
        &json!({ "theme": new.name, "before": before.name }),
    )?;
    Ok(Kept::Done(id.clone()))
}

/// Whether a theme can go: nothing that people rely on names it.
pub fn is_free(conn: &mut Conn, id: &Id<Theme>) -> AppResult<bool> {
    let said: i64 = assessments::table
        .filter(assessments::theme_id.eq(id))
        .filter(assessments::state.eq("approved"))
        .count()
        .get_result(conn)?;
    let first: i64 = causes::table
        .filter(causes::theme_id.eq(id))
        .count()
        .get_result(conn)?;
    let more: i64 = cause_themes::table
        .filter(cause_themes::theme_id.eq(id))
        .count()
        .get_result(conn)?;
    Ok(said + first + more == 0)
}

/// Puts everything under a theme under another one, and takes the theme away. False when something that people rely on names
/// it: an approved assessment, a change of an edition.
pub fn merge(
    tx: &mut Tx<EditThemes>,
    consultation: &Consultation,
    id: &Id<Theme>,
    into: Option<&Id<Theme>>,
) -> AppResult<bool> {
    let gone = one(tx.conn, &consultation.id, id)?;
    if !is_free(tx.conn, id)? {
        return Ok(false);
    }
    if let Some(into) = into {
        one(tx.conn, &consultation.id, into)?;
        let rows: Vec<(String, String)> = codings::table
            .filter(codings::theme_id.eq(id))
            .select((codings::text_id, codings::coder))
            .load(tx.conn)?;
        for (text, coder) in rows {
            let row = (
                codings::text_id.eq(text),
                codings::coder.eq(coder),
                codings::theme_id.eq(into),
            );
            each!(tx.conn, conn => diesel::insert_into(codings::table)
                .values(row)
                .on_conflict((codings::text_id, codings::coder, codings::theme_id))
                .do_nothing()
                .execute(conn))?;
        }
    }
    diesel::delete(codings::table.filter(codings::theme_id.eq(id))).execute(tx.conn)?;
    diesel::delete(suggestions::table.filter(suggestions::theme_id.eq(id))).execute(tx.conn)?;
    diesel::delete(assessments::table.filter(assessments::theme_id.eq(id))).execute(tx.conn)?;
    diesel::delete(themes::table.find(id)).execute(tx.conn)?;
    let into = into
        .map(|into| one(tx.conn, &consultation.id, into))
        .transpose()?;
    tx.journal(
        &format!("consultation:{}", consultation.slug),
        &json!({ "theme_removed": gone.name, "into": into.map(|into| into.name) }),
    )?;
    Ok(true)
}

/// How many suggestions people looked at, and how many of them they took.
pub fn suggested(conn: &mut Conn, consultation: &Id<Consultation>) -> AppResult<(i64, i64)> {
    let rows: Vec<(bool, i64)> = suggestions::table
        .inner_join(themes::table)
        .filter(themes::consultation_id.eq(consultation))
        .group_by(suggestions::is_accepted)
        .select((suggestions::is_accepted, count_star()))
        .load(conn)?;
    let all = rows.iter().map(|(_, n)| n).sum();
    let taken = rows.iter().filter(|(yes, _)| *yes).map(|(_, n)| n).sum();
    Ok((all, taken))
}
