//! The second chapter: "Spielplätze in Lindenau" has been running for twelve days, and people are answering.

use super::cast::{Person, day_of, days};
use super::chance::Chance;
use super::sheets::{Sheet, fill, no_deck, remarks};
use super::stage::{Days, Stage};
use super::{talk, twins};
use crate::survey::{Answer, Book, QuestionKind, Survey};

const PEOPLE: usize = 60;
/// How many of them answered the first survey (from the first person on) and the second (up to the last).
const SURVEYS: [(&str, usize); 2] = [("spielen-in-der-naehe", 53), ("bauen-und-pflegen", 44)];
const PROFILE: &str = "ueber-sie";
/// How many hand in today.
const TODAY: usize = 4;

/// What people wrote about where children like to play.
const FAVOURITE: [&str; 6] = [
    "Am Bach unter der Holzbrücke. Da gibt es Steine, Wasser und keinen, der schimpft.",
    "Auf dem Garagenhof. Der ist eben, da kann man Rollschuh fahren.",
    "Im Wäldchen hinter der Turnhalle. Die Kinder bauen dort seit Wochen an einem Lager.",
    "Vor unserem Haus, seit die Straße Spielstraße ist. Man sieht sie vom Küchenfenster.",
    "Auf der Wiese am Neckar, wenn sie gemäht ist. Ein Baum mit tiefen Ästen reicht zum Klettern.",
    "Bei der Bücherei. Nicht wegen der Geräte, da ist einfach immer jemand zum Spielen da.",
];

/// Plays the chapter.
pub fn play(stage: &Stage) -> anyhow::Result<()> {
    let prepared = Days {
        imported: stage.today(-31),
        published: stage.today(-24),
        announced: stage.today(-19),
    };
    let consultation = stage.lay_open(
        "spielplaetze",
        include_str!("town/spielplaetze.md"),
        include_str!("town/spielplaetze.toml"),
        &prepared,
    )?;
    twins::play(stage, &consultation)?;
    let book = stage
        .db
        .read_here(|conn| Book::of(conn, &consultation.id))?;
    let discussion = talk::Days {
        given: stage.today(-11).iter_days().take(7).collect(),
        read: stage.today(-4),
        supported: stage.today(-3),
        answered: stage.today(-2),
    };
    let words = include_str!("town/spielplaetze-diskussion.csv");
    talk::play(stage, &consultation, words, &discussion)?;
    let remarks = remarks(include_str!("town/spielplaetze-antworten.csv"))?;
    let mut chance = Chance::of(12);
    let mut answers = vec![Sheet::new(); PEOPLE];
    for (slug, count) in SURVEYS {
        let survey = survey(&book, slug)?;
        let mut sheets = fill(survey, count, &remarks, no_deck, &mut chance);
        write_favourites(survey, &mut sheets);
        // The first survey goes to the first people, the second to the last: everybody answers one, most both.
        let skipped = if slug == SURVEYS[0].0 {
            0
        } else {
            PEOPLE - count
        };
        for (person, sheet) in answers.iter_mut().skip(skipped).zip(sheets) {
            person.extend(sheet);
        }
    }
    let profiles = fill(survey(&book, PROFILE)?, PEOPLE, &[], no_deck, &mut chance);
    for (person, profile) in answers.iter_mut().zip(profiles) {
        if chance.percent(60) {
            person.extend(profile);
        }
    }
    chance.shuffle(&mut answers);
    let days = days(stage.today(-12), stage.today(-1), None);
    let people = answers.into_iter().enumerate().map(|(n, answers)| Person {
        day: if n < TODAY {
            stage.today(0)
        } else {
            day_of(&days, &mut chance)
        },
        is_invited: false,
        answers: answers.into_iter().collect(),
    });
    stage.hand_in(&consultation, people.collect())
}

fn survey<'a>(book: &'a Book, slug: &str) -> anyhow::Result<&'a Survey> {
    book.survey(slug)
        .ok_or_else(|| anyhow::anyhow!("there is no survey {slug}"))
}

/// A few people answer the question for a text.
fn write_favourites(survey: &Survey, sheets: &mut [Sheet]) {
    let asked = survey
        .questions
        .iter()
        .find(|question| question.kind == QuestionKind::LongText);
    if let Some(question) = asked {
        for (sheet, text) in sheets.iter_mut().step_by(8).zip(FAVOURITE) {
            sheet.insert(question.id, Answer::Text(text.to_owned()));
        }
    }
}
