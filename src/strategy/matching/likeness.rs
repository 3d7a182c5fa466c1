//! How much two short texts have in common.

use std::cmp::Ordering;

/// The words of a text, sorted, each as often as it occurs.
pub(super) struct Bag<'t>(Vec<&'t str>);

impl<'t> Bag<'t> {
    /// Takes words that are parted by single spaces.
    pub(super) fn new(words: &'t str) -> Self {
        let mut words: Vec<&str> = words.split(' ').collect();
        words.sort_unstable();
        Self(words)
    }

    /// How many words both have in common.
    fn shared(&self, other: &Self) -> usize {
        let (mut left, mut right, mut count) = (0, 0, 0);
        while let (Some(a), Some(b)) = (self.0.get(left), other.0.get(right)) {
            match a.cmp(b) {
                Ordering::Less => left += 1,
                Ordering::Greater => right += 1,
                Ordering::Equal => {
                    left += 1;
                    right += 1;
                    count += 1;
                }
            }
        }
        count
    }

    /// The likeness of two texts, if they are alike enough to be taken for the same.
    pub(super) fn likeness(&self, other: &Self) -> Option<Likeness> {
        let all = self.0.len() + other.0.len();
        // Even the shorter text as a whole would not be half of both: no need to compare.
        if 4 * self.0.len().min(other.0.len()) < all {
            return None;
        }
        let shared = self.shared(other);
        (4 * shared >= all).then_some(Likeness { shared, all })
    }
}

/// Twice the shared words as a part of all words of both texts, at least one half.
#[derive(Debug, Clone, Copy)]
pub(super) struct Likeness {
    shared: usize,
    all: usize,
}

impl Likeness {
    /// Compares as fractions, so without rounding.
    pub(super) fn compare(self, other: Self) -> Ordering {
        (self.shared * other.all).cmp(&(other.shared * self.all))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn half_of_the_words_is_alike() {
        let alike = |one, other| Bag::new(one).likeness(&Bag::new(other)).is_some();
        assert!(alike("netze aufbauen", "netze pflegen"));
        assert!(!alike("netze aufbauen", "netze pflegen und weben"));
        assert!(!alike("orte", "treffpunkte"));
        assert!(!alike("und", "rad und bus und bahn"));
    }

    #[test]
    fn the_closer_text_is_the_greater_likeness() {
        let first = Bag::new("mehr wohnungen bauen");
        let close = first.likeness(&Bag::new("mehr wohnungen bauen lassen"));
        let far = first.likeness(&Bag::new("weniger wohnungen bauen"));
        let (Some(close), Some(far)) = (close, far) else {
            panic!("both are alike")
        };
        assert_eq!(close.compare(far), Ordering::Greater);
    }
}
