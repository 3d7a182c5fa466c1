//! One element: added, reworded, moved somewhere else.

use actix_web::HttpResponse;
use actix_web::web::{Path, Query};
use fluent_bundle::FluentValue;

use super::{Refused, Shown, back, commit, url};
use crate::account::May;
use crate::base::error::{AppError, AppResult};
use crate::base::form::{FieldError, Sent};
use crate::base::locale::Args;
use crate::base::page::Ui;
use crate::strategy::EditStrategy;
use crate::strategy::form::draft::{AddAsk, PlaceForm, WordsForm, faults, spot};
use crate::strategy::model::tree::{Act, Said, Spot};
use crate::strategy::model::{ElementKind, Key};
use crate::strategy::view::draft::{
    Choice, DiffView, ElementView, PlacePage, SaidView, WordsPage, kind_name,
};

/// `GET /desk/strategies/{strategy}/drafts/{draft}/elements/{key}` — the words of an element, those of the edition before
/// beside them.
pub async fn show(
    may: May<EditStrategy>,
    path: Path<(String, String, String)>,
    ui: Ui,
) -> AppResult<HttpResponse> {
    let (slug, id, key) = path.into_inner();
    let shown = Shown::load(&may, &slug, &id).await?;
    let said = Said::by(shown.element(&key)?);
    words(&shown, &key, &said, &Refused::default(), &ui)
}

fn words(
    shown: &Shown,
    key: &str,
    said: &Said,
    refused: &Refused,
    ui: &Ui,
) -> AppResult<HttpResponse> {
    let element = shown.element(key)?;
    let before = shown.before(&element.key);
    let page = WordsPage {
        draft: shown.view(),
        element: Some(ElementView::of(&shown.draft.tree, element)),
        kind: kind_name(element.kind),
        place: None,
        action: format!("{}/elements/{key}", shown.view().url),
        has_title: element.kind.has_title(),
        said: SaidView::from(said),
        base: before.map(|before| SaidView::from(&Said::by(before))),
        diff: before.and_then(|before| {
            DiffView::between(
                (&before.title, &before.text),
                (&element.title, &element.text),
            )
        }),
        conflict: refused.now(),
        errors: refused.messages(ui),
    };
    ui.page(refused.status(), &page)
}

/// `POST /desk/strategies/{strategy}/drafts/{draft}/elements/{key}` — other words.
pub async fn reword(
    see: May<EditStrategy>,
    may: May<EditStrategy>,
    path: Path<(String, String, String)>,
    form: Sent<WordsForm>,
    ui: Ui,
) -> AppResult<HttpResponse> {
    let (slug, id, key) = path.into_inner();
    let shown = Shown::load(&see, &slug, &id).await?;
    let element = shown.element(&key)?;
    let said = form.said();
    let errors = faults(&said, element.kind, "");
    if !errors.is_empty() {
        return words(&shown, &key, &said, &Refused::faulty(errors), &ui);
    }
    let act = Act::Reword {
        key: element.key.clone(),
        said: said.clone(),
    };
    match commit(may, &slug, &id, form.version, act).await? {
        Ok(focus) => {
            let done = Some("said-tree-saved");
            Ok(back(&ui, &url(&slug, &id), focus.as_ref(), done))
        }
        Err(refused) => {
            let shown = Shown::load(&see, &slug, &id).await?;
            words(&shown, &key, &said, &refused, &ui)
        }
    }
}

/// `GET /desk/strategies/{strategy}/drafts/{draft}/add` — a new element of the kind and at the place that the query names.
pub async fn ask(
    may: May<EditStrategy>,
    path: Path<(String, String)>,
    query: Query<AddAsk>,
    ui: Ui,
) -> AppResult<HttpResponse> {
    let (slug, id) = path.into_inner();
    let shown = Shown::load(&may, &slug, &id).await?;
    new(&shown, &query, &Said::default(), &Refused::default(), &ui)
}

fn new(
    shown: &Shown,
    query: &AddAsk,
    said: &Said,
    refused: &Refused,
    ui: &Ui,
) -> AppResult<HttpResponse> {
    let (kind, at) = query.parse().ok_or(AppError::NotFound)?;
    let page = WordsPage {
        draft: shown.view(),
        element: None,
        kind: kind_name(kind),
        place: (kind != ElementKind::Field)
            .then(|| place_in_words(shown, &at, ui))
            .flatten(),
        action: format!(
            "{}/add?kind={}&parent={}&after={}",
            shown.view().url,
            kind_name(kind),
            query.parent,
            query.after
        ),
        has_title: kind.has_title(),
        said: SaidView::from(said),
        base: None,
        diff: None,
        conflict: None,
        errors: refused.messages(ui),
    };
    ui.page(refused.status(), &page)
}

/// `POST /desk/strategies/{strategy}/drafts/{draft}/add` — adds it.
pub async fn add(
    see: May<EditStrategy>,
    may: May<EditStrategy>,
    path: Path<(String, String)>,
    query: Query<AddAsk>,
    form: Sent<WordsForm>,
    ui: Ui,
) -> AppResult<HttpResponse> {
    let (slug, id) = path.into_inner();
    let (kind, at) = query.parse().ok_or(AppError::NotFound)?;
    let shown = Shown::load(&see, &slug, &id).await?;
    let said = form.said();
    let errors = faults(&said, kind, "");
    if !errors.is_empty() {
        return new(&shown, &query, &said, &Refused::faulty(errors), &ui);
    }
    let act = Act::Add {
        kind,
        at,
        said: said.clone(),
    };
    match commit(may, &slug, &id, form.version, act).await? {
        Ok(focus) => {
            let done = Some("said-tree-added");
            Ok(back(&ui, &url(&slug, &id), focus.as_ref(), done))
        }
        Err(refused) => new(&shown, &query, &said, &refused, &ui),
    }
}

/// `GET /desk/strategies/{strategy}/drafts/{draft}/elements/{key}/place` — all places to which an element can move.
pub async fn places(
    may: May<EditStrategy>,
    path: Path<(String, String, String)>,
    ui: Ui,
) -> AppResult<HttpResponse> {
    let (slug, id, key) = path.into_inner();
    let shown = Shown::load(&may, &slug, &id).await?;
    spots(&shown, &key, "", &Refused::default(), &ui)
}

fn spots(
    shown: &Shown,
    key: &str,
    chosen: &str,
    refused: &Refused,
    ui: &Ui,
) -> AppResult<HttpResponse> {
    let element = shown.element(key)?;
    let text = |key: &Option<Key>| key.as_ref().map(Key::to_string).unwrap_or_default();
    let spots = shown.draft.tree.spots(&element.key).into_iter();
    let spots = spots.map(|at| Choice {
        value: format!("{}/{}", text(&at.parent), text(&at.after)),
        label: place_in_words(shown, &at, ui).unwrap_or_else(|| ui.t("tree-place-top")),
    });
    let page = PlacePage {
        draft: shown.view(),
        element: ElementView::of(&shown.draft.tree, element),
        spots: spots.collect(),
        chosen: chosen.to_owned(),
        errors: refused.messages(ui),
    };
    ui.page(refused.status(), &page)
}

/// `POST /desk/strategies/{strategy}/drafts/{draft}/elements/{key}/place` — moves it there.
pub async fn place(
    see: May<EditStrategy>,
    may: May<EditStrategy>,
    path: Path<(String, String, String)>,
    form: Sent<PlaceForm>,
    ui: Ui,
) -> AppResult<HttpResponse> {
    let (slug, id, key) = path.into_inner();
    let shown = Shown::load(&see, &slug, &id).await?;
    let element = shown.element(&key)?;
    let Some(at) = spot(&form.spot) else {
        let error = FieldError::new("spot", "tree-fault-no-place");
        let refused = Refused::faulty(vec![error]);
        return spots(&shown, &key, &form.spot, &refused, &ui);
    };
    let act = Act::Place {
        key: element.key.clone(),
        at,
    };
    match commit(may, &slug, &id, form.version, act).await? {
        Ok(focus) => {
            let done = Some("said-tree-placed");
            Ok(back(&ui, &url(&slug, &id), focus.as_ref(), done))
        }
        Err(refused) => {
            let shown = Shown::load(&see, &slug, &id).await?;
            spots(&shown, &key, &form.spot, &refused, &ui)
        }
    }
}

/// A place in words: "In „2 Wohnen“ nach „2.1 Bezahlbar wohnen“". None for the top of the document.
fn place_in_words(shown: &Shown, at: &Spot, ui: &Ui) -> Option<String> {
    let tree = &shown.draft.tree;
    let named = |key: &Key| {
        let element = ElementView::of(tree, tree.find(key)?);
        let name: String = element.name.chars().take(70).collect();
        Some(format!("{} {name}", element.label).trim().to_owned())
    };
    let mut args = Args::new();
    let key = match (&at.parent, &at.after) {
        (None, None) => return None,
        (None, Some(_)) => "tree-place-after",
        (Some(_), None) => "tree-place-first",
        (Some(_), Some(_)) => "tree-place-in-after",
    };
    for (name, at) in [("parent", &at.parent), ("after", &at.after)] {
        if let Some(at) = at {
            args.set(name, FluentValue::from(named(at)?));
        }
    }
    Some(ui.text(key, &args))
}
