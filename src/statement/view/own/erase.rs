//! Everything in a statement is to go; and the addresses of those who signed it.

use serde::Serialize;

use crate::base::page::{FieldMessage, View};
use crate::statement::view::{SeatWords, sample};

/// `templates/statement/erase.html`: what goes for good, and what stays.
#[derive(Clone, Serialize)]
pub struct StatementErasePage {
    /// Whose, on what, until when.
    pub seat: SeatWords,
    /// The number, which stays.
    pub number: i32,
    /// Whether everyone reads it.
    pub is_public: bool,
    /// What to do about the box.
    pub errors: Vec<FieldMessage>,
}

impl View for StatementErasePage {
    const TEMPLATE: &'static str = "statement/erase.html";
    const PRIVATE: bool = true;

    fn samples() -> Vec<Self> {
        let page = |is_public, errors| Self {
            seat: sample::person("over"),
            number: 7,
            is_public,
            errors,
        };
        vec![
            page(false, Vec::new()),
            page(true, sample::errors(&["sure"])),
        ]
    }
}

/// An address in a statement.
#[derive(Clone, Debug, Serialize)]
pub struct AddressRow {
    /// The address.
    pub email: String,
    /// `confirmed`, `asked` or `unasked`.
    pub state: &'static str,
}

/// In which statement an address stands.
#[derive(Clone, Debug, Serialize)]
pub struct AddressAbout {
    /// The address.
    pub email: String,
    /// The number of the statement.
    pub number: i32,
    /// The title of the consultation.
    pub title: String,
    /// Its name in addresses.
    pub slug: String,
}

/// `templates/statement/address.html`: somebody who signs has opened the link that confirms her address.
#[derive(Clone, Debug, Serialize)]
pub struct AddressPage {
    /// `ask`; `done`, or `done-unsent` without a receipt; `before` when it was confirmed already; `gone`.
    pub state: &'static str,
    /// Which address; none when the link opens nothing.
    pub about: Option<AddressAbout>,
}

impl View for AddressPage {
    const TEMPLATE: &'static str = "statement/address.html";
    const PRIVATE: bool = true;

    fn samples() -> Vec<Self> {
        let about = AddressAbout {
            email: "kim@stadtpark.example".into(),
            number: 7,
            title: "Ziele für die Stadt".into(),
            slug: "ziele".into(),
        };
        let page = |state| Self {
            state,
            about: (state != "gone").then(|| about.clone()),
        };
        ["ask", "done", "done-unsent", "before", "gone"]
            .map(page)
            .into()
    }
}
