//! From a struct to a page: a [`View`] names its template, [`Ui`] knows who asks and in which language.

mod codebook;
mod confirm;
mod faults;
pub mod file;
mod list;
mod made;
mod shell;
mod summed;
pub mod templates;
mod ui;

use chrono::NaiveDate;
use serde::Serialize;

pub use codebook::codebook;
pub use confirm::{Confirm, Reason};
pub use faults::Faults;
pub use list::{ListAsk, Listing, Order};
pub use made::{Alike, Marks};
pub use summed::Summed;
pub use ui::{Outlet, Pipe, Ui};
pub(crate) use ui::{chosen, matches};

/// A page as data. One struct belongs to one template, which reads it as `view`.
pub trait View: Serialize {
    /// The template, for example `survey/review.html`.
    const TEMPLATE: &'static str;
    /// Whether the page belongs to one person: it is never kept by a browser or proxy and tells no other site its address.
    const PRIVATE: bool = false;
    /// Whether the page is a step of a survey, where nothing should lead away: the main navigation is left out.
    const SURVEY_MODE: bool = false;

    /// Whether the page belongs to the administration's desk: its frame names who is signed in and leads to its sections.
    const DESK: bool = false;

    /// Whether many readers, or the same one again and again, get this page with the same data: then what the template made is kept
    /// for a while, see [`Alike`]. Not for pages that hold what belongs to one person, but for [`View::typed`].
    const ALIKE: bool = false;

    /// What the reader has typed on this page, for `{{ typed }}` in its template. It stands in no kept page.
    fn typed(&self) -> Option<&str> {
        None
    }

    /// The sum of its data, where it was worked out before ([`Summed`]).
    fn sum(&self) -> Option<&[u8; 32]> {
        None
    }

    /// Examples of the page in all its shapes; the suite renders each in every language.
    fn samples() -> Vec<Self>
    where
        Self: Sized;
}

/// Whoever is signed in, as far as every page of the desk shows it.
#[derive(Clone, Debug)]
pub struct Viewer {
    /// Her name.
    pub name: String,
    /// What ties her forms to her session.
    pub bound: String,
    /// The sections she may enter.
    pub nav: Vec<DeskItem>,
}

/// Somebody who is signed in, but not to the desk: the head of every page leads her to what is hers. Surveys and previews
/// leave it out, as they do all that leads away.
#[derive(Clone, Debug)]
pub struct Greeting {
    /// The text of the link.
    pub key: &'static str,
    /// Where it leads.
    pub url: &'static str,
    /// Where she signs out.
    pub sign_out_url: &'static str,
    /// What ties the form for it to her session.
    pub bound: String,
}

/// A page of the portal as it will be on another day, shown to the administration only. Nothing can be sent from it.
#[derive(Clone, Debug)]
pub struct Preview {
    /// The day.
    pub day: NaiveDate,
    /// What stands before the page's own address in each link, so that they stay in the preview.
    pub root: String,
    /// The page's own address.
    pub page: String,
    /// Where another day is chosen: a form asks it for `day` and `page`.
    pub chooser: String,
    /// Where the administration goes on.
    pub back_url: String,
}

/// One section of the desk.
#[derive(Clone, Copy, Debug)]
pub struct DeskItem {
    /// Which text it bears.
    pub key: &'static str,
    /// Where it leads.
    pub url: &'static str,
}

/// What to do about one field, as components of the templates take it. The field's name is its id on the page.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct FieldMessage {
    /// Where the summary's link leads.
    pub field_id: String,
    /// What to do, in the visitor's language.
    pub message: String,
}
