//! What is kept of surveys under a receipt code, to take away: for programs as JSON, for people as text.

use std::collections::HashMap;

use actix_web::HttpResponse;
use actix_web::http::header;
use chrono::NaiveDate;
use serde::Serialize;

use super::Visit;
use super::review::review_of;
use crate::base::db::Db;
use crate::base::error::AppResult;
use crate::base::locale::{Args, DayStyle};
use crate::base::page::Ui;
use crate::survey::model::{Answer, HideReason, TextState};
use crate::survey::store::{Fate, answers_of, fates_of};

/// Everything about surveys that is kept.
#[derive(Serialize)]
pub struct Kept {
    consultation: String,
    title: String,
    channel: &'static str,
    started_on: NaiveDate,
    submitted_on: Option<NaiveDate>,
    withdrawn_on: Option<NaiveDate>,
    /// What counts.
    answers: Vec<KeptAnswer>,
    /// What is on the pages and was not, or not like this, sent.
    drafts: Vec<KeptAnswer>,
    /// What became of texts.
    texts: Vec<KeptText>,
}

#[derive(PartialEq, Eq, Serialize)]
struct KeptAnswer {
    survey: String,
    question: String,
    asked: String,
    mark: Option<String>,
    chosen: Vec<String>,
    day: Option<NaiveDate>,
    text: String,
}

#[derive(Serialize)]
struct KeptText {
    asked: String,
    text: String,
    state: TextState,
    redacted: Option<String>,
    reason: Option<HideReason>,
    note: Option<String>,
    objection: Option<String>,
    objected_on: Option<NaiveDate>,
    answer: Option<String>,
}

/// A file with somebody's own data, to take away.
pub fn file(media: &'static str, ending: &str, ui: &Ui, body: String) -> HttpResponse {
    let name = ui.t("receipt-data-file");
    let name = format!("attachment; filename=\"{name}.{ending}\"");
    HttpResponse::Ok()
        .content_type(media)
        .insert_header((header::CONTENT_DISPOSITION, name))
        .insert_header((header::CACHE_CONTROL, "no-store"))
        .insert_header((header::REFERRER_POLICY, "no-referrer"))
        .body(body)
}

/// Everything about surveys that is kept under this code.
///
/// # Errors
/// When the database fails.
pub async fn kept(visit: &Visit, db: &Db, ui: &Ui) -> AppResult<Kept> {
    let (id, book) = (visit.participation.id.clone(), visit.asked.book.clone());
    let (counted, fates) = db
        .read(move |conn| Ok((answers_of(conn, &id, &book)?, fates_of(conn, &id)?)))
        .await?;
    Ok(Kept {
        consultation: visit.asked.consultation.slug.clone(),
        title: visit.asked.consultation.title.clone(),
        // Only who took part herself, online, has a code.
        channel: "online",
        started_on: visit.participation.started_on,
        submitted_on: visit.participation.submitted_on,
        withdrawn_on: visit.participation.withdrawn_on,
        answers: answers(visit, &counted, ui),
        drafts: answers(visit, &visit.drafts, ui),
        texts: fates.into_iter().map(|fate| fate_of(visit, fate)).collect(),
    })
}

fn answers(visit: &Visit, of: &HashMap<i32, Answer>, ui: &Ui) -> Vec<KeptAnswer> {
    let mut all = Vec::new();
    for survey in &visit.asked.book.surveys {
        let review = review_of(visit, survey, |id| of.get(&id));
        for row in review.rows {
            if row.answer.state == "given" {
                all.push(KeptAnswer {
                    survey: review.title.clone(),
                    question: row.key,
                    asked: format!("{} {}", row.label, row.text).trim().to_owned(),
                    mark: row.answer.mark_key.map(|key| ui.t(key)),
                    chosen: row.answer.chosen,
                    day: row.answer.day,
                    text: row.answer.text,
                });
            }
        }
    }
    all
}

fn fate_of(visit: &Visit, fate: Fate) -> KeptText {
    let mut questions = visit.asked.book.surveys.iter().flat_map(|s| &s.questions);
    let question = questions.find(|question| question.id == fate.question);
    let objection = fate.objection;
    KeptText {
        asked: question.map(|q| q.text.clone()).unwrap_or_default(),
        text: fate.text,
        state: fate.state,
        redacted: fate.redacted,
        reason: fate.reason,
        note: fate.note,
        objected_on: objection.as_ref().map(|objection| objection.made_on),
        answer: objection.as_ref().and_then(|one| one.answer.clone()),
        objection: objection.map(|objection| objection.text),
    }
}

/// The same in words.
pub fn written(kept: &Kept, ui: &Ui) -> String {
    let mut blocks = vec![kept.title.clone()];
    let days = [
        ("receipt-data-started", Some(kept.started_on)),
        ("receipt-data-submitted", kept.submitted_on),
        ("receipt-data-withdrawn", kept.withdrawn_on),
    ];
    for (key, day) in days {
        if let Some(day) = day {
            let mut args = Args::new();
            args.set("day", ui.lang().day(day, DayStyle::Long));
            blocks.push(ui.text(key, &args));
        }
    }
    if !kept.answers.is_empty() {
        blocks.push(format!("== {} ==", ui.t("receipt-data-answers")));
        blocks.extend(kept.answers.iter().map(|answer| of_answer(answer, ui)));
    }
    // Usually the pages hold just what was sent.
    let unsent = kept.drafts.iter().filter(|one| !kept.answers.contains(one));
    let unsent: Vec<_> = unsent.map(|answer| of_answer(answer, ui)).collect();
    if !unsent.is_empty() {
        blocks.push(format!("== {} ==", ui.t("receipt-data-drafts")));
        blocks.extend(unsent);
    }
    if !kept.texts.is_empty() {
        blocks.push(format!("== {} ==", ui.t("receipt-texts")));
        blocks.extend(kept.texts.iter().map(|text| of_text(text, ui)));
    }
    blocks.join("\n\n") + "\n"
}

fn of_answer(answer: &KeptAnswer, ui: &Ui) -> String {
    let day = answer.day.map(|day| ui.lang().day(day, DayStyle::Long));
    let mut lines = vec![format!("{} – {}", answer.survey, answer.asked)];
    lines.extend(answer.mark.clone());
    lines.extend(answer.chosen.iter().cloned());
    lines.extend(day);
    lines.push(answer.text.clone());
    lines.retain(|line| !line.is_empty());
    lines.join("\n")
}

fn of_text(text: &KeptText, ui: &Ui) -> String {
    let state = match text.state {
        TextState::Waiting => "receipt-text-waiting",
        TextState::Released => "receipt-text-released",
        TextState::Redacted => "receipt-text-redacted",
        TextState::Hidden => "receipt-text-hidden",
        TextState::Erased => "receipt-text-erased",
    };
    let mut lines = vec![text.asked.clone(), text.text.clone(), ui.t(state)];
    lines.extend(text.redacted.clone());
    lines.extend(text.reason.map(|reason| ui.t(reason.label_key())));
    lines.extend(text.note.clone());
    lines.extend(text.objection.clone());
    lines.extend(text.answer.clone());
    lines.join("\n")
}
