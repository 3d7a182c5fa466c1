//! The changes of an edition, each with its cause.

use std::collections::BTreeMap;

use diesel::prelude::*;

use crate::account::Tx;
use crate::base::error::AppResult;
use crate::base::id::Id;
use crate::base::schema::{cause_themes, causes, edition_changes};
use crate::strategy::EditStrategy;
use crate::strategy::model::cause::{Because, Caused};
use crate::strategy::model::{Edition, Element};

/// Writes what an edition changes, and why.
pub(super) fn write_changes(
    tx: &mut Tx<EditStrategy>,
    edition: &Id<Edition>,
    ids: &BTreeMap<String, Id<Element>>,
    caused: &Caused<'_>,
) -> AppResult<()> {
    let mut written: Vec<(&Because, Id<Because>)> = Vec::new();
    for (position, (change, because)) in (0i32..).zip(caused.iter()) {
        let Some(element) = ids.get(change.key.as_str()) else {
            continue;
        };
        let known = written.iter().find(|(other, _)| *other == because);
        let cause = match known {
            Some((_, id)) => id.clone(),
            None => write_cause(tx, because)?,
        };
        written.push((because, cause.clone()));
        diesel::insert_into(edition_changes::table)
            .values((
                edition_changes::edition_id.eq(edition),
                edition_changes::position.eq(position),
                edition_changes::element_id.eq(element),
                edition_changes::change.eq(change.what.as_str()),
                edition_changes::cause_id.eq(&cause),
            ))
            .execute(tx.conn)?;
    }
    Ok(())
}

/// Writes a cause. The database refuses one that names neither a theme nor a reason, and a theme that is not there.
fn write_cause(tx: &mut Tx<EditStrategy>, because: &Because) -> AppResult<Id<Because>> {
    let id = Id::<Because>::at(tx.now);
    let (kind, first, reason) = match because {
        Because::Heard(themes, reason) => ("heard", Some(themes.first()), reason.as_str()),
        Because::Editorial(kind, reason) => (kind.as_str(), None, reason.as_str()),
    };
    diesel::insert_into(causes::table)
        .values((
            causes::id.eq(&id),
            causes::kind.eq(kind),
            causes::theme_id.eq(first),
            causes::reason.eq(reason),
        ))
        .execute(tx.conn)?;
    if let Because::Heard(themes, _) = because {
        for theme in themes.iter() {
            diesel::insert_into(cause_themes::table)
                .values((
                    cause_themes::cause_id.eq(&id),
                    cause_themes::theme_id.eq(theme),
                ))
                .execute(tx.conn)?;
        }
    }
    Ok(id)
}
