//! The text on one element, or as a whole: saved by a button, and while one types where scripts run.

use actix_web::HttpResponse;
use actix_web::http::{StatusCode, header};
use actix_web::web::Path;
use serde_json::json;

use super::super::seat::Seat;
use super::home::below;
use super::{drafted, minute, open_draft};
use crate::account::May;
use crate::base::error::{AppError, AppResult};
use crate::base::form::{FieldError, Roomy};
use crate::base::id::Id;
use crate::base::limit::{Save, Within};
use crate::base::page::Ui;
use crate::statement::WriteStatement;
use crate::statement::form::PartForm;
use crate::statement::model::{Content, NewPart, PART_CHARS, Version, seen};
use crate::statement::store::desk::position;
use crate::statement::store::write::{self, Saved};
use crate::statement::view::{PartPage, paragraphs, short};
use crate::strategy::LaidElement;

/// The text as a whole, as it stands in addresses.
const WHOLE: &str = "whole";

/// A place for text.
struct Place<'a> {
    /// Its name in addresses.
    name: &'a str,
    /// The element; none for the text as a whole.
    element: Option<&'a LaidElement>,
}

impl<'a> Place<'a> {
    /// The place of that name.
    fn find(seat: &'a Seat, name: &'a str) -> AppResult<Self> {
        let element = match name {
            WHOLE => None,
            key => Some(seat.edition.find(key).ok_or(AppError::NotFound)?),
        };
        Ok(Self { name, element })
    }

    fn key(&self) -> Option<&'a str> {
        self.element.map(|element| element.key.as_str())
    }

    /// What stands there, and its mark.
    fn text(&self, seat: &Seat, content: &Content) -> (String, String) {
        let text = content.part(self.key()).map(|part| part.text.clone());
        let text = text.unwrap_or_default();
        let draft = seat.statement.as_ref().and_then(|one| one.draft());
        (text.clone(), mark(draft, &text))
    }

    /// The place after it, in the order of the edition.
    fn next(&self, seat: &Seat) -> Option<String> {
        let mut keys = vec![WHOLE.to_owned()];
        for field in &seat.edition.fields {
            keys.push(field.key.clone());
            below(field, &mut |element| keys.push(element.key.clone()));
        }
        let at = keys.iter().position(|key| key == self.name)?;
        keys.get(at + 1).cloned()
    }

    fn page(
        &self,
        seat: &Seat,
        (text, seen): (String, String),
        errors: &[FieldError],
        ui: &Ui,
    ) -> PartPage {
        let element = self.element;
        PartPage {
            seat: seat.words(),
            key: self.name.to_owned(),
            label: element.map(|one| one.label.clone()).unwrap_or_default(),
            title: element.map_or_else(String::new, |one| short(&one.title, &one.text)),
            wording: element
                .filter(|one| !one.title.is_empty())
                .map(|one| one.text.clone())
                .unwrap_or_default(),
            lang: element.and_then(|one| one.reading.lang),
            text,
            seen,
            limit: PART_CHARS,
            next: self.next(seat),
            theirs: None,
            errors: ui.messages(errors),
        }
    }
}

/// The mark of a text; before anything was begun there is no draft to mark it with.
fn mark(draft: Option<&Version>, text: &str) -> String {
    let none = Id::known("");
    seen(draft.map_or(&none, |draft| &draft.id), text)
}

/// `GET /p/{code}/statement/parts/{part}` — the wording it is about, and the text so far.
pub async fn show(
    may: May<WriteStatement>,
    seat: Seat,
    path: Path<Part>,
    ui: Ui,
) -> AppResult<HttpResponse> {
    let place = Place::find(&seat, &path.part)?;
    if !seat.rights().write {
        return Ok(ui.see_other(&seat.url("")));
    }
    let content = drafted(&may, &seat).await?;
    ui.ok(&place.page(&seat, place.text(&seat, &content), &[], &ui))
}

/// The place in an address; who and what consultation it is, the seat knows.
#[derive(serde::Deserialize)]
pub struct Part {
    part: String,
}

/// `POST /p/{code}/statement/parts/{part}` — saves the text. What a colleague wrote meanwhile is shown and not overwritten.
pub async fn save(
    _within: Within<Save>,
    may: May<WriteStatement>,
    seat: Seat,
    path: Path<Part>,
    form: Roomy<PartForm>,
    ui: Ui,
) -> AppResult<HttpResponse> {
    let place = Place::find(&seat, &path.part)?;
    let form = form.0.into_inner();
    let is_auto = form.act == "auto";
    let text = match form.parse() {
        Ok(text) => text,
        Err(error) if is_auto => {
            return Ok(told(&ui.messages(&[error])[0].message, "", false));
        }
        Err(error) => {
            let page = place.page(&seat, (form.text, form.seen), &[error], &ui);
            return ui.page(StatusCode::UNPROCESSABLE_ENTITY, &page);
        }
    };
    let on = place
        .element
        .map(|one| (one.id.clone(), one.wording.clone()));
    let at = place.key().map_or(0, |key| position(&seat.edition, key));
    let (again, part, before) = (seat.again(), NewPart { on, text }, form.seen.clone());
    let (saved, mark) = may
        .write(move |tx| {
            let table = again(tx.conn)?;
            let had_draft = table
                .statement
                .as_ref()
                .and_then(|one| one.draft())
                .is_some();
            let Some(draft) = open_draft(tx, &table)? else {
                return Ok((Saved::Closed, String::new()));
            };
            // The page was made before there was a draft whose mark it could bear.
            let bare = !had_draft && before == self::mark(None, "");
            let before = if bare {
                seen(&draft.id, "")
            } else {
                before.clone()
            };
            let saved = write::save_part(tx, &draft, &part, at, &before)?;
            Ok((saved, seen(&draft.id, &part.text)))
        })
        .await?;
    match (saved, is_auto) {
        (Saved::Done, true) => {
            let said = ui.t("statement-saved-now") + " " + &minute(ui.arrived(), &ui);
            Ok(told(&said, &mark, false))
        }
        (Saved::Done, false) => Ok(go_on(&seat, &place, &form.act, &ui)),
        (Saved::Closed, true) => Ok(told(&ui.t("statement-closed-now"), "", true)),
        (Saved::Closed, false) => Ok(ui.see_other(&seat.url(""))),
        (Saved::Overtaken(_), true) => Ok(told(&ui.t("statement-overtaken-now"), "", true)),
        (Saved::Overtaken(theirs), false) => overtaken(&seat, &place, form.text, &theirs, &ui),
    }
}

/// After a text was saved: to the next place, or back to the statement.
fn go_on(seat: &Seat, place: &Place<'_>, act: &str, ui: &Ui) -> HttpResponse {
    match place.next(seat).filter(|_| act == "next") {
        Some(next) => ui.see_other(&seat.url(&format!("/parts/{next}"))),
        None => ui.see_other_saying(&seat.url(""), "said-statement-saved"),
    }
}

/// Both texts, so that whoever writes can bring them together.
fn overtaken(
    seat: &Seat,
    place: &Place<'_>,
    mine: String,
    theirs: &str,
    ui: &Ui,
) -> AppResult<HttpResponse> {
    let draft = seat.statement.as_ref().and_then(|one| one.draft());
    let page = PartPage {
        theirs: Some(paragraphs(theirs)),
        ..place.page(seat, (mine, mark(draft, theirs)), &[], ui)
    };
    ui.page(StatusCode::CONFLICT, &page)
}

/// What the script that saves while one types is told: a few words, the mark of the text that is saved now, and whether saving
/// by itself has to stop, because the text would go over another one or nowhere.
fn told(said: &str, seen: &str, stop: bool) -> HttpResponse {
    HttpResponse::Ok()
        .content_type("application/json; charset=utf-8")
        .insert_header((header::CACHE_CONTROL, "no-store"))
        .body(json!({ "said": said, "seen": seen, "stop": stop }).to_string())
}
