//! One statement beside its segments.

use std::collections::{BTreeSet, HashMap, HashSet};

use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use actix_web::web::Path;

use super::act::{self, Done};
use super::found::Found;
use super::{REMOVED, segments_of};
use crate::account::{Action, May, Permission};
use crate::base::db::Conn;
use crate::base::error::AppResult;
use crate::base::form::{FieldError, Fields, Sent};
use crate::base::id::Id;
use crate::base::page::{Faults, Ui};
use crate::statement::model::PART_CHARS;
use crate::survey::FreeText;
use crate::theme::form::segments::{AS_WRITTEN, SegmentForm, WHOLE, Wanted};
use crate::theme::model::segment::Spot;
use crate::theme::model::{Places, shortened};
use crate::theme::page::element_options;
use crate::theme::store::code;
use crate::theme::store::segments::{self, Segment};
use crate::theme::store::splits::unsplit;
use crate::theme::view::{Head, SegmentRow, SegmentsPage, SplitFile, SplitParagraph, SplitPart};
use crate::theme::{CodeContributions, ReadContributions};

/// Characters of a segment that stand for it.
const EXCERPT: usize = 90;

/// A statement with what its page shows beside it.
struct Desk {
    found: Found,
    read: BTreeSet<Id<FreeText>>,
    approved: HashSet<Id<FreeText>>,
    next: Option<i32>,
    may_split: bool,
}

impl Desk {
    fn of(conn: &mut Conn, slug: &str, number: i32, may_split: bool) -> AppResult<Self> {
        let found = Found::of(conn, slug, number)?;
        let all = found.segments.iter().chain(&found.older);
        let ids: Vec<_> = all.map(|segment| segment.id.clone()).collect();
        let open = unsplit(conn, &found.consultation)?
            .into_iter()
            .filter(|row| row.number != number);
        let open: Vec<i32> = open.map(|row| row.number).collect();
        let after = open.iter().find(|other| **other > number);
        Ok(Self {
            read: code::read_of(conn, &ids)?,
            approved: segments::approved(conn, &ids)?,
            next: after.or(open.first()).copied(),
            may_split,
            found,
        })
    }
}

async fn desk<A: Action>(may: &May<A>, slug: String, number: i32) -> AppResult<Desk> {
    let may_split = may.who().has(Permission::Evaluate);
    may.read(move |conn| Desk::of(conn, &slug, number, may_split))
        .await
}

/// `GET /desk/consultations/{consultation}/segments/{number}` — a statement beside its segments.
pub async fn show(
    may: May<ReadContributions>,
    path: Path<(String, i32)>,
    ui: Ui,
) -> AppResult<HttpResponse> {
    let (slug, number) = path.into_inner();
    let desk = desk(&may, slug, number).await?;
    let mut page = desk.page(&SegmentForm::default(), Faults::default());
    if let Some(id) = ui.query("place") {
        let current = desk.found.segments.iter().find(|one| one.id.as_str() == id);
        let places = Places::of(&desk.found.edition);
        let key = current.map(|one| element_value(one, &places));
        page.open(&id, key.unwrap_or_default());
    }
    let author = may.who().to_string();
    page.undo = ui
        .query("removed")
        .filter(|id| desk.may_split && REMOVED.has(&author, id));
    ui.ok(&page)
}

/// `POST /desk/consultations/{consultation}/segments/{number}` — makes segments, changes or removes one, or puts it back.
pub async fn split(
    may: May<CodeContributions>,
    path: Path<(String, i32)>,
    form: Sent<Fields>,
    ui: Ui,
) -> AppResult<HttpResponse> {
    let (slug, number) = path.into_inner();
    let here = format!("{}/{number}", segments_of(&slug));
    let typed = SegmentForm::of(&form);
    let desk = desk(&may, slug.clone(), number).await?;
    if typed.version != desk.found.version.id.as_str() {
        return Ok(ui.see_other_saying(&here, "said-segments-newer"));
    }
    let refused = |errors: &[FieldError]| {
        let faults = Faults::from(ui.messages(errors));
        ui.page(StatusCode::UNPROCESSABLE_ENTITY, &desk.page(&typed, faults))
    };
    let wanted = match typed.parse(&desk.found.edition) {
        Ok(wanted) => wanted,
        Err(errors) => return refused(&errors),
    };
    let author = may.who().to_string();
    let key = match done(may, slug, number, wanted).await? {
        Done::Made => "said-segments-made",
        Done::Placed => "said-segments-placed",
        Done::PutBack => "said-segments-back",
        Done::Lost => "said-segments-lost",
        Done::Carried => "said-segments-carried",
        Done::Approved => {
            return refused(&[FieldError::new("segments", "error-segment-approved")]);
        }
        Done::Removed(removed) => {
            let place = format!("{here}?removed={}", removed.id());
            let id = removed.id().to_string();
            REMOVED.keep(author, id, *removed);
            return Ok(ui.see_other(&place));
        }
    };
    Ok(ui.see_other_saying(&here, key))
}

async fn done(
    may: May<CodeContributions>,
    slug: String,
    number: i32,
    wanted: Wanted,
) -> AppResult<Done> {
    let removed = match &wanted {
        Wanted::Undo(id) => REMOVED.take(&may.who().to_string(), id.as_str()),
        _ => None,
    };
    may.write(move |tx| {
        // As it is now: a colleague may have split the same statement meanwhile.
        let found = Found::of(tx.conn, &slug, number)?;
        match &wanted {
            Wanted::Undo(_) => act::put_back(tx, &found, removed.clone()),
            wanted => act::act(tx, &found, wanted),
        }
    })
    .await
}

/// What a segment is about, as the form names it.
fn element_value(segment: &Segment, places: &Places) -> String {
    let spot = segment.element.as_ref().and_then(|id| places.get(id));
    spot.map_or(WHOLE.to_owned(), |spot| spot.key.clone())
}

impl Desk {
    fn page(&self, typed: &SegmentForm, faults: Faults) -> SegmentsPage {
        let found = &self.found;
        let places = Places::of(&found.edition);
        let again = found.again();
        let spans = found.segments.iter().zip(1..);
        let inside: HashMap<Spot, usize> = spans
            .filter_map(|(segment, n)| Some((segment.span?, n)))
            .flat_map(|(span, n)| span.spots().map(move |spot| (spot, n)))
            .collect();
        let row = |(n, segment): (usize, &Segment), stays| self.row(segment, n, &places, stays);
        let files = format!(
            "/desk/consultations/{}/statements/{}/files",
            found.consultation.slug,
            found.statement.number.unwrap_or_default()
        );
        let mut page = SegmentsPage {
            head: Head::from(&found.consultation),
            number: found.statement.number.unwrap_or_default(),
            name: found.name.clone(),
            version: found.version.id.to_string(),
            is_nil: found.version.is_nil,
            has_free: inside.len() < found.paragraphs.spots().count(),
            parts: self.parts(&places, &inside, &typed.ticked),
            segments: (1..)
                .zip(&found.segments)
                .map(|one| row(one, true))
                .collect(),
            older: (1..)
                .zip(&found.older)
                .map(|one| row(one, again.contains_key(&(one.0 - 1))))
                .collect(),
            elements: element_options(&places),
            element: if typed.element.is_empty() {
                AS_WRITTEN.to_owned()
            } else {
                typed.element.clone()
            },
            files: found
                .content
                .files
                .iter()
                .map(|file| SplitFile {
                    url: format!("{files}/{}", file.id),
                    name: file.name.clone(),
                })
                .collect(),
            typed: typed.typed.clone(),
            typed_element: typed.typed_element.clone(),
            typed_limit: PART_CHARS,
            may_split: self.may_split,
            undo: None,
            next: self.next,
            faults,
        };
        if let Some(id) = typed.placing() {
            page.open(id, typed.place_element.clone());
        }
        page
    }

    fn parts(
        &self,
        places: &Places,
        inside: &HashMap<Spot, usize>,
        ticked: &BTreeSet<Spot>,
    ) -> Vec<SplitPart> {
        let parts = self.found.content.parts.iter().enumerate();
        let spot = |key: &str| places.get(places.find(key)?).cloned();
        parts
            .zip(&self.found.paragraphs.0)
            .map(|((part, written), paragraphs)| SplitPart {
                spot: written.key.as_deref().and_then(spot),
                paragraphs: paragraphs
                    .iter()
                    .enumerate()
                    .map(|(n, text)| SplitParagraph {
                        value: format!("{part}.{n}"),
                        text: text.clone(),
                        segment: inside.get(&(part, n)).copied(),
                        is_ticked: ticked.contains(&(part, n)),
                    })
                    .collect(),
            })
            .collect()
    }

    fn row(&self, segment: &Segment, n: usize, places: &Places, stays: bool) -> SegmentRow {
        let spot = segment.element.as_ref().and_then(|id| places.get(id));
        SegmentRow {
            id: segment.id.to_string(),
            n,
            spot: spot.cloned(),
            excerpt: shortened(&segment.text, EXCERPT),
            paragraphs: segment.span.map(|span| span.last + 1 - span.first),
            is_read: self.read.contains(&segment.id),
            is_approved: self.approved.contains(&segment.id),
            stays,
            placing: None,
        }
    }
}

impl SegmentsPage {
    /// Opens the form that says what a segment is about.
    fn open(&mut self, id: &str, element: String) {
        if let Some(row) = self.segments.iter_mut().find(|row| row.id == id) {
            row.placing = Some(element);
        }
    }
}
