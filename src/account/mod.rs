//! Who acts, and what they may do. The first slice: every other one asks it.
//!
//! [`May`] is the proof that someone may do an act; it alone leads to a [`Tx`], and each writing store function asks
//! for the `Tx` of its act. So a write without its permission does not compile. People of the administration and the
//! council sign in; the gate ([`page::gate`]) stands before everything under `/desk` and recognises them.

mod action;
mod actor;
pub mod form;
mod may;
pub mod model;
pub mod oidc;
pub mod page;
mod role;
pub mod store;
pub mod view;

pub use action::{ManageAccounts, OnAccounts, SignIn, UseAccount, UseDesk};
pub use actor::{Account, Action, Actor, Delegate, Party, Resident, Staff};
pub use may::{May, Together, Tx};
pub use role::{Permission, Role, Roles};
