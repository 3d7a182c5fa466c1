//! Who takes part: which person answers which surveys, and on which day.

use chrono::{Datelike, NaiveDate, Weekday};

use super::chance::Chance;
use super::sheets::Sheet;
use crate::survey::Answer;

/// One person who takes part in her own browser.
#[derive(Clone, Debug)]
pub struct Person {
    /// The day she hands in.
    pub day: NaiveDate,
    /// Whether she got a letter with an access code.
    pub is_invited: bool,
    /// Her answers by question, in the order of the survey.
    pub answers: Vec<(i32, Answer)>,
}

/// How many of a hundred people answer one survey, two, … six.
const SURVEYS: [u32; 6] = [8, 10, 15, 20, 22, 25];

/// Hands the questionnaires of several surveys to people: each person gets at most one of each survey, most get
/// several, and none is left over.
pub fn deal(mut piles: Vec<Vec<Sheet>>, chance: &mut Chance) -> Vec<Sheet> {
    let mut people = Vec::new();
    while piles.iter().any(|pile| !pile.is_empty()) {
        let mut weights: Vec<u32> = piles
            .iter()
            .map(|pile| u32::try_from(pile.len()).unwrap_or(u32::MAX / 64))
            .collect();
        let mut person = Sheet::new();
        for _ in 0..=chance.weighed(&SURVEYS) {
            if weights.iter().all(|weight| *weight == 0) {
                break;
            }
            let place = chance.weighed(&weights);
            weights[place] = 0;
            person.extend(piles[place].pop().unwrap_or_default());
        }
        people.push(person);
    }
    people
}

/// How likely people hand in on each day from the first to the last: the announcement, an event and the end draw most
/// of them, weekends fewer.
pub fn days(first: NaiveDate, last: NaiveDate, event: Option<NaiveDate>) -> Vec<(NaiveDate, u32)> {
    let length = (last - first).num_days();
    (0..)
        .zip(first.iter_days().take_while(|day| *day <= last))
        .map(|(n, day)| {
            let calm = match day.weekday() {
                Weekday::Sat | Weekday::Sun => 2,
                _ => 3,
            };
            let busy = match (n, length - n) {
                (0, _) => 14,
                (1, _) => 10,
                (_, 0) => 9,
                (2, _) | (_, 1) => 7,
                (3, _) | (_, 2) => 5,
                _ => 0,
            };
            let busy = if event == Some(day) { 12 } else { busy };
            (day, busy.max(calm))
        })
        .collect()
}

/// One of some days.
pub fn day_of(days: &[(NaiveDate, u32)], chance: &mut Chance) -> NaiveDate {
    let weights: Vec<u32> = days.iter().map(|(_, weight)| *weight).collect();
    days.get(chance.weighed(&weights))
        .map(|(day, _)| *day)
        .unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_sheet_finds_a_person_and_nobody_gets_two_of_one_survey() {
        let sheet = |question| Sheet::from([(question, Answer::Number(1))]);
        let piles = [(1, 40), (2, 7), (3, 25), (4, 1)];
        let piles = piles
            .map(|(question, count)| vec![sheet(question); count])
            .to_vec();
        let people = deal(piles, &mut Chance::of(1));
        // A second sheet of the same survey would have replaced the first.
        assert_eq!(people.iter().map(Sheet::len).sum::<usize>(), 73);
        assert!(people.iter().all(|person| !person.is_empty()) && people.len() < 60);
    }
}
