//! A typing error to correct in a question that people have answered already.

use serde::Deserialize;

use crate::base::form::{FieldError, Fields, tidy};
use crate::survey::model::{
    MAX_LABEL, MAX_NOTE, MAX_QUESTION, Part, Question, QuestionKind, distance, most_changes,
};

/// The texts of a question as they should read, why, and that the sense stays the same.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(transparent)]
pub struct CorrectionForm(Fields);

/// What is corrected, and why.
#[derive(Clone, Debug)]
pub struct NewCorrection {
    /// Each text that changes, with what it says from now on.
    pub changes: Vec<(Part, String)>,
    /// Why; everyone can read it.
    pub note: String,
}

impl From<Fields> for CorrectionForm {
    fn from(fields: Fields) -> Self {
        Self(fields)
    }
}

impl CorrectionForm {
    /// What was typed in a field.
    pub fn value(&self, name: &str) -> Option<&str> {
        self.0.get(name)
    }

    /// Whether whoever corrects says that the sense stays the same.
    pub fn is_sure(&self) -> bool {
        self.value("sure") == Some("yes")
    }

    /// The correction of a question.
    pub fn parse(&self, question: &Question) -> Result<NewCorrection, Vec<FieldError>> {
        let mut errors = Vec::new();
        let mut changes = Vec::new();
        for (part, before) in parts(question) {
            let name = part.name();
            let Some(after) = self.value(&name).map(tidy) else {
                continue;
            };
            if after == before {
                continue;
            }
            let (touched, most) = (distance(&before, &after), most_changes(&before));
            if after.is_empty() {
                errors.push(FieldError::new(name, "error-correction-empty"));
            } else if touched > most {
                let error = FieldError::new(name, "error-correction-large");
                errors.push(error.with("length", touched).with("most", most));
            } else if let Some(error) = FieldError::too_long(&name, &after, limit(part)) {
                errors.push(error);
            } else {
                changes.push((part, after));
            }
        }
        let note = tidy(self.value("note").unwrap_or_default());
        if errors.is_empty() && changes.is_empty() {
            let first = parts(question).first().map(|(part, _)| part.name());
            errors.push(FieldError::new(
                first.unwrap_or_default(),
                "error-correction-none",
            ));
        }
        if note.is_empty() {
            errors.push(FieldError::new("note", "error-correction-note"));
        }
        errors.extend(FieldError::too_long("note", &note, MAX_NOTE));
        if !self.is_sure() {
            errors.push(FieldError::new("sure", "error-correction-sure"));
        }
        if errors.is_empty() {
            Ok(NewCorrection { changes, note })
        } else {
            Err(errors)
        }
    }
}

fn limit(part: Part) -> usize {
    match part {
        Part::Text | Part::Help => MAX_QUESTION,
        Part::Option(_) | Part::Item(_) => MAX_LABEL,
    }
}

/// The texts of a question that may be corrected, as they stand now. The words of a goal belong to the document.
pub fn parts(question: &Question) -> Vec<(Part, String)> {
    let text = (question.kind != QuestionKind::Goal).then(|| (Part::Text, question.text.clone()));
    let help = (!question.help.is_empty()).then(|| (Part::Help, question.help.clone()));
    let options = question.options.iter();
    let options = options.map(|option| (Part::Option(option.code), option.label.clone()));
    let items = question.items.iter();
    let items = items.map(|item| (Part::Item(item.code), item.label.clone()));
    text.into_iter()
        .chain(help)
        .chain(options)
        .chain(items)
        .collect()
}
