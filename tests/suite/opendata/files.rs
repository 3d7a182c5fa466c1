//! Tables, packages, charts and reports.

use std::collections::BTreeMap;

use sha2::{Digest, Sha256};
use trialog::base::table;

use super::{published, text, unpacked};
use crate::support::app::TestApp;

const RESULTS: &str = "/consultations/ziele/results";

#[actix_web::test]
async fn the_list_leads_to_every_file_and_each_has_its_name_and_type() {
    let app = TestApp::new().await;
    published(&app).await;
    let visitor = app.visitor();
    let results = visitor.get(RESULTS).await;
    assert!(
        results
            .links()
            .contains(&"/consultations/ziele/data".to_owned())
    );
    let list = visitor.get("/consultations/ziele/data").await;
    list.expect(200).says("Daten und Downloads").says("Excel");
    let files: Vec<String> = list
        .links()
        .into_iter()
        .filter(|link| link.starts_with("/consultations/ziele/") && link.contains('.'))
        .collect();
    assert!(files.len() > 12, "{files:?}");
    for url in files {
        let file = visitor.get(&url).await;
        file.expect(200);
        assert_eq!(file.header("access-control-allow-origin"), "*", "{url}");
        let (kind, begins): (_, &[u8]) = match url.rsplit('.').next().unwrap() {
            "csv" => ("text/csv", "\u{feff}survey".as_bytes()),
            "xlsx" => (
                "application/vnd.openxmlformats-officedocument.spreadsheet",
                b"PK",
            ),
            "docx" => (
                "application/vnd.openxmlformats-officedocument.wordprocess",
                b"PK",
            ),
            "zip" => ("application/zip", b"PK"),
            "svg" => ("image/svg+xml", b"<?xml"),
            _ => ("image/png", b"\x89PNG"),
        };
        assert!(file.header("content-type").starts_with(kind), "{url}");
        assert!(file.bytes.starts_with(begins), "{url}");
        let name = file.header("content-disposition");
        let is_picture = url.contains("/chart.");
        assert_eq!(
            name.contains("attachment; filename=\"ziele"),
            !is_picture,
            "{url}: {name}"
        );
        // Whoever has it already is told so.
        let tag = file.header("etag").to_owned();
        let again = actix_web::test::TestRequest::get().insert_header(("if-none-match", tag));
        assert_eq!(
            visitor.send(&url, again).await.status.as_u16(),
            304,
            "{url}"
        );
    }
}

#[actix_web::test]
async fn the_workbook_says_what_the_csv_says_and_explains_it() {
    let app = TestApp::new().await;
    published(&app).await;
    let visitor = app.visitor();
    let book = visitor.get(&format!("{RESULTS}.xlsx")).await;
    let rows = table::read(&book.bytes).unwrap();
    let csv = visitor.get(&format!("{RESULTS}.csv")).await;
    let lines = table::read(&csv.bytes).unwrap();
    assert_eq!(rows.len(), lines.len());
    for (row, line) in rows.iter().zip(&lines).skip(1) {
        // Survey, question, count, per cent and base; the words between are translated.
        for column in [0, 2, 8, 9, 10] {
            let cell = |of: &table::Row| of.cells.get(column).cloned().unwrap_or_default();
            assert_eq!(cell(row), cell(line), "{row:?} {line:?}");
        }
    }
    let parts = unpacked(&book.bytes);
    let questions = text(&parts, "xl/worksheets/sheet2.xml");
    for word in [
        "Nachbarn kennen einander",
        "richtig formuliert",
        "Bänke",
        "100 %",
    ] {
        assert!(questions.contains(word), "{word}");
    }
    assert!(text(&parts, "xl/worksheets/sheet3.xml").contains("zu wenige"));
    assert!(text(&parts, "xl/worksheets/sheet4.xml").contains("SHA-256"));
}

#[actix_web::test]
async fn nothing_is_said_about_four_people_in_any_file() {
    let app = TestApp::new().await;
    published(&app).await;
    let visitor = app.visitor();
    let csv = visitor.get(&format!("{RESULTS}/gruen.csv")).await;
    let rows = table::read(&csv.bytes).unwrap();
    let hidden: Vec<_> = rows
        .iter()
        .filter(|row| row.cells[11] == "hidden")
        .collect();
    assert_eq!(hidden.len(), 5);
    assert!(
        hidden
            .iter()
            .all(|row| row.cells[8].is_empty() && row.cells[9].is_empty())
    );
    let svg = visitor.get(&format!("{RESULTS}/gruen/chart.svg")).await;
    assert!(!svg.body.contains('%') && svg.body.contains("Zu wenige Fragebögen"));
    let report = visitor.get(&format!("{RESULTS}/gruen/report")).await;
    report.expect(200).says("weniger als 5 Fragebögen");
    assert!(!report.main().contains('%'), "{}", report.main());
    let docx = visitor.get(&format!("{RESULTS}/gruen.docx")).await;
    let body = text(&unpacked(&docx.bytes), "word/document.xml");
    assert!(!body.contains('%') && body.contains("Mehr Bäume"));
}

#[actix_web::test]
async fn a_data_package_describes_the_tables_that_lie_in_it() {
    let app = TestApp::with(crate::support::town::CONSULTATION, |config| {
        config.open_data.licence = "https://licence.example/by".into();
    })
    .await;
    published(&app).await;
    let package = app.visitor().get(&format!("{RESULTS}/leben.zip")).await;
    let files = unpacked(&package.bytes);
    let described: serde_json::Value =
        serde_json::from_str(&text(&files, "datapackage.json")).unwrap();
    assert_eq!(described["name"], "ziele-leben");
    assert_eq!(
        described["licenses"][0]["path"],
        "https://licence.example/by"
    );
    for resource in described["resources"].as_array().unwrap() {
        let path = resource["path"].as_str().unwrap();
        let bytes = &files[path];
        assert_eq!(resource["bytes"], bytes.len());
        let hash = data_encoding::HEXLOWER.encode(&Sha256::digest(bytes));
        assert_eq!(resource["hash"], format!("sha256:{hash}"));
        let mut reader = csv::Reader::from_reader(bytes.as_slice());
        let header: Vec<String> = reader.headers().unwrap().iter().map(String::from).collect();
        let fields = resource["schema"]["fields"].as_array().unwrap();
        let names: Vec<_> = fields
            .iter()
            .map(|field| field["name"].as_str().unwrap())
            .collect();
        assert_eq!(header, names);
        for record in reader.records().map(Result::unwrap) {
            for (cell, field) in record.iter().zip(fields) {
                if field["type"] == "integer" && !cell.is_empty() {
                    cell.parse::<u64>().unwrap();
                }
                if let Some(known) = field["categories"].as_array() {
                    let is_known = known.iter().any(|one| one["value"] == cell);
                    assert!(cell.is_empty() || is_known, "{cell} in {field}");
                }
            }
        }
    }
    let r = text(&files, "ziele-leben.R");
    assert!(r.contains("read.csv(file") && r.contains("file = \"ziele-leben.csv\""));
    let spss = text(&files, "ziele-leben.sps");
    assert!(spss.contains("/FILE='ziele-leben.csv'") && spss.contains("'too_far' 'geht zu weit'"));
}

#[actix_web::test]
async fn the_report_says_what_the_page_says() {
    let app = TestApp::new().await;
    published(&app).await;
    let visitor = app.visitor();
    let page = visitor.get(&format!("{RESULTS}/leben")).await;
    let lead = page.all(".lead").remove(0).replace('\u{a0}', " ");
    let report = visitor.get(&format!("{RESULTS}/leben/report")).await;
    report
        .expect(200)
        .says(&lead)
        .says("Nachbarn kennen einander");
    let cells = |answer: &crate::support::answer::Answer| {
        let mut rows = answer.all("tbody tr").into_iter();
        rows.find(|row| row.contains("Nachbarn kennen einander"))
    };
    let numbers = |row: Option<String>| -> Vec<String> {
        let row = row.unwrap_or_default();
        let parts = row.split(|sign: char| !sign.is_ascii_digit());
        let found: Vec<_> = parts
            .filter(|part| !part.is_empty())
            .map(String::from)
            .collect();
        // The page names comments behind.
        found.into_iter().take(12).collect()
    };
    assert_eq!(numbers(cells(&page)), numbers(cells(&report)));
    let docx = visitor.get(&format!("{RESULTS}/leben.docx")).await;
    let parts = unpacked(&docx.bytes);
    let body = text(&parts, "word/document.xml");
    let words = body.replace('\u{a0}', " ");
    assert!(
        words.contains(lead.split(". ").next().unwrap().trim_end_matches('.')),
        "{lead}"
    );
    assert!(parts.contains_key("word/media/image1.png"));
    assert!(body.contains("Heading1") && body.contains("<w:tblHeader/>"));
}

#[actix_web::test]
async fn all_charts_come_as_drawing_and_as_picture() {
    let app = TestApp::new().await;
    published(&app).await;
    let charts = app.visitor().get("/consultations/ziele/charts.zip").await;
    let files: BTreeMap<_, _> = unpacked(&charts.bytes);
    let names: Vec<_> = files.keys().map(String::as_str).collect();
    for name in ["ziele", "ziele-leben", "ziele-gruen"] {
        assert!(names.contains(&format!("{name}.svg").as_str()), "{names:?}");
        assert!(names.contains(&format!("{name}.png").as_str()), "{names:?}");
    }
    let drawing = text(&files, "ziele-leben.svg");
    assert!(drawing.contains("<title") && drawing.contains("Nachbarn kennen einander"));
    assert!(!drawing.contains("href"), "a drawing loads nothing");
}
