//! The next edition as a tree beside the last one.

use serde::Serialize;

use crate::base::page::View;
use crate::strategy::view::compare::{ChangedElement, Tally};
use crate::strategy::view::draft::DraftView;
use crate::theme::view::Head;

/// `templates/revision/desk-revision-trees.html`: both trees, aligned by what became of each element.
#[derive(Clone, Serialize)]
pub struct TreesPage {
    /// Which draft.
    pub draft: DraftView,
    /// The consultation whose contributions stand beside it; none when the strategy has none.
    pub consultation: Option<Head>,
    /// How many elements became what.
    pub counts: Tally,
    /// How many elements change without a cause so far.
    pub uncaused: usize,
    /// The first of them.
    pub first_uncaused: Option<String>,
    /// By what it can be narrowed, and how many elements that leaves.
    pub shows: Vec<(TreesShow, usize)>,
    /// By what it is narrowed.
    pub show: TreesShow,
    /// The fields of action.
    pub fields: Vec<FieldPairs>,
}

/// Which elements are shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum TreesShow {
    /// All of them.
    All,
    /// What became different.
    Changed,
    /// What became different and has no cause yet.
    Uncaused,
    /// What has themes.
    Themes,
    /// What has themes to which the town has not said everything.
    Open,
}

impl TreesShow {
    /// All of them, in the order of the page.
    pub const ALL: [Self; 5] = [
        Self::All,
        Self::Changed,
        Self::Uncaused,
        Self::Themes,
        Self::Open,
    ];

    /// As the address names it.
    pub fn parse(text: &str) -> Option<Self> {
        match text {
            "all" => Some(Self::All),
            "changed" => Some(Self::Changed),
            "uncaused" => Some(Self::Uncaused),
            "themes" => Some(Self::Themes),
            "open" => Some(Self::Open),
            _ => None,
        }
    }

    /// Whether an element belongs to it.
    pub fn wants(self, row: &PairRow) -> bool {
        match self {
            Self::All => true,
            Self::Changed => row.is_left || row.state != "same",
            Self::Uncaused => row.state == "uncaused",
            Self::Themes => row.themes > 0,
            Self::Open => row.themes > row.decided,
        }
    }
}

/// A field of action with what is shown of it.
#[derive(Clone, Serialize)]
pub struct FieldPairs {
    /// Its lasting name.
    pub key: String,
    /// What it is called.
    pub name: SideName,
    /// How many of its elements became different.
    pub changed: usize,
    /// How many of those have no cause yet.
    pub uncaused: usize,
    /// How many themes it has.
    pub themes: usize,
    /// How many of its elements are not shown.
    pub hidden: usize,
    /// Whether it is laid open.
    pub is_open: bool,
    /// Its elements, it itself first.
    pub rows: Vec<PairRow>,
}

/// One element in both trees.
#[derive(Clone, Serialize)]
pub struct PairRow {
    /// Its lasting name.
    pub key: String,
    /// Its page.
    pub url: String,
    /// `field`, `principle`, `goal` or `action-goal`.
    pub kind: &'static str,
    /// In the last edition; none if it is new.
    pub before: Option<SideName>,
    /// In the next edition; none if it is retired.
    pub after: Option<SideName>,
    /// Whether this is only where it stood: now it stands elsewhere.
    pub is_left: bool,
    /// `same`, `caused` (changed, with its cause) or `uncaused`.
    pub state: &'static str,
    /// `heard`, or the sort of an editorial cause.
    pub cause: Option<String>,
    /// How many marks it got.
    pub marks: u64,
    /// How many per cent of them find it right, where there are enough.
    pub right: Option<u8>,
    /// How many contributions are about it.
    pub contributions: i64,
    /// How many themes.
    pub themes: usize,
    /// To how many of them the town has said something.
    pub decided: usize,
    /// Its words with what became of them.
    pub element: ChangedElement,
}

/// What an element is called in one edition.
#[derive(Clone, Debug, Default, Serialize)]
pub struct SideName {
    /// "2.4"; empty without a number.
    pub label: String,
    /// Its title or first words.
    pub name: String,
}

impl View for TreesPage {
    const TEMPLATE: &'static str = "revision/desk-revision-trees.html";
    const PRIVATE: bool = true;
    const DESK: bool = true;

    fn samples() -> Vec<Self> {
        let name = || {
            Some(SideName {
                label: "2.4".into(),
                name: "Gewalt verringern".into(),
            })
        };
        let row = |layout: &'static str, state: &'static str, kind: &'static str| PairRow {
            key: format!("sz-{kind}-{layout}"),
            url: format!("/desk/strategies/sek/drafts/x/revision/sz-{layout}"),
            kind,
            before: name().filter(|_| layout != "added"),
            after: name().filter(|_| layout != "retired"),
            is_left: false,
            state,
            cause: (state == "caused").then(|| "heard".into()),
            marks: 32,
            right: (state != "same").then_some(47),
            contributions: 27,
            themes: 4,
            decided: 3,
            element: ChangedElement::sample(layout),
        };
        let field = |is_open: bool, rows: Vec<PairRow>| FieldPairs {
            key: format!("hf-{is_open}"),
            name: name().unwrap_or_default(),
            changed: rows.len(),
            uncaused: usize::from(is_open),
            themes: 7,
            hidden: usize::from(!is_open) * 3,
            is_open,
            rows,
        };
        let left = PairRow {
            key: "sz-goal-changed".into(),
            is_left: true,
            marks: 0,
            right: None,
            contributions: 0,
            themes: 0,
            decided: 0,
            ..row("same", "same", "goal")
        };
        let rows = vec![
            row("same", "same", "field"),
            row("changed", "uncaused", "principle"),
            row("changed", "caused", "goal"),
            row("added", "caused", "goal"),
            row("retired", "uncaused", "action-goal"),
            left,
        ];
        let counts = Tally {
            added: 1,
            reworded: 2,
            moved: 1,
            retired: 1,
            unchanged: 30,
            any: true,
        };
        let page = Self {
            draft: DraftView {
                title: "Stadtentwicklungskonzept".into(),
                strategy_url: "/desk/strategies/sek".into(),
                url: "/desk/strategies/sek/drafts/x".into(),
                base: Some("Entwurf 1".into()),
                version: 3,
            },
            consultation: Some(Head::sample()),
            counts,
            uncaused: 2,
            first_uncaused: Some("/desk/strategies/sek/drafts/x/revision/sz-4".into()),
            shows: TreesShow::ALL.map(|show| (show, 6)).to_vec(),
            show: TreesShow::All,
            fields: vec![
                field(true, rows),
                field(false, vec![row("same", "same", "goal")]),
            ],
        };
        let calm = Self {
            uncaused: 0,
            first_uncaused: None,
            ..page.clone()
        };
        let first = Self {
            draft: DraftView {
                base: None,
                ..page.draft.clone()
            },
            consultation: None,
            counts: Tally::default(),
            show: TreesShow::Changed,
            fields: Vec::new(),
            ..calm.clone()
        };
        vec![page, calm, first]
    }
}
