//! What is done to the segments of a statement.

use std::collections::BTreeSet;

use super::found::Found;
use crate::account::Tx;
use crate::base::error::{AppError, AppResult};
use crate::base::id::Id;
use crate::survey::FreeText;
use crate::theme::CodeContributions;
use crate::theme::form::segments::{Target, Wanted};
use crate::theme::model::segment::{Span, Spot};
use crate::theme::store::removed::Removed;
use crate::theme::store::segments::{self, NewSegment, Segment};
use crate::theme::store::themes;

/// What came of it.
pub enum Done {
    /// Segments were made.
    Made,
    /// A segment is about something else now.
    Placed,
    /// A segment is gone, and could be put back.
    Removed(Box<Removed>),
    /// It is still there: the town has said something to it alone.
    Approved,
    /// It is there again.
    PutBack,
    /// It cannot be put back.
    Lost,
    /// Segments stand in the new version now.
    Carried,
}

/// Does it. Putting back is done by [`put_back`].
pub fn act(tx: &mut Tx<CodeContributions>, found: &Found, wanted: &Wanted) -> AppResult<Done> {
    match wanted {
        Wanted::Join(ticked, target) => make(tx, found, ticked, target),
        Wanted::All => make(
            tx,
            found,
            &found.paragraphs.spots().collect(),
            &Target::AsWritten,
        ),
        Wanted::Typed(text, on) => {
            let new = NewSegment {
                span: None,
                on: on.clone(),
                text: text.clone(),
            };
            segments::make(tx, &found.version.id, &[new])?;
            Ok(Done::Made)
        }
        Wanted::Place(id, on) => {
            own(found, id)?;
            segments::place_on(tx, id, on.clone())?;
            Ok(Done::Placed)
        }
        Wanted::Remove(id) => remove(tx, found, id),
        Wanted::Undo(_) => Ok(Done::Lost),
        Wanted::Carry => carry(tx, found),
    }
}

fn own<'a>(found: &'a Found, id: &Id<FreeText>) -> AppResult<&'a Segment> {
    let mut all = found.segments.iter();
    all.find(|one| one.id == *id).ok_or(AppError::NotFound)
}

fn make(
    tx: &mut Tx<CodeContributions>,
    found: &Found,
    ticked: &BTreeSet<Spot>,
    target: &Target,
) -> AppResult<Done> {
    let spans = found.paragraphs.spans(ticked, &found.taken());
    let new = spans.into_iter().map(|span| NewSegment {
        span: Some(span),
        on: match target {
            Target::AsWritten => found.written_on(span.part),
            Target::Other(on) => on.clone(),
        },
        text: found.paragraphs.words(span),
    });
    segments::make(tx, &found.version.id, &new.collect::<Vec<_>>())?;
    Ok(Done::Made)
}

fn remove(tx: &mut Tx<CodeContributions>, found: &Found, id: &Id<FreeText>) -> AppResult<Done> {
    let ids = std::slice::from_ref(id);
    let segment = own(found, id)?;
    if !segments::approved(tx.conn, ids)?.is_empty() {
        return Ok(Done::Approved);
    }
    let removed = Removed::of(tx.conn, segment)?;
    segments::remove(tx, ids)?;
    Ok(Done::Removed(Box::new(removed)))
}

/// Segments of earlier versions go where the same words stand; the others go, as nobody says their words any more.
fn carry(tx: &mut Tx<CodeContributions>, found: &Found) -> AppResult<Done> {
    let again = found.again();
    let mut gone = Vec::new();
    for (n, segment) in found.older.iter().enumerate() {
        match again.get(&n) {
            Some(span) => segments::carry(tx, &segment.id, &found.version.id, *span)?,
            None => gone.push(segment.id.clone()),
        }
    }
    segments::remove(tx, &gone)?;
    Ok(Done::Carried)
}

/// Puts a segment back, as long as its version counts and no other segment has its paragraphs.
pub fn put_back(
    tx: &mut Tx<CodeContributions>,
    found: &Found,
    removed: Option<Removed>,
) -> AppResult<Done> {
    let taken = found.taken();
    let is_free = |removed: &Removed| {
        let segment = removed.segment();
        let mut spots = segment.span.into_iter().flat_map(Span::spots);
        segment.version == found.version.id && !spots.any(|spot| taken.contains(&spot))
    };
    let Some(removed) = removed.filter(is_free) else {
        return Ok(Done::Lost);
    };
    let themes = themes::of(tx.conn, &found.consultation.id)?;
    let themes: Vec<String> = themes.into_iter().map(|one| one.id.to_string()).collect();
    removed.put_back(tx, &themes)?;
    Ok(Done::PutBack)
}
