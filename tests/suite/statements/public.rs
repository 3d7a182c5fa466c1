//! What everyone reads of statements.

use chrono::TimeDelta;

use super::desk::REGISTER;
use super::{hand_in, handed_in, write};
use crate::support::answer::Answer;
use crate::support::app::TestApp;
use crate::support::visitor::Visitor;

const LIST: &str = "/consultations/ziele/statements";

#[actix_web::test]
async fn a_statement_is_counted_at_once_and_read_by_everyone_only_after_a_decision() {
    let app = TestApp::new().await;
    let visitor = app.visitor();
    visitor
        .get(LIST)
        .await
        .expect(200)
        .says("Bisher ist keine Stellungnahme eingegangen");
    handed_in(&app, "Mehr Bänke.").await;
    visitor
        .get(LIST)
        .await
        .expect(200)
        .says("Eine Stellungnahme ist eingegangen")
        .says("Noch ist keine veröffentlicht");
    visitor.get(&format!("{LIST}/1")).await.expect(404);
    visitor.get(&format!("{LIST}/2")).await.expect(404);
    visitor.get(&format!("{LIST}/x")).await.expect(404);
}

/// Lets everyone read the statement of that number.
async fn publish(editor: &Visitor, number: i32) -> Answer {
    let page = editor
        .get(&format!("{REGISTER}/{number}/publication"))
        .await;
    let typed = [("outcome", "published"), ("reason", "Einverstanden.")];
    editor
        .press(page.expect(200), "statement-desk-decide", &typed)
        .await
}

#[actix_web::test]
async fn what_takes_the_place_of_a_published_text_is_read_by_everyone_only_after_a_new_decision() {
    let app = TestApp::new().await;
    let (kim, home) = handed_in(&app, "Mehr Bänke.").await;
    let (editor, everyone) = (app.staff("editor"), app.visitor());
    let public = format!("{LIST}/1");
    app.clock.advance(TimeDelta::minutes(1));
    publish(&editor, 1).await.expect(303);
    everyone.get(&public).await.expect(200).says("Mehr Bänke.");
    app.clock.advance(TimeDelta::minutes(1));
    let page = kim.get(&home).await;
    kim.press(&page, "statement-replace", &[]).await.expect(303);
    write(&kim, &home, "whole", "Mehr Stühle.")
        .await
        .expect(303);
    // While it is written, what was decided about stays.
    everyone.get(&public).await.expect(200).says("Mehr Bänke.");
    let consents = [("may_publish", "yes"), ("names_nobody", "yes")];
    hand_in(&kim, &home, &consents).await.expect(303);
    everyone.get(&public).await.expect(404);
    let list = everyone.get(LIST).await;
    list.expect(200).hides("Stühle").hides("Bänke");
    let receipt = kim.get(&format!("{home}/receipt")).await;
    receipt.expect(200).says("Vorher schauen wir noch einmal");
    app.clock.advance(TimeDelta::minutes(1));
    publish(&editor, 1).await.expect(303);
    everyone
        .get(&public)
        .await
        .expect(200)
        .says("Mehr Stühle.")
        .hides("Mehr Bänke.");
}
