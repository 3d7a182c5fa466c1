//! From the decision of the council to the decided edition.

use super::fixture::{Journey, journey};
use crate::support::app::TestApp;
use crate::support::visitor::Visitor;

/// Writes down that the council has decided.
async fn decide(editor: &Visitor, journey: &Journey, outcome: &str) -> String {
    let url = format!("/desk/papers/{}", journey.paper);
    let step = editor
        .get(&format!("{url}/steps/{}", journey.steps[3]))
        .await;
    let typed = [
        ("outcome", outcome),
        ("vote", "counted"),
        ("yes", "23"),
        ("no", "4"),
        ("wording", "Der Stadtrat beschließt die Ziele."),
    ];
    editor.press(&step, "desk-save", &typed).await.expect(303);
    url
}

#[actix_web::test]
async fn decided_unchanged_is_one_click() {
    let app = TestApp::new().await;
    let editor = app.staff("editor");
    let journey = journey(&app, None);
    let url = decide(&editor, &journey, "agreed").await;
    let page = editor.get(&url).await;
    editor
        .press(&page, "decision-unchanged", &[])
        .await
        .expect(303);
    let edition = app.visitor().get("/strategies/konzept/editions/2").await;
    edition
        .expect(200)
        .says("Beschluss")
        .says("Beschlossen am 28. Januar 2027: Stadtrat")
        .says("Vorlage I0264/09");
    let public = app
        .visitor()
        .get(&format!("/papers/{}", journey.paper))
        .await;
    public
        .says("23 Ja, 4 Nein, 0 Enthaltungen")
        .says("Der Stadtrat beschließt die Ziele.");
    assert!(
        public
            .links()
            .contains(&"/strategies/konzept/editions/2".to_owned())
    );
    // Pressed again nothing more comes of it.
    editor
        .press(&page, "decision-unchanged", &[])
        .await
        .expect(303);
    app.visitor()
        .get("/strategies/konzept/editions/3")
        .await
        .expect(404);
}

#[actix_web::test]
async fn with_amendments_the_wording_is_edited_before_it_is_the_decision() {
    let app = TestApp::new().await;
    let editor = app.staff("editor");
    let journey = journey(&app, None);
    let url = decide(&editor, &journey, "amended").await;
    let page = editor.get(&url).await;
    let begun = editor.press(&page, "decision-amended", &[]).await;
    let draft = begun.location().split('?').next().unwrap().to_owned();
    assert!(
        draft.starts_with("/desk/strategies/konzept/drafts/"),
        "{draft}"
    );
    editor.get(&url).await.says("ist in Arbeit");
    // The decision is the cause that is offered for what becomes different.
    let page = editor.get(&format!("{draft}/revision/sz-wege")).await;
    page.expect(200).says("Stadtrat: ");
    let chosen = page.attributes("#kind option[selected]", "value");
    assert_eq!(chosen, ["council"]);
    let finish = editor.get(&format!("{draft}/finish")).await;
    assert_eq!(finish.attributes("#name", "value"), ["Beschluss"]);
    editor
        .press(&finish, "tree-finish-button", &[])
        .await
        .expect(303);
    app.visitor()
        .get("/strategies/konzept/editions/2")
        .await
        .expect(404);
    let page = editor.get(&url).await;
    editor
        .press(&page, "decision-release", &[])
        .await
        .expect(303);
    let edition = app.visitor().get("/strategies/konzept/editions/2").await;
    edition
        .expect(200)
        .says("Beschlossen am 28. Januar 2027: Stadtrat");
}
