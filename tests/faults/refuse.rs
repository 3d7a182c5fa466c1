//! What the program refuses before anything can be lost.

use diesel::Connection;
use diesel::connection::SimpleConnection;
use diesel::sqlite::SqliteConnection;

use crate::check;
use crate::crowd::crowd;
use crate::on_postgres;
use crate::server::Server;
use crate::town::Town;

#[test]
fn a_second_server_on_one_file_is_refused_and_the_first_goes_on() {
    if on_postgres() {
        return;
    }
    let town = Town::new();
    let first = Server::start(&town);
    let shown = crowd(first.at, 2, |crowd| {
        crowd.wait_for(1);
        let mut second = Server::launch(&town, |_| {});
        assert_eq!(second.ended().code(), Some(1));
        assert!(second.said().contains("läuft schon"), "{}", second.said());
        let demo = town
            .command(&["demo", "--fresh", "--bind", "127.0.0.1:0"])
            .output()
            .unwrap();
        assert_eq!(demo.status.code(), Some(1));
    });
    assert!(shown.refusals.is_empty(), "{:?}", shown.refusals);
    check::receipts(first.at, &shown.receipts);
    // However the first ends, the next may serve.
    first.kill();
    let next = Server::start(&town);
    check::receipts(next.at, &shown.receipts);
    next.stop();
}

#[test]
fn an_older_program_does_not_touch_newer_data() {
    if on_postgres() {
        return;
    }
    let town = Town::new();
    let file = town.file();
    let mut conn = SqliteConnection::establish(&file.to_string_lossy()).unwrap();
    conn.batch_execute(
        "INSERT INTO __diesel_schema_migrations (version) VALUES ('20991231000000'); PRAGMA journal_mode = DELETE",
    )
    .unwrap();
    drop(conn);
    let before = std::fs::read(&file).unwrap();
    let mut server = Server::launch(&town, |_| {});
    assert_eq!(server.ended().code(), Some(1));
    assert!(server.said().contains("neuere"), "{}", server.said());
    for command in ["verify", "backup"] {
        let file = town.data.join("b.trialog");
        let mut command = town.command(&[command]);
        if command.get_args().any(|argument| argument == "backup") {
            command.arg(file);
        }
        assert_eq!(command.output().unwrap().status.code(), Some(1));
    }
    let mut conn = SqliteConnection::establish(&file.to_string_lossy()).unwrap();
    conn.batch_execute("PRAGMA journal_mode = DELETE").unwrap();
    drop(conn);
    assert!(std::fs::read(&file).unwrap().len() == before.len());
}

#[test]
fn on_a_disk_that_can_only_be_read_the_server_says_so_and_ends() {
    if on_postgres() {
        return;
    }
    let town = Town::new();
    let place = town.data.to_str().unwrap().to_owned();
    let is_bound = crate::power::run("mount", &["--bind", &place, &place])
        && crate::power::run("mount", &["-o", "remount,bind,ro", &place]);
    if !is_bound {
        println!("left out: nobody may mount a file system here");
        return;
    }
    let mut server = Server::launch(&town, |_| {});
    let status = server.ended();
    let said = server.said();
    crate::power::run("umount", &["--lazy", &place]);
    assert_eq!(status.code(), Some(1), "{said}");
    assert!(said.contains("lässt sich nichts schreiben"), "{said}");
    Server::start(&town).stop();
}
