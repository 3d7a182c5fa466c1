//! The page on which a consultation is created or corrected.

use serde::Serialize;

use super::{Subject, sample};
use crate::base::page::{Faults, View};
use crate::consultation::form::{BasicsForm, MAX_CONTACT, MAX_LEAD, MAX_TITLE};

/// `templates/consultation/desk-basics.html`: title, address, introduction, contact, edition.
#[derive(Clone, Serialize)]
pub struct BasicsPage {
    /// Which consultation; none while it is being created.
    pub subject: Option<Subject>,
    /// As it is typed.
    pub form: BasicsForm,
    /// What to do about it.
    pub faults: Faults,
    /// The editions to choose from.
    pub editions: Vec<EditionOption>,
    /// Why name or edition can no longer be chosen.
    pub lock: Lock,
    /// Longest texts, in characters.
    pub limits: Limits,
}

/// An edition to choose.
#[derive(Clone, Serialize)]
pub struct EditionOption {
    /// Its identity.
    pub id: String,
    /// The strategy's title.
    pub strategy: String,
    /// Its name.
    pub name: String,
    /// Whether everyone can read it already.
    pub is_published: bool,
}

/// Why name or edition can no longer be chosen.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Lock {
    /// Both can be chosen.
    Open,
    /// Surveys ask about the edition.
    Surveys,
    /// Everyone sees the consultation.
    Published,
}

/// Longest texts, in characters.
#[derive(Clone, Copy, Debug, Serialize)]
pub struct Limits {
    /// The title.
    pub title: usize,
    /// The introduction.
    pub lead: usize,
    /// Whom to ask.
    pub contact: usize,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            title: MAX_TITLE,
            lead: MAX_LEAD,
            contact: MAX_CONTACT,
        }
    }
}

impl BasicsPage {
    /// The page with what was typed.
    pub fn of(
        subject: Option<Subject>,
        form: BasicsForm,
        editions: Vec<EditionOption>,
        lock: Lock,
    ) -> Self {
        Self {
            subject,
            form,
            faults: Faults::default(),
            editions,
            lock,
            limits: Limits::default(),
        }
    }
}

impl View for BasicsPage {
    const TEMPLATE: &'static str = "consultation/desk-basics.html";
    const PRIVATE: bool = true;
    const DESK: bool = true;

    fn samples() -> Vec<Self> {
        let option = |id: &str, name: &str, is_published| EditionOption {
            id: id.into(),
            strategy: "Stadtentwicklungskonzept".into(),
            name: name.into(),
            is_published,
        };
        let fresh = Self {
            subject: None,
            form: BasicsForm::default(),
            faults: Faults::default(),
            editions: Vec::new(),
            lock: Lock::Open,
            limits: Limits::default(),
        };
        let full = Self {
            subject: Some(sample::subject()),
            form: BasicsForm {
                title: "Ziele für die Stadt".into(),
                slug: "ziele".into(),
                lead: "Was soll die Stadt erreichen?".into(),
                contact: "Stabsstelle".into(),
                edition: "b".into(),
                releases_comments: "yes".into(),
            },
            editions: vec![
                option("b", "Überarbeiteter Entwurf", false),
                option("a", "Entwurf 1", true),
            ],
            ..fresh.clone()
        };
        vec![
            Self {
                faults: Faults::sample(&["title", "slug", "lead", "contact", "edition"]),
                ..full.clone()
            },
            Self {
                lock: Lock::Surveys,
                ..full.clone()
            },
            Self {
                lock: Lock::Published,
                ..full.clone()
            },
            full,
            fresh,
        ]
    }
}
