//! What a newer edition does to comments, and what counting anew finds.

use diesel::RunQueryDsl;
use trialog::account::{Actor, May};
use trialog::comment::recount;
use trialog::strategy::{self, EditStrategy};

use super::{PLACE, app, one_comment, raise, release};
use crate::support::app::TestApp;
use crate::support::town::{DRAFT, import};

/// The goal about paths: its wording in the first edition, and a later one.
const OLD: &str = "Niemand muss im Dunkeln gehen.";
const NEW: &str = "Alle Wege haben bis 2030 Licht.";

/// The next edition, published.
async fn publish(app: &TestApp, document: &str) {
    let (db, clock) = (&app.data.db, &app.clock);
    import(db, clock, document).await;
    let may = May::<EditStrategy>::by(Actor::Console, db, clock).unwrap();
    may.write(|tx| {
        let id = strategy::edition_id(tx.conn, "konzept", None)?;
        strategy::publish(tx, &id)
    })
    .await
    .unwrap();
}

#[actix_web::test]
async fn a_comment_keeps_the_wording_it_was_made_on() {
    let app = app().await;
    let (anna, home, id) = one_comment(&app, "Wege brauchen Licht").await;
    release(&app, &id).await;
    let berta = app.visitor();
    let before = "Zu einer früheren Formulierung";
    // Another edition in which this goal reads as before changes nothing here.
    let second = DRAFT.replace("Entwurf 1", "Entwurf 2");
    publish(&app, &second).await;
    berta.get(PLACE).await.hides(before);
    let reworded = second.replace("Entwurf 2", "Entwurf 3").replace(OLD, NEW);
    publish(&app, &reworded).await;
    let page = berta.get(PLACE).await;
    page.says(before).says(OLD).hides(NEW).says("Entwurf 3");
    let compare = page
        .links()
        .into_iter()
        .find(|url| url.contains("/compare"));
    let compare = compare.unwrap();
    assert_eq!(compare, "/strategies/konzept/compare?from=1&to=3#hf-leben");
    let words = berta.get(compare.split('#').next().unwrap()).await;
    assert!(words.expect(200).attributes("#hf-leben", "id").len() == 1);
    // Her receipt tells it too, and the new edition leads back to what was said about the old one.
    anna.get(&format!("{home}/comments/sz-wege"))
        .await
        .says(before);
    berta
        .get("/strategies/konzept/editions/3/hf-leben")
        .await
        .says("1 Kommentar zu einer früheren Fassung");
    // Where the goal is gone altogether, its comments stay readable.
    let gone = reworded.replace("Entwurf 3", "Entwurf 4");
    let (head, rest) = gone.split_once("### Strategisches Ziel 2").unwrap();
    let (_, rest) = rest.split_once("\n## ").unwrap();
    publish(&app, &format!("{head}\n## {rest}")).await;
    berta
        .get(PLACE)
        .await
        .says("In der neuen Fassung gibt es diese Stelle nicht mehr.")
        .says("Wege brauchen Licht");
}

#[actix_web::test]
async fn counting_anew_finds_support_that_does_not_fit_and_a_lost_comment() {
    let app = app().await;
    let (_, _, id) = one_comment(&app, "Mehr Licht").await;
    release(&app, &id).await;
    let (berta, home, _) = one_comment(&app, "Mehr Luft").await;
    raise(&berta, &format!("{home}/comments/sz-wege"), "support", &id)
        .await
        .expect(303);
    assert_eq!(app.data.db.read(recount).await.unwrap(), []);
    let spoil = |sql: &str| {
        diesel::sql_query(sql)
            .execute(&mut app.data.connect())
            .unwrap();
    };
    spoil(&format!(
        "UPDATE comments SET supports = 7 WHERE id = '{id}'"
    ));
    let found = app.data.db.read(recount).await.unwrap();
    assert_eq!((found.len(), found[0].kept, found[0].counted), (1, 7, 1));
    assert!(found[0].what.contains(&id));
    spoil(&format!(
        "DELETE FROM comment_supports WHERE comment_id = '{id}'"
    ));
    spoil(&format!(
        "DELETE FROM text_decisions WHERE text_id = '{id}'"
    ));
    spoil(&format!("DELETE FROM comments WHERE id = '{id}'"));
    let found = app.data.db.read(recount).await.unwrap();
    assert_eq!((found.len(), found[0].kept, found[0].counted), (1, 2, 1));
}
