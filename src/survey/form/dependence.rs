//! After which answers a question is asked, as an editor chooses it at the desk.

use std::collections::BTreeSet;

use serde::Deserialize;

use crate::base::form::{FieldError, Fields};
use crate::survey::mark::Mark;
use crate::survey::model::{Condition, Question, QuestionKind, Survey};

/// The earlier question and its answers.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(transparent)]
pub struct ConditionForm(Fields);

impl ConditionForm {
    /// The form that shows the condition of a question; or, when an earlier question was chosen just now, that one.
    pub fn of(survey: &Survey, question: &Question, chosen: Option<&str>) -> Self {
        let mut fields = Vec::new();
        let condition = question.condition.as_ref();
        let now = condition.and_then(|c| survey.questions.iter().find(|q| q.id == c.on));
        let on = chosen
            .map(str::to_owned)
            .or_else(|| now.map(|earlier| earlier.key.clone()));
        if let (Some(condition), Some(earlier)) = (condition, now)
            && on.as_ref() == Some(&earlier.key)
        {
            let named = answers(earlier).into_iter();
            let named = named.filter(|(code, _)| condition.codes.contains(code));
            fields.extend(named.map(|(_, name)| ("answer".to_owned(), name)));
        }
        fields.extend(on.map(|on| ("on".to_owned(), on)));
        Self(Fields(fields))
    }

    /// The key of the earlier question; empty when the question is always asked.
    pub fn on(&self) -> &str {
        self.0.get("on").unwrap_or_default()
    }

    /// Whether an answer is ticked.
    pub fn has(&self, answer: &str) -> bool {
        self.0.all("answer").any(|ticked| ticked == answer)
    }

    /// The condition for a question; none when it is always asked.
    pub fn parse(
        &self,
        survey: &Survey,
        question: &Question,
    ) -> Result<Option<Condition>, Vec<FieldError>> {
        if self.on().is_empty() {
            return Ok(None);
        }
        let earlier = deciders(survey, question).find(|earlier| earlier.key == self.on());
        let Some(earlier) = earlier else {
            return Err(vec![FieldError::new("on", "error-condition-question")]);
        };
        let codes: BTreeSet<i32> = answers(earlier)
            .into_iter()
            .filter(|answer| self.has(&answer.1))
            .map(|answer| answer.0)
            .collect();
        if codes.is_empty() {
            return Err(vec![FieldError::new("answer", "error-condition-answers")]);
        }
        Ok(Some(Condition {
            on: earlier.id,
            codes,
        }))
    }
}

/// The questions before one that may decide whether it is asked.
pub fn deciders<'a>(
    survey: &'a Survey,
    question: &Question,
) -> impl Iterator<Item = &'a Question> + use<'a> {
    let id = question.id;
    let earlier = survey
        .questions
        .iter()
        .take_while(move |other| other.id != id);
    earlier.filter(|earlier| earlier.can_decide())
}

/// The answers to a question that can be named in a condition: code, and name in forms and files.
pub fn answers(question: &Question) -> Vec<(i32, String)> {
    if question.kind == QuestionKind::Goal {
        return Mark::FORM
            .map(|mark| (mark.code(), mark.as_str().to_owned()))
            .into();
    }
    let options = question.options.iter();
    options
        .map(|option| (option.code, option.key.clone()))
        .collect()
}
