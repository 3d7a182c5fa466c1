//! The desk's pages for languages, as data.

use serde::Serialize;

use super::model::{Progress, Unit, Work};
use crate::base::page::{FieldMessage, Listing, View};
use crate::translation::{ContentLang, Kind, Parts, TwinState, Twins};

/// `templates/languages/overview.html`: the languages of a consultation and how far each is.
#[derive(Clone, Debug, Serialize)]
pub struct LanguagesPage {
    /// The consultation's name in addresses.
    pub slug: String,
    /// Its title.
    pub title: String,
    /// All languages there are.
    pub languages: Vec<LanguageRow>,
    /// Whether the reader chooses which of them are offered.
    pub may_write: bool,
}

/// One language.
#[derive(Clone, Debug, Serialize)]
pub struct LanguageRow {
    /// As it stands in addresses.
    pub code: &'static str,
    /// Its name in itself.
    pub name: &'static str,
    /// For the `lang` attribute.
    pub tag: &'static str,
    /// Whether the consultation offers it.
    pub is_offered: bool,
    /// How far it is, when it is offered.
    pub progress: Option<ProgressWords>,
}

/// How far a language is.
#[derive(Clone, Copy, Debug, Serialize)]
pub struct ProgressWords {
    /// All texts.
    pub total: usize,
    /// Approved.
    pub approved: usize,
    /// Written, not approved.
    pub drafts: usize,
    /// Of words that changed since.
    pub stale: usize,
}

impl From<Progress> for ProgressWords {
    fn from(progress: Progress) -> Self {
        Self {
            total: progress.total,
            approved: progress.approved,
            drafts: progress.drafts,
            stale: progress.stale,
        }
    }
}

/// `templates/languages/texts.html`: all texts in one language.
#[derive(Clone, Debug, Serialize)]
pub struct TextsPage {
    /// The consultation's name in addresses.
    pub slug: String,
    /// Its title.
    pub title: String,
    /// The language.
    pub lang: LanguageRow,
    /// Search, filter, pages.
    pub listing: Listing,
    /// The texts.
    pub rows: Vec<TextRow>,
}

/// One text in the list.
#[derive(Clone, Debug, Serialize)]
pub struct TextRow {
    /// What it is.
    pub kind: Kind,
    /// Which one.
    pub subject: String,
    /// Where it stands.
    pub place: String,
    /// Its first words.
    pub text: String,
    /// How far its translation is.
    pub state: TwinState,
}

impl TextRow {
    /// A text with the state of its translation.
    pub fn of(unit: &Unit, twins: &Twins) -> Self {
        Self {
            kind: unit.kind,
            subject: unit.subject.clone(),
            place: unit.place.clone(),
            text: unit.first_words().to_owned(),
            state: unit.state(twins),
        }
    }
}

/// `templates/languages/edit.html`: a text and its translation beside it.
#[derive(Clone, Debug, Serialize)]
pub struct EditPage {
    /// The consultation's name in addresses.
    pub slug: String,
    /// The language.
    pub lang: LanguageRow,
    /// Which way it is written.
    pub dir: &'static str,
    /// What is translated.
    pub kind: Kind,
    /// Where it stands.
    pub place: String,
    /// How far it is.
    pub state: TwinState,
    /// Its parts.
    pub parts: Vec<PartRow>,
    /// What has to be corrected.
    pub errors: Vec<FieldMessage>,
    /// Whether the reader writes translations; whoever does not reads them.
    pub may_write: bool,
}

/// A part of a text and of its translation.
#[derive(Clone, Debug, Serialize)]
pub struct PartRow {
    /// Its name; the field is `part.<name>`.
    pub name: String,
    /// `title`, `text`, `lead`, `intro`, `help`, `option` or `item`.
    pub role: String,
    /// What the town wrote.
    pub source: String,
    /// What it was when the translation was made, if it was different.
    pub before: Option<String>,
    /// The translation.
    pub text: String,
    /// Lines to show.
    pub rows: usize,
    /// Most characters.
    pub most: usize,
}

impl EditPage {
    /// The page for a text; `typed` is what was sent and has to be corrected.
    pub fn of(
        slug: &str,
        lang: ContentLang,
        work: &Work,
        typed: Option<&Parts>,
        errors: Vec<FieldMessage>,
        may_write: bool,
    ) -> Self {
        let twin = work.twin.as_ref();
        let known = typed.or(twin.map(|twin| &twin.parts));
        let part = |(name, source): &(String, String)| {
            let before = twin.map(|twin| twin.source.get(name).to_owned());
            PartRow {
                role: name.split('.').next().unwrap_or_default().to_owned(),
                before: before.filter(|before| before != source && !before.is_empty()),
                text: known.map_or(String::new(), |parts| parts.get(name).to_owned()),
                // About seventy characters a line, and one line to spare.
                rows: (source.chars().count() / 70 + source.lines().count()).clamp(1, 14),
                most: crate::translation::model::MAX_PART,
                name: name.clone(),
                source: source.clone(),
            }
        };
        Self {
            slug: slug.to_owned(),
            lang: LanguageRow::of(lang, Some(work.progress)),
            dir: lang.dir(),
            kind: work.unit.kind,
            place: work.unit.place.clone(),
            state: TwinState::of(twin, &work.unit.source),
            parts: work.unit.source.0.iter().map(part).collect(),
            errors,
            may_write,
        }
    }
}

impl LanguageRow {
    /// A language; with its progress when the consultation offers it.
    pub fn of(lang: ContentLang, progress: Option<Progress>) -> Self {
        Self {
            code: lang.code(),
            name: lang.own_name(),
            tag: lang.tag(),
            is_offered: progress.is_some(),
            progress: progress.map(ProgressWords::from),
        }
    }
}

impl View for LanguagesPage {
    const TEMPLATE: &'static str = "languages/overview.html";
    const PRIVATE: bool = true;
    const DESK: bool = true;

    fn samples() -> Vec<Self> {
        let row = |lang, progress| LanguageRow::of(lang, progress);
        let some = Some(sample::progress());
        let page = |languages| Self {
            slug: "ziele-2035".into(),
            title: "Ziele für Lindenau 2035".into(),
            languages,
            may_write: true,
        };
        let read_only = Self {
            may_write: false,
            ..page(vec![row(ContentLang::Plain, some)])
        };
        vec![
            read_only,
            page(ContentLang::ALL.map(|lang| row(lang, None)).into()),
            page(vec![
                row(ContentLang::Plain, some),
                row(ContentLang::Arabic, None),
            ]),
        ]
    }
}

impl View for TextsPage {
    const TEMPLATE: &'static str = "languages/texts.html";
    const PRIVATE: bool = true;
    const DESK: bool = true;

    fn samples() -> Vec<Self> {
        let row = |kind, state| TextRow {
            kind,
            subject: "w1".into(),
            place: "Zusammenleben".into(),
            text: "Wege sind hell.".into(),
            state,
        };
        let page = |rows: Vec<TextRow>| Self {
            slug: "ziele-2035".into(),
            title: "Ziele für Lindenau 2035".into(),
            lang: LanguageRow::of(ContentLang::Turkish, Some(sample::progress())),
            listing: Listing::sample(rows.len(), &[]),
            rows,
        };
        vec![
            page(vec![
                row(Kind::Consultation, TwinState::Approved),
                row(Kind::Survey, TwinState::Draft),
                row(Kind::Question, TwinState::Missing),
                row(Kind::Wording, TwinState::Stale),
            ]),
            page(Vec::new()),
        ]
    }
}

impl View for EditPage {
    const TEMPLATE: &'static str = "languages/edit.html";
    const PRIVATE: bool = true;
    const DESK: bool = true;

    fn samples() -> Vec<Self> {
        let part = |name: &str, before: Option<&str>| PartRow {
            name: name.into(),
            role: name.split('.').next().unwrap_or_default().into(),
            source: "Wege sind hell.".into(),
            before: before.map(str::to_owned),
            text: "Yollar aydınlık.".into(),
            rows: 2,
            most: 8_000,
        };
        let page = |kind, state, parts| Self {
            slug: "ziele-2035".into(),
            lang: LanguageRow::of(ContentLang::Turkish, Some(sample::progress())),
            dir: "ltr",
            kind,
            place: "Zusammenleben".into(),
            state,
            parts,
            errors: Vec::new(),
            may_write: true,
        };
        let read_only = Self {
            may_write: false,
            ..page(Kind::Survey, TwinState::Draft, vec![part("title", None)])
        };
        let question = ["text", "help", "option.ja", "item.bus"].map(|name| part(name, None));
        let faulty = Self {
            errors: vec![FieldMessage {
                field_id: "part.title".into(),
                message: "Hier fehlt noch die Übersetzung.".into(),
            }],
            ..page(
                Kind::Consultation,
                TwinState::Missing,
                vec![part("title", None), part("lead", None)],
            )
        };
        vec![
            page(
                Kind::Wording,
                TwinState::Stale,
                vec![part("title", Some("Wege sind dunkel.")), part("text", None)],
            ),
            page(Kind::Question, TwinState::Draft, question.into()),
            page(Kind::Survey, TwinState::Approved, vec![part("intro", None)]),
            faulty,
            read_only,
        ]
    }
}

mod sample {
    use crate::languages::model::Progress;

    pub fn progress() -> Progress {
        Progress {
            total: 120,
            approved: 80,
            drafts: 3,
            stale: 1,
        }
    }
}
