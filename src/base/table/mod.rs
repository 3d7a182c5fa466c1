//! Tables that people send as a file: CSV as office programs write it, or the first sheet of an XLSX workbook. What a file
//! says about itself is never believed; nothing is unpacked beyond a limit.

pub mod book;
mod xlsx;

use csv::{ReaderBuilder, StringRecord};

/// Largest file, in bytes.
pub const MAX_BYTES: usize = 2 * 1024 * 1024;
/// Most rows, the head among them.
const MAX_ROWS: usize = 5_000;
/// Most cells of a row.
const MAX_CELLS: usize = 200;
/// Longest cell, in characters; what is longer is cut and found too long by whoever reads it.
const MAX_CHARS: usize = 40_000;

/// One row: its line in the file, counted from 1, and its cells.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// The line, as the office program numbers it.
    pub line: usize,
    /// The cells, without anything around them.
    pub cells: Vec<String>,
}

/// Why a file is no table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refused {
    /// Nothing in it.
    Empty,
    /// Too many bytes, rows or cells.
    TooLarge,
    /// Neither CSV nor XLSX, or broken.
    NoTable,
}

impl Refused {
    /// The text that says what to do; it knows `max`, in mebibytes.
    pub fn reason_key(self) -> &'static str {
        match self {
            Self::Empty => "error-table-empty",
            Self::TooLarge => "error-table-large",
            Self::NoTable => "error-table-none",
        }
    }
}

/// Reads a file. Rows without any text are left out.
///
/// # Errors
/// When it is no table, or too large a one.
pub fn read(bytes: &[u8]) -> Result<Vec<Row>, Refused> {
    if bytes.len() > MAX_BYTES {
        return Err(Refused::TooLarge);
    }
    let rows = if bytes.starts_with(b"PK\x03\x04") {
        xlsx::rows(bytes)?
    } else {
        csv_rows(bytes)?
    };
    let full = |row: &Row| row.cells.iter().any(|cell| !cell.is_empty());
    let rows: Vec<Row> = rows.into_iter().filter(full).collect();
    if rows.is_empty() {
        Err(Refused::Empty)
    } else {
        Ok(rows)
    }
}

fn csv_rows(bytes: &[u8]) -> Result<Vec<Row>, Refused> {
    if bytes.contains(&0) {
        return Err(Refused::NoTable);
    }
    // The reader counts lines by their last character only.
    let text = decoded(bytes).replace("\r\n", "\n").replace('\r', "\n") + "\n";
    let head = text.lines().next().unwrap_or_default();
    let count = |separator: char| head.matches(separator).count();
    let separator = [';', ',', '\t'].into_iter().max_by_key(|one| {
        // Of equals the first of the list: what office programs set to German write.
        (count(*one), *one == ';')
    });
    let separator = separator.and_then(|one| u8::try_from(one).ok());
    let mut reader = ReaderBuilder::new()
        .delimiter(separator.unwrap_or(b';'))
        .has_headers(false)
        .flexible(true)
        .from_reader(text.as_bytes());
    let mut rows = Vec::new();
    let mut record = StringRecord::new();
    let (mut line, mut before) = (0, 1);
    while reader
        .read_record(&mut record)
        .map_err(|_| Refused::NoTable)?
    {
        if rows.len() >= MAX_ROWS || record.len() > MAX_CELLS {
            return Err(Refused::TooLarge);
        }
        // Blank lines are rows of a sheet too; a cell with several lines stands in one row.
        let breaks = record.iter().map(|cell| cell.matches('\n').count());
        let read = usize::try_from(reader.position().line()).unwrap_or_default();
        line += read.saturating_sub(before + breaks.sum::<usize>());
        before = read;
        rows.push(Row {
            line,
            cells: record.iter().map(cell).collect(),
        });
    }
    Ok(rows)
}

/// A cell as it is read. The apostrophe that keeps a text from running as a formula is not part of it.
fn cell(text: &str) -> String {
    let text: String = text.trim().chars().take(MAX_CHARS).collect();
    match text.strip_prefix('\'') {
        Some(rest) if rest.starts_with(['=', '+', '-', '@']) => rest.to_owned(),
        _ => text,
    }
}

/// UTF-8, with or without a byte order mark; else what older office programs write (Windows-1252).
fn decoded(bytes: &[u8]) -> String {
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    match std::str::from_utf8(bytes) {
        Ok(text) => text.to_owned(),
        Err(_) => bytes.iter().map(|byte| windows(*byte)).collect(),
    }
}

/// A letter of Windows-1252.
fn windows(byte: u8) -> char {
    match byte {
        0x80 => '€',
        0x82 => '‚',
        0x84 => '„',
        0x85 => '…',
        0x8a => 'Š',
        0x8e => 'Ž',
        0x91 => '‘',
        0x92 => '’',
        0x93 => '“',
        0x94 => '”',
        0x95 => '•',
        0x96 => '–',
        0x97 => '—',
        0x9a => 'š',
        0x9e => 'ž',
        other if (0x80..=0x9f).contains(&other) => '\u{fffd}',
        other => char::from(other),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cells(bytes: &[u8]) -> Vec<Vec<String>> {
        let rows = read(bytes).unwrap();
        rows.into_iter().map(|row| row.cells).collect()
    }

    #[test]
    fn a_file_of_any_office_program_is_read_alike() {
        let expected = [["Name", "E-Mail"], ["Förderverein", "a@b.example"]];
        for text in [
            "Name;E-Mail\r\nFörderverein;a@b.example\r\n",
            "\u{feff}Name,E-Mail\n\n\"Förderverein\",a@b.example\n",
            "Name\tE-Mail\nFörderverein\t a@b.example \n;\n",
        ] {
            let found = cells(text.as_bytes());
            assert_eq!(found[..2], expected, "{text:?}");
        }
        assert_eq!(cells(b"Name;E-Mail\nF\xf6rderverein;a@b.example"), expected);
    }

    #[test]
    fn rows_keep_the_line_they_have_in_an_office_program() {
        let file = "Name\n\nA\n\"B\nB\"\nC\n;\n\nD";
        for breaks in ["\n", "\r\n", "\r"] {
            let rows = read(file.replace('\n', breaks).as_bytes()).unwrap();
            let lines: Vec<_> = rows.iter().map(|row| row.line).collect();
            assert_eq!(lines, [1, 3, 4, 5, 8], "{breaks:?}");
        }
    }

    #[test]
    fn what_is_no_table_is_refused() {
        assert_eq!(read(b""), Err(Refused::Empty));
        assert_eq!(read(b";;\n;;"), Err(Refused::Empty));
        assert_eq!(read(b"a\0b"), Err(Refused::NoTable));
        assert_eq!(read(b"PK\x03\x04 nothing"), Err(Refused::NoTable));
        assert_eq!(read(&vec![b'a'; MAX_BYTES + 1]), Err(Refused::TooLarge));
        assert_eq!(
            read("a\n".repeat(MAX_ROWS + 1).as_bytes()),
            Err(Refused::TooLarge)
        );
    }
}
