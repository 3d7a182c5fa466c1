//! The published figures equal a count of the sheets that was made without the product, and small numbers stay hidden
//! on the page and in the file alike.

use std::collections::BTreeMap;

use trialog::participation::Channel;
use trialog::survey::Mark;

use super::{close_and_publish, enter_sheets};
use crate::support::app::TestApp;
use crate::support::person::{self, Person};

const MARKS: [&str; 5] = ["drop", "too_far", "right", "bolder", "unclear"];

/// 25 sheets: all but one mark the first goal, every second one the other.
fn sheets() -> String {
    let mut file = String::from("day,sz-nachbarn,sz-wege,wie-oft,wie-gut.bus,was-fehlt\n");
    for n in 0..25 {
        let first = if n == 7 { "" } else { MARKS[n * n % 5] };
        let second = if n % 2 == 0 { MARKS[n % 3] } else { "" };
        let missing = ["bank", "bank|licht", "raum|bank", ""][n % 4];
        let day = format!("2026-06-{:02}", 8 + n % 20);
        let often = if n % 5 == 0 { "nie" } else { "oft" };
        file.push_str(&[&day, first, second, often, "gut", missing].join(","));
        file.push('\n');
    }
    file
}

/// What the sheets say, counted by hand: how often each cell of a column occurs.
fn counted(file: &str, column: &str) -> BTreeMap<String, u64> {
    let mut lines = file.lines();
    let place = lines
        .next()
        .unwrap()
        .split(',')
        .position(|name| name == column)
        .unwrap();
    let mut counts = BTreeMap::new();
    for line in lines {
        let cell = line.split(',').nth(place).unwrap();
        for part in cell.split('|').filter(|part| !part.is_empty()) {
            *counts.entry(part.to_owned()).or_insert(0) += 1;
        }
    }
    counts
}

/// One line of the published file.
#[derive(Debug, serde::Deserialize)]
struct Line {
    survey: String,
    question: String,
    item: String,
    option: String,
    count: Option<u64>,
    percent: Option<u64>,
    group: String,
}

/// The published file; it must be such that a spreadsheet opens it.
fn lines(file: &str) -> Vec<Line> {
    let text = file.trim_start_matches('\u{feff}');
    let header = text.lines().next().unwrap();
    let separator = if header.contains(';') { b';' } else { b',' };
    let mut reader = csv::ReaderBuilder::new()
        .delimiter(separator)
        .from_reader(text.as_bytes());
    reader.deserialize().map(Result::unwrap).collect()
}

fn find<'a>(lines: &'a [Line], question: &str, option: &str) -> &'a Line {
    let mut found = lines
        .iter()
        .filter(|line| line.question == question && line.option == option);
    found
        .next()
        .unwrap_or_else(|| panic!("no line for {question} {option}: {lines:?}"))
}

#[actix_web::test]
async fn the_published_figures_equal_an_independent_count() {
    let app = TestApp::new().await;
    let file = sheets();
    enter_sheets(&app, "leben", Channel::Paper, &file).await;
    close_and_publish(&app).await;
    let visitor = app.visitor();
    let csv = visitor.get("/consultations/ziele/results/leben.csv").await;
    assert!(
        csv.header("content-type")
            .starts_with("text/csv; charset=utf-8")
    );
    assert!(csv.header("content-disposition").starts_with("attachment"));
    let published = lines(&csv.body);
    assert!(
        published
            .iter()
            .all(|line| line.survey == "leben" && line.item.len() < 10)
    );
    assert_eq!(find(&published, "", "questionnaires").count, Some(25));
    for goal in ["sz-nachbarn", "sz-wege"] {
        let expected = counted(&file, goal);
        let total: u64 = expected.values().sum();
        assert_eq!(find(&published, goal, "marks").count, Some(total));
        for mark in MARKS {
            let line = find(&published, goal, mark);
            assert_eq!(
                line.count,
                Some(expected.get(mark).copied().unwrap_or(0)),
                "{goal} {mark}"
            );
        }
    }
    for (question, key, option) in [
        ("wie-oft", "oft", "Oft"),
        ("wie-oft", "nie", "Nie"),
        ("was-fehlt", "bank", "Bänke"),
        ("was-fehlt", "licht", "Licht"),
        ("wie-gut", "gut", "Gut"),
    ] {
        let column = if question == "wie-gut" {
            "wie-gut.bus"
        } else {
            question
        };
        let line = find(&published, question, option);
        assert_eq!(
            line.count,
            Some(counted(&file, column)[key]),
            "{question} {key}"
        );
    }
    // 24 marks bear per cents, which sum to 100; 13 marks do not.
    let percents: Vec<_> = MARKS
        .map(|mark| find(&published, "sz-nachbarn", mark).percent)
        .into();
    assert_eq!(percents.iter().flatten().sum::<u64>(), 100, "{percents:?}");
    assert_eq!(percents.iter().flatten().count(), 5);
    assert!(
        MARKS
            .iter()
            .all(|mark| find(&published, "sz-wege", mark).percent.is_none())
    );

    // The page shows the same numbers.
    let page = visitor.get("/consultations/ziele/results/leben").await;
    page.says("25").says("Wege sind hell");
    let rows = page.all("table tr");
    for goal in ["Nachbarn kennen einander", "Wege sind hell"] {
        assert!(
            rows.iter().any(|row| row.contains(goal)),
            "{goal} in {rows:?}"
        );
    }
    let all = visitor.get("/consultations/ziele/results.csv").await;
    let all: Vec<_> = lines(&all.body)
        .into_iter()
        .filter(|line| line.survey == "leben")
        .collect();
    assert_eq!(all.len(), published.len());
}

/// Four sheets about green: fewer than the five below which no distribution is shown.
#[actix_web::test]
async fn fewer_than_five_questionnaires_tell_nothing_about_single_people() {
    let app = TestApp::new().await;
    let file =
        "day,sz-baeume\n2026-06-09,drop\n2026-06-09,drop\n2026-06-10,drop\n2026-06-10,drop\n";
    enter_sheets(&app, "gruen", Channel::Desk, file).await;
    enter_sheets(&app, "leben", Channel::Paper, &sheets()).await;
    close_and_publish(&app).await;
    let visitor = app.visitor();
    for url in [
        "/consultations/ziele/results/gruen.csv",
        "/consultations/ziele/results.csv",
    ] {
        let published = lines(&visitor.get(url).await.body);
        let green: Vec<_> = published
            .iter()
            .filter(|line| line.survey == "gruen")
            .collect();
        assert_eq!(find(&published, "sz-baeume", "marks").count, Some(4));
        for line in green
            .iter()
            .filter(|line| MARKS.contains(&line.option.as_str()))
        {
            assert_eq!((line.count, line.percent), (None, None), "{url}: {line:?}");
        }
    }
    let page = visitor.get("/consultations/ziele/results/gruen").await;
    page.expect(200).says("Es kamen weniger als 5 Fragebögen.");
    assert!(!page.main().contains('%'), "{}", page.main());
    let overview = visitor.get("/consultations/ziele/results").await;
    let row = overview
        .all("tr")
        .into_iter()
        .find(|row| row.contains("Grün"));
    assert!(row.is_none_or(|row| !row.contains('%')));
    // Neither the channel of four people nor their day stands by itself.
    assert!(
        !overview
            .all("tr")
            .iter()
            .any(|row| row.contains("Gespräch") && row.contains('4'))
    );
}

#[actix_web::test]
async fn a_cell_that_a_spreadsheet_would_run_is_disarmed() {
    let consultation =
        crate::support::town::CONSULTATION.replace("label = \"Oft\"", "label = \"=1+2\"");
    let app = TestApp::with(&consultation, |_| {}).await;
    enter_sheets(&app, "leben", Channel::Paper, &sheets()).await;
    close_and_publish(&app).await;
    let csv = app
        .visitor()
        .get("/consultations/ziele/results/leben.csv")
        .await;
    for cell in csv.body.split([',', ';', '\n']) {
        let cell = cell.trim_start_matches('"');
        assert!(!cell.starts_with(['=', '+', '@']), "{cell}");
    }
}

/// Somebody marks a goal and hands in, with an access code or without.
async fn marks(app: &TestApp, goal: i32, mark: Mark, has_code: bool) {
    let person = Person::begins(&app.data.db, &app.clock, &app.town).await;
    if has_code {
        person.was_invited().await;
    }
    person.types(goal, person::mark(mark)).await.submits().await;
}

#[actix_web::test]
async fn those_invited_are_told_apart_only_where_both_sides_are_enough() {
    let app = TestApp::new().await;
    let near = app.town.question("leben", "sz-nachbarn").id;
    let trees = app.town.question("gruen", "sz-baeume").id;
    for (n, has_code) in [(5, true), (7, false)] {
        for _ in 0..n {
            let mark = if has_code { Mark::Right } else { Mark::Bolder };
            marks(&app, near, mark, has_code).await;
        }
    }
    // Of green four had a code: beside the whole, nothing of them may be told.
    for n in 0..12 {
        marks(&app, trees, Mark::Unclear, n < 4).await;
    }
    close_and_publish(&app).await;
    let visitor = app.visitor();
    let csv = visitor.get("/consultations/ziele/results.csv").await.body;
    let all = lines(&csv);
    let count = |group: &str, option: &str| {
        let mut own = all
            .iter()
            .filter(|line| line.survey == "leben" && line.group == group);
        own.find(|line| line.question == "sz-nachbarn" && line.option == option)
            .and_then(|line| line.count)
    };
    assert_eq!(
        (count("all", "right"), count("all", "bolder")),
        (Some(5), Some(7))
    );
    assert_eq!(
        (count("invited", "right"), count("invited", "bolder")),
        (Some(5), Some(0))
    );
    assert_eq!(
        (count("open", "right"), count("open", "bolder")),
        (Some(0), Some(7))
    );
    assert!(
        all.iter()
            .all(|line| line.survey != "gruen" || line.group == "all")
    );

    let page = visitor.get("/consultations/ziele/results/leben").await;
    page.says("Eingeladene und offene Teilnahme")
        .says("5 Fragebögen mit Code und 7 ohne");
    let page = visitor.get("/consultations/ziele/results/gruen").await;
    page.says("Zu wenige für getrennte Zahlen");
    let overview = visitor.get("/consultations/ziele/results").await;
    overview.says("Eingeladene und offene Teilnahme");
}

#[actix_web::test]
async fn without_codes_nothing_is_told_apart() {
    let app = TestApp::new().await;
    enter_sheets(&app, "leben", Channel::Paper, &sheets()).await;
    close_and_publish(&app).await;
    let page = app
        .visitor()
        .get("/consultations/ziele/results/leben")
        .await;
    page.expect(200).hides("Eingeladene und offene Teilnahme");
}
