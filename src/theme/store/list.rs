//! Contributions to choose from: narrowed, counted, one after the other.

use std::collections::HashSet;

use chrono::NaiveDateTime;
use diesel::prelude::*;

use crate::base::db::Conn;
use crate::base::erasure::GONE;
use crate::base::error::AppResult;
use crate::base::id::Id;
use crate::base::schema::{
    answers, codings, contribution_words, contributions, free_texts, readings,
};
use crate::consultation::Consultation;
use crate::strategy::cause::Theme;
use crate::strategy::{Element, Wording};
use crate::survey::{FreeText, Mark};
use crate::theme::model::{Contribution, ContributionKind};

/// Which contributions are meant.
#[derive(Clone, Debug)]
pub struct Narrow {
    /// Of which consultation.
    pub consultation: Id<Consultation>,
    /// On one of these elements.
    pub elements: Option<Vec<Id<Element>>>,
    /// Of that kind.
    pub kind: Option<ContributionKind>,
    /// Come by that way.
    pub channel: Option<String>,
    /// With that mark.
    pub mark: Option<Mark>,
    /// Under that theme.
    pub theme: Option<Id<Theme>>,
    /// Read by somebody already, or by nobody.
    pub is_coded: Option<bool>,
    /// Not read yet by her, as the journal names her: what a second coder works through.
    pub unread_by: Option<String>,
    /// With all these stems.
    pub stems: Vec<String>,
    /// From questionnaires in which that question was answered so.
    pub profile: Option<(i32, i32)>,
}

impl Narrow {
    /// All of a consultation.
    pub fn all(consultation: &Id<Consultation>) -> Self {
        Self {
            consultation: consultation.clone(),
            elements: None,
            kind: None,
            channel: None,
            mark: None,
            theme: None,
            is_coded: None,
            unread_by: None,
            stems: Vec::new(),
            profile: None,
        }
    }
}

/// The rows a narrowing means.
macro_rules! narrowed {
    ($narrow:expr) => {{
        let mut query = contributions::table
            .filter(contributions::consultation_id.eq(&$narrow.consultation))
            .into_boxed();
        if let Some(elements) = &$narrow.elements {
            query = query.filter(contributions::element_id.eq_any(elements));
        }
        if let Some(kind) = $narrow.kind {
            query = query.filter(contributions::kind.eq(kind.as_str()));
        }
        if let Some(channel) = &$narrow.channel {
            query = query.filter(contributions::channel.eq(channel));
        }
        if let Some(mark) = $narrow.mark {
            query = query.filter(contributions::mark.eq(mark.code()));
        }
        if let Some(theme) = &$narrow.theme {
            query = query.filter(
                contributions::text_id.eq_any(
                    codings::table
                        .filter(codings::theme_id.eq(theme))
                        .select(codings::text_id),
                ),
            );
        }
        let read = || {
            diesel::dsl::exists(
                readings::table.filter(readings::text_id.eq(contributions::text_id)),
            )
        };
        match $narrow.is_coded {
            Some(true) => query = query.filter(read()),
            Some(false) => query = query.filter(diesel::dsl::not(read())),
            None => {}
        }
        if let Some(coder) = &$narrow.unread_by {
            let own = readings::table
                .filter(readings::text_id.eq(contributions::text_id))
                .filter(readings::coder.eq(coder));
            query = query.filter(diesel::dsl::not(diesel::dsl::exists(own)));
        }
        for stem in &$narrow.stems {
            query = query.filter(
                contributions::text_id.eq_any(
                    contribution_words::table
                        .filter(contribution_words::stem.eq(stem))
                        .select(contribution_words::text_id),
                ),
            );
        }
        if let Some((question, code)) = $narrow.profile {
            query = query.filter(
                contributions::text_id.eq_any(
                    free_texts::table
                        .inner_join(
                            answers::table.on(answers::questionnaire_id
                                .nullable()
                                .eq(free_texts::questionnaire_id)),
                        )
                        .filter(answers::question_id.eq(question))
                        .filter(answers::code.eq(code))
                        .select(free_texts::id),
                ),
            );
        }
        query
    }};
}

type Row = (
    Id<FreeText>,
    Option<Id<Element>>,
    Option<Id<Wording>>,
    String,
    String,
    Option<i32>,
    String,
);

fn contribution(row: Row) -> Contribution {
    let (id, element, wording, kind, channel, mark, text) = row;
    Contribution {
        id,
        element,
        wording,
        kind: ContributionKind::parse(&kind).unwrap_or(ContributionKind::Answer),
        channel,
        mark: mark.and_then(Mark::of_code),
        text,
    }
}

/// The columns of a contribution.
macro_rules! columns {
    () => {
        (
            contributions::text_id,
            contributions::element_id,
            contributions::wording_id,
            contributions::kind,
            contributions::channel,
            contributions::mark,
            contributions::text,
        )
    };
}

/// How many there are.
pub fn count(conn: &mut Conn, narrow: &Narrow) -> AppResult<i64> {
    Ok(narrowed!(narrow).count().get_result(conn)?)
}

/// All of them, in the order of the list.
pub fn ids(conn: &mut Conn, narrow: &Narrow) -> AppResult<Vec<String>> {
    Ok(narrowed!(narrow)
        .order(contributions::text_id)
        .select(contributions::text_id)
        .load(conn)?)
}

/// One page of them.
pub fn page(
    conn: &mut Conn,
    narrow: &Narrow,
    (from, most): (i64, i64),
) -> AppResult<Vec<Contribution>> {
    let rows: Vec<Row> = narrowed!(narrow)
        .order(contributions::text_id)
        .offset(from)
        .limit(most)
        .select(columns!())
        .load(conn)?;
    Ok(rows.into_iter().map(contribution).collect())
}

/// One contribution of a consultation.
///
/// # Errors
/// Not found, when it is none of this consultation.
pub fn one(
    conn: &mut Conn,
    consultation: &Id<Consultation>,
    id: &Id<FreeText>,
) -> AppResult<Contribution> {
    let row: Row = contributions::table
        .filter(contributions::text_id.eq(id))
        .filter(contributions::consultation_id.eq(consultation))
        .select(columns!())
        .first(conn)?;
    Ok(contribution(row))
}

/// Some contributions of a consultation.
pub fn these(
    conn: &mut Conn,
    consultation: &Id<Consultation>,
    ids: &[Id<FreeText>],
) -> AppResult<Vec<Contribution>> {
    let rows: Vec<Row> = contributions::table
        .filter(contributions::consultation_id.eq(consultation))
        .filter(contributions::text_id.eq_any(ids))
        .order(contributions::text_id)
        .select(columns!())
        .load(conn)?;
    Ok(rows.into_iter().map(contribution).collect())
}

/// The contribution that follows in a list; after the last one the first, so that none is left behind.
pub fn next(
    conn: &mut Conn,
    narrow: &Narrow,
    id: &Id<FreeText>,
) -> AppResult<Option<Id<FreeText>>> {
    let after = narrowed!(narrow)
        .filter(contributions::text_id.gt(id))
        .order(contributions::text_id)
        .select(contributions::text_id)
        .first(conn)
        .optional()?;
    if after.is_some() {
        return Ok(after);
    }
    Ok(narrowed!(narrow)
        .filter(contributions::text_id.ne(id))
        .order(contributions::text_id)
        .select(contributions::text_id)
        .first(conn)
        .optional()?)
}

/// Contributions whose words were taken over after an instant: new ones, and corrected ones.
pub fn taken_since(
    conn: &mut Conn,
    consultation: &Id<Consultation>,
    at: Option<NaiveDateTime>,
) -> AppResult<HashSet<Id<FreeText>>> {
    let Some(at) = at else {
        return Ok(HashSet::new());
    };
    let rows: Vec<Id<FreeText>> = contributions::table
        .filter(contributions::consultation_id.eq(consultation))
        .filter(contributions::taken_at.gt(at))
        .select(contributions::text_id)
        .load(conn)?;
    Ok(rows.into_iter().collect())
}

/// All texts of a consultation, to learn from; those whose words were erased teach nothing.
pub fn texts(
    conn: &mut Conn,
    consultation: &Id<Consultation>,
) -> AppResult<Vec<(Id<FreeText>, String)>> {
    Ok(contributions::table
        .filter(contributions::consultation_id.eq(consultation))
        .filter(contributions::text.ne(GONE))
        .order(contributions::text_id)
        .select((contributions::text_id, contributions::text))
        .load(conn)?)
}
