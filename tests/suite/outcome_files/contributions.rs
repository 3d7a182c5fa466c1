//! Contributions with their themes as files, and the themes in the report of a field.

use super::{DESK, column, rows, sound, town, word};
use crate::outcomes::{assessed, coded, one_contribution, published};

#[actix_web::test]
async fn contributions_are_taken_along_as_the_list_shows_them() {
    let (app, _, _) = town().await;
    let kim = app.staff("evaluator");
    let list = format!("{DESK}/contributions");
    let take = async |query: &str, button: &str| {
        let page = kim.get(&format!("{list}{query}")).await;
        kim.press(page.expect(200), button, &[]).await
    };
    let all = take("", "export-button-xlsx").await;
    sound(&all, "xl/workbook.xml");
    assert_eq!(all.header("cache-control"), "no-store");
    let rows_of_all = rows(&all);
    assert_eq!(rows_of_all.len(), 5);
    assert_eq!(
        column(&rows_of_all, "Themen")
            .iter()
            .filter(|names| *names == "Licht auf Wegen")
            .count(),
        2
    );
    let outcomes = column(&rows_of_all, "Antwort gegeben");
    assert_eq!(
        outcomes
            .iter()
            .filter(|one| *one == "Noch ohne Antwort")
            .count(),
        3
    );
    assert!(!sound(&all, "xl/worksheets/sheet1.xml").contains("<f>"));
    assert!(sound(&all, "xl/worksheets/sheet4.xml").contains("Licht auf Wegen"));
    // What the list is narrowed to is what is in the file, and the file says so.
    let some = take("?kind=comment&q=Wege", "export-button-xlsx").await;
    assert_eq!(rows(&some).len(), 2);
    assert!(sound(&some, "xl/worksheets/sheet5.xml").contains("Kommentar"));
    let csv = take("?q=Zaun", "export-button-csv").await;
    let text = String::from_utf8(csv.expect(200).bytes.clone()).unwrap();
    assert!(text.contains("'=HYPERLINK"), "{text}");
    // A second coder reads on her own: what the others chose is in her file as little as in her list.
    let own = take("?coded=mine", "export-button-xlsx").await;
    assert!(column(&rows(&own), "Themen").iter().all(String::is_empty));
    let journal = app
        .staff("admin")
        .get("/desk/journal?act=contributions.export")
        .await;
    journal.expect(200).says("Beiträge heruntergeladen");
}

#[actix_web::test]
async fn the_report_of_a_field_has_its_themes_once_they_are_released() {
    let (app, _, _, id) = one_contribution().await;
    let theme = coded(&app, &id).await;
    assessed(&app, &theme).await;
    crate::opendata::published(&app).await;
    let everyone = app.visitor();
    let report = "/consultations/ziele/results/leben";
    let (page, file) = (format!("{report}/report"), format!("{report}.docx"));
    everyone
        .get(&page)
        .await
        .expect(200)
        .hides("Licht auf Wegen");
    assert!(!word(&everyone, &file).await.contains("Licht auf Wegen"));
    let data = everyone.get("/consultations/ziele/data").await;
    data.expect(200).hides("Abwägungstabelle");
    published(&app).await;
    everyone
        .get(&page)
        .await
        .says("Licht auf Wegen")
        .says("Der Bachweg kommt zuerst.");
    assert!(
        word(&everyone, &file)
            .await
            .contains("Der Bachweg kommt zuerst.")
    );
    let data = everyone.get("/consultations/ziele/data").await;
    data.expect(200).says("Abwägungstabelle");
}
