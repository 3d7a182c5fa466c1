//! A second PostgreSQL that follows the first: it takes over, and it is read from.

use std::fs;
use std::time::{Duration, Instant};

use crate::check;
use crate::cluster::Cluster;
use crate::crowd::{Shown, crowd};
use crate::disk::honest;
use crate::kill::{RECEIPTS, moment};
use crate::person::Person;
use crate::server::{Server, pause};
use crate::town::{Town, succeeded};
use crate::{cycles, on_postgres};

fn town(url: &str) -> (tempfile::TempDir, Town) {
    let home = tempfile::tempdir_in(env!("CARGO_TARGET_TMPDIR")).unwrap();
    let town = Town::in_folder(&home.path().join("var"), url);
    (home, town)
}

#[test]
fn a_standby_takes_over_under_load_and_no_receipt_is_lost() {
    let Some(first) = on_postgres().then(Cluster::start).flatten() else {
        return;
    };
    let second = first.standby();
    let (_home, town) = town(&Cluster::url_of(&first, &second));
    let hint = "synchronous_standby_names ist leer";
    assert!(checked(&town).contains(hint), "{}", checked(&town));
    let server = Server::start(&town);
    let mut all = Shown::default();
    let (mut primary, mut standby) = (&first, &second);
    let cycles = cycles(1);
    for cycle in 0..cycles {
        if cycle > 0 {
            standby.follows(primary);
        }
        primary.waits_for_standby();
        assert!(!checked(&town).contains(hint), "{}", checked(&town));
        let mut away = Duration::ZERO;
        let shown = crowd(server.at, 4, |crowd| {
            crowd.wait_for(RECEIPTS);
            pause(moment(cycle));
            primary.dies();
            let died = Instant::now();
            crowd.wait_for_refusals(1);
            standby.is_promoted();
            // The same process goes on by itself.
            crowd.wait_for(1);
            away = died.elapsed();
            crowd.wait_for(RECEIPTS);
        });
        honest(&shown.refusals);
        check::receipts(server.at, &shown.receipts);
        check::nothing_half(&town);
        println!(
            "{} receipts, {} honest pages, the first receipt {away:?} after the primary died",
            shown.receipts.len(),
            shown.refusals.len()
        );
        all.receipts.extend(shown.receipts);
        (primary, standby) = (standby, primary);
    }
    check::receipts(server.at, &all.receipts);
    server.stop();
    town.verify();
}

/// What `trialog check` says.
fn checked(town: &Town) -> String {
    let said = town.command(&["check"]).output().unwrap();
    [said.stdout, said.stderr]
        .map(|text| String::from_utf8_lossy(&text).into_owned())
        .concat()
}

/// How long a page may go on showing what was before, on a machine that is busy with other tests.
const SOON: Duration = Duration::from_secs(30);

#[track_caller]
fn until(what: &str, mut holds: impl FnMut() -> bool) {
    let began = Instant::now();
    while !holds() {
        assert!(began.elapsed() < SOON, "not within {SOON:?}: {what}");
        pause(20);
    }
}

/// Publishes one more consultation and waits until its title stands on the page of all of them.
#[track_caller]
fn publishes(town: &Town, server: &Server, slug: &str) {
    let file = town.data.join(format!("{slug}.toml"));
    let text = fs::read_to_string(town.data.join("ziele.toml")).unwrap();
    let text = text
        .replace("slug = \"ziele\"", &format!("slug = \"{slug}\""))
        .replace("Ziele für Lindenau", &format!("Titel {slug}"));
    fs::write(&file, text).unwrap();
    let import = [
        "import",
        "consultation",
        "--strategy",
        "konzept",
        "--publish",
    ];
    succeeded(&town.command(&import).arg(file).output().unwrap());
    let title = format!("Titel {slug}");
    until(&title, || shows(server, &title));
}

fn shows(server: &Server, words: &str) -> bool {
    let mut reader = Person::at(server.at).unwrap();
    reader.opens("/").unwrap().contains(words)
}

#[test]
fn public_pages_are_read_from_a_standby_unless_it_is_behind_or_away() {
    let Some(primary) = on_postgres().then(Cluster::start).flatten() else {
        return;
    };
    let standby = primary.standby();
    let (_home, town) = town(&primary.url());
    let server = Server::start_with(&town, |command| {
        command.env("TRIALOG__DATABASE__READ_URL", standby.url());
    });
    // Made for the first time on the primary, then anew on the standby.
    assert!(shows(&server, "Ziele für Lindenau"));
    publishes(&town, &server, "eins");
    let reads = "SELECT CAST(SUM(seq_scan + COALESCE(idx_scan, 0)) AS TEXT) AS said \
                 FROM pg_stat_user_tables WHERE relname = 'consultations'";
    let mut n = 0;
    until("the standby is read from", || {
        n += 1;
        publishes(&town, &server, &format!("z{n}"));
        standby.says(reads) != "0"
    });
    // It stands still: what it shows is not taken for the newest.
    standby.says("SELECT CAST(pg_wal_replay_pause() AS TEXT) AS said");
    publishes(&town, &server, "drei");
    for _ in 0..20 {
        assert!(shows(&server, "Titel drei"));
        pause(100);
    }
    standby.says("SELECT CAST(pg_wal_replay_resume() AS TEXT) AS said");
    publishes(&town, &server, "vier");
    // Whoever hands something in meets the primary alone.
    let shown = crowd(server.at, 2, |crowd| crowd.wait_for(RECEIPTS));
    assert!(shown.refusals.is_empty(), "{:?}", shown.refusals);
    standby.dies();
    publishes(&town, &server, "fuenf");
    check::receipts(server.at, &shown.receipts);
    server.stop();
    town.verify();
}
