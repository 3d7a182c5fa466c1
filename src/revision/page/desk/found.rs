//! Everything the page of one element needs, and how it is shown.

use std::collections::HashMap;

use actix_web::HttpResponse;
use actix_web::http::StatusCode;

use crate::account::May;
use crate::assessment::store::{self as said_store, About, Said as Assessed};
use crate::assessment::view::AssessmentView;
use crate::base::clock::Zone;
use crate::base::db::Conn;
use crate::base::error::{AppError, AppResult};
use crate::base::figures::{Limits, Shown, shown};
use crate::base::form::FieldError;
use crate::base::id::Id;
use crate::base::page::{Faults, Ui};
use crate::revision::form::RevisionForm;
use crate::revision::store::consultation_behind;
use crate::revision::view::{GoalFigures, RevisionPage, ThemePick, TreeRow};
use crate::strategy::cause::{MAX_REASON, Theme};
use crate::strategy::drafts::{self, Draft};
use crate::strategy::tree::Said;
use crate::strategy::view::draft::{DiffView, DraftView, ElementView, SaidView, kind_name};
use crate::strategy::{EditStrategy, Edition, Element, Key, LaidEdition, Visit, laid};
use crate::survey::{self, Book, Mark};
use crate::theme::model::{Contribution, ContributionKind, Places, shortened};
use crate::theme::page::row as contribution_row;
use crate::theme::store::list::{self, Narrow};
use crate::theme::store::themes::{self, Named};
use crate::theme::view::Head;

/// How many segments stand beside the words.
const SHOWN: i64 = 6;
/// Characters of an element without a title in the list beside.
const NAME_CHARS: usize = 60;

/// Everything the page of one element needs.
pub(super) struct Found {
    pub(super) slug: String,
    pub(super) id: String,
    key: String,
    pub(super) draft: Draft,
    base: Option<(String, Edition)>,
    consultation: Option<Head>,
    element_id: Option<Id<Element>>,
    places: Places,
    themes: Vec<Named>,
    counts: HashMap<Id<Theme>, i64>,
    said: HashMap<About, Assessed>,
    figures: Option<GoalFigures>,
    segments: Vec<Contribution>,
    zone: Zone,
}

pub(super) async fn find(
    may: &May<EditStrategy>,
    (slug, id, key): (String, String, String),
    ui: &Ui,
) -> AppResult<Found> {
    let (zone, limits) = (ui.site().zone, ui.site().config.figures);
    may.read(move |conn| found(conn, slug, id, key, (zone, limits)))
        .await
}

fn found(
    conn: &mut Conn,
    slug: String,
    id: String,
    key: String,
    (zone, limits): (Zone, Limits),
) -> AppResult<Found> {
    let draft = drafts::open(conn, &slug, &id)?;
    let base = draft.head.base.as_ref();
    let base = base.map(|id| laid(conn, id)).transpose()?;
    let consultation = consultation_behind(conn, &slug, draft.head.base.as_ref())?;
    let mut found = Found {
        base: base
            .as_ref()
            .map(|base| AppResult::Ok((base.name.clone(), base.plain()?)))
            .transpose()?,
        element_id: None,
        places: Places::default(),
        themes: Vec::new(),
        counts: HashMap::new(),
        said: HashMap::new(),
        figures: None,
        segments: Vec::new(),
        consultation: consultation.as_ref().map(Head::from),
        slug,
        id,
        key,
        draft,
        zone,
    };
    found.element()?;
    let Some(consultation) = consultation else {
        return Ok(found);
    };
    let edition: LaidEdition = laid(conn, &consultation.edition)?;
    found.places = Places::of(&edition);
    found.element_id = edition.find(&found.key).map(|element| element.id.clone());
    found.themes = themes::of(conn, &consultation.id)?;
    found.counts = themes::counts(conn, &consultation.id)?;
    found.said = said_store::all(conn, &consultation.id)?;
    let narrow = Narrow {
        elements: Some(found.element_id.iter().cloned().collect()),
        kind: Some(ContributionKind::Segment),
        ..Narrow::all(&consultation.id)
    };
    found.segments = list::page(conn, &narrow, (0, SHOWN))?;
    let book = Book::of(conn, &consultation.id)?;
    let tally = survey::tallies_of(conn, &consultation.id)?;
    let questions = book.surveys.iter().flat_map(|survey| &survey.questions);
    let mut asked = questions.filter(|question| {
        question.goal.is_some() && question.goal.as_ref() == found.element_id.as_ref()
    });
    found.figures = asked
        .next()
        .map(|question| figures(|mark| tally.at(question.id, 0, mark.code()), limits));
    Ok(found)
}

/// The marks on a goal; per cents only from so many on as everywhere.
fn figures(n: impl Fn(Mark) -> u64, limits: Limits) -> GoalFigures {
    let counts = Mark::FORM.map(n);
    let marks = counts.iter().sum();
    let percent = match shown(&counts, marks, limits) {
        Shown::Shares { percent, .. } => percent.into_iter().map(Some).collect(),
        Shown::Counts { .. } | Shown::TooFew => vec![None; counts.len()],
    };
    let rows = Mark::FORM.into_iter().zip(counts).zip(percent);
    GoalFigures {
        marks,
        rows: rows
            .map(|((mark, n), percent)| (mark.label_key(), n, percent))
            .collect(),
    }
}

impl Found {
    pub(super) fn element(&self) -> AppResult<&Element> {
        let key = Key::parse(&self.key).map_err(|_| AppError::NotFound)?;
        self.draft.tree.find(&key).ok_or(AppError::NotFound)
    }

    pub(super) fn url(&self, key: &str) -> String {
        format!(
            "/desk/strategies/{}/drafts/{}/revision/{key}",
            self.slug, self.id
        )
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
        now: Option<&Said>,
    ) -> AppResult<RevisionPage> {
        let element = self.element()?;
        let before = self.before(&element.key);
        let (tree, fields) = self.tree(&element.key);
        let names = crate::theme::page::names(&self.themes);
        let head = &self.draft.head;
        Ok(RevisionPage {
            draft: DraftView {
                title: head.title.clone(),
                strategy_url: format!("/desk/strategies/{}", head.slug),
                url: format!("/desk/strategies/{}/drafts/{}", head.slug, head.id),
                base: self.base.as_ref().map(|(name, _)| name.clone()),
                version: self.draft.version,
            },
            element: ElementView::of(&self.draft.tree, element),
            consultation: self.consultation.clone(),
            tree,
            fields,
            action: self.url(&self.key),
            has_title: element.kind.has_title(),
            said: SaidView::from(&form.said),
            diff: before.and_then(|before| {
                DiffView::between(
                    (&before.title, &before.text),
                    (&form.said.title, &form.said.text),
                )
            }),
            has_base: before.is_some(),
            conflict: now.map(SaidView::from),
            cause: form.cause.clone(),
            themes: self.picks(form),
            kind: form.kind.clone(),
            reason: form.reason.clone(),
            reason_limit: MAX_REASON,
            figures: self.figures.clone(),
            segments: self
                .segments
                .iter()
                .map(|one| contribution_row(one, &self.places, &names, [], true))
                .collect(),
            faults,
        })
    }

    fn before(&self, key: &Key) -> Option<&Element> {
        let (_, base) = self.base.as_ref()?;
        let visits = base.walk();
        let visit = visits.iter().find(|visit| visit.element.key == *key)?;
        Some(visit.element)
    }

    /// The field in which an element stands, row by row; and all fields.
    fn tree(&self, key: &Key) -> (Vec<TreeRow>, Vec<TreeRow>) {
        let edition = &self.draft.tree.edition;
        let labels = edition.labels();
        let row = |visit: &Visit<'_>| {
            let element = visit.element;
            let before = self.before(&element.key);
            let is_same = before.is_some_and(|before| {
                (&before.number, &before.title, &before.text)
                    == (&element.number, &element.title, &element.text)
            });
            let is_caused = self.draft.tree.causes.contains_key(&element.key);
            let of = self.places.find(element.key.as_str());
            let themes = self.themes.iter();
            TreeRow {
                url: self.url(element.key.as_str()),
                kind: kind_name(element.kind),
                label: labels.get(&element.key).cloned().unwrap_or_default(),
                name: if element.title.is_empty() {
                    shortened(&element.text, NAME_CHARS)
                } else {
                    element.title.clone()
                },
                state: match (is_same, is_caused) {
                    (true, _) => "same",
                    (false, true) => "caused",
                    (false, false) => "uncaused",
                },
                themes: themes
                    .filter(|theme| of.is_some() && theme.element.as_ref() == of)
                    .count(),
                is_current: element.key == *key,
            }
        };
        let visits = edition.walk();
        let mut own = Vec::new();
        let mut fields = Vec::new();
        let mut group: Vec<TreeRow> = Vec::new();
        for visit in &visits {
            if visit.parent.is_none() {
                fields.push(row(visit));
                if group.iter().any(|row| row.is_current) {
                    own = std::mem::take(&mut group);
                }
                group.clear();
            }
            group.push(row(visit));
        }
        if own.is_empty() {
            own = group;
        }
        // Action goals stand there only under the goal that is worked on, or when something is to be seen at them.
        let at = own
            .iter()
            .position(|row| row.is_current)
            .unwrap_or_default();
        let above = own[..=at].iter().rposition(|row| row.kind == "goal");
        let end = own[at + 1..].iter().position(|row| row.kind == "goal");
        let end = end.map_or(own.len(), |n| at + 1 + n);
        let mut place = 0;
        own.retain(|row| {
            let is_near = above.is_some_and(|above| place > above) && place < end;
            place += 1;
            row.kind != "action-goal" || is_near || row.state != "same"
        });
        (own, fields)
    }

    /// The themes of this element first, then those that go across, then the others.
    fn picks(&self, form: &RevisionForm) -> Vec<ThemePick> {
        let place = |theme: &Named| match &theme.element {
            element if element.is_some() && *element == self.element_id => 0,
            None => 1,
            Some(_) => 2,
        };
        let mut sorted: Vec<&Named> = self.themes.iter().collect();
        sorted.sort_by_key(|theme| (place(theme), theme.name.clone()));
        let newest = |theme: &Named| {
            let said = self.said.get(&About::Theme(theme.id.clone()))?;
            let newest = said
                .approved()
                .or(said.newest().map(|row| &row.assessment))?;
            Some(AssessmentView::of(newest, self.zone.day(newest.at), None))
        };
        let pick = |theme: &Named| ThemePick {
            id: theme.id.to_string(),
            name: theme.name.clone(),
            count: self.counts.get(&theme.id).copied().unwrap_or_default(),
            is_chosen: form.themes.iter().any(|id| id == theme.id.as_str()),
            is_near: place(theme) == 0,
            assessment: newest(theme),
        };
        sorted.into_iter().map(pick).collect()
    }
}
