//! The difference between two editions: what became of each element, in the order in which people read.

use std::collections::{BTreeMap, BTreeSet};

use crate::base::id::Id;
use crate::strategy::laid::{LaidEdition, LaidElement};
use crate::strategy::matching::{self, What};
use crate::strategy::model::tree::OriginKind;
use crate::strategy::model::{Element, ElementKind, excerpt};

/// Characters of a text that stand for an element without a title.
const NAME_CHARS: usize = 60;

/// What became of an element between two editions. It may have several fates.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fate {
    /// It is new.
    Added,
    /// It is there no more.
    Retired,
    /// It says something else.
    Reworded,
    /// It stands elsewhere; what it stood below, if that is another element now.
    Moved(Option<String>),
    /// People call it by another number; the number it had.
    Renumbered(String),
    /// It came out of another element; as that one was called.
    SplitFrom(String),
    /// Another element went into it; as that one was called.
    MergedFrom(String),
    /// It was an element of another kind; as that one was called.
    RecastFrom(String),
}

/// That an element came out of another one, as the edition that did it recorded it.
#[derive(Clone, Debug)]
pub struct Origin {
    /// The element.
    pub element: Id<Element>,
    /// Where it came from.
    pub from: Id<Element>,
    /// How.
    pub kind: OriginKind,
}

/// An element in one of the two editions.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Side {
    /// As people refer to it, e.g. "2.4"; may be empty.
    pub label: String,
    /// Its title; may be empty.
    pub title: String,
    /// Its text, paragraphs parted by an empty line.
    pub text: String,
}

/// One element, as it was and as it is.
#[derive(Clone, Debug)]
pub struct Compared {
    /// What it is.
    pub kind: ElementKind,
    /// Its lasting name.
    pub key: String,
    /// In the edition before; none if it is new.
    pub before: Option<Side>,
    /// In the edition after; none if it is there no more.
    pub after: Option<Side>,
    /// What became of it; empty if nothing did.
    pub fates: Vec<Fate>,
    /// What is below it, with what no longer is in the place where it was.
    pub children: Vec<Compared>,
}

/// Two editions of a strategy side by side.
#[derive(Clone, Debug)]
pub struct Comparison {
    /// The fields of action, those that are no more in the place where they were.
    pub fields: Vec<Compared>,
}

/// How many elements met which fate. Headline of a comparison.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// New ones.
    pub added: usize,
    /// Those that say something else.
    pub reworded: usize,
    /// Those that stand elsewhere.
    pub moved: usize,
    /// Those that are there no more.
    pub retired: usize,
    /// Those that are as they were, but for their number.
    pub unchanged: usize,
}

impl Compared {
    /// Whether anything but its number became different here.
    pub fn is_touched(&self) -> bool {
        let only_number = |fate: &Fate| matches!(fate, Fate::Renumbered(_));
        !self.fates.iter().all(only_number)
    }

    /// Whether anything became different here or below.
    pub fn is_changed(&self) -> bool {
        self.is_touched() || self.children.iter().any(Self::is_changed)
    }

    fn count(&self, counts: &mut Counts) {
        let mut any = false;
        for fate in &self.fates {
            let count = match fate {
                Fate::Added => &mut counts.added,
                Fate::Reworded => &mut counts.reworded,
                Fate::Moved(_) => &mut counts.moved,
                Fate::Retired => &mut counts.retired,
                _ => continue,
            };
            *count += 1;
            any = true;
        }
        counts.unchanged += usize::from(!any);
        for child in &self.children {
            child.count(counts);
        }
    }
}

impl Comparison {
    /// How many elements of all kinds met which fate.
    pub fn counts(&self) -> Counts {
        let mut counts = Counts::default();
        for field in &self.fields {
            field.count(&mut counts);
        }
        counts
    }
}

/// Compares two editions of one strategy. `origins`: the splits and merges of all editions after the first up to the second.
///
/// # Errors
/// When a stored key is none, which is a fault of the program.
pub fn compare(
    before: &LaidEdition,
    after: &LaidEdition,
    origins: &[Origin],
) -> anyhow::Result<Comparison> {
    let mut what: BTreeMap<String, Vec<What>> = BTreeMap::new();
    for change in matching::compare(&before.plain()?, &after.plain()?) {
        what.entry(change.key.to_string())
            .or_default()
            .push(change.what);
    }
    let kept: BTreeSet<&str> = after.fields.iter().flat_map(keys).collect();
    let pair = Pair {
        before,
        what,
        kept,
        origins,
    };
    Ok(Comparison {
        fields: pair.level(&before.fields, &after.fields),
    })
}

fn keys(element: &LaidElement) -> Vec<&str> {
    let below = element.children.iter().flat_map(keys);
    std::iter::once(element.key.as_str()).chain(below).collect()
}

struct Pair<'a> {
    before: &'a LaidEdition,
    what: BTreeMap<String, Vec<What>>,
    /// The keys of the edition after.
    kept: BTreeSet<&'a str>,
    origins: &'a [Origin],
}

impl Pair<'_> {
    /// The elements below one parent: those of the edition after, and among them what no longer is.
    fn level(&self, old: &[LaidElement], new: &[LaidElement]) -> Vec<Compared> {
        let mut rows: Vec<Compared> = new.iter().map(|element| self.present(element)).collect();
        let mut at = 0;
        for element in old {
            let place = rows.iter().position(|row| row.key == element.key);
            if let Some(place) = place {
                at = at.max(place + 1);
            } else if !self.kept.contains(element.key.as_str()) {
                rows.insert(at, self.retired(element));
                at += 1;
            }
        }
        rows
    }

    fn present(&self, element: &LaidElement) -> Compared {
        let old = self.before.find(&element.key);
        let below = old.map_or(&[][..], |old| &old.children);
        Compared {
            kind: element.kind,
            key: element.key.clone(),
            before: old.map(side),
            after: Some(side(element)),
            fates: self.fates(element, old),
            children: self.level(below, &element.children),
        }
    }

    fn retired(&self, element: &LaidElement) -> Compared {
        Compared {
            kind: element.kind,
            key: element.key.clone(),
            before: Some(side(element)),
            after: None,
            fates: vec![Fate::Retired],
            children: self.level(&element.children, &[]),
        }
    }

    fn fates(&self, element: &LaidElement, old: Option<&LaidElement>) -> Vec<Fate> {
        let fate = |what: &What| match what {
            What::Added => Some(Fate::Added),
            What::Retired => Some(Fate::Retired),
            What::Moved { from, to } => {
                let parent = from.parent.as_ref().filter(|_| from.parent != to.parent);
                let parent = parent.and_then(|key| self.before.find(key.as_str()));
                Some(Fate::Moved(parent.map(name)))
            }
            What::Reworded { .. } => Some(Fate::Reworded),
            What::Renumbered { .. } => None,
        };
        let whats = self.what.get(&element.key).map_or(&[][..], Vec::as_slice);
        let mut fates: Vec<Fate> = whats.iter().filter_map(fate).collect();
        if let Some(old) = old
            && old.label != element.label
            && !old.label.is_empty()
        {
            fates.push(Fate::Renumbered(old.label.clone()));
        }
        let mine = self
            .origins
            .iter()
            .filter(|origin| origin.element == element.id);
        fates.extend(mine.filter_map(|origin| {
            let from = self.named(&origin.from)?;
            Some(match origin.kind {
                OriginKind::Split => Fate::SplitFrom(from),
                OriginKind::Merged => Fate::MergedFrom(from),
                OriginKind::Recast => Fate::RecastFrom(from),
            })
        }));
        fates
    }

    /// What an element of the edition before was called.
    fn named(&self, id: &Id<Element>) -> Option<String> {
        let element = self
            .before
            .fields
            .iter()
            .find_map(|field| with_id(field, id));
        element.map(name)
    }
}

/// An element in a few words: "2.4 Mehr Bäume".
fn name(element: &LaidElement) -> String {
    let words = if element.title.is_empty() {
        excerpt(&element.text, NAME_CHARS)
    } else {
        element.title.clone()
    };
    format!("{} {words}", element.label).trim().to_owned()
}

fn with_id<'a>(element: &'a LaidElement, id: &Id<Element>) -> Option<&'a LaidElement> {
    if element.id == *id {
        return Some(element);
    }
    element.children.iter().find_map(|child| with_id(child, id))
}

fn side(element: &LaidElement) -> Side {
    Side {
        label: element.label.clone(),
        title: element.title.clone(),
        text: element.text.clone(),
    }
}

#[cfg(test)]
mod tests {
    use chrono::DateTime;

    use super::*;

    fn edition(number: i32, outline: &str) -> LaidEdition {
        // One line an element: indent, key, "|", title.
        let mut fields: Vec<LaidElement> = Vec::new();
        for line in outline.lines().filter(|line| !line.trim().is_empty()) {
            let depth = (line.len() - line.trim_start().len()) / 2;
            let (key, title) = line.trim().split_once('|').unwrap();
            let element = LaidElement {
                id: Id::at(DateTime::UNIX_EPOCH),
                wording: Id::at(DateTime::UNIX_EPOCH),
                kind: [
                    ElementKind::Field,
                    ElementKind::Goal,
                    ElementKind::ActionGoal,
                ][depth],
                key: key.into(),
                label: String::new(),
                number: None,
                title: title.into(),
                text: String::new(),
                children: Vec::new(),
                reading: crate::translation::Reading::default(),
            };
            let mut level = &mut fields;
            for _ in 0..depth {
                level = &mut level.last_mut().unwrap().children;
            }
            level.push(element);
        }
        let mut edition = LaidEdition {
            id: Id::at(DateTime::UNIX_EPOCH),
            strategy: "sek".into(),
            title: "SEK".into(),
            number,
            name: "Entwurf".into(),
            fields,
        };
        edition.number_labels();
        edition
    }

    fn outline(rows: &[Compared], depth: usize, lines: &mut Vec<String>) {
        for row in rows {
            lines.push(format!("{}{} {:?}", "  ".repeat(depth), row.key, row.fates));
            outline(&row.children, depth + 1, lines);
        }
    }

    #[test]
    fn each_element_says_what_became_of_it_in_reading_order() {
        let before = edition(
            1,
            "f1|A\n  g1|Eins\n  g2|Zwei\n  g3|Drei\n    h1|x\nf2|B\n  g4|Vier",
        );
        let after = edition(
            2,
            "f1|A\n  g1|Eins!\n  g3|Drei\n  g5|Neu\nf2|B\n  g4|Vier\n  g2|Zwei",
        );
        let compared = compare(&before, &after, &[]).unwrap();
        let mut lines = Vec::new();
        outline(&compared.fields, 0, &mut lines);
        assert_eq!(
            lines,
            [
                "f1 []",
                "  g1 [Reworded]",
                "  g3 [Renumbered(\"1.3\")]",
                "    h1 [Retired]",
                "  g5 [Added]",
                "f2 []",
                "  g4 []",
                "  g2 [Moved(Some(\"1 A\")), Renumbered(\"1.2\")]",
            ]
        );
        let counts = compared.counts();
        assert_eq!(
            counts,
            Counts {
                added: 1,
                reworded: 1,
                moved: 1,
                retired: 1,
                unchanged: 4
            }
        );
    }

    #[test]
    fn what_came_out_of_another_says_so() {
        let before = edition(1, "f1|A\n  g1|Eins und Zwei");
        let mut after = edition(2, "f1|A\n  g1|Eins\n  g2|Zwei");
        let from = before.fields[0].children[0].id.clone();
        after.fields[0].children[0].id = from.clone();
        let element = after.fields[0].children[1].id.clone();
        let origins = [Origin {
            element,
            from,
            kind: OriginKind::Split,
        }];
        let compared = compare(&before, &after, &origins).unwrap();
        assert_eq!(
            compared.fields[0].children[1].fates,
            [Fate::Added, Fate::SplitFrom("1 Eins und Zwei".into())]
        );
    }
}
