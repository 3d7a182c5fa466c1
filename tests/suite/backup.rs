//! A backup brings everything back, into the same kind of database and into the other.

use std::fs;
use std::path::{Path, PathBuf};

use actix_web::web;
use diesel::sql_types::Text;
use diesel::{QueryableByName, RunQueryDsl, sql_query};
use trialog::base::attachment::{Digest, Vault};
use trialog::base::backup::{Opened, Source, Target, is_free, restore, write};
use trialog::base::clock::Clock;
use trialog::base::db::{Db, Place};
use trialog::survey::{Mark, recount};

use crate::comments::{one_comment, with_comments};
use crate::statements::{attach, begun, hand_in, sign, write as part};
use crate::support::app::TestApp;
use crate::support::database::{self, System, TestDatabase, system};
use crate::support::person::{Person, comment};
use crate::support::town;
use crate::support::visitor::Visitor;

/// The town's own options in a backup.
const OPTIONS: &str = "[town]\nname = \"Lindenau\"\n";

/// A folder of one test.
fn home() -> tempfile::TempDir {
    tempfile::tempdir_in(env!("CARGO_TARGET_TMPDIR")).unwrap()
}

/// Writes everything of a town into a file.
pub fn backup(app: &TestApp, db: &Db, file: &Path, options: &str) {
    let source = Source {
        db,
        vault: &app.site.vault,
        secrets: &app.site.secrets,
        options: Some(options.to_owned()),
        town: "Lindenau",
        at: app.clock.now(),
    };
    let written = write(&source, file).unwrap();
    assert_eq!(written.manifest.missing, Vec::<String>::new());
    assert!(
        write(&source, file).is_err(),
        "a backup never replaces another"
    );
}

fn back(file: &Path, place: &Place, clock: &Clock) -> Vault {
    let vault = Vault::in_folder(&file.with_extension("files"));
    let target = Target {
        place,
        vault: &vault,
        at: clock.now(),
        erased: &[],
    };
    restore(&mut Opened::open(file).unwrap(), &target).unwrap();
    vault
}

/// Every row of every table, sorted, but for mails: they are held.
fn everything(data: &TestDatabase) -> Vec<(String, Vec<String>)> {
    #[derive(QueryableByName)]
    struct Name {
        #[diesel(sql_type = Text)]
        name: String,
    }
    let asked = match system() {
        System::Sqlite => "SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name",
        System::Postgres => {
            "SELECT CAST(table_name AS TEXT) AS name FROM information_schema.tables \
             WHERE table_schema = 'public' ORDER BY table_name"
        }
    };
    let names: Vec<Name> = sql_query(asked).load(&mut data.connect()).unwrap();
    let names = names.into_iter().map(|name| name.name);
    let tables = names.filter(|name| name != "outbox" && !name.starts_with("__"));
    tables
        .map(|name| {
            let mut rows: Vec<_> = data.dump(&name).lines().map(str::to_owned).collect();
            rows.sort();
            (name, rows)
        })
        .collect()
}

/// A town in which something of every kind was handed in; gives somebody's statement and her receipt.
pub async fn lively() -> (TestApp, String) {
    let app = TestApp::with(&with_comments(), |_| {}).await;
    let (kim, home) = begun(&app).await;
    let text = "Mehr \"Bänke\".\r\n\\ 🌳";
    part(&kim, &home, "whole", text).await.expect(303);
    let file = ("plan.pdf", b"%PDF-1.7 ein Plan".as_slice());
    let files = format!("{home}/files");
    attach(&kim, &files, file.0, file.1).await.expect(303);
    let signed = sign(&kim, &home, "Kim Beispiel", "kim@stadtpark.example");
    signed.await.expect(303);
    hand_in(&kim, &home, &[("may_publish", "yes")])
        .await
        .expect(303);
    one_comment(&app, "Mehr Licht am Bach").await;
    app.staff("editor");
    app.draft();
    (app, home)
}

pub async fn answers(app: &TestApp, n: usize) {
    let question = app.town.book.surveys[0].questions[0].id;
    for _ in 0..n {
        let person = Person::begins(&app.data.db, &app.clock, &app.town).await;
        person
            .types(question, comment(Mark::Right, "So ist es gut."))
            .await;
        person.submits().await;
    }
}

#[actix_web::test]
async fn a_restored_town_is_the_same_town() {
    let (app, home_page) = lively().await;
    answers(&app, 3).await;
    let folder = home();
    let first = folder.path().join("first");
    backup(&app, &app.data.db, &first, OPTIONS);
    // On PostgreSQL by way of SQLite, so that both directions are gone.
    let over = match system() {
        System::Sqlite => first,
        System::Postgres => {
            let file = folder
                .path()
                .join("over.sqlite")
                .to_string_lossy()
                .into_owned();
            let place = Place::Sqlite(file);
            back(&first, &place, &app.clock);
            let second = folder.path().join("second");
            backup(&app, &Db::open(&place, 1).unwrap(), &second, OPTIONS);
            second
        }
    };
    let place = database::empty();
    assert!(is_free(&place).unwrap());
    let vault = back(&over, &place, &app.clock);
    assert!(
        !is_free(&place).unwrap(),
        "what is there is never overwritten"
    );
    let restored = database::adopt(place);
    assert_eq!(everything(&restored), everything(&app.data));
    let mails =
        |data: &TestDatabase| data.count("outbox WHERE sent_at IS NULL AND given_up_at IS NULL");
    assert_eq!(
        (mails(&app.data) > 0, mails(&restored)),
        (true, 0),
        "nobody gets a mail twice"
    );
    assert!(restored.db.read_here(recount).unwrap().is_empty());
    let site = app.site.beside(
        app.site.config.clone(),
        app.site.secrets.clone(),
        app.clock.clone(),
    );
    let kim = Visitor::alone(web::Data::new(site.unwrap()), restored.db.clone());
    let receipt = kim.get(&format!("{home_page}/receipt")).await;
    receipt.expect(200).says("Mehr \"Bänke\".").says("🌳");
    let digest = Digest::of(b"%PDF-1.7 ein Plan");
    assert!(vault.is_whole(&digest));
}

#[actix_web::test]
async fn a_backup_under_load_is_one_moment() {
    let app = TestApp::new().await;
    answers(&app, 5).await;
    let question = app.town.book.surveys[0].questions[0].id;
    let mut ready = Vec::new();
    for _ in 0..40 {
        let person = Person::begins(&app.data.db, &app.clock, &app.town).await;
        person
            .types(question, comment(Mark::Bolder, "Weiter so."))
            .await;
        ready.push(person);
    }
    let folder = home();
    let file = folder.path().join("town");
    std::thread::scope(|scope| {
        scope.spawn(|| {
            for one in &ready {
                assert!(one.submits_here().is_ok());
            }
        });
        backup(&app, &app.data.db, &file, OPTIONS);
    });
    let place = database::empty();
    back(&file, &place, &app.clock);
    let restored = database::adopt(place);
    assert!(
        restored.db.read_here(recount).unwrap().is_empty(),
        "tallies and rows of one moment"
    );
    let there = restored.count("questionnaires");
    assert!((5..=45).contains(&there), "{there}");
    assert_eq!(restored.count("headcounts"), app.data.count("headcounts"));
}

#[actix_web::test]
async fn what_is_no_whole_backup_of_ours_is_refused() {
    let app = TestApp::new().await;
    let folder = home();
    let file = folder.path().join("town");
    backup(&app, &app.data.db, &file, OPTIONS);
    let whole = fs::read(&file).unwrap();
    let altered = |name: &str, change: &dyn Fn(&mut serde_json::Value)| {
        repacked(&whole, &folder.path().join(name), change)
    };
    let newer = altered("newer", &|it| it["steps"][0] = "20991231000000".into());
    let layout = altered("layout", &|it| it["layout"] = 2.into());
    let fewer = altered("fewer", &|it| {
        it["entries"].as_array_mut().unwrap().pop();
    });
    let rows = altered("rows", &|it| it["tables"][0]["rows"] = 999.into());
    for (file, why) in [
        (newer, "neueren"),
        (layout, "Form"),
        (fewer, "nicht dazugehört"),
    ] {
        let refused = Opened::open(&file).err().expect("refused");
        assert!(format!("{refused:#}").contains(why), "{refused:#}");
    }
    // Whole, but not what it says: found when it is filled in, and nothing stays.
    let place = database::empty();
    let vault = Vault::in_folder(&folder.path().join("files"));
    let target = Target {
        place: &place,
        vault: &vault,
        at: town::midsummer().now(),
        erased: &[],
    };
    assert!(restore(&mut Opened::open(&rows).unwrap(), &target).is_err());
    assert!(is_free(&place).unwrap());
    restore(&mut Opened::open(&file).unwrap(), &target).unwrap();
    drop(database::adopt(place));
}

/// The backup with another manifest.
fn repacked(whole: &[u8], to: &Path, change: &dyn Fn(&mut serde_json::Value)) -> PathBuf {
    use std::io::{Cursor, Read, Write};
    use zip::write::SimpleFileOptions;
    let mut from = zip::ZipArchive::new(Cursor::new(whole)).unwrap();
    let mut zip = zip::ZipWriter::new(fs::File::create(to).unwrap());
    for n in 0..from.len() {
        let mut part = from.by_index(n).unwrap();
        let (name, mut bytes) = (part.name().unwrap().into_owned(), Vec::new());
        part.read_to_end(&mut bytes).unwrap();
        if name == "manifest.json" {
            let mut manifest = serde_json::from_slice(&bytes).unwrap();
            change(&mut manifest);
            bytes = serde_json::to_vec(&manifest).unwrap();
        }
        zip.start_file(name, SimpleFileOptions::default()).unwrap();
        zip.write_all(&bytes).unwrap();
    }
    let seal = "trialog sha256 ";
    zip.set_comment(format!("{seal}{}", "0".repeat(64)))
        .unwrap();
    zip.finish().unwrap();
    // Sealed anew, as somebody would who means it.
    let mut bytes = fs::read(to).unwrap();
    let sealed = bytes.len() - 64;
    let digest = Digest::of(&bytes[..sealed]);
    bytes[sealed..].copy_from_slice(digest.as_str().as_bytes());
    fs::write(to, bytes).unwrap();
    to.to_owned()
}
