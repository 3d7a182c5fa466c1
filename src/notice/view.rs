//! Pages about mails, as data.

use serde::Serialize;

use super::form::SubscribeForm;
use super::model::Pace;
use crate::base::mail::ADDRESS_CHARS;
use crate::base::page::{FieldMessage, View};

/// A consultation in the head of a page.
#[derive(Clone, Debug, Serialize)]
pub struct Followed {
    /// Its name in addresses.
    pub slug: String,
    /// Its title, in the town's language.
    pub title: String,
}

/// `templates/notice/subscribe.html`: asks for an address, or says that a mail is on its way.
#[derive(Clone, Debug, Serialize)]
pub struct SubscribePage {
    /// What is followed.
    pub followed: Followed,
    /// What was typed.
    pub form: SubscribeForm,
    /// What to do about it.
    pub errors: Vec<FieldMessage>,
    /// Whether the form was sent: the same for every address.
    pub is_sent: bool,
    /// Most characters of an address.
    pub address_limit: usize,
}

impl SubscribePage {
    /// The form, empty or as it was typed.
    pub fn new(followed: Followed, form: SubscribeForm, errors: Vec<FieldMessage>) -> Self {
        Self {
            followed,
            form,
            errors,
            is_sent: false,
            address_limit: ADDRESS_CHARS,
        }
    }
}

/// `templates/notice/confirm.html`: asks whether the address is one's own. Opening it changes nothing.
#[derive(Clone, Debug, Serialize)]
pub struct ConfirmPage {
    /// What is followed; none when the link is too old or was never ours.
    pub followed: Option<Followed>,
    /// Where the settings are, once it is confirmed.
    pub settings_url: Option<String>,
}

/// `templates/notice/settings.html`: language and pace of the mails, and their end.
#[derive(Clone, Debug, Serialize)]
pub struct SettingsPage {
    /// What is followed; none when no mails go out any more.
    pub followed: Option<Followed>,
    /// Language of the mails.
    pub language: &'static str,
    /// When they go out.
    pub pace: Pace,
}

fn followed() -> Followed {
    Followed {
        slug: "ziele".into(),
        title: "Ziele für die Stadt".into(),
    }
}

impl View for SubscribePage {
    const TEMPLATE: &'static str = "notice/subscribe.html";
    const PRIVATE: bool = true;

    fn samples() -> Vec<Self> {
        let form = SubscribeForm {
            address: "anna@".into(),
            language: "de".into(),
            pace: "weekly".into(),
        };
        let error = FieldMessage {
            field_id: "address".into(),
            message: "Prüfen Sie bitte Ihre E-Mail-Adresse.".into(),
        };
        let empty = SubscribeForm::fresh(crate::base::locale::Lang::De);
        vec![
            Self::new(followed(), empty, Vec::new()),
            Self::new(followed(), form.clone(), vec![error]),
            Self {
                is_sent: true,
                ..Self::new(followed(), form, Vec::new())
            },
        ]
    }
}

impl View for ConfirmPage {
    const TEMPLATE: &'static str = "notice/confirm.html";
    const PRIVATE: bool = true;

    fn samples() -> Vec<Self> {
        let page = |followed: Option<Followed>, settings_url: Option<&str>| Self {
            followed,
            settings_url: settings_url.map(Into::into),
        };
        vec![
            page(Some(followed()), None),
            page(Some(followed()), Some("/subscriptions/01jx")),
            page(None, None),
        ]
    }
}

impl View for SettingsPage {
    const TEMPLATE: &'static str = "notice/settings.html";
    const PRIVATE: bool = true;

    fn samples() -> Vec<Self> {
        let page = |followed, pace| Self {
            followed,
            language: "de",
            pace,
        };
        vec![
            page(Some(followed()), Pace::AtOnce),
            page(Some(followed()), Pace::Weekly),
            page(None, Pace::AtOnce),
        ]
    }
}
