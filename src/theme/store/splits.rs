//! How far the statements that count are split: until all of them are, nobody can say what became of them.

use std::collections::HashMap;

use super::segments::{self, Segment};
use crate::base::db::Conn;
use crate::base::error::AppResult;
use crate::base::id::Id;
use crate::consultation::{Consultation, TrackKind};
use crate::organisation::store::organisations;
use crate::statement::model::{Content, Statement, Version};
use crate::statement::store::{self as statements, deadlines};
use crate::theme::model::paragraphs;
use crate::theme::model::segment::{Paragraphs, Span, Split, SplitState};

/// The paragraphs of a version, part by part.
pub fn paragraphs_of(content: &Content) -> Paragraphs {
    let parts = content.parts.iter();
    Paragraphs(parts.map(|part| paragraphs(&part.text)).collect())
}

/// All statements on a consultation that count, by number: eight queries, however many there are.
pub fn splits(conn: &mut Conn, of: &Consultation) -> AppResult<Vec<Split>> {
    let deadlines = deadlines::of(conn, of)?;
    let mut all = statements::register(conn, &of.id)?;
    all.retain(|one| one.counts(deadlines.of(one.party.as_ref())));
    let versions: Vec<Id<Version>> = all
        .iter()
        .filter_map(|one| Some(one.current()?.id.clone()))
        .collect();
    let contents = statements::contents(conn, &versions)?;
    let segments = segments::of(conn, &all)?;
    let mut by_version: HashMap<&Id<Version>, Vec<&Segment>> = HashMap::new();
    for segment in &segments {
        by_version
            .entry(&segment.version)
            .or_default()
            .push(segment);
    }
    let names: HashMap<_, _> = organisations::list(conn)?
        .into_iter()
        .map(|one| (one.id, one.details.name))
        .collect();
    let split = |one: &Statement| {
        let version = one.current()?;
        let nothing = Content::default();
        let content = contents.get(&version.id).unwrap_or(&nothing);
        let own = by_version.get(&version.id).map_or(&[][..], Vec::as_slice);
        let mut others = one.versions.iter().filter(|other| other.id != version.id);
        let paragraphs = paragraphs_of(content).spots().count();
        let spans = own.iter().filter_map(|segment| segment.span);
        let inside = spans.flat_map(Span::spots).count();
        let has_older = others.any(|other| by_version.contains_key(&other.id));
        Some(Split {
            number: one.number?,
            name: one.party.as_ref().and_then(|id| names.get(id)).cloned(),
            paragraphs,
            inside,
            segments: own.len(),
            files: content.files.len(),
            state: SplitState::of(has_older, version.is_nil, own.len(), inside < paragraphs),
            is_by_element: content.parts.iter().any(|part| part.key.is_some()),
        })
    };
    Ok(all.iter().filter_map(split).collect())
}

/// The statements that somebody has to split before anybody can say what became of them.
pub fn unsplit(conn: &mut Conn, of: &Consultation) -> AppResult<Vec<Split>> {
    if of.track(TrackKind::Statements).is_none() {
        return Ok(Vec::new());
    }
    let mut all = splits(conn, of)?;
    all.retain(|one| one.state.is_open());
    Ok(all)
}
