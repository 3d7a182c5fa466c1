//! The frozen figures, and what of them may be shown. Pure.

mod apart;
mod columns;
mod cross;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

pub use columns::{COMMENT, Columns, Place, WROTE};
pub use cross::{Axis, Cross, count};

use crate::base::figures::{Limits, Shown, shown, shown_choices};
use crate::survey::{Mark, QuestionKind};

/// All figures of a consultation at one moment. Its JSON is what the checksum is made of.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Snapshot {
    /// The consultation's title.
    pub title: String,
    /// From which size on figures were shown when they were published; later options change nothing.
    pub limits: Limits,
    /// People who took part.
    pub people: u64,
    /// Survey by survey, in their order.
    pub surveys: Vec<SurveyFigures>,
}

/// The figures of one survey.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SurveyFigures {
    /// Its name in addresses.
    pub slug: String,
    /// "2", for a field of action.
    pub label: String,
    /// Its title.
    pub title: String,
    /// About the person; not counted as a questionnaire.
    pub is_profile: bool,
    /// Questionnaires by day and channel.
    pub days: Vec<(NaiveDate, String, u64)>,
    /// Question by question, in their order.
    pub questions: Vec<QuestionFigures>,
    /// How many of its questionnaires came with an access code; none in a consultation in which nobody had one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub invited: Option<u64>,
}

/// The part of a question's figures that came with access codes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct InvitedFigures {
    /// Questionnaires with an answer to it.
    pub answered: u64,
    /// Counts in the order of the question's own.
    pub counts: Vec<Vec<u64>>,
}

/// The figures of one question.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct QuestionFigures {
    /// The number of the question, to find its released texts.
    pub id: i32,
    /// Its lasting name.
    pub key: String,
    /// `goal`, `single`, …
    pub kind: String,
    /// "2.4", for a goal.
    pub label: String,
    /// The question as it was asked.
    pub text: String,
    /// Questionnaires with an answer to it.
    pub answered: u64,
    /// Comments or texts.
    pub texts: u64,
    /// What could be chosen; for numbers and days those given; for a ranking the places.
    pub options: Vec<String>,
    /// One row of counts, in the order of `options`; for a scale or ranking one for each of `items`. Goals: in chart order.
    pub counts: Vec<Vec<u64>>,
    /// The rows of a scale, the options of a ranking.
    pub items: Vec<String>,
    /// What of it came with access codes; none in a consultation in which nobody had one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub invited: Option<InvitedFigures>,
}

impl SurveyFigures {
    /// How many questionnaires it got.
    pub fn questionnaires(&self) -> u64 {
        self.days.iter().map(|(_, _, n)| n).sum()
    }

    /// The questions about goals.
    pub fn goals(&self) -> impl Iterator<Item = &QuestionFigures> {
        self.questions.iter().filter(|question| question.is_goal())
    }

    /// How many marks its goals got.
    pub fn marks(&self) -> u64 {
        self.goals().map(QuestionFigures::marks).sum()
    }

    /// How many comments and texts it got.
    pub fn texts(&self) -> u64 {
        self.questions.iter().map(|question| question.texts).sum()
    }

    /// What may be shown of all its marks together.
    pub fn shown_marks(&self, limits: Limits) -> Shown {
        together(
            self.goals().map(QuestionFigures::part),
            self.questionnaires(),
            limits,
        )
    }

    /// Its marks as one part of a whole.
    fn part(&self) -> Part {
        let mut counts = [0; 5];
        for goal in self.goals() {
            for (sum, n) in counts.iter_mut().zip(goal.mark_counts()) {
                *sum += n;
            }
        }
        Part {
            counts,
            base: self.questionnaires(),
        }
    }
}

impl QuestionFigures {
    /// Whether it is a mark on a goal.
    pub fn is_goal(&self) -> bool {
        self.kind == QuestionKind::Goal.as_str()
    }

    /// How many marks it got: every questionnaire gives a goal at most one.
    pub fn marks(&self) -> u64 {
        self.mark_counts().iter().sum()
    }

    /// The marks in chart order.
    pub fn mark_counts(&self) -> [u64; 5] {
        let mut counts = [0; 5];
        for (place, n) in counts
            .iter_mut()
            .zip(self.counts.first().into_iter().flatten())
        {
            *place = *n;
        }
        counts
    }

    /// What may be shown of a goal's marks.
    pub fn shown_marks(&self, limits: Limits) -> Shown {
        shown(&self.mark_counts(), self.marks(), limits)
    }

    /// What may be shown of one row of a free-standing question.
    pub fn shown_row(&self, row: &[u64], limits: Limits) -> Shown {
        if self.kind == QuestionKind::Multiple.as_str() {
            shown_choices(row, self.answered, limits)
        } else {
            shown(row, self.answered, limits)
        }
    }

    fn part(&self) -> Part {
        Part {
            counts: self.mark_counts(),
            base: self.marks(),
        }
    }
}

impl Snapshot {
    /// The surveys that count as questionnaires.
    pub fn asked(&self) -> impl Iterator<Item = &SurveyFigures> {
        self.surveys.iter().filter(|survey| !survey.is_profile)
    }

    /// The survey of that name.
    pub fn survey(&self, slug: &str) -> Option<&SurveyFigures> {
        self.surveys.iter().find(|survey| survey.slug == slug)
    }

    /// Questionnaires of all surveys.
    pub fn questionnaires(&self) -> u64 {
        self.asked().map(SurveyFigures::questionnaires).sum()
    }

    /// Marks of all surveys.
    pub fn marks(&self) -> u64 {
        self.asked().map(SurveyFigures::marks).sum()
    }

    /// Comments and texts of all surveys.
    pub fn texts(&self) -> u64 {
        self.surveys.iter().map(SurveyFigures::texts).sum()
    }

    /// What may be shown of all marks together.
    pub fn shown_marks(&self) -> Shown {
        together(
            self.asked().map(SurveyFigures::part),
            self.questionnaires(),
            self.limits,
        )
    }
}

/// Marks that are shown by themselves as well as in a sum.
struct Part {
    counts: [u64; 5],
    /// How many questionnaires gave them.
    base: u64,
}

/// What may be shown of a sum whose parts are shown beside it. Where so few marks are hidden in the parts that
/// subtracting the others would bring them to light, the sum is not shown either.
fn together(parts: impl Iterator<Item = Part>, questionnaires: u64, limits: Limits) -> Shown {
    let mut sum = [0; 5];
    let mut hidden = 0;
    for part in parts {
        for (total, n) in sum.iter_mut().zip(part.counts) {
            *total += n;
        }
        let is_hidden = shown(&part.counts, part.base, limits) == Shown::TooFew;
        if is_hidden {
            hidden += part.counts.iter().sum::<u64>();
        }
    }
    if (1..limits.min_questionnaires).contains(&hidden) {
        return Shown::TooFew;
    }
    shown(&sum, questionnaires, limits)
}

/// The marks in chart order, from counts by code.
pub(super) fn in_chart_order(count: impl Fn(i32) -> u64) -> Vec<u64> {
    Mark::CHART.map(|mark| count(mark.code())).into()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn goal(counts: [u64; 5]) -> QuestionFigures {
        QuestionFigures {
            id: 1,
            key: "sz-1".into(),
            kind: "goal".into(),
            label: "1".into(),
            text: "Ziel".into(),
            answered: counts.iter().sum(),
            texts: 0,
            options: Vec::new(),
            counts: vec![counts.into()],
            items: Vec::new(),
            invited: None,
        }
    }

    fn survey(goals: &[[u64; 5]], questionnaires: u64) -> SurveyFigures {
        SurveyFigures {
            slug: "s".into(),
            label: "1".into(),
            title: "S".into(),
            is_profile: false,
            days: vec![(NaiveDate::default(), "online".into(), questionnaires)],
            questions: goals.iter().map(|counts| goal(*counts)).collect(),
            invited: None,
        }
    }

    #[test]
    fn a_hidden_goal_cannot_be_computed_from_the_sum() {
        let limits = Limits::default();
        let leaky = survey(&[[0, 0, 20, 5, 0], [1, 0, 2, 0, 0]], 28);
        assert_eq!(leaky.questions[1].shown_marks(limits), Shown::TooFew);
        assert_eq!(leaky.shown_marks(limits), Shown::TooFew);
        let sound = survey(&[[0, 0, 20, 5, 0], [0, 0, 0, 0, 0]], 25);
        assert_ne!(sound.shown_marks(limits), Shown::TooFew);
    }

    #[test]
    fn sixty_three_of_a_hundred_and_sixteen() {
        let story = survey(
            &[
                [1, 2, 20, 5, 1],
                [1, 1, 20, 6, 1],
                [0, 1, 21, 7, 0],
                [1, 1, 12, 14, 1],
            ],
            29,
        );
        let Shown::Shares { counts, percent } = story.shown_marks(Limits::default()) else {
            panic!("116 marks are enough")
        };
        assert_eq!((story.marks(), counts[2], counts[3]), (116, 73, 32));
        assert_eq!((percent[2], percent[3]), (63, 28));
    }
}
