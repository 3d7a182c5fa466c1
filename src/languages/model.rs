//! Everything of a consultation that can be translated, in the order people read it.

use crate::consultation::Consultation;
use crate::strategy::{LaidEdition, LaidElement};
use crate::survey::Book;
use crate::translation::{Kind, Parts, Translatable, Twin, TwinState, Twins};

/// One text to translate.
#[derive(Clone, Debug)]
pub struct Unit {
    /// What it is.
    pub kind: Kind,
    /// Which one.
    pub subject: String,
    /// Where it stands: the title of its survey or field of action; empty for the consultation itself.
    pub place: String,
    /// What the town wrote.
    pub source: Parts,
}

impl Unit {
    fn of(place: &str, what: &dyn Translatable) -> Option<Self> {
        let (kind, subject) = what.unit();
        let source = what.parts();
        (!source.0.is_empty()).then(|| Self {
            kind,
            subject,
            place: place.to_owned(),
            source,
        })
    }

    /// Its name among the translations.
    pub fn name(&self) -> (Kind, String) {
        (self.kind, self.subject.clone())
    }

    /// Its first words.
    pub fn first_words(&self) -> &str {
        self.source.0.first().map_or("", |(_, text)| text)
    }

    /// How far its translation is.
    pub fn state(&self, twins: &Twins) -> TwinState {
        TwinState::of(twins.get(&self.name()), &self.source)
    }
}

/// All texts of a consultation in reading order: itself, its surveys with their questions, the edition laid open.
pub fn units(consultation: &Consultation, book: &Book, edition: &LaidEdition) -> Vec<Unit> {
    let mut found: Vec<_> = Unit::of("", consultation).into_iter().collect();
    for survey in &book.surveys {
        found.extend(Unit::of(&survey.title, survey));
        let questions = survey.questions.iter();
        found.extend(questions.filter_map(|question| Unit::of(&survey.title, question)));
    }
    for field in &edition.fields {
        below(&field.title, field, &mut found);
    }
    found
}

fn below(place: &str, element: &LaidElement, found: &mut Vec<Unit>) {
    found.extend(Unit::of(place, element));
    for child in &element.children {
        below(place, child, found);
    }
}

/// How many texts are in which state.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Progress {
    /// All texts.
    pub total: usize,
    /// Approved, for the words as they are.
    pub approved: usize,
    /// Written, not approved.
    pub drafts: usize,
    /// Of words that changed since.
    pub stale: usize,
}

impl Progress {
    /// Counts the texts by their state.
    pub fn of(units: &[Unit], twins: &Twins) -> Self {
        let mut progress = Self {
            total: units.len(),
            ..Self::default()
        };
        for unit in units {
            match unit.state(twins) {
                TwinState::Approved => progress.approved += 1,
                TwinState::Draft => progress.drafts += 1,
                TwinState::Stale => progress.stale += 1,
                TwinState::Missing => {}
            }
        }
        progress
    }
}

/// What is being translated: the text, its translation so far, and what comes next.
#[derive(Clone, Debug)]
pub struct Work {
    /// The text.
    pub unit: Unit,
    /// Its translation so far, if any.
    pub twin: Option<Twin>,
    /// The next text that is not approved; none when this is the last.
    pub next: Option<(Kind, String)>,
    /// How far the language is.
    pub progress: Progress,
}

impl Work {
    /// Looks a text up among all of its consultation.
    pub fn on(units: &[Unit], twins: &Twins, name: &(Kind, String)) -> Option<Self> {
        let at = units.iter().position(|unit| unit.name() == *name)?;
        let (before, after) = (&units[..at], &units[at + 1..]);
        let is_open = |unit: &&Unit| unit.state(twins) != TwinState::Approved;
        Some(Self {
            unit: units[at].clone(),
            twin: twins.get(name).cloned(),
            next: after.iter().chain(before).find(is_open).map(Unit::name),
            progress: Progress::of(units, twins),
        })
    }
}
