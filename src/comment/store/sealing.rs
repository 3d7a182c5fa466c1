//! Comments in the check list.

use std::collections::BTreeMap;

use anyhow::anyhow;
use diesel::prelude::*;
use serde::Serialize;

use crate::account::{Action, Tx};
use crate::base::db::Conn;
use crate::base::error::AppResult;
use crate::base::id::Id;
use crate::base::schema::{comments, elements};
use crate::consultation::Consultation;
use crate::survey::FreeText;
use crate::transparency::store::Shelf;
use crate::transparency::{self, Given, Kind};

#[derive(Serialize)]
struct Sealed<'a> {
    comment: &'a str,
    name: Option<&'a str>,
    on: &'a str,
    wording: &'a str,
}

/// Seals a comment as it stands in its row now.
pub(super) fn seal<A: Action>(tx: &mut Tx<A>, id: &Id<FreeText>, is_new: bool) -> AppResult<()> {
    let (consultation, participation): (Id<Consultation>, String) = comments::table
        .find(id)
        .select((comments::consultation_id, comments::participation_id))
        .first(tx.conn)?;
    let content = contents(tx.conn, &[id.as_str().to_owned()])?;
    let content = content.into_values().next();
    let given = Given {
        kind: Kind::Comment,
        id: id.as_str(),
        owner: Some(&participation),
        consultation: &consultation,
        survey: None,
        content: &content.ok_or_else(|| anyhow!("the comment to be sealed is gone"))?,
    };
    if is_new {
        transparency::seal_new(tx, std::slice::from_ref(&given))
    } else {
        transparency::seal(tx, &given)
    }
}

/// Comments in the check list.
pub const SHELF: Shelf = Shelf {
    kind: Kind::Comment,
    next,
    contents,
};

fn next(conn: &mut Conn, after: &str, most: i64) -> AppResult<Vec<String>> {
    Ok(comments::table
        .filter(comments::id.gt(after))
        .order(comments::id)
        .limit(most)
        .select(comments::id)
        .load(conn)?)
}

/// What is sealed of some comments, by its name in the check list.
pub fn contents(conn: &mut Conn, ids: &[String]) -> AppResult<BTreeMap<String, String>> {
    type Row = (String, String, Option<String>, String, String);
    let rows: Vec<Row> = comments::table
        .inner_join(elements::table)
        .select((
            comments::id,
            comments::text,
            comments::name,
            elements::key,
            comments::wording_id,
        ))
        .filter(comments::id.eq_any(ids))
        .load(conn)?;
    let written = |(id, text, name, on, wording): Row| {
        let sealed = Sealed {
            comment: &text,
            name: name.as_deref(),
            on: &on,
            wording: &wording,
        };
        let content = serde_json::to_string(&sealed).map_err(anyhow::Error::from)?;
        Ok((Kind::Comment.subject(&id), content))
    };
    rows.into_iter().map(written).collect()
}
