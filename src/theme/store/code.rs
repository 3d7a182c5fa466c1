//! Coding: what somebody says a contribution is about.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use diesel::prelude::*;

use crate::account::Tx;
use crate::base::db::{Conn, each};
use crate::base::error::AppResult;
use crate::base::id::Id;
use crate::base::schema::{codings, contributions, readings, suggestions, themes};
use crate::consultation::Consultation;
use crate::strategy::cause::Theme;
use crate::survey::FreeText;
use crate::theme::CodeContributions;
use crate::theme::model::Coding;

/// What everyone said about one contribution, by person.
pub fn codings_of(conn: &mut Conn, text: &Id<FreeText>) -> AppResult<BTreeMap<String, Coding>> {
    let read: Vec<(String, String)> = readings::table
        .filter(readings::text_id.eq(text))
        .select((readings::coder, readings::note))
        .load(conn)?;
    let mut found: BTreeMap<String, Coding> = read
        .into_iter()
        .map(|(coder, note)| {
            let themes = BTreeSet::new();
            (coder, Coding { themes, note })
        })
        .collect();
    let chosen: Vec<(String, Id<Theme>)> = codings::table
        .filter(codings::text_id.eq(text))
        .select((codings::coder, codings::theme_id))
        .load(conn)?;
    for (coder, theme) in chosen {
        if let Some(coding) = found.get_mut(&coder) {
            coding.themes.insert(theme);
        }
    }
    Ok(found)
}

/// Keeps what somebody says about some contributions (one, or all copies of a form letter); what she said before is replaced. `suggested` is what the
/// machine had proposed on her screen: what she took and what not is kept, to say how good the proposals are. Themes and texts of other
/// consultations are left out.
pub fn code(
    tx: &mut Tx<CodeContributions>,
    consultation: &Id<Consultation>,
    texts: &[Id<FreeText>],
    coding: &Coding,
    suggested: &BTreeSet<Id<Theme>>,
) -> AppResult<usize> {
    let known: BTreeSet<Id<Theme>> = themes::table
        .filter(themes::consultation_id.eq(consultation))
        .select(themes::id)
        .load(tx.conn)?
        .into_iter()
        .collect();
    let texts: Vec<Id<FreeText>> = contributions::table
        .filter(contributions::consultation_id.eq(consultation))
        .filter(contributions::text_id.eq_any(texts))
        .select(contributions::text_id)
        .load(tx.conn)?;
    let coder = tx.author();
    for text in &texts {
        forget(tx, text)?;
        diesel::insert_into(readings::table)
            .values((
                readings::text_id.eq(text),
                readings::coder.eq(&coder),
                readings::note.eq(&coding.note),
                readings::read_at.eq(tx.now.naive_utc()),
            ))
            .execute(tx.conn)?;
        let chosen: Vec<_> = coding
            .themes
            .intersection(&known)
            .map(|theme| {
                (
                    codings::text_id.eq(text),
                    codings::coder.eq(&coder),
                    codings::theme_id.eq(theme),
                )
            })
            .collect();
        each!(tx.conn, conn => diesel::insert_into(codings::table).values(chosen).execute(conn))?;
        let seen: Vec<_> = suggested
            .intersection(&known)
            .map(|theme| {
                (
                    suggestions::text_id.eq(text),
                    suggestions::coder.eq(&coder),
                    suggestions::theme_id.eq(theme),
                    suggestions::is_accepted.eq(coding.themes.contains(theme)),
                )
            })
            .collect();
        each!(tx.conn, conn => diesel::insert_into(suggestions::table).values(seen).execute(conn))?;
    }
    Ok(texts.len())
}

/// Takes back what somebody said about a contribution: for her it is unread again.
pub fn forget(tx: &mut Tx<CodeContributions>, text: &Id<FreeText>) -> AppResult<()> {
    let coder = tx.author();
    diesel::delete(readings::table.find((text, coder))).execute(tx.conn)?;
    Ok(())
}

/// Puts back what somebody had said about some contributions; about those that are not in `had` she had said nothing.
pub fn put_back(
    tx: &mut Tx<CodeContributions>,
    consultation: &Id<Consultation>,
    texts: &[Id<FreeText>],
    had: &BTreeMap<Id<FreeText>, Coding>,
) -> AppResult<()> {
    for text in texts {
        match had.get(text) {
            Some(coding) => {
                let text = std::slice::from_ref(text);
                code(tx, consultation, text, coding, &BTreeSet::new())?;
            }
            None => forget(tx, text)?,
        }
    }
    Ok(())
}

/// The themes of some contributions, each theme once however many people chose it.
pub fn themes_of(
    conn: &mut Conn,
    texts: &[Id<FreeText>],
) -> AppResult<HashMap<Id<FreeText>, BTreeSet<Id<Theme>>>> {
    if texts.is_empty() {
        return Ok(HashMap::new());
    }
    let rows: Vec<(Id<FreeText>, Id<Theme>)> = codings::table
        .filter(codings::text_id.eq_any(texts))
        .select((codings::text_id, codings::theme_id))
        .load(conn)?;
    let mut found: HashMap<_, BTreeSet<_>> = HashMap::new();
    for (text, theme) in rows {
        found.entry(text).or_default().insert(theme);
    }
    Ok(found)
}

/// The themes that one person chose for at least one of some contributions.
pub fn own_themes(
    conn: &mut Conn,
    texts: &[Id<FreeText>],
    coder: &str,
) -> AppResult<BTreeSet<String>> {
    let rows: Vec<String> = codings::table
        .filter(codings::text_id.eq_any(texts))
        .filter(codings::coder.eq(coder))
        .select(codings::theme_id)
        .load(conn)?;
    Ok(rows.into_iter().collect())
}

/// What one person said about each of some contributions.
pub fn own_codings(
    conn: &mut Conn,
    texts: &[Id<FreeText>],
    coder: &str,
) -> AppResult<BTreeMap<Id<FreeText>, Coding>> {
    let read: Vec<(Id<FreeText>, String)> = readings::table
        .filter(readings::text_id.eq_any(texts))
        .filter(readings::coder.eq(coder))
        .select((readings::text_id, readings::note))
        .load(conn)?;
    let chosen: Vec<(Id<FreeText>, Id<Theme>)> = codings::table
        .filter(codings::text_id.eq_any(texts))
        .filter(codings::coder.eq(coder))
        .select((codings::text_id, codings::theme_id))
        .load(conn)?;
    let mut found: BTreeMap<_, Coding> = read
        .into_iter()
        .map(|(text, note)| {
            let themes = BTreeSet::new();
            (text, Coding { themes, note })
        })
        .collect();
    for (text, theme) in chosen {
        if let Some(coding) = found.get_mut(&text) {
            coding.themes.insert(theme);
        }
    }
    Ok(found)
}

/// Which of some contributions somebody has read.
pub fn read_of(conn: &mut Conn, texts: &[Id<FreeText>]) -> AppResult<BTreeSet<Id<FreeText>>> {
    if texts.is_empty() {
        return Ok(BTreeSet::new());
    }
    let rows: Vec<Id<FreeText>> = readings::table
        .filter(readings::text_id.eq_any(texts))
        .select(readings::text_id)
        .load(conn)?;
    Ok(rows.into_iter().collect())
}

/// What was chosen, by text and person.
pub type Chosen = BTreeMap<(Id<FreeText>, String), BTreeSet<Id<Theme>>>;

/// Everything that was coded in a consultation: by whom, which text, which themes.
pub fn all(conn: &mut Conn, consultation: &Id<Consultation>) -> AppResult<Chosen> {
    let read: Vec<(Id<FreeText>, String)> = readings::table
        .inner_join(contributions::table)
        .filter(contributions::consultation_id.eq(consultation))
        .select((readings::text_id, readings::coder))
        .load(conn)?;
    let chosen: Vec<(Id<FreeText>, String, Id<Theme>)> = codings::table
        .inner_join(themes::table)
        .filter(themes::consultation_id.eq(consultation))
        .select((codings::text_id, codings::coder, codings::theme_id))
        .load(conn)?;
    let mut found: BTreeMap<_, BTreeSet<_>> =
        read.into_iter().map(|key| (key, BTreeSet::new())).collect();
    for (text, coder, theme) in chosen {
        found.entry((text, coder)).or_default().insert(theme);
    }
    Ok(found)
}
