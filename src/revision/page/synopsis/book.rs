//! The synopsis as a workbook: an element a line, with its words before and after, and the cause of each change.

use super::Asked;
use super::blocks::{Side, fate, is_there, kind_key};
use crate::base::error::AppResult;
use crate::base::export::Cell;
use crate::base::page::{Ui, codebook};
use crate::base::table::book::{Sheet, workbook};
use crate::revision::model::synopsis::Why;
use crate::strategy::cause::Editorial;
use crate::strategy::diff::Segment;
use crate::strategy::view::compare::ChangedElement;

type Row = Vec<Cell<'static>>;

/// The columns: head and meaning.
const COLUMNS: [(&str, &str); 12] = [
    ("table-head-field", "table-column-field"),
    ("synopsis-head-key", "synopsis-column-key"),
    ("table-head-label", "table-column-label"),
    ("contributions-kind", "synopsis-column-kind"),
    ("synopsis-head-fate", "synopsis-column-fate"),
    ("synopsis-head-title-before", "synopsis-column-title-before"),
    ("synopsis-head-text-before", "synopsis-column-text-before"),
    ("synopsis-head-title-after", "synopsis-column-title-after"),
    ("synopsis-head-text-after", "synopsis-column-text-after"),
    ("cause-kind", "synopsis-column-cause"),
    ("synopsis-head-themes", "synopsis-column-themes"),
    ("synopsis-head-reason", "synopsis-column-reason"),
];

fn words(segments: &[Segment], side: Side) -> String {
    let own = segments.iter().filter(|one| side.has(one.mark));
    own.map(|one| one.text.as_str()).collect()
}

/// Title and text of one side; empty where the element is not there.
fn side(element: &ChangedElement, side: Side) -> [Cell<'static>; 2] {
    if !is_there(element, side) {
        return [Cell::Empty, Cell::Empty];
    }
    let text = element.text.iter().map(|paragraph| words(paragraph, side));
    let text: Vec<String> = text.filter(|text| !text.is_empty()).collect();
    [words(&element.title, side).into(), text.join("\n\n").into()]
}

impl Asked {
    /// The workbook.
    pub(super) fn book(&self, ui: &Ui) -> AppResult<Vec<u8>> {
        let head: Row = COLUMNS.map(|(head, _)| ui.t(head).into()).into();
        let mut rows = vec![head];
        for field in self.fields() {
            let name = format!("{} {}", field.field.label, field.field.name);
            let own = (!field.field.fates.is_empty() || self.all).then_some(&field.field);
            let elements = own.into_iter().chain(&field.elements);
            rows.extend(elements.map(|one| self.line(&name, one, ui)));
        }
        let [columns, about] = codebook(columns(ui), self.about(ui), ui);
        let sheet = Sheet {
            name: ui.t("synopsis-title"),
            widths: vec![26, 12, 8, 16, 24, 34, 60, 34, 60, 22, 40, 50],
            rows,
            wraps: true,
        };
        Ok(workbook(&[sheet, columns, about])?)
    }

    fn line(&self, field: &str, element: &ChangedElement, ui: &Ui) -> Row {
        let fates: Vec<String> = element.fates.iter().map(|one| fate(one, ui)).collect();
        let mut cells: Row = vec![
            field.trim().to_owned().into(),
            element.key.clone().into(),
            element.label.clone().into(),
            ui.t(kind_key(element.kind)).into(),
            fates.join("\n").into(),
        ];
        cells.extend(side(element, Side::Before));
        cells.extend(side(element, Side::After));
        cells.extend(
            self.causes(&element.key, ui)
                .map(|lines| lines.join("\n").into()),
        );
        cells
    }

    /// Sorts of causes, themes, reasons; each a line.
    fn causes(&self, key: &str, ui: &Ui) -> [Vec<String>; 3] {
        let [mut sorts, mut named, mut reasons] = [const { Vec::new() }; 3];
        for why in self.synopsis.why.get(key).into_iter().flatten() {
            let reason = match why {
                Why::Heard {
                    themes,
                    more,
                    reason,
                } => {
                    sorts.push(ui.t("cause-heard"));
                    let theme = |(name, n): &(String, i64)| {
                        let count = ui.say("outcome-field-count", [("n", (*n).into())]);
                        format!("{name} ({count})")
                    };
                    named.extend(themes.iter().map(theme));
                    if *more > 0 {
                        named.push(ui.say("synopsis-more", [("n", (*more).into())]));
                    }
                    reason
                }
                Why::Editorial { kind, reason } => {
                    sorts.push(ui.t(kind.label_key()));
                    reason
                }
            };
            reasons.extend(Some(reason.clone()).filter(|reason| !reason.is_empty()));
        }
        [sorts, named, reasons]
    }

    fn about(&self, ui: &Ui) -> Vec<(&'static str, String)> {
        let names = &self.synopsis;
        vec![
            (
                "data-about-title",
                format!("{}: {}", self.title(ui), names.title),
            ),
            ("data-about-publisher", ui.site().config.town.name.clone()),
            ("data-about-state", self.state(ui).unwrap_or_default()),
            ("table-about-before", names.before.clone()),
            ("table-about-after", names.after.clone()),
        ]
    }
}

/// Head, meaning and possible values of each column.
fn columns(ui: &Ui) -> Vec<[String; 3]> {
    let plain = |(head, about): (&str, &str)| [ui.t(head), ui.t(about), String::new()];
    let mut all: Vec<[String; 3]> = COLUMNS.map(plain).into();
    let mut sorts = vec![ui.t("cause-heard")];
    sorts.extend(Editorial::ALL.map(|kind| ui.t(kind.label_key())));
    if let Some(column) = all.get_mut(9) {
        column[2] = sorts.join(" | ");
    }
    all
}
