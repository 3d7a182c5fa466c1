//! Changes of ZIP files: a part inside, built in anew; or the archive itself, which then lies about what is in it.

use std::io::{Cursor, Read, Write};

use zip::write::SimpleFileOptions;
use zip::{ZipArchive, ZipWriter};

use super::mutate::Mutator;
use super::xml;

type Part = (String, Vec<u8>);

/// The parts of an archive; nothing when it is none.
fn parts(file: &[u8]) -> Option<Vec<Part>> {
    let mut archive = ZipArchive::new(Cursor::new(file)).ok()?;
    let mut parts = Vec::new();
    for n in 0..archive.len().min(100) {
        let entry = archive.by_index(n).ok()?;
        let name = entry.name().ok()?.into_owned();
        let mut bytes = Vec::new();
        entry.take(1 << 20).read_to_end(&mut bytes).ok()?;
        parts.push((name, bytes));
    }
    Some(parts)
}

/// An archive of parts; a name that stands there twice is left out.
pub fn packed(parts: &[Part]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in parts {
        if zip
            .start_file(name.as_str(), SimpleFileOptions::default())
            .is_ok()
        {
            zip.write_all(bytes).unwrap();
        }
    }
    zip.finish().unwrap().into_inner()
}

/// One change of an archive; `main`: the name of the part with the content.
pub fn change(by: &mut Mutator, file: &mut Vec<u8>, main: &str) {
    let Some(mut parts) = parts(file).filter(|parts| !parts.is_empty()) else {
        return by.change_text(file, &[], &["PK\x03\x04", "PK\x01\x02", "PK\x05\x06"]);
    };
    if by.once_in(6) {
        lie(by, file);
        return;
    }
    if by.once_in(6) {
        other_parts(by, &mut parts);
    } else {
        let at = parts.iter().position(|(name, _)| name == main);
        let at = at
            .filter(|_| !by.once_in(5))
            .unwrap_or_else(|| by.below(parts.len()));
        for _ in 0..=by.below(4) {
            if by.once_in(4) {
                by.change_text(&mut parts[at].1, &[], xml::WORDS);
            } else {
                xml::change(by, &mut parts[at].1);
            }
        }
    }
    *file = packed(&parts);
}

/// Parts that are gone, called otherwise, many, or large.
fn other_parts(by: &mut Mutator, parts: &mut Vec<Part>) {
    let at = by.below(parts.len());
    match by.below(6) {
        0 => drop(parts.remove(at)),
        1 => {
            let names = [
                "../../etc/passwd",
                "/abs",
                "a\0b",
                "word/",
                "xl/worksheets/sheet0.xml",
                "WORD/DOCUMENT.XML",
            ];
            (*by.one(&names)).clone_into(&mut parts[at].0);
        }
        2 => {
            let n = by.amount();
            parts.extend((0..n).map(|n| (format!("word/media/{n}"), Vec::new())));
        }
        3 => {
            let inner = packed(parts);
            parts.push(("word/inner.docx".to_owned(), inner));
        }
        4 => parts[at].1.clear(),
        _ => {
            // Packs to almost nothing.
            let more = vec![b' '; 3 << 20];
            parts[at].1.extend(more);
        }
    }
}

/// Bytes of the archive itself: sizes, sums, places.
fn lie(by: &mut Mutator, file: &mut Vec<u8>) {
    let marks: [&[u8]; 3] = [b"PK\x03\x04", b"PK\x01\x02", b"PK\x05\x06"];
    let mark = *by.one(&marks);
    let found: Vec<usize> = file
        .windows(4)
        .enumerate()
        .filter(|(_, bytes)| *bytes == mark)
        .map(|(at, _)| at)
        .collect();
    if found.is_empty() || by.once_in(5) {
        let until = by.below(file.len());
        return file.truncate(until);
    }
    let at = *by.one(&found) + 4 + by.below(42);
    for n in 0..=by.below(4) {
        if let Some(byte) = file.get_mut(at + n) {
            *byte = *by.one(&[0, 1, 0x7f, 0xff, 8, 9, 99]);
        }
    }
}
