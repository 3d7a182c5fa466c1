//! Writes of one kind that many people ask for at once share their statements: on the last evening of a survey, a hundred
//! people hand in within the same second, and each statement can carry the rows of all of them.

use std::any::{Any, TypeId};
use std::collections::HashMap;

use diesel::Connection;
use tokio::sync::oneshot;

use super::{Company, Conn, Counted, Job, NotStored, answer, is_collision};
use crate::base::db::Shown;
use crate::base::db::changes::counting;
use crate::base::error::AppResult;

/// A write of a kind that can be done for many at once. Whatever way it is done, each of them ends as if it had been done alone.
pub(crate) trait Together: Send + Sized + 'static {
    /// What comes of it.
    type Done: Send + 'static;

    /// Does it as any other write.
    ///
    /// # Errors
    /// Its own; then it has left no trace.
    fn alone(&self, conn: &mut Conn) -> AppResult<(Self::Done, Shown)>;

    /// Does all of them, and says what came of each; nothing for whichever has to be done alone. Public pages show what is
    /// written here later ([`Shown::Later`]).
    ///
    /// # Errors
    /// Then none of them is done, and each is done alone.
    fn all(these: &[&Self], conn: &mut Conn) -> AppResult<Vec<Option<Self::Done>>>;
}

/// What came of one of them.
pub(super) type Told<W> = AppResult<(<W as Together>::Done, Shown)>;

/// One of those who wait.
struct Waiting<W: Together> {
    work: W,
    outcome: Option<Told<W>>,
    reply: oneshot::Sender<Told<W>>,
    _counted: Counted,
}

/// Those of one kind who wait, to be done together; in the beginning one.
pub(super) struct Gathered<W: Together>(Vec<Waiting<W>>);

impl<W: Together> Gathered<W> {
    pub(super) fn one(work: W, reply: oneshot::Sender<Told<W>>, counted: Counted) -> Self {
        Self(vec![Waiting {
            work,
            outcome: None,
            reply,
            _counted: counted,
        }])
    }

    /// Tries all with the same statements. Whoever has no outcome afterwards is still to be done.
    fn try_together(&mut self, conn: &mut Conn) {
        let these: Vec<&W> = self.0.iter().map(|waiting| &waiting.work).collect();
        match conn.transaction(|conn| W::all(&these, conn)) {
            Ok(done) => {
                for (waiting, done) in self.0.iter_mut().zip(done) {
                    waiting.outcome = done.map(|done| Ok((done, Shown::Later)));
                }
            }
            // The whole transaction has to begin anew.
            Err(why) if is_collision(&why) => {
                if let Some(first) = self.0.first_mut() {
                    first.outcome = Some(Err(why));
                }
            }
            // One of them is in the way: each alone says which.
            Err(why) => tracing::debug!(%why, "done one by one"),
        }
    }
}

impl<W: Together> Job for Gathered<W> {
    fn run(&mut self, conn: &mut Conn, company: Company) -> bool {
        for waiting in &mut self.0 {
            waiting.outcome = None;
        }
        let company = match self.0.len() {
            1 => company,
            _ => Company::Others,
        };
        if self.0.len() > 1 {
            self.try_together(conn);
        }
        for n in 0..self.0.len() {
            if self.collided() {
                return false;
            }
            let waiting = &mut self.0[n];
            if waiting.outcome.is_none() {
                let alone = counting(|conn| waiting.work.alone(conn));
                waiting.outcome = Some(company.run(conn, alone));
            }
        }
        !self.collided()
            && self
                .0
                .iter()
                .any(|waiting| matches!(waiting.outcome, Some(Ok(_))))
    }

    fn collided(&self) -> bool {
        let mut outcomes = self.0.iter().map(|waiting| &waiting.outcome);
        outcomes.any(|outcome| matches!(outcome, Some(Err(why)) if is_collision(why)))
    }

    fn settle(self: Box<Self>, committed: &Result<(), NotStored>) {
        for waiting in self.0 {
            answer(waiting.reply, waiting.outcome, committed);
        }
    }

    fn joins_others(&self) -> bool {
        true
    }

    fn join(&mut self, other: Box<dyn Any>) {
        if let Ok(other) = other.downcast::<Self>() {
            self.0.extend(other.0);
        }
    }

    fn apart(&mut self) -> Vec<Box<dyn Job>> {
        let others = self.0.split_off(1.min(self.0.len()));
        others
            .into_iter()
            .map(|waiting| Box::new(Self(vec![waiting])) as Box<dyn Job>)
            .collect()
    }
}

/// Puts those of one kind together, at the place of the first of them.
pub(super) fn gather(jobs: Vec<Box<dyn Job>>) -> Vec<Box<dyn Job>> {
    let mut gathered: Vec<Box<dyn Job>> = Vec::new();
    let mut places = HashMap::<TypeId, usize>::new();
    for job in jobs {
        if !job.joins_others() {
            gathered.push(job);
            continue;
        }
        let kind = (&*job as &dyn Any).type_id();
        let known = places.get(&kind).copied();
        if let Some(first) = known.and_then(|place| gathered.get_mut(place)) {
            first.join(job);
            continue;
        }
        places.insert(kind, gathered.len());
        gathered.push(job);
    }
    gathered
}
