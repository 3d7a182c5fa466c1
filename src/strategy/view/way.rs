//! What the council does with an edition, as pages show it. The slice `council` fills it in; the pages on which editions
//! are read show it.

use chrono::NaiveDate;
use serde::Serialize;

/// Out of which paper a decided edition came.
#[derive(Clone, Debug, Serialize)]
pub struct Source {
    /// The paper's page.
    pub url: String,
    /// Its reference.
    pub reference: String,
    /// The body that decided.
    pub body: String,
    /// The day of the decision.
    pub day: NaiveDate,
}

/// A paper with its way through the bodies.
#[derive(Clone, Debug, Serialize)]
pub struct PaperWay {
    /// Its page.
    pub url: String,
    /// Its reference.
    pub reference: String,
    /// The text that names its kind.
    pub kind_key: &'static str,
    /// What it is about.
    pub subject: String,
    /// Its steps in their order.
    pub steps: Vec<StepShown>,
}

/// A step as somebody sees it.
#[derive(Clone, Debug, Serialize)]
pub struct StepShown {
    /// The day.
    pub day: NaiveDate,
    /// Whether it is still to come.
    pub is_ahead: bool,
    /// Whether it is what comes next.
    pub is_next: bool,
    /// Everything else; none when it is not public for whoever looks.
    pub open: Option<OpenStep>,
}

/// What is to be known of a step.
#[derive(Clone, Debug, Serialize)]
pub struct OpenStep {
    /// The body.
    pub body: String,
    /// The text that says what it does with the paper.
    pub role_key: &'static str,
    /// Whether everyone may know of it.
    pub is_public: bool,
    /// The text and the badge of the outcome.
    pub outcome: Option<(&'static str, &'static str)>,
    /// How many were for it.
    pub vote: Option<VoteShown>,
    /// As it was decided, in paragraphs.
    pub wording: Vec<String>,
}

/// How many were for it.
#[derive(Clone, Debug, Serialize)]
pub struct VoteShown {
    /// `unanimous`, `majority` or `counted`.
    pub kind: &'static str,
    /// For it, against it, neither; where it was counted.
    pub numbers: Option<[i32; 3]>,
}

impl Source {
    /// An example.
    pub fn sample() -> Self {
        Self {
            url: "/papers/k7mq".into(),
            reference: "354/20".into(),
            body: "Gemeinderat".into(),
            day: NaiveDate::default(),
        }
    }
}

impl PaperWay {
    /// An example in which everything can be seen that can be.
    pub fn sample() -> Self {
        Self {
            url: "/papers/k7mq".into(),
            reference: "I0264/09".into(),
            kind_key: "paper-kind-decision",
            subject: "Ziele für Lindenau 2035".into(),
            steps: StepShown::samples(),
        }
    }
}

impl StepShown {
    /// A step that is not public, one that is over, one with a counted vote, and one to come.
    pub fn samples() -> Vec<Self> {
        let open = OpenStep {
            body: "Gemeinderat".into(),
            role_key: "step-role-decision",
            is_public: true,
            outcome: Some(("step-outcome-decided", "success")),
            vote: Some(VoteShown {
                kind: "counted",
                numbers: Some([21, 4, 1]),
            }),
            wording: vec!["Der Gemeinderat beschließt die Ziele.".into()],
        };
        let step = |open, is_next| Self {
            day: NaiveDate::default(),
            is_ahead: is_next,
            is_next,
            open,
        };
        let vote = |kind| {
            Some(VoteShown {
                kind,
                numbers: None,
            })
        };
        let bare = OpenStep {
            is_public: false,
            outcome: None,
            vote: vote("unanimous"),
            wording: Vec::new(),
            ..open.clone()
        };
        let majority = OpenStep {
            vote: vote("majority"),
            ..open.clone()
        };
        let ahead = OpenStep {
            vote: None,
            is_public: true,
            ..bare.clone()
        };
        vec![
            step(None, false),
            step(Some(bare), false),
            step(Some(majority), false),
            step(Some(open), false),
            step(Some(ahead), true),
        ]
    }
}
