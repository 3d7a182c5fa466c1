//! Which contributions a list holds, in their order.

use std::sync::Arc;

use diesel::prelude::*;

use super::list::{self, Narrow};
use crate::base::db::Conn;
use crate::base::db::Recall;
use crate::base::error::AppResult;
use crate::base::order::{Order, joined};
use crate::base::schema::contribution_words;

/// The list of a narrowing. What stands in it is read once for each state of the database; words are then looked up in the index of words.
pub fn of(conn: &mut Conn, recall: &Recall, narrow: &Narrow) -> AppResult<Arc<Order>> {
    let name = format!("order {narrow:?}");
    recall.get(conn, &name, |conn| {
        if narrow.stems.is_empty() {
            return Ok(list::ids(conn, narrow)?.into_iter().collect());
        }
        let all = Narrow {
            stems: Vec::new(),
            ..narrow.clone()
        };
        let mut found: Option<Order> = None;
        let all = of(conn, recall, &all)?;
        for stem in &narrow.stems {
            let with = with_stem(conn, stem)?;
            found = Some(found.as_ref().unwrap_or(&all).and(&with));
        }
        Ok(found.unwrap_or_default())
    })
}

/// The texts in which a stem stands.
///
/// # Errors
/// When the database does not answer.
pub fn with_stem(conn: &mut Conn, stem: &str) -> AppResult<Order> {
    let ids: Option<String> = contribution_words::table
        .filter(contribution_words::stem.eq(stem))
        .select(joined("text_id"))
        .get_result(conn)?;
    Ok(Order::of_joined(&ids.unwrap_or_default()))
}
