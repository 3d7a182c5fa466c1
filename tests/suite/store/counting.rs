//! What the receipt confirms is counted exactly once, and never by accident.

use trialog::base::db::Db;
use trialog::participation::head_count;
use trialog::survey::tally::Tally;
use trialog::survey::{
    Answer, Mark, Recount, Submitted, questionnaires_by_day, recount, tallies_of,
};

use crate::support::database::TestDatabase;
use crate::support::person::{Person, comment, mark};
use crate::support::town::{self, Town, midsummer};

/// Everything that is counted: people, questionnaires, tallies.
async fn counted(db: &Db, town: &Town) -> (i64, i64, Tally) {
    let id = town.consultation.id.clone();
    db.read(move |conn| {
        let sheets = questionnaires_by_day(conn, &id)?;
        let sheets = sheets.into_iter().map(|(_, _, _, n)| n).sum();
        Ok((head_count(conn, &id)?, sheets, tallies_of(conn, &id)?))
    })
    .await
    .unwrap()
}

async fn differences(db: &Db) -> Vec<Recount> {
    db.read(recount).await.unwrap()
}

#[actix_web::test]
async fn submitting_twice_counts_once() {
    let (data, clock) = (TestDatabase::new(), midsummer());
    let town = town::open(&data.db, &clock).await;
    let goal = town.question("leben", "sz-nachbarn").id;
    let anna = Person::begins(&data.db, &clock, &town).await;
    assert_eq!(anna.submits().await, Submitted::Empty);
    anna.types(goal, comment(Mark::Right, "Ja")).await;
    assert_eq!(counted(&data.db, &town).await.0, 0, "typed is not counted");
    assert_eq!(anna.submits().await, Submitted::First);
    let once = counted(&data.db, &town).await;
    assert_eq!(anna.submits().await, Submitted::Again);
    assert_eq!(counted(&data.db, &town).await, once);
    assert_eq!((once.0, once.1), (1, 1));
    assert_eq!(once.2.at(goal, 0, Mark::Right.code()), 1);
    assert_eq!(once.2.texts(goal), 1);
    assert_eq!(differences(&data.db).await, []);
}

#[actix_web::test]
async fn a_correction_counts_in_place_of_what_counted_before() {
    let (data, clock) = (TestDatabase::new(), midsummer());
    let town = town::open(&data.db, &clock).await;
    let goal = town.question("leben", "sz-nachbarn").id;
    let tree = town.question("gruen", "sz-baeume").id;
    let anna = Person::begins(&data.db, &clock, &town).await;
    anna.types(goal, comment(Mark::Right, "Ja")).await;
    anna.types(tree, mark(Mark::Drop)).await;
    anna.submits().await;
    anna.types(goal, mark(Mark::Bolder)).await;
    anna.types(tree, Answer::Skipped).await;
    let before = counted(&data.db, &town).await;
    assert_eq!(
        before.2.at(goal, 0, Mark::Right.code()),
        1,
        "not before it is submitted"
    );
    assert_eq!(anna.submits().await, Submitted::Again);
    let (people, sheets, tally) = counted(&data.db, &town).await;
    assert_eq!(
        (people, sheets),
        (1, 1),
        "the survey about green is empty now"
    );
    assert_eq!(tally.at(goal, 0, Mark::Right.code()), 0);
    assert_eq!(tally.at(goal, 0, Mark::Bolder.code()), 1);
    assert_eq!(
        (tally.texts(goal), tally.at(tree, 0, Mark::Drop.code())),
        (0, 0)
    );
    assert_eq!(differences(&data.db).await, []);
}

#[actix_web::test]
async fn what_is_withdrawn_leaves_no_count_and_no_answer_behind() {
    let (data, clock) = (TestDatabase::new(), midsummer());
    let town = town::open(&data.db, &clock).await;
    let anna = Person::begins(&data.db, &clock, &town).await;
    let question = |key| town.question("leben", key).id;
    anna.types(question("sz-nachbarn"), comment(Mark::Unclear, "Wie?"))
        .await;
    anna.types(question("wie-oft"), Answer::Single(2)).await;
    anna.types(question("was-fehlt"), Answer::Multiple([1, 3].into()))
        .await;
    anna.types(question("wie-gut"), Answer::Scale([(1, 2), (2, 1)].into()))
        .await;
    anna.types(question("kinder"), Answer::Number(3)).await;
    anna.types(question("wunsch"), Answer::Text("Ruhe".into()))
        .await;
    anna.types(town.question("person", "viertel").id, Answer::Single(1))
        .await;
    anna.submits().await;
    let (people, sheets, tally) = counted(&data.db, &town).await;
    assert_eq!((people, sheets), (1, 2));
    assert_eq!(tally.entries().count(), 10, "{tally:?}");
    assert_eq!(differences(&data.db).await, []);
    anna.withdraws().await;
    let (people, sheets, tally) = counted(&data.db, &town).await;
    assert_eq!((people, sheets, tally.entries().count()), (0, 0, 0));
    for table in ["answers", "questionnaires", "drafts"] {
        assert_eq!(data.count(table), 0, "{table}");
    }
    assert_eq!(differences(&data.db).await, []);
}

#[actix_web::test]
async fn whoever_withdrew_may_not_be_counted_below_zero() {
    let (data, clock) = (TestDatabase::new(), midsummer());
    let town = town::open(&data.db, &clock).await;
    let anna = Person::begins(&data.db, &clock, &town).await;
    anna.types(town.question("gruen", "sz-baeume").id, mark(Mark::Right))
        .await;
    anna.submits().await;
    anna.withdraws().await;
    anna.withdraws().await;
    assert_eq!(counted(&data.db, &town).await.0, 0);
    assert_eq!(data.count("headcounts WHERE n < 0"), 0);
}

#[actix_web::test]
async fn eight_threads_that_submit_the_same_participation_count_it_once() {
    let (data, clock) = (TestDatabase::new(), midsummer());
    let town = town::open(&data.db, &clock).await;
    let anna = Person::begins(&data.db, &clock, &town).await;
    let goal = town.question("leben", "sz-wege").id;
    anna.types(goal, comment(Mark::Bolder, "Auch im Park"))
        .await;
    let threads: Vec<_> = (0..8)
        .map(|_| {
            let anna = anna.clone();
            std::thread::spawn(move || (0..5).map(|_| anna.submits_here().unwrap()).collect())
        })
        .collect();
    let outcomes: Vec<Submitted> = threads
        .into_iter()
        .flat_map(|thread: std::thread::JoinHandle<Vec<_>>| thread.join().unwrap())
        .collect();
    let first = outcomes
        .iter()
        .filter(|outcome| **outcome == Submitted::First);
    assert_eq!((first.count(), outcomes.len()), (1, 40));
    let (people, sheets, tally) = counted(&data.db, &town).await;
    assert_eq!((people, sheets), (1, 1));
    assert_eq!(tally.at(goal, 0, Mark::Bolder.code()), 1);
    assert_eq!(differences(&data.db).await, []);
}

/// Every submission adds to the same head count of the day: nobody's may be lost or refused for that.
#[actix_web::test]
async fn many_people_who_submit_at_once_through_two_processes_all_count() {
    let (data, clock) = (TestDatabase::new(), midsummer());
    let town = town::open(&data.db, &clock).await;
    let goal = town.question("leben", "sz-wege").id;
    let other = data.reopened();
    let mut crowds = vec![Vec::new(); 8];
    for n in 0..80 {
        let db = if n % 2 == 0 { &data.db } else { &other };
        let person = Person::begins(db, &clock, &town).await;
        person.types(goal, mark(Mark::FORM[n % 5])).await;
        crowds[n % 8].push(person);
    }
    let threads: Vec<_> = crowds
        .into_iter()
        .map(|crowd| {
            std::thread::spawn(move || {
                for person in crowd {
                    assert_eq!(person.submits_here().unwrap(), Submitted::First);
                }
            })
        })
        .collect();
    for thread in threads {
        thread.join().unwrap();
    }
    let (people, sheets, tally) = counted(&data.db, &town).await;
    assert_eq!((people, sheets), (80, 80));
    for mark in Mark::FORM {
        assert_eq!(tally.at(goal, 0, mark.code()), 16);
    }
    assert_eq!(differences(&data.db).await, []);
}

#[actix_web::test]
async fn a_count_that_differs_from_the_rows_is_named() {
    use diesel::connection::SimpleConnection;
    let (data, clock) = (TestDatabase::new(), midsummer());
    let town = town::open(&data.db, &clock).await;
    let anna = Person::begins(&data.db, &clock, &town).await;
    let goal = town.question("gruen", "sz-baeume").id;
    anna.types(goal, mark(Mark::Right)).await;
    anna.submits().await;
    data.connect()
        .batch_execute("UPDATE tallies SET n = n + 2")
        .unwrap();
    data.connect()
        .batch_execute("UPDATE survey_days SET n = 0")
        .unwrap();
    let found = differences(&data.db).await;
    assert_eq!(found.len(), 3, "{found:?}");
    assert_eq!((found[0].kept, found[0].counted), (3, 1));
    assert!(found[0].what.contains(&format!("question {goal}")));
    assert_eq!((found[1].kept, found[1].counted), (3, 1));
    assert!(
        found[1]
            .what
            .contains(&format!("answers to question {goal}"))
    );
    assert_eq!((found[2].kept, found[2].counted), (0, 1));
}

#[actix_web::test]
async fn a_person_has_at_most_one_questionnaire_for_a_survey() {
    use diesel::connection::SimpleConnection;
    let (data, clock) = (TestDatabase::new(), midsummer());
    let town = town::open(&data.db, &clock).await;
    let anna = Person::begins(&data.db, &clock, &town).await;
    anna.types(town.question("gruen", "sz-baeume").id, mark(Mark::Right))
        .await;
    anna.submits().await;
    let twin = "INSERT INTO questionnaires (id, survey_id, participation_id, channel, received_on) \
                SELECT 'twin', survey_id, participation_id, channel, received_on FROM questionnaires";
    let refused = data.connect().batch_execute(twin);
    assert!(refused.is_err(), "the database itself refuses a second one");
}
