//! The answers of a consultation as columns in memory, read once and then kept up with what is handed in.
//!
//! Whether they are still right is asked of the running counts, which change in the transaction of every answer: as long as the counts
//! are the same, the columns are. Where they have only grown, what is new is read; what was taken back or written anew leaves a trace
//! in the counts, and then everything is read anew.

use std::collections::{BTreeMap, HashMap, HashSet};

use chrono::NaiveDate;
use diesel::prelude::*;
use sha2::{Digest, Sha256};

use crate::base::db::{Conn, at_one_moment, each_row};
use crate::base::error::AppResult;
use crate::base::id::Id;
use crate::base::schema::{answers, participations, questionnaires};
use crate::consultation::Consultation;
use crate::evaluation::model::{COMMENT, Columns, Place, WROTE};
use crate::survey::tally::Tally;
use crate::survey::{self, Book, QuestionKind, Survey};

/// A person without her name: what is left of the identity of a participation.
type Person = u128;
/// How many questionnaires a survey got on a day.
type Days = BTreeMap<(Id<Survey>, NaiveDate), i64>;
/// A stored cell: of whom, which question and part, the code, and whether there are words.
type Row = (String, i32, i32, Option<i32>, bool);

/// The stored cells of a survey, as a [`Row`] each.
macro_rules! cells_of {
    ($survey:expr) => {
        questionnaires::table
            .inner_join(answers::table)
            .filter(questionnaires::survey_id.eq(&$survey.id))
            .select((
                questionnaires::participation_id,
                answers::question_id,
                answers::part,
                answers::code,
                answers::text.is_not_null(),
            ))
    };
}

/// The answers of one consultation, and what they were read from.
pub struct Answers {
    /// The answers.
    pub columns: Columns,
    people: People,
    tally: Tally,
    days: Days,
}

/// Which place a person has in the columns.
#[derive(Default)]
struct People {
    /// In order; the place in the list is the place in the columns.
    first: Vec<Person>,
    /// Who came later.
    later: BTreeMap<Person, usize>,
}

impl People {
    fn place_or_next(&mut self, person: Person) -> usize {
        let next = self.first.len() + self.later.len();
        match self.first.binary_search(&person) {
            Ok(place) => place,
            Err(_) => *self.later.entry(person).or_insert(next),
        }
    }
}

/// The answers as they stand now. `before` is what was read earlier; only what is new is read then, if that is enough.
///
/// # Errors
/// When the database does not answer.
pub fn answers_now(
    conn: &mut Conn,
    consultation: &Id<Consultation>,
    before: Option<Answers>,
) -> AppResult<(Book, Answers)> {
    at_one_moment(conn, |conn| {
        let book = Book::of(conn, consultation)?;
        let tally = survey::tallies_of(conn, consultation)?;
        let days = days(conn, consultation)?;
        if let Some(mut kept) = before {
            if kept.tally == tally && kept.days == days {
                return Ok((book, kept));
            }
            let grew = tally.only_grew_since(&kept.tally);
            let is_short = kept.people.later.len() < 1_000 + kept.people.first.len() / 8;
            if grew && is_short && kept.catch_up(conn, &book, tally.clone(), days.clone())? {
                return Ok((book, kept));
            }
        }
        let read = Answers::read(conn, consultation, &book, tally, days)?;
        Ok((book, read))
    })
}

fn days(conn: &mut Conn, consultation: &Id<Consultation>) -> AppResult<Days> {
    let mut days = Days::new();
    for (survey, day, _, n) in survey::questionnaires_by_day(conn, consultation)? {
        *days.entry((survey, day)).or_default() += n;
    }
    days.retain(|_, n| *n != 0);
    Ok(days)
}

fn person(participation: &str) -> Person {
    let digest: [u8; 32] = Sha256::digest(participation.as_bytes()).into();
    let (start, _) = digest.split_at(16);
    start
        .iter()
        .fold(0, |all, byte| all << 8 | u128::from(*byte))
}

fn kinds(book: &Book) -> HashMap<i32, QuestionKind> {
    let questions = book.surveys.iter().flat_map(|survey| &survey.questions);
    questions
        .map(|question| (question.id, question.kind))
        .collect()
}

impl Answers {
    fn read(
        conn: &mut Conn,
        consultation: &Id<Consultation>,
        book: &Book,
        tally: Tally,
        days: Days,
    ) -> AppResult<Self> {
        let mut first: Vec<Person> = Vec::new();
        each_row!(
            conn,
            String,
            participations::table
                .filter(participations::consultation_id.eq(consultation))
                .filter(participations::submitted_on.is_not_null())
                .select(participations::id),
            |id: String| -> AppResult<()> {
                first.push(person(&id));
                Ok(())
            }
        );
        first.sort_unstable();
        first.shrink_to_fit();
        let mut read = Self {
            columns: Columns::default(),
            people: People {
                first,
                later: BTreeMap::new(),
            },
            tally,
            days,
        };
        let kinds = kinds(book);
        for survey in &book.surveys {
            let mut of = (String::new(), 0);
            each_row!(conn, Row, cells_of!(survey), |row: Row| -> AppResult<()> {
                if row.0 != of.0 {
                    of = (row.0.clone(), read.people.place_or_next(person(&row.0)));
                }
                note(&mut read.columns, &kinds, of.1, &row);
                Ok(())
            });
        }
        read.columns.settle();
        if !read.agrees(&kinds) {
            tracing::warn!("running counts differ from the answers; `trialog verify` says which");
        }
        Ok(read)
    }

    /// Reads what was handed in since. Whether the answers are then what the counts say.
    fn catch_up(
        &mut self,
        conn: &mut Conn,
        book: &Book,
        tally: Tally,
        days: Days,
    ) -> AppResult<bool> {
        let kinds = kinds(book);
        for survey in &book.surveys {
            let own = days.iter().filter(|((of, _), _)| *of == survey.id);
            let new = own.filter(|(key, n)| self.days.get(*key) != Some(*n));
            let new: Vec<NaiveDate> = new.map(|((_, day), _)| *day).collect();
            if new.is_empty() {
                continue;
            }
            let mut fresh = HashSet::new();
            let (people, columns) = (&mut self.people, &mut self.columns);
            each_row!(
                conn,
                Row,
                cells_of!(survey).filter(questionnaires::received_on.eq_any(&new)),
                |row: Row| -> AppResult<()> {
                    let place = people.place_or_next(person(&row.0));
                    let asked = survey.questions.iter().map(|question| question.id);
                    if fresh.contains(&place) || !columns.has_answered(place, asked) {
                        fresh.insert(place);
                        note(columns, &kinds, place, &row);
                    }
                    Ok(())
                }
            );
        }
        self.tally = tally;
        self.days = days;
        Ok(self.agrees(&kinds))
    }

    /// Whether the columns count what the running counts count.
    fn agrees(&self, kinds: &HashMap<i32, QuestionKind>) -> bool {
        let is_counted = |question: i32| {
            let kind = kinds.get(&question);
            kind.is_some_and(|kind| {
                !matches!(kind, QuestionKind::ShortText | QuestionKind::LongText)
            })
        };
        let counted = self
            .tally
            .entries()
            .filter_map(|((question, part, code), n)| {
                let several = kinds.get(&question) == Some(&QuestionKind::Multiple);
                let (part, value) = if several { (0, part) } else { (part, code) };
                (part >= 0 && value >= 0 && is_counted(question))
                    .then_some(((Place { question, part }, value), u64::try_from(n).ok()?))
            });
        let mut own = self.columns.counts();
        own.retain(|(place, _), _| place.part >= 0 && is_counted(place.question));
        counted.collect::<BTreeMap<_, _>>() == own
    }
}

fn note(columns: &mut Columns, kinds: &HashMap<i32, QuestionKind>, place: usize, row: &Row) {
    let (_, question, part, code, has_words) = row;
    let Some(kind) = kinds.get(question) else {
        return;
    };
    let at = Place {
        question: *question,
        part: *part,
    };
    if *has_words {
        // Beside a mark, or as the answer itself.
        let part = if *kind == QuestionKind::Goal {
            COMMENT
        } else {
            *part
        };
        columns.note(place, *kind, Place { part, ..at }, WROTE);
    }
    if let Some(code) = code {
        columns.note(place, *kind, at, *code);
    }
}
