//! Signing in with the town's own identity provider.

use std::path::Path;

use serde::Deserialize;

use super::Secret;
use super::rules::{Checked, Rules};

/// The town's identity provider (OpenID Connect): Keycloak, Entra ID and others.
#[derive(Clone, Debug, Deserialize)]
pub struct Oidc {
    /// Its address, as it names itself; empty = there is none.
    pub issuer: String,
    /// The name under which it knows this portal.
    pub client_id: String,
    /// The password that belongs to it.
    pub client_secret: Secret,
    /// What the button says, in German.
    pub label_de: String,
    /// What the button says, in English.
    pub label_en: String,
    /// Where the groups of a person stand, e.g. `groups` or `realm_access.roles`.
    pub groups_claim: String,
    /// Which group brings which role.
    pub groups: Vec<GroupRole>,
    /// File with the certificate authority of an own provider (PEM), or empty.
    pub ca_file: String,
}

/// One group of the provider and the role it brings.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct GroupRole {
    /// Name of the group, as the provider sends it.
    pub group: String,
    /// Name of the role.
    pub role: String,
}

impl Oidc {
    /// Whether there is a provider.
    pub fn is_on(&self) -> bool {
        !self.issuer.is_empty()
    }
}

/// The names of the roles, as they stand in options; `account` holds that they are the same as its own.
pub const ROLE_NAMES: [&str; 5] = ["editor", "evaluator", "moderator", "councillor", "admin"];

impl Checked for Oidc {
    fn check(&self, rules: &mut Rules<'_>) {
        for (n, map) in self.groups.iter().enumerate() {
            rules.must(
                !map.group.is_empty() && ROLE_NAMES.contains(&map.role.as_str()),
                &format!("sign_in.oidc.groups[{n}]"),
                "needs a group, and as role one of: editor, evaluator, moderator, councillor, admin",
            );
        }
        if !self.is_on() {
            return;
        }
        rules.must(
            is_provider(&self.issuer),
            "sign_in.oidc.issuer",
            "must begin with https:// (http:// only on this machine), exactly as the provider names itself",
        );
        rules.must(
            !self.client_id.is_empty() && !self.client_secret.is_empty(),
            "sign_in.oidc.client_id",
            "client_id and client_secret come from the provider",
        );
        rules.must(
            !self.groups.is_empty(),
            "sign_in.oidc.groups",
            "without a group that brings a role nobody can sign in",
        );
        rules.must(
            !self.groups_claim.is_empty(),
            "sign_in.oidc.groups_claim",
            "must name where the groups stand, for example groups",
        );
        rules.must(
            !self.label_de.trim().is_empty() && !self.label_en.trim().is_empty(),
            "sign_in.oidc.label_de",
            "the button needs a text in both languages",
        );
        rules.must(
            self.ca_file.is_empty() || Path::new(&self.ca_file).is_file(),
            "sign_in.oidc.ca_file",
            "there is no such file; paths count from the folder in which the server is started",
        );
    }
}

fn is_provider(url: &str) -> bool {
    let local = ["http://127.0.0.1", "http://[::1]", "http://localhost"];
    let is_local = local.iter().any(|host| {
        url.strip_prefix(host)
            .is_some_and(|rest| rest.is_empty() || rest.starts_with([':', '/']))
    });
    (url.starts_with("https://") && url.len() > 8 || is_local)
        && !url.contains(|c: char| c.is_whitespace() || "?#@".contains(c))
}

#[cfg(test)]
mod tests {
    use super::is_provider;

    #[test]
    fn passwords_never_go_to_a_provider_in_the_clear() {
        assert!(is_provider("https://id.example.de/realms/stadt"));
        assert!(is_provider("http://127.0.0.1:8180/realms/stadt"));
        assert!(!is_provider("http://id.example.de/realms/stadt"));
        assert!(!is_provider("http://localhost.example.de"));
        assert!(!is_provider("https://id.example.de/?a=b"));
        assert!(!is_provider("https://"));
    }
}
