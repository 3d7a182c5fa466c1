//! The author's side: give, correct, take back; and what others say to a comment.

use chrono::NaiveDate;
use diesel::prelude::*;

use super::answer::current;
use super::sealing::seal;
use crate::account::{Action, Tx};
use crate::base::db::{Conn, each};
use crate::base::erasure;
use crate::base::error::AppResult;
use crate::base::id::Id;
use crate::base::schema::{
    comment_answers, comment_reports, comment_supports, comments, contributions, edition_elements,
    elements, free_texts, text_decisions, text_objections,
};
use crate::comment::model::{MOST, NewComment};
use crate::consultation::Consultation;
use crate::participation::{Participate, Participation};
use crate::strategy::{Element, Wording};
use crate::survey::{FreeText, TextState, erase_text};
use crate::transparency::{Gone, Kind, unseal};

/// What a comment is about.
#[derive(Clone, Debug)]
pub struct Place {
    /// The consultation that lays the edition open.
    pub consultation: Id<Consultation>,
    /// The element.
    pub element: Id<Element>,
    /// Its wording in that edition.
    pub wording: Id<Wording>,
}

/// The element of that key in the edition a consultation lays open.
///
/// # Errors
/// Not found, when the edition has no such element.
pub fn place(conn: &mut Conn, consultation: &Consultation, key: &str) -> AppResult<Place> {
    let (element, wording) = edition_elements::table
        .inner_join(elements::table.on(elements::id.eq(edition_elements::element_id)))
        .filter(edition_elements::edition_id.eq(&consultation.edition))
        .filter(elements::key.eq(key))
        .select((edition_elements::element_id, edition_elements::wording_id))
        .first(conn)?;
    Ok(Place {
        consultation: consultation.id.clone(),
        element,
        wording,
    })
}

/// What came of a new comment.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Given {
    /// It is kept.
    New(Id<FreeText>),
    /// The same person has said the same about the same element before.
    Same(Id<FreeText>),
    /// This participation has as many comments as it can have.
    TooMany,
}

/// Keeps a comment; it waits for its release. The same again is the same comment.
pub fn give(
    tx: &mut Tx<Participate>,
    participation: &Id<Participation>,
    place: &Place,
    new: &NewComment,
    today: NaiveDate,
) -> AppResult<Given> {
    if let Some(same) = same(tx.conn, participation, &place.element, &new.digest())? {
        return Ok(Given::Same(same));
    }
    let own: i64 = comments::table
        .filter(comments::participation_id.eq(participation))
        .count()
        .get_result(tx.conn)?;
    if own >= MOST {
        return Ok(Given::TooMany);
    }
    let id = Id::<FreeText>::random();
    diesel::insert_into(free_texts::table)
        .values((
            free_texts::id.eq(&id),
            free_texts::source.eq("comment"),
            free_texts::state.eq(TextState::Waiting.as_str()),
        ))
        .execute(tx.conn)?;
    diesel::insert_into(comments::table)
        .values((
            comments::id.eq(&id),
            comments::consultation_id.eq(&place.consultation),
            comments::participation_id.eq(participation),
            comments::element_id.eq(&place.element),
            comments::wording_id.eq(&place.wording),
            comments::text.eq(&new.text),
            comments::name.eq(&new.name),
            comments::given_on.eq(today),
            comments::supports.eq(0),
            comments::digest.eq(new.digest()),
        ))
        .execute(tx.conn)?;
    seal(tx, &id, true)?;
    Ok(Given::New(id))
}

/// The comment of the same words by the same person on the same element.
fn same(
    conn: &mut Conn,
    participation: &Id<Participation>,
    element: &Id<Element>,
    digest: &str,
) -> AppResult<Option<Id<FreeText>>> {
    Ok(comments::table
        .filter(comments::participation_id.eq(participation))
        .filter(comments::element_id.eq(element))
        .filter(comments::digest.eq(digest))
        .select(comments::id)
        .first(conn)
        .optional()?)
}

/// What came of a correction.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Corrected {
    /// It waits for its release anew.
    Done,
    /// Nothing was different.
    Unchanged,
    /// The administration has answered these words, so they stay.
    Answered,
    /// The same words stand in another own comment on this element.
    Twice,
}

/// Corrects an own comment: it waits for its release anew, and what was decided about the words before is gone. Other
/// words lose the support that those before had.
///
/// # Errors
/// Not found, when it is not a comment of this participation.
pub fn correct(
    tx: &mut Tx<Participate>,
    participation: &Id<Participation>,
    id: &Id<FreeText>,
    new: &NewComment,
) -> AppResult<Corrected> {
    let (element, text, name): (Id<Element>, String, Option<String>) = comments::table
        .filter(comments::id.eq(id))
        .filter(comments::participation_id.eq(participation))
        .select((comments::element_id, comments::text, comments::name))
        .first(tx.conn)?;
    if text == new.text && name == new.name {
        return Ok(Corrected::Unchanged);
    }
    if current(tx.conn, id)?.is_some() {
        return Ok(Corrected::Answered);
    }
    let same = same(tx.conn, participation, &element, &new.digest())?;
    if same.is_some_and(|same| same != *id) {
        return Ok(Corrected::Twice);
    }
    forget_decisions(tx, id)?;
    diesel::update(free_texts::table.find(id))
        .set((
            free_texts::state.eq(TextState::Waiting.as_str()),
            free_texts::redacted.eq(None::<String>),
        ))
        .execute(tx.conn)?;
    diesel::update(comments::table.find(id))
        .set((
            comments::text.eq(&new.text),
            comments::name.eq(&new.name),
            comments::digest.eq(new.digest()),
        ))
        .execute(tx.conn)?;
    seal(tx, id, false)?;
    if text != new.text {
        forget_voices(tx, id)?;
        // What the desk said was about the words before.
        diesel::delete(contributions::table.find(id)).execute(tx.conn)?;
    }
    Ok(Corrected::Done)
}

/// Takes an own comment back: it is erased, with everything that was said and decided about it. Gives whether there was
/// one.
pub fn withdraw(
    tx: &mut Tx<Participate>,
    participation: &Id<Participation>,
    id: &Id<FreeText>,
) -> AppResult<bool> {
    let own: i64 = comments::table
        .filter(comments::id.eq(id))
        .filter(comments::participation_id.eq(participation))
        .count()
        .get_result(tx.conn)?;
    if own == 0 {
        return Ok(false);
    }
    erase(tx, id)?;
    Ok(true)
}

/// Erases the words of an own comment; that there was one goes on counting. Nothing when it is not one of this participation.
pub fn erase_words(
    tx: &mut Tx<Participate>,
    participation: &Id<Participation>,
    id: &Id<FreeText>,
) -> AppResult<()> {
    let own: i64 = comments::table
        .filter(comments::id.eq(id))
        .filter(comments::participation_id.eq(participation))
        .count()
        .get_result(tx.conn)?;
    if own > 0 {
        erase_text(tx, id)?;
    }
    Ok(())
}

/// Erases a comment with everything that hangs on it.
pub fn erase<A: Action>(tx: &mut Tx<A>, id: &Id<FreeText>) -> AppResult<()> {
    forget_voices(tx, id)?;
    diesel::delete(comment_reports::table.filter(comment_reports::comment_id.eq(id)))
        .execute(tx.conn)?;
    diesel::delete(comment_answers::table.filter(comment_answers::comment_id.eq(id)))
        .execute(tx.conn)?;
    forget_decisions(tx, id)?;
    erasure::note(tx.conn, tx.now, erasure::Kind::Comment, id.as_str())?;
    unseal(tx, Kind::Comment, id.as_str(), Gone::Withdrawn)?;
    diesel::delete(comments::table.find(id)).execute(tx.conn)?;
    diesel::delete(free_texts::table.find(id)).execute(tx.conn)?;
    Ok(())
}

fn forget_decisions<A: Action>(tx: &mut Tx<A>, id: &Id<FreeText>) -> AppResult<()> {
    diesel::delete(text_objections::table.filter(text_objections::text_id.eq(id)))
        .execute(tx.conn)?;
    diesel::delete(text_decisions::table.filter(text_decisions::text_id.eq(id)))
        .execute(tx.conn)?;
    Ok(())
}

fn forget_voices<A: Action>(tx: &mut Tx<A>, id: &Id<FreeText>) -> AppResult<()> {
    diesel::delete(comment_supports::table.filter(comment_supports::comment_id.eq(id)))
        .execute(tx.conn)?;
    diesel::update(comments::table.find(id))
        .set(comments::supports.eq(0))
        .execute(tx.conn)?;
    Ok(())
}

/// Says "I see it that way too", or takes it back. Once per participation, and not to one's own comment. Gives whether it
/// changed anything.
///
/// # Errors
/// Not found, when everyone may not read the comment, or it belongs to another consultation.
pub fn support(
    tx: &mut Tx<Participate>,
    participation: &Participation,
    id: &Id<FreeText>,
    yes: bool,
) -> AppResult<bool> {
    let author: Id<Participation> = comments::table
        .inner_join(free_texts::table)
        .filter(comments::id.eq(id))
        .filter(comments::consultation_id.eq(&participation.consultation))
        .filter(free_texts::state.eq_any(TextState::PUBLIC))
        .select(comments::participation_id)
        .first(tx.conn)?;
    if author == participation.id {
        return Ok(false);
    }
    let changed = if yes {
        let row = (
            comment_supports::comment_id.eq(id),
            comment_supports::participation_id.eq(&participation.id),
        );
        each!(tx.conn, conn => diesel::insert_into(comment_supports::table)
            .values(row)
            .on_conflict((comment_supports::comment_id, comment_supports::participation_id))
            .do_nothing()
            .execute(conn))?
    } else {
        let own = comment_supports::table.find((id, &participation.id));
        diesel::delete(own).execute(tx.conn)?
    };
    let by: i64 = if yes { 1 } else { -1 };
    if changed > 0 {
        diesel::update(comments::table.find(id))
            .set(comments::supports.eq(comments::supports + by))
            .execute(tx.conn)?;
    }
    Ok(changed > 0)
}
