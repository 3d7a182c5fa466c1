//! What a browser may send.

use crate::base::form::{FieldError, Fields, tidy};
use crate::translation::model::MAX_PART;
use crate::translation::{ContentLang, Parts};

/// The languages that were ticked; unknown ones are no language.
pub fn languages(form: &Fields) -> Vec<ContentLang> {
    let ticked: Vec<_> = form.all("languages").collect();
    ContentLang::ALL
        .into_iter()
        .filter(|lang| ticked.contains(&lang.code()))
        .collect()
}

/// A translation as it was typed, and what to do about it.
pub struct Typed {
    /// The texts of all parts, empty ones too.
    pub parts: Parts,
    /// Whether it should be approved.
    pub approve: bool,
    /// What to do about it.
    pub errors: Vec<FieldError>,
}

/// Reads a translation of `source`. To be approved, each part needs a text; a draft may have gaps.
pub fn translation(form: &Fields, source: &Parts) -> Typed {
    let approve = form.get("step") == Some("approve");
    let mut errors = Vec::new();
    let mut parts = Parts::default();
    for (name, _) in &source.0 {
        let field = format!("part.{name}");
        let text = tidy(form.get(&field).unwrap_or_default());
        if let Some(error) = FieldError::too_long(&field, &text, MAX_PART) {
            errors.push(error);
        } else if text.is_empty() && approve {
            errors.push(FieldError::new(&field, "translation-part-missing"));
        }
        parts.0.push((name.clone(), text));
    }
    if errors.is_empty() && parts.0.iter().all(|(_, text)| text.is_empty()) {
        let first = source.0.first().map_or("", |(name, _)| name);
        errors.push(FieldError::new(
            format!("part.{first}"),
            "translation-empty",
        ));
    }
    Typed {
        parts,
        approve,
        errors,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn form(pairs: &[(&str, &str)]) -> Fields {
        let owned = |(name, value): &(&str, &str)| ((*name).to_owned(), (*value).to_owned());
        Fields(pairs.iter().map(owned).collect())
    }

    #[test]
    fn a_draft_may_have_gaps_and_an_approved_text_may_not() {
        let source = Parts::default().with("title", "Wege").with("text", "Hell.");
        let half = [("part.title", "Paths")];
        assert!(translation(&form(&half), &source).errors.is_empty());
        let both = [("part.title", "Paths"), ("step", "approve")];
        assert_eq!(
            translation(&form(&both), &source).errors[0].field,
            "part.text"
        );
        assert_eq!(translation(&form(&[]), &source).errors.len(), 1);
    }

    #[test]
    fn only_languages_that_exist_are_chosen() {
        let ticked = form(&[
            ("languages", "tr"),
            ("languages", "klingon"),
            ("languages", "plain"),
        ]);
        assert_eq!(
            languages(&ticked),
            [ContentLang::Plain, ContentLang::Turkish]
        );
    }
}
