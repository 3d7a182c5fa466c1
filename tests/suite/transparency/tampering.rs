//! Somebody who may write into the database changes what was handed in.

use diesel::RunQueryDsl;
use trialog::account::{Actor, May};
use trialog::base::clock::Clock;
use trialog::command::everything;
use trialog::transparency::KeepLog;
use trialog::transparency::model::Checkpoint;
use trialog::transparency::store::begin_epoch;

use super::proof::{Copy, differs, verify};
use super::{all_is_well, lines, next_day};
use crate::comments::{one_comment, with_comments};
use crate::evaluation::close_and_publish;
use crate::statements::handed_in;
use crate::support::app::TestApp;
use crate::survey::one_mark;

fn run(app: &TestApp, sql: &str) {
    let changed = diesel::sql_query(sql)
        .execute(&mut app.data.connect())
        .unwrap();
    assert!(changed > 0, "{sql}");
}

fn faults(app: &TestApp, older: &[Checkpoint]) -> Vec<String> {
    let older = older.to_vec();
    let found = app.data.db.read_here(|conn| everything(conn, &older));
    found.unwrap().faults
}

fn found(app: &TestApp, why: &str) {
    let faults = faults(app, &[]);
    assert!(
        faults.iter().any(|fault| fault.contains(why)),
        "{why}: {faults:?}"
    );
}

async fn town() -> TestApp {
    let app = TestApp::with(&with_comments(), |_| {}).await;
    for _ in 0..5 {
        one_mark(&app, "right").await;
    }
    one_comment(&app, "Mehr Licht").await;
    handed_in(&app, "Mehr Bänke.").await;
    next_day(&app).await;
    all_is_well(&app);
    app
}

#[actix_web::test]
async fn a_changed_contribution_is_found() {
    for sql in [
        "UPDATE answers SET code = code + 1",
        "UPDATE comments SET text = 'Weniger Licht'",
        "UPDATE comments SET name = 'Berta'",
        "UPDATE statement_parts SET text = 'Weniger Bänke.'",
        "UPDATE statement_submitters SET name = 'Berta'",
        "UPDATE statement_versions SET handed_in_at = '2026-06-30 08:00:00.000000'",
    ] {
        let app = town().await;
        run(&app, sql);
        found(&app, "nicht, was versiegelt wurde");
    }
}

#[actix_web::test]
async fn a_contribution_that_is_missing_or_added_is_found() {
    let app = town().await;
    run(&app, "DELETE FROM answers");
    found(&app, "der Inhalt fehlt");
    let app = town().await;
    run(&app, "DELETE FROM log_seals");
    found(&app, "steht nicht in der Liste");
}

#[actix_web::test]
async fn a_changed_list_is_found() {
    for (sql, why) in [
        (
            "UPDATE log_entries SET record = 'x' WHERE position = 0",
            "stimmt nicht",
        ),
        (
            "UPDATE log_entries SET position = 99 WHERE position = 0",
            "fehlt",
        ),
        (
            "UPDATE log_nodes SET hash = (SELECT root FROM log_checkpoints) WHERE level = 1 AND position = 0",
            "stimmt nicht",
        ),
        ("UPDATE log_checkpoints SET size = size - 1", "passt nicht"),
        ("UPDATE result_publications SET body = '{}'", "verändert"),
    ] {
        let app = town().await;
        if sql.contains("result") {
            close_and_publish(&app).await;
            next_day(&app).await;
            all_is_well(&app);
        }
        run(&app, sql);
        found(&app, why);
    }
}

#[actix_web::test]
async fn a_state_kept_elsewhere_finds_a_list_that_was_written_anew() {
    let app = town().await;
    let copy = Copy::of(&app).await;
    let note = std::fs::read_to_string(copy.file("checkpoint")).unwrap();
    let kept = Checkpoint::open(&note, &app.site.secrets).unwrap();
    assert_eq!(
        faults(&app, std::slice::from_ref(&kept)),
        Vec::<String>::new()
    );
    let mut other = kept.clone();
    other.root[0] ^= 1;
    assert_eq!(faults(&app, &[other]).len(), 1);
    let longer = Checkpoint {
        size: kept.size + 5,
        ..kept
    };
    assert_eq!(faults(&app, &[longer]).len(), 1);
}

#[actix_web::test]
async fn after_a_restore_the_list_says_which_lines_are_lost() {
    let app = town().await;
    let before = Copy::of(&app).await;
    let (clock, db): (Clock, _) = (app.clock.clone(), app.data.db.clone());
    let kept = u64::try_from(lines(&app).await.len()).unwrap();
    let may = May::<KeepLog>::by(Actor::Console, &db, &clock).unwrap();
    let number = may
        .write(move |tx| begin_epoch(tx, Some(kept + 3)))
        .await
        .unwrap();
    assert_eq!(number, 2);
    all_is_well(&app);
    let last = lines(&app).await.pop().unwrap();
    assert_eq!(last, format!("trialog-log/1 epoch 2 {kept} {}", kept + 3));
    let after = Copy::of(&app).await;
    let note = std::fs::read_to_string(after.file("checkpoint")).unwrap();
    assert!(
        note.lines().next().unwrap().ends_with("/log/epoch-2"),
        "{note}"
    );
    // Whoever kept a state from before goes on seeing that it is the same list.
    let files = (
        after.file("entries"),
        after.file("checkpoint"),
        before.file("checkpoint"),
    );
    let done = verify(&["log", &files.0, &files.1, "--since", &files.2]);
    assert_eq!(done.status.code(), Some(0));
    // Whoever kept a later one is told what is gone.
    let later = note.replacen("/epoch-2", "", 1);
    let later = later.replacen(
        &format!("\n{}\n", kept + 1),
        &format!("\n{}\n", kept + 3),
        1,
    );
    let later = after.write("later", &later);
    let told = format!("lines {kept} to {} of then are lost", kept + 2);
    differs(&["log", &files.0, &files.1, "--since", &later], &told);
    // It goes on in the new epoch.
    one_mark(&app, "drop").await;
    next_day(&app).await;
    all_is_well(&app);
}
