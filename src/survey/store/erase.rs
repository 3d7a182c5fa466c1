//! What an author can still have erased after the end: everything until results are published, afterwards her words. What was
//! published was counted for good; that somebody answered goes on counting, and nobody can read what she wrote.

use diesel::prelude::*;

use crate::account::Tx;
use crate::base::db::Conn;
use crate::base::erasure::{Kind, clear, note};
use crate::base::error::AppResult;
use crate::base::id::Id;
use crate::base::schema::{drafts, free_texts, questionnaires, result_publications};
use crate::consultation::Consultation;
use crate::participation::{Participate, Participation};
use crate::survey::model::FreeText;
use crate::transparency::unseal_words;

/// Whether figures of a consultation are published: from then on nothing is taken out of them.
pub fn is_frozen(conn: &mut Conn, consultation: &Id<Consultation>) -> AppResult<bool> {
    let published: i64 = result_publications::table
        .filter(result_publications::consultation_id.eq(consultation))
        .count()
        .get_result(conn)?;
    Ok(published > 0)
}

/// The texts in somebody's questionnaires whose words are still there.
fn texts_of(conn: &mut Conn, participation: &Id<Participation>) -> AppResult<Vec<Id<FreeText>>> {
    Ok(free_texts::table
        .inner_join(questionnaires::table)
        .filter(questionnaires::participation_id.eq(participation))
        .filter(free_texts::state.ne("erased"))
        .select(free_texts::id)
        .load(conn)?)
}

/// Whether there are words of hers that could be erased.
pub fn has_words(conn: &mut Conn, participation: &Id<Participation>) -> AppResult<bool> {
    Ok(!texts_of(conn, participation)?.is_empty())
}

/// Erases the words in somebody's questionnaires, and what she typed; her marks go on counting.
pub fn erase_words(tx: &mut Tx<Participate>, participation: &Participation) -> AppResult<()> {
    for id in texts_of(tx.conn, &participation.id)? {
        erase_text(tx, &id)?;
    }
    diesel::delete(drafts::table.filter(drafts::participation_id.eq(&participation.id)))
        .execute(tx.conn)?;
    Ok(())
}

/// Erases the words of one text; that there was one goes on counting.
pub fn erase_text(tx: &mut Tx<Participate>, id: &Id<FreeText>) -> AppResult<()> {
    clear(tx.conn, id.as_str())?;
    unseal_words(tx, id.as_str())?;
    note(tx.conn, tx.now, Kind::Words, id.as_str())
}
