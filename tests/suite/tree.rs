//! The next edition, worked on as a tree at the desk.

use crate::support::answer::Answer;
use crate::support::app::TestApp;
use crate::support::visitor::Visitor;

/// An editor with the next edition open: her, and the address of the tree.
async fn editor(app: &TestApp) -> (Visitor, String) {
    let editor = app.staff("editor");
    let page = editor.get("/desk/strategies/konzept/drafts").await;
    let begun = editor.press(&page, "tree-drafts-begin", &[]).await;
    let url = begun.expect(303).location();
    (editor, url)
}

/// Presses a button of the tree, e.g. `up sz-wege`.
async fn act(editor: &Visitor, page: &Answer, act: &str) -> Answer {
    let value = |name: &str| {
        let found = page.attributes(&format!("#tree_acts input[name={name}]"), "value");
        found.into_iter().next().unwrap()
    };
    let (token, version) = (value("_token"), value("version"));
    let url = page.attributes("#tree_acts", "action").remove(0);
    let fields = [
        ("_token", token.as_str()),
        ("version", version.as_str()),
        ("act", act),
    ];
    editor.post(&url, &fields).await
}

/// The keys of the tree, in its order.
fn order(page: &Answer) -> String {
    page.attributes(".tree__item", "id").join(" ")
}

const BEFORE: &str = "hf-leben ls-leben sz-nachbarn sz-nachbarn-a sz-nachbarn-b sz-wege sz-wege-a \
     hf-gruen ls-gruen sz-baeume sz-baeume-a";

#[actix_web::test]
async fn an_edition_is_worked_on_undone_and_finished() {
    let app = TestApp::new().await;
    let (editor, url) = editor(&app).await;
    let tree = editor.get(&url).await;
    assert_eq!(order(&tree), BEFORE);

    // Move, and back to the element that was moved.
    let moved = act(&editor, &tree, "up sz-wege").await;
    assert_eq!(moved.expect(303).location(), format!("{url}#sz-wege"));
    let tree = editor.get(&url).await;
    assert!(order(&tree).starts_with("hf-leben ls-leben sz-wege sz-wege-a sz-nachbarn"));
    tree.says("Rückgängig: Ziel 1.2 verschoben");
    act(&editor, &tree, "undo").await.expect(303);
    let tree = editor.get(&url).await;
    assert_eq!(order(&tree), BEFORE);
    tree.says("Wiederholen: Ziel 1.2 verschoben");

    // Other words.
    let page = editor.get(&format!("{url}/elements/sz-wege")).await;
    page.says("Niemand muss im Dunkeln gehen.");
    let typed = [
        ("title", "Helle Wege"),
        ("text", "Alle Wege haben Licht.\r\nAuch nachts."),
    ];
    let saved = editor.press(&page, "tree-save", &typed).await;
    saved.expect(303);
    let tree = editor.open(&saved.location()).await;
    tree.says("Helle Wege").says("neu formuliert");
    assert!(!tree.body.contains("Wiederholen"));

    // One becomes two.
    let page = editor
        .get(&format!("{url}/elements/sz-nachbarn/split"))
        .await;
    let typed = [
        ("title", "Orte"),
        ("text", "Es gibt Orte."),
        ("second_title", "Feste"),
        ("second_number", "7"),
        ("second_text", "Es gibt Feste."),
        ("along", "sz-nachbarn-b"),
    ];
    editor
        .press(&page, "tree-split-button", &typed)
        .await
        .expect(303);
    let tree = editor.get(&url).await;
    let keys = "sz-nachbarn sz-nachbarn-a sz-1-7 sz-nachbarn-b sz-wege";
    assert!(order(&tree).contains(keys), "{}", order(&tree));

    // Out it goes.
    act(&editor, &tree, "retire sz-baeume").await.expect(303);
    let tree = editor.get(&url).await;
    tree.says("Mehr Bäume").says("Zurückholen");

    // And an edition is made of it, as the import does.
    let page = editor.get(&format!("{url}/finish")).await;
    assert_eq!(page.attributes("#name", "value"), ["Entwurf 2"]);
    page.says("neu formuliert").says("gestrichen");
    editor
        .press(&page, "tree-finish-button", &[("name", " ")])
        .await
        .expect(422);
    // No change without a cause.
    let refused = editor.press(&page, "tree-finish-button", &[]).await;
    refused
        .expect(422)
        .says("Nicht jede Änderung hat einen Anlass");
    let half = [("rest_kind", "clarity")];
    let refused = editor.press(&page, "tree-finish-button", &half).await;
    refused
        .expect(422)
        .says("Nennen Sie die Art und die Begründung");
    let whole = [
        ("rest_kind", "clarity"),
        ("rest_reason", "Kürzer und klarer."),
    ];
    let done = editor.press(&page, "tree-finish-button", &whole).await;
    assert!(
        done.expect(303)
            .location()
            .starts_with("/desk/strategies/konzept?")
    );
    let editions = app.data.dump("editions");
    assert!(editions.contains("Entwurf 2"), "{editions}");
    let changes = app.data.dump("edition_changes");
    for change in ["reworded", "added", "retired", "moved"] {
        assert!(changes.contains(change), "{change}: {changes}");
    }
    assert!(app.data.dump("edition_origins").contains("split"));
    editor.get(&url).await.expect(404);
    // What nobody published nobody sees.
    let visitor = app.visitor();
    visitor
        .get("/strategies/konzept/editions/2")
        .await
        .expect(404);
}

#[actix_web::test]
async fn two_editors_do_not_overwrite_each_other() {
    let app = TestApp::new().await;
    let (anna, url) = editor(&app).await;
    let berta = app.staff("editor");
    let of_anna = anna.get(&format!("{url}/elements/sz-wege")).await;
    let of_berta = berta.get(&format!("{url}/elements/sz-wege")).await;
    let elsewhere = berta.get(&format!("{url}/elements/sz-baeume")).await;
    let before = berta.get(&url).await;

    anna.press(&of_anna, "tree-save", &[("text", "Von Anna.")])
        .await
        .expect(303);
    // Another element: both stay.
    berta
        .press(&elsewhere, "tree-save", &[("text", "Von Berta.")])
        .await
        .expect(303);
    let tree = anna.get(&url).await;
    tree.says("Von Anna.").says("Von Berta.");
    // The same element: both texts on one page, and nothing written.
    let clash = berta
        .press(&of_berta, "tree-save", &[("text", "Auch von Berta.")])
        .await;
    clash.expect(409).says("Von Anna.").says("Auch von Berta.");
    anna.get(&url).await.says("Von Anna.");
    // Undoing what somebody else did is no accident either.
    let undone = act(&berta, &before, "undo").await;
    assert!(undone.location().contains("said-tree-changed"));
    // Who looked at both may decide.
    berta.press(&clash, "tree-save", &[]).await.expect(303);
    anna.get(&url).await.says("Auch von Berta.");
}

#[actix_web::test]
async fn what_cannot_be_says_why_and_keeps_what_was_typed() {
    let app = TestApp::new().await;
    let (editor, url) = editor(&app).await;
    let long = "x".repeat(4001);
    let page = editor.get(&format!("{url}/elements/sz-wege")).await;
    let typed = [("number", "vier"), ("title", ""), ("text", long.as_str())];
    let faulty = editor.press(&page, "tree-save", &typed).await;
    faulty.expect(422).says(&long).says("4.000 Zeichen");

    assert_eq!(faulty.attributes("#number", "value"), ["vier"]);

    let add = format!("{url}/add?kind=principle&parent=hf-leben&after=");
    let page = editor.get(&add).await;
    let second = editor
        .press(&page, "tree-add", &[("text", "Noch einer.")])
        .await;
    second
        .expect(422)
        .says("schon einen Leitsatz")
        .says("Noch einer.");

    let tree = editor.get(&url).await;
    act(&editor, &tree, "up hf-leben")
        .await
        .expect(422)
        .says("Weiter geht es");
    act(&editor, &tree, "burn hf-leben").await.expect(400);
    act(&editor, &tree, "up weg").await.expect(422);
    for odd in [
        "elements/weg",
        "elements/%20",
        "add?kind=haus",
        "elements/ls-leben/split",
    ] {
        editor.get(&format!("{url}/{odd}")).await.expect(404);
    }
    let other = editor.get("/desk/strategies/nichts/drafts").await;
    other.expect(404);
}

#[actix_web::test]
async fn parts_are_added_merged_moved_and_change_their_rank() {
    let app = TestApp::new().await;
    let (editor, url) = editor(&app).await;
    let page = editor
        .get(&format!(
            "{url}/add?kind=goal&parent=hf-gruen&after=sz-baeume"
        ))
        .await;
    let typed = [
        ("number", "2"),
        ("title", "Mehr Wasser"),
        ("text", "Brunnen."),
    ];
    let added = editor.press(&page, "tree-add", &typed).await;
    let place = added.expect(303).location();
    assert!(place.ends_with("#sz-2-2"), "{place}");

    let page = editor.get(&format!("{url}/elements/sz-2-2/place")).await;
    let spot = [("spot", "hf-leben/sz-wege")];
    editor
        .press(&page, "tree-place-button", &spot)
        .await
        .expect(303);
    let tree = editor.get(&url).await;
    assert!(order(&tree).contains("sz-wege-a sz-2-2 hf-gruen"));

    act(&editor, &tree, "indent sz-2-2").await.expect(303);
    let tree = editor.get(&url).await;
    assert!(order(&tree).contains("sz-wege sz-wege-a sz-wege-b hf-gruen"));
    let back = act(&editor, &tree, "outdent sz-wege-b").await;
    assert!(
        back.location()
            .contains("/elements/sz-2-2?said=said-tree-recast")
    );

    let page = editor
        .get(&format!("{url}/elements/sz-wege/merge?with=sz-2-2"))
        .await;
    page.says("Niemand muss im Dunkeln gehen.").says("Brunnen.");
    let merged = editor.press(&page, "tree-merge-button", &[]).await;
    assert!(merged.expect(303).location().ends_with("#sz-wege"));
    let tree = editor.get(&url).await;
    assert!(!order(&tree).contains("sz-2-2"));

    act(&editor, &tree, "retire hf-gruen").await.expect(303);
    let tree = editor.get(&url).await;
    act(&editor, &tree, "restore hf-gruen").await.expect(303);
    let tree = editor.get(&url).await;
    assert_eq!(order(&tree), BEFORE);
}

#[actix_web::test]
async fn a_draft_that_was_thrown_away_comes_back_as_it_was() {
    let app = TestApp::new().await;
    let (editor, url) = editor(&app).await;
    let tree = editor.get(&url).await;
    act(&editor, &tree, "retire sz-wege").await.expect(303);
    let ask = editor.get(&format!("{url}/discard")).await;
    let gone = editor.press(&ask, "tree-discard-button", &[]).await;
    editor.get(&url).await.expect(404);
    let list = editor.open(&gone.location()).await;
    list.says("Zurückholen");
    let id = url.rsplit('/').next().unwrap();
    let token = list
        .attributes("main input[name=_token]", "value")
        .remove(0);
    let place = "/desk/strategies/konzept/drafts";
    let fields = [("_token", token.as_str()), ("keep", id)];
    let back = editor.post(place, &fields).await;
    assert_eq!(back.expect(303).location(), url);
    let tree = editor.get(&url).await;
    assert!(!order(&tree).contains("sz-wege"));
    // One at a time: beginning again leads to the same one.
    assert!(url.ends_with(&app.draft()));
}
