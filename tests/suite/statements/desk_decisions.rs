//! Decisions about what came late, and about what everyone reads.

use super::desk::{LETTER, REGISTER, enter, letter_with};
use crate::support::app::TestApp;
use crate::support::town::at;
use crate::support::visitor::Visitor;

/// Enters a letter that came one day after the deadline; the time is then two days after it.
async fn late(app: &TestApp) -> Visitor {
    app.clock.set(at("2026-08-02 10:00:00"));
    let editor = app.staff("editor");
    let typed = letter_with(&[("received_on", "2026-08-01")]);
    enter(&editor, &typed, &[]).await.expect(303);
    editor
}

#[actix_web::test]
async fn what_came_one_day_late_waits_until_somebody_decides_with_a_reason() {
    let app = TestApp::new().await;
    let editor = late(&app).await;
    let typed = letter_with(&[("received_on", "2026-07-31")]);
    enter(&editor, &typed, &[]).await.expect(303);
    let register = editor.get(REGISTER).await;
    register
        .expect(200)
        .says("Eine verspätete Stellungnahme wartet")
        .says("1 Tag zu spät");
    assert_eq!(register.all(".kern-badge--danger").len(), 1);
    let home = editor.get("/desk").await;
    home.expect(200).says("verspätete Stellungnahme");
    let url = format!("{REGISTER}/1/admission");
    let page = editor.get(&url).await;
    let typed = [("outcome", "admitted")];
    let faulty = editor.press(&page, "statement-desk-decide", &typed).await;
    assert!(
        faulty
            .expect(422)
            .says_key(&editor, "error-decision-reason")
    );
    assert_eq!(faulty.attributes("input[checked]", "value"), ["admitted"]);
    let faulty = editor
        .press(&page, "statement-desk-decide", &[("reason", "Nur so")])
        .await;
    faulty.expect(422).says("Wählen Sie").says("Nur so");
    assert_eq!(app.data.count("outbox"), 0);
    let typed = [("outcome", "admitted"), ("reason", "Die Post war langsam.")];
    for _ in 0..2 {
        editor
            .press(&page, "statement-desk-decide", &typed)
            .await
            .expect(303);
    }
    assert_eq!(app.data.count("statement_decisions"), 1);
    assert_eq!(app.data.count("outbox"), 1);
    let mails = app.data.dump("outbox");
    assert!(mails.contains("robin@muster.example") && mails.contains("Die Post war langsam."));
    let one = editor.get(&format!("{REGISTER}/1")).await;
    one.expect(200)
        .says("Verspätet, zugelassen")
        .says("Die Post war langsam.")
        .says("Trotz Verspätung zugelassen");
    // It can be decided anew; the history stays.
    app.clock.advance(chrono::TimeDelta::minutes(5));
    let typed = [("outcome", "refused"), ("reason", "Doch nicht.")];
    let page = editor.get(&url).await;
    editor
        .press(&page, "statement-desk-decide", &typed)
        .await
        .expect(303);
    let one = editor.get(&format!("{REGISTER}/1")).await;
    one.says("Verspätet, nicht zugelassen")
        .says("Doch nicht.")
        .says("Die Post war langsam.");
    assert!(app.data.dump("journal").contains("statement.decide"));
    // There is nothing to decide about what came in time.
    let none = editor.get(&format!("{REGISTER}/2/admission")).await;
    assert!(none.location().contains("said-statement-in-time"));
    editor
        .get(&format!("{REGISTER}/3/admission"))
        .await
        .expect(404);
    app.staff("evaluator").get(&url).await.expect(404);
}

#[actix_web::test]
async fn nothing_is_published_without_consent() {
    let app = TestApp::new().await;
    let editor = app.staff("editor");
    enter(&editor, &LETTER, &[]).await.expect(303);
    let typed = letter_with(&[("may_publish", "yes"), ("signer-0-behalf", "Nachbarschaft")]);
    enter(&editor, &typed, &[]).await.expect(303);
    let hindered = editor.get(&format!("{REGISTER}/1/publication")).await;
    assert!(
        hindered
            .expect(200)
            .says_key(&editor, "statement-desk-no-consent")
    );
    assert_eq!(hindered.all("main form").len(), 0);
    // The form of another statement does not open it.
    let url = format!("{REGISTER}/2/publication");
    let page = editor.get(&url).await;
    assert!(
        page.expect(200)
            .says_key(&editor, "statement-desk-persons-title")
    );
    page.says("Nachbarschaft").hides("robin@muster.example");
    let faulty = editor
        .press(&page, "statement-desk-decide", &[("outcome", "published")])
        .await;
    faulty.expect(422);
    let typed = [("outcome", "published"), ("reason", "Einverstanden.")];
    let token = page
        .attributes("main input[name=_token]", "value")
        .remove(0);
    let forged = [
        ("_token", token.as_str()),
        ("outcome", "published"),
        ("reason", "x"),
    ];
    editor
        .post(&format!("{REGISTER}/1/publication"), &forged)
        .await
        .expect(403);
    editor
        .press(&page, "statement-desk-decide", &typed)
        .await
        .expect(303);
    let one = editor.get(&format!("{REGISTER}/2")).await;
    one.expect(200)
        .says("Veröffentlicht")
        .says("Einverstanden.");
    app.clock.advance(chrono::TimeDelta::minutes(1));
    let page = editor.get(&url).await;
    let typed = [
        ("outcome", "kept_back"),
        ("reason", "Ein Name steht darin."),
    ];
    editor
        .press(&page, "statement-desk-decide", &typed)
        .await
        .expect(303);
    let one = editor.get(&format!("{REGISTER}/2")).await;
    one.expect(200).says("Nicht veröffentlicht");
    assert_eq!(one.all(".kern-badge--info").len(), 0);
}

#[actix_web::test]
async fn a_late_statement_is_published_only_once_it_is_admitted() {
    let app = TestApp::new().await;
    app.clock.set(at("2026-08-02 10:00:00"));
    let editor = app.staff("editor");
    let typed = letter_with(&[("received_on", "2026-08-02"), ("may_publish", "yes")]);
    enter(&editor, &typed, &[]).await.expect(303);
    let page = editor.get(&format!("{REGISTER}/1/publication")).await;
    assert!(
        page.expect(200)
            .says_key(&editor, "statement-desk-does-not-count")
    );
}
