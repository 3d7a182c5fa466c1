//! The page about the list.

use serde::Serialize;

use crate::base::page::View;

/// `templates/transparency/log.html`: what the list is for, its newest state, its key.
#[derive(Clone, Debug, Serialize)]
pub struct LogPage {
    /// The newest signed state; none while the list is empty.
    pub state: Option<SignedState>,
    /// The public key, as programs take it.
    pub key: String,
    /// Its fingerprint, to compare by eye.
    pub fingerprint: String,
}

/// A signed state.
#[derive(Clone, Debug, Serialize)]
pub struct SignedState {
    /// How many lines.
    pub size: u64,
    /// When it was signed, in words.
    pub made_at: String,
    /// The note, line by line.
    pub note: Vec<String>,
}

impl View for LogPage {
    const TEMPLATE: &'static str = "transparency/log.html";

    fn samples() -> Vec<Self> {
        let state = SignedState {
            size: 1_274,
            made_at: "17. Juli 2026, 10:00".into(),
            note: [
                "mitreden.example/log",
                "1274",
                "CQkJCQkJCQkJCQkJCQkJCQkJCQkJCQkJCQkJCQkJCQk=",
                "",
                "\u{2014} mitreden.example/log wS+O0Yh8lPJk",
            ]
            .map(str::to_owned)
            .into(),
        };
        [Some(state), None]
            .map(|state| Self {
                state,
                key: "mitreden.example/log+c12f8ed1+AQkJCQkJCQkJCQkJCQkJCQkJCQkJCQkJCQkJCQkJCQkJ"
                    .into(),
                fingerprint: ["9f86"; 16].join(" "),
            })
            .into()
    }
}
