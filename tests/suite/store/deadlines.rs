//! A deadline holds on the microsecond, by the town's days, without any job.

use chrono::TimeDelta;
use trialog::base::clock::Clock;
use trialog::consultation::{Openness, Phase, TrackKind, open_window};

use crate::support::database::TestDatabase;
use crate::support::town::{self, CONSULTATION, Town, at, midsummer};

async fn is_open(data: &TestDatabase, town: &Town, clock: &Clock) -> bool {
    let (id, now) = (town.consultation.id.clone(), clock.now());
    let window = data
        .db
        .read(move |conn| open_window(conn, &id, TrackKind::Survey, now))
        .await
        .unwrap();
    // Both ways of asking agree: the page's and the one inside the transaction.
    assert_eq!(
        window.is_some(),
        town.consultation.is_open(TrackKind::Survey, now)
    );
    window.is_some()
}

#[actix_web::test]
async fn until_17_july_ends_with_the_last_microsecond_of_that_day() {
    let (data, clock) = (TestDatabase::new(), midsummer());
    let town = town::open(&data.db, &clock).await;
    for (instant, open) in [
        ("2026-06-07 23:59:59.999999", false),
        ("2026-06-08 00:00:00", true),
        ("2026-07-17 23:59:59.999999", true),
        ("2026-07-18 00:00:00", false),
    ] {
        clock.set(at(instant));
        assert_eq!(is_open(&data, &town, &clock).await, open, "{instant}");
    }
    // The other track is open for two weeks more.
    let statements = town.consultation.track(TrackKind::Statements).unwrap();
    assert_eq!(statements.window.at(clock.now()), Openness::Open);
    assert_eq!(town.consultation.phase(clock.now()), Phase::Running);
}

#[actix_web::test]
async fn on_both_days_of_a_clock_change_the_whole_day_counts() {
    for (day, hours) in [("2026-03-29", 23), ("2026-10-25", 25)] {
        let (data, clock) = (TestDatabase::new(), midsummer());
        let file = CONSULTATION
            .replace("2026-06-08", day)
            .replace("2026-07-17", day)
            .replace("2026-07-31", day);
        let town = town::open_as(&data.db, &clock, &file).await;
        let window = town.consultation.track(TrackKind::Survey).unwrap().window;
        assert_eq!(window.closes_at - window.opens_at, TimeDelta::hours(hours));
        let micro = TimeDelta::microseconds(1);
        for (instant, open) in [
            (window.opens_at - micro, false),
            (window.opens_at, true),
            (window.closes_at - micro, true),
            (window.closes_at, false),
        ] {
            clock.set(instant);
            assert_eq!(is_open(&data, &town, &clock).await, open, "{instant}");
        }
    }
}

#[actix_web::test]
async fn what_was_written_reads_back_on_the_microsecond() {
    use diesel::{ExpressionMethods, QueryDsl, RunQueryDsl};
    use trialog::base::schema::consultations::dsl;
    let data = TestDatabase::new();
    let clock = Clock::fixed(at("2026-07-01 10:00:00.123456"));
    town::open(&data.db, &clock).await;
    let made: chrono::NaiveDateTime = data
        .db
        .read(|conn| {
            let row = dsl::consultations.filter(dsl::slug.eq("ziele"));
            Ok(row.select(dsl::created_at).first(conn)?)
        })
        .await
        .unwrap();
    assert_eq!(made.and_utc(), clock.now());
}

#[actix_web::test]
async fn the_newest_window_of_a_track_counts() {
    use diesel::connection::SimpleConnection;
    let (data, clock) = (TestDatabase::new(), midsummer());
    let town = town::open(&data.db, &clock).await;
    let track = town.consultation.track(TrackKind::Survey).unwrap();
    let longer = format!(
        "INSERT INTO track_windows (id, track_id, opens_at, closes_at, reason, set_at, set_by) \
         VALUES ('zzzz', '{}', '2026-06-07 22:00:00', '2026-07-24 22:00:00', 'Die Post streikte', '2026-07-10 08:00:00', 'console')",
        track.id
    );
    data.connect().batch_execute(&longer).unwrap();
    let town = town::town(&data.db, "ziele").await;
    let track = town.consultation.track(TrackKind::Survey).unwrap();
    assert_eq!(track.changes.len(), 1);
    assert_eq!(track.changes[0].reason, "Die Post streikte");
    assert_eq!(track.changes[0].before.closes_at, at("2026-07-18 00:00:00"));
    clock.set(at("2026-07-24 23:59:59.999999"));
    assert!(is_open(&data, &town, &clock).await);
    clock.set(at("2026-07-25 00:00:00"));
    assert!(!is_open(&data, &town, &clock).await);
}
