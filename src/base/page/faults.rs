//! What is to be corrected in a form, as its template wants it.

use std::collections::BTreeMap;

use serde::Serialize;

use super::FieldMessage;

/// What to do about each field: as a list for the head of the page, and by field for the field itself.
#[derive(Clone, Debug, Default, Serialize)]
pub struct Faults {
    /// In the order of the fields on the page.
    pub list: Vec<FieldMessage>,
    /// By the name of the field; the first one counts.
    pub at: BTreeMap<String, String>,
}

impl From<Vec<FieldMessage>> for Faults {
    fn from(list: Vec<FieldMessage>) -> Self {
        let mut at = BTreeMap::new();
        for fault in &list {
            at.entry(fault.field_id.clone())
                .or_insert_with(|| fault.message.clone());
        }
        Self { list, at }
    }
}

impl Faults {
    /// An example with a fault at each of these fields.
    pub fn sample(fields: &[&str]) -> Self {
        let message = |field: &&str| FieldMessage {
            field_id: (*field).to_owned(),
            message: "Schreiben Sie bitte etwas.".into(),
        };
        Self::from(fields.iter().map(message).collect::<Vec<_>>())
    }
}
