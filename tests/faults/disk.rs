//! The disk refuses: single calls fail, it is full, it can only be read, somebody else holds the database.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::process::{Child, Command, Stdio};

use diesel::Connection;
use diesel::connection::SimpleConnection;
use diesel::sqlite::SqliteConnection;
use scraper::{Html, Selector};

use crate::check;
use crate::crowd::{Shown, crowd};
use crate::person::{Failed, Person, Refusal, Way, hidden};
use crate::power::run;
use crate::server::{Server, pause};
use crate::town::{CONSULTATION, Town};
use crate::{cycles, on_postgres};

/// `strace` beside a running server, making some of its calls to the system fail; it lets go with this value.
struct Sabotage(Child);

impl Sabotage {
    /// `what` as in `strace -e inject=`; nothing where there is no `strace` or nobody may watch.
    fn of(server: &Server, what: &str) -> Option<Self> {
        let calls = what.split(':').next().unwrap();
        let strace = Command::new("strace")
            .args([
                "-f",
                "-q",
                "-o",
                "/dev/null",
                "-p",
                &server.pid().to_string(),
            ])
            .args(["-e", &format!("trace={calls}")])
            .args(["-e", &format!("inject={what}")])
            .stdin(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .ok()?;
        let sabotage = Self(strace);
        let status = format!("/proc/{}/status", server.pid());
        for _ in 0..400 {
            let status = fs::read_to_string(&status).unwrap_or_default();
            if !status.contains("TracerPid:\t0") {
                return Some(sabotage);
            }
            pause(5);
        }
        None
    }
}

impl Drop for Sabotage {
    fn drop(&mut self) {
        // Asked, it lets go of every thread; killed, it would leave some stopped.
        run("kill", &["-INT", &self.0.id().to_string()]);
        let _ = self.0.wait();
    }
}

/// Holds a page that came instead of a receipt to be honest: it says that nothing is confirmed, and keeps what was typed.
#[track_caller]
pub fn honest(refusals: &[Refusal]) {
    for refusal in refusals {
        let (status, page) = (refusal.status, &refusal.page);
        assert!(matches!(status, 500 | 503), "{status}: {page}");
        assert!(!page.contains("Geschafft"), "{page}");
        for (name, value) in &refusal.sent {
            if name != "_token" && !value.is_empty() {
                assert!(page.contains(value), "{name} = {value} is lost: {page}");
            }
        }
        if refusal.sent.len() > 1 {
            assert!(page.contains("Ihre Angaben sind noch da"), "{page}");
        }
    }
}

/// Sends what an honest page has kept, by its own button.
pub fn presses_send(person: &mut Person, page: &str) -> Result<String, Failed> {
    let parsed = Html::parse_document(page);
    let form = Selector::parse("main form[method=post]").unwrap();
    let to = parsed.select(&form).next().unwrap().attr("action").unwrap();
    person.sends_again(to, hidden(page))
}

fn settled(town: &Town, shown: &Shown) {
    let server = Server::start(town);
    check::receipts(server.at, &shown.receipts);
    server.stop();
    check::nothing_half(town);
    town.verify();
}

/// Calls by which something reaches the disk, and how they fail.
///
/// SQLite syncs with `fsync` or `fdatasync`, as it was built; a file that somebody hands in is written to a new name, synced
/// and renamed; folders are made, opened and synced as well.
const CALLS: [&str; 9] = [
    "fsync,fdatasync:error=EIO",
    "fsync,fdatasync:error=ENOSPC",
    "pwrite64:error=EIO",
    "pwrite64:error=ENOSPC",
    "pwrite64:error=EINTR",
    "rename,renameat,renameat2:error=EIO",
    "mkdir,mkdirat:error=ENOSPC",
    "openat:error=EMFILE",
    "read,pread64:error=EIO",
];

#[test]
fn whatever_call_fails_there_is_an_honest_page_or_a_receipt_that_holds() {
    if on_postgres() {
        return;
    }
    let town = Town::new();
    let mut all = Shown::default();
    let mut told = BTreeMap::new();
    let cycles = cycles(CALLS.len());
    for cycle in 0..cycles {
        let server = Server::start(&town);
        let (call, from, every) = (
            CALLS[cycle % CALLS.len()],
            1 + cycle / CALLS.len(),
            2 + cycle % 5,
        );
        let Some(sabotage) = Sabotage::of(&server, &format!("{call}:when={from}+{every}")) else {
            println!("left out: there is no strace here, or it may not watch");
            return;
        };
        let shown = crowd(server.at, 3, |_| pause(700));
        honest(&shown.refusals);
        *told.entry(call).or_insert(0) += shown.refusals.len();
        drop(sabotage);
        // It recovers by itself.
        let again = crowd(server.at, 3, |crowd| crowd.wait_for(2));
        assert!(
            again.refusals.is_empty(),
            "after {call}: {:?}",
            again.refusals
        );
        check::receipts(server.at, &shown.receipts);
        all.receipts.extend(shown.receipts);
        all.receipts.extend(again.receipts);
        all.refusals.extend(shown.refusals);
        let said = server.said();
        assert!(!said.contains("panicked at"), "{said}");
        server.kill();
        check::nothing_half(&town);
    }
    settled(&town, &all);
    println!(
        "{cycles} rounds, {} receipts, all there; honest pages: {told:?}",
        all.receipts.len()
    );
    assert!(!all.refusals.is_empty(), "nothing failed");
}

#[test]
fn a_full_disk_takes_nothing_and_loses_nothing() {
    if on_postgres() {
        return;
    }
    let home = tempfile::tempdir_in(env!("CARGO_TARGET_TMPDIR")).unwrap();
    let place = home.path().to_str().unwrap();
    if !run("mount", &["-t", "tmpfs", "-o", "size=12m", "none", place]) {
        println!("left out: nobody may mount a file system here");
        return;
    }
    let town = Town::in_folder(&home.path().join("var"), "");
    let server = Server::start(&town);
    let before = crowd(server.at, 3, |crowd| crowd.wait_for(3));
    let ballast = home.path().join("ballast");
    fill(&ballast);
    let full = crowd(server.at, 3, |crowd| crowd.wait_for_refusals(10));
    honest(&full.refusals);
    fs::remove_file(ballast).unwrap();
    let after = crowd(server.at, 3, |crowd| crowd.wait_for(3));
    assert!(after.refusals.is_empty(), "{:?}", after.refusals);
    let receipts = [before.receipts, full.receipts, after.receipts].concat();
    check::receipts(server.at, &receipts);
    server.stop();
    check::nothing_half(&town);
    town.verify();
    println!(
        "{} receipts, all there; {} honest pages on the full disk",
        receipts.len(),
        full.refusals.len()
    );
    assert!(run("umount", &["--lazy", place]));
}

fn fill(file: &Path) {
    use std::io::Write;
    let mut file = fs::File::create(file).unwrap();
    let mut size = 1 << 16;
    while size > 0 {
        if file.write_all(&vec![7; size]).is_err() {
            size /= 2;
        }
    }
}

#[test]
fn where_no_file_can_be_kept_the_page_says_so_and_everything_else_goes_on() {
    if on_postgres() {
        return;
    }
    let town = Town::new();
    let files = town.data.join("attachments");
    fs::create_dir_all(&files).unwrap();
    let place = files.to_str().unwrap();
    if !run("mount", &["-t", "tmpfs", "-o", "ro,size=4m", "none", place]) {
        println!("left out: nobody may mount a file system here");
        return;
    }
    let server = Server::start(&town);
    let shown = crowd(server.at, 3, |crowd| {
        crowd.wait_for(3);
        crowd.wait_for_refusals(3);
    });
    honest(&shown.refusals);
    assert!(shown.receipts.iter().all(|receipt| receipt.file.is_none()));
    assert!(run("umount", &["--lazy", place]));
    let mut robin = Person::at(server.at).unwrap();
    let receipt = robin.hands_in(Way::Statement, "Robin").unwrap();
    check::receipts(server.at, &[receipt]);
    server.stop();
    town.verify();
}

#[test]
fn a_database_that_somebody_else_holds_keeps_the_text_and_goes_on_afterwards() {
    if on_postgres() {
        return;
    }
    let town = Town::new();
    let server = Server::start(&town);
    let mut kim = Person::at(server.at).unwrap();
    let page = format!("{CONSULTATION}/comments/sz-baeume");
    let form = hidden(&kim.opens(&page).unwrap());
    let mut holder = SqliteConnection::establish(&town.file().to_string_lossy()).unwrap();
    holder.batch_execute("BEGIN IMMEDIATE").unwrap();
    let text = ("text".to_owned(), "Eine Linde für alle".to_owned());
    let sent = kim.sends_again(&page, [form, vec![text]].concat());
    let Err(Failed::Refused(refusal)) = sent else {
        panic!("{sent:?}");
    };
    honest(std::slice::from_ref(&refusal));
    assert_eq!(refusal.status, 503);
    // Still held: the page of the page.
    let again = presses_send(&mut kim, &refusal.page);
    assert!(matches!(again, Err(Failed::Refused(_))), "{again:?}");
    holder.batch_execute("ROLLBACK").unwrap();
    for _ in 0..2 {
        let receipt = presses_send(&mut kim, &refusal.page).unwrap();
        let receipt = receipt.split('?').next().unwrap().to_owned();
        assert!(kim.opens(&receipt).unwrap().contains("Eine Linde für alle"));
    }
    assert_eq!(check::count(&town, "comments"), 1);
    let mut robin = Person::at(server.at).unwrap();
    robin.hands_in(Way::Statement, "Robin").unwrap();
    server.stop();
    town.verify();
}
