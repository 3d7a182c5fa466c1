//! What the desk may send about access codes.

use serde::{Deserialize, Serialize};

use super::access::{MAX_CODES, MAX_CODES_NAME};
use crate::base::form::{FieldError, tidy};

/// A new set of codes, as it is typed.
#[derive(Clone, Debug, Default, Deserialize, Serialize)]
pub struct CodesForm {
    /// What the administration calls it.
    #[serde(default)]
    pub name: String,
    /// How many.
    #[serde(default)]
    pub codes: String,
}

impl CodesForm {
    /// The name and the number, or what has to be corrected.
    ///
    /// # Errors
    /// Each fault names its field.
    pub fn parse(&self) -> Result<(String, usize), Vec<FieldError>> {
        let mut errors = Vec::new();
        let name = tidy(&self.name).replace('\n', " ");
        if name.is_empty() {
            errors.push(FieldError::new("name", "error-codes-name"));
        }
        errors.extend(FieldError::too_long("name", &name, MAX_CODES_NAME));
        // People write large numbers with points.
        let digits = self.codes.trim().replace(['.', ' ', '\u{a0}'], "");
        let codes = digits.parse().ok().filter(|n| (1..=MAX_CODES).contains(n));
        match codes {
            Some(codes) if errors.is_empty() => Ok((name, codes)),
            Some(_) => Err(errors),
            None => {
                errors.push(FieldError::new("codes", "error-codes-number").with("most", MAX_CODES));
                Err(errors)
            }
        }
    }
}

/// Who may take part, as it is chosen.
#[derive(Clone, Debug, Default, Deserialize)]
pub struct AccessForm {
    /// One of `open`, `both`, `invited`.
    #[serde(default)]
    pub access: String,
}
