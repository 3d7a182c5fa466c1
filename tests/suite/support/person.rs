//! Somebody who takes part, as the store sees her: a receipt code and the acts it opens.

use chrono::NaiveDate;
use trialog::account::{Actor, May};
use trialog::base::clock::Clock;
use trialog::base::db::Db;
use trialog::base::error::AppResult;
use trialog::base::secret::Secrets;
use trialog::participation::{self, Code, Participate};
use trialog::survey::{self, Answer, Mark, Submitted};

use super::town::{Town, ZONE};

/// Somebody with a receipt code.
#[derive(Clone)]
pub struct Person {
    db: Db,
    clock: Clock,
    hash: String,
}

/// A mark without a comment.
pub fn mark(mark: Mark) -> Answer {
    Answer::Goal {
        mark: Some(mark),
        comment: None,
    }
}

/// A mark with a comment.
pub fn comment(mark: Mark, comment: &str) -> Answer {
    Answer::Goal {
        mark: Some(mark),
        comment: Some(comment.to_owned()),
    }
}

impl Person {
    /// Begins a participation.
    pub async fn begins(db: &Db, clock: &Clock, town: &Town) -> Self {
        let person = Self {
            db: db.clone(),
            clock: clock.clone(),
            hash: Code::fresh().hash(&Secrets::fresh()),
        };
        let (hash, today, id) = (
            person.hash.clone(),
            person.today(),
            town.consultation.id.clone(),
        );
        let may = person.may();
        may.write(move |tx| participation::start(tx, &id, &hash, today))
            .await
            .unwrap();
        person
    }

    fn today(&self) -> NaiveDate {
        ZONE.day(self.clock.now())
    }

    fn may(&self) -> May<Participate> {
        May::by(Actor::Visitor, &self.db, &self.clock).unwrap()
    }

    /// She began with an access code.
    pub async fn was_invited(&self) {
        let (hash, may) = (self.hash.clone(), self.may());
        may.write(move |tx| {
            let found = participation::find(tx.conn, &hash)?;
            participation::store::access::mark_invited(tx, &found.id)
        })
        .await
        .unwrap();
    }

    /// Keeps an answer, not yet counted.
    pub async fn types(&self, question: i32, answer: Answer) -> &Self {
        let hash = self.hash.clone();
        let may = self.may();
        may.write(move |tx| {
            let found = participation::find(tx.conn, &hash)?;
            survey::save(tx, &found.id, question, &answer)
        })
        .await
        .unwrap();
        self
    }

    /// Presses the button that lets the answers count.
    pub async fn submits(&self) -> Submitted {
        let (hash, today) = (self.hash.clone(), self.today());
        let may = self.may();
        may.write(move |tx| {
            let found = participation::find(tx.conn, &hash)?;
            survey::submit(tx, &found, today)
        })
        .await
        .unwrap()
    }

    /// The same from a thread of its own, without an executor.
    pub fn submits_here(&self) -> AppResult<Submitted> {
        let (hash, today) = (self.hash.clone(), self.today());
        self.may().write_here(move |tx| {
            let found = participation::find(tx.conn, &hash)?;
            survey::submit(tx, &found, today)
        })
    }

    /// Takes everything back.
    pub async fn withdraws(&self) {
        let (hash, today) = (self.hash.clone(), self.today());
        let may = self.may();
        may.write(move |tx| {
            let found = participation::find(tx.conn, &hash)?;
            survey::withdraw(tx, &found, today)
        })
        .await
        .unwrap();
    }
}
