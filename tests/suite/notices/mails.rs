//! Mails: after confirmation only, once for each occasion, ended with one press.

use chrono::TimeDelta;
use trialog::account::{Actor, May};
use trialog::consultation::{self, PrepareConsultation};
use trialog::notice::page::round::round;
use trialog::strategy::{self, EditStrategy};

use super::{Post, path};
use crate::evaluation::close_and_publish;
use crate::support::smtp::Delivery;
use crate::support::town::{DRAFT, import, town};

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
    for _ in 0..7 {
        post.ask("anna@example.de", "at_once").await.expect(303);
    }
    assert_eq!(post.mails().await.len(), 4, "five an hour in all");
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
    assert_eq!(post.app.data.count("subscriptions"), 0);
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
