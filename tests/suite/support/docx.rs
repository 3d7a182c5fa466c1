//! Word files for tests, written by hand: the few parts that every program reads.

use std::io::{Cursor, Write};

use zip::ZipWriter;
use zip::write::SimpleFileOptions;

/// A Word file in the making.
pub struct Docx {
    body: String,
    styles: &'static str,
}

const STYLES: &str = r#"<w:style w:type="paragraph" w:styleId="Title"><w:name w:val="Title"/></w:style>
<w:style w:type="paragraph" w:styleId="TOC1"><w:name w:val="toc 1"/></w:style>
<w:style w:type="paragraph" w:styleId="Heading1"><w:name w:val="heading 1"/></w:style>
<w:style w:type="paragraph" w:styleId="Heading2"><w:name w:val="heading 2"/></w:style>
<w:style w:type="paragraph" w:styleId="Heading3"><w:name w:val="heading 3"/></w:style>"#;

const GERMAN_STYLES: &str = r#"<w:style w:type="paragraph" w:styleId="Titel"><w:name w:val="Title"/></w:style>
<w:style w:type="paragraph" w:styleId="berschrift1"><w:name w:val="heading 1"/></w:style>
<w:style w:type="paragraph" w:styleId="berschrift2"><w:name w:val="heading 2"/></w:style>"#;

const WORD: &str = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

impl Docx {
    /// With the style ids of an English Word.
    pub fn new() -> Self {
        Self {
            body: String::new(),
            styles: STYLES,
        }
    }

    /// With the style ids of a German Word.
    pub fn german() -> Self {
        Self {
            styles: GERMAN_STYLES,
            ..Self::new()
        }
    }

    /// Adds XML.
    pub fn raw(mut self, xml: &str) -> Self {
        self.body.push_str(xml);
        self
    }

    fn paragraph(self, properties: &str, run: &str, text: &str) -> Self {
        let text = text.replace('&', "&amp;").replace('<', "&lt;");
        self.raw(&format!(
            "<w:p><w:pPr>{properties}</w:pPr><w:r><w:rPr>{run}</w:rPr><w:t xml:space=\"preserve\">{text}</w:t></w:r></w:p>"
        ))
    }

    /// A paragraph of a style.
    pub fn styled(self, style: &str, text: &str) -> Self {
        self.paragraph(&format!("<w:pStyle w:val=\"{style}\"/>"), "", text)
    }

    /// A paragraph.
    pub fn plain(self, text: &str) -> Self {
        self.paragraph("", "", text)
    }

    /// A paragraph in bold letters.
    pub fn bold(self, text: &str) -> Self {
        self.paragraph("", "<w:b/>", text)
    }

    /// An item of a list.
    pub fn item(self, text: &str) -> Self {
        let list = "<w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"1\"/></w:numPr>";
        self.paragraph(list, "", text)
    }

    /// A table.
    pub fn table(mut self, rows: &[&[&str]]) -> Self {
        self.body.push_str("<w:tbl>");
        for row in rows {
            self.body.push_str("<w:tr>");
            for cell in *row {
                self.body.push_str("<w:tc>");
                self = self.plain(cell);
                self.body.push_str("</w:tc>");
            }
            self.body.push_str("</w:tr>");
        }
        self.raw("</w:tbl>")
    }

    /// The file.
    pub fn bytes(self) -> Vec<u8> {
        let Self { body, styles } = self;
        let head = r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>"#;
        let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
        let package = "http://schemas.openxmlformats.org/package/2006";
        let media = "application/vnd.openxmlformats-officedocument.wordprocessingml";
        let files = [
            (
                "[Content_Types].xml",
                format!(
                    r#"{head}<Types xmlns="{package}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="{media}.document.main+xml"/><Override PartName="/word/styles.xml" ContentType="{media}.styles+xml"/><Override PartName="/word/numbering.xml" ContentType="{media}.numbering+xml"/></Types>"#
                ),
            ),
            (
                "_rels/.rels",
                format!(
                    r#"{head}<Relationships xmlns="{package}/relationships"><Relationship Id="rId1" Type="{office}/officeDocument" Target="word/document.xml"/></Relationships>"#
                ),
            ),
            (
                "word/_rels/document.xml.rels",
                format!(
                    r#"{head}<Relationships xmlns="{package}/relationships"><Relationship Id="rId1" Type="{office}/styles" Target="styles.xml"/><Relationship Id="rId2" Type="{office}/numbering" Target="numbering.xml"/></Relationships>"#
                ),
            ),
            (
                "word/styles.xml",
                format!(r#"{head}<w:styles xmlns:w="{WORD}">{styles}</w:styles>"#),
            ),
            (
                "word/numbering.xml",
                format!(
                    r#"{head}<w:numbering xmlns:w="{WORD}"><w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/><w:lvlText w:val="•"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>"#
                ),
            ),
            (
                "word/document.xml",
                format!(
                    r#"{head}<w:document xmlns:w="{WORD}"><w:body>{body}</w:body></w:document>"#
                ),
            ),
        ];
        let files: Vec<_> = files
            .iter()
            .map(|(name, text)| (*name, text.clone().into_bytes()))
            .collect();
        archive(&files)
    }
}

/// A ZIP file.
pub fn archive(files: &[(&str, Vec<u8>)]) -> Vec<u8> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in files {
        writer
            .start_file(*name, SimpleFileOptions::default())
            .unwrap();
        writer.write_all(bytes).unwrap();
    }
    writer.finish().unwrap().into_inner()
}
