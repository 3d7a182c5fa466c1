//! Paper forms: printed, typed, checked by a second person, and counted once.

use trialog::survey::recount;

use crate::support::answer::Answer;
use crate::support::app::TestApp;
use crate::support::town::{CONSULTATION, at};
use crate::support::visitor::{Visitor, filled};
use crate::survey::counted;

/// Begins a batch: the address of its page.
pub async fn begin(who: &Visitor) -> String {
    let page = who.get("/desk/paper/new").await;
    let typed = [
        ("consultation", "ziele"),
        ("name", "Mappe 1"),
        ("channel", "paper"),
    ];
    let begun = who.press(page.expect(200), "paper-begin", &typed).await;
    let home = begun.expect(303).location();
    home.split('?').next().unwrap().to_owned()
}

/// The name of the field of a question in a sheet.
fn field(app: &TestApp, survey: &str, key: &str, rest: &str) -> String {
    format!("q{}.{rest}", app.town.question(survey, key).id)
}

/// Types a sheet that reached the town on 1 July.
pub async fn type_sheet(app: &TestApp, who: &Visitor, home: &str) -> Answer {
    let (mark, often) = (
        field(app, "gruen", "sz-baeume", "mark"),
        field(app, "leben", "wie-oft", "choice"),
    );
    let comment = field(app, "gruen", "sz-baeume", "comment");
    let page = who.get(&format!("{home}/sheets/new")).await;
    let typed = [
        ("received", "1.7.2026"),
        (mark.as_str(), "bolder"),
        (comment.as_str(), "Mehr Linden"),
        (often.as_str(), "oft"),
    ];
    who.press(page.expect(200), "sheet-save-next", &typed).await
}

/// Compares a sheet with the paper and finds it right.
async fn check(who: &Visitor, home: &str, number: i32) -> Answer {
    let page = who.get(&format!("{home}/sheets/{number}/check")).await;
    who.press(page.expect(200), "sheet-save-check", &[]).await
}

async fn count(who: &Visitor, home: &str) -> Answer {
    let page = who.get(&format!("{home}/count")).await;
    who.press(page.expect(200), "paper-count-button", &[]).await
}

#[actix_web::test]
async fn sheets_count_once_a_second_person_has_checked_them() {
    let app = TestApp::new().await;
    let (kim, sam) = (app.staff("editor"), app.staff("evaluator"));
    let home = begin(&kim).await;
    for _ in 0..2 {
        type_sheet(&app, &kim, &home).await.expect(303);
    }
    // Whoever typed it does not check it, and nothing counts before.
    check(&kim, &home, 1)
        .await
        .expect(422)
        .says("selbst getippt");
    count(&kim, &home)
        .await
        .expect(422)
        .says("nicht alle Bögen geprüft");
    assert_eq!(counted(&app).0, 0);
    let next = check(&sam, &home, 1).await.expect(303).location();
    assert!(next.contains("/sheets/2/check"), "{next}");
    // A correction is typed by whoever made it, so somebody else checks it.
    let mark = field(&app, "gruen", "sz-baeume", "mark");
    let page = sam.get(&next).await;
    sam.press(&page, "sheet-save-check", &[(&mark, "right")])
        .await
        .expect(303);
    sam.get(&home).await.expect(200).says("Wartet auf Prüfung");
    check(&sam, &home, 2).await.expect(422);
    check(&kim, &home, 2).await.expect(303);
    count(&sam, &home).await.expect(303);
    assert_eq!(counted(&app).0, 2);
    assert_eq!(
        app.data
            .count("questionnaires WHERE channel = 'paper' AND received_on = '2026-07-01'"),
        4
    );
    // Again changes nothing, the running counts are those of the rows, and no text lies here any more.
    count(&sam, &home).await.expect(303);
    assert_eq!(counted(&app), (2, 4, 4));
    assert_eq!(app.data.db.read(recount).await.unwrap(), []);
    assert_eq!(app.data.count("paper_sheets WHERE answers <> '{}'"), 0);
    kim.get(&format!("{home}/sheets/1")).await.expect(404);
    kim.get(&format!("{home}/removal")).await.expect(404);
    kim.get("/desk/paper?stage=entered")
        .await
        .expect(200)
        .says("Mappe 1");
}

#[actix_web::test]
async fn a_fault_keeps_everything_that_was_typed() {
    let app = TestApp::new().await;
    let kim = app.staff("editor");
    let home = begin(&kim).await;
    let page = kim.get(&format!("{home}/sheets/new")).await;
    let (children, wish) = (
        field(&app, "leben", "kinder", "text"),
        field(&app, "leben", "wunsch", "text"),
    );
    let often = field(&app, "leben", "wie-oft", "choice");
    let typed = [
        ("received", "irgendwann"),
        (children.as_str(), "viele"),
        (wish.as_str(), "<b>Ruhe</b>"),
        (often.as_str(), "nie"),
    ];
    let again = kim.press(&page, "sheet-save-next", &typed).await;
    again
        .expect(422)
        .says("Schreiben Sie einen Tag")
        .says("ganze Zahl")
        .says("<b>Ruhe</b>");
    assert_eq!(
        again.attributes("input[name=received]", "value"),
        ["irgendwann"]
    );
    let chosen = format!("input[name='{often}'][checked]");
    assert_eq!(again.attributes(&chosen, "value"), ["nie"]);
    assert_eq!(app.data.count("paper_sheets"), 0);
    // An empty sheet is none.
    let empty = kim.press(&page, "sheet-save-next", &[]).await;
    empty.expect(422).says("noch nichts angekreuzt");
}

#[actix_web::test]
async fn what_came_in_time_counts_after_the_end_and_what_came_late_does_not() {
    let app = TestApp::new().await;
    app.clock.set(at("2026-07-20 09:00:00"));
    let (kim, sam) = (app.staff("editor"), app.staff("evaluator"));
    let home = begin(&kim).await;
    let page = kim.get(&format!("{home}/sheets/new")).await;
    let mark = field(&app, "gruen", "sz-baeume", "mark");
    let late = [("received", "18.7.2026"), (mark.as_str(), "right")];
    kim.press(&page, "sheet-save-next", &late)
        .await
        .expect(422)
        .says("zu spät");
    let last = [("received", "17.7.2026"), (mark.as_str(), "right")];
    kim.press(&page, "sheet-save-next", &last).await.expect(303);
    check(&sam, &home, 1).await.expect(303);
    count(&kim, &home).await.expect(303);
    assert_eq!(counted(&app), (1, 1, 1));
}

#[actix_web::test]
async fn a_sheet_sent_twice_is_one_sheet_and_can_be_thrown_away() {
    let app = TestApp::new().await;
    let kim = app.staff("editor");
    let home = begin(&kim).await;
    let page = kim.get(&format!("{home}/sheets/new")).await;
    let mark = field(&app, "gruen", "sz-baeume", "mark");
    let (url, fields) = filled(
        &page,
        "Speichern und nächster",
        &[("received", "1.7.2026"), (&mark, "right")],
    );
    let fields: Vec<_> = fields
        .iter()
        .map(|(k, v)| (k.as_str(), v.as_str()))
        .collect();
    kim.post(&url, &fields).await.expect(303);
    kim.post(&url, &fields).await.expect(303);
    assert_eq!(app.data.count("paper_sheets"), 1);
    let ask = kim.get(&format!("{home}/sheets/1/removal")).await;
    kim.press(ask.expect(200), "sheet-remove-button", &[])
        .await
        .expect(303);
    assert_eq!(app.data.count("paper_sheets"), 0);
    let ask = kim.get(&format!("{home}/removal")).await;
    kim.press(ask.expect(200), "paper-remove-button", &[])
        .await
        .expect(303);
    assert_eq!(app.data.count("paper_batches"), 0);
}

#[actix_web::test]
async fn a_town_hall_with_one_person_may_do_without_the_second() {
    let app = TestApp::with(CONSULTATION, |config| config.paper.second_check = false).await;
    let kim = app.staff("editor");
    let home = begin(&kim).await;
    type_sheet(&app, &kim, &home).await.expect(303);
    count(&kim, &home).await.expect(303);
    assert_eq!(counted(&app).0, 1);
}

#[actix_web::test]
async fn the_printed_form_asks_the_same_questions_under_the_same_numbers() {
    let app = TestApp::new().await;
    let kim = app.staff("editor");
    let form = app.visitor().get("/consultations/ziele/form").await;
    form.expect(200)
        .says("Reicht der Takt?")
        .says("Freitag, 17. Juli 2026");
    let home = begin(&kim).await;
    let screen = kim.get(&format!("{home}/sheets/new")).await;
    let numbers = form.all(".ask__number");
    assert!(numbers.len() > 8);
    assert_eq!(numbers, screen.all(".ask__number"));
    assert_eq!(
        form.all(".ask .boxes .box").len() > 10,
        screen.all(".type__boxes .box").len() > 10
    );
    // Before and after the survey only staff see it.
    app.clock.set(at("2026-07-18 00:00:00"));
    app.visitor()
        .get("/consultations/ziele/form")
        .await
        .expect(404);
    let sam = app.staff("editor");
    sam.get("/desk/consultations/ziele/form")
        .await
        .expect(200)
        .says("Reicht der Takt?");
}
