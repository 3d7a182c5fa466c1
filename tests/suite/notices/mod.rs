//! Following a consultation: feed, calendar and mails.

mod formats;
mod mails;

use trialog::account::{Actor, May};
use trialog::base::mail::Courier;
use trialog::base::outbox::Postman;
use trialog::consultation::{self, PrepareConsultation, TrackKind};
use trialog::notice::page::round::round;

use crate::support::answer::Answer;
use crate::support::app::TestApp;
use crate::support::smtp::{Delivery, MailServer};
use crate::support::town::{CONSULTATION, ZONE, at, town};

const PAGE: &str = "/consultations/ziele/subscribe";

/// The fixture town with a mail server.
struct Post {
    app: TestApp,
    server: MailServer,
}

impl Post {
    async fn new() -> Self {
        let server = MailServer::start();
        let app = TestApp::with(CONSULTATION, |config| {
            server.serve(config);
            config.limits.per_minute.subscribe = 100;
        })
        .await;
        Self { app, server }
    }

    async fn ask(&self, address: &str, pace: &str) -> Answer {
        let anna = self.app.visitor();
        let form = anna.get(PAGE).await;
        let typed = [("address", address), ("pace", pace)];
        anna.press(&form, "subscribe-button", &typed).await
    }

    /// Carries the outbox out, and gives the mails that arrived by it.
    async fn mails(&self) -> Vec<Delivery> {
        let before = self.server.mails().len();
        let courier = Courier::of(&self.app.site.config).unwrap();
        let mut postman = Postman::new(self.app.data.db.clone(), self.app.clock.clone(), courier);
        postman.round().await.unwrap();
        self.server.mails().split_off(before)
    }

    /// Tells what there is to tell, and gives the mails that arrived by it.
    async fn told(&self) -> Vec<Delivery> {
        round(&self.app.site, &self.app.data.db).await.unwrap();
        self.mails().await
    }

    /// Somebody who follows the consultation; the path of her settings.
    async fn follower(&self, address: &str, pace: &str) -> String {
        self.ask(address, pace).await.expect(303);
        let mail = self.mails().await.pop().unwrap();
        let link = path(&mail, "/subscriptions/confirm/");
        let anna = self.app.visitor();
        let form = anna.get(&link).await;
        anna.press(&form, "subscription-confirm-button", &[])
            .await
            .expect(303);
        let done = anna.get(&link).await;
        let mut links = done.links().into_iter();
        links
            .find(|link| link.starts_with("/subscriptions/") && !link.contains("/confirm/"))
            .unwrap()
    }

    async fn move_deadline(&self, day: &str, reason: &'static str) {
        let now = town(&self.app.data.db, "ziele").await.consultation;
        let day = day.parse().unwrap();
        let db = &self.app.data.db;
        let may = May::<PrepareConsultation>::by(Actor::Console, db, &self.app.clock).unwrap();
        may.write(move |tx| {
            let kind = TrackKind::Survey;
            consultation::change_deadline(tx, &now, kind, (None, day), reason, ZONE)
        })
        .await
        .unwrap()
        .unwrap();
    }

    fn set(&self, local: &str) {
        self.app.clock.set(at(local));
    }
}

/// The path of the address in a mail that begins like this.
fn path(mail: &Delivery, start: &str) -> String {
    let text = mail.text();
    let from = text.find(start).unwrap_or_else(|| panic!("{text}"));
    text[from..].split_whitespace().next().unwrap().to_owned()
}
