//! Tells people what came of their writes, beside the thread that writes.

use std::sync::mpsc::{Receiver, SendError, Sender, channel};
use std::{io, thread};

use super::{Job, NotStored};

/// Those who shared a commit, and what came of it.
struct Settled {
    group: Vec<Box<dyn Job>>,
    committed: Result<(), NotStored>,
}

impl Settled {
    fn tell(self) {
        for job in self.group {
            job.settle(&self.committed);
        }
    }
}

/// The way to the thread that tells.
///
/// Writers stand back behind those who answer requests ([`super::standing_back`]), so each word from a writer's own thread would
/// be cut off by the one it wakes: a hundred people of one commit would cost a hundred changes of thread.
#[derive(Clone)]
pub(super) struct Teller(Sender<Settled>);

impl Teller {
    /// Opens the way, and starts the thread; it ends when all writers have.
    pub(super) fn start() -> io::Result<(Self, thread::JoinHandle<()>)> {
        let (teller, settled): (_, Receiver<Settled>) = channel();
        let thread = thread::Builder::new().name("teller".into());
        let thread = thread.spawn(move || settled.into_iter().for_each(Settled::tell))?;
        Ok((Self(teller), thread))
    }

    pub(super) fn tell(&self, group: Vec<Box<dyn Job>>, committed: Result<(), NotStored>) {
        if let Err(SendError(settled)) = self.0.send(Settled { group, committed }) {
            settled.tell();
        }
    }
}
