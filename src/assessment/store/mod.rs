//! Assessments as rows: dated, never changed; the newest counts.

mod blocks;
mod outcome;
mod release;

use std::collections::HashMap;

use chrono::NaiveDateTime;
use diesel::prelude::*;
use serde_json::json;

use super::model::{Assessment, NewAssessment, Position};
use super::{Approve, Assess};
use crate::account::{Action, Tx};
use crate::base::db::Conn;
use crate::base::error::AppResult;
use crate::base::id::Id;
use crate::base::schema::{assessments, contributions, themes};
use crate::consultation::Consultation;
use crate::strategy::cause::Theme;
use crate::survey::FreeText;

pub use blocks::{Kept, blocks, keep_block, remove_block};
pub use outcome::{Progress, by_theme, first_open, progress};
pub use release::{Released, all_released, release, released, withdraw};

/// What an assessment is about.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum About {
    /// A theme, and so all its contributions.
    Theme(Id<Theme>),
    /// One contribution alone.
    Text(Id<FreeText>),
}

type Row = (
    String,
    Option<Id<Theme>>,
    Option<Id<FreeText>>,
    String,
    String,
    String,
    String,
    NaiveDateTime,
    String,
);

/// The columns of an assessment.
macro_rules! columns {
    () => {
        (
            assessments::id,
            assessments::theme_id,
            assessments::text_id,
            assessments::position,
            assessments::reason,
            assessments::office,
            assessments::state,
            assessments::made_at,
            assessments::made_by,
        )
    };
}

fn read(row: Row) -> Option<(About, Dated)> {
    let (id, theme, text, position, reason, office, state, at, by) = row;
    let about = match (theme, text) {
        (Some(theme), _) => About::Theme(theme),
        (None, Some(text)) => About::Text(text),
        (None, None) => return None,
    };
    let assessment = Assessment {
        position: Position::parse(&position)?,
        reason,
        office,
        is_approved: state == "approved",
        at: at.and_utc(),
        by,
    };
    Some((about, Dated { id, assessment }))
}

/// An assessment with its row.
#[derive(Clone, Debug)]
pub struct Dated {
    /// The row.
    pub id: String,
    /// What it says.
    pub assessment: Assessment,
}

/// What was said to one theme or contribution, the newest first.
#[derive(Clone, Debug, Default)]
pub struct Said {
    /// All rows.
    pub rows: Vec<Dated>,
}

impl Said {
    /// The newest.
    pub fn newest(&self) -> Option<&Dated> {
        self.rows.first()
    }

    /// Its position, once it is the word of the administration.
    pub fn position(&self) -> Option<Position> {
        Some(self.approved()?.position)
    }

    /// The newest that is the word of the administration: it counts until another one is approved.
    pub fn approved(&self) -> Option<&Assessment> {
        let mut rows = self.rows.iter();
        let found = rows.find(|row| row.assessment.is_approved)?;
        Some(&found.assessment)
    }
}

/// Everything that was said in a consultation, by what it is about.
pub fn all(conn: &mut Conn, consultation: &Id<Consultation>) -> AppResult<HashMap<About, Said>> {
    let mut rows: Vec<Row> = assessments::table
        .inner_join(themes::table)
        .filter(themes::consultation_id.eq(consultation))
        .order(assessments::id.desc())
        .select(columns!())
        .load(conn)?;
    let alone: Vec<Row> = assessments::table
        .inner_join(contributions::table)
        .filter(contributions::consultation_id.eq(consultation))
        .order(assessments::id.desc())
        .select(columns!())
        .load(conn)?;
    rows.extend(alone);
    let mut found: HashMap<About, Said> = HashMap::new();
    for (about, dated) in rows.into_iter().filter_map(read) {
        found.entry(about).or_default().rows.push(dated);
    }
    Ok(found)
}

/// What was said to each of some contributions alone. One query.
pub fn of_texts(conn: &mut Conn, texts: &[Id<FreeText>]) -> AppResult<HashMap<Id<FreeText>, Said>> {
    let rows: Vec<Row> = assessments::table
        .filter(assessments::text_id.eq_any(texts))
        .order(assessments::id.desc())
        .select(columns!())
        .load(conn)?;
    let mut found: HashMap<Id<FreeText>, Said> = HashMap::new();
    for (about, dated) in rows.into_iter().filter_map(read) {
        if let About::Text(text) = about {
            found.entry(text).or_default().rows.push(dated);
        }
    }
    Ok(found)
}

/// What was said to one theme or contribution.
pub fn of(conn: &mut Conn, about: &About) -> AppResult<Said> {
    let query = assessments::table
        .order(assessments::id.desc())
        .select(columns!())
        .into_boxed();
    let rows: Vec<Row> = match about {
        About::Theme(theme) => query.filter(assessments::theme_id.eq(theme)).load(conn)?,
        About::Text(text) => query.filter(assessments::text_id.eq(text)).load(conn)?,
    };
    let rows = rows.into_iter().filter_map(read);
    Ok(Said {
        rows: rows.map(|(_, dated)| dated).collect(),
    })
}

fn insert<A: Action>(
    tx: &mut Tx<A>,
    about: &About,
    new: &NewAssessment,
    is_approved: bool,
) -> AppResult<()> {
    let (theme, text) = match about {
        About::Theme(theme) => (Some(theme), None),
        About::Text(text) => (None, Some(text)),
    };
    let author = tx.author();
    diesel::insert_into(assessments::table)
        .values((
            assessments::id.eq(Id::<Assessment>::at(tx.now)),
            assessments::theme_id.eq(theme),
            assessments::text_id.eq(text),
            assessments::position.eq(new.position.as_str()),
            assessments::reason.eq(&new.reason),
            assessments::office.eq(&new.office),
            assessments::state.eq(if is_approved { "approved" } else { "draft" }),
            assessments::made_at.eq(tx.now.naive_utc()),
            assessments::made_by.eq(author),
        ))
        .execute(tx.conn)?;
    Ok(())
}

/// Writes a draft. False when somebody has written another one since `seen`: then it is not overwritten unseen.
pub fn write(
    tx: &mut Tx<Assess>,
    about: &About,
    seen: &str,
    new: &NewAssessment,
) -> AppResult<bool> {
    let said = of(tx.conn, about)?;
    if said.newest().map_or("", |newest| &newest.id) != seen {
        return Ok(false);
    }
    insert(tx, about, new, false)?;
    Ok(true)
}

/// Makes an assessment the word of the administration at once. False as for [`write`].
pub fn write_approved(
    tx: &mut Tx<Approve>,
    of_consultation: &Consultation,
    about: &About,
    seen: &str,
    new: &NewAssessment,
) -> AppResult<bool> {
    let said = of(tx.conn, about)?;
    if said.newest().map_or("", |newest| &newest.id) != seen {
        return Ok(false);
    }
    insert(tx, about, new, true)?;
    note(tx, of_consultation, 1)?;
    Ok(true)
}

/// Approves the newest drafts of some themes and contributions as they stand. Gives how many there were.
pub fn approve(
    tx: &mut Tx<Approve>,
    of_consultation: &Consultation,
    abouts: &[About],
) -> AppResult<usize> {
    let all = all(tx.conn, &of_consultation.id)?;
    let mut approved = 0;
    for about in abouts {
        let newest = all.get(about).and_then(Said::newest);
        let Some(draft) = newest.filter(|newest| !newest.assessment.is_approved) else {
            continue;
        };
        let new = NewAssessment {
            position: draft.assessment.position,
            reason: draft.assessment.reason.clone(),
            office: draft.assessment.office.clone(),
        };
        insert(tx, about, &new, true)?;
        approved += 1;
    }
    if approved > 0 {
        note(tx, of_consultation, approved)?;
    }
    Ok(approved)
}

fn note(tx: &mut Tx<Approve>, of: &Consultation, n: usize) -> AppResult<()> {
    tx.journal(
        &format!("consultation:{}", of.slug),
        &json!({ "assessments_approved": n }),
    )
}
