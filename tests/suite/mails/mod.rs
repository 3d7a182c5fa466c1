//! Mails: each leaves once, whatever the mail server does, and what is sent is forgotten.

mod budget;
mod desk;
mod encrypted;

use chrono::TimeDelta;
use trialog::account::{Action, Actor, May, Permission};
use trialog::base::clock::Clock;
use trialog::base::config::{Config, Transport};
use trialog::base::error::AppError;
use trialog::base::mail::{Address, Courier, Mail};
use trialog::base::outbox::{self, Postman, Round, Stuck};

pub use desk::given_up;

use crate::support::database::TestDatabase;
use crate::support::smtp::{Conduct, MailServer};
use crate::support::town::midsummer;

/// An act of these tests alone.
struct Write;

impl Action for Write {
    const NAME: &'static str = "test.write";
    const NEEDS: Permission = Permission::Administer;
}

struct Post {
    data: TestDatabase,
    clock: Clock,
    server: MailServer,
    config: Config,
}

impl Post {
    fn new() -> Self {
        let server = MailServer::start();
        let mut config = Config::for_tests();
        server.serve(&mut config);
        Self {
            data: TestDatabase::new(),
            clock: midsummer(),
            server,
            config,
        }
    }

    fn mail() -> Mail {
        let anna = Address::parse("anna@example.de").unwrap();
        Mail::new(
            "test",
            anna,
            "Grüße",
            "Liebe Anna,\n.\nschön, dass Sie da sind.",
        )
        .unwrap()
    }

    async fn put(&self) {
        let may = May::<Write>::by(Actor::Console, &self.data.db, &self.clock).unwrap();
        may.write(|tx| outbox::put(tx.conn, tx.now, &Self::mail()))
            .await
            .unwrap();
    }

    fn postman(&self) -> Postman {
        let courier = Courier::of(&self.config).unwrap();
        Postman::new(self.data.db.clone(), self.clock.clone(), courier)
    }

    async fn round(&self) -> Round {
        self.postman().round().await.unwrap()
    }

    fn stuck(&self) -> Stuck {
        let now = self.clock.now();
        self.data
            .db
            .read_here(|conn| outbox::stuck(conn, now))
            .unwrap()
    }
}

const SENT: Round = Round {
    sent: 1,
    later: 0,
    given_up: 0,
};
const LATER: Round = Round {
    sent: 0,
    later: 1,
    given_up: 0,
};
const GIVEN_UP: Round = Round {
    sent: 0,
    later: 0,
    given_up: 1,
};
const NOTHING: Round = Round {
    sent: 0,
    later: 0,
    given_up: 0,
};

#[actix_web::test]
async fn a_mail_leaves_once_and_is_forgotten() {
    let post = Post::new();
    post.put().await;
    assert_eq!(post.round().await, SENT);
    post.clock.advance(TimeDelta::days(2));
    assert_eq!(post.round().await, NOTHING);
    let mails = post.server.mails();
    assert_eq!(mails.len(), 1);
    let mail = &mails[0];
    assert_eq!(mail.from, "mitreden@lindenau.example");
    assert_eq!(mail.to, ["anna@example.de"]);
    assert_eq!(mail.text(), "Liebe Anna,\n.\nschön, dass Sie da sind.");
    assert_eq!(
        mail.header("Auto-Submitted").as_deref(),
        Some("auto-generated")
    );
    let row = post.data.dump("outbox");
    for gone in ["anna", "Grüße", "Liebe"] {
        assert!(!row.contains(gone), "{row}");
    }
}

#[actix_web::test]
async fn an_act_that_fails_sends_no_mail() {
    let post = Post::new();
    let may = May::<Write>::by(Actor::Console, &post.data.db, &post.clock).unwrap();
    let failed = may
        .write(|tx| {
            outbox::put(tx.conn, tx.now, &Post::mail())?;
            Err::<(), _>(AppError::Gone)
        })
        .await;
    assert!(failed.is_err());
    assert_eq!(post.round().await, NOTHING);
    assert_eq!(post.server.calls(), 0);
}

#[actix_web::test]
async fn a_server_that_cannot_now_is_asked_again_later() {
    let conducts = [
        Conduct::Answer("CONNECT", "421 later"),
        Conduct::Answer("MAIL", "451 later"),
        Conduct::Answer("RCPT", "450 4.2.1 box is busy"),
        Conduct::Answer("RCPT", "550 5.7.1 relaying denied"),
        Conduct::Answer("DATA", "452 full"),
        Conduct::Answer("END", "554 5.3.4 too big for us today"),
        Conduct::Hang("CONNECT"),
        Conduct::Hang("RCPT"),
        Conduct::Hang("END"),
        Conduct::HangUp("EHLO"),
        Conduct::HangUp("DATA"),
        Conduct::HangUp("END"),
    ];
    for conduct in conducts {
        let post = Post::new();
        post.put().await;
        post.server.behave(conduct.clone());
        assert_eq!(post.round().await, LATER, "{conduct:?}");
        assert_eq!(
            post.round().await,
            NOTHING,
            "{conduct:?} is not asked at once"
        );
        assert_eq!(post.stuck().waiting, 1, "{conduct:?}");
        post.server.behave(Conduct::Accept);
        post.clock.advance(TimeDelta::seconds(59));
        assert_eq!(post.round().await, NOTHING, "{conduct:?}");
        post.clock.advance(TimeDelta::seconds(1));
        assert_eq!(post.round().await, SENT, "{conduct:?}");
        assert_eq!(post.server.mails().len(), 1, "{conduct:?}");
        assert_eq!(post.stuck(), Stuck::default(), "{conduct:?}");
    }
}

#[actix_web::test]
async fn a_recipient_who_does_not_exist_is_not_asked_for_twice() {
    let post = Post::new();
    post.put().await;
    post.server
        .behave(Conduct::Answer("RCPT", "550 5.1.1 no such user"));
    assert_eq!(post.round().await, GIVEN_UP);
    post.clock.advance(TimeDelta::days(1));
    assert_eq!(post.round().await, NOTHING);
    assert_eq!(
        post.stuck(),
        Stuck {
            waiting: 0,
            given_up: 1
        }
    );
    // Whom it did not reach can be read; what stood in it is gone.
    let row = post.data.dump("outbox");
    assert!(
        row.contains("anna@example.de") && row.contains("no such user"),
        "{row}"
    );
    assert!(!row.contains("Liebe"), "{row}");
}

#[actix_web::test]
async fn after_six_tries_a_mail_is_given_up() {
    let post = Post::new();
    post.put().await;
    post.server.behave(Conduct::Answer("CONNECT", "421 later"));
    for wait in [1, 5, 30, 120, 720] {
        assert_eq!(post.round().await, LATER);
        post.clock
            .advance(TimeDelta::minutes(wait) - TimeDelta::seconds(1));
        assert_eq!(post.round().await, NOTHING, "{wait}");
        post.clock.advance(TimeDelta::seconds(1));
    }
    assert_eq!(post.round().await, GIVEN_UP);
    post.clock.advance(TimeDelta::days(7));
    assert_eq!(post.round().await, NOTHING);
    assert_eq!(post.server.calls(), 6);
    assert_eq!(post.stuck().given_up, 1);
}

#[actix_web::test]
async fn a_mail_that_was_taken_without_a_word_comes_again_under_the_same_name() {
    let post = Post::new();
    post.put().await;
    post.server.behave(Conduct::TakeAndHangUp);
    assert_eq!(post.round().await, LATER);
    post.server.behave(Conduct::Accept);
    post.clock.advance(TimeDelta::minutes(1));
    assert_eq!(post.round().await, SENT);
    let ids: Vec<_> = post
        .server
        .mails()
        .iter()
        .map(|mail| mail.header("Message-ID"))
        .collect();
    assert_eq!(ids.len(), 2);
    assert!(ids[0].is_some() && ids[0] == ids[1], "{ids:?}");
}

#[actix_web::test]
async fn two_processes_send_no_mail_twice() {
    let post = Post::new();
    for _ in 0..12 {
        post.put().await;
    }
    let second = Postman::new(
        post.data.reopened(),
        post.clock.clone(),
        Courier::of(&post.config).unwrap(),
    );
    let (mut first, mut second) = (post.postman(), second);
    let (one, two) = tokio::join!(first.round(), second.round());
    assert_eq!(one.unwrap().sent + two.unwrap().sent, 12);
    let mut ids: Vec<_> = post
        .server
        .mails()
        .iter()
        .map(|mail| mail.header("Message-ID"))
        .collect();
    ids.sort();
    ids.dedup();
    assert_eq!((ids.len(), post.server.mails().len()), (12, 12));
}

#[actix_web::test]
async fn a_process_that_ended_in_the_middle_leaves_the_mail_to_the_next() {
    let post = Post::new();
    post.put().await;
    let now = post.clock.now();
    let id = post.data.db.due_mails(now, 100).await.unwrap().remove(0);
    assert!(post.data.db.claim_mail(&id, now).await.unwrap().is_some());
    assert!(post.data.db.claim_mail(&id, now).await.unwrap().is_none());
    assert_eq!(post.round().await, NOTHING);
    post.clock.advance(TimeDelta::minutes(1));
    assert_eq!(post.round().await, SENT);
}

#[actix_web::test]
async fn without_a_mail_server_mails_become_files() {
    let mut post = Post::new();
    let folder = std::path::Path::new(env!("CARGO_TARGET_TMPDIR"))
        .join(format!("mails-{}", std::process::id()));
    post.config.mail.transport = Transport::Files;
    post.config.mail.folder.clone_from(&folder);
    post.put().await;
    assert_eq!(post.round().await, SENT);
    let files: Vec<_> = std::fs::read_dir(&folder)
        .unwrap()
        .map(|f| f.unwrap().path())
        .collect();
    assert_eq!(files.len(), 1);
    assert_eq!(files[0].extension().unwrap(), "eml");
    let text = std::fs::read_to_string(&files[0]).unwrap();
    assert!(text.contains("To: anna@example.de"), "{text}");
    std::fs::remove_dir_all(folder).unwrap();
}

#[actix_web::test]
async fn an_open_line_is_refused_when_the_way_should_be_encrypted() {
    let mut post = Post::new();
    post.config.mail.smtp_security = trialog::base::config::Security::Starttls;
    post.put().await;
    assert_eq!(post.round().await, LATER);
    assert!(post.server.mails().is_empty());
    assert!(Courier::of(&post.config).unwrap().try_out().await.is_err());
    post.server.serve(&mut post.config);
    assert_eq!(Courier::of(&post.config).unwrap().try_out().await, Ok(()));
}
