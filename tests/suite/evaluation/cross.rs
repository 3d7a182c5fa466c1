//! One question by another: exactly what the database counts, whatever is handed in, corrected and taken back meanwhile.

use std::fmt::Write;

use proptest::prelude::*;
use trialog::base::id::Id;
use trialog::consultation::Consultation;
use trialog::evaluation::{Answers, Axis, answers_now, count};
use trialog::participation::Channel;
use trialog::survey::{Answer, Mark, Question, QuestionKind};

use super::enter_sheets;
use crate::support::app::TestApp;
use crate::support::database::TestDatabase;
use crate::support::person::{Person, comment, mark};
use crate::support::town::{self, Town, midsummer};

/// The questions the test answers: survey and key.
const ASKED: [(&str, &str); 7] = [
    ("leben", "sz-nachbarn"),
    ("leben", "wie-oft"),
    ("leben", "was-fehlt"),
    ("leben", "wie-gut"),
    ("leben", "kinder"),
    ("leben", "wunsch"),
    ("person", "viertel"),
];

/// What somebody does: who, and which question is answered how; none takes everything back.
type Step = (usize, Option<Vec<(usize, i32)>>);

fn steps() -> impl Strategy<Value = Vec<Step>> {
    let answers = prop::collection::vec((0..ASKED.len(), 0..4_i32), 1..5);
    let deed = prop_oneof![4 => answers.prop_map(Some), 1 => Just(None)];
    prop::collection::vec((0..6_usize, deed), 1..16)
}

fn answer(question: &Question, n: i32) -> Answer {
    match question.kind {
        QuestionKind::Goal if n == 0 => comment(Mark::Right, "Ja"),
        QuestionKind::Goal => mark(Mark::FORM[n.unsigned_abs() as usize]),
        QuestionKind::Single => Answer::Single(n % 2 + 1),
        QuestionKind::Multiple if n == 0 => Answer::Skipped,
        QuestionKind::Multiple => Answer::Multiple((1..=n).collect()),
        QuestionKind::Scale => Answer::Scale([(1, n % 2 + 1), (2, 1)].into()),
        QuestionKind::Number => Answer::Number(n),
        _ => Answer::Text(format!("Wunsch {n}")),
    }
}

/// The rows of the database in which a person belongs to a group.
fn rows(alias: &str, axis: &Axis, kind: QuestionKind, group: usize) -> String {
    let value = axis.groups[group].0;
    let place = axis.place;
    let which = match kind {
        QuestionKind::Multiple => format!("{alias}.part = {value} AND {alias}.code = 1"),
        QuestionKind::LongText => format!("{alias}.text IS NOT NULL"),
        QuestionKind::Goal if place.part < 0 => format!("{alias}.text IS NOT NULL"),
        _ => format!("{alias}.part = {} AND {alias}.code = {value}", place.part),
    };
    format!("{alias}.question_id = {} AND {which}", place.question)
}

/// Every table of two questions, and one that is filtered, against the database.
fn compare(data: &TestDatabase, town: &Town, answers: &Answers, third: usize) {
    let questions: Vec<_> = ASKED.map(|(survey, key)| town.question(survey, key)).into();
    let axes = questions.iter().flat_map(|question| {
        let axes = Axis::all(question, &answers.columns).into_iter();
        axes.map(|axis| (axis, question.kind)).collect::<Vec<_>>()
    });
    let axes: Vec<_> = axes.collect();
    let filter = &axes[third % axes.len()];
    for (one, kind) in &axes {
        for (other, other_kind) in &axes[third % 3..] {
            let filters = if filter.0.groups.is_empty() || third.is_multiple_of(2) {
                Vec::new()
            } else {
                vec![(filter.0.clone(), 0)]
            };
            let found = count(&answers.columns, one, other, &filters);
            for (r, c) in
                (0..one.groups.len()).flat_map(|r| (0..other.groups.len()).map(move |c| (r, c)))
            {
                let mut sql = format!(
                    "questionnaires qa, answers a, questionnaires qb, answers b{} WHERE a.questionnaire_id = qa.id \
                     AND b.questionnaire_id = qb.id AND qb.participation_id = qa.participation_id AND {} AND {}",
                    if filters.is_empty() {
                        ""
                    } else {
                        ", questionnaires qf, answers f"
                    },
                    rows("a", one, *kind, r),
                    rows("b", other, *other_kind, c),
                );
                if !filters.is_empty() {
                    write!(
                        sql,
                        " AND f.questionnaire_id = qf.id AND qf.participation_id = qa.participation_id AND {}",
                        rows("f", &filter.0, filter.1, 0)
                    )
                    .unwrap();
                }
                let expected = u64::try_from(data.count(&sql)).unwrap();
                assert_eq!(
                    found.cells[r][c], expected,
                    "{one:?} {r} by {other:?} {c}, {filters:?}"
                );
            }
        }
    }
}

async fn now(data: &TestDatabase, id: &Id<Consultation>, before: Option<Answers>) -> Answers {
    let id = id.clone();
    let read = data.db.read(move |conn| answers_now(conn, &id, before));
    read.await.unwrap().1
}

async fn play(steps: Vec<Step>, third: usize) {
    let (data, clock) = (TestDatabase::new(), midsummer());
    let town = town::open(&data.db, &clock).await;
    let id = &town.consultation.id;
    let mut people = Vec::new();
    for _ in 0..6 {
        people.push(Person::begins(&data.db, &clock, &town).await);
    }
    let mut kept = None;
    for (n, (who, deed)) in steps.into_iter().enumerate() {
        match deed {
            None => people[who].withdraws().await,
            Some(answers) => {
                for (asked, n) in answers {
                    let question = town.question(ASKED[asked].0, ASKED[asked].1);
                    people[who].types(question.id, answer(question, n)).await;
                }
                people[who].submits().await;
            }
        }
        // Sometimes much comes together.
        if (n + third).is_multiple_of(3) {
            kept = Some(now(&data, id, kept).await);
        }
    }
    let kept = now(&data, id, kept).await;
    compare(&data, &town, &kept, third);
    let anew = now(&data, id, None).await;
    assert_eq!(kept.columns.counts(), anew.columns.counts());
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 12, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_table_is_what_the_database_counts(steps in steps(), third in 0..9_usize) {
        actix_web::rt::System::new().block_on(play(steps, third));
    }
}

const CROSS: &str = "/desk/consultations/ziele/cross";

/// 30 sheets: 20 meet their neighbours often, 10 never; every third wants benches, every fifth benches and light.
async fn entered(app: &TestApp) {
    let mut file = String::from("day,wie-oft,was-fehlt,kinder\n");
    for n in 0..30 {
        let often = if n < 20 { "oft" } else { "nie" };
        let missing = match (n % 3, n % 5) {
            (_, 0) => "bank|licht",
            (0, _) => "bank",
            _ => "",
        };
        writeln!(file, "2026-06-20,{often},{missing},{}", n % 3).unwrap();
    }
    enter_sheets(app, "leben", Channel::Paper, &file).await;
}

#[actix_web::test]
async fn an_evaluator_counts_one_question_by_another() {
    let app = TestApp::new().await;
    let id = |key| app.town.question("leben", key).id;
    let (often, missing, children) = (id("wie-oft"), id("was-fehlt"), id("kinder"));
    let evaluator = app.staff("evaluator");
    let address = format!("{CROSS}?row={often}&column={missing}");
    evaluator
        .get(&address)
        .await
        .expect(200)
        .says("Niemand hat beide Fragen beantwortet");
    entered(&app).await;
    let page = evaluator.get(&address).await;
    page.expect(200)
        .says("14 Menschen haben beide Fragen beantwortet");
    let numbers = |rows: Vec<String>| -> Vec<String> {
        let words = |row: &String| row.split_whitespace().collect::<Vec<_>>().join(" ");
        rows.iter().map(words).collect()
    };
    let cells = numbers(page.all("tbody td"));
    // Of 20 often: n = 0, 5, 10, 15 both, 3, 6, 9, 12, 18 benches; of 10 never: 20, 25 both, 21, 24, 27 benches.
    assert_eq!(
        (cells[0].as_str(), cells[3].as_str()),
        ("9", "9"),
        "{cells:?}"
    );
    assert_eq!(numbers(page.all("tfoot td")), ["14", "6", "0", "14"]);
    page.says("mehrere Antworten");
    // What is handed in counts at once.
    let anna = Person::begins(&app.data.db, &app.clock, &app.town).await;
    anna.types(often, Answer::Single(1)).await;
    anna.types(missing, Answer::Multiple([3].into())).await;
    anna.submits().await;
    evaluator.get(&address).await.says("15 Menschen");
    anna.withdraws().await;
    evaluator.get(&address).await.says("14 Menschen");
    // Filtered, and as a file.
    let filtered = format!("{address}&only={children}:0");
    let page = evaluator.get(&filtered).await;
    page.expect(200)
        .says("10 Menschen")
        .says("Wie viele Kinder leben bei Ihnen?");
    let file = evaluator
        .get(&filtered.replace("/cross?", "/cross.csv?"))
        .await;
    file.expect(200);
    assert_eq!(file.header("cache-control"), "no-store");
    let text = String::from_utf8(file.bytes.clone()).unwrap();
    let lines: Vec<_> = text.trim_start_matches('\u{feff}').lines().collect();
    assert_eq!(
        lines,
        [
            "Wie oft treffen Sie Ihre Nachbarn? / Was fehlt?;Bänke;Licht;Räume;Gesamt",
            "Oft;7;2;0;7",
            "Nie;3;0;0;3",
            "Gesamt;10;2;0;10"
        ]
    );
}

#[actix_web::test]
async fn only_those_who_may_read_single_answers_count_tables() {
    let app = TestApp::new().await;
    let home = "/desk/consultations/ziele";
    let has_link = |links: Vec<String>| links.contains(&CROSS.to_owned());
    assert!(!has_link(app.staff("editor").get(home).await.links()));
    assert!(has_link(app.staff("evaluator").get(home).await.links()));
    app.staff("editor").get(CROSS).await.expect(404);
    let page = app.staff("evaluator").get(CROSS).await;
    page.expect(200).says("Wählen Sie zwei Fragen");
    // What makes no sense is left out.
    let odd = format!("{CROSS}?row=999999&column=x&only=1:9&only=2");
    app.staff("evaluator").get(&odd).await.expect(200);
}
