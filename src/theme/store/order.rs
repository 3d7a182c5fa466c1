//! All contributions of a list in their order, as short as they can be kept: a page of it, a place in it and the words in it are
//! found without reading the list again.

use std::collections::HashSet;
use std::sync::Arc;

use diesel::prelude::*;

use super::list::{self, Narrow};
use crate::base::db::Conn;
use crate::base::db::Recall;
use crate::base::error::AppResult;
use crate::base::id::Id;
use crate::base::schema::contribution_words;
use crate::survey::FreeText;

/// The identities of a list, one after the other, smallest first.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Order {
    text: String,
    ends: Vec<usize>,
}

impl FromIterator<String> for Order {
    /// Of identities in any order.
    fn from_iter<I: IntoIterator<Item = String>>(ids: I) -> Self {
        let mut ids: Vec<String> = ids.into_iter().collect();
        ids.sort_unstable();
        Self::of_sorted(ids.iter().map(String::as_str))
    }
}

impl Order {
    fn of_sorted<'a>(ids: impl Iterator<Item = &'a str>) -> Self {
        let mut order = Self::default();
        for id in ids {
            order.text.push_str(id);
            order.ends.push(order.text.len());
        }
        order
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
        self.text.get(before.copied().unwrap_or_default()..end)
    }

    fn iter(&self) -> impl Iterator<Item = &str> {
        (0..self.len()).filter_map(|place| self.at(place))
    }

    /// Some of them: so many from that place on.
    pub fn part(&self, from: usize, most: usize) -> Vec<Id<FreeText>> {
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
        let mut others = other.iter().peekable();
        Self::of_sorted(self.iter().filter(|id| {
            while others.next_if(|other| other < id).is_some() {}
            others.peek() == Some(id)
        }))
    }

    /// Those that are not in a set.
    #[must_use]
    pub fn without(&self, gone: &HashSet<Id<FreeText>>) -> Self {
        let gone: HashSet<&str> = gone.iter().map(Id::as_str).collect();
        Self::of_sorted(self.iter().filter(|id| !gone.contains(id)))
    }
}

/// The list of a narrowing. What stands in it is read once for each state of the database; words are then looked up in the index of words.
pub fn of(conn: &mut Conn, recall: &Recall, narrow: &Narrow) -> AppResult<Arc<Order>> {
    let name = format!("order {narrow:?}");
    recall.get(conn, &name, |conn| {
        if narrow.stems.is_empty() {
            return Ok(list::ids(conn, narrow)?.into_iter().collect());
        }
        let all = Narrow {
            stems: Vec::new(),
            ..narrow.clone()
        };
        let mut found = Order::clone(&*of(conn, recall, &all)?);
        for stem in &narrow.stems {
            let with: Vec<String> = contribution_words::table
                .filter(contribution_words::stem.eq(stem))
                .order(contribution_words::text_id)
                .select(contribution_words::text_id)
                .load(conn)?;
            found = found.and(&with.into_iter().collect());
        }
        Ok(found)
    })
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
            let page: Vec<String> = order.part(from, 5).iter().map(Id::to_string).collect();
            prop_assert_eq!(page, ids.iter().skip(from).take(5).cloned().collect::<Vec<_>>());
            let both: BTreeSet<String> = ids.intersection(&others).cloned().collect();
            prop_assert_eq!(order.and(&others.iter().cloned().collect()), both.into_iter().collect());
            let gone = others.iter().map(Id::known).collect();
            let left: BTreeSet<String> = ids.difference(&others).cloned().collect();
            prop_assert_eq!(order.without(&gone), left.into_iter().collect());
        }
    }
}
