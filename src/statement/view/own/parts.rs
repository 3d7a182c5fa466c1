//! What belongs to a draft: texts, those who sign, files.

use serde::Serialize;

use crate::base::page::{FieldMessage, View};
use crate::statement::form::PeopleForm;
use crate::statement::view::{FileWords, SeatWords, sample};

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
pub struct SignersPage {
    /// Whose, on what, until when.
    pub seat: SeatWords,
    /// What was typed: one more row than people.
    pub form: PeopleForm,
    /// Most people, most characters of a name, of an address on paper.
    pub limits: [usize; 3],
    /// What to do about the fields.
    pub errors: Vec<FieldMessage>,
}

impl View for SignersPage {
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
