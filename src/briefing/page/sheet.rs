//! What stands at the head of every sheet, and the figures.

use std::collections::BTreeSet;

use crate::base::clock::Zone;
use crate::base::figures::Shown;
use crate::briefing::model::{REASON, is_contested};
use crate::briefing::store::Briefing;
use crate::briefing::view::{Counts, PaperHead, Sheet};
use crate::consultation::TrackKind;
use crate::council::model::{Paper, Sight};
use crate::evaluation::SurveyFigures;
use crate::evaluation::view::GoalResult;
use crate::revision::page::outcome::flat;
use crate::strategy::{ElementKind, LaidElement};
use crate::theme::model::shortened;
use crate::theme::view::Head;

impl Briefing {
    pub(super) fn sheet(&self, zone: Zone) -> Sheet {
        let (all, of) = (&self.outcomes, &self.outcomes.consultation);
        let survey = of.track(TrackKind::Survey).map(|track| track.window);
        let published = self.figures.published.as_ref();
        let groups = |sha256: &str| {
            let digits: Vec<char> = sha256.chars().take(16).collect();
            digits.chunks(4).map(|part| part.iter().collect()).collect()
        };
        let url = if self.is_public {
            format!("/consultations/{}/briefing", of.slug)
        } else {
            format!("/desk/briefings/{}", of.slug)
        };
        Sheet {
            head: Head::from(of),
            url,
            is_desk: !self.is_public,
            council_since: self
                .released
                .council
                .or(self.released.public)
                .map(|at| zone.day(at)),
            survey: survey.map(|window| (window.first_day(zone), window.last_day(zone))),
            published: published
                .map(|(at, number, sha256)| (zone.day(*at), *number, groups(sha256))),
            has_figures: self.figures.are_known,
            paper: self.paper(),
            answer: all.edition().map(|answer| {
                let compare = Some(answer.compare_url).filter(|_| self.is_answer_public);
                (answer.name, compare)
            }),
            outcome_url: self.released.public.map(|_| all.url()),
        }
    }

    /// The paper that brings the edition that answers.
    fn paper(&self) -> Option<PaperHead> {
        let (answer, _) = self.outcomes.answer.as_ref()?;
        let brings = |paper: &&Paper| paper.details.edition.as_ref() == Some(&answer.id);
        let paper = self.papers.iter().rfind(brings)?;
        let home = if self.is_public { "" } else { "/desk" };
        let home = if self.sight == Sight::Public {
            ""
        } else {
            home
        };
        Some(PaperHead {
            url: format!("{home}/papers/{}", paper.id),
            kind_key: paper.details.kind.label_key(),
            reference: paper.details.reference.clone(),
            subject: paper.details.subject.clone(),
            summary: shortened(&paper.details.summary, REASON),
        })
    }

    /// The surveys that asked about goals of a field.
    pub(super) fn surveys(&self, field: &LaidElement) -> Vec<&SurveyFigures> {
        let asks = |survey: &&SurveyFigures| {
            let mut goals = survey.goals();
            goals.any(|goal| field.find(&goal.key).is_some())
        };
        self.figures.snapshot.asked().filter(asks).collect()
    }

    pub(super) fn results_url(&self, field: &LaidElement) -> Option<String> {
        self.figures.published.as_ref()?;
        let results = format!("/consultations/{}/results", self.outcomes.consultation.slug);
        Some(match self.surveys(field).as_slice() {
            [survey] => format!("{results}/{}", survey.slug),
            _ => results,
        })
    }

    /// The goals of a field with their marks, in the order of the document.
    pub(super) fn goals(&self, field: &LaidElement) -> Vec<GoalResult> {
        let limits = self.figures.snapshot.limits;
        let goals = self.figures.snapshot.asked().flat_map(SurveyFigures::goals);
        goals
            .filter(|goal| field.find(&goal.key).is_some())
            .map(|goal| GoalResult {
                key: goal.key.clone(),
                label: goal.label.clone(),
                title: goal.text.clone(),
                marks: goal.marks(),
                comments: goal.texts,
                shown: goal.shown_marks(limits),
                bar: None,
            })
            .collect()
    }

    pub(super) fn counts(&self, field: &LaidElement) -> Counts {
        let below = self.outcomes.places.with_all_below(&field.id);
        let surveys = self.surveys(field);
        let questionnaires = surveys.iter().map(|survey| survey.questionnaires()).sum();
        let compared = self
            .outcomes
            .answer
            .as_ref()
            .map(|(_, comparison)| comparison);
        let compared = compared.and_then(|all| all.fields.iter().find(|one| one.key == field.key));
        let changed = compared.map_or(0, |compared| {
            flat(compared)
                .into_iter()
                .filter(|one| one.kind == ElementKind::Goal && one.before.is_some())
                .filter(|one| one.is_touched())
                .count()
        });
        let below_set: BTreeSet<_> = below.iter().cloned().collect();
        Counts {
            // A person submits a survey at most once; of two surveys nobody knows who took part in both.
            people: (surveys.len() == 1).then_some(questionnaires),
            questionnaires,
            marks: self.goals(field).iter().map(|goal| goal.marks).sum(),
            contributions: self.outcomes.about(&below),
            statements: self.voices_on(&below_set).len(),
            goals: field.goals().count(),
            changed,
        }
    }
}

/// The first goal, when it is contested: its name and how many per cent say "right".
pub(super) fn contested(ordered: &[GoalResult]) -> Option<(String, u8)> {
    let first = ordered.first().filter(|goal| is_contested(*goal))?;
    let Shown::Shares { percent, .. } = &first.shown else {
        return None;
    };
    let name = format!("{} {}", first.label, first.title);
    Some((name.trim().to_owned(), *percent.get(2)?))
}
