//! Everything the page of one element needs, and how it is shown.

use actix_web::HttpResponse;
use actix_web::http::StatusCode;

use super::heard::Heard;
use super::rows::{Row, Trees, called, now};
use crate::account::May;
use crate::base::clock::Zone;
use crate::base::db::Conn;
use crate::base::error::{AppError, AppResult};
use crate::base::figures::Limits;
use crate::base::form::FieldError;
use crate::base::id::Id;
use crate::base::page::{Faults, Ui};
use crate::revision::form::RevisionForm;
use crate::revision::view::{Neighbour, RevisionPage, SplitView, ThemePick, TreeRow};
use crate::strategy::cause::MAX_REASON;
use crate::strategy::drafts::{self, Draft};
use crate::strategy::tree::Said;
use crate::strategy::view::draft::{
    ChildView, DiffView, DraftView, ElementView, SaidView, kind_name,
};
use crate::strategy::{EditStrategy, Element, ElementKind, Key, LaidEdition, laid};
use crate::theme::model::{Contribution, ContributionKind};
use crate::theme::page::row as contribution_row;
use crate::theme::store::list::{self, Narrow};
use crate::theme::store::themes::Named;
use crate::theme::view::Head;

/// How many segments stand beside the words.
const SHOWN: i64 = 6;

/// Everything the page of one element needs.
pub(super) struct Found {
    pub(super) slug: String,
    pub(super) id: String,
    pub(super) key: Key,
    pub(super) draft: Draft,
    base: Option<LaidEdition>,
    trees: Trees,
    heard: Heard,
    /// The element in the edition laid open.
    element_id: Option<Id<Element>>,
    segments: Vec<Contribution>,
    zone: Zone,
}

pub(super) async fn find(
    may: &May<EditStrategy>,
    (slug, id, key): (String, String, String),
    ui: &Ui,
) -> AppResult<Found> {
    let (zone, limits) = (ui.site().zone, ui.site().config.figures);
    let key = Key::parse(&key).map_err(|_| AppError::NotFound)?;
    may.read(move |conn| found(conn, slug, id, key, (zone, limits)))
        .await
}

fn found(
    conn: &mut Conn,
    slug: String,
    id: String,
    key: Key,
    (zone, limits): (Zone, Limits),
) -> AppResult<Found> {
    let draft = drafts::open(conn, &slug, &id)?;
    let base = draft.head.base.as_ref();
    let base = base.map(|id| laid(conn, id)).transpose()?;
    let trees = Trees::of(&draft, base.as_ref())?;
    let heard = Heard::behind(conn, &draft, limits)?;
    let element_id = heard.element(key.as_str()).cloned();
    let segments = match &heard.consultation {
        Some(consultation) => {
            let narrow = Narrow {
                elements: Some(element_id.iter().cloned().collect()),
                kind: Some(ContributionKind::Segment),
                ..Narrow::all(&consultation.id)
            };
            list::page(conn, &narrow, (0, SHOWN))?
        }
        None => Vec::new(),
    };
    let found = Found {
        slug,
        id,
        key,
        draft,
        base,
        trees,
        heard,
        element_id,
        segments,
        zone,
    };
    found.trees.find(&found.key)?;
    Ok(found)
}

impl Found {
    /// The element in the draft; none when it is retired.
    pub(super) fn element(&self) -> Option<&Element> {
        self.draft.tree.find(&self.key)
    }

    /// What it is.
    pub(super) fn kind(&self) -> AppResult<ElementKind> {
        Ok(self.trees.find(&self.key)?.kind)
    }

    /// What it says; of what is retired, what it said.
    pub(super) fn said(&self) -> AppResult<Said> {
        if let Some(element) = self.element() {
            return Ok(Said::by(element));
        }
        let side = now(self.trees.find(&self.key)?).ok_or(AppError::NotFound)?;
        Ok(Said {
            number: String::new(),
            title: side.title.clone(),
            text: side.text.clone(),
        })
    }

    pub(super) fn url(&self, key: &str) -> String {
        format!("{}/{key}", self.trees())
    }

    /// Whether it can become two.
    pub(super) fn can_split(&self) -> bool {
        self.element()
            .is_some_and(|element| element.kind != ElementKind::Principle)
    }

    /// Where both trees are.
    pub(super) fn trees(&self) -> String {
        format!("/desk/strategies/{}/drafts/{}/revision", self.slug, self.id)
    }

    /// Where one goes on after this element: to the next one, else to both trees.
    pub(super) fn onward(&self) -> String {
        let next = self.neighbours().1;
        next.map_or_else(|| self.trees(), |next| next.url)
    }

    pub(super) fn refused(
        &self,
        form: &RevisionForm,
        errors: &[FieldError],
        ui: &Ui,
    ) -> AppResult<HttpResponse> {
        let faults = Faults::from(ui.messages(errors));
        ui.page(
            StatusCode::UNPROCESSABLE_ENTITY,
            &self.page(form, faults, None)?,
        )
    }

    pub(super) fn page(
        &self,
        form: &RevisionForm,
        faults: Faults,
        conflict: Option<&Said>,
    ) -> AppResult<RevisionPage> {
        let one = self.trees.find(&self.key)?;
        let (tree, fields) = self.tree();
        let (previous, next) = self.neighbours();
        let names = crate::theme::page::names(&self.heard.themes);
        let head = &self.draft.head;
        let diff = one.before.as_ref().and_then(|before| {
            let is_there = one.after.is_some();
            let after = is_there.then_some((form.said.title.as_str(), form.said.text.as_str()));
            DiffView::between((&before.title, &before.text), after.unwrap_or_default())
        });
        Ok(RevisionPage {
            draft: DraftView {
                title: head.title.clone(),
                strategy_url: format!("/desk/strategies/{}", head.slug),
                url: format!("/desk/strategies/{}/drafts/{}", head.slug, head.id),
                base: self.base.as_ref().map(|base| base.name.clone()),
                version: self.draft.version,
            },
            element: ElementView {
                kind: kind_name(one.kind),
                key: one.key.clone(),
                label: now(one).map(|side| side.label.clone()).unwrap_or_default(),
                name: now(one).map(called).unwrap_or_default(),
            },
            is_retired: one.after.is_none(),
            split: form.second.as_ref().map(|second| self.split(form, second)),
            previous,
            next,
            consultation: self.heard.consultation.as_ref().map(Head::from),
            tree,
            fields,
            action: self.url(self.key.as_str()),
            has_title: one.kind.has_title(),
            said: SaidView::from(&form.said),
            changed_words: diff.as_ref().map(DiffView::words).unwrap_or_default(),
            diff,
            has_base: one.before.is_some(),
            conflict: conflict.map(SaidView::from),
            cause: form.cause.clone(),
            themes: self.picks(form),
            kind: form.kind.clone(),
            reason: form.reason.clone(),
            reason_limit: MAX_REASON,
            figures: self.heard.figures(self.element_id.as_ref()).cloned(),
            segments: self
                .segments
                .iter()
                .map(|one| contribution_row(one, &self.heard.places, &names, [], true))
                .collect(),
            faults,
        })
    }

    /// What a second part says, and what is below and may go along with it.
    fn split(&self, form: &RevisionForm, second: &Said) -> SplitView {
        let children = self.element().map_or(&[][..], |element| &element.children);
        let movable = children.iter();
        let movable = movable.filter(|child| child.kind != ElementKind::Principle);
        SplitView {
            said: SaidView::from(second),
            children: movable
                .map(|child| ChildView {
                    key: child.key.to_string(),
                    name: ElementView::of(&self.draft.tree, child).name,
                    along: form.along.contains(&child.key),
                })
                .collect(),
        }
    }

    /// The elements before and after it in the order of both trees.
    fn neighbours(&self) -> (Option<Neighbour>, Option<Neighbour>) {
        let mut rows = self.trees.rows();
        rows.retain(|row| !row.is_left);
        let at = rows.iter().position(|row| row.one.key == self.key.as_str());
        let neighbour = |at: Option<usize>| {
            let row = rows.get(at?)?;
            let side = now(row.one)?;
            Some(Neighbour {
                url: self.url(&row.one.key),
                name: format!("{} {}", side.label, called(side)).trim().to_owned(),
            })
        };
        (
            neighbour(at.and_then(|at| at.checked_sub(1))),
            neighbour(at.map(|at| at + 1)),
        )
    }

    /// The field in which an element stands, row by row; and all fields.
    fn tree(&self) -> (Vec<TreeRow>, Vec<TreeRow>) {
        let mut rows = self.trees.rows();
        rows.retain(|row| !row.is_left);
        let weighed = self.heard.weighed();
        let shown = |row: &Row<'_>| {
            let side = now(row.one);
            let key = row.one.key.as_str();
            TreeRow {
                url: self.url(key),
                kind: kind_name(row.one.kind),
                label: side.map(|side| side.label.clone()).unwrap_or_default(),
                name: side.map(called).unwrap_or_default(),
                state: self.trees.state(key),
                themes: weighed.get(key).map_or(0, |weighed| weighed.themes),
                is_current: key == self.key.as_str(),
            }
        };
        let here = rows.iter().find(|row| row.one.key == self.key.as_str());
        let field = here.map(|row| row.field);
        let fields = rows.iter().filter(|row| row.one.kind == ElementKind::Field);
        let fields = fields.map(shown).collect();
        let own = rows.iter().filter(|row| Some(row.field) == field);
        (near(own.map(shown).collect()), fields)
    }

    /// The themes of this element first, then those that go across, then the others.
    fn picks(&self, form: &RevisionForm) -> Vec<ThemePick> {
        let place = |theme: &Named| match &theme.element {
            element if element.is_some() && *element == self.element_id => 0,
            None => 1,
            Some(_) => 2,
        };
        let mut sorted: Vec<&Named> = self.heard.themes.iter().collect();
        sorted.sort_by_key(|theme| (place(theme), theme.name.clone()));
        let pick = |theme: &Named| ThemePick {
            id: theme.id.to_string(),
            name: theme.name.clone(),
            count: self
                .heard
                .counts
                .get(&theme.id)
                .copied()
                .unwrap_or_default(),
            is_chosen: form.themes.iter().any(|id| id == theme.id.as_str()),
            is_near: place(theme) == 0,
            assessment: self.heard.newest(theme, self.zone),
        };
        sorted.into_iter().map(pick).collect()
    }
}

/// Action goals stand in the list only under the goal that is worked on, or when something is to be seen at them.
fn near(mut own: Vec<TreeRow>) -> Vec<TreeRow> {
    let Some(at) = own.iter().position(|row| row.is_current) else {
        return own;
    };
    let above = own[..=at].iter().rposition(|row| row.kind == "goal");
    let end = own[at + 1..].iter().position(|row| row.kind == "goal");
    let end = end.map_or(own.len(), |n| at + 1 + n);
    let mut place = 0;
    own.retain(|row| {
        let is_near = above.is_some_and(|above| place > above) && place < end;
        place += 1;
        row.kind != "action-goal" || is_near || row.state != "same"
    });
    own
}
