//! Three processes on one PostgreSQL, under load, one of them killed: whichever a visitor meets, it is one site.

use std::collections::BTreeMap;
use std::fs;
use std::net::SocketAddr;
use std::process::Command;
use std::thread;
use std::time::{Duration, Instant};

use crate::check;
use crate::cluster::Cluster;
use crate::crowd::{Shown, crowd};
use crate::kill::RECEIPTS;
use crate::on_postgres;
use crate::person::Person;
use crate::server::{Server, pause};
use crate::staff::Staff;
use crate::town::{CONSULTATION, Town, succeeded};

/// How long a page may go on showing what another process has changed, on a machine that is busy with other tests.
const SOON: Duration = Duration::from_secs(30);
/// People who ask for mails, at each process.
const FOLLOWERS: usize = 12;

/// A second consultation of the same strategy; its title is not yet anywhere.
const ANOTHER: &str = r#"
slug = "wege"
title = "Wege für Lindenau"
lead = "Wo fehlt ein Weg?"

[[track]]
kind = "survey"
opens = "2020-01-02"
closes = "2098-12-30"

[[survey]]
slug = "wege"
field = "hf-gruen"

[[survey.question]]
key = "ort"
kind = "long_text"
text = "Wo?"
"#;

fn town(url: &str) -> (tempfile::TempDir, Town) {
    let home = tempfile::tempdir_in(env!("CARGO_TARGET_TMPDIR")).unwrap();
    let town = Town::in_folder(&home.path().join("var"), url);
    (home, town)
}

/// A password is enough, and many may ask for mails.
fn generous(command: &mut Command) {
    command.env("TRIALOG__SIGN_IN__SECOND_FACTOR", "false");
    command.env("TRIALOG__MAIL__PUBLIC_PER_HOUR", "100000");
    for act in ["SUBSCRIBE", "SIGN_IN"] {
        command.env(format!("TRIALOG__LIMITS__PER_MINUTE__{act}"), "1000000");
    }
}

fn start(town: &Town) -> Server {
    Server::start_with(town, generous)
}

fn start_together(town: &Town, count: usize) -> Vec<Server> {
    thread::scope(|scope| {
        let starting: Vec<_> = (0..count).map(|_| scope.spawn(|| start(town))).collect();
        starting
            .into_iter()
            .map(|one| one.join().unwrap())
            .collect()
    })
}

/// People hand in at all of these at once, until each has taken some more.
fn crowds(at: &[SocketAddr]) -> Vec<Shown> {
    thread::scope(|scope| {
        let visit = |at: &SocketAddr| {
            let at = *at;
            scope.spawn(move || crowd(at, 2, |crowd| crowd.wait_for(RECEIPTS)))
        };
        let visits: Vec<_> = at.iter().map(visit).collect();
        visits.into_iter().map(|one| one.join().unwrap()).collect()
    })
}

#[test]
fn one_of_three_is_killed_under_load_and_the_others_go_on() {
    let Some(cluster) = on_postgres().then(Cluster::start).flatten() else {
        return;
    };
    let (_home, town) = town(&cluster.url());
    let mut servers = start_together(&town, 3);
    let at: Vec<_> = servers.iter().map(|server| server.at).collect();
    let dying = servers.remove(1);
    let (lost, mut shown) = thread::scope(|scope| {
        let others = scope.spawn(|| crowds(&[at[0], at[2]]));
        let lost = crowd(at[1], 2, |crowd| {
            crowd.wait_for(RECEIPTS);
            dying.signal("KILL");
        });
        (lost, others.join().unwrap())
    });
    dying.kill();
    assert!(lost.refusals.is_empty(), "{:?}", lost.refusals);
    shown.push(lost);
    servers.push(start(&town));
    let at: Vec<_> = servers.iter().map(|server| server.at).collect();
    shown.extend(crowds(&at));
    for (n, shown) in shown.iter().enumerate() {
        assert!(shown.refusals.is_empty(), "{:?}", shown.refusals);
        check::receipts(at[n % 3], &shown.receipts);
        check::receipts(at[(n + 1) % 3], &shown.receipts);
    }
    check::nothing_half(&town);
    servers.into_iter().for_each(Server::stop);
    let listed = "log_entries WHERE position IS NOT NULL";
    let waiting = check::count(&town, "log_entries WHERE position IS NULL");
    // On a slow machine a round has come while people handed in, and the next comes in an hour.
    if check::count(&town, listed) == 0 {
        // All of them want to lay what waits into the list with their first round.
        let servers = start_together(&town, 3);
        until("the check list goes on", || {
            check::count(&town, listed) >= waiting
        });
        servers.into_iter().for_each(Server::stop);
    }
    assert_eq!(
        check::count(&town, listed),
        check::count(
            &town,
            "(SELECT DISTINCT position FROM log_entries WHERE position IS NOT NULL) d"
        ),
        "a place twice"
    );
    let beyond = format!("log_entries WHERE position >= (SELECT COUNT(*) FROM {listed})");
    assert_eq!(check::count(&town, &beyond), 0, "a gap");
    town.verify();
    let receipts: usize = shown.iter().map(|shown| shown.receipts.len()).sum();
    println!(
        "three processes, one killed: {receipts} receipts, all there; {waiting} lines, each once"
    );
}

/// Waits until something holds.
#[track_caller]
fn until(what: &str, mut holds: impl FnMut() -> bool) -> Duration {
    let began = Instant::now();
    while !holds() {
        assert!(began.elapsed() < SOON, "not within {SOON:?}: {what}");
        pause(20);
    }
    began.elapsed()
}

#[test]
fn each_mail_leaves_once_though_three_postmen_carry_them() {
    let Some(cluster) = on_postgres().then(Cluster::start).flatten() else {
        return;
    };
    let (_home, town) = town(&cluster.url());
    let servers = start_together(&town, 3);
    let page = format!("{CONSULTATION}/subscribe");
    let ask = |n: usize, server: &Server| {
        let mut person = Person::at(server.at).unwrap();
        for person_n in 0..FOLLOWERS {
            let address = format!("p{n}-{person_n}@example.de");
            let fields = [
                ("address", &*address),
                ("language", "de"),
                ("pace", "weekly"),
            ];
            person.sends(&page, &page, &fields).unwrap();
        }
    };
    thread::scope(|scope| {
        for (n, server) in servers.iter().enumerate() {
            scope.spawn(move || ask(n, server));
        }
    });
    let all = servers.len() * FOLLOWERS;
    until("all mails have left", || {
        check::count(&town, "outbox WHERE sent_at IS NULL") == 0
    });
    assert_eq!(check::count(&town, "outbox"), i64::try_from(all).unwrap());
    // Written by whoever has sent one, each time.
    let said: Vec<_> = servers.iter().map(Server::said).collect();
    let by_each: Vec<_> = said
        .iter()
        .map(|said| said.matches("a mail has left").count())
        .collect();
    assert_eq!(by_each.iter().sum::<usize>(), all, "{by_each:?}");
    let mut to = BTreeMap::<String, usize>::new();
    for file in fs::read_dir(town.data.join("mails")).unwrap() {
        let mail = fs::read_to_string(file.unwrap().path()).unwrap();
        let line = mail.lines().find(|line| line.starts_with("To: ")).unwrap();
        *to.entry(line.to_owned()).or_default() += 1;
    }
    assert_eq!(to.len(), all);
    assert!(to.values().all(|count| *count == 1), "{to:?}");
    servers.into_iter().for_each(Server::stop);
    town.verify();
    println!("{all} mails, by each of three processes: {by_each:?}");
}

#[test]
fn whoever_loses_a_right_or_signs_out_everywhere_does_so_on_every_process_at_once() {
    let Some(cluster) = on_postgres().then(Cluster::start).flatten() else {
        return;
    };
    let (_home, town) = town(&cluster.url());
    let servers = start_together(&town, 3);
    let at: Vec<_> = servers.iter().map(|server| server.at).collect();
    let mut toni = Staff::first(&town, at[0], "toni@example.de");
    let mut kim = Staff::with_role(&town, at[1], "kim@example.de", "admin");
    for at in &at {
        assert_eq!(toni.opens(*at, "/desk/accounts").0, 200);
        assert_eq!(kim.opens(*at, "/desk/accounts").0, 200);
    }
    // Toni takes Kim's role away on one process: it is gone on each, with her next click.
    let (_, list) = toni.opens(at[2], "/desk/accounts");
    let hers = list.split("kim@example.de").next().unwrap_or_default();
    let hers = hers.rsplit("/desk/accounts/").next().unwrap_or_default();
    let hers = format!("/desk/accounts/{}", hers.split('"').next().unwrap());
    let (status, to) = toni.sends(at[2], &hers, &hers, &[("roles", "moderator")]);
    assert_eq!(status, 303, "{to}");
    for at in &at {
        let (status, page) = kim.opens(*at, "/desk/accounts");
        assert_ne!(status, 200, "{page}");
    }
    // From one browser she ends the session of another.
    let mut elsewhere = toni.elsewhere(at[0]);
    for at in &at {
        assert_eq!(elsewhere.opens(*at, "/desk/account").0, 200);
    }
    let (status, to) = toni.sends(at[1], "/desk/account", "/desk/account/sign-out", &[]);
    assert_eq!((status, to.starts_with("/sign-in")), (303, true), "{to}");
    for at in &at {
        let (status, to) = elsewhere.opens(*at, "/desk/account");
        assert_eq!((status, to.starts_with("/sign-in")), (303, true), "{to}");
    }
    servers.into_iter().for_each(Server::stop);
}

#[test]
fn what_one_process_publishes_the_others_show_soon() {
    let Some(cluster) = on_postgres().then(Cluster::start).flatten() else {
        return;
    };
    let (_home, town) = town(&cluster.url());
    let servers = start_together(&town, 3);
    let shows = |server: &Server| {
        let mut reader = Person::at(server.at).unwrap();
        reader.opens("/").unwrap().contains("Wege für Lindenau")
    };
    for server in servers.iter().chain(&servers) {
        assert!(!shows(server), "it is not published");
    }
    let file = town.data.join("wege.toml");
    fs::write(&file, ANOTHER).unwrap();
    let import = [
        "import",
        "consultation",
        "--strategy",
        "konzept",
        "--publish",
    ];
    succeeded(&town.command(&import).arg(file).output().unwrap());
    let published = Instant::now();
    for server in &servers {
        until("a new consultation stands on the kept page", || {
            shows(server)
        });
    }
    println!("shown by three processes after {:?}", published.elapsed());
    servers.into_iter().for_each(Server::stop);
}
