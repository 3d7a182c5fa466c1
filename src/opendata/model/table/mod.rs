//! Published figures as a table: one line for each option of each question, the same in every file. Hidden where the page
//! hides them.

mod column;

use std::borrow::Cow;

pub use column::{Column, Group, Told};

use crate::base::export::Cell;
use crate::base::figures::{Limits, Shown};
use crate::evaluation::{QuestionFigures, Snapshot, SurveyFigures};
use crate::survey::{Mark, QuestionKind};

/// What a line counts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Counted {
    /// Something about the whole survey or question: `questionnaires`, `marks`, `answered` or `texts`.
    Fact(&'static str),
    /// A mark on a goal.
    Mark(Mark),
    /// An option in the words of the question.
    Option(String),
}

impl Counted {
    /// Facts about surveys and questions, with the texts that explain them.
    pub const FACTS: [(&'static str, &'static str); 4] = [
        ("questionnaires", "data-fact-questionnaires"),
        ("marks", "data-fact-marks"),
        ("answered", "data-fact-answered"),
        ("texts", "data-fact-texts"),
    ];

    /// As it stands in files.
    pub fn as_str(&self) -> &str {
        match self {
            Self::Fact(name) => name,
            Self::Mark(mark) => mark.as_str(),
            Self::Option(label) => label,
        }
    }
}

/// One line of the table.
#[derive(Clone, Debug)]
pub struct Line {
    /// The survey's name in addresses.
    pub survey: String,
    /// Its title.
    pub survey_title: String,
    /// The question's lasting name; empty for a line about the whole survey.
    pub question: String,
    /// Its kind, as it stands in files.
    pub kind: String,
    /// Its number, for a goal.
    pub label: String,
    /// Its wording.
    pub text: String,
    /// The row of a scale, or what was put in order.
    pub item: String,
    /// What is counted.
    pub counted: Counted,
    /// How many; none where it is hidden.
    pub count: Option<u64>,
    /// Whole per cents; none where there are too few.
    pub percent: Option<u8>,
    /// What 100 % stand for; none where it is no part of a whole, or hidden.
    pub base: Option<u64>,
    /// What of it may be shown.
    pub told: Told,
    /// Which questionnaires it counts.
    pub group: Group,
}

impl Line {
    /// As it stands in files that programs read.
    pub fn cells(&self) -> Vec<Cell<'_>> {
        Column::ALL.map(|column| self.cell(column)).into()
    }

    /// One cell of it.
    pub fn cell(&self, column: Column) -> Cell<'_> {
        match column {
            Column::Survey => self.survey.as_str().into(),
            Column::SurveyTitle => self.survey_title.as_str().into(),
            Column::Question => self.question.as_str().into(),
            Column::Kind => self.kind.as_str().into(),
            Column::Label => self.label.as_str().into(),
            Column::Text => self.text.as_str().into(),
            Column::Item => self.item.as_str().into(),
            Column::Option => self.counted.as_str().into(),
            Column::Count => self.count.into(),
            Column::Percent => self.percent.into(),
            Column::Base => self.base.into(),
            Column::Shown => self.told.as_str().into(),
            Column::Group => self.group.as_str().into(),
        }
    }
}

/// The lines of all surveys, or of one.
pub fn lines(snapshot: &Snapshot, only: Option<&str>) -> Vec<Line> {
    let limits = snapshot.limits;
    let surveys = snapshot.surveys.iter();
    let surveys = surveys.filter(|survey| only.is_none_or(|slug| slug == survey.slug));
    let mut all = Vec::new();
    for (survey, group) in surveys.flat_map(|survey| groups(survey, limits)) {
        all.push(fact(
            &survey,
            None,
            "questionnaires",
            survey.questionnaires(),
            group,
        ));
        for question in &survey.questions {
            of_question(&survey, question, limits, group, &mut all);
        }
    }
    all
}

/// A survey as a whole, and its two parts where both may be shown.
fn groups(survey: &SurveyFigures, limits: Limits) -> Vec<(Cow<'_, SurveyFigures>, Group)> {
    let mut groups = vec![(Cow::Borrowed(survey), Group::All)];
    if let Some((with, without)) = survey.apart(limits) {
        groups.push((Cow::Owned(with), Group::Invited));
        groups.push((Cow::Owned(without), Group::Open));
    }
    groups
}

fn of_question(
    survey: &SurveyFigures,
    question: &QuestionFigures,
    limits: Limits,
    group: Group,
    all: &mut Vec<Line>,
) {
    let about = Some(question);
    if question.texts > 0 {
        all.push(fact(survey, about, "texts", question.texts, group));
    }
    let (name, n) = if question.is_goal() {
        ("marks", question.marks())
    } else {
        ("answered", question.answered)
    };
    all.push(fact(survey, about, name, n, group));
    for (n, counts) in question.counts.iter().enumerate() {
        let item = question.items.get(n).map_or("", String::as_str);
        let shown = if question.is_goal() {
            question.shown_marks(limits)
        } else {
            question.shown_row(counts, limits)
        };
        let base = base(question, counts, &shown);
        for place in 0..counts.len() {
            let (told, count, percent) = match &shown {
                Shown::TooFew => (Told::Hidden, None, None),
                Shown::Counts { counts } => (Told::Count, counts.get(place), None),
                Shown::Shares { counts, percent } => {
                    (Told::Share, counts.get(place), percent.get(place))
                }
            };
            let counted = match Mark::CHART.get(place) {
                Some(mark) if question.is_goal() => Counted::Mark(*mark),
                _ => Counted::Option(question.options.get(place).cloned().unwrap_or_default()),
            };
            all.push(Line {
                item: item.to_owned(),
                counted,
                count: count.copied(),
                percent: percent.copied(),
                base,
                told,
                ..fact(survey, about, "", 0, group)
            });
        }
    }
}

/// What 100 % of a row stand for. How many gave a point of a scale is hidden with the row.
fn base(question: &QuestionFigures, row: &[u64], shown: &Shown) -> Option<u64> {
    if question.is_goal() {
        Some(question.marks())
    } else if question.kind == QuestionKind::Multiple.as_str() {
        Some(question.answered)
    } else {
        (*shown != Shown::TooFew).then(|| row.iter().sum())
    }
}

fn fact(
    survey: &SurveyFigures,
    question: Option<&QuestionFigures>,
    name: &'static str,
    n: u64,
    group: Group,
) -> Line {
    let of =
        |part: fn(&QuestionFigures) -> &String| question.map(part).cloned().unwrap_or_default();
    Line {
        survey: survey.slug.clone(),
        survey_title: survey.title.clone(),
        question: of(|question| &question.key),
        kind: of(|question| &question.kind),
        label: of(|question| &question.label),
        text: of(|question| &question.text),
        item: String::new(),
        counted: Counted::Fact(name),
        count: Some(n),
        percent: None,
        base: None,
        told: Told::Count,
        group,
    }
}
