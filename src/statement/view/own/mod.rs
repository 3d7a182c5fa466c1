//! The pages of whoever writes a statement.

mod erase;
mod home;
mod parts;
mod sending;

use chrono::NaiveDate;
use serde::Serialize;

use crate::statement::model::Rights;

pub use erase::{AddressAbout, AddressPage, AddressRow, StatementErasePage};
pub use home::StatementHomePage;
pub use parts::{FilesPage, PartPage, SignersPage};
pub use sending::{AskPage, ExtensionPage, StatementReceiptPage, StatementReviewPage};

/// What may be done now, by button.
#[derive(Clone, Copy, Debug, Serialize)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "one for each button of the page"
)]
pub struct RightsWords {
    /// Write on the draft.
    pub write: bool,
    /// Pass it on to the signatory.
    pub release: bool,
    /// Give it back to the authors.
    pub give_back: bool,
    /// Hand in.
    pub hand_in: bool,
    /// Nothing to object.
    pub nil: bool,
    /// Begin a replacing version.
    pub replace: bool,
    /// Take everything back.
    pub withdraw: bool,
    /// Throw the draft away.
    pub discard: bool,
    /// Ask for a longer deadline.
    pub ask: bool,
    /// Have everything taken away.
    pub erase: bool,
}

impl From<Rights> for RightsWords {
    fn from(rights: Rights) -> Self {
        Self {
            write: rights.write,
            release: rights.release,
            give_back: rights.give_back,
            hand_in: rights.hand_in,
            nil: rights.nil,
            replace: rights.replace,
            withdraw: rights.withdraw,
            discard: rights.discard,
            ask: rights.ask,
            erase: rights.erase,
        }
    }
}

/// A version that was handed in.
#[derive(Clone, Debug, Serialize)]
pub struct VersionRow {
    /// 1 for the first.
    pub n: i32,
    /// The day it came.
    pub on: NaiveDate,
    /// Nothing to object.
    pub is_nil: bool,
    /// By how many days it is late.
    pub days_late: Option<i64>,
}

/// One place where text can stand.
#[derive(Clone, Debug, Serialize)]
pub struct PartRow {
    /// Its name in addresses: the key of the element, or `whole`.
    pub key: String,
    /// The number people use.
    pub label: String,
    /// What the element is called.
    pub title: String,
    /// How many characters stand there.
    pub chars: usize,
}

/// The places of one field of action.
#[derive(Clone, Debug, Serialize)]
pub struct PartsOfField {
    /// The field itself.
    pub field: PartRow,
    /// What is below it.
    pub rows: Vec<PartRow>,
    /// On how many of all there is text.
    pub written: usize,
}

/// A request for a longer deadline.
#[derive(Clone, Debug, Serialize)]
pub struct RequestWords {
    /// The day it wishes for.
    pub wished_for: NaiveDate,
    /// When it was made.
    pub on: NaiveDate,
    /// `waiting`, `granted`, `declined`.
    pub state: &'static str,
    /// Why it was decided so.
    pub reason: String,
}
