//! Handing in: for one person, and for all who do so in the same moment.

use std::collections::{BTreeMap, HashMap, HashSet};

use chrono::{DateTime, NaiveDate, Utc};

use super::asking::Known;
use super::drafts::drafts_of_each;
use super::fresh::{Counts, Fresh, insert_fresh};
use super::submit::{Submitted, counting, submit_to};
use crate::account::{Together, Tx};
use crate::base::error::{AppError, AppResult};
use crate::base::id::Id;
use crate::consultation::Consultation;
use crate::participation::{
    Channel, Participate, Participation, find, find_each, mark_all_submitted,
};

/// Somebody's wish that her answers count from now on. What comes of it: nothing, when the survey is over.
pub struct HandIn {
    /// What is kept of her receipt code.
    pub hash: String,
    /// The day on which her answers count.
    pub today: NaiveDate,
    /// What was known when she asked.
    pub known: Known,
}

impl Together<Participate> for HandIn {
    type Done = Option<Submitted>;

    fn alone(&self, tx: &mut Tx<'_, Participate>) -> AppResult<Self::Done> {
        let participation = find(tx.conn, &self.hash)?;
        let of = &participation.consultation;
        let asking = self.known.asking(tx.conn, of)?;
        if !asking.is_open(tx.now) {
            return Ok(None);
        }
        if participation.withdrawn_on.is_some() {
            return Err(AppError::Gone);
        }
        let submitted = submit_to(tx, &participation, &asking.book, self.today)?;
        // Figures count up to yesterday, and texts wait to be released; but a correction may take a released text away.
        if submitted != Submitted::Again {
            tx.shows_later();
        }
        Ok(Some(submitted))
    }

    /// First submissions alone; whoever corrects hers, or presses in two windows, is done alone.
    fn all(
        these: &[(&Self, DateTime<Utc>)],
        tx: &mut Tx<'_, Participate>,
    ) -> AppResult<Vec<Option<Self::Done>>> {
        let Some((first, _)) = these.first() else {
            return Ok(Vec::new());
        };
        let hashes: Vec<String> = these.iter().map(|(one, _)| one.hash.clone()).collect();
        let people = find_each(tx.conn, &hashes)?;
        let consultations = people.values().map(|one| &one.consultation);
        let asking = first.known.asking_of_each(tx.conn, consultations)?;
        let ids: Vec<_> = people.values().map(|one| one.id.clone()).collect();
        let typed = drafts_of_each(tx.conn, &ids)?;
        let (nothing, mut met) = (HashMap::new(), HashSet::new());
        let (mut fresh, mut counted) = (Vec::new(), Counted::new());
        let mut done = Vec::with_capacity(these.len());
        for (one, at) in these {
            let person = people.get(&one.hash).filter(|person| {
                let is_first = met.insert(&person.id);
                is_first && person.withdrawn_on.is_none() && person.submitted_on.is_none()
            });
            let Some((person, asking)) =
                person.and_then(|it| Some((it, asking.get(&it.consultation)?)))
            else {
                done.push(None);
                continue;
            };
            if !asking.is_open(*at) {
                done.push(Some(None));
                continue;
            }
            let typed = typed.get(&person.id).unwrap_or(&nothing);
            let surveys = match counting(&asking.book, typed) {
                Ok(surveys) => surveys,
                Err(refused) => {
                    done.push(Some(Some(refused)));
                    continue;
                }
            };
            let answered = surveys.into_iter().filter(|(_, cells)| !cells.is_empty());
            fresh.extend(answered.map(|(survey, cells)| Fresh {
                survey,
                consultation: &person.consultation,
                participation: person.id.clone(),
                channel: Channel::Online,
                day: one.today,
                batch: None,
                cells,
            }));
            let of = counted.entry((&person.consultation, one.today));
            of.or_default().push(&person.id);
            done.push(Some(Some(Submitted::First)));
        }
        write(tx, &fresh, &counted)?;
        Ok(done)
    }
}

/// Those who hand in for the first time, by consultation and day.
type Counted<'a> = BTreeMap<(&'a Id<Consultation>, NaiveDate), Vec<&'a Id<Participation>>>;

fn write(
    tx: &mut Tx<'_, Participate>,
    fresh: &[Fresh<'_>],
    counted: &Counted<'_>,
) -> AppResult<()> {
    let mut counts = Counts::default();
    insert_fresh(tx, fresh, &mut counts)?;
    counts.write(tx)?;
    for ((consultation, day), people) in counted {
        mark_all_submitted(tx, consultation, people, *day)?;
    }
    Ok(())
}
