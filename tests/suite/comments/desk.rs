//! What the administration does with comments, and what whoever reads can do about one.

use chrono::TimeDelta;

use super::{PLACE, app, one_comment, release, with_comments};
use crate::moderation::QUEUE;
use crate::support::app::TestApp;

#[actix_web::test]
async fn the_administration_answers_in_public_and_the_words_then_stay() {
    let app = app().await;
    let (anna, home, id) = one_comment(&app, "Mehr Licht").await;
    let kim = app.staff("evaluator");
    let url = format!("/desk/consultations/ziele/comments/{id}");
    kim.get(&url).await.expect(404);
    release(&app, &id).await;
    kim.get("/desk/consultations/ziele/comments")
        .await
        .expect(200)
        .says("Mehr Licht");
    let file = kim.get("/desk/consultations/ziele/comments.csv").await;
    assert!(file.expect(200).body.contains("Mehr Licht"));
    let page = kim.get(&url).await;
    let empty = kim.press(&page, "desk-answer-button", &[]).await;
    assert!(empty.expect(422).says_key(&kim, "error-comment-answer"));
    let typed = [("answer", "Zwei Laternen sind bestellt.")];
    kim.press(&page, "desk-answer-button", &typed)
        .await
        .expect(303);
    anna.get(PLACE).await.says("Zwei Laternen sind bestellt.");
    let fixed = anna.get(&format!("{home}/comments/sz-wege/{id}")).await;
    assert!(fixed.says_key(&anna, "comments-edit-fixed"));
    let journal = app.data.dump("journal");
    assert!(journal.contains("comments.answer") && !journal.contains("Laternen"));
    app.clock.advance(TimeDelta::minutes(1));
    let page = kim.get(&url).await;
    kim.press(&page, "desk-answer-withdraw", &[])
        .await
        .expect(303);
    anna.get(PLACE).await.hides("Zwei Laternen sind bestellt.");
}

#[actix_web::test]
async fn a_reported_comment_is_looked_at_again_and_its_author_may_object() {
    let app = app().await;
    let (anna, home, id) = one_comment(&app, "Ihr Schlafmützen!").await;
    release(&app, &id).await;
    let berta = app.visitor();
    let url = format!("{PLACE}/{id}/report");
    let page = berta.get(&url).await;
    let empty = berta.press(page.expect(200), "comments-report-button", &[]);
    assert!(
        empty
            .await
            .expect(422)
            .says_key(&berta, "error-report-reason")
    );
    for _ in 0..2 {
        let typed = [("reason", "insult"), ("words", "Das beleidigt.")];
        berta
            .press(&page, "comments-report-button", &typed)
            .await
            .expect(303);
    }
    assert_eq!(app.data.count("comment_reports"), 1);
    let kim = app.staff("moderator");
    let list = kim.get(&format!("{QUEUE}?state=reports")).await;
    list.says("Ihr Schlafmützen!");
    kim.get("/desk").await.says("gemeldeter Kommentar");
    let page = kim.get(&format!("{QUEUE}/{id}")).await;
    page.says("Das beleidigt.");
    kim.press(&page, "texts-reports-settle", &[])
        .await
        .expect(303);
    berta.get(PLACE).await.says("Ihr Schlafmützen!");
    assert_eq!(
        app.data.count("comment_reports WHERE settled_at IS NULL"),
        0
    );
    app.clock.advance(TimeDelta::minutes(1));
    let page = kim.get(&format!("{QUEUE}/{id}")).await;
    kim.press(&page, "texts-hide-button", &[("reason", "insult")])
        .await
        .expect(303);
    berta.get(PLACE).await.hides("Ihr Schlafmützen!");
    berta.get(&url).await.expect(404);
    let own = anna.get(&format!("{home}/comments")).await;
    own.says("Nicht öffentlich").says("Beleidigung");
    let page = anna.get(&format!("{home}/texts/{id}")).await;
    let typed = [("objection", "Das war nett gemeint.")];
    anna.press(page.expect(200), "objection-button", &typed)
        .await
        .expect(303);
    kim.get(&format!(
        "{QUEUE}?state=objections&consultation=ziele&survey=comments"
    ))
    .await
    .says("Das war nett gemeint.");
}

#[actix_web::test]
async fn where_no_text_is_public_comments_reach_the_administration_only() {
    let quiet = with_comments().replace("releases_comments = true", "releases_comments = false");
    let app = TestApp::with(&quiet, |_| {}).await;
    let (anna, _, id) = one_comment(&app, "Mehr Licht").await;
    let page = anna.get(PLACE).await;
    assert!(page.says_key(&anna, "comments-notice-inner"));
    release(&app, &id).await;
    app.visitor().get(PLACE).await.hides("Mehr Licht");
    app.visitor()
        .get(&format!("{PLACE}/{id}/report"))
        .await
        .expect(404);
}
