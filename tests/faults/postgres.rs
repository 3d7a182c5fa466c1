//! PostgreSQL: it breaks down, the line to it is cut, several servers work on it.

use std::thread;

use crate::check;
use crate::cluster::Cluster;
use crate::crowd::{Shown, crowd};
use crate::disk::{honest, presses_send};
use crate::kill::{RECEIPTS, moment};
use crate::line::{Cut, Line};
use crate::person::{Failed, Person, hidden};
use crate::server::{Server, pause};
use crate::town::{CONSULTATION, Town};
use crate::{cycles, on_postgres};

fn town(url: &str) -> (tempfile::TempDir, Town) {
    let home = tempfile::tempdir_in(env!("CARGO_TARGET_TMPDIR")).unwrap();
    let town = Town::in_folder(&home.path().join("var"), url);
    (home, town)
}

#[test]
fn whoever_saw_a_receipt_finds_it_after_postgres_broke_down() {
    let Some(cluster) = on_postgres().then(Cluster::start).flatten() else {
        return;
    };
    let (_home, town) = town(&cluster.url());
    let server = Server::start(&town);
    let mut all = Shown::default();
    let cycles = cycles(2);
    for cycle in 0..cycles {
        let shown = crowd(server.at, 4, |crowd| {
            crowd.wait_for(RECEIPTS);
            pause(moment(cycle));
            cluster.breaks_down();
        });
        honest(&shown.refusals);
        // The server goes on by itself.
        let again = crowd(server.at, 4, |crowd| crowd.wait_for(RECEIPTS));
        assert!(again.refusals.is_empty(), "{:?}", again.refusals);
        all.receipts.extend(shown.receipts);
        all.receipts.extend(again.receipts);
        all.refusals.extend(shown.refusals);
        check::nothing_half(&town);
    }
    check::receipts(server.at, &all.receipts);
    server.stop();
    town.verify();
    println!(
        "{cycles} breakdowns, {} receipts, all there; {} honest pages",
        all.receipts.len(),
        all.refusals.len()
    );
}

fn cut_at_commits(cut: Cut) {
    let Some(cluster) = on_postgres().then(Cluster::start).flatten() else {
        return;
    };
    let (_home, town) = town(&cluster.url());
    let line = Line::to(&cluster, cut, 7);
    let server = Server::start(&Town::at(&town.data, &line.url()));
    line.arm(true);
    let shown = crowd(server.at, 4, |crowd| crowd.wait_for(3 * cycles(3)));
    line.arm(false);
    honest(&shown.refusals);
    let cuts = line.cuts();
    assert!(cuts > 0, "nothing was cut");
    check::receipts(server.at, &shown.receipts);
    check::nothing_half(&town);
    let again = crowd(server.at, 4, |crowd| crowd.wait_for(RECEIPTS));
    assert!(again.refusals.is_empty(), "{:?}", again.refusals);
    server.stop();
    town.verify();
    let said = format!(
        "{} receipts, all there; {} honest pages",
        shown.receipts.len(),
        shown.refusals.len()
    );
    println!("{cuts} commits cut ({cut:?}), {said}");
    // The server knows what became of each, so nobody has to be bothered.
    assert!(shown.refusals.is_empty(), "{:?}", shown.refusals);
}

#[test]
fn a_commit_whose_reply_is_lost_counts_once_and_its_receipt_is_shown() {
    cut_at_commits(Cut::Reply);
}

#[test]
fn a_commit_that_never_arrives_is_sent_again_and_counts_once() {
    cut_at_commits(Cut::Request);
}

#[test]
fn a_commit_nobody_can_ask_after_gets_an_honest_page_and_counts_once() {
    let Some(cluster) = on_postgres().then(Cluster::start).flatten() else {
        return;
    };
    let (_home, town) = town(&cluster.url());
    let line = Line::to(&cluster, Cut::Reply, 1);
    let server = Server::start(&Town::at(&town.data, &line.url()));
    let mut kim = Person::at(server.at).unwrap();
    let page = format!("{CONSULTATION}/comments/sz-baeume");
    let form = hidden(&kim.opens(&page).unwrap());
    let text = ("text".to_owned(), "Eine Linde für alle".to_owned());
    line.arm(true);
    line.closes(true);
    let sent = kim.sends_again(&page, [form, vec![text]].concat());
    let Err(Failed::Refused(refusal)) = sent else {
        panic!("{sent:?}");
    };
    honest(std::slice::from_ref(&refusal));
    assert_eq!(
        check::count(&town, "comments"),
        1,
        "stored, and nobody knew"
    );
    line.arm(false);
    line.closes(false);
    let receipt = presses_send(&mut kim, &refusal.page).unwrap();
    let receipt = receipt.split('?').next().unwrap().to_owned();
    assert!(kim.opens(&receipt).unwrap().contains("Eine Linde für alle"));
    assert_eq!(check::count(&town, "comments"), 1);
    server.stop();
    town.verify();
}

#[test]
fn several_servers_on_one_postgres_start_together_and_count_everything_once() {
    let Some(cluster) = on_postgres().then(Cluster::start).flatten() else {
        return;
    };
    let home = tempfile::tempdir_in(env!("CARGO_TARGET_TMPDIR")).unwrap();
    let place = Town::at(&home.path().join("var"), &cluster.url());
    // On an empty database: all of them want to make the tables.
    let servers: Vec<_> = thread::scope(|scope| {
        let start = |_| scope.spawn(|| Server::start(&place));
        let starting: Vec<_> = (0..3).map(start).collect();
        starting
            .into_iter()
            .map(|one| one.join().unwrap())
            .collect()
    });
    let town = Town::in_folder(&place.data, &place.url);
    let shown: Vec<_> = thread::scope(|scope| {
        let visit = |server: &Server| {
            let at = server.at;
            scope.spawn(move || crowd(at, 2, |crowd| crowd.wait_for(RECEIPTS)))
        };
        let visits: Vec<_> = servers.iter().map(visit).collect();
        visits.into_iter().map(|one| one.join().unwrap()).collect()
    });
    for (n, shown) in shown.iter().enumerate() {
        assert!(shown.refusals.is_empty(), "{:?}", shown.refusals);
        // Each asks another one than the one that has taken it.
        check::receipts(servers[(n + 1) % servers.len()].at, &shown.receipts);
    }
    check::nothing_half(&town);
    servers.into_iter().for_each(Server::stop);
    town.verify();
}
