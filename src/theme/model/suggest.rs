//! Which theme a text may belong to, learned from the texts that people have coded already. Computed here and now: no
//! service, no network, nothing leaves the town's machine.
//!
//! Words are weighed by how few texts use them (tf-idf, Spärck Jones 1972), each theme is the sum of its texts, and a text
//! is near a theme by the cosine of the angle between them (Rocchio 1971). It is a proposal, never a coding: what counts
//! is what a person accepts.

use std::collections::{BTreeMap, HashMap};
use std::hash::Hash;

use crate::base::words::{self, Dictionary};

/// Most suggestions for one text.
pub const MOST: usize = 3;
/// How many words say why.
const GROUNDS: usize = 4;
/// Under this nearness nothing is suggested.
const FAINT: f64 = 0.12;
/// How much the name and description of a theme count beside its texts: they speak before anything is coded.
const NAME_COUNTS: f64 = 2.0;

/// A theme as the machine learns it.
#[derive(Clone, Debug)]
pub struct Lesson<'a, T> {
    /// The theme.
    pub theme: T,
    /// Its name and what it is about.
    pub about: &'a str,
    /// The texts that people have put under it, by their places in the corpus; some twice, where several people did.
    pub texts: Vec<usize>,
}

/// A theme that a text may belong to.
#[derive(Clone, Debug, PartialEq)]
pub struct Suggestion<T> {
    /// The theme.
    pub theme: T,
    /// How near the text is to it, over 0 and up to 1.
    pub nearness: f64,
}

/// What was learned from the coded texts of one consultation.
#[derive(Clone, Debug)]
pub struct Learned<T> {
    rarity: HashMap<String, f64>,
    /// For texts with words nobody has used yet.
    unknown: f64,
    themes: Vec<(T, HashMap<String, f64>)>,
}

/// All texts of a consultation, coded or not, as the numbers of their words.
#[derive(Default)]
pub struct Corpus {
    dictionary: Dictionary,
    texts: Vec<Vec<u32>>,
}

impl Corpus {
    /// Adds a text at the end.
    pub fn add(&mut self, text: &str) {
        self.texts.push(self.dictionary.read(text));
    }

    /// The words of each text.
    pub fn texts(&self) -> &[Vec<u32>] {
        &self.texts
    }
}

/// The numbers of a text that tell something, each with how often it stands there.
fn telling(words: &[u32], tells: &[bool]) -> Vec<(usize, f64)> {
    let mut words: Vec<usize> = words.iter().map(|word| *word as usize).collect();
    words.retain(|word| tells.get(*word).copied().unwrap_or_default());
    words.sort_unstable();
    let same = words.chunk_by(|a, b| a == b);
    same.filter_map(|same| Some((*same.first()?, same.iter().map(|_| 1.0).sum())))
        .collect()
}

/// How often each word stands in a text.
fn counted(text: &str) -> BTreeMap<String, f64> {
    let mut counts = BTreeMap::new();
    for term in words::terms(text) {
        *counts.entry(term).or_insert(0.0) += 1.0;
    }
    counts
}

/// Makes the length of what a text or theme says one.
fn to_length_one(weights: &mut HashMap<String, f64>) {
    let length = weights.values().map(|w| w * w).sum::<f64>().sqrt();
    if length > 0.0 {
        for weight in weights.values_mut() {
            *weight /= length;
        }
    }
}

impl<T: Clone + Eq + Hash + Ord> Learned<T> {
    /// Learns from all themes with their texts. All texts of the corpus tell which words are rare.
    pub fn of(lessons: &[Lesson<'_, T>], corpus: &Corpus) -> Self {
        let stems = corpus.dictionary.stems();
        let tells: Vec<bool> = stems.iter().map(|stem| words::tells(stem)).collect();
        let mut used = vec![0.0_f64; stems.len()];
        for text in &corpus.texts {
            for (word, _) in telling(text, &tells) {
                used[word] += 1.0;
            }
        }
        // A state has some hundred thousand texts at most, so the count is exact.
        let n = corpus.texts.iter().map(|_| 1.0).sum::<f64>();
        let rarity = |with: f64| ((n + 1.0) / (with + 1.0)).ln() + 1.0;
        let weights: Vec<f64> = used.iter().map(|with| rarity(*with)).collect();
        let told = stems.iter().zip(&weights).zip(&tells);
        let told = told.filter(|(_, tells)| **tells);
        let mut learned = Self {
            unknown: rarity(0.0),
            rarity: told
                .map(|((stem, weight), _)| (stem.clone(), *weight))
                .collect(),
            themes: Vec::new(),
        };
        let theme = |lesson: &Lesson<'_, T>| {
            let mut sum: HashMap<usize, f64> = HashMap::new();
            for text in lesson.texts.iter().filter_map(|at| corpus.texts.get(*at)) {
                let mut said = telling(text, &tells);
                for (word, times) in &mut said {
                    *times = (1.0 + times.ln()) * weights[*word];
                }
                let length = said.iter().map(|(_, w)| w * w).sum::<f64>().sqrt();
                for (word, weight) in said {
                    *sum.entry(word).or_insert(0.0) += weight / length;
                }
            }
            let mut sum: HashMap<String, f64> = sum
                .into_iter()
                .map(|(word, weight)| (stems[word].clone(), weight))
                .collect();
            for (term, weight) in learned.weighed(lesson.about) {
                *sum.entry(term).or_insert(0.0) += weight * NAME_COUNTS;
            }
            to_length_one(&mut sum);
            (lesson.theme.clone(), sum)
        };
        learned.themes = lessons.iter().map(theme).collect();
        learned
    }

    fn weighed(&self, text: &str) -> HashMap<String, f64> {
        let mut weights: HashMap<String, f64> = counted(text)
            .into_iter()
            .map(|(term, times)| {
                let rarity = self.rarity.get(&term).copied().unwrap_or(self.unknown);
                (term, (1.0 + times.ln()) * rarity)
            })
            .collect();
        to_length_one(&mut weights);
        weights
    }

    /// The words of a text, as stems, that brought it near to a theme; the strongest first. People see why.
    pub fn grounds(&self, text: &str, theme: &T) -> Vec<String> {
        let Some((_, of)) = self.themes.iter().find(|(one, _)| one == theme) else {
            return Vec::new();
        };
        let mut common: Vec<(f64, String)> = self
            .weighed(text)
            .into_iter()
            .filter_map(|(term, weight)| Some((weight * of.get(&term)?, term)))
            .collect();
        common.sort_by(|one, other| other.0.total_cmp(&one.0).then(one.1.cmp(&other.1)));
        common.truncate(GROUNDS);
        common.into_iter().map(|(_, term)| term).collect()
    }

    /// The themes a text may belong to, the nearest first; none when it is near to none.
    pub fn suggest(&self, text: &str) -> Vec<Suggestion<T>> {
        let said = self.weighed(text);
        let nearness = |of: &HashMap<String, f64>| -> f64 {
            let mut common: Vec<f64> = said
                .iter()
                .filter_map(|(term, weight)| of.get(term).map(|other| weight * other))
                .collect();
            // In one order, so that the same texts give the same sums in every run.
            common.sort_unstable_by(f64::total_cmp);
            common.into_iter().sum()
        };
        let mut found: Vec<_> = self
            .themes
            .iter()
            .map(|(theme, of)| Suggestion {
                theme: theme.clone(),
                nearness: nearness(of),
            })
            .filter(|found| found.nearness >= FAINT)
            .collect();
        found.sort_by(|one, other| {
            let nearer = other.nearness.total_cmp(&one.nearness);
            nearer.then_with(|| one.theme.cmp(&other.theme))
        });
        found.truncate(MOST);
        found
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const SHADE: [&str; 3] = [
        "Auf dem Spielplatz fehlt Schatten, im Sommer ist die Rutsche zu heiß.",
        "Bitte mehr Bäume und Sonnensegel über dem Sandkasten.",
        "Kein Baum, kein Schatten.",
    ];
    const LIGHT: [&str; 2] = [
        "Der Weg zum Bahnhof ist nachts dunkel, da fehlen Laternen.",
        "Mehr Licht in der Unterführung!",
    ];

    fn learned() -> Learned<u8> {
        let mut corpus = Corpus::default();
        for text in SHADE.into_iter().chain(LIGHT) {
            corpus.add(text);
        }
        let lessons = [
            Lesson {
                theme: 1,
                about: "Schatten und Bäume",
                texts: vec![0, 1, 2],
            },
            Lesson {
                theme: 2,
                about: "Beleuchtung",
                texts: vec![3, 4],
            },
            Lesson {
                theme: 3,
                about: "Barrierefreie Spielgeräte",
                texts: Vec::new(),
            },
        ];
        Learned::of(&lessons, &corpus)
    }

    #[test]
    fn a_text_is_near_to_what_was_coded_with_its_words() {
        let first = |text| learned().suggest(text).first().map(|found| found.theme);
        assert_eq!(first("Ein großer Baum würde Schatten geben."), Some(1));
        assert_eq!(first("Nachts ist es dunkel, Laternen fehlen"), Some(2));
        assert_eq!(first("Spielgeräte für Kinder im Rollstuhl"), Some(3));
        assert_eq!(first("Wann kommt der Bus?"), None);
        assert_eq!(first(""), None);
        assert_eq!(
            learned().grounds("Ein großer Baum gäbe Schatten.", &1),
            ["baum", "schatt"]
        );
    }

    proptest! {
        #[test]
        fn suggestions_are_few_in_order_and_the_same_again(text in "\\PC{0,120}") {
            let found = learned().suggest(&text);
            prop_assert!(found.len() <= MOST);
            prop_assert!(found.is_sorted_by(|one, other| one.nearness >= other.nearness));
            prop_assert!(found.iter().all(|one| one.nearness > 0.0 && one.nearness < 1.000_001));
            prop_assert_eq!(found, learned().suggest(&text));
        }
    }
}
