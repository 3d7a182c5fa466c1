//! What many requests read and seldom changes, kept as it was read: the surveys of a consultation, for example.

use std::any::{Any, TypeId};
use std::sync::Arc;

use crate::base::db::PublicState;
use crate::base::error::AppResult;

/// How many things are kept: as many as there are running consultations in all their languages, and some more.
const ROOM: usize = 256;

/// What was read of one state of the database. Only what a count of changes covers may lie here: words, days and questions that the
/// administration writes, nothing that somebody hands in.
pub struct Memo(quick_cache::sync::Cache<(TypeId, String), Read>);

#[derive(Clone)]
struct Read {
    state: PublicState,
    what: Arc<dyn Any + Send + Sync>,
}

impl Default for Memo {
    fn default() -> Self {
        Self::of_room(ROOM)
    }
}

impl Memo {
    /// One that keeps so many things.
    pub fn of_room(room: usize) -> Self {
        Self(quick_cache::sync::Cache::new(room))
    }

    /// The value under a name if it was read of this state.
    pub fn known<T: Send + Sync + 'static>(
        &self,
        state: PublicState,
        name: &str,
    ) -> Option<Arc<T>> {
        let found = self.0.get(&(TypeId::of::<T>(), name.to_owned()))?;
        found.what.downcast().ok().filter(|_| found.state == state)
    }

    /// Forgets everything.
    pub fn forget(&self) {
        self.0.clear();
    }

    /// The value under a name if it was read of this state, else as `read` reads it now. The state is that from before the read.
    ///
    /// # Errors
    /// Those of `read`; then nothing is kept.
    pub fn recall<T: Send + Sync + 'static>(
        &self,
        state: PublicState,
        name: &str,
        read: impl FnOnce() -> AppResult<T>,
    ) -> AppResult<Arc<T>> {
        if let Some(what) = self.known(state, name) {
            return Ok(what);
        }
        let key = (TypeId::of::<T>(), name.to_owned());
        let what = Arc::new(read()?);
        let kept = Read {
            state,
            what: what.clone(),
        };
        self.0.insert(key, kept);
        Ok(what)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_of_two_kinds_under_one_name_stay_apart_and_a_fault_is_not_kept() {
        let (memo, state) = (Memo::default(), PublicState::default());
        assert_eq!(*memo.recall(state, "a", || Ok(1_u8)).unwrap(), 1);
        assert_eq!(*memo.recall(state, "a", || Ok("one")).unwrap(), "one");
        assert_eq!(*memo.recall(state, "a", || Ok(2_u8)).unwrap(), 1);
        let fault = || Err::<u8, _>(crate::base::error::AppError::Busy);
        assert!(memo.recall(state, "b", fault).is_err());
        assert_eq!(*memo.recall(state, "b", || Ok(3_u8)).unwrap(), 3);
        assert_eq!(memo.known::<u8>(state, "b").as_deref(), Some(&3));
        memo.forget();
        assert_eq!(memo.known::<u8>(state, "b"), None);
    }
}
