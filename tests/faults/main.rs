//! "Once you see the receipt, your contribution is stored for good": the promise, held against the real program.
//!
//! Each test starts `trialog` as a process of its own, lets people hand in questionnaires, comments and statements with
//! files over HTTP, and breaks something meanwhile: the process, the power, the disk, the network, the database. Then it
//! starts the program anew and asks for every receipt that anybody was shown. `docs/faults.md` says what is broken how.
#![expect(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "in a test an unexpected value ends the test where it stands"
)]

mod backup;
mod bounds;
mod canary;
mod check;
mod cluster;
mod crowd;
mod disk;
#[path = "../load/http.rs"]
mod http;
mod kill;
mod line;
mod person;
mod postgres;
mod power;
mod purge;
mod refuse;
mod server;
mod service;
mod several;
mod staff;
mod standby;
mod town;

/// Whether these tests run on PostgreSQL, as `TEST_DATABASE` says for the whole suite. Each test belongs to one system.
#[expect(
    clippy::disallowed_methods,
    reason = "the tests are told their database by the environment, not by the product's options"
)]
fn on_postgres() -> bool {
    std::env::var("TEST_DATABASE").is_ok_and(|system| system == "postgres")
}

/// How often a long test breaks something: a few times in `tests/run`, `FAULT_CYCLES` times when somebody asks for more.
#[expect(
    clippy::disallowed_methods,
    reason = "these tests are told how long to go on by the environment, not by the product's options"
)]
fn cycles(few: usize) -> usize {
    let asked = std::env::var("FAULT_CYCLES").ok();
    asked.and_then(|text| text.parse().ok()).unwrap_or(few)
}
