//! The check list: every contribution has its line, nobody finds a person in it, and whoever changes something behind the
//! program's back is found out.

mod proof;
mod tampering;

use chrono::TimeDelta;
use diesel::RunQueryDsl;
use trialog::command::everything;
use trialog::transparency::page::round::round;

use crate::comments::{one_comment, with_comments};
use crate::evaluation::close_and_publish;
use crate::statements::erase::erase;
use crate::statements::{hand_in, handed_in, write};
use crate::support::app::TestApp;
use crate::support::visitor::Visitor;
use crate::survey::{answer, one_mark, submit};

/// The list as everyone reads it.
async fn lines(app: &TestApp) -> Vec<String> {
    let text = app.visitor().get("/log/entries").await;
    text.expect(200).body.lines().map(str::to_owned).collect()
}

/// What waits or stands in the list, each line without what is random in it.
fn acts(app: &TestApp) -> Vec<String> {
    let rows = app.data.dump("log_entries");
    let line = |row: &str| {
        let line = row.split("trialog-log/1 ").nth(1).unwrap_or_default();
        let words: Vec<_> = line.split(' ').take(3).collect();
        words.join(" ").trim_end_matches([',', '"', ')']).to_owned()
    };
    let mut acts: Vec<_> = rows.lines().map(line).collect();
    acts.sort();
    acts
}

/// Whoever verifies finds nothing to say.
fn all_is_well(app: &TestApp) {
    let found = app.data.db.read_here(|conn| everything(conn, &[])).unwrap();
    assert_eq!(found.faults, Vec::<String>::new());
}

/// The next morning, when everything that waits has come into the list.
async fn next_day(app: &TestApp) -> usize {
    app.clock.advance(TimeDelta::days(1));
    round(&app.site, &app.data.db).await.unwrap()
}

async fn withdraw(person: &Visitor, home: &str) {
    let page = person.get(&format!("{home}/withdrawal")).await;
    person.press(&page, "withdrawal-yes", &[]).await.expect(303);
}

#[actix_web::test]
async fn every_questionnaire_has_its_line_and_each_change_another() {
    let app = TestApp::new().await;
    let (anna, home) = one_mark(&app, "right").await;
    let accepted = "accept questionnaire ziele/gruen";
    assert_eq!(acts(&app), [accepted]);
    // The same once more says nothing new.
    submit(&anna, &home).await;
    assert_eq!(acts(&app), [accepted]);
    let goal = format!("{home}/gruen/sz-baeume");
    answer(&anna, &goal, &[("mark", "drop")]).await.expect(303);
    submit(&anna, &home).await;
    let revised = "revise questionnaire ziele/gruen";
    assert_eq!(acts(&app), [accepted, revised]);
    assert_eq!(app.data.count("log_seals"), 1);
    all_is_well(&app);
    withdraw(&anna, &home).await;
    let withdrawn = "withdraw questionnaire ziele/gruen";
    assert_eq!(acts(&app), [accepted, revised, withdrawn]);
    assert_eq!(
        app.data.count("log_seals"),
        0,
        "the salt goes with the answers"
    );
    all_is_well(&app);
    assert_eq!(next_day(&app).await, 3);
    all_is_well(&app);
}

#[actix_web::test]
async fn comments_and_statements_have_theirs() {
    let app = TestApp::with(&with_comments(), |_| {}).await;
    let (berta, hers, id) = one_comment(&app, "Mehr Licht").await;
    let own = format!("{hers}/comments/sz-wege/{id}");
    let page = berta.get(&own).await;
    let typed = [("text", "Viel mehr Licht")];
    berta
        .press(&page, "comments-edit-button", &typed)
        .await
        .expect(303);
    let (kim, home) = handed_in(&app, "Mehr Bänke.").await;
    let page = kim.get(&home).await;
    kim.press(&page, "statement-replace", &[]).await.expect(303);
    write(&kim, &home, "whole", "Viel mehr Bänke.")
        .await
        .expect(303);
    let consents = [("may_publish", "yes"), ("names_nobody", "yes")];
    hand_in(&kim, &home, &consents).await.expect(303);
    assert_eq!(
        acts(&app),
        [
            "accept comment ziele",
            "accept statement ziele",
            "revise comment ziele",
            "revise statement ziele",
        ]
    );
    all_is_well(&app);
    erase(&kim, &home).await;
    assert_eq!(app.data.count("log_seals"), 1);
    assert!(acts(&app).contains(&"withdraw statement ziele".to_owned()));
    all_is_well(&app);
}

#[actix_web::test]
async fn what_the_desk_enters_has_its_line_too() {
    let app = TestApp::new().await;
    let editor = app.staff("editor");
    crate::statements::desk::with_file(&editor).await;
    assert_eq!(acts(&app), ["accept statement ziele"]);
    all_is_well(&app);
}

#[actix_web::test]
async fn few_lines_wait_and_a_batch_is_mixed_and_signed() {
    let app = TestApp::new().await;
    for _ in 0..4 {
        one_mark(&app, "right").await;
    }
    assert_eq!(round(&app.site, &app.data.db).await.unwrap(), 0);
    assert_eq!(lines(&app).await, Vec::<String>::new());
    let empty = app.visitor().get("/log/checkpoint").await;
    assert_eq!(empty.expect(200).body.lines().nth(1), Some("0"));
    let page = app.visitor().get("/log").await;
    page.expect(200)
        .says("Noch steht keine Zeile in der Liste.");
    one_mark(&app, "right").await;
    assert_eq!(round(&app.site, &app.data.db).await.unwrap(), 5);
    assert_eq!(lines(&app).await.len(), 5);
    let note = app.visitor().get("/log/checkpoint").await;
    let note: Vec<_> = note.expect(200).body.lines().map(str::to_owned).collect();
    assert_eq!((note[1].as_str(), note.len()), ("5", 5));
    app.visitor().get("/log").await.says("5 Zeilen");
    // Within the hour nothing moves, however many come.
    for _ in 0..6 {
        one_mark(&app, "drop").await;
    }
    assert_eq!(round(&app.site, &app.data.db).await.unwrap(), 0);
    app.clock.advance(TimeDelta::hours(1));
    assert_eq!(round(&app.site, &app.data.db).await.unwrap(), 6);
    let from = app.visitor().get("/log/entries?from=9").await;
    assert_eq!(from.body.lines().count(), 2);
    all_is_well(&app);
}

#[actix_web::test]
async fn published_results_stand_in_the_list_with_their_counts() {
    let app = TestApp::new().await;
    for _ in 0..3 {
        one_mark(&app, "right").await;
    }
    close_and_publish(&app).await;
    assert_eq!(round(&app.site, &app.data.db).await.unwrap(), 4);
    let last = lines(&app).await.pop().unwrap();
    let sha256 = app.data.dump("result_publications");
    let told: Vec<_> = last.split(' ').collect();
    assert_eq!(told[1..3], ["result", "ziele"]);
    assert!(sha256.contains(told[3]));
    assert_eq!(told[4..], ["leben=0", "gruen=3", "bus=0", "person=0"]);
    all_is_well(&app);
}

#[actix_web::test]
async fn the_list_tells_nobody_who_or_what() {
    let app = TestApp::new().await;
    let anna = app.visitor();
    let home = crate::survey::begin(&anna).await;
    let typed = [("mark", "right"), ("comment", "Kanarienvogel")];
    answer(&anna, &format!("{home}/gruen/sz-baeume"), &typed)
        .await
        .expect(303);
    submit(&anna, &home).await;
    next_day(&app).await;
    let code = &home[3..];
    for table in ["log_entries", "log_seals", "log_nodes", "log_checkpoints"] {
        let rows = app.data.dump(table);
        assert!(
            !rows.contains("Kanarienvogel") && !rows.contains(code),
            "{table}"
        );
    }
    // No clock time beside a line: its place and its day are all that is kept.
    assert!(!app.data.dump("log_entries").contains(':'));
    let public = lines(&app).await.join("\n");
    let id = app.data.dump("questionnaires");
    let id = id.split([',', '(']).find(|part| part.len() == 26).unwrap();
    assert!(!public.contains(id));
}

#[actix_web::test]
async fn a_correction_within_the_hour_stands_behind_what_it_corrects() {
    let app = TestApp::new().await;
    let (anna, home) = one_mark(&app, "right").await;
    let goal = format!("{home}/gruen/sz-baeume");
    for mark in ["drop", "bolder", "unclear"] {
        answer(&anna, &goal, &[("mark", mark)]).await.expect(303);
        submit(&anna, &home).await;
    }
    withdraw(&anna, &home).await;
    next_day(&app).await;
    let acts: Vec<_> = lines(&app).await;
    let acts: Vec<_> = acts
        .iter()
        .filter_map(|line| line.split(' ').nth(1))
        .collect();
    assert_eq!(acts, ["accept", "revise", "revise", "revise", "withdraw"]);
    all_is_well(&app);
}

#[actix_web::test]
async fn a_batch_of_several_pieces_is_one_list() {
    let app = TestApp::new().await;
    one_mark(&app, "right").await;
    // More than come into the list in one transaction.
    let mut conn = app.data.connect();
    let template = "trialog-log/1 accept comment ziele ";
    for n in 0..4_200_u32 {
        diesel::sql_query(format!(
            "INSERT INTO log_entries (id, written_on, record) VALUES ('{:026}', '2026-06-30', '{template}{n:064x}')",
            u128::from(n) * 7_919
        ))
        .execute(&mut conn)
        .unwrap();
    }
    drop(conn);
    assert_eq!(next_day(&app).await, 4_201);
    assert_eq!(app.data.count("log_entries WHERE position IS NULL"), 0);
    assert_eq!(app.data.count("log_checkpoints"), 2);
    // Lines without a seal say nothing about anybody, as after an erasure.
    all_is_well(&app);
    let all = lines(&app).await;
    let place = all.iter().position(|line| line.contains("questionnaire"));
    assert!(place.is_some() && all.len() == 4_201);
    // Nothing is left to do.
    app.clock.advance(TimeDelta::days(1));
    assert_eq!(round(&app.site, &app.data.db).await.unwrap(), 0);
}

#[actix_web::test]
async fn published_results_do_not_wait_for_the_hour() {
    let app = TestApp::new().await;
    for _ in 0..5 {
        one_mark(&app, "right").await;
    }
    assert_eq!(round(&app.site, &app.data.db).await.unwrap(), 5);
    for _ in 0..7 {
        one_mark(&app, "drop").await;
    }
    assert_eq!(round(&app.site, &app.data.db).await.unwrap(), 0);
    // As if the last batch were never an hour ago: the publication alone makes it time, though seven others wait before it.
    diesel::sql_query("UPDATE log_checkpoints SET made_at = '2100-01-01 00:00:00'")
        .execute(&mut app.data.connect())
        .unwrap();
    close_and_publish(&app).await;
    assert_eq!(round(&app.site, &app.data.db).await.unwrap(), 8);
    let last = lines(&app).await.pop().unwrap();
    assert!(last.starts_with("trialog-log/1 result ziele "), "{last}");
}
