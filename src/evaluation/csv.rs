//! Published results as CSV: the same figures as on the page, hidden where the page hides them.

use std::borrow::Cow;

use super::model::{QuestionFigures, Snapshot, SurveyFigures};
use crate::base::export::{Cell, Separator, csv};
use crate::base::figures::{Limits, Shown};
use crate::survey::Mark;

/// The names of the columns; the same in every language, because programs read them.
const HEADER: [&str; 11] = [
    "survey",
    "survey_title",
    "question",
    "kind",
    "label",
    "text",
    "item",
    "option",
    "count",
    "percent",
    "group",
];

/// Which questionnaires a line counts, in its last column: all, those with an access code, those without.
const GROUPS: [&str; 2] = ["invited", "open"];

/// One line per option of each question. A line without a count says that the figure is too small to be shown.
pub fn file(
    snapshot: &Snapshot,
    only: Option<&str>,
    separator: Separator,
) -> anyhow::Result<Vec<u8>> {
    let surveys = snapshot.surveys.iter();
    let surveys = surveys.filter(|survey| only.is_none_or(|slug| slug == survey.slug));
    let groups: Vec<(Cow<SurveyFigures>, &str)> = surveys
        .flat_map(|survey| groups(survey, snapshot.limits))
        .collect();
    let mut rows: Vec<Vec<Cell>> = Vec::new();
    for (survey, group) in &groups {
        let from = rows.len();
        rows.push(line(
            survey,
            None,
            "",
            "questionnaires",
            Some(survey.questionnaires()),
            None,
        ));
        for question in &survey.questions {
            lines(survey, question, snapshot.limits, &mut rows);
        }
        for row in &mut rows[from..] {
            row.push((*group).into());
        }
    }
    Ok(csv(separator, &HEADER, rows)?)
}

/// A survey as a whole, and its two parts where both may be shown.
fn groups(survey: &SurveyFigures, limits: Limits) -> Vec<(Cow<'_, SurveyFigures>, &'static str)> {
    let mut groups = vec![(Cow::Borrowed(survey), "")];
    if let Some((with, without)) = survey.apart(limits) {
        let [invited, open] = GROUPS;
        groups.extend([(Cow::Owned(with), invited), (Cow::Owned(without), open)]);
    }
    groups
}

fn lines<'a>(
    survey: &'a SurveyFigures,
    question: &'a QuestionFigures,
    limits: Limits,
    rows: &mut Vec<Vec<Cell<'a>>>,
) {
    let about = Some(question);
    if question.texts > 0 {
        rows.push(line(survey, about, "", "texts", Some(question.texts), None));
    }
    if question.is_goal() {
        rows.push(line(
            survey,
            about,
            "",
            "marks",
            Some(question.marks()),
            None,
        ));
    } else {
        rows.push(line(
            survey,
            about,
            "",
            "answered",
            Some(question.answered),
            None,
        ));
    }
    for (n, counts) in question.counts.iter().enumerate() {
        let item = question.items.get(n).map_or("", String::as_str);
        let shown = if question.is_goal() {
            question.shown_marks(limits)
        } else {
            question.shown_row(counts, limits)
        };
        let (counts, percent) = match &shown {
            Shown::TooFew => (None, None),
            Shown::Counts { counts } => (Some(counts), None),
            Shown::Shares { counts, percent } => (Some(counts), Some(percent)),
        };
        for place in 0..question.counts[n].len() {
            let option = if question.is_goal() {
                Mark::CHART[place].as_str()
            } else {
                question.options.get(place).map_or("", String::as_str)
            };
            let count = counts.map(|counts| counts[place]);
            let share = percent.map(|percent| u64::from(percent[place]));
            rows.push(line(survey, about, item, option, count, share));
        }
    }
}

fn line<'a>(
    survey: &'a SurveyFigures,
    question: Option<&'a QuestionFigures>,
    item: &'a str,
    option: &'a str,
    count: Option<u64>,
    percent: Option<u64>,
) -> Vec<Cell<'a>> {
    let of = |part: fn(&'a QuestionFigures) -> &'a str| Cell::from(question.map_or("", part));
    vec![
        survey.slug.as_str().into(),
        survey.title.as_str().into(),
        of(|question| &question.key),
        of(|question| &question.kind),
        of(|question| &question.label),
        of(|question| &question.text),
        item.into(),
        option.to_owned().into(),
        count.into(),
        percent.into(),
    ]
}
