//! The editions around a paper: the one it brings, and the decided one that came of it.

use chrono::NaiveDate;

use super::Paper;
use crate::base::id::Id;
use crate::strategy::Edition;

/// An edition that a paper brings, or that came of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Brought {
    /// The edition.
    pub id: Id<Edition>,
    /// The strategy's name in addresses.
    pub strategy: String,
    /// The strategy's title.
    pub title: String,
    /// The edition's number.
    pub number: i32,
    /// The edition's name.
    pub name: String,
    /// Whether everyone may read it.
    pub is_public: bool,
}

impl Brought {
    /// Where everyone reads it.
    pub fn url(&self) -> String {
        format!("/strategies/{}/editions/{}", self.strategy, self.number)
    }
}

/// How far the decided edition of a paper is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Decided {
    /// Its wording is being worked on, in the editor of editions.
    InWork {
        /// Where.
        url: String,
    },
    /// It is written.
    Written {
        /// Which.
        edition: Brought,
        /// Whether it bears the mark of the council's decision.
        is_marked: bool,
    },
}

/// Out of which paper an edition came, as everyone may know: who decided, and when.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Source {
    /// The paper.
    pub paper: Id<Paper>,
    /// Its reference.
    pub reference: String,
    /// The body.
    pub body: String,
    /// The day of the decision.
    pub day: NaiveDate,
}
