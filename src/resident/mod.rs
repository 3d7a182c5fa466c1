//! A resident's own contributions: everything that was given under one receipt code, and, for whoever wants one, an account
//! that finds all of her codes and all the mails she gets again.
//!
//! The account is a confirmed address, without a name or a password. Nothing that somebody answered points at it; it keeps
//! her codes sealed and opens them when she looks.

mod action;
pub mod form;
pub mod model;
pub mod page;
pub mod store;
pub mod view;

pub use action::{ComeIn, KeepAccount, OnResidents};
