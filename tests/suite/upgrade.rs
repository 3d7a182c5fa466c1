//! A newer program opens what an older one has written: every step of the tables is done on a database with rows in it, and
//! a backup of each released version becomes a town of today.

use std::collections::BTreeMap;
use std::fs;
use std::path::PathBuf;

use actix_web::web;
use diesel::sql_types::Text;
use diesel::{QueryableByName, RunQueryDsl, sql_query};
use diesel_migrations::MigrationHarness;
use trialog::base::attachment::{Digest, Vault};
use trialog::base::backup::{Opened, Target, restore};
use trialog::base::config::Config;
use trialog::base::db::{Db, MIGRATIONS, damage, known_steps};
use trialog::survey::recount;

use crate::backup::{answers, backup, lively};
use crate::comments::one_comment;
use crate::support::app::{TestApp, built_in};
use crate::support::database::{self, System, TestDatabase, system};
use crate::support::source;
use crate::support::town;
use crate::support::visitor::Visitor;

/// What every version has had, and what no step may lose.
const FROM_THE_BEGINNING: [&str; 8] = [
    "strategies",
    "wordings",
    "edition_elements",
    "consultations",
    "questions",
    "participations",
    "questionnaires",
    "answers",
];

/// The number of rows by table.
fn rows(data: &TestDatabase) -> BTreeMap<String, i64> {
    #[derive(QueryableByName)]
    struct Name {
        #[diesel(sql_type = Text)]
        name: String,
    }
    let asked = match system() {
        System::Sqlite => "SELECT name FROM sqlite_schema WHERE type = 'table'",
        System::Postgres => {
            "SELECT CAST(table_name AS TEXT) AS name FROM information_schema.tables WHERE table_schema = 'public'"
        }
    };
    let names: Vec<Name> = sql_query(asked).load(&mut data.connect()).unwrap();
    let names = names.into_iter().map(|name| name.name);
    names
        .filter(|name| !name.starts_with("__") && !name.starts_with("sqlite"))
        .map(|name| (name.clone(), data.count(&name)))
        .collect()
}

/// Holds that a town is sound and that its pages open.
async fn is_whole(db: &Db, visitor: &Visitor) {
    assert!(db.read_here(recount).unwrap().is_empty());
    assert!(db.read_here(damage).unwrap().is_empty());
    for page in [
        "/",
        "/consultations/ziele",
        "/consultations/ziele/survey",
        "/consultations/ziele/comments/sz-wege",
        "/strategies/konzept/editions/1",
        "/results",
        "/papers",
        "/feed.atom",
        "/catalog.ttl",
    ] {
        visitor.get(page).await.expect(200);
    }
}

#[actix_web::test]
async fn every_step_keeps_the_rows_it_finds() {
    let (app, statement) = lively().await;
    answers(&app, 3).await;
    let first = rows(&app.data);
    assert!(FROM_THE_BEGINNING.iter().all(|table| first[*table] > 0));
    let steps = known_steps().unwrap();
    // One step further back each time, until only the first is left.
    for back in 1..steps.len() {
        let mut conn = app.data.connect();
        for _ in 0..back {
            conn.revert_last_migration(MIGRATIONS).unwrap();
        }
        drop(conn);
        let (step, _) = &steps[steps.len() - 1 - back];
        let older = rows(&app.data);
        let upgraded = app.data.reopened();
        let newer = rows(&app.data);
        for table in FROM_THE_BEGINNING {
            assert_eq!(newer[table], first[table], "{table} from step {step}");
        }
        for (table, count) in &older {
            // A step may count what was not counted before; above it was compared with what there was at first.
            if let Some(now) = newer.get(table).filter(|_| table != "tallies") {
                assert_eq!(now, count, "{table} from step {step}");
            }
        }
        assert_eq!(newer.len(), first.len(), "all tables from step {step}");
        let visitor = Visitor::alone(app.site.clone(), upgraded.clone());
        is_whole(&upgraded, &visitor).await;
        // Once statements were there they stay.
        if older.contains_key("statement_versions") {
            let receipt = visitor.get(&format!("{statement}/receipt")).await;
            receipt.expect(200).says("Mehr \"Bänke\".");
        }
    }
}

/// Where a backup of each released version lies.
fn releases() -> PathBuf {
    source::root().join("tests/files/releases")
}

/// What stands in the options of such a backup beside the town's name: an address that a receipt opens, and words there.
const RECEIPT: &str = "# receipt ";

#[actix_web::test]
async fn a_backup_of_every_released_version_becomes_a_town_of_today() {
    let mut seen = 0;
    for entry in fs::read_dir(releases()).unwrap() {
        let path = entry.unwrap().path();
        if path.extension().is_none_or(|ending| ending != "zip") {
            continue;
        }
        seen += 1;
        let mut release = Opened::open(&path).unwrap();
        let home = tempfile::tempdir_in(env!("CARGO_TARGET_TMPDIR")).unwrap();
        let (place, clock) = (database::empty(), town::midsummer());
        let vault = Vault::in_folder(home.path());
        let target = Target {
            place: &place,
            vault: &vault,
            at: clock.now(),
            erased: &[],
        };
        restore(&mut release, &target).unwrap();
        let data = database::adopt(place);
        let there = rows(&data);
        for table in &release.manifest().tables {
            if let Some(now) = there.get(&table.name) {
                let then = i64::try_from(table.rows).unwrap();
                // A step may count what was not counted before; `is_whole` counts anew.
                let is_kept = *now == then || (table.name == "tallies" && *now > then);
                assert!(is_kept, "{} of {}", table.name, path.display());
            }
        }
        let mut config = Config::for_tests();
        config.attachments.folder = home.path().to_owned();
        let secrets = release.secret().unwrap();
        let site = built_in().beside(config, secrets, clock).unwrap();
        let site = web::Data::new(site.with_nav(trialog::routes::nav()));
        let visitor = Visitor::alone(site, data.db.clone());
        is_whole(&data.db, &visitor).await;
        let options = release.options().unwrap().unwrap();
        let receipts = options
            .lines()
            .filter_map(|line| line.strip_prefix(RECEIPT));
        let mut opened = 0;
        for (address, words) in receipts.map(|line| line.split_once(' ').unwrap()) {
            visitor.get(address).await.expect(200).says(words);
            opened += 1;
        }
        assert!(opened > 0, "{} names no receipt", path.display());
        assert!(vault.is_whole(&Digest::of(b"%PDF-1.7 ein Plan")));
    }
    assert!(seen > 0, "no release in {}", releases().display());
}

/// Whoever releases a version runs this once and adds the file, which is never changed again:
/// `cargo test --test suite -- --ignored upgrade::lays_a_release_down`
#[actix_web::test]
#[ignore = "writes a file into the source"]
async fn lays_a_release_down() {
    assert_eq!(system(), System::Sqlite);
    let (app, statement): (TestApp, String) = lively().await;
    answers(&app, 3).await;
    let words = "Eine Laterne für den Weg am Bach";
    let (_, comment, _) = one_comment(&app, words).await;
    let options = format!(
        "[town]\nname = \"Lindenau\"\n{RECEIPT}{statement}/receipt Mehr \"Bänke\".\n{RECEIPT}{comment}/comments {words}\n"
    );
    let file = releases().join(concat!(env!("CARGO_PKG_VERSION"), ".zip"));
    fs::create_dir_all(releases()).unwrap();
    backup(&app, &app.data.db, &file, &options);
}
