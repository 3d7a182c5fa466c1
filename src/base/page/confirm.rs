//! The page that asks before something is done that cannot simply be done again.

use serde::Serialize;

use super::{FieldMessage, View};

/// Asks once: what will happen, to what, and the button that does it. The form is sent to the page's own address.
#[derive(Clone, Debug, Serialize)]
pub struct Confirm {
    /// The question, e.g. "Umfrage löschen?".
    pub title: String,
    /// What will happen, and whether it can be undone.
    pub text: String,
    /// What is affected, one line each; may be empty.
    pub items: Vec<String>,
    /// The verb of what happens.
    pub button: String,
    /// Where nothing happens.
    pub back_url: String,
    /// The field for a reason, where one is needed.
    pub reason: Option<Reason>,
}

/// The field for a reason; it is sent as `reason`.
#[derive(Clone, Debug, Serialize)]
pub struct Reason {
    /// What is asked.
    pub label: String,
    /// Who will read it.
    pub hint: String,
    /// Most characters.
    pub limit: usize,
    /// What was typed.
    pub value: String,
    /// What to do about it.
    pub errors: Vec<FieldMessage>,
}

impl View for Confirm {
    const TEMPLATE: &'static str = "ui/confirm.html";
    const PRIVATE: bool = true;
    const DESK: bool = true;

    fn samples() -> Vec<Self> {
        let bare = Self {
            title: "Umfrage löschen?".into(),
            text: "Sie hat noch keine Antworten.".into(),
            items: Vec::new(),
            button: "Löschen".into(),
            back_url: "/desk".into(),
            reason: None,
        };
        let reason = Reason {
            label: "Grund".into(),
            hint: "Der Grund steht öffentlich auf der Seite der Beteiligung.".into(),
            limit: 500,
            value: String::new(),
            errors: vec![FieldMessage {
                field_id: "reason".into(),
                message: "Schreiben Sie bitte einen Grund.".into(),
            }],
        };
        vec![
            Self {
                items: vec!["12 Fragen".into(), "3 Zugangscodes".into()],
                reason: Some(reason),
                ..bare.clone()
            },
            bare,
        ]
    }
}
