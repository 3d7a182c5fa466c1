//! One page of the survey as a browser sends it, parsed against its question.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;
use serde::Deserialize;

use crate::base::form::{FieldError, Fields, tidy};
use crate::survey::mark::Mark;
use crate::survey::model::{
    Answer, Choice, FIRST_DATE, LAST_DATE, MAX_COMMENT, MAX_LONG, MAX_NUMBER, MAX_SHORT, Question,
    QuestionKind,
};

/// What the browser sent. The only way on is [`AnswerForm::parse`].
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(transparent)]
pub struct AnswerForm(pub(super) Fields);

impl From<Vec<(String, String)>> for AnswerForm {
    fn from(fields: Vec<(String, String)>) -> Self {
        Self(Fields(fields))
    }
}

/// Which button was pressed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// On to the next page; the answer must be whole.
    Next,
    /// On without a mark; a comment that was typed is kept.
    Skip,
    /// Save what is there and take a break.
    Pause,
}

impl AnswerForm {
    /// Which button was pressed; without one (Enter in a field), the first.
    pub fn step(&self) -> Step {
        match self.value("step") {
            "skip" => Step::Skip,
            "pause" => Step::Pause,
            _ => Step::Next,
        }
    }

    /// Whether the page was opened from the review and leads back to it.
    pub fn from_review(&self) -> bool {
        self.value("from") == "review"
    }

    /// The value sent under a name; empty when there is none.
    pub fn value(&self, name: &str) -> &str {
        self.0.get(name).unwrap_or_default()
    }

    /// All values sent under a name.
    pub fn values<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a str> {
        self.0.all(name)
    }

    /// The answer, or what has to be corrected; each fault names its field.
    pub fn parse(&self, question: &Question) -> Result<Answer, Vec<FieldError>> {
        let step = self.step();
        if step == Step::Skip && question.kind != QuestionKind::Goal {
            // Left out, even when something had been chosen before: so a voluntary answer can be taken back.
            return Ok(Answer::Skipped);
        }
        let answer = match question.kind {
            QuestionKind::Goal => self.goal(step)?,
            QuestionKind::Single => self.single(question)?,
            QuestionKind::Multiple => self.multiple(question)?,
            QuestionKind::Scale => self.scale(question)?,
            QuestionKind::Ranking => self.ranking(question)?,
            QuestionKind::Number => self.number()?,
            QuestionKind::Date => self.date()?,
            QuestionKind::ShortText => self.text(MAX_SHORT)?,
            QuestionKind::LongText => self.text(MAX_LONG)?,
            QuestionKind::Information => return Ok(Answer::Skipped),
        };
        match answer {
            Some(answer) => Ok(answer),
            None if question.is_required && step == Step::Next => Err(vec![FieldError::new(
                field_of(question),
                required_key(question.kind),
            )]),
            None => Ok(Answer::Skipped),
        }
    }

    fn goal(&self, step: Step) -> Result<Option<Answer>, Vec<FieldError>> {
        let mut errors = Vec::new();
        let mark = match (self.value("mark"), step) {
            ("", Step::Next) => {
                errors.push(FieldError::new("mark", "error-mark-missing"));
                None
            }
            // Skipping means: no mark, even when one had been chosen before.
            (_, Step::Skip) | ("", _) => None,
            (chosen, _) => {
                let mark = Mark::parse(chosen);
                if mark.is_none() {
                    errors.push(FieldError::new("mark", "error-not-offered"));
                }
                mark
            }
        };
        let comment =
            checked_text(self.value("comment"), "comment", MAX_COMMENT).unwrap_or_else(|fault| {
                errors.push(fault);
                None
            });
        if !errors.is_empty() {
            return Err(errors);
        }
        Ok((mark.is_some() || comment.is_some()).then_some(Answer::Goal { mark, comment }))
    }

    fn single(&self, question: &Question) -> Result<Option<Answer>, Vec<FieldError>> {
        match self.value("choice") {
            "" => Ok(None),
            chosen => Ok(Some(Answer::Single(code_of(
                &question.options,
                chosen,
                "choice",
            )?))),
        }
    }

    fn multiple(&self, question: &Question) -> Result<Option<Answer>, Vec<FieldError>> {
        let chosen: BTreeSet<i32> = self
            .values("choice")
            .filter(|key| !key.is_empty())
            .map(|key| code_of(&question.options, key, "choice"))
            .collect::<Result<_, _>>()?;
        Ok((!chosen.is_empty()).then_some(Answer::Multiple(chosen)))
    }

    fn scale(&self, question: &Question) -> Result<Option<Answer>, Vec<FieldError>> {
        let mut points = BTreeMap::new();
        for item in &question.items {
            let field = format!("item.{}", item.key);
            match self.value(&field) {
                "" => {}
                chosen => {
                    points.insert(item.code, code_of(&question.options, chosen, &field)?);
                }
            }
        }
        Ok((!points.is_empty()).then_some(Answer::Scale(points)))
    }

    fn number(&self) -> Result<Option<Answer>, Vec<FieldError>> {
        let typed = self.value("text").trim();
        if typed.is_empty() {
            return Ok(None);
        }
        match typed.parse() {
            Ok(number @ 0..=MAX_NUMBER) => Ok(Some(Answer::Number(number))),
            _ => Err(vec![
                FieldError::new("text", "error-number").with("most", i64::from(MAX_NUMBER)),
            ]),
        }
    }

    fn ranking(&self, question: &Question) -> Result<Option<Answer>, Vec<FieldError>> {
        let places = question.options.len();
        let mut order = BTreeMap::<usize, i32>::new();
        for option in &question.options {
            let typed = self.value(&place_field(&option.key)).trim();
            if typed.is_empty() {
                continue;
            }
            let place = typed
                .parse()
                .ok()
                .filter(|place| (1..=places).contains(place));
            let place = place.ok_or_else(|| {
                vec![FieldError::new("places", "error-place").with("most", places)]
            })?;
            if order.insert(place, option.code).is_some() {
                return Err(vec![
                    FieldError::new("places", "error-place-twice").with("place", place),
                ]);
            }
        }
        // A gap is asked about and not closed in silence: the person may have forgotten what stands there.
        if let Some((gap, _)) = (1..)
            .zip(order.keys())
            .find(|(place, given)| place != *given)
        {
            return Err(vec![
                FieldError::new("places", "error-place-missing").with("place", gap),
            ]);
        }
        Ok((!order.is_empty()).then(|| Answer::Ranking(order.into_values().collect())))
    }

    fn date(&self) -> Result<Option<Answer>, Vec<FieldError>> {
        let typed = self.value("text").trim();
        if typed.is_empty() {
            return Ok(None);
        }
        let day = day_of(typed).filter(|day| (FIRST_DATE..=LAST_DATE).contains(day));
        day.map(|day| Some(Answer::Date(day)))
            .ok_or_else(|| vec![FieldError::new("text", "error-date")])
    }

    fn text(&self, most: usize) -> Result<Option<Answer>, Vec<FieldError>> {
        let text = checked_text(self.value("text"), "text", most).map_err(|fault| vec![fault])?;
        Ok(text.map(Answer::Text))
    }
}

/// The form field to which an error summary leads.
fn field_of(question: &Question) -> &'static str {
    match question.kind {
        QuestionKind::Goal => "mark",
        QuestionKind::Single | QuestionKind::Multiple => "choice",
        QuestionKind::Scale => "items",
        QuestionKind::Ranking => "places",
        QuestionKind::Number
        | QuestionKind::Date
        | QuestionKind::ShortText
        | QuestionKind::LongText
        | QuestionKind::Information => "text",
    }
}

fn required_key(kind: QuestionKind) -> &'static str {
    match kind {
        QuestionKind::Goal => "error-mark-missing",
        QuestionKind::Single => "error-choice-missing",
        QuestionKind::Multiple => "error-choices-missing",
        QuestionKind::Scale => "error-scale-missing",
        QuestionKind::Ranking => "error-ranking-missing",
        QuestionKind::Date => "error-date-missing",
        QuestionKind::Number
        | QuestionKind::ShortText
        | QuestionKind::LongText
        | QuestionKind::Information => "error-text-missing",
    }
}

/// The form field in which the place of an option is chosen.
pub fn place_field(option: &str) -> String {
    format!("place.{option}")
}

/// A day as browsers send it (2026-07-17) or as people write it (17.7.2026).
pub fn day_of(typed: &str) -> Option<NaiveDate> {
    let mut forms = ["%Y-%m-%d", "%d.%m.%Y"].into_iter();
    forms.find_map(|form| NaiveDate::parse_from_str(typed, form).ok())
}

fn code_of(choices: &[Choice], key: &str, field: &str) -> Result<i32, Vec<FieldError>> {
    let found = choices.iter().find(|choice| choice.key == key);
    found
        .map(|choice| choice.code)
        .ok_or_else(|| vec![FieldError::new(field, "error-not-offered")])
}

/// A text without the browser's line ends and without surrounding space; none when nothing is left.
fn checked_text(typed: &str, field: &str, most: usize) -> Result<Option<String>, FieldError> {
    let text = tidy(typed);
    match FieldError::too_long(field, &text, most) {
        Some(error) => Err(error),
        None => Ok((!text.is_empty()).then_some(text)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn goal() -> Question {
        Question {
            id: 1,
            key: "sz-1".into(),
            kind: QuestionKind::Goal,
            goal: None,
            text: String::new(),
            help: String::new(),
            is_required: false,
            options: Vec::new(),
            items: Vec::new(),
            condition: None,
            reading: crate::translation::Reading::default(),
        }
    }

    fn sent(fields: &[(&str, &str)]) -> AnswerForm {
        AnswerForm::from(
            fields
                .iter()
                .map(|(k, v)| ((*k).to_owned(), (*v).to_owned()))
                .collect::<Vec<_>>(),
        )
    }

    #[test]
    fn a_goal_needs_a_mark_or_is_skipped() {
        let errors = sent(&[("comment", "Ja")]).parse(&goal()).unwrap_err();
        assert_eq!(errors[0].field, "mark");
        let kept = sent(&[("comment", "Ja"), ("step", "skip")])
            .parse(&goal())
            .unwrap();
        assert_eq!(
            kept,
            Answer::Goal {
                mark: None,
                comment: Some("Ja".into())
            }
        );
        assert_eq!(
            sent(&[("step", "skip")]).parse(&goal()),
            Ok(Answer::Skipped)
        );
    }

    #[test]
    fn a_comment_is_counted_in_characters_without_the_browsers_line_ends() {
        let text = "ä\r\n".repeat(1000);
        let answer = sent(&[("mark", "right"), ("comment", &text)])
            .parse(&goal())
            .unwrap();
        let Answer::Goal {
            comment: Some(comment),
            ..
        } = answer
        else {
            panic!("no comment")
        };
        assert_eq!(comment.chars().count(), 1999);
        let long = "ä".repeat(MAX_COMMENT + 214);
        let errors = sent(&[("comment", &long)]).parse(&goal()).unwrap_err();
        assert_eq!(errors.len(), 2);
    }

    #[test]
    fn skipping_a_free_standing_question_takes_its_answer_back() {
        let mut question = goal();
        question.kind = QuestionKind::Number;
        let skipped = sent(&[("text", "viele"), ("step", "skip")]).parse(&question);
        assert_eq!(skipped, Ok(Answer::Skipped));
    }

    #[test]
    fn an_order_has_each_place_once_and_no_gap() {
        let mut question = goal();
        question.kind = QuestionKind::Ranking;
        let option = |(key, code): (&str, i32)| Choice {
            code,
            key: key.into(),
            label: key.into(),
        };
        question.options = ["a", "b", "c"].into_iter().zip(1..).map(option).collect();
        let ordered = |fields: &[(&str, &str)]| sent(fields).parse(&question);
        let fault = |fields: &[(&str, &str)]| ordered(fields).unwrap_err()[0].key;
        assert_eq!(
            ordered(&[("place.a", "2"), ("place.c", "1")]),
            Ok(Answer::Ranking(vec![3, 1]))
        );
        assert_eq!(ordered(&[("place.a", "")]), Ok(Answer::Skipped));
        assert_eq!(
            fault(&[("place.a", "1"), ("place.b", "1")]),
            "error-place-twice"
        );
        assert_eq!(
            fault(&[("place.a", "1"), ("place.b", "3")]),
            "error-place-missing"
        );
        assert_eq!(fault(&[("place.a", "4")]), "error-place");
    }

    #[test]
    fn a_day_is_read_as_browsers_and_as_people_write_it() {
        let mut question = goal();
        question.kind = QuestionKind::Date;
        let read = |text| sent(&[("text", text)]).parse(&question);
        assert_eq!(read("2026-07-17"), read("17.7.2026"));
        assert!(matches!(read("17.7.2026"), Ok(Answer::Date(_))));
        for wrong in ["31.2.2026", "1.1.0001", "17.7.26", "gestern"] {
            assert_eq!(read(wrong).unwrap_err()[0].key, "error-date", "{wrong}");
        }
    }

    #[test]
    fn what_is_not_offered_is_refused() {
        assert!(sent(&[("mark", "best")]).parse(&goal()).is_err());
    }

    proptest! {
        #[test]
        fn no_form_makes_the_parser_fall_over(
            fields in proptest::collection::vec(("(mark|comment|choice|text|step|item.a|place.a|place.b)", "(\\PC{0,40}|[0-3]|[12][0-9]{3}-0[1-9]-0[1-9])"), 0..8),
            kind in 0usize..10,
        ) {
            let mut question = goal();
            question.kind = QuestionKind::ALL[kind];
            question.options = ["a", "b"].into_iter().zip(1..)
                .map(|(key, code)| Choice { code, key: key.into(), label: key.into() })
                .collect();
            question.items = question.options.clone();
            let form = AnswerForm::from(fields);
            if let Ok(answer) = form.parse(&question) {
                let cells = answer.cells();
                prop_assert_eq!(Answer::of_cells(question.kind, &cells), (!cells.is_empty()).then_some(answer));
            }
        }
    }
}
