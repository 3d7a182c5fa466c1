//! The tree: looked at, and changed by its buttons.

use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use actix_web::web::Path;
use fluent_bundle::FluentValue;

use super::{Shown, back, commit, url};
use crate::account::May;
use crate::base::error::{AppError, AppResult};
use crate::base::form::Sent;
use crate::base::locale::Args;
use crate::base::page::Ui;
use crate::strategy::EditStrategy;
use crate::strategy::form::draft::{Pressed, TreeForm};
use crate::strategy::model::ElementKind;
use crate::strategy::model::tree::Act;
use crate::strategy::store::draft::{Deed, redo, undo};
use crate::strategy::view::draft::TreePage;

/// `GET /desk/strategies/{strategy}/drafts/{draft}` — every element with what can be done to it.
pub async fn show(
    may: May<EditStrategy>,
    path: Path<(String, String)>,
    ui: Ui,
) -> AppResult<HttpResponse> {
    let (slug, id) = path.into_inner();
    let shown = Shown::load(&may, &slug, &id).await?;
    ui.ok(&page(&shown, &ui))
}

fn page(shown: &Shown, ui: &Ui) -> TreePage {
    let deed = |deed: &Deed| deed_in_words(ui, deed);
    TreePage {
        undo: shown.draft.undo.as_ref().map(deed),
        redo: shown.draft.redo.as_ref().map(deed),
        ..TreePage::of(shown.view(), &shown.draft.tree, shown.base.as_ref())
    }
}

/// `POST /desk/strategies/{strategy}/drafts/{draft}` — a button of the tree.
pub async fn act(
    see: May<EditStrategy>,
    may: May<EditStrategy>,
    path: Path<(String, String)>,
    form: Sent<TreeForm>,
    ui: Ui,
) -> AppResult<HttpResponse> {
    let (slug, id) = path.into_inner();
    let act = match form.pressed().ok_or(AppError::BadRequest)? {
        Pressed::Undo | Pressed::Redo => return step(may, slug, id, &form, &ui).await,
        Pressed::Act(act) => act,
        Pressed::Restore(key) => {
            let shown = Shown::load(&see, &slug, &id).await?;
            let base = shown.base.as_ref().ok_or(AppError::NotFound)?;
            Act::restoring(base, &shown.draft.tree, &key).ok_or(AppError::NotFound)?
        }
    };
    let place = url(&slug, &id);
    match commit(may, &slug, &id, form.version, act.clone()).await? {
        // A goal out of an action goal needs a title of its own: the next thing is to write it.
        Ok(Some(key)) if matches!(act, Act::Outdent(_)) => {
            let place = format!("{place}/elements/{key}");
            Ok(ui.see_other_saying(&place, "said-tree-recast"))
        }
        Ok(focus) => Ok(back(&ui, &place, focus.as_ref(), said(&act))),
        Err(refused) => {
            let shown = Shown::load(&see, &slug, &id).await?;
            let message = refused.messages(&ui).into_iter().next();
            let fault = message.map(|message| message.message);
            let page = TreePage {
                fault,
                ..page(&shown, &ui)
            };
            ui.page(StatusCode::UNPROCESSABLE_ENTITY, &page)
        }
    }
}

/// What is said after acts that show no other trace at the place to which the page returns.
fn said(act: &Act) -> Option<&'static str> {
    match act {
        Act::Retire(_) => Some("said-tree-retired"),
        Act::Restore { .. } => Some("said-tree-restored"),
        Act::Renumber(_) => Some("said-tree-numbered"),
        _ => None,
    }
}

/// Undoes or redoes.
async fn step(
    may: May<EditStrategy>,
    slug: String,
    id: String,
    form: &TreeForm,
    ui: &Ui,
) -> AppResult<HttpResponse> {
    let place = url(&slug, &id);
    let (seen, is_undo) = (form.version, form.pressed() == Some(Pressed::Undo));
    let done = may
        .write(move |tx| {
            let step = if is_undo { undo } else { redo };
            step(tx, &slug, &id, seen)
        })
        .await?;
    Ok(if done {
        ui.see_other(&format!("{place}#tree_acts"))
    } else {
        ui.see_other_saying(&place, "said-tree-changed")
    })
}

/// What was done, to what: "Ziel 2.4 geteilt".
fn deed_in_words(ui: &Ui, deed: &Deed) -> String {
    let mut args = Args::new();
    args.set("name", FluentValue::from(deed.name.as_str()));
    let what = match deed.kind {
        Some(kind) => ui.text(what_key(kind), &args),
        None => ui.t("tree-what-all"),
    };
    let mut args = Args::new();
    args.set("what", FluentValue::from(what));
    ui.text(deed_key(&deed.act), &args)
}

fn what_key(kind: ElementKind) -> &'static str {
    match kind {
        ElementKind::Field => "tree-what-field",
        ElementKind::Principle => "tree-what-principle",
        ElementKind::Goal => "tree-what-goal",
        ElementKind::ActionGoal => "tree-what-action-goal",
    }
}

/// The text of an act, by the name under which it is kept.
fn deed_key(act: &str) -> &'static str {
    match act {
        "added" => "tree-did-add",
        "reworded" => "tree-did-reword",
        "moved" => "tree-did-move",
        "indented" => "tree-did-indent",
        "outdented" => "tree-did-outdent",
        "retired" => "tree-did-retire",
        "restored" => "tree-did-restore",
        "split" => "tree-did-split",
        "merged" => "tree-did-merge",
        "renumbered" => "tree-did-number",
        "caused" => "tree-did-cause",
        _ => "tree-did-something",
    }
}
