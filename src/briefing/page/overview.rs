//! All fields at one glance.

use super::sheet::contested;
use crate::base::chart::Bars;
use crate::base::figures::Shown;
use crate::base::page::Ui;
use crate::briefing::model::contested_first;
use crate::briefing::store::Briefing;
use crate::briefing::view::{Counts, FieldMultiple, Overview};
use crate::strategy::LaidElement;

impl Briefing {
    /// All fields at one glance.
    pub(super) fn overview(&self, ui: &Ui) -> Overview {
        let sheet = self.sheet(ui.site().zone);
        let mut bars = Bars::default();
        let fields: Vec<FieldMultiple> = self
            .outcomes
            .before
            .fields
            .iter()
            .map(|field| self.multiple(field, &sheet.url, &mut bars))
            .collect();
        let sum = |of: fn(&Counts) -> usize| fields.iter().map(|field| of(&field.counts)).sum();
        let snapshot = &self.figures.snapshot;
        Overview {
            counts: Counts {
                people: Some(snapshot.people),
                questionnaires: snapshot.questionnaires(),
                marks: snapshot.marks(),
                contributions: self.outcomes.kinds.values().sum(),
                statements: self.voices.len(),
                goals: sum(|counts| counts.goals),
                changed: sum(|counts| counts.changed),
            },
            chart: bars.draw(),
            across: self.asked(|theme| theme.element.is_none(), ui.site().zone),
            fields,
            sheet,
        }
    }

    fn multiple(&self, field: &LaidElement, home: &str, bars: &mut Bars) -> FieldMultiple {
        let goals = self.goals(field);
        let mut ordered = goals.clone();
        contested_first(&mut ordered);
        let snapshot = &self.figures.snapshot;
        let shown = match self.surveys(field).as_slice() {
            [survey] => survey.shown_marks(snapshot.limits),
            _ => Shown::TooFew,
        };
        FieldMultiple {
            url: format!("{home}/{}", field.key),
            key: field.key.clone(),
            label: field.label.clone(),
            title: field.title.clone(),
            counts: self.counts(field),
            shown,
            bars: goals
                .iter()
                .filter_map(|goal| bars.add(&goal.shown))
                .collect(),
            contested: contested(&ordered),
        }
    }
}
