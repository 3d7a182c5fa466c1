//! What is typed about a person: name, address, roles, a new password.

use serde::Deserialize;

use crate::account::model::password::{self, MAX_CHARS, MIN_CHARS, Weak};
use crate::account::{Role, Roles};
use crate::base::form::{FieldError, tidy};
use crate::base::mail::Address;

/// Longest name.
pub const NAME_CHARS: usize = 100;

/// A name and a new password, for whoever takes up an invitation; the address only for the first admin.
#[derive(Clone, Default, Deserialize)]
pub struct AcceptForm {
    /// Her name.
    #[serde(default)]
    pub name: String,
    /// Her address.
    #[serde(default)]
    pub email: String,
    /// The new password.
    #[serde(default)]
    pub password: String,
    /// The same once more.
    #[serde(default)]
    pub password_again: String,
}

/// A new password.
#[derive(Clone, Default, Deserialize)]
pub struct PasswordForm {
    /// The one she has.
    #[serde(default)]
    pub password_now: String,
    /// The new one.
    #[serde(default)]
    pub password: String,
    /// The same once more.
    #[serde(default)]
    pub password_again: String,
}

/// A name.
#[derive(Clone, Default, Deserialize)]
pub struct NameForm {
    /// As it was typed.
    #[serde(default)]
    pub name: String,
}

/// Somebody is invited.
#[derive(Clone, Default, Deserialize)]
pub struct InviteForm {
    /// Her name.
    #[serde(default)]
    pub name: String,
    /// Her address.
    #[serde(default)]
    pub email: String,
    /// What she will be.
    #[serde(default)]
    pub roles: Vec<String>,
    /// `mail` or `print`.
    #[serde(default)]
    pub by: String,
}

/// The roles of somebody, or the way a link goes.
#[derive(Clone, Default, Deserialize)]
pub struct PersonForm {
    /// Names of roles.
    #[serde(default)]
    pub roles: Vec<String>,
    /// `mail` or `print`.
    #[serde(default)]
    pub by: String,
}

/// Whether an account may go over to the provider.
#[derive(Clone, Default, Deserialize)]
pub struct ConnectForm {
    /// `yes` allows it; anything else takes it back.
    #[serde(default)]
    pub connect: String,
}

/// A name as it is kept, or what is wrong with it.
pub fn name(typed: &str, errors: &mut Vec<FieldError>) -> String {
    let name = tidy(typed).replace(['\n', '\t'], " ");
    match name.chars().count() {
        0 => errors.push(FieldError::new("name", "error-name-missing")),
        n if n > NAME_CHARS => errors.push(
            FieldError::new("name", "error-name-long")
                .with("max", NAME_CHARS)
                .with("n", n),
        ),
        _ => {}
    }
    name
}

/// An address as it is kept, or what is wrong with it.
pub fn address(typed: &str, errors: &mut Vec<FieldError>) -> String {
    let Some(address) = Address::parse(typed) else {
        errors.push(FieldError::new("email", "error-email-odd"));
        return String::new();
    };
    address.as_str().to_lowercase()
}

/// The roles that were ticked; at least one.
pub fn roles(ticked: &[String], errors: &mut Vec<FieldError>) -> Roles {
    let roles: Roles = ticked.iter().filter_map(|name| Role::parse(name)).collect();
    if roles.is_empty() {
        errors.push(FieldError::new("roles", "error-roles-missing"));
    }
    roles
}

/// Whether a new password may be chosen. `about`: what everybody knows of its owner.
pub fn new_password(typed: &str, again: &str, about: &[&str], errors: &mut Vec<FieldError>) {
    match password::judge(typed, about) {
        Ok(()) if typed == again => {}
        Ok(()) => errors.push(FieldError::new("password_again", "error-password-again")),
        Err(Weak::Short) => errors.push(
            FieldError::new("password", "error-password-short")
                .with("min", MIN_CHARS)
                .with("n", typed.chars().count()),
        ),
        Err(Weak::Long) => {
            errors.push(FieldError::new("password", "error-password-long").with("max", MAX_CHARS));
        }
        Err(Weak::Guessable) => {
            errors.push(FieldError::new("password", "error-password-guessable"));
        }
    }
}
