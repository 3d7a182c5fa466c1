//! Coming in, and confirming an address.

use serde::Serialize;

use crate::base::mail::ADDRESS_CHARS;
use crate::base::page::{FieldMessage, View};

/// `templates/resident/sign-in.html`: asks for an address, or says that a mail is on its way.
#[derive(Clone, Debug, Serialize)]
pub struct ResidentSignInPage {
    /// What was typed.
    pub email: String,
    /// What to do about it.
    pub errors: Vec<FieldMessage>,
    /// Whether the form was sent: the same for every address.
    pub is_sent: bool,
    /// Whether a session was over when something was sent.
    pub is_over: bool,
    /// What was in that form, to be taken along.
    pub typed: Vec<String>,
    /// Most characters of an address.
    pub limit: usize,
}

impl Default for ResidentSignInPage {
    fn default() -> Self {
        Self {
            email: String::new(),
            errors: Vec::new(),
            is_sent: false,
            is_over: false,
            typed: Vec::new(),
            limit: ADDRESS_CHARS,
        }
    }
}

impl View for ResidentSignInPage {
    const TEMPLATE: &'static str = "resident/sign-in.html";
    const PRIVATE: bool = true;

    fn samples() -> Vec<Self> {
        let error = FieldMessage {
            field_id: "email".into(),
            message: "Prüfen Sie bitte die E-Mail-Adresse.".into(),
        };
        vec![
            Self::default(),
            Self {
                email: "anna@".into(),
                errors: vec![error],
                ..Self::default()
            },
            Self {
                is_sent: true,
                ..Self::default()
            },
            Self {
                is_over: true,
                typed: vec!["K7MQ 4T2X 9HRD W3PA 6N5E JV8B C2".into()],
                ..Self::default()
            },
        ]
    }
}

/// `templates/resident/enter.html`: a link was opened; a button lets in. Opening it changes nothing.
#[derive(Clone, Debug, Serialize)]
pub struct ResidentEnterPage {
    /// Whose link it is; none when it opens nothing any more.
    pub address: Option<String>,
    /// Whether the button makes the account.
    pub is_new: bool,
    /// How many minutes a link can be used.
    pub minutes: i64,
}

impl View for ResidentEnterPage {
    const TEMPLATE: &'static str = "resident/enter.html";
    const PRIVATE: bool = true;

    fn samples() -> Vec<Self> {
        let page = |address: Option<&str>, is_new| Self {
            address: address.map(Into::into),
            is_new,
            minutes: 30,
        };
        vec![
            page(Some("anna@beispiel.example"), true),
            page(Some("anna@beispiel.example"), false),
            page(None, false),
        ]
    }
}

/// `templates/resident/address.html`: a link to a new address was opened.
#[derive(Clone, Debug, Serialize)]
pub struct NewAddressPage {
    /// `open`, `done`, `taken` or `gone`.
    pub state: &'static str,
    /// The address; empty when the link opens nothing any more.
    pub address: String,
}

impl View for NewAddressPage {
    const TEMPLATE: &'static str = "resident/address.html";
    const PRIVATE: bool = true;

    fn samples() -> Vec<Self> {
        let page = |state| Self {
            state,
            address: "anna@neu.example".into(),
        };
        ["open", "done", "taken", "gone"].map(page).into()
    }
}
