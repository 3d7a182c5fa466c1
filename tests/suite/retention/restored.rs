//! A backup from before brings nothing back, and the file of the database keeps nothing.

use trialog::base::attachment::Vault;
use trialog::base::backup::{Opened, Source, Target, restore, write as backup};
use trialog::base::db::Place;
use trialog::base::erasure::{Entry, again, entries};
use trialog::survey::recount;

use super::own::erase_words;
use super::{CANARY, where_is};
use crate::comments::{one_comment, with_comments};
use crate::evaluation::close_and_publish;
use crate::evaluation_desk::gather;
use crate::moderation::one_text;
use crate::statements::{erase, handed_in};
use crate::support::app::TestApp;
use crate::support::database::{self, System, TestDatabase, system};

fn back(file: &std::path::Path, erased: &[Entry], app: &TestApp) -> (TestDatabase, usize) {
    let place: Place = database::empty();
    let target = Target {
        place: &place,
        vault: &Vault::in_folder(&file.with_extension("files")),
        at: app.clock.now(),
        erased,
    };
    let done = restore(&mut Opened::open(file).unwrap(), &target).unwrap();
    (database::adopt(place), done.len())
}

#[actix_web::test]
async fn a_restored_backup_forgets_what_was_erased_since() {
    let app = TestApp::with(&with_comments(), |_| {}).await;
    let (anna, home, _) = one_text(&app, "Zilpzalp im Garten").await;
    let (berta, hers, id) = one_comment(&app, "Zilpzalp am Weg").await;
    let (kim, statement) = handed_in(&app, "Zilpzalp am Bach.").await;
    let (carla, late, _) = one_text(&app, "Zilpzalp auf dem Dach").await;
    one_text(&app, "Mehr Licht").await;
    gather(&app).await;
    let folder = tempfile::tempdir_in(env!("CARGO_TARGET_TMPDIR")).unwrap();
    let file = folder.path().join("town.trialog");
    let source = Source {
        db: &app.data.db,
        vault: &app.site.vault,
        secrets: &app.site.secrets,
        options: None,
        town: "Lindenau",
        at: app.clock.now(),
    };
    backup(&source, &file).unwrap();

    let page = anna.get(&format!("{home}/withdrawal")).await;
    anna.press(&page, "withdrawal-yes", &[]).await.expect(303);
    let page = berta.get(&format!("{hers}/comments/sz-wege/{id}")).await;
    berta
        .press(&page, "comments-withdraw-button", &[])
        .await
        .expect(303);
    erase::erase(&kim, &statement).await;
    close_and_publish(&app).await;
    erase_words(&carla, &late).await;
    let ledger = app.data.db.read_here(entries).unwrap();
    assert_eq!(ledger.len(), 4);

    let (plain, _) = back(&file, &[], &app);
    assert!(!where_is(&plain, CANARY).is_empty(), "it was in the backup");
    drop(plain);
    let (restored, n) = back(&file, &ledger, &app);
    assert_eq!(n, 4);
    assert_eq!(where_is(&restored, CANARY), Vec::<String>::new());
    assert_eq!(restored.db.read_here(recount).unwrap(), []);
    assert_eq!(restored.count("questionnaires"), 2);
    // The ledger lives on, for the next backup; and doing it again changes nothing.
    assert_eq!(restored.db.read_here(entries).unwrap(), ledger);
    let done = again(&mut restored.connect(), &ledger).unwrap();
    assert_eq!(done.len(), 0);
}

#[actix_web::test]
async fn erased_words_leave_the_file_of_the_database() {
    if system() != System::Sqlite {
        return;
    }
    let app = TestApp::new().await;
    let long = format!("Zilpzalp {}", "Zilpzalp und Laub. ".repeat(80));
    let (anna, home, _) = one_text(&app, &long).await;
    gather(&app).await;
    let Place::Sqlite(file) = app.data.place() else {
        unreachable!("asked above")
    };
    let bytes = || {
        let files = ["", "-wal"].map(|end| std::fs::read(format!("{file}{end}")));
        files.into_iter().flatten().collect::<Vec<_>>().concat()
    };
    let holds = |bytes: &[u8]| {
        let word = |word: &[u8]| bytes.windows(word.len()).any(|part| part == word);
        word(b"Zilpzalp") || word(b"zilpzalp")
    };
    assert!(holds(&bytes()));
    let page = anna.get(&format!("{home}/withdrawal")).await;
    anna.press(&page, "withdrawal-yes", &[]).await.expect(303);
    trialog::retention::page::round::settle(&app.site, &app.data.db, -1)
        .await
        .unwrap();
    assert!(!holds(&bytes()), "free pages or the log still hold it");
}
