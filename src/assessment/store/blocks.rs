//! Text blocks: words for reasons that are given often.

use diesel::prelude::*;

use crate::account::Tx;
use crate::assessment::KeepTextBlocks;
use crate::assessment::model::{Block, MOST_BLOCKS};
use crate::base::db::Conn;
use crate::base::error::AppResult;
use crate::base::id::Id;
use crate::base::schema::text_blocks;

/// All text blocks, by their title.
pub fn blocks(conn: &mut Conn) -> AppResult<Vec<Block>> {
    let rows: Vec<(String, String, String)> = text_blocks::table
        .order(text_blocks::title)
        .select((text_blocks::id, text_blocks::title, text_blocks::text))
        .load(conn)?;
    let block = |(id, title, text)| Block { id, title, text };
    Ok(rows.into_iter().map(block).collect())
}

/// What came of keeping a text block.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kept {
    /// It is there.
    Done,
    /// Another one has that title.
    TitleTaken,
    /// There are as many as there can be.
    TooMany,
}

/// Keeps a text block: a new one, or other words for one there is.
pub fn keep_block(
    tx: &mut Tx<KeepTextBlocks>,
    id: &str,
    title: &str,
    text: &str,
) -> AppResult<Kept> {
    let same: Option<String> = text_blocks::table
        .filter(text_blocks::title.eq(title))
        .select(text_blocks::id)
        .first(tx.conn)
        .optional()?;
    if same.is_some_and(|same| same != id) {
        return Ok(Kept::TitleTaken);
    }
    if !id.is_empty() {
        diesel::update(text_blocks::table.find(id))
            .set((text_blocks::title.eq(title), text_blocks::text.eq(text)))
            .execute(tx.conn)?;
        return Ok(Kept::Done);
    }
    let there: i64 = text_blocks::table.count().get_result(tx.conn)?;
    if there >= MOST_BLOCKS {
        return Ok(Kept::TooMany);
    }
    let author = tx.author();
    diesel::insert_into(text_blocks::table)
        .values((
            text_blocks::id.eq(Id::<Block>::at(tx.now)),
            text_blocks::title.eq(title),
            text_blocks::text.eq(text),
            text_blocks::made_at.eq(tx.now.naive_utc()),
            text_blocks::made_by.eq(author),
        ))
        .execute(tx.conn)?;
    Ok(Kept::Done)
}

/// Takes a text block away; reasons that were made with it stay as they are.
pub fn remove_block(tx: &mut Tx<KeepTextBlocks>, id: &str) -> AppResult<()> {
    diesel::delete(text_blocks::table.find(id)).execute(tx.conn)?;
    Ok(())
}
