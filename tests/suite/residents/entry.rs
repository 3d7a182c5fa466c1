//! Coming in and going out.

use chrono::TimeDelta;
use trialog::resident::page::round::round;

use super::{ANNA, asked, come_in, mailed, resident};
use crate::support::app::TestApp;

#[actix_web::test]
async fn an_account_begins_with_a_press_on_the_page_of_a_link_and_not_before() {
    let app = TestApp::new().await;
    let anna = app.visitor();
    let away = anna.get("/my").await;
    assert_eq!(away.expect(303).location(), "/my/sign-in");
    asked(&anna, ANNA).await.expect(303);
    anna.get("/my/sign-in?sent=yes").await.says("Postfach");
    let link = mailed(&app, "/my/sign-in/");
    // A mail program that looks at the link changes nothing.
    for _ in 0..3 {
        app.visitor().get(&link).await.expect(200).says(ANNA);
    }
    assert_eq!(app.data.count("resident_accounts"), 0);
    let page = anna.get(&link).await;
    let inside = anna.press(&page, "my-enter-new-button", &[]).await;
    assert_eq!(inside.expect(303).location(), "/my");
    let cookie = inside.cookies().join(" ");
    assert!(cookie.contains("HttpOnly") && cookie.contains("SameSite=Lax"));
    anna.get("/my")
        .await
        .expect(200)
        .says(ANNA)
        .says("Noch keine");
    // It works once, and its secret lies nowhere.
    anna.get(&link).await.expect(404).says("gilt nicht mehr");
    anna.press(&page, "my-enter-new-button", &[])
        .await
        .expect(404);
    let secret = link.rsplit('/').next().unwrap();
    assert!(!app.data.dump("resident_links").contains(secret));
    assert_eq!(app.data.count("resident_accounts"), 1);
    assert_eq!(app.data.count("journal WHERE actor LIKE '%resident%'"), 0);
    assert!(!app.data.dump("journal").contains("anna"));
}

#[actix_web::test]
async fn a_known_address_hears_the_same_and_comes_into_the_same_account() {
    let app = TestApp::new().await;
    resident(&app, ANNA).await;
    let first = app.data.dump("outbox");
    let again = app.visitor();
    let known = asked(&again, "Anna@Lindenau.example").await;
    let unknown = asked(&app.visitor(), "berta@lindenau.example").await;
    assert_eq!(known.expect(303).location(), unknown.expect(303).location());
    assert!(first.contains("resident-link"));
    assert_eq!(app.data.count("outbox WHERE kind = 'resident-link'"), 3);
    come_in(&app, &again, "Anna@Lindenau.example").await;
    assert_eq!(app.data.count("resident_accounts"), 1);
    assert_eq!(app.data.count("resident_sessions"), 2);
}

#[actix_web::test]
async fn a_link_is_over_after_half_an_hour_and_forgotten_with_its_address_after_one() {
    let app = TestApp::new().await;
    let anna = app.visitor();
    asked(&anna, ANNA).await.expect(303);
    let link = mailed(&app, "/my/sign-in/");
    app.clock.advance(TimeDelta::minutes(29));
    let page = anna.get(&link).await;
    page.expect(200);
    app.clock.advance(TimeDelta::minutes(1));
    anna.get(&link).await.expect(404);
    anna.press(&page, "my-enter-new-button", &[])
        .await
        .expect(404);
    round(&app.site, &app.data.db).await.unwrap();
    assert_eq!(app.data.count("resident_links"), 1);
    app.clock.advance(TimeDelta::minutes(30));
    round(&app.site, &app.data.db).await.unwrap();
    assert_eq!(app.data.count("resident_links"), 0);
    assert_eq!(app.data.count("resident_accounts"), 0);
}

#[actix_web::test]
async fn nobody_is_flooded_with_links_and_what_is_no_address_is_said_at_its_field() {
    let app = TestApp::new().await;
    for _ in 0..8 {
        // Each from a connection of its own, minutes apart: only the budget of the address counts.
        asked(&app.visitor(), ANNA).await;
    }
    let sent = app.data.count("outbox WHERE kind = 'resident-link'");
    assert!((1..=5).contains(&sent), "{sent} mails");
    for odd in ["anna@", "a@b.example\r\nBcc: c@d.example", ""] {
        let page = asked(&app.visitor(), odd).await;
        page.expect(422);
        let shown: String = odd.chars().filter(|c| !c.is_control()).collect();
        assert_eq!(page.attributes("#email", "value"), [shown]);
    }
    assert!(!app.data.dump("outbox").contains("c@d.example"));
}

#[actix_web::test]
async fn signing_out_ends_the_session_and_what_was_typed_later_stays() {
    let app = TestApp::new().await;
    let anna = resident(&app, ANNA).await;
    let page = anna.get("/my").await;
    // The head of every page leads to the account, and surveys go on without it.
    anna.get("/").await.expect(200);
    let out = anna.press(&page, "desk-sign-out", &[]).await;
    assert_eq!(
        out.expect(303).location(),
        "/my/sign-in?said=said-signed-out"
    );
    assert_eq!(app.data.count("resident_sessions"), 0);
    let typed = [("code", "K7MQ 4T2X 9HRD W3PA 6N5E JV8B C2")];
    let late = anna.press(&page, "my-add-button", &typed).await;
    late.expect(401).says(typed[0].1).says("zu lange weg");
}

#[actix_web::test]
async fn a_session_ends_when_nobody_uses_it_and_opens_nothing_else() {
    let app = TestApp::new().await;
    let anna = resident(&app, ANNA).await;
    for closed in ["/desk", "/organisation"] {
        anna.get(closed).await.expect(303);
    }
    app.clock.advance(TimeDelta::hours(11));
    anna.get("/my").await.expect(200);
    app.clock.advance(TimeDelta::hours(11));
    anna.get("/my").await.expect(200);
    app.clock.advance(TimeDelta::hours(12));
    anna.get("/my").await.expect(303);
    round(&app.site, &app.data.db).await.unwrap();
    assert_eq!(app.data.count("resident_sessions"), 0);
}
