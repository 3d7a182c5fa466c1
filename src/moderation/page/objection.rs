//! The author's side: what became of one text, and her one objection. No name, no account: her receipt code opens it,
//! during the consultation and afterwards.

use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use actix_web::web::{Data, Path};

use crate::account::May;
use crate::base::db::Db;
use crate::base::error::{AppError, AppResult};
use crate::base::form::{Fields, Sent};
use crate::base::limit::{Submit, Within};
use crate::base::page::{FieldMessage, Ui};
use crate::moderation::model::MAX_OBJECTION;
use crate::moderation::view::ObjectionPage;
use crate::moderation::{ObjectToDecision, form, store};
use crate::survey::page::Visit;
use crate::survey::{Fate, HideReason, fates_of};

/// `GET /p/{code}/texts/{text}` — what became of a text, and the form to object.
pub async fn ask(
    visit: Visit,
    path: Path<(String, String)>,
    db: Data<Db>,
    ui: Ui,
) -> AppResult<HttpResponse> {
    let fate = fate(&visit, &db, &path.1).await?;
    ui.ok(&page(visit, fate, String::new(), Vec::new()))
}

/// `POST /p/{code}/texts/{text}` — takes an objection, once.
pub async fn take(
    visit: Visit,
    path: Path<(String, String)>,
    may: May<ObjectToDecision>,
    _within: Within<Submit>,
    form: Sent<Fields>,
    db: Data<Db>,
    ui: Ui,
) -> AppResult<HttpResponse> {
    let fate = fate(&visit, &db, &path.1).await?;
    let words = match form::objection(&form) {
        Ok(words) => words,
        Err(errors) => {
            let typed = form.get("objection").unwrap_or_default().to_owned();
            let page = page(visit, fate, typed, ui.messages(&errors));
            return ui.page(StatusCode::UNPROCESSABLE_ENTITY, &page);
        }
    };
    let (person, today) = (visit.participation.id.clone(), ui.today());
    let url = visit.url(&format!("/texts/{}", fate.id));
    may.write(move |tx| store::object(tx, &person, &fate.id, &words, today))
        .await?;
    Ok(ui.see_other(&url))
}

/// One of her texts, in a consultation that shows texts to everyone.
async fn fate(visit: &Visit, db: &Db, id: &str) -> AppResult<Fate> {
    if !visit.consultation.releases_comments {
        return Err(AppError::NotFound);
    }
    let person = visit.participation.id.clone();
    let fates = db.read(move |conn| fates_of(conn, &person)).await?;
    let found = fates.into_iter().find(|fate| fate.id.as_str() == id);
    found.ok_or(AppError::NotFound)
}

fn page(visit: Visit, fate: Fate, typed: String, errors: Vec<FieldMessage>) -> ObjectionPage {
    let questions = visit.book.surveys.iter().flat_map(|s| &s.questions);
    let question = questions
        .into_iter()
        .find(|question| question.id == fate.question);
    let (objection, answer) = match fate.objection {
        Some(objection) => (Some(objection.text), objection.answer),
        None => (None, None),
    };
    ObjectionPage {
        question_lang: question.and_then(|question| visit.lang_of(question)),
        question: question
            .map(|question| question.text.clone())
            .unwrap_or_default(),
        code: visit.code.as_str().to_owned(),
        head: visit.head,
        id: fate.id.as_str().to_owned(),
        state: fate.state,
        text: fate.text,
        redacted: fate.redacted,
        reason_key: fate.reason.map(HideReason::label_key),
        note: fate.note.unwrap_or_default(),
        objection,
        answer,
        typed,
        limit: MAX_OBJECTION,
        errors,
    }
}
