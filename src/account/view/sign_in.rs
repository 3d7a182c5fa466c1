//! Signing in.

use serde::Serialize;

use crate::base::page::{FieldMessage, View};

/// `templates/account/sign-in.html`: address and password.
#[derive(Clone, Debug, Serialize)]
pub struct SignInPage {
    /// The address that was typed.
    pub email: String,
    /// Where to go on.
    pub next: String,
    /// What to do about the fields.
    pub errors: Vec<FieldMessage>,
    /// Whether somebody came from a page of the desk, not from the foot of a page for everyone.
    pub is_turned_away: bool,
}

impl View for SignInPage {
    const TEMPLATE: &'static str = "account/sign-in.html";
    const PRIVATE: bool = true;

    fn samples() -> Vec<Self> {
        let bare = Self {
            email: String::new(),
            next: "/desk".into(),
            errors: Vec::new(),
            is_turned_away: false,
        };
        vec![
            Self {
                next: "/desk/strategies".into(),
                is_turned_away: true,
                ..bare.clone()
            },
            Self {
                email: "kim@lindenau.example".into(),
                errors: vec![FieldMessage {
                    field_id: "email".into(),
                    message: "Adresse oder Passwort stimmt nicht.".into(),
                }],
                ..bare.clone()
            },
            bare,
        ]
    }
}
