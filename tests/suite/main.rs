//! The suite: the product from outside, on the database that `TEST_DATABASE` names. One binary, linked once.
#![expect(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "in a test an unexpected value ends the test where it stands"
)]

mod support;

mod access;
mod accounts;
mod backup;
mod briefing;
mod cache;
mod checklist;
mod comments;
mod consultations;
mod council;
mod crawl;
mod errors;
mod evaluation;
mod evaluation_desk;
mod fuzz;
mod hostile;
mod house_rules;
mod import;
mod inventory;
mod journal;
mod languages;
mod legal;
mod limits;
mod mails;
mod moderation;
mod notices;
mod oidc;
mod opendata;
mod organisations;
mod outcome_chains;
mod outcome_files;
mod outcomes;
mod paper;
mod permissions;
mod plans;
mod portal;
mod residents;
mod retention;
mod revision;
mod schema;
mod standing;
mod statements;
mod store;
mod survey;
mod texts;
mod translation;
mod transparency;
mod tree;
mod upgrade;
mod views;
