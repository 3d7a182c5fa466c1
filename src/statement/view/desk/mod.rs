//! Statements at the desk.

mod deadlines;
mod decide;
mod entry;
mod import;
mod one;
mod register;

use std::collections::BTreeMap;

use serde::Serialize;

use crate::base::page::FieldMessage;
use crate::statement::model::register::State;
use crate::statement::model::{Channel, Standing};

pub use deadlines::{DeadlineEvent, DeadlinesPage, PartyPick, RequestPick};
pub use decide::{AdmissionPage, PublicationPage};
pub use entry::{ElementChoice, EntryPage, KeptFile, PartyChoice};
pub use import::{FoundRow, StatementFault, StatementImportPage, StatementPreview};
pub use one::{
    CanDecide, DecisionRow, DeskStatementPage, FileRow, PartRow, SignerRow, VersionCard,
};
pub use register::{LateRow, REGISTER_SORTS, RegisterCounts, RegisterRow, StatementRegisterPage};

/// A word with a badge.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Mark {
    /// The text.
    pub key: &'static str,
    /// The kind of the badge.
    pub kind: &'static str,
}

impl From<State> for Mark {
    fn from(state: State) -> Self {
        Self {
            key: state.label_key(),
            kind: state.badge(),
        }
    }
}

impl From<Standing> for Mark {
    fn from(standing: Standing) -> Self {
        State::Came(standing).into()
    }
}

/// Something that can be chosen.
#[derive(Clone, Debug, Serialize)]
pub struct Pick {
    /// As it is sent.
    pub value: &'static str,
    /// Its text.
    pub key: &'static str,
}

impl Pick {
    /// Every state of a line of the register.
    pub fn states() -> Vec<Self> {
        let pick = |state: State| Self {
            value: state.as_str(),
            key: state.label_key(),
        };
        State::ALL.map(pick).into()
    }

    /// Some ways by which statements come.
    pub fn channels(all: &[Channel]) -> Vec<Self> {
        let pick = |channel: &Channel| Self {
            value: channel.as_str(),
            key: channel.label_key(),
        };
        all.iter().map(pick).collect()
    }
}

/// What to do about the fields of a page: all in their order, and by field.
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

/// Values for samples.
mod sample {
    use super::Faults;
    use crate::base::page::FieldMessage;

    /// A fault at each of these fields.
    pub fn faults(fields: &[&str]) -> Faults {
        let message = |field: &&str| FieldMessage {
            field_id: (*field).to_owned(),
            message: "Schreiben Sie bitte etwas.".into(),
        };
        Faults::from(fields.iter().map(message).collect::<Vec<_>>())
    }
}
