//! Near-duplicates with their words.

use std::collections::{BTreeSet, HashMap};
use std::sync::Arc;

use super::Around;
use super::learned::{Group, Lore};
use crate::base::db::Conn;
use crate::base::erasure::GONE;
use crate::base::error::AppResult;
use crate::base::id::Id;
use crate::survey::FreeText;
use crate::theme::model::Contribution;
use crate::theme::store::{code as codings, list};

/// All groups of a consultation with the words of their texts.
pub(super) struct Alike {
    /// The largest first.
    pub(super) groups: Vec<Group>,
    /// The words of each.
    pub(super) texts: HashMap<Id<FreeText>, Contribution>,
    /// Those that somebody has put under themes, or under none.
    pub(super) read: BTreeSet<Id<FreeText>>,
}

/// How many texts are read with one query.
const AT_ONCE: usize = 5_000;

impl Alike {
    /// Reads the words of all near-duplicates.
    pub(super) fn of(conn: &mut Conn, of: &Around, lore: &Lore) -> AppResult<Self> {
        let ids: Vec<Id<FreeText>> = lore.groups().flatten().collect();
        let (mut texts, mut read) = (HashMap::new(), BTreeSet::new());
        for ids in ids.chunks(AT_ONCE) {
            let some = list::these(conn, &of.consultation.id, ids)?.into_iter();
            // Erased words are no longer like any others.
            let some = some.filter(|one| one.text != GONE);
            texts.extend(some.map(|one| (one.id.clone(), one)));
            read.extend(codings::read_of(conn, ids)?);
        }
        // Somebody may have corrected or taken back her text since they were compared.
        let there = lore.groups().map(|group| {
            let there = group.into_iter().filter(|id| texts.contains_key(id));
            Arc::new(there.collect::<Vec<_>>())
        });
        let mut groups: Vec<Group> = there.filter(|group| group.len() > 1).collect();
        groups.sort_by(|one, other| (other.len(), one.first()).cmp(&(one.len(), other.first())));
        Ok(Self {
            groups,
            texts,
            read,
        })
    }
}
