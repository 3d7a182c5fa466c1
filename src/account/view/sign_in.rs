//! Signing in, step by step.

use serde::Serialize;

use crate::account::model::Kept;
use crate::account::model::password::{MAX_CHARS, MIN_CHARS};
use crate::base::page::{FieldMessage, View};

/// Where somebody goes on after signing in; it travels through all steps in hidden fields.
#[derive(Clone, Debug, Default, Serialize)]
pub struct Way {
    /// A page of the desk.
    pub next: String,
    /// What was typed when the session was over, sealed; empty when nothing was.
    pub kept: String,
}

impl Way {
    fn sample() -> Self {
        Self {
            next: "/desk/strategies".into(),
            kept: "eyJ4.abc".into(),
        }
    }
}

/// The town's identity provider, as a button.
#[derive(Clone, Debug, Serialize)]
pub struct Provider {
    /// What the button says.
    pub label: String,
    /// Where it leads.
    pub url: String,
}

/// What is asked of a password, said beforehand.
#[derive(Clone, Copy, Debug, Serialize)]
pub struct Rules {
    /// Fewest characters.
    pub min: usize,
    /// Most characters.
    pub max: usize,
}

impl Rules {
    /// The rules of the portal.
    pub fn of_passwords() -> Self {
        Self {
            min: MIN_CHARS,
            max: MAX_CHARS,
        }
    }
}

pub(super) fn fault(field_id: &str, message: &str) -> Vec<FieldMessage> {
    vec![FieldMessage {
        field_id: field_id.into(),
        message: message.into(),
    }]
}

/// `templates/account/sign-in.html`: address and password.
#[derive(Clone, Debug, Serialize)]
pub struct SignInPage {
    /// The address that was typed.
    pub email: String,
    /// Where to go on.
    pub way: Way,
    /// What to do about the fields.
    pub errors: Vec<FieldMessage>,
    /// Whether somebody came from a page of the desk, not from the foot of a page for everyone.
    pub is_turned_away: bool,
    /// Whether a session was over while she was typing.
    pub is_over: bool,
    /// The town's identity provider.
    pub provider: Option<Provider>,
}

impl View for SignInPage {
    const TEMPLATE: &'static str = "account/sign-in.html";
    const PRIVATE: bool = true;

    fn samples() -> Vec<Self> {
        let bare = Self {
            email: String::new(),
            way: Way::default(),
            errors: Vec::new(),
            is_turned_away: false,
            is_over: false,
            provider: None,
        };
        vec![
            Self {
                way: Way::sample(),
                is_turned_away: true,
                is_over: true,
                provider: Some(Provider {
                    label: "Mit dem Konto der Stadt anmelden".into(),
                    url: "/sign-in/oidc?next=%2Fdesk".into(),
                }),
                ..bare.clone()
            },
            Self {
                is_turned_away: true,
                ..bare.clone()
            },
            Self {
                email: "kim@lindenau.example".into(),
                errors: fault("email", "Adresse oder Passwort stimmt nicht."),
                ..bare.clone()
            },
            bare,
        ]
    }
}

/// `templates/account/code.html`: the code of the second factor.
#[derive(Clone, Debug, Serialize)]
pub struct CodePage {
    /// Where to go on.
    pub way: Way,
    /// The proof for its form.
    pub token: String,
    /// What to do about the field.
    pub errors: Vec<FieldMessage>,
}

impl View for CodePage {
    const TEMPLATE: &'static str = "account/code.html";
    const PRIVATE: bool = true;

    fn samples() -> Vec<Self> {
        let bare = Self {
            way: Way::default(),
            token: "x".into(),
            errors: Vec::new(),
        };
        vec![
            Self {
                way: Way::sample(),
                errors: fault("code", "Der Code stimmt nicht."),
                ..bare.clone()
            },
            bare,
        ]
    }
}

/// What an app needs to know.
#[derive(Clone, Debug, Serialize)]
pub struct Setup {
    /// From which the secret is derived; it comes back with the first code.
    pub seed: String,
    /// The square as an SVG path.
    pub qr_path: String,
    /// Its edge length in unit squares.
    pub qr_size: i32,
    /// The secret in groups of four.
    pub secret: String,
}

impl Setup {
    pub(super) fn sample() -> Self {
        Self {
            seed: "a".repeat(26),
            qr_path: "M4 4h1v1h-1z".into(),
            qr_size: 33,
            secret: "ABCD EFGH IJKL MNOP QRST UVWX YZ23 4567".into(),
        }
    }
}

/// `templates/account/setup.html`: sets up an app before the first entry.
#[derive(Clone, Debug, Serialize)]
pub struct SetupPage {
    /// What the app needs.
    pub setup: Setup,
    /// Where to go on.
    pub way: Way,
    /// The proof for its form.
    pub token: String,
    /// What to do about the field.
    pub errors: Vec<FieldMessage>,
}

impl View for SetupPage {
    const TEMPLATE: &'static str = "account/setup.html";
    const PRIVATE: bool = true;

    fn samples() -> Vec<Self> {
        let bare = Self {
            setup: Setup::sample(),
            way: Way::default(),
            token: "x".into(),
            errors: Vec::new(),
        };
        vec![
            Self {
                way: Way::sample(),
                errors: fault("code", "Der Code stimmt nicht."),
                ..bare.clone()
            },
            bare,
        ]
    }
}

/// `templates/account/codes.html`: the codes on paper, once, after the app was set up.
#[derive(Clone, Debug, Serialize)]
pub struct NewCodesPage {
    /// The codes.
    pub codes: Vec<String>,
    /// Where to go on.
    pub next: String,
    /// What was typed before, ready to be sent.
    pub go_on: Option<ContinuePage>,
}

impl View for NewCodesPage {
    const TEMPLATE: &'static str = "account/codes.html";
    const PRIVATE: bool = true;

    fn samples() -> Vec<Self> {
        let bare = Self {
            codes: vec!["ab1cd-ef2gh".into(); 10],
            next: "/desk".into(),
            go_on: None,
        };
        vec![
            Self {
                go_on: ContinuePage::samples().pop(),
                ..bare.clone()
            },
            bare,
        ]
    }
}

/// One field that is sent again.
#[derive(Clone, Debug, Serialize)]
pub struct Field {
    /// Its name.
    pub name: String,
    /// Its value.
    pub value: String,
}

/// `templates/account/continue.html`: what was typed when the session was over.
#[derive(Clone, Debug, Serialize)]
pub struct ContinuePage {
    /// Where it is sent to.
    pub action: String,
    /// The proof for that address and the new session.
    pub token: String,
    /// Everything that was in the form.
    pub fields: Vec<Field>,
    /// What was written, to be read.
    pub texts: Vec<String>,
    /// Whether a file has to be chosen again.
    pub had_files: bool,
    /// Where nothing of it is sent.
    pub discard_url: String,
}

impl ContinuePage {
    /// What was kept, with the proof for the address it goes to.
    pub fn of<Who: 'static>(kept: Kept<Who>, token: String, discard_url: &str) -> Self {
        let field = |(name, value)| Field { name, value };
        Self {
            token,
            texts: kept.texts(),
            had_files: kept.had_files,
            fields: kept.fields.into_iter().map(field).collect(),
            action: kept.path,
            discard_url: discard_url.to_owned(),
        }
    }
}

impl View for ContinuePage {
    const TEMPLATE: &'static str = "account/continue.html";
    const PRIVATE: bool = true;

    fn samples() -> Vec<Self> {
        let field = |name: &str, value: &str| Field {
            name: name.into(),
            value: value.into(),
        };
        let full = Self {
            action: "/desk/strategies/sek".into(),
            token: "x".into(),
            fields: vec![field("title", "Grün in der Stadt"), field("kind", "1")],
            texts: vec!["Grün in der Stadt".into()],
            had_files: true,
            discard_url: "/desk".into(),
        };
        vec![
            Self {
                texts: Vec::new(),
                had_files: false,
                ..full.clone()
            },
            full,
        ]
    }
}
