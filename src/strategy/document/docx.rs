//! Word files into Markdown.
//!
//! A file from outside is not to be trusted: its parts are unpacked and counted before the reader sees it, and the reader
//! works on a thread of its own that nobody waits for longer than [`TIME_LIMIT`].

use std::fmt::Write as _;
use std::io::{Cursor, Read, sink};
use std::sync::mpsc;
use std::thread;
use std::time::Duration;

use undoc::model::{Block, Document, Paragraph, RevisionType, Table};
use zip::ZipArchive;

use super::Refused;
use crate::strategy::markdown::escaped_start;

/// Largest file that is taken, in bytes.
pub const MAX_FILE_BYTES: usize = 10 * 1024 * 1024;
/// Most files inside a Word file. A document with 500 pictures has fewer.
const MAX_ENTRIES: usize = 2_000;
/// Largest size of all files inside a Word file together, in bytes.
const MAX_UNPACKED_BYTES: u64 = 96 * 1024 * 1024;
/// Longest time a document is read.
const TIME_LIMIT: Duration = Duration::from_secs(20);
/// A paragraph all in bold letters counts as a heading up to so many characters.
const MAX_BOLD_HEADING_CHARS: usize = 160;
/// Room for documents with tables inside tables.
const STACK_BYTES: usize = 16 * 1024 * 1024;

/// The Markdown of a file, whatever kind it is: a Word file (`.docx`) or a text.
///
/// Blocks until the file is read, at most 20 seconds.
///
/// # Errors
/// [`Refused`] with what is wrong with the file.
pub fn markdown_of(bytes: Vec<u8>) -> Result<String, Refused> {
    if bytes.len() > MAX_FILE_BYTES {
        return Err(Refused::TooLarge);
    }
    let markdown = if bytes.starts_with(b"PK\x03\x04") {
        from_word(bytes)?
    } else if bytes.starts_with(b"%PDF") {
        return Err(Refused::Pdf);
    } else if bytes.starts_with(&[0xd0, 0xcf, 0x11, 0xe0]) {
        return Err(Refused::OldWord);
    } else {
        let text = String::from_utf8(bytes).map_err(|_| Refused::OtherKind)?;
        if text.contains('\0') {
            return Err(Refused::OtherKind);
        }
        text
    };
    let markdown = visible(&markdown);
    if markdown.trim().is_empty() {
        return Err(Refused::Empty);
    }
    Ok(markdown)
}

/// Without characters nobody can see and that databases or readers stumble over.
fn visible(text: &str) -> String {
    let text = text.replace("\r\n", "\n").replace('\r', "\n");
    let keep = |c: &char| {
        matches!(c, '\n' | '\t')
            || !(c.is_control()
                || matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
                || matches!(
                    c,
                    '\u{2028}' | '\u{2029}' | '\u{feff}' | '\u{fffd}' | '\u{ad}' | '\u{200b}'
                ))
    };
    text.chars().filter(keep).collect()
}

fn from_word(bytes: Vec<u8>) -> Result<String, Refused> {
    unpacks_sensibly(&bytes)?;
    let (done, result) = mpsc::sync_channel(1);
    // Should the reader panic, the channel closes without a result, and only this file is refused.
    let work = move || {
        let markdown = undoc::parse_bytes(&bytes).map(|document| written(&document));
        // Nobody listens any more when the time was up.
        let _ = done.send(markdown.map_err(|_| Refused::Broken));
    };
    thread::Builder::new()
        .name("read-document".into())
        .stack_size(STACK_BYTES)
        .spawn(work)
        .map_err(|_| Refused::TooSlow)?;
    result.recv_timeout(TIME_LIMIT).map_err(|why| match why {
        mpsc::RecvTimeoutError::Timeout => Refused::TooSlow,
        mpsc::RecvTimeoutError::Disconnected => Refused::Broken,
    })?
}

/// Unpacks everything once into nothing: sizes that a file claims about itself may be lies.
fn unpacks_sensibly(bytes: &[u8]) -> Result<(), Refused> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(|_| Refused::Broken)?;
    if archive.len() > MAX_ENTRIES {
        return Err(Refused::Bomb);
    }
    if archive.index_for_name("word/document.xml").is_none() {
        return Err(Refused::OtherKind);
    }
    let mut left = MAX_UNPACKED_BYTES;
    for index in 0..archive.len() {
        let entry = archive.by_index(index).map_err(|_| Refused::Broken)?;
        let read = std::io::copy(&mut entry.take(left + 1), &mut sink());
        let read = read.map_err(|_| Refused::Broken)?;
        left = left.checked_sub(read).ok_or(Refused::Bomb)?;
    }
    Ok(())
}

/// The document as Markdown: headings, paragraphs, list items; the cells of a table as paragraphs, row by row.
fn written(document: &Document) -> String {
    let blocks = || {
        document
            .sections
            .iter()
            .flat_map(|section| &section.content)
    };
    let titled = blocks().any(|block| matches!(block, Block::Paragraph(p) if is_title(p)));
    let mut markdown = String::new();
    for block in blocks() {
        match block {
            Block::Paragraph(paragraph) => write_paragraph(&mut markdown, paragraph, titled),
            Block::Table(table) => write_table(&mut markdown, table, titled),
            // Notes and pictures are no wording that people could mark.
            _ => {}
        }
    }
    markdown
}

fn write_table(markdown: &mut String, table: &Table, titled: bool) {
    for cell in table.rows.iter().flat_map(|row| &row.cells) {
        for paragraph in &cell.content {
            write_paragraph(markdown, paragraph, titled);
        }
        for nested in &cell.nested_tables {
            write_table(markdown, nested, titled);
        }
    }
}

fn write_paragraph(markdown: &mut String, paragraph: &Paragraph, titled: bool) {
    let text = text(paragraph);
    if text.is_empty() || is_contents(paragraph) {
        return;
    }
    let level = level(paragraph);
    let escaped = escaped_start(&text);
    // Writing to a string cannot fail.
    let _ = if is_title(paragraph) {
        writeln!(markdown, "# {}\n", escaped.replace('#', r"\#"))
    } else if level > 0 {
        // The title of the document is a level of its own above the others.
        let marks = "#".repeat(usize::from(level + u8::from(titled)).min(6));
        writeln!(markdown, "{marks} {}\n", escaped.replace('#', r"\#"))
    } else if let Some(list) = &paragraph.list_info {
        // The list's own depth would need the marks of all lists before; two steps are enough to tell below from above.
        let indent = if list.level == 0 { "" } else { "  " };
        writeln!(markdown, "{indent}- {escaped}\n")
    } else if is_bold(paragraph) && text.chars().count() <= MAX_BOLD_HEADING_CHARS {
        writeln!(markdown, "**{}**\n", text.replace("**", ""))
    } else {
        writeln!(markdown, "{escaped}\n")
    };
}

/// The words of a paragraph as they stand once all tracked changes are accepted.
fn text(paragraph: &Paragraph) -> String {
    let mut text = String::new();
    for run in &paragraph.runs {
        if run.revision != RevisionType::Deleted {
            text.push_str(&run.text);
        }
        if run.line_break || run.page_break {
            text.push(' ');
        }
    }
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn is_bold(paragraph: &Paragraph) -> bool {
    let mut runs = paragraph
        .runs
        .iter()
        .filter(|run| !run.text.trim().is_empty());
    runs.all(|run| run.style.bold)
}

fn style(paragraph: &Paragraph) -> String {
    let name = paragraph
        .style_name
        .as_ref()
        .or(paragraph.style_id.as_ref());
    name.map(|name| name.to_lowercase()).unwrap_or_default()
}

/// The level of a heading: as its style says, or as the style is called ("heading 2", "Überschrift 2"). 0 = none.
fn level(paragraph: &Paragraph) -> u8 {
    match paragraph.heading.level() {
        0 => {
            let style = style(paragraph);
            let rest = ["heading", "überschrift", "berschrift"]
                .iter()
                .find_map(|name| style.strip_prefix(name));
            rest.and_then(|rest| rest.trim().parse().ok())
                .unwrap_or(0)
                .min(6)
        }
        level => level,
    }
}

/// Word names it "Title" inside, whatever the language on the screen; other programs do not.
fn is_title(paragraph: &Paragraph) -> bool {
    matches!(style(paragraph).as_str(), "title" | "titel")
}

/// A line of a table of contents.
fn is_contents(paragraph: &Paragraph) -> bool {
    let style = style(paragraph);
    ["toc", "verzeichnis", "inhaltsverzeichnis"]
        .iter()
        .any(|name| style.starts_with(name))
}

#[cfg(test)]
mod tests {
    use super::super::sample::{Docx, archive};
    use super::*;

    #[test]
    fn headings_lists_and_tables_of_a_word_file_are_read() {
        let file = Docx::new()
            .styled("Title", "Sozialer Zusammenhalt, Entwurf 2")
            .styled("TOC1", "Handlungsfeld 1 ... 4")
            .styled("Heading1", "Handlungsfeld 1: Wohnen")
            .plain("Alle wohnen gut; 3. Satz.")
            .bold("Strategisches Ziel 1: Bezahlbar wohnen")
            .item("Mehr geförderte Wohnungen")
            .table(&[&["Ziel", "Bürger*innen & Besucher*innen"]])
            .bytes();
        assert_eq!(
            markdown_of(file).unwrap(),
            "# Sozialer Zusammenhalt, Entwurf 2\n\n## Handlungsfeld 1: Wohnen\n\nAlle wohnen gut; 3. Satz.\n\n\
             **Strategisches Ziel 1: Bezahlbar wohnen**\n\n- Mehr geförderte Wohnungen\n\nZiel\n\nBürger*innen & Besucher*innen\n\n"
        );
    }

    #[test]
    fn german_style_ids_are_headings_too() {
        let file = Docx::german()
            .styled("berschrift1", "Wohnen")
            .styled("berschrift2", "Ruhe")
            .bytes();
        assert_eq!(markdown_of(file).unwrap(), "# Wohnen\n\n## Ruhe\n\n");
    }

    #[test]
    fn deleted_words_of_a_tracked_change_are_gone() {
        let file = Docx::new()
            .raw("<w:p><w:r><w:t xml:space=\"preserve\">Wege sind </w:t></w:r><w:del w:id=\"1\"><w:r><w:delText>dunkel</w:delText></w:r></w:del><w:ins w:id=\"2\"><w:r><w:t>hell</w:t></w:r></w:ins></w:p>")
            .bytes();
        assert_eq!(markdown_of(file).unwrap(), "Wege sind hell\n\n");
    }

    #[test]
    fn what_is_no_document_is_refused_with_its_reason() {
        let bomb = archive(&[("word/document.xml", vec![b' '; 100 * 1024 * 1024])]);
        let many: Vec<_> = (0..2_001)
            .map(|n| (format!("word/{n}"), Vec::new()))
            .collect();
        let many: Vec<_> = many
            .iter()
            .map(|(name, bytes)| (name.as_str(), bytes.clone()))
            .collect();
        let cases = [
            (b"%PDF-1.7".to_vec(), Refused::Pdf),
            (vec![0xd0, 0xcf, 0x11, 0xe0, 0], Refused::OldWord),
            (vec![0xff, 0xfe, 0, 1], Refused::OtherKind),
            (b"  \n".to_vec(), Refused::Empty),
            (b"PK\x03\x04 and then nothing".to_vec(), Refused::Broken),
            (vec![b'a'; MAX_FILE_BYTES + 1], Refused::TooLarge),
            (
                archive(&[("xl/workbook.xml", b"<x/>".to_vec())]),
                Refused::OtherKind,
            ),
            (
                archive(&[("word/document.xml", b"<w:document><w:p".to_vec())]),
                Refused::Broken,
            ),
            (bomb, Refused::Bomb),
            (archive(&many), Refused::Bomb),
            (Docx::new().bytes(), Refused::Empty),
        ];
        for (bytes, why) in cases {
            let length = bytes.len();
            assert_eq!(markdown_of(bytes), Err(why), "{length} bytes");
        }
    }

    #[test]
    fn a_text_is_taken_as_it_is_without_what_nobody_sees() {
        let text = "\u{feff}# Titel\r\n\r\nEin\u{ad}Text\u{202e}"
            .as_bytes()
            .to_vec();
        assert_eq!(markdown_of(text).unwrap(), "# Titel\n\nEinText");
    }
}
