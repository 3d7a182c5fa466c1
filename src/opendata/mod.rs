//! Open data: what others take along. Published results as tables with a codebook, as data packages, as charts and as a
//! report; the same for programs (JSON, described by `OpenAPI`) and for data portals (DCAT-AP.de); and for evaluators the
//! answers row by row. Every figure passes `base::figures`, so that no file says more than the page.

mod action;
pub mod form;
mod model;
pub mod page;
mod store;
pub mod view;

pub use action::ExportRaw;
