//! What people said about the elements of an edition, and what the town says to it so far.

use std::collections::{BTreeMap, HashMap};

use crate::assessment::store::{self as said_store, About, Said};
use crate::assessment::view::AssessmentView;
use crate::base::clock::Zone;
use crate::base::db::Conn;
use crate::base::error::AppResult;
use crate::base::figures::{Limits, Shown, shown};
use crate::base::id::Id;
use crate::consultation::Consultation;
use crate::revision::store::consultation_behind;
use crate::revision::view::GoalFigures;
use crate::strategy::cause::Theme;
use crate::strategy::drafts::Draft;
use crate::strategy::{Element, laid};
use crate::survey::{self, Book, Mark};
use crate::theme::model::Places;
use crate::theme::store::progress::by_element;
use crate::theme::store::themes::{self, Named};

/// What people said. Nothing at all for a strategy without a consultation.
#[derive(Default)]
pub(super) struct Heard {
    pub(super) consultation: Option<Consultation>,
    pub(super) places: Places,
    pub(super) themes: Vec<Named>,
    /// How many contributions each theme has.
    pub(super) counts: HashMap<Id<Theme>, i64>,
    said: HashMap<About, Said>,
    /// The marks on each goal that was asked about.
    figures: HashMap<Id<Element>, GoalFigures>,
    /// How many contributions there are about each element.
    contributions: HashMap<Id<Element>, i64>,
}

/// How far the town is with the themes of an element.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Weighed {
    pub(super) themes: usize,
    /// With an approved assessment.
    pub(super) decided: usize,
}

impl Heard {
    /// What was said in the consultation behind a draft.
    pub(super) fn behind(conn: &mut Conn, draft: &Draft, limits: Limits) -> AppResult<Self> {
        let head = &draft.head;
        let Some(consultation) = consultation_behind(conn, &head.slug, head.base.as_ref())? else {
            return Ok(Self::default());
        };
        let id = &consultation.id;
        let edition = laid(conn, &consultation.edition)?;
        let contributions = by_element(conn, id)?.into_iter();
        let contributions = contributions.filter_map(|(of, n)| Some((of?, n.all)));
        Ok(Self {
            places: Places::of(&edition),
            themes: themes::of(conn, id)?,
            counts: themes::counts(conn, id)?,
            said: said_store::all(conn, id)?,
            figures: all_figures(conn, id, limits)?,
            contributions: contributions.collect(),
            consultation: Some(consultation),
        })
    }

    /// The element of the edition laid open that has this key.
    pub(super) fn element(&self, key: &str) -> Option<&Id<Element>> {
        self.places.find(key)
    }

    pub(super) fn figures(&self, element: Option<&Id<Element>>) -> Option<&GoalFigures> {
        self.figures.get(element?)
    }

    pub(super) fn contributions(&self, element: Option<&Id<Element>>) -> i64 {
        let n = element.and_then(|id| self.contributions.get(id));
        n.copied().unwrap_or_default()
    }

    /// How far the town is with the themes of each element, by its key.
    pub(super) fn weighed(&self) -> BTreeMap<&str, Weighed> {
        let mut found: BTreeMap<&str, Weighed> = BTreeMap::new();
        for theme in &self.themes {
            let of = theme.element.as_ref().and_then(|id| self.places.get(id));
            let Some(spot) = of else { continue };
            let weighed = found.entry(spot.key.as_str()).or_default();
            let said = self.said.get(&About::Theme(theme.id.clone()));
            weighed.themes += 1;
            weighed.decided += usize::from(said.is_some_and(|said| said.approved().is_some()));
        }
        found
    }

    /// What the town says to a theme: its word, else a draft of it.
    pub(super) fn newest(&self, theme: &Named, zone: Zone) -> Option<AssessmentView> {
        let said = self.said.get(&About::Theme(theme.id.clone()))?;
        let newest = said.approved();
        let newest = newest.or(said.newest().map(|row| &row.assessment))?;
        Some(AssessmentView::of(newest, zone.day(newest.at), None))
    }
}

fn all_figures(
    conn: &mut Conn,
    consultation: &Id<Consultation>,
    limits: Limits,
) -> AppResult<HashMap<Id<Element>, GoalFigures>> {
    let book = Book::of(conn, consultation)?;
    let tally = survey::tallies_of(conn, consultation)?;
    let questions = book.surveys.iter().flat_map(|survey| &survey.questions);
    let mut found = HashMap::new();
    for question in questions {
        if let Some(goal) = &question.goal {
            let n = |mark: Mark| tally.at(question.id, 0, mark.code());
            found
                .entry(goal.clone())
                .or_insert_with(|| figures(n, limits));
        }
    }
    Ok(found)
}

/// The marks on a goal; per cents only from so many on as everywhere.
fn figures(n: impl Fn(Mark) -> u64, limits: Limits) -> GoalFigures {
    let counts = Mark::FORM.map(n);
    let marks = counts.iter().sum();
    let percent = match shown(&counts, marks, limits) {
        Shown::Shares { percent, .. } => percent.into_iter().map(Some).collect(),
        Shown::Counts { .. } | Shown::TooFew => vec![None; counts.len()],
    };
    let rows = Mark::FORM.into_iter().zip(counts).zip(percent);
    GoalFigures {
        marks,
        rows: rows
            .map(|((mark, n), percent)| (mark.label_key(), n, percent))
            .collect(),
    }
}
