//! Moderation (Freigabe): nothing a resident wrote is public before somebody has read it. One queue for all free texts;
//! each is released, blacked out in places, or hidden with a reason. Its author reads what became of it on her receipt
//! and may object once. Nobody changes her words.

mod action;
pub mod form;
pub mod model;
pub mod page;
mod store;
pub mod view;

pub use action::{ModerateTexts, ObjectToDecision, SeeTexts};
pub use store::{
    Waiting, answer_objection, decide, open_objections, release, reported_count, undo,
    waiting_count, waiting_texts,
};
