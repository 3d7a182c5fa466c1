//! Texts that say the same in nearly the same words: form letters, copies, what somebody sent twice.
//!
//! Two texts are alike when they share most of their runs of three words (Jaccard index, Broder 1997). It is counted
//! exactly, not estimated: an index of the rarest runs finds the pairs worth counting, which is fast enough for every text
//! a town gets (`tests/load` measures it).

use std::collections::{BTreeMap, HashMap};

/// How many words a run has.
const RUN: usize = 3;
/// From which share of common runs on two texts are alike, in per cent.
const ALIKE: usize = 60;
/// Shorter texts agree by chance: "Find ich gut." is nobody's form letter.
const FEWEST_WORDS: usize = 8;
/// How many bits of a run name one of its words. Of more than two million different words some count as one.
const BITS: u32 = 21;

/// The runs of a text, each once, in order.
fn runs(words: &[u32]) -> Vec<u64> {
    if words.len() < FEWEST_WORDS {
        return Vec::new();
    }
    let one = |run: &[u32]| {
        let bits = |word: &u32| u64::from(*word) & ((1 << BITS) - 1);
        run.iter().fold(0, |sum, word| (sum << BITS) | bits(word))
    };
    let mut runs: Vec<u64> = words.windows(RUN).map(one).collect();
    runs.sort_unstable();
    runs.dedup();
    runs
}

/// Whether two texts share enough of their runs; given up as soon as they no longer can.
fn is_alike(one: &[u64], other: &[u64]) -> bool {
    // So many common ones make the share of all, which are those of both without the common ones once more.
    let needed = ((one.len() + other.len()) * ALIKE).div_ceil(100 + ALIKE);
    let (mut left, mut right, mut common) = (one, other, 0);
    while let ([first, rest @ ..], [second, others @ ..]) = (left, right) {
        if common + left.len().min(right.len()) < needed {
            return false;
        }
        match first.cmp(second) {
            std::cmp::Ordering::Less => left = rest,
            std::cmp::Ordering::Greater => right = others,
            std::cmp::Ordering::Equal => {
                common += 1;
                (left, right) = (rest, others);
            }
        }
    }
    common > 0 && common >= needed
}

/// How many texts use each run that several use; those of one text alone are not in it.
fn shared(all: &[Vec<u64>]) -> HashMap<u64, u32> {
    let mut every: Vec<u64> = all.iter().flatten().copied().collect();
    every.sort_unstable();
    let shared = every.chunk_by(|a, b| a == b).filter(|same| same.len() > 1);
    shared
        .filter_map(|same| Some((*same.first()?, u32::try_from(same.len()).ok()?)))
        .collect()
}

/// Groups of texts that are alike, each with the places of its texts in what was given, in order; texts that are like no
/// other are in none. Whoever is alike to one of a group belongs to it. A text is given by the numbers of its words
/// ([`crate::base::words::Dictionary`]).
pub fn groups(texts: &[Vec<u32>]) -> Vec<Vec<usize>> {
    let all: Vec<Vec<u64>> = texts.iter().map(|words| runs(words)).collect();
    let used = shared(&all);
    let mut joined = Joined::new(texts.len());
    let mut same: HashMap<&[u64], usize> = HashMap::new();
    let mut seen: HashMap<u64, Vec<usize>> = HashMap::new();
    // Who was compared with a text already: the last text that looked at it.
    let mut looked = vec![usize::MAX; texts.len()];
    for (place, own) in all.iter().enumerate() {
        if own.is_empty() {
            continue;
        }
        // Copies word for word need no comparing, however many there are.
        if let Some(first) = same.get(own.as_slice()) {
            joined.join(*first, place);
            continue;
        }
        same.insert(own, place);
        let count = |run: &u64| used.get(run).copied().unwrap_or(1);
        let mut rare = own.clone();
        rare.sort_unstable_by_key(|run| (count(run), *run));
        // Two alike texts share at least one of so many of their rarest runs.
        let needed = (own.len() * ALIKE).div_ceil(100);
        rare.truncate((own.len() + 1).saturating_sub(needed));
        rare.retain(|run| used.contains_key(run));
        for other in rare.iter().filter_map(|run| seen.get(run)).flatten() {
            let is_new = std::mem::replace(&mut looked[*other], place) != place;
            if is_new && joined.root(*other) != joined.root(place) && is_alike(own, &all[*other]) {
                joined.join(*other, place);
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
    use crate::base::words::Dictionary;
    use proptest::prelude::*;

    fn read(texts: &[&str]) -> Vec<Vec<u32>> {
        let mut dictionary = Dictionary::default();
        texts.iter().map(|text| dictionary.read(text)).collect()
    }

    const LETTER: &str = "Wir fordern Sie auf, den Spielplatz am Anger zu erhalten und die alten Bäume dort zu schützen.";

    #[test]
    fn a_form_letter_is_found_with_every_greeting() {
        let greeted = format!("Sehr geehrte Damen und Herren, {LETTER}");
        let signed = format!("{LETTER} Mit freundlichen Grüßen");
        let other = "Auf dem Platz am Bahnhof fehlen Bänke im Schatten, und der Brunnen läuft nie.";
        let found = groups(&read(&[other, &greeted, LETTER, &signed]));
        assert_eq!(found, [[1, 2, 3]]);
    }

    #[test]
    fn short_texts_are_nobodys_letter() {
        assert!(groups(&read(&["Find ich gut.", "Find ich gut.", ""])).is_empty());
    }

    /// The same by the letter of the rule.
    fn is_plainly_alike(one: &[u64], other: &[u64]) -> bool {
        let common = one.iter().filter(|run| other.contains(run)).count();
        let all = one.len() + other.len() - common;
        all > 0 && common * 100 >= all * ALIKE
    }

    proptest! {
        /// The index leaves out no pair that counting every pair would find.
        #[test]
        fn the_index_finds_what_counting_all_pairs_finds(
            texts in proptest::collection::vec("([ab]{1,2} ){8,14}", 0..12)
        ) {
            let texts = read(&texts.iter().map(String::as_str).collect::<Vec<_>>());
            let all: Vec<_> = texts.iter().map(|words| runs(words)).collect();
            let mut joined = Joined::new(texts.len());
            for one in 0..all.len() {
                for other in 0..one {
                    if is_plainly_alike(&all[one], &all[other]) {
                        joined.join(one, other);
                    }
                }
            }
            prop_assert_eq!(groups(&texts), joined.groups());
        }
    }
}
