//! The end of the survey: on the microsecond, and with everything typed still on the page.

use super::{INTRO, answer, begin, counted, one_mark, submit};
use crate::support::app::TestApp;
use crate::support::town::at;

const LAST: &str = "2026-07-17 23:59:59.999999";
const OVER: &str = "2026-07-18 00:00:00";

#[actix_web::test]
async fn what_arrives_in_the_last_microsecond_counts() {
    let app = TestApp::new().await;
    let anna = app.visitor();
    let home = begin(&anna).await;
    app.clock.set(at(LAST));
    answer(
        &anna,
        &format!("{home}/gruen/sz-baeume"),
        &[("mark", "right")],
    )
    .await
    .expect(303);
    assert_eq!(
        submit(&anna, &home).await.location(),
        format!("{home}/receipt")
    );
    assert_eq!(counted(&app), (1, 1, 1));
}

#[actix_web::test]
async fn what_arrives_after_the_end_is_not_counted_but_stays_on_the_page() {
    let app = TestApp::new().await;
    let anna = app.visitor();
    let home = begin(&anna).await;
    let page = anna.get(&format!("{home}/leben/sz-wege")).await;
    let wish = anna.get(&format!("{home}/leben/wunsch")).await;
    app.clock.set(at(OVER));
    let typed = [("mark", "bolder"), ("comment", "Bitte <b>auch</b> am Bach")];
    let late = anna.press(&page, "survey-next", &typed).await;
    late.expect(410)
        .says("Bitte <b>auch</b> am Bach")
        .says("Wege sind hell");
    late.hides("<b>auch");
    // Even a text that is too long to be taken is given back.
    let long = format!("Anfang {} Ende", "x".repeat(5_000));
    anna.press(&wish, "survey-next", &[("text", &long)])
        .await
        .expect(410)
        .says(" Ende");
    assert_eq!(app.data.count("drafts"), 0);
    assert_eq!(counted(&app), (0, 0, 0));
}

#[actix_web::test]
async fn nobody_submits_or_begins_after_the_end_but_everybody_may_take_back() {
    let app = TestApp::new().await;
    let (anna, home) = one_mark(&app, "right").await;
    let withdrawal = anna.get(&format!("{home}/withdrawal")).await;
    let berta = app.visitor();
    let hers = begin(&berta).await;
    answer(
        &berta,
        &format!("{hers}/gruen/sz-baeume"),
        &[("mark", "drop")],
    )
    .await
    .expect(303);
    let review = berta.get(&format!("{hers}/review")).await;
    let intro = berta.get(INTRO).await;
    app.clock.set(at(OVER));

    let late = berta
        .press(&review, "survey-review-button", &[])
        .await
        .location();
    let late = berta.open(&late).await;
    assert!(late.says_key(&berta, "survey-tasks-over"));
    assert_eq!(counted(&app), (1, 1, 1));

    // Nothing is published yet, so whatever somebody gave is hers to take back.
    let receipt = anna.get(&format!("{home}/receipt")).await;
    assert!(receipt.says_key(&anna, "receipt-withdraw-late"));
    anna.press(&withdrawal, "withdrawal-yes", &[])
        .await
        .expect(303);
    assert_eq!(counted(&app), (0, 0, 0));

    let begun = app.data.count("participations");
    let refused = berta.press(&intro, "survey-intro-start", &[]).await;
    assert_eq!(refused.location(), INTRO);
    assert!(berta.get(INTRO).await.says_key(&berta, "survey-intro-over"));
    assert_eq!(app.data.count("participations"), begun);
}

#[actix_web::test]
async fn before_the_first_day_nobody_can_begin() {
    let app = TestApp::new().await;
    app.clock.set(at("2026-06-07 23:59:59.999999"));
    let anna = app.visitor();
    let intro = anna.get(INTRO).await;
    assert!(intro.attributes("form[method=post]", "action").is_empty());
    app.clock.set(at("2026-06-08 00:00:00"));
    begin(&anna).await;
}

#[actix_web::test]
async fn the_receipt_stays_readable_after_the_end() {
    let app = TestApp::new().await;
    let (anna, home) = one_mark(&app, "right").await;
    app.clock.set(at("2027-01-01 12:00:00"));
    let receipt = anna.open(&home).await;
    assert_eq!(receipt.url, format!("{home}/receipt"));
    receipt.says_code(&home);
    assert!(receipt.links().contains(&format!("{home}/withdrawal")));
    anna.get(&format!("{home}/receipt.txt")).await.expect(200);
}
