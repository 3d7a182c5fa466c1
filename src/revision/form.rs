//! What the revision desk may send.

use std::collections::BTreeSet;

use crate::base::form::{FieldError, Fields, tidy};
use crate::strategy::Key;
use crate::strategy::cause::{CauseNote, MAX_REASON};
use crate::strategy::tree::{Act, Said};

/// An element with other words, and why.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct RevisionForm {
    /// The words.
    pub said: Said,
    /// What a second part says, when one becomes two.
    pub second: Option<Said>,
    /// What goes along with the second part.
    pub along: BTreeSet<Key>,
    /// The version on the screen.
    pub version: i32,
    /// `heard` or `editorial`; empty while nothing is chosen.
    pub cause: String,
    /// The themes that are ticked.
    pub themes: Vec<String>,
    /// The sort of an editorial cause.
    pub kind: String,
    /// The reason for everyone.
    pub reason: String,
    /// The button: `compare` shows the difference, `draft` keeps the words without a cause; else both are kept.
    pub act: String,
}

impl RevisionForm {
    /// What was sent.
    pub fn of(fields: &Fields) -> Self {
        let get = |name| fields.get(name).unwrap_or_default();
        let said = |number, title, text| {
            Said {
                number: get(number).to_owned(),
                title: get(title).to_owned(),
                text: get(text).to_owned(),
            }
            .tidy()
        };
        let is_split = get("split") == "yes";
        let along = fields.all("along");
        Self {
            said: said("number", "title", "text"),
            second: is_split.then(|| said("second_number", "second_title", "second_text")),
            along: along.filter_map(|key| Key::parse(key).ok()).collect(),
            version: get("version").parse().unwrap_or_default(),
            cause: get("cause").to_owned(),
            themes: fields.all("theme").map(str::to_owned).collect(),
            kind: get("kind").to_owned(),
            reason: tidy(get("reason")),
            act: get("act").to_owned(),
        }
    }

    /// What is to be done to an element: other words, or two of one.
    pub fn act_on(&self, key: &Key) -> Act {
        let (key, said) = (key.clone(), self.said.clone());
        match &self.second {
            Some(second) => Act::Split {
                key,
                first: said,
                second: second.clone(),
                along: self.along.clone(),
            },
            None => Act::Reword { key, said },
        }
    }

    /// The same with a cause that is kept already.
    #[must_use]
    pub fn with_cause(mut self, kept: Option<&CauseNote>) -> Self {
        if let Some(kept) = kept {
            let is_heard = kept.kind == "heard";
            self.cause = if is_heard { "heard" } else { "editorial" }.into();
            self.themes.clone_from(&kept.themes);
            self.kind = if is_heard {
                String::new()
            } else {
                kept.kind.clone()
            };
            self.reason.clone_from(&kept.reason);
        }
        self
    }

    /// The cause, or what is missing. Without a cause nothing is kept, unless it is put aside as a draft.
    ///
    /// # Errors
    /// Each fault names its field.
    pub fn parse_cause(&self) -> Result<CauseNote, Vec<FieldError>> {
        let is_heard = self.cause == "heard";
        let note = CauseNote {
            kind: if is_heard {
                "heard".into()
            } else {
                self.kind.clone()
            },
            themes: if is_heard {
                self.themes.clone()
            } else {
                Vec::new()
            },
            reason: self.reason.clone(),
        };
        let mut errors = Vec::new();
        match self.cause.as_str() {
            "heard" if self.themes.is_empty() => {
                errors.push(FieldError::new("theme", "error-cause-theme"));
            }
            "editorial" => {
                if self.kind.is_empty() {
                    errors.push(FieldError::new("kind", "error-cause-half"));
                }
                if self.reason.is_empty() {
                    errors.push(FieldError::new("reason", "error-cause-half"));
                }
            }
            "heard" => {}
            _ => errors.push(FieldError::new("cause", "error-cause-choose")),
        }
        errors.extend(FieldError::too_long("reason", &self.reason, MAX_REASON));
        if errors.is_empty() && note.cause().is_none() {
            errors.push(FieldError::new("cause", "error-cause-choose"));
        }
        if errors.is_empty() {
            Ok(note)
        } else {
            Err(errors)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn without_a_cause_nothing_is_kept() {
        let form = |pairs: &[(&str, &str)]| {
            let pairs = pairs.iter().map(|(a, b)| ((*a).into(), (*b).into()));
            RevisionForm::of(&Fields(pairs.collect())).parse_cause()
        };
        assert!(form(&[]).is_err());
        assert!(form(&[("cause", "heard")]).is_err());
        assert!(form(&[("cause", "heard"), ("theme", "a")]).is_ok());
        assert!(form(&[("cause", "editorial"), ("kind", "law")]).is_err());
        assert!(form(&[("cause", "editorial"), ("kind", "bad"), ("reason", "x")]).is_err());
        let fine = form(&[
            ("cause", "editorial"),
            ("kind", "law"),
            ("reason", "§ 1"),
            ("theme", "a"),
        ]);
        assert_eq!(fine.unwrap().themes, Vec::<String>::new());
    }
}
