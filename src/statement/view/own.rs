//! The pages of whoever writes a statement.

use chrono::NaiveDate;
use serde::Serialize;

use super::{ContentWords, FileWords, SeatWords, sample};
use crate::base::page::{FieldMessage, View};
use crate::statement::form::{AskForm, PeopleForm};
use crate::statement::model::Rights;

/// What may be done now, by button.
#[derive(Clone, Copy, Debug, Serialize)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "one for each button of the page"
)]
pub struct RightsWords {
    /// Write on the draft.
    pub write: bool,
    /// Pass it on to the signatory.
    pub release: bool,
    /// Give it back to the authors.
    pub give_back: bool,
    /// Hand in.
    pub hand_in: bool,
    /// Nothing to object.
    pub nil: bool,
    /// Begin a replacing version.
    pub replace: bool,
    /// Take everything back.
    pub withdraw: bool,
    /// Throw the draft away.
    pub discard: bool,
    /// Ask for a longer deadline.
    pub ask: bool,
}

impl From<Rights> for RightsWords {
    fn from(rights: Rights) -> Self {
        Self {
            write: rights.write,
            release: rights.release,
            give_back: rights.give_back,
            hand_in: rights.hand_in,
            nil: rights.nil,
            replace: rights.replace,
            withdraw: rights.withdraw,
            discard: rights.discard,
            ask: rights.ask,
        }
    }
}

/// A version that was handed in.
#[derive(Clone, Debug, Serialize)]
pub struct VersionRow {
    /// 1 for the first.
    pub n: i32,
    /// The day it came.
    pub on: NaiveDate,
    /// Nothing to object.
    pub is_nil: bool,
    /// By how many days it is late.
    pub days_late: Option<i64>,
}

/// One place where text can stand.
#[derive(Clone, Debug, Serialize)]
pub struct PartRow {
    /// Its name in addresses: the key of the element, or `whole`.
    pub key: String,
    /// The number people use.
    pub label: String,
    /// What the element is called.
    pub title: String,
    /// How many characters stand there.
    pub chars: usize,
}

/// The places of one field of action.
#[derive(Clone, Debug, Serialize)]
pub struct PartsOfField {
    /// The field itself.
    pub field: PartRow,
    /// What is below it.
    pub rows: Vec<PartRow>,
    /// On how many of all there is text.
    pub written: usize,
}

/// A request for a longer deadline.
#[derive(Clone, Debug, Serialize)]
pub struct RequestWords {
    /// The day it wishes for.
    pub wished_for: NaiveDate,
    /// When it was made.
    pub on: NaiveDate,
    /// `waiting`, `granted`, `declined`.
    pub state: &'static str,
    /// Why it was decided so.
    pub reason: String,
}

/// `templates/statement/home.html`: everything that belongs to a statement, what is missing, what can be done.
#[derive(Clone, Serialize)]
pub struct HomePage {
    /// Whose, on what, until when.
    pub seat: SeatWords,
    /// `none`, `draft`, `released`: the version in work.
    pub draft: &'static str,
    /// When it was last saved, in the visitor's words.
    pub saved: Option<String>,
    /// The version that counts.
    pub current: Option<VersionRow>,
    /// The number of the statement.
    pub number: Option<i32>,
    /// The text key of where it stands, and the kind of its badge.
    pub standing: Option<(&'static str, &'static str)>,
    /// Whether everything was withdrawn.
    pub is_withdrawn: bool,
    /// Characters of the text as a whole.
    pub whole: usize,
    /// The places for text by field of action.
    pub fields: Vec<PartsOfField>,
    /// How many people sign.
    pub submitters: usize,
    /// How many files there are.
    pub files: usize,
    /// The last request for a longer deadline.
    pub request: Option<RequestWords>,
    /// What may be done.
    pub may: RightsWords,
    /// What stood in the way of handing in.
    pub errors: Vec<FieldMessage>,
}

impl View for HomePage {
    const TEMPLATE: &'static str = "statement/home.html";
    const PRIVATE: bool = true;

    fn samples() -> Vec<Self> {
        let empty = Self {
            seat: sample::person("open"),
            draft: "none",
            saved: None,
            current: None,
            number: None,
            standing: None,
            is_withdrawn: false,
            whole: 0,
            fields: sample::fields(),
            submitters: 0,
            files: 0,
            request: None,
            may: sample::rights(true),
            errors: Vec::new(),
        };
        let released = Self {
            seat: sample::member("open", true),
            draft: "released",
            saved: Some("8. Juni, 14:05".into()),
            whole: 300,
            submitters: 1,
            files: 2,
            request: Some(sample::request("granted")),
            ..empty.clone()
        };
        let current = Self {
            seat: sample::member("late", false),
            current: Some(sample::version(Some(6))),
            number: Some(7),
            standing: Some(("statement-standing-late-waiting", "warning")),
            may: sample::rights(false),
            request: Some(sample::request("declined")),
            ..empty.clone()
        };
        let counted = Self {
            seat: sample::person("open"),
            current: Some(sample::version(None)),
            number: Some(7),
            standing: Some(("statement-standing-handed-in", "success")),
            ..empty.clone()
        };
        vec![
            Self {
                draft: "draft",
                errors: sample::errors(&["whole"]),
                ..counted.clone()
            },
            Self {
                is_withdrawn: true,
                ..empty.clone()
            },
            Self {
                seat: sample::member("over", false),
                may: sample::rights(false),
                ..empty.clone()
            },
            Self {
                seat: sample::member("later", false),
                request: Some(sample::request("waiting")),
                may: sample::rights(false),
                ..empty.clone()
            },
            counted,
            current,
            released,
            empty,
        ]
    }
}

/// `templates/statement/part.html`: the text on one element, or as a whole.
#[derive(Clone, Serialize)]
pub struct PartPage {
    /// Whose, on what, until when.
    pub seat: SeatWords,
    /// Its name in addresses.
    pub key: String,
    /// The number people use for the element.
    pub label: String,
    /// The element's title.
    pub title: String,
    /// The element's text, which is talked about.
    pub wording: String,
    /// Its language, when it is not the town's.
    pub lang: Option<&'static str>,
    /// What was typed.
    pub text: String,
    /// Marks the text as it was when the page was made.
    pub seen: String,
    /// Most characters.
    pub limit: usize,
    /// The next place, by its name in addresses.
    pub next: Option<String>,
    /// What a colleague has written meanwhile.
    pub theirs: Option<Vec<String>>,
    /// What to do about the text.
    pub errors: Vec<FieldMessage>,
}

impl View for PartPage {
    const TEMPLATE: &'static str = "statement/part.html";
    const PRIVATE: bool = true;

    fn samples() -> Vec<Self> {
        let on_goal = Self {
            seat: sample::member("open", false),
            key: "sz-4".into(),
            label: "2.4".into(),
            title: "Gewalt verringern".into(),
            wording: "Gewalt wird verringert.".into(),
            lang: None,
            text: "Uns fehlt die Beratung.".into(),
            seen: "k7mq4t2x9hrdw3pa".into(),
            limit: 20_000,
            next: Some("sz-5".into()),
            theirs: None,
            errors: Vec::new(),
        };
        vec![
            Self {
                seat: sample::person("late"),
                key: "whole".into(),
                label: String::new(),
                title: String::new(),
                wording: String::new(),
                next: None,
                ..on_goal.clone()
            },
            Self {
                theirs: Some(vec!["Uns fehlt das Geld.".into()]),
                ..on_goal.clone()
            },
            Self {
                lang: Some("tr"),
                errors: sample::errors(&["text"]),
                ..on_goal.clone()
            },
            on_goal,
        ]
    }
}

/// `templates/statement/people.html`: who signs.
#[derive(Clone, Serialize)]
pub struct PeoplePage {
    /// Whose, on what, until when.
    pub seat: SeatWords,
    /// What was typed: one more row than people.
    pub form: PeopleForm,
    /// Most people, most characters of a name, of an address on paper.
    pub limits: [usize; 3],
    /// What to do about the fields.
    pub errors: Vec<FieldMessage>,
}

impl View for PeoplePage {
    const TEMPLATE: &'static str = "statement/people.html";
    const PRIVATE: bool = true;

    fn samples() -> Vec<Self> {
        let page = |seat, form, errors| Self {
            seat,
            form,
            limits: [20, 150, 400],
            errors,
        };
        vec![
            page(sample::person("open"), PeopleForm::of(&[]), Vec::new()),
            page(
                sample::member("open", false),
                PeopleForm::of(&[sample::submitter()]),
                sample::errors(&["name", "email-1"]),
            ),
        ]
    }
}

/// `templates/statement/files.html`: attachments.
#[derive(Clone, Serialize)]
pub struct FilesPage {
    /// Whose, on what, until when.
    pub seat: SeatWords,
    /// What is there.
    pub files: Vec<FileWords>,
    /// Most files.
    pub most: usize,
    /// Largest upload, in mebibytes.
    pub max_mib: usize,
    /// What to do about the file.
    pub errors: Vec<FieldMessage>,
}

impl View for FilesPage {
    const TEMPLATE: &'static str = "statement/files.html";
    const PRIVATE: bool = true;

    fn samples() -> Vec<Self> {
        let page = |files: Vec<FileWords>, most, errors| Self {
            seat: sample::person("open"),
            files,
            most,
            max_mib: 10,
            errors,
        };
        let files = sample::content().files;
        vec![
            page(Vec::new(), 10, Vec::new()),
            page(files.clone(), 10, sample::errors(&["file"])),
            page(files, 1, Vec::new()),
        ]
    }
}

/// `templates/statement/review.html`: everything before it is handed in, and what one agrees to.
#[derive(Clone, Serialize)]
pub struct ReviewPage {
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

impl View for ReviewPage {
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
pub struct ReceiptPage {
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
    /// What may be done.
    pub may: RightsWords,
}

impl View for ReceiptPage {
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
