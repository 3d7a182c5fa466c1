//! Signing in.

use serde::Deserialize;

use crate::base::form::{FieldError, tidy};
use crate::base::mail::ADDRESS_CHARS;

/// Address and password, and where to go on.
#[derive(Clone, Default, Deserialize)]
pub struct SignInForm {
    #[serde(default)]
    email: String,
    /// The password, as it was typed.
    #[serde(default)]
    pub password: String,
    /// Where to go on.
    #[serde(default)]
    pub next: String,
    /// What was typed before, sealed.
    #[serde(default)]
    pub kept: String,
}

impl SignInForm {
    /// The address as it is looked up: addresses are kept in small letters.
    pub fn email(&self) -> String {
        looked_up(&self.email)
    }

    /// What is missing.
    pub fn errors(&self) -> Vec<FieldError> {
        let fields = [
            ("email", self.email.trim().is_empty(), "error-email-missing"),
            (
                "password",
                self.password.is_empty(),
                "error-password-missing",
            ),
        ];
        let missing = fields.into_iter().filter(|(_, is_missing, _)| *is_missing);
        missing
            .map(|(field, _, key)| FieldError::new(field, key))
            .collect()
    }
}

/// An address as it is looked up.
fn looked_up(email: &str) -> String {
    let email = tidy(email).to_lowercase();
    email.chars().take(ADDRESS_CHARS).collect()
}

/// A code of the second factor, and where to go on.
#[derive(Clone, Default, Deserialize)]
pub struct CodeForm {
    /// Six digits, or a code on paper.
    #[serde(default)]
    pub code: String,
    /// The seed that is being set up.
    #[serde(default)]
    pub seed: String,
    /// The password, where it is asked for again.
    #[serde(default)]
    pub password: String,
    /// Where to go on.
    #[serde(default)]
    pub next: String,
    /// What was typed before, sealed.
    #[serde(default)]
    pub kept: String,
}

/// Somebody has forgotten her password.
#[derive(Clone, Default, Deserialize)]
pub struct ForgottenForm {
    #[serde(default)]
    email: String,
}

impl ForgottenForm {
    /// The address as it is looked up.
    pub fn email(&self) -> String {
        looked_up(&self.email)
    }
}
