//! Rows of bodies, papers, steps and files.

pub mod bodies;
pub mod decided;
pub mod files;
pub mod papers;
pub mod steps;
pub mod traces;

use std::collections::HashMap;

use diesel::prelude::*;

use super::model::{Body, BodyKind, Sight};
use crate::account::{Actor, Permission, Role};
use crate::base::db::Conn;
use crate::base::error::AppResult;
use crate::base::id::Id;
use crate::base::schema::{bodies as body_rows, body_members};

/// Which steps somebody sees: editors and administrators all, a councillor those of her bodies, anyone the public ones.
pub fn sight(conn: &mut Conn, who: &Actor) -> AppResult<Sight> {
    let Some(staff) = who.staff() else {
        return Ok(Sight::Public);
    };
    if staff.roles.have(Permission::Edit) || staff.roles.have(Permission::Administer) {
        return Ok(Sight::All);
    }
    if !staff.roles.contains(Role::Councillor) {
        return Ok(Sight::Public);
    }
    let own: Vec<Id<Body>> = body_members::table
        .filter(body_members::account_id.eq(&staff.id))
        .select(body_members::body_id)
        .load(conn)?;
    Ok(Sight::Bodies(own.into_iter().collect()))
}

type BodyRow = (Id<Body>, String, String, String);

fn body((id, name, short_name, kind): BodyRow) -> Body {
    Body {
        id,
        name,
        short_name,
        kind: BodyKind::parse(&kind).unwrap_or(BodyKind::Committee),
    }
}

/// All bodies by their id: a town has some dozens.
fn by_id(conn: &mut Conn) -> AppResult<HashMap<Id<Body>, Body>> {
    let all = bodies::list(conn)?;
    Ok(all.into_iter().map(|one| (one.id.clone(), one)).collect())
}

/// The columns of a body.
#[diesel::dsl::auto_type]
fn body_columns() -> _ {
    (
        body_rows::id,
        body_rows::name,
        body_rows::short_name,
        body_rows::kind,
    )
}
