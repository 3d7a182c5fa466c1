//! Pressing twice, going back, two tabs: nobody is counted twice, nothing is lost.

use super::{answer, begin, counted, one_mark, submit};
use crate::support::app::TestApp;

#[actix_web::test]
async fn pressing_submit_twice_counts_once() {
    let app = TestApp::new().await;
    let anna = app.visitor();
    let home = begin(&anna).await;
    answer(
        &anna,
        &format!("{home}/gruen/sz-baeume"),
        &[("mark", "right")],
    )
    .await
    .expect(303);
    let review = anna.get(&format!("{home}/review")).await;
    for _ in 0..3 {
        // The very same form, as a double click or the back button sends it.
        let receipt = anna.press(&review, "survey-review-button", &[]).await;
        assert_eq!(receipt.location(), format!("{home}/receipt"));
        assert_eq!(counted(&app), (1, 1, 1));
    }
}

#[actix_web::test]
async fn two_tabs_that_submit_at_once_count_once() {
    let app = TestApp::new().await;
    let anna = app.visitor();
    let home = begin(&anna).await;
    answer(
        &anna,
        &format!("{home}/gruen/sz-baeume"),
        &[("mark", "right")],
    )
    .await
    .expect(303);
    let review = format!("{home}/review");
    let (one, two) = (anna.get(&review).await, anna.get(&review).await);
    let (one, two) = tokio::join!(
        anna.press(&one, "survey-review-button", &[]),
        anna.press(&two, "survey-review-button", &[]),
    );
    assert_eq!(one.location(), two.location());
    assert_eq!(counted(&app), (1, 1, 1));
}

#[actix_web::test]
async fn going_back_after_submitting_and_answering_again_is_a_correction() {
    let app = TestApp::new().await;
    let (anna, home) = one_mark(&app, "right").await;
    let url = format!("{home}/gruen/sz-baeume");
    answer(&anna, &url, &[("mark", "drop")]).await.expect(303);
    let receipt = anna.get(&format!("{home}/receipt")).await;
    assert!(
        receipt.says_key(&anna, "receipt-unsent"),
        "the receipt says that it is not sent yet"
    );
    assert_eq!(
        app.data.count("tallies WHERE code = 1 AND n = 1"),
        1,
        "the old answer still counts"
    );
    submit(&anna, &home).await.expect(303);
    assert_eq!(counted(&app), (1, 1, 1));
    assert_eq!(app.data.count("tallies WHERE code = 5 AND n = 1"), 1);
    assert_eq!(app.data.count("tallies WHERE code = 1 AND n <> 0"), 0);
}

#[actix_web::test]
async fn everyone_who_begins_is_somebody_else() {
    let app = TestApp::new().await;
    let mut homes = std::collections::BTreeSet::new();
    for _ in 0..5 {
        let (_, home) = one_mark(&app, "bolder").await;
        homes.insert(home);
    }
    // Five at one address, as in a school.
    let first = app.visitor();
    for _ in 0..5 {
        let pupil = first.neighbour();
        let home = begin(&pupil).await;
        answer(
            &pupil,
            &format!("{home}/gruen/sz-baeume"),
            &[("mark", "right")],
        )
        .await
        .expect(303);
        submit(&pupil, &home).await.expect(303);
        homes.insert(home);
    }
    assert_eq!(homes.len(), 10);
    assert_eq!(counted(&app), (10, 10, 10));
}

#[actix_web::test]
async fn only_a_press_of_the_button_counts() {
    let app = TestApp::new().await;
    let anna = app.visitor();
    let home = begin(&anna).await;
    answer(
        &anna,
        &format!("{home}/gruen/sz-baeume"),
        &[("mark", "right")],
    )
    .await
    .expect(303);
    for url in [
        format!("{home}/review"),
        format!("{home}/receipt"),
        format!("{home}/withdrawal"),
        home.clone(),
    ] {
        anna.get(&url).await;
        let head = actix_web::test::TestRequest::default().method(actix_web::http::Method::HEAD);
        anna.send(&url, head).await;
    }
    assert_eq!(counted(&app), (0, 0, 0));
    assert_eq!(app.data.count("drafts"), 1);
}
