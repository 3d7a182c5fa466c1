//! One's own account.

use serde::Serialize;

use super::sign_in::{Rules, Setup};
use crate::account::Role;
use crate::base::page::{FieldMessage, View};

/// A role in words.
#[derive(Clone, Copy, Debug, Serialize)]
pub struct RoleWords {
    /// The text that names it.
    pub label_key: &'static str,
    /// The text that says what it may do.
    pub about_key: &'static str,
}

impl From<Role> for RoleWords {
    fn from(role: Role) -> Self {
        Self {
            label_key: role.label_key(),
            about_key: role.about_key(),
        }
    }
}

/// One session.
#[derive(Clone, Debug, Serialize)]
pub struct OwnSession {
    /// When it began, in words.
    pub began: String,
    /// When it was used last, in words.
    pub seen: String,
    /// Whether it is the one in which the page is looked at.
    pub is_this: bool,
}

/// `templates/account/desk-account.html`: one's own account.
#[derive(Clone, Debug, Serialize)]
pub struct AccountPage {
    /// Her name, as typed.
    pub name: String,
    /// Most characters of a name.
    pub name_limit: usize,
    /// Her address.
    pub email: String,
    /// What she is.
    pub roles: Vec<RoleWords>,
    /// Whether she has a password here.
    pub has_password: bool,
    /// Whether she has a second factor.
    pub has_factor: bool,
    /// How many codes on paper are left.
    pub codes_left: i64,
    /// Where she is signed in.
    pub sessions: Vec<OwnSession>,
    /// What to do about the name.
    pub errors: Vec<FieldMessage>,
}

impl View for AccountPage {
    const TEMPLATE: &'static str = "account/desk-account.html";
    const PRIVATE: bool = true;
    const DESK: bool = true;

    fn samples() -> Vec<Self> {
        let session = |is_this| OwnSession {
            began: "17. Juli 2026, 9:00 Uhr".into(),
            seen: "17. Juli 2026, 9:30 Uhr".into(),
            is_this,
        };
        let full = Self {
            name: "Kim Beispiel".into(),
            name_limit: 100,
            email: "kim@lindenau.example".into(),
            roles: vec![Role::Editor.into(), Role::Admin.into()],
            has_password: true,
            has_factor: true,
            codes_left: 2,
            sessions: vec![session(true), session(false)],
            errors: Vec::new(),
        };
        vec![
            Self {
                name: String::new(),
                has_factor: false,
                codes_left: 0,
                errors: vec![FieldMessage {
                    field_id: "name".into(),
                    message: "Geben Sie bitte einen Namen ein.".into(),
                }],
                ..full.clone()
            },
            Self {
                has_password: false,
                has_factor: false,
                codes_left: 0,
                sessions: vec![session(true)],
                ..full.clone()
            },
            full,
        ]
    }
}

/// `templates/account/desk-password.html`: a new password.
#[derive(Clone, Debug, Serialize)]
pub struct PasswordPage {
    /// Her address, for the browser's memory of passwords.
    pub email: String,
    /// What is asked of a password.
    pub rules: Rules,
    /// What to do about the fields.
    pub errors: Vec<FieldMessage>,
}

impl View for PasswordPage {
    const TEMPLATE: &'static str = "account/desk-password.html";
    const PRIVATE: bool = true;
    const DESK: bool = true;

    fn samples() -> Vec<Self> {
        let page = |errors| Self {
            email: "kim@lindenau.example".into(),
            rules: Rules::of_passwords(),
            errors,
        };
        vec![
            page(Vec::new()),
            page(vec![FieldMessage {
                field_id: "password_now".into(),
                message: "Das Passwort stimmt nicht.".into(),
            }]),
        ]
    }
}

/// `templates/account/desk-factor.html`: a new second factor.
#[derive(Clone, Debug, Serialize)]
pub struct FactorPage {
    /// What the app needs.
    pub setup: Setup,
    /// Whether there is one already, which the new one takes the place of.
    pub has_factor: bool,
    /// What to do about the fields.
    pub errors: Vec<FieldMessage>,
}

impl View for FactorPage {
    const TEMPLATE: &'static str = "account/desk-factor.html";
    const PRIVATE: bool = true;
    const DESK: bool = true;

    fn samples() -> Vec<Self> {
        let page = |has_factor, errors| Self {
            setup: Setup::sample(),
            has_factor,
            errors,
        };
        vec![
            page(false, Vec::new()),
            page(
                true,
                vec![FieldMessage {
                    field_id: "code".into(),
                    message: "Der Code stimmt nicht.".into(),
                }],
            ),
        ]
    }
}

/// `templates/account/desk-recovery.html`: asks for the password before new codes on paper are made.
#[derive(Clone, Debug, Serialize)]
pub struct RecoveryPage {
    /// How many are left.
    pub codes_left: i64,
    /// What to do about the field.
    pub errors: Vec<FieldMessage>,
}

impl View for RecoveryPage {
    const TEMPLATE: &'static str = "account/desk-recovery.html";
    const PRIVATE: bool = true;
    const DESK: bool = true;

    fn samples() -> Vec<Self> {
        let page = |codes_left, errors| Self { codes_left, errors };
        vec![
            page(10, Vec::new()),
            page(
                0,
                vec![FieldMessage {
                    field_id: "password".into(),
                    message: "Das Passwort stimmt nicht.".into(),
                }],
            ),
        ]
    }
}

/// `templates/account/desk-codes.html`: new codes on paper, once.
#[derive(Clone, Debug, Serialize)]
pub struct DeskCodesPage {
    /// The codes.
    pub codes: Vec<String>,
}

impl View for DeskCodesPage {
    const TEMPLATE: &'static str = "account/desk-codes.html";
    const PRIVATE: bool = true;
    const DESK: bool = true;

    fn samples() -> Vec<Self> {
        vec![Self {
            codes: vec!["ab1cd-ef2gh".into(); 10],
        }]
    }
}
