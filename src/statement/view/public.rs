//! What everyone reads of statements.

use chrono::NaiveDate;
use serde::Serialize;

use super::{ContentWords, sample};
use crate::base::page::View;
use crate::consultation::view::sample::day;

/// `templates/statement/intro.html`: how a statement is handed in, before one begins.
#[derive(Clone, Serialize)]
pub struct StatementIntroPage {
    /// The consultation's name in addresses.
    pub slug: String,
    /// Its title.
    pub title: String,
    /// The language of the title, when it is not the town's.
    pub lang: Option<&'static str>,
    /// `later`, `open`, `late`, `over`.
    pub moment: &'static str,
    /// The first day on which statements are taken.
    pub opens: NaiveDate,
    /// The last day that is in time.
    pub until: NaiveDate,
    /// The last day on which something late can be handed in online.
    pub late_until: NaiveDate,
    /// For how many organisations the deadline is longer, and until when.
    pub extensions: Vec<(i64, NaiveDate)>,
    /// Most files, largest upload in mebibytes, most characters of the text on one element.
    pub limits: [usize; 3],
}

impl View for StatementIntroPage {
    const TEMPLATE: &'static str = "statement/intro.html";

    fn samples() -> Vec<Self> {
        let page = |moment, extensions| Self {
            slug: "ziele".into(),
            title: "Ziele für die Stadt".into(),
            lang: None,
            moment,
            opens: day(1),
            until: day(30),
            late_until: day(60),
            extensions,
            limits: [10, 10, 20_000],
        };
        vec![
            page("later", Vec::new()),
            page("open", vec![(3, day(61)), (1, day(70))]),
            page("late", vec![(3, day(61))]),
            page("over", Vec::new()),
        ]
    }
}

/// One statement in the public list.
#[derive(Clone, Debug, Serialize)]
pub struct PublicRow {
    /// Its number.
    pub number: i32,
    /// Whose it is; none for a person who is not named.
    pub name: Option<String>,
    /// The day it came.
    pub on: NaiveDate,
    /// Nothing to object.
    pub is_nil: bool,
    /// On how many elements it says something; 0: as a whole.
    pub elements: usize,
}

/// `templates/statement/public.html`: the statements everyone may read.
#[derive(Clone, Serialize)]
pub struct PublicStatementsPage {
    /// The consultation's name in addresses.
    pub slug: String,
    /// Its title.
    pub title: String,
    /// The language of the title, when it is not the town's.
    pub lang: Option<&'static str>,
    /// `later`, `open`, `late`, `over`.
    pub moment: &'static str,
    /// The last day that is in time.
    pub until: NaiveDate,
    /// For how many organisations the deadline is longer, and until when.
    pub extensions: Vec<(i64, NaiveDate)>,
    /// How many statements came in time or are admitted.
    pub counted: usize,
    /// How many of them say that there is nothing to object.
    pub nil: usize,
    /// Those that can be read.
    pub rows: Vec<PublicRow>,
}

impl View for PublicStatementsPage {
    const TEMPLATE: &'static str = "statement/public.html";

    fn samples() -> Vec<Self> {
        let page = |moment, rows: Vec<PublicRow>| Self {
            slug: "ziele".into(),
            title: "Ziele für die Stadt".into(),
            lang: None,
            moment,
            until: day(30),
            extensions: vec![(3, day(61))],
            counted: rows.len(),
            nil: rows.iter().filter(|row| row.is_nil).count(),
            rows,
        };
        vec![
            page("open", Vec::new()),
            page("over", sample::public_rows()),
        ]
    }
}

/// `templates/statement/public-one.html`: one statement everyone may read.
#[derive(Clone, Serialize)]
pub struct PublicStatementPage {
    /// The consultation's name in addresses.
    pub slug: String,
    /// Its title.
    pub title: String,
    /// The strategy and the number of the edition it is about, for links to elements.
    pub edition: (String, i32),
    /// The statement.
    pub row: PublicRow,
    /// Its text. Addresses and files stay with the administration.
    pub content: ContentWords,
    /// How many files came with it.
    pub files: usize,
}

impl View for PublicStatementPage {
    const TEMPLATE: &'static str = "statement/public-one.html";

    fn samples() -> Vec<Self> {
        let page = |row: PublicRow| Self {
            slug: "ziele".into(),
            title: "Ziele für die Stadt".into(),
            edition: ("sek".into(), 2),
            content: if row.is_nil {
                ContentWords::default()
            } else {
                sample::content()
            },
            files: row.elements,
            row,
        };
        sample::public_rows().into_iter().map(page).collect()
    }
}
