//! What became of the contributions of a consultation, as everyone (or the council) may read it.

use std::collections::{BTreeMap, HashMap};

use chrono::{DateTime, Utc};
use diesel::prelude::*;

use super::answer_to;
use crate::assessment::model::{Assessment, Audience};
use crate::assessment::store::{self as assessments, About};
use crate::base::db::Conn;
use crate::base::error::{AppError, AppResult};
use crate::base::id::{Id, chance};
use crate::base::schema::{codings, contributions, free_texts, questionnaires, readings};
use crate::consultation::Consultation;
use crate::participation::Participation;
use crate::statement;
use crate::statement::model::Statement;
use crate::statement::store::write::Owner;
use crate::strategy::cause::Theme;
use crate::strategy::diff::{Comparison, compare};
use crate::strategy::{
    Changed, Edition, Effect, Element, LaidEdition, causes_of, effects_of, laid, origins_between,
};
use crate::survey::{FreeText, Mark, TextState};
use crate::theme::model::{Contribution, ContributionKind, Places};
use crate::theme::store::list;
use crate::theme::store::segments;
use crate::theme::store::themes::{self, Named};

/// What became of the contributions of one consultation.
pub struct Outcomes {
    /// The consultation.
    pub consultation: Consultation,
    /// Since when it may be read.
    pub since: DateTime<Utc>,
    /// The edition that was laid open.
    pub before: LaidEdition,
    /// The edition that answers it, and what became different; none while there is none.
    pub answer: Option<(LaidEdition, Comparison)>,
    /// Why, by element.
    pub causes: HashMap<Id<Element>, Vec<Changed>>,
    /// The themes.
    pub themes: Vec<Named>,
    /// How many contributions each theme has.
    pub counts: HashMap<Id<Theme>, i64>,
    /// What the town says to each theme.
    pub said: HashMap<Id<Theme>, Assessment>,
    /// What each theme changed.
    pub effects: HashMap<Id<Theme>, Vec<Effect>>,
    /// How many contributions of each kind there are.
    pub kinds: BTreeMap<ContributionKind, i64>,
    /// How many there are about each element.
    pub by_element: HashMap<Option<Id<Element>>, i64>,
    /// The elements of the edition that was laid open.
    pub places: Places,
}

/// Reads it.
///
/// # Errors
/// Not found, when that audience may not read it.
pub fn outcomes(
    conn: &mut Conn,
    consultation: Consultation,
    audience: Audience,
) -> AppResult<Outcomes> {
    let released = assessments::released(conn, &consultation.id)?;
    let since = released.to(audience).ok_or(AppError::NotFound)?;
    let answer = answer_to(conn, &consultation)?;
    put_together(conn, consultation, since, answer)
}

/// Reads it for somebody who may: `answer` is the edition that answers, as far as that person may read it.
///
/// # Errors
/// Never by itself.
pub fn put_together(
    conn: &mut Conn,
    consultation: Consultation,
    since: DateTime<Utc>,
    answer: Option<Id<Edition>>,
) -> AppResult<Outcomes> {
    let before = laid(conn, &consultation.edition)?;
    let causes = match &answer {
        Some(id) => causes_of(conn, id)?,
        None => HashMap::new(),
    };
    let answer = answer.map(|id| laid(conn, &id)).transpose()?;
    let answer = match answer {
        Some(after) => {
            let origins = origins_between(conn, &before.strategy, before.number, after.number)?;
            let comparison = compare(&before, &after, &origins)?;
            Some((after, comparison))
        }
        None => None,
    };
    let themes = themes::of(conn, &consultation.id)?;
    let ids: Vec<Id<Theme>> = themes.iter().map(|theme| theme.id.clone()).collect();
    let mut said = HashMap::new();
    for (about, rows) in assessments::all(conn, &consultation.id)? {
        if let (About::Theme(theme), Some(approved)) = (about, rows.approved()) {
            said.insert(theme, approved.clone());
        }
    }
    let mut kinds = BTreeMap::new();
    let mut by_element = HashMap::new();
    let rows: Vec<(Option<Id<Element>>, String, i64)> = contributions::table
        .filter(contributions::consultation_id.eq(&consultation.id))
        .group_by((contributions::element_id, contributions::kind))
        .select((
            contributions::element_id,
            contributions::kind,
            diesel::dsl::count_star(),
        ))
        .load(conn)?;
    for (element, kind, n) in rows {
        *by_element.entry(element).or_default() += n;
        if let Some(kind) = ContributionKind::parse(&kind) {
            *kinds.entry(kind).or_default() += n;
        }
    }
    Ok(Outcomes {
        since,
        counts: themes::counts(conn, &consultation.id)?,
        effects: effects_of(conn, &ids)?,
        places: Places::of(&before),
        consultation,
        before,
        answer,
        causes,
        themes,
        said,
        kinds,
        by_element,
    })
}

/// A contribution as everyone may read it.
#[derive(Clone, Debug)]
pub struct Quoted {
    /// Its words, with passages blacked out where they are for everyone.
    pub text: String,
    /// The mark given with it.
    pub mark: Option<Mark>,
    /// The element it is about.
    pub element: Option<Id<Element>>,
    /// Where it comes from.
    pub kind: ContributionKind,
}

/// Contributions under a theme that everyone may read, and how many of them there are.
pub fn quoted(
    conn: &mut Conn,
    theme: &Id<Theme>,
    (from, most): (i64, i64),
) -> AppResult<(Vec<Quoted>, i64)> {
    type Row = (
        String,
        Option<String>,
        Option<i32>,
        Option<Id<Element>>,
        String,
    );
    let query = || {
        contributions::table
            .inner_join(free_texts::table)
            .filter(free_texts::state.eq_any(TextState::PUBLIC))
            .filter(
                contributions::text_id.eq_any(
                    codings::table
                        .filter(codings::theme_id.eq(theme))
                        .select(codings::text_id),
                ),
            )
    };
    let rows: Vec<Row> = query()
        .order(chance("contributions.text_id"))
        .offset(from)
        .limit(most)
        .select((
            contributions::text,
            free_texts::redacted,
            contributions::mark,
            contributions::element_id,
            contributions::kind,
        ))
        .load(conn)?;
    let quote = |(text, redacted, mark, element, kind): Row| Quoted {
        text: redacted.unwrap_or(text),
        mark: mark.and_then(Mark::of_code),
        element,
        kind: ContributionKind::parse(&kind).unwrap_or(ContributionKind::Answer),
    };
    Ok((
        rows.into_iter().map(quote).collect(),
        query().count().get_result(conn)?,
    ))
}

/// One's own contribution with everything that hangs on it.
#[derive(Clone, Debug)]
pub struct OwnThread {
    /// The contribution.
    pub one: Contribution,
    /// Whether somebody has read it.
    pub is_read: bool,
    /// Its themes.
    pub themes: Vec<Id<Theme>>,
    /// What the town says to it alone.
    pub own: Option<Assessment>,
}

/// What became of the answers and comments of one participation, and of its statement.
pub fn own_threads(
    conn: &mut Conn,
    consultation: &Consultation,
    participation: &Id<Participation>,
) -> AppResult<Vec<OwnThread>> {
    use crate::base::schema::comments;
    let mut ids: Vec<Id<FreeText>> = free_texts::table
        .inner_join(questionnaires::table)
        .filter(questionnaires::participation_id.eq(participation))
        .select(free_texts::id)
        .load(conn)?;
    let own: Vec<Id<FreeText>> = comments::table
        .filter(comments::participation_id.eq(participation))
        .select(comments::id)
        .load(conn)?;
    ids.extend(own);
    let owner = Owner::Person(participation.clone());
    if let Some(statement) = statement::store::own(conn, &owner.key(&consultation.id))? {
        ids.extend(segment_ids(conn, &statement)?);
    }
    threads(conn, consultation, &ids)
}

/// What became of a statement, segment by segment.
pub fn statement_threads(
    conn: &mut Conn,
    consultation: &Consultation,
    statement: &Statement,
) -> AppResult<Vec<OwnThread>> {
    let ids = segment_ids(conn, statement)?;
    threads(conn, consultation, &ids)
}

/// The segments of the version that counts, in the order of its text.
fn segment_ids(conn: &mut Conn, statement: &Statement) -> AppResult<Vec<Id<FreeText>>> {
    let current = statement.current().map(|version| &version.id);
    let segments = segments::of(conn, std::slice::from_ref(statement))?;
    let own = segments
        .into_iter()
        .filter(|one| Some(&one.version) == current);
    Ok(own.map(|one| one.id).collect())
}

/// What became of some contributions.
fn threads(
    conn: &mut Conn,
    consultation: &Consultation,
    ids: &[Id<FreeText>],
) -> AppResult<Vec<OwnThread>> {
    let mut found = list::these(conn, &consultation.id, ids)?;
    found.sort_by_key(|one| ids.iter().position(|id| *id == one.id));
    let chosen: Vec<(Id<FreeText>, Id<Theme>)> = codings::table
        .filter(codings::text_id.eq_any(ids))
        .order((codings::text_id, codings::theme_id))
        .select((codings::text_id, codings::theme_id))
        .load(conn)?;
    let read: Vec<Id<FreeText>> = readings::table
        .filter(readings::text_id.eq_any(ids))
        .select(readings::text_id)
        .load(conn)?;
    let said = assessments::of_texts(conn, ids)?;
    let mut threads = Vec::new();
    for one in found {
        let mut themes: Vec<Id<Theme>> = chosen
            .iter()
            .filter(|(text, _)| *text == one.id)
            .map(|(_, theme)| theme.clone())
            .collect();
        themes.dedup();
        threads.push(OwnThread {
            is_read: read.contains(&one.id),
            own: said.get(&one.id).and_then(|said| said.approved().cloned()),
            themes,
            one,
        });
    }
    Ok(threads)
}
