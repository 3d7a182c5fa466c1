//! The author's side: what became of one text, and her one objection. No name, no account: her receipt code opens it,
//! during the consultation and afterwards.

use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use actix_web::web::{Data, Path};

use crate::account::May;
use crate::base::db::{Conn, Db};
use crate::base::error::{AppError, AppResult};
use crate::base::form::{Fields, Sent};
use crate::base::id::Id;
use crate::base::limit::{Submit, Within};
use crate::base::page::{FieldMessage, Ui};
use crate::comment;
use crate::moderation::model::MAX_OBJECTION;
use crate::moderation::view::ObjectionPage;
use crate::moderation::{ObjectToDecision, form, store};
use crate::survey::page::Visit;
use crate::survey::{FreeText, HideReason, TextState, fates_of};

/// `GET /p/{code}/texts/{text}` — what became of a text, and the form to object.
pub async fn ask(
    visit: Visit,
    path: Path<(String, String)>,
    db: Data<Db>,
    ui: Ui,
) -> AppResult<HttpResponse> {
    let fate = fate(&visit, &db, &path.1).await?;
    ui.ok(&page(&visit, fate, String::new(), Vec::new()))
}

/// `POST /p/{code}/texts/{text}` — takes an objection, once.
pub async fn take(
    _within: Within<Submit>,
    visit: Visit,
    path: Path<(String, String)>,
    may: May<ObjectToDecision>,
    form: Sent<Fields>,
    db: Data<Db>,
    ui: Ui,
) -> AppResult<HttpResponse> {
    let fate = fate(&visit, &db, &path.1).await?;
    let words = match form::objection(&form) {
        Ok(words) => words,
        Err(errors) => {
            let typed = form.get("objection").unwrap_or_default().to_owned();
            let page = page(&visit, fate, typed, ui.messages(&errors));
            return ui.page(StatusCode::UNPROCESSABLE_ENTITY, &page);
        }
    };
    let (person, today) = (visit.participation.id.clone(), ui.today());
    let url = visit.url(&format!("/texts/{}", fate.id));
    may.write(move |tx| store::object(tx, &person, &fate.id, &words, today))
        .await?;
    Ok(ui.see_other(&url))
}

/// What became of a text: an answer or a comment.
struct Told {
    id: Id<FreeText>,
    /// The question, or the element commented on; with its language.
    about: (String, Option<&'static str>),
    text: String,
    redacted: Option<String>,
    state: TextState,
    reason: Option<HideReason>,
    note: Option<String>,
    objection: Option<(String, Option<String>)>,
    /// The page that lists it, below the code.
    list: &'static str,
}

/// One of her texts, in a consultation that shows texts to everyone.
async fn fate(visit: &Visit, db: &Db, id: &str) -> AppResult<Told> {
    if !visit.asked.consultation.releases_comments {
        return Err(AppError::NotFound);
    }
    let person = visit.participation.id.clone();
    let read = move |conn: &mut Conn| Ok((fates_of(conn, &person)?, comment::own(conn, &person)?));
    let (fates, comments) = db.read(read).await?;
    let answer = fates.into_iter().find(|fate| fate.id.as_str() == id);
    let answer = answer.map(|fate| {
        let mut questions = visit.asked.book.surveys.iter().flat_map(|s| &s.questions);
        let question = questions.find(|question| question.id == fate.question);
        let text = question.map(|question| question.text.clone());
        Told {
            about: (
                text.unwrap_or_default(),
                question.and_then(|question| visit.lang_of(question)),
            ),
            id: fate.id,
            text: fate.text,
            redacted: fate.redacted,
            state: fate.state,
            reason: fate.reason,
            note: fate.note,
            objection: fate.objection.map(|said| (said.text, said.answer)),
            list: "/receipt#texts",
        }
    });
    let comment = comments.into_iter().find(|own| own.id.as_str() == id);
    let comment = comment.map(|own| Told {
        about: (own.title, None),
        id: own.id,
        text: own.text,
        redacted: own.redacted,
        state: own.state,
        reason: own.reason,
        note: own.note,
        objection: own.objection,
        list: "/comments",
    });
    answer.or(comment).ok_or(AppError::NotFound)
}

fn page(visit: &Visit, told: Told, typed: String, errors: Vec<FieldMessage>) -> ObjectionPage {
    let (objection, answer) = match told.objection {
        Some((text, answer)) => (Some(text), answer),
        None => (None, None),
    };
    ObjectionPage {
        back_url: visit.url(told.list),
        question: told.about.0,
        question_lang: told.about.1,
        code: visit.code.as_str().to_owned(),
        head: visit.asked.head.clone(),
        id: told.id.as_str().to_owned(),
        state: told.state,
        text: told.text,
        redacted: told.redacted,
        reason_key: told.reason.map(HideReason::label_key),
        note: told.note.unwrap_or_default(),
        objection,
        answer,
        typed,
        limit: MAX_OBJECTION,
        errors,
    }
}
