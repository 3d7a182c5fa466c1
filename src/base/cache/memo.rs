//! What many requests read and seldom changes, kept as it was read: the surveys of a consultation, for example.

use std::any::{Any, TypeId};
use std::sync::Arc;
use std::time::Duration;

use quick_cache::sync::GuardResult;

use crate::base::db::PublicState;
use crate::base::error::AppResult;

/// How many things are kept: as many as there are running consultations in all their languages, and some more.
const ROOM: usize = 256;

/// How long to wait for somebody who reads the same; then one reads it oneself.
const PATIENCE: Duration = Duration::from_secs(2);

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
    /// Of many who ask for it at once, one reads and the others wait for her.
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
        // What is there was read of another state, and stands in the way of whoever waits.
        self.0.remove_if(&key, |found| found.state != state);
        let place = match self.0.get_value_or_guard(&key, Some(PATIENCE)) {
            GuardResult::Guard(place) => Some(place),
            GuardResult::Value(found) if found.state == state => match found.what.downcast() {
                Ok(what) => return Ok(what),
                Err(_) => None,
            },
            GuardResult::Value(_) | GuardResult::Timeout => None,
        };
        let what = Arc::new(read()?);
        if let Some(place) = place {
            // Somebody who waited in vain may have put it there meanwhile.
            let _ = place.insert(Read {
                state,
                what: what.clone(),
            });
        }
        Ok(what)
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Barrier;
    use std::sync::atomic::{AtomicU32, Ordering};

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

    #[test]
    fn of_many_who_ask_at_once_one_reads() {
        let (memo, state) = (Memo::default(), PublicState::default());
        let (count, ready) = (AtomicU32::new(0), Barrier::new(8));
        std::thread::scope(|scope| {
            for _ in 0..8 {
                scope.spawn(|| {
                    ready.wait();
                    let read = || {
                        std::thread::yield_now();
                        Ok(count.fetch_add(1, Ordering::Relaxed))
                    };
                    assert_eq!(*memo.recall(state, "a", read).unwrap(), 0);
                });
            }
        });
        assert_eq!(count.into_inner(), 1);
    }

    #[test]
    fn what_was_read_of_another_state_is_read_anew() {
        let memo = Memo::default();
        let states = [PublicState::default(), PublicState::of(7)];
        for (n, state) in states.into_iter().cycle().take(4).enumerate() {
            assert_eq!(*memo.recall(state, "a", || Ok(n)).unwrap(), n);
            assert_eq!(memo.known::<usize>(state, "a").as_deref(), Some(&n));
        }
    }
}
