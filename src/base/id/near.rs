//! Ids of rows that thousands of residents write in a few days.
//!
//! An id made by chance alone falls on a page of its own in each index that it stands in: with many rows each submission then changes
//! some twenty pages of the database. These ids begin like hundreds of others that were made about then, and so lie on the same pages. They say
//! no more than that ([decision 46](../../../docs/decisions/0046-names-that-lie-together.md)), and are no names of what is public.
//! A public list of such rows stands in the order of [`chance`].

use std::any::TypeId;
use std::collections::BTreeMap;
use std::marker::PhantomData;
use std::sync::{Mutex, PoisonError};

use diesel::dsl::sql;
use diesel::expression::SqlLiteral;
use diesel::sql_types::Text;

use super::{Id, base32, random};

/// After so many ids another beginning has taken the place of the last one.
const STRETCH: u16 = 512;

/// How an id begins.
type Beginning = [u8; 4];

/// Where the ids of one kind lie now. One beginning passes into the next little by little: a sharp end would tell who came last before it.
#[derive(Default)]
struct Stretch {
    here: Beginning,
    next: Option<Beginning>,
    made: u16,
}

impl Stretch {
    fn beginning(&mut self, chance: u16) -> Beginning {
        let next = *self.next.get_or_insert_with(random);
        self.made += 1;
        if self.made == STRETCH {
            *self = Self {
                here: next,
                ..Self::default()
            };
            return next;
        }
        if chance % STRETCH < self.made {
            next
        } else {
            self.here
        }
    }
}

/// What of an id in a column is chance alone: by it, lists are mixed and the same each time. 32 bits are six letters and a part of the seventh.
pub fn chance(column: &'static str) -> SqlLiteral<Text> {
    sql(&format!("substr({column}, 8)"))
}

impl<T> Id<T> {
    /// The same of this one.
    pub fn chance(&self) -> &str {
        self.as_str().get(7..).unwrap_or_default()
    }

    /// A random id that lies beside those made before it. Each program begins where all began, so that a restart parts nobody from the others.
    pub fn near() -> Self {
        Self::near_in(0)
    }

    /// The same for one of several series of rows. Each has beginnings of its own, so that what somebody adds to one and to another lies apart.
    pub fn near_in(series: i32) -> Self {
        static NOW: Mutex<BTreeMap<(TypeId, i32), Stretch>> = Mutex::new(BTreeMap::new());
        let mut bytes: [u8; 16] = random();
        let chance = u16::from_be_bytes(random());
        let mut now = NOW.lock().unwrap_or_else(PoisonError::into_inner);
        let stretch = now.entry((TypeId::of::<T>(), series)).or_default();
        bytes[..4].copy_from_slice(&stretch.beginning(chance));
        Self(base32(&bytes), PhantomData)
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn hundreds_share_a_beginning_and_none_ends_at_once() {
        let mut stretch = Stretch::default();
        let mut all = Vec::new();
        for _ in 0..20 * u32::from(STRETCH) {
            all.push(stretch.beginning(u16::from_be_bytes(random())));
        }
        assert_eq!(all[0], Beginning::default(), "all begin in one place");
        let kinds: BTreeSet<Beginning> = all.iter().copied().collect();
        assert_eq!(kinds.len(), 21);
        for kind in &kinds {
            let places: Vec<usize> = (0..all.len()).filter(|n| all[*n] == *kind).collect();
            let last = all[all.len() - 1] == *kind || *kind == Beginning::default();
            assert!(last || places.len() > usize::from(STRETCH) / 2);
            let width = places[places.len() - 1] - places[0];
            assert!(width < 2 * usize::from(STRETCH));
            // Others were made in between, so its place among them is nobody's secret to lose.
            assert!(last || width > usize::from(STRETCH));
        }
    }

    #[test]
    fn they_lie_together_and_do_not_repeat() {
        struct Sheet;
        let ids: BTreeSet<Id<Sheet>> = (0..10_000).map(|_| Id::near()).collect();
        assert_eq!(ids.len(), 10_000);
        let beginnings: BTreeSet<&str> = ids.iter().map(|id| &id.as_str()[..6]).collect();
        assert!(beginnings.len() < 30);
    }

    #[test]
    fn series_lie_apart_and_what_is_behind_the_beginning_is_chance() {
        struct Text;
        let ids = |series| -> Vec<Id<Text>> { (0..2_000).map(|_| Id::near_in(series)).collect() };
        let (one, other) = (ids(1), ids(2));
        let beginnings = |ids: &[Id<Text>]| -> BTreeSet<String> {
            ids.iter().map(|id| id.as_str()[..6].to_owned()).collect()
        };
        let (one_begins, other_begins) = (beginnings(&one), beginnings(&other));
        assert_eq!(
            one_begins.intersection(&other_begins).count(),
            1,
            "but for the first one"
        );
        // Where each lies among all of its series says nothing about when it was made: of those in the first half, half were.
        let mut mixed: Vec<usize> = (0..one.len()).collect();
        mixed.sort_unstable_by_key(|n| one[*n].chance());
        let early = mixed[..1_000].iter().filter(|n| **n < 1_000).count();
        assert!((350..650).contains(&early), "{early}");
    }
}
