//! The XML of the file: tables of rows of named cells, as LimeSurvey dumps its database. Nothing is fetched, nothing
//! is expanded: a file that declares entities is refused, and what is read is never larger than the file.

use std::collections::HashMap;

use quick_xml::Reader;
use quick_xml::events::Event;

use super::Refusal;

/// More rows than this has no survey people can answer.
const MAX_ROWS: usize = 50_000;

/// One row: cell by name.
pub(super) type Row = HashMap<String, String>;

/// The whole file.
#[derive(Debug, Default)]
pub(super) struct Dump {
    /// What LimeSurvey calls the file: `Survey`, `Group`, `Question`.
    pub kind: String,
    tables: HashMap<String, Vec<Row>>,
}

impl Dump {
    /// The rows of a table; none when it is not there.
    pub fn rows(&self, table: &str) -> &[Row] {
        self.tables.get(table).map_or(&[], Vec::as_slice)
    }

    /// Whether a table has rows.
    pub fn has(&self, table: &str) -> bool {
        !self.rows(table).is_empty()
    }
}

/// A cell of a row; empty when it is not there.
pub(super) fn cell<'a>(row: &'a Row, name: &str) -> &'a str {
    row.get(name).map_or("", String::as_str)
}

/// Reads the tables of a file.
pub(super) fn read(text: &str) -> Result<Dump, Refusal> {
    let mut reader = Reader::from_str(text);
    let mut dump = Dump::default();
    // Names of the open elements: document, table, rows, row, cell.
    let mut path: Vec<String> = Vec::new();
    let mut row = Row::new();
    let mut value = String::new();
    let mut rows = 0;
    loop {
        let broken = |at: u64| Refusal::Broken {
            line: line_of(text, at),
        };
        match reader.read_event() {
            Err(_) => return Err(broken(reader.error_position())),
            Ok(Event::DocType(_)) => return Err(Refusal::Declares),
            Ok(Event::Eof) if path.is_empty() => return Ok(dump),
            Ok(Event::Eof) => return Err(broken(reader.buffer_position())),
            Ok(Event::Start(start)) => {
                path.push(start.name().as_ref().to_owned());
                value.clear();
                if path.len() > 12 {
                    return Err(Refusal::NoSurvey);
                }
            }
            Ok(Event::End(_)) => {
                let (name, text) = (path.pop().unwrap_or_default(), std::mem::take(&mut value));
                match path.iter().map(String::as_str).collect::<Vec<_>>()[..] {
                    ["document"] if name == "LimeSurveyDocType" => dump.kind = text,
                    ["document", _, "rows", "row"] => {
                        row.insert(name, visible(&text));
                    }
                    ["document", table, "rows"] if name == "row" => {
                        rows += 1;
                        if rows > MAX_ROWS {
                            return Err(Refusal::TooLarge);
                        }
                        let rows = dump.tables.entry(table.to_owned()).or_default();
                        rows.push(std::mem::take(&mut row));
                    }
                    _ => {}
                }
            }
            Ok(Event::Text(text)) => value.push_str(&text.xml10_content()),
            Ok(Event::CData(text)) => value.push_str(&text),
            Ok(Event::GeneralRef(name)) => match name.resolve_char_ref() {
                Ok(Some(letter)) => value.push(letter),
                Err(_) => return Err(broken(reader.buffer_position())),
                // Whatever is no letter of XML may be one of HTML; the texts are read as HTML afterwards.
                Ok(None) => {
                    value.push('&');
                    value.push_str(&name);
                    value.push(';');
                }
            },
            Ok(_) => {}
        }
    }
}

/// Without control characters: some cells, such as codes, are taken as they are, and PostgreSQL refuses the first of them.
fn visible(text: &str) -> String {
    let is_visible = |c: &char| matches!(c, '\n' | '\t') || !c.is_control();
    text.chars().filter(is_visible).collect()
}

/// The line, from 1, on which a byte stands.
fn line_of(text: &str, at: u64) -> usize {
    let end = usize::try_from(at).unwrap_or(usize::MAX).min(text.len());
    let before = text.as_bytes().get(..end).unwrap_or_default();
    before.split(|byte| *byte == b'\n').count()
}
