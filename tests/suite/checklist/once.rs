//! Steps come in their order, and what is sent often counts once.

use futures_util::future::join_all;
use trialog::base::form::token::{self, For};

use crate::comments::with_comments;
use crate::organisations;
use crate::statements;
use crate::support::answer::Answer;
use crate::support::app::{TestApp, unhurried};
use crate::support::town::CONSULTATION;
use crate::survey::{answer, begin, counted};

/// How many press at the same moment.
const CROWD: usize = 50;

#[actix_web::test]
async fn the_last_step_alone_does_nothing() {
    let app = TestApp::with(&with_comments(), |_| {}).await;
    let (kim, statement) = statements::begun(&app).await;
    let home = begin(&kim).await;
    organisations::known(&app);
    let before = app.data.dump_all();
    for last in [
        // Nothing was answered or written, so there is nothing to hand in or take back.
        format!("{home}/review"),
        format!("{statement}/review"),
        format!("{statement}/withdrawal"),
        format!("{statement}/erasure"),
        format!("{statement}/replacement"),
        // Nobody has typed a password or opened a link.
        "/sign-in/code".to_owned(),
        "/sign-in/setup".to_owned(),
        "/my".to_owned(),
        "/my/erasure".to_owned(),
        "/organisation".to_owned(),
        "/my/sign-in/none".to_owned(),
        "/organisation/sign-in/none".to_owned(),
        "/organisation/registration/none".to_owned(),
        "/sign-in/new-password/none".to_owned(),
        "/invitation/none".to_owned(),
    ] {
        let proof = token::make(&app.site.secrets, For::everyone(&last), app.clock.now());
        let fields = [
            ("_token", proof.as_str()),
            ("may_publish", "yes"),
            ("sure", "yes"),
            ("code", "123456"),
            ("password", "regen auf dem alten dach"),
            ("password_again", "regen auf dem alten dach"),
        ];
        let done = kim.post(&last, &fields).await;
        let status = done.status.as_u16();
        assert!([303, 401, 404, 422].contains(&status), "{last}: {status}");
        let after = app.data.dump_all();
        for (table, rows) in &after {
            assert_eq!(Some(rows), before.get(table), "{last} changed {table}");
        }
    }
}

/// How many of the answers lead on.
fn led(answers: &[Answer]) -> usize {
    let led = answers.iter().filter(|a| a.status.as_u16() == 303);
    led.count()
}

#[actix_web::test]
async fn fifty_at_once_count_once() {
    let app = TestApp::with(&with_comments(), unhurried).await;
    let anna = app.visitor();
    let home = begin(&anna).await;
    let goal = format!("{home}/gruen/sz-baeume");
    answer(&anna, &goal, &[("mark", "right")]).await.expect(303);
    let review = anna.get(&format!("{home}/review")).await;
    let lines = app.data.count("log_entries");
    let sent = (0..CROWD).map(|_| anna.press(&review, "survey-review-button", &[]));
    let answers = join_all(sent).await;
    assert_eq!(led(&answers), CROWD);
    assert_eq!(counted(&app), (1, 1, 1));
    assert_eq!(app.data.count("tallies WHERE code = 1 AND n = 1"), 1);
    assert_eq!(app.data.count("log_entries"), lines + 1, "one line");

    let place = anna.get("/consultations/ziele/comments/sz-wege").await;
    let typed = [("text", "Mehr Licht")];
    let sent = (0..CROWD).map(|_| anna.press(&place, "comments-button", &typed));
    let answers = join_all(sent).await;
    assert_eq!(led(&answers), CROWD);
    assert_eq!(app.data.count("comments"), 1);
    let homes: std::collections::BTreeSet<_> = answers.iter().map(Answer::location).collect();
    assert_eq!(homes.len(), 1, "one receipt");

    let (kim, home) = statements::begun(&app).await;
    statements::write(&kim, &home, "whole", "Wir sind dafür.")
        .await
        .expect(303);
    statements::sign(&kim, &home, "Kim Beispiel", "")
        .await
        .expect(303);
    let review = kim.get(&format!("{home}/review")).await;
    let sent = (0..CROWD).map(|_| kim.press(&review, "statement-hand-in", &[]));
    join_all(sent).await;
    assert_eq!(app.data.count("statements WHERE number IS NOT NULL"), 1);
    assert_eq!(
        app.data
            .count("statement_versions WHERE handed_in_at IS NOT NULL"),
        1
    );

    let follow = anna.get("/consultations/ziele/subscribe").await;
    let typed = [("address", "anna@example.de")];
    let sent = (0..CROWD).map(|_| anna.press(&follow, "subscribe-button", &typed));
    join_all(sent).await;
    assert_eq!(app.data.count("subscriptions"), 1);

    let counted_anew = app.data.db.read(trialog::comment::recount).await.unwrap();
    assert_eq!(counted_anew, []);
}

#[actix_web::test]
async fn two_answers_to_one_question_are_read_one_way() {
    let app = TestApp::with(CONSULTATION, |_| {}).await;
    let anna = app.visitor();
    let home = begin(&anna).await;
    let url = format!("{home}/gruen/sz-baeume");
    let page = anna.get(&url).await;
    let proof = page
        .attributes("main form [name=_token]", "value")
        .remove(0);
    let twice = [
        ("_token", proof.as_str()),
        ("mark", "right"),
        ("mark", "drop"),
        ("step", "next"),
    ];
    anna.post(&url, &twice).await;
    let kept = app.data.dump("drafts");
    assert!(!kept.contains("drop"), "the first counts: {kept}");
    // A second proof is none.
    let foreign = [
        ("_token", "v1.1.x.y"),
        ("_token", proof.as_str()),
        ("mark", "drop"),
    ];
    anna.post(&url, &foreign).await.expect(403);
    assert_eq!(app.data.dump("drafts"), kept);
}
