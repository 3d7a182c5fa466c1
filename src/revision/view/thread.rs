//! One theme, and one's own contributions: the thread from what was written to what changed.

use serde::Serialize;

use super::ThemeOutcome;
use crate::assessment::model::Position;
use crate::assessment::view::AssessmentView;
use crate::base::page::View;
use crate::strategy::view::draft::DiffView;
use crate::theme::view::Head;

/// `templates/revision/outcome-theme.html`: one theme: what people wrote, what the town says, what it changed.
#[derive(Clone, Serialize)]
pub struct ThemeOutcomePage {
    /// The consultation.
    pub head: Head,
    /// The theme.
    pub theme: ThemeOutcome,
    /// What belongs to it.
    pub about: String,
    /// What it is about: "2.4 Gewalt verringern".
    pub spot: Option<String>,
    /// What it changed: edition, text of what happened, name, address.
    pub effects: Vec<EffectShown>,
    /// Contributions that everyone may read.
    pub quotes: Vec<QuoteShown>,
    /// How many of them there are.
    pub shown: i64,
    /// Which page of them.
    pub page: i64,
    /// How many pages.
    pub pages: i64,
}

/// A change.
#[derive(Clone, Debug, Serialize)]
pub struct EffectShown {
    /// The edition.
    pub edition: String,
    /// `added`, `reworded`, …
    pub what: String,
    /// What it is called.
    pub name: String,
    /// Where one reads it.
    pub url: String,
    /// What became of its words.
    pub diff: Option<DiffView>,
}

/// A contribution that everyone may read.
#[derive(Clone, Debug, Serialize)]
pub struct QuoteShown {
    /// Its words, paragraph by paragraph.
    pub paragraphs: Vec<String>,
    /// The text of its mark.
    pub mark_key: Option<&'static str>,
    /// What it is about.
    pub spot: Option<String>,
}

/// `templates/revision/outcome-own.html`: what became of one's own contributions.
#[derive(Clone, Serialize)]
pub struct OwnOutcomePage {
    /// The consultation.
    pub head: Head,
    /// Where whoever reads came from: her contributions, or the receipt of the organisation's statement.
    pub back_url: String,
    /// One thread for each contribution.
    pub threads: Vec<ThreadShown>,
    /// Whether everyone may read the outcome already.
    pub is_out: bool,
    /// How many of them changed the text.
    pub changed: usize,
}

/// One's own contribution and what became of it.
#[derive(Clone, Debug, Serialize)]
pub struct ThreadShown {
    /// A short name of it in addresses on the page.
    pub id: String,
    /// Its words, paragraph by paragraph.
    pub paragraphs: Vec<String>,
    /// The text of its mark.
    pub mark_key: Option<&'static str>,
    /// What it is about.
    pub spot: Option<String>,
    /// Whether somebody has read it.
    pub is_read: bool,
    /// Its themes with what the town says.
    pub themes: Vec<ThemeOutcome>,
    /// What the town says to it alone.
    pub own: Option<AssessmentView>,
    /// What its themes changed.
    pub effects: Vec<EffectShown>,
}

fn effect() -> EffectShown {
    EffectShown {
        edition: "Überarbeiteter Entwurf".into(),
        what: "reworded".into(),
        name: "Öffentliche Räume sicherer machen".into(),
        url: "/strategies/sek/editions/2".into(),
        diff: DiffView::between(
            ("Gewalt verringern", "Alle leben sicher."),
            ("Öffentliche Räume sicherer machen", "Alle leben sicher."),
        ),
    }
}

impl View for ThemeOutcomePage {
    const TEMPLATE: &'static str = "revision/outcome-theme.html";

    fn samples() -> Vec<Self> {
        let page = Self {
            head: Head::sample(),
            theme: ThemeOutcome::sample(1, Some(AssessmentView::sample(Position::Followed, true))),
            about: "Sicherheit und Schutz sollen zwei Ziele sein.".into(),
            spot: Some("2.4 Gewalt verringern".into()),
            effects: vec![effect()],
            quotes: vec![QuoteShown {
                paragraphs: vec!["Bitte trennen.".into()],
                mark_key: Some("mark-unclear"),
                spot: Some("2.4 Gewalt verringern".into()),
            }],
            shown: 60,
            page: 1,
            pages: 2,
        };
        let bare = Self {
            theme: ThemeOutcome::sample(2, None),
            about: String::new(),
            spot: None,
            effects: Vec::new(),
            quotes: Vec::new(),
            shown: 0,
            pages: 1,
            ..page.clone()
        };
        vec![page, bare]
    }
}

impl View for OwnOutcomePage {
    const TEMPLATE: &'static str = "revision/outcome-own.html";
    const PRIVATE: bool = true;

    fn samples() -> Vec<Self> {
        let said = || Some(AssessmentView::sample(Position::Followed, true));
        let thread = |n: u8, is_read: bool| ThreadShown {
            id: format!("c{n}"),
            paragraphs: vec!["Bitte trennen.".into()],
            mark_key: is_read.then_some("mark-unclear"),
            spot: is_read.then(|| "2.4 Gewalt verringern".to_owned()),
            is_read,
            themes: Vec::from_iter(is_read.then(|| ThemeOutcome::sample(n, said()))),
            own: said().filter(|_| n == 3),
            effects: Vec::from_iter((n == 1).then(effect)),
        };
        let page = Self {
            head: Head::sample(),
            back_url: "/p/k7mq4t2x9hrdw3pa6n5ejv8bc2xy/contributions".into(),
            threads: vec![thread(1, true), thread(2, false), thread(3, true)],
            is_out: true,
            changed: 1,
        };
        let waiting = Self {
            is_out: false,
            changed: 0,
            ..page.clone()
        };
        let none = Self {
            threads: Vec::new(),
            changed: 0,
            ..page.clone()
        };
        vec![page, waiting, none]
    }
}
