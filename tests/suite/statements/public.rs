//! What everyone reads of statements.

use super::handed_in;
use crate::support::app::TestApp;

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
