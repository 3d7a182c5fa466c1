//! One text after the other: read it beside the wording, put it under themes, go on.

mod found;

use std::collections::BTreeSet;

use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use actix_web::web::Path;

use self::found::{Found, Reader, find, found};
use super::{contributions_of, surroundings};
use crate::account::May;
use crate::base::db::{Arrivals, Conn, Recall};
use crate::base::error::AppResult;
use crate::base::form::{FieldError, Fields, Sent};
use crate::base::id::Id;
use crate::base::page::{Faults, ListAsk, Ui};
use crate::strategy::cause::Theme;
use crate::survey::FreeText;
use crate::theme::form::CodingForm;
use crate::theme::model::{Coding, NewTheme};
use crate::theme::store::themes::{self, Kept};
use crate::theme::store::{code, list};
use crate::theme::{CodeContributions, EditThemes, ReadContributions};

/// `GET /desk/consultations/{consultation}/contributions/{text}` — one contribution beside its wording.
pub async fn show(
    may: May<ReadContributions>,
    path: Path<(String, String)>,
    ask: ListAsk,
    ui: Ui,
) -> AppResult<HttpResponse> {
    let (slug, id) = path.into_inner();
    let reader = Reader::of(&may);
    let name = format!("coding {slug} {id} {reader:?} {ask:?}");
    let read = move |conn: &mut Conn, recall: &Recall| {
        let found = found(conn, recall, &slug, &Id::known(id), ask, &reader)?;
        Ok(found.page(None, Faults::default()))
    };
    ui.ok(&*may.read_page(name, Arrivals::None, read).await?)
}

/// `POST /desk/consultations/{consultation}/contributions/{text}` — keeps the themes and goes on to the next, or takes back what was
/// just kept.
pub async fn code(
    may: May<CodeContributions>,
    themes: May<EditThemes>,
    path: Path<(String, String)>,
    ask: ListAsk,
    form: Sent<Fields>,
    ui: Ui,
) -> AppResult<HttpResponse> {
    let (slug, id) = path.into_inner();
    let id: Id<FreeText> = Id::known(id);
    let ask = ask.without("undo").without("had");
    if let Some(had) = form.get("undo") {
        return take_back(may, slug, id, had.to_owned(), &ask, &ui).await;
    }
    let found = find(&may, slug, id.clone(), ask.clone()).await?;
    let typed = CodingForm::of(&form);
    let refused = |typed: &CodingForm, errors: &[FieldError]| {
        let faults = Faults::from(ui.messages(errors));
        ui.page(
            StatusCode::UNPROCESSABLE_ENTITY,
            &found.page(Some(typed), faults),
        )
    };
    let (mut coding, new) = match typed.parse() {
        Ok(parsed) => parsed,
        Err(errors) => return refused(&typed, &errors),
    };
    if let Some(name) = new {
        match make(themes, &found, name).await? {
            Kept::Done(id) => drop(coding.themes.insert(id)),
            Kept::NameTaken => {
                let error = FieldError::new("new_theme", "error-theme-taken");
                return refused(&typed, &[error]);
            }
            Kept::TooMany => {
                let error = FieldError::new("new_theme", "error-themes-many");
                return refused(&typed, &[error]);
            }
        }
    }
    let next = keep(may, &found, coding, typed.suggested).await?;
    let contributions = contributions_of(&found.of.consultation.slug);
    let place = next.map_or(contributions.clone(), |next| {
        format!("{contributions}/{next}")
    });
    let on = ask
        .at(&place)
        .marked("undo", id.as_str())
        .marked("had", &found.had());
    Ok(ui.see_other(&on.address()))
}

async fn make(may: May<EditThemes>, found: &Found, name: String) -> AppResult<Kept> {
    let new = NewTheme {
        element: found.one.element.clone(),
        name,
        about: String::new(),
    };
    let consultation = found.of.consultation.clone();
    may.write(move |tx| themes::create(tx, &consultation, &new))
        .await
}

async fn keep(
    may: May<CodeContributions>,
    found: &Found,
    coding: Coding,
    suggested: BTreeSet<Id<Theme>>,
) -> AppResult<Option<Id<FreeText>>> {
    let (consultation, id) = (found.of.consultation.id.clone(), found.one.id.clone());
    let narrow = found.narrow.clone();
    may.write(move |tx| {
        code::code(
            tx,
            &consultation,
            std::slice::from_ref(&id),
            &coding,
            &suggested,
        )?;
        list::next(tx.conn, &narrow, &id)
    })
    .await
}

/// Puts back what somebody had said before, or that she had not read it.
async fn take_back(
    may: May<CodeContributions>,
    slug: String,
    id: Id<FreeText>,
    had: String,
    ask: &ListAsk,
    ui: &Ui,
) -> AppResult<HttpResponse> {
    let back = ask
        .clone()
        .at(&format!("{}/{id}", contributions_of(&slug)))
        .address();
    may.write(move |tx| {
        let (consultation, _) = surroundings(tx.conn, &slug)?;
        list::one(tx.conn, &consultation.id, &id)?;
        let Some(places) = had.strip_prefix('r') else {
            return code::forget(tx, &id);
        };
        let all = themes::of(tx.conn, &consultation.id)?;
        let had = places.split('.').filter_map(|place| {
            let place: usize = place.parse().ok()?;
            all.get(place).map(|theme| theme.id.clone())
        });
        let coding = Coding {
            themes: had.collect(),
            note: String::new(),
        };
        let texts = std::slice::from_ref(&id);
        code::code(tx, &consultation.id, texts, &coding, &BTreeSet::new())?;
        Ok(())
    })
    .await?;
    Ok(ui.see_other_saying(&back, "said-coding-undone"))
}
