//! Bodies and those who sit in them.

use std::collections::HashMap;

use diesel::dsl::{count_star, max};
use diesel::prelude::*;
use serde_json::json;

use super::{body, body_columns, traces};
use crate::account::{Account, Tx};
use crate::base::db::Conn;
use crate::base::error::{AppError, AppResult};
use crate::base::id::Id;
use crate::base::schema::{bodies, body_members, deliberations};
use crate::council::ManageBodies;
use crate::council::form::NewBody;
use crate::council::model::{Body, Seats, folded_name};

/// All bodies, in the order the town names them.
pub fn list(conn: &mut Conn) -> AppResult<Vec<Body>> {
    let rows: Vec<_> = bodies::table
        .order((bodies::position, bodies::id))
        .select(body_columns())
        .load(conn)?;
    Ok(rows.into_iter().map(body).collect())
}

/// All bodies with those who sit in them: three queries.
pub fn seats(conn: &mut Conn) -> AppResult<Vec<Seats>> {
    let members: Vec<(Id<Body>, Id<Account>)> = body_members::table
        .select((body_members::body_id, body_members::account_id))
        .load(conn)?;
    let steps: Vec<(Id<Body>, i64)> = deliberations::table
        .group_by(deliberations::body_id)
        .select((deliberations::body_id, count_star()))
        .load(conn)?;
    let steps: HashMap<_, _> = steps.into_iter().collect();
    let with = |body: Body| Seats {
        members: members
            .iter()
            .filter(|(of, _)| *of == body.id)
            .map(|(_, who)| who.clone())
            .collect(),
        steps: usize::try_from(steps.get(&body.id).copied().unwrap_or_default())
            .unwrap_or_default(),
        body,
    };
    Ok(list(conn)?.into_iter().map(with).collect())
}

/// One body with those who sit in it.
pub fn find(conn: &mut Conn, id: &str) -> AppResult<Seats> {
    let found = seats(conn)?
        .into_iter()
        .find(|one| one.body.id.as_str() == id);
    found.ok_or(AppError::NotFound)
}

/// Makes a body, or changes one. False when another one has its name already.
pub fn keep(tx: &mut Tx<ManageBodies>, id: Option<&Id<Body>>, new: &NewBody) -> AppResult<bool> {
    let folded = folded_name(&new.name);
    let other: Option<Id<Body>> = bodies::table
        .filter(bodies::folded_name.eq(&folded))
        .select(bodies::id)
        .first(tx.conn)
        .optional()?;
    if other.is_some_and(|other| Some(&other) != id) {
        return Ok(false);
    }
    let id = match id {
        Some(id) => change(tx, id, new, &folded).map(|()| id.clone())?,
        None => create(tx, new, &folded)?,
    };
    seat(tx, &id, &new.members)?;
    traces::renew(tx)?;
    tx.journal(
        &format!("body:{id}"),
        &json!({ "name": new.name, "members": new.members.len() }),
    )?;
    Ok(true)
}

fn create(tx: &mut Tx<ManageBodies>, new: &NewBody, folded: &str) -> AppResult<Id<Body>> {
    let last: Option<i32> = bodies::table.select(max(bodies::position)).first(tx.conn)?;
    let id = Id::at(tx.now);
    diesel::insert_into(bodies::table)
        .values((
            bodies::id.eq(&id),
            bodies::name.eq(&new.name),
            bodies::folded_name.eq(folded),
            bodies::short_name.eq(&new.short_name),
            bodies::kind.eq(new.kind.as_str()),
            bodies::position.eq(last.unwrap_or_default() + 1),
            bodies::made_at.eq(tx.now.naive_utc()),
            bodies::changed_at.eq(tx.now.naive_utc()),
        ))
        .execute(tx.conn)?;
    Ok(id)
}

fn change(tx: &mut Tx<ManageBodies>, id: &Id<Body>, new: &NewBody, folded: &str) -> AppResult<()> {
    diesel::update(bodies::table.find(id))
        .set((
            bodies::name.eq(&new.name),
            bodies::folded_name.eq(folded),
            bodies::short_name.eq(&new.short_name),
            bodies::kind.eq(new.kind.as_str()),
            bodies::changed_at.eq(tx.now.naive_utc()),
        ))
        .execute(tx.conn)?;
    Ok(())
}

fn seat(tx: &mut Tx<ManageBodies>, id: &Id<Body>, members: &[Id<Account>]) -> AppResult<()> {
    diesel::delete(body_members::table.filter(body_members::body_id.eq(id))).execute(tx.conn)?;
    let rows: Vec<_> = members
        .iter()
        .map(|who| {
            (
                body_members::body_id.eq(id),
                body_members::account_id.eq(who),
            )
        })
        .collect();
    for row in rows {
        diesel::insert_into(body_members::table)
            .values(row)
            .execute(tx.conn)?;
    }
    Ok(())
}

/// Takes a body from the list. False when papers have been before it: then it stays, so that their way stays whole.
pub fn remove(tx: &mut Tx<ManageBodies>, id: &Id<Body>) -> AppResult<bool> {
    let steps: i64 = deliberations::table
        .filter(deliberations::body_id.eq(id))
        .count()
        .get_result(tx.conn)?;
    if steps > 0 {
        return Ok(false);
    }
    diesel::delete(body_members::table.filter(body_members::body_id.eq(id))).execute(tx.conn)?;
    diesel::delete(bodies::table.find(id)).execute(tx.conn)?;
    traces::renew(tx)?;
    tx.journal(&format!("body:{id}"), &json!({ "removed": true }))?;
    Ok(true)
}
