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
}

impl SignInForm {
    /// The address as it is looked up: addresses are kept in small letters.
    pub fn email(&self) -> String {
        let email = tidy(&self.email).to_lowercase();
        email.chars().take(ADDRESS_CHARS).collect()
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
