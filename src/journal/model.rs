//! Rows of the journal in words. Pure.

use chrono::{DateTime, Utc};
use serde_json::Value;

/// One row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// Its identity; later rows have later ones.
    pub id: String,
    /// When.
    pub at: DateTime<Utc>,
    /// Who: an account, or what acts without one.
    pub actor: String,
    /// What, e.g. `edition.import`.
    pub act: String,
    /// To what, e.g. `consultation:ziele`.
    pub subject: String,
    /// Details as JSON.
    pub detail: String,
}

/// What of the journal is asked for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Narrow {
    /// By this actor only.
    pub actor: Option<String>,
    /// This act only.
    pub act: Option<String>,
    /// Subjects that begin like this.
    pub subject: Option<String>,
    /// From this instant on.
    pub from: Option<DateTime<Utc>>,
    /// Before this instant.
    pub until: Option<DateTime<Utc>>,
    /// Rows with all of these words in act, subject or details.
    pub words: Vec<String>,
    /// Rows before this one: the next page.
    pub before: Option<String>,
}

/// The page of a subject that an administrator may open.
pub fn page_of(subject: &str) -> Option<String> {
    let (kind, name) = subject.split_once(':')?;
    let is_plain = !name.is_empty()
        && name
            .chars()
            .all(|sign| sign.is_ascii_alphanumeric() || matches!(sign, '-' | '/' | '_'));
    if !is_plain {
        return None;
    }
    match kind {
        "text" => Some(format!("/desk/moderation/{name}")),
        "account" => Some(format!("/desk/accounts/{name}")),
        "organisation" => Some(format!("/desk/organisations/{name}")),
        "page" => Some(format!("/desk/pages/{name}")),
        _ => None,
    }
}

/// Whether a word is one of the program's own names for rows, which says nothing to people.
pub fn is_id(word: &str) -> bool {
    word.len() == 26
        && word
            .chars()
            .all(|sign| sign.is_ascii_lowercase() || sign.is_ascii_digit())
}

/// Details as pairs of a name and a value. What is no object has one value without a name.
pub fn pairs(detail: &str) -> Vec<(String, String)> {
    match serde_json::from_str(detail) {
        Ok(Value::Object(fields)) => fields
            .into_iter()
            .map(|(name, value)| (name, words(&value)))
            .filter(|(_, value)| !value.is_empty())
            .collect(),
        Ok(Value::Null) => Vec::new(),
        Ok(value) => vec![(String::new(), words(&value))],
        Err(_) => vec![(String::new(), detail.to_owned())],
    }
}

fn words(value: &Value) -> String {
    match value {
        Value::Null => String::new(),
        Value::String(text) => text.clone(),
        Value::Array(list) => list.iter().map(words).collect::<Vec<_>>().join(", "),
        Value::Object(fields) => fields
            .iter()
            .map(|(name, value)| format!("{name}: {}", words(value)))
            .collect::<Vec<_>>()
            .join(", "),
        other => other.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn details_are_read_as_pairs() {
        let pair = |name: &str, value: &str| (name.to_owned(), value.to_owned());
        assert_eq!(
            pairs(r#"{"roles":["editor","admin"],"n":3,"why":null,"x":{"a":true}}"#),
            [
                pair("n", "3"),
                pair("roles", "editor, admin"),
                pair("x", "a: true")
            ]
        );
        assert_eq!(pairs("null"), []);
        assert_eq!(pairs("not json"), [pair("", "not json")]);
    }

    #[test]
    fn names_of_rows_are_told_from_words() {
        assert!(is_id("06gp57y40057wpnevvke4xhpem"));
        assert!(!is_id("spielplaetze") && !is_id("Sicher mit dem Rad durch L"));
    }

    #[test]
    fn only_a_plain_name_becomes_a_link() {
        assert_eq!(page_of("text:abc").as_deref(), Some("/desk/moderation/abc"));
        assert_eq!(
            page_of("page:imprint/de").as_deref(),
            Some("/desk/pages/imprint/de")
        );
        assert_eq!(page_of("text:a?b"), None);
        assert_eq!(page_of("texts"), None);
    }
}
