//! A small XLSX workbook, written: sheets with a bold first row that stays in view. As office programs expect it (ECMA-376,
//! part 1), and no more than that. A text is always a text: no office program runs it as a formula.

use std::borrow::Cow;
use std::fmt::Write as _;
use std::io::Write;

use chrono::{Datelike, NaiveDate};
use quick_xml::escape::escape;

use zip::ZipWriter;
use zip::write::SimpleFileOptions;

use crate::base::bundle::bundle;
use crate::base::error::AppResult;
use crate::base::export::Cell;

const DECLARATION: &str = r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>"#;
const MAIN: &str = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const OFFICE: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE: &str = "http://schemas.openxmlformats.org/package/2006/relationships";
/// The looks of a cell, by their place: text, bold text, text in several lines, number, day. What is text is marked as such,
/// so that no office program reads a number out of a post code.
const STYLES: &str = r#"<fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="5"><xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/><xf numFmtId="49" fontId="1" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyFont="1"/><xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="14" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/></cellXfs><cellStyles count="1"><cellStyle name="Standard" xfId="0" builtinId="0"/></cellStyles>"#;
/// Longest text of a cell, in characters; office programs refuse a file with a longer one.
const MAX_CHARS: usize = 32_767;

/// Its type, as a browser is told.
pub const MEDIA: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/// One sheet of a workbook.
pub struct Sheet<'a> {
    /// What stands on its tab: at most 31 characters, and none of `[]:*?/\`; others are left out.
    pub name: String,
    /// Widths of the columns, in characters.
    pub widths: Vec<u32>,
    /// The rows; the first one is the head.
    pub rows: Vec<Vec<Cell<'a>>>,
    /// Whether long texts go on in a new line of their cell, as in a codebook, or are cut by the next cell.
    pub wraps: bool,
}

/// A workbook of one sheet of texts. `widths`: of the columns, in characters.
///
/// # Errors
/// Never, but for the writer's own.
pub fn book(name: &str, widths: &[u32], rows: &[Vec<String>]) -> anyhow::Result<Vec<u8>> {
    workbook(&[Sheet {
        name: name.to_owned(),
        widths: widths.to_vec(),
        rows: rows.iter().map(|row| texts(row)).collect(),
        wraps: false,
    }])
}

fn texts(row: &[String]) -> Vec<Cell<'_>> {
    row.iter().map(|text| text.as_str().into()).collect()
}

/// Most rows of a sheet, the head among them: office programs open no longer one.
pub const MAX_ROWS: usize = 1_048_576;

/// A workbook whose first sheet is written row by row, however long it is (up to [`MAX_ROWS`]). The first sheet's own rows, but for
/// its head, come from `rows`; the other sheets are given whole.
///
/// # Errors
/// Those of `rows` and of `to`.
pub fn long_workbook<W: Write>(
    to: W,
    sheets: &[Sheet],
    rows: impl FnOnce(&mut dyn FnMut(&[Cell<'_>]) -> AppResult<()>) -> AppResult<()>,
) -> AppResult<W> {
    let mut zip = ZipWriter::new_stream(to);
    let options = SimpleFileOptions::default().compression_level(Some(1));
    for (path, text) in frame(sheets) {
        zip.start_file(path, options).map_err(anyhow::Error::from)?;
        zip.write_all(text.as_bytes())
            .map_err(anyhow::Error::from)?;
    }
    for (n, sheet) in (2..).zip(sheets.iter().skip(1)) {
        let path = format!("xl/worksheets/sheet{n}.xml");
        zip.start_file(path, options).map_err(anyhow::Error::from)?;
        zip.write_all(written(sheet).as_bytes())
            .map_err(anyhow::Error::from)?;
    }
    if let Some(sheet) = sheets.first() {
        let options = options.large_file(true);
        zip.start_file("xl/worksheets/sheet1.xml", options)
            .map_err(anyhow::Error::from)?;
        let mut text = begun(sheet);
        let mut line = 1;
        for cells in &sheet.rows {
            write_row(&mut text, line, sheet.wraps, cells);
            line += 1;
        }
        rows(&mut |cells| {
            write_row(&mut text, line, sheet.wraps, cells);
            line += 1;
            if text.len() >= 64 * 1024 {
                zip.write_all(text.as_bytes())
                    .map_err(anyhow::Error::from)?;
                text.clear();
            }
            Ok(())
        })?;
        text.push_str(END);
        zip.write_all(text.as_bytes())
            .map_err(anyhow::Error::from)?;
    }
    let end = zip.finish().map_err(anyhow::Error::from)?;
    Ok(end.into_inner())
}

/// A workbook: texts, whole numbers and days each as what they are.
///
/// # Errors
/// Never, but for the writer's own.
pub fn workbook(sheets: &[Sheet]) -> anyhow::Result<Vec<u8>> {
    let mut parts = frame(sheets);
    for (n, sheet) in (1..).zip(sheets) {
        parts.push((format!("xl/worksheets/sheet{n}.xml"), written(sheet)));
    }
    bundle(
        parts
            .into_iter()
            .map(|(path, text)| (path, text.into_bytes())),
    )
}

/// What stands around the sheets.
fn frame(sheets: &[Sheet]) -> Vec<(String, String)> {
    vec![
        ("[Content_Types].xml".to_owned(), types(sheets.len())),
        (
            "_rels/.rels".to_owned(),
            relations([("officeDocument", "xl/workbook.xml".to_owned())]),
        ),
        ("xl/workbook.xml".to_owned(), index(sheets)),
        ("xl/_rels/workbook.xml.rels".to_owned(), {
            let all = (1..=sheets.len()).map(|n| ("worksheet", format!("worksheets/sheet{n}.xml")));
            relations(all.chain([("styles", "styles.xml".to_owned())]))
        }),
        (
            "xl/styles.xml".to_owned(),
            format!(r#"{DECLARATION}<styleSheet xmlns="{MAIN}">{STYLES}</styleSheet>"#),
        ),
    ]
}

fn types(sheets: usize) -> String {
    let base = "application/vnd.openxmlformats-officedocument.spreadsheetml";
    let mut all = format!(
        r#"{DECLARATION}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="{base}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="{base}.styles+xml"/>"#
    );
    for n in 1..=sheets {
        let _ = write!(
            all,
            r#"<Override PartName="/xl/worksheets/sheet{n}.xml" ContentType="{base}.worksheet+xml"/>"#
        );
    }
    all + "</Types>"
}

fn relations<'a>(of: impl IntoIterator<Item = (&'a str, String)>) -> String {
    let mut all = format!(r#"{DECLARATION}<Relationships xmlns="{PACKAGE}">"#);
    for (n, (kind, target)) in (1..).zip(of) {
        let _ = write!(
            all,
            r#"<Relationship Id="rId{n}" Type="{OFFICE}/{kind}" Target="{target}"/>"#
        );
    }
    all + "</Relationships>"
}

fn index(sheets: &[Sheet]) -> String {
    let mut all = format!(r#"{DECLARATION}<workbook xmlns="{MAIN}" xmlns:r="{OFFICE}"><sheets>"#);
    for (n, sheet) in (1..).zip(sheets) {
        let name: String = sheet
            .name
            .chars()
            .filter(|sign| !"[]:*?/\\'".contains(*sign))
            .take(31)
            .collect();
        let _ = write!(
            all,
            r#"<sheet name="{}" sheetId="{n}" r:id="rId{n}"/>"#,
            escape(&name)
        );
    }
    all + "</sheets></workbook>"
}

/// The end of a sheet.
const END: &str = "</sheetData></worksheet>";

fn written(sheet: &Sheet) -> String {
    let mut all = begun(sheet);
    for (line, cells) in (1..).zip(&sheet.rows) {
        write_row(&mut all, line, sheet.wraps, cells);
    }
    all + END
}

fn write_row(all: &mut String, line: usize, wraps: bool, cells: &[Cell]) {
    // A long sheet has millions of cells: nothing is made for one of them that is thrown away again.
    let line_text = line.to_string();
    all.extend([r#"<row r=""#, &line_text, r#"">"#]);
    let style = if line == 1 { 1 } else { 2 * u8::from(wraps) };
    for (place, cell) in cells.iter().enumerate() {
        if *cell == Cell::Empty {
            continue;
        }
        all.push_str(r#"<c r=""#);
        write_column(all, place);
        all.push_str(&line_text);
        write_cell(all, style, cell);
    }
    all.push_str("</row>");
}

/// Everything before the rows.
fn begun(sheet: &Sheet) -> String {
    let mut all = format!(
        r#"{DECLARATION}<worksheet xmlns="{MAIN}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><cols>"#
    );
    for (n, width) in (1..).zip(&sheet.widths) {
        let _ = write!(
            all,
            r#"<col min="{n}" max="{n}" width="{width}" style="0" customWidth="1"/>"#
        );
    }
    all.push_str("</cols><sheetData>");
    all
}

/// A cell behind its place.
fn write_cell(all: &mut String, style: u8, cell: &Cell) {
    let _ = match cell {
        Cell::Empty => Ok(()),
        Cell::Number(number) => write!(all, r#"" s="3"><v>{number}</v></c>"#),
        Cell::Day(day) => write!(all, r#"" s="4"><v>{}</v></c>"#, serial(*day)),
        Cell::Text(text) => {
            let is_plain = text.len() <= MAX_CHARS && text.chars().all(is_written);
            let text = if is_plain {
                Cow::Borrowed(&**text)
            } else {
                let signs = text.chars().filter(|sign| is_written(*sign));
                Cow::Owned(signs.take(MAX_CHARS).collect())
            };
            let text = escape(text);
            write!(
                all,
                r#"" s="{style}" t="inlineStr"><is><t xml:space="preserve">{text}</t></is></c>"#
            )
        }
    };
}

/// Whether XML 1.0 can hold a sign at all; one that it cannot would make the whole file unreadable.
pub(in crate::base) fn is_written(sign: char) -> bool {
    matches!(sign, '\t' | '\n' | '\r' | '\u{20}'..='\u{d7ff}' | '\u{e000}'..='\u{fffd}' | '\u{10000}'..)
}

/// A day as office programs count them: day 1 is 1 January 1900, and they believe in a 29 February of that year.
fn serial(day: NaiveDate) -> i32 {
    // 1 January of year 1 is day 1 there; 30 December 1899 is day 693594.
    day.num_days_from_ce() - 693_594
}

/// Writes the letters of a column: 0 is A, 26 is AA.
fn write_column(all: &mut String, place: usize) {
    if let Some(before) = (place / 26).checked_sub(1) {
        write_column(all, before);
    }
    all.push(char::from(
        b'A' + u8::try_from(place % 26).unwrap_or_default(),
    ));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_can_be_read() {
        let rows = [["Name", "E-Mail"], ["A & <B>", "=1+1"]];
        let rows = rows.map(|row| row.map(str::to_owned).to_vec());
        let bytes = book("Liste", &[30, 20], &rows).unwrap();
        let found = super::super::read(&bytes).unwrap();
        let cells: Vec<_> = found.into_iter().map(|row| row.cells).collect();
        assert_eq!(cells, rows);
    }

    #[test]
    fn numbers_days_and_many_columns() {
        let day = NaiveDate::from_ymd_opt(2026, 7, 17).unwrap();
        assert_eq!(serial(day), 46_220);
        assert_eq!(
            [0, 25, 26, 51, 52, 701, 702].map(|place| {
                let mut letters = String::new();
                write_column(&mut letters, place);
                letters
            }),
            ["A", "Z", "AA", "AZ", "BA", "ZZ", "AAA"]
        );
        let sheet = |name: &str| Sheet {
            name: name.into(),
            widths: vec![10; 2],
            rows: vec![
                vec!["n".into(), "day".into()],
                vec![7_u64.into(), day.into()],
            ],
            wraps: true,
        };
        let bytes = workbook(&[sheet("Zahlen/1"), sheet("Zwei")]).unwrap();
        let found = super::super::read(&bytes).unwrap();
        assert_eq!(found[1].cells, ["7", "46220"]);
        assert!(!is_written('\u{1}') && is_written('ä'));
    }
}
