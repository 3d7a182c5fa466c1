//! Questionnaires from other channels: all of a file or nothing, and the same file once.

use std::cell::Cell;

use trialog::account::{Actor, May};
use trialog::base::clock::Clock;
use trialog::base::db::Db;
use trialog::base::error::{AppError, AppResult};
use trialog::consultation::TrackKind;
use trialog::participation::{Channel, EnterContributions, head_count, people_by_day};
use trialog::survey::import::{self, RowFault};
use trialog::survey::{Batch, Entered, Mark, enter, recount, tallies_of, template};

use crate::support::database::TestDatabase;
use crate::support::town::{self, Town, ZONE, midsummer};

const SHEETS: &str = "\
day;sz-nachbarn;sz-nachbarn.comment;wie-oft;was-fehlt;wie-gut.bus;kinder;wunsch
2026-06-20;mutiger;Mehr davon;Oft;Bänke | licht;gut;2;
20.6.2026;right;;nie;;;0;Ruhe
;;Nur ein Kommentar;oft;;;;
";

fn read(town: &Town, clock: &Clock, file: &str) -> Result<Batch, Vec<RowFault>> {
    let window = town.consultation.track(TrackKind::Survey).unwrap().window;
    let today = ZONE.day(clock.now());
    import::read(
        town.survey("leben"),
        Channel::Paper,
        &window,
        (ZONE, today),
        file.as_bytes(),
    )
}

async fn take(db: &Db, clock: &Clock, town: &Town, batch: Batch) -> AppResult<Entered> {
    let may = May::<EnterContributions>::by(Actor::Console, db, clock).unwrap();
    let (id, survey) = (town.consultation.id.clone(), town.survey("leben").clone());
    may.write(move |tx| enter(tx, &id, &survey, &batch, &|_| {}))
        .await
}

#[actix_web::test]
async fn a_file_counts_once_with_its_channel_and_its_days() {
    let (data, clock) = (TestDatabase::new(), midsummer());
    let town = town::open(&data.db, &clock).await;
    let batch = read(&town, &clock, SHEETS).unwrap();
    assert_eq!(
        take(&data.db, &clock, &town, batch).await.unwrap(),
        Entered::All(3)
    );
    let id = town.consultation.id.clone();
    let (people, days, tally) = data
        .db
        .read(move |conn| {
            Ok((
                head_count(conn, &id)?,
                people_by_day(conn, &id)?,
                tallies_of(conn, &id)?,
            ))
        })
        .await
        .unwrap();
    assert_eq!(people, 3);
    let days: Vec<_> = days
        .iter()
        .map(|(day, channel, n)| (day.to_string(), channel.as_str(), *n))
        .collect();
    // Without a day: the last one on which it can have come.
    assert_eq!(
        days,
        [
            ("2026-06-20".into(), "paper", 2),
            ("2026-07-01".into(), "paper", 1)
        ]
    );
    let goal = town.question("leben", "sz-nachbarn").id;
    assert_eq!(tally.at(goal, 0, Mark::Bolder.code()), 1);
    assert_eq!(tally.at(goal, 0, Mark::Right.code()), 1);
    assert_eq!(tally.texts(goal), 2);
    assert_eq!(tally.at(town.question("leben", "was-fehlt").id, 2, 1), 1);
    assert_eq!(data.db.read(recount).await.unwrap(), []);
    // Nothing opens what nobody got a receipt for.
    assert_eq!(
        data.count("participations WHERE secret_hash IS NOT NULL"),
        0
    );
}

#[actix_web::test]
async fn the_same_file_is_taken_once() {
    let (data, clock) = (TestDatabase::new(), midsummer());
    let town = town::open(&data.db, &clock).await;
    for n in 0..2 {
        let batch = read(&town, &clock, SHEETS).unwrap();
        let outcome = take(&data.db, &clock, &town, batch).await.unwrap();
        assert_eq!(matches!(outcome, Entered::Before(_)), n == 1, "{outcome:?}");
    }
    assert_eq!(data.count("questionnaires"), 3);
    assert_eq!(data.count("journal WHERE act = 'contributions.enter'"), 1);
}

#[actix_web::test]
async fn a_batch_that_breaks_off_leaves_nothing_behind() {
    let (data, clock) = (TestDatabase::new(), midsummer());
    let town = town::open(&data.db, &clock).await;
    let mut batch = read(&town, &clock, SHEETS).unwrap();
    // A question of no survey: the database refuses the last sheet.
    let last = batch.sheets.last_mut().unwrap();
    last.1.insert(999_999, trialog::survey::Answer::Number(1));
    let outcome = take(&data.db, &clock, &town, batch).await;
    assert!(matches!(outcome, Err(AppError::Internal(_))), "{outcome:?}");
    for table in [
        "questionnaires",
        "answers",
        "participations",
        "import_batches",
        "tallies",
        "headcounts",
        "survey_days",
    ] {
        assert_eq!(data.count(table), 0, "{table}");
    }
    // The repaired file is not "the same file" then.
    let batch = read(&town, &clock, SHEETS).unwrap();
    assert_eq!(
        take(&data.db, &clock, &town, batch).await.unwrap(),
        Entered::All(3)
    );
}

#[actix_web::test]
async fn every_row_that_is_not_understood_is_named_with_its_line() {
    let (data, clock) = (TestDatabase::new(), midsummer());
    let town = town::open(&data.db, &clock).await;
    let file = "day,sz-nachbarn,kinder\n2026-06-20,super,2\n2026-07-02,right,1\n31.6.2026,right,-1\n,,\n2026-06-20,right\n";
    let faults = read(&town, &clock, file).err().unwrap();
    let told: Vec<_> = faults
        .iter()
        .map(|f| (f.line, f.column.as_deref().unwrap_or("")))
        .collect();
    // 2 July lies ahead: today is the first.
    assert_eq!(
        told,
        [
            (2, "sz-nachbarn"),
            (3, "day"),
            (4, "day"),
            (4, "kinder"),
            (6, "")
        ],
        "{faults:?}"
    );
    let unknown = read(&town, &clock, "day,sz-9\n,right\n").err().unwrap();
    assert_eq!(
        (unknown[0].line, unknown[0].column.as_deref()),
        (1, Some("sz-9"))
    );
    assert!(
        read(&town, &clock, "day,kinder\n").is_err(),
        "a file without sheets"
    );
    let window = town.consultation.track(TrackKind::Survey).unwrap().window;
    let latin = b"day,wunsch\n,sch\xf6n\n";
    let today = ZONE.day(clock.now());
    let faults = import::read(
        town.survey("leben"),
        Channel::Paper,
        &window,
        (ZONE, today),
        latin,
    );
    assert_eq!(faults.err().unwrap()[0].line, 2, "not UTF-8");
}

#[actix_web::test]
async fn the_template_is_understood_by_the_import() {
    let (data, clock) = (TestDatabase::new(), midsummer());
    let town = town::open(&data.db, &clock).await;
    let header = template::header(town.survey("leben"));
    assert_eq!(header.len(), template::codebook(town.survey("leben")).len());
    let row = header.iter().map(|column| match column.as_str() {
        "sz-wege" => "streichen",
        _ => "",
    });
    let file = format!(
        "{}\n{}\n",
        header.join(","),
        row.collect::<Vec<_>>().join(",")
    );
    let batch = read(&town, &clock, &file);
    assert_eq!(
        batch
            .map_err(|faults| format!("{faults:?}"))
            .unwrap()
            .sheets
            .len(),
        1
    );
}

#[test]
fn progress_is_told_sheet_by_sheet() {
    let (data, clock) = (TestDatabase::new(), midsummer());
    let town = actix_web::rt::System::new().block_on(town::open(&data.db, &clock));
    let batch = read(&town, &clock, SHEETS).unwrap();
    let may = May::<EnterContributions>::by(Actor::Console, &data.db, &clock).unwrap();
    let (id, survey) = (town.consultation.id.clone(), town.survey("leben").clone());
    let heard = may
        .write_here(move |tx| {
            let last = Cell::new(0);
            enter(tx, &id, &survey, &batch, &|n| {
                assert_eq!(n, last.get() + 1);
                last.set(n);
            })?;
            Ok(last.get())
        })
        .unwrap();
    assert_eq!(heard, 3);
}
