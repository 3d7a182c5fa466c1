//! Who left an address hears once for each edition what became of her contributions.

use actix_web::web::Data;
use trialog::resident::page::told::round;
use trialog::theme::page::round::gather;

use super::{ANNA, add, resident};
use crate::comments::{one_comment, with_comments};
use crate::outcomes::{assessed, coded, published};
use crate::support::app::TestApp;

/// Mails about what became of contributions.
fn told(app: &TestApp) -> i64 {
    app.data.count("outbox WHERE kind = 'considered'")
}

#[actix_web::test]
async fn a_resident_hears_once_what_became_of_her_comment() {
    let app = TestApp::with(&with_comments(), |_| {}).await;
    let (_, home, id) = one_comment(&app, "Bitte helle Wege.").await;
    let anna = resident(&app, ANNA).await;
    add(&anna, &home[3..]).await.expect(303);
    // Another resident has nothing to do with it.
    resident(&app, "berta@lindenau.example").await;
    let site: &Data<_> = &app.site;
    gather(site, &app.data.db).await.unwrap();
    let theme = coded(&app, &id).await;
    assessed(&app, &theme).await;
    assert_eq!(round(site, &app.data.db).await.unwrap(), 0);
    published(&app).await;
    assert_eq!(round(site, &app.data.db).await.unwrap(), 1);
    assert_eq!(round(site, &app.data.db).await.unwrap(), 0);
    assert_eq!(told(&app), 1);
    let mails = app.data.dump("outbox");
    assert!(mails.contains("/consultations/ziele/outcome"), "{mails}");
    // What is old already is told to nobody.
    app.clock.advance(chrono::TimeDelta::days(40));
    let late = resident(&app, "carla@lindenau.example").await;
    add(&late, &home[3..]).await.expect(303);
    assert_eq!(round(site, &app.data.db).await.unwrap(), 0);
}
