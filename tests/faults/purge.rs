//! Periods and their end, by the commands as somebody types them.

use std::process::Output;

use diesel::connection::SimpleConnection;
use diesel::{Connection, SqliteConnection};

use crate::on_postgres;
use crate::town::{Town, succeeded};

fn run(town: &Town, arguments: &[&str]) -> (Option<i32>, String) {
    let Output {
        status,
        stdout,
        stderr,
    } = town.command(arguments).output().unwrap();
    let said = [stdout, stderr].concat();
    (status.code(), String::from_utf8(said).unwrap())
}

#[test]
fn a_purge_says_first_what_it_would_do_and_refuses_when_the_clock_seems_to_have_leapt() {
    if on_postgres() {
        return;
    }
    let town = Town::new();
    let (code, said) = run(&town, &["purge"]);
    assert_eq!(code, Some(0), "{said}");
    assert!(said.contains("Das war eine Probe"), "{said}");
    // As if the last thing that happened was ages ago, and one mail had left then.
    let old = "UPDATE journal SET at = '2016-01-04 12:00:00'; \
        INSERT INTO outbox (id, kind, recipient, subject, body, created_at, due_at, attempts, sent_at) VALUES \
        ('old', 'notice', '', '', '', '2016-01-04 12:00:00', '2016-01-04 12:00:00', 1, '2016-01-04 12:00:01')";
    let file = town.file();
    let execute = |sql: &str| {
        let mut conn = SqliteConnection::establish(file.to_str().unwrap()).unwrap();
        conn.batch_execute(sql).unwrap();
    };
    execute(old);
    for arguments in [["purge"].as_slice(), &["purge", "--apply"]] {
        let (code, said) = run(&town, arguments);
        assert_eq!(code, Some(1), "{said}");
        assert!(said.contains("04.01.2016"), "{said}");
        assert!(said.contains("Nichts wurde gelöscht"), "{said}");
    }
    let (code, said) = run(&town, &["purge", "--despite-clock"]);
    assert_eq!(code, Some(0), "{said}");
    assert!(said.contains("-\toutbox\t1\t"), "{said}");
    assert!(said.contains("-\tjournal\t"), "{said}");
    let (code, said) = run(&town, &["purge", "--despite-clock", "--apply"]);
    assert_eq!(code, Some(0), "{said}");
    // From then on the clock is believed, and everything is gone that was over.
    let (code, said) = run(&town, &["purge"]);
    assert_eq!(code, Some(0), "{said}");
    assert!(said.contains("Nichts ist zu löschen"), "{said}");
    town.verify();
}

#[test]
fn a_consultation_may_keep_something_longer_or_shorter() {
    if on_postgres() {
        return;
    }
    let town = Town::new();
    let (code, said) = run(&town, &["retention", "ziele"]);
    assert_eq!(code, Some(0), "{said}");
    assert!(
        said.contains("texts\tnach 36 Monaten\twie die Stadt"),
        "{said}"
    );
    assert!(said.contains("published_texts\tnie\t"), "{said}");
    let (_, said) = run(&town, &["retention", "ziele", "texts", "--months", "5"]);
    assert!(
        said.contains("texts\tnach 5 Monaten\teigene Frist"),
        "{said}"
    );
    let (_, said) = run(&town, &["retention", "ziele", "texts", "--default"]);
    assert!(
        said.contains("texts\tnach 36 Monaten\twie die Stadt"),
        "{said}"
    );
    for wrong in [
        ["retention", "ziele", "journal", "--months", "5"].as_slice(),
        &["retention", "ziele", "texts", "--months", "5000"],
        &["retention", "ziele", "--months", "5"],
    ] {
        assert_eq!(run(&town, wrong).0, Some(2), "{wrong:?}");
    }
    assert_eq!(run(&town, &["retention", "nirgends"]).0, Some(1));
    // Nothing was erased, and an empty ledger can be obeyed.
    let ledger = town.command(&["erasures"]).output().unwrap();
    succeeded(&ledger);
    assert!(ledger.stdout.is_empty());
    assert_eq!(run(&town, &["erasures", "--apply", "nowhere"]).0, Some(1));
    let (code, said) = run(&town, &["erase", "unknown", "--reason", "Probe"]);
    assert_eq!(code, Some(1), "{said}");
}
