//! A consultation (Beteiligung): one edition is laid open, for a time, on several tracks with ends of their own.
//!
//! Whether a track is open is a pure function of its rows and the instant asked about; no job has to run for a
//! deadline to hold.

mod action;
pub mod form;
mod model;
mod store;

pub use action::PrepareConsultation;
pub use model::{
    Consultation, Milestone, MilestoneKind, Openness, Phase, TimeLeft, Track, TrackKind, Window,
};
pub use store::{
    by_id, create, find, list_published, open_window, publish, published, read_in, tracks_of,
};
