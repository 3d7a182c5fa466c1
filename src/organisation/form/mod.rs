//! What a browser may send about organisations.

use serde::{Deserialize, Serialize};

use super::model::{Details, Duties, Kind};
use crate::base::form::{FieldError, tidy};
use crate::base::mail::Address;

/// Longest name of an organisation or a person, in characters.
pub const NAME_CHARS: usize = 150;
/// Longest address on paper, in characters.
pub const POSTAL_CHARS: usize = 400;
/// Longest reason, in characters.
pub const REASON_CHARS: usize = 1000;

/// An organisation, as it was typed.
#[derive(Clone, Debug, Default, Deserialize, Serialize)]
pub struct OrganisationForm {
    /// Its name.
    #[serde(default)]
    pub name: String,
    /// Its kind.
    #[serde(default)]
    pub kind: String,
    /// Its address on paper.
    #[serde(default)]
    pub postal_address: String,
    /// Where invitations go; in a registration also whose address is confirmed.
    #[serde(default)]
    pub email: String,
    /// Who registers; only in a registration.
    #[serde(default)]
    pub person: String,
}

impl From<&Details> for OrganisationForm {
    fn from(details: &Details) -> Self {
        Self {
            name: details.name.clone(),
            kind: details.kind.as_str().to_owned(),
            postal_address: details.postal_address.clone(),
            email: details.email.clone(),
            person: String::new(),
        }
    }
}

impl OrganisationForm {
    /// The organisation, or what is wrong with it.
    pub fn parse(&self, errors: &mut Vec<FieldError>) -> Details {
        Details {
            name: line("name", &self.name, "error-organisation-name", errors),
            kind: Kind::parse(&self.kind).unwrap_or_else(|| {
                errors.push(FieldError::new("kind", "error-organisation-kind"));
                Kind::Other
            }),
            postal_address: lines(&self.postal_address, errors),
            email: address(&self.email, errors),
        }
    }
}

/// Somebody who acts for an organisation, as typed.
#[derive(Clone, Debug, Default, Deserialize, Serialize)]
pub struct MemberForm {
    /// Her name.
    #[serde(default)]
    pub name: String,
    /// Her address.
    #[serde(default)]
    pub email: String,
    /// `author`, `signatory`.
    #[serde(default)]
    pub duties: Vec<String>,
}

/// A member that was parsed.
#[derive(Clone, Debug)]
pub struct NewMember {
    /// Her name.
    pub name: String,
    /// Her address.
    pub email: String,
    /// What she will do.
    pub duties: Duties,
}

impl MemberForm {
    /// The member, or what is wrong.
    pub fn parse(&self, errors: &mut Vec<FieldError>) -> NewMember {
        NewMember {
            name: line("name", &self.name, "error-organisation-person", errors),
            email: address(&self.email, errors),
            duties: duties(&self.duties, errors),
        }
    }
}

/// The duties that were ticked; at least one.
pub fn duties(ticked: &[String], errors: &mut Vec<FieldError>) -> Duties {
    let has = |name: &str| ticked.iter().any(|one| one == name);
    let duties = Duties {
        is_author: has("author"),
        is_signatory: has("signatory"),
    };
    if duties == Duties::default() {
        errors.push(FieldError::new("duties", "error-duties-missing"));
    }
    duties
}

/// An address alone: for a link.
#[derive(Clone, Debug, Default, Deserialize)]
pub struct AddressForm {
    /// As typed.
    #[serde(default)]
    pub email: String,
    /// The page that was asked for.
    #[serde(default)]
    pub next: String,
}

/// What was typed when a session was over, on its way through signing in.
#[derive(Clone, Debug, Default, Deserialize)]
pub struct AgainForm {
    /// `send` for a link, or `go-on`.
    #[serde(default)]
    pub act: String,
    /// What was typed, sealed.
    #[serde(default)]
    pub kept: String,
    /// Where the link goes.
    #[serde(default)]
    pub email: String,
}

/// An invitation is taken up or declined.
#[derive(Clone, Debug, Default, Deserialize)]
pub struct AnswerForm {
    /// `join`, `decline` or `again`.
    #[serde(default)]
    pub act: String,
    /// Who will act for the organisation.
    #[serde(default)]
    pub name: String,
    /// Her address.
    #[serde(default)]
    pub email: String,
}

/// A reason.
#[derive(Clone, Debug, Default, Deserialize)]
pub struct ReasonForm {
    /// As typed.
    #[serde(default)]
    pub reason: String,
}

impl ReasonForm {
    /// The reason as it is kept; it has to be there.
    pub fn parse(&self, errors: &mut Vec<FieldError>) -> String {
        let reason = tidy(&self.reason);
        match reason.chars().count() {
            0 => errors.push(FieldError::new("reason", "error-organisation-reason")),
            n if n > REASON_CHARS => errors.push(too_long("reason", REASON_CHARS, n)),
            _ => {}
        }
        reason
    }
}

/// Known organisations that were ticked.
#[derive(Clone, Debug, Default, Deserialize)]
pub struct PickForm {
    /// Their ids.
    #[serde(default)]
    pub pick: Vec<String>,
}

/// The button of a link that lets in.
#[derive(Clone, Debug, Default, Deserialize)]
pub struct EnterForm {
    /// The page that was asked for.
    #[serde(default)]
    pub next: String,
}

/// A button without fields.
#[derive(Clone, Debug, Default, Deserialize)]
pub struct PressForm {}

/// A name in one line.
pub fn line(
    field: &'static str,
    typed: &str,
    missing: &'static str,
    errors: &mut Vec<FieldError>,
) -> String {
    let name = tidy(typed).replace(['\n', '\t'], " ");
    match name.chars().count() {
        0 => errors.push(FieldError::new(field, missing)),
        n if n > NAME_CHARS => errors.push(too_long(field, NAME_CHARS, n)),
        _ => {}
    }
    name
}

/// An address on paper.
pub fn lines(typed: &str, errors: &mut Vec<FieldError>) -> String {
    let text = tidy(typed);
    let n = text.chars().count();
    if n > POSTAL_CHARS {
        errors.push(too_long("postal_address", POSTAL_CHARS, n));
    }
    text
}

/// A mail address in small letters.
pub fn address(typed: &str, errors: &mut Vec<FieldError>) -> String {
    let Some(address) = Address::parse(typed) else {
        errors.push(FieldError::new("email", "error-email-odd"));
        return String::new();
    };
    address.as_str().to_lowercase()
}

fn too_long(field: &'static str, max: usize, n: usize) -> FieldError {
    FieldError::new(field, "error-organisation-long")
        .with("max", max)
        .with("n", n)
}
