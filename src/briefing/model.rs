//! What stands first on a sheet, and how much of it. Pure.

use std::cmp::Ordering;
use std::collections::BTreeSet;

use crate::base::figures::Shown;
use crate::base::id::Id;
use crate::strategy::Element;
use crate::strategy::cause::Theme;

/// Most goals of one field whose bars stand on its sheet.
pub const GOALS: usize = 6;
/// Most themes on a sheet.
pub const ASKED: usize = 6;
/// Most statements on a sheet.
pub const VOICES: usize = 6;
/// Most themes that were not followed on a sheet.
pub const REFUSED: usize = 4;
/// Most elements whose old and new words stand on a sheet, and most characters of those words.
pub const CHANGED: (usize, usize) = (4, 1_900);
/// Longest reason on a sheet, in characters: the whole is one click away.
pub const REASON: usize = 260;

/// The marks of one goal, by which goals are put in order: drop, goes too far, right, bolder, unclear.
pub trait Marked {
    /// What may be shown of them. Nothing else decides about the order, so the order tells nothing that is not shown.
    fn shown(&self) -> &Shown;
}

/// How many marks say "right", and how many there are; none where no per cents may be shown.
fn right(one: &impl Marked) -> Option<(u64, u64)> {
    match one.shown() {
        Shown::Shares { counts, .. } => Some((*counts.get(2)?, counts.iter().sum())),
        _ => None,
    }
}

/// Whether fewer than half of the marks say "right as it is".
pub fn is_contested(one: &impl Marked) -> bool {
    right(one).is_some_and(|(right, all)| all > 0 && right * 2 < all)
}

/// Puts the goals with the smallest share of "right" first. Goals without enough marks follow in the order of the document.
pub fn contested_first<T: Marked>(goals: &mut [T]) {
    goals.sort_by(|a, b| match (right(a), right(b)) {
        // a/x < b/y without rounding.
        (Some((a, x)), Some((b, y))) => {
            (u128::from(a) * u128::from(y)).cmp(&(u128::from(b) * u128::from(x)))
        }
        (Some(_), None) => Ordering::Less,
        (None, Some(_)) => Ordering::Greater,
        (None, None) => Ordering::Equal,
    });
}

/// How many of some texts stand on a sheet in full, given their lengths: always the first one.
pub fn fitting(lengths: impl IntoIterator<Item = usize>, (most, room): (usize, usize)) -> usize {
    let mut sum = 0;
    let fits = |length: &usize| {
        sum += length;
        sum <= room
    };
    let n = lengths.into_iter().take(most).take_while(fits).count();
    n.max(1)
}

/// A statement as far as it was split: each segment with the element it is about and its themes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Voice {
    /// Its number in the register.
    pub number: i32,
    /// For whom it speaks: an organisation, or what a person wrote on behalf of. A person is never named.
    pub name: Option<String>,
    /// Whether everyone may read it.
    pub is_public: bool,
    /// Its segments.
    pub segments: Vec<Piece>,
}

/// A segment of a statement.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Piece {
    /// The element it is about; none when it is about the whole.
    pub element: Option<Id<Element>>,
    /// Its themes.
    pub themes: BTreeSet<Id<Theme>>,
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::figures::{Limits, shown};
    use proptest::prelude::*;

    #[derive(Clone, Debug)]
    struct Goal(usize, Shown);

    impl Marked for Goal {
        fn shown(&self) -> &Shown {
            &self.1
        }
    }

    fn goal(n: usize, counts: [u64; 5]) -> Goal {
        let all = counts.iter().sum();
        Goal(n, shown(&counts, all, Limits::default()))
    }

    #[test]
    fn reduce_violence_comes_first() {
        // The seeds' field "Zusammenleben": 63 per cent of all marks say right, but only few of those on its fourth goal.
        let mut goals = vec![
            goal(1, [1, 2, 20, 5, 1]),
            goal(2, [1, 1, 20, 6, 1]),
            goal(3, [0, 1, 2, 0, 0]),
            goal(4, [1, 1, 12, 14, 1]),
        ];
        contested_first(&mut goals);
        let order: Vec<_> = goals.iter().map(|goal| goal.0).collect();
        assert_eq!(order, [4, 1, 2, 3]);
        assert_eq!(goals.iter().filter(|goal| is_contested(*goal)).count(), 1);
    }

    proptest! {
        #[test]
        fn goals_stay_goals_and_shares_grow(all in prop::collection::vec(prop::array::uniform5(0_u64..40), 0..12)) {
            let mut goals: Vec<Goal> = all.iter().enumerate().map(|(n, counts)| goal(n, *counts)).collect();
            contested_first(&mut goals);
            let mut seen: Vec<_> = goals.iter().map(|goal| goal.0).collect();
            let shares: Vec<_> = goals.iter().map(right).collect();
            let known: Vec<(u64, u64)> = shares.iter().copied().flatten().collect();
            let grows = |pair: &[(u64, u64)]| pair[0].0 * pair[1].1 <= pair[1].0 * pair[0].1;
            prop_assert!(known.windows(2).all(grows));
            prop_assert!(shares[..known.len()].iter().all(Option::is_some), "those without per cents come last");
            seen.sort_unstable();
            prop_assert_eq!(seen, (0..all.len()).collect::<Vec<_>>());
        }

        #[test]
        fn what_stands_on_a_sheet_fits(lengths in prop::collection::vec(0_usize..3_000, 1..20), most in 1_usize..8, room in 1_usize..4_000) {
            let n = fitting(lengths.iter().copied(), (most, room));
            prop_assert!(n >= 1 && n <= most.max(1));
            prop_assert!(n == 1 || lengths[..n].iter().sum::<usize>() <= room);
        }
    }
}
