//! From the last look to the receipt, and asking for more time.

use serde::Serialize;

use super::{AddressRow, RequestWords, RightsWords, VersionRow};
use crate::base::page::{FieldMessage, View};
use crate::statement::form::AskForm;
use crate::statement::view::{ContentWords, SeatWords, sample};

/// `templates/statement/review.html`: everything before it is handed in, and what one agrees to.
#[derive(Clone, Serialize)]
pub struct StatementReviewPage {
    /// Whose, on what, until when.
    pub seat: SeatWords,
    /// Everything.
    pub content: ContentWords,
    /// Whether it replaces a version that counts.
    pub is_replacement: bool,
    /// Whether it may be shown to everyone.
    pub may_publish: bool,
    /// Whether it names no third persons.
    pub names_nobody: bool,
    /// What may be done.
    pub may: RightsWords,
    /// What is missing.
    pub errors: Vec<FieldMessage>,
}

impl View for StatementReviewPage {
    const TEMPLATE: &'static str = "statement/review.html";
    const PRIVATE: bool = true;

    fn samples() -> Vec<Self> {
        let page = |seat, content, is_replacement, may: RightsWords, errors| Self {
            seat,
            content,
            is_replacement,
            may_publish: is_replacement,
            names_nobody: is_replacement,
            may,
            errors,
        };
        let release_only = RightsWords {
            hand_in: false,
            ..sample::rights(true)
        };
        let content = sample::content();
        vec![
            page(
                sample::person("open"),
                content.clone(),
                false,
                sample::rights(true),
                Vec::new(),
            ),
            page(
                sample::member("late", false),
                content.clone(),
                true,
                sample::rights(true),
                Vec::new(),
            ),
            page(
                sample::member("open", true),
                content,
                false,
                release_only,
                Vec::new(),
            ),
            page(
                sample::person("open"),
                ContentWords::default(),
                false,
                sample::rights(true),
                sample::errors(&["content"]),
            ),
        ]
    }
}

/// `templates/statement/receipt.html`: what was handed in, with its full text.
#[derive(Clone, Serialize)]
pub struct StatementReceiptPage {
    /// Whose, on what, until when.
    pub seat: SeatWords,
    /// The number.
    pub number: i32,
    /// The version that counts.
    pub version: VersionRow,
    /// When it came, to the minute, in the visitor's words.
    pub at: String,
    /// Everything.
    pub content: ContentWords,
    /// Whether it may be shown to everyone.
    pub may_publish: bool,
    /// Whether everyone reads it.
    pub is_public: bool,
    /// The text key of where it stands, and the kind of its badge.
    pub standing: (&'static str, &'static str),
    /// Why it is admitted, or not.
    pub reason: Option<String>,
    /// The versions before it, the newest first.
    pub replaced: Vec<VersionRow>,
    /// The addresses of those who signed, and how far each is.
    pub addresses: Vec<AddressRow>,
    /// What may be done.
    pub may: RightsWords,
}

impl View for StatementReceiptPage {
    const TEMPLATE: &'static str = "statement/receipt.html";
    const PRIVATE: bool = true;

    fn samples() -> Vec<Self> {
        let bare = Self {
            seat: sample::person("open"),
            number: 7,
            version: sample::version(None),
            at: "8. Juni 2026, 14:05".into(),
            content: sample::content(),
            may_publish: true,
            is_public: false,
            standing: ("statement-standing-handed-in", "success"),
            reason: None,
            replaced: vec![sample::version(None)],
            addresses: sample::addresses(),
            may: sample::rights(true),
        };
        let nil = VersionRow {
            is_nil: true,
            ..sample::version(None)
        };
        vec![
            Self {
                seat: sample::member("late", true),
                version: sample::version(Some(6)),
                may_publish: false,
                standing: ("statement-standing-late-admitted", "success"),
                reason: Some("Die Post war verspätet.".into()),
                replaced: Vec::new(),
                may: sample::rights(false),
                ..bare.clone()
            },
            Self {
                seat: sample::member("open", false),
                version: nil,
                content: ContentWords::default(),
                replaced: Vec::new(),
                addresses: Vec::new(),
                ..bare.clone()
            },
            Self {
                is_public: true,
                ..bare.clone()
            },
            bare,
        ]
    }
}

/// `templates/statement/extension.html`: an organisation asks for a longer deadline.
#[derive(Clone, Serialize)]
pub struct ExtensionPage {
    /// Whose, on what, until when.
    pub seat: SeatWords,
    /// What was typed.
    pub form: AskForm,
    /// Most characters of the reason.
    pub limit: usize,
    /// What it asked for before, the newest first.
    pub requests: Vec<RequestWords>,
    /// Whether it may ask.
    pub may_ask: bool,
    /// What to do about the fields.
    pub errors: Vec<FieldMessage>,
}

impl View for ExtensionPage {
    const TEMPLATE: &'static str = "statement/extension.html";
    const PRIVATE: bool = true;

    fn samples() -> Vec<Self> {
        let page = |requests, may_ask, errors| Self {
            seat: sample::member("open", false),
            form: AskForm::default(),
            limit: 1000,
            requests,
            may_ask,
            errors,
        };
        let all = ["waiting", "granted", "declined"].map(sample::request);
        vec![
            page(Vec::new(), true, Vec::new()),
            page(
                all.to_vec(),
                true,
                sample::errors(&["wished_for", "reason"]),
            ),
            page(all.to_vec(), false, Vec::new()),
        ]
    }
}

/// `templates/statement/ask.html`: asks before something is thrown away or taken back.
#[derive(Clone, Serialize)]
pub struct AskPage {
    /// Whose, on what, until when.
    pub seat: SeatWords,
    /// `discard` or `withdraw`.
    pub act: &'static str,
}

impl View for AskPage {
    const TEMPLATE: &'static str = "statement/ask.html";
    const PRIVATE: bool = true;

    fn samples() -> Vec<Self> {
        let page = |seat, act| Self { seat, act };
        vec![
            page(sample::person("open"), "discard"),
            page(sample::member("open", false), "withdraw"),
        ]
    }
}
