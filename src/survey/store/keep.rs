//! What many people do at once while a survey runs: begin, and type answer after answer.

use std::collections::{BTreeMap, HashMap};

use chrono::{DateTime, NaiveDate, Utc};

use super::asking::Known;
use super::drafts::{save, save_all};
use crate::account::{Together, Tx};
use crate::base::error::{AppError, AppResult};
use crate::base::id::Id;
use crate::consultation::Consultation;
use crate::participation::{Participate, Participation, start_all};
use crate::survey::model::Answer;

/// Somebody's wish to take part. What comes of it: whether she may, or the survey is over or asks for a code.
pub struct Begin {
    /// The consultation, by its name in addresses.
    pub consultation: String,
    /// What is kept of her receipt code.
    pub hash: String,
    /// The day on which she begins.
    pub today: NaiveDate,
    /// What was known when she asked.
    pub known: Known,
}

impl Together<Participate> for Begin {
    type Done = bool;

    fn alone(&self, tx: &mut Tx<'_, Participate>) -> AppResult<bool> {
        let entrance = self.known.entrance(tx.conn, &self.consultation)?;
        let may = entrance.lets_in(tx.now);
        if may {
            start_all(tx, &[(&entrance.id, &self.hash, self.today)])?;
        }
        tx.shows_later();
        Ok(may)
    }

    fn all(
        these: &[(&Self, DateTime<Utc>)],
        tx: &mut Tx<'_, Participate>,
    ) -> AppResult<Vec<Option<bool>>> {
        let mut entrances = HashMap::new();
        for (one, _) in these {
            if !entrances.contains_key(one.consultation.as_str()) {
                let entrance = match one.known.entrance(tx.conn, &one.consultation) {
                    Ok(entrance) => Some(entrance),
                    // Whoever asked for it is told so alone.
                    Err(AppError::NotFound) => None,
                    Err(why) => return Err(why),
                };
                entrances.insert(one.consultation.as_str(), entrance);
            }
        }
        let (mut new, mut done) = (Vec::new(), Vec::with_capacity(these.len()));
        for (one, at) in these {
            let entrance = entrances.get(one.consultation.as_str());
            let Some(entrance) = entrance.and_then(Option::as_ref) else {
                done.push(None);
                continue;
            };
            let may = entrance.lets_in(*at);
            if may {
                new.push((&entrance.id, one.hash.as_str(), one.today));
            }
            done.push(Some(may));
        }
        start_all(tx, &new)?;
        Ok(done)
    }
}

/// Somebody's wish that an answer is kept as she typed it. What comes of it: whether it was, or the survey is over.
pub struct Keep {
    /// Her participation.
    pub participation: Id<Participation>,
    /// What she takes part in.
    pub consultation: Id<Consultation>,
    /// The question.
    pub question: i32,
    /// What she answered.
    pub answer: Answer,
    /// What was known when she asked.
    pub known: Known,
}

impl Together<Participate> for Keep {
    type Done = bool;

    fn alone(&self, tx: &mut Tx<'_, Participate>) -> AppResult<bool> {
        // Asked again inside the transaction: the deadline may have been changed a moment ago.
        let asking = self.known.asking(tx.conn, &self.consultation)?;
        let is_open = asking.is_open(tx.now);
        if is_open {
            save(tx, &self.participation, self.question, &self.answer)?;
        }
        tx.shows_later();
        Ok(is_open)
    }

    fn all(
        these: &[(&Self, DateTime<Utc>)],
        tx: &mut Tx<'_, Participate>,
    ) -> AppResult<Vec<Option<bool>>> {
        let Some((first, _)) = these.first() else {
            return Ok(Vec::new());
        };
        let consultations = these.iter().map(|(one, _)| &one.consultation);
        let asking = first.known.asking_of_each(tx.conn, consultations)?;
        let is_open = |one: &Self, at| {
            let asking = asking.get(&one.consultation);
            asking.is_some_and(|asking| asking.is_open(at))
        };
        let (mut typed, mut done) = (BTreeMap::new(), Vec::with_capacity(these.len()));
        for (one, at) in these {
            let kept = is_open(one, *at);
            if kept {
                // Who presses twice has said it with the second.
                typed.insert((&one.participation, one.question), &one.answer);
            }
            done.push(Some(kept));
        }
        save_all(tx, &typed)?;
        Ok(done)
    }
}
