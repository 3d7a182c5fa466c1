//! What a resident's browser may send about her account.

use serde::Deserialize;

use crate::base::form::FieldError;
use crate::base::mail::Address;
use crate::participation::Code;

/// An address to which a link goes.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub struct AddressForm {
    /// As it was typed.
    pub email: String,
}

impl AddressForm {
    /// The address, or what to do about it.
    ///
    /// # Errors
    /// The fault at its field.
    pub fn parse(&self) -> Result<Address, FieldError> {
        Address::parse(&self.email).ok_or_else(|| FieldError::new("email", "error-email-odd"))
    }

    /// As it can be shown again: no page can show control characters.
    pub fn shown(&self) -> String {
        let plain = self.email.chars().filter(|c| !c.is_control());
        plain.take(300).collect()
    }
}

/// A receipt code that goes into the account.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub struct CodeForm {
    /// As it was typed.
    pub code: String,
}

impl CodeForm {
    /// The code, or what to do about it.
    ///
    /// # Errors
    /// The fault at its field.
    pub fn parse(&self) -> Result<Code, FieldError> {
        Code::parse(&self.code).ok_or_else(|| FieldError::new("code", "error-code-unreadable"))
    }

    /// As it can be shown again.
    pub fn shown(&self) -> String {
        let plain = self.code.chars().filter(|c| !c.is_control());
        plain.take(100).collect()
    }
}

/// Mails about one consultation: on or off.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub struct NoticeForm {
    /// `on` or `off`.
    pub act: String,
}

/// The language of mails.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub struct LanguageForm {
    /// `de` or `en`.
    pub language: String,
}

/// The end of an account.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub struct ErasureForm {
    /// `yes`, when the box is ticked.
    pub sure: String,
}

/// A form without fields: only the button counts.
#[derive(Clone, Copy, Debug, Default, Deserialize)]
pub struct PressForm {}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_wrong_is_said_at_its_field_and_can_be_shown_again() {
        let form = |email: &str| AddressForm {
            email: email.into(),
        };
        assert!(form(" anna@example.de").parse().is_ok());
        let hostile = form("a@b.de\r\nBcc: c@d.de");
        assert_eq!(hostile.parse().unwrap_err().field, "email");
        assert_eq!(hostile.shown(), "a@b.deBcc: c@d.de");
        let form = CodeForm {
            code: "k7mq\0".into(),
        };
        assert_eq!(form.parse().unwrap_err().key, "error-code-unreadable");
        assert_eq!(form.shown(), "k7mq");
    }
}
