//! Texts that say the same in nearly the same words: form letters, copies, what somebody sent twice.
//!
//! Two texts are alike when they share most of their runs of three words (Jaccard index, Broder 1997). It is counted
//! exactly, not estimated: an index of the rarest runs finds the pairs worth counting, which is fast enough for every text
//! a town gets (`tests/load` measures it).

use std::collections::{BTreeMap, HashMap, HashSet};

use crate::base::words;

/// How many words a run has.
const RUN: usize = 3;
/// From which share of common runs on two texts are alike, in per cent.
const ALIKE: usize = 60;
/// Shorter texts agree by chance: "Find ich gut." is nobody's form letter.
const FEWEST_WORDS: usize = 8;

/// The runs of a text, each by a number.
fn runs(text: &str, known: &mut HashMap<[String; RUN], usize>) -> HashSet<usize> {
    let words = words::stems(text);
    if words.len() < FEWEST_WORDS {
        return HashSet::new();
    }
    words
        .windows(RUN)
        .filter_map(|run| <[String; RUN]>::try_from(run.to_vec()).ok())
        .map(|run| {
            let next = known.len();
            *known.entry(run).or_insert(next)
        })
        .collect()
}

/// Whether two texts share enough of their runs.
fn is_alike(one: &HashSet<usize>, other: &HashSet<usize>) -> bool {
    let common = one.intersection(other).count();
    let all = one.len() + other.len() - common;
    all > 0 && common * 100 >= all * ALIKE
}

/// Groups of texts that are alike, each with the places of its texts in what was given, in order; texts that are like no
/// other are in none. Whoever is alike to one of a group belongs to it.
pub fn groups(texts: &[&str]) -> Vec<Vec<usize>> {
    let mut known = HashMap::new();
    let all: Vec<HashSet<usize>> = texts.iter().map(|text| runs(text, &mut known)).collect();
    let mut used = vec![0_usize; known.len()];
    for run in all.iter().flatten() {
        used[*run] += 1;
    }
    let mut joined = Joined::new(texts.len());
    let mut seen: HashMap<usize, Vec<usize>> = HashMap::new();
    for (place, own) in all.iter().enumerate() {
        let mut rare: Vec<usize> = own.iter().copied().collect();
        rare.sort_unstable_by_key(|run| (used[*run], *run));
        // Two alike texts share at least one of so many of their rarest runs.
        let needed = (own.len() * ALIKE).div_ceil(100);
        rare.truncate((own.len() + 1).saturating_sub(needed));
        let near: HashSet<usize> = rare
            .iter()
            .filter_map(|run| seen.get(run))
            .flatten()
            .copied()
            .collect();
        for other in near {
            if joined.root(other) != joined.root(place) && is_alike(own, &all[other]) {
                joined.join(other, place);
            }
        }
        for run in rare {
            seen.entry(run).or_default().push(place);
        }
    }
    joined.groups()
}

/// Who belongs together.
struct Joined(Vec<usize>);

impl Joined {
    fn new(n: usize) -> Self {
        Self((0..n).collect())
    }

    fn root(&self, mut place: usize) -> usize {
        while self.0[place] != place {
            place = self.0[place];
        }
        place
    }

    fn join(&mut self, one: usize, other: usize) {
        let (one, other) = (self.root(one), self.root(other));
        // The first text of a group stands for it.
        self.0[one.max(other)] = one.min(other);
    }

    fn groups(&self) -> Vec<Vec<usize>> {
        let mut found: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
        for place in 0..self.0.len() {
            found.entry(self.root(place)).or_default().push(place);
        }
        found
            .into_values()
            .filter(|group| group.len() > 1)
            .collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const LETTER: &str = "Wir fordern Sie auf, den Spielplatz am Anger zu erhalten und die alten Bäume dort zu schützen.";

    #[test]
    fn a_form_letter_is_found_with_every_greeting() {
        let greeted = format!("Sehr geehrte Damen und Herren, {LETTER}");
        let signed = format!("{LETTER} Mit freundlichen Grüßen");
        let other = "Auf dem Platz am Bahnhof fehlen Bänke im Schatten, und der Brunnen läuft nie.";
        let found = groups(&[other, &greeted, LETTER, &signed]);
        assert_eq!(found, [[1, 2, 3]]);
    }

    #[test]
    fn short_texts_are_nobodys_letter() {
        assert!(groups(&["Find ich gut.", "Find ich gut.", ""]).is_empty());
    }

    proptest! {
        /// The index leaves out no pair that counting every pair would find.
        #[test]
        fn the_index_finds_what_counting_all_pairs_finds(
            texts in proptest::collection::vec("([ab]{1,2} ){8,14}", 0..12)
        ) {
            let texts: Vec<&str> = texts.iter().map(String::as_str).collect();
            let mut known = HashMap::new();
            let all: Vec<_> = texts.iter().map(|text| runs(text, &mut known)).collect();
            let mut joined = Joined::new(texts.len());
            for one in 0..all.len() {
                for other in 0..one {
                    if is_alike(&all[one], &all[other]) {
                        joined.join(one, other);
                    }
                }
            }
            prop_assert_eq!(groups(&texts), joined.groups());
        }
    }
}
