//! What may be sent about a text, and what it means.

use std::collections::BTreeSet;

use crate::base::form::{FieldError, Fields, tidy};
use crate::base::id::Id;
use crate::moderation::model::{
    Decision, MAX_ANSWER, MAX_NOTE, MAX_OBJECTION, Outcome, redacted, suggestions, words,
};
use crate::survey::{FreeText, HideReason};

/// Most texts that are released at once.
const MAX_CHOSEN: usize = 100;

/// The texts that were ticked, or the one whose own button was pressed.
pub fn chosen(fields: &Fields) -> Vec<Id<FreeText>> {
    let one = fields.get("one").into_iter();
    let ticked = fields.all("text").filter(|_| fields.get("one").is_none());
    one.chain(ticked)
        .filter(|id| id.len() <= 64)
        .take(MAX_CHOSEN)
        .map(Id::known)
        .collect()
}

/// Hiding: a reason of the list, and a note where the reason alone says nothing.
pub fn hide(fields: &Fields) -> Result<Decision, Vec<FieldError>> {
    let note = tidy(fields.get("note").unwrap_or_default());
    let reason = fields.get("reason").and_then(HideReason::parse);
    let mut errors = Vec::new();
    if reason.is_none() {
        errors.push(FieldError::new("reason", "error-hide-reason"));
    }
    if reason == Some(HideReason::Other) && note.is_empty() {
        errors.push(FieldError::new("note", "error-hide-note"));
    }
    errors.extend(FieldError::too_long("note", &note, MAX_NOTE));
    match (reason, errors.is_empty()) {
        (Some(reason), true) => Ok(Decision::Hide {
            reason,
            note: Some(note).filter(|note| !note.is_empty()),
        }),
        _ => Err(errors),
    }
}

/// Blacking out: places of words, and suggestions that were confirmed. `text` is what whoever moderates had before her.
pub fn redact(fields: &Fields, text: &str) -> Result<Decision, Vec<FieldError>> {
    let mut places: BTreeSet<usize> = fields.all("word").filter_map(|n| n.parse().ok()).collect();
    let hints = suggestions(text);
    let confirmed = fields
        .all("suggestion")
        .filter_map(|n| n.parse::<usize>().ok());
    for hint in confirmed.filter_map(|n| hints.get(n)) {
        places.extend(hint.places.clone());
    }
    let words = words(text);
    places.retain(|place| words.get(*place).is_some_and(|word| !word.core.is_empty()));
    if places.is_empty() {
        return Err(vec![FieldError::new("redact", "error-redact-nothing")]);
    }
    Ok(Decision::Redact {
        text: redacted(text, &places),
    })
}

/// An answer to an objection, and what comes of it.
pub fn answer(fields: &Fields) -> Result<(String, Outcome), Vec<FieldError>> {
    let words = tidy(fields.get("answer").unwrap_or_default());
    let outcome = match fields.get("outcome") {
        Some("kept") => Some(Outcome::Kept),
        Some("followed") => Some(Outcome::Followed),
        _ => None,
    };
    let mut errors = Vec::new();
    if outcome.is_none() {
        errors.push(FieldError::new("outcome", "error-objection-outcome"));
    }
    if words.is_empty() {
        errors.push(FieldError::new("answer", "error-objection-answer"));
    }
    errors.extend(FieldError::too_long("answer", &words, MAX_ANSWER));
    match (outcome, errors.is_empty()) {
        (Some(outcome), true) => Ok((words, outcome)),
        _ => Err(errors),
    }
}

/// The author's objection.
pub fn objection(fields: &Fields) -> Result<String, Vec<FieldError>> {
    let words = tidy(fields.get("objection").unwrap_or_default());
    if words.is_empty() {
        return Err(vec![FieldError::new(
            "objection",
            "error-objection-missing",
        )]);
    }
    match FieldError::too_long("objection", &words, MAX_OBJECTION) {
        Some(error) => Err(vec![error]),
        None => Ok(words),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fields(pairs: &[(&str, &str)]) -> Fields {
        let own = |(name, value): &(&str, &str)| ((*name).to_owned(), (*value).to_owned());
        Fields(pairs.iter().map(own).collect())
    }

    #[test]
    fn only_words_of_the_text_can_be_blacked_out() {
        let text = "Frau Beispiel, Tel. 07159 000010";
        let done = redact(&fields(&[("suggestion", "1"), ("word", "99")]), text);
        let left = "Frau Beispiel, Tel. [geschwärzt]".to_owned();
        assert_eq!(done, Ok(Decision::Redact { text: left }));
        let refused = redact(&fields(&[("word", "99"), ("word", "x")]), text);
        assert_eq!(refused.unwrap_err()[0].key, "error-redact-nothing");
    }

    #[test]
    fn another_reason_needs_a_note() {
        assert!(hide(&fields(&[("reason", "insult")])).is_ok());
        let refused = hide(&fields(&[("reason", "other"), ("note", " ")]));
        assert_eq!(refused.unwrap_err()[0].key, "error-hide-note");
        assert!(hide(&fields(&[("reason", "never")])).is_err());
    }

    #[test]
    fn a_button_of_its_own_counts_before_the_boxes() {
        let ids = |pairs: &[_]| chosen(&fields(pairs)).len();
        assert_eq!(ids(&[("text", "a"), ("text", "b")]), 2);
        assert_eq!(ids(&[("text", "a"), ("text", "b"), ("one", "c")]), 1);
    }
}
