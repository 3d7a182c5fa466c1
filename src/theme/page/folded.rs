//! Near-duplicates in a list: one stands for all of them.

use std::collections::hash_map::Entry;
use std::collections::{BTreeMap, HashMap, HashSet};
use std::sync::Arc;

use super::contributions_of;
use super::learned::Lore;
use crate::base::db::Conn;
use crate::base::error::AppResult;
use crate::base::id::Id;
use crate::base::order::Order;
use crate::consultation::Consultation;
use crate::survey::FreeText;
use crate::theme::model::shortened;
use crate::theme::store::list;
use crate::theme::view::{AlikeRows, OtherText};

/// How many of the others are named below the one that stands for them.
const NAMED: usize = 8;
/// Characters of a text that stand for it.
const EXCERPT: usize = 110;
/// Which texts of a list stand for others, and which are hidden behind them.
#[derive(Default)]
pub(super) struct Folded {
    /// Those for which another one stands.
    pub(super) hidden: HashSet<String>,
    /// Those that stand for others, with these.
    stands_for: HashMap<Id<FreeText>, Vec<Id<FreeText>>>,
}

impl Folded {
    /// Of each group the first one that belongs to the list stands for the others that do.
    pub(super) fn of(lore: &Lore, order: &Order) -> Self {
        // The first one of each group, by where the group lies in memory.
        let mut firsts: HashMap<*const Vec<Id<FreeText>>, Id<FreeText>> = HashMap::new();
        let mut folded = Self::default();
        for id in order.iter().map(Id::known) {
            let Some(group) = lore.copies(&id) else {
                continue;
            };
            match firsts.entry(Arc::as_ptr(group)) {
                Entry::Vacant(first) => {
                    first.insert(id);
                }
                Entry::Occupied(first) => {
                    folded.hidden.insert(id.to_string());
                    let others = folded.stands_for.entry(first.get().clone());
                    others.or_default().push(id);
                }
            }
        }
        folded
    }

    /// What stands behind the rows of a page. One query.
    pub(super) fn rows(
        &self,
        conn: &mut Conn,
        consultation: &Consultation,
        page: &[Id<FreeText>],
    ) -> AppResult<BTreeMap<String, AlikeRows>> {
        let path = contributions_of(&consultation.slug);
        let shown = page
            .iter()
            .filter_map(|id| self.stands_for.get_key_value(id));
        let named: Vec<Id<FreeText>> = shown
            .clone()
            .flat_map(|(_, others)| others.iter().take(NAMED).cloned())
            .collect();
        if named.is_empty() {
            return Ok(BTreeMap::new());
        }
        let texts = list::these(conn, &consultation.id, &named)?.into_iter();
        let texts: HashMap<_, _> = texts.map(|one| (one.id, one.text)).collect();
        let other = |id: &Id<FreeText>| {
            Some(OtherText {
                url: format!("{path}/{id}"),
                excerpt: shortened(texts.get(id)?, EXCERPT),
            })
        };
        let row = |(id, others): (&Id<FreeText>, &Vec<Id<FreeText>>)| {
            let rows = AlikeRows {
                count: others.len(),
                others: others.iter().take(NAMED).filter_map(other).collect(),
                more: others.len().saturating_sub(NAMED),
                group_url: format!(
                    "/desk/consultations/{}/duplicates?group={id}#group",
                    consultation.slug
                ),
            };
            (id.to_string(), rows)
        };
        Ok(shown.map(row).collect())
    }
}
