//! The next edition as a tree beside the last one, with what people said at each element.

use std::collections::BTreeMap;

use actix_web::HttpResponse;
use actix_web::web::Path;

use super::heard::{Heard, Weighed};
use super::rows::{Row, Trees, called};
use crate::account::May;
use crate::base::db::Conn;
use crate::base::error::AppResult;
use crate::base::figures::Limits;
use crate::base::page::{ListAsk, Ui};
use crate::revision::view::{FieldPairs, PairRow, SideName, TreesPage, TreesShow};
use crate::strategy::cause::CauseNote;
use crate::strategy::diff::{Compared, Side};
use crate::strategy::drafts;
use crate::strategy::view::compare::ChangedElement;
use crate::strategy::view::draft::{DraftView, kind_name};
use crate::strategy::{EditStrategy, ElementKind, laid};
use crate::theme::view::Head;

/// Up to so many elements all fields are laid open; of a longer document those with something to see.
const SHORT: usize = 60;

/// `GET /desk/strategies/{strategy}/drafts/{draft}/revision` — the next edition beside the last one. `?show=` narrows it.
pub async fn show(
    may: May<EditStrategy>,
    path: Path<(String, String)>,
    ask: ListAsk,
    ui: Ui,
) -> AppResult<HttpResponse> {
    let (slug, id) = path.into_inner();
    let show = ask.filter("show").and_then(TreesShow::parse);
    let limits = ui.site().config.figures;
    let page = may
        .read(move |conn| page(conn, &slug, &id, show.unwrap_or(TreesShow::All), limits))
        .await?;
    ui.ok(&page)
}

fn page(
    conn: &mut Conn,
    slug: &str,
    id: &str,
    show: TreesShow,
    limits: Limits,
) -> AppResult<TreesPage> {
    let draft = drafts::open(conn, slug, id)?;
    let base = draft.head.base.as_ref();
    let base = base.map(|id| laid(conn, id)).transpose()?;
    let trees = Trees::of(&draft, base.as_ref())?;
    let heard = Heard::behind(conn, &draft, limits)?;
    let url = format!("/desk/strategies/{slug}/drafts/{id}");
    let pairs = Pairs {
        url: format!("{url}/revision"),
        has_base: base.is_some(),
        weighed: heard.weighed(),
        causes: draft
            .tree
            .causes
            .iter()
            .map(|(key, note)| (key.as_str(), note))
            .collect(),
        trees: &trees,
        heard: &heard,
    };
    let rows: Vec<(usize, PairRow)> = trees
        .rows()
        .iter()
        .map(|row| (row.field, pairs.row(row)))
        .collect();
    let n = |show: TreesShow| rows.iter().filter(|(_, row)| show.wants(row)).count();
    let shows = TreesShow::ALL.map(|show| (show, n(show)));
    let all = rows.len();
    let first_open = rows.iter().find(|(_, row)| row.state == "uncaused");
    Ok(TreesPage {
        draft: DraftView {
            title: draft.head.title.clone(),
            strategy_url: format!("/desk/strategies/{slug}"),
            url,
            base: base.as_ref().map(|base| base.name.clone()),
            version: draft.version,
        },
        consultation: heard.consultation.as_ref().map(Head::from),
        counts: trees.counts().into(),
        uncaused: trees.uncaused(),
        first_uncaused: first_open.map(|(_, row)| row.url.clone()),
        shows: shows.to_vec(),
        show,
        fields: fields(rows, show, all <= SHORT),
    })
}

struct Pairs<'a> {
    url: String,
    has_base: bool,
    weighed: BTreeMap<&'a str, Weighed>,
    causes: BTreeMap<&'a str, &'a CauseNote>,
    trees: &'a Trees,
    heard: &'a Heard,
}

impl Pairs<'_> {
    fn row(&self, row: &Row<'_>) -> PairRow {
        let one = row.one;
        let key = one.key.as_str();
        let of = self.heard.element(key).filter(|_| !row.is_left);
        let weighed = self.weighed.get(key).filter(|_| !row.is_left);
        let weighed = weighed.copied().unwrap_or_default();
        let figures = self.heard.figures(of);
        let state = self.trees.state(key);
        let cause = self.causes.get(key).filter(|_| state == "caused");
        let mut element = ChangedElement::of(one);
        if !self.has_base || row.is_left {
            element.fates.clear();
        }
        PairRow {
            key: key.to_owned(),
            url: format!("{}/{key}", self.url),
            kind: kind_name(one.kind),
            before: one.before.as_ref().map(|side| named(one, side)),
            after: one.after.as_ref().map(|side| named(one, side)),
            is_left: row.is_left,
            state: if row.is_left { "same" } else { state },
            cause: cause.map(|note| note.kind.clone()),
            marks: figures.map_or(0, |figures| figures.marks),
            right: figures.and_then(|figures| figures.rows.first()?.2),
            contributions: self.heard.contributions(of),
            themes: weighed.themes,
            decided: weighed.decided,
            element,
        }
    }
}

fn named(one: &Compared, side: &Side) -> SideName {
    SideName {
        label: match one.kind {
            ElementKind::Field | ElementKind::Goal => side.label.clone(),
            ElementKind::Principle | ElementKind::ActionGoal => String::new(),
        },
        name: called(side),
    }
}

/// Field by field what is to be shown. A goal stands above its action goals, and a field above everything, also when nothing
/// is to be seen at themselves.
fn fields(rows: Vec<(usize, PairRow)>, show: TreesShow, is_short: bool) -> Vec<FieldPairs> {
    let mut fields: Vec<FieldPairs> = Vec::new();
    for (field, row) in rows {
        if fields.len() <= field {
            let name = row.after.as_ref().or(row.before.as_ref()).cloned();
            fields.push(FieldPairs {
                key: row.key.clone(),
                name: name.unwrap_or_default(),
                changed: 0,
                uncaused: 0,
                themes: 0,
                hidden: 0,
                is_open: true,
                rows: Vec::new(),
            });
        }
        if let Some(last) = fields.last_mut() {
            last.changed += usize::from(TreesShow::Changed.wants(&row));
            last.uncaused += usize::from(TreesShow::Uncaused.wants(&row));
            last.themes += row.themes;
            last.rows.push(row);
        }
    }
    for field in &mut fields {
        field.is_open = is_short || show != TreesShow::All || field.changed + field.themes > 0;
        let all = field.rows.len();
        let mut wanted: Vec<bool> = field.rows.iter().map(|row| show.wants(row)).collect();
        let mut goal = None;
        for at in 0..all {
            match field.rows[at].kind {
                "goal" => goal = Some(at),
                "action-goal" if wanted[at] => goal.into_iter().for_each(|at| wanted[at] = true),
                _ => {}
            }
        }
        let mut wanted = wanted.into_iter();
        field.rows.retain(|_| wanted.next().unwrap_or_default());
        field.hidden = all - field.rows.len();
    }
    fields.retain(|field| !field.rows.is_empty());
    fields
}
