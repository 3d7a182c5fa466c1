//! Surveys and questions as an editor types them at the desk.

use serde::{Deserialize, Serialize};

use super::file::RESERVED;
use super::{NewQuestion, NewSurvey};
use crate::base::form::{FieldError, Fields, tidy};
use crate::strategy::{LaidEdition, LaidElement};
use crate::survey::model::{
    Choice, MAX_INTRO, MAX_LABEL, MAX_QUESTION, MAX_TITLE, Question, QuestionKind, free_name,
    relabelled,
};

/// A survey to add, or its title and introduction to change.
#[derive(Clone, Debug, Default, Deserialize, Serialize)]
pub struct SurveyForm {
    /// `whole`, `profile`, or the key of a field of action.
    #[serde(default)]
    pub about: String,
    /// Its title; may stay empty for a field of action.
    #[serde(default)]
    pub title: String,
    /// Sentences before the first question.
    #[serde(default)]
    pub intro: String,
}

impl SurveyForm {
    /// A new survey. `is_taken` knows the names other surveys of the consultation have; `closing` is the question that
    /// ends the ready-made set of a field of action.
    pub fn parse(
        &self,
        edition: &LaidEdition,
        is_taken: impl Fn(&str) -> bool,
        closing: &str,
    ) -> Result<NewSurvey, Vec<FieldError>> {
        let field = edition.field(&self.about);
        let mut errors = Vec::new();
        if field.is_none() && !matches!(self.about.as_str(), "whole" | "profile") {
            errors.push(FieldError::new("about", "error-survey-about"));
        }
        let fallback = field.map(|field| field.title.clone()).unwrap_or_default();
        let (title, intro) = match self.head(&fallback) {
            Ok(head) => head,
            Err(more) => {
                errors.extend(more);
                return Err(errors);
            }
        };
        if !errors.is_empty() {
            return Err(errors);
        }
        let is_taken = |name: &str| is_taken(name) || RESERVED.contains(&name);
        Ok(NewSurvey {
            slug: free_name(&title, "umfrage", is_taken),
            questions: field
                .map(|field| ready_made(field, closing))
                .unwrap_or_default(),
            field: field.cloned(),
            is_profile: self.about == "profile",
            title,
            intro,
        })
    }

    /// Title and introduction; `fallback` stands in for an empty title.
    pub fn head(&self, fallback: &str) -> Result<(String, String), Vec<FieldError>> {
        let (mut title, intro) = (tidy(&self.title), tidy(&self.intro));
        if title.is_empty() {
            fallback.clone_into(&mut title);
        }
        let mut errors = Vec::new();
        if title.is_empty() {
            errors.push(FieldError::new("title", "error-survey-title"));
        }
        errors.extend(FieldError::too_long("title", &title, MAX_TITLE));
        errors.extend(FieldError::too_long("intro", &intro, MAX_INTRO));
        if errors.is_empty() {
            Ok((title, intro))
        } else {
            Err(errors)
        }
    }
}

/// The ready-made questions about a field of action: a mark on each strategic goal, and room for the rest.
pub fn ready_made(field: &LaidElement, closing: &str) -> Vec<NewQuestion> {
    let last = NewQuestion {
        key: "noch-sagen".into(),
        kind: QuestionKind::LongText,
        goal: None,
        text: closing.to_owned(),
        help: String::new(),
        is_required: false,
        options: Vec::new(),
        items: Vec::new(),
        condition: None,
    };
    let goals = field.goals().map(NewQuestion::of_goal);
    goals.chain(std::iter::once(last)).collect()
}

/// A question as it is typed. Which fields it has depends on its kind.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(transparent)]
pub struct QuestionForm(Fields);

impl From<Fields> for QuestionForm {
    fn from(fields: Fields) -> Self {
        Self(fields)
    }
}

impl QuestionForm {
    /// The form that shows a question as it is.
    pub fn of(question: &Question) -> Self {
        let mut fields = vec![
            ("text".to_owned(), question.text.clone()),
            ("help".to_owned(), question.help.clone()),
            ("options".to_owned(), lines_of(&question.options)),
            ("items".to_owned(), lines_of(&question.items)),
        ];
        if question.is_required {
            fields.push(("required".to_owned(), "yes".to_owned()));
        }
        Self(Fields(fields))
    }

    /// What was typed in a field.
    pub fn value(&self, name: &str) -> &str {
        self.0.get(name).unwrap_or_default()
    }

    /// Whether a box was ticked.
    pub fn is_ticked(&self, name: &str) -> bool {
        self.value(name) == "yes"
    }

    /// A question of a kind. `before` is the question as it was; `is_taken` knows the names other questions have.
    pub fn parse(
        &self,
        kind: QuestionKind,
        before: Option<&Question>,
        is_taken: impl Fn(&str) -> bool,
    ) -> Result<NewQuestion, Vec<FieldError>> {
        let mut errors = Vec::new();
        let help = tidy(self.value("help"));
        let text = match before {
            // The words of a goal belong to the document.
            Some(before) if kind == QuestionKind::Goal => before.text.clone(),
            _ => tidy(self.value("text")),
        };
        if text.is_empty() {
            errors.push(FieldError::new("text", "error-question-text"));
        }
        errors.extend(FieldError::too_long("text", &text, MAX_QUESTION));
        errors.extend(FieldError::too_long("help", &help, MAX_QUESTION));
        let (options, items) = kind.choices();
        let mut labels = |field: &str, wanted: std::ops::RangeInclusive<usize>| {
            let lines = lines(self.value(field));
            errors.extend(line_faults(&lines, field, &wanted));
            if *wanted.end() == 0 {
                Vec::new()
            } else {
                lines
            }
        };
        // In the order in which the fields stand on the page.
        let items = labels("items", items);
        let options = labels("options", options);
        if !errors.is_empty() {
            return Err(errors);
        }
        let (old_options, old_items) = before.map_or((&[][..], &[][..]), |before| {
            (&before.options[..], &before.items[..])
        });
        Ok(NewQuestion {
            key: match before {
                Some(before) => before.key.clone(),
                None => free_name(&text, "frage", is_taken),
            },
            kind,
            goal: None,
            text,
            help,
            is_required: self.is_ticked("required")
                && kind.is_answered()
                && kind != QuestionKind::Goal,
            options: relabelled(old_options, &options),
            items: relabelled(old_items, &items),
            condition: None,
        })
    }
}

fn lines_of(choices: &[Choice]) -> String {
    let labels = choices.iter().map(|choice| choice.label.as_str());
    labels.collect::<Vec<_>>().join("\n")
}

fn lines(text: &str) -> Vec<String> {
    let text = tidy(text);
    let lines = text.lines().map(str::trim);
    lines
        .filter(|line| !line.is_empty())
        .map(str::to_owned)
        .collect()
}

/// What is wrong with some lines of which each becomes something to choose.
fn line_faults(
    lines: &[String],
    field: &str,
    wanted: &std::ops::RangeInclusive<usize>,
) -> Option<FieldError> {
    if *wanted.end() == 0 {
        return None;
    }
    if !wanted.contains(&lines.len()) {
        return Some(
            FieldError::new(field, "error-lines-count")
                .with("least", *wanted.start())
                .with("most", *wanted.end())
                .with("length", lines.len()),
        );
    }
    let long = lines
        .iter()
        .position(|line| line.chars().count() > MAX_LABEL);
    if let Some(long) = long {
        return Some(
            FieldError::new(field, "error-line-too-long")
                .with("line", long + 1)
                .with("most", MAX_LABEL),
        );
    }
    let twice = (1..lines.len()).find(|n| lines[..*n].contains(&lines[*n]));
    twice.map(|twice| FieldError::new(field, "error-line-twice").with("line", twice + 1))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn form(fields: &[(&str, &str)]) -> QuestionForm {
        let fields = fields
            .iter()
            .map(|(name, value)| ((*name).to_owned(), (*value).to_owned()));
        QuestionForm(Fields(fields.collect()))
    }

    #[test]
    fn one_line_is_one_option() {
        let typed = form(&[("text", "Wie?"), ("options", " Gut \r\n\r\nSchlecht")]);
        let question = typed.parse(QuestionKind::Single, None, |_| false).unwrap();
        let labels: Vec<_> = question.options.iter().map(|o| o.label.as_str()).collect();
        assert_eq!(
            (labels, question.key.as_str()),
            (vec!["Gut", "Schlecht"], "wie")
        );
    }

    #[test]
    fn each_fault_stands_at_its_field() {
        let fault = |fields: &[(&str, &str)], kind| {
            let errors = form(fields).parse(kind, None, |_| false).unwrap_err();
            errors
                .iter()
                .map(|e| (e.field.clone(), e.key))
                .collect::<Vec<_>>()
        };
        assert_eq!(
            fault(
                &[("options", "Eins"), ("items", "A\nA")],
                QuestionKind::Scale
            ),
            [
                ("text".to_owned(), "error-question-text"),
                ("items".to_owned(), "error-line-twice"),
                ("options".to_owned(), "error-lines-count")
            ]
        );
    }

    proptest! {
        #[test]
        fn no_form_makes_the_parser_fall_over(
            fields in proptest::collection::vec(("(text|help|options|items|required)", "(\\PC{0,20}|a\nb|yes)"), 0..6),
            kind in 0usize..10,
        ) {
            let kind = QuestionKind::ALL[kind];
            let parsed = QuestionForm(Fields(fields)).parse(kind, None, |_| false);
            if let Ok(question) = parsed {
                prop_assert!(kind.choices().0.contains(&question.options.len()));
                prop_assert!(kind.choices().1.contains(&question.items.len()));
                prop_assert!(!question.text.is_empty() && !question.key.is_empty());
            }
        }
    }
}
