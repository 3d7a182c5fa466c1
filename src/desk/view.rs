//! The first page of the desk, as data.

use serde::Serialize;

use crate::base::page::View;

/// What waits for whoever is signed in.
#[derive(Clone, Debug, Serialize)]
pub struct HomePage {
    /// Her name.
    pub name: String,
}

impl View for HomePage {
    const TEMPLATE: &'static str = "desk/home.html";
    const PRIVATE: bool = true;
    const DESK: bool = true;

    fn samples() -> Vec<Self> {
        vec![Self {
            name: "Kim Beispiel".into(),
        }]
    }
}
