//! Counting anew.

use std::collections::BTreeMap;

use diesel::dsl::count_star;
use diesel::prelude::*;

use crate::base::db::Conn;
use crate::base::error::AppResult;
use crate::base::schema::{comment_supports, comments, free_texts};
use crate::survey::Recount;

/// Each comment whose running count of support differs from its rows, and each text in the queue whose comment is gone.
pub fn recount(conn: &mut Conn) -> AppResult<Vec<Recount>> {
    let counted: Vec<(String, i64)> = comment_supports::table
        .group_by(comment_supports::comment_id)
        .select((comment_supports::comment_id, count_star()))
        .load(conn)?;
    let counted: BTreeMap<String, i64> = counted.into_iter().collect();
    let kept: Vec<(String, i64)> = comments::table
        .select((comments::id, comments::supports))
        .load(conn)?;
    let mut found: Vec<Recount> = kept
        .into_iter()
        .map(|(id, kept)| (counted.get(&id).copied().unwrap_or_default(), id, kept))
        .filter(|(counted, _, kept)| counted != kept)
        .map(|(counted, id, kept)| Recount {
            what: format!("support of comment {id}"),
            kept,
            counted,
        })
        .collect();
    let texts: i64 = free_texts::table
        .filter(free_texts::source.eq("comment"))
        .count()
        .get_result(conn)?;
    let all: i64 = comments::table.count().get_result(conn)?;
    if texts != all {
        found.push(Recount {
            what: "comments among the texts".to_owned(),
            kept: texts,
            counted: all,
        });
    }
    Ok(found)
}
