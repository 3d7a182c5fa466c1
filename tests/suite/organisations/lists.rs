//! The list of a consultation: known ones, a table, mails, answers.

use chrono::TimeDelta;
use trialog::base::db::Outcome;

use super::{LIST, come_in, known, made, mailed_links};
use crate::support::answer::Answer;
use crate::support::app::TestApp;
use crate::support::visitor::Visitor;

/// Puts all known organisations onto the list.
async fn add_all(editor: &Visitor) {
    let page = editor.get(&format!("{LIST}/add")).await;
    let ids = page.expect(200).attributes("input[name=pick]", "value");
    let picked: Vec<_> = ids.iter().map(|id| ("pick", id.as_str())).collect();
    editor.press(&page, "add-button", &picked).await.expect(303);
}

/// Sends the mails that can go out; `to`: `first` or `again`.
async fn write(editor: &Visitor, to: &str) -> Answer {
    let page = editor.get(&format!("{LIST}/letters/{to}")).await;
    if page.status.as_u16() == 303 {
        return page;
    }
    editor.press(&page, "letters-send", &[]).await
}

#[actix_web::test]
async fn known_organisations_are_invited_once_and_reminded_until_they_answer() {
    let app = TestApp::new().await;
    known(&app);
    made(&app, "Sportverein", "vera@sport.example");
    let editor = app.staff("editor");
    let page = editor.get(&format!("{LIST}/add")).await;
    editor
        .press(&page, "add-button", &[])
        .await
        .expect(422)
        .says("mindestens eine");
    add_all(&editor).await;
    let first = editor.get(&format!("{LIST}/letters/first")).await;
    first.expect(200).says("post@sport.example");
    for _ in 0..2 {
        editor.press(&first, "letters-send", &[]).await.expect(303);
    }
    assert_eq!(app.data.count("outbox"), 2);
    // Nobody is reminded on the same day.
    write(&editor, "again").await.expect(303);
    assert_eq!(app.data.count("outbox"), 2);
    let links = mailed_links(&app, "/organisation/invitation/");
    let visitor = app.visitor();
    for _ in 0..2 {
        visitor
            .get(&links[0])
            .await
            .expect(200)
            .says("Ja, wir nehmen teil");
    }
    assert_eq!(
        app.data
            .count("organisation_invitations WHERE taken_up_at IS NOT NULL"),
        0
    );
    let undecided = visitor.get(&links[0]).await;
    visitor
        .press(&undecided, "invited-decline-button", &[])
        .await
        .expect(303);
    let page = editor.get(LIST).await;
    page.expect(200).says("abgesagt");
    let now = app.clock.now();
    for id in app.data.db.due_mails(now, 100).await.unwrap() {
        app.data
            .db
            .settle_mail(&id, now, Outcome::Sent)
            .await
            .unwrap();
    }
    app.clock.advance(TimeDelta::hours(13));
    // Her session has ended meanwhile.
    let editor = app.staff("editor");
    write(&editor, "again").await.expect(303);
    assert_eq!(app.data.count("outbox"), 3);
    // A refusal can be taken back; whoever acts for it signs in.
    let page = visitor.get(&links[0]).await;
    visitor
        .press(&page, "invited-again-button", &[])
        .await
        .expect(303);
    let page = visitor.get(&links[0]).await;
    let done = visitor.press(&page, "invited-join-known-button", &[]).await;
    assert!(
        done.expect(303)
            .location()
            .starts_with("/organisation/sign-in")
    );
    let takes_part =
        "organisation_invitations WHERE taken_up_at IS NOT NULL AND declined_at IS NULL";
    assert_eq!(app.data.count(takes_part), 1);
    // Whoever still has the letter open cannot decline for those who take part.
    let late = visitor
        .press(&undecided, "invited-decline-button", &[])
        .await;
    late.expect(303);
    assert_eq!(app.data.count(takes_part), 1);
}

#[actix_web::test]
async fn a_mail_that_fails_is_shown_and_can_be_sent_again() {
    let app = TestApp::new().await;
    known(&app);
    let editor = app.staff("editor");
    add_all(&editor).await;
    write(&editor, "first").await.expect(303);
    let now = app.clock.now();
    let id = app.data.db.due_mails(now, 100).await.unwrap().remove(0);
    let why = Outcome::Refused("550 no such user".into());
    app.data.db.settle_mail(&id, now, why).await.unwrap();
    let page = editor.get(&format!("{LIST}?mail=failed")).await;
    page.expect(200).says("nicht zustellbar");
    write(&editor, "again").await.expect(303);
    assert_eq!(app.data.count("outbox"), 2);
}

#[actix_web::test]
async fn the_first_member_comes_by_the_invitation() {
    let app = TestApp::new().await;
    let editor = app.staff("editor");
    let page = editor.get("/desk/organisations/new").await;
    let typed = [
        ("name", "Bürgerverein"),
        ("kind", "association"),
        ("email", "post@bv.example"),
    ];
    editor
        .press(&page, "organisation-save", &typed)
        .await
        .expect(303);
    add_all(&editor).await;
    write(&editor, "first").await.expect(303);
    let link = mailed_links(&app, "/organisation/invitation/").remove(0);
    let visitor = app.visitor();
    let page = visitor.get(&link).await;
    let faulty = visitor
        .press(&page, "invited-join-button", &[("email", "x")])
        .await;
    faulty.expect(422).says("Namen der Person");
    let typed = [("name", "Ada Beispiel"), ("email", "ada@bv.example")];
    let done = visitor.press(&page, "invited-join-button", &typed).await;
    done.expect(200).says("ada@bv.example");
    // Whoever else has the letter becomes nobody.
    let other = [("name", "Eve"), ("email", "eve@boese.example")];
    visitor
        .press(&page, "invited-join-button", &other)
        .await
        .expect(303);
    assert_eq!(app.data.count("organisation_members"), 1);
    let ada = come_in(&app, "ada@bv.example").await;
    ada.get("/organisation")
        .await
        .expect(200)
        .says("Sie nehmen teil");
    let list = editor.get(LIST).await;
    assert!(
        list.attributes("main tbody a", "href")
            .iter()
            .all(|url| !url.ends_with("removal"))
    );
    // A guessed link opens nothing.
    visitor
        .get("/organisation/invitation/none")
        .await
        .expect(404);
}

#[actix_web::test]
async fn a_table_is_taken_in_as_a_whole_or_not_at_all() {
    let app = TestApp::new().await;
    known(&app);
    let editor = app.staff("editor");
    let url = format!("{LIST}/import");
    let page = editor.get(&url).await;
    let bad = "Name;Art;E-Mail\nErster;Verein;a@b.example\nZweiter;Zunft;keine\n";
    let shown = editor
        .press_with_file(
            &page,
            "parties-import-look",
            ("file", "v.csv", bad.as_bytes()),
        )
        .await;
    shown.expect(422).says("Zweiter");
    assert!(!shown.body.contains("name=\"content\""));
    assert_eq!(app.data.count("organisations"), 1);
    let good = "Name;Art;Anschrift;E-Mail\n\
        FÖRDERVEREIN Stadtpark e.V.;;;neu@stadtpark.example\n\"=HYPERLINK(1)\";Firma;Weg 1;c@d.example\n";
    let shown = editor
        .press_with_file(
            &page,
            "parties-import-look",
            ("file", "v.csv", good.as_bytes()),
        )
        .await;
    shown.expect(200).says("1 neu, 1 schon bekannt");
    assert_eq!(app.data.count("organisations"), 1);
    let take = || {
        let fields: Vec<_> = ["_token", "name", "content"]
            .iter()
            .map(|name| {
                (
                    *name,
                    shown.attributes(&format!("main form input[name={name}]"), "value")[0].clone(),
                )
            })
            .chain([("act", "take".to_owned())])
            .collect();
        fields
    };
    let mut body = String::new();
    for (name, value) in take() {
        let head = format!("--limit\r\nContent-Disposition: form-data; name=\"{name}\"\r\n");
        body += &[head.as_str(), &value, ""].join("\r\n");
    }
    body += "--limit--\r\n";
    for _ in 0..2 {
        let request = actix_web::test::TestRequest::post()
            .insert_header(("content-type", "multipart/form-data; boundary=limit"))
            .set_payload(body.clone());
        editor.send(&url, request).await.expect(303);
    }
    assert_eq!(app.data.count("organisations"), 2);
    assert_eq!(app.data.count("organisation_invitations"), 2);
    assert!(
        app.data
            .dump("organisations")
            .contains("post@stadtpark.example")
    );
    for file in [&b"PK\x03\x04x"[..], b"a\0b", b"Verein\nA"] {
        let refused = editor
            .press_with_file(&page, "parties-import-look", ("file", "v.xlsx", file))
            .await;
        refused.expect(422);
    }
    for ending in ["csv", "xlsx"] {
        let template = editor.get(&format!("{LIST}/template.{ending}")).await;
        assert!(
            template
                .expect(200)
                .header("content-disposition")
                .ends_with(&format!(".{ending}\""))
        );
    }
}
