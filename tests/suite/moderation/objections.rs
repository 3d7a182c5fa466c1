//! The author's side: she reads the reason on her receipt and objects once, also after the end.

use chrono::TimeDelta;

use super::queue::hide;
use super::{QUEUE, one_text};
use crate::evaluation::AFTER;
use crate::support::app::TestApp;
use crate::support::town::{CONSULTATION, at};

#[actix_web::test]
async fn the_author_objects_once_and_is_answered() {
    let app = TestApp::new().await;
    let (anna, home, id) = one_text(&app, "Ihr Schlafmützen!").await;
    let url = format!("{home}/texts/{id}");
    anna.get(&url)
        .await
        .expect(200)
        .says("Ihr Text wartet noch");
    let kim = app.staff("moderator");
    hide(&kim, &id, "Bitte ohne Schimpfwort.").await.expect(303);
    let receipt = anna.get(&format!("{home}/receipt")).await;
    receipt.says("Nicht öffentlich").says("Beleidigung");

    app.clock.set(at(AFTER));
    let page = anna.get(&url).await;
    page.expect(200).says("Bitte ohne Schimpfwort.");
    let empty = anna.press(&page, "objection-button", &[]).await;
    assert!(empty.expect(422).says_key(&anna, "error-objection-missing"));
    let long = "x".repeat(1_001);
    let typed = [("objection", long.as_str())];
    let refused = anna.press(&page, "objection-button", &typed).await;
    assert!(refused.expect(422).body.contains(&long));
    let typed = [("objection", "Das war freundlich gemeint.")];
    anna.press(&page, "objection-button", &typed)
        .await
        .expect(303);
    // The same form again is no second objection.
    let typed = [("objection", "Noch einmal!")];
    anna.press(&page, "objection-button", &typed)
        .await
        .expect(303);
    anna.get(&url)
        .await
        .says("Das war freundlich gemeint.")
        .hides("Noch einmal!");

    let kim = app.staff("moderator");
    let list = kim.get(&format!("{QUEUE}?state=objections")).await;
    list.says("Das war freundlich gemeint.");
    app.clock.advance(TimeDelta::minutes(1));
    let page = kim.get(&format!("{QUEUE}/{id}")).await;
    let refused = kim.press(&page, "texts-answer-button", &[]).await;
    assert!(refused.expect(422).says_key(&kim, "error-objection-answer"));
    let typed = [("outcome", "followed"), ("answer", "Sie haben recht.")];
    kim.press(&page, "texts-answer-button", &typed)
        .await
        .expect(303);
    anna.get(&url).await.says("Sie haben recht.");
    assert_eq!(app.data.count("free_texts WHERE state = 'released'"), 1);
    let journal = app.data.dump("journal");
    assert!(!journal.contains("freundlich") && !journal.contains("Sie haben recht"));
}

#[actix_web::test]
async fn nobody_objects_for_somebody_else() {
    let app = TestApp::new().await;
    let (_, _, id) = one_text(&app, "Ihr Schlafmützen!").await;
    let (berta, hers, _) = one_text(&app, "Mehr Licht").await;
    let kim = app.staff("moderator");
    hide(&kim, &id, "").await.expect(303);
    berta.get(&format!("{hers}/texts/{id}")).await.expect(404);
    berta
        .get(&format!("{hers}/receipt"))
        .await
        .hides("Schlafmützen");
}

#[actix_web::test]
async fn where_no_text_is_ever_shown_nothing_is_told_about_it() {
    let quiet = CONSULTATION.replace("releases_comments = true", "releases_comments = false");
    let app = TestApp::with(&quiet, |_| {}).await;
    let anna = app.visitor();
    let home = crate::survey::begin(&anna).await;
    let typed = [("mark", "bolder"), ("comment", "Mehr Licht")];
    crate::survey::answer(&anna, &format!("{home}/leben/sz-wege"), &typed).await;
    crate::survey::submit(&anna, &home).await.expect(303);
    let receipt = anna.get(&format!("{home}/receipt")).await;
    assert!(!receipt.says_key(&anna, "receipt-texts"));
    let kim = app.staff("moderator");
    assert!(kim.get(QUEUE).await.says_key(&kim, "texts-never-public"));
}
