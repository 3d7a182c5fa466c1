//! A consultation (Beteiligung): one edition is laid open, for a time, on several tracks with ends of their own.
//!
//! Whether a track is open is a pure function of its rows and the instant asked about; no job has to run for a
//! deadline to hold.

mod action;
pub mod form;
mod model;
pub mod page;
mod store;
pub mod view;

pub use action::{PrepareConsultation, SeeConsultations};
pub use model::{
    Closing, Consultation, DeadlineFault, Milestone, MilestoneKind, Openness, Phase, TimeLeft,
    Track, TrackKind, Window, WindowChange,
};
pub use store::{
    EditionChoice, Removal, Revision, WindowRow, Withdrawal, bring_back, by_id, change_deadline,
    close_early, create, discard, edition_choices, find, free_slug, has_surveys, list_all,
    list_published, open_window, publish, published, read_each_in, read_in, remove, revise,
    set_milestones, set_windows, tracks_of, windows_of, withdraw,
};
