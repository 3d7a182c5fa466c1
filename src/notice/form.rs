//! What a browser may send about subscriptions.

use serde::{Deserialize, Serialize};

use super::model::{NewSubscription, Pace};
use crate::base::form::Refill;
use crate::base::locale::Lang;
use crate::base::mail::Address;

/// The form of somebody who wants mails.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize, Serialize)]
#[serde(default)]
pub struct SubscribeForm {
    /// Where mails shall go.
    pub address: String,
    /// In which language.
    pub language: String,
    /// When.
    pub pace: String,
}

impl SubscribeForm {
    /// The form as it is first shown.
    pub fn fresh(lang: Lang) -> Self {
        Self {
            address: String::new(),
            language: lang.code().to_owned(),
            pace: Pace::AtOnce.as_str().to_owned(),
        }
    }

    /// The wish, or the form with what has to be corrected.
    ///
    /// # Errors
    /// The form as it was typed, with the faults.
    pub fn parse(self) -> Result<NewSubscription, Refill<Self>> {
        let address = Address::parse(&self.address);
        let lang = Lang::of_code(&self.language);
        let pace = Pace::parse(&self.pace);
        if let (Some(address), Some(lang), Some(pace)) = (address.clone(), lang, pace) {
            return Ok(NewSubscription {
                address,
                lang,
                pace,
            });
        }
        let mut refill = Refill::new(self);
        // No page can show these; what is left of the address is what its writer sees.
        refill.form.address.retain(|c| !c.is_control());
        if address.is_none() {
            refill.fault("address", "error-subscribe-address");
        }
        if pace.is_none() {
            refill.fault("pace", "error-subscribe-pace");
        }
        if lang.is_none() {
            refill.fault("language", "error-subscribe-language");
        }
        Err(refill)
    }
}

/// The form of the settings: new ones, or the end.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub struct SettingsForm {
    /// In which language.
    pub language: String,
    /// When.
    pub pace: String,
    /// Which button was pressed; `end` ends the subscription.
    pub act: String,
}

impl SettingsForm {
    /// What is wanted: the end, or language and pace; nothing when neither can be read.
    pub fn wish(&self) -> Option<Wish> {
        if self.act == "end" {
            return Some(Wish::End);
        }
        let lang = Lang::of_code(&self.language)?;
        Some(Wish::Keep(lang, Pace::parse(&self.pace)?))
    }
}

/// What somebody wants with her subscription.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wish {
    /// No more mails.
    End,
    /// Mails in this language at this pace.
    Keep(Lang, Pace),
}

/// A form without fields: only the button counts.
#[derive(Clone, Copy, Debug, Default, Deserialize)]
pub struct ConfirmForm {}

#[cfg(test)]
mod tests {
    use super::*;

    fn form(address: &str, language: &str, pace: &str) -> SubscribeForm {
        SubscribeForm {
            address: address.into(),
            language: language.into(),
            pace: pace.into(),
        }
    }

    #[test]
    fn a_wish_is_read_and_what_is_wrong_stays_as_typed() {
        let fine = form(" anna@example.de", "en", "weekly").parse().unwrap();
        assert_eq!((fine.lang, fine.pace), (Lang::En, Pace::Weekly));
        for address in [
            "",
            "anna",
            "a@b.de\r\nBcc: c@d.de",
            "a@b.de\0",
            "a@b.de,c@d.de",
        ] {
            let refill = form(address, "de", "at_once").parse().unwrap_err();
            let shown = address.replace(['\r', '\n', '\0'], "");
            assert_eq!(refill.form.address, shown);
            assert!(refill.error("address").is_some() && refill.errors.len() == 1);
        }
        let refill = form("a@b.de", "fr", "often").parse().unwrap_err();
        assert!(refill.error("pace").is_some() && refill.error("language").is_some());
    }
}
