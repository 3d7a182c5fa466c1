//! One theme, or one contribution, and what the town says to it.

use serde::Serialize;

use super::AssessmentView;
use crate::assessment::form::AssessmentForm;
use crate::assessment::model::{MAX_OFFICE, MAX_REASON, Position};
use crate::base::page::{Faults, View};
use crate::theme::view::{ContributionRow, FilterOption, Head, ThemeRow};

/// `templates/assessment/desk-assessment.html`: a theme with its contributions, what the town says to it, and what it changed.
#[derive(Clone, Serialize)]
pub struct AssessmentPage {
    /// The consultation.
    pub head: Head,
    /// The theme; none when it is about one contribution.
    pub theme: Option<ThemeRow>,
    /// Some of its contributions, or the one.
    pub rows: Vec<ContributionRow>,
    /// How many answers, comments and segments.
    pub kinds: Vec<(&'static str, i64)>,
    /// The page itself.
    pub url: String,
    /// As typed, or as it was said last.
    pub form: AssessmentForm,
    /// What was said before, the newest first.
    pub history: Vec<AssessmentView>,
    /// The offices that were named before, to choose from.
    pub offices: Vec<String>,
    /// The text blocks.
    pub blocks: Vec<FilterOption>,
    /// The changes it caused.
    pub effects: Vec<EffectRow>,
    /// Whether whoever reads may approve.
    pub may_approve: bool,
    /// Most characters of the reason.
    pub reason_limit: usize,
    /// Most characters of the office.
    pub office_limit: usize,
    /// Whether somebody else has written meanwhile.
    pub is_overtaken: bool,
    /// What has to be corrected.
    pub faults: Faults,
}

/// A change that a theme caused.
#[derive(Clone, Debug, Serialize)]
pub struct EffectRow {
    /// The edition.
    pub edition: String,
    /// What happened: `added`, `reworded`, …
    pub what: String,
    /// What it is called.
    pub name: String,
    /// Where one reads it; none while the edition is not published.
    pub url: Option<String>,
}

impl View for AssessmentPage {
    const TEMPLATE: &'static str = "assessment/desk-assessment.html";
    const PRIVATE: bool = true;
    const DESK: bool = true;

    fn samples() -> Vec<Self> {
        let effect = |url: Option<String>, what: &str| EffectRow {
            edition: "Entwurf 2".into(),
            what: what.into(),
            name: "2.4 Gewalt verringern".into(),
            url,
        };
        let page = Self {
            head: Head::sample(),
            theme: Some(ThemeRow::sample(None)),
            rows: vec![ContributionRow::sample(true)],
            kinds: vec![("contribution-answer", 4), ("contribution-segment", 1)],
            url: "/desk/consultations/ziele/themes/x".into(),
            form: AssessmentForm::default(),
            history: vec![
                AssessmentView::sample(Position::Followed, false),
                AssessmentView::sample(Position::Partly, true),
            ],
            offices: vec!["Stabsstelle".into()],
            blocks: vec![FilterOption {
                value: "x".into(),
                label: "Nicht zuständig".into(),
            }],
            effects: ["added", "reworded", "renumbered", "moved", "retired"]
                .map(|what| effect(Some("/strategies/sek/compare".into()), what))
                .into_iter()
                .chain([effect(None, "reworded")])
                .collect(),
            may_approve: true,
            reason_limit: MAX_REASON,
            office_limit: MAX_OFFICE,
            is_overtaken: false,
            faults: Faults::default(),
        };
        let alone = Self {
            theme: None,
            history: Vec::new(),
            effects: Vec::new(),
            offices: Vec::new(),
            blocks: Vec::new(),
            kinds: Vec::new(),
            may_approve: false,
            is_overtaken: true,
            faults: Faults::sample(&["position", "reason", "office"]),
            ..page.clone()
        };
        let new = Self {
            theme: Some(ThemeRow::sample(Some(crate::theme::model::Spot::sample()))),
            rows: Vec::new(),
            ..alone.clone()
        };
        vec![page, alone, new]
    }
}
