//! Links that work once: an invitation, a new password.

use serde::Serialize;

use super::sign_in::{Rules, fault};
use crate::base::page::{FieldMessage, View};

/// `templates/account/invitation.html`: who one is, and a password.
#[derive(Clone, Debug, Serialize)]
pub struct InvitationPage {
    /// Her name.
    pub name: String,
    /// Most characters of a name.
    pub name_limit: usize,
    /// Her address.
    pub email: String,
    /// Whether she makes the first account of all; then she types her address, too.
    pub is_first_admin: bool,
    /// What is asked of a password.
    pub rules: Rules,
    /// What to do about the fields.
    pub errors: Vec<FieldMessage>,
}

impl View for InvitationPage {
    const TEMPLATE: &'static str = "account/invitation.html";
    const PRIVATE: bool = true;

    fn samples() -> Vec<Self> {
        let bare = Self {
            name: "Kim Beispiel".into(),
            name_limit: 100,
            email: "kim@lindenau.example".into(),
            is_first_admin: false,
            rules: Rules::of_passwords(),
            errors: Vec::new(),
        };
        vec![
            Self {
                is_first_admin: true,
                errors: fault("password", "Zu kurz."),
                ..bare.clone()
            },
            bare,
        ]
    }
}

/// `templates/account/new-password.html`: a new password by a link.
#[derive(Clone, Debug, Serialize)]
pub struct NewPasswordPage {
    /// Whose it is.
    pub email: String,
    /// Whether a code is asked for afterwards as before.
    pub has_factor: bool,
    /// What is asked of a password.
    pub rules: Rules,
    /// What to do about the fields.
    pub errors: Vec<FieldMessage>,
}

impl View for NewPasswordPage {
    const TEMPLATE: &'static str = "account/new-password.html";
    const PRIVATE: bool = true;

    fn samples() -> Vec<Self> {
        let bare = Self {
            email: "kim@lindenau.example".into(),
            has_factor: false,
            rules: Rules::of_passwords(),
            errors: Vec::new(),
        };
        vec![
            Self {
                has_factor: true,
                errors: fault("password_again", "Beide gleich."),
                ..bare.clone()
            },
            bare,
        ]
    }
}

/// `templates/account/forgotten.html`: asks for the address; says the same to everyone.
#[derive(Clone, Debug, Serialize)]
pub struct ForgottenPage {
    /// The address that was typed.
    pub email: String,
    /// Whether it was sent.
    pub is_sent: bool,
    /// What to do about the field.
    pub errors: Vec<FieldMessage>,
}

impl View for ForgottenPage {
    const TEMPLATE: &'static str = "account/forgotten.html";
    const PRIVATE: bool = true;

    fn samples() -> Vec<Self> {
        let page = |email: &str, is_sent, errors| Self {
            email: email.into(),
            is_sent,
            errors,
        };
        vec![
            page("", false, Vec::new()),
            page("kim", false, fault("email", "Keine Adresse.")),
            page("kim@lindenau.example", true, Vec::new()),
        ]
    }
}

/// `templates/account/link-gone.html`: a link that opens nothing (any more).
#[derive(Clone, Debug, Serialize)]
pub struct LinkGonePage {
    /// Whether it was an invitation, for which one asks whoever sent it.
    pub is_invitation: bool,
}

impl View for LinkGonePage {
    const TEMPLATE: &'static str = "account/link-gone.html";
    const PRIVATE: bool = true;

    fn samples() -> Vec<Self> {
        [true, false]
            .map(|is_invitation| Self { is_invitation })
            .into()
    }
}
