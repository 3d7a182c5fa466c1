//! The two doors: what comes through the writing one is whole or leaves no trace; the reading one cannot write.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use diesel::connection::SimpleConnection;
use diesel::prelude::*;
use diesel::sqlite::SqliteConnection;
use trialog::account::{Action, Actor, May, Permission, Tx};
use trialog::base::clock::Clock;
use trialog::base::db::{Conn, Db};
use trialog::base::error::{AppError, AppResult};
use trialog::base::schema::installation;

use crate::support::database::TestDatabase;
use crate::support::town::midsummer;

/// An act of this test alone.
struct Note;

impl Action for Note {
    const NAME: &'static str = "test.note";
    const NEEDS: Permission = Permission::Administer;
}

fn may(db: &Db, clock: &Clock) -> May<Note> {
    May::by(Actor::Console, db, clock).unwrap()
}

fn note(tx: &mut Tx<Note>, key: &str, value: &str) -> AppResult<()> {
    diesel::insert_into(installation::table)
        .values((installation::key.eq(key), installation::value.eq(value)))
        .execute(tx.conn)?;
    Ok(())
}

#[actix_web::test]
async fn a_write_that_fails_leaves_no_trace_and_takes_no_neighbour_with_it() {
    let (data, clock) = (TestDatabase::new(), midsummer());
    let writes = (0..40).map(|n| {
        may(&data.db, &clock).write(move |tx| {
            note(tx, &format!("n-{n}"), "")?;
            if n % 4 == 0 {
                Err(AppError::Gone)
            } else {
                Ok(n)
            }
        })
    });
    let writes: Vec<_> = writes.map(actix_web::rt::spawn).collect();
    for (n, write) in writes.into_iter().enumerate() {
        let outcome = write.await.unwrap();
        assert_eq!(outcome.is_ok(), n % 4 != 0, "{n}: {outcome:?}");
    }
    assert_eq!(data.count("installation"), 30);
}

#[actix_web::test]
async fn a_statement_that_breaks_a_rule_is_undone_with_all_before_it() {
    let (data, clock) = (TestDatabase::new(), midsummer());
    let twice = may(&data.db, &clock)
        .write(|tx| {
            note(tx, "a", "1")?;
            note(tx, "b", "1")?;
            note(tx, "a", "2")
        })
        .await;
    assert!(matches!(twice, Err(AppError::Internal(_))), "{twice:?}");
    assert_eq!(data.count("installation"), 0);
}

#[actix_web::test]
async fn a_panic_is_answered_and_the_next_write_works() {
    let (data, clock) = (TestDatabase::new(), midsummer());
    // Neighbours wait in the same queue; none of them is lost.
    let before: Vec<_> = (0..5)
        .map(|n| {
            let write = may(&data.db, &clock).write(move |tx| note(tx, &format!("b-{n}"), ""));
            actix_web::rt::spawn(write)
        })
        .collect();
    let broken = may(&data.db, &clock)
        .write(|tx| -> AppResult<()> {
            note(tx, "broken", "")?;
            panic!("a fault of the program")
        })
        .await;
    assert!(matches!(broken, Err(AppError::Internal(_))), "{broken:?}");
    for write in before {
        write.await.unwrap().unwrap();
    }
    may(&data.db, &clock)
        .write(|tx| note(tx, "after", ""))
        .await
        .unwrap();
    assert_eq!(data.count("installation"), 6);
}

#[actix_web::test]
async fn the_reading_door_refuses_every_write() {
    let data = TestDatabase::new();
    for sql in [
        "INSERT INTO installation (key, value) VALUES ('a', 'b')",
        "DELETE FROM installation",
        "UPDATE installation SET value = 'c'",
        "DROP TABLE installation",
        "CREATE TABLE x (id INTEGER)",
    ] {
        let refused = data
            .db
            .read(move |conn| Ok(diesel::sql_query(sql).execute(conn)?))
            .await;
        assert!(refused.is_err(), "{sql}");
    }
    assert_eq!(data.count("installation"), 0);
}

#[actix_web::test]
async fn what_is_acknowledged_can_be_read_at_once_by_everyone() {
    let (data, clock) = (TestDatabase::new(), midsummer());
    let other = data.reopened();
    for n in 0..20 {
        let key = format!("n-{n}");
        let written = key.clone();
        may(&data.db, &clock)
            .write(move |tx| note(tx, &written, "x"))
            .await
            .unwrap();
        let found: i64 = other
            .read(move |conn| {
                let rows = installation::table.filter(installation::key.eq(key));
                Ok(rows.count().get_result(conn)?)
            })
            .await
            .unwrap();
        assert_eq!(found, 1);
    }
}

#[test]
fn eight_threads_of_two_processes_lose_no_write() {
    let (data, clock) = (TestDatabase::new(), midsummer());
    may(&data.db, &clock)
        .write_here(|tx| note(tx, "sum", "0"))
        .unwrap();
    let tries = Arc::new(AtomicUsize::new(0));
    let dbs = [data.db.clone(), data.reopened()];
    let threads: Vec<_> = (0..8)
        .map(|n| {
            let (db, clock, tries) = (dbs[n % 2].clone(), clock.clone(), tries.clone());
            std::thread::spawn(move || {
                for _ in 0..25 {
                    let tries = tries.clone();
                    // Read, add, write: lost when two interleave.
                    may(&db, &clock)
                        .write_here(move |tx| {
                            tries.fetch_add(1, Ordering::Relaxed);
                            let row = installation::table.find("sum");
                            let sum: String = row.select(installation::value).first(tx.conn)?;
                            let sum = sum.parse::<i64>().map_err(anyhow::Error::from)? + 1;
                            diesel::update(row)
                                .set(installation::value.eq(sum.to_string()))
                                .execute(tx.conn)?;
                            Ok(())
                        })
                        .unwrap();
                }
            })
        })
        .collect();
    for thread in threads {
        thread.join().unwrap();
    }
    assert_eq!(data.count("installation WHERE value = '200'"), 1);
    assert!(tries.load(Ordering::Relaxed) >= 200);
}

#[test]
fn nobody_does_what_needs_a_role() {
    let (data, clock) = (TestDatabase::new(), midsummer());
    let refused = May::<Note>::by(Actor::Visitor, &data.db, &clock);
    assert!(matches!(refused.err(), Some(AppError::NotFound)));
    for permission in [
        Permission::Edit,
        Permission::EnterContributions,
        Permission::Moderate,
        Permission::Administer,
    ] {
        assert!(!Actor::Visitor.has(permission), "{permission:?}");
    }
    assert!(Actor::Visitor.has(Permission::Participate));
}

#[actix_web::test]
async fn every_act_of_the_administration_stands_in_the_journal() {
    let (data, clock) = (TestDatabase::new(), midsummer());
    let town = crate::support::town::open(&data.db, &clock).await;
    assert_eq!(town.consultation.slug, "ziele");
    assert_eq!(
        data.count("journal WHERE actor = 'console'"),
        data.count("journal")
    );
    assert_eq!(
        data.count("journal WHERE subject = 'consultation:ziele'"),
        3
    );
    assert_eq!(data.count("journal WHERE subject = 'edition:konzept/1'"), 2);
    // A database that was opened before keeps its rows.
    drop(data.reopened());
    data.connect().batch_execute("SELECT 1").unwrap();
    assert_eq!(data.count("consultations"), 1);
}

#[test]
fn a_connection_that_went_away_fails_one_reader_and_no_second() {
    let data = TestDatabase::new();
    let mut other = data.connect();
    if matches!(other, Conn::Sqlite(_)) {
        // A file does not hang up.
        return;
    }
    let db = Db::open(data.place(), 1).unwrap();
    let read = || db.read_here(|conn| Ok(installation::table.count().get_result::<i64>(conn)?));
    read().unwrap();
    other
        .batch_execute(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity \
             WHERE datname = current_database() AND pid <> pg_backend_pid()",
        )
        .unwrap();
    let failed = (0..20).filter(|_| read().is_err()).count();
    assert!(failed <= 1, "{failed} of 20 who read one after the other");
}

#[derive(QueryableByName)]
struct CompiledWith {
    #[diesel(sql_type = diesel::sql_types::Text)]
    said: String,
}

/// The settings of `.cargo/config.toml` say nothing when they do not arrive: a build then works, and is slower.
#[test]
fn sqlite_is_compiled_as_decided() {
    let mut conn = SqliteConnection::establish(":memory:").unwrap();
    let all = diesel::sql_query("SELECT compile_options AS said FROM pragma_compile_options()");
    let all: Vec<CompiledWith> = all.load(&mut conn).unwrap();
    let is_set = |option: &str| all.iter().any(|one| one.said == option);
    for option in ["ENABLE_QPSG", "THREADSAFE=2", "DEFAULT_MEMSTATUS=0"] {
        assert!(is_set(option), "{option} is missing");
    }
    assert!(!is_set("ENABLE_MEMORY_MANAGEMENT"));
}
