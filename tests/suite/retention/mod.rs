//! The end of what people gave: erased by themselves, deleted after its period, and forgotten again by a restored backup.

mod own;
mod restored;

use std::collections::BTreeMap;

use trialog::account::{Actor, May};
use trialog::base::config::Retention;
use trialog::retention::model::{Class, Periods, leap};
use trialog::retention::store::{self, Over};
use trialog::retention::{Purge, SetRetention};
use trialog::survey::recount;

use crate::comments::{one_comment, release, with_comments};
use crate::evaluation::close_and_publish;
use crate::evaluation_desk::gather;
use crate::inventory;
use crate::moderation::{PUBLIC, one_text};
use crate::statements::handed_in;
use crate::support::app::TestApp;
use crate::support::database::TestDatabase;
use crate::support::town::at;
use crate::survey::counted;

/// A word nobody else uses.
const CANARY: &str = "Zilpzalp";

/// Long after the end of everything in the fixture town.
const LATE: &str = "2046-01-01 12:00:00";

/// Every row of every table of the inventory that holds some words.
fn where_is(data: &TestDatabase, words: &str) -> Vec<String> {
    let tables = inventory::tables();
    let dumps = tables.iter().map(|table| (table, data.dump(table)));
    dumps
        .flat_map(|(table, dump)| {
            let lines: Vec<_> = dump
                .lines()
                .map(|line| format!("{table}: {line}"))
                .collect();
            lines
        })
        .filter(|line| line.to_lowercase().contains(&words.to_lowercase()))
        .collect()
}

fn periods(app: &TestApp, change: impl FnOnce(&mut Retention)) -> Periods {
    let mut options = app.site.config.retention.clone();
    change(&mut options);
    Periods::of(&options)
}

fn over(app: &TestApp, periods: &Periods) -> Vec<Over> {
    let now = app.clock.now();
    let found = app
        .data
        .db
        .read_here(|conn| store::over(conn, periods, now));
    found.unwrap()
}

/// How many of each class are over.
fn counts(over: &[Over]) -> BTreeMap<&'static str, usize> {
    let mut counts = BTreeMap::new();
    for one in over {
        *counts.entry(one.class.as_str()).or_default() += one.ids.len();
    }
    counts
}

async fn purge(app: &TestApp, periods: &Periods) {
    for one in over(app, periods) {
        let may = May::<Purge>::by(Actor::Console, &app.data.db, &app.clock).unwrap();
        let done = may.write(move |tx| store::purge(tx, &one, &one.ids, true));
        done.await.unwrap();
    }
}

/// A town in which everything a person can give was given, with the canary in it.
async fn lively() -> TestApp {
    let app = TestApp::with(&with_comments(), |_| {}).await;
    let (_, _, public) = one_text(&app, "Zilpzalp an der Straße").await;
    one_text(&app, "Zilpzalp im Garten").await;
    one_comment(&app, "Zilpzalp am Weg").await;
    handed_in(&app, "Zilpzalp am Bach.").await;
    gather(&app).await;
    release(&app, &public).await;
    app
}

#[actix_web::test]
async fn nothing_is_over_before_its_time_and_a_consultation_may_differ() {
    let app = lively().await;
    let town = periods(&app, |options| options.journal = 0);
    // The last deadline is that of statements, 31 July; the month after it is not over.
    app.clock.set(at("2026-08-31 12:00:00"));
    assert_eq!(counts(&over(&app, &town)), BTreeMap::new());
    app.clock.set(at("2026-09-02 12:00:00"));
    assert_eq!(counts(&over(&app, &town)), BTreeMap::from([("drafts", 2)]));
    let of = app.town.consultation.clone();
    let set = |months| {
        let of = of.clone();
        let may = May::<SetRetention>::by(Actor::Console, &app.data.db, &app.clock).unwrap();
        may.write(move |tx| store::set(tx, &of, Class::Texts, months))
    };
    set(Some(1)).await.unwrap();
    let found = counts(&over(&app, &town));
    assert_eq!(
        found.get("texts"),
        Some(&2),
        "{found:?}: one text is public"
    );
    set(None).await.unwrap();
    assert_eq!(counts(&over(&app, &town)), BTreeMap::from([("drafts", 2)]));
    assert!(app.data.dump("journal").contains("retention.change"));
}

#[actix_web::test]
async fn what_is_purged_is_gone_everywhere_and_what_is_published_stays() {
    let app = lively().await;
    app.clock.set(at("2026-08-01 12:00:00"));
    close_and_publish(&app).await;
    let everyone = app.visitor();
    let pages = [PUBLIC, "/consultations/ziele/results/leben"];
    let mut before = Vec::new();
    for url in pages {
        before.push(everyone.get(url).await.expect(200).main());
    }
    let answers = counted(&app);
    app.clock.set(at("2029-09-01 12:00:00"));
    purge(&app, &periods(&app, |_| {})).await;
    for (url, before) in pages.iter().zip(before) {
        assert_eq!(everyone.get(url).await.expect(200).main(), before, "{url}");
    }
    assert_eq!(counted(&app), answers);
    assert_eq!(app.data.db.read_here(recount).unwrap(), []);
    // What is public, and the statement, whose period is longer.
    let left = where_is(&app.data, CANARY);
    assert!(
        left.iter().all(|line| line.contains("Straße")
            || line.contains("am Bach")
            || line.starts_with("contribution_words")),
        "{left:?}"
    );
    assert_eq!(
        app.data
            .count("participations WHERE secret_hash IS NOT NULL"),
        0
    );
    assert!(app.data.dump("journal").contains("retention.purge"));
    // A second time there is nothing left to do.
    assert_eq!(counts(&over(&app, &periods(&app, |_| {}))), BTreeMap::new());
}

/// Columns of the inventory that hold personal words of the town itself, or of somebody who is not gone.
const STAY: [&str; 3] = [
    // Public, and the town's own.
    "consultations.contact",
    "papers.clerk",
    // Open accounts.
    "accounts.email",
];

#[actix_web::test]
async fn every_personal_column_of_the_inventory_is_reached() {
    let app = lively().await;
    app.clock.set(at(LATE));
    let all = periods(&app, |options| {
        options.published_texts = 1;
        options.journal = 24;
    });
    purge(&app, &all).await;
    assert_eq!(where_is(&app.data, CANARY), Vec::<String>::new());
    for (table, column) in inventory::personal() {
        let name = format!("{table}.{column}");
        if STAY.contains(&name.as_str()) || name == "accounts.name" || table == "outbox" {
            continue;
        }
        let left =
            format!("{table} WHERE {column} IS NOT NULL AND {column} NOT IN ('', '[gelöscht]')");
        assert_eq!(app.data.count(&left), 0, "{name} outlives every period");
    }
    assert_eq!(app.data.db.read_here(recount).unwrap(), []);
}

#[actix_web::test]
async fn a_leap_of_the_clock_shows_in_what_was_written() {
    let app = lively().await;
    let written = || app.data.db.read_here(store::instants).unwrap();
    assert!(written().len() > 2);
    assert_eq!(leap(written(), app.clock.now()), None);
    app.clock.set(at(LATE));
    assert!(leap(written(), app.clock.now()).is_some());
    // Somebody says that the clock is right; from then on it counts from there.
    let may = May::<Purge>::by(Actor::Console, &app.data.db, &app.clock).unwrap();
    may.write(store::purged).await.unwrap();
    assert_eq!(leap(written(), app.clock.now()), None);
}
