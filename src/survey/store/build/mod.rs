//! Surveys in the making: until the first answer everything can be changed, afterwards nothing.

mod correct;
mod question;
mod state;
mod survey;

use diesel::prelude::*;

pub use correct::{Correction, correct, corrections_of};
pub use question::{
    add_questions, change_question, copy_question, depend, move_question, remove_question,
    restore_question,
};
pub use state::{answered_surveys, frozen_surveys, removed_of, slugs_of};
pub use survey::{
    add_survey, change_survey, import_surveys, move_survey, remove_survey, restore_survey,
};

use super::Book;
use crate::base::db::Conn;
use crate::base::error::{AppError, AppResult};
use crate::base::id::Id;
use crate::base::schema::surveys;
use crate::survey::model::Survey;

/// What came of an act on a survey.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Built {
    /// It is so from now on.
    Done,
    /// Somebody has begun to answer: what was asked stays as it is.
    Frozen,
    /// An answer that should go decides whether that other question is asked.
    Decides(String),
    /// The question has to stay behind the one it depends on, which bears this text.
    Behind(String),
    /// There would be more questions than a survey may have.
    Full,
}

/// To which side something is moved.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Direction {
    /// Towards the beginning.
    Up,
    /// Towards the end.
    Down,
}

impl Direction {
    /// The place next to one, among so many; none at the end.
    fn next(self, place: usize, places: usize) -> Option<usize> {
        match self {
            Self::Up => place.checked_sub(1),
            Self::Down => Some(place + 1).filter(|next| *next < places),
        }
    }
}

/// A survey as it stands in this transaction; none when it is frozen.
fn open(conn: &mut Conn, survey: &Id<Survey>) -> AppResult<Option<Survey>> {
    if state::is_frozen(conn, survey)? {
        return Ok(None);
    }
    let consultation = surveys::table
        .find(survey)
        .select(surveys::consultation_id)
        .first(conn)
        .optional()?;
    let book = Book::of(conn, &consultation.ok_or(AppError::NotFound)?)?;
    let found = book.surveys.into_iter().find(|other| other.id == *survey);
    found.map(Some).ok_or(AppError::NotFound)
}
