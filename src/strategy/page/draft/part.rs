//! Two of one, and one of two.

use std::collections::BTreeSet;

use actix_web::HttpResponse;
use actix_web::web::{Path, Query};

use super::{Refused, Shown, back, commit, url};
use crate::account::May;
use crate::base::error::{AppError, AppResult};
use crate::base::form::Sent;
use crate::base::page::Ui;
use crate::strategy::EditStrategy;
use crate::strategy::form::draft::{MergeForm, PartAsk, SplitForm, faults};
use crate::strategy::model::tree::{Act, Said, pieces};
use crate::strategy::model::{Element, ElementKind, Key};
use crate::strategy::view::draft::{
    ChildView, Choice, ElementView, MergePage, Piece, SaidView, SplitPage,
};

/// `GET /desk/strategies/{strategy}/drafts/{draft}/elements/{key}/split` — where to cut, and what both parts will say.
pub async fn ask_split(
    may: May<EditStrategy>,
    path: Path<(String, String, String)>,
    query: Query<PartAsk>,
    ui: Ui,
) -> AppResult<HttpResponse> {
    let (slug, id, key) = path.into_inner();
    let shown = Shown::load(&may, &slug, &id).await?;
    let element = shown.element(&key)?;
    let count = pieces(&element.text).len();
    let cut = query
        .cut
        .unwrap_or(count.div_ceil(2))
        .clamp(1, count.max(1));
    let halves = halves(element, cut);
    split_page(
        &shown,
        element,
        cut,
        &halves,
        &BTreeSet::new(),
        &Refused::default(),
        &ui,
    )
}

/// What both parts say when the text is cut behind its `cut`th piece. The second needs a title and number of its own.
fn halves(element: &Element, cut: usize) -> (Said, Said) {
    let pieces = pieces(&element.text);
    let (first, second) = pieces.split_at(cut.min(pieces.len()));
    let text = |part: &[&str]| part.concat().trim().to_owned();
    let first = Said {
        text: text(first),
        ..Said::by(element)
    };
    let second = Said {
        text: text(second),
        ..Said::default()
    };
    (first, second)
}

fn split_page(
    shown: &Shown,
    element: &Element,
    cut: usize,
    (first, second): &(Said, Said),
    along: &BTreeSet<Key>,
    refused: &Refused,
    ui: &Ui,
) -> AppResult<HttpResponse> {
    if element.kind == ElementKind::Principle {
        return Err(AppError::NotFound);
    }
    let tree = &shown.draft.tree;
    let pieces = pieces(&element.text).into_iter();
    let children = element.children.iter();
    let page = SplitPage {
        draft: shown.view(),
        element: ElementView::of(tree, element),
        has_title: element.kind.has_title(),
        pieces: (1..)
            .zip(pieces)
            .map(|(n, text)| Piece {
                n,
                text: text.trim().to_owned(),
                is_last: n == cut,
            })
            .collect(),
        first: SaidView::from(first),
        second: SaidView::from(second),
        children: children
            .filter(|one| one.kind != ElementKind::Principle)
            .map(|one| ChildView {
                key: one.key.to_string(),
                name: ElementView::of(tree, one).name,
                along: along.contains(&one.key),
            })
            .collect(),
        conflict: refused.now(),
        errors: refused.messages(ui),
    };
    ui.page(refused.status(), &page)
}

/// `POST /desk/strategies/{strategy}/drafts/{draft}/elements/{key}/split` — makes two of one.
pub async fn split(
    see: May<EditStrategy>,
    may: May<EditStrategy>,
    path: Path<(String, String, String)>,
    form: Sent<SplitForm>,
    ui: Ui,
) -> AppResult<HttpResponse> {
    let (slug, id, key) = path.into_inner();
    let shown = Shown::load(&see, &slug, &id).await?;
    let element = shown.element(&key)?;
    let (typed, along) = ((form.first(), form.second()), form.along());
    let mut errors = faults(&typed.0, element.kind, "");
    errors.extend(faults(&typed.1, element.kind, "second_"));
    if !errors.is_empty() {
        let refused = Refused::faulty(errors);
        return split_page(&shown, element, 0, &typed, &along, &refused, &ui);
    }
    let act = Act::Split {
        key: element.key.clone(),
        first: typed.0.clone(),
        second: typed.1.clone(),
        along: along.clone(),
    };
    match commit(may, &slug, &id, form.version, act).await? {
        Ok(focus) => {
            let done = Some("said-tree-split");
            Ok(back(&ui, &url(&slug, &id), focus.as_ref(), done))
        }
        Err(refused) => {
            let shown = Shown::load(&see, &slug, &id).await?;
            let element = shown.element(&key)?;
            split_page(&shown, element, 0, &typed, &along, &refused, &ui)
        }
    }
}

/// `GET /desk/strategies/{strategy}/drafts/{draft}/elements/{key}/merge` — with which other one, and what both will say.
pub async fn ask_merge(
    may: May<EditStrategy>,
    path: Path<(String, String, String)>,
    query: Query<PartAsk>,
    ui: Ui,
) -> AppResult<HttpResponse> {
    let (slug, id, key) = path.into_inner();
    let shown = Shown::load(&may, &slug, &id).await?;
    let element = shown.element(&key)?;
    let other = partner(&shown, element, query.with.as_deref());
    let said = other.and_then(|other| shown.draft.tree.joined(&element.key, &other.key));
    let said = said.unwrap_or_default();
    merge_page(&shown, element, other, &said, &Refused::default(), &ui)
}

/// The element that was chosen as partner, else the first that is offered.
fn partner<'a>(shown: &'a Shown, element: &Element, with: Option<&str>) -> Option<&'a Element> {
    let partners = shown.draft.tree.partners(&element.key);
    let chosen = partners.iter().find(|one| Some(one.key.as_str()) == with);
    chosen.or(partners.first()).copied()
}

fn merge_page(
    shown: &Shown,
    element: &Element,
    other: Option<&Element>,
    said: &Said,
    refused: &Refused,
    ui: &Ui,
) -> AppResult<HttpResponse> {
    let tree = &shown.draft.tree;
    let partners = tree.partners(&element.key).into_iter();
    let partners = partners.map(|one| {
        let one = ElementView::of(tree, one);
        Choice {
            label: format!("{} {}", one.label, one.name).trim().to_owned(),
            value: one.key,
        }
    });
    let page = MergePage {
        draft: shown.view(),
        element: ElementView::of(tree, element),
        has_title: element.kind.has_title(),
        partners: partners.collect(),
        other: other.map(|other| ElementView::of(tree, other)),
        said: SaidView::from(said),
        conflict: refused.now(),
        errors: refused.messages(ui),
    };
    ui.page(refused.status(), &page)
}

/// `POST /desk/strategies/{strategy}/drafts/{draft}/elements/{key}/merge` — makes one of two.
pub async fn merge(
    see: May<EditStrategy>,
    may: May<EditStrategy>,
    path: Path<(String, String, String)>,
    form: Sent<MergeForm>,
    ui: Ui,
) -> AppResult<HttpResponse> {
    let (slug, id, key) = path.into_inner();
    let shown = Shown::load(&see, &slug, &id).await?;
    let element = shown.element(&key)?;
    let other = shown.element(&form.other)?;
    let said = form.said();
    let errors = faults(&said, element.kind, "");
    if !errors.is_empty() {
        let refused = Refused::faulty(errors);
        return merge_page(&shown, element, Some(other), &said, &refused, &ui);
    }
    let act = Act::Merge {
        key: element.key.clone(),
        other: other.key.clone(),
        said: said.clone(),
    };
    match commit(may, &slug, &id, form.version, act).await? {
        Ok(focus) => {
            let done = Some("said-tree-merged");
            Ok(back(&ui, &url(&slug, &id), focus.as_ref(), done))
        }
        Err(refused) => {
            let shown = Shown::load(&see, &slug, &id).await?;
            let element = shown.element(&key)?;
            let other = partner(&shown, element, Some(&form.other));
            merge_page(&shown, element, other, &said, &refused, &ui)
        }
    }
}
