//! The synopsis as a paper: one table for each field of action, old beside new, with the difference in its words, and why.

use super::Asked;
use crate::base::locale::DayStyle;
use crate::base::page::Ui;
use crate::base::report::{Block, Look, Run, Table, TableCell};
use crate::revision::model::synopsis::Why;
use crate::revision::page::printed::Written;
use crate::strategy::diff::{Mark, Segment};
use crate::strategy::view::compare::{ChangedElement, FateBadge, FieldChanges};

/// How wide the columns are: place, old, new, why.
const WIDTHS: [u32; 4] = [16, 30, 30, 24];

/// The text that says what became of an element.
fn fate_key(fate: &str) -> &'static str {
    match fate {
        "added" => "compare-fate-added",
        "retired" => "compare-fate-retired",
        "moved" => "compare-fate-moved",
        "renumbered" => "synopsis-renumbered",
        "split" => "compare-fate-split",
        "merged" => "compare-fate-merged",
        "recast" => "compare-fate-recast",
        _ => "compare-fate-reworded",
    }
}

/// What became of an element, in words.
pub(super) fn fate(badge: &FateBadge, ui: &Ui) -> String {
    let words = ui.t(fate_key(badge.fate));
    match &badge.with {
        Some(with) if badge.fate == "moved" => {
            format!("{words}. {} {with}", ui.t("compare-fate-moved-from"))
        }
        Some(with) => format!("{words}: {with}"),
        None => words,
    }
}

/// What kind of element it is, for those without a title.
pub(super) fn kind_key(kind: &str) -> &'static str {
    match kind {
        "principle" => "principle-title",
        "action_goal" => "compare-action-goal",
        "field" => "synopsis-field",
        _ => "synopsis-goal",
    }
}

/// Which of two wordings.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Side {
    /// The old one.
    Before,
    /// The new one.
    After,
}

impl Side {
    /// Whether a piece stands in it.
    pub(super) fn has(self, mark: Mark) -> bool {
        match self {
            Self::Before => mark != Mark::Added,
            Self::After => mark != Mark::Removed,
        }
    }
}

/// Whether an element is there on a side at all.
pub(super) fn is_there(element: &ChangedElement, side: Side) -> bool {
    match side {
        Side::Before => element.layout != "added",
        Side::After => element.layout != "retired",
    }
}

fn runs(segments: &[Segment], side: Side) -> Vec<Run> {
    let own = segments.iter().filter(|one| side.has(one.mark));
    let run = |one: &Segment| {
        let look = match one.mark {
            Mark::Same => Look::Plain,
            Mark::Removed => Look::Deleted,
            Mark::Added => Look::Inserted,
        };
        Run::town(one.text.clone()).looking(look)
    };
    own.map(run).collect()
}

fn wording(element: &ChangedElement, side: Side, ui: &Ui) -> TableCell {
    if !is_there(element, side) {
        let key = match side {
            Side::Before => "synopsis-not-before",
            Side::After => "synopsis-not-after",
        };
        return vec![vec![Run::plain(ui.t(key)).looking(Look::Soft)]];
    }
    let mut all = Vec::new();
    let title = runs(&element.title, side);
    // A title that stayed as it was stands in the first column already.
    if element.title.iter().any(|one| one.mark != Mark::Same) && !title.is_empty() {
        all.push(title);
    }
    let text = element.text.iter().map(|paragraph| runs(paragraph, side));
    all.extend(text.filter(|runs| !runs.is_empty()));
    all
}

impl Asked {
    /// The whole paper.
    pub(super) fn written(&self, ui: &Ui) -> Written {
        let mut blocks = vec![Block::Paragraph {
            runs: vec![
                Run::plain(format!("{} ", ui.t("diff-key"))),
                Run::plain(ui.t("diff-key-removed")).looking(Look::Deleted),
                Run::plain(format!(" {} ", ui.t("diff-key-and"))),
                Run::plain(ui.t("diff-key-added")).looking(Look::Inserted),
                Run::plain("."),
            ],
            is_small: true,
        }];
        let fields = self.fields();
        for field in &fields {
            blocks.extend(self.part(field, ui));
        }
        if fields.is_empty() {
            blocks.push(Block::paragraph(ui.t("compare-nothing")));
        }
        Written {
            title: self.title(ui),
            subject: self.synopsis.title.clone(),
            lead: self.lead(ui),
            state: self.state(ui),
            blocks,
        }
    }

    pub(super) fn title(&self, ui: &Ui) -> String {
        match &self.only {
            Some((_, name)) => ui.say("synopsis-title-of", [("name", name.as_str().into())]),
            None => ui.t("synopsis-title"),
        }
    }

    fn lead(&self, ui: &Ui) -> String {
        if self.synopsis.is_one {
            return ui.t("compare-lead-only");
        }
        let counts = self.synopsis.comparison.counts();
        let changed = counts.added + counts.reworded + counts.moved + counts.retired;
        let names = &self.synopsis;
        ui.say(
            "synopsis-lead",
            [
                ("from", names.before.as_str().into()),
                ("to", names.after.as_str().into()),
                ("changed", changed.into()),
                ("unchanged", counts.unchanged.into()),
            ],
        )
    }

    /// What has to be known about an edition in work.
    pub(super) fn state(&self, ui: &Ui) -> Option<String> {
        let day = ui.lang().day(ui.today(), DayStyle::Long);
        self.is_draft
            .then(|| ui.say("synopsis-state-draft", [("day", day.into())]))
    }

    fn part(&self, field: &FieldChanges, ui: &Ui) -> Vec<Block> {
        let name = format!("{} {}", field.field.label, field.field.name);
        let names = &self.synopsis;
        let own = (!field.field.fates.is_empty() || self.all).then_some(&field.field);
        let elements: Vec<&ChangedElement> = own.into_iter().chain(&field.elements).collect();
        let mut blocks = vec![Block::Heading {
            level: 2,
            runs: vec![Run::town(name.trim())],
        }];
        if !elements.is_empty() {
            blocks.push(Block::Table(Table {
                caption: ui.say("synopsis-caption", [("name", name.trim().into())]),
                head: vec![
                    ui.t("table-head-place"),
                    ui.say("compare-before", [("name", names.before.as_str().into())]),
                    ui.say("compare-after", [("name", names.after.as_str().into())]),
                    ui.t("synopsis-why"),
                ],
                widths: WIDTHS.into(),
                numbers_from: WIDTHS.len(),
                rows: elements.into_iter().map(|one| self.row(one, ui)).collect(),
            }));
        }
        if field.hidden > 0 {
            blocks.push(Block::note(
                ui.say("compare-hidden", [("n", field.hidden.into())]),
            ));
        }
        blocks
    }

    fn row(&self, element: &ChangedElement, ui: &Ui) -> Vec<TableCell> {
        let name = format!("{} {}", element.label, element.name);
        let mut place = if element.name.is_empty() {
            let kind = ui.t(kind_key(element.kind));
            vec![vec![Run::plain(
                format!("{kind} {}", element.label).trim().to_owned(),
            )]]
        } else {
            vec![vec![Run::town(name.trim()).looking(Look::Strong)]]
        };
        let fates = element.fates.iter().map(|one| fate(one, ui));
        place.extend(fates.map(|fate| vec![Run::plain(fate).looking(Look::Soft)]));
        vec![
            place,
            wording(element, Side::Before, ui),
            wording(element, Side::After, ui),
            self.reasons(&element.key, ui),
        ]
    }

    fn reasons(&self, key: &str, ui: &Ui) -> TableCell {
        let causes = self.synopsis.why.get(key).map_or(&[][..], Vec::as_slice);
        let mut all = Vec::new();
        for why in causes {
            match why {
                Why::Heard {
                    themes,
                    more,
                    reason,
                } => {
                    let heard = Run::plain(ui.t("synopsis-heard")).looking(Look::Strong);
                    all.push(vec![heard]);
                    for (name, n) in themes {
                        let count = ui.say("outcome-field-count", [("n", (*n).into())]);
                        all.push(vec![
                            Run::town(name.clone()),
                            Run::plain(format!(" ({count})")).looking(Look::Soft),
                        ]);
                    }
                    if *more > 0 {
                        let words = ui.say("synopsis-more", [("n", (*more).into())]);
                        all.push(vec![Run::plain(words).looking(Look::Soft)]);
                    }
                    if !reason.is_empty() {
                        all.push(vec![Run::town(reason.clone())]);
                    }
                }
                Why::Editorial { kind, reason } => {
                    let kind = format!("{}: ", ui.t(kind.label_key()));
                    all.push(vec![
                        Run::plain(kind).looking(Look::Strong),
                        Run::town(reason.clone()),
                    ]);
                }
            }
        }
        all
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::strategy::diff::line;

    #[test]
    fn each_side_has_its_own_words_only() {
        let segments = line("Alle leben sicher.", "Alle leben sicher und gut.");
        let words = |side| -> String {
            let runs = runs(&segments, side);
            runs.iter().map(|run| run.text.as_str()).collect()
        };
        assert_eq!(words(Side::Before), "Alle leben sicher.");
        assert_eq!(words(Side::After), "Alle leben sicher und gut.");
    }
}
