//! The queue.

use serde::Serialize;

use crate::base::page::{Listing, View};
use crate::survey::TextState;

/// `templates/moderation/desk-queue.html`: one list of the queue, page by page.
#[derive(Clone, Debug, Serialize)]
pub struct QueuePage {
    /// What is searched for and filtered.
    pub listing: Listing,
    /// The lists, each with its count.
    pub tabs: Vec<TabLink>,
    /// The list that is shown: a state, `objections` or `reports`.
    pub tab: &'static str,
    /// What the forms of this page send to: its own address with the filters.
    pub query: String,
    /// The consultations to choose from.
    pub consultations: Vec<Item>,
    /// The surveys of the chosen consultation.
    pub surveys: Vec<Item>,
    /// The questions of the chosen survey.
    pub questions: Vec<Item>,
    /// The texts of this page.
    pub rows: Vec<Row>,
    /// Whether whoever reads may also decide.
    pub may_decide: bool,
    /// What was just done and can be taken back: the instant of it.
    pub undo: Option<String>,
    /// Whether nothing was ticked when the button for all ticked texts was pressed.
    pub is_nothing_chosen: bool,
}

/// One list of the queue.
#[derive(Clone, Debug, Serialize)]
pub struct TabLink {
    /// Which.
    pub tab: &'static str,
    /// Where it is.
    pub url: String,
    /// How many texts it has.
    pub count: i64,
}

/// Something to filter by.
#[derive(Clone, Debug, Serialize)]
pub struct Item {
    /// What the address says.
    pub value: String,
    /// What people read.
    pub label: String,
}

/// One text.
#[derive(Clone, Debug, Serialize)]
pub struct Row {
    /// Its identity.
    pub id: String,
    /// The page of this text, with the way back to this place of the list.
    pub url: String,
    /// Where it stands.
    pub state: TextState,
    /// The text, paragraph by paragraph.
    pub paragraphs: Vec<String>,
    /// The question it answers; for a goal its title.
    pub question: String,
    /// The wording of the goal.
    pub wording: String,
    /// The survey's title; empty for comments.
    pub survey: String,
    /// As the author of a comment wants to be named; it is published with the text.
    pub name: Option<String>,
    /// The consultation's title.
    pub consultation: String,
    /// The text key of the mark given with it.
    pub mark_key: Option<&'static str>,
    /// Whether the consultation shows texts to everyone at all.
    pub publishes: bool,
    /// What its author objects, while she waits for an answer.
    pub objection: Option<String>,
    /// Whether something in it looks like personal data.
    pub has_suggestions: bool,
}

impl View for QueuePage {
    const TEMPLATE: &'static str = "moderation/desk-queue.html";
    const PRIVATE: bool = true;
    const DESK: bool = true;
    const ALIKE: bool = true;

    fn samples() -> Vec<Self> {
        let row = Row {
            id: "k7mq4t2x9hrdw3pa6n5ejv8bc2".into(),
            url: "/desk/moderation/k7mq4t2x9hrdw3pa6n5ejv8bc2?page=2".into(),
            state: TextState::Waiting,
            paragraphs: vec!["Am Bach fehlt Licht.".into(), "Bitte bald!".into()],
            question: "Wege sind hell".into(),
            wording: "Niemand muss im Dunkeln gehen.".into(),
            survey: "Zusammenleben".into(),
            name: None,
            consultation: "Ziele für die Stadt".into(),
            mark_key: Some("mark-bolder"),
            publishes: true,
            objection: None,
            has_suggestions: true,
        };
        let option = Item {
            value: "ziele".into(),
            label: "Ziele für die Stadt".into(),
        };
        let page = |tab: &'static str, may_decide: bool, rows: Vec<Row>| Self {
            listing: Listing::sample(rows.len(), &["id"]),
            tabs: [
                "waiting",
                "released",
                "hidden",
                "redacted",
                "objections",
                "reports",
            ]
            .map(|tab| TabLink {
                tab,
                url: format!("/desk/moderation?state={tab}"),
                count: 12,
            })
            .into(),
            tab,
            query: "?page=2".into(),
            consultations: vec![option.clone()],
            surveys: vec![option.clone()],
            questions: vec![option.clone()],
            rows,
            may_decide,
            undo: may_decide.then(|| "1782892800000000".into()),
            is_nothing_chosen: may_decide,
        };
        let hidden = Row {
            state: TextState::Hidden,
            mark_key: None,
            publishes: false,
            objection: Some("Das war nicht böse gemeint.".into()),
            has_suggestions: false,
            wording: String::new(),
            survey: String::new(),
            name: Some("Kim".into()),
            id: "mmmq4t2x9hrdw3pa6n5ejv8bc2".into(),
            ..row.clone()
        };
        vec![
            page("waiting", true, vec![row.clone(), hidden.clone()]),
            page("objections", true, vec![hidden]),
            page("waiting", false, vec![row]),
            page("waiting", true, Vec::new()),
            page("released", false, Vec::new()),
        ]
    }
}
