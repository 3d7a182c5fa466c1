//! German words as a search and a comparison see them: "Spielplätze", "Spielplatz" and "SPIELPLATZES" are one.
//!
//! Small letters, the Snowball stem for German (`rust-stemmers`), umlauts folded. Index and question go through the same
//! door, so they always agree.

use std::collections::{BTreeSet, HashMap};
use std::sync::LazyLock;

use rust_stemmers::{Algorithm, Stemmer};

/// Words that stand in every text and tell nothing about it.
const COMMON: &str = "aber alle als also am an andere auch auf aus bei bin bis bitte da damit dann das dass dem den denn der des \
    die dies diese doch dort durch ein eine einen einer eines er es etwas für ganz gar gibt habe haben hat hatte \
    hier ich ihm ihn ihr ihre im immer in ist ja jede kann kein keine können man mehr mein meine mit muss müssen \
    nach nicht nichts noch nur ob oder ohne schon sehr sein seine sich sie sind so soll sollen sollte über um \
    und uns unser unter viel viele vom von vor war waren was weil wenn wer werden wie wir wird wo wäre zu zum \
    zur";

/// The same as stems.
static COMMON_STEMS: LazyLock<BTreeSet<String>> =
    LazyLock::new(|| stems(COMMON).into_iter().collect());

/// The words of a text, in its order, each as its stem. Words of one letter and numbers stay; common words stay too, so
/// that word order can be compared.
pub fn stems(text: &str) -> Vec<String> {
    let stemmer = Stemmer::create(Algorithm::German);
    text.split(|sign: char| !sign.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(|word| folded(&stemmer.stem(&word.to_lowercase())))
        .collect()
}

/// The words of many texts by numbers: each word is brought to its stem once, however often it stands there.
pub struct Dictionary {
    stemmer: Stemmer,
    of_word: HashMap<String, u32>,
    of_stem: HashMap<String, u32>,
    stems: Vec<String>,
}

impl Default for Dictionary {
    fn default() -> Self {
        Self {
            stemmer: Stemmer::create(Algorithm::German),
            of_word: HashMap::new(),
            of_stem: HashMap::new(),
            stems: Vec::new(),
        }
    }
}

impl Dictionary {
    /// The words of a text as [`stems`] gives them, each by the number of its stem.
    pub fn read(&mut self, text: &str) -> Vec<u32> {
        text.split(|sign: char| !sign.is_alphanumeric())
            .filter(|word| !word.is_empty())
            .map(|word| self.number(word))
            .collect()
    }

    fn number(&mut self, word: &str) -> u32 {
        if let Some(known) = self.of_word.get(word) {
            return *known;
        }
        let stem = folded(&self.stemmer.stem(&word.to_lowercase()));
        let next = u32::try_from(self.stems.len()).unwrap_or(u32::MAX);
        let number = *self.of_stem.entry(stem).or_insert_with_key(|stem| {
            self.stems.push(stem.clone());
            next
        });
        self.of_word.insert(word.to_owned(), number);
        number
    }

    /// All stems, each at the place of its number.
    pub fn stems(&self) -> &[String] {
        &self.stems
    }
}

/// Whether a stem tells what a text is about ([`terms`]).
pub fn tells(stem: &str) -> bool {
    stem.chars().count() > 1 && !COMMON_STEMS.contains(stem)
}

/// The words that tell what a text is about: its stems without common words and without single letters.
pub fn terms(text: &str) -> Vec<String> {
    let mut stems = stems(text);
    stems.retain(|stem| tells(stem));
    stems
}

/// Umlauts as people type them who have none: by their vowel.
fn folded(word: &str) -> String {
    let mut plain = String::with_capacity(word.len());
    for sign in word.chars() {
        match sign {
            'ä' => plain.push('a'),
            'ö' => plain.push('o'),
            'ü' => plain.push('u'),
            'ß' => plain.push_str("ss"),
            other => plain.push(other),
        }
    }
    plain
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn forms_of_a_word_are_one() {
        for (one, other) in [
            ("Spielplätze", "SPIELPLATZ"),
            ("Radwege", "Radweg"),
            ("sichere", "sicher"),
            ("Straße", "Strassen"),
        ] {
            assert_eq!(stems(one), stems(other), "{one}, {other}");
        }
        assert_ne!(stems("Radweg"), stems("Rad"));
    }

    #[test]
    fn common_words_tell_nothing() {
        let about = terms("Es gibt nicht genug Bänke, und die sind alle im Schatten.");
        assert_eq!(about, ["genug", "bank", "schatt"]);
    }

    proptest! {
        #[test]
        fn a_dictionary_reads_the_same_stems(texts in proptest::collection::vec("[a-zäß ]{0,30}|\\PC{0,60}", 0..5)) {
            let mut dictionary = Dictionary::default();
            for text in texts {
                let read = dictionary.read(&text);
                let read: Vec<_> = read.iter().map(|n| dictionary.stems()[*n as usize].clone()).collect();
                prop_assert_eq!(read, stems(&text));
            }
        }

        #[test]
        fn any_text_has_words_without_signs(text in "\\PC{0,200}") {
            for stem in stems(&text) {
                prop_assert!(!stem.is_empty());
                prop_assert!(!stem.contains(char::is_whitespace));
            }
        }
    }
}
