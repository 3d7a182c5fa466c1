//! Addresses of those who sign: a link first, the text only after somebody has said that the address is hers.

use chrono::TimeDelta;

use super::desk::REGISTER;
use super::{TABLE, begun, hand_in, handed_in, sign, write};
use crate::organisations::come_in;
use crate::support::app::TestApp;

/// The newest link that confirms an address.
pub fn link(app: &TestApp) -> String {
    let mails = app.data.dump("outbox");
    let at = mails.rfind("/statement-address/").unwrap();
    let rest = mails[at..].chars();
    rest.take_while(|c| c.is_ascii_alphanumeric() || "/-_".contains(*c))
        .collect()
}

#[actix_web::test]
async fn nothing_that_was_typed_goes_to_an_address_before_it_is_confirmed() {
    let app = TestApp::new().await;
    let (kim, home) = handed_in(&app, "Mehr Bänke.").await;
    let first = app.data.dump("outbox");
    assert_eq!(app.data.count("outbox"), 1);
    assert!(!first.contains("Bänke") && !first.contains("Kim Beispiel"));
    let code = home
        .trim_start_matches("/p/")
        .trim_end_matches("/statement");
    assert!(!first.contains(code), "no mail opens the statement");
    let receipt = kim.get(&format!("{home}/receipt")).await;
    receipt
        .expect(200)
        .says("Nummer 1")
        .says("E-Mail unterwegs")
        .says("bestätigen Sie Ihre Adresse");
    let editor = app.staff("editor");
    let register = editor.get(REGISTER).await;
    register.expect(200).says("Adresse noch nicht bestätigt");
    // A program that looks at links changes nothing.
    let reader = app.visitor();
    let link = link(&app);
    for _ in 0..2 {
        let page = reader.get(&link).await;
        page.expect(200)
            .says("kim@stadtpark.example")
            .hides("Bänke");
    }
    assert_eq!(app.data.count("outbox"), 1);
    let page = reader.get(&link).await;
    let done = reader.press(&page, "statement-address-button", &[]).await;
    done.expect(200).says("Ihre Adresse ist bestätigt");
    let mails = app.data.dump("outbox");
    assert!(mails.contains("Mehr Bänke.") && mails.contains("Nummer: 1"));
    assert!(!mails.contains(code));
    // It works once.
    let again = reader.press(&page, "statement-address-button", &[]).await;
    again.expect(200).says("schon bestätigt");
    reader.get(&link).await.expect(200).says("schon bestätigt");
    assert_eq!(app.data.count("outbox"), 2);
    let receipt = kim.get(&format!("{home}/receipt")).await;
    receipt.expect(200).says("Bestätigt");
    let one = editor.get(&format!("{REGISTER}/1")).await;
    one.expect(200).says("Adresse bestätigt");
    // The next version of the same address is receipted at once.
    let page = kim.get(&home).await;
    kim.press(&page, "statement-replace", &[]).await.expect(303);
    write(&kim, &home, "whole", "Mehr Stühle.")
        .await
        .expect(303);
    hand_in(&kim, &home, &[]).await.expect(303);
    assert!(app.data.dump("outbox").contains("Mehr Stühle."));
    // Another address has to be confirmed anew, and of the old one nothing is kept.
    let page = kim.get(&home).await;
    kim.press(&page, "statement-replace", &[]).await.expect(303);
    sign(&kim, &home, "Kim Beispiel", "neu@stadtpark.example")
        .await
        .expect(303);
    hand_in(&kim, &home, &[]).await.expect(303);
    let kept = app.data.dump("statement_addresses");
    assert!(kept.contains("neu@") && !kept.contains("kim@"), "{kept}");
}

#[actix_web::test]
async fn a_link_that_is_wrong_old_or_replaced_gets_a_clear_page() {
    let app = TestApp::new().await;
    let (kim, home) = handed_in(&app, "Mehr Bänke.").await;
    let reader = app.visitor();
    let first = link(&app);
    let gone = reader.get("/statement-address/nothing").await;
    gone.expect(404).says("gilt nicht mehr").says("zählt auch");
    let receipt = kim.get(&format!("{home}/receipt")).await;
    kim.press(&receipt, "statement-mail-again", &[])
        .await
        .expect(303);
    let second = link(&app);
    assert_ne!(first, second);
    reader.get(&first).await.expect(404);
    let page = reader.get(&second).await;
    app.clock
        .advance(TimeDelta::days(7) + TimeDelta::seconds(1));
    reader.get(&second).await.expect(404);
    let late = reader.press(&page, "statement-address-button", &[]).await;
    late.expect(404);
    assert!(!app.data.dump("outbox").contains("Mehr Bänke."));
}

#[actix_web::test]
async fn too_many_mails_stop_the_mail_and_not_the_statement() {
    let app = TestApp::with(crate::support::town::CONSULTATION, |config| {
        config.mail.public_per_hour = 1;
    })
    .await;
    let (_, _) = handed_in(&app, "Mehr Bänke.").await;
    let (robin, home) = handed_in(&app, "Mehr Schatten.").await;
    let receipt = robin.get(&format!("{home}/receipt")).await;
    receipt
        .expect(200)
        .says("Nummer 2")
        .says("Noch keine E-Mail geschickt");
    assert_eq!(app.data.count("outbox"), 1);
    app.clock.advance(TimeDelta::minutes(61));
    let sent = robin.press(&receipt, "statement-mail-again", &[]).await;
    sent.expect(303);
    assert_eq!(app.data.count("outbox"), 2);
}

#[actix_web::test]
async fn whoever_signs_for_an_organisation_beside_its_members_is_asked_too() {
    let app = TestApp::new().await;
    super::organisation::listed(&app);
    let kim = come_in(&app, "kim@stadtpark.example").await;
    write(&kim, TABLE, "whole", "Wir sind dafür.")
        .await
        .expect(303);
    sign(&kim, TABLE, "Fremd", "fremd@anderswo.example")
        .await
        .expect(303);
    hand_in(&kim, TABLE, &[]).await.expect(303);
    let strange = "recipient = 'fremd@anderswo.example'";
    assert_eq!(app.data.count(&format!("outbox WHERE {strange}")), 1);
    let typed = "body LIKE '%Wir sind%'";
    assert_eq!(
        app.data
            .count(&format!("outbox WHERE {strange} AND {typed}")),
        0
    );
    assert_eq!(app.data.count(&format!("outbox WHERE {typed}")), 2);
    let reader = app.visitor();
    let page = reader.get(&link(&app)).await;
    reader
        .press(page.expect(200), "statement-address-button", &[])
        .await
        .expect(200);
    assert_eq!(
        app.data
            .count(&format!("outbox WHERE {strange} AND {typed}")),
        1
    );
}

#[actix_web::test]
async fn a_decision_is_told_to_confirmed_addresses_alone() {
    for is_confirmed in [false, true] {
        let app = TestApp::new().await;
        let edge = app.town.consultation.tracks.iter();
        let edge = edge.map(|track| track.window.closes_at).max().unwrap();
        app.clock.set(edge);
        handed_in(&app, "Bin spät dran.").await;
        if is_confirmed {
            let reader = app.visitor();
            let page = reader.get(&link(&app)).await;
            reader.press(&page, "statement-address-button", &[]).await;
        }
        let editor = app.staff("editor");
        let page = editor.get(&format!("{REGISTER}/1/admission")).await;
        let typed = [("outcome", "admitted"), ("reason", "Der Grund.")];
        editor
            .press(page.expect(200), "statement-desk-decide", &typed)
            .await
            .expect(303);
        let told = app.data.dump("outbox").contains("Der Grund.");
        assert_eq!(told, is_confirmed);
    }
}

#[actix_web::test]
async fn a_member_who_writes_for_herself_stands_nowhere_in_it() {
    let app = TestApp::new().await;
    super::organisation::listed(&app);
    let kim = come_in(&app, "kim@stadtpark.example").await;
    let begun = kim.get(super::INTRO).await;
    let begun = kim.press(&begun, "statement-intro-begin", &[]).await;
    let home = begun.expect(303).location();
    write(&kim, &home, "whole", "Ganz privat.")
        .await
        .expect(303);
    sign(&kim, &home, "K.", "").await.expect(303);
    hand_in(&kim, &home, &[]).await.expect(303);
    for table in ["statements", "statement_versions"] {
        let rows = app.data.dump(table);
        assert!(rows.contains("visitor") && !rows.contains("member:"));
    }
}

#[actix_web::test]
async fn a_faulty_address_is_named_at_its_own_field() {
    let app = TestApp::new().await;
    let (kim, home) = begun(&app).await;
    let refused = sign(&kim, &home, "Kim Beispiel", "kim@").await;
    refused.expect(422);
    let faulty = refused.attributes("main input[aria-invalid=true]", "type");
    assert_eq!(faulty, ["email"]);
}
