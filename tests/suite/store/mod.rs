//! Rows in and out, on whichever database the suite runs.

mod counting;
mod deadlines;
mod doors;
mod editions;
mod entering;
mod releases;
