//! What stands on the preview: one row a part, and what would come of all of them.

use std::collections::{BTreeMap, BTreeSet};

use crate::base::error::AppResult;
use crate::base::form::FieldError;
use crate::base::page::Ui;
use crate::strategy::document::{Choice, Outcome, Role, RowFault, Shape, Sheet};
use crate::strategy::laid::LaidElement;
use crate::strategy::matching::{Change, Settled};
use crate::strategy::model::Key;
use crate::strategy::model::{MAX_TITLE_CHARS, excerpt};
use crate::strategy::store::uploads::Waiting;
use crate::strategy::view::compare::Tally;
use crate::strategy::view::preview::{Found, MatchOption, Matched, PreviewPage, PreviewRow};
use crate::strategy::{ElementKind, LaidEdition};

/// Characters of a part that the preview shows.
const SHOWN_CHARS: usize = 240;
/// Characters of an element in a list to choose from.
const NAME_CHARS: usize = 60;
/// Up to so many elements of a kind all can be chosen; of more, only those that nothing continues.
const MAX_OPTIONS: usize = 60;

/// The page.
pub(super) fn preview(waiting: &Waiting, errors: &[FieldError], ui: &Ui) -> AppResult<PreviewPage> {
    let sheet = waiting.sheet()?;
    let outcome = &sheet.outcome;
    let rows = Rows::of(waiting, &sheet, ui);
    let faults = outcome.faults.iter().map(fault_of);
    let errors: Vec<FieldError> = errors.iter().cloned().chain(faults).collect();
    let settled = outcome.edition.as_ref().map(|(_, settled)| settled);
    let count = |kind: ElementKind| {
        let of_kind = |role: &&Role| role.kind() == Some(kind);
        outcome.roles.iter().filter(of_kind).count()
    };
    Ok(PreviewPage {
        slug: waiting.slug.clone(),
        title: waiting.title.clone(),
        upload: waiting.upload.id.as_str().to_owned(),
        file_name: waiting.upload.file_name.clone(),
        name: waiting.plan.name.clone(),
        max_name: MAX_TITLE_CHARS,
        before: waiting.before.as_ref().map(|before| before.name.clone()),
        found: Found {
            fields: count(ElementKind::Field),
            principles: count(ElementKind::Principle),
            goals: count(ElementKind::Goal),
            action_goals: count(ElementKind::ActionGoal),
        },
        tally: settled.map(tally),
        retired: rows.retired(),
        rows: rows.all(),
        errors: ui.messages(&errors),
    })
}

/// How many elements would become what.
fn tally(settled: &Settled) -> Tally {
    let is = |what: &Change, name: &str| what.what.as_str() == name;
    let count = |name: &str| {
        settled
            .changes
            .iter()
            .filter(|change| is(change, name))
            .count()
    };
    let touched: BTreeSet<&str> = settled
        .changes
        .iter()
        .filter(|change| !is(change, "retired") && !is(change, "renumbered"))
        .map(|change| change.key.as_str())
        .collect();
    Tally {
        added: count("added"),
        reworded: count("reworded"),
        moved: count("moved"),
        retired: count("retired"),
        unchanged: settled.edition.walk().len() - touched.len(),
        any: !settled.unchanged(),
    }
}

/// A fault stands at the select of its part.
fn fault_of(fault: &RowFault) -> FieldError {
    let error = FieldError::new(format!("k{}", fault.row + 1), fault.key);
    let row = |error: FieldError| error.with("at", fault.row + 1);
    fault
        .args
        .iter()
        .fold(row(error), |error, (name, value)| error.with(name, *value))
}

/// What the rows of the preview are made of.
struct Rows<'a> {
    waiting: &'a Waiting,
    sheet: &'a Sheet,
    ui: &'a Ui,
    /// The elements of the edition before, by kind, in a few words.
    elements: BTreeMap<ElementKind, Vec<MatchOption>>,
    /// The keys that some part continues.
    continued: BTreeSet<&'a str>,
    /// What became of the elements, by key.
    fates: BTreeMap<&'a str, Vec<&'static str>>,
}

impl<'a> Rows<'a> {
    fn of(waiting: &'a Waiting, sheet: &'a Sheet, ui: &'a Ui) -> Self {
        let mut elements: BTreeMap<ElementKind, Vec<MatchOption>> = BTreeMap::new();
        for element in waiting.before.iter().flat_map(everything) {
            let option = MatchOption {
                value: element.key.clone(),
                label: named(element),
            };
            elements.entry(element.kind).or_default().push(option);
        }
        let Outcome {
            matched, edition, ..
        } = &sheet.outcome;
        let mut fates: BTreeMap<&str, Vec<&'static str>> = BTreeMap::new();
        for change in edition.iter().flat_map(|(_, settled)| &settled.changes) {
            let found = fates.entry(change.key.as_str()).or_default();
            found.push(change.what.as_str());
        }
        Self {
            waiting,
            sheet,
            ui,
            elements,
            continued: matched.values().flatten().map(Key::as_str).collect(),
            fates,
        }
    }

    fn retired(&self) -> Vec<String> {
        let all = self.elements.values().flatten();
        let gone = all.filter(|option| {
            let fates = self.fates.get(option.value.as_str());
            fates.is_some_and(|fates| fates.contains(&"retired"))
        });
        gone.map(|option| option.label.clone()).collect()
    }

    fn all(&self) -> Vec<PreviewRow> {
        (0..self.sheet.parts.len())
            .map(|index| self.row(index))
            .collect()
    }

    fn row(&self, index: usize) -> PreviewRow {
        let Sheet {
            parts,
            guesses,
            outcome,
        } = self.sheet;
        let part = &parts[index];
        let role = outcome.roles[index];
        let key = outcome.matched.get(&index).and_then(Option::as_ref);
        let new_key = outcome.keys.get(&index);
        let fates = new_key.and_then(|key| self.fates.get(key.as_str()));
        let at = |faults: &'a [RowFault]| faults.iter().filter(move |fault| fault.row == index);
        let message = |fault: &RowFault| {
            let found = self.ui.messages(&[fault_of(fault)]);
            found.into_iter().next().map(|found| found.message)
        };
        PreviewRow {
            n: index + 1,
            text: excerpt(&part.text, SHOWN_CHARS),
            is_heading: matches!(part.shape, Shape::Heading(_)),
            role: role.as_str(),
            guess: guesses[index].as_str(),
            matched: role
                .kind()
                .filter(|_| self.waiting.before.is_some())
                .map(|kind| self.matched(index, kind, key.map(Key::as_str))),
            fates: fates.cloned().unwrap_or_default(),
            error: at(&outcome.faults).find_map(message),
            notes: at(&outcome.notes).filter_map(message).collect(),
        }
    }

    fn matched(&self, index: usize, kind: ElementKind, key: Option<&str>) -> Matched {
        let chosen = self.waiting.plan.choices.get(&index);
        let value = chosen
            .and_then(|choice| choice.matched.clone())
            .unwrap_or_default();
        let all = self.elements.get(&kind).map_or(&[][..], Vec::as_slice);
        let own =
            |option: &MatchOption| option.value == value || Some(option.value.as_str()) == key;
        let offered = all.iter().filter(|option| {
            all.len() <= MAX_OPTIONS
                || own(option)
                || !self.continued.contains(option.value.as_str())
        });
        let recognised = all.iter().find(|option| Some(option.value.as_str()) == key);
        Matched {
            // What was chosen for another kind cannot be shown here; it is told as a fault.
            recognised: recognised
                .filter(|_| value.is_empty() || value == Choice::NEW)
                .map(|option| option.label.clone()),
            options: offered.cloned().collect(),
            value,
        }
    }
}

fn everything(edition: &LaidEdition) -> Vec<&LaidElement> {
    fn below<'e>(element: &'e LaidElement, found: &mut Vec<&'e LaidElement>) {
        found.push(element);
        for child in &element.children {
            below(child, found);
        }
    }
    let mut found = Vec::new();
    for field in &edition.fields {
        below(field, &mut found);
    }
    found
}

/// An element in a few words: "2.4 Mehr Bäume".
fn named(element: &LaidElement) -> String {
    let words = if element.title.is_empty() {
        &element.text
    } else {
        &element.title
    };
    let name = format!("{} {}", element.label, excerpt(words, NAME_CHARS));
    name.trim().to_owned()
}
