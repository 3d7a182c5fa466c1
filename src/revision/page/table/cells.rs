//! The cells of the assessment table.

use crate::assessment::model::Assessment;
use crate::base::page::Ui;
use crate::base::report::{Look, Run, TableCell};
use crate::revision::model::table::{By, Line, What};
use crate::theme::model::ContributionKind;
use crate::theme::page::paragraphs;

/// Important words of the paper.
pub(super) fn strong(text: String) -> Vec<Run> {
    vec![Run::plain(text).looking(Look::Strong)]
}

/// Words of less weight.
pub(super) fn soft(text: String) -> Vec<Run> {
    vec![Run::plain(text).looking(Look::Soft)]
}

fn town(text: &str) -> Vec<Vec<Run>> {
    let lines = paragraphs(text).into_iter();
    lines.map(|line| vec![Run::town(line)]).collect()
}

/// The text that names a contribution that was answered alone.
pub(super) fn alone_key(kind: ContributionKind) -> &'static str {
    match kind {
        ContributionKind::Answer => "table-alone-answer",
        ContributionKind::Comment => "table-alone-comment",
        ContributionKind::Segment => "table-alone-segment",
    }
}

/// The text that names what a change did.
pub(super) fn effect_key(what: &str) -> &'static str {
    match what {
        "added" => "effect-added",
        "moved" => "effect-moved",
        "retired" => "effect-retired",
        "renumbered" => "effect-renumbered",
        _ => "effect-reworded",
    }
}

/// What was said: a theme with what belongs to it, or the words of one contribution; and which statements say it.
pub(super) fn said(line: &Line, ui: &Ui) -> TableCell {
    let mut all = match &line.what {
        What::Theme { name, about } => {
            let mut all = vec![vec![Run::town(name.clone()).looking(Look::Strong)]];
            all.extend(town(about));
            all
        }
        What::Alone { kind, words } => {
            let mut all = vec![strong(ui.t(alone_key(*kind)))];
            match words {
                Some(words) => all.extend(town(words)),
                None => all.push(soft(ui.t("table-withheld"))),
            }
            all
        }
    };
    if !line.by.is_empty() {
        all.push(soft(by(&line.by, ui)));
    }
    all
}

/// The statements, organisations by their names.
pub(super) fn by(all: &[By], ui: &Ui) -> String {
    let one = |by: &By| {
        let number = ui.say("table-statement", [("n", by.number.into())]);
        match &by.name {
            Some(name) => format!("{name} ({number})"),
            None => number,
        }
    };
    all.iter().map(one).collect::<Vec<_>>().join("; ")
}

/// What the town says.
pub(super) fn answer(line: &Line, ui: &Ui) -> TableCell {
    let Some(said) = &line.said else {
        return vec![soft(ui.t("outcome-not-yet"))];
    };
    let mut all = vec![strong(ui.t(said.position.label_key()))];
    if let Some(state) = state_of(said, line.has_earlier, ui) {
        all.push(strong(state));
    }
    if line.is_withheld() {
        all.push(soft(ui.t("table-withheld-reason")));
    } else {
        all.extend(town(&said.reason));
    }
    if !said.office.is_empty() {
        all.push(vec![
            Run::plain(format!("{} ", ui.t("assessment-office-is"))).looking(Look::Soft),
            Run::town(said.office.clone()).looking(Look::Soft),
        ]);
    }
    all
}

/// That it is a draft; nothing once it is the word of the administration.
pub(super) fn state_of(said: &Assessment, has_earlier: bool, ui: &Ui) -> Option<String> {
    (!said.is_approved).then(|| {
        ui.t(if has_earlier {
            "assessment-state-again"
        } else {
            "assessment-state-draft"
        })
    })
}
