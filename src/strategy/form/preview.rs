//! What a person chose for the parts of an uploaded document.

use std::collections::BTreeMap;

use crate::base::form::{Fields, tidy};
use crate::strategy::document::{Choice, Plan, Role};
use crate::strategy::model::Key;

/// Reads the choices. A role that is the guess is no choice, so that a better guess may come later.
pub fn plan(fields: &Fields, guesses: &[Role]) -> Plan {
    let mut choices: BTreeMap<usize, Choice> = BTreeMap::new();
    for (name, value) in &fields.0 {
        let numbered = |prefix: &str| {
            let number: usize = name.strip_prefix(prefix)?.parse().ok()?;
            // People count from 1.
            number.checked_sub(1).filter(|index| *index < guesses.len())
        };
        if let Some(index) = numbered("k") {
            let role = Role::named(value).filter(|role| guesses.get(index) != Some(role));
            if role.is_some() {
                choices.entry(index).or_default().role = role;
            }
        } else if let Some(index) = numbered("m") {
            let known = value == Choice::NEW || Key::parse(value).is_ok();
            if known {
                choices.entry(index).or_default().matched = Some(value.clone());
            }
        }
    }
    let name = fields.get("name").map(tidy).unwrap_or_default();
    Plan {
        name: name.replace('\n', " "),
        choices,
    }
}

/// What to do with the preview.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Act {
    /// Show it again with these choices.
    Again,
    /// Make a draft of it that can be worked on.
    Draft,
    /// Make the next edition of it.
    Edition,
}

impl Act {
    /// The act whose button was pressed.
    pub fn of(fields: &Fields) -> Self {
        match fields.get("act") {
            Some("draft") => Self::Draft,
            Some("edition") => Self::Edition,
            _ => Self::Again,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_differs_from_the_guess_is_a_choice() {
        let sent = [
            ("name", " Entwurf 2 "),
            ("k1", "field"),
            ("k2", "omit"),
            ("m2", "-"),
            ("m1", ""),
            ("k3", "nonsense"),
            ("k99", "goal"),
            ("m3", "sz-4"),
        ];
        let sent = sent.map(|(name, value)| (name.to_owned(), value.to_owned()));
        let plan = plan(
            &Fields(sent.to_vec()),
            &[Role::Field, Role::Goal, Role::Goal],
        );
        assert_eq!(plan.name, "Entwurf 2");
        let chosen: Vec<_> = plan.choices.iter().collect();
        assert_eq!(chosen.len(), 2);
        assert_eq!(plan.choices[&1].role, Some(Role::Omit));
        assert_eq!(plan.choices[&1].matched.as_deref(), Some("-"));
        assert_eq!(plan.choices[&2].matched.as_deref(), Some("sz-4"));
    }
}
