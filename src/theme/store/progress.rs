//! How far the reading is.

use std::collections::HashMap;

use chrono::NaiveDateTime;
use diesel::dsl::{count, count_star, max};
use diesel::prelude::*;

use crate::base::db::Conn;
use crate::base::erasure::GONE;
use crate::base::error::AppResult;
use crate::base::id::Id;
use crate::base::schema::{contributions, readings};
use crate::consultation::Consultation;
use crate::strategy::Element;

/// How many contributions there are somewhere, and how many of them were read.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Progress {
    /// All of them.
    pub all: i64,
    /// Those that somebody has put under themes, or under none.
    pub coded: i64,
}

impl Progress {
    /// Those nobody has read.
    pub fn open(self) -> i64 {
        self.all - self.coded
    }
}

impl std::ops::AddAssign for Progress {
    fn add_assign(&mut self, other: Self) {
        self.all += other.all;
        self.coded += other.coded;
    }
}

/// How far it is, element by element; under none those about the whole.
pub fn by_element(
    conn: &mut Conn,
    consultation: &Id<Consultation>,
) -> AppResult<HashMap<Option<Id<Element>>, Progress>> {
    let all: Vec<(Option<Id<Element>>, i64)> = contributions::table
        .filter(contributions::consultation_id.eq(consultation))
        .group_by(contributions::element_id)
        .select((contributions::element_id, count_star()))
        .load(conn)?;
    let coded: Vec<(Option<Id<Element>>, i64)> = contributions::table
        .inner_join(readings::table)
        .filter(contributions::consultation_id.eq(consultation))
        .group_by(contributions::element_id)
        .select((
            contributions::element_id,
            count(contributions::text_id).aggregate_distinct(),
        ))
        .load(conn)?;
    let mut found: HashMap<_, Progress> = HashMap::new();
    for (element, n) in all {
        found.entry(element).or_default().all = n;
    }
    for (element, n) in coded {
        found.entry(element).or_default().coded = n;
    }
    Ok(found)
}

/// How many contributions each person has read, the most first.
pub fn by_coder(conn: &mut Conn, consultation: &Id<Consultation>) -> AppResult<Vec<(String, i64)>> {
    let mut rows: Vec<(String, i64)> = readings::table
        .inner_join(contributions::table)
        .filter(contributions::consultation_id.eq(consultation))
        .group_by(readings::coder)
        .select((readings::coder, count(readings::text_id)))
        .load(conn)?;
    rows.sort_by(|one, other| (other.1, &one.0).cmp(&(one.1, &other.0)));
    Ok(rows)
}

/// What changes with every contribution that comes, goes or is corrected, and with everything that is said about one.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Stamp {
    contributions: (i64, Option<NaiveDateTime>),
    readings: (i64, Option<NaiveDateTime>),
}

impl Stamp {
    /// How many contributions and readings there are, and when the last of each came.
    pub fn both(&self) -> ((i64, Option<NaiveDateTime>), (i64, Option<NaiveDateTime>)) {
        (self.contributions, self.readings)
    }
}

/// The stamp of a consultation as it is now.
pub fn stamp(conn: &mut Conn, consultation: &Id<Consultation>) -> AppResult<Stamp> {
    Ok(Stamp {
        contributions: contributions::table
            .filter(contributions::consultation_id.eq(consultation))
            .filter(contributions::text.ne(GONE))
            .select((count_star(), max(contributions::taken_at)))
            .first(conn)?,
        readings: readings::table
            .inner_join(contributions::table)
            .filter(contributions::consultation_id.eq(consultation))
            .select((count_star(), max(readings::read_at)))
            .first(conn)?,
    })
}
