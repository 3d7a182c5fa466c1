//! Papers of the revision: they say what the pages say, and to nobody more than the pages do.

mod contributions;

use trialog::base::table;

use crate::comments::{release, with_comments};
use crate::evaluation_desk::{code, gather, send, theme};
use crate::moderation::one_text;
use crate::opendata::{text, unpacked};
use crate::outcomes::{assessed, coded, one_contribution, published};
use crate::statements::desk::{enter, letter_with};
use crate::support::answer::Answer;
use crate::support::app::TestApp;
use crate::support::visitor::Visitor;

const DESK: &str = "/desk/consultations/ziele";
const TABLE: &str = "/consultations/ziele/outcome/table";

/// Every part of an office file is sound XML; gives the text of one part.
fn sound(answer: &Answer, part: &str) -> String {
    let files = unpacked(&answer.expect(200).bytes);
    for (name, bytes) in &files {
        if [".xml", ".rels"]
            .iter()
            .any(|ending| name.ends_with(ending))
        {
            let text = std::str::from_utf8(bytes).unwrap();
            let tree = resvg::usvg::roxmltree::Document::parse(text);
            assert!(tree.is_ok(), "{name}: {:?}", tree.err());
        }
    }
    text(&files, part)
}

async fn word(person: &Visitor, url: &str) -> String {
    sound(&person.get(url).await, "word/document.xml")
}

/// The rows of the first sheet.
async fn book(person: &Visitor, url: &str) -> Vec<Vec<String>> {
    let answer = person.get(url).await;
    sound(&answer, "xl/workbook.xml");
    rows(&answer)
}

fn rows(answer: &Answer) -> Vec<Vec<String>> {
    let rows = table::read(&answer.bytes).unwrap();
    rows.into_iter().map(|row| row.cells).collect()
}

/// The cells of a column by its head.
fn column(rows: &[Vec<String>], head: &str) -> Vec<String> {
    let at = rows[0].iter().position(|cell| cell == head).unwrap();
    rows[1..].iter().map(|row| row[at].clone()).collect()
}

/// Says something to one contribution alone, and approves it.
async fn answered_alone(app: &TestApp, id: &str, reason: &str) {
    let editor = app.staff("editor");
    let url = format!("{DESK}/contributions/{id}/assessment");
    let page = editor.get(&url).await;
    let typed = [("position", "not_followed"), ("reason", reason)];
    editor
        .press(page.expect(200), "assessment-approve", &typed)
        .await
        .expect(303);
}

/// A theme with a public comment and a segment of a letter, a private answer under no theme, and one answered alone.
async fn town() -> (TestApp, String, String) {
    let app = TestApp::with(&with_comments(), |_| {}).await;
    let (_, _, comment) =
        crate::comments::one_comment(&app, "Bitte helle Wege, auch am Bach.").await;
    release(&app, &comment).await;
    let (_, _, noted) = one_text(&app, "Danke für die Umfrage.").await;
    let (_, _, alone) = one_text(&app, "=HYPERLINK(\"https://x.example\") & <b>Zaun</b>").await;
    let kim = app.staff("evaluator");
    enter(&kim, &letter_with(&[("whole", "Mehr Licht.")]), &[])
        .await
        .expect(303);
    let one = format!("{DESK}/segments/1");
    let page = kim.get(&one).await;
    send(&kim, page.expect(200), &one, &[("act", "all")])
        .await
        .expect(303);
    gather(&app).await;
    let light = theme(&kim, "Licht auf Wegen").await;
    let list = kim.get(&format!("{DESK}/contributions?kind=segment")).await;
    let segment = list.attributes("li[id^=t-]", "id")[0]
        .trim_start_matches("t-")
        .to_owned();
    code(&kim, &comment, &[&light]).await;
    code(&kim, &segment, &[&light]).await;
    code(&kim, &noted, &[]).await;
    (app, light, alone)
}

#[actix_web::test]
async fn the_assessment_table_counts_as_the_pages_do_and_keeps_what_is_not_released() {
    let (app, light, alone) = town().await;
    let everyone = app.visitor();
    for ending in ["", ".docx", ".xlsx"] {
        everyone.get(&format!("{TABLE}{ending}")).await.expect(404);
    }
    // At the desk with everything, drafts marked as such.
    let kim = app.staff("evaluator");
    let page = kim.get(&format!("{DESK}/themes/{light}")).await;
    let typed = [
        ("position", "partly"),
        ("reason", "Der Bachweg kommt zuerst."),
    ];
    kim.press(page.expect(200), "assessment-draft", &typed)
        .await
        .expect(303);
    let desk = format!("{DESK}/assessments/table");
    kim.get(&desk)
        .await
        .expect(200)
        .says("Arbeitsstand der Verwaltung")
        .says("Der Bachweg kommt zuerst.")
        .says("Entwurf")
        .says("Stellungnahme 1")
        .hides("Robin Muster");
    assert!(
        word(&kim, &format!("{desk}.docx"))
            .await
            .contains("Entwurf")
    );
    let drafts = book(&kim, &format!("{desk}.xlsx")).await;
    assert_eq!(column(&drafts, "Stand"), ["Entwurf"]);
    assert_eq!(column(&drafts, "Beiträge"), ["2"]);
    assert_eq!(column(&drafts, "Kommentar"), ["1"]);
    assert_eq!(column(&drafts, "Weg: Brief"), ["1"]);

    // Councillors find it as soon as it is released to them.
    let councillor = app.staff("councillor");
    let council = "/desk/briefings/ziele/table";
    councillor.get(council).await.expect(404);

    answered_alone(&app, &alone, "Der Zaun steht auf Ihrem Grund.").await;
    assessed(&app, &light).await;
    let editor = app.staff("editor");
    let page = editor
        .get(&format!("{DESK}/assessments/release/council"))
        .await;
    editor
        .press(page.expect(200), "release-council-button", &[])
        .await
        .expect(303);
    councillor
        .get(council)
        .await
        .expect(200)
        .says("Noch nicht öffentlich.")
        .says("Licht auf Wegen")
        .hides("Zaun");
    assert!(
        word(&councillor, &format!("{council}.docx"))
            .await
            .contains("Licht auf Wegen")
    );
    everyone.get(TABLE).await.expect(404);
    published(&app).await;
    let page = everyone.get(TABLE).await;
    page.expect(200)
        .says("4 Beiträge und 1 Thema. Jeder Beitrag hat eine Antwort.")
        .says("Licht auf Wegen")
        .says("Gefolgt")
        .says("Der Wortlaut ist nicht öffentlich.")
        .says("Nicht gefolgt")
        .hides("Zaun")
        .hides("Robin Muster")
        .hides("Entwurf:");
    let overview = everyone.get("/consultations/ziele/outcome").await;
    overview.expect(200).says("Abwägungstabelle");
    let facts = overview.all(".facts dd");
    assert_eq!(facts[0], "4");
    // The sums of the count are those of the page, each contribution once.
    let cells = page.all("tbody td");
    assert_eq!(cells[cells.len() - 4..], ["2", "1", "1", "4"]);

    let public = book(&everyone, &format!("{TABLE}.xlsx")).await;
    assert_eq!(column(&public, "Nr."), ["1", "2"]);
    assert_eq!(column(&public, "Beiträge"), ["1", "2"]);
    // Too few for a count in parts.
    assert_eq!(column(&public, "Kommentar"), ["", ""]);
    let answer = everyone.get(&format!("{TABLE}.xlsx")).await;
    let sheet = sound(&answer, "xl/worksheets/sheet1.xml");
    assert!(!sheet.contains("Zaun") && !sheet.contains("<f>"));
    let codebook = sound(&answer, "xl/worksheets/sheet3.xml");
    assert!(codebook.contains("Gefolgt | Teilweise gefolgt"));
    let body = word(&everyone, &format!("{TABLE}.docx")).await;
    assert!(!body.contains("Zaun") && !body.contains("Arbeitsstand"));
    assert!(body.contains(r#"w:orient="landscape""#) && body.contains("<w:tblHeader/>"));
    // Staff reads the words, as text and never as a formula.
    let answer = kim.get(&format!("{desk}.xlsx")).await;
    let sheet = sound(&answer, "xl/worksheets/sheet1.xml");
    assert!(sheet.contains("=HYPERLINK(&quot;https://x.example&quot;)") && !sheet.contains("<f>"));
    // One field of action, with the numbers of the whole table.
    let field = book(&everyone, &format!("{TABLE}.xlsx?field=hf-leben")).await;
    assert_eq!(column(&field, "Nr."), ["1"]);
    everyone
        .get(&format!("{TABLE}?field=mond"))
        .await
        .expect(404);
    let english = app.visitor().asking_for("en");
    english
        .get(TABLE)
        .await
        .expect(200)
        .says("Assessment table");
}

#[actix_web::test]
async fn the_synopsis_names_themes_only_once_everyone_may_read_them() {
    let (app, _, _, id) = one_contribution().await;
    let theme = coded(&app, &id).await;
    let editor = app.staff("editor");
    let draft = format!("/desk/strategies/konzept/drafts/{}", app.draft());
    let page = editor.get(&format!("{draft}/revision/sz-wege")).await;
    let heard = [
        ("text", "Alle Wege sind hell, auch am Bach."),
        ("cause", "heard"),
        ("theme", &*theme),
        ("reason", "Viele gehen dort."),
    ];
    editor
        .press(page.expect(200), "revision-save", &heard)
        .await
        .expect(303);
    editor
        .get(&format!("{draft}/synopsis"))
        .await
        .expect(200)
        .says("Arbeitsstand")
        .says("auch am Bach")
        .says("Licht auf Wegen (1 Beitrag)");
    let body = word(&editor, &format!("{draft}/synopsis.docx")).await;
    assert!(body.contains("auch am Bach") && body.contains(r#"w:val="Inserted""#));
    assert_eq!(
        book(&editor, &format!("{draft}/synopsis.xlsx")).await.len(),
        2
    );
    let all = book(&editor, &format!("{draft}/synopsis.xlsx?show=all")).await;
    assert!(all.len() > 4);

    let page = editor.get(&format!("{draft}/finish")).await;
    editor
        .press(page.expect(200), "tree-finish-button", &[])
        .await
        .expect(303);
    let everyone = app.visitor();
    let place = "/strategies/konzept/synopsis";
    let pair = format!("{place}?from=1&to=2");
    everyone.get(&pair).await.expect(200).hides("auch am Bach");
    let page = editor
        .get("/desk/strategies/konzept/editions/2/publish")
        .await;
    editor
        .press(page.expect(200), "publish-button", &[])
        .await
        .expect(303);
    everyone
        .get(&pair)
        .await
        .expect(200)
        .says("auch am Bach")
        .says("Viele gehen dort.")
        .says("Ein Thema nennen wir")
        .hides("Licht auf Wegen");
    assert!(
        !word(&everyone, &format!("{place}.docx?from=1&to=2"))
            .await
            .contains("Licht auf Wegen")
    );
    assessed(&app, &theme).await;
    published(&app).await;
    everyone
        .get(&pair)
        .await
        .says("Licht auf Wegen (1 Beitrag)");
    let rows = book(&everyone, &format!("{place}.xlsx?from=1&to=2")).await;
    assert_eq!(column(&rows, "Bleibender Name"), ["sz-wege"]);
    assert_eq!(
        column(&rows, "Neuer Wortlaut"),
        ["Alle Wege sind hell, auch am Bach."]
    );
    assert_eq!(column(&rows, "Themen"), ["Licht auf Wegen (1 Beitrag)"]);
    let field = everyone.get(&format!("{pair}&field=hf-leben")).await;
    field.expect(200).says("auch am Bach");
    everyone
        .get("/consultations/ziele/outcome/hf-leben")
        .await
        .expect(200)
        .says("Synopse: alt, neu, warum");
}
