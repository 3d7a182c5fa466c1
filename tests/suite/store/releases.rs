//! Nothing a resident wrote is public before somebody has read and released exactly this text.

use std::collections::BTreeSet;

use trialog::account::{Actor, May};
use trialog::base::clock::Clock;
use trialog::base::db::{Conn, Db};
use trialog::base::id::Id;
use trialog::moderation::{self, ModerateTexts, Waiting, waiting_texts};
use trialog::survey::{FreeText, Mark, Text, TextOrder, public_texts, released_count};

use crate::support::database::TestDatabase;
use crate::support::person::{Person, comment, mark};
use crate::support::town::{self, Town, midsummer};

async fn waiting(db: &Db, town: &Town) -> Vec<Waiting> {
    let id = town.survey("leben").id.clone();
    db.read(move |conn| waiting_texts(conn, &id)).await.unwrap()
}

async fn public(db: &Db, question: i32) -> Vec<String> {
    let (texts, all) = db
        .read(move |conn| {
            let texts = public_texts(conn, &[question], TextOrder::ByQuestion, (0, 100))?;
            Ok((texts, released_count(conn, &[question])?))
        })
        .await
        .unwrap();
    assert_eq!(usize::try_from(all).unwrap(), texts.len());
    texts.into_iter().map(|text| text.text).collect()
}

async fn release(db: &Db, clock: &Clock, texts: Vec<Waiting>) {
    let may = May::<ModerateTexts>::by(Actor::Console, db, clock).unwrap();
    let ids: Vec<_> = texts.into_iter().map(|text| text.id).collect();
    may.write(move |tx| moderation::release(tx, &ids))
        .await
        .unwrap();
}

#[actix_web::test]
async fn a_released_text_is_hidden_again_when_it_is_corrected() {
    let (data, clock) = (TestDatabase::new(), midsummer());
    let town = town::open(&data.db, &clock).await;
    let goal = town.question("leben", "sz-wege").id;
    let anna = Person::begins(&data.db, &clock, &town).await;
    anna.types(goal, comment(Mark::Bolder, "Auch im Park"))
        .await;
    anna.submits().await;
    assert_eq!(public(&data.db, goal).await, Vec::<String>::new());
    let texts = waiting(&data.db, &town).await;
    assert_eq!((texts.len(), texts[0].mark), (1, Some(Mark::Bolder)));
    release(&data.db, &clock, texts).await;
    assert_eq!(public(&data.db, goal).await, ["Auch im Park"]);
    assert!(waiting(&data.db, &town).await.is_empty());

    // Submitting the same again hides nothing; changed words have to be read again.
    anna.submits().await;
    assert_eq!(public(&data.db, goal).await, ["Auch im Park"]);
    anna.types(goal, comment(Mark::Bolder, "Etwas ganz anderes"))
        .await;
    anna.submits().await;
    assert_eq!(public(&data.db, goal).await, Vec::<String>::new());
    assert_eq!(waiting(&data.db, &town).await.len(), 1);
}

#[actix_web::test]
async fn a_correction_elsewhere_leaves_a_released_text_alone() {
    let (data, clock) = (TestDatabase::new(), midsummer());
    let town = town::open(&data.db, &clock).await;
    let (goal, other) = (
        town.question("leben", "sz-wege").id,
        town.question("leben", "sz-nachbarn").id,
    );
    let anna = Person::begins(&data.db, &clock, &town).await;
    anna.types(goal, comment(Mark::Right, "So ist es gut"))
        .await;
    anna.submits().await;
    let texts = waiting(&data.db, &town).await;
    release(&data.db, &clock, texts).await;
    anna.types(other, mark(Mark::Drop)).await;
    anna.submits().await;
    assert_eq!(public(&data.db, goal).await, ["So ist es gut"]);
}

#[actix_web::test]
async fn a_withdrawn_text_is_gone() {
    let (data, clock) = (TestDatabase::new(), midsummer());
    let town = town::open(&data.db, &clock).await;
    let goal = town.question("leben", "sz-wege").id;
    let anna = Person::begins(&data.db, &clock, &town).await;
    anna.types(goal, comment(Mark::Right, "Geheim")).await;
    anna.submits().await;
    let texts = waiting(&data.db, &town).await;
    release(&data.db, &clock, texts).await;
    anna.withdraws().await;
    assert_eq!(public(&data.db, goal).await, Vec::<String>::new());
    assert_eq!(data.count("free_texts"), 0);
    assert_eq!(data.count("answers"), 0);
}

#[actix_web::test]
async fn the_public_list_says_nothing_about_who_came_when() {
    let (data, clock) = (TestDatabase::new(), midsummer());
    let town = town::open(&data.db, &clock).await;
    let goal = town.question("leben", "sz-wege").id;
    for n in 0..6 {
        let one = Person::begins(&data.db, &clock, &town).await;
        one.types(goal, comment(Mark::Right, &format!("Weg {n}")))
            .await;
        one.submits().await;
        // A thousand others come, so the next text's name begins in another way.
        for _ in 0..1_100 {
            Id::<FreeText>::near_in(goal);
        }
    }
    let texts = waiting(&data.db, &town).await;
    let begins: BTreeSet<String> = texts
        .iter()
        .map(|text| text.id.as_str()[..6].to_owned())
        .collect();
    assert!(begins.len() > 3, "{begins:?}");
    release(&data.db, &clock, texts).await;
    for order in [TextOrder::ByQuestion, TextOrder::Mixed] {
        let read = move |conn: &mut Conn| public_texts(conn, &[goal], order, (0, 100));
        let texts = data.db.read(read).await.unwrap();
        assert_eq!(texts.len(), 6);
        let chance = |text: &Text| text.id.chance().to_owned();
        assert!(texts.is_sorted_by_key(chance), "{texts:?}");
    }
}
