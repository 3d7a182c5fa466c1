//! What contributions are about, as a clerk calls it: the elements of the edition laid open, by their identity.

use std::collections::HashMap;

use serde::Serialize;

use crate::base::id::Id;
use crate::strategy::{Element, ElementKind, LaidEdition, LaidElement};

/// Characters of an element without a title that stand for it.
const NAME_CHARS: usize = 60;

/// One element as lists name it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Spot {
    /// Its lasting name, e.g. `sz-4`.
    pub key: String,
    /// "2.4", or "2" for a field; of the goal above for what has no number of its own.
    pub label: String,
    /// Its title, else its first words.
    pub title: String,
    /// Its text.
    pub text: String,
    /// Whether it is a field of action.
    pub is_field: bool,
}

/// All elements of an edition, in its order.
#[derive(Clone, Debug, Default)]
pub struct Places {
    order: Vec<Id<Element>>,
    spots: HashMap<Id<Element>, Spot>,
    /// From each element to the first place that is no longer below it.
    ends: HashMap<Id<Element>, usize>,
}

impl Places {
    /// Those of an edition.
    pub fn of(edition: &LaidEdition) -> Self {
        let mut places = Self::default();
        for field in &edition.fields {
            places.visit(field, "");
        }
        places
    }

    fn visit(&mut self, element: &LaidElement, above: &str) {
        let label = if element.label.is_empty() {
            above
        } else {
            &element.label
        };
        let title = if element.title.is_empty() {
            shortened(&element.text, NAME_CHARS)
        } else {
            element.title.clone()
        };
        self.order.push(element.id.clone());
        self.spots.insert(
            element.id.clone(),
            Spot {
                key: element.key.clone(),
                label: label.to_owned(),
                title,
                text: element.text.clone(),
                is_field: element.kind == ElementKind::Field,
            },
        );
        for child in &element.children {
            self.visit(child, label);
        }
        self.ends.insert(element.id.clone(), self.order.len());
    }

    /// The element of that identity; none when this edition has it no more.
    pub fn get(&self, id: &Id<Element>) -> Option<&Spot> {
        self.spots.get(id)
    }

    /// The element of that key.
    pub fn find(&self, key: &str) -> Option<&Id<Element>> {
        self.order
            .iter()
            .find(|id| self.get(id).is_some_and(|spot| spot.key == key))
    }

    /// An element and all below it.
    pub fn with_all_below(&self, id: &Id<Element>) -> Vec<Id<Element>> {
        let Some(at) = self.order.iter().position(|one| one == id) else {
            return vec![id.clone()];
        };
        let end = self.ends.get(id).copied().unwrap_or(at + 1);
        self.order[at..end].to_vec()
    }

    /// All elements with what they are called, in the order of the edition.
    pub fn iter(&self) -> impl Iterator<Item = (&Id<Element>, &Spot)> {
        self.order
            .iter()
            .filter_map(|id| Some((id, self.spots.get(id)?)))
    }
}

/// The beginning of a text, cut between two words.
pub fn shortened(text: &str, most: usize) -> String {
    let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    if line.chars().count() <= most {
        return line;
    }
    let cut: String = line.chars().take(most).collect();
    let cut = cut
        .rsplit_once(' ')
        .map_or(cut.as_str(), |(front, _)| front);
    format!("{cut} …")
}

/// A text, paragraph by paragraph.
pub fn paragraphs(text: &str) -> Vec<String> {
    let lines = text.split('\n').map(str::trim);
    lines
        .filter(|line| !line.is_empty())
        .map(str::to_owned)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn a_shortened_text_is_short_and_begins_alike(text in "\\PC{0,200}", most in 5_usize..80) {
            let short = shortened(&text, most);
            prop_assert!(short.chars().count() <= most + 2);
            let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
            prop_assert!(line.starts_with(short.trim_end_matches(" …")));
        }
    }
}
