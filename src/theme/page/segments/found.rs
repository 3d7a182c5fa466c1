//! Statements that count, with their paragraphs and segments.

use std::collections::{BTreeSet, HashMap};

use crate::base::db::Conn;
use crate::base::error::{AppError, AppResult};
use crate::consultation::{self, Consultation};
use crate::organisation::store::organisations;
use crate::statement::model::{Content, Statement, Version};
use crate::statement::store::{self as statements, deadlines};
use crate::strategy::{self, LaidEdition};
use crate::theme::form::segments::On;
use crate::theme::model::paragraphs;
use crate::theme::model::segment::{Paragraphs, Span, Spot};
use crate::theme::store::segments::{self, Segment};
use crate::theme::store::splits::paragraphs_of;

/// One statement that counts.
pub struct Found {
    pub consultation: Consultation,
    pub edition: LaidEdition,
    pub statement: Statement,
    /// The version that counts.
    pub version: Version,
    pub content: Content,
    pub paragraphs: Paragraphs,
    /// The organisation; none for people.
    pub name: Option<String>,
    /// Segments of the version that counts.
    pub segments: Vec<Segment>,
    /// Segments of earlier ones.
    pub older: Vec<Segment>,
}

impl Found {
    /// The statement of that number.
    ///
    /// # Errors
    /// Not found, also while it does not count.
    pub fn of(conn: &mut Conn, slug: &str, number: i32) -> AppResult<Self> {
        let consultation = consultation::find(conn, slug)?;
        let deadlines = deadlines::of(conn, &consultation)?;
        let statement = statements::numbered(conn, &consultation.id, number)?;
        let party = statement.party.as_ref();
        let version = statement
            .current()
            .filter(|_| statement.counts(deadlines.of(party)))
            .cloned()
            .ok_or(AppError::NotFound)?;
        let content = statements::content(conn, &version.id)?;
        let name = match party {
            Some(party) => Some(organisations::find(conn, party)?.details.name),
            None => None,
        };
        let (segments, older) = segments::of(conn, std::slice::from_ref(&statement))?
            .into_iter()
            .partition(|segment| segment.version == version.id);
        Ok(Self {
            edition: strategy::laid(conn, &consultation.edition)?,
            paragraphs: paragraphs_of(&content),
            consultation,
            statement,
            version,
            content,
            name,
            segments,
            older,
        })
    }

    /// The paragraphs that are in segments.
    pub fn taken(&self) -> BTreeSet<Spot> {
        let spans = self.segments.iter().filter_map(|segment| segment.span);
        spans.flat_map(Span::spots).collect()
    }

    /// What a part was written on, in the wording it was written on.
    pub fn written_on(&self, part: usize) -> On {
        let part = self.content.parts.get(part)?;
        let element = self.edition.find(part.key.as_deref()?)?;
        let wording = part.wording.clone();
        Some((
            element.id.clone(),
            wording.unwrap_or_else(|| element.wording.clone()),
        ))
    }

    /// Where the words of earlier segments stand now, by their place among those. What was typed off a file stays as it is.
    pub fn again(&self) -> HashMap<usize, Option<Span>> {
        let words: Vec<Vec<String>> = self
            .older
            .iter()
            .map(|segment| match segment.span {
                Some(_) => paragraphs(&segment.text),
                None => Vec::new(),
            })
            .collect();
        let found = self.paragraphs.find_again(&words);
        let taken = self.taken();
        let is_free = |span: &Span| !span.spots().any(|spot| taken.contains(&spot));
        let typed = self.older.iter().enumerate();
        let typed = typed.filter(|(_, segment)| segment.span.is_none() && !self.version.is_nil);
        let found = found.into_iter().filter(|(_, span)| is_free(span));
        let found = found.map(|(n, span)| (n, Some(span)));
        found.chain(typed.map(|(n, _)| (n, None))).collect()
    }
}
