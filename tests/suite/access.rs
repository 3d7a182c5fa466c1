//! Access codes: made, printed, sealed, used once, and tied to nobody.

use crate::support::answer::Answer;
use crate::support::app::TestApp;
use crate::support::visitor::Visitor;
use crate::survey::{INTRO, answer, submit};

const DESK: &str = "/desk/consultations/ziele/codes";
const CODE: &str = "/consultations/ziele/code";

/// Makes a set of three codes: its name in addresses.
pub async fn codes(app: &TestApp, editor: &Visitor) -> String {
    let page = editor.get(DESK).await;
    let typed = [("name", "Stichprobe"), ("codes", "3")];
    let made = editor.press(page.expect(200), "codes-make", &typed).await;
    made.expect(303);
    assert_eq!(app.data.count("access_codes"), 3);
    let page = editor.get(DESK).await;
    let links = page.links();
    let letters = links.iter().find(|url| url.ends_with("/letters")).unwrap();
    letters.split('/').rev().nth(1).unwrap().to_owned()
}

/// The codes as the letters show them.
async fn printed(editor: &Visitor, set: &str) -> Vec<String> {
    let letters = editor.get(&format!("{DESK}/{set}/letters")).await;
    letters.expect(200).all(".letter .code")
}

/// Decides who may take part.
async fn open_for(editor: &Visitor, mode: &str) {
    let page = editor.get(DESK).await;
    let chosen = editor
        .press(&page, "codes-access-save", &[("access", mode)])
        .await;
    chosen.expect(303);
}

/// Types a code and presses the button.
async fn begin_with(visitor: &Visitor, code: &str) -> Answer {
    let page = visitor.get(CODE).await;
    visitor
        .press(page.expect(200), "survey-intro-start", &[("access", code)])
        .await
}

#[actix_web::test]
async fn a_code_begins_one_participation_and_is_tied_to_nothing() {
    let app = TestApp::new().await;
    let editor = app.staff("editor");
    let set = codes(&app, &editor).await;
    open_for(&editor, "both").await;
    let codes = printed(&editor, &set).await;
    assert_eq!(codes.len(), 3);
    // No code lies in the database, only what leads to nobody.
    let rows = app.data.dump("access_codes").to_uppercase();
    let lies_there = |code: &String| rows.contains(&code.replace(' ', ""));
    assert!(!codes.iter().any(lies_there));
    let anna = app.visitor();
    let typed = begin_with(&anna, "falsch").await;
    typed.expect(422).says("12 Buchstaben");
    let typed = begin_with(&anna, "0000 0000 0000").await;
    typed.expect(422).says("kennen wir nicht");
    let home = begin_with(&anna, &codes[0].to_lowercase()).await;
    let home = home.expect(303).location();
    assert!(home.starts_with("/p/"), "{home}");
    let again = begin_with(&app.visitor(), &codes[0]).await;
    again.expect(422).says("schon jemand begonnen");
    let marked = answer(
        &anna,
        &format!("{home}/gruen/sz-baeume"),
        &[("mark", "right")],
    )
    .await;
    marked.expect(303);
    submit(&anna, &home).await.expect(303);
    assert_eq!(app.data.count("access_codes WHERE used"), 1);
    assert_eq!(app.data.count("invited_participations"), 1);
    // Where everyone may take part, nobody needs a code.
    app.visitor().get(INTRO).await.expect(200).says("Brief");
    // A used set stays.
    let ask = editor.get(&format!("{DESK}/{set}/removal")).await;
    editor.press(&ask, "codes-remove", &[]).await.expect(303);
    assert_eq!(app.data.count("access_codes"), 3);
}

#[actix_web::test]
async fn only_invited_people_begin_where_the_town_says_so() {
    let app = TestApp::new().await;
    let editor = app.staff("editor");
    let set = codes(&app, &editor).await;
    let anna = app.visitor();
    // The page was opened before the town decided.
    let intro = anna.get(INTRO).await;
    open_for(&editor, "invited").await;
    let refused = anna.press(&intro, "survey-intro-start", &[]).await;
    let back = refused.expect(303).location();
    assert!(back.starts_with("/consultations/ziele/"), "{back}");
    assert_eq!(app.data.count("participations"), 0);
    anna.open(INTRO).await.expect(200).says("Zugangscode");
    let code = &printed(&editor, &set).await[0];
    // As the QR code of the letter leads there.
    let url = format!("{CODE}/{}", code.replace(' ', "").to_lowercase());
    let page = anna.get(&url).await;
    let home = anna
        .press(page.expect(200), "survey-intro-start", &[])
        .await;
    assert!(home.expect(303).location().starts_with("/p/"));
}

#[actix_web::test]
async fn sealed_codes_stay_valid_but_nobody_can_print_them_again() {
    let app = TestApp::new().await;
    let editor = app.staff("editor");
    let set = codes(&app, &editor).await;
    open_for(&editor, "invited").await;
    let code = printed(&editor, &set).await.remove(0);
    let file = editor.get(&format!("{DESK}/{set}/codes.csv")).await;
    assert!(file.expect(200).body.contains(&code));
    let ask = editor.get(&format!("{DESK}/{set}/seal")).await;
    let sealed = editor.press(ask.expect(200), "codes-seal", &[]).await;
    sealed.expect(303);
    assert!(printed(&editor, &set).await.is_empty());
    let file = editor.get(&format!("{DESK}/{set}/codes.csv")).await;
    assert!(!file.expect(200).body.contains(&code));
    begin_with(&app.visitor(), &code).await.expect(303);
}

#[actix_web::test]
async fn a_set_that_cannot_be_made_keeps_what_was_typed() {
    let app = TestApp::new().await;
    let editor = app.staff("editor");
    for wrong in ["0", "20.001", "viele", "-1"] {
        let page = editor.get(DESK).await;
        let typed = [("name", "Juni"), ("codes", wrong)];
        let again = editor.press(&page, "codes-make", &typed).await;
        again.expect(422).says("von 1 bis");
        assert_eq!(again.attributes("#codes", "value"), [wrong]);
        assert_eq!(again.attributes("#name", "value"), ["Juni"]);
    }
    assert_eq!(app.data.count("access_codes"), 0);
    let set = codes(&app, &editor).await;
    let ask = editor.get(&format!("{DESK}/{set}/removal")).await;
    editor
        .press(ask.expect(200), "codes-remove", &[])
        .await
        .expect(303);
    assert_eq!(app.data.count("access_codes"), 0);
}
