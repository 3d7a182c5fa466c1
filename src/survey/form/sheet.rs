//! A paper form as it is typed: all questions of a consultation on one screen.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::{AnswerForm, day_of};
use crate::base::form::{FieldError, Fields, tidy};
use crate::participation::Channel;
use crate::survey::model::{Answer, MAX_BATCH_NAME, Question, QuestionKind, Survey};

/// A new batch, as it is typed.
#[derive(Clone, Debug, Default, Deserialize, Serialize)]
pub struct BatchForm {
    /// The consultation's name in addresses.
    #[serde(default)]
    pub consultation: String,
    /// What is written on the folder.
    #[serde(default)]
    pub name: String,
    /// How the forms came.
    #[serde(default)]
    pub channel: String,
}

impl BatchForm {
    /// The name and the channel, or what has to be corrected. `is_known`: whether the consultation can be chosen.
    ///
    /// # Errors
    /// Each fault names its field.
    pub fn parse(&self, is_known: bool) -> Result<(String, Channel), Vec<FieldError>> {
        let mut errors = Vec::new();
        if !is_known {
            errors.push(FieldError::new("consultation", "error-paper-consultation"));
        }
        let name = tidy(&self.name).replace('\n', " ");
        if name.is_empty() {
            errors.push(FieldError::new("name", "error-paper-name"));
        }
        errors.extend(FieldError::too_long("name", &name, MAX_BATCH_NAME));
        let channel =
            Channel::parse(&self.channel).filter(|channel| Self::CHANNELS.contains(channel));
        match channel {
            Some(channel) if errors.is_empty() => Ok((name, channel)),
            Some(_) => Err(errors),
            None => {
                errors.push(FieldError::new("channel", "error-paper-channel"));
                Err(errors)
            }
        }
    }

    /// The ways by which forms can come.
    pub const CHANNELS: [Channel; 3] = [Channel::Paper, Channel::Desk, Channel::Event];
}

/// The fields of all questions; each begins with the question's own prefix.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(transparent)]
pub struct SheetForm(Fields);

/// A sheet that may be kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TypedSheet {
    /// The day it reached the town.
    pub received_on: NaiveDate,
    /// What was answered.
    pub answers: BTreeMap<i32, Answer>,
}

impl SheetForm {
    /// The form as it would be sent with a sheet that was typed before.
    pub fn of(surveys: &[Survey], sheet: &TypedSheet) -> Self {
        let mut fields = vec![(
            "received".to_owned(),
            sheet.received_on.format("%d.%m.%Y").to_string(),
        )];
        for question in surveys.iter().flat_map(|survey| &survey.questions) {
            let own = AnswerForm::of(question, sheet.answers.get(&question.id));
            let prefix = Self::prefix(question.id);
            fields.extend(
                own.0
                    .0
                    .into_iter()
                    .map(|(name, value)| (format!("{prefix}.{name}"), value)),
            );
        }
        Self(Fields(fields))
    }

    /// An empty sheet with a day already in it.
    pub fn of_day(day: &str) -> Self {
        Self(Fields(vec![("received".into(), day.into())]))
    }

    /// The beginning of the names of a question's fields.
    pub fn prefix(question: i32) -> String {
        format!("q{question}")
    }

    /// The day as typed.
    pub fn received(&self) -> &str {
        self.0.get("received").unwrap_or_default()
    }

    /// Which button was pressed.
    pub fn step(&self) -> &str {
        self.0.get("step").unwrap_or_default()
    }

    /// What was typed to one question, as that question's own page would send it.
    pub fn of_question(&self, id: i32) -> AnswerForm {
        let prefix = format!("{}.", Self::prefix(id));
        let own = self.0.0.iter().filter_map(|(name, value)| {
            let name = name.strip_prefix(&prefix)?;
            Some((name.to_owned(), value.clone()))
        });
        AnswerForm::from(own.collect::<Vec<_>>())
    }

    /// The sheet, or everything that has to be corrected. `first` and `last` are the days on which it may have come.
    ///
    /// # Errors
    /// Each fault names its field.
    pub fn parse(
        &self,
        surveys: &[Survey],
        (first, last): (NaiveDate, NaiveDate),
    ) -> Result<TypedSheet, Vec<FieldError>> {
        let mut errors = Vec::new();
        let received_on = match day_of(self.received().trim()) {
            Some(day) if (first..=last).contains(&day) => Some(day),
            Some(_) => {
                errors.push(FieldError::new("received", "error-sheet-day"));
                None
            }
            None => {
                errors.push(FieldError::new("received", "error-sheet-no-day"));
                None
            }
        };
        let mut answers = BTreeMap::new();
        for question in surveys.iter().flat_map(|survey| &survey.questions) {
            match self.answer(question) {
                Ok(Answer::Skipped) => {}
                Ok(answer) => {
                    answers.insert(question.id, answer);
                }
                Err(faults) => errors.extend(faults.into_iter().map(|fault| FieldError {
                    field: format!("{}.{}", Self::prefix(question.id), fault.field),
                    ..fault
                })),
            }
        }
        if errors.is_empty() {
            errors.extend(unasked(surveys, &answers));
        }
        if errors.is_empty() && answers.is_empty() {
            errors.push(FieldError::new("main", "error-sheet-empty"));
        }
        match received_on {
            Some(received_on) if errors.is_empty() => Ok(TypedSheet {
                received_on,
                answers,
            }),
            _ => Err(errors),
        }
    }

    fn answer(&self, question: &Question) -> Result<Answer, Vec<FieldError>> {
        let own = self.of_question(question.id);
        let is_blank = own.0.0.iter().all(|(_, value)| value.trim().is_empty());
        // What was left blank on paper is left out; nobody can be asked again.
        if is_blank {
            return Ok(Answer::Skipped);
        }
        let mut fields = own.0.0.clone();
        // A comment without a mark is fine on paper too.
        if question.kind == QuestionKind::Goal && own.value("mark").is_empty() {
            fields.push(("step".into(), "skip".into()));
        }
        AnswerForm::from(fields).parse(question)
    }
}

/// Answers to questions that were not to be answered after the others.
fn unasked(surveys: &[Survey], answers: &BTreeMap<i32, Answer>) -> Vec<FieldError> {
    let mut faults = Vec::new();
    for survey in surveys {
        let asked = survey.asked(|id| answers.get(&id));
        let is_asked = |id: i32| asked.iter().any(|question| question.id == id);
        for question in &survey.questions {
            if answers.contains_key(&question.id) && !is_asked(question.id) {
                let field = format!("{}.main", SheetForm::prefix(question.id));
                faults.push(FieldError::new(field, "error-sheet-not-asked"));
            }
        }
    }
    faults
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::id::Id;
    use crate::survey::model::{Choice, Condition};
    use proptest::prelude::*;

    fn question(id: i32, kind: QuestionKind) -> Question {
        let choices: Vec<Choice> = (1..=3)
            .map(|code| Choice {
                code,
                key: format!("k{code}"),
                label: format!("{code}"),
            })
            .collect();
        let (options, items) = match kind {
            QuestionKind::Scale => (choices.clone(), choices),
            QuestionKind::Single | QuestionKind::Multiple | QuestionKind::Ranking => {
                (choices, Vec::new())
            }
            _ => (Vec::new(), Vec::new()),
        };
        Question {
            id,
            key: format!("f{id}"),
            kind,
            goal: None,
            text: String::new(),
            help: String::new(),
            is_required: true,
            options,
            items,
            condition: None,
            reading: crate::translation::Reading::default(),
        }
    }

    fn survey() -> Vec<Survey> {
        let questions = (1..)
            .zip(QuestionKind::ALL)
            .map(|(id, kind)| question(id, kind));
        vec![Survey {
            id: Id::known("s"),
            slug: "s".into(),
            field: None,
            is_profile: false,
            title: String::new(),
            intro: String::new(),
            questions: questions.collect(),
            reading: crate::translation::Reading::default(),
        }]
    }

    const DAYS: (NaiveDate, NaiveDate) = (
        NaiveDate::from_ymd_opt(2026, 7, 1).unwrap(),
        NaiveDate::from_ymd_opt(2026, 7, 17).unwrap(),
    );

    fn sheet(fields: &[(&str, &str)]) -> SheetForm {
        let fields = fields
            .iter()
            .map(|(k, v)| ((*k).to_owned(), (*v).to_owned()));
        SheetForm(Fields(fields.collect()))
    }

    #[test]
    fn what_was_left_blank_is_left_out_even_where_it_must_be_answered_online() {
        let typed = sheet(&[
            ("received", "3.7.2026"),
            ("q1.mark", ""),
            ("q1.comment", "Gut"),
            ("q2.choice", "k2"),
        ]);
        let typed = typed.parse(&survey(), DAYS).unwrap();
        assert_eq!(typed.answers.len(), 2);
        assert_eq!(typed.answers[&2], Answer::Single(2));
    }

    #[test]
    fn every_fault_is_named_at_its_field_and_nothing_is_kept() {
        let typed = sheet(&[
            ("received", "18.7.2026"),
            ("q2.choice", "k9"),
            ("q6.text", "viele"),
        ]);
        let faults = typed.parse(&survey(), DAYS).unwrap_err();
        let fields: Vec<_> = faults.iter().map(|fault| fault.field.as_str()).collect();
        assert_eq!(fields, ["received", "q2.choice", "q6.text"]);
        let empty = sheet(&[("received", "3.7.2026")])
            .parse(&survey(), DAYS)
            .unwrap_err();
        assert_eq!(empty[0].key, "error-sheet-empty");
    }

    #[test]
    fn an_answer_to_a_question_that_was_not_to_be_answered_is_told() {
        let mut surveys = survey();
        surveys[0].questions[2].condition = Some(Condition {
            on: 2,
            codes: [1].into(),
        });
        let typed = sheet(&[
            ("received", "3.7.2026"),
            ("q2.choice", "k2"),
            ("q3.choice", "k1"),
        ]);
        let faults = typed.parse(&surveys, DAYS).unwrap_err();
        assert_eq!(
            (faults[0].field.as_str(), faults[0].key),
            ("q3.main", "error-sheet-not-asked")
        );
    }

    proptest! {
        #[test]
        fn a_sheet_comes_back_as_it_was_typed(
            fields in proptest::collection::vec(("q(1|2|3|4|5|6|7|8|9)\\.(mark|comment|choice|text|place\\.k1|item\\.k2)", "(k1|k2|right|7|3\\.7\\.2026|\\PC{0,9})"), 0..9)
        ) {
            let mut fields = fields;
            fields.push(("received".into(), "3.7.2026".into()));
            let surveys = survey();
            if let Ok(typed) = SheetForm(Fields(fields)).parse(&surveys, DAYS) {
                let again = SheetForm::of(&surveys, &typed).parse(&surveys, DAYS);
                prop_assert_eq!(again, Ok(typed));
            }
        }
    }
}
