//! A small XLSX workbook, written: one sheet of texts, its first row bold and fixed. As office programs expect it
//! (ECMA-376, part 1), and no more than that.

use std::io::{Cursor, Write};

use anyhow::Context;
use quick_xml::escape::escape;
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

const TYPES: &str = r#"<?xml version="1.0" encoding="UTF-8"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>"#;
const ROOT: &str = r#"<?xml version="1.0" encoding="UTF-8"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>"#;
const PARTS: &str = r#"<?xml version="1.0" encoding="UTF-8"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Target="styles.xml"/></Relationships>"#;
/// Two looks of a cell: text, and bold text. Both are text, so that no office program reads a number out of a post code.
const STYLES: &str = r#"<?xml version="1.0" encoding="UTF-8"?><styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="2"><xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/><xf numFmtId="49" fontId="1" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyFont="1"/></cellXfs></styleSheet>"#;

/// Its type, as a browser is told.
pub const MEDIA: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/// A workbook with these rows. `widths`: of the columns, in characters; there may be up to 26.
///
/// # Errors
/// Never, but for the writer's own.
pub fn book(name: &str, widths: &[u32], rows: &[Vec<String>]) -> anyhow::Result<Vec<u8>> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    let parts = [
        ("[Content_Types].xml", TYPES.to_owned()),
        ("_rels/.rels", ROOT.to_owned()),
        ("xl/workbook.xml", workbook(name)),
        ("xl/_rels/workbook.xml.rels", PARTS.to_owned()),
        ("xl/styles.xml", STYLES.to_owned()),
        ("xl/worksheets/sheet1.xml", sheet(widths, rows)),
    ];
    for (path, text) in parts {
        zip.start_file(path, SimpleFileOptions::default())
            .context("a part of the workbook")?;
        zip.write_all(text.as_bytes())?;
    }
    Ok(zip.finish().context("the workbook")?.into_inner())
}

fn workbook(name: &str) -> String {
    format!(
        r#"<?xml version="1.0" encoding="UTF-8"?><workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="{}" sheetId="1" r:id="rId1"/></sheets></workbook>"#,
        escape(name)
    )
}

fn sheet(widths: &[u32], rows: &[Vec<String>]) -> String {
    let columns = (1..).zip(widths).map(|(n, width)| {
        format!(r#"<col min="{n}" max="{n}" width="{width}" style="0" customWidth="1"/>"#)
    });
    let columns: String = columns.collect();
    let rows = (1..).zip(rows).map(|(line, cells)| {
        let style = u8::from(line == 1);
        let cells = ('A'..='Z').zip(cells).map(|(column, text)| {
            let text = escape(text.as_str());
            format!(
                r#"<c r="{column}{line}" s="{style}" t="inlineStr"><is><t xml:space="preserve">{text}</t></is></c>"#
            )
        });
        format!(r#"<row r="{line}">{}</row>"#, cells.collect::<String>())
    });
    let rows: String = rows.collect();
    format!(
        r#"<?xml version="1.0" encoding="UTF-8"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><cols>{columns}</cols><sheetData>{rows}</sheetData></worksheet>"#
    )
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
}
