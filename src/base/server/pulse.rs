//! Whether every thread that answers requests still gets round to things. Each beats by itself, so that a flood of requests
//! does not look like a standstill: a thread that is busy beats, one that hangs does not.

use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};

use super::supervisor::Supervisor;

/// How many beats there are in the time after which somebody is worried.
const BEATS: u32 = 6;

/// The beats of all threads. Clones share them.
#[derive(Clone)]
pub(super) struct Pulse {
    began: Instant,
    /// How long a thread may be silent.
    silence: Duration,
    /// When each thread beat last, in milliseconds since the beginning.
    beats: Arc<Mutex<Vec<Arc<AtomicU64>>>>,
}

impl Pulse {
    /// Nobody beats yet. Half of a supervisor's patience may pass in silence: the other half is for telling it.
    pub(super) fn new(patience: Duration) -> Self {
        Self {
            began: Instant::now(),
            silence: patience / 2,
            beats: Arc::default(),
        }
    }

    /// Lets the thread this is called on beat from now on.
    pub(super) fn begin_here(&self) {
        let own = Arc::new(AtomicU64::new(self.elapsed()));
        let mut all = self.beats.lock().unwrap_or_else(PoisonError::into_inner);
        all.push(own.clone());
        drop(all);
        let pulse = self.clone();
        actix_web::rt::spawn(async move {
            let mut often = actix_web::rt::time::interval(pulse.silence / BEATS);
            loop {
                often.tick().await;
                own.store(pulse.elapsed(), Ordering::Relaxed);
            }
        });
    }

    /// Whether no thread is silent for too long.
    fn is_steady(&self) -> bool {
        let (now, silence) = (self.elapsed(), self.silence.as_millis());
        let all = self.beats.lock().unwrap_or_else(PoisonError::into_inner);
        all.iter()
            .all(|beat| u128::from(now.saturating_sub(beat.load(Ordering::Relaxed))) <= silence)
    }

    fn elapsed(&self) -> u64 {
        u64::try_from(self.began.elapsed().as_millis()).unwrap_or(u64::MAX)
    }

    /// Tells the supervisor three times in its patience that the server lives, for as long as it does.
    pub(super) async fn tell(self, supervisor: Arc<Supervisor>) {
        let mut often = actix_web::rt::time::interval(self.silence * 2 / 3);
        loop {
            often.tick().await;
            if self.is_steady() {
                supervisor.alive();
            } else {
                tracing::error!("a thread that answers requests hangs");
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_silent_thread_is_noticed() {
        let pulse = Pulse {
            began: Instant::now()
                .checked_sub(Duration::from_secs(100))
                .unwrap(),
            silence: Duration::from_secs(30),
            beats: Arc::default(),
        };
        assert!(pulse.is_steady(), "nobody has begun yet");
        let beat = |seconds: u64| {
            let at = Arc::new(AtomicU64::new(seconds * 1000));
            pulse.beats.lock().unwrap().push(at);
        };
        beat(99);
        beat(75);
        assert!(pulse.is_steady());
        beat(60);
        assert!(!pulse.is_steady());
    }

    #[actix_web::test]
    async fn a_thread_that_goes_on_beats() {
        let pulse = Pulse::new(Duration::from_mins(1));
        pulse.begin_here();
        let first = pulse.beats.lock().unwrap()[0].clone();
        first.store(u64::MAX, Ordering::Relaxed);
        while first.load(Ordering::Relaxed) == u64::MAX {
            actix_web::rt::task::yield_now().await;
        }
        assert!(pulse.is_steady());
    }
}
