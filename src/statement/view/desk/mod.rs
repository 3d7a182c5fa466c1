//! Statements at the desk.

mod deadlines;
mod decide;
mod entry;
mod import;
mod one;
mod register;

use serde::Serialize;

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
