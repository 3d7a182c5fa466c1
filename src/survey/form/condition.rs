//! After which answers a question is asked, as an editor describes it.

use std::collections::BTreeSet;

use serde::Deserialize;

use super::NewQuestion;
use crate::survey::mark::Mark;
use crate::survey::model::QuestionKind;

/// `only_if` of a question in the file.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct ConditionEntry {
    question: String,
    answers: Vec<String>,
}

/// A condition on an earlier question that is not stored yet either.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewCondition {
    /// The place of the earlier question in its survey, from 0.
    pub on: usize,
    /// Codes of its options or of marks; never empty.
    pub codes: BTreeSet<i32>,
}

impl ConditionEntry {
    /// Checks it against the questions before its own and names all faults.
    pub(super) fn parse(
        self,
        place: &str,
        earlier: &[NewQuestion],
        faults: &mut Vec<String>,
    ) -> Option<NewCondition> {
        let place = format!("{place}: only_if");
        let Some(on) = earlier.iter().position(|other| other.key == self.question) else {
            faults.push(format!(
                "{place}: keine frühere Frage „{}“ in dieser Umfrage",
                self.question
            ));
            return None;
        };
        let offered: Vec<(i32, &str)> = match earlier[on].kind {
            QuestionKind::Goal => Mark::FORM.map(|mark| (mark.code(), mark.as_str())).into(),
            QuestionKind::Single | QuestionKind::Multiple => {
                let options = earlier[on].options.iter();
                options
                    .map(|option| (option.code, option.key.as_str()))
                    .collect()
            }
            _ => {
                faults.push(format!(
                    "{place}: „{}“ hat keine Antworten zur Auswahl (goal, single, multiple)",
                    self.question
                ));
                return None;
            }
        };
        let mut codes = BTreeSet::new();
        for answer in &self.answers {
            if let Some((code, _)) = offered.iter().find(|(_, key)| key == answer) {
                codes.insert(*code);
                continue;
            }
            let keys: Vec<&str> = offered.iter().map(|(_, key)| *key).collect();
            faults.push(format!(
                "{place}: keine Antwort „{answer}“; möglich: {}",
                keys.join(", ")
            ));
        }
        if self.answers.is_empty() {
            faults.push(format!("{place}: answers: mindestens eine Antwort"));
        }
        Some(NewCondition { on, codes })
    }
}
