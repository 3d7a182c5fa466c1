//! What a browser may send about statements.

pub mod desk;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::model::{PART_CHARS, SUBMITTERS, Submitter};
use crate::base::form::{FieldError, Fields, tidy};
use crate::base::mail::Address;

/// Longest name, in characters.
pub const NAME_CHARS: usize = 150;
/// Longest address on paper, in characters.
pub const POSTAL_CHARS: usize = 400;
/// Longest reason, in characters.
pub const REASON_CHARS: usize = 1_000;

/// Everything in a statement is to go.
#[derive(Clone, Debug, Default, Deserialize)]
pub struct EraseForm {
    /// `yes` when the box is ticked.
    #[serde(default)]
    pub sure: String,
}

/// A button without fields.
#[derive(Clone, Debug, Deserialize)]
pub struct Press {}

/// The text on one element, as typed.
#[derive(Clone, Debug, Default, Deserialize)]
pub struct PartForm {
    /// The text.
    #[serde(default)]
    pub text: String,
    /// Marks the text as the page has shown it.
    #[serde(default)]
    pub seen: String,
    /// `save`, `next` or, from the script that saves while one types, `auto`.
    #[serde(default)]
    pub act: String,
}

impl PartForm {
    /// The text as it is kept.
    ///
    /// # Errors
    /// When it is too long.
    pub fn parse(&self) -> Result<String, FieldError> {
        let text = tidy(&self.text);
        match text.chars().count() {
            n if n > PART_CHARS => {
                let error = FieldError::new("text", "error-statement-part-long");
                Err(error.with("limit", PART_CHARS).with("over", n - PART_CHARS))
            }
            _ => Ok(text),
        }
    }
}

/// Whether the draft goes to the signatory or back to the authors.
#[derive(Clone, Debug, Deserialize)]
pub struct ReleaseForm {
    /// `release` or `return`.
    #[serde(default)]
    pub act: String,
}

/// What whoever hands in agrees to.
#[derive(Clone, Debug, Default, Deserialize)]
pub struct HandInForm {
    /// `yes`: it may be shown to everyone.
    #[serde(default)]
    pub may_publish: String,
    /// `yes`: it names no third persons.
    #[serde(default)]
    pub names_nobody: String,
}

/// Those who sign, as typed: rows of fields whose names end in the number of the row, the first without one.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct PeopleForm {
    /// The rows.
    pub rows: Vec<PersonRow>,
}

/// One row.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct PersonRow {
    /// What the names of its fields end in: nothing, `-1`, `-2` …
    pub end: String,
    /// Name.
    pub name: String,
    /// For whom.
    pub behalf: String,
    /// Mail address.
    pub email: String,
    /// Address on paper.
    pub postal_address: String,
}

impl PersonRow {
    fn of(n: usize, person: &Submitter) -> Self {
        Self {
            end: end(n),
            name: person.name.clone(),
            behalf: person.behalf.clone(),
            email: person.email.clone(),
            postal_address: person.postal_address.clone(),
        }
    }

    fn is_empty(&self) -> bool {
        [&self.name, &self.behalf, &self.email, &self.postal_address]
            .iter()
            .all(|field| field.trim().is_empty())
    }
}

fn end(n: usize) -> String {
    match n {
        0 => String::new(),
        n => format!("-{n}"),
    }
}

impl PeopleForm {
    /// A row for each of them, and an empty one as long as there can be more.
    pub fn of(people: &[Submitter]) -> Self {
        let rows = people.iter().enumerate();
        let mut rows: Vec<_> = rows.map(|(n, one)| PersonRow::of(n, one)).collect();
        if rows.len() < SUBMITTERS {
            rows.push(PersonRow::of(rows.len(), &Submitter::default()));
        }
        Self { rows }
    }

    /// As it was sent.
    pub fn sent(fields: &Fields) -> Self {
        let row = |n| {
            let end = end(n);
            let field = |name: &str| {
                let value = fields.get(&format!("{name}{end}"));
                value.unwrap_or_default().to_owned()
            };
            PersonRow {
                name: field("name"),
                behalf: field("behalf"),
                email: field("email"),
                postal_address: field("postal_address"),
                end,
            }
        };
        let last = (0..SUBMITTERS).rfind(|n| fields.get(&format!("name{}", end(*n))).is_some());
        Self {
            rows: (0..last.map_or(1, |last| last + 1)).map(row).collect(),
        }
    }

    /// The people; rows without anything are left out.
    pub fn parse(&self, errors: &mut Vec<FieldError>) -> Vec<Submitter> {
        let rows = self.rows.iter().filter(|row| !row.is_empty());
        rows.map(|row| parse_person(row, errors)).collect()
    }
}

fn parse_person(row: &PersonRow, errors: &mut Vec<FieldError>) -> Submitter {
    let field = |name: &str| format!("{name}{}", row.end);
    let line = |text: &str| tidy(text).split_whitespace().collect::<Vec<_>>().join(" ");
    let person = Submitter {
        name: line(&row.name),
        behalf: line(&row.behalf),
        email: line(&row.email).to_lowercase(),
        postal_address: tidy(&row.postal_address),
    };
    let mut long = |name: &str, text: &str, limit: usize| {
        if text.chars().count() > limit {
            let error = FieldError::new(field(name), "error-statement-long");
            errors.push(error.with("limit", limit));
        }
    };
    long("name", &person.name, NAME_CHARS);
    long("behalf", &person.behalf, NAME_CHARS);
    long("postal_address", &person.postal_address, POSTAL_CHARS);
    if person.name.is_empty() {
        errors.push(FieldError::new(field("name"), "error-statement-name"));
    }
    if !person.email.is_empty() && Address::parse(&person.email).is_none() {
        errors.push(FieldError::new(field("email"), "error-statement-email"));
    }
    person
}

/// A longer deadline is asked for, as typed.
#[derive(Clone, Debug, Default, Deserialize, Serialize)]
pub struct AskForm {
    /// The last day.
    #[serde(default)]
    pub wished_for: String,
    /// Why.
    #[serde(default)]
    pub reason: String,
}

impl AskForm {
    /// Day and reason, or what is wrong with them.
    pub fn parse(&self, errors: &mut Vec<FieldError>) -> Option<(NaiveDate, String)> {
        let day = self.wished_for.trim().parse().ok();
        if day.is_none() {
            errors.push(FieldError::new("wished_for", "error-ask-day"));
        }
        let reason = tidy(&self.reason);
        if reason.is_empty() {
            errors.push(FieldError::new("reason", "error-ask-reason"));
        } else if reason.chars().count() > REASON_CHARS {
            let error = FieldError::new("reason", "error-statement-long");
            errors.push(error.with("limit", REASON_CHARS));
        }
        day.map(|day| (day, reason))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fields(pairs: &[(&str, &str)]) -> Fields {
        let owned = pairs.iter().map(|(a, b)| ((*a).into(), (*b).into()));
        Fields(owned.collect())
    }

    #[test]
    fn empty_rows_are_no_people() {
        let form = PeopleForm::sent(&fields(&[
            ("name", " Kim  Beispiel "),
            ("email", "KIM@stadtpark.example"),
            ("name-1", ""),
            ("name-2", "Robin"),
        ]));
        let mut errors = Vec::new();
        let people = form.parse(&mut errors);
        assert!(errors.is_empty());
        let names: Vec<_> = people.iter().map(|one| one.name.as_str()).collect();
        assert_eq!(names, ["Kim Beispiel", "Robin"]);
        assert_eq!(people[0].email, "kim@stadtpark.example");
        assert_eq!(PeopleForm::of(&people).rows.len(), 3);
    }

    #[test]
    fn each_fault_stands_at_its_field() {
        let form = PeopleForm::sent(&fields(&[
            ("name", "Kim"),
            ("name-1", ""),
            ("email-1", "kim@\nstadtpark"),
        ]));
        let mut errors = Vec::new();
        form.parse(&mut errors);
        let at: Vec<_> = errors.iter().map(|error| error.field.as_str()).collect();
        assert_eq!(at, ["name-1", "email-1"]);
    }

    #[test]
    fn a_text_too_long_is_told_with_its_excess() {
        let form = PartForm {
            text: "ä".repeat(PART_CHARS + 3),
            ..PartForm::default()
        };
        assert_eq!(form.parse().unwrap_err().args["over"], 3);
    }
}
