//! The author's pages, which her receipt code opens: all her comments and what became of each; correct, take back.

use std::collections::HashMap;

use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use actix_web::web::{Data, Path};

use super::discussion::door;
use super::overview::groups;
use super::room::{Door, laid};
use super::{LIMITS, answer_shown, head, paragraphs, short, subject};
use crate::account::{May, Tx};
use crate::base::db::{Conn, Db};
use crate::base::error::{AppError, AppResult};
use crate::base::form::{FieldError, Sent};
use crate::base::id::Id;
use crate::base::limit::{Submit, Within};
use crate::base::page::Ui;
use crate::base::qr::qr;
use crate::comment::form::CommentForm;
use crate::comment::model::NewComment;
use crate::comment::store::{self, Agreed, Corrected, Own};
use crate::comment::view::{AgreedRow, OwnCommentPage, OwnCommentsPage, OwnRow};
use crate::consultation::{Consultation, TrackKind, open_window};
use crate::participation::{Code, Participate};
use crate::strategy::{self, LaidEdition};
use crate::survey::{FreeText, HideReason, is_frozen};
use crate::translation::Reader;

/// `GET /p/{code}/comments` — the receipt of one's comments, and what became of each.
pub async fn list(
    code: Path<String>,
    reader: Reader,
    db: Data<Db>,
    ui: Ui,
) -> AppResult<HttpResponse> {
    let door = door(&code, &ui)?;
    let read = move |conn: &mut Conn| Receipt::of(conn, &door, &reader);
    let receipt = db.read(read).await?;
    let code = Code::parse(&code).ok_or(AppError::NotFound)?;
    ui.ok(&receipt.page(&code, &ui)?)
}

/// What the receipt reads.
struct Receipt {
    consultation: Consultation,
    edition: LaidEdition,
    own: Vec<Own>,
    agreed: Vec<Agreed>,
    counts: HashMap<String, i64>,
}

impl Receipt {
    fn of(conn: &mut Conn, door: &Door, reader: &Reader) -> AppResult<Self> {
        let (mut consultation, person) = door.open(conn)?;
        let person = person.ok_or(AppError::NotFound)?;
        let (edition, ..) = laid(conn, &mut consultation, reader)?;
        Ok(Self {
            own: store::own(conn, &person.id)?,
            agreed: store::agreed(conn, &person.id)?,
            counts: if consultation.releases_comments {
                store::count_by_element(conn, &consultation.id)?
            } else {
                HashMap::new()
            },
            consultation,
            edition,
        })
    }

    fn page(self, code: &Code, ui: &Ui) -> AppResult<OwnCommentsPage> {
        let home = format!("/p/{}/comments", code.as_str());
        let address = format!("{}{home}", ui.site().config.base_url());
        let (qr_path, qr_size) = qr(&address);
        let consultation = &self.consultation;
        let is_open = consultation.is_open(TrackKind::Comments, ui.arrived());
        Ok(OwnCommentsPage {
            head: head(consultation, ui.arrived(), ui.site().zone)?,
            code: code.into(),
            address,
            qr_path,
            qr_size,
            groups: if is_open {
                groups(&self.edition, &home, &self.counts)
            } else {
                Vec::new()
            },
            rows: self
                .own
                .into_iter()
                .map(|one| row(one, consultation, ui))
                .collect(),
            agreed: self
                .agreed
                .into_iter()
                .map(|one| AgreedRow {
                    id: one.id.as_str().to_owned(),
                    key: one.key,
                    title: short(&one.title, &one.wording),
                    words: short("", &one.text),
                })
                .collect(),
            has_survey: consultation.track(TrackKind::Survey).is_some(),
        })
    }
}

fn row(own: Own, consultation: &Consultation, ui: &Ui) -> OwnRow {
    OwnRow {
        id: own.id.as_str().to_owned(),
        key: own.key,
        title: short(&own.title, &own.wording),
        paragraphs: paragraphs(&own.text),
        name: own.name,
        on: own.on,
        supports: own.supports,
        state: own.state,
        reason_key: own
            .reason
            .map(HideReason::label_key)
            .filter(|_| consultation.releases_comments),
        is_objected: own.objection.is_some(),
        is_answered: own.objection.is_some_and(|(_, answer)| answer.is_some()),
        answer: own
            .answer
            .map(|answer| answer_shown(&answer, ui.site().zone)),
    }
}

/// Code, key of the element, comment.
type Address = Path<(String, String, String)>;

/// What the page of one comment reads.
struct Found {
    consultation: Consultation,
    edition: LaidEdition,
    own: Own,
    is_frozen: bool,
}

async fn find(door: Door, key: &str, id: &str, db: &Db) -> AppResult<Found> {
    let (key, id) = (key.to_owned(), id.to_owned());
    db.read(move |conn| {
        let (consultation, person) = door.open(conn)?;
        let person = person.ok_or(AppError::NotFound)?;
        let own = store::own(conn, &person.id)?;
        let own = own
            .into_iter()
            .find(|own| own.id.as_str() == id && own.key == key);
        Ok(Found {
            edition: strategy::laid(conn, &consultation.edition)?,
            own: own.ok_or(AppError::NotFound)?,
            is_frozen: is_frozen(conn, &consultation.id)?,
            consultation,
        })
    })
    .await
}

fn page(
    found: &Found,
    code: &str,
    form: CommentForm,
    errors: &[FieldError],
    ui: &Ui,
) -> AppResult<OwnCommentPage> {
    let element = found.edition.find(&found.own.key);
    Ok(OwnCommentPage {
        head: head(&found.consultation, ui.arrived(), ui.site().zone)?,
        subject: subject(&found.edition, element.ok_or(AppError::NotFound)?),
        code: code.to_owned(),
        id: found.own.id.as_str().to_owned(),
        form,
        supports: found.own.supports,
        is_fixed: found.own.answer.is_some(),
        is_frozen: found.is_frozen,
        limits: LIMITS,
        errors: ui.messages(errors),
    })
}

/// `GET /p/{code}/comments/{key}/{comment}` — one's own comment, to correct it or take it back.
pub async fn show(path: Address, db: Data<Db>, ui: Ui) -> AppResult<HttpResponse> {
    let (code, key, id) = path.into_inner();
    let found = find(door(&code, &ui)?, &key, &id, &db).await?;
    let form = CommentForm {
        text: found.own.text.clone(),
        name: found.own.name.clone().unwrap_or_default(),
        ..CommentForm::default()
    };
    ui.ok(&page(&found, &code, form, &[], &ui)?)
}

/// `POST /p/{code}/comments/{key}/{comment}` — corrects it, or takes it back.
pub async fn change(
    _within: Within<Submit>,
    path: Address,
    may: May<Participate>,
    form: Sent<CommentForm>,
    db: Data<Db>,
    ui: Ui,
) -> AppResult<HttpResponse> {
    let (code, key, id) = path.into_inner();
    let door = door(&code, &ui)?;
    let home = format!("/p/{code}/comments");
    let form = form.into_inner();
    let is_withdrawal = form.act == "withdraw";
    let found = find(door.clone(), &key, &id, &db).await;
    let found = match found {
        // Taken back a moment ago, in another tab or by the same button.
        Err(AppError::NotFound) if is_withdrawal => {
            return Ok(ui.see_other_saying(&home, "said-comment-withdrawn"));
        }
        found => found?,
    };
    let new = match form.parse() {
        Err(errors) if !is_withdrawal => {
            let page = page(&found, &code, form, &errors, &ui)?;
            return ui.page(StatusCode::UNPROCESSABLE_ENTITY, &page);
        }
        new => new.ok(),
    };
    let id = found.own.id.clone();
    let new = new.filter(|_| !is_withdrawal);
    match may
        .write(move |tx| act(tx, &door, &id, new.as_ref()))
        .await?
    {
        Ok(said) => Ok(ui.see_other_saying(&home, said)),
        Err(key) => {
            let fault = [FieldError::new("text", key)];
            let page = page(&found, &code, form, &fault, &ui)?;
            ui.page(StatusCode::UNPROCESSABLE_ENTITY, &page)
        }
    }
}

/// Corrects a comment with new words, or takes it back where there are none. Gives what is said about it, or what is
/// wrong.
fn act(
    tx: &mut Tx<Participate>,
    door: &Door,
    id: &Id<FreeText>,
    new: Option<&NewComment>,
) -> AppResult<Result<&'static str, &'static str>> {
    let (consultation, person) = door.open(tx.conn)?;
    let person = person.ok_or(AppError::NotFound)?.id;
    let is_open = open_window(tx.conn, &consultation.id, TrackKind::Comments, tx.now)?.is_some();
    if let Some(new) = new {
        return if is_open {
            store::correct(tx, &person, id, new).map(said)
        } else {
            Ok(Err("error-comment-over"))
        };
    }
    if is_frozen(tx.conn, &consultation.id)? {
        store::erase_words(tx, &person, id)?;
        return Ok(Ok("said-comment-erased"));
    }
    store::withdraw(tx, &person, id)?;
    Ok(Ok("said-comment-withdrawn"))
}

/// What is said about a correction, or what is wrong with it.
fn said(corrected: Corrected) -> Result<&'static str, &'static str> {
    match corrected {
        Corrected::Done | Corrected::Unchanged => Ok("said-comment-corrected"),
        Corrected::Answered => Err("error-comment-answered"),
        Corrected::Twice => Err("error-comment-twice"),
    }
}
