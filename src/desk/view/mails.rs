//! Mails that did not leave, as data.

use serde::Serialize;

use crate::base::page::{Listing, View};

/// `templates/desk/mails.html`: mails that did not leave, why, and what can be done.
#[derive(Clone, Debug, Serialize)]
pub struct MailsPage {
    /// Search, filters, pages.
    pub listing: Listing,
    /// The mails on this page.
    pub mails: Vec<MailRow>,
    /// How many of all can go out once more.
    pub repeatable: usize,
}

/// One mail.
#[derive(Clone, Debug, Serialize)]
pub struct MailRow {
    /// Its name in forms.
    pub id: String,
    /// Its number on this page, from 1.
    pub number: usize,
    /// The text that names its kind.
    pub kind_key: &'static str,
    /// Whom it should reach.
    pub recipient: String,
    /// When it was written, in words.
    pub written: String,
    /// How often it was tried.
    pub attempts: i32,
    /// When it is tried next, in words; nothing when it was given up.
    pub next: Option<String>,
    /// What the mail server said.
    pub why: String,
    /// Whether it can go out once more.
    pub can_repeat: bool,
    /// Where a new link can be made, when one stands in it.
    pub account_url: Option<String>,
    /// Where it is removed.
    pub removal_url: String,
}

impl View for MailsPage {
    const TEMPLATE: &'static str = "desk/mails.html";
    const PRIVATE: bool = true;
    const DESK: bool = true;

    fn samples() -> Vec<Self> {
        let row = |number, can_repeat, next: Option<&str>| MailRow {
            id: format!("01j{number}"),
            number,
            kind_key: "desk-mails-invitation",
            recipient: "kim@lindenau.example".into(),
            written: "17. Juli 2026, 12:05 Uhr".into(),
            attempts: 6,
            next: next.map(str::to_owned),
            why: "connection refused".into(),
            can_repeat,
            account_url: Some("/desk/accounts?q=kim".into()),
            removal_url: "/desk/mails/01j/removal".into(),
        };
        vec![
            Self {
                listing: Listing::sample(0, &["-day"]),
                mails: Vec::new(),
                repeatable: 0,
            },
            Self {
                listing: Listing::sample(3, &["-day"]),
                mails: vec![
                    row(1, true, None),
                    MailRow {
                        why: String::new(),
                        ..row(2, false, None)
                    },
                    MailRow {
                        account_url: None,
                        ..row(3, false, Some("17. Juli 2026, 14:05 Uhr"))
                    },
                ],
                repeatable: 2,
            },
        ]
    }
}
