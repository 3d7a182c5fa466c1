//! A report as DOCX (ECMA-376, part 1): headings by which one can jump, tables whose head stands on each page, a text for each
//! picture, and the language of every word, so that a screen reader says it right.

use std::fmt::Write;

use quick_xml::escape::escape;

use super::styles::{DECLARATION, MAIN, OFFICE, points, styles};
use super::{Block, Look, Report, Run, Table};
use crate::base::bundle::{Part, bundle};
use crate::base::locale::Lang;
use crate::base::table::book::is_written;

/// Its type, as a browser is told.
pub const MEDIA: &str = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

const PACKAGE: &str = "http://schemas.openxmlformats.org/package/2006/relationships";
/// An A4 page and its margins in twentieths of a point.
const SHORT: u32 = 11_906;
const LONG: u32 = 16_838;
const MARGIN: u32 = 1_134;
/// Units of a drawing for a twentieth of a point.
const EMU: u32 = 635;

/// The file.
///
/// # Errors
/// Never, but for the writer's own.
pub fn docx(report: &Report) -> anyhow::Result<Vec<u8>> {
    let mut writer = Writer {
        report,
        body: String::new(),
        pictures: Vec::new(),
    };
    let body = writer.document();
    let mut parts: Vec<Part> = [
        ("[Content_Types].xml", types()),
        ("_rels/.rels", root()),
        ("docProps/core.xml", properties(report)),
        ("word/document.xml", body),
        ("word/styles.xml", styles(tag(report.lang))),
        ("word/numbering.xml", points()),
        ("word/footer1.xml", foot(report)),
        (
            "word/_rels/document.xml.rels",
            relations(writer.pictures.len()),
        ),
    ]
    .map(|(path, text)| (path.to_owned(), text.into_bytes()))
    .into();
    for (n, picture) in (1..).zip(writer.pictures) {
        parts.push((format!("word/media/image{n}.png"), picture.clone()));
    }
    bundle(parts)
}

fn tag(lang: Lang) -> &'static str {
    match lang {
        Lang::De => "de-DE",
        Lang::En => "en-GB",
    }
}

fn types() -> String {
    let word = "application/vnd.openxmlformats-officedocument.wordprocessingml";
    format!(
        r#"{DECLARATION}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Default Extension="png" ContentType="image/png"/><Override PartName="/word/document.xml" ContentType="{word}.document.main+xml"/><Override PartName="/word/styles.xml" ContentType="{word}.styles+xml"/><Override PartName="/word/numbering.xml" ContentType="{word}.numbering+xml"/><Override PartName="/word/footer1.xml" ContentType="{word}.footer+xml"/><Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/></Types>"#
    )
}

fn root() -> String {
    format!(
        r#"{DECLARATION}<Relationships xmlns="{PACKAGE}"><Relationship Id="rId1" Type="{OFFICE}/officeDocument" Target="word/document.xml"/><Relationship Id="rId2" Type="http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties" Target="docProps/core.xml"/></Relationships>"#
    )
}

fn relations(pictures: usize) -> String {
    let mut all = format!(
        r#"{DECLARATION}<Relationships xmlns="{PACKAGE}"><Relationship Id="rStyles" Type="{OFFICE}/styles" Target="styles.xml"/><Relationship Id="rPoints" Type="{OFFICE}/numbering" Target="numbering.xml"/><Relationship Id="rFoot" Type="{OFFICE}/footer" Target="footer1.xml"/>"#
    );
    for n in 1..=pictures {
        let _ = write!(
            all,
            r#"<Relationship Id="rImage{n}" Type="{OFFICE}/image" Target="media/image{n}.png"/>"#
        );
    }
    all + "</Relationships>"
}

fn properties(report: &Report) -> String {
    format!(
        r#"{DECLARATION}<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>{}</dc:title><dc:creator>{}</dc:creator><dc:language>{}</dc:language></cp:coreProperties>"#,
        clean(&report.title),
        clean(&report.author),
        tag(report.lang)
    )
}

fn foot(report: &Report) -> String {
    format!(
        r#"{DECLARATION}<w:ftr xmlns:w="{MAIN}"><w:p><w:pPr><w:pStyle w:val="Footer"/><w:tabs><w:tab w:val="right" w:pos="{}"/></w:tabs></w:pPr><w:r><w:t xml:space="preserve">{}</w:t></w:r><w:r><w:tab/></w:r><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> PAGE </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>1</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p></w:ftr>"#,
        width(report),
        clean(&report.foot)
    )
}

/// How wide text may be, in twentieths of a point.
fn width(report: &Report) -> u32 {
    let page = if report.is_landscape { LONG } else { SHORT };
    page - 2 * MARGIN
}

/// A text such as XML can hold it.
fn clean(text: &str) -> String {
    let text: String = text.chars().filter(|sign| is_written(*sign)).collect();
    escape(&text).into_owned()
}

struct Writer<'a> {
    report: &'a Report,
    body: String,
    pictures: Vec<&'a Vec<u8>>,
}

impl<'a> Writer<'a> {
    fn document(&mut self) -> String {
        self.paragraph("Title", "", &[Run::plain(self.report.title.clone())]);
        let report = self.report;
        for block in &report.blocks {
            self.block(block);
        }
        let (wide, high, turned) = if report.is_landscape {
            (LONG, SHORT, r#" w:orient="landscape""#)
        } else {
            (SHORT, LONG, "")
        };
        format!(
            r#"{DECLARATION}<w:document xmlns:w="{MAIN}" xmlns:r="{OFFICE}" xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"><w:body>{}<w:sectPr><w:footerReference w:type="default" r:id="rFoot"/><w:pgSz w:w="{wide}" w:h="{high}"{turned}/><w:pgMar w:top="{MARGIN}" w:right="{MARGIN}" w:bottom="{MARGIN}" w:left="{MARGIN}" w:header="567" w:footer="567" w:gutter="0"/></w:sectPr></w:body></w:document>"#,
            self.body
        )
    }

    fn block(&mut self, block: &'a Block) {
        match block {
            Block::Heading { level, runs } => {
                let style = format!("Heading{}", level.saturating_sub(1).clamp(1, 3));
                self.paragraph(&style, "", runs);
            }
            Block::Paragraph { runs, is_small } => {
                self.paragraph(if *is_small { "Note" } else { "Normal" }, "", runs);
            }
            Block::List { items } => {
                for item in items {
                    self.paragraph("ListBullet", "", item);
                }
            }
            Block::Wording { paragraphs } | Block::Diff { paragraphs } => {
                for paragraph in paragraphs {
                    self.paragraph("Wording", "", paragraph);
                }
            }
            Block::Table(table) => self.table(table),
            Block::Picture { alt, png, .. } => self.picture(alt, png),
            Block::NewPage => self
                .body
                .push_str(r#"<w:p><w:r><w:br w:type="page"/></w:r></w:p>"#),
        }
    }

    fn paragraph(&mut self, style: &str, more: &str, runs: &[Run]) {
        let _ = write!(
            self.body,
            r#"<w:p><w:pPr><w:pStyle w:val="{style}"/>{more}</w:pPr>"#
        );
        for run in runs {
            self.run(run);
        }
        self.body.push_str("</w:p>");
    }

    fn run(&mut self, run: &Run) {
        let style = match run.look {
            Look::Plain => "",
            Look::Strong => r#"<w:rStyle w:val="Strong"/>"#,
            Look::Soft => r#"<w:rStyle w:val="Soft"/>"#,
            Look::Inserted => r#"<w:rStyle w:val="Inserted"/>"#,
            Look::Deleted => r#"<w:rStyle w:val="Deleted"/>"#,
        };
        let lang = if run.is_town && self.report.town_lang != self.report.lang {
            format!(r#"<w:lang w:val="{}"/>"#, tag(self.report.town_lang))
        } else {
            String::new()
        };
        let _ = write!(self.body, "<w:r><w:rPr>{style}{lang}</w:rPr>");
        // A line break in a text is one in the document, too.
        for (n, line) in run.text.split('\n').enumerate() {
            let line_break = if n > 0 { "<w:br/>" } else { "" };
            let _ = write!(
                self.body,
                r#"{line_break}<w:t xml:space="preserve">{}</w:t>"#,
                clean(line)
            );
        }
        self.body.push_str("</w:r>");
    }

    fn table(&mut self, table: &Table) {
        self.paragraph("Caption", "", &[Run::plain(table.caption.clone())]);
        let whole: u32 = table.widths.iter().sum::<u32>().max(1);
        let widths: Vec<u32> = table
            .widths
            .iter()
            .map(|part| width(self.report) * part / whole)
            .collect();
        let _ = write!(
            self.body,
            r#"<w:tbl><w:tblPr><w:tblStyle w:val="Figures"/><w:tblW w:w="{}" w:type="dxa"/><w:tblLayout w:type="fixed"/><w:tblLook w:firstRow="1" w:firstColumn="1"/><w:tblCaption w:val="{}"/></w:tblPr><w:tblGrid>"#,
            widths.iter().sum::<u32>(),
            clean(&table.caption)
        );
        for width in &widths {
            let _ = write!(self.body, r#"<w:gridCol w:w="{width}"/>"#);
        }
        self.body.push_str("</w:tblGrid>");
        let head: Vec<super::TableCell> = table
            .head
            .iter()
            .map(|text| vec![vec![Run::plain(text.clone()).looking(Look::Strong)]])
            .collect();
        self.row(&head, &widths, table.numbers_from, true);
        for row in &table.rows {
            self.row(row, &widths, table.numbers_from, false);
        }
        // Two tables without a paragraph between them would grow into one.
        self.body.push_str("</w:tbl>");
        self.paragraph("Note", "", &[]);
    }

    fn row(
        &mut self,
        cells: &[super::TableCell],
        widths: &[u32],
        numbers_from: usize,
        is_head: bool,
    ) {
        let head = if is_head { "<w:tblHeader/>" } else { "" };
        let _ = write!(self.body, "<w:tr><w:trPr><w:cantSplit/>{head}</w:trPr>");
        for (place, (cell, width)) in cells.iter().zip(widths).enumerate() {
            let shade = if is_head {
                r#"<w:shd w:val="clear" w:color="auto" w:fill="EEEEF2"/>"#
            } else {
                ""
            };
            let _ = write!(
                self.body,
                r#"<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{shade}</w:tcPr>"#
            );
            let end = if place >= numbers_from {
                r#"<w:jc w:val="right"/>"#
            } else {
                ""
            };
            for paragraph in cell {
                self.paragraph("Cell", end, paragraph);
            }
            if cell.is_empty() {
                self.paragraph("Cell", end, &[]);
            }
            self.body.push_str("</w:tc>");
        }
        self.body.push_str("</w:tr>");
    }

    fn picture(&mut self, alt: &str, png: &'a Vec<u8>) {
        let Some((dots_wide, dots_high)) = size(png) else {
            return;
        };
        self.pictures.push(png);
        let n = self.pictures.len();
        let wide = u64::from(width(self.report) * EMU);
        let high = wide * u64::from(dots_high) / u64::from(dots_wide.max(1));
        let alt = clean(alt);
        let _ = write!(
            self.body,
            r#"<w:p><w:r><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent cx="{wide}" cy="{high}"/><wp:docPr id="{n}" name="image{n}" descr="{alt}"/><a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic><pic:nvPicPr><pic:cNvPr id="{n}" name="image{n}.png" descr="{alt}"/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip r:embed="rImage{n}"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="{wide}" cy="{high}"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>"#
        );
    }
}

/// Width and height of a PNG in dots, as its head tells them.
fn size(png: &[u8]) -> Option<(u32, u32)> {
    let number = |from: usize| {
        let bytes = png.get(from..from + 4)?;
        Some(u32::from_be_bytes(bytes.try_into().ok()?))
    };
    Some((number(16)?, number(20)?))
}

#[cfg(test)]
mod tests {
    use std::io::{Cursor, Read};

    use proptest::prelude::*;

    use super::super::cell;
    use super::*;

    fn report(text: &str) -> Report {
        let runs = |look| vec![Run::town(text).looking(look), Run::plain(" ")];
        Report {
            title: text.to_owned(),
            author: "Lindenau".into(),
            foot: text.to_owned(),
            lang: Lang::En,
            town_lang: Lang::De,
            is_landscape: true,
            blocks: vec![
                Block::heading(2, text),
                Block::note(text),
                Block::List {
                    items: vec![runs(Look::Strong)],
                },
                Block::Wording {
                    paragraphs: vec![runs(Look::Plain)],
                },
                Block::Diff {
                    paragraphs: vec![runs(Look::Deleted), runs(Look::Inserted)],
                },
                Block::Table(Table {
                    caption: text.to_owned(),
                    head: vec!["a".into(), "b".into()],
                    widths: vec![3, 1],
                    numbers_from: 1,
                    rows: vec![vec![cell(text), Vec::new()]],
                }),
                Block::NewPage,
                Block::Picture {
                    url: String::new(),
                    alt: text.to_owned(),
                    png: b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x02\0\0\0\x01".to_vec(),
                },
            ],
        }
    }

    fn parts(file: Vec<u8>) -> Vec<(String, Vec<u8>)> {
        let mut zip = zip::ZipArchive::new(Cursor::new(file)).unwrap();
        let names: Vec<String> = zip
            .file_names()
            .map(|name| name.unwrap().into_owned())
            .collect();
        let read = |name: String| {
            let mut bytes = Vec::new();
            zip.by_name(&name).unwrap().read_to_end(&mut bytes).unwrap();
            (name, bytes)
        };
        names.into_iter().map(read).collect()
    }

    proptest! {
        #[test]
        fn every_part_is_sound_whatever_people_wrote(text in "\\PC{0,20}|[<>&\"'\u{0}-\u{1f}\n]{0,9}") {
            let parts = parts(docx(&report(&text)).unwrap());
            prop_assert_eq!(parts.len(), 9);
            for (name, bytes) in parts {
                if name.starts_with("word/media/") {
                    continue;
                }
                let text = String::from_utf8(bytes).unwrap();
                let tree = resvg::usvg::roxmltree::Document::parse(&text);
                prop_assert!(tree.is_ok(), "{name}: {:?}", tree.err());
            }
        }
    }

    #[test]
    fn what_was_taken_out_is_struck_and_heads_come_again_on_each_page() {
        let parts = parts(docx(&report("neu")).unwrap());
        let (_, body) = parts
            .iter()
            .find(|(name, _)| name == "word/document.xml")
            .unwrap();
        let body = String::from_utf8_lossy(body);
        for part in [
            r#"<w:rStyle w:val="Deleted"/><w:lang w:val="de-DE"/>"#,
            "<w:tblHeader/>",
            r#"w:orient="landscape""#,
            r#"descr="neu""#,
        ] {
            assert!(body.contains(part), "{part}");
        }
    }
}
