//! How many surveys each consultation has.

use std::collections::HashMap;

use diesel::dsl::count_star;
use diesel::prelude::*;

use crate::base::db::Conn;
use crate::base::error::AppResult;
use crate::base::id::Id;
use crate::base::schema::surveys;
use crate::consultation::Consultation;

/// How many surveys each consultation has, those about the person left out; one without any is not among them.
pub fn surveys_by_consultation(conn: &mut Conn) -> AppResult<HashMap<Id<Consultation>, i64>> {
    let rows: Vec<(Id<Consultation>, i64)> = surveys::table
        .filter(surveys::is_profile.eq(false))
        .group_by(surveys::consultation_id)
        .select((surveys::consultation_id, count_star()))
        .load(conn)?;
    Ok(rows.into_iter().collect())
}
