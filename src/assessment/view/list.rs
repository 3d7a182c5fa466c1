//! All themes of a consultation with what the town says to each.

use serde::Serialize;

use super::AssessmentView;
use crate::assessment::model::Position;
use crate::base::page::{Listing, View};
use crate::theme::model::Spot;
use crate::theme::model::segment::{Split, SplitState};
use crate::theme::view::{FilterOption, Head};

/// `templates/assessment/desk-assessments.html`: what the town says to each theme, how far it is, who may read it.
#[derive(Clone, Serialize)]
pub struct AssessmentListPage {
    /// The consultation.
    pub head: Head,
    /// What is filtered.
    pub listing: Listing,
    /// The elements to choose from.
    pub elements: Vec<FilterOption>,
    /// All contributions.
    pub all: i64,
    /// Those without an outcome.
    pub open: i64,
    /// Those nobody has read, among them.
    pub unread: i64,
    /// Statements that nobody has split yet: nobody can say what became of them.
    pub unsplit: Vec<Split>,
    /// The first one without an outcome.
    pub open_url: Option<String>,
    /// The themes, and contributions with an assessment of their own.
    pub rows: Vec<AssessmentRow>,
    /// Whether whoever reads may approve and release.
    pub may_approve: bool,
    /// Since when the council may read it.
    pub council_since: Option<chrono::NaiveDate>,
    /// Since when everyone may.
    pub public_since: Option<chrono::NaiveDate>,
    /// Whether nothing was ticked when the button for all ticked was pressed.
    pub is_nothing_chosen: bool,
}

/// One theme or contribution.
#[derive(Clone, Debug, Serialize)]
pub struct AssessmentRow {
    /// As the form sends it: `theme-…` or `text-…`.
    pub value: String,
    /// Its page.
    pub url: String,
    /// The name of the theme, or the first words of the contribution.
    pub name: String,
    /// Whether it is a single contribution.
    pub is_alone: bool,
    /// What it is about.
    pub spot: Option<Spot>,
    /// How many contributions it has.
    pub count: i64,
    /// The newest assessment.
    pub newest: Option<AssessmentView>,
    /// Whether an earlier one counts until the newest is approved.
    pub has_earlier: bool,
}

impl View for AssessmentListPage {
    const TEMPLATE: &'static str = "assessment/desk-assessments.html";
    const PRIVATE: bool = true;
    const DESK: bool = true;
    const ALIKE: bool = true;

    fn samples() -> Vec<Self> {
        let row = |newest: Option<AssessmentView>, is_alone: bool| AssessmentRow {
            value: format!(
                "theme-{}",
                u8::from(is_alone) + u8::from(newest.is_some()) * 2
            ),
            url: "/desk/consultations/ziele/themes/x".into(),
            name: "Mehr Licht auf dunklen Wegen".into(),
            is_alone,
            spot: (!is_alone).then(Spot::sample),
            count: 7,
            has_earlier: newest.as_ref().is_some_and(|newest| !newest.is_approved),
            newest,
        };
        let page = Self {
            head: Head::sample(),
            listing: Listing::sample(3, &["element"]),
            elements: vec![FilterOption {
                value: "sz-4".into(),
                label: "2.4 Gewalt verringern".into(),
            }],
            all: 412,
            open: 38,
            unread: 20,
            unsplit: vec![
                Split::sample(SplitState::Again),
                Split::sample(SplitState::Open),
            ],
            open_url: Some("/desk/consultations/ziele/contributions/x".into()),
            rows: vec![
                row(None, false),
                row(
                    Some(AssessmentView::sample(Position::Followed, true)),
                    false,
                ),
                row(Some(AssessmentView::sample(Position::Partly, false)), true),
            ],
            may_approve: true,
            council_since: None,
            public_since: None,
            is_nothing_chosen: false,
        };
        let done = Self {
            open: 0,
            unread: 0,
            open_url: None,
            unsplit: Vec::new(),
            council_since: Some(chrono::NaiveDate::default()),
            ..page.clone()
        };
        let public = Self {
            public_since: Some(chrono::NaiveDate::default()),
            ..done.clone()
        };
        let reader = Self {
            may_approve: false,
            ..page.clone()
        };
        let empty = Self {
            listing: Listing::sample(0, &["element"]),
            rows: Vec::new(),
            all: 0,
            open: 0,
            unread: 0,
            open_url: None,
            is_nothing_chosen: true,
            ..page.clone()
        };
        vec![page, done, public, reader, empty]
    }
}
