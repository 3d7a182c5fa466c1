//! Comments (Kommentare): what people write about one element of an edition that is laid open, on its wording. Without an
//! account, under a receipt code; public once somebody has released it; others say that they see it the same way, the
//! administration answers, whoever reads can report.

mod action;
pub mod form;
mod model;
pub mod page;
mod store;
pub mod view;

pub use action::{AnswerComments, ReportComment, SeeComments};
pub use model::{NewComment, Sort};
pub use store::{
    About, Agreed, Given, Own, Place, Report, SHELF, Shown, Talks, agreed, agreements, answer,
    contents, contexts, erase, give, own, place, public, recount, report, reports_of,
    settle_reports, standings, support, talks, withdraw,
};
