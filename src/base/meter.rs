//! Figures about the server itself, for the town's monitoring: how many requests, how fast, what waits, when each round ran
//! last. They tell nothing about anybody: labels are patterns of addresses, names of rounds and kinds of outcomes, all of
//! which stand in the source, so their number is bounded whatever visitors send.

mod process;

use std::time::Duration;

use anyhow::Context;
use chrono::{DateTime, Utc};
use prometheus::{
    Gauge, GaugeVec, HistogramOpts, HistogramVec, IntCounterVec, IntGauge, IntGaugeVec, Opts,
    Registry, TextEncoder,
};

use crate::base::db::Load;
use crate::base::outbox::{Queue, Round};

/// Upper ends of the classes of durations, in seconds.
const SECONDS: [f64; 10] = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 10.0];

/// Counts, or does not: where nobody reads the figures, nothing is counted.
#[derive(Clone)]
pub struct Meter(Option<Counters>);

/// Clones share their values.
#[derive(Clone)]
struct Counters {
    registry: Registry,
    requests: IntCounterVec,
    durations: HistogramVec,
    connections: IntGaugeVec,
    queued_writes: IntGauge,
    database_up: IntGauge,
    outbox: IntGaugeVec,
    outbox_oldest: Gauge,
    mails: IntCounterVec,
    jobs: GaugeVec,
    process: process::Gauges,
}

/// What is asked only when somebody reads the figures.
#[derive(Clone, Copy, Debug)]
pub struct Reading {
    /// The work that waits for the database.
    pub load: Load,
    /// The mails that wait; nothing when the database does not answer.
    pub queue: Option<Queue>,
    /// Now.
    pub at: DateTime<Utc>,
}

impl Meter {
    /// A meter that counts, or one that does not.
    ///
    /// # Errors
    /// When two figures have one name, which is a fault of the program.
    pub fn new(counts: bool, now: DateTime<Utc>) -> anyhow::Result<Self> {
        if !counts {
            return Ok(Self(None));
        }
        let counters = Counters::new(now).context("the figures of the server")?;
        Ok(Self(Some(counters)))
    }

    /// Counts an answered request. `route` is the pattern of its address, never the address itself.
    pub fn request(&self, method: &str, route: &str, status: u16, took: Duration) {
        let Some(counters) = &self.0 else { return };
        let class = class(status);
        let requests = &counters.requests;
        requests.with_label_values(&[method, route, class]).inc();
        let durations = counters.durations.with_label_values(&[method, route]);
        durations.observe(took.as_secs_f64());
    }

    /// Notes that a round beside the requests has ended.
    pub fn ran(&self, job: &'static str, at: DateTime<Utc>) {
        let Some(counters) = &self.0 else { return };
        counters.jobs.with_label_values(&[job]).set(seconds(at));
    }

    /// Counts what became of mails.
    pub fn mailed(&self, round: Round, at: DateTime<Utc>) {
        let Some(counters) = &self.0 else { return };
        for (outcome, n) in [
            ("sent", round.sent),
            ("later", round.later),
            ("given_up", round.given_up),
        ] {
            let n = u64::try_from(n).unwrap_or(u64::MAX);
            counters.mails.with_label_values(&[outcome]).inc_by(n);
        }
        self.ran("mails", at);
    }

    /// All figures, in the text format of Prometheus 0.0.4.
    ///
    /// # Errors
    /// When they cannot be written, which is a fault of the program.
    pub fn text(&self, reading: &Reading) -> anyhow::Result<String> {
        let Some(counters) = &self.0 else {
            return Ok(String::new());
        };
        counters.take(reading);
        let families = counters.registry.gather();
        Ok(TextEncoder::new().encode_to_string(&families)?)
    }
}

impl Counters {
    fn new(now: DateTime<Utc>) -> prometheus::Result<Self> {
        let registry = Registry::new();
        let build = IntGaugeVec::new(
            Opts::new(
                "trialog_build_info",
                "The version of the program; always 1.",
            ),
            &["version"],
        )?;
        build.with_label_values(&[env!("CARGO_PKG_VERSION")]).set(1);
        registry.register(Box::new(build))?;
        let duration = HistogramOpts::new(
            "trialog_request_duration_seconds",
            "Time from the head of a request to the head of its answer.",
        );
        let counters = Self {
            requests: IntCounterVec::new(
                Opts::new(
                    "trialog_requests_total",
                    "Answered requests by the pattern of their address.",
                ),
                &["method", "route", "status"],
            )?,
            durations: HistogramVec::new(duration.buckets(SECONDS.to_vec()), &["method", "route"])?,
            connections: IntGaugeVec::new(
                Opts::new("trialog_database_connections", "Connections that read."),
                &["state"],
            )?,
            queued_writes: IntGauge::new(
                "trialog_database_queued_writes",
                "Writes that were handed over and are not yet settled.",
            )?,
            database_up: IntGauge::new(
                "trialog_database_up",
                "Whether the database answered when these figures were read.",
            )?,
            outbox: IntGaugeVec::new(
                Opts::new(
                    "trialog_outbox_mails",
                    "Mails in the outbox that have not left.",
                ),
                &["state"],
            )?,
            outbox_oldest: Gauge::new(
                "trialog_outbox_oldest_seconds",
                "Age of the oldest mail that is still to leave; 0 when there is none.",
            )?,
            mails: IntCounterVec::new(
                Opts::new(
                    "trialog_mails_total",
                    "Tries of this process to hand a mail over.",
                ),
                &["outcome"],
            )?,
            jobs: GaugeVec::new(
                Opts::new(
                    "trialog_job_last_run_timestamp_seconds",
                    "When a round beside the requests has ended last, in seconds since 1970.",
                ),
                &["job"],
            )?,
            process: process::Gauges::register(&registry, seconds(now))?,
            registry,
        };
        counters.register()?;
        Ok(counters)
    }

    fn register(&self) -> prometheus::Result<()> {
        let registry = &self.registry;
        registry.register(Box::new(self.requests.clone()))?;
        registry.register(Box::new(self.durations.clone()))?;
        registry.register(Box::new(self.connections.clone()))?;
        registry.register(Box::new(self.queued_writes.clone()))?;
        registry.register(Box::new(self.database_up.clone()))?;
        registry.register(Box::new(self.outbox.clone()))?;
        registry.register(Box::new(self.outbox_oldest.clone()))?;
        registry.register(Box::new(self.mails.clone()))?;
        registry.register(Box::new(self.jobs.clone()))
    }

    /// Sets what is only known at the moment of reading.
    fn take(&self, reading: &Reading) {
        let load = &reading.load;
        let set = |state, n: u32| self.connections.with_label_values(&[state]).set(n.into());
        set("idle", load.idle);
        set("busy", load.connections.saturating_sub(load.idle));
        let queued = i64::try_from(load.queued_writes).unwrap_or(i64::MAX);
        self.queued_writes.set(queued);
        self.database_up.set(i64::from(reading.queue.is_some()));
        // An old figure would look like a fresh one.
        self.outbox.reset();
        if let Some(queue) = &reading.queue {
            let set = |state, n| self.outbox.with_label_values(&[state]).set(n);
            set("waiting", queue.waiting);
            set("retrying", queue.retrying);
            set("given_up", queue.given_up);
            let age = queue
                .oldest
                .map_or(0.0, |at| seconds(reading.at) - seconds(at));
            self.outbox_oldest.set(age.max(0.0));
        }
        self.process.take();
    }
}

/// `2xx` and so on.
fn class(status: u16) -> &'static str {
    match status {
        100..=199 => "1xx",
        200..=299 => "2xx",
        300..=399 => "3xx",
        400..=499 => "4xx",
        _ => "5xx",
    }
}

#[expect(
    clippy::cast_precision_loss,
    reason = "milliseconds since 1970 fit into 52 bits for a hundred thousand years"
)]
fn seconds(at: DateTime<Utc>) -> f64 {
    at.timestamp_millis() as f64 / 1000.0
}

#[cfg(test)]
mod tests {
    use super::*;

    fn reading() -> Reading {
        Reading {
            load: Load {
                connections: 4,
                idle: 3,
                queued_writes: 7,
            },
            queue: Some(Queue {
                waiting: 2,
                retrying: 1,
                given_up: 0,
                oldest: DateTime::from_timestamp(1_000, 0),
            }),
            at: DateTime::from_timestamp(1_090, 0).unwrap(),
        }
    }

    #[test]
    fn what_was_counted_stands_in_the_text() {
        let meter = Meter::new(true, DateTime::from_timestamp(1_000, 0).unwrap()).unwrap();
        for status in [200, 204, 404] {
            meter.request(
                "GET",
                "/p/{code}/receipt",
                status,
                Duration::from_millis(20),
            );
        }
        meter.ran("notices", DateTime::from_timestamp(1_080, 0).unwrap());
        let sent = Round {
            sent: 3,
            ..Round::default()
        };
        meter.mailed(sent, DateTime::from_timestamp(1_081, 0).unwrap());
        let text = meter.text(&reading()).unwrap();
        for line in [
            "# TYPE trialog_requests_total counter",
            r#"trialog_requests_total{method="GET",route="/p/{code}/receipt",status="2xx"} 2"#,
            r#"trialog_requests_total{method="GET",route="/p/{code}/receipt",status="4xx"} 1"#,
            r#"trialog_request_duration_seconds_bucket{method="GET",route="/p/{code}/receipt",le="0.01"} 0"#,
            r#"trialog_request_duration_seconds_bucket{method="GET",route="/p/{code}/receipt",le="0.025"} 3"#,
            r#"trialog_database_connections{state="busy"} 1"#,
            "trialog_database_queued_writes 7",
            "trialog_database_up 1",
            r#"trialog_outbox_mails{state="waiting"} 2"#,
            "trialog_outbox_oldest_seconds 90",
            r#"trialog_mails_total{outcome="sent"} 3"#,
            r#"trialog_job_last_run_timestamp_seconds{job="notices"} 1080"#,
            r#"trialog_job_last_run_timestamp_seconds{job="mails"} 1081"#,
            "process_start_time_seconds 1000",
        ] {
            assert!(text.lines().any(|found| found == line), "{line} in\n{text}");
        }
    }

    #[test]
    fn a_database_that_does_not_answer_leaves_no_old_figures() {
        let meter = Meter::new(true, DateTime::from_timestamp(0, 0).unwrap()).unwrap();
        meter.text(&reading()).unwrap();
        let silent = Reading {
            queue: None,
            ..reading()
        };
        let text = meter.text(&silent).unwrap();
        assert!(text.contains("trialog_database_up 0"), "{text}");
        assert!(!text.contains("trialog_outbox_mails{"), "{text}");
    }

    #[test]
    fn where_nobody_reads_nothing_is_counted() {
        let meter = Meter::new(false, DateTime::from_timestamp(0, 0).unwrap()).unwrap();
        meter.request("GET", "/", 200, Duration::ZERO);
        assert_eq!(meter.text(&reading()).unwrap(), "");
    }
}
