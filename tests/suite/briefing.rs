//! What the council reads about a consultation, and from when on; who else reads it.

use crate::evaluation_desk::{code, gather, segments, theme};
use crate::outcomes::{assessed, coded, one_contribution, published};
use crate::support::app::TestApp;
use crate::support::visitor::Visitor;

const DESK: &str = "/desk/briefings/ziele";
const FIELD: &str = "/desk/briefings/ziele/hf-leben";
const PUBLIC: &str = "/consultations/ziele/briefing/hf-leben";

/// Lets the council read it, or takes that back.
async fn to_council(editor: &Visitor, button: &str) {
    let page = editor
        .get("/desk/consultations/ziele/assessments/release/council")
        .await;
    editor
        .press(page.expect(200), button, &[])
        .await
        .expect(303);
}

#[actix_web::test]
async fn the_council_reads_what_was_released_and_nobody_reads_more() {
    let (app, _, _, id) = one_contribution().await;
    let theme = coded(&app, &id).await;
    assessed(&app, &theme).await;
    let (editor, sam) = (app.staff("editor"), app.staff("councillor"));

    // Being prepared: those who prepare it see it, the council does not even learn that there is something.
    let page = editor.get(FIELD).await;
    page.expect(200).says("Licht auf Wegen");
    assert!(page.says_key(&editor, "briefing-preparing-about"));
    sam.get(FIELD).await.expect(404);
    sam.get(DESK).await.expect(404);
    let list = sam.get("/desk/briefings").await;
    assert!(list.expect(200).says_key(&sam, "briefings-none"));
    app.visitor().get(PUBLIC).await.expect(404);

    to_council(&editor, "release-council-button").await;
    let list = sam.get("/desk/briefings").await;
    assert_eq!(list.expect(200).attributes("main .rows a", "href"), [DESK]);
    sam.get(DESK).await.expect(200);
    let page = sam.get(FIELD).await;
    page.expect(200).says("Licht auf Wegen");
    assert!(page.says_key(&sam, "position-followed"));
    assert!(page.says_key(&sam, "briefing-running"));
    assert!(page.says_key(&sam, "briefing-council-only"));
    assert!(
        page.attributes("main a", "href")
            .iter()
            .all(|link| !link.contains("/outcome")),
        "no way to pages that are not there yet"
    );
    app.staff("admin").get(FIELD).await.expect(200);
    app.staff("moderator").get(FIELD).await.expect(404);
    app.visitor().get(PUBLIC).await.expect(404);

    to_council(&editor, "release-back-button").await;
    sam.get(FIELD).await.expect(404);

    published(&app).await;
    let anyone = app.visitor();
    let page = anyone.get(PUBLIC).await;
    page.expect(200).says("Licht auf Wegen");
    assert!(
        page.says_key(&anyone, "briefing-no-figures"),
        "nobody outside reads running figures"
    );
    assert!(page.all(".bars").is_empty());
    for link in page.attributes("main a", "href") {
        anyone.get(&link).await.expect(200);
    }
    anyone
        .get("/consultations/ziele/briefing")
        .await
        .expect(200);
    anyone
        .get("/consultations/ziele/briefing/none")
        .await
        .expect(404);
    sam.get(FIELD).await.expect(200);
}

#[actix_web::test]
async fn a_statement_nobody_may_read_speaks_to_the_council_only() {
    let app = TestApp::new().await;
    let kim = app.staff("evaluator");
    segments::letter(&kim).await;
    segments::split(&kim, &segments::TICKED).await.expect(303);
    let id = segments::segment_of(&kim).await;
    gather(&app).await;
    let light = theme(&kim, "Licht am Bach").await;
    code(&kim, &id, &[&light]).await;
    assessed(&app, &light).await;
    let editor = app.staff("editor");
    to_council(&editor, "release-council-button").await;
    let sam = app.staff("councillor");
    let page = sam.get(FIELD).await;
    let voices = page.expect(200).all(".voices dd");
    assert!(
        voices.iter().any(|voice| voice.contains("Licht am Bach")),
        "{voices:?}"
    );
    page.hides("kim@").hides("Kim Beispiel");
    published(&app).await;
    let page = app.visitor().get(PUBLIC).await;
    let voices = page.expect(200).all(".voices dd");
    assert!(
        voices.iter().all(|voice| !voice.contains("Licht am Bach")),
        "{voices:?}"
    );
    let all = app.visitor().get("/consultations/ziele/briefing").await;
    all.expect(200).says("Licht am Bach");
}
