//! How far two people code alike. A theme that two people see in different texts is not described well enough.
//!
//! For each theme Cohen's kappa (1960): agreement beyond what chance would bring. For all themes together the share of texts
//! on which both chose the very same themes.

use std::collections::{BTreeMap, BTreeSet};

/// What two people have chosen for one text; both have looked at it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Pair<T> {
    /// The themes of the first.
    pub one: BTreeSet<T>,
    /// The themes of the second.
    pub other: BTreeSet<T>,
}

/// How far two people agree.
#[derive(Clone, Debug, PartialEq)]
pub struct Agreement<T> {
    /// How many texts both have coded.
    pub texts: usize,
    /// On how many they chose the very same themes.
    pub same: usize,
    /// Cohen's kappa by theme, from -1 to 1; none where one of them saw the theme in every text or in none, as chance
    /// explains everything then.
    pub kappas: BTreeMap<T, Option<f64>>,
}

/// What a kappa means in a word. The bounds are those of Landis and Koch (1977), with their two lowest steps above
/// chance drawn together: both call for talking about what belongs to the theme.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Strength {
    /// Below 0.4.
    Weak,
    /// From 0.4 on.
    Moderate,
    /// From 0.6 on.
    Good,
    /// From 0.8 on.
    VeryGood,
}

impl Strength {
    /// Of a kappa.
    pub fn of(kappa: f64) -> Self {
        match kappa {
            kappa if kappa >= 0.8 => Self::VeryGood,
            kappa if kappa >= 0.6 => Self::Good,
            kappa if kappa >= 0.4 => Self::Moderate,
            _ => Self::Weak,
        }
    }

    /// The text that names it.
    pub fn label_key(self) -> &'static str {
        match self {
            Self::Weak => "agreement-weak",
            Self::Moderate => "agreement-moderate",
            Self::Good => "agreement-good",
            Self::VeryGood => "agreement-very-good",
        }
    }
}

/// Compares what two people have chosen.
pub fn agreement<T: Copy + Ord>(pairs: &[Pair<T>]) -> Agreement<T> {
    let themes: BTreeSet<T> = pairs
        .iter()
        .flat_map(|pair| pair.one.union(&pair.other))
        .copied()
        .collect();
    Agreement {
        texts: pairs.len(),
        same: pairs.iter().filter(|pair| pair.one == pair.other).count(),
        kappas: themes
            .into_iter()
            .map(|theme| (theme, kappa(pairs, theme)))
            .collect(),
    }
}

#[expect(
    clippy::cast_precision_loss,
    reason = "numbers of texts, far below 2^52"
)]
fn kappa<T: Copy + Ord>(pairs: &[Pair<T>], theme: T) -> Option<f64> {
    let share = |is: &dyn Fn(bool, bool) -> bool| {
        let hits = pairs
            .iter()
            .filter(|pair| is(pair.one.contains(&theme), pair.other.contains(&theme)))
            .count();
        hits as f64 / pairs.len() as f64
    };
    let (one, other) = (share(&|one, _| one), share(&|_, other| other));
    let agreed = share(&|one, other| one == other);
    let by_chance = one * other + (1.0 - one) * (1.0 - other);
    (by_chance < 1.0).then(|| (agreed - by_chance) / (1.0 - by_chance))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn pair(one: &[u8], other: &[u8]) -> Pair<u8> {
        Pair {
            one: one.iter().copied().collect(),
            other: other.iter().copied().collect(),
        }
    }

    #[test]
    fn the_textbook_example_comes_out() {
        // Twenty times both, five times the first alone, ten times the second alone, fifteen times nobody: kappa 0.4.
        let pairs: Vec<_> = [
            (20, &[1][..], &[1][..]),
            (5, &[1], &[]),
            (10, &[], &[1]),
            (15, &[], &[]),
        ]
        .into_iter()
        .flat_map(|(n, one, other)| std::iter::repeat_n(pair(one, other), n))
        .collect();
        let found = agreement(&pairs);
        assert_eq!((found.texts, found.same), (50, 35));
        assert!((found.kappas[&1].unwrap() - 0.4).abs() < 1e-9);
    }

    #[test]
    fn a_kappa_is_said_in_a_word() {
        let words = [-0.2, 0.39, 0.4, 0.6, 0.79, 0.8, 1.0].map(Strength::of);
        let (weak, moderate) = (Strength::Weak, Strength::Moderate);
        let (good, very) = (Strength::Good, Strength::VeryGood);
        assert_eq!(words, [weak, weak, moderate, good, good, very, very]);
    }

    #[test]
    fn where_chance_explains_all_there_is_no_number() {
        assert_eq!(agreement(&[pair(&[1], &[1])]).kappas[&1], None);
        assert!(agreement::<u8>(&[]).kappas.is_empty());
    }

    proptest! {
        #[test]
        fn agreement_is_the_same_from_both_sides(
            sets in proptest::collection::vec((0_u8..8, 0_u8..8), 1..30)
        ) {
            let set = |bits: u8| (0..3).filter(|n| bits >> n & 1 == 1).collect::<BTreeSet<u8>>();
            let pairs: Vec<_> = sets.iter().map(|(a, b)| Pair { one: set(*a), other: set(*b) }).collect();
            let turned: Vec<_> = sets.iter().map(|(a, b)| Pair { one: set(*b), other: set(*a) }).collect();
            let (one, other) = (agreement(&pairs), agreement(&turned));
            prop_assert_eq!(one.same, other.same);
            for (theme, kappa) in &one.kappas {
                let turned = other.kappas[theme];
                prop_assert_eq!(kappa.is_some(), turned.is_some());
                if let (Some(a), Some(b)) = (kappa, turned) {
                    prop_assert!((a - b).abs() < 1e-9 && *a >= -1.0 - 1e-9 && *a <= 1.0 + 1e-9);
                }
            }
        }
    }
}
