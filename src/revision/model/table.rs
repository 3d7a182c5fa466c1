//! The assessment table (Abwägungstabelle): every theme, and every contribution that was answered alone, with what the town says
//! to it; and how many contributions have which outcome, so that the sums can be checked against every other page.

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};

use crate::assessment::model::{Assessment, Audience, Outcome, outcome};
use crate::base::id::Id;
use crate::strategy::Element;
use crate::strategy::cause::Theme;
use crate::survey::FreeText;
use crate::theme::model::ContributionKind;

/// For whom the table is made: each reads no more than on the pages.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sight {
    /// Staff at the desk: everything, drafts marked as such.
    Desk,
    /// Those to whom editors released the outcome: approved assessments only.
    Released(Audience),
}

impl Sight {
    /// Whether assessments in work are shown.
    pub fn shows_drafts(self) -> bool {
        self == Self::Desk
    }

    /// Whether organisations are named whose statement is not published. Everyone else learns of an organisation what the
    /// statements' own page says; people are named nowhere.
    pub fn names_all_organisations(self) -> bool {
        self != Self::Released(Audience::Public)
    }
}

/// One contribution as it is counted.
#[derive(Clone, Debug)]
pub struct Counted {
    /// Its identity.
    pub id: Id<FreeText>,
    /// Where it comes from.
    pub kind: ContributionKind,
    /// How it reached the town.
    pub channel: String,
    /// Whether somebody has read it.
    pub is_read: bool,
    /// Its themes, each once.
    pub themes: BTreeSet<Id<Theme>>,
}

/// How many contributions, by where they come from and by how they reached the town. Both add up to the same.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// By where they come from.
    pub kinds: BTreeMap<ContributionKind, usize>,
    /// By how they reached the town.
    pub channels: BTreeMap<String, usize>,
}

impl Counts {
    /// Takes one more into account.
    pub fn add(&mut self, one: &Counted) {
        *self.kinds.entry(one.kind).or_default() += 1;
        *self.channels.entry(one.channel.clone()).or_default() += 1;
    }

    /// All of them.
    pub fn all(&self) -> usize {
        self.kinds.values().sum()
    }

    /// So many of that kind.
    pub fn of(&self, kind: ContributionKind) -> usize {
        self.kinds.get(&kind).copied().unwrap_or_default()
    }
}

/// The contributions of each theme, counted. A contribution under two themes counts at both.
pub fn by_theme(all: &[Counted]) -> HashMap<Id<Theme>, Counts> {
    let mut found: HashMap<Id<Theme>, Counts> = HashMap::new();
    for one in all {
        for theme in &one.themes {
            found.entry(theme.clone()).or_default().add(one);
        }
    }
    found
}

/// Every contribution once, by what became of it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// Answered with their themes.
    pub by_themes: Counts,
    /// Answered alone.
    pub own: Counts,
    /// Read, without a theme: noted.
    pub noted: Counts,
    /// Still without an outcome.
    pub open: Counts,
}

impl Tally {
    /// Counts each contribution at its one outcome. `own`: those with an approved assessment of their own; `assessed`: the
    /// themes with an approved one.
    pub fn of(all: &[Counted], own: &HashSet<Id<FreeText>>, assessed: &HashSet<Id<Theme>>) -> Self {
        let mut tally = Self::default();
        for one in all {
            let themes: Vec<&Id<Theme>> = one.themes.iter().collect();
            let is_assessed = |theme: &&Id<Theme>| assessed.contains(*theme);
            let place = match outcome(own.contains(&one.id), one.is_read, themes, is_assessed) {
                Outcome::Open => &mut tally.open,
                Outcome::WithoutTheme => &mut tally.noted,
                Outcome::Own => &mut tally.own,
                Outcome::ByThemes(_) => &mut tally.by_themes,
            };
            place.add(one);
        }
        tally
    }

    /// The four outcomes, each with the text that names it.
    pub fn rows(&self) -> [(&'static str, &Counts); 4] {
        [
            ("table-tally-themes", &self.by_themes),
            ("table-tally-own", &self.own),
            ("table-tally-noted", &self.noted),
            ("table-tally-open", &self.open),
        ]
    }

    /// All contributions.
    pub fn all(&self) -> usize {
        self.rows().iter().map(|(_, counts)| counts.all()).sum()
    }
}

/// What a line is about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum What {
    /// A theme: its name, and what belongs to it.
    Theme {
        /// Its name.
        name: String,
        /// What belongs to it; may be empty.
        about: String,
    },
    /// A contribution that was answered alone.
    Alone {
        /// Where it comes from.
        kind: ContributionKind,
        /// Its words; none where whoever reads the table may not read them.
        words: Option<String>,
    },
}

/// A statement from which contributions come.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct By {
    /// Its number in the register.
    pub number: i32,
    /// The organisation; none for people, and for an organisation that is not named here.
    pub name: Option<String>,
}

/// One line of the table.
#[derive(Clone, Debug)]
pub struct Line {
    /// Its running number, from 1. It stays the same in the table of one field.
    pub n: usize,
    /// The element it is about; none when it goes across.
    pub place: Option<Id<Element>>,
    /// What was said.
    pub what: What,
    /// The statements among its contributions.
    pub by: Vec<By>,
    /// How many contributions.
    pub counts: Counts,
    /// What the town says; none while it says nothing.
    pub said: Option<Assessment>,
    /// Whether an earlier assessment counts until the one here is approved.
    pub has_earlier: bool,
    /// The themes whose changes belong to it.
    pub themes: Vec<Id<Theme>>,
}

impl Line {
    /// Whether its words, and so the reason that may quote them, are kept from whoever reads the table.
    pub fn is_withheld(&self) -> bool {
        matches!(&self.what, What::Alone { words: None, .. })
    }
}

/// Puts lines in the order of the document, what goes across at the end, and numbers them. `at`: the place of an element in the
/// document.
pub fn numbered(mut lines: Vec<Line>, at: impl Fn(&Id<Element>) -> Option<usize>) -> Vec<Line> {
    lines.sort_by_cached_key(|line| {
        let place = line.place.as_ref().and_then(&at);
        let name = match &line.what {
            What::Theme { name, .. } => Some(name.clone()),
            // After the themes of the same place, in the order in which they came.
            What::Alone { .. } => None,
        };
        (place.unwrap_or(usize::MAX), name.is_none(), name)
    });
    for (n, line) in (1..).zip(&mut lines) {
        line.n = n;
    }
    lines
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn contribution(n: usize, kind: usize, is_read: bool, themes: &BTreeSet<u8>) -> Counted {
        Counted {
            id: Id::known(format!("text-{n}")),
            kind: ContributionKind::ALL[kind],
            channel: ["online", "paper"][kind % 2].to_owned(),
            is_read,
            themes: themes.iter().map(|n| Id::known(format!("t{n}"))).collect(),
        }
    }

    proptest! {
        #[test]
        fn every_contribution_is_counted_at_exactly_one_outcome(
            rows in proptest::collection::vec(
                (0_usize..3, any::<bool>(), proptest::collection::btree_set(0_u8..4, 0..4), any::<bool>()), 0..40
            ),
            assessed in proptest::collection::hash_set(0_u8..4, 0..4),
        ) {
            let all: Vec<Counted> = rows.iter().enumerate()
                .map(|(n, (kind, is_read, themes, _))| contribution(n, *kind, *is_read, themes)).collect();
            let own = all.iter().zip(&rows).filter(|(_, row)| row.3).map(|(one, _)| one.id.clone()).collect();
            let assessed = assessed.into_iter().map(|n| Id::known(format!("t{n}"))).collect();
            let tally = Tally::of(&all, &own, &assessed);
            prop_assert_eq!(tally.all(), all.len());
            for kind in ContributionKind::ALL {
                let parts: usize = tally.rows().iter().map(|(_, counts)| counts.of(kind)).sum();
                prop_assert_eq!(parts, all.iter().filter(|one| one.kind == kind).count());
            }
            let of_themes: usize = by_theme(&all).values().map(Counts::all).sum();
            prop_assert_eq!(of_themes, all.iter().map(|one| one.themes.len()).sum::<usize>());
            for counts in by_theme(&all).values() {
                prop_assert_eq!(counts.all(), counts.channels.values().sum::<usize>());
            }
        }
    }

    #[test]
    fn lines_follow_the_document_and_what_goes_across_comes_last() {
        let line = |place: Option<&str>, name: Option<&str>| Line {
            n: 0,
            place: place.map(Id::known),
            what: match name {
                Some(name) => What::Theme {
                    name: name.into(),
                    about: String::new(),
                },
                None => What::Alone {
                    kind: ContributionKind::Comment,
                    words: None,
                },
            },
            by: Vec::new(),
            counts: Counts::default(),
            said: None,
            has_earlier: false,
            themes: Vec::new(),
        };
        let lines = vec![
            line(None, Some("Alles")),
            line(Some("b"), None),
            line(Some("b"), Some("Zwei")),
            line(Some("b"), Some("Eins")),
            line(Some("a"), Some("Weg")),
        ];
        let order = ["a", "b"];
        let at = |id: &Id<Element>| order.iter().position(|key| *key == id.as_str());
        let names: Vec<_> = numbered(lines, at)
            .into_iter()
            .map(|line| match line.what {
                What::Theme { name, .. } => format!("{} {name}", line.n),
                What::Alone { .. } => format!("{} allein", line.n),
            })
            .collect();
        assert_eq!(names, ["1 Weg", "2 Eins", "3 Zwei", "4 allein", "5 Alles"]);
    }
}
