//! The synopsis, read: of two published editions, and of an edition in work beside the one it was begun from.

use std::collections::HashMap;

use crate::assessment::model::Audience;
use crate::assessment::store::all_released;
use crate::base::db::Conn;
use crate::base::error::{AppError, AppResult};
use crate::base::id::Id;
use crate::revision::model::synopsis::{Named, Synopsis, Why};
use crate::strategy::cause::{Because, Theme};
use crate::strategy::diff::{Origin, compare, compare_draft};
use crate::strategy::{LaidEdition, LaidElement, causes_between, drafts, laid};
use crate::theme::store::themes::cited;

/// Two published editions. Themes are named once everyone may read what became of the contributions to their consultation;
/// reasons are what everyone reads beside a change anyway.
pub fn of_editions(
    conn: &mut Conn,
    before: &LaidEdition,
    after: &LaidEdition,
    origins: &[Origin],
) -> AppResult<Synopsis> {
    let causes = causes_between(conn, &after.strategy, before.number, after.number)?;
    let because = causes.values().flatten().map(|changed| &changed.because);
    let seen = seen(conn, because, true)?;
    let mut why = HashMap::new();
    for element in before.fields.iter().chain(&after.fields).flat_map(flat) {
        if let Some(changed) = causes.get(&element.id) {
            let because = changed.iter().map(|changed| &changed.because);
            why.insert(element.key.clone(), Why::all(because, &seen));
        }
    }
    Ok(Synopsis {
        strategy: after.strategy.clone(),
        title: after.title.clone(),
        before: before.name.clone(),
        after: after.name.clone(),
        is_one: before.number == after.number,
        comparison: compare(before, after, origins)?,
        why,
    })
}

/// An edition in work, with all themes: it is for staff.
///
/// # Errors
/// Not found, also when it is the first edition of its strategy and there is nothing to lay beside it.
pub fn of_draft(conn: &mut Conn, slug: &str, id: &str) -> AppResult<Synopsis> {
    let draft = drafts::open(conn, slug, id)?;
    let base: &Id<_> = draft.head.base.as_ref().ok_or(AppError::NotFound)?;
    let before = laid(conn, base)?;
    let (after, comparison) = compare_draft(Some(&before), &draft.tree)?;
    let causes: HashMap<String, Because> = draft
        .tree
        .causes
        .iter()
        .filter_map(|(key, note)| Some((key.to_string(), note.cause()?)))
        .collect();
    let seen = seen(conn, causes.values(), false)?;
    let why = causes
        .iter()
        .map(|(key, because)| (key.clone(), Why::all([because], &seen)));
    Ok(Synopsis {
        strategy: after.strategy,
        title: after.title,
        before: before.name,
        after: after.name,
        is_one: false,
        comparison,
        why: why.collect(),
    })
}

/// An element with everything below it.
fn flat(element: &LaidElement) -> Vec<&LaidElement> {
    let below = element.children.iter().flat_map(flat);
    std::iter::once(element).chain(below).collect()
}

/// The themes behind some causes, as they may be named.
fn seen<'a>(
    conn: &mut Conn,
    causes: impl Iterator<Item = &'a Because>,
    is_public: bool,
) -> AppResult<HashMap<Id<Theme>, Named>> {
    let mut ids: Vec<Id<Theme>> = Vec::new();
    for because in causes {
        if let Because::Heard(themes, _) = because {
            ids.extend(themes.iter().cloned());
        }
    }
    ids.sort_unstable();
    ids.dedup();
    let cited = cited(conn, &ids)?;
    let released = all_released(conn)?;
    let seen = cited.into_iter().filter(|(_, one)| {
        let released = released.get(&one.consultation);
        !is_public || released.is_some_and(|it| it.to(Audience::Public).is_some())
    });
    Ok(seen.map(|(id, one)| (id, (one.name, one.count))).collect())
}
