//! What admins see of mails that did not leave, and what they can do.

use chrono::TimeDelta;
use trialog::account::{Actor, May};
use trialog::base::db::Outcome;
use trialog::base::outbox;

use super::{Post, Write};
use crate::support::app::TestApp;
use crate::support::smtp::Conduct;

/// A mail that was given up in this town after it had been tried often enough; its id.
pub async fn given_up(app: &TestApp) -> String {
    let may = May::<Write>::by(Actor::Console, &app.data.db, &app.clock).unwrap();
    may.write(|tx| outbox::put(tx.conn, tx.now, &Post::mail()))
        .await
        .unwrap();
    let (db, now) = (&app.data.db, app.clock.now());
    let id = db.due_mails(now, 100).await.unwrap().remove(0);
    assert!(db.claim_mail(&id, now).await.unwrap().is_some());
    let why = Outcome::GivenUp("421 closed for today".to_owned());
    db.settle_mail(&id, now, why).await.unwrap();
    id
}

#[actix_web::test]
async fn an_admin_sees_why_a_mail_did_not_leave_and_sends_it_again() {
    let app = TestApp::new().await;
    let admin = app.staff("admin");
    let empty = admin.get("/desk/mails").await;
    assert!(empty.says_key(&admin, "desk-mails-none"));
    let id = given_up(&app).await;
    let home = admin.get("/desk").await;
    let link = "main a[href='/desk/mails?state=given-up']";
    assert_eq!(home.attributes(link, "href").len(), 1);

    let page = admin.get("/desk/mails").await;
    for said in ["anna@example.de", "421 closed for today"] {
        assert!(page.main().contains(said), "{}", page.main());
    }
    admin
        .press(&page, "desk-mails-repeat", &[])
        .await
        .expect(303);
    let due = app.data.db.due_mails(app.clock.now(), 100).await.unwrap();
    assert_eq!(due, [id]);
    let journal = app.data.dump("journal");
    assert!(journal.contains("mails.handle") && !journal.contains("anna"));
    // Pressed twice, it is sent once.
    admin
        .press(&page, "desk-mails-repeat", &[])
        .await
        .expect(303);
    assert_eq!(
        app.data
            .db
            .due_mails(app.clock.now(), 100)
            .await
            .unwrap()
            .len(),
        1
    );
}

#[actix_web::test]
async fn an_admin_removes_a_mail_after_being_asked() {
    let app = TestApp::new().await;
    let admin = app.staff("admin");
    let id = given_up(&app).await;
    let asked = admin.get(&format!("/desk/mails/{id}/removal")).await;
    assert!(asked.main().contains("anna@example.de"));
    assert_eq!(app.data.count("outbox"), 1);
    admin
        .press(&asked, "desk-mails-remove", &[])
        .await
        .expect(303);
    assert_eq!(app.data.count("outbox"), 0);
    admin
        .get(&format!("/desk/mails/{id}/removal"))
        .await
        .expect(404);
}

#[actix_web::test]
async fn what_was_given_up_is_forgotten_after_a_while() {
    let post = Post::new();
    post.put().await;
    post.server.behave(Conduct::Answer("CONNECT", "421 later"));
    for minutes in [1, 5, 30, 120, 720, 1] {
        post.round().await;
        post.clock.advance(TimeDelta::minutes(minutes));
    }
    assert!(post.data.dump("outbox").contains("Liebe"));
    post.clock.advance(TimeDelta::days(7));
    post.round().await;
    let row = post.data.dump("outbox");
    assert!(
        row.contains("anna@example.de") && !row.contains("Liebe"),
        "{row}"
    );
    post.clock.advance(TimeDelta::days(24));
    post.round().await;
    assert_eq!(post.data.count("outbox"), 0);
}
