//! What came with access codes and what came without, apart. Both parts are shown or neither: beside the whole, one of
//! them would give the other away.

use chrono::NaiveDate;

use super::{InvitedFigures, QuestionFigures, SurveyFigures};
use crate::base::figures::{Limits, Shown};

impl QuestionFigures {
    /// How many questionnaires its figures come from.
    fn base(&self) -> u64 {
        if self.is_goal() {
            self.marks()
        } else {
            self.answered
        }
    }

    /// The answers with an access code and those without; none when nobody had one, or one part is too small.
    pub fn apart(&self, limits: Limits) -> Option<(Self, Self)> {
        let invited = self.invited.as_ref()?;
        let part = |answered, counts| Self {
            answered,
            counts,
            texts: 0,
            invited: None,
            ..self.clone()
        };
        let with = part(invited.answered, invited.counts.clone());
        let without = part(
            self.answered.saturating_sub(invited.answered),
            less(&self.counts, &invited.counts),
        );
        let enough = |one: &Self| one.base() >= limits.min_questionnaires;
        (enough(&with) && enough(&without)).then_some((with, without))
    }
}

/// Counts without those of a part.
fn less(whole: &[Vec<u64>], part: &[Vec<u64>]) -> Vec<Vec<u64>> {
    let row = |(n, row): (usize, &Vec<u64>)| {
        let own = part.get(n).map_or(&[][..], Vec::as_slice);
        let own = own.iter().copied().chain(std::iter::repeat(0));
        row.iter()
            .zip(own)
            .map(|(n, own)| n.saturating_sub(own))
            .collect()
    };
    whole.iter().enumerate().map(row).collect()
}

impl SurveyFigures {
    /// Whether anybody of the consultation took part with an access code.
    pub fn has_invited(&self) -> bool {
        self.invited.is_some()
    }

    /// The survey with an access code and without: its questions as far as both parts may be shown; none when one of
    /// the parts is too small.
    pub fn apart(&self, limits: Limits) -> Option<(Self, Self)> {
        let with = self.invited?;
        let without = self.questionnaires().saturating_sub(with);
        if with.min(without) < limits.min_questionnaires {
            return None;
        }
        let questions = self.questions.iter().filter_map(|one| one.apart(limits));
        let (of_with, of_without) = questions.unzip();
        let part = |n, questions| Self {
            days: vec![(NaiveDate::default(), String::new(), n)],
            questions,
            invited: None,
            ..self.clone()
        };
        Some((part(with, of_with), part(without, of_without)))
    }

    /// What may be shown of all marks of both parts. Only where each goal can be told apart: a sum beside hidden goals
    /// would give them away.
    pub fn marks_apart(&self, limits: Limits) -> Option<[(Shown, u64); 2]> {
        let (with, without) = self.apart(limits)?;
        let rated = self.goals().filter(|goal| goal.marks() > 0).count();
        let told = with.goals().count();
        (rated > 0 && rated == told)
            .then(|| [with, without].map(|part| (part.shown_marks(limits), part.marks())))
    }
}

impl InvitedFigures {
    /// The part's counts in the order of the whole: `own` names what was given in the part alone.
    pub fn along(whole: &QuestionFigures, own: &QuestionFigures) -> Self {
        let place = |option: &String| own.options.iter().position(|other| other == option);
        let aligned = |row: &Vec<u64>| -> Vec<u64> {
            if whole.options == own.options {
                return row.clone();
            }
            let options = whole.options.iter();
            let count = |option| place(option).and_then(|at| row.get(at)).copied();
            options
                .map(|option| count(option).unwrap_or_default())
                .collect()
        };
        Self {
            answered: own.answered,
            counts: own.counts.iter().map(aligned).collect(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn goal(counts: [u64; 5], invited: [u64; 5]) -> QuestionFigures {
        QuestionFigures {
            id: 1,
            key: "sz-1".into(),
            kind: "goal".into(),
            label: "1".into(),
            text: "Ziel".into(),
            answered: counts.iter().sum(),
            texts: 3,
            options: Vec::new(),
            counts: vec![counts.into()],
            items: Vec::new(),
            invited: Some(InvitedFigures {
                answered: invited.iter().sum(),
                counts: vec![invited.into()],
            }),
        }
    }

    fn survey(goals: Vec<QuestionFigures>, questionnaires: u64, invited: u64) -> SurveyFigures {
        SurveyFigures {
            slug: "s".into(),
            label: String::new(),
            title: "S".into(),
            is_profile: false,
            days: vec![(NaiveDate::default(), "online".into(), questionnaires)],
            questions: goals,
            invited: Some(invited),
        }
    }

    #[test]
    fn both_parts_together_are_the_whole() {
        let whole = goal([0, 1, 30, 9, 0], [0, 1, 8, 1, 0]);
        let (with, without) = whole.apart(Limits::default()).unwrap();
        assert_eq!((with.marks(), without.marks()), (10, 30));
        assert_eq!(without.mark_counts(), [0, 0, 22, 8, 0]);
        let all = survey(vec![whole], 40, 10)
            .marks_apart(Limits::default())
            .unwrap();
        assert_eq!((all[0].1, all[1].1), (10, 30));
    }

    #[test]
    fn a_small_part_hides_the_other_and_the_sum() {
        let (large, small) = (
            goal([0, 0, 20, 9, 1], [0, 0, 8, 2, 0]),
            goal([0, 0, 20, 9, 1], [0, 0, 2, 1, 0]),
        );
        assert_eq!(small.apart(Limits::default()), None);
        let all = survey(vec![large.clone(), small], 30, 10);
        let (with, without) = all.apart(Limits::default()).unwrap();
        assert_eq!((with.questions.len(), without.questions.len()), (1, 1));
        assert!(all.marks_apart(Limits::default()).is_none());
        assert!(
            survey(vec![large.clone()], 30, 4)
                .apart(Limits::default())
                .is_none()
        );
        assert!(
            survey(vec![large], 30, 27)
                .apart(Limits::default())
                .is_none()
        );
    }

    #[test]
    fn numbers_given_in_one_part_only_keep_their_place() {
        let whole = QuestionFigures {
            kind: "number".into(),
            options: ["0", "2", "5"].map(Into::into).into(),
            counts: vec![vec![4, 9, 2]],
            ..goal([0; 5], [0; 5])
        };
        let own = QuestionFigures {
            options: ["2"].map(Into::into).into(),
            counts: vec![vec![6]],
            answered: 6,
            ..whole.clone()
        };
        let part = InvitedFigures::along(&whole, &own);
        assert_eq!((part.answered, part.counts), (6, vec![vec![0, 6, 0]]));
    }
}
