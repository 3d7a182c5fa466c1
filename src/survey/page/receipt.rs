//! The receipt: on the page, on paper, as a text file, as a QR code; and the box in which its code is typed.

use std::collections::{BTreeMap, HashMap};

use actix_web::HttpResponse;
use actix_web::http::{StatusCode, header};
use actix_web::web::Data;
use serde::Deserialize;

use super::Visit;
use super::review::review_of;
use super::withdrawal::Ending;
use crate::base::db::Db;
use crate::base::error::{AppError, AppResult};
use crate::base::form::{Asked, FieldError};
use crate::base::limit::{ReceiptLookup, Within};
use crate::base::locale::{Args, DayStyle};
use crate::base::page::Ui;
use crate::base::qr::qr;
use crate::consultation::TrackKind;
use crate::participation::{self, Code};
use crate::survey::model::{Answer, Cell, HideReason};
use crate::survey::store::{Fate, answers_of, fates_of};
use crate::survey::view::{LookupPage, NextStep, PausePage, ReceiptPage, TextTold};

/// `GET /p/{code}/receipt` — thanks, the code, what counts, what comes next.
pub async fn show(visit: Visit, db: Data<Db>, ui: Ui) -> AppResult<HttpResponse> {
    let is_known =
        visit.participation.submitted_on.is_some() || visit.participation.withdrawn_on.is_some();
    if !is_known {
        return Ok(ui.see_other(&visit.url("")));
    }
    let (id, book) = (visit.participation.id.clone(), visit.asked.book.clone());
    let publishes = visit.asked.consultation.releases_comments;
    let of = visit.asked.consultation.id.clone();
    let (counted, fates, ending) = db
        .read(move |conn| {
            let fates = if publishes {
                fates_of(conn, &id)?
            } else {
                Vec::new()
            };
            let ending = Ending::of(conn, &of, &id)?;
            Ok((answers_of(conn, &id, &book)?, fates, ending))
        })
        .await?;
    let told = fates.into_iter().map(|fate| told(&visit, fate)).collect();
    ui.ok(&page(&visit, &counted, (told, ending), &ui))
}

/// What became of a text, in words.
fn told(visit: &Visit, fate: Fate) -> TextTold {
    let mut questions = visit.asked.book.surveys.iter().flat_map(|s| &s.questions);
    let question = questions.find(|question| question.id == fate.question);
    TextTold {
        id: fate.id.as_str().to_owned(),
        lang: question.and_then(|question| visit.lang_of(question)),
        question: question.map(|q| q.text.clone()).unwrap_or_default(),
        text: fate.redacted.unwrap_or(fate.text),
        state: fate.state,
        reason_key: fate.reason.map(HideReason::label_key),
        is_answered: fate.objection.as_ref().is_some_and(|o| o.answer.is_some()),
        is_objected: fate.objection.is_some(),
    }
}

fn page(
    visit: &Visit,
    counted: &HashMap<i32, Answer>,
    (texts_told, ending): (Vec<TextTold>, Ending),
    ui: &Ui,
) -> ReceiptPage {
    let address = address(visit, ui);
    let (qr_path, qr_size) = qr(&address);
    let today = ui.today();
    let is_counted = |id: i32| counted.contains_key(&id);
    let surveys = visit.asked.book.surveys.iter();
    let surveys = surveys.filter(|survey| survey.questions.iter().any(|q| is_counted(q.id)));
    let next = visit
        .asked
        .consultation
        .milestones
        .iter()
        .map(|milestone| NextStep {
            from: milestone.from,
            until: milestone.until,
            title: milestone.title.clone(),
            note: milestone.note.clone(),
            is_ahead: milestone.until.unwrap_or(milestone.from) >= today,
        });
    let has_mark = |answer: &&Answer| matches!(answer, Answer::Goal { mark: Some(_), .. });
    let has_text = |answer: &&Answer| answer.cells().iter().any(|cell| cell.text.is_some());
    // Only what would count: an answer to a question that is no longer asked is not waiting to be sent.
    let draft = |id| visit.drafts.get(&id);
    let typed = visit
        .asked
        .book
        .surveys
        .iter()
        .flat_map(|s| s.counted(draft));
    let typed: BTreeMap<i32, Vec<Cell>> = typed.collect();
    let sent: BTreeMap<i32, Vec<Cell>> = counted
        .iter()
        .map(|(id, answer)| (*id, answer.cells()))
        .collect();
    ReceiptPage {
        texts_told,
        head: visit.asked.head.clone(),
        code: (&visit.code).into(),
        address,
        qr_path,
        qr_size,
        submitted_on: visit.participation.submitted_on,
        withdrawn_on: visit.participation.withdrawn_on,
        is_open: visit.is_open,
        ending: ending.as_str(),
        has_unsent_changes: visit.is_open && typed != sent,
        marks: counted.values().filter(has_mark).count(),
        texts: counted.values().filter(has_text).count(),
        surveys: surveys
            .map(|survey| review_of(visit, survey, |id| counted.get(&id)))
            .collect(),
        next: next.collect(),
        has_comments: visit
            .asked
            .consultation
            .track(TrackKind::Comments)
            .is_some(),
    }
}

/// `GET /p/{code}/receipt.txt` — the receipt as a small text file, to keep.
pub async fn file(visit: Visit, ui: Ui) -> AppResult<HttpResponse> {
    let Some(day) = visit.participation.submitted_on else {
        return Err(AppError::NotFound);
    };
    let mut args = Args::new();
    args.set("title", visit.asked.head.title.clone());
    args.set("code", visit.code.grouped());
    args.set("address", address(&visit, &ui));
    args.set("day", ui.lang().day(day, DayStyle::Long));
    args.set(
        "until",
        ui.lang().day(visit.asked.head.closes, DayStyle::Long),
    );
    let lines = [
        "receipt-file-title",
        "receipt-file-day",
        "receipt-file-code",
        "receipt-file-address",
        "receipt-file-until",
        "receipt-file-keep",
    ];
    let text = lines.map(|key| ui.text(key, &args)).join("\r\n\r\n");
    let name = format!("attachment; filename=\"{}.txt\"", ui.t("receipt-file-name"));
    Ok(HttpResponse::Ok()
        .content_type("text/plain; charset=utf-8")
        .insert_header((header::CONTENT_DISPOSITION, name))
        .insert_header((header::CACHE_CONTROL, "no-store"))
        .insert_header((header::REFERRER_POLICY, "no-referrer"))
        .body(format!("{text}\r\n")))
}

/// `GET /p/{code}/pause` — how to go on later.
pub async fn pause(visit: Visit, ui: Ui) -> AppResult<HttpResponse> {
    let address = address(&visit, &ui);
    let (qr_path, qr_size) = qr(&address);
    ui.ok(&PausePage {
        code: (&visit.code).into(),
        head: visit.asked.head.clone(),
        address,
        qr_path,
        qr_size,
    })
}

/// The box for a code.
#[derive(Clone, Debug, Deserialize)]
pub struct LookupForm {
    #[serde(default)]
    code: String,
}

/// `GET /receipt` — type the code of a receipt.
pub async fn ask(ui: Ui) -> AppResult<HttpResponse> {
    ui.ok(&LookupPage {
        typed: String::new(),
        errors: Vec::new(),
    })
}

/// `POST /receipt` — leads to the participation of a code, or says what is wrong with it.
pub async fn look_up(
    _within: Within<ReceiptLookup>,
    form: Asked<LookupForm>,
    db: Data<Db>,
    ui: Ui,
) -> AppResult<HttpResponse> {
    let typed = form.0.code;
    let fault = match Code::parse(&typed) {
        None => "error-code-unreadable",
        Some(code) => {
            let hash = code.hash(&ui.site().secrets);
            match db.read(move |conn| participation::find(conn, &hash)).await {
                Ok(found) if found.submitted_on.is_some() => {
                    return Ok(ui.see_other(&format!("/p/{}/receipt", code.as_str())));
                }
                Ok(_) => return Ok(ui.see_other(&format!("/p/{}", code.as_str()))),
                Err(AppError::NotFound) => "error-code-unknown",
                Err(why) => return Err(why),
            }
        }
    };
    let typed = typed.chars().take(100).collect();
    let page = LookupPage {
        typed,
        errors: vec![FieldError::new("code", fault)],
    };
    ui.page(StatusCode::UNPROCESSABLE_ENTITY, &page)
}

/// The address that opens the participation, with host; from the configuration, never from the request.
fn address(visit: &Visit, ui: &Ui) -> String {
    format!("{}{}", ui.site().config.base_url(), visit.url(""))
}
