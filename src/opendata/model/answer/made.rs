//! How the answers are made of what is published.

use chrono::{DateTime, Utc};

use super::{
    ConsultationAnswer, ConsultationEntry, EditionAnswer, EditionLink, ElementAnswer, LimitsAnswer,
    OptionAnswer, QuestionAnswer, ResultsAnswer, ResultsLink, RowAnswer, SurveyAnswer, TrackAnswer,
};
use crate::base::clock::Zone;
use crate::base::figures::{Limits, Shown};
use crate::consultation::{Consultation, Openness};
use crate::evaluation::{Published, Snapshot, SurveyFigures};
use crate::opendata::model::table::{Counted, Group, Told, lines};
use crate::strategy::{LaidEdition, LaidElement};
use crate::survey::Mark;

/// Addresses in answers are whole ones.
#[derive(Clone, Copy)]
pub struct At<'a> {
    /// The address of the portal, without a slash at the end.
    pub base_url: &'a str,
    /// The town's days.
    pub zone: Zone,
    /// Now.
    pub now: DateTime<Utc>,
}

impl At<'_> {
    fn web(&self, path: &str) -> String {
        format!("{}{path}", self.base_url)
    }

    fn api(&self, path: &str) -> String {
        format!("{}/api/v1{path}", self.base_url)
    }
}

impl ConsultationEntry {
    /// A consultation in short.
    pub fn of(consultation: &Consultation, results: Option<DateTime<Utc>>, at: At<'_>) -> Self {
        let path = format!("/consultations/{}", consultation.slug);
        Self {
            id: consultation.slug.clone(),
            title: consultation.title.clone(),
            lead: consultation.lead.clone(),
            web: at.web(&path),
            url: at.api(&path),
            results_published_at: results,
        }
    }
}

impl ConsultationAnswer {
    /// The whole of it.
    pub fn of(
        consultation: &Consultation,
        (edition, is_public): (&LaidEdition, bool),
        results: Option<&Published>,
        at: At<'_>,
    ) -> Self {
        let path = format!("/consultations/{}", consultation.slug);
        let tracks = consultation.tracks.iter().map(|track| TrackAnswer {
            kind: track.kind.as_str(),
            opens_on: track.window.first_day(at.zone),
            closes_on: track.window.last_day(at.zone),
            is_open: track.window.at(at.now) == Openness::Open,
        });
        let own = format!(
            "/strategies/{}/editions/{}",
            edition.strategy, edition.number
        );
        Self {
            id: consultation.slug.clone(),
            title: consultation.title.clone(),
            lead: consultation.lead.clone(),
            web: at.web(&path),
            published_at: consultation.published_at,
            edition: EditionLink {
                strategy: edition.strategy.clone(),
                number: edition.number,
                name: edition.name.clone(),
                url: is_public.then(|| at.api(&own)),
            },
            tracks: tracks.collect(),
            results: results.map(|published| ResultsLink {
                number: published.number,
                published_at: published.at,
                snapshot_sha256: published.sha256.clone(),
                url: at.api(&format!("{path}/results")),
                web: at.web(&format!("{path}/results")),
            }),
        }
    }
}

impl EditionAnswer {
    /// An edition with all its elements.
    pub fn of(edition: &LaidEdition, at: At<'_>) -> Self {
        let path = format!(
            "/strategies/{}/editions/{}",
            edition.strategy, edition.number
        );
        Self {
            strategy: edition.strategy.clone(),
            title: edition.title.clone(),
            number: edition.number,
            name: edition.name.clone(),
            web: at.web(&path),
            elements: edition.fields.iter().map(ElementAnswer::of).collect(),
        }
    }
}

impl ElementAnswer {
    fn of(element: &LaidElement) -> Self {
        Self {
            key: element.key.clone(),
            kind: element.kind.as_str(),
            label: element.label.clone(),
            title: element.title.clone(),
            text: element.text.clone(),
            children: element.children.iter().map(Self::of).collect(),
        }
    }
}

impl ResultsAnswer {
    /// All figures of a publication that may be shown.
    pub fn of(
        consultation: &Consultation,
        published: &Published,
        licence: &str,
        at: At<'_>,
    ) -> Self {
        let snapshot = &published.snapshot;
        let surveys = snapshot.surveys.iter();
        Self {
            consultation: consultation.slug.clone(),
            title: consultation.title.clone(),
            number: published.number,
            published_at: published.at,
            snapshot_sha256: published.sha256.clone(),
            licence: (!licence.is_empty()).then(|| licence.to_owned()),
            limits: snapshot.limits.into(),
            people: snapshot.people,
            questionnaires: snapshot.questionnaires(),
            marks: snapshot.marks(),
            texts: snapshot.texts(),
            all_marks: RowAnswer::of_marks(&snapshot.shown_marks(), snapshot.marks()),
            surveys: surveys
                .map(|survey| SurveyAnswer::of(&consultation.slug, snapshot, survey, at))
                .collect(),
        }
    }
}

impl SurveyAnswer {
    /// The figures of one survey that may be shown: those of the table in files, laid out by question.
    pub fn of(consultation: &str, snapshot: &Snapshot, survey: &SurveyFigures, at: At<'_>) -> Self {
        let mut questions: Vec<QuestionAnswer> = survey
            .questions
            .iter()
            .map(|question| QuestionAnswer {
                key: question.key.clone(),
                kind: question.kind.clone(),
                label: question.label.clone(),
                text: question.text.clone(),
                answered: if question.is_goal() {
                    question.marks()
                } else {
                    question.answered
                },
                texts: question.texts,
                rows: Vec::new(),
            })
            .collect();
        for line in lines(snapshot, Some(&survey.slug)) {
            let own = questions
                .iter_mut()
                .find(|question| question.key == line.question);
            let (Some(question), false) = (own, matches!(line.counted, Counted::Fact(_))) else {
                continue;
            };
            let group = line.group.as_str();
            let last = question.rows.last();
            if last.is_none_or(|row| row.item != line.item || row.group != group) {
                question.rows.push(RowAnswer {
                    item: line.item.clone(),
                    group,
                    shown: Told::as_str(line.told),
                    base: line.base,
                    options: Vec::new(),
                });
            }
            if let Some(row) = question.rows.last_mut() {
                row.options.push(OptionAnswer {
                    option: line.counted.as_str().to_owned(),
                    count: line.count,
                    percent: line.percent,
                });
            }
        }
        Self {
            id: survey.slug.clone(),
            label: survey.label.clone(),
            title: survey.title.clone(),
            is_profile: survey.is_profile,
            questionnaires: survey.questionnaires(),
            marks: survey.marks(),
            texts: survey.texts(),
            all_marks: survey
                .goals()
                .next()
                .map(|_| RowAnswer::of_marks(&survey.shown_marks(snapshot.limits), survey.marks())),
            questions,
            web: at.web(&format!(
                "/consultations/{consultation}/results/{}",
                survey.slug
            )),
        }
    }
}

impl RowAnswer {
    /// Marks on several goals together.
    fn of_marks(shown: &Shown, marks: u64) -> Self {
        let (told, counts, percent) = match shown {
            Shown::TooFew => (Told::Hidden, None, None),
            Shown::Counts { counts } => (Told::Count, Some(counts), None),
            Shown::Shares { counts, percent } => (Told::Share, Some(counts), Some(percent)),
        };
        let option = |(place, mark): (usize, &Mark)| OptionAnswer {
            option: mark.as_str().to_owned(),
            count: counts.and_then(|counts| counts.get(place)).copied(),
            percent: percent.and_then(|percent| percent.get(place)).copied(),
        };
        Self {
            item: String::new(),
            group: Group::All.as_str(),
            shown: told.as_str(),
            base: Some(marks),
            options: Mark::CHART.iter().enumerate().map(option).collect(),
        }
    }
}

impl From<Limits> for LimitsAnswer {
    fn from(limits: Limits) -> Self {
        Self {
            min_questionnaires: limits.min_questionnaires,
            min_marks: limits.min_marks,
        }
    }
}
