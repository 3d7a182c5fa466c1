//! The answers of the consultations that somebody evaluates just now, in memory.

use std::collections::HashMap;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use actix_web::rt;
use tokio::sync::OwnedMutexGuard;

use crate::base::id::Id;
use crate::consultation::Consultation;
use crate::evaluation::Answers;

/// How many consultations are kept at once; a million questionnaires take some 30 MB.
const MOST: usize = 3;
/// For how long answers are kept after they were last asked for.
const IDLE: Duration = Duration::from_mins(10);

/// All that are kept.
#[derive(Default)]
pub(super) struct AllKept(Mutex<HashMap<Id<Consultation>, Arc<Kept>>>);

/// The answers of one consultation.
#[derive(Default)]
pub(super) struct Kept {
    answers: Arc<tokio::sync::Mutex<Option<Answers>>>,
    /// How often they were asked for.
    asked: AtomicU64,
}

impl AllKept {
    /// Those of a consultation, for one who asks after the other. They go by themselves when nobody asks any more.
    pub(super) async fn of(
        &self,
        consultation: &Id<Consultation>,
    ) -> OwnedMutexGuard<Option<Answers>> {
        let kept = self.slot(consultation);
        let asked = kept.asked.fetch_add(1, Ordering::Relaxed) + 1;
        let answers = Arc::clone(&kept.answers).lock_owned().await;
        rt::spawn(async move {
            rt::time::sleep(IDLE).await;
            if kept.asked.load(Ordering::Relaxed) == asked {
                *kept.answers.lock().await = None;
            }
        });
        answers
    }

    fn slot(&self, consultation: &Id<Consultation>) -> Arc<Kept> {
        let mut all = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if all.len() >= MOST && !all.contains_key(consultation) {
            // Whoever is at work with one goes on with it.
            all.clear();
        }
        Arc::clone(all.entry(consultation.clone()).or_default())
    }
}
