//! Reminders: seven days and one day before the deadline that holds for each, once, and only to who has not answered.

use diesel::RunQueryDsl;
use trialog::statement::page::round::remind;

use super::TABLE;
use super::desk_deadlines::invite_all;
use crate::organisations::{come_in, known, made};
use crate::support::app::TestApp;
use crate::support::town::at;

/// Moves the time on, lets the round go twice at once and once more, and gives who was written to.
async fn reminded(app: &TestApp, time: &str) -> Vec<String> {
    app.clock.set(at(time));
    diesel::sql_query("DELETE FROM outbox")
        .execute(&mut app.data.connect())
        .unwrap();
    let other = app.data.reopened();
    let (one, two) = (
        remind(&app.site, &app.data.db).await.unwrap(),
        remind(&app.site, &other).await.unwrap(),
    );
    assert_eq!(two, 0, "each reminder once");
    let rows = app.data.dump("outbox");
    let names = ["stadtpark", "sport", "wandern", "radclub"];
    let found = names
        .into_iter()
        .filter(|name| rows.contains(&format!("post@{name}.example")));
    let found: Vec<String> = found.map(str::to_owned).collect();
    assert_eq!(one, found.len());
    found
}

#[actix_web::test]
async fn each_is_reminded_by_its_own_deadline_and_once() {
    let app = TestApp::new().await;
    known(&app);
    let (longer, _) = made(&app, "Sportverein", "vera@sport.example");
    made(&app, "Wanderverein", "willi@wandern.example");
    made(&app, "Radclub", "robin@radclub.example");
    invite_all(&app.staff("editor")).await;
    let of = &app.town.consultation.id;
    for row in [
        format!(
            "INSERT INTO deadline_grants (id, consultation_id, organisation_id, closes_at, reason, made_at, made_by) \
             VALUES ('g', '{of}', '{longer}', '2026-08-15 22:00:00', 'Ferien', '2026-07-01 10:00:00', 'x')"
        ),
        format!(
            "UPDATE organisation_invitations SET declined_at = '2026-07-01 10:00:00' WHERE consultation_id = '{of}' \
             AND organisation_id = (SELECT id FROM organisations WHERE name = 'Radclub')"
        ),
    ] {
        diesel::sql_query(row)
            .execute(&mut app.data.connect())
            .unwrap();
    }
    // The walkers have nothing to object.
    let willi = come_in(&app, "willi@wandern.example").await;
    let home = willi.get(TABLE).await;
    willi
        .press(home.expect(200), "statement-nil-button", &[])
        .await
        .expect(303);
    let nobody: [&str; 0] = [];
    // Everybody's deadline is the end of 31 July.
    assert_eq!(reminded(&app, "2026-07-23 23:59:59").await, nobody);
    assert_eq!(reminded(&app, "2026-07-24 00:00:00").await, ["stadtpark"]);
    assert!(app.data.dump("outbox").contains("in 7 Tagen"));
    assert!(app.data.dump("outbox").contains("kim@stadtpark.example"));
    assert_eq!(reminded(&app, "2026-07-26 12:00:00").await, nobody);
    assert_eq!(reminded(&app, "2026-07-30 09:00:00").await, ["stadtpark"]);
    assert!(app.data.dump("outbox").contains("morgen"));
    assert_eq!(reminded(&app, "2026-07-31 09:00:00").await, nobody);
    assert_eq!(reminded(&app, "2026-08-01 09:00:00").await, nobody);
    // The longer one is that of the sports club alone.
    assert_eq!(reminded(&app, "2026-08-07 23:59:59").await, nobody);
    assert_eq!(reminded(&app, "2026-08-08 06:00:00").await, ["sport"]);
    assert_eq!(reminded(&app, "2026-08-14 06:00:00").await, ["sport"]);
    assert_eq!(reminded(&app, "2026-08-15 06:00:00").await, nobody);
}

#[actix_web::test]
async fn whoever_has_withdrawn_has_not_answered_and_a_late_round_sends_only_the_nearest() {
    let app = TestApp::new().await;
    known(&app);
    invite_all(&app.staff("editor")).await;
    let kim = come_in(&app, "kim@stadtpark.example").await;
    let home = kim.get(TABLE).await;
    kim.press(&home, "statement-nil-button", &[])
        .await
        .expect(303);
    assert!(reminded(&app, "2026-07-25 09:00:00").await.is_empty());
    let kim = come_in(&app, "kim@stadtpark.example").await;
    let ask = kim.get(&format!("{TABLE}/withdrawal")).await;
    kim.press(ask.expect(200), "statement-withdraw-button", &[])
        .await
        .expect(303);
    assert_eq!(reminded(&app, "2026-07-27 09:00:00").await, ["stadtpark"]);
    assert!(app.data.dump("outbox").contains("in 4 Tagen"));
    assert_eq!(reminded(&app, "2026-07-30 00:00:00").await, ["stadtpark"]);
}
