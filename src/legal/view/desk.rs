//! The town's own pages at the desk, as data.

use chrono::NaiveDate;
use serde::Serialize;

use super::{sample_day, sample_error};
use crate::base::page::{FieldMessage, View};
use crate::legal::form::{BODY_CHARS, PageForm, TITLE_CHARS};

/// `templates/legal/desk-pages.html`: all of the town's own pages, and how far they are.
#[derive(Clone, Debug, Serialize)]
pub struct PagesPage {
    /// The pages.
    pub pages: Vec<PageRow>,
    /// Reports of barriers that wait.
    pub open_reports: i64,
}

/// One page in the list.
#[derive(Clone, Debug, Serialize)]
pub struct PageRow {
    /// What it is called at the desk.
    pub label: String,
    /// Its address for everyone.
    pub url: String,
    /// How far it is in each language.
    pub languages: Vec<LanguageRow>,
}

/// One page in one language.
#[derive(Clone, Debug, Serialize)]
pub struct LanguageRow {
    /// Name of the language.
    pub name: String,
    /// Where it is edited.
    pub url: String,
    /// Whether everyone sees it.
    pub is_public: bool,
    /// Whether there is a draft nobody outside sees yet.
    pub has_draft: bool,
    /// The day of its last change.
    pub changed_on: Option<NaiveDate>,
    /// Who changed it.
    pub changed_by: String,
}

impl View for PagesPage {
    const TEMPLATE: &'static str = "legal/desk-pages.html";
    const PRIVATE: bool = true;
    const DESK: bool = true;

    fn samples() -> Vec<Self> {
        let row = |is_public, has_draft, changed_on| LanguageRow {
            name: "Deutsch".to_owned(),
            url: "/desk/pages/imprint/de".to_owned(),
            is_public,
            has_draft,
            changed_on,
            changed_by: "Kim Beispiel".to_owned(),
        };
        let day = Some(sample_day());
        let languages = vec![
            row(true, false, day),
            row(true, true, day),
            row(false, true, day),
            row(false, false, day),
            row(false, false, None),
        ];
        let page = PageRow {
            label: "Impressum".to_owned(),
            url: "/imprint".to_owned(),
            languages,
        };
        vec![
            Self {
                pages: vec![page],
                open_reports: 2,
            },
            Self {
                pages: Vec::new(),
                open_reports: 0,
            },
        ]
    }
}

/// `templates/legal/desk-edit.html`: one page in one language, being written.
#[derive(Clone, Debug, Serialize)]
pub struct WritePage {
    /// What the page is called at the desk.
    pub label: String,
    /// Name of the language.
    pub language: String,
    /// Code of the language.
    pub lang_code: &'static str,
    /// Its address for everyone, with the language.
    pub public_url: String,
    /// Where it is edited.
    pub url: String,
    /// Whether everyone sees it.
    pub is_public: bool,
    /// Whether the newest version is a draft.
    pub has_draft: bool,
    /// The day of the last change; none before the first.
    pub changed_on: Option<NaiveDate>,
    /// Who changed it.
    pub changed_by: String,
    /// What stands in the form.
    pub form: PageForm,
    /// What to do about it.
    pub errors: Vec<FieldMessage>,
    /// What still has to be filled in.
    pub gaps: Vec<String>,
    /// Whether to show how it looks.
    pub has_preview: bool,
    /// Most characters of the title.
    pub title_limit: usize,
    /// Most characters of the text.
    pub body_limit: usize,
}

impl View for WritePage {
    const TEMPLATE: &'static str = "legal/desk-edit.html";
    const PRIVATE: bool = true;
    const DESK: bool = true;

    fn samples() -> Vec<Self> {
        let bare = Self {
            label: "Impressum".to_owned(),
            language: "Deutsch".to_owned(),
            lang_code: "de",
            public_url: "/imprint?lang=de".to_owned(),
            url: "/desk/pages/imprint/de".to_owned(),
            is_public: false,
            has_draft: false,
            changed_on: None,
            changed_by: String::new(),
            form: PageForm::default(),
            errors: Vec::new(),
            gaps: Vec::new(),
            has_preview: false,
            title_limit: TITLE_CHARS,
            body_limit: BODY_CHARS,
        };
        let form = PageForm {
            title: "Impressum".to_owned(),
            body: "Stadt Lindenau, [… Straße]".to_owned(),
            version: "01".to_owned(),
            act: "preview".to_owned(),
        };
        vec![
            Self {
                is_public: true,
                has_draft: true,
                changed_on: Some(sample_day()),
                changed_by: "Kim Beispiel".to_owned(),
                form,
                gaps: vec!["Straße".to_owned()],
                has_preview: true,
                ..bare.clone()
            },
            Self {
                errors: sample_error("title"),
                ..bare.clone()
            },
            bare,
        ]
    }
}

/// `templates/legal/desk-versions.html`: what a page said before.
#[derive(Clone, Debug, Serialize)]
pub struct VersionsPage {
    /// What the page is called at the desk.
    pub label: String,
    /// Name of the language.
    pub language: String,
    /// Code of the language.
    pub lang_code: &'static str,
    /// Where it is edited.
    pub edit_url: String,
    /// The versions, newest first.
    pub versions: Vec<VersionRow>,
}

/// One version.
#[derive(Clone, Debug, Serialize)]
pub struct VersionRow {
    /// Its name.
    pub id: String,
    /// The day it was written.
    pub written_on: NaiveDate,
    /// The hour it was written, e.g. `14:05`.
    pub hour: String,
    /// Who wrote it.
    pub by: String,
    /// What became of it: `draft`, `public`, `withdrawn`.
    pub state: &'static str,
    /// Its heading.
    pub title: String,
    /// Its text, in Markdown.
    pub body: String,
    /// Whether it is the newest.
    pub is_newest: bool,
}

impl View for VersionsPage {
    const TEMPLATE: &'static str = "legal/desk-versions.html";
    const PRIVATE: bool = true;
    const DESK: bool = true;

    fn samples() -> Vec<Self> {
        let row = |state, is_newest| VersionRow {
            id: "01j".to_owned(),
            written_on: sample_day(),
            hour: "14:05".to_owned(),
            by: "Kim Beispiel".to_owned(),
            state,
            title: "Impressum".to_owned(),
            body: "Stadt Lindenau".to_owned(),
            is_newest,
        };
        let bare = Self {
            label: "Impressum".to_owned(),
            language: "Deutsch".to_owned(),
            lang_code: "de",
            edit_url: "/desk/pages/imprint/de".to_owned(),
            versions: Vec::new(),
        };
        vec![
            Self {
                versions: vec![
                    row("draft", true),
                    row("withdrawn", false),
                    row("public", false),
                ],
                ..bare.clone()
            },
            bare,
        ]
    }
}
