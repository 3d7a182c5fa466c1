//! What is sent about mails.

use serde::Deserialize;

/// A mail goes out once more.
#[derive(Clone, Default, Deserialize)]
pub struct RepeatForm {
    /// Its id, or `all` for every one that still has its text.
    #[serde(default)]
    pub mail: String,
}
