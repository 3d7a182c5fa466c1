//! Pages on which editors work on the next edition.

pub mod element;
pub mod list;
pub mod part;
pub mod tree;

use actix_web::HttpResponse;
use actix_web::http::StatusCode;

use crate::account::May;
use crate::base::error::{AppError, AppResult};
use crate::base::form::FieldError;
use crate::base::page::{FieldMessage, Ui};
use crate::strategy::EditStrategy;
use crate::strategy::form::draft::error;
use crate::strategy::laid::LaidEdition;
use crate::strategy::model::tree::{Act, Said};
use crate::strategy::model::{Edition, Element, Key};
use crate::strategy::store::draft::{self, Acted, Draft};
use crate::strategy::store::laid;
use crate::strategy::view::draft::{DraftView, SaidView};

/// A draft with the edition it was begun from, as every page of it needs them.
struct Shown {
    draft: Draft,
    base_name: Option<String>,
    base: Option<Edition>,
}

impl Shown {
    async fn load(may: &May<EditStrategy>, slug: &str, id: &str) -> AppResult<Self> {
        let (slug, id) = (slug.to_owned(), id.to_owned());
        may.read(move |conn| {
            let draft = draft::open(conn, &slug, &id)?;
            let base = draft.head.base.as_ref();
            let base = base.map(|id| laid(conn, id)).transpose()?;
            Ok(Self {
                draft,
                base_name: base.as_ref().map(|base| base.name.clone()),
                base: base.as_ref().map(LaidEdition::plain).transpose()?,
            })
        })
        .await
    }

    fn view(&self) -> DraftView {
        let head = &self.draft.head;
        let strategy_url = format!("/desk/strategies/{}", head.slug);
        DraftView {
            title: head.title.clone(),
            url: url(&head.slug, head.id.as_str()),
            strategy_url,
            base: self.base_name.clone(),
            version: self.draft.version,
        }
    }

    /// The element of an address.
    fn element(&self, key: &str) -> AppResult<&Element> {
        let key = Key::parse(key).map_err(|_| AppError::NotFound)?;
        self.draft.tree.find(&key).ok_or(AppError::NotFound)
    }

    /// An element as it was in the edition before.
    fn before(&self, key: &Key) -> Option<&Element> {
        let visits = self.base.as_ref()?.walk();
        let visit = visits.iter().find(|visit| visit.element.key == *key)?;
        Some(visit.element)
    }
}

/// Where the tree of a draft is.
fn url(slug: &str, id: &str) -> String {
    format!("/desk/strategies/{slug}/drafts/{id}")
}

/// Does an act with words. What cannot be done comes back as what to correct, or as what somebody else wrote meanwhile.
async fn commit(
    may: May<EditStrategy>,
    slug: &str,
    id: &str,
    seen: i32,
    act: Act,
) -> AppResult<Result<Option<Key>, Refused>> {
    let (slug, id) = (slug.to_owned(), id.to_owned());
    let acted = may
        .write(move |tx| draft::act(tx, &slug, &id, seen, &act))
        .await?;
    Ok(match acted {
        Acted::Done { focus } | Acted::Nothing { focus } => Ok(focus),
        Acted::Faulty(fault) => Err(Refused {
            errors: vec![error("main", fault)],
            conflict: None,
        }),
        Acted::Changed { now } => Err(Refused {
            errors: Vec::new(),
            conflict: Some(now),
        }),
    })
}

/// Why words were not taken.
#[derive(Default)]
struct Refused {
    errors: Vec<FieldError>,
    conflict: Option<Said>,
}

impl Refused {
    fn faulty(errors: Vec<FieldError>) -> Self {
        Self {
            errors,
            conflict: None,
        }
    }

    fn status(&self) -> StatusCode {
        match (&self.conflict, self.errors.is_empty()) {
            (Some(_), _) => StatusCode::CONFLICT,
            (None, false) => StatusCode::UNPROCESSABLE_ENTITY,
            (None, true) => StatusCode::OK,
        }
    }

    fn messages(&self, ui: &Ui) -> Vec<FieldMessage> {
        ui.messages(&self.errors)
    }

    fn now(&self) -> Option<SaidView> {
        self.conflict.as_ref().map(SaidView::from)
    }
}

/// Back to the tree, at the element that was worked on.
fn back(ui: &Ui, url: &str, focus: Option<&Key>, said: Option<&'static str>) -> HttpResponse {
    let url = match focus {
        Some(key) => format!("{url}#{key}"),
        None => url.to_owned(),
    };
    match said {
        Some(said) => ui.see_other_saying(&url, said),
        None => ui.see_other(&url),
    }
}
