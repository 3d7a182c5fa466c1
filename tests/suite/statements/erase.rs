//! A person has her statement deleted: everything goes but number and day.

use chrono::TimeDelta;

use super::desk::REGISTER;
use super::{attach, begun, hand_in, handed_in, sign, write};
use crate::support::app::TestApp;
use crate::support::visitor::Visitor;

pub async fn erase(person: &Visitor, home: &str) {
    let page = person.get(&format!("{home}/erasure")).await;
    let unsure = person
        .press(page.expect(200), "statement-erase-button", &[])
        .await;
    unsure.expect(422).says("Setzen Sie bitte das Häkchen");
    let sure = [("sure", "yes")];
    let done = person.press(&page, "statement-erase-button", &sure).await;
    assert_eq!(
        done.expect(303).location(),
        format!("{home}?said=said-statement-erased")
    );
}

const TABLES: [&str; 9] = [
    "statements",
    "statement_versions",
    "statement_parts",
    "statement_submitters",
    "statement_files",
    "statement_addresses",
    "statement_decisions",
    "outbox",
    "journal",
];

#[actix_web::test]
async fn everything_goes_and_number_and_day_stay() {
    let app = TestApp::new().await;
    let (kim, home) = handed_in(&app, "Geheime Bänke.").await;
    // A second version with a file, published, and a draft of a third.
    let page = kim.get(&home).await;
    kim.press(&page, "statement-replace", &[]).await.expect(303);
    attach(
        &kim,
        &format!("{home}/files"),
        "Plan.pdf",
        b"%PDF-1.7 Geheim",
    )
    .await
    .expect(303);
    let consents = [("may_publish", "yes"), ("names_nobody", "yes")];
    hand_in(&kim, &home, &consents).await.expect(303);
    let editor = app.staff("editor");
    app.clock.advance(TimeDelta::minutes(1));
    let page = editor.get(&format!("{REGISTER}/1/publication")).await;
    let typed = [("outcome", "published"), ("reason", "Einverstanden.")];
    editor
        .press(page.expect(200), "statement-desk-decide", &typed)
        .await
        .expect(303);
    let everyone = app.visitor();
    let public = "/consultations/ziele/statements";
    everyone
        .get(&format!("{public}/1"))
        .await
        .expect(200)
        .says("Geheime Bänke.");
    let page = kim.get(&home).await;
    kim.press(&page, "statement-replace", &[]).await.expect(303);
    write(&kim, &home, "whole", "Noch geheimere Bänke.")
        .await
        .expect(303);
    // Long after the deadline.
    app.clock.advance(TimeDelta::days(200));
    erase(&kim, &home).await;
    let left = TABLES.map(|table| app.data.dump(table)).concat();
    for gone in ["eheim", "Kim", "kim@", "Plan.pdf"] {
        assert!(!left.contains(gone), "{gone}: {left}");
    }
    assert_eq!(app.data.count("statement_versions"), 1);
    assert_eq!(app.data.count("outbox"), 0);
    everyone.get(&format!("{public}/1")).await.expect(404);
    let list = everyone.get(public).await;
    list.expect(200).hides("Eine Stellungnahme ist eingegangen");
    kim.get(&home)
        .await
        .expect(200)
        .says("Ihre Stellungnahme ist gelöscht")
        .says("Nummer 1");
    for rest in [
        "/receipt",
        "/review",
        "/parts/whole",
        "/withdrawal",
        "/erasure",
    ] {
        let lead = kim.get(&format!("{home}{rest}")).await;
        assert_eq!(lead.expect(303).location(), home, "{rest}");
    }
    let code = home.trim_end_matches("/statement");
    let all = kim.get(&format!("{code}/contributions")).await;
    all.expect(200).says("Gelöscht auf Wunsch");
    kim.get(&format!("{code}/data.json")).await.expect(200);
    kim.get(&format!("{code}/data.txt")).await.expect(200);
    let editor = app.staff("editor");
    let register = editor.get(REGISTER).await;
    register.expect(200).says("Gelöscht auf Wunsch");
    let narrowed = editor.get(&format!("{REGISTER}?state=erased")).await;
    assert_eq!(narrowed.all("tbody tr").len(), 1);
    let table = editor.get(&format!("{REGISTER}/register.csv")).await;
    assert!(table.expect(200).body.contains("Gelöscht auf Wunsch"));
    let one = editor.get(&format!("{REGISTER}/1")).await;
    one.expect(200).says("Der Inhalt ist gelöscht");
    assert!(one.links().iter().all(|link| !link.contains("publication")));
    editor
        .get(&format!("{REGISTER}/1/publication"))
        .await
        .expect(404);
}

#[actix_web::test]
async fn what_waits_in_the_outbox_about_it_goes_too_and_the_next_number_is_the_next() {
    let app = TestApp::new().await;
    let (kim, home) = handed_in(&app, "Mehr Bänke.").await;
    let (robin, other) = handed_in(&app, "Mehr Schatten.").await;
    assert_eq!(app.data.count("outbox"), 2);
    erase(&kim, &home).await;
    assert_eq!(app.data.count("outbox"), 1);
    robin
        .get(&format!("{other}/receipt"))
        .await
        .expect(200)
        .says("Mehr Schatten.");
    let (_, third) = handed_in(&app, "Mehr Wasser.").await;
    let receipt = robin.get(&format!("{third}/receipt")).await;
    receipt.expect(200).says("Nummer 3");
}

#[actix_web::test]
async fn a_draft_alone_is_thrown_away_instead() {
    let app = TestApp::new().await;
    let (kim, home) = begun(&app).await;
    write(&kim, &home, "whole", "Nur ein Entwurf.")
        .await
        .expect(303);
    sign(&kim, &home, "Kim", "").await.expect(303);
    let lead = kim.get(&format!("{home}/erasure")).await;
    assert_eq!(lead.expect(303).location(), home);
}
