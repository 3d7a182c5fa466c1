//! The preview of an uploaded document, as data.

use serde::Serialize;

use super::compare::Tally;
use super::shelf::sample as shelf_sample;
use crate::base::page::{FieldMessage, View};

/// `templates/strategy/desk-preview.html`: what was found in a document, part by part, to be corrected.
#[derive(Serialize)]
pub struct PreviewPage {
    /// The strategy's name in addresses.
    pub slug: String,
    /// The strategy's title.
    pub title: String,
    /// The document.
    pub upload: String,
    /// The file's name.
    pub file_name: String,
    /// Name of the edition, as typed.
    pub name: String,
    /// Most characters of the name.
    pub max_name: usize,
    /// The newest edition, with which the document is compared.
    pub before: Option<String>,
    /// How many elements it has, of each kind.
    pub found: Found,
    /// What would become different; none while there are faults.
    pub tally: Option<Tally>,
    /// Elements of the newest edition that would be there no more, in a few words each.
    pub retired: Vec<String>,
    /// The parts of the document.
    pub rows: Vec<PreviewRow>,
    /// What to correct first.
    pub errors: Vec<FieldMessage>,
}

/// How many elements a document has.
#[derive(Clone, Copy, Default, Serialize)]
pub struct Found {
    /// Fields of action.
    pub fields: usize,
    /// Guiding principles.
    pub principles: usize,
    /// Strategic goals.
    pub goals: usize,
    /// Action goals.
    pub action_goals: usize,
}

/// A part of the document.
#[derive(Serialize)]
pub struct PreviewRow {
    /// Its number, from 1.
    pub n: usize,
    /// Its words, the beginning if there are many.
    pub text: String,
    /// Whether it looks like a heading in the document.
    pub is_heading: bool,
    /// What it becomes: the name of a role.
    pub role: &'static str,
    /// What was guessed.
    pub guess: &'static str,
    /// What it continues; none if no element begins with it, or there is no edition before.
    pub matched: Option<Matched>,
    /// What became of the element: `added`, `reworded`, `moved`, `renumbered`; empty if nothing.
    pub fates: Vec<&'static str>,
    /// What to correct.
    pub error: Option<String>,
    /// What to know.
    pub notes: Vec<String>,
}

/// The element of the newest edition that a part continues.
#[derive(Serialize)]
pub struct Matched {
    /// What was chosen: a key, `-` for none, or empty for as recognised.
    pub value: String,
    /// What was recognised, in a few words; none if it looks new.
    pub recognised: Option<String>,
    /// What can be chosen besides.
    pub options: Vec<MatchOption>,
}

/// An element that can be chosen.
#[derive(Clone, Serialize)]
pub struct MatchOption {
    /// Its key.
    pub value: String,
    /// Its name in a few words.
    pub label: String,
}

impl View for PreviewPage {
    const TEMPLATE: &'static str = "strategy/desk-preview.html";
    const PRIVATE: bool = true;
    const DESK: bool = true;

    fn samples() -> Vec<Self> {
        let page = |rows, tally, errors: &[&str]| Self {
            slug: "sek".into(),
            title: "Stadtentwicklungskonzept".into(),
            upload: "x".into(),
            file_name: "Entwurf.docx".into(),
            name: "Entwurf 2".into(),
            max_name: 200,
            before: Some("Entwurf 1".into()),
            found: Found {
                fields: 2,
                principles: 2,
                goals: 12,
                action_goals: 1,
            },
            tally,
            retired: vec!["2.4 Gewalt verringern".into()],
            rows,
            errors: errors
                .iter()
                .map(|field| shelf_sample::message(field))
                .collect(),
        };
        let tally = Tally {
            added: 1,
            reworded: 2,
            moved: 0,
            retired: 1,
            unchanged: 12,
            any: true,
        };
        vec![
            page(sample::rows(), Some(tally), &[]),
            page(sample::rows(), None, &["name", "k3"]),
            Self {
                before: None,
                retired: Vec::new(),
                ..page(Vec::new(), Some(Tally::default()), &[])
            },
        ]
    }
}

mod sample {
    use super::{MatchOption, Matched, PreviewRow};

    fn row(n: usize, role: &'static str) -> PreviewRow {
        PreviewRow {
            n,
            text: "Handlungsfeld 1: Wohnen".into(),
            is_heading: role == "field",
            role,
            guess: "field",
            matched: None,
            fates: Vec::new(),
            error: None,
            notes: Vec::new(),
        }
    }

    pub fn rows() -> Vec<PreviewRow> {
        let options = vec![MatchOption {
            value: "sz-4".into(),
            label: "2.4 Gewalt verringern".into(),
        }];
        let matched = |value: &str, recognised: Option<&str>| {
            Some(Matched {
                value: value.into(),
                recognised: recognised.map(str::to_owned),
                options: options.clone(),
            })
        };
        vec![
            PreviewRow {
                matched: matched("", Some("1 Wohnen")),
                fates: vec!["added", "reworded", "moved", "renumbered"],
                ..row(1, "field")
            },
            row(2, "omit"),
            PreviewRow {
                matched: matched("-", None),
                error: Some("Bitte ändern.".into()),
                ..row(3, "goal")
            },
            PreviewRow {
                matched: matched("sz-4", None),
                notes: vec!["Titel und Text sind gleich.".into()],
                ..row(4, "principle")
            },
            row(5, "action_goal"),
            row(6, "join"),
        ]
    }
}
