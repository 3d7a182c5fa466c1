//! What a person is told about one part of a document.

use crate::strategy::markdown::{Fault, Problem};

/// What is to be corrected at a part, or only to be known.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RowFault {
    /// The part, from 0.
    pub row: usize,
    /// Key of the text.
    pub key: &'static str,
    /// Numbers in the text.
    pub args: Vec<(&'static str, usize)>,
}

impl RowFault {
    pub(super) fn new(row: usize, key: &'static str) -> Self {
        Self {
            row,
            key,
            args: Vec::new(),
        }
    }

    pub(super) fn with(mut self, name: &'static str, value: usize) -> Self {
        self.args.push((name, value));
        self
    }

    pub(super) fn of(fault: &Fault) -> Self {
        let at = |key| Self::new(fault.line.saturating_sub(1), key);
        match &fault.problem {
            Problem::OutsideField(_) => at("import-fault-outside-field"),
            Problem::SecondPrinciple(first) => {
                at("import-fault-second-principle").with("row", *first)
            }
            Problem::WithoutTitle(_) => at("import-fault-without-title"),
            Problem::WithoutText(_) => at("import-fault-without-text"),
            Problem::TextTooLong(chars) => at("import-fault-text-too-long").with("n", *chars),
            Problem::TitleTooLong(chars) => at("import-fault-title-too-long").with("n", *chars),
            Problem::DuplicateKey { first, .. } => {
                at("import-fault-matched-twice").with("row", *first)
            }
            Problem::KeyOfOtherKind { .. } => at("import-fault-other-kind"),
            _ => at("import-fault-too-many"),
        }
    }
}
