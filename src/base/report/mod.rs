//! Reports: documents made of typed blocks, written once and read twice - as a page to print (`ui.report` in
//! `templates/ui/report.html`) and as a DOCX for office programs ([`docx`]). What the blocks say, the slices decide.

mod docx;
mod styles;

use serde::Serialize;

pub use docx::{MEDIA, docx};

use crate::base::locale::Lang;

/// A whole report.
pub struct Report {
    /// What it is called; stands at its head and in the file's properties.
    pub title: String,
    /// Whose report it is: the town.
    pub author: String,
    /// One line at the foot of each page, before the number of the page.
    pub foot: String,
    /// The language of its words.
    pub lang: Lang,
    /// The language in which the town writes its documents, see [`Run::is_town`].
    pub town_lang: Lang,
    /// Whether its pages lie on their side, as wide tables want it.
    pub is_landscape: bool,
    /// What it says, in order.
    pub blocks: Vec<Block>,
}

/// A piece of a report.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Block {
    /// A heading; 2 is the first level below the title.
    Heading {
        /// 2, 3 or 4.
        level: u8,
        /// Its words.
        runs: Vec<Run>,
    },
    /// Running text.
    Paragraph {
        /// Its words.
        runs: Vec<Run>,
        /// Whether it is a note, in small letters.
        is_small: bool,
    },
    /// Points.
    List {
        /// Each with its words.
        items: Vec<Vec<Run>>,
    },
    /// The wording people talk about.
    Wording {
        /// Paragraph by paragraph.
        paragraphs: Vec<Vec<Run>>,
    },
    /// Old and new: what was taken out and what was put in stand as runs of their own.
    Diff {
        /// Paragraph by paragraph.
        paragraphs: Vec<Vec<Run>>,
    },
    /// A table.
    Table(Table),
    /// A drawing.
    Picture {
        /// Where the page finds it.
        url: String,
        /// The same in words.
        alt: String,
        /// The picture itself, for the file.
        #[serde(skip)]
        png: Vec<u8>,
    },
    /// What follows begins on a new page.
    NewPage,
}

/// A table with a head.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Table {
    /// What it shows; stands above it.
    pub caption: String,
    /// The heads of its columns.
    pub head: Vec<String>,
    /// How wide the columns are, as parts of the whole; as many as heads.
    pub widths: Vec<u32>,
    /// From which column on numbers stand in it, counted from 0; as many as heads = nowhere.
    pub numbers_from: usize,
    /// Its rows; each has as many cells as there are heads. The first cell names the row.
    pub rows: Vec<Vec<TableCell>>,
}

/// One cell: its paragraphs.
pub type TableCell = Vec<Vec<Run>>;

/// Words that look alike.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Run {
    /// The words.
    pub text: String,
    /// How they look.
    pub look: Look,
    /// Whether the town or a resident wrote them, in the language of the documents.
    pub is_town: bool,
}

/// How words look.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Look {
    /// Ordinary.
    Plain,
    /// Important.
    Strong,
    /// Of less weight.
    Soft,
    /// New in a comparison.
    Inserted,
    /// Gone in a comparison.
    Deleted,
}

impl Run {
    /// Ordinary words of the report itself.
    pub fn plain(text: impl Into<String>) -> Self {
        Self {
            text: text.into(),
            look: Look::Plain,
            is_town: false,
        }
    }

    /// Words of the town or of a resident.
    pub fn town(text: impl Into<String>) -> Self {
        Self {
            is_town: true,
            ..Self::plain(text)
        }
    }

    /// The same with another look.
    #[must_use]
    pub fn looking(self, look: Look) -> Self {
        Self { look, ..self }
    }
}

impl Block {
    /// A heading in the report's own words.
    pub fn heading(level: u8, text: impl Into<String>) -> Self {
        Self::Heading {
            level,
            runs: vec![Run::plain(text)],
        }
    }

    /// A paragraph in the report's own words.
    pub fn paragraph(text: impl Into<String>) -> Self {
        Self::Paragraph {
            runs: vec![Run::plain(text)],
            is_small: false,
        }
    }

    /// A note in the report's own words.
    pub fn note(text: impl Into<String>) -> Self {
        Self::Paragraph {
            runs: vec![Run::plain(text)],
            is_small: true,
        }
    }
}

/// A cell of one paragraph in the report's own words.
pub fn cell(text: impl Into<String>) -> TableCell {
    vec![vec![Run::plain(text)]]
}
