//! One element of the next edition beside what people said about it.

use serde::Serialize;

use crate::assessment::model::Position;
use crate::assessment::view::AssessmentView;
use crate::base::page::{Faults, View};
use crate::strategy::cause::MAX_REASON;
use crate::strategy::view::draft::{
    ChangedWords, ChildView, DiffView, DraftView, ElementView, SaidView,
};
use crate::theme::view::{ContributionRow, Head};

/// `templates/revision/desk-revision.html`: other words for one element, with the cause of the change.
#[derive(Serialize)]
pub struct RevisionPage {
    /// Which draft.
    pub draft: DraftView,
    /// Which element.
    pub element: ElementView,
    /// Whether it is in the next edition no more: then there is only a cause to give.
    pub is_retired: bool,
    /// The second part, while one becomes two.
    pub split: Option<SplitView>,
    /// The element before it.
    pub previous: Option<Neighbour>,
    /// The element after it.
    pub next: Option<Neighbour>,
    /// The consultation whose contributions stand beside it; none when the strategy has none.
    pub consultation: Option<Head>,
    /// The field of action in which it stands, row by row.
    pub tree: Vec<TreeRow>,
    /// The other fields.
    pub fields: Vec<TreeRow>,
    /// Where the form is sent.
    pub action: String,
    /// Whether its kind has a number and a title.
    pub has_title: bool,
    /// What stands in the fields.
    pub said: SaidView,
    /// What became different since the edition before.
    pub diff: Option<DiffView>,
    /// How many words of it.
    pub changed_words: ChangedWords,
    /// Whether the edition before has it at all.
    pub has_base: bool,
    /// What it says now, when somebody else changed it meanwhile.
    pub conflict: Option<SaidView>,
    /// `heard` or `editorial`; empty while nothing is chosen.
    pub cause: String,
    /// The themes to name.
    pub themes: Vec<ThemePick>,
    /// The sort of an editorial cause.
    pub kind: String,
    /// The reason for everyone.
    pub reason: String,
    /// Most characters of it.
    pub reason_limit: usize,
    /// The marks on it, when it is a goal that was asked about.
    pub figures: Option<GoalFigures>,
    /// Segments of statements about it.
    pub segments: Vec<ContributionRow>,
    /// What to correct.
    pub faults: Faults,
}

/// The second part of an element that becomes two.
#[derive(Clone, Debug, Serialize)]
pub struct SplitView {
    /// What it will say.
    pub said: SaidView,
    /// What is below the element and may go along with it.
    pub children: Vec<ChildView>,
}

/// The element before or after another one.
#[derive(Clone, Debug, Serialize)]
pub struct Neighbour {
    /// Its page.
    pub url: String,
    /// "2.4 Gewalt verringern".
    pub name: String,
}

/// One element in the list beside.
#[derive(Clone, Debug, Serialize)]
pub struct TreeRow {
    /// Its page.
    pub url: String,
    /// `field`, `principle`, `goal` or `action-goal`.
    pub kind: &'static str,
    /// "2.4"; empty without a number.
    pub label: String,
    /// Its title or first words.
    pub name: String,
    /// `same`, `caused` (changed, with its cause) or `uncaused`.
    pub state: &'static str,
    /// Its themes.
    pub themes: usize,
    /// Whether it is the one on the screen.
    pub is_current: bool,
}

/// A theme that a change may name.
#[derive(Clone, Debug, Serialize)]
pub struct ThemePick {
    /// Its identity.
    pub id: String,
    /// Its name.
    pub name: String,
    /// How many contributions it has.
    pub count: i64,
    /// Whether it is ticked.
    pub is_chosen: bool,
    /// Whether it is about this element.
    pub is_near: bool,
    /// What the town says to it so far.
    pub assessment: Option<AssessmentView>,
}

/// The marks on a goal.
#[derive(Clone, Debug, Serialize)]
pub struct GoalFigures {
    /// How many.
    pub marks: u64,
    /// Mark by mark, in the order of the form: its text, how often, and per cent where there are enough.
    pub rows: Vec<(&'static str, u64, Option<u8>)>,
}

/// The marks on a goal, as an example.
fn figures(percent: Option<u8>) -> GoalFigures {
    GoalFigures {
        marks: 32,
        rows: vec![("mark-right", 15, percent), ("mark-bolder", 9, percent)],
    }
}

/// An example.
fn sample() -> RevisionPage {
    let said = SaidView {
        number: "4".into(),
        title: "Gewalt verringern".into(),
        text: "In Lindenau leben alle Menschen sicher.".into(),
    };
    let row = |state: &'static str, is_current: bool| TreeRow {
        url: format!("/desk/strategies/sek/drafts/x/revision/{state}"),
        kind: if is_current { "goal" } else { "principle" },
        label: if is_current { "2.4" } else { "" }.into(),
        name: "Gewalt verringern".into(),
        state,
        themes: 2,
        is_current,
    };
    let pick = |is_near: bool| ThemePick {
        id: format!("t{is_near}"),
        name: "Zwei Themen trennen".into(),
        count: 11,
        is_chosen: is_near,
        is_near,
        assessment: is_near.then(|| AssessmentView::sample(Position::Followed, true)),
    };
    RevisionPage {
        draft: DraftView {
            title: "Stadtentwicklungskonzept".into(),
            strategy_url: "/desk/strategies/sek".into(),
            url: "/desk/strategies/sek/drafts/x".into(),
            base: Some("Entwurf 1".into()),
            version: 3,
        },
        element: ElementView {
            kind: "goal",
            key: "sz-4".into(),
            label: "2.4".into(),
            name: "Gewalt verringern".into(),
        },
        is_retired: false,
        split: None,
        previous: None,
        next: Some(Neighbour {
            url: "/desk/strategies/sek/drafts/x/revision/sz-5".into(),
            name: "2.5 Orte der Begegnung schaffen".into(),
        }),
        consultation: Some(Head::sample()),
        tree: vec![
            row("same", false),
            row("caused", true),
            row("uncaused", false),
        ],
        fields: vec![row("same", false)],
        action: "/desk/strategies/sek/drafts/x/revision/sz-4".into(),
        has_title: true,
        diff: DiffView::between(("Gewalt", "Alt."), ("Gewalt verringern", "Neu.")),
        changed_words: ChangedWords {
            added: 3,
            removed: 2,
        },
        has_base: true,
        said: said.clone(),
        conflict: None,
        cause: "heard".into(),
        themes: vec![pick(true), pick(false)],
        kind: String::new(),
        reason: "Die Ursachen sind verschieden.".into(),
        reason_limit: MAX_REASON,
        figures: Some(figures(Some(47))),
        segments: vec![ContributionRow::sample(true)],
        faults: Faults::default(),
    }
}

impl View for RevisionPage {
    const TEMPLATE: &'static str = "revision/desk-revision.html";
    const PRIVATE: bool = true;
    const DESK: bool = true;

    fn samples() -> Vec<Self> {
        let page = sample;
        vec![
            page(),
            Self {
                diff: None,
                conflict: Some(page().said),
                cause: String::new(),
                figures: Some(figures(None)),
                faults: Faults::sample(&["title", "text", "cause", "theme", "kind", "reason"]),
                ..page()
            },
            Self {
                consultation: None,
                diff: None,
                has_base: false,
                has_title: false,
                next: None,
                previous: page().next,
                changed_words: ChangedWords::default(),
                cause: "editorial".into(),
                kind: "clarity".into(),
                themes: Vec::new(),
                figures: None,
                segments: Vec::new(),
                fields: Vec::new(),
                ..page()
            },
            Self {
                split: Some(SplitView {
                    said: SaidView::default(),
                    children: vec![ChildView {
                        key: "sz-4-a".into(),
                        name: "Wege beleuchten".into(),
                        along: true,
                    }],
                }),
                faults: Faults::sample(&["second_title", "second_text"]),
                ..page()
            },
            Self {
                is_retired: true,
                ..page()
            },
        ]
    }
}
