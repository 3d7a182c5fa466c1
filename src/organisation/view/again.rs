//! Coming in once more.

use serde::Serialize;

use crate::base::page::{FieldMessage, View};

/// `templates/organisation/again.html`: the session was over; what was typed stays on this page meanwhile.
#[derive(Clone, Debug, Serialize)]
pub struct MemberAgainPage {
    /// Everything that was typed, sealed.
    pub kept: String,
    /// What was written, to be read.
    pub texts: Vec<String>,
    /// Whether a file has to be chosen again.
    pub had_files: bool,
    /// The address, as typed.
    pub email: String,
    /// Where the mail went; the same for every address.
    pub sent_to: Option<String>,
    /// What to do about the address, or about going on.
    pub errors: Vec<FieldMessage>,
}

impl View for MemberAgainPage {
    const TEMPLATE: &'static str = "organisation/again.html";
    const PRIVATE: bool = true;

    fn samples() -> Vec<Self> {
        let fault = |field_id: &str, message: &str| {
            vec![FieldMessage {
                field_id: field_id.into(),
                message: message.into(),
            }]
        };
        let bare = Self {
            kept: "eyJ4.abc".into(),
            texts: Vec::new(),
            had_files: false,
            email: String::new(),
            sent_to: None,
            errors: Vec::new(),
        };
        vec![
            Self {
                texts: vec!["Der Weg zum Bahnhof braucht Licht.".into()],
                had_files: true,
                ..bare.clone()
            },
            Self {
                email: "hanne".into(),
                errors: fault("email", "Prüfen Sie die Adresse."),
                ..bare.clone()
            },
            Self {
                sent_to: Some("hanne@verein.example".into()),
                errors: fault("go-on", "Sie sind noch nicht angemeldet."),
                ..bare.clone()
            },
            Self {
                sent_to: Some("hanne@verein.example".into()),
                ..bare
            },
        ]
    }
}

/// `templates/organisation/enter.html`: a link was opened; a button lets in.
#[derive(Clone, Debug, Serialize)]
pub struct EnterPage {
    /// Who comes in.
    pub name: String,
    /// For which organisation.
    pub organisation: String,
    /// The page that was asked for.
    pub next: String,
}

impl View for EnterPage {
    const TEMPLATE: &'static str = "organisation/enter.html";
    const PRIVATE: bool = true;

    fn samples() -> Vec<Self> {
        vec![Self {
            name: "Kim Beispiel".into(),
            organisation: "Förderverein Stadtpark e.V.".into(),
            next: "/organisation/consultations/ziele/statement".into(),
        }]
    }
}
