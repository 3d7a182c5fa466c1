//! One text.

use chrono::NaiveDate;
use serde::Serialize;

use crate::account::store::names::Author;
use crate::base::page::{FieldMessage, View};
use crate::survey::TextState;

/// `templates/moderation/desk-one.html`: the text, what it is about, what was decided, and what can be.
#[derive(Clone, Debug, Serialize)]
pub struct OnePage {
    /// Its identity.
    pub id: String,
    /// Where the list goes on.
    pub back_url: String,
    /// The query that the forms of this page carry on, with the way back.
    pub query: String,
    /// Where it stands.
    pub state: TextState,
    /// The question it answers; for a goal its title.
    pub question: String,
    /// The wording of the goal; empty for other questions.
    pub wording: String,
    /// The survey's title; empty for comments.
    pub survey: String,
    /// What is told of a comment beside its text.
    pub comment: Option<CommentAbout>,
    /// What others report about it.
    pub reports: Vec<ReportRow>,
    /// The consultation's title.
    pub consultation: String,
    /// Whether the consultation shows texts to everyone at all.
    pub publishes: bool,
    /// The text key of the mark given with it.
    pub mark_key: Option<&'static str>,
    /// The text as everyone reads it or would, paragraph by paragraph.
    pub paragraphs: Vec<String>,
    /// As its author wrote it, where passages were blacked out; for those who may read raw answers.
    pub original: Option<Vec<String>>,
    /// Whether whoever reads may also decide.
    pub may_decide: bool,
    /// Whether passages were blacked out.
    pub is_redacted: bool,
    /// Its words, line by line, to be blacked out.
    pub lines: Vec<Vec<Piece>>,
    /// What might be personal data.
    pub suggestions: Vec<Gap>,
    /// How many decisions there were when the page was shown.
    pub seen: usize,
    /// Reasons to hide it.
    pub reasons: Vec<Choice>,
    /// What its author objects.
    pub objection: Option<String>,
    /// The day she did.
    pub objected_on: Option<NaiveDate>,
    /// What she was answered.
    pub answer: Option<String>,
    /// What was decided, the newest first.
    pub past: Vec<PastRow>,
    /// What was typed and has to be corrected.
    pub refill: Refilled,
    /// Most characters of note and answer.
    pub limits: [usize; 2],
}

/// What is told of a comment beside its text.
#[derive(Clone, Debug, Serialize)]
pub struct CommentAbout {
    /// As its author wants to be named; it is published with the text.
    pub name: Option<String>,
    /// Where everyone reads it once it is released.
    pub url: String,
}

/// What somebody reports about a comment.
#[derive(Clone, Debug, Serialize)]
pub struct ReportRow {
    /// The text key of the reason.
    pub reason_key: &'static str,
    /// What was added to it; may be empty.
    pub words: String,
    /// The day.
    pub on: NaiveDate,
}

/// One word.
#[derive(Clone, Debug, Serialize)]
pub struct Piece {
    /// Its place in the text, from 0.
    pub place: usize,
    /// The signs before it.
    pub before: String,
    /// What would be blacked out; empty when nothing can be.
    pub core: String,
    /// The signs behind it.
    pub after: String,
    /// Whether it is part of a suggestion.
    pub is_suggested: bool,
    /// Whether it was ticked.
    pub is_chosen: bool,
}

/// Something that might be personal data.
#[derive(Clone, Debug, Serialize)]
pub struct Gap {
    /// Its number.
    pub number: usize,
    /// The text key of what it looks like.
    pub label_key: &'static str,
    /// The passage.
    pub passage: String,
}

/// One of several reasons.
#[derive(Clone, Debug, Serialize)]
pub struct Choice {
    /// What the form sends.
    pub value: &'static str,
    /// The text that names it.
    pub label_key: &'static str,
}

/// A decision of the past.
#[derive(Clone, Debug, Serialize)]
pub struct PastRow {
    /// `released`, `hidden`, `redacted` or `reopened`.
    pub decision: String,
    /// The text key of the reason.
    pub reason_key: Option<&'static str>,
    /// What was added to it.
    pub note: String,
    /// The day.
    pub day: NaiveDate,
    /// The local time, e.g. "14:05".
    pub time: String,
    /// Who.
    pub by: Author,
}

/// What was typed and has to be corrected.
#[derive(Clone, Debug, Default, Serialize)]
pub struct Refilled {
    /// The chosen reason.
    pub reason: String,
    /// The note.
    pub note: String,
    /// The answer to an objection.
    pub answer: String,
    /// What comes of the objection.
    pub outcome: String,
    /// What to do.
    pub errors: Vec<FieldMessage>,
}

fn sample_comment() -> CommentAbout {
    CommentAbout {
        name: Some("Kim".into()),
        url: "/consultations/ziele/comments/sz-4#c-1".into(),
    }
}

fn sample_reports() -> Vec<ReportRow> {
    let report = |words: &str| ReportRow {
        reason_key: "hide-other",
        words: words.into(),
        on: NaiveDate::default(),
    };
    vec![report(""), report("Steht so nicht da.")]
}

fn sample_past(decision: &str, name: &str, label_key: Option<&'static str>) -> PastRow {
    PastRow {
        decision: decision.into(),
        reason_key: Some("hide-other").filter(|_| decision == "hidden"),
        note: "Bitte ohne Namen.".into(),
        day: NaiveDate::default(),
        time: "14:05".into(),
        by: Author {
            name: name.into(),
            label_key,
            role_keys: vec!["role-moderator"],
        },
    }
}

impl View for OnePage {
    const TEMPLATE: &'static str = "moderation/desk-one.html";
    const PRIVATE: bool = true;
    const DESK: bool = true;

    fn samples() -> Vec<Self> {
        let day = NaiveDate::default();
        let piece = |place, core: &str, is_suggested| Piece {
            place,
            before: String::new(),
            core: core.into(),
            after: ".".into(),
            is_suggested,
            is_chosen: is_suggested,
        };
        let refused = |field: &str, message: &str| Refilled {
            errors: vec![FieldMessage {
                field_id: field.into(),
                message: message.into(),
            }],
            ..Refilled::default()
        };
        let waiting = Self {
            id: "k7mq4t2x9hrdw3pa6n5ejv8bc2".into(),
            back_url: "/desk/moderation".into(),
            query: "?state=waiting".into(),
            state: TextState::Waiting,
            question: "Wege sind hell".into(),
            wording: "Niemand muss im Dunkeln gehen.".into(),
            survey: "Zusammenleben".into(),
            comment: None,
            reports: Vec::new(),
            consultation: "Ziele für die Stadt".into(),
            publishes: true,
            mark_key: Some("mark-bolder"),
            paragraphs: vec!["Fragen Sie Frau Beispiel.".into()],
            original: None,
            may_decide: true,
            is_redacted: false,
            lines: vec![vec![
                piece(0, "Frau", false),
                piece(1, "Beispiel", true),
                piece(2, "", false),
            ]],
            suggestions: vec![Gap {
                number: 0,
                label_key: "redact-name",
                passage: "Beispiel".into(),
            }],
            seen: 0,
            reasons: vec![Choice {
                value: "insult",
                label_key: "hide-insult",
            }],
            objection: None,
            objected_on: None,
            answer: None,
            past: Vec::new(),
            refill: Refilled::default(),
            limits: [500, 1_000],
        };
        let hidden = Self {
            state: TextState::Hidden,
            objection: Some("Das war nicht böse gemeint.".into()),
            objected_on: Some(day),
            past: vec![
                sample_past("hidden", "Kim Beispiel", None),
                sample_past("reopened", "", Some("author-console")),
                sample_past("released", "", Some("author-demo")),
            ],
            refill: refused("answer", "Schreiben Sie eine Antwort."),
            ..waiting.clone()
        };
        let redacted = Self {
            state: TextState::Redacted,
            is_redacted: true,
            publishes: false,
            mark_key: None,
            wording: String::new(),
            original: Some(vec!["Fragen Sie Frau Beispiel.".into()]),
            may_decide: false,
            answer: Some("Wir bleiben dabei.".into()),
            past: vec![sample_past("redacted", "Kim Beispiel", None)],
            refill: Refilled::default(),
            ..hidden.clone()
        };
        let released = Self {
            state: TextState::Released,
            survey: String::new(),
            comment: Some(sample_comment()),
            reports: sample_reports(),
            suggestions: Vec::new(),
            refill: refused("redact", "Wählen Sie mindestens ein Wort."),
            ..waiting.clone()
        };
        vec![waiting, hidden, redacted, released]
    }
}
