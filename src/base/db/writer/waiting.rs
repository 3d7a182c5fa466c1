//! Who shares the next commit.

use std::sync::mpsc::Receiver;
use std::time::{Duration, Instant};

use super::{BATCH, Job};

/// How long a group waits for the next who may join it.
const MOMENT: Duration = Duration::from_micros(200);
/// How long it waits for all who may.
const AT_MOST: Duration = Duration::from_millis(2);

/// All who wait, once somebody does; none when nobody can come any more. When the last group had more than one, it waits a moment for more:
/// those who were told just now send the next, and one commit for all costs less than two for a half each. Who comes alone never waits.
pub(super) fn who_waits(jobs: &Receiver<Box<dyn Job>>, before: usize) -> Vec<Box<dyn Job>> {
    let mut all: Vec<_> = jobs.recv().into_iter().collect();
    let begun = Instant::now();
    loop {
        all.extend(jobs.try_iter().take(BATCH - all.len()));
        if all.is_empty() || before < 2 || all.len() == BATCH || begun.elapsed() > AT_MOST {
            return all;
        }
        let Ok(next) = jobs.recv_timeout(MOMENT) else {
            return all;
        };
        all.push(next);
    }
}

#[cfg(test)]
mod tests {
    use std::sync::mpsc::sync_channel;

    use super::super::{Company, Conn, NotStored, QUEUE};
    use super::*;

    struct Nothing;

    impl Job for Nothing {
        fn run(&mut self, _: &mut Conn, _: Company) -> bool {
            true
        }
        fn collided(&self) -> bool {
            false
        }
        fn settle(self: Box<Self>, _: &Result<(), NotStored>) {}
    }

    #[test]
    fn all_who_wait_share_a_group_as_long_as_it_has_room() {
        let (queue, jobs) = sync_channel::<Box<dyn Job>>(QUEUE);
        for _ in 0..BATCH + 3 {
            queue.send(Box::new(Nothing)).unwrap();
        }
        assert_eq!(who_waits(&jobs, 2).len(), BATCH);
        assert_eq!(who_waits(&jobs, BATCH).len(), 3);
        drop(queue);
        assert!(who_waits(&jobs, 3).is_empty());
    }
}
