//! Following a consultation: feed, calendar and mails.

use std::collections::BTreeMap;

use actix_web::http::header;
use actix_web::test::TestRequest;
use chrono::TimeDelta;
use trialog::account::{Actor, May};
use trialog::base::mail::Courier;
use trialog::base::outbox::Postman;
use trialog::consultation::{self, PrepareConsultation, TrackKind};
use trialog::notice::page::round::round;
use trialog::strategy::{self, EditStrategy};

use crate::evaluation::close_and_publish;
use crate::moderation::one_text;
use crate::support::answer::Answer;
use crate::support::app::TestApp;
use crate::support::smtp::{Delivery, MailServer};
use crate::support::town::{CONSULTATION, DRAFT, ZONE, at, import, town};

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
        let page = anna.get(PAGE).await;
        let typed = [("address", address), ("pace", pace)];
        anna.press(&page, "subscribe-button", &typed).await
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
        let page = anna.get(&link).await;
        anna.press(&page, "subscription-confirm-button", &[])
            .await
            .expect(303);
        let done = anna.get(&link).await;
        let mut links = done.links().into_iter();
        links
            .find(|link| link.starts_with("/subscriptions/"))
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

#[actix_web::test]
async fn mails_come_only_after_a_press_and_end_with_one() {
    let post = Post::new().await;
    let (app, anna) = (&post.app, post.app.visitor());
    post.ask("Anna@example.de", "at_once").await.expect(303);
    let mail = post.mails().await.pop().unwrap();
    assert_eq!(mail.to, ["Anna@example.de"]);
    assert_eq!(mail.header("List-Unsubscribe"), None);
    let link = path(&mail, "/subscriptions/confirm/");
    // Programs that look at links change nothing.
    for _ in 0..3 {
        anna.get(&link).await.expect(200);
    }
    assert_eq!(
        app.data
            .count("subscriptions WHERE confirmed_at IS NOT NULL"),
        0
    );
    let page = anna.get(&link).await;
    anna.press(&page, "subscription-confirm-button", &[])
        .await
        .expect(303);
    assert_eq!(
        app.data
            .count("subscriptions WHERE confirmed_at IS NOT NULL"),
        1
    );
    // Nothing of what opens a link lies in the database.
    let key = link.rsplit('/').next().unwrap();
    assert!(!app.data.dump("subscriptions").contains(&key[26..]));

    app.clock.advance(TimeDelta::hours(1));
    post.move_deadline("2026-07-24", "Viele Vereine haben darum gebeten.")
        .await;
    app.clock.advance(TimeDelta::minutes(1));
    let mail = post.told().await.pop().unwrap();
    let text = mail.text();
    for said in [
        "Freitag, 24. Juli 2026",
        "vorher Freitag, 17. Juli 2026",
        "Viele Vereine",
    ] {
        assert!(text.contains(said), "{text}");
    }
    assert_eq!(post.told().await, []);
    assert_eq!(
        mail.header("List-Unsubscribe-Post").as_deref(),
        Some("List-Unsubscribe=One-Click")
    );
    let url = mail.header("List-Unsubscribe").unwrap();
    let url = url.trim_matches(['<', '>']);
    let one_click = &url[url.find("/subscriptions/").unwrap()..];
    anna.get(one_click).await.expect(303);
    anna.post(one_click, &[("mark", "drop")]).await.expect(400);
    assert_eq!(app.data.count("subscriptions"), 1);
    for _ in 0..2 {
        let sent = anna
            .post(one_click, &[("List-Unsubscribe", "One-Click")])
            .await;
        sent.expect(200);
    }
    let left = [app.data.dump("subscriptions"), app.data.dump("outbox")].concat();
    assert!(!left.to_lowercase().contains("anna"), "{left}");
    assert_eq!(app.data.count("notices"), 0);
    let settings = path(&mail, "/subscriptions/");
    assert!(
        anna.get(&settings)
            .await
            .says_key(&anna, "subscription-ended")
    );
    anna.get(&link).await.expect(404);
}

#[actix_web::test]
async fn nobody_learns_who_follows_and_nobody_is_flooded() {
    let post = Post::new().await;
    let fresh = post.ask("anna@example.de", "at_once").await;
    assert_eq!(post.mails().await.len(), 1);
    let settings = post.follower("berta@example.de", "at_once").await;
    let known = post.ask("BERTA@example.de", "weekly").await;
    assert_eq!(fresh.location(), known.location());
    let mail = post.mails().await.pop().unwrap();
    assert!(path(&mail, "/subscriptions/").ends_with(&settings[settings.len() - 20..]));
    // What somebody else types in changes nothing.
    assert_eq!(
        post.app.data.count("subscriptions WHERE pace = 'weekly'"),
        0
    );
    for _ in 0..5 {
        post.ask("anna@example.de", "at_once").await.expect(303);
    }
    assert_eq!(post.mails().await.len(), 2, "three a day in all");
    for bad in ["", "anna", "a@b.de\r\nBcc: c@d.de", "a@b.de\0"] {
        let answer = post.ask(bad, "weekly").await;
        answer.expect(422);
    }
    // Keys of one door, of another subscription or of nobody open nothing.
    let anna = post.app.visitor();
    let key = settings.trim_start_matches("/subscriptions/");
    anna.get(&format!("/subscriptions/confirm/{key}"))
        .await
        .expect(404);
    let forged = format!("/subscriptions/{}{}", "0".repeat(26), &key[26..]);
    anna.get(&forged).await.expect(404);
    anna.post(
        &format!("{forged}/one-click"),
        &[("List-Unsubscribe", "One-Click")],
    )
    .await
    .expect(404);
}

#[actix_web::test]
async fn who_does_not_confirm_is_forgotten_after_two_days() {
    let post = Post::new().await;
    post.ask("anna@example.de", "at_once").await.expect(303);
    let link = path(&post.mails().await[0], "/subscriptions/confirm/");
    let anna = post.app.visitor();
    let page = anna.get(&link).await;
    post.app
        .clock
        .advance(TimeDelta::hours(48) + TimeDelta::minutes(1));
    anna.get(&link).await.expect(404);
    anna.press(&page, "subscription-confirm-button", &[]).await;
    assert_eq!(post.told().await, []);
    for table in ["subscriptions", "asked_mails"] {
        assert_eq!(post.app.data.count(table), 0, "{table}");
    }
}

#[actix_web::test]
async fn each_is_reminded_once_seven_days_and_one_day_before_the_end() {
    let post = Post::new().await;
    post.follower("anna@example.de", "at_once").await;
    post.follower("berta@example.de", "weekly").await;
    let to = |mails: &[Delivery]| -> Vec<String> {
        mails.iter().flat_map(|mail| mail.to.clone()).collect()
    };
    post.set("2026-07-10 07:59:59");
    assert_eq!(post.told().await, []);
    post.set("2026-07-10 08:00:00");
    // Two processes at once.
    let other = post.app.data.reopened();
    let (one, two) = (
        round(&post.app.site, &post.app.data.db).await.unwrap(),
        round(&post.app.site, &other).await.unwrap(),
    );
    assert_eq!((one, two), (1, 0));
    let mails = post.mails().await;
    assert_eq!(to(&mails), ["anna@example.de"]);
    assert_eq!(
        mails[0].header("Subject").unwrap(),
        "Die Frist endet in 7 Tagen"
    );
    // The statements' track ends on 31 July; its reminders are its own. Monday is the 13th.
    post.set("2026-07-13 08:00:00");
    let mails = post.told().await;
    assert_eq!(to(&mails), ["berta@example.de"]);
    assert!(mails[0].text().contains("Freitag, 17. Juli 2026"));
    post.set("2026-07-16 09:00:00");
    let mails = post.told().await;
    assert_eq!(to(&mails), ["anna@example.de"]);
    assert_eq!(
        mails[0].header("Subject").unwrap(),
        "Die Frist endet morgen"
    );
    // A reminder that is no longer true does not go out.
    post.set("2026-07-18 09:00:00");
    assert_eq!(post.told().await, []);
}

#[actix_web::test]
async fn editions_and_results_are_told_and_several_things_go_into_one_mail() {
    let post = Post::new().await;
    post.follower("anna@example.de", "at_once").await;
    let (db, clock) = (&post.app.data.db, &post.app.clock);
    close_and_publish(&post.app).await;
    import(db, clock, &DRAFT.replace("Entwurf 1", "Entwurf 2")).await;
    let may = May::<EditStrategy>::by(Actor::Console, db, clock).unwrap();
    may.write(|tx| {
        let id = strategy::edition_id(tx.conn, "konzept", None)?;
        strategy::publish(tx, &id)
    })
    .await
    .unwrap();
    let mails = post.told().await;
    assert_eq!(mails.len(), 1);
    let text = mails[0].text();
    for said in [
        "Die Ergebnisse sind da",
        "Eine neue Fassung ist da",
        "/editions/2",
        "/results",
    ] {
        assert!(text.contains(said), "{text}");
    }
}

#[actix_web::test]
async fn settings_are_changed_and_the_desk_only_counts() {
    let post = Post::new().await;
    let settings = post.follower("anna@example.de", "at_once").await;
    let anna = post.app.visitor();
    let page = anna.get(&settings).await;
    page.hides("anna@");
    let chosen = [("pace", "weekly"), ("language", "en")];
    anna.press(&page, "subscription-save", &chosen)
        .await
        .expect(303);
    assert_eq!(
        post.app
            .data
            .count("subscriptions WHERE pace = 'weekly' AND lang = 'en'"),
        1
    );
    let desk = post.app.staff("editor");
    let home = desk.get("/desk/consultations/ziele").await;
    home.says("Eine Person bekommt Nachrichten").hides("anna@");
    let page = anna.get(&settings).await;
    anna.press(&page, "subscription-end-button", &[])
        .await
        .expect(303);
    assert_eq!(post.app.data.count("subscriptions"), 0);
}

#[actix_web::test]
async fn the_feed_tells_what_has_happened_and_stays_as_it_is() {
    let post = Post::new().await;
    let reader = post.app.visitor();
    let feed = reader.get("/consultations/ziele/feed.atom").await;
    assert_eq!(
        feed.header("content-type"),
        "application/atom+xml; charset=utf-8"
    );
    let read = |answer: &Answer| -> Vec<String> {
        let body = answer.body.as_str();
        let titles = body.split("<title>").skip(2);
        titles
            .map(|rest| rest.split("</title>").next().unwrap().to_owned())
            .collect()
    };
    assert_eq!(
        read(&feed),
        ["Die Beteiligung hat begonnen: Ziele für Lindenau"]
    );
    let tag = feed.header("etag").to_owned();
    let again = TestRequest::get().insert_header((header::IF_NONE_MATCH, tag));
    reader
        .send("/consultations/ziele/feed.atom", again)
        .await
        .expect(304);
    post.move_deadline("2026-07-24", "Wegen <der> Ferien & mehr.")
        .await;
    post.set("2026-08-05 12:00:00");
    let feed = reader.get("/consultations/ziele/feed.atom").await;
    assert_eq!(
        read(&feed),
        [
            "Der nächste Schritt beginnt: Ziele für Lindenau",
            "Die Frist ist vorbei: Ziele für Lindenau",
            "Die Frist endet morgen: Ziele für Lindenau",
            "Die Frist ist vorbei: Ziele für Lindenau",
            "Die Frist endet in 7 Tagen: Ziele für Lindenau",
            "Die Frist endet morgen: Ziele für Lindenau",
            "Die Frist endet in 7 Tagen: Ziele für Lindenau",
            "Eine Frist hat sich geändert: Ziele für Lindenau",
            "Die Beteiligung hat begonnen: Ziele für Lindenau",
        ]
    );
    assert!(
        feed.body.contains("&lt;der&gt; Ferien &amp; mehr."),
        "{}",
        feed.body
    );
    assert_eq!(read(&reader.get("/feed.atom").await).len(), 9);
    let english = reader.get("/feed.atom?lang=en").await;
    assert!(
        english.body.contains("xml:lang=\"en\"") && english.body.contains("A deadline has changed")
    );
    reader
        .get("/consultations/none/feed.atom")
        .await
        .expect(404);
}

/// The entries of a calendar by their names: name to value of each line, unfolded.
fn entries(answer: &Answer) -> BTreeMap<String, BTreeMap<String, String>> {
    assert!(
        answer.body.lines().all(|line| line.len() <= 75),
        "lines are folded"
    );
    let body = answer.body.replace("\r\n ", "");
    let parts = body.split("BEGIN:VEVENT").skip(1);
    let read = parts.map(|part| {
        let lines = part.split("END:VEVENT").next().unwrap().lines();
        let pairs = lines.filter_map(|line| line.split_once(':'));
        let entry: BTreeMap<_, _> = pairs.map(|(a, b)| (a.to_owned(), b.to_owned())).collect();
        (entry["SUMMARY"].clone(), entry)
    });
    read.collect()
}

#[actix_web::test]
async fn the_calendar_keeps_its_entries_and_moves_them_with_the_deadline() {
    let post = Post::new().await;
    let reader = post.app.visitor();
    let url = "/consultations/ziele/calendar.ics";
    let first = reader.get(url).await;
    assert_eq!(first.header("content-type"), "text/calendar; charset=utf-8");
    let before = entries(&first);
    let end = "Umfrage für alle endet: Ziele für Lindenau";
    assert_eq!(before.len(), 5);
    assert_eq!(before[end]["DTSTART;VALUE=DATE"], "20260717");
    assert_eq!(before[end]["DTEND;VALUE=DATE"], "20260718");
    assert_eq!(before[end]["SEQUENCE"], "0");
    // The last day is the one on which the clocks change: still a whole day.
    post.move_deadline("2026-10-25", "Wegen Ferien; Feste, und\nmehr.")
        .await;
    let after = entries(&reader.get(url).await);
    assert_eq!(after[end]["DTSTART;VALUE=DATE"], "20261025");
    assert_eq!(after[end]["DTEND;VALUE=DATE"], "20261026");
    assert_eq!(after[end]["SEQUENCE"], "1");
    assert!(after[end]["DESCRIPTION"].starts_with("Wegen Ferien\\; Feste\\, und\\nmehr."));
    for (name, entry) in &before {
        assert_eq!(after[name]["UID"], entry["UID"], "{name}");
        assert_eq!(entry["DTSTAMP"].len(), 16);
    }
    let step = "Auswerten: Ziele für Lindenau";
    assert_eq!(after[step]["DTEND;VALUE=DATE"], "20261001");
    assert_eq!(entries(&reader.get("/calendar.ics").await).len(), 5);
    assert!(after[end]["DTSTAMP"].starts_with("20260701T"));
}

#[actix_web::test]
async fn a_consultation_that_is_taken_away_takes_its_followers_along() {
    let post = Post::new().await;
    let settings = post.follower("anna@example.de", "at_once").await;
    let (db, clock) = (&post.app.data.db, &post.app.clock);
    let act = || May::<PrepareConsultation>::by(Actor::Console, db, clock).unwrap();
    let now = town(db, "ziele").await.consultation;
    act()
        .write(move |tx| consultation::withdraw(tx, &now))
        .await
        .unwrap();
    // Nobody hears of what nobody sees.
    post.set("2026-07-10 09:00:00");
    assert_eq!(post.told().await, []);
    let now = town(db, "ziele").await.consultation;
    act()
        .write(move |tx| consultation::remove(tx, &now))
        .await
        .unwrap();
    assert_eq!(post.app.data.count("subscriptions"), 0);
    post.app.visitor().get(&settings).await.expect(200);
}

#[actix_web::test]
async fn everything_under_a_code_can_be_taken_away() {
    let app = TestApp::new().await;
    let (anna, home, _) = one_text(&app, "Mehr Licht am Bach").await;
    let json = anna.get(&format!("{home}/data.json")).await;
    json.expect(200);
    let kept: serde_json::Value = serde_json::from_str(&json.body).unwrap();
    assert_eq!(kept["consultation"], "ziele");
    assert!(
        kept["answers"][0]["text"]
            .as_str()
            .unwrap()
            .contains("Mehr Licht am Bach")
    );
    assert_eq!(kept["texts"][0]["state"], "waiting");
    let text = anna.get(&format!("{home}/data.txt")).await;
    text.expect(200).says("Mehr Licht am Bach");
    assert!(text.header("content-disposition").contains("attachment"));
}
