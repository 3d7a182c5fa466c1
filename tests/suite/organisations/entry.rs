//! Registering, coming in, one's own page.

use chrono::TimeDelta;

use super::{come_in, known, made, mailed_link, mailed_links};
use crate::support::app::TestApp;

const REGISTER: &str = "/consultations/ziele/organisation";

const TYPED: [(&str, &str); 5] = [
    ("name", "Radclub Lindenau"),
    ("kind", "association"),
    ("postal_address", "Am Ufer 1"),
    ("person", "Kim Beispiel"),
    ("email", "Kim@radclub.example"),
];

#[actix_web::test]
async fn an_organisation_registers_confirms_its_address_and_is_let_in() {
    let app = TestApp::new().await;
    let kim = app.visitor();
    let page = kim.get(REGISTER).await;
    let sent = kim.press(page.expect(200), "register-button", &TYPED).await;
    sent.expect(200).says("kim@radclub.example");
    assert_eq!(app.data.count("organisations"), 0);
    let link = mailed_link(&app);
    // A mail program that looks at the link changes nothing.
    for _ in 0..3 {
        app.visitor().get(&link).await.expect(200);
    }
    assert_eq!(app.data.count("organisations"), 0);
    let page = kim.get(&link).await;
    let done = kim.press(&page, "registration-button", &[]).await;
    assert!(done.expect(303).location().starts_with("/organisation"));
    kim.get("/organisation").await.expect(200).says("prüfen");
    kim.get(&link).await.expect(404);
    assert_eq!(app.data.count("organisation_registrations"), 0);
    assert_eq!(app.data.count("organisation_invitations"), 0);

    let editor = app.staff("editor");
    editor.get("/desk").await.expect(200).says("wartet auf");
    let list = editor.get("/desk/organisations?state=waiting").await;
    let url = list
        .expect(200)
        .attributes("main tbody a", "href")
        .remove(0);
    let page = editor.get(&url).await;
    editor
        .press(&page, "organisation-confirm", &[])
        .await
        .expect(303);
    assert!(app.data.dump("outbox").contains("organisation-confirmed"));
    assert_eq!(
        app.data
            .count("organisation_invitations WHERE taken_up_at IS NOT NULL"),
        1
    );
    kim.get("/organisation")
        .await
        .expect(200)
        .says("Sie nehmen teil");
    let journal = app.data.dump("journal");
    assert!(journal.contains("organisation.manage"));
    assert!(
        !journal.contains("radclub") && !journal.contains("Beispiel"),
        "{journal}"
    );
}

#[actix_web::test]
async fn a_form_with_faults_keeps_what_was_typed_and_hostile_text_is_harmless() {
    let app = TestApp::new().await;
    let kim = app.visitor();
    let page = kim.get(REGISTER).await;
    let long = "x".repeat(200);
    let typed = [
        ("name", long.as_str()),
        ("postal_address", "<script>alert(1)</script>"),
        ("email", "a@b.example\r\nBcc: c@d.example"),
    ];
    let again = kim.press(&page, "register-button", &typed).await;
    again.expect(422).says("Bis zu 150 Zeichen");
    assert_eq!(again.attributes("#name", "value"), [long]);
    assert!(again.body.contains("&lt;script&gt;"));
    assert_eq!(app.data.count("outbox"), 0);
    let nul = [
        ("name", "Rad\0club"),
        ("kind", "other"),
        ("person", "K"),
        ("email", "k@r.example"),
    ];
    kim.press(&page, "register-button", &nul).await.expect(200);
    assert_eq!(app.data.count("outbox"), 1);
}

#[actix_web::test]
async fn registering_has_a_budget_of_mails() {
    let app = TestApp::with(crate::support::town::CONSULTATION, |config| {
        config.mail.public_per_hour = 20;
    })
    .await;
    let ask = async |n: usize| {
        let visitor = app.visitor();
        let page = visitor.get(REGISTER).await;
        let email = format!("kim{n}@radclub.example");
        let mut typed = TYPED;
        typed[4].1 = email.as_str();
        visitor.press(&page, "register-button", &typed).await
    };
    for n in 0..20 {
        app.clock.advance(TimeDelta::seconds(60));
        ask(n).await.expect(200);
    }
    let busy = ask(20).await;
    busy.expect(422).says("in einer Stunde");
    assert_eq!(busy.attributes("#name", "value"), ["Radclub Lindenau"]);
    assert_eq!(app.data.count("outbox"), 20);
    app.clock.advance(TimeDelta::minutes(42));
    ask(21).await.expect(200);
}

#[actix_web::test]
async fn the_page_says_the_same_whether_an_address_is_known_or_not() {
    let app = TestApp::new().await;
    known(&app);
    let ask = async |email: &str| {
        let visitor = app.visitor();
        let page = visitor.get("/organisation/sign-in").await;
        let sent = visitor
            .press(&page, "organisation-sign-in-button", &[("email", email)])
            .await;
        sent.expect(200).main().replace(email, "X")
    };
    assert_eq!(
        ask("kim@stadtpark.example").await,
        ask("kim@niemand.example").await
    );
    assert_eq!(app.data.count("outbox"), 1);
    // Whoever registers with a known address gets a link to come in instead.
    let visitor = app.visitor();
    let page = visitor.get(REGISTER).await;
    let mut typed = TYPED;
    typed[4].1 = "kim@stadtpark.example";
    let sent = visitor.press(&page, "register-button", &typed).await;
    sent.expect(200);
    assert_eq!(app.data.count("organisation_registrations"), 0);
    assert_eq!(mailed_links(&app, "/organisation/sign-in/").len(), 2);
    // Nobody's mailbox is filled.
    for _ in 0..9 {
        ask("kim@stadtpark.example").await;
        app.clock.advance(TimeDelta::seconds(1));
    }
    assert_eq!(app.data.count("outbox"), 5);
}

#[actix_web::test]
async fn a_link_lets_in_once_and_never_to_the_desk() {
    let app = TestApp::new().await;
    let (party, _) = known(&app);
    let kim = come_in(&app, "kim@stadtpark.example").await;
    kim.get("/organisation").await.expect(200).says("Stadtpark");
    let link = mailed_links(&app, "/organisation/sign-in/").remove(0);
    app.visitor().get(&link).await.expect(404);
    // Neither with her own cookie nor with the same secret under the desk's name.
    assert!(kim.open("/desk").await.url.starts_with("/sign-in"));
    let secret = link.rsplit('/').next().unwrap();
    let other = app.visitor();
    for name in ["session", "member"] {
        other.keep_cookie(name, secret);
    }
    assert!(other.open("/desk").await.url.starts_with("/sign-in"));
    assert_eq!(
        other.open("/organisation").await.url,
        "/organisation/sign-in"
    );
    // Staff are nobody here.
    let editor = app.staff_with(&["editor", "admin"]);
    assert_eq!(
        editor.open("/organisation").await.url,
        "/organisation/sign-in"
    );
    // Taken off, she is out at once.
    assert_eq!(app.data.count("organisations WHERE state = 'confirmed'"), 1);
    let page = editor
        .get(&format!("/desk/organisations/{party}/closing"))
        .await;
    editor
        .press(&page, "organisation-close", &[])
        .await
        .expect(303);
    assert_eq!(kim.open("/organisation").await.url, "/organisation/sign-in");
    assert_eq!(app.data.count("member_sessions"), 0);
}

#[actix_web::test]
async fn a_session_and_a_link_run_out_and_signing_out_ends_it() {
    let app = TestApp::new().await;
    known(&app);
    let kim = come_in(&app, "kim@stadtpark.example").await;
    let page = kim.get("/").await;
    assert_eq!(page.expect(200).header("cache-control"), "no-store");
    assert!(page.body.contains("Ihre Organisation"));
    kim.press(&page, "desk-sign-out", &[]).await.expect(303);
    let page = kim.get("/").await;
    page.expect(200).hides("Ihre Organisation");
    assert_eq!(kim.open("/organisation").await.url, "/organisation/sign-in");
    let kim = come_in(&app, "kim@stadtpark.example").await;
    app.clock.advance(TimeDelta::hours(11));
    kim.get("/organisation").await.expect(200);
    app.clock.advance(TimeDelta::hours(13));
    assert_eq!(kim.open("/organisation").await.url, "/organisation/sign-in");
    let visitor = app.visitor();
    let page = visitor.get("/organisation/sign-in").await;
    let typed = [("email", "kim@stadtpark.example")];
    visitor
        .press(&page, "organisation-sign-in-button", &typed)
        .await;
    app.clock.advance(TimeDelta::hours(25));
    let link = mailed_links(&app, "/organisation/sign-in/").pop().unwrap();
    visitor.get(&link).await.expect(404);
}

#[actix_web::test]
async fn what_was_typed_when_a_session_was_over_is_sent_after_coming_in_again() {
    let app = TestApp::new().await;
    known(&app);
    made(&app, "Sportverein", "vera@sport.example");
    let kim = come_in(&app, "kim@stadtpark.example").await;
    let page = kim.get("/organisation").await;
    app.clock.advance(TimeDelta::hours(13));
    let typed = [
        ("name", "Lena Lindenbaum"),
        ("email", "lena@stadtpark.example"),
        ("duties", "author"),
    ];
    let over = kim.press(&page, "member-add-button", &typed).await;
    over.expect(401).says("Lena Lindenbaum");
    let email = [("email", "kim@stadtpark.example")];
    let sent = kim
        .press(&over, "organisation-sign-in-button", &email)
        .await;
    sent.expect(200).says("Lena Lindenbaum");
    let early = kim.press(&sent, "member-again-go-on", &[]).await;
    early.expect(422).says("Sie sind noch nicht angemeldet");
    // The link is opened in another tab of the same browser.
    let link = mailed_links(&app, "/organisation/sign-in/").pop().unwrap();
    let page = kim.get(&link).await;
    kim.press(&page, "enter-button", &[]).await.expect(303);
    let page = kim.press(&early, "member-again-go-on", &[]).await;
    page.expect(200).says("Lena Lindenbaum");
    assert_eq!(app.data.count("organisation_members"), 2);
    kim.press(&page, "continue-button", &[]).await.expect(303);
    assert_eq!(app.data.count("organisation_members"), 3);
    // Nobody else gets it, and nobody can make one up.
    let vera = come_in(&app, "vera@sport.example").await;
    let other = vera.press(&early, "member-again-go-on", &[]).await;
    assert_eq!(other.expect(303).location(), "/organisation");
    let made_up = [("kept", "x.y")];
    let refused = vera.press(&early, "member-again-go-on", &made_up).await;
    refused.expect(400);
}

#[actix_web::test]
async fn a_signatory_adds_colleagues_and_somebody_acts_for_two() {
    let app = TestApp::new().await;
    known(&app);
    made(&app, "Sportverein", "vera@sport.example");
    let kim = come_in(&app, "kim@stadtpark.example").await;
    let page = kim.get("/organisation").await;
    let typed = [
        ("name", "Vera Muster"),
        ("email", "vera@sport.example"),
        ("duties", "author"),
    ];
    kim.press(&page, "member-add-button", &typed)
        .await
        .expect(303);
    let again = kim.press(&page, "member-add-button", &typed).await;
    again.expect(422).says("gehört schon");
    let visitor = app.visitor();
    let page = visitor.get("/organisation/sign-in").await;
    let typed = [("email", "vera@sport.example")];
    visitor
        .press(&page, "organisation-sign-in-button", &typed)
        .await;
    // One mail, a link for each.
    let links = mailed_links(&app, "/organisation/sign-in/");
    let vera = app.visitor();
    let page = vera.get(&links[links.len() - 2]).await;
    page.expect(200).says("Stadtpark");
    vera.press(&page, "enter-button", &[]).await.expect(303);
    let own = vera.get("/organisation").await;
    // She writes; whom else to let in is not hers to decide.
    assert!(!own.expect(200).body.contains("name=\"duties\""));
    vera.get(&links[links.len() - 1])
        .await
        .expect(200)
        .says("Sportverein");
}
