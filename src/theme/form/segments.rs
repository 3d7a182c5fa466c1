//! What the desk may send while it splits a statement.

use std::collections::BTreeSet;

use crate::base::form::{FieldError, Fields, tidy};
use crate::base::id::Id;
use crate::statement::model::PART_CHARS;
use crate::strategy::{Element, LaidEdition, Wording};
use crate::survey::FreeText;
use crate::theme::model::segment::Spot;

/// The choice that leaves each paragraph where whoever wrote it put it.
pub const AS_WRITTEN: &str = "part";
/// The choice for what is about the whole.
pub const WHOLE: &str = "whole";

/// An element in the wording of the edition laid open; none for the whole.
pub type On = Option<(Id<Element>, Id<Wording>)>;

/// What a segment is about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Target {
    /// The same as the part it stands in.
    AsWritten,
    /// Something else.
    Other(On),
}

/// What is to be done.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Wanted {
    /// Make segments of the ticked paragraphs.
    Join(BTreeSet<Spot>, Target),
    /// Make segments of all paragraphs that are in none.
    All,
    /// Make a segment of words that were typed off an attachment.
    Typed(String, On),
    /// Say that a segment is about something else.
    Place(Id<FreeText>, On),
    /// Take a segment away.
    Remove(Id<FreeText>),
    /// Put a segment back that was just taken away.
    Undo(Id<FreeText>),
    /// Lay segments of an earlier version into the one that counts.
    Carry,
}

/// The form as it was sent.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SegmentForm {
    /// The version that was on the screen.
    pub version: String,
    /// The ticked paragraphs.
    pub ticked: BTreeSet<Spot>,
    /// What they are about.
    pub element: String,
    /// Words from an attachment.
    pub typed: String,
    /// What those are about.
    pub typed_element: String,
    /// What a segment is to be about.
    pub place_element: String,
    /// The button.
    act: String,
    /// The segment it belongs to.
    segment: String,
}

impl SegmentForm {
    /// What was sent.
    pub fn of(fields: &Fields) -> Self {
        let get = |name| fields.get(name).unwrap_or_default().to_owned();
        let spot = |text: &str| {
            let (part, paragraph) = text.split_once('.')?;
            Some((part.parse().ok()?, paragraph.parse().ok()?))
        };
        let named = |name| Some((name, fields.get(name)?));
        let (act, segment) = ["remove", "undo", "place"]
            .into_iter()
            .find_map(named)
            .unwrap_or((fields.get("act").unwrap_or_default(), ""));
        Self {
            version: get("version"),
            ticked: fields.all("paragraph").filter_map(spot).collect(),
            element: get("element"),
            typed: tidy(&get("typed")),
            typed_element: get("typed_element"),
            place_element: get("place_element"),
            act: act.to_owned(),
            segment: segment.to_owned(),
        }
    }

    /// The segment whose place is being changed.
    pub fn placing(&self) -> Option<&str> {
        (self.act == "place").then_some(self.segment.as_str())
    }

    /// What is to be done, or what has to be corrected.
    ///
    /// # Errors
    /// Each fault names its field.
    pub fn parse(&self, edition: &LaidEdition) -> Result<Wanted, Vec<FieldError>> {
        let segment = Id::known(self.segment.clone());
        let unknown = |field: &'static str| vec![FieldError::new(field, "error-theme-element")];
        match self.act.as_str() {
            "remove" => Ok(Wanted::Remove(segment)),
            "undo" => Ok(Wanted::Undo(segment)),
            "carry" => Ok(Wanted::Carry),
            "all" => Ok(Wanted::All),
            "place" => match on(&self.place_element, edition) {
                Some(on) => Ok(Wanted::Place(segment, on)),
                None => Err(unknown("place_element")),
            },
            "typed" => self.typed(edition),
            _ => self.join(edition),
        }
    }

    fn join(&self, edition: &LaidEdition) -> Result<Wanted, Vec<FieldError>> {
        let mut errors = Vec::new();
        if self.ticked.is_empty() {
            errors.push(FieldError::new("paragraph", "error-segment-none"));
        }
        let target = if self.element == AS_WRITTEN {
            Some(Target::AsWritten)
        } else {
            on(&self.element, edition).map(Target::Other)
        };
        match target {
            Some(target) if errors.is_empty() => Ok(Wanted::Join(self.ticked.clone(), target)),
            Some(_) => Err(errors),
            None => {
                errors.push(FieldError::new("element", "error-theme-element"));
                Err(errors)
            }
        }
    }

    fn typed(&self, edition: &LaidEdition) -> Result<Wanted, Vec<FieldError>> {
        let mut errors = Vec::new();
        if self.typed.is_empty() {
            errors.push(FieldError::new("typed", "error-segment-typed"));
        }
        errors.extend(FieldError::too_long("typed", &self.typed, PART_CHARS));
        match on(&self.typed_element, edition) {
            Some(on) if errors.is_empty() => Ok(Wanted::Typed(self.typed.clone(), on)),
            Some(_) => Err(errors),
            None => {
                errors.push(FieldError::new("typed_element", "error-theme-element"));
                Err(errors)
            }
        }
    }
}

/// The chosen element; none when the choice is none of the list.
fn on(choice: &str, edition: &LaidEdition) -> Option<On> {
    if choice == WHOLE {
        return Some(None);
    }
    let found = edition.find(choice)?;
    Some(Some((found.id.clone(), found.wording.clone())))
}
