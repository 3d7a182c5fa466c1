//! What the public can cause is limited, to one address and in all; what the administration sends waits for its turn.

use chrono::TimeDelta;
use trialog::account::{Actor, May};
use trialog::base::mail::{Address, Mail};
use trialog::base::outbox::{Allowance, Given};
use trialog::base::secret::Secrets;

use super::{Post, Write};

impl Post {
    fn allowance(&mut self, all_an_hour: u32) -> Allowance {
        self.config.mail.address_per_hour = 3;
        self.config.mail.address_per_day = 5;
        self.config.mail.public_per_hour = all_an_hour;
        Allowance::of(&self.config.mail, &Secrets::fresh())
    }

    async fn ask(&self, allowance: &Allowance, to: &str) -> Given {
        let mail = Mail::new("asked", Address::parse(to).unwrap(), "Grüße", "Asked").unwrap();
        let may = May::<Write>::by(Actor::Console, &self.data.db, &self.clock).unwrap();
        let allowance = allowance.clone();
        may.write(move |tx| allowance.put(tx.conn, tx.now, &mail))
            .await
            .unwrap()
    }
}

#[actix_web::test]
async fn an_address_gets_so_many_an_hour_and_a_day_however_it_is_written() {
    let mut post = Post::new();
    let few = post.allowance(100);
    for to in ["berta@example.de", "Berta@example.de", "BERTA@EXAMPLE.DE"] {
        assert_eq!(post.ask(&few, to).await, Given::Laid);
    }
    assert_eq!(post.ask(&few, "berta@example.de").await, Given::HadEnough);
    assert_eq!(post.ask(&few, "clara@example.de").await, Given::Laid);
    assert_eq!(post.data.count("outbox"), 4);
    // Nobody's address lies in the count.
    assert!(
        !post
            .data
            .dump("asked_mails")
            .to_lowercase()
            .contains("berta")
    );
    post.clock.advance(TimeDelta::minutes(61));
    for _ in 0..2 {
        assert_eq!(post.ask(&few, "berta@example.de").await, Given::Laid);
    }
    assert_eq!(
        post.ask(&few, "berta@example.de").await,
        Given::HadEnough,
        "five a day"
    );
    // What counts no longer is forgotten.
    post.clock.advance(TimeDelta::hours(49));
    post.round().await;
    assert_eq!(post.data.count("asked_mails"), 0);
    assert_eq!(post.ask(&few, "berta@example.de").await, Given::Laid);
}

#[actix_web::test]
async fn in_all_so_many_leave_and_what_the_administration_sends_does_not_count() {
    let mut post = Post::new();
    let few = post.allowance(2);
    post.put().await;
    post.put().await;
    assert_eq!(post.ask(&few, "a@example.de").await, Given::Laid);
    assert_eq!(post.ask(&few, "b@example.de").await, Given::Laid);
    assert_eq!(post.ask(&few, "c@example.de").await, Given::Busy);
    post.put().await;
    assert_eq!(post.data.count("outbox"), 5);
}

#[actix_web::test]
async fn mails_leave_at_a_pace_and_those_somebody_waits_for_first() {
    let mut post = Post::new();
    post.config.mail.per_minute = 4;
    let few = post.allowance(100);
    for _ in 0..6 {
        post.put().await;
    }
    post.clock.advance(TimeDelta::seconds(1));
    post.ask(&few, "berta@example.de").await;
    let mut postman = post.postman();
    assert_eq!(postman.round().await.unwrap().sent, 4);
    assert_eq!(post.server.mails()[0].to, ["berta@example.de"]);
    assert_eq!(postman.round().await.unwrap().sent, 0);
    post.clock.advance(TimeDelta::minutes(1));
    assert_eq!(postman.round().await.unwrap().sent, 3);
    assert_eq!(post.server.mails().len(), 7);
}
