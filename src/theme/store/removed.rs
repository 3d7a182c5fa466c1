//! A segment that was removed, whole, so that it can be put back as it was.

use chrono::NaiveDateTime;
use diesel::prelude::*;

use super::gather::gather_segments;
use super::segments::{self as rows, NewSegment, Segment};
use crate::account::Tx;
use crate::base::db::{Conn, each};
use crate::base::error::AppResult;
use crate::base::id::Id;
use crate::base::schema::{assessments, codings, readings, segments, suggestions};
use crate::strategy::Wording;
use crate::survey::FreeText;
use crate::theme::CodeContributions;

#[derive(Clone, Queryable, Selectable, Insertable)]
#[diesel(table_name = readings)]
struct Reading {
    text_id: String,
    coder: String,
    note: String,
    read_at: NaiveDateTime,
}

#[derive(Clone, Queryable, Selectable, Insertable)]
#[diesel(table_name = codings)]
struct Coding {
    text_id: String,
    coder: String,
    theme_id: String,
}

#[derive(Clone, Queryable, Selectable, Insertable)]
#[diesel(table_name = suggestions)]
struct Suggestion {
    text_id: String,
    coder: String,
    theme_id: String,
    is_accepted: bool,
}

#[derive(Clone, Queryable, Selectable, Insertable)]
#[diesel(table_name = assessments)]
struct Draft {
    id: String,
    theme_id: Option<String>,
    text_id: Option<String>,
    position: String,
    reason: String,
    office: String,
    state: String,
    made_at: NaiveDateTime,
    made_by: String,
}

/// A segment with everything that was said about it.
#[derive(Clone)]
pub struct Removed {
    segment: Segment,
    wording: Option<Id<Wording>>,
    readings: Vec<Reading>,
    codings: Vec<Coding>,
    suggestions: Vec<Suggestion>,
    drafts: Vec<Draft>,
}

impl Removed {
    /// Everything about a segment, to be kept when it goes.
    pub fn of(conn: &mut Conn, segment: &Segment) -> AppResult<Self> {
        let id = segment.id.as_str();
        Ok(Self {
            wording: segments::table
                .find(id)
                .select(segments::wording_id)
                .first(conn)?,
            readings: readings::table
                .filter(readings::text_id.eq(id))
                .select(Reading::as_select())
                .load(conn)?,
            codings: codings::table
                .filter(codings::text_id.eq(id))
                .select(Coding::as_select())
                .load(conn)?,
            suggestions: suggestions::table
                .filter(suggestions::text_id.eq(id))
                .select(Suggestion::as_select())
                .load(conn)?,
            drafts: assessments::table
                .filter(assessments::text_id.eq(id))
                .select(Draft::as_select())
                .load(conn)?,
            segment: segment.clone(),
        })
    }

    /// Which segment it was.
    pub fn id(&self) -> &Id<FreeText> {
        &self.segment.id
    }

    /// The segment as it was.
    pub fn segment(&self) -> &Segment {
        &self.segment
    }

    /// Puts it back. Themes that are gone by now are left out.
    pub fn put_back(self, tx: &mut Tx<CodeContributions>, themes: &[String]) -> AppResult<()> {
        let Segment {
            id,
            version,
            span,
            element,
            text,
        } = self.segment;
        let on = element.zip(self.wording);
        rows::insert(tx, &id, &version, &NewSegment { span, on, text })?;
        gather_segments(tx.conn, tx.now)?;
        let mut codings = self.codings;
        codings.retain(|coding| themes.contains(&coding.theme_id));
        let mut suggestions = self.suggestions;
        suggestions.retain(|suggestion| themes.contains(&suggestion.theme_id));
        each!(tx.conn, conn => diesel::insert_into(readings::table).values(self.readings).execute(conn))?;
        each!(tx.conn, conn => diesel::insert_into(codings::table).values(codings).execute(conn))?;
        each!(tx.conn, conn => diesel::insert_into(suggestions::table).values(suggestions).execute(conn))?;
        each!(tx.conn, conn => diesel::insert_into(assessments::table).values(self.drafts).execute(conn))?;
        Ok(())
    }
}
