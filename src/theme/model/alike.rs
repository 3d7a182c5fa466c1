//! Texts that say the same in nearly the same words: form letters, copies, what somebody sent twice.
//!
//! Two texts are alike when they share most of their runs of three words (Jaccard index, Broder 1997). Whether a pair is alike is counted exactly;
//! which pairs are worth counting is found by the smallest of their mixed runs (`MinHash`, Broder 1997; in bands, Indyk and Motwani 1998): of a pair at
//! the threshold about one in a million is missed. What it takes grows with the number of texts, not with that of pairs:
//! neither a hundred thousand letters with another name below each nor as many texts made of the same parts take long.

use std::collections::hash_map::Entry;
use std::collections::{BTreeMap, HashMap};

/// How many words a run has.
const RUN: usize = 3;
/// From which share of common runs on two texts are alike, in per cent.
const ALIKE: usize = 60;
/// Shorter texts agree by chance: "Find ich gut." is nobody's form letter.
const FEWEST_WORDS: usize = 8;
/// How many bits of a run name one of its words. Of more than two million different words some count as one.
const BITS: u32 = 21;

/// Spreads consecutive numbers evenly over all there are, the same in each run; different ones stay different (`SplitMix64`).
fn mixed(number: u64) -> u64 {
    let number = number.wrapping_add(0x9E37_79B9_7F4A_7C15);
    let number = (number ^ (number >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    let number = (number ^ (number >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
    number ^ (number >> 31)
}

/// The runs of a text, well mixed, each once, in order.
fn runs(words: &[u32]) -> Vec<u64> {
    if words.len() < FEWEST_WORDS {
        return Vec::new();
    }
    let one = |run: &[u32]| {
        let bits = |word: &u32| u64::from(*word) & ((1 << BITS) - 1);
        mixed(run.iter().fold(0, |sum, word| (sum << BITS) | bits(word)))
    };
    let mut runs: Vec<u64> = words.windows(RUN).map(one).collect();
    runs.sort_unstable();
    runs.dedup();
    runs
}

/// How many runs two texts with so many must share. So many common ones make the share of all, which are those of both without the common
/// ones once more.
fn needed(one: usize, other: usize) -> usize {
    ((one + other) * ALIKE).div_ceil(100 + ALIKE)
}

/// Whether two texts share enough of their runs; given up as soon as they no longer can.
fn is_alike(one: &[u64], other: &[u64]) -> bool {
    let needed = needed(one.len(), other.len());
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

/// Sieves through which all texts go, and how many of their smallest runs two texts must share to lie in the same mesh of one. The chance that a pair
/// which shares 60 % of its runs meets nowhere is about `(1 - 0.6^4)^100`, one in a million; one that shares 10 % meets in one of a hundred cases, and is then
/// counted.
const SIEVES: u64 = 100;
const ROWS: usize = 4;
/// With how many texts before it in the same mesh a text is compared at most. Very many that share a beginning, but no more, lie in large ones.
const WINDOW: usize = 128;
/// How many words of 64 bits a sketch has.
const WORDS: usize = 8;

/// A text that differs from all others.
struct Sketch<'a> {
    place: usize,
    runs: &'a [u64],
    /// A bit for each run, turned once for each run that falls on it. Two texts have at least as many runs apart as they have bits apart.
    bits: [u64; WORDS],
}

impl<'a> Sketch<'a> {
    fn of(place: usize, runs: &'a [u64]) -> Self {
        let mut bits = [0; WORDS];
        for run in runs {
            bits[(run >> 32) as usize % WORDS] ^= 1 << (run >> 58);
        }
        Self { place, runs, bits }
    }

    /// The mesh of a sieve in which the text lies. The sieve deals the runs out to its rows, and each row keeps its smallest.
    fn mesh(&self, (times, plus): (u64, u64)) -> u64 {
        let mut least = [u64::MAX; ROWS];
        for run in self.runs {
            let spread = run.wrapping_mul(times).wrapping_add(plus);
            let row = &mut least[(spread >> 32) as usize % ROWS];
            *row = spread.min(*row);
        }
        least.iter().fold(0, |mesh, least| mixed(mesh ^ least))
    }
}

/// A text in a mesh: what says at once of most others there that they are not alike to it.
#[derive(Clone, Copy)]
struct Caught<'a> {
    runs: &'a [u64],
    bits: [u64; WORDS],
    /// Who stood for its group when it was looked at last.
    root: usize,
}

impl Caught<'_> {
    fn is_alike(&self, other: &Self) -> bool {
        let all = self.runs.len() + other.runs.len();
        let mut left = all - (2 * needed(self.runs.len(), other.runs.len())).min(all);
        for (one, other) in self.bits.iter().zip(&other.bits) {
            match left.checked_sub((one ^ other).count_ones() as usize) {
                Some(less) => left = less,
                None => return false,
            }
        }
        is_alike(self.runs, other.runs)
    }
}

/// Groups of texts that are alike, each with the places of its texts in what was given, in order; texts that are like no
/// other are in none. Whoever is alike to one of a group belongs to it. A text is given by the numbers of its words
/// ([`crate::base::words::Dictionary`]).
pub fn groups(texts: &[Vec<u32>]) -> Vec<Vec<usize>> {
    joined(texts).0.groups()
}

/// Who belongs together, and how many pairs were looked at for that.
fn joined(texts: &[Vec<u32>]) -> (Joined, usize) {
    let all: Vec<Vec<u64>> = texts.iter().map(|words| runs(words)).collect();
    let mut joined = Joined::new(texts.len());
    let mut same: HashMap<&[u64], usize> = HashMap::new();
    let mut sketches = Vec::new();
    for (place, own) in all.iter().enumerate().filter(|(_, own)| !own.is_empty()) {
        // Copies word for word need no comparing, however many there are.
        match same.entry(own) {
            Entry::Occupied(first) => joined.join(*first.get(), place),
            Entry::Vacant(first) => {
                first.insert(place);
                sketches.push(Sketch::of(place, own));
            }
        }
    }
    drop(same);
    let mut looked = 0;
    let mut meshes: Vec<(u64, &Sketch<'_>)> = Vec::with_capacity(sketches.len());
    for sieve in 0..SIEVES {
        // An odd factor leaves different runs different.
        let sieve = (mixed(2 * sieve) | 1, mixed(2 * sieve + 1));
        meshes.clear();
        meshes.extend(sketches.iter().map(|sketch| (sketch.mesh(sieve), sketch)));
        meshes.sort_unstable_by_key(|(mesh, sketch)| (*mesh, sketch.place));
        for mesh in meshes.chunk_by(|one, other| one.0 == other.0) {
            looked += joined.compare(mesh);
        }
    }
    (joined, looked)
}

/// Who belongs together.
struct Joined(Vec<usize>);

impl Joined {
    fn new(n: usize) -> Self {
        Self((0..n).collect())
    }

    fn root(&mut self, mut place: usize) -> usize {
        while self.0[place] != place {
            // The way is half as long for whoever goes it next.
            self.0[place] = self.0[self.0[place]];
            place = self.0[place];
        }
        place
    }

    fn join(&mut self, one: usize, other: usize) {
        let (one, other) = (self.root(one), self.root(other));
        // The first text of a group stands for it.
        self.0[one.max(other)] = one.min(other);
    }

    /// Joins those of a mesh that are alike. Gives how many pairs were looked at.
    fn compare(&mut self, mesh: &[(u64, &Sketch<'_>)]) -> usize {
        let Some(((_, first), others)) = mesh.split_first() else {
            return 0;
        };
        let root = self.root(first.place);
        if others.iter().all(|(_, one)| self.root(one.place) == root) {
            return 0;
        }
        let mut looked = 0;
        let mut before: Vec<Caught<'_>> = Vec::with_capacity(mesh.len());
        for (_, one) in mesh {
            let mut one = Caught {
                runs: one.runs,
                bits: one.bits,
                root: self.root(one.place),
            };
            let from = before.len().saturating_sub(WINDOW);
            let mut at = from;
            while let Some(other) = before.get(at) {
                at += 1;
                if other.root == one.root {
                    continue;
                }
                looked += 1;
                if one.is_alike(other) {
                    let both = [one.root, other.root];
                    self.join(one.root, other.root);
                    one.root = self.root(one.root);
                    let joined = before[from..].iter_mut();
                    for other in joined.filter(|other| both.contains(&other.root)) {
                        other.root = one.root;
                    }
                }
            }
            before.push(one);
        }
        looked
    }

    fn groups(&mut self) -> Vec<Vec<usize>> {
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

    fn read<T: AsRef<str>>(texts: &[T]) -> Vec<Vec<u32>> {
        let mut dictionary = Dictionary::default();
        let texts = texts.iter();
        texts.map(|text| dictionary.read(text.as_ref())).collect()
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

    #[test]
    fn letters_that_differ_by_a_name_are_hardly_compared_with_each_other() {
        let names = (0..3_000).map(|n| format!("{LETTER} Es grüßt Familie {n}"));
        let texts: Vec<String> = names.collect();
        let (mut joined, looked) = joined(&read(&texts));
        assert_eq!(joined.groups().len(), 1);
        assert!(looked < 2 * texts.len(), "{looked} pairs were looked at");
    }

    /// Every pair, by the letter of the rule.
    fn plainly(texts: &[Vec<u32>]) -> Vec<Vec<usize>> {
        let all: Vec<_> = texts.iter().map(|words| runs(words)).collect();
        let mut joined = Joined::new(texts.len());
        for one in 0..all.len() {
            for other in 0..one {
                if is_plainly_alike(&all[one], &all[other]) {
                    joined.join(one, other);
                }
            }
        }
        joined.groups()
    }

    proptest! {
        /// The sieves leave out no pair that counting every pair would find, and find no other.
        #[test]
        fn the_sieves_find_what_counting_all_pairs_finds(
            texts in proptest::collection::vec("([ab]{1,2} ){8,14}", 0..12)
        ) {
            let texts = read(&texts);
            prop_assert_eq!(groups(&texts), plainly(&texts));
        }

        /// The same with letters in which people changed words.
        #[test]
        fn changed_letters_are_found_as_counting_all_pairs_finds_them(
            changes in proptest::collection::vec(
                (0_u32..3, 10_usize..60, proptest::collection::vec((0_usize..60, 0_u32..500), 0..9)),
                0..40,
            )
        ) {
            let letter = |(letter, length, changes): (u32, usize, Vec<(usize, u32)>)| {
                let mut words: Vec<u32> = (0..60).map(|n| 1_000 * (letter + 1) + n).collect();
                for (place, word) in changes {
                    words[place] = word;
                }
                words.truncate(length);
                words
            };
            let texts: Vec<_> = changes.into_iter().map(letter).collect();
            prop_assert_eq!(groups(&texts), plainly(&texts));
        }
    }
}
