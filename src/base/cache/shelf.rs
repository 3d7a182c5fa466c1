//! One place for what a part of the program keeps in memory for itself, between requests.

use std::any::{Any, TypeId};
use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};

/// One value of each kind, made when it is first asked for. Who keeps something there cares for its bounds and its end.
#[derive(Default)]
pub struct Shelf(Mutex<HashMap<TypeId, Arc<dyn Any + Send + Sync>>>);

impl Shelf {
    /// The value of that kind.
    pub fn of<T: Default + Send + Sync + 'static>(&self) -> Arc<T> {
        let mut all = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let kept = all
            .entry(TypeId::of::<T>())
            .or_insert_with(|| Arc::new(T::default()));
        let kept = Arc::clone(kept).downcast::<T>();
        drop(all);
        // Under its own kind nothing else can lie.
        kept.unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use std::sync::atomic::{AtomicU8, Ordering};

    use super::*;

    #[test]
    fn what_was_put_there_is_found_again() {
        let shelf = Shelf::default();
        shelf.of::<AtomicU8>().store(7, Ordering::Relaxed);
        assert_eq!(shelf.of::<AtomicU8>().load(Ordering::Relaxed), 7);
    }
}
