//! Why editions changed what they changed: from a change to its themes, and from a theme to the changes it caused.

use std::collections::{BTreeMap, HashMap};

use diesel::prelude::*;

use crate::base::db::Conn;
use crate::base::error::AppResult;
use crate::base::id::Id;
use crate::base::schema::{
    cause_themes, causes, edition_changes, edition_elements, edition_publications, editions,
    elements, strategies, wordings,
};
use crate::strategy::model::cause::{Because, Editorial, Reason, Theme, Themes};
use crate::strategy::model::{Edition, Element, excerpt};

/// Characters of an element without a title that stand for it.
const NAME_CHARS: usize = 60;

/// A change that an edition made, with its cause.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Changed {
    /// `added`, `reworded`, `renumbered`, `moved`, `retired`.
    pub what: String,
    /// Why.
    pub because: Because,
}

/// All changes of an edition with their causes, by element.
pub fn causes_of(
    conn: &mut Conn,
    edition: &Id<Edition>,
) -> AppResult<HashMap<Id<Element>, Vec<Changed>>> {
    causes_of_all(conn, std::slice::from_ref(edition))
}

/// The causes of everything that became different from one edition of a strategy to a later one, by element: those of the
/// editions between as well.
pub fn causes_between(
    conn: &mut Conn,
    strategy: &str,
    from: i32,
    to: i32,
) -> AppResult<HashMap<Id<Element>, Vec<Changed>>> {
    let editions: Vec<Id<Edition>> = editions::table
        .inner_join(strategies::table)
        .filter(strategies::slug.eq(strategy))
        .filter(editions::number.gt(from))
        .filter(editions::number.le(to))
        .select(editions::id)
        .load(conn)?;
    causes_of_all(conn, &editions)
}

fn causes_of_all(
    conn: &mut Conn,
    editions: &[Id<Edition>],
) -> AppResult<HashMap<Id<Element>, Vec<Changed>>> {
    let rows: Vec<(Id<Element>, String, String, String, String)> = edition_changes::table
        .inner_join(causes::table)
        .filter(edition_changes::edition_id.eq_any(editions))
        .order((edition_changes::edition_id, edition_changes::position))
        .select((
            edition_changes::element_id,
            edition_changes::change,
            causes::id,
            causes::kind,
            causes::reason,
        ))
        .load(conn)?;
    let ids: Vec<&String> = rows.iter().map(|(_, _, cause, _, _)| cause).collect();
    let named: Vec<(String, Id<Theme>)> = cause_themes::table
        .filter(cause_themes::cause_id.eq_any(ids))
        .order((cause_themes::cause_id, cause_themes::theme_id))
        .select((cause_themes::cause_id, cause_themes::theme_id))
        .load(conn)?;
    let mut themes: BTreeMap<String, Vec<Id<Theme>>> = BTreeMap::new();
    for (cause, theme) in named {
        themes.entry(cause).or_default().push(theme);
    }
    let mut found: HashMap<Id<Element>, Vec<Changed>> = HashMap::new();
    for (element, what, cause, kind, reason) in rows {
        let own = themes.get(&cause).cloned().unwrap_or_default();
        let heard = Themes::of(own).map(|themes| Because::Heard(themes, reason.clone()));
        let editorial = || {
            let kind = Editorial::parse(&kind)?;
            Some(Because::Editorial(kind, Reason::of(&reason)?))
        };
        if let Some(because) = heard.or_else(editorial) {
            let changed = Changed { what, because };
            found.entry(element).or_default().push(changed);
        }
    }
    Ok(found)
}

/// A change that a theme caused.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Effect {
    /// The strategy's name in addresses.
    pub strategy: String,
    /// The number of the edition.
    pub number: i32,
    /// Its name.
    pub edition: String,
    /// Whether everyone reads that edition.
    pub is_published: bool,
    /// The key of the element.
    pub key: String,
    /// Its title in that edition, else its first words; empty when it is there no more.
    pub title: String,
    /// What happened to it.
    pub what: String,
}

/// The changes that some themes caused, by theme, the newest edition first.
pub fn effects_of(
    conn: &mut Conn,
    themes: &[Id<Theme>],
) -> AppResult<HashMap<Id<Theme>, Vec<Effect>>> {
    type Row = (
        Id<Theme>,
        Id<Edition>,
        (String, i32, String, Option<Id<Edition>>, String, String),
    );
    let rows: Vec<Row> = cause_themes::table
        .inner_join(edition_changes::table.on(edition_changes::cause_id.eq(cause_themes::cause_id)))
        .inner_join(editions::table.on(editions::id.eq(edition_changes::edition_id)))
        .inner_join(strategies::table.on(strategies::id.eq(editions::strategy_id)))
        .inner_join(elements::table.on(elements::id.eq(edition_changes::element_id)))
        .left_join(
            edition_publications::table.on(edition_publications::edition_id.eq(editions::id)),
        )
        .filter(cause_themes::theme_id.eq_any(themes))
        .order((editions::number.desc(), edition_changes::position))
        .select((
            cause_themes::theme_id,
            editions::id,
            (
                strategies::slug,
                editions::number,
                editions::name,
                edition_publications::edition_id.nullable(),
                elements::key,
                edition_changes::change,
            ),
        ))
        .load(conn)?;
    let mut editions: Vec<&Id<Edition>> = rows.iter().map(|(_, edition, _)| edition).collect();
    editions.sort_unstable();
    editions.dedup();
    let titles = titles_of(conn, &editions)?;
    let mut found: HashMap<Id<Theme>, Vec<Effect>> = HashMap::new();
    for (theme, id, (strategy, number, edition, published, key, what)) in rows {
        let title = titles.get(&(id, key.clone())).cloned();
        found.entry(theme).or_default().push(Effect {
            strategy,
            number,
            edition,
            is_published: published.is_some(),
            title: title.unwrap_or_default(),
            key,
            what,
        });
    }
    Ok(found)
}

/// What the elements of some editions are called: by edition and key. One query.
fn titles_of(
    conn: &mut Conn,
    editions: &[&Id<Edition>],
) -> AppResult<HashMap<(Id<Edition>, String), String>> {
    let rows: Vec<(Id<Edition>, String, String, String)> = edition_elements::table
        .inner_join(elements::table.on(elements::id.eq(edition_elements::element_id)))
        .inner_join(wordings::table)
        .filter(edition_elements::edition_id.eq_any(editions))
        .select((
            edition_elements::edition_id,
            elements::key,
            wordings::title,
            wordings::text,
        ))
        .load(conn)?;
    let named = |(edition, key, title, text): (Id<Edition>, String, String, String)| {
        let name = if title.is_empty() {
            excerpt(&text, NAME_CHARS)
        } else {
            title
        };
        ((edition, key), name)
    };
    Ok(rows.into_iter().map(named).collect())
}
