//! One field on two sheets.

use std::collections::BTreeSet;

use super::sheet::contested;
use crate::base::chart::Bars;
use crate::base::error::{AppError, AppResult};
use crate::base::page::Ui;
use crate::briefing::model::{
    ASKED, CHANGED, GOALS, REASON, REFUSED, VOICES, contested_first, fitting, is_contested,
};
use crate::briefing::store::Briefing;
use crate::briefing::view::{BriefChange, FieldSheet};
use crate::council::view::way_for;
use crate::revision::view::{ElementOutcome, FieldOutcomePage};
use crate::strategy::ElementKind;
use crate::theme::model::shortened;
use crate::theme::store::themes::Named;

impl Briefing {
    /// One field on two sheets.
    ///
    /// # Errors
    /// Not found, when the edition that was laid open has no such field.
    pub(super) fn field(&self, key: &str, ui: &Ui) -> AppResult<FieldSheet> {
        let (zone, today) = (ui.site().zone, ui.today());
        let field = self.outcomes.before.field(key).ok_or(AppError::NotFound)?;
        let below: BTreeSet<_> = self
            .outcomes
            .places
            .with_all_below(&field.id)
            .into_iter()
            .collect();
        let mut goals = self.goals(field);
        contested_first(&mut goals);
        let (contested, contested_goals) = (
            contested(&goals),
            goals.iter().filter(|goal| is_contested(*goal)).count(),
        );
        let more_goals = cut(&mut goals, GOALS);
        let mut bars = Bars::default();
        for goal in &mut goals {
            goal.bar = bars.add(&goal.shown);
        }
        let is_own = |theme: &Named| theme.element.as_ref().is_some_and(|id| below.contains(id));
        let mut asked = self.asked(is_own, zone);
        let mut refused = self.refused(is_own, zone);
        let mut voices = self.voices_on(&below);
        let page = self.outcomes.field(key, zone)?;
        let before = page.before.clone();
        let (changed, brief) = changes(page);
        Ok(FieldSheet {
            sheet: self.sheet(zone),
            key: field.key.clone(),
            label: field.label.clone(),
            title: field.title.clone(),
            counts: self.counts(field),
            contested,
            contested_goals,
            more_goals,
            goals,
            results_url: self.results_url(field),
            chart: bars.draw(),
            more_asked: cut(&mut asked, ASKED),
            asked,
            more_voices: cut(&mut voices, VOICES),
            voices,
            before,
            changed,
            brief,
            more_refused: cut(&mut refused, REFUSED),
            refused,
            papers: self
                .papers
                .iter()
                .map(|paper| way_for(paper, &self.sight, today))
                .collect(),
        })
    }
}

/// Leaves the first ones, and says how many were more.
fn cut<T>(rows: &mut Vec<T>, most: usize) -> usize {
    let more = rows.len().saturating_sub(most);
    rows.truncate(most);
    more
}

/// What became different: as much in full as fits, goals before what hangs on them, the rest in a line each.
fn changes(page: FieldOutcomePage) -> (Vec<ElementOutcome>, Vec<BriefChange>) {
    let mut all = page.changed;
    all.sort_by_key(|one| one.element.kind == ElementKind::ActionGoal.as_str());
    for one in &mut all {
        // Only what caused the change: other themes about the element stand further down, if they were not followed.
        one.themes.truncate(one.heard);
        for reason in &mut one.reasons {
            *reason = shortened(reason, REASON);
        }
    }
    for n in (1..all.len()).rev() {
        if is_same_cause(&all[n - 1], &all[n]) {
            all[n].reasons.clear();
            all[n].editorial.clear();
        }
    }
    let n = fitting(all.iter().map(length), CHANGED).min(all.len());
    let rest = all.split_off(n).into_iter().map(|one| BriefChange {
        label: one.element.label,
        name: one.element.name,
        fates: one.element.fates,
    });
    let rest = rest.collect();
    (all, rest)
}

/// Whether the same is to be said about why two elements became different.
fn is_same_cause(a: &ElementOutcome, b: &ElementOutcome) -> bool {
    let heard = |one: &ElementOutcome| -> Vec<String> {
        one.themes[..one.heard]
            .iter()
            .map(|theme| theme.id.clone())
            .collect()
    };
    a.reasons == b.reasons && a.editorial == b.editorial && heard(a) == heard(b)
}

/// How many characters an element takes with its reasons.
fn length(one: &ElementOutcome) -> usize {
    let element = &one.element;
    let pieces = element.title.iter().chain(element.text.iter().flatten());
    let words: usize = pieces.map(|piece| piece.text.chars().count()).sum();
    words
        + one
            .reasons
            .iter()
            .map(|reason| reason.chars().count())
            .sum::<usize>()
}
