//! The first chapter: "Ziele für Lindenau 2035". Twelve fields of action, 429 questionnaires, in the field of social
//! cohesion 29 with 116 marks, of which 73 right, 32 bolder and 11 others. It is over and its results are out.

use std::num::NonZeroU32;

use chrono::NaiveDate;
use data_encoding::HEXLOWER;
use sha2::{Digest, Sha256};

use super::cast::{Person, day_of, days, deal};
use super::chance::Chance;
use super::sheets::{Remark, Sheet, fill, no_deck, remarks};
use super::stage::{Days, Stage};
use super::talk;
use super::voices::Voices;
use crate::consultation::Consultation;
use crate::evaluation::{self, PublishOutcome, PublishResults};
use crate::moderation::{ModerateTexts, release as release_texts, waiting_texts};
use crate::participation::{Channel, EnterContributions, head_count};
use crate::survey::{Batch, Book, Entered, Survey, enter, questionnaires_by_day};

/// How many people answered about each field.
const FIELDS: [(&str, usize); 12] = [
    ("wohnen", 38),
    (COHESION, 29),
    ("mobilitaet", 54),
    ("klima", 35),
    ("gruen", 47),
    ("bildung", 33),
    ("kultur", 26),
    ("gesundheit", 31),
    ("wirtschaft", 24),
    ("innenstadt", 45),
    ("verwaltung", 28),
    ("generationen", 39),
];
const COHESION: &str = "zusammenleben";
const PROFILE: &str = "ueber-sie";
/// So many of a hundred questionnaires came on paper or from an event.
const OFFLINE: usize = 12;
/// So many of a hundred people say something about themselves.
const TELL_ABOUT_THEMSELVES: u32 = 68;

/// How many texts are released within one transaction.
const READ_TOGETHER: usize = 5_000;

/// Who of five people got a letter with an access code.
const INVITED: [bool; 5] = [true, false, true, false, false];

/// What the first chapter brought in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Played {
    /// People who took part.
    pub people: i64,
    /// Questionnaires, without what people said about themselves.
    pub questionnaires: i64,
    /// Texts they wrote.
    pub texts: usize,
}

/// Plays the chapter. `told` hears after each round of questionnaires how many there were.
pub fn play(stage: &Stage, scale: NonZeroU32, told: &dyn Fn(u32)) -> anyhow::Result<Played> {
    let days = Days {
        imported: stage.day(4, 20),
        published: stage.day(5, 4),
        announced: stage.day(5, 18),
    };
    let consultation = stage.lay_open(
        "stadtentwicklung",
        include_str!("town/stadtentwicklung.md"),
        include_str!("town/stadtentwicklung.toml"),
        &days,
    )?;
    let book = stage
        .db
        .read_here(|conn| Book::of(conn, &consultation.id))?;
    let remarks = remarks(include_str!("town/stadtentwicklung-kommentare.csv"))?;
    let voices = Voices::of_the_town()?;
    for round in 0..scale.get() {
        let remarks = voices.of_round(&remarks, round);
        answer(stage, &consultation, &book, &remarks, round)?;
        told(round + 1);
    }
    let discussion = talk::Days {
        given: stage.day(6, 9).iter_days().take(22).collect(),
        read: stage.day(7, 1),
        supported: stage.day(7, 8),
        answered: stage.day(7, 10),
    };
    let words = include_str!("town/stadtentwicklung-diskussion.csv");
    talk::play(stage, &consultation, words, &discussion)?;
    let texts = release(stage, &book)?;
    publish(stage, &consultation)?;
    let (people, by_day) = stage.db.read_here(|conn| {
        Ok((
            head_count(conn, &consultation.id)?,
            questionnaires_by_day(conn, &consultation.id)?,
        ))
    })?;
    let profile = book.survey(PROFILE).map(|survey| &survey.id);
    let counted = by_day.iter().filter(|(survey, ..)| Some(survey) != profile);
    Ok(Played {
        people,
        questionnaires: counted.map(|(.., n)| n).sum(),
        texts,
    })
}

/// One round of questionnaires: some from an event and on paper, the others online.
fn answer(
    stage: &Stage,
    consultation: &Consultation,
    book: &Book,
    remarks: &[Remark],
    round: u32,
) -> anyhow::Result<()> {
    let mut chance = Chance::of(2035 + u64::from(round));
    let (first, last, event) = (stage.day(6, 8), stage.day(7, 17), stage.day(6, 13));
    let days = days(first, last, Some(event));
    let mut piles = Vec::new();
    for (slug, count) in FIELDS {
        let survey = survey(book, slug)?;
        let deck = if slug == COHESION { cohesion } else { no_deck };
        let mut sheets = fill(survey, count, remarks, deck, &mut chance);
        let offline = (count * OFFLINE + 50) / 100;
        let on_paper = sheets.split_off(count - offline.div_ceil(2));
        let from_event = sheets.split_off(count - offline);
        let from_event = from_event.into_iter().map(|sheet| (event, sheet)).collect();
        let on_paper = on_paper
            .into_iter()
            .map(|sheet| (day_of(&days, &mut chance), sheet))
            .collect();
        enter_sheets(
            stage,
            consultation,
            survey,
            (Channel::Event, stage.day(6, 15)),
            round,
            from_event,
        )?;
        enter_sheets(
            stage,
            consultation,
            survey,
            (Channel::Paper, stage.day(7, 20)),
            round,
            on_paper,
        )?;
        piles.push(sheets);
    }
    let people = deal(piles, &mut chance);
    let mut profiles = fill(
        survey(book, PROFILE)?,
        people.len(),
        &[],
        no_deck,
        &mut chance,
    );
    let people = people
        .into_iter()
        .zip(INVITED.into_iter().cycle())
        .map(|(mut answers, is_invited)| {
            let profile = profiles.pop().unwrap_or_default();
            if chance.percent(TELL_ABOUT_THEMSELVES) {
                answers.extend(profile);
            }
            Person {
                day: day_of(&days, &mut chance),
                is_invited,
                answers: answers.into_iter().collect(),
            }
        })
        .collect();
    stage.hand_in(consultation, people)
}

/// The marks without a text in the field of social cohesion, in the order of the form. Together with the marks that
/// came with a text each of the 29 people has marked each of the four goals. The goal against violence divides people
/// most.
fn cohesion(goal: &str) -> Option<[usize; 5]> {
    match goal {
        "sz-2-1" | "sz-2-2" => Some([18, 4, 0, 0, 0]),
        "sz-2-3" => Some([16, 5, 0, 0, 0]),
        "sz-2-4" => Some([7, 3, 1, 0, 0]),
        _ => None,
    }
}

fn survey<'a>(book: &'a Book, slug: &str) -> anyhow::Result<&'a Survey> {
    book.survey(slug)
        .ok_or_else(|| anyhow::anyhow!("there is no survey {slug}"))
}

/// Staff enter what came on another channel.
fn enter_sheets(
    stage: &Stage,
    consultation: &Consultation,
    survey: &Survey,
    (channel, entered_on): (Channel, NaiveDate),
    round: u32,
    sheets: Vec<(NaiveDate, Sheet)>,
) -> anyhow::Result<()> {
    if sheets.is_empty() {
        return Ok(());
    }
    let batch = Batch {
        // There is no file; what stands on the sheets takes its place. Two rounds may look alike and count twice.
        sha256: HEXLOWER.encode(&Sha256::digest(format!("{channel:?} {round} {sheets:?}"))),
        channel,
        sheets,
    };
    let (id, survey) = (consultation.id.clone(), survey.clone());
    let outcome = stage
        .may::<EnterContributions>(entered_on)?
        .write_here(move |tx| enter(tx, &id, &survey, &batch, &|_| ()))?;
    anyhow::ensure!(
        matches!(outcome, Entered::All(_)),
        "a batch of questionnaires had been entered before"
    );
    Ok(())
}

/// In August all texts have been read, and are released.
fn release(stage: &Stage, book: &Book) -> anyhow::Result<usize> {
    let mut released = 0;
    for survey in &book.surveys {
        let id = survey.id.clone();
        let texts = stage.db.read_here(|conn| waiting_texts(conn, &id))?;
        if texts.is_empty() {
            continue;
        }
        let ids: Vec<_> = texts.into_iter().map(|text| text.id).collect();
        for ids in ids.chunks(READ_TOGETHER) {
            let ids = ids.to_vec();
            released += stage
                .may::<ModerateTexts>(stage.day(8, 12))?
                .write_here(move |tx| release_texts(tx, &ids))?;
        }
    }
    Ok(released)
}

/// On 28 September the results come out.
fn publish(stage: &Stage, consultation: &Consultation) -> anyhow::Result<()> {
    let (consultation, limits, zone) = (consultation.clone(), stage.limits, stage.zone);
    let outcome = stage
        .may::<PublishResults>(stage.day(9, 28))?
        .write_here(move |tx| evaluation::publish(tx, &consultation, limits, zone))?;
    anyhow::ensure!(
        matches!(outcome, PublishOutcome::Published { .. }),
        "the results did not come out"
    );
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::survey::Mark;

    #[test]
    fn in_social_cohesion_29_people_give_116_marks() {
        let remarks = remarks(include_str!("town/stadtentwicklung-kommentare.csv")).unwrap();
        let mut totals = [0; 5];
        for goal in ["sz-2-1", "sz-2-2", "sz-2-3", "sz-2-4"] {
            let mut of_goal = cohesion(goal).unwrap();
            for remark in remarks.iter().filter(|remark| remark.goal == goal) {
                let place = Mark::FORM.iter().position(|mark| *mark == remark.mark);
                of_goal[place.unwrap()] += 1;
            }
            assert_eq!(of_goal.iter().sum::<usize>(), 29, "{goal}");
            for (total, n) in totals.iter_mut().zip(of_goal) {
                *total += n;
            }
        }
        let [right, bolder, others @ ..] = totals;
        assert_eq!((right, bolder, others.iter().sum::<usize>()), (73, 32, 11));
        assert_eq!(FIELDS.iter().map(|(_, count)| count).sum::<usize>(), 429);
        assert!(remarks.len() > 400);
    }
}
