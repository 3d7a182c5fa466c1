//! A backup while people hand in, and the way back from it, by the commands as somebody types them.

use std::fs;
use std::path::Path;

use crate::crowd::crowd;
use crate::server::Server;
use crate::town::{Town, succeeded};
use crate::{check, on_postgres};

#[test]
fn every_receipt_from_before_a_backup_is_there_after_a_restore() {
    if on_postgres() {
        return;
    }
    let town = Town::new();
    let home = tempfile::tempdir_in(env!("CARGO_TARGET_TMPDIR")).unwrap();
    let file = home.path().join("town.trialog");
    let server = Server::start(&town);
    let before = crowd(server.at, 4, |crowd| crowd.wait_for(6)).receipts;
    let during = crowd(server.at, 4, |crowd| {
        crowd.wait_for(1);
        succeeded(&town.command(&["backup"]).arg(&file).output().unwrap());
    });
    assert!(during.refusals.is_empty(), "{:?}", during.refusals);
    server.kill();
    let back = Town::at(&home.path().join("back"), "");
    let probe = back
        .command(&["restore", "--dry-run"])
        .arg(&file)
        .output()
        .unwrap();
    succeeded(&probe);
    assert!(!back.data.exists(), "a probe changes nothing");
    succeeded(&back.command(&["restore"]).arg(&file).output().unwrap());
    let server = Server::start(&back);
    check::receipts(server.at, &before);
    server.stop();
    check::nothing_half(&back);
    back.verify();
    // What is there is never overwritten, and what is half is never begun.
    let again = back.command(&["restore"]).arg(&file).output().unwrap();
    assert_eq!(again.status.code(), Some(1));
    let whole = fs::read(&file).unwrap();
    for (name, bytes) in [
        ("half", &whole[..whole.len() / 2]),
        ("short", &whole[..whole.len() - 1]),
        ("none", b"nothing of the kind".as_slice()),
    ] {
        refused(home.path(), name, bytes);
    }
    // One byte anywhere.
    for at in (1..20).map(|n| whole.len() * n / 21) {
        let mut altered = whole.clone();
        altered[at] ^= 1;
        refused(home.path(), "altered", &altered);
    }
}

/// Holds that a file is refused before anything is touched.
#[track_caller]
fn refused(home: &Path, name: &str, bytes: &[u8]) {
    let (file, data) = (home.join(name), home.join(format!("{name}-var")));
    fs::write(&file, bytes).unwrap();
    let town = Town::at(&data, "");
    let done = town.command(&["restore"]).arg(&file).output().unwrap();
    let said = String::from_utf8_lossy(&done.stderr);
    assert_eq!(done.status.code(), Some(1), "{name}: {said}");
    assert!(said.contains("Nichts wurde verändert"), "{said}");
    assert!(!data.exists(), "{name} was begun");
}
