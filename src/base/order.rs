//! Long lists of identities in their order, as short as they can be kept: a page of one, a place in it and what two have in common are
//! found without reading them again.

use std::collections::HashSet;

use diesel::dsl::sql;
use diesel::expression::SqlLiteral;
use diesel::sql_types::{Nullable, Text};

use crate::base::id::Id;

/// Up to one in so many of another list is looked up there one by one.
const FEW: usize = 16;

/// All identities of a column in one value, for [`Order::of_joined`]: many thousand rows are read as one. Both databases know it.
pub fn joined(column: &'static str) -> SqlLiteral<Nullable<Text>> {
    sql(&format!("string_agg({column}, ',')"))
}

/// The identities of a list, one after the other, smallest first.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Order {
    text: String,
    ends: Vec<u32>,
}

impl FromIterator<String> for Order {
    /// Of identities in any order.
    fn from_iter<I: IntoIterator<Item = String>>(ids: I) -> Self {
        let mut ids: Vec<String> = ids.into_iter().collect();
        ids.sort_unstable();
        ids.dedup();
        Self::of_sorted(ids.iter().map(String::as_str))
    }
}

impl Order {
    /// Of identities that lie in order already.
    pub fn of_sorted<'a>(ids: impl Iterator<Item = &'a str>) -> Self {
        let mut order = Self::default();
        for id in ids {
            order.text.push_str(id);
            // A list of a hundred million is none that a town has.
            order
                .ends
                .push(u32::try_from(order.text.len()).unwrap_or(u32::MAX));
        }
        order
    }

    /// Of identities as a database lays them one behind the other ([`joined`]), in whatever order and however often.
    pub fn of_joined(joined: &str) -> Self {
        let ids = || joined.split(',').filter(|id| !id.is_empty());
        if ids().is_sorted_by(|one, next| one < next) {
            return Self::of_sorted(ids());
        }
        let mut sorted: Vec<&str> = ids().collect();
        sorted.sort_unstable();
        sorted.dedup();
        Self::of_sorted(sorted.into_iter())
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.ends.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.ends.is_empty()
    }

    fn at(&self, place: usize) -> Option<&str> {
        let end = *self.ends.get(place)?;
        let before = place
            .checked_sub(1)
            .and_then(|before| self.ends.get(before));
        let start = before.copied().unwrap_or_default();
        self.text.get(start as usize..end as usize)
    }

    /// All of them, smallest first.
    pub fn iter(&self) -> impl Iterator<Item = &str> {
        (0..self.len()).filter_map(|place| self.at(place))
    }

    /// Some of them: so many from that place on.
    pub fn part<T>(&self, from: usize, most: usize) -> Vec<Id<T>> {
        let places = from..from.saturating_add(most).min(self.len());
        places
            .filter_map(|place| self.at(place))
            .map(Id::known)
            .collect()
    }

    /// How many stand before a text, and whether it is one of the list.
    pub fn place(&self, id: &str) -> (usize, bool) {
        let (mut low, mut high) = (0, self.len());
        while low < high {
            let middle = low.midpoint(high);
            if self.at(middle).is_some_and(|other| other < id) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        (low, self.at(low) == Some(id))
    }

    /// Those that stand in the other list as well.
    #[must_use]
    pub fn and(&self, other: &Self) -> Self {
        Self::of_sorted(self.common(other))
    }

    /// Those that do not stand in the other list.
    pub fn beyond<'a>(&'a self, other: &'a Self) -> impl Iterator<Item = &'a str> {
        let mut known = other.iter().peekable();
        self.iter().filter(move |id| {
            while known.next_if(|known| known < id).is_some() {}
            known.peek() != Some(id)
        })
    }

    /// The first one that stands in the other list as well.
    pub fn first_common<T>(&self, other: &Self) -> Option<Id<T>> {
        self.common(other).next().map(Id::known)
    }

    fn common<'a>(&'a self, other: &'a Self) -> impl Iterator<Item = &'a str> {
        let (few, many) = if self.len() < other.len() {
            (self, other)
        } else {
            (other, self)
        };
        // Few are looked up one by one; of many, both lists are gone through side by side.
        let is_few = few.len().saturating_mul(FEW) < many.len();
        let mut others = many.iter().peekable();
        few.iter().filter(move |id| {
            if is_few {
                return many.place(id).1;
            }
            while others.next_if(|other| other < id).is_some() {}
            others.peek() == Some(id)
        })
    }

    /// Those that are not in a set.
    #[must_use]
    pub fn without(&self, gone: &HashSet<String>) -> Self {
        Self::of_sorted(self.iter().filter(|id| !gone.contains(*id)))
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn an_order_answers_as_a_sorted_set_does(
            ids in proptest::collection::btree_set("[a-c]{1,4}", 0..30),
            others in proptest::collection::btree_set("[a-c]{1,4}", 0..30),
            asked in "[a-c]{1,4}",
            from in 0_usize..40,
        ) {
            let order: Order = ids.iter().cloned().collect();
            prop_assert_eq!(order.len(), ids.len());
            prop_assert_eq!(order.place(&asked), (ids.range(..asked.clone()).count(), ids.contains(&asked)));
            let page: Vec<String> = order.part::<()>(from, 5).iter().map(Id::to_string).collect();
            prop_assert_eq!(page, ids.iter().skip(from).take(5).cloned().collect::<Vec<_>>());
            let both: BTreeSet<String> = ids.intersection(&others).cloned().collect();
            let others: Order = others.iter().cloned().collect();
            prop_assert_eq!(order.first_common::<()>(&others).map(|id| id.to_string()), both.first().cloned());
            prop_assert_eq!(order.and(&others), both.into_iter().collect());
            let gone = others.iter().map(str::to_owned).collect();
            let left: BTreeSet<String> = ids.iter().filter(|id| !others.place(id).1).cloned().collect();
            prop_assert_eq!(order.beyond(&others).collect::<Vec<_>>(), left.iter().collect::<Vec<_>>());
            prop_assert_eq!(order.without(&gone), left.into_iter().collect());
        }

        #[test]
        fn what_a_database_joined_is_read_in_order(ids in proptest::collection::vec("[a-c]{1,4}", 0..20)) {
            prop_assert_eq!(Order::of_joined(&ids.join(",")), ids.into_iter().collect());
        }

        /// A short list is looked up in a long one.
        #[test]
        fn few_are_found_among_many(few in proptest::collection::btree_set(0_u32..2_000, 0..5)) {
            let name = |n: &u32| format!("{n:04}");
            let many: Order = (0..2_000).step_by(3).map(|n| name(&n)).collect();
            let both = few.iter().filter(|n| *n % 3 == 0).map(name).collect();
            let few: Order = few.iter().map(name).collect();
            prop_assert_eq!(&few.and(&many), &both);
            prop_assert_eq!(&many.and(&few), &both);
        }
    }
}
