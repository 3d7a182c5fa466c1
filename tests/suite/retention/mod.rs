//! The end of what people gave: erased by themselves, deleted after its period, and forgotten again by a restored backup.

mod own;
mod restored;

use std::collections::BTreeMap;

use diesel::connection::SimpleConnection;
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

/// What others than residents gave, and what is over besides: an organisation with its people, a closed account, a report of a
/// barrier that is done, a mail that left, a subscription, a resident's account.
const OTHERS: &str = "
INSERT INTO organisations (id, name, folded_name, kind, postal_address, email, state, made_at, made_by)
    VALUES ('org1', 'NABU', 'nabu', 'association', 'Zilpzalpweg 1', 'zilpzalp@nabu.example', 'active', '2026-06-01 08:00:00', 'console');
INSERT INTO organisation_members (id, organisation_id, name, email, is_author, is_signatory, made_at, made_by)
    VALUES ('mem1', 'org1', 'Z. Zilpzalp', 'z@zilpzalp.example', TRUE, TRUE, '2026-06-01 08:00:00', 'console');
INSERT INTO member_links (secret_hash, member_id, made_at, expires_at) VALUES ('h1', 'mem1', '2026-06-01 08:00:00', '2026-06-02 08:00:00');
INSERT INTO accounts (id, email, name, password_hash, created_at, created_by, disabled_at)
    VALUES ('acc1', 'zilpzalp@lindenau.example', 'Zilpzalp', 'hash', '2026-06-01 08:00:00', 'console', '2026-06-20 08:00:00');
INSERT INTO account_roles (account_id, role, granted_at, granted_by) VALUES ('acc1', 'editor', '2026-06-01 08:00:00', 'console');
INSERT INTO feedback (id, received_on, text, reply_to, done_at, done_by)
    VALUES ('fee1', '2026-06-10', 'Der Zilpzalp ist zu leise', 'zilpzalp@example.org', '2026-06-12 08:00:00', 'account:acc1');
INSERT INTO outbox (id, kind, recipient, subject, body, created_at, due_at, attempts, sent_at)
    VALUES ('out1', 'notice', '', '', '', '2026-06-12 08:00:00', '2026-06-12 08:00:00', 1, '2026-06-12 08:00:01');
INSERT INTO subscriptions (id, consultation_id, address, address_hash, lang, pace, asked_at, confirmed_at)
    SELECT 'sub1', id, 'zilpzalp@example.org', 'h', 'de', 'at_once', '2026-06-12 08:00:00', '2026-06-12 08:01:00' FROM consultations;
INSERT INTO resident_accounts (id, address, address_hash, lang, made_on, seen_on)
    VALUES ('res1', 'zilpzalp@example.org', 'h', 'de', '2026-06-12', '2026-06-12');
INSERT INTO resident_codes (id, resident_id, code_hash, sealed, kept_on) VALUES ('cod1', 'res1', 'h', 's', '2026-06-12');
";

/// A town in which everything a person can give was given, with the canary in it.
async fn lively() -> TestApp {
    let app = TestApp::with(&with_comments(), |_| {}).await;
    let (_, _, public) = one_text(&app, "Zilpzalp an der Straße").await;
    one_text(&app, "Zilpzalp im Garten").await;
    one_comment(&app, "Zilpzalp am Weg").await;
    handed_in(&app, "Zilpzalp am Bach.").await;
    gather(&app).await;
    release(&app, &public).await;
    app.data.connect().batch_execute(OTHERS).unwrap();
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
    let left_of = |rows: &str| app.data.count(rows);
    for (rows, n) in [
        ("organisations WHERE name = 'NABU' AND email = ''", 1),
        ("organisation_members", 0),
        ("accounts WHERE email = 'acc1' AND password_hash IS NULL", 1),
        ("account_roles WHERE account_id = 'acc1'", 0),
        ("feedback", 0),
        ("outbox WHERE id = 'out1'", 0),
        ("subscriptions", 0),
        ("resident_accounts", 0),
        // Ten years are not over.
        ("statement_parts", 1),
    ] {
        assert_eq!(left_of(rows), n, "{rows}");
    }
    // A second time there is nothing left to do.
    assert_eq!(counts(&over(&app, &periods(&app, |_| {}))), BTreeMap::new());
}

/// Personal columns that keep something when everything is over, each with its reason.
const STAY: [&str; 7] = [
    // Public, and the town's own.
    "consultations.contact",
    "papers.clerk",
    // Accounts that are not closed; a closed one keeps its own id in place of its address.
    "accounts.email",
    "accounts.name",
    // Mails that wait. The postman forgets them after seven and thirty days.
    "outbox.recipient",
    "outbox.subject",
    "outbox.body",
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
        if STAY.contains(&name.as_str()) {
            continue;
        }
        let left =
            format!("{table} WHERE {column} IS NOT NULL AND {column} NOT IN ('', '[gelöscht]')");
        assert_eq!(app.data.count(&left), 0, "{name} outlives every period");
    }
    assert_eq!(app.data.db.read_here(recount).unwrap(), []);
}

#[actix_web::test]
async fn what_lies_under_blacked_out_passages_goes_and_the_rest_stays_public() {
    let app = TestApp::new().await;
    let (_, _, id) = one_text(&app, "Frau Zilpzalp parkt am Bach").await;
    release(&app, &id).await;
    let redacted =
        "UPDATE free_texts SET state = 'redacted', redacted = 'Frau [geschwärzt] parkt am Bach'";
    app.data.connect().batch_execute(redacted).unwrap();
    gather(&app).await;
    close_and_publish(&app).await;
    let everyone = app.visitor();
    let before = everyone.get(PUBLIC).await.expect(200).main();
    assert!(before.contains("parkt am Bach") && !before.contains(CANARY));
    app.clock.set(at("2029-09-01 12:00:00"));
    purge(&app, &periods(&app, |_| {})).await;
    gather(&app).await;
    assert_eq!(where_is(&app.data, CANARY), Vec::<String>::new());
    assert_eq!(everyone.get(PUBLIC).await.expect(200).main(), before);
    assert!(
        app.data.count("contribution_words") > 1,
        "found by what is left"
    );
}

#[actix_web::test]
async fn a_statement_whose_period_is_over_keeps_its_place_and_loses_its_words() {
    let app = lively().await;
    app.clock.set(at("2037-01-01 12:00:00"));
    let before = app.data.count("contributions");
    let town = periods(&app, |_| {});
    assert_eq!(counts(&over(&app, &town)).get("statements"), Some(&1));
    purge(&app, &town).await;
    let left = where_is(&app.data, "am Bach");
    assert_eq!(left, Vec::<String>::new());
    assert_eq!(app.data.count("contributions"), before);
    assert_eq!(
        app.data
            .count("statement_versions WHERE handed_in_at IS NOT NULL"),
        1
    );
    let editor = app.staff("editor");
    let one = editor.get("/desk/consultations/ziele/statements/1").await;
    one.expect(200).says("[gelöscht]").hides("Kim");
    assert_eq!(counts(&over(&app, &town)).get("statements"), None);
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
