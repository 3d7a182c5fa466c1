//! Which files are taken. What counts is the content; name and announced type are only compared with it.

use std::io::{Cursor, Read};

use zip::ZipArchive;

/// Most entries of a packed document. Only their names are read.
const MAX_ENTRIES: usize = 5_000;
/// What the first entry of an ODT says, unpacked (`OpenDocument` 1.3, part 2, section 3.3).
const ODT_SAYS: &[u8] = b"application/vnd.oasis.opendocument.text";

/// A kind of file that is taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Media {
    /// A page as it prints.
    Pdf,
    /// A document of Word.
    Docx,
    /// A document of `LibreOffice`.
    Odt,
    /// A picture, mostly of a screen.
    Png,
    /// A photo or a scan.
    Jpeg,
}

/// Why a file is not taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refused {
    /// Nothing in it.
    Empty,
    /// None of the kinds.
    Kind,
    /// The name says another kind than the content.
    Name,
    /// A document that brings a program along.
    Program,
}

impl Refused {
    /// The text that says what to do.
    pub fn reason_key(self) -> &'static str {
        match self {
            Self::Empty => "error-file-empty",
            Self::Kind => "error-file-kind",
            Self::Name => "error-file-name",
            Self::Program => "error-file-program",
        }
    }
}

impl Media {
    /// All kinds, in the order pages name them.
    pub const ALL: [Self; 5] = [Self::Pdf, Self::Docx, Self::Odt, Self::Png, Self::Jpeg];

    /// As it stands in rows.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Pdf => "pdf",
            Self::Docx => "docx",
            Self::Odt => "odt",
            Self::Png => "png",
            Self::Jpeg => "jpeg",
        }
    }

    /// The kind of that name.
    pub fn parse(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|media| media.as_str() == text)
    }

    /// How people name it.
    pub fn label(self) -> &'static str {
        match self {
            Self::Pdf => "PDF",
            Self::Docx => "DOCX",
            Self::Odt => "ODT",
            Self::Png => "PNG",
            Self::Jpeg => "JPEG",
        }
    }

    /// Its media type (IANA).
    pub fn mime(self) -> &'static str {
        match self {
            Self::Pdf => "application/pdf",
            Self::Docx => "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            Self::Odt => "application/vnd.oasis.opendocument.text",
            Self::Png => "image/png",
            Self::Jpeg => "image/jpeg",
        }
    }

    /// With which endings its files are named.
    fn endings(self) -> &'static [&'static str] {
        match self {
            Self::Pdf => &["pdf"],
            Self::Docx => &["docx"],
            Self::Odt => &["odt"],
            Self::Png => &["png"],
            Self::Jpeg => &["jpg", "jpeg"],
        }
    }

    /// The kind of a file with that name and content.
    ///
    /// # Errors
    /// When it is none of the kinds, brings a program along, or is named as another kind.
    pub fn of(name: &str, bytes: &[u8]) -> Result<Self, Refused> {
        let media = Self::of_content(bytes)?;
        let ending = name.rsplit_once('.').map(|(_, ending)| ending);
        let ending = ending.unwrap_or_default().to_ascii_lowercase();
        if media.endings().contains(&ending.as_str()) {
            Ok(media)
        } else {
            Err(Refused::Name)
        }
    }

    fn of_content(bytes: &[u8]) -> Result<Self, Refused> {
        match bytes {
            [] => Err(Refused::Empty),
            [b'%', b'P', b'D', b'F', b'-', ..] => Ok(Self::Pdf),
            [0x89, b'P', b'N', b'G', b'\r', b'\n', 0x1a, b'\n', ..] => Ok(Self::Png),
            [0xff, 0xd8, 0xff, ..] => Ok(Self::Jpeg),
            [b'P', b'K', 3, 4, ..] => Self::of_packed(bytes),
            _ => Err(Refused::Kind),
        }
    }

    /// What a packed file is, from the list of its entries; none is unpacked but the few bytes in which an ODT says so.
    fn of_packed(bytes: &[u8]) -> Result<Self, Refused> {
        let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(|_| Refused::Kind)?;
        if archive.len() > MAX_ENTRIES {
            return Err(Refused::Kind);
        }
        let names: Vec<String> = archive
            .file_names()
            .filter_map(Result::ok)
            .map(|name| name.to_ascii_lowercase())
            .collect();
        let has = |wanted: &str| names.iter().any(|name| name == wanted);
        if names.iter().any(|name| {
            name.ends_with("vbaproject.bin")
                || name.starts_with("basic/")
                || name.starts_with("scripts/")
        }) {
            return Err(Refused::Program);
        }
        if has("[content_types].xml") && has("word/document.xml") {
            return Ok(Self::Docx);
        }
        let mut says = Vec::new();
        let first = archive.by_index(0).map_err(|_| Refused::Kind)?;
        let limit = u64::try_from(ODT_SAYS.len() + 1).unwrap_or_default();
        let read = first.take(limit).read_to_end(&mut says);
        match read {
            Ok(_) if says == ODT_SAYS && has("content.xml") => Ok(Self::Odt),
            _ => Err(Refused::Kind),
        }
    }
}

#[cfg(test)]
mod tests {
    use std::io::Write;

    use proptest::prelude::*;
    use zip::write::{SimpleFileOptions, ZipWriter};

    use super::*;

    fn packed(entries: &[(&str, &[u8])]) -> Vec<u8> {
        let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
        for (name, bytes) in entries {
            zip.start_file(*name, SimpleFileOptions::default()).unwrap();
            zip.write_all(bytes).unwrap();
        }
        zip.finish().unwrap().into_inner()
    }

    #[test]
    fn the_content_decides() {
        assert_eq!(Media::of("Brief.PDF", b"%PDF-1.7 ..."), Ok(Media::Pdf));
        assert_eq!(
            Media::of("a.jpeg", &[0xff, 0xd8, 0xff, 0xe0]),
            Ok(Media::Jpeg)
        );
        let docx = packed(&[("[Content_Types].xml", b""), ("word/document.xml", b"")]);
        assert_eq!(Media::of("a.docx", &docx), Ok(Media::Docx));
        let odt = packed(&[("mimetype", ODT_SAYS), ("content.xml", b"")]);
        assert_eq!(Media::of("a.odt", &odt), Ok(Media::Odt));
    }

    #[test]
    fn a_name_that_says_another_kind_is_refused() {
        assert_eq!(Media::of("a.png", b"%PDF-1.7"), Err(Refused::Name));
        assert_eq!(Media::of("a.pdf.exe", b"%PDF-1.7"), Err(Refused::Name));
        assert_eq!(Media::of("pdf", b"%PDF-1.7"), Err(Refused::Name));
    }

    #[test]
    fn what_is_none_of_the_kinds_is_refused() {
        assert_eq!(Media::of("a.pdf", b""), Err(Refused::Empty));
        assert_eq!(Media::of("a.pdf", b"<svg/>"), Err(Refused::Kind));
        // A page that only pretends further down to be a document.
        assert_eq!(
            Media::of("a.pdf", b"<html><!-- %PDF-1.7"),
            Err(Refused::Kind)
        );
        assert_eq!(
            Media::of("a.docx", &packed(&[("x", b"")])),
            Err(Refused::Kind)
        );
        assert_eq!(Media::of("a.docx", b"PK\x03\x04..."), Err(Refused::Kind));
        assert_eq!(
            Media::of("a.odt", &packed(&[("mimetype", ODT_SAYS)])),
            Err(Refused::Kind)
        );
    }

    #[test]
    fn a_document_with_a_program_is_refused() {
        let docm = packed(&[
            ("[Content_Types].xml", b""),
            ("word/document.xml", b""),
            ("word/vbaProject.bin", b""),
        ]);
        assert_eq!(Media::of("a.docx", &docm), Err(Refused::Program));
        let odt = packed(&[
            ("mimetype", ODT_SAYS),
            ("content.xml", b""),
            ("Basic/Standard/Module1.xml", b""),
        ]);
        assert_eq!(Media::of("a.odt", &odt), Err(Refused::Program));
    }

    proptest! {
        #[test]
        fn any_bytes_get_an_answer(bytes in proptest::collection::vec(any::<u8>(), 0..400), zip in any::<bool>()) {
            let bytes = if zip { [b"PK\x03\x04".as_slice(), &bytes].concat() } else { bytes };
            let _ = Media::of("a.docx", &bytes);
        }
    }
}
