//! A person's statement, under her receipt code.

use chrono::TimeDelta;

use super::{INTRO, begun, hand_in, handed_in, sign, write};
use crate::support::app::TestApp;

#[actix_web::test]
async fn a_person_writes_signs_hands_in_and_gets_a_number_and_a_mail() {
    let app = TestApp::new().await;
    let (kim, home) = begun(&app).await;
    kim.get(&home).await.expect(200).says("noch nichts");
    write(&kim, &home, "whole", "Mehr Bänke.\r\n\r\nUnd Schatten.")
        .await
        .expect(303);
    write(&kim, &home, "sz-baeume", "Linden, bitte.")
        .await
        .expect(303);
    // Nobody signs yet.
    let page = hand_in(&kim, &home, &[]).await;
    page.expect(422).says("wer die Stellungnahme unterschreibt");
    sign(&kim, &home, "Kim Beispiel", "kim@stadtpark.example")
        .await
        .expect(303);
    let sent = hand_in(&kim, &home, &[("may_publish", "yes")]).await;
    assert_eq!(sent.expect(303).location(), format!("{home}/receipt"));
    let receipt = kim.get(&format!("{home}/receipt")).await;
    receipt
        .expect(200)
        .says("Nummer 1")
        .says("Und Schatten.")
        .says("Linden, bitte.");
    let mail = app.data.dump("outbox");
    assert!(mail.contains("kim@stadtpark.example") && !mail.contains("Linden, bitte."));
    // The code alone leads back to it.
    let lead = kim.get(home.trim_end_matches("/statement")).await;
    assert_eq!(lead.expect(303).location(), home);
    let code = home.trim_end_matches("/statement");
    let all = kim.get(&format!("{code}/contributions")).await;
    all.expect(200).says("Nummer 1").says("Eingegangen");
    let data = kim.get(&format!("{code}/data.json")).await;
    assert!(data.expect(200).body.contains("Linden, bitte."));
    let data = kim.get(&format!("{code}/data.txt")).await;
    assert!(data.expect(200).body.contains("Und Schatten."));
    // What a person does leaves no clock time in the journal.
    assert!(!app.data.dump("journal").contains("statement"));
}

#[actix_web::test]
async fn the_same_form_twice_is_one_statement_and_one_receipt() {
    let app = TestApp::new().await;
    let (kim, home) = begun(&app).await;
    write(&kim, &home, "whole", "Mehr Bänke.").await.expect(303);
    sign(&kim, &home, "Kim", "").await.expect(303);
    let page = kim.get(&format!("{home}/review")).await;
    for _ in 0..2 {
        let sent = kim.press(&page, "statement-hand-in", &[]).await;
        assert_eq!(sent.expect(303).location(), format!("{home}/receipt"));
    }
    assert_eq!(app.data.count("statements"), 1);
    assert_eq!(app.data.count("statement_versions"), 1);
    assert_eq!(app.data.count("outbox"), 0);
}

#[actix_web::test]
async fn a_new_version_replaces_the_old_one_which_stays_and_a_withdrawal_takes_all_back() {
    let app = TestApp::new().await;
    let (kim, home) = handed_in(&app, "Mehr Bänke.").await;
    let page = kim.get(&home).await;
    kim.press(page.expect(200), "statement-replace", &[])
        .await
        .expect(303);
    // Until it is handed in, the old one counts.
    write(&kim, &home, "whole", "Mehr Stühle.")
        .await
        .expect(303);
    let receipt = kim.get(&format!("{home}/receipt")).await;
    receipt
        .expect(200)
        .says("Mehr Bänke.")
        .hides("Mehr Stühle.");
    hand_in(&kim, &home, &[]).await.expect(303);
    let receipt = kim.get(&format!("{home}/receipt")).await;
    receipt
        .expect(200)
        .says("Mehr Stühle.")
        .says("Nummer 1")
        .says("Fassung 1");
    assert_eq!(app.data.count("statement_versions"), 2);
    let ask = kim.get(&format!("{home}/withdrawal")).await;
    kim.press(ask.expect(200), "statement-withdraw-button", &[])
        .await
        .expect(303);
    kim.get(&home).await.expect(200).says("zurückgezogen");
    assert_eq!(
        app.data
            .count("statement_versions WHERE state = 'withdrawn'"),
        1
    );
    // She may begin anew, under the same number.
    write(&kim, &home, "whole", "Doch Bänke.").await.expect(303);
    sign(&kim, &home, "Kim", "").await.expect(303);
    hand_in(&kim, &home, &[]).await.expect(303);
    let receipt = kim.get(&format!("{home}/receipt")).await;
    receipt.expect(200).says("Nummer 1").says("Doch Bänke.");
}

#[actix_web::test]
async fn after_the_deadline_a_draft_can_come_late_and_what_counts_stays_as_it_is() {
    let app = TestApp::new().await;
    let (kim, home) = handed_in(&app, "Mehr Bänke.").await;
    let (robin, late) = begun(&app).await;
    write(&robin, &late, "whole", "Bin spät dran.")
        .await
        .expect(303);
    sign(&robin, &late, "Robin", "").await.expect(303);
    let edge = app.town.consultation.tracks.iter();
    let edge = edge.map(|track| track.window.closes_at).max().unwrap();
    app.clock.set(edge);
    let fixed = kim.get(&format!("{home}/withdrawal")).await;
    assert_eq!(fixed.expect(303).location(), home);
    robin.get(&late).await.expect(200).says("als verspätet");
    hand_in(&robin, &late, &[]).await.expect(303);
    let receipt = robin.get(&format!("{late}/receipt")).await;
    receipt
        .expect(200)
        .says("1 Tag nach der Frist")
        .says("Entscheidung offen");
    // A month later nothing is taken online, and what was typed is still there.
    let (kai, draft) = begun(&app).await;
    write(&kai, &draft, "whole", "Noch später.")
        .await
        .expect(303);
    sign(&kai, &draft, "Kai", "").await.expect(303);
    let page = kai.get(&format!("{draft}/review")).await;
    app.clock.set(edge + TimeDelta::days(31));
    let refused = kai.press(&page, "statement-hand-in", &[]).await;
    assert_eq!(refused.expect(303).location(), draft);
    kai.get(&draft).await.expect(200).says("nicht abgegeben");
    kai.get(&format!("{draft}/review"))
        .await
        .expect(200)
        .says("Noch später.");
    app.visitor()
        .get(INTRO)
        .await
        .expect(200)
        .hides("kein Konto");
}

#[actix_web::test]
async fn hostile_and_endless_input_gets_a_clear_answer_and_loses_nothing() {
    let app = TestApp::new().await;
    let (kim, home) = begun(&app).await;
    let long = "ä".repeat(20_001);
    let page = write(&kim, &home, "whole", &long).await;
    page.expect(422).says("um 1 Zeichen zu lang");
    assert!(page.main().contains(&long));
    write(&kim, &home, "whole", &"x".repeat(1_000_000))
        .await
        .expect(413);
    write(&kim, &home, "whole", "a\0b<script>alert(1)</script>")
        .await
        .expect(303);
    let review = kim.get(&format!("{home}/review")).await;
    review.expect(200).says("ab<script>alert(1)</script>");
    let page = sign(
        &kim,
        &home,
        "Kim\r\nBcc: x@y.example",
        "a@b.example\r\nBcc: x@y.example",
    )
    .await;
    page.expect(422).says("Prüfen Sie bitte die E-Mail-Adresse");
    kim.get(&format!("{home}/parts/no-such-goal"))
        .await
        .expect(404);
}

#[actix_web::test]
async fn an_open_page_of_a_colleague_does_not_overwrite_what_was_saved_meanwhile() {
    let app = TestApp::new().await;
    let (kim, home) = begun(&app).await;
    let first = kim.get(&format!("{home}/parts/whole")).await;
    let second = kim.get(&format!("{home}/parts/whole")).await;
    kim.press(&first, "statement-save", &[("text", "Der eine Text")])
        .await
        .expect(303);
    let refused = kim
        .press(&second, "statement-save", &[("text", "Der andere Text")])
        .await;
    refused
        .expect(409)
        .says("Der eine Text")
        .says("Der andere Text");
    // Once both were seen, the next one is saved.
    kim.press(&refused, "statement-save", &[("text", "Beide Texte")])
        .await
        .expect(303);
    let third = kim.get(&format!("{home}/parts/whole")).await;
    third.expect(200).says("Beide Texte");
    // The script that saves while one types is told in a few words.
    let token = second.attributes("form[data-autosave] input[name=_token]", "value");
    let seen = second.attributes("input[name=seen]", "value");
    let auto = [
        ("_token", token[0].as_str()),
        ("seen", seen[0].as_str()),
        ("text", "Noch einer"),
        ("act", "auto"),
    ];
    let told = kim.post(&format!("{home}/parts/whole"), &auto).await;
    assert!(told.expect(200).body.contains("\"stop\":true"));
}
