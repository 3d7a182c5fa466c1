//! The evaluation desk: how far the reading is, contributions, themes.

mod alike;
pub mod coders;
pub mod coding;
pub mod duplicates;
mod folded;
mod learned;
pub mod list;
pub mod overview;
pub mod round;
pub mod segments;
pub mod themes;
mod undo;

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::base::db::{Conn, Recall};
use crate::base::error::AppResult;
use crate::base::id::Id;
use crate::consultation::{self, Consultation};
use crate::strategy;
use crate::strategy::cause::Theme;
pub use crate::theme::model::paragraphs;
use crate::theme::model::{Contribution, Places, channel_key};
use crate::theme::store::themes::{Named, of as themes_of};
use crate::theme::view::{ContributionRow, FilterOption};

/// A consultation with what contributions can be about in it.
pub fn surroundings(conn: &mut Conn, slug: &str) -> AppResult<(Consultation, Places)> {
    let consultation = consultation::find(conn, slug)?;
    let places = Places::of(&strategy::laid(conn, &consultation.edition)?);
    Ok((consultation, places))
}

/// What stands around every page of the desk of one consultation.
pub struct Around {
    /// The consultation.
    pub consultation: Consultation,
    /// What contributions can be about in it.
    pub places: Places,
    /// Its themes.
    pub themes: Vec<Named>,
}

/// The same as [`surroundings`] with the themes, as earlier pages have read it.
pub fn around(conn: &mut Conn, recall: &Recall, slug: &str) -> AppResult<Arc<Around>> {
    recall.get(conn, &format!("around {slug}"), |conn| {
        let (consultation, places) = surroundings(conn, slug)?;
        Ok(Around {
            themes: themes_of(conn, &consultation.id)?,
            places,
            consultation,
        })
    })
}

/// Where the contributions of a consultation are.
fn contributions_of(slug: &str) -> String {
    format!("/desk/consultations/{slug}/contributions")
}

/// The elements to choose from.
pub fn element_options(places: &Places) -> Vec<FilterOption> {
    let option = |spot: &crate::theme::model::Spot| FilterOption {
        value: spot.key.clone(),
        label: format!("{} {}", spot.label, spot.title),
    };
    places.iter().map(|(_, spot)| option(spot)).collect()
}

/// The themes to choose from.
fn theme_options(themes: &[Named]) -> Vec<FilterOption> {
    let option = |theme: &Named| FilterOption {
        value: theme.id.to_string(),
        label: theme.name.clone(),
    };
    themes.iter().map(option).collect()
}

/// A contribution as lists show it.
pub fn row(
    one: &Contribution,
    places: &Places,
    names: &BTreeMap<Id<Theme>, String>,
    themes: impl IntoIterator<Item = Id<Theme>>,
    is_read: bool,
) -> ContributionRow {
    let themes = themes.into_iter();
    ContributionRow {
        id: one.id.to_string(),
        kind: one.kind,
        kind_key: one.kind.label_key(),
        channel_key: channel_key(&one.channel),
        mark_key: one.mark.map(crate::survey::Mark::label_key),
        spot: one.element.as_ref().and_then(|id| places.get(id)).cloned(),
        paragraphs: paragraphs(&one.text),
        themes: themes.filter_map(|id| names.get(&id).cloned()).collect(),
        is_read,
    }
}

/// Themes by their identity.
pub fn names(themes: &[Named]) -> BTreeMap<Id<Theme>, String> {
    let pair = |theme: &Named| (theme.id.clone(), theme.name.clone());
    themes.iter().map(pair).collect()
}
