//! The town's own pages: nothing is public before it is complete and published, and everyone can report a barrier.

use chrono::TimeDelta;
use trialog::account::{Actor, May};
use trialog::base::locale::Lang;
use trialog::legal::EditPages;
use trialog::legal::model::{Page, State, Text};
use trialog::legal::store;

use crate::support::app::TestApp;
use crate::support::town::CONSULTATION;

/// Publishes all pages in German, each with its name as its text.
pub async fn publish_all(app: &TestApp) {
    let may = May::<EditPages>::by(Actor::Console, &app.data.db, &app.clock).unwrap();
    may.write(|tx| {
        for page in Page::ALL {
            let text = Text {
                title: format!("Seite {}", page.slug()),
                body: format!("Text von {}", page.slug()),
            };
            store::write(tx, (page, Lang::De), &text, State::Public, "")?;
        }
        Ok(())
    })
    .await
    .unwrap();
}

/// The links at the foot of a page.
fn foot(answer: &crate::support::answer::Answer) -> Vec<String> {
    answer.attributes("footer nav a", "href")
}

const EDIT: &str = "/desk/pages/imprint/de";

#[actix_web::test]
async fn a_page_is_public_once_its_gaps_are_filled_and_somebody_publishes_it() {
    let app = TestApp::new().await;
    let (editor, reader) = (app.staff("editor"), app.visitor());
    reader.get("/imprint").await.expect(404);
    assert!(foot(&reader.get("/").await).is_empty());

    let page = editor.get(EDIT).await;
    page.expect(200).says("Straße und Hausnummer");
    // The suggestion has gaps: publishing names each and loses nothing.
    let typed = [
        ("title", "Unser Impressum"),
        ("body", "Wir\n[… Telefon], [… Straße]"),
    ];
    let refused = editor.press(&page, "desk-pages-publish", &typed).await;
    refused.expect(422).says("2 Lücken sind noch offen");
    let named = refused.all("form .kern-alert li");
    assert_eq!(named, ["Telefon", "Straße"]);
    assert!(refused.body.contains("Unser Impressum"));
    assert_eq!(app.data.count("page_versions"), 0);

    // A draft is for the desk alone.
    let kept = editor.press(&refused, "desk-pages-keep", &[]).await;
    assert_eq!(kept.location(), format!("{EDIT}?said=said-page-kept"));
    reader.get("/imprint").await.expect(404);
    assert!(foot(&reader.get("/").await).is_empty());

    app.clock.advance(TimeDelta::minutes(1));
    let page = editor.get(EDIT).await;
    let filled = [(
        "body",
        "## Anschrift\nStadt <b>Lindenau</b>\n[Web](https://lindenau.example)",
    )];
    editor
        .press(&page, "desk-pages-publish", &filled)
        .await
        .expect(303);
    let public = reader.get("/imprint").await;
    public.expect(200).says("Stadt <b>Lindenau</b>");
    assert_eq!(public.all("main h2"), ["Anschrift"]);
    assert_eq!(
        public.attributes("main .prose a", "href"),
        ["https://lindenau.example"]
    );
    assert_eq!(foot(&reader.get("/").await), ["/imprint"]);
    assert_eq!(
        reader.get("/").await.all("footer nav a"),
        ["Unser Impressum"]
    );
    let journal = app.data.dump("journal");
    assert!(
        journal.contains("page:imprint/de") && journal.contains("public"),
        "{journal}"
    );

    // In the other language it is the same page, and says so.
    let english = app.visitor().asking_for("en");
    let page = english.get("/imprint").await;
    page.expect(200);
    assert!(page.says_key(&english, "legal-other-language"));
    assert_eq!(page.attributes("main .prose", "lang"), ["de"]);
}

#[actix_web::test]
async fn a_preview_shows_the_page_and_keeps_nothing() {
    let app = TestApp::new().await;
    let editor = app.staff("admin");
    let page = editor.get(EDIT).await;
    let typed = [
        ("title", "Titel"),
        ("body", "# Eins\n<script>alert(1)</script>"),
    ];
    let preview = editor.press(&page, "desk-pages-preview", &typed).await;
    preview.expect(200);
    assert_eq!(preview.all(".prose h2"), ["Eins"]);
    preview.hides("<script>alert");
    assert_eq!(app.data.count("page_versions"), 0);
}

#[actix_web::test]
async fn two_editors_do_not_write_over_each_other() {
    let app = TestApp::new().await;
    let (kim, robin) = (app.staff("editor"), app.staff("editor"));
    let (hers, his) = (kim.get(EDIT).await, robin.get(EDIT).await);
    kim.press(&hers, "desk-pages-keep", &[("body", "von Kim")])
        .await
        .expect(303);
    app.clock.advance(TimeDelta::seconds(1));
    let refused = robin
        .press(&his, "desk-pages-keep", &[("body", "von Robin")])
        .await;
    refused.expect(422).says("jemand anders");
    assert!(refused.body.contains("von Robin"));
    // Having read that, he may.
    robin
        .press(&refused, "desk-pages-keep", &[])
        .await
        .expect(303);
    assert!(robin.get(EDIT).await.body.contains("von Robin"));
    let versions = robin.get(&format!("{EDIT}/versions")).await;
    assert_eq!(versions.all("main article").len(), 2);
}

#[actix_web::test]
async fn earlier_versions_come_back_and_a_withdrawn_page_is_gone_for_everyone() {
    let app = TestApp::new().await;
    publish_all(&app).await;
    let (editor, reader) = (app.staff("editor"), app.visitor());
    app.clock.advance(TimeDelta::minutes(1));
    let page = editor.get(EDIT).await;
    editor
        .press(&page, "desk-pages-publish", &[("body", "neu")])
        .await
        .expect(303);
    reader.get("/imprint").await.says("neu");

    app.clock.advance(TimeDelta::minutes(1));
    let versions = editor.get(&format!("{EDIT}/versions")).await;
    editor
        .press(&versions, "desk-pages-restore", &[])
        .await
        .expect(303);
    assert!(editor.get(EDIT).await.body.contains("Text von imprint"));
    // Only the draft has changed so far.
    reader.get("/imprint").await.says("neu");

    app.clock.advance(TimeDelta::minutes(1));
    let ask = editor.get(&format!("{EDIT}/withdraw")).await;
    editor
        .press(&ask, "desk-pages-withdraw", &[])
        .await
        .expect(303);
    reader.get("/imprint").await.expect(404);
    assert_eq!(foot(&reader.get("/").await).len(), 4);
    editor.get(&format!("{EDIT}/withdraw")).await.expect(404);
}

#[actix_web::test]
async fn another_process_learns_of_a_page_with_its_next_look() {
    let app = TestApp::new().await;
    let reader = app.visitor();
    assert!(foot(&reader.get("/").await).is_empty());
    // Somebody publishes elsewhere: this process is not told.
    let elsewhere = app.data.reopened();
    let may = May::<EditPages>::by(Actor::Console, &elsewhere, &app.clock).unwrap();
    let text = Text {
        title: "Impressum".to_owned(),
        body: "x".to_owned(),
    };
    may.write(move |tx| store::write(tx, (Page::Imprint, Lang::De), &text, State::Public, ""))
        .await
        .unwrap();
    assert!(foot(&reader.get("/").await).is_empty());
    app.data.db.look_for_changes().await.unwrap();
    assert_eq!(foot(&reader.get("/").await), ["/imprint"]);
}

#[actix_web::test]
async fn a_barrier_is_reported_read_and_done_with() {
    let app = TestApp::with(CONSULTATION, |config| {
        config.limits.minutes_at_once = 1;
        config.mail.contact_address = "barrierefrei@lindenau.example".to_owned();
    })
    .await;
    let (reader, editor) = (app.visitor(), app.staff("editor"));
    reader
        .post("/accessibility", &[("text", "x")])
        .await
        .expect(403);
    publish_all(&app).await;
    let page = reader.get("/accessibility").await;
    let faulty = [
        ("text", "Der Knopf\r\nspricht nicht"),
        ("reply_to", "anna@"),
    ];
    let refused = reader.press(&page, "legal-report-button", &faulty).await;
    refused.expect(422);
    assert!(refused.says_key(&reader, "error-report-address"));
    assert!(refused.body.contains("spricht nicht") && refused.body.contains("anna@"));

    let typed = [("reply_to", "anna@example.de")];
    let sent = reader.press(&refused, "legal-report-button", &typed).await;
    let thanks = reader.get(&sent.location()).await;
    assert!(thanks.says_key(&reader, "said-report"));
    let outbox = app.data.dump("outbox");
    assert!(
        outbox.contains("barrierefrei@lindenau.example") && outbox.contains("spricht nicht"),
        "{outbox}"
    );

    let list = editor.get("/desk/feedback?state=open").await;
    list.expect(200)
        .says("spricht nicht")
        .says("anna@example.de");
    editor
        .press(&list, "desk-feedback-done", &[])
        .await
        .expect(303);
    editor
        .get("/desk/feedback?state=open")
        .await
        .hides("spricht nicht");
    let list = editor.get("/desk/feedback?q=knopf").await;
    list.says("spricht nicht");
    editor
        .press(&list, "desk-feedback-reopen", &[])
        .await
        .expect(303);
    editor
        .get("/desk/feedback?state=open")
        .await
        .says("spricht nicht");
    // Nothing of the report stands in the journal.
    assert!(!app.data.dump("journal").contains("spricht"));

    // Machines are slowed down.
    let page = reader.get("/accessibility").await;
    let mut last = 303;
    for _ in 0..6 {
        last = reader
            .press(&page, "legal-report-button", &[("text", "x")])
            .await
            .status
            .as_u16();
    }
    assert_eq!(last, 429);
}
