//! Why a file cannot be read.

/// Why nothing can be made of a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Refused {
    /// Nothing in it that could be read.
    #[error("the file has no text")]
    Empty,
    /// More bytes than any strategy document has.
    #[error("the file is too large")]
    TooLarge,
    /// Another kind of file: a picture, a spreadsheet, a sound.
    #[error("not a document of a kind that can be read")]
    OtherKind,
    /// A Word file of the years before 2007, or a locked one.
    #[error("an old or locked Word file")]
    OldWord,
    /// A PDF file.
    #[error("a PDF file")]
    Pdf,
    /// A Word file that is damaged.
    #[error("the Word file is damaged")]
    Broken,
    /// A Word file that unpacks to far more than its size promises.
    #[error("the Word file unpacks to too much")]
    Bomb,
    /// It took longer to read than any honest document does.
    #[error("reading took too long")]
    TooSlow,
    /// More headings and paragraphs than anyone could look through.
    #[error("the document has too many paragraphs")]
    TooLong,
}

impl Refused {
    /// Key of the text that says what to do.
    pub fn text_key(self) -> &'static str {
        match self {
            Self::Empty => "import-refused-empty",
            Self::TooLarge => "import-refused-too-large",
            Self::OtherKind => "import-refused-other-kind",
            Self::OldWord => "import-refused-old-word",
            Self::Pdf => "import-refused-pdf",
            Self::Broken => "import-refused-broken",
            Self::Bomb => "import-refused-bomb",
            Self::TooSlow => "import-refused-too-slow",
            Self::TooLong => "import-refused-too-long",
        }
    }
}
