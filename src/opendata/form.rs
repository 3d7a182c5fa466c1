//! What may be sent for the answers row by row.

use serde::Deserialize;

/// Which survey, and as what.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(default)]
pub struct RawForm {
    /// The survey's name in addresses.
    pub survey: String,
    /// The button: `xlsx` or `zip`.
    pub format: String,
}

/// A kind of file with answers row by row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RawFormat {
    /// A workbook with a codebook.
    Workbook,
    /// CSV with a codebook and scripts.
    Package,
}

impl RawForm {
    /// What was asked for; none when no button of ours was pressed.
    pub fn format(&self) -> Option<RawFormat> {
        match self.format.as_str() {
            "xlsx" => Some(RawFormat::Workbook),
            "zip" => Some(RawFormat::Package),
            _ => None,
        }
    }
}

impl RawFormat {
    /// Its ending.
    pub fn ending(self) -> &'static str {
        match self {
            Self::Workbook => "xlsx",
            Self::Package => "zip",
        }
    }
}
