//! Mails, language, address, data, the end.

use super::{ANNA, add, asked, mailed, resident, switch};
use crate::support::app::TestApp;
use crate::support::visitor::Visitor;
use crate::survey::one_mark;

const NEW: &str = "anna@neu.example";

async fn asks_for(anna: &Visitor, address: &str) -> crate::support::answer::Answer {
    let page = anna.get("/my/settings").await;
    let typed = [("email", address)];
    anna.press(page.expect(200), "my-address-ask", &typed).await
}

#[actix_web::test]
async fn mails_about_a_consultation_are_switched_on_and_off() {
    let app = TestApp::new().await;
    let anna = resident(&app, ANNA).await;
    let said = switch(&anna, "my-notice-on-button").await;
    assert_eq!(
        said.expect(303).location(),
        "/my?said=said-notices-on#notices"
    );
    let confirmed = "subscriptions WHERE confirmed_at IS NOT NULL";
    assert_eq!(app.data.count(confirmed), 1);
    // No further mail asks for an address that is confirmed.
    assert_eq!(app.data.count("outbox WHERE kind = 'subscription'"), 0);
    let my = anna.get("/my").await;
    my.says("sobald sich etwas tut");
    let mut links = my.links().into_iter();
    let settings = links.find(|link| link.starts_with("/subscriptions/"));
    anna.get(&settings.unwrap()).await.expect(200);
    switch(&anna, "my-notice-off-button").await.expect(303);
    assert_eq!(app.data.count("subscriptions"), 0);
    anna.get("/my").await.says("Keine Nachrichten");
}

#[actix_web::test]
async fn a_subscription_made_without_an_account_is_seen_and_ended_there() {
    let app = TestApp::new().await;
    let form = app.visitor();
    let page = form.get("/consultations/ziele/subscribe").await;
    let typed = [("address", "ANNA@lindenau.example"), ("pace", "weekly")];
    form.press(&page, "subscribe-button", &typed).await;
    let anna = resident(&app, ANNA).await;
    anna.get("/my").await.says("noch nicht bestätigt");
    switch(&anna, "my-notice-on-button").await.expect(303);
    anna.get("/my").await.says("einmal in der Woche");
    assert_eq!(app.data.count("subscriptions"), 1);
    switch(&anna, "my-notice-off-button").await.expect(303);
    assert_eq!(app.data.count("subscriptions"), 0);
    // Nobody else's are hers.
    let page = form.get("/consultations/ziele/subscribe").await;
    let typed = [("address", "berta@lindenau.example"), ("pace", "weekly")];
    form.press(&page, "subscribe-button", &typed).await;
    anna.get("/my").await.says("Keine Nachrichten");
}

#[actix_web::test]
async fn mails_come_in_the_language_she_has_chosen() {
    let app = TestApp::new().await;
    let anna = resident(&app, ANNA).await;
    switch(&anna, "my-notice-on-button").await.expect(303);
    let page = anna.get("/my/settings").await;
    let typed = [("language", "en")];
    let said = anna.press(&page, "subscription-save", &typed).await;
    assert_eq!(
        said.expect(303).location(),
        "/my/settings?said=said-resident-saved"
    );
    assert_eq!(app.data.count("subscriptions WHERE lang = 'en'"), 1);
    asked(&app.visitor(), ANNA).await.expect(303);
    let english = "outbox WHERE subject = 'Your link to “My contributions”'";
    assert_eq!(app.data.count(english), 1);
}

#[actix_web::test]
async fn a_new_address_counts_once_it_is_confirmed_and_takes_the_mails_along() {
    let app = TestApp::new().await;
    let anna = resident(&app, ANNA).await;
    switch(&anna, "my-notice-on-button").await.expect(303);
    asks_for(&anna, "anna@").await.expect(422);
    let sent = asks_for(&anna, NEW).await;
    assert_eq!(sent.expect(303).location(), "/my/settings?sent=yes#address");
    let link = mailed(&app, "/my/address/");
    app.visitor().get(&link).await.expect(200).says(NEW);
    anna.get("/my").await.says(ANNA);
    // It lets nobody in.
    let secret = link.rsplit('/').next().unwrap();
    anna.get(&format!("/my/sign-in/{secret}")).await.expect(404);
    let page = anna.get(&link).await;
    let done = anna.press(&page, "my-address-button", &[]).await;
    done.expect(200).says(NEW);
    anna.get("/my").await.says(NEW).hides(ANNA);
    anna.get(&link).await.expect(404);
    assert_eq!(
        app.data
            .count("subscriptions WHERE address = 'anna@neu.example'"),
        1
    );
    assert_eq!(
        app.data
            .count("outbox WHERE kind = 'resident-moved' AND recipient = 'anna@lindenau.example'"),
        1
    );
    switch(&anna, "my-notice-off-button").await.expect(303);
    assert_eq!(app.data.count("subscriptions"), 0);
}

#[actix_web::test]
async fn an_address_of_another_account_is_not_taken_from_it() {
    let app = TestApp::new().await;
    resident(&app, NEW).await;
    let anna = resident(&app, ANNA).await;
    let sent = asks_for(&anna, NEW).await;
    assert_eq!(sent.expect(303).location(), "/my/settings?sent=yes#address");
    let page = anna.get(&mailed(&app, "/my/address/")).await;
    let told = anna.press(&page, "my-address-button", &[]).await;
    told.expect(409).says("gehört schon zu einem Konto");
    assert_eq!(app.data.count("resident_accounts"), 2);
    anna.get("/my").await.says(ANNA);
}

#[actix_web::test]
async fn everything_in_an_account_can_be_taken_along() {
    let app = TestApp::new().await;
    let (_, home) = one_mark(&app, "bolder").await;
    let anna = resident(&app, ANNA).await;
    add(&anna, &home[3..]).await.expect(303);
    switch(&anna, "my-notice-on-button").await.expect(303);
    let json = anna.get("/my/data.json").await;
    assert_eq!(json.expect(200).header("cache-control"), "no-store");
    let all: serde_json::Value = serde_json::from_str(&json.body).unwrap();
    assert_eq!(all["account"]["address"], ANNA);
    assert_eq!(all["mails"][0]["consultation"], "ziele");
    assert_eq!(all["contributions"][0]["code"], home[3..]);
    let given = &all["contributions"][0]["given"];
    assert_eq!(given["answers"][0]["question"], "sz-baeume");
    let text = anna.get("/my/data.txt").await;
    let text = &text.expect(200).body;
    assert!(text.contains(ANNA) && text.contains("\r\n"), "{text}");
    assert!(text.contains(&home[3..7].to_uppercase()), "{text}");
}

#[actix_web::test]
async fn an_erased_account_leaves_nothing_and_the_contributions_stay() {
    let app = TestApp::new().await;
    let (visitor, home) = one_mark(&app, "right").await;
    let anna = resident(&app, ANNA).await;
    let other = resident(&app, ANNA).await;
    add(&anna, &home[3..]).await.expect(303);
    switch(&anna, "my-notice-on-button").await.expect(303);
    asks_for(&anna, NEW).await.expect(303);
    let page = anna.get("/my/erasure").await;
    page.expect(200).says(ANNA).says_code(&home);
    let unsure = anna.press(&page, "my-erase-button", &[]).await;
    unsure.expect(422).says("Setzen Sie bitte den Haken");
    assert_eq!(app.data.count("resident_accounts"), 1);
    let typed = [("sure", "yes")];
    let gone = anna.press(&page, "my-erase-button", &typed).await;
    assert_eq!(
        gone.expect(303).location(),
        "/my/sign-in?said=said-resident-erased"
    );
    for table in [
        "resident_accounts",
        "resident_codes",
        "resident_sessions",
        "resident_links",
        "subscriptions",
    ] {
        assert_eq!(app.data.count(table), 0, "{table}");
    }
    assert_eq!(app.data.count("outbox WHERE kind = 'resident-erased'"), 1);
    other.get("/my").await.expect(303);
    visitor
        .get(&format!("{home}/contributions"))
        .await
        .expect(200)
        .says("abgeschickt am");
    assert!(!app.data.dump("journal").contains("anna"));
}
