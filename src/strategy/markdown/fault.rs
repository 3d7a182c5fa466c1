//! Everything the import can refuse in a strategy document.

use std::fmt;

use crate::strategy::model::{ElementKind, Key, ReportLang};

/// One thing that has to be changed in a document before it can be imported.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    /// Line of the file, from 1.
    pub line: usize,
    /// What is wrong there.
    pub problem: Problem,
}

/// What can be wrong in a strategy document.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum Problem {
    /// There is nothing in the file.
    EmptyDocument,
    /// The file is larger than any strategy document; the value is the limit in bytes.
    FileTooLarge(usize),
    /// No heading of the first level names the strategy.
    MissingTitle,
    /// Something stands above the title.
    BeforeTitle,
    /// A second heading of the first level.
    SecondTitle,
    /// A title and nothing below it.
    NoField,
    /// A heading whose first words name no kind of element.
    UnknownHeading(String),
    /// A known heading with the wrong number of `#`.
    WrongLevel {
        /// What the heading names.
        kind: ElementKind,
        /// How many `#` it needs.
        expected: u8,
    },
    /// A guiding principle or a strategic goal above the first field of action.
    OutsideField(ElementKind),
    /// A heading underlined with `===` or `---`.
    UnderlinedHeading,
    /// A heading inside a list item.
    HeadingInList,
    /// A guiding principle whose text stands in its heading.
    PrincipleWithTitle,
    /// A paragraph directly below the title of the strategy.
    ParagraphBelowTitle,
    /// A paragraph after the list of action goals.
    ParagraphAfterList,
    /// A list anywhere else than below a strategic goal.
    ListOutOfPlace,
    /// A field of action or a strategic goal without a title.
    WithoutTitle(ElementKind),
    /// An element without a text that needs one.
    WithoutText(ElementKind),
    /// A field of action with neither a guiding principle nor a goal.
    EmptyField,
    /// A second guiding principle in one field; the value is the line of the first.
    SecondPrinciple(usize),
    /// A number that a sibling already has.
    DuplicateNumber {
        /// What is numbered.
        kind: ElementKind,
        /// The number label.
        number: String,
        /// Line of the sibling.
        first: usize,
    },
    /// A key that another element already has.
    DuplicateKey {
        /// The key.
        key: Key,
        /// Line of the other element.
        first: usize,
    },
    /// `{#…}` with something that is not a key.
    InvalidKey(String),
    /// `{#…}` where no element begins.
    MisplacedKey(String),
    /// The key belongs to an element of another kind in the edition before.
    KeyOfOtherKind {
        /// The key.
        key: Key,
        /// What it names there.
        kind: ElementKind,
    },
    /// A list inside a list.
    NestedList,
    /// A table.
    Table,
    /// A code block; most often a paragraph indented by four spaces.
    CodeBlock,
    /// An image.
    Image,
    /// A block of HTML, also an HTML comment.
    HtmlBlock,
    /// A block quote.
    BlockQuote,
    /// A thematic break.
    Rule,
    /// A footnote, or a link target on a line of its own, that would vanish from the text.
    Footnote,
    /// A title with more than [`MAX_TITLE_CHARS`](crate::strategy::model::MAX_TITLE_CHARS) characters; the value is their number.
    TitleTooLong(usize),
    /// A text with more than [`MAX_TEXT_CHARS`](crate::strategy::model::MAX_TEXT_CHARS) characters; the value is their number.
    TextTooLong(usize),
    /// More than [`MAX_FIELDS`](crate::strategy::model::MAX_FIELDS) fields of action.
    TooManyFields,
    /// More than [`MAX_ELEMENTS`](crate::strategy::model::MAX_ELEMENTS) elements.
    TooManyElements,
    /// A character nobody can see or that got lost when the file was converted.
    Unprintable(char),
}

impl Fault {
    /// The line and what is wrong in it: "Zeile 12: …".
    #[must_use]
    pub fn message(&self, lang: ReportLang) -> String {
        format!(
            "{} {}: {}",
            lang.pick("Zeile", "Line"),
            self.line,
            self.problem.message(lang)
        )
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message(ReportLang::German))
    }
}

impl std::error::Error for Fault {}
