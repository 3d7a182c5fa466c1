//! What figures say, in a sentence or two: the words of the page of results (`results.finding`), for files.

use crate::base::figures::{Limits, Shown};
use crate::base::page::Ui;
use crate::evaluation::SurveyFigures;

/// The marks as texts name them, in the order of a chart.
const NAMES: [&str; 5] = ["drop", "too_far", "right", "bolder", "unclear"];

/// What marks say, each number with its base.
pub(super) fn finding(marks: &Shown, n: u64, limits: Limits, ui: &Ui) -> String {
    let (counts, percent) = match marks {
        Shown::TooFew => {
            let fewest = limits.min_questionnaires.into();
            return ui.say("results-finding-too-few", [("n", fewest)]);
        }
        _ if n == 0 => return ui.t("results-finding-none"),
        Shown::Counts { counts } => {
            let right = counts.get(2).copied().unwrap_or_default();
            let count = ui.say(
                "results-finding-count",
                [("count", right.into()), ("n", n.into())],
            );
            return format!("{count} {}", ui.t("results-finding-no-percent"));
        }
        Shown::Shares { counts, percent } => (counts, percent),
    };
    // Of equal shares the one that stands first in a form comes first.
    let first = greatest(counts, |_| true).unwrap_or(2);
    let second = greatest(counts, |n| n != first && percent[n] > 0);
    let most = ui.say(
        "results-finding-most",
        [
            ("percent", percent[first].into()),
            ("n", n.into()),
            ("mark", NAMES[first].into()),
        ],
    );
    let Some(second) = second else { return most };
    let next = ui.say(
        "results-finding-next",
        [
            ("percent", percent[second].into()),
            ("mark", NAMES[second].into()),
        ],
    );
    format!("{most} {next}")
}

fn greatest(counts: &[u64], may: impl Fn(usize) -> bool) -> Option<usize> {
    let mut found: Option<usize> = None;
    for n in [2, 3, 1, 4, 0] {
        let count = counts.get(n).copied().unwrap_or_default();
        if may(n) && found.is_none_or(|other| count > counts[other]) {
            found = Some(n);
        }
    }
    found
}

/// At how many of the goals more than half say "right"; none where there are no two to compare.
pub(super) fn goals_finding(survey: &SurveyFigures, limits: Limits, ui: &Ui) -> Option<String> {
    let rated: Vec<bool> = survey
        .goals()
        .filter_map(|goal| match goal.shown_marks(limits) {
            Shown::Shares { counts, .. } => Some(counts.get(2)? * 2 > goal.marks()),
            _ => None,
        })
        .collect();
    if rated.len() < 2 {
        return None;
    }
    let agreed = rated.iter().filter(|agreed| **agreed).count();
    let which = match agreed {
        0 => "none",
        all if all == rated.len() => "all",
        _ => "some",
    };
    Some(ui.say(
        "results-goals-finding",
        [
            ("n", rated.len().into()),
            ("some", agreed.into()),
            ("which", which.into()),
        ],
    ))
}

/// Marks in words: "streichen 3 %, …", or why there are none.
pub(super) fn in_words(marks: &Shown, n: u64, ui: &Ui) -> String {
    let names = crate::survey::Mark::CHART.map(|mark| ui.t(mark.label_key()));
    let some = |values: Vec<String>| {
        let pairs = names.iter().zip(values);
        let told = pairs.filter(|(_, value)| !value.is_empty());
        told.map(|(name, value)| format!("{name} {value}"))
            .collect::<Vec<_>>()
            .join(", ")
    };
    match marks {
        Shown::TooFew => ui.t("results-note-too-few"),
        _ if n == 0 => ui.t("results-note-unmarked"),
        Shown::Counts { counts } => {
            let values = counts.iter().map(|n| match n {
                0 => String::new(),
                n => n.to_string(),
            });
            ui.say(
                "results-note-counts",
                [("counts", some(values.collect()).into())],
            )
        }
        Shown::Shares { percent, .. } => {
            let values = percent.iter().map(|n| match n {
                0 => String::new(),
                n => ui.say("results-percent", [("n", (*n).into())]),
            });
            some(values.collect())
        }
    }
}
