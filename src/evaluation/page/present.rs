//! From frozen figures to what a page shows: everything passes the rules for small numbers here.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::apart;
use super::questions::question_result;
use crate::base::chart::{Bars, columns};
use crate::base::clock::Zone;
use crate::base::figures::{Limits, cross, merge_days, merge_small};
use crate::consultation::Consultation;
use crate::evaluation::model::{Snapshot, SurveyFigures};
use crate::evaluation::store::Published;
use crate::evaluation::view::{
    Bases, Channels, CorrectionNote, DayBar, FieldResultsPage, GoalResult, Head, Quote,
    ResultsPage, SurveyRow,
};
use crate::participation::Channel;
use crate::strategy::view::paragraphs;
use crate::survey::{Correction, Mark, Text};

impl ResultsPage {
    /// The overview of published results.
    pub(super) fn of(consultation: &Consultation, published: &Published, zone: Zone) -> Self {
        let snapshot = &published.snapshot;
        let mut bars = Bars::default();
        let rows = snapshot.asked().map(|survey| {
            let shown = survey.shown_marks(snapshot.limits);
            SurveyRow {
                slug: survey.slug.clone(),
                label: survey.label.clone(),
                title: survey.title.clone(),
                bases: bases(survey),
                bar: bars.add(&shown),
                shown,
            }
        });
        let rows = rows.collect();
        let days = days(snapshot.asked(), snapshot.limits);
        Self {
            head: head(consultation, published, zone),
            bases: Bases {
                people: snapshot.people,
                questionnaires: snapshot.questionnaires(),
                marks: snapshot.marks(),
                texts: snapshot.texts(),
            },
            marks: snapshot.shown_marks(),
            rows,
            chart: bars.draw(),
            columns: columns(&days.iter().map(|day| day.n).collect::<Vec<_>>()),
            days,
            channels: channels(snapshot, None),
            profile: snapshot
                .surveys
                .iter()
                .filter(|survey| survey.is_profile)
                .flat_map(|survey| &survey.questions)
                .map(|question| question_result(question, snapshot.limits))
                .collect(),
            corrections: Vec::new(),
            apart: apart::of_surveys(snapshot),
        }
    }

    /// The same with the typing errors that were corrected in the questions about the persons.
    pub(super) fn noting(mut self, corrections: &[Correction], zone: Zone) -> Self {
        self.corrections = notes(corrections, zone);
        self
    }
}

fn notes(corrections: &[Correction], zone: Zone) -> Vec<CorrectionNote> {
    let note = |one: &Correction| CorrectionNote {
        day: zone.day(one.at),
        before: one.before.clone(),
        after: one.after.clone(),
        note: one.note.clone(),
    };
    corrections.iter().map(note).collect()
}

impl FieldResultsPage {
    /// The page of one survey.
    pub(super) fn of(
        consultation: &Consultation,
        published: &Published,
        survey: &SurveyFigures,
        (quotes, released): (&[Text], i64),
        zone: Zone,
    ) -> Self {
        let limits = published.snapshot.limits;
        let mut bars = Bars::default();
        let goals = survey.goals().map(|goal| {
            let shown = goal.shown_marks(limits);
            GoalResult {
                key: goal.key.clone(),
                label: goal.label.clone(),
                title: goal.text.clone(),
                marks: goal.marks(),
                comments: goal.texts,
                bar: bars.add(&shown),
                shown,
            }
        });
        let goals = goals.collect();
        let days = days(std::iter::once(survey), limits);
        let free = survey
            .questions
            .iter()
            .filter(|question| !question.is_goal());
        Self {
            head: head(consultation, published, zone),
            survey: survey.slug.clone(),
            label: survey.label.clone(),
            title: survey.title.clone(),
            bases: bases(survey),
            marks: survey.shown_marks(limits),
            goals,
            chart: bars.draw(),
            questions: free
                .map(|question| question_result(question, limits))
                .collect(),
            quotes: quotes.iter().map(|text| quote(survey, text)).collect(),
            released,
            columns: columns(&days.iter().map(|day| day.n).collect::<Vec<_>>()),
            days,
            channels: channels(&published.snapshot, Some(survey)),
            corrections: Vec::new(),
            apart: apart::of_survey(survey, limits),
        }
    }

    /// The same with the typing errors that were corrected in the questions.
    pub(super) fn noting(mut self, corrections: &[Correction], zone: Zone) -> Self {
        self.corrections = notes(corrections, zone);
        self
    }
}

pub(super) fn head(consultation: &Consultation, published: &Published, zone: Zone) -> Head {
    let checksum = published.sha256.as_bytes().chunks(4).take(4);
    Head {
        slug: consultation.slug.clone(),
        title: consultation.title.clone(),
        published_on: zone.day(published.at),
        number: published.number,
        checksum: checksum
            .map(|part| String::from_utf8_lossy(part).into_owned())
            .collect(),
        min_questionnaires: published.snapshot.limits.min_questionnaires,
        min_marks: published.snapshot.limits.min_marks,
    }
}

fn bases(survey: &SurveyFigures) -> Bases {
    let questionnaires = survey.questionnaires();
    Bases {
        // A person submits a survey at most once, so within one survey the two numbers are equal.
        people: questionnaires,
        questionnaires,
        marks: survey.marks(),
        texts: survey.texts(),
    }
}

/// Questionnaires by time, in spans that are large enough to be shown.
pub fn days<'a>(surveys: impl Iterator<Item = &'a SurveyFigures>, limits: Limits) -> Vec<DayBar> {
    let mut by_day = BTreeMap::<NaiveDate, u64>::new();
    for (day, _, n) in surveys.flat_map(|survey| &survey.days) {
        *by_day.entry(*day).or_default() += n;
    }
    let by_day: Vec<_> = by_day.into_iter().collect();
    let buckets = merge_days(&by_day, limits).into_iter();
    buckets
        .map(|bucket| DayBar {
            from: bucket.from,
            until: bucket.until,
            n: bucket.n,
        })
        .collect()
}

/// Questionnaires by channel, of one survey or of all. The surveys' rows add up to the whole, so they are hidden
/// together: what one row hides cannot be computed from the others.
fn channels(snapshot: &Snapshot, only: Option<&SurveyFigures>) -> Channels {
    let surveys: Vec<&SurveyFigures> = snapshot.surveys.iter().collect();
    let count = |survey: &SurveyFigures, channel: Channel| -> u64 {
        let rows = survey
            .days
            .iter()
            .filter(|(_, name, _)| name == channel.as_str());
        rows.map(|(_, _, n)| n).sum()
    };
    let used: Vec<Channel> = Channel::ALL
        .into_iter()
        .filter(|channel| surveys.iter().any(|survey| count(survey, *channel) > 0))
        .collect();
    let Some(only) = only else {
        let totals = used.iter().map(|channel| {
            (
                channel.label_key(),
                snapshot.asked().map(|survey| count(survey, *channel)).sum(),
            )
        });
        let merged = merge_small(totals.collect(), snapshot.limits);
        let together = merged
            .together
            .map(|together| (together.labels, together.n));
        return Channels {
            rows: merged.rows,
            together,
        };
    };
    let table: Vec<Vec<u64>> = surveys
        .iter()
        .map(|survey| used.iter().map(|channel| count(survey, *channel)).collect())
        .collect();
    let shown = cross(&table, snapshot.limits);
    let row = surveys
        .iter()
        .position(|survey| survey.slug == only.slug)
        .unwrap_or_default();
    let mut channels = Channels {
        rows: Vec::new(),
        together: None,
    };
    let mut hidden = (Vec::new(), 0);
    for (n, channel) in used.iter().enumerate() {
        match shown.cells[row][n] {
            Some(0) => {}
            Some(count) => channels.rows.push((channel.label_key(), count)),
            None => {
                hidden.0.push(channel.label_key());
                hidden.1 += table[row][n];
            }
        }
    }
    // What is put together must not be small itself, or subtracting from the total would single it out.
    while (1..snapshot.limits.min_cell).contains(&hidden.1) {
        let smallest = (0..channels.rows.len()).min_by_key(|n| channels.rows[*n].1);
        let Some(smallest) = smallest else { break };
        let (label, count) = channels.rows.remove(smallest);
        hidden.0.insert(0, label);
        hidden.1 += count;
    }
    if !hidden.0.is_empty() && hidden.1 >= snapshot.limits.min_cell {
        channels.together = Some(hidden);
    }
    channels
}

/// A few texts about different questions, as far as there are.
pub(super) fn varied(texts: Vec<Text>, most: usize) -> Vec<Text> {
    let (mut chosen, mut rest) = (Vec::<Text>::new(), Vec::new());
    for text in texts {
        if chosen.iter().any(|other| other.question == text.question) {
            rest.push(text);
        } else {
            chosen.push(text);
        }
    }
    chosen.extend(rest);
    chosen.truncate(most);
    chosen
}

pub(super) fn quote(survey: &SurveyFigures, text: &Text) -> Quote {
    let question = survey
        .questions
        .iter()
        .find(|question| question.id == text.question);
    Quote {
        paragraphs: paragraphs(&text.text),
        label: question
            .map(|question| question.label.clone())
            .unwrap_or_default(),
        about: question
            .map(|question| question.text.clone())
            .unwrap_or_default(),
        mark_key: text.mark.map(Mark::label_key),
    }
}
