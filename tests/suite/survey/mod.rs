//! The survey over HTTP, as a browser without script goes through it.

mod answering;
mod bench;
mod bench_freeze;
mod deadline;
mod kinds;
mod lss;
mod once;
mod receipt;
mod together;

use crate::support::answer::Answer;
use crate::support::app::TestApp;
use crate::support::visitor::Visitor;

/// Where the consultation's survey begins.
pub const INTRO: &str = "/consultations/ziele/survey";

/// Begins a participation: the address that leads back to it.
pub async fn begin(visitor: &Visitor) -> String {
    let intro = visitor.get(INTRO).await;
    let home = visitor
        .press(&intro, "survey-intro-start", &[])
        .await
        .location();
    assert!(home.starts_with("/p/") && home.len() == 31, "{home}");
    home
}

/// Answers one question; what comes next.
pub async fn answer(visitor: &Visitor, url: &str, typed: &[(&str, &str)]) -> Answer {
    let page = visitor.get(url).await;
    visitor.press(page.expect(200), "survey-next", typed).await
}

/// Submits from the review page: leads to the receipt.
pub async fn submit(visitor: &Visitor, home: &str) -> Answer {
    let review = visitor.get(&format!("{home}/review")).await;
    let again = review.says_key(visitor, "survey-review-send-again");
    let button = if again {
        "survey-review-button-again"
    } else {
        "survey-review-button"
    };
    visitor.press(review.expect(200), button, &[]).await
}

/// Somebody who marked one goal and submitted: her address.
pub async fn one_mark(app: &TestApp, mark: &str) -> (Visitor, String) {
    let anna = app.visitor();
    let home = begin(&anna).await;
    answer(&anna, &format!("{home}/gruen/sz-baeume"), &[("mark", mark)])
        .await
        .expect(303);
    let receipt = submit(&anna, &home).await.location();
    assert_eq!(receipt, format!("{home}/receipt"));
    (anna, home)
}

/// How many people, questionnaires and answers count.
pub fn counted(app: &TestApp) -> (i64, i64, i64) {
    (
        app.data
            .count("participations WHERE submitted_on IS NOT NULL"),
        app.data.count("questionnaires"),
        app.data.count("answers"),
    )
}
