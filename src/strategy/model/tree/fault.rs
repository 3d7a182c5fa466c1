//! Why an act cannot be done.

use crate::strategy::model::{
    MAX_ELEMENTS, MAX_FIELDS, MAX_NUMBER_CHARS, MAX_TEXT_CHARS, MAX_TITLE_CHARS,
};

/// Why an act cannot be done, or words cannot be taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum TreeFault {
    /// The element, or one that the act names, is not in the tree (any more).
    #[error("the element is not in the tree")]
    Gone,
    /// An element of that kind cannot stand there.
    #[error("an element of that kind cannot stand there")]
    NotHere,
    /// The field has its guiding principle already.
    #[error("the field has its guiding principle already")]
    SecondPrinciple,
    /// There is no place further that way.
    #[error("there is no place further that way")]
    AtTheEdge,
    /// A goal with action goals cannot become an action goal.
    #[error("a goal with action goals cannot become an action goal")]
    HasActionGoals,
    /// A guiding principle cannot be split: a field has but one.
    #[error("a guiding principle cannot be split")]
    Indivisible,
    /// Only two different elements of one kind can be merged.
    #[error("only two different elements of one kind can be merged")]
    Unlike,
    /// The element is in the tree already.
    #[error("the element is in the tree already")]
    AlreadyThere,
    /// A field or goal needs a title.
    #[error("a field or goal needs a title")]
    NoTitle,
    /// All but fields need a text.
    #[error("all but fields need a text")]
    NoText,
    /// The title is too long.
    #[error("the title is too long")]
    TitleTooLong,
    /// The text is too long.
    #[error("the text is too long")]
    TextTooLong,
    /// That is no number label.
    #[error("that is no number label")]
    NoNumber,
    /// Title or text has a character that cannot be seen or printed.
    #[error("a character that cannot be printed")]
    Unprintable,
    /// The edition has as many fields as it may have.
    #[error("too many fields of action")]
    TooManyFields,
    /// The edition has as many elements as it may have.
    #[error("too many elements")]
    TooManyElements,
}

impl TreeFault {
    /// The text that tells an editor what to do. Limits stand in it as `$max`.
    pub fn text_key(self) -> &'static str {
        match self {
            Self::Gone => "tree-fault-gone",
            Self::NotHere => "tree-fault-not-here",
            Self::SecondPrinciple => "tree-fault-second-principle",
            Self::AtTheEdge => "tree-fault-edge",
            Self::HasActionGoals => "tree-fault-has-action-goals",
            Self::Indivisible => "tree-fault-indivisible",
            Self::Unlike => "tree-fault-unlike",
            Self::AlreadyThere => "tree-fault-already-there",
            Self::NoTitle => "tree-fault-no-title",
            Self::NoText => "tree-fault-no-text",
            Self::TitleTooLong => "tree-fault-title-too-long",
            Self::TextTooLong => "tree-fault-text-too-long",
            Self::NoNumber => "tree-fault-no-number",
            Self::Unprintable => "tree-fault-unprintable",
            Self::TooManyFields => "tree-fault-too-many-fields",
            Self::TooManyElements => "tree-fault-too-many-elements",
        }
    }

    /// The limit that was passed, if it is one.
    pub fn limit(self) -> Option<usize> {
        match self {
            Self::TitleTooLong => Some(MAX_TITLE_CHARS),
            Self::TextTooLong => Some(MAX_TEXT_CHARS),
            Self::NoNumber => Some(MAX_NUMBER_CHARS),
            Self::TooManyFields => Some(MAX_FIELDS),
            Self::TooManyElements => Some(MAX_ELEMENTS),
            _ => None,
        }
    }
}
