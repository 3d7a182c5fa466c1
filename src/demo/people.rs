//! The people who work in the fictitious town: one for each role, so that every page of the desk can be looked at.

use super::stage::Stage;
use crate::account::model::password;
use crate::account::store::accounts;
use crate::account::{ManageAccounts, Role};
use crate::base::id;

/// Name, address before the @, and role.
const PEOPLE: [(&str, &str, Role); 5] = [
    ("Kim Redaktion", "redaktion", Role::Editor),
    ("Robin Auswertung", "auswertung", Role::Evaluator),
    ("Alex Freigabe", "freigabe", Role::Moderator),
    ("Sascha Gemeinderat", "gemeinderat", Role::Councillor),
    ("Toni Technik", "verwaltung", Role::Admin),
];

/// With what somebody of the fictitious town can sign in. The password is nowhere else.
#[derive(Clone, Debug)]
pub struct Access {
    /// What she is.
    pub role: Role,
    /// Her address.
    pub email: String,
    /// Her password.
    pub password: String,
}

/// Makes the accounts. Without a password that was given, each gets a random one.
pub fn settle(stage: &Stage, given: Option<&str>) -> anyhow::Result<Vec<Access>> {
    let mut people = Vec::new();
    for (name, who, role) in PEOPLE {
        let access = Access {
            role,
            email: format!("{who}@lindenau.example"),
            password: given.map_or_else(random_password, str::to_owned),
        };
        let (email, hash) = (access.email.clone(), password::hash(&access.password)?);
        stage
            .may::<ManageAccounts>(stage.today(-20))?
            .write_here(move |tx| {
                let roles = [role].into_iter().collect();
                let account = accounts::create(tx, &email, name, &roles)?;
                accounts::set_password(tx, &account, &hash)
            })?;
        people.push(access);
    }
    Ok(people)
}

/// 80 random bits in four groups, easy to type.
fn random_password() -> String {
    let letters = id::base32(&id::random::<10>());
    let groups: Vec<_> = letters
        .as_bytes()
        .chunks(4)
        .map(String::from_utf8_lossy)
        .collect();
    groups.join("-")
}
