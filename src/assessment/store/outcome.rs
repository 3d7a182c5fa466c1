//! What became of the contributions, counted.

use std::collections::HashMap;

use diesel::dsl::{exists, not};
use diesel::prelude::*;

use crate::base::db::Conn;
use crate::base::error::AppResult;
use crate::base::id::Id;
use crate::base::schema::{assessments, codings, contributions, readings};
use crate::consultation::Consultation;
use crate::strategy::cause::Theme;
use crate::survey::FreeText;

diesel::alias! {
    const OWN: Alias<Own> = assessments as own;
}

/// How many contributions of a consultation still wait for an outcome.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Progress {
    /// All of them.
    pub all: i64,
    /// Those nobody has read.
    pub unread: i64,
    /// Those without an outcome, the unread among them.
    pub open: i64,
}

/// Contributions without an outcome: without an approved assessment of their own, and unread or under a theme to which the
/// town has not spoken. The same as `model::outcome` says of one.
macro_rules! open {
    ($consultation:expr) => {
        contributions::table
            .filter(contributions::consultation_id.eq($consultation))
            .filter(not(exists(
                OWN.filter(
                    OWN.field(assessments::text_id)
                        .eq(contributions::text_id.nullable()),
                )
                .filter(OWN.field(assessments::state).eq("approved")),
            )))
            .filter(
                not(exists(
                    readings::table.filter(readings::text_id.eq(contributions::text_id)),
                ))
                .or(exists(
                    codings::table
                        .filter(codings::text_id.eq(contributions::text_id))
                        .filter(not(exists(
                            assessments::table
                                .filter(assessments::theme_id.eq(codings::theme_id.nullable()))
                                .filter(assessments::state.eq("approved")),
                        ))),
                )),
            )
    };
}

/// How far it is.
pub fn progress(conn: &mut Conn, consultation: &Id<Consultation>) -> AppResult<Progress> {
    let of = || contributions::table.filter(contributions::consultation_id.eq(consultation));
    let unread = of().filter(not(exists(
        readings::table.filter(readings::text_id.eq(contributions::text_id)),
    )));
    Ok(Progress {
        all: of().count().get_result(conn)?,
        unread: unread.count().get_result(conn)?,
        open: open!(consultation).count().get_result(conn)?,
    })
}

/// The first contribution without an outcome.
pub fn first_open(
    conn: &mut Conn,
    consultation: &Id<Consultation>,
) -> AppResult<Option<Id<FreeText>>> {
    Ok(open!(consultation)
        .order(contributions::text_id)
        .select(contributions::text_id)
        .first(conn)
        .optional()?)
}

/// How many contributions of each kind a theme has.
pub fn by_theme(conn: &mut Conn, theme: &Id<Theme>) -> AppResult<HashMap<String, i64>> {
    let rows: Vec<(String, Id<FreeText>)> = contributions::table
        .inner_join(codings::table)
        .filter(codings::theme_id.eq(theme))
        .select((contributions::kind, contributions::text_id))
        .distinct()
        .load(conn)?;
    let mut found: HashMap<String, i64> = HashMap::new();
    for (kind, _) in rows {
        *found.entry(kind).or_default() += 1;
    }
    Ok(found)
}
