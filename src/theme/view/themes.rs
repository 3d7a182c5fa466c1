//! The themes of a consultation.

use serde::Serialize;

use super::{FilterOption, Head};
use crate::base::page::{Faults, View};
use crate::theme::form::ThemeForm;
use crate::theme::model::{MAX_ABOUT, MAX_NAME, Spot};

/// `templates/theme/desk-themes.html`: all themes, and the form for another one.
#[derive(Clone, Serialize)]
pub struct ThemeListPage {
    /// The consultation.
    pub head: Head,
    /// The themes, by the element they are about.
    pub rows: Vec<ThemeRow>,
    /// A new theme as typed.
    pub form: ThemeForm,
    /// The elements to choose from.
    pub elements: Vec<FilterOption>,
    /// Whether whoever reads may change themes.
    pub may_edit: bool,
    /// Most characters of a name.
    pub name_limit: usize,
    /// Most characters of the description.
    pub about_limit: usize,
    /// What has to be corrected.
    pub faults: Faults,
}

/// One theme.
#[derive(Clone, Debug, Serialize)]
pub struct ThemeRow {
    /// Its identity.
    pub id: String,
    /// Its name.
    pub name: String,
    /// What belongs to it.
    pub about: String,
    /// What it is about.
    pub spot: Option<Spot>,
    /// How many contributions it has.
    pub count: i64,
}

/// `templates/theme/desk-theme-form.html`: one theme to describe, join or take away.
#[derive(Clone, Serialize)]
pub struct ThemeFormPage {
    /// The consultation.
    pub head: Head,
    /// The theme as it is.
    pub row: ThemeRow,
    /// As typed.
    pub form: ThemeForm,
    /// The elements to choose from.
    pub elements: Vec<FilterOption>,
    /// The other themes, to join it with.
    pub others: Vec<FilterOption>,
    /// Whether it can go: nothing that people rely on names it.
    pub is_free: bool,
    /// Most characters of a name.
    pub name_limit: usize,
    /// Most characters of the description.
    pub about_limit: usize,
    /// What has to be corrected.
    pub faults: Faults,
}

impl ThemeRow {
    /// An example.
    pub fn sample(spot: Option<Spot>) -> Self {
        Self {
            id: format!("k7mq4t2x9hrdw3pa6n5ejv8b{}", u8::from(spot.is_some())),
            name: "Mehr Licht auf dunklen Wegen".into(),
            about: if spot.is_some() { "Lampen, Wege" } else { "" }.into(),
            spot,
            count: 4,
        }
    }
}

fn elements() -> Vec<FilterOption> {
    vec![FilterOption {
        value: "sz-4".into(),
        label: "2.4 Gewalt verringern".into(),
    }]
}

impl View for ThemeListPage {
    const TEMPLATE: &'static str = "theme/desk-themes.html";
    const PRIVATE: bool = true;
    const DESK: bool = true;
    const ALIKE: bool = true;

    fn samples() -> Vec<Self> {
        let page = |rows, faults, may_edit| Self {
            head: Head::sample(),
            rows,
            form: ThemeForm::default(),
            elements: elements(),
            may_edit,
            name_limit: MAX_NAME,
            about_limit: MAX_ABOUT,
            faults,
        };
        let rows = vec![
            ThemeRow::sample(Some(Spot::sample())),
            ThemeRow::sample(None),
        ];
        vec![
            page(rows.clone(), Faults::default(), true),
            page(rows, Faults::default(), false),
            page(
                Vec::new(),
                Faults::sample(&["name", "about", "element"]),
                true,
            ),
        ]
    }
}

impl View for ThemeFormPage {
    const TEMPLATE: &'static str = "theme/desk-theme-form.html";
    const PRIVATE: bool = true;
    const DESK: bool = true;

    fn samples() -> Vec<Self> {
        let page = |is_free: bool, faults| Self {
            head: Head::sample(),
            row: ThemeRow::sample(Some(Spot::sample())),
            form: ThemeForm::default(),
            elements: elements(),
            others: Vec::from_iter(is_free.then(|| elements().remove(0))),
            is_free,
            name_limit: MAX_NAME,
            about_limit: MAX_ABOUT,
            faults,
        };
        vec![
            page(true, Faults::sample(&["name", "about", "element", "into"])),
            page(false, Faults::default()),
        ]
    }
}
