//! Segments (Abschnitte) of a statement: which paragraphs stand together. Pure.

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;

/// One paragraph: the place of its part in the statement and its own place in the part, both from 0.
pub type Spot = (usize, usize);

/// Neighbouring paragraphs of one part.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Span {
    /// The part, from 0.
    pub part: usize,
    /// The first paragraph, from 0.
    pub first: usize,
    /// The last one, itself among them.
    pub last: usize,
}

impl Span {
    /// Its paragraphs.
    pub fn spots(self) -> impl Iterator<Item = Spot> {
        (self.first..=self.last).map(move |paragraph| (self.part, paragraph))
    }

    /// Out of a row; none for words that were typed off.
    pub fn of_row(part: Option<i32>, first: Option<i32>, last: Option<i32>) -> Option<Self> {
        let place = |n: Option<i32>| usize::try_from(n?).ok();
        Some(Self {
            part: place(part)?,
            first: place(first)?,
            last: place(last)?,
        })
    }
}

/// The paragraphs of a statement, part by part. A paragraph is a line with words on it, as people set them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Paragraphs(pub Vec<Vec<String>>);

impl Paragraphs {
    /// All of them.
    pub fn spots(&self) -> impl Iterator<Item = Spot> {
        let parts = self.0.iter().enumerate();
        parts.flat_map(|(part, all)| (0..all.len()).map(move |paragraph| (part, paragraph)))
    }

    /// The words of neighbouring paragraphs, parted by an empty line.
    pub fn words(&self, span: Span) -> String {
        let part = self.0.get(span.part).map_or(&[][..], Vec::as_slice);
        let span = part.get(span.first..=span.last).unwrap_or_default();
        span.join("\n\n")
    }

    /// Wanted paragraphs as spans: those that stand side by side in one part become one. What is in a segment already, or
    /// is no paragraph, is left out.
    pub fn spans(&self, wanted: &BTreeSet<Spot>, taken: &BTreeSet<Spot>) -> Vec<Span> {
        let mut spans: Vec<Span> = Vec::new();
        for (part, at) in self.spots() {
            if !wanted.contains(&(part, at)) || taken.contains(&(part, at)) {
                continue;
            }
            match spans.last_mut() {
                Some(span) if span.part == part && span.last + 1 == at => span.last = at,
                _ => spans.push(Span {
                    part,
                    first: at,
                    last: at,
                }),
            }
        }
        spans
    }

    /// Where the words of segments of an earlier version stand in this one: by the place of the segment, and only where
    /// every paragraph is the same word for word. Each paragraph is found once.
    pub fn find_again(&self, segments: &[Vec<String>]) -> BTreeMap<usize, Span> {
        let mut taken: BTreeSet<Spot> = BTreeSet::new();
        let mut found = BTreeMap::new();
        for (n, words) in segments.iter().enumerate() {
            let span = self.spots().find_map(|(part, first)| {
                let last = first + words.len().checked_sub(1)?;
                let span = Span { part, first, last };
                let is_same = self.0[part].get(first..=last) == Some(words.as_slice());
                (is_same && !span.spots().any(|spot| taken.contains(&spot))).then_some(span)
            });
            if let Some(span) = span {
                taken.extend(span.spots());
                found.insert(n, span);
            }
        }
        found
    }
}

/// How far the splitting of a statement is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum SplitState {
    /// Another version counts than the one that was split.
    Again,
    /// It has no segment yet.
    Open,
    /// Some paragraphs are in segments.
    Some,
    /// All are.
    All,
    /// There is nothing in it (Fehlanzeige).
    Nil,
}

impl SplitState {
    /// All of them; what has to be done comes first.
    pub const ALL: [Self; 5] = [Self::Again, Self::Open, Self::Some, Self::All, Self::Nil];

    /// As it stands in addresses.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Again => "again",
            Self::Open => "open",
            Self::Some => "some",
            Self::All => "all",
            Self::Nil => "nil",
        }
    }

    /// Whether somebody has to do something: until then nobody can say what became of the statement.
    pub fn is_open(self) -> bool {
        matches!(self, Self::Again | Self::Open)
    }

    /// How far it is. `has_older`: segments stand in an earlier version; `has_free`: a paragraph is in none.
    pub fn of(has_older: bool, is_nil: bool, segments: usize, has_free: bool) -> Self {
        match segments {
            _ if has_older => Self::Again,
            _ if is_nil => Self::Nil,
            0 => Self::Open,
            _ if has_free => Self::Some,
            _ => Self::All,
        }
    }
}

/// How far one statement that counts is split.
#[derive(Clone, Debug, Serialize)]
pub struct Split {
    /// Its number.
    pub number: i32,
    /// The organisation; none for people.
    pub name: Option<String>,
    /// How many paragraphs it has.
    pub paragraphs: usize,
    /// How many of them are in segments.
    pub inside: usize,
    /// How many segments.
    pub segments: usize,
    /// How many attachments.
    pub files: usize,
    /// How far it is.
    pub state: SplitState,
    /// Whether it was written element by element.
    pub is_by_element: bool,
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn paragraphs(parts: &[&[&str]]) -> Paragraphs {
        let part = |part: &&[&str]| part.iter().map(|&text| text.to_owned()).collect();
        Paragraphs(parts.iter().map(part).collect())
    }

    #[test]
    fn neighbours_become_one_segment_and_what_stands_apart_becomes_its_own() {
        let all = paragraphs(&[&["a", "b", "c", "d"], &["e"]]);
        let wanted = BTreeSet::from([(0, 0), (0, 1), (0, 3), (1, 0), (7, 7)]);
        let span = |part, first, last| Span { part, first, last };
        let found = all.spans(&wanted, &BTreeSet::new());
        assert_eq!(found, [span(0, 0, 1), span(0, 3, 3), span(1, 0, 0)]);
        assert_eq!(all.words(found[0]), "a\n\nb");
        assert_eq!(all.words(span(0, 3, 9)), "");
    }

    #[test]
    fn what_stayed_word_for_word_is_found_in_the_new_version() {
        let new = paragraphs(&[&["neu", "a", "b"], &["c", "c"]]);
        let texts = [vec!["a", "b"], vec!["c"], vec!["c"], vec!["weg"], vec![]];
        let texts = texts.map(|text| text.into_iter().map(str::to_owned).collect());
        let found = new.find_again(&texts);
        let first: Vec<_> = found.iter().map(|(n, s)| (*n, s.part, s.first)).collect();
        assert_eq!(first, [(0, 0, 1), (1, 1, 0), (2, 1, 1)]);
    }

    proptest! {
        /// A statement is done with as soon as it has a segment in the version that counts and none left in another one, or when it
        /// says that there is nothing to say.
        #[test]
        fn a_statement_waits_until_it_is_split(has_older: bool, is_nil: bool, segments in 0_usize..9, has_free: bool) {
            let state = SplitState::of(has_older, is_nil, segments, has_free);
            prop_assert_eq!(state.is_open(), has_older || (!is_nil && segments == 0));
            prop_assert_eq!(SplitState::ALL.iter().filter(|one| **one == state).count(), 1);
        }

        #[test]
        fn every_wanted_paragraph_is_in_exactly_one_segment(
            sizes in proptest::collection::vec(0_usize..6, 0..5),
            wanted in proptest::collection::btree_set((0_usize..6, 0_usize..7), 0..20),
            taken in proptest::collection::btree_set((0_usize..6, 0_usize..7), 0..10),
        ) {
            let part = |n: usize| (0..n).map(|i| i.to_string()).collect();
            let all = Paragraphs(sizes.into_iter().map(part).collect());
            let spans = all.spans(&wanted, &taken);
            let inside: Vec<Spot> = spans.iter().flat_map(|span| span.spots()).collect();
            let expected: Vec<Spot> = all
                .spots()
                .filter(|spot| wanted.contains(spot) && !taken.contains(spot))
                .collect();
            prop_assert_eq!(inside, expected);
            for pair in spans.windows(2) {
                prop_assert!(pair[0].part < pair[1].part || pair[0].last + 1 < pair[1].first);
            }
        }
    }
}
