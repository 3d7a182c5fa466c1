//! What staff do with organisations and their members.

use trialog::organisation::model::State;

use super::{come_in, known, made, made_as};
use crate::support::app::TestApp;

#[actix_web::test]
async fn an_editor_keeps_the_list() {
    let app = TestApp::new().await;
    let editor = app.staff("editor");
    editor
        .get("/desk/organisations")
        .await
        .expect(200)
        .says("Noch ist keine");
    let page = editor.get("/desk/organisations/new").await;
    let empty = editor.press(&page, "organisation-save", &[]).await;
    empty.expect(422).says("Wie heißt die Organisation");
    let typed = [
        ("name", "BUND  Lindenau"),
        ("kind", "association"),
        ("email", "post@bund.example"),
    ];
    let done = editor.press(&page, "organisation-save", &typed).await;
    let url = done.expect(303).location();
    let twice = editor
        .press(
            &page,
            "organisation-save",
            &[("name", "bund lindenau"), typed[1], typed[2]],
        )
        .await;
    twice.expect(422).says("gibt es schon");
    let here = url.split('?').next().unwrap();
    let page = editor.get(&format!("{here}/edit")).await;
    let done = editor
        .press(&page, "organisation-save", &[("postal_address", "Weg 1")])
        .await;
    done.expect(303);
    editor.get(here).await.expect(200).says("Weg 1");
    made(&app, "Arbeiterwohlfahrt", "kim@awo.example");
    let list = editor.get("/desk/organisations?sort=-name").await;
    assert_eq!(
        list.all("main tbody th"),
        ["BUND Lindenau", "Arbeiterwohlfahrt"]
    );
    let list = editor
        .get("/desk/organisations?q=awo&state=invited&kind=association")
        .await;
    assert_eq!(list.all("main tbody th"), ["Arbeiterwohlfahrt"]);
    let list = editor
        .get("/desk/organisations?state=closed&sort=password")
        .await;
    assert!(list.expect(200).all("main tbody th").is_empty());
}

#[actix_web::test]
async fn members_get_tasks_and_are_removed_with_all_ways_in() {
    let app = TestApp::new().await;
    let (party, member) = known(&app);
    let (other, _) = made(&app, "Sportverein", "vera@sport.example");
    let kim = come_in(&app, "kim@stadtpark.example").await;
    let editor = app.staff("editor");
    let url = format!("/desk/organisations/{party}/members/{member}");
    // Another organisation's member is not found.
    editor
        .get(&format!("/desk/organisations/{other}/members/{member}"))
        .await
        .expect(404);
    let page = editor.get(&url).await;
    editor
        .press(&page, "member-save", &[("duties", "author")])
        .await
        .expect(303);
    assert_eq!(app.data.count("organisation_members WHERE is_signatory"), 1);
    let none = editor.post(&url, &[]).await;
    none.expect(403);
    editor
        .press(&page, "member-link-button", &[])
        .await
        .expect(303);
    assert_eq!(app.data.count("outbox"), 2);
    let page = editor.get(&format!("{url}/removal")).await;
    editor.press(&page, "member-remove", &[]).await.expect(303);
    assert_eq!(kim.open("/organisation").await.url, "/organisation/sign-in");
    assert_eq!(app.data.count("member_links"), 0);
    assert!(!app.data.dump("organisation_members").contains("stadtpark"));
    let page = editor
        .get(&format!("/desk/organisations/{party}/members/new"))
        .await;
    let faulty = editor
        .press(&page, "member-add-button", &[("email", "kim")])
        .await;
    faulty.expect(422).says("mindestens eine Aufgabe");
    assert_eq!(faulty.attributes("#email", "value"), ["kim"]);
}

#[actix_web::test]
async fn a_refusal_needs_a_reason_and_can_be_taken_back() {
    let app = TestApp::new().await;
    let (party, _) = made_as(&app, "Radclub", "kim@radclub.example", State::Waiting);
    let editor = app.staff("editor");
    let url = format!("/desk/organisations/{party}");
    let page = editor.get(&format!("{url}/refusal")).await;
    let empty = editor.press(&page, "organisation-refuse", &[]).await;
    empty.expect(422).says("Schreiben Sie bitte einen Grund");
    let reason = [("reason", "Den Verein gibt es nicht.")];
    editor
        .press(&page, "organisation-refuse", &reason)
        .await
        .expect(303);
    editor
        .press(&page, "organisation-refuse", &reason)
        .await
        .expect(303);
    assert_eq!(app.data.count("outbox"), 1);
    assert!(
        app.data
            .dump("outbox")
            .contains("Den Verein gibt es nicht.")
    );
    let page = editor.get(&url).await;
    editor
        .press(&page, "organisation-open", &[])
        .await
        .expect(303);
    assert_eq!(app.data.count("organisations WHERE state = 'waiting'"), 1);
}
