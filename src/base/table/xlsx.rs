//! The first sheet of an XLSX workbook: texts and numbers as they stand in its cells. Nothing is calculated, fetched or
//! expanded, and never more is unpacked than [`MAX_UNPACKED`].

use std::borrow::Cow;
use std::io::{Cursor, Read};

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};
use zip::ZipArchive;

use super::{MAX_CELLS, MAX_ROWS, Refused, Row, cell};

/// Most parts of a workbook.
const MAX_PARTS: usize = 2_000;
/// The last row that any office program has.
const MAX_LINE: usize = 1_048_576;
/// Most bytes of one part.
const MAX_UNPACKED: u64 = 24 * 1024 * 1024;

/// The rows of the first sheet.
pub(super) fn rows(bytes: &[u8]) -> Result<Vec<Row>, Refused> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(|_| Refused::NoTable)?;
    if archive.len() > MAX_PARTS {
        return Err(Refused::TooLarge);
    }
    let is_sheet = |name: &String| {
        let ending = name.strip_prefix("xl/worksheets/sheet");
        ending.is_some_and(|rest| rest.rsplit('.').next() == Some("xml"))
    };
    let names = archive.file_names().filter_map(Result::ok);
    let sheets = names.map(Cow::into_owned).filter(is_sheet);
    // "sheet2" before "sheet10".
    let first = sheets.min_by_key(|name| (name.len(), name.clone()));
    let first = first.ok_or(Refused::NoTable)?;
    let shared = match archive.index_for_name("xl/sharedStrings.xml") {
        Some(_) => texts(&part(&mut archive, "xl/sharedStrings.xml")?)?,
        None => Vec::new(),
    };
    sheet(&part(&mut archive, &first)?, &shared)
}

/// One part of the workbook as text.
fn part(archive: &mut ZipArchive<Cursor<&[u8]>>, name: &str) -> Result<String, Refused> {
    let entry = archive.by_name(name).map_err(|_| Refused::NoTable)?;
    let mut text = Vec::new();
    // What an entry says about its own size may be a lie.
    let read = entry.take(MAX_UNPACKED + 1).read_to_end(&mut text);
    let read = read.map_err(|_| Refused::NoTable)? as u64;
    if read > MAX_UNPACKED {
        return Err(Refused::TooLarge);
    }
    String::from_utf8(text).map_err(|_| Refused::NoTable)
}

/// The texts that cells share, by their number. Readings for pronunciation are no part of them.
fn texts(xml: &str) -> Result<Vec<String>, Refused> {
    let mut found = Vec::new();
    let mut text = String::new();
    let mut path = Vec::new();
    walk(xml, |event| {
        match event {
            Piece::Start(start) => {
                path.push(local(start));
                if path.last().is_some_and(|name| name == "si") {
                    text.clear();
                }
            }
            Piece::Text(piece) => {
                let is_text = path.last().is_some_and(|name| name == "t");
                if is_text && !path.iter().any(|name| name == "rPh") {
                    text.push_str(piece);
                }
            }
            Piece::End => {
                if path.pop().is_some_and(|name| name == "si") {
                    found.push(std::mem::take(&mut text));
                }
            }
        }
        Ok(())
    })?;
    Ok(found)
}

/// The cells of a sheet.
fn sheet(xml: &str, shared: &[String]) -> Result<Vec<Row>, Refused> {
    let mut rows: Vec<Row> = Vec::new();
    let mut path: Vec<String> = Vec::new();
    let (mut kind, mut at, mut value) = (String::new(), 0, String::new());
    walk(xml, |event| {
        match event {
            Piece::Start(start) => {
                let name = local(start);
                match name.as_str() {
                    "row" => {
                        let before = rows.last().map_or(0, |row| row.line);
                        let line = attribute(start, "r").and_then(|r| r.parse().ok());
                        let line = line.filter(|line| (1..=MAX_LINE).contains(line));
                        if rows.len() >= MAX_ROWS {
                            return Err(Refused::TooLarge);
                        }
                        rows.push(Row {
                            line: line.unwrap_or(before + 1),
                            cells: Vec::new(),
                        });
                    }
                    "c" => {
                        let next = rows.last().map_or(0, |row| row.cells.len());
                        at = attribute(start, "r").map_or(next, |r| column(&r));
                        if at >= MAX_CELLS {
                            return Err(Refused::TooLarge);
                        }
                        kind = attribute(start, "t").unwrap_or_default();
                        value.clear();
                    }
                    _ => {}
                }
                path.push(name);
            }
            Piece::Text(piece) => {
                if path.last().is_some_and(|name| name == "v" || name == "t") {
                    value.push_str(piece);
                }
            }
            Piece::End => {
                if path.pop().is_some_and(|name| name == "c")
                    && let Some(row) = rows.last_mut()
                {
                    row.cells.resize(row.cells.len().max(at + 1), String::new());
                    row.cells[at] = match kind.as_str() {
                        "s" => value
                            .trim()
                            .parse::<usize>()
                            .ok()
                            .and_then(|n| shared.get(n))
                            .map_or_else(String::new, |text| cell(text)),
                        _ => cell(&value),
                    };
                }
            }
        }
        Ok(())
    })?;
    Ok(rows)
}

/// What a part consists of.
enum Piece<'a, 'b> {
    /// An element begins.
    Start(&'a BytesStart<'b>),
    /// Text.
    Text(&'a str),
    /// The element ends.
    End,
}

/// Walks through a part. One that declares anything is refused: no office program writes that.
fn walk(
    xml: &str,
    mut see: impl FnMut(Piece<'_, '_>) -> Result<(), Refused>,
) -> Result<(), Refused> {
    let mut reader = Reader::from_str(xml);
    loop {
        match reader.read_event().map_err(|_| Refused::NoTable)? {
            Event::Eof => return Ok(()),
            Event::DocType(_) => return Err(Refused::NoTable),
            Event::Start(start) => see(Piece::Start(&start))?,
            Event::Empty(start) => {
                see(Piece::Start(&start))?;
                see(Piece::End)?;
            }
            Event::End(_) => see(Piece::End)?,
            Event::Text(text) => see(Piece::Text(&text.xml10_content()))?,
            Event::CData(text) => see(Piece::Text(&text))?,
            Event::GeneralRef(name) => {
                let letter = match name.resolve_char_ref() {
                    Ok(Some(letter)) => letter.to_string(),
                    Err(_) => return Err(Refused::NoTable),
                    Ok(None) => match &*name {
                        "amp" => "&".to_owned(),
                        "lt" => "<".to_owned(),
                        "gt" => ">".to_owned(),
                        "quot" => "\"".to_owned(),
                        "apos" => "'".to_owned(),
                        _ => return Err(Refused::NoTable),
                    },
                };
                see(Piece::Text(&letter))?;
            }
            _ => {}
        }
    }
}

/// The name of an element without its prefix.
fn local(start: &BytesStart<'_>) -> String {
    let name = start.name();
    let name: &str = name.as_ref();
    name.rsplit(':').next().unwrap_or_default().to_owned()
}

fn attribute(start: &BytesStart<'_>, name: &str) -> Option<String> {
    let found = start
        .attributes()
        .filter_map(Result::ok)
        .find(|attribute| attribute.key.as_ref() == name)?;
    Some(found.value.into_owned())
}

/// The column of a cell's name, from 0: "B7" is 1.
fn column(name: &str) -> usize {
    let letters = name.bytes().take_while(u8::is_ascii_alphabetic).take(4);
    let n = letters.fold(0usize, |n, letter| {
        n * 26 + usize::from(letter.to_ascii_uppercase() - b'A') + 1
    });
    n.saturating_sub(1)
}

#[cfg(test)]
mod tests {
    use std::io::Write;

    use zip::ZipWriter;
    use zip::write::SimpleFileOptions;

    use super::*;

    fn workbook(parts: &[(&str, &str)]) -> Vec<u8> {
        let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
        for (name, text) in parts {
            zip.start_file(*name, SimpleFileOptions::default()).unwrap();
            zip.write_all(text.as_bytes()).unwrap();
        }
        zip.finish().unwrap().into_inner()
    }

    const SHEET: &str = r#"<worksheet><sheetData>
        <row r="1"><c r="A1" t="s"><v>0</v></c><c r="C1" t="inlineStr"><is><t>E-Mail</t></is></c></row>
        <row r="3"><c r="A3" t="s"><v>1</v></c><c r="B3"/><c r="C3" t="str"><v>a@b.example</v></c></row>
        </sheetData></worksheet>"#;
    const SHARED: &str = r"<sst><si><t>Name</t></si><si><r><t>Müller &amp; </t></r><r><t>Söhne</t></r><rPh><t>x</t></rPh></si></sst>";

    #[test]
    fn cells_stand_where_they_stood() {
        let bytes = workbook(&[
            ("xl/worksheets/sheet1.xml", SHEET),
            ("xl/sharedStrings.xml", SHARED),
        ]);
        let rows = super::super::read(&bytes).unwrap();
        assert_eq!(rows[0].cells, ["Name", "", "E-Mail"]);
        assert_eq!(rows[1].cells, ["Müller & Söhne", "", "a@b.example"]);
        assert_eq!((rows[0].line, rows[1].line), (1, 3));
        assert_eq!((column("A1"), column("Z2"), column("AB3")), (0, 25, 27));
    }

    #[test]
    fn a_bomb_a_declaration_and_another_kind_of_file_are_refused() {
        let long = format!("<worksheet>{}</worksheet>", " ".repeat(25 * 1024 * 1024));
        let bomb = workbook(&[("xl/worksheets/sheet1.xml", &long)]);
        assert_eq!(rows(&bomb), Err(Refused::TooLarge));
        let declares = "<!DOCTYPE x [<!ENTITY a 'b'>]><worksheet/>";
        let declares = workbook(&[("xl/worksheets/sheet1.xml", declares)]);
        assert_eq!(rows(&declares), Err(Refused::NoTable));
        let other = workbook(&[("word/document.xml", "<x/>")]);
        assert_eq!(rows(&other), Err(Refused::NoTable));
        let far = r#"<worksheet><row r="1"><c r="ZZZ1"><v>1</v></c></row></worksheet>"#;
        let far = workbook(&[("xl/worksheets/sheet1.xml", far)]);
        assert_eq!(rows(&far), Err(Refused::TooLarge));
    }
}
