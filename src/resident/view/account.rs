//! The pages of an account.

use chrono::NaiveDate;
use serde::Serialize;

use super::StatementState;
use crate::base::mail::ADDRESS_CHARS;
use crate::base::page::{FieldMessage, View};
use crate::consultation::view::sample::day;

/// `templates/resident/my.html`: everything under the codes of an account, and the mails about consultations.
#[derive(Clone, Debug, Serialize)]
pub struct MyPage {
    /// Where mails go.
    pub address: String,
    /// Codes by consultation, running ones first.
    pub groups: Vec<Group>,
    /// Codes that open nothing any more.
    pub lost: Vec<LostCode>,
    /// Mails by consultation.
    pub notices: Vec<NoticeRow>,
    /// A code as it was typed.
    pub typed: String,
    /// Most codes in an account.
    pub most: usize,
    /// What to do about the code.
    pub errors: Vec<FieldMessage>,
}

impl MyPage {
    /// The same with what was typed and what to do about it.
    #[must_use]
    pub fn with(self, typed: String, errors: Vec<FieldMessage>) -> Self {
        Self {
            typed,
            errors,
            ..self
        }
    }
}

/// A consultation with the codes that belong to it.
#[derive(Clone, Debug, Serialize)]
pub struct Group {
    /// Its name in addresses.
    pub slug: String,
    /// Its title.
    pub title: String,
    /// The language of the title, when it is not the town's.
    pub lang: Option<&'static str>,
    /// Whether everyone can open its page.
    pub is_public: bool,
    /// `open`, `later` or `over`.
    pub state: &'static str,
    /// Its last day.
    pub until: Option<NaiveDate>,
    /// The codes.
    pub codes: Vec<CodeRow>,
}

/// What was given under a code.
#[derive(Clone, Debug, Serialize)]
pub struct CodeRow {
    /// Its name in addresses; not the code.
    pub id: String,
    /// Where everything under it is.
    pub url: String,
    /// Its first letters, by which it is told from others.
    pub begin: String,
    /// The day answers were sent.
    pub submitted_on: Option<NaiveDate>,
    /// The day they were withdrawn.
    pub withdrawn_on: Option<NaiveDate>,
    /// Whether something was typed.
    pub is_begun: bool,
    /// How many comments.
    pub comments: usize,
    /// How many of them wait to be read by the administration.
    pub waiting: usize,
    /// How many comments of others she sees the same way.
    pub agreed: i64,
    /// The statement.
    pub statement: Option<StatementState>,
}

/// A code that opens nothing any more.
#[derive(Clone, Debug, Serialize)]
pub struct LostCode {
    /// Its name in addresses.
    pub id: String,
    /// Its first letters; empty when it cannot be read.
    pub begin: String,
    /// The day it was put into the account.
    pub kept_on: NaiveDate,
}

/// Mails about a consultation.
#[derive(Clone, Debug, Serialize)]
pub struct NoticeRow {
    /// The consultation's name in addresses.
    pub slug: String,
    /// Its title.
    pub title: String,
    /// The language of the title, when it is not the town's.
    pub lang: Option<&'static str>,
    /// `off`, `waiting` to be confirmed, `at_once` or `weekly`.
    pub state: &'static str,
    /// Where pace and language are changed.
    pub settings_url: Option<String>,
}

impl View for MyPage {
    const TEMPLATE: &'static str = "resident/my.html";
    const PRIVATE: bool = true;

    fn samples() -> Vec<Self> {
        let code = CodeRow {
            id: "01jx".into(),
            url: "/p/k7mq4t2x9hrdw3pa6n5ejv8bc2/contributions".into(),
            begin: "K7MQ".into(),
            submitted_on: Some(day(2)),
            withdrawn_on: None,
            is_begun: true,
            comments: 2,
            waiting: 1,
            agreed: 2,
            statement: Some(StatementState::sample(Some(7))),
        };
        let withdrawn = CodeRow {
            submitted_on: None,
            withdrawn_on: Some(day(3)),
            comments: 0,
            waiting: 0,
            agreed: 0,
            statement: Some(StatementState::sample(None)),
            ..code.clone()
        };
        let bare = CodeRow {
            withdrawn_on: None,
            is_begun: false,
            statement: None,
            ..withdrawn.clone()
        };
        let begun = CodeRow {
            is_begun: true,
            ..bare.clone()
        };
        let group = |state, codes| Group {
            slug: format!("ziele-{state}"),
            title: "Ziele für die Stadt".into(),
            lang: None,
            is_public: state != "later",
            state,
            until: Some(day(17)),
            codes,
        };
        let notice = |state, settings: Option<&str>| NoticeRow {
            slug: "ziele".into(),
            title: "Ziele für die Stadt".into(),
            lang: Some("en"),
            state,
            settings_url: settings.map(Into::into),
        };
        let empty = Self {
            address: "anna@beispiel.example".into(),
            groups: Vec::new(),
            lost: Vec::new(),
            notices: Vec::new(),
            typed: String::new(),
            most: 100,
            errors: Vec::new(),
        };
        let lost = |begin: &str| LostCode {
            id: "01jy".into(),
            begin: begin.into(),
            kept_on: day(1),
        };
        let full = Self {
            groups: vec![
                group("open", vec![code, bare]),
                group("later", vec![begun]),
                group("over", vec![withdrawn]),
            ],
            lost: vec![lost("9HRD"), lost("")],
            notices: vec![
                notice("off", None),
                notice("waiting", None),
                notice("at_once", Some("/subscriptions/01jx")),
                notice("weekly", Some("/subscriptions/01jx")),
            ],
            ..empty.clone()
        };
        let error = FieldMessage {
            field_id: "code".into(),
            message: "Diesen Code gibt es nicht.".into(),
        };
        let faulty = full.clone().with("K7MQ".into(), vec![error]);
        vec![empty, full, faulty]
    }
}

/// `templates/resident/settings.html`: language and address, data, the end.
#[derive(Clone, Debug, Serialize)]
pub struct MySettingsPage {
    /// Where mails go.
    pub address: String,
    /// Their language.
    pub language: &'static str,
    /// A new address as it was typed.
    pub email: String,
    /// What to do about the fields.
    pub errors: Vec<FieldMessage>,
    /// Whether a mail is on its way to a new address.
    pub is_sent: bool,
    /// Most characters of an address.
    pub limit: usize,
}

impl MySettingsPage {
    /// The page of an account without anything typed.
    pub fn new(address: String, language: &'static str) -> Self {
        Self {
            address,
            language,
            email: String::new(),
            errors: Vec::new(),
            is_sent: false,
            limit: ADDRESS_CHARS,
        }
    }
}

impl View for MySettingsPage {
    const TEMPLATE: &'static str = "resident/settings.html";
    const PRIVATE: bool = true;

    fn samples() -> Vec<Self> {
        let plain = Self::new("anna@beispiel.example".into(), "de");
        let error = |field: &str| FieldMessage {
            field_id: field.into(),
            message: "Prüfen Sie bitte die E-Mail-Adresse.".into(),
        };
        vec![
            Self {
                email: "anna@".into(),
                errors: vec![error("email"), error("language")],
                ..plain.clone()
            },
            Self {
                is_sent: true,
                language: "en",
                ..plain.clone()
            },
            plain,
        ]
    }
}

/// `templates/resident/remove.html`: asks before a code is taken out of the account.
#[derive(Clone, Debug, Serialize)]
pub struct RemoveCodePage {
    /// The code, to be written down; none when it cannot be read.
    pub code: Option<String>,
    /// The day it was put there.
    pub kept_on: NaiveDate,
}

impl View for RemoveCodePage {
    const TEMPLATE: &'static str = "resident/remove.html";
    const PRIVATE: bool = true;

    fn samples() -> Vec<Self> {
        let code = Some("K7MQ 4T2X 9HRD W3PA 6N5E JV8B C2".to_owned());
        let kept_on = day(1);
        vec![
            Self { code, kept_on },
            Self {
                code: None,
                kept_on,
            },
        ]
    }
}

/// `templates/resident/erasure.html`: what goes with an account and what stays.
#[derive(Clone, Debug, Serialize)]
pub struct ErasurePage {
    /// Its address.
    pub address: String,
    /// The codes in it, to be written down.
    pub codes: Vec<String>,
    /// About how many consultations it gets mails.
    pub mails: usize,
    /// What to do about the box.
    pub errors: Vec<FieldMessage>,
}

impl View for ErasurePage {
    const TEMPLATE: &'static str = "resident/erasure.html";
    const PRIVATE: bool = true;

    fn samples() -> Vec<Self> {
        let empty = Self {
            address: "anna@beispiel.example".into(),
            codes: Vec::new(),
            mails: 0,
            errors: Vec::new(),
        };
        let error = FieldMessage {
            field_id: "sure".into(),
            message: "Setzen Sie bitte den Haken.".into(),
        };
        vec![
            Self {
                codes: vec!["K7MQ 4T2X 9HRD W3PA 6N5E JV8B C2".into()],
                mails: 2,
                errors: vec![error],
                ..empty.clone()
            },
            empty,
        ]
    }
}
