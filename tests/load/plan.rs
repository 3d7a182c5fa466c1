//! How long the benchmark measures.

use std::time::Duration;

use crate::writing::Amount;

/// How long everything takes.
pub struct Plan {
    /// How often each figure is measured, in turn with its ceiling.
    pub rounds: usize,
    /// How long one run lasts.
    pub window: Duration,
    /// How much W1 writes in a round.
    pub writing: Amount,
    /// How much a crowd writes in a round.
    pub crowded: Amount,
    /// How often the servers are started.
    pub starts: usize,
}

impl Plan {
    /// To see that everything works.
    pub const QUICK: Self = Self {
        rounds: 3,
        window: Duration::from_millis(800),
        writing: Amount {
            each: 5,
            at_most: Duration::from_secs(12),
            window: Duration::from_millis(800),
        },
        crowded: Amount {
            each: 1,
            at_most: Duration::from_secs(12),
            window: Duration::from_millis(800),
        },
        starts: 3,
    };
    /// To be quoted.
    pub const FULL: Self = Self {
        rounds: 7,
        window: Duration::from_secs(4),
        writing: Amount {
            each: 60,
            at_most: Duration::from_mins(1),
            window: Duration::from_secs(4),
        },
        crowded: Amount {
            each: 10,
            at_most: Duration::from_mins(2),
            window: Duration::from_secs(4),
        },
        starts: 9,
    };
}
