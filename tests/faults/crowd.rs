//! Many people at once, and everything they were shown.

use std::net::SocketAddr;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::{Mutex, PoisonError};
use std::thread;
use std::time::{Duration, Instant};

use crate::person::{Failed, Person, Receipt, Refusal, Way};
use crate::server::pause;

/// What a crowd was shown.
#[derive(Default)]
pub struct Shown {
    /// Every receipt.
    pub receipts: Vec<Receipt>,
    /// Every page instead of one.
    pub refusals: Vec<Refusal>,
}

/// A look at the crowd while it is at work.
pub struct Look<'a>(&'a Mutex<Shown>);

impl Look<'_> {
    /// Waits until so many receipts more were shown, however slow the machine is.
    #[track_caller]
    pub fn wait_for(&self, receipts: usize) {
        let count = || {
            self.0
                .lock()
                .unwrap_or_else(PoisonError::into_inner)
                .receipts
                .len()
        };
        let (wanted, until) = (count() + receipts, Instant::now() + PATIENCE);
        while count() < wanted {
            assert!(
                Instant::now() < until,
                "nothing is taken: {} of {wanted}",
                count()
            );
            pause(2);
        }
    }

    /// Waits until so many pages more came instead of a receipt.
    #[track_caller]
    pub fn wait_for_refusals(&self, refusals: usize) {
        let count = || {
            self.0
                .lock()
                .unwrap_or_else(PoisonError::into_inner)
                .refusals
                .len()
        };
        let (wanted, until) = (count() + refusals, Instant::now() + PATIENCE);
        while count() < wanted {
            assert!(
                Instant::now() < until,
                "nothing is refused: {} of {wanted}",
                count()
            );
            pause(2);
        }
    }
}

/// How long a crowd may take for what a test waits for.
const PATIENCE: Duration = Duration::from_mins(1);

/// Lets people hand in one thing after the other, each in turn of another kind, until `break_it` has ended. Whoever gets no
/// answer tries again with another thing, as nobody would; whoever is refused goes on with the next.
pub fn crowd(at: SocketAddr, people: usize, break_it: impl FnOnce(&Look)) -> Shown {
    static NEXT: AtomicUsize = AtomicUsize::new(0);
    let (shown, is_over) = (Mutex::new(Shown::default()), AtomicBool::new(false));
    let visit = |n: usize| {
        let ways = [Way::Questionnaire, Way::Comment, Way::Statement];
        let mut person = None;
        while !is_over.load(Ordering::Relaxed) {
            let name = format!("P{:05}", NEXT.fetch_add(1, Ordering::Relaxed));
            let turn = NEXT.load(Ordering::Relaxed) + n;
            let handed_in = match person.take().map_or_else(|| Person::at(at), Ok) {
                Ok(somebody) => person.insert(somebody).hands_in(ways[turn % 3], &name),
                Err(why) => Err(why),
            };
            let mut shown = shown.lock().unwrap_or_else(PoisonError::into_inner);
            match handed_in {
                Ok(receipt) => shown.receipts.push(receipt),
                Err(Failed::Refused(refusal)) => shown.refusals.push(refusal),
                Err(Failed::Gone) => {
                    drop(shown);
                    person = None;
                    pause(2);
                }
            }
        }
    };
    thread::scope(|scope| {
        for n in 0..people {
            let visit = &visit;
            scope.spawn(move || visit(n));
        }
        break_it(&Look(&shown));
        is_over.store(true, Ordering::Relaxed);
    });
    shown.into_inner().unwrap_or_else(PoisonError::into_inner)
}
