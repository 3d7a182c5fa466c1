//! Answers row by row: for evaluators, without names, with a line in the journal.

use trialog::base::table;

use super::{published, text, unpacked};
use crate::support::app::TestApp;
use crate::support::visitor::Visitor;

const RAW: &str = "/desk/consultations/ziele/raw";

async fn file(evaluator: &Visitor, survey: &str, button: &str) -> crate::support::answer::Answer {
    let page = evaluator.get(RAW).await;
    page.expect(200);
    evaluator.press(&page, button, &[("survey", survey)]).await
}

#[actix_web::test]
async fn an_evaluator_takes_rows_along_and_the_journal_says_so() {
    let app = TestApp::new().await;
    published(&app).await;
    let evaluator = app.staff("evaluator");
    let book = file(&evaluator, "leben", "data-raw-workbook").await;
    book.expect(200);
    assert_eq!(book.header("cache-control"), "no-store");
    let rows = table::read(&book.bytes).unwrap();
    assert_eq!(rows.len(), 26);
    assert_eq!(
        rows[0].cells[..5],
        ["row", "day", "channel", "access_code", "sz_nachbarn"]
    );
    let numbers: Vec<_> = rows[1..].iter().map(|row| row.cells[0].clone()).collect();
    assert_eq!(numbers, (1..=25).map(|n| n.to_string()).collect::<Vec<_>>());
    // Every number is one of the codebook's; the sums are those of the published table.
    let right = rows[1..].iter().filter(|row| row.cells[4] == "1").count();
    let csv = app
        .visitor()
        .get("/consultations/ziele/results/leben.csv")
        .await;
    let lines = table::read(&csv.bytes).unwrap();
    let line = lines
        .iter()
        .find(|line| line.cells[2] == "sz-nachbarn" && line.cells[7] == "right");
    assert_eq!(line.unwrap().cells[8], right.to_string());
    let codebook = text(&unpacked(&book.bytes), "xl/worksheets/sheet2.xml");
    assert!(
        codebook.contains("1 = richtig formuliert")
            && codebook.contains("Nachbarn kennen einander")
    );
    // No name of the database is in it.
    let ids = app.data.dump("questionnaires");
    let whole = text(&unpacked(&book.bytes), "xl/worksheets/sheet1.xml");
    for id in ids.split([',', '(']).filter(|cell| cell.len() == 26) {
        assert!(!whole.contains(id));
    }
    let admin = app.staff("admin");
    admin
        .get("/desk/journal?act=data.export")
        .await
        .says("Einzelne Antworten heruntergeladen")
        .says("25");
}

#[actix_web::test]
async fn the_package_comes_with_codebook_and_scripts_in_another_order_each_time() {
    let app = TestApp::new().await;
    published(&app).await;
    let evaluator = app.staff("evaluator");
    let stem = "ziele-leben-antworten";
    let mut orders = Vec::new();
    for _ in 0..2 {
        let package = file(&evaluator, "leben", "data-raw-package").await;
        let files = unpacked(&package.expect(200).bytes);
        let rows = text(&files, &format!("{stem}.csv"));
        let mut lines: Vec<String> = rows
            .lines()
            .skip(1)
            .map(|line| line.split_once(',').unwrap().1.to_owned())
            .collect();
        assert_eq!(lines.len(), 25);
        orders.push(lines.clone());
        lines.sort();
        orders.push(lines);
        let spss = text(&files, &format!("{stem}.sps"));
        assert!(spss.contains("VALUE LABELS sz_nachbarn\n  1 'richtig formuliert'"));
        assert!(text(&files, &format!("{stem}.R")).contains("\"sz_nachbarn\" = \"integer\""));
        assert!(
            text(&files, &format!("{stem}-codebook.csv"))
                .contains("0 = nicht gewählt | 1 = gewählt")
        );
    }
    assert_eq!(orders[1], orders[3], "the same rows");
    assert_ne!(orders[0], orders[2], "in another order");
}

#[actix_web::test]
async fn an_editor_finds_no_way_to_it() {
    let app = TestApp::new().await;
    let home = "/desk/consultations/ziele";
    let has_link = |links: Vec<String>| links.contains(&RAW.to_owned());
    assert!(!has_link(app.staff("editor").get(home).await.links()));
    assert!(has_link(app.staff("evaluator").get(home).await.links()));
    app.staff("editor").get(RAW).await.expect(404);
    let evaluator = app.staff("evaluator");
    let page = evaluator.get(RAW).await;
    page.expect(200).hides("CSV, R und SPSS");
}
