//! What the pages of an edition in work send.

use std::collections::BTreeSet;

use serde::Deserialize;

use crate::base::form::{FieldError, tidy};
use crate::strategy::model::cause::{Because, Editorial, MAX_REASON, Reason};
use crate::strategy::model::tree::{Act, Said, Spot, Step, TreeFault};
use crate::strategy::model::{ElementKind, Key, MAX_TITLE_CHARS};

/// A button of the tree page.
#[derive(Clone, Debug, Default, Deserialize)]
pub struct TreeForm {
    /// What to do to which element, e.g. `up sz-4`.
    #[serde(default)]
    pub act: String,
    /// The version on the screen.
    #[serde(default)]
    pub version: i32,
}

/// What a button of the tree page stands for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Pressed {
    /// An act.
    Act(Act),
    /// Bring an element of the edition before back.
    Restore(Key),
    /// Take the last act back.
    Undo,
    /// Do it again.
    Redo,
}

impl TreeForm {
    /// What was pressed; nothing when that is no button of ours.
    pub fn pressed(&self) -> Option<Pressed> {
        if let Some(rest) = self.act.strip_prefix("place ") {
            let (key, at) = rest.split_once(' ')?;
            let (key, at) = (Key::parse(key).ok()?, spot(at)?);
            return Some(Pressed::Act(Act::Place { key, at }));
        }
        let (what, key) = match self.act.split_once(' ') {
            Some((what, key)) => (what, Some(Key::parse(key).ok()?)),
            None => (self.act.as_str(), None),
        };
        let act = match (what, key) {
            ("undo", None) => return Some(Pressed::Undo),
            ("redo", None) => return Some(Pressed::Redo),
            ("restore", Some(key)) => return Some(Pressed::Restore(key)),
            ("up", Some(key)) => Act::Move {
                key,
                step: Step::Up,
            },
            ("down", Some(key)) => Act::Move {
                key,
                step: Step::Down,
            },
            ("indent", Some(key)) => Act::Indent(key),
            ("outdent", Some(key)) => Act::Outdent(key),
            ("retire", Some(key)) => Act::Retire(key),
            ("number", parent) => Act::Renumber(parent),
            _ => return None,
        };
        Some(Pressed::Act(act))
    }
}

/// Where an element is to be added: the query of the page.
#[derive(Clone, Debug, Default, Deserialize)]
pub struct AddAsk {
    /// What it is; a field of action, if nothing is said.
    #[serde(default)]
    pub kind: String,
    /// The element above.
    #[serde(default)]
    pub parent: String,
    /// The sibling before.
    #[serde(default)]
    pub after: String,
}

impl AddAsk {
    /// What to add and where; nothing when that cannot be.
    pub fn parse(&self) -> Option<(ElementKind, Spot)> {
        let spot = spot(&format!("{}/{}", self.parent, self.after))?;
        let kind = match self.kind.as_str() {
            "" => ElementKind::Field,
            kind => kind.replace('-', "_").parse().ok()?,
        };
        Some((kind, spot))
    }
}

/// The words of one element.
#[derive(Clone, Debug, Default, Deserialize)]
pub struct WordsForm {
    /// The number label.
    #[serde(default)]
    pub number: String,
    /// The title.
    #[serde(default)]
    pub title: String,
    /// The text.
    #[serde(default)]
    pub text: String,
    /// The version on the screen.
    #[serde(default)]
    pub version: i32,
}

impl WordsForm {
    /// The words as typed.
    pub fn said(&self) -> Said {
        said(&self.number, &self.title, &self.text)
    }
}

/// The words of two elements that come out of one.
#[derive(Clone, Debug, Default, Deserialize)]
pub struct SplitForm {
    /// The number label of the first.
    #[serde(default)]
    pub number: String,
    /// The title of the first.
    #[serde(default)]
    pub title: String,
    /// The text of the first.
    #[serde(default)]
    pub text: String,
    /// The number label of the second.
    #[serde(default)]
    pub second_number: String,
    /// The title of the second.
    #[serde(default)]
    pub second_title: String,
    /// The text of the second.
    #[serde(default)]
    pub second_text: String,
    /// What goes with the second.
    #[serde(default)]
    pub along: Vec<String>,
    /// The version on the screen.
    #[serde(default)]
    pub version: i32,
}

impl SplitForm {
    /// The words of the first as typed.
    pub fn first(&self) -> Said {
        said(&self.number, &self.title, &self.text)
    }

    /// The words of the second as typed.
    pub fn second(&self) -> Said {
        said(&self.second_number, &self.second_title, &self.second_text)
    }

    /// What goes with the second.
    pub fn along(&self) -> BTreeSet<Key> {
        let keys = self.along.iter();
        keys.filter_map(|key| Key::parse(key).ok()).collect()
    }
}

/// The partner of a merge, and what both say together.
#[derive(Clone, Debug, Default, Deserialize)]
pub struct MergeForm {
    /// The one that is merged into the other.
    #[serde(default)]
    pub other: String,
    /// The number label.
    #[serde(default)]
    pub number: String,
    /// The title.
    #[serde(default)]
    pub title: String,
    /// The text.
    #[serde(default)]
    pub text: String,
    /// The version on the screen.
    #[serde(default)]
    pub version: i32,
}

impl MergeForm {
    /// The words as typed.
    pub fn said(&self) -> Said {
        said(&self.number, &self.title, &self.text)
    }
}

/// What the address of the pages for splitting and merging may ask.
#[derive(Clone, Debug, Default, Deserialize)]
pub struct PartAsk {
    /// Behind which piece of the text the cut is, from 1.
    pub cut: Option<usize>,
    /// With which element to merge.
    pub with: Option<String>,
}

/// Where an element moves.
#[derive(Clone, Debug, Default, Deserialize)]
pub struct PlaceForm {
    /// The element above and the sibling before, e.g. `hf-wohnen/sz-4`.
    #[serde(default)]
    pub spot: String,
    /// The version on the screen.
    #[serde(default)]
    pub version: i32,
}

/// The name of the edition that a draft becomes.
#[derive(Clone, Debug, Default, Deserialize)]
pub struct FinishForm {
    /// As the document will call it.
    #[serde(default)]
    pub name: String,
    /// The sort of editorial cause of every change that has none of its own.
    #[serde(default)]
    pub rest_kind: String,
    /// The reason for them.
    #[serde(default)]
    pub rest_reason: String,
    /// The version on the screen.
    #[serde(default)]
    pub version: i32,
}

impl FinishForm {
    /// The name, and the cause of what has none of its own; or what is wrong.
    ///
    /// # Errors
    /// Each fault names its field.
    pub fn parse(&self) -> Result<(String, Option<Because>), Vec<FieldError>> {
        let name = self.parse_name();
        let reason = tidy(&self.rest_reason);
        let mut errors: Vec<FieldError> = name.clone().err().into_iter().collect();
        errors.extend(FieldError::too_long("rest_reason", &reason, MAX_REASON));
        let kind = Editorial::parse(&self.rest_kind);
        let rest = kind.zip(Reason::of(&reason));
        if rest.is_none() && (kind.is_some() || !reason.is_empty()) {
            let field = if kind.is_some() {
                "rest_reason"
            } else {
                "rest_kind"
            };
            errors.push(FieldError::new(field, "error-cause-half"));
        }
        match name {
            Ok(name) if errors.is_empty() => Ok((
                name,
                rest.map(|(kind, reason)| Because::Editorial(kind, reason)),
            )),
            _ => Err(errors),
        }
    }

    fn parse_name(&self) -> Result<String, FieldError> {
        let name = tidy(&self.name)
            .split_whitespace()
            .collect::<Vec<_>>()
            .join(" ");
        match name.chars().count() {
            0 => Err(FieldError::new("name", "tree-fault-no-name")),
            chars if chars > MAX_TITLE_CHARS => Err(error("name", TreeFault::TitleTooLong)),
            _ => Ok(name),
        }
    }
}

/// The form of a page that asks before it acts, and of a button without anything else.
#[derive(Clone, Copy, Debug, Default, Deserialize)]
pub struct Nothing {}

/// A draft that was thrown away and shall come back, or none: then a new one.
#[derive(Clone, Debug, Default, Deserialize)]
pub struct BeginForm {
    /// Its identity; empty for a new one.
    #[serde(default)]
    pub keep: String,
}

fn said(number: &str, title: &str, text: &str) -> Said {
    Said {
        number: number.to_owned(),
        title: title.to_owned(),
        text: tidy(text),
    }
}

/// A place as the pages write it: the element above, a stroke, the sibling before; both may be empty.
pub fn spot(text: &str) -> Option<Spot> {
    let (parent, after) = text.split_once('/')?;
    let key = |text: &str| match text {
        "" => Some(None),
        text => Key::parse(text).ok().map(Some),
    };
    Some(Spot {
        parent: key(parent)?,
        after: key(after)?,
    })
}

/// What is wrong with words for an element of that kind; `lead` stands before the names of their fields.
pub fn faults(said: &Said, kind: ElementKind, lead: &str) -> Vec<FieldError> {
    let faults = said.tidy().faults(kind).into_iter();
    let fields = ["number", "title", "text"];
    faults
        .zip(fields)
        .filter_map(|(fault, field)| Some(error(&format!("{lead}{field}"), fault?)))
        .collect()
}

/// A fault at its field.
pub fn error(field: &str, fault: TreeFault) -> FieldError {
    let error = FieldError::new(field, fault.text_key());
    match fault.limit() {
        Some(limit) => error.with("max", limit),
        None => error,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn buttons_are_read() {
        let pressed = |act: &str| {
            let form = TreeForm {
                act: act.into(),
                version: 1,
            };
            form.pressed()
        };
        let key = Key::parse("sz-4").unwrap();
        assert_eq!(pressed("undo"), Some(Pressed::Undo));
        assert_eq!(
            pressed("retire sz-4"),
            Some(Pressed::Act(Act::Retire(key.clone())))
        );
        assert_eq!(pressed("restore sz-4"), Some(Pressed::Restore(key)));
        assert_eq!(pressed("number"), Some(Pressed::Act(Act::Renumber(None))));
        let at = Spot::default();
        assert_eq!(
            pressed("place sz-4 /"),
            Some(Pressed::Act(Act::Place {
                key: Key::parse("sz-4").unwrap(),
                at
            }))
        );
        for odd in ["", "up", "up SZ 4", "undo sz-4", "burn sz-4"] {
            assert_eq!(pressed(odd), None, "{odd}");
        }
    }

    #[test]
    fn places_are_read() {
        let key = |text: &str| Some(Key::parse(text).unwrap());
        let at = |parent, after| Some(Spot { parent, after });
        assert_eq!(spot("hf-a/sz-1"), at(key("hf-a"), key("sz-1")));
        assert_eq!(spot("/"), at(None, None));
        assert_eq!(spot("hf-a"), None);
        assert_eq!(spot("hf-a/ü"), None);
    }
}
