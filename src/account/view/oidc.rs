//! Pages on the way to the town's identity provider and back.

use serde::Serialize;

use crate::base::page::View;

/// `templates/account/oidc.html`: signing in with the town's account did not work.
#[derive(Debug, Serialize)]
pub struct OidcStopped {
    /// What happened.
    pub title: String,
    /// Why, and what to do.
    pub text: String,
    /// Number of the request, which stands in the log.
    pub reference: String,
}

impl View for OidcStopped {
    const TEMPLATE: &'static str = "account/oidc.html";
    const PRIVATE: bool = true;

    fn samples() -> Vec<Self> {
        vec![Self {
            title: "Bitte melden Sie sich noch einmal an".to_owned(),
            text: "Für die Anmeldung sind zehn Minuten Zeit.".to_owned(),
            reference: "7k3m9x2q".to_owned(),
        }]
    }
}
