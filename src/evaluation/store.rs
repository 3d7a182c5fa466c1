//! Rows of publications, and the figures they freeze.

use std::collections::HashMap;

use chrono::{DateTime, NaiveDate, NaiveDateTime, Utc};
use data_encoding::HEXLOWER;
use diesel::dsl::count;
use diesel::prelude::*;
use serde_json::json;
use sha2::{Digest, Sha256};

use super::PublishResults;
use super::model::{QuestionFigures, Snapshot, SurveyFigures, in_chart_order};
use crate::account::Tx;
use crate::base::clock::Zone;
use crate::base::db::Conn;
use crate::base::error::{AppError, AppResult};
use crate::base::figures::Limits;
use crate::base::id::Id;
use crate::base::schema::{answers, questions, result_publications, surveys};
use crate::consultation::{Consultation, Openness, TrackKind};
use crate::participation;
use crate::strategy::{self, LaidEdition};
use crate::survey::tally::Tally;
use crate::survey::{self, Book, Question, QuestionKind, Survey};

/// Published results.
pub struct Published {
    /// 1 for the first publication of a consultation.
    pub number: i32,
    /// When they became public.
    pub at: DateTime<Utc>,
    /// SHA-256 of the snapshot, in hexadecimal digits.
    pub sha256: String,
    /// The figures.
    pub snapshot: Snapshot,
}

/// What came of a publication.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PublishOutcome {
    /// Public from now on.
    Published {
        /// 1 for the first publication.
        number: i32,
        /// SHA-256 of the snapshot.
        sha256: String,
    },
    /// These very figures are public already.
    Unchanged {
        /// The number of that publication.
        number: i32,
    },
    /// The survey still takes answers; results are published after its end.
    StillOpen {
        /// Its last day.
        until: NaiveDate,
    },
    /// The consultation has no survey.
    Nothing,
}

/// Freezes the figures of a consultation and shows them to everyone.
pub fn publish(
    tx: &mut Tx<PublishResults>,
    consultation: &Consultation,
    limits: Limits,
    zone: Zone,
) -> AppResult<PublishOutcome> {
    let Some(track) = consultation.track(TrackKind::Survey) else {
        return Ok(PublishOutcome::Nothing);
    };
    if track.window.at(tx.now) != Openness::Over {
        return Ok(PublishOutcome::StillOpen {
            until: track.window.last_day(zone),
        });
    }
    let snapshot = freeze(tx.conn, consultation, limits)?;
    let body = serde_json::to_string(&snapshot).map_err(anyhow::Error::from)?;
    let sha256 = HEXLOWER.encode(&Sha256::digest(body.as_bytes()));
    let last: Option<(i32, String)> = result_publications::table
        .filter(result_publications::consultation_id.eq(&consultation.id))
        .order(result_publications::number.desc())
        .select((result_publications::number, result_publications::sha256))
        .first(tx.conn)
        .optional()?;
    let number = match last {
        Some((number, known)) if known == sha256 => {
            return Ok(PublishOutcome::Unchanged { number });
        }
        Some((number, _)) => number + 1,
        None => 1,
    };
    let author = tx.author();
    diesel::insert_into(result_publications::table)
        .values((
            result_publications::id.eq(Id::<Published>::at(tx.now)),
            result_publications::consultation_id.eq(&consultation.id),
            result_publications::number.eq(number),
            result_publications::published_at.eq(tx.now.naive_utc()),
            result_publications::published_by.eq(author),
            result_publications::sha256.eq(&sha256),
            result_publications::body.eq(body),
        ))
        .execute(tx.conn)?;
    tx.journal(
        &format!("consultation:{}", consultation.slug),
        &json!({ "results": number, "sha256": sha256 }),
    )?;
    Ok(PublishOutcome::Published { number, sha256 })
}

/// The figures as they stand now.
fn freeze(conn: &mut Conn, consultation: &Consultation, limits: Limits) -> AppResult<Snapshot> {
    let edition = strategy::laid(conn, &consultation.edition)?;
    let book = Book::of(conn, &consultation.id)?;
    let tally = survey::tallies_of(conn, &consultation.id)?;
    let answered = answered_by_question(conn, &consultation.id)?;
    let mut days: HashMap<Id<Survey>, Vec<(NaiveDate, String, u64)>> = HashMap::new();
    for (id, day, channel, n) in survey::questionnaires_by_day(conn, &consultation.id)? {
        if let Ok(n @ 1..) = u64::try_from(n) {
            days.entry(id).or_default().push((day, channel, n));
        }
    }
    let people = participation::head_count(conn, &consultation.id)?;
    Ok(Snapshot {
        title: consultation.title.clone(),
        limits,
        people: u64::try_from(people).unwrap_or_default(),
        surveys: book
            .surveys
            .iter()
            .map(|survey| SurveyFigures {
                slug: survey.slug.clone(),
                label: field_label(&edition, survey),
                title: survey.title.clone(),
                is_profile: survey.is_profile,
                days: days.remove(&survey.id).unwrap_or_default(),
                questions: survey
                    .questions
                    .iter()
                    .map(|question| figures(&edition, question, &tally, &answered))
                    .collect(),
            })
            .collect(),
    })
}

fn field_label(edition: &LaidEdition, survey: &Survey) -> String {
    let field = edition
        .fields
        .iter()
        .find(|field| Some(&field.id) == survey.field.as_ref());
    field.map(|field| field.label.clone()).unwrap_or_default()
}

/// How many questionnaires answered each question.
fn answered_by_question(
    conn: &mut Conn,
    consultation: &Id<Consultation>,
) -> AppResult<HashMap<i32, u64>> {
    let rows: Vec<(i32, i64)> = answers::table
        .inner_join(questions::table.inner_join(surveys::table))
        .filter(surveys::consultation_id.eq(consultation))
        .group_by(answers::question_id)
        .select((
            answers::question_id,
            count(answers::questionnaire_id).aggregate_distinct(),
        ))
        .load(conn)?;
    Ok(rows
        .into_iter()
        .map(|(id, n)| (id, u64::try_from(n).unwrap_or_default()))
        .collect())
}

fn figures(
    edition: &LaidEdition,
    question: &Question,
    tally: &Tally,
    answered: &HashMap<i32, u64>,
) -> QuestionFigures {
    let id = question.id;
    let labels = || {
        question
            .options
            .iter()
            .map(|option| option.label.clone())
            .collect()
    };
    let (options, counts) = match question.kind {
        QuestionKind::Goal => (
            Vec::new(),
            vec![in_chart_order(|code| tally.at(id, 0, code))],
        ),
        QuestionKind::Single => (
            labels(),
            vec![
                question
                    .options
                    .iter()
                    .map(|o| tally.at(id, 0, o.code))
                    .collect(),
            ],
        ),
        QuestionKind::Multiple => (
            labels(),
            vec![
                question
                    .options
                    .iter()
                    .map(|o| tally.at(id, o.code, 1))
                    .collect(),
            ],
        ),
        QuestionKind::Scale => {
            let row = |item: i32| {
                question
                    .options
                    .iter()
                    .map(|o| tally.at(id, item, o.code))
                    .collect::<Vec<_>>()
            };
            (
                labels(),
                question.items.iter().map(|item| row(item.code)).collect(),
            )
        }
        QuestionKind::Number => {
            let given: Vec<(i32, u64)> = tally.codes(id, 0).filter(|(_, n)| *n > 0).collect();
            let labels = given.iter().map(|(number, _)| number.to_string()).collect();
            (labels, vec![given.iter().map(|(_, n)| *n).collect()])
        }
        QuestionKind::ShortText | QuestionKind::LongText => (Vec::new(), Vec::new()),
    };
    let goal = question
        .goal
        .as_ref()
        .and_then(|_| edition.find(&question.key));
    QuestionFigures {
        id,
        key: question.key.clone(),
        kind: question.kind.as_str().to_owned(),
        label: goal.map(|goal| goal.label.clone()).unwrap_or_default(),
        text: question.text.clone(),
        answered: answered.get(&id).copied().unwrap_or_default(),
        texts: tally.texts(id),
        options,
        counts,
        items: question
            .items
            .iter()
            .map(|item| item.label.clone())
            .collect(),
    }
}

type Row = (i32, NaiveDateTime, String, String);

fn read((number, at, sha256, body): Row) -> AppResult<Published> {
    let snapshot = serde_json::from_str(&body).map_err(anyhow::Error::from)?;
    Ok(Published {
        number,
        at: at.and_utc(),
        sha256,
        snapshot,
    })
}

/// The newest published results of a consultation. Not published and not there answer alike: not found.
pub fn newest(conn: &mut Conn, consultation: &Id<Consultation>) -> AppResult<Published> {
    let row: Option<Row> = result_publications::table
        .filter(result_publications::consultation_id.eq(consultation))
        .order(result_publications::number.desc())
        .select((
            result_publications::number,
            result_publications::published_at,
            result_publications::sha256,
            result_publications::body,
        ))
        .first(conn)
        .optional()?;
    read(row.ok_or(AppError::NotFound)?)
}

/// Since when the results of consultations are public: the first publication of each.
pub fn published_on(conn: &mut Conn) -> AppResult<HashMap<Id<Consultation>, DateTime<Utc>>> {
    let rows: Vec<(Id<Consultation>, NaiveDateTime)> = result_publications::table
        .filter(result_publications::number.eq(1))
        .select((
            result_publications::consultation_id,
            result_publications::published_at,
        ))
        .load(conn)?;
    Ok(rows
        .into_iter()
        .map(|(id, at)| (id, at.and_utc()))
        .collect())
}

/// All published results, the newest of each consultation.
pub fn list_published(conn: &mut Conn) -> AppResult<HashMap<Id<Consultation>, Published>> {
    let rows: Vec<(Id<Consultation>, Row)> = result_publications::table
        .order(result_publications::number)
        .select((
            result_publications::consultation_id,
            (
                result_publications::number,
                result_publications::published_at,
                result_publications::sha256,
                result_publications::body,
            ),
        ))
        .load(conn)?;
    // Later numbers replace earlier ones.
    let newest: HashMap<_, _> = rows.into_iter().collect();
    newest
        .into_iter()
        .map(|(id, row)| Ok((id, read(row)?)))
        .collect()
}
