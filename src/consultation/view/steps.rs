//! The pages on which the steps after a consultation are announced.

use chrono::NaiveDate;
use serde::Serialize;

use super::{Subject, sample};
use crate::base::page::{Faults, View};
use crate::consultation::form::{MAX_REASON, MAX_STEP, StepForm};
use crate::consultation::model::{Milestone, MilestoneKind};

/// `templates/consultation/desk-steps.html`: the steps in their order.
#[derive(Clone, Serialize)]
pub struct StepsPage {
    /// Which consultation.
    pub subject: Subject,
    /// Its steps.
    pub steps: Vec<StepRow>,
    /// How the list stands, so that nobody moves a step she has not seen.
    pub seen: String,
}

/// One step in the list.
#[derive(Clone, Serialize)]
pub struct StepRow {
    /// Its place, from 1.
    pub number: usize,
    /// The text that names its kind.
    pub kind_key: &'static str,
    /// Its title.
    pub title: String,
    /// One sentence about it.
    pub note: String,
    /// Its first day.
    pub from: NaiveDate,
    /// Its last day, when it takes longer than one.
    pub until: Option<NaiveDate>,
}

/// `templates/consultation/desk-step.html`: one step, new or to be changed.
#[derive(Clone, Serialize)]
pub struct StepPage {
    /// Which consultation.
    pub subject: Subject,
    /// Whether it is a new step.
    pub is_new: bool,
    /// As it is typed.
    pub form: StepForm,
    /// What to do about it.
    pub faults: Faults,
    /// The kinds to choose from.
    pub kinds: Vec<KindOption>,
    /// Longest title, in characters.
    pub title_limit: usize,
    /// Longest sentence, in characters.
    pub note_limit: usize,
}

/// A kind of step to choose.
#[derive(Clone, Serialize)]
pub struct KindOption {
    /// As the form sends it.
    pub value: &'static str,
    /// The text that names it.
    pub label_key: &'static str,
}

impl StepsPage {
    /// The page of a list as it stands.
    pub fn of(subject: Subject, steps: &[Milestone], seen: String) -> Self {
        let rows = (1..).zip(steps).map(|(number, step)| StepRow {
            number,
            kind_key: step.kind.label_key(),
            title: step.title.clone(),
            note: step.note.clone(),
            from: step.from,
            until: step.until,
        });
        Self {
            subject,
            steps: rows.collect(),
            seen,
        }
    }
}

impl StepPage {
    /// The page with what was typed.
    pub fn of(subject: Subject, is_new: bool, form: StepForm, faults: Faults) -> Self {
        Self {
            subject,
            is_new,
            form,
            faults,
            kinds: MilestoneKind::ALL
                .into_iter()
                .map(|kind| KindOption {
                    value: kind.as_str(),
                    label_key: kind.label_key(),
                })
                .collect(),
            title_limit: MAX_STEP,
            note_limit: MAX_REASON,
        }
    }
}

impl View for StepsPage {
    const TEMPLATE: &'static str = "consultation/desk-steps.html";
    const PRIVATE: bool = true;
    const DESK: bool = true;

    fn samples() -> Vec<Self> {
        let step = |kind, from, until| Milestone {
            kind,
            from,
            until,
            title: "Auswerten".into(),
            note: "Wir lesen jeden Beitrag.".into(),
        };
        let steps: Vec<_> = MilestoneKind::ALL
            .into_iter()
            .map(|kind| step(kind, sample::day(60), Some(sample::day(90))))
            .chain([step(MilestoneKind::Decision, sample::day(120), None)])
            .collect();
        vec![
            Self::of(sample::subject(), &steps, "x".into()),
            Self::of(sample::subject(), &[], "x".into()),
        ]
    }
}

impl View for StepPage {
    const TEMPLATE: &'static str = "consultation/desk-step.html";
    const PRIVATE: bool = true;
    const DESK: bool = true;

    fn samples() -> Vec<Self> {
        let faults = Faults::sample(&["kind", "title", "from", "until", "note"]);
        vec![
            Self::of(
                sample::subject(),
                true,
                StepForm::default(),
                Faults::default(),
            ),
            Self::of(sample::subject(), false, StepForm::default(), faults),
        ]
    }
}
