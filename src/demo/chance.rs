//! Chance that falls the same way at every play, so that the figures of the town can be told in a README.

use rand::rngs::StdRng;
use rand::seq::SliceRandom;
use rand::{RngExt, SeedableRng};

/// A seeded generator with the few questions the story asks.
pub struct Chance(StdRng);

impl Chance {
    /// The chance of one chapter of the story.
    pub fn of(chapter: u64) -> Self {
        Self(StdRng::seed_from_u64(chapter))
    }

    /// Whether something happens that happens in so many of a hundred cases.
    pub fn percent(&mut self, of_hundred: u32) -> bool {
        self.0.random_range(0..100) < of_hundred
    }

    /// A whole number between two bounds, both included.
    pub fn between(&mut self, least: i64, most: i64) -> i64 {
        self.0.random_range(least..=most.max(least))
    }

    /// The place of one of some weights, as often as its weight says; 0 when all weigh nothing.
    pub fn weighed(&mut self, weights: &[u32]) -> usize {
        let total: u32 = weights.iter().sum();
        let mut left = self.0.random_range(0..total.max(1));
        for (place, weight) in weights.iter().enumerate() {
            match left.checked_sub(*weight) {
                Some(rest) => left = rest,
                None => return place,
            }
        }
        0
    }

    /// Mixes a list.
    pub fn shuffle<T>(&mut self, list: &mut [T]) {
        list.shuffle(&mut self.0);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_falls_the_same_way_each_time_and_follows_the_weights() {
        let draw = || {
            let mut chance = Chance::of(7);
            (0..1000)
                .map(|_| chance.weighed(&[1, 0, 3]))
                .collect::<Vec<_>>()
        };
        let drawn = draw();
        assert_eq!(drawn, draw());
        let of = |place| drawn.iter().filter(|other| **other == place).count();
        assert_eq!(of(1), 0);
        assert!((650..850).contains(&of(2)));
    }
}
