//! Trialog: residents, the administration and the council of a town work on one strategy document together.

pub mod base;

pub mod account;
