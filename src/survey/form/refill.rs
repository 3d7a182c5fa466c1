//! A form that shows an answer given before.

use super::{AnswerForm, place_field};
use crate::base::form::Fields;
use crate::survey::model::{Answer, Choice, Question, QuestionKind};

impl AnswerForm {
    /// The form as it would be sent with an answer given before; to show it again.
    pub fn of(question: &Question, answer: Option<&Answer>) -> Self {
        let key = |choices: &[Choice], code: i32| {
            let found = choices.iter().find(|choice| choice.code == code);
            found.map(|choice| choice.key.clone()).unwrap_or_default()
        };
        let one = |name: &str, value: String| vec![(name.to_owned(), value)];
        let fields = match answer {
            None | Some(Answer::Skipped) => Vec::new(),
            Some(Answer::Goal { mark, comment }) => {
                let mark = mark.map(|mark| ("mark".to_owned(), mark.as_str().to_owned()));
                let comment = comment
                    .clone()
                    .map(|comment| ("comment".to_owned(), comment));
                mark.into_iter().chain(comment).collect()
            }
            Some(Answer::Single(code)) => one("choice", key(&question.options, *code)),
            Some(Answer::Multiple(codes)) => {
                let keys = codes.iter().map(|code| key(&question.options, *code));
                keys.map(|key| ("choice".to_owned(), key)).collect()
            }
            Some(Answer::Scale(points)) => {
                let field = |(item, point): (&i32, &i32)| {
                    let name = format!("item.{}", key(&question.items, *item));
                    (name, key(&question.options, *point))
                };
                points.iter().map(field).collect()
            }
            Some(Answer::Ranking(order)) => {
                let field = |(place, option): (i32, &i32)| {
                    let name = place_field(&key(&question.options, *option));
                    (name, place.to_string())
                };
                (1..).zip(order).map(field).collect()
            }
            Some(Answer::Number(number)) => one("text", number.to_string()),
            Some(Answer::Date(day)) => one("text", day.to_string()),
            Some(Answer::Text(text)) => one("text", text.clone()),
        };
        Self(Fields(fields))
    }

    /// The comment, text or number as typed.
    pub fn typed(&self, kind: QuestionKind) -> &str {
        self.value(if kind == QuestionKind::Goal {
            "comment"
        } else {
            "text"
        })
    }
}
