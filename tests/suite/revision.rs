//! The revision desk: both editions as trees side by side, and no change without a cause, not even one that takes something away.

use crate::comments::{one_comment, release, with_comments};
use crate::outcomes::{assessed, coded};
use crate::support::app::TestApp;
use crate::support::visitor::Visitor;

/// A draft with an editor at it: her, and where its revision is.
fn desk(app: &TestApp) -> (Visitor, String) {
    let draft = format!("/desk/strategies/konzept/drafts/{}", app.draft());
    (app.staff("editor"), format!("{draft}/revision"))
}

async fn save(editor: &Visitor, url: &str, button: &str, typed: &[(&str, &str)]) {
    let page = editor.get(url).await;
    editor
        .press(page.expect(200), button, typed)
        .await
        .expect(303);
}

#[actix_web::test]
async fn both_editions_stand_side_by_side_with_what_people_said() {
    let app = TestApp::with(&with_comments(), |_| {}).await;
    let (_, _, id) = one_comment(&app, "Bitte helle Wege, auch am Bach.").await;
    release(&app, &id).await;
    trialog::theme::page::round::gather(&app.site, &app.data.db)
        .await
        .unwrap();
    coded(&app, &id).await;
    let (editor, trees) = desk(&app);
    let page = editor.get(&trees).await;
    page.expect(200)
        .says("Noch ist alles wie in der Fassung davor.")
        .says("Alles (11)")
        .says("Mit Themen (1)")
        .says("Abwägung offen (1)")
        .says("keines abgewogen");
    assert!(page.all("main del").is_empty());

    // Other words without a cause: kept, and named as what is still open.
    let wege = format!("{trees}/sz-wege");
    let words = [("text", "Alle Wege sind hell.")];
    save(&editor, &wege, "revision-put-aside", &words).await;
    let page = editor.get(&trees).await;
    page.says("1 Änderung hat noch keinen Anlass.")
        .says("Geändert (1)")
        .says("Ohne Anlass (1)");
    let links = page.attributes("main .lead a", "href");
    assert_eq!(links, [wege.as_str()]);
    let narrowed = editor.get(&format!("{trees}?show=uncaused")).await;
    assert_eq!(narrowed.attributes(".leaf", "id"), ["sz-wege"]);
    assert_eq!(narrowed.all("main .leaf del").len(), 1);

    // With the theme: the change has its cause, and the way back leads on to the next element.
    let theme = coded_theme(&editor, &wege).await;
    let heard = [("cause", "heard"), ("theme", &*theme)];
    let page = editor.get(&wege).await;
    let next = page.attributes("a[rel=next]", "href").remove(0);
    let kept = editor.press(&page, "revision-save-next", &heard).await;
    assert!(kept.expect(303).location().starts_with(&next));
    assessed(&app, &theme).await;
    editor
        .get(&trees)
        .await
        .says("Jede Änderung hat ihren Anlass.")
        .says("1 abgewogen");
}

/// The theme that stands beside an element.
async fn coded_theme(editor: &Visitor, url: &str) -> String {
    let page = editor.get(url).await;
    page.attributes("input[name=theme]", "value").remove(0)
}

#[actix_web::test]
async fn what_moves_is_retired_or_splits_says_so_in_both_trees() {
    let app = TestApp::new().await;
    let (editor, trees) = desk(&app);
    let draft = trees.trim_end_matches("/revision");
    let place = format!("{draft}/elements/sz-wege/place");
    save(
        &editor,
        &place,
        "tree-place-button",
        &[("spot", "hf-gruen/sz-baeume")],
    )
    .await;
    let page = editor.get(draft).await;
    let value = |name: &str| {
        let found = page.attributes(&format!("#tree_acts input[name={name}]"), "value");
        found.into_iter().next().unwrap()
    };
    let (token, version) = (value("_token"), value("version"));
    let fields = [
        ("_token", token.as_str()),
        ("version", version.as_str()),
        ("act", "retire sz-nachbarn"),
    ];
    editor.post(draft, &fields).await.expect(303);
    let split = format!("{draft}/elements/sz-baeume/split");
    let second = [
        ("second_title", "Bäume pflegen"),
        ("second_text", "Wer pflanzt, gießt."),
    ];
    save(&editor, &split, "tree-split-button", &second).await;

    let page = editor.get(&trees).await;
    page.expect(200)
        .says("Steht jetzt an anderer Stelle")
        .says("Herausgelöst aus")
        .says("Steht hier nicht mehr.")
        .says("Gab es nicht.");
    // Where it was it stands once more, without a place of its own.
    assert_eq!(page.all(".leaf--left").len(), 1);
    assert_eq!(page.attributes(".leaf#sz-wege", "id"), ["sz-wege"]);

    // What is retired needs a cause as well, and has a page to give it.
    let gone = format!("{trees}/sz-nachbarn");
    let page = editor.get(&gone).await;
    page.expect(200)
        .says("Steht nicht mehr in der nächsten Fassung");
    assert!(page.all("textarea[name=text]").is_empty());
    editor.press(&page, "revision-save", &[]).await.expect(422);
    let law = [
        ("cause", "editorial"),
        ("kind", "law"),
        ("reason", "Das regelt jetzt das Land."),
    ];
    editor.press(&page, "revision-save", &law).await.expect(303);
    editor.get(&gone).await.says("Das regelt jetzt das Land.");
    let finish = editor.get(&format!("{draft}/finish")).await;
    finish.says("Das regelt jetzt das Land.");
    editor.get(&format!("{trees}/mond")).await.expect(404);
}

#[actix_web::test]
async fn the_difference_can_be_asked_for_before_anything_is_kept() {
    let app = TestApp::new().await;
    let (editor, trees) = desk(&app);
    let wege = format!("{trees}/sz-wege");
    let page = editor.get(&wege).await;
    let said = |page: &crate::support::answer::Answer| page.attributes("#compared", "data-said");
    assert_eq!(said(&page), ["Der Wortlaut ist wie in der Fassung davor."]);
    let typed = [("text", "Alle Wege sind hell und breit.")];
    let compared = editor.press(&page, "revision-compare-button", &typed).await;
    assert!(!compared.expect(200).all("#compared ins").is_empty());
    assert!(said(&compared)[0].contains("neu"));
    // Nothing is kept by it.
    let again = editor.get(&wege).await;
    assert!(again.all("#compared ins").is_empty());
}

#[actix_web::test]
async fn one_goal_becomes_two_with_their_cause_in_one_act() {
    let app = TestApp::with(&with_comments(), |_| {}).await;
    let (_, _, id) = one_comment(&app, "Bitte helle Wege, auch am Bach.").await;
    release(&app, &id).await;
    trialog::theme::page::round::gather(&app.site, &app.data.db)
        .await
        .unwrap();
    let theme = coded(&app, &id).await;
    let (editor, trees) = desk(&app);
    let wege = format!("{trees}/sz-wege");
    let page = editor.get(&format!("{wege}?split=yes")).await;
    let second = ("second_title", "Wege am Bach sind hell");
    let heard = [second, ("cause", "heard"), ("theme", &*theme)];
    let refused = editor.press(&page, "tree-split-button", &heard).await;
    let again = refused.expect(422);
    let faults = again.attributes("[role=alert] a", "href");
    assert_eq!(faults, ["#second_text"]);
    let typed = [
        second,
        ("second_text", "Der Bachweg kommt zuerst."),
        heard[1],
        heard[2],
    ];
    let done = editor.press(&page, "tree-split-button", &typed).await;
    let place = done.expect(303).location();
    assert!(place.contains("show=changed"), "{place}");
    let page = editor.get(&place).await;
    page.expect(200)
        .says("Jede Änderung hat ihren Anlass.")
        .says("Herausgelöst aus");
    // A guiding principle is one.
    let principle = editor.get(&format!("{trees}/ls-leben?split=yes")).await;
    assert!(principle.expect(200).all("input[name=split]").is_empty());
}
