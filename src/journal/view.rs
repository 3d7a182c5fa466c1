//! The page of the journal.

use chrono::NaiveDate;
use serde::Serialize;

use crate::account::store::names::Author;
use crate::base::page::{FieldMessage, Listing, View};

/// `templates/journal/desk-journal.html`: who, when, what, to what and why; the newest first.
#[derive(Clone, Debug, Serialize)]
pub struct JournalPage {
    /// What is searched for and filtered.
    pub listing: Listing,
    /// Whoever may have acted.
    pub people: Vec<Item>,
    /// The acts to choose from.
    pub acts: Vec<Item>,
    /// The rows of this page.
    pub rows: Vec<Line>,
    /// The page with older rows.
    pub older_url: Option<String>,
    /// The first page, when this is another one.
    pub newest_url: Option<String>,
    /// What the form for the file sends to: this address with its filters.
    pub export_url: String,
    /// What has to be corrected in the filters.
    pub errors: Vec<FieldMessage>,
}

/// Something to filter by.
#[derive(Clone, Debug, Serialize)]
pub struct Item {
    /// What the address says.
    pub value: String,
    /// What people read.
    pub label: String,
}

/// One row.
#[derive(Clone, Debug, Serialize)]
pub struct Line {
    /// The local day.
    pub day: NaiveDate,
    /// The local time, e.g. "14:05".
    pub time: String,
    /// Who.
    pub who: Author,
    /// What, in words; an act without words is named as it is.
    pub act: String,
    /// To what.
    pub subject: String,
    /// Its page.
    pub url: Option<String>,
    /// Why and how: names and values.
    pub details: Vec<(String, String)>,
}

impl View for JournalPage {
    const TEMPLATE: &'static str = "journal/desk-journal.html";
    const PRIVATE: bool = true;
    const DESK: bool = true;
    const ALIKE: bool = true;

    fn samples() -> Vec<Self> {
        let line = |name: &str, label_key, url: Option<&str>| Line {
            day: NaiveDate::default(),
            time: "14:05".into(),
            who: Author {
                name: name.into(),
                label_key,
                role_keys: vec!["role-admin", "role-editor"],
            },
            act: "Frist geändert".into(),
            subject: "Beteiligung ziele".into(),
            url: url.map(str::to_owned),
            details: vec![
                ("Grund".into(), "Viele waren im Urlaub.".into()),
                (String::new(), "12".into()),
            ],
        };
        let item = Item {
            value: "account:k7mq".into(),
            label: "Kim Beispiel".into(),
        };
        let full = Self {
            listing: Listing::sample(2, &["-id"]),
            people: vec![item.clone()],
            acts: vec![item],
            rows: vec![
                line("Kim Beispiel", None, Some("/consultations/ziele")),
                line("", Some("author-console"), None),
            ],
            older_url: Some("/desk/journal?before=k7mq".into()),
            newest_url: Some("/desk/journal".into()),
            export_url: "/desk/journal?act=x".into(),
            errors: Vec::new(),
        };
        let empty = Self {
            rows: Vec::new(),
            older_url: None,
            newest_url: None,
            errors: vec![FieldMessage {
                field_id: "from".into(),
                message: "Geben Sie einen Tag an.".into(),
            }],
            ..full.clone()
        };
        vec![full, empty]
    }
}
