//! Blacked out passages: everyone reads what is left; only the evaluation still reads what was written.

use chrono::TimeDelta;

use super::{PUBLIC, QUEUE, one_text};
use crate::evaluation::{PAGES, close_and_publish};
use crate::evaluation_desk::gather;
use crate::support::app::TestApp;

const WRITTEN: &str = "Rufen Sie mich an: 07159 000010. Danke!";
const LEFT: &str = "Rufen Sie mich an: [geschwärzt]. Danke!";

#[actix_web::test]
async fn a_number_is_blacked_out_for_everyone_but_the_evaluation() {
    let app = TestApp::new().await;
    let (anna, home, id) = one_text(&app, WRITTEN).await;
    let kim = app.staff("moderator");
    let url = format!("{QUEUE}/{id}");
    let page = kim.get(&url).await;
    assert!(page.says_key(&kim, "redact-phone"));
    let nothing = kim.press(&page, "texts-redact-button", &[]).await;
    assert!(nothing.expect(422).says_key(&kim, "error-redact-nothing"));
    let done = kim
        .press(&page, "texts-redact-button", &[("suggestion", "0")])
        .await;
    kim.open(&done.location()).await.says(LEFT).hides("000010");
    gather(&app).await;
    let word = LEFT.split(' ').next().unwrap();
    let found = kim.get(&format!("{QUEUE}?state=redacted&q={word}")).await;
    assert!(found.body.contains(LEFT), "what is left is found");

    for (role, sees) in [("evaluator", true), ("editor", false), ("admin", false)] {
        let reader = app.staff(role);
        let page = reader.get(&url).await;
        page.says(LEFT);
        assert_eq!(page.body.contains("000010"), sees, "{role}");
        let found = reader
            .get(&format!("{QUEUE}?state=redacted&q=000010"))
            .await;
        assert!(
            !found.body.contains(LEFT),
            "a search gives away what is hidden"
        );
    }
    anna.get(&format!("{home}/receipt")).await.says(LEFT);
    close_and_publish(&app).await;
    anna.get(PUBLIC).await.says(LEFT);
    for url in PAGES {
        anna.get(url).await.hides("000010");
    }
}

#[actix_web::test]
async fn a_corrected_text_waits_again_without_its_black_bars() {
    let app = TestApp::new().await;
    let (anna, home, id) = one_text(&app, WRITTEN).await;
    let kim = app.staff("moderator");
    let page = kim.get(&format!("{QUEUE}/{id}")).await;
    kim.press(&page, "texts-redact-button", &[("suggestion", "0")])
        .await
        .expect(303);
    app.clock.advance(TimeDelta::minutes(1));
    let typed = [("mark", "bolder"), ("comment", "Nur noch Licht")];
    crate::survey::answer(&anna, &format!("{home}/leben/sz-wege"), &typed).await;
    crate::survey::submit(&anna, &home).await.expect(303);
    assert_eq!(
        app.data
            .count("free_texts WHERE state = 'waiting' AND redacted IS NULL"),
        1
    );
    assert_eq!(app.data.count("text_decisions"), 0);
    kim.get(&format!("{QUEUE}/{id}")).await.expect(404);
    kim.get(QUEUE).await.says("Nur noch Licht");
}
