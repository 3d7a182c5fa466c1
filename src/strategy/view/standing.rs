//! An edition at the desk, as data: its tree and what can be done with it.

use serde::Serialize;

use super::shelf::{StateShown, sample as shelf_sample};
use super::{Entry, Head};
use crate::base::page::{FieldMessage, View};
use crate::strategy::form::standing::CouncilForm;

/// `templates/strategy/desk-edition.html`: an edition, published or not.
#[derive(Serialize)]
pub struct DeskEditionPage {
    /// Which edition.
    pub edition: Head,
    /// Its id, by which a paper of the council names it.
    pub id: String,
    /// What it is at the moment.
    pub state: StateShown,
    /// Its fields of action with their goals.
    pub fields: Vec<Entry>,
    /// Whether whoever looks may change anything.
    pub can_edit: bool,
    /// Whether it may be deleted.
    pub can_delete: bool,
    /// The title of the published consultation that lays it open, which keeps it public.
    pub laid_open: Option<String>,
    /// Whether it can be compared with another published edition.
    pub can_compare: bool,
}

/// `templates/strategy/desk-council.html`: what the council makes of an edition.
#[derive(Serialize)]
pub struct CouncilPage {
    /// Which edition.
    pub edition: Head,
    /// What was typed or is so far.
    pub form: CouncilForm,
    /// Most characters of the note.
    pub max_note: usize,
    /// What to do about the fields.
    pub errors: Vec<FieldMessage>,
}

/// `templates/strategy/desk-hindered.html`: why something cannot be done with an edition now.
#[derive(Serialize)]
pub struct HinderedPage {
    /// Which edition.
    pub edition: Head,
    /// The text that says why.
    pub key: &'static str,
    /// The title of the consultation that stands in the way, if one does.
    pub consultation: Option<String>,
}

impl View for HinderedPage {
    const TEMPLATE: &'static str = "strategy/desk-hindered.html";
    const PRIVATE: bool = true;
    const DESK: bool = true;

    fn samples() -> Vec<Self> {
        let page = |key, consultation: Option<&str>| Self {
            edition: super::sample::head(),
            key,
            consultation: consultation.map(str::to_owned),
        };
        vec![
            page("hindered-laid-open", Some("Ziele für Lindenau")),
            page("hindered-prepared", Some("Ziele für Lindenau")),
            page("hindered-brought", Some("354/20")),
            page("hindered-public", None),
        ]
    }
}

impl View for DeskEditionPage {
    const TEMPLATE: &'static str = "strategy/desk-edition.html";
    const PRIVATE: bool = true;
    const DESK: bool = true;

    fn samples() -> Vec<Self> {
        let page = |badge, can_edit, laid_open: Option<&str>| Self {
            edition: super::sample::head(),
            id: "k7mq".into(),
            state: shelf_sample::edition(badge).state,
            fields: vec![super::sample::field(), super::sample::bare()],
            can_edit,
            can_delete: can_edit && badge == "plain",
            laid_open: laid_open.map(str::to_owned),
            can_compare: badge == "success",
        };
        vec![
            page("plain", true, None),
            page("success", true, Some("Ziele für Lindenau")),
            page("success", true, None),
            page("info", false, None),
        ]
    }
}

impl View for CouncilPage {
    const TEMPLATE: &'static str = "strategy/desk-council.html";
    const PRIVATE: bool = true;
    const DESK: bool = true;

    fn samples() -> Vec<Self> {
        let page = |fields: &[&str]| Self {
            edition: super::sample::head(),
            form: CouncilForm {
                mark: "decided".into(),
                day: "2026-11-12".into(),
                note: "Mit Mehrheit.".into(),
            },
            max_note: 500,
            errors: fields
                .iter()
                .map(|field| shelf_sample::message(field))
                .collect(),
        };
        vec![page(&[]), page(&["mark", "day", "note"])]
    }
}
