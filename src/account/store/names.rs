//! Who did what, by name: dated rows and the journal keep accounts, people know names.

use std::collections::HashMap;

use diesel::prelude::*;
use serde::Serialize;

use crate::account::{Role, Roles};
use crate::base::db::Conn;
use crate::base::error::AppResult;
use crate::base::schema::{account_roles, accounts};

/// Somebody who did something, as pages name her.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Author {
    /// The name of her account; empty for others.
    pub name: String,
    /// The text that names whoever has no account: the console, the demo, a resident.
    pub label_key: Option<&'static str>,
    /// The texts that name her roles as they are today.
    pub role_keys: Vec<&'static str>,
}

impl Author {
    fn without_account(actor: &str) -> Self {
        let label_key = match actor {
            "visitor" => Some("author-visitor"),
            "console" => Some("author-console"),
            "demo" => Some("author-demo"),
            "system" => Some("author-system"),
            member if member.starts_with("member:") => Some("author-member"),
            _ => None,
        };
        Self {
            name: if label_key.is_some() {
                String::new()
            } else {
                actor.to_owned()
            },
            label_key,
            role_keys: Vec::new(),
        }
    }
}

/// The people behind some authors of dated rows, by the author as it stands there.
pub fn authors(conn: &mut Conn, actors: &[String]) -> AppResult<HashMap<String, Author>> {
    let ids: Vec<&str> = actors
        .iter()
        .filter_map(|actor| actor.strip_prefix("account:"))
        .collect();
    let names: Vec<(String, String)> = accounts::table
        .filter(accounts::id.eq_any(&ids))
        .select((accounts::id, accounts::name))
        .load(conn)?;
    let given: Vec<(String, String)> = account_roles::table
        .filter(account_roles::account_id.eq_any(&ids))
        .select((account_roles::account_id, account_roles::role))
        .load(conn)?;
    let mut known: HashMap<String, Author> = HashMap::new();
    for (id, name) in names {
        let roles = given.iter().filter(|(account, _)| *account == id);
        let roles: Roles = roles.filter_map(|(_, role)| Role::parse(role)).collect();
        let author = Author {
            name,
            label_key: None,
            role_keys: roles.iter().map(Role::label_key).collect(),
        };
        known.insert(format!("account:{id}"), author);
    }
    for actor in actors {
        known
            .entry(actor.clone())
            .or_insert_with(|| Author::without_account(actor));
    }
    Ok(known)
}
