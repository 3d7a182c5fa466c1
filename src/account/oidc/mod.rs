//! Signing in with the town's own identity provider (OpenID Connect, code flow with PKCE). The provider is the second
//! factor: what it asks of people is its own affair.
//!
//! It is the only host this program ever asks for anything, and only when the town has named one.

mod http;
mod pass;

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};
use openidconnect::core::{
    CoreAuthDisplay, CoreAuthPrompt, CoreAuthenticationFlow, CoreErrorResponseType,
    CoreGenderClaim, CoreJsonWebKey, CoreJweContentEncryptionAlgorithm, CoreJwsSigningAlgorithm,
    CoreProviderMetadata, CoreRevocableToken, CoreRevocationErrorResponse,
    CoreTokenIntrospectionResponse, CoreTokenType,
};
use openidconnect::{
    AccessTokenHash, AdditionalClaims, AuthorizationCode, Client, ClientId, ClientSecret,
    CsrfToken, EmptyExtraTokenFields, EndpointMaybeSet, EndpointNotSet, EndpointSet, IdTokenFields,
    IssuerUrl, Nonce, OAuth2TokenResponse, PkceCodeChallenge, PkceCodeVerifier, RedirectUrl, Scope,
    StandardErrorResponse, StandardTokenResponse, TokenResponse, UserInfoClaims,
};
use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::Role;
use super::Roles;
use crate::base::config::{Config, Oidc};
use http::Http;
pub use pass::Pass;

/// The claims that no standard names, such as groups.
#[derive(Clone, Debug, Default, Deserialize, Serialize)]
struct Extra(BTreeMap<String, Value>);

impl AdditionalClaims for Extra {}

type Fields = IdTokenFields<
    Extra,
    EmptyExtraTokenFields,
    CoreGenderClaim,
    CoreJweContentEncryptionAlgorithm,
    CoreJwsSigningAlgorithm,
>;

type Portal = Client<
    Extra,
    CoreAuthDisplay,
    CoreGenderClaim,
    CoreJweContentEncryptionAlgorithm,
    CoreJsonWebKey,
    CoreAuthPrompt,
    StandardErrorResponse<CoreErrorResponseType>,
    StandardTokenResponse<Fields, CoreTokenType>,
    CoreTokenIntrospectionResponse,
    CoreRevocableToken,
    CoreRevocationErrorResponse,
    EndpointSet,
    EndpointNotSet,
    EndpointNotSet,
    EndpointNotSet,
    EndpointMaybeSet,
    EndpointMaybeSet,
>;

/// Signatures we take: with the provider's public key. Never `none`, never one made with the shared password.
const SIGNATURES: [CoreJwsSigningAlgorithm; 9] = [
    CoreJwsSigningAlgorithm::RsaSsaPkcs1V15Sha256,
    CoreJwsSigningAlgorithm::RsaSsaPkcs1V15Sha384,
    CoreJwsSigningAlgorithm::RsaSsaPkcs1V15Sha512,
    CoreJwsSigningAlgorithm::RsaSsaPssSha256,
    CoreJwsSigningAlgorithm::RsaSsaPssSha384,
    CoreJwsSigningAlgorithm::RsaSsaPssSha512,
    CoreJwsSigningAlgorithm::EcdsaP256Sha256,
    CoreJwsSigningAlgorithm::EcdsaP384Sha384,
    CoreJwsSigningAlgorithm::EdDsa,
];

/// Somebody whom the provider vouches for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Person {
    /// Who it is for good: provider and its name for the person.
    pub subject: String,
    /// Address, when the provider says that it belongs to the person.
    pub email: Option<String>,
    /// Name, as colleagues know it; may be empty.
    pub name: String,
    /// What the groups bring.
    pub roles: Roles,
}

/// The provider, as the options name it. Asked anew at each sign-in, so that a change of its keys is never missed.
pub struct Provider<'a> {
    options: &'a Oidc,
    redirect: String,
    http: Http,
}

impl<'a> Provider<'a> {
    /// The provider of the options.
    ///
    /// # Errors
    /// When its certificate file cannot be read or the portal's address is none.
    pub fn of(config: &'a Config) -> anyhow::Result<Self> {
        Ok(Self {
            options: &config.sign_in.oidc,
            redirect: format!("{}/sign-in/oidc/return", config.base_url()),
            http: Http::new(&config.sign_in.oidc.ca_file)?,
        })
    }

    /// Where to send somebody to sign in; the pass is kept by her browser until she returns.
    ///
    /// # Errors
    /// When the provider does not answer, or not as one.
    pub async fn invite(&self, pass: &Pass) -> anyhow::Result<String> {
        let verifier = PkceCodeVerifier::new(pass.verifier.clone());
        let (state, nonce) = (pass.state.clone(), pass.nonce.clone());
        let (url, _, _) = self
            .portal()
            .await?
            .authorize_url(
                CoreAuthenticationFlow::AuthorizationCode,
                move || CsrfToken::new(state.clone()),
                move || Nonce::new(nonce.clone()),
            )
            .add_scope(Scope::new("email".to_owned()))
            .add_scope(Scope::new("profile".to_owned()))
            .set_pkce_challenge(PkceCodeChallenge::from_code_verifier_sha256(&verifier))
            .url();
        Ok(url.into())
    }

    /// Whom the provider vouches for with this code.
    ///
    /// # Errors
    /// When the code is not taken, or anything in the answer is not as it must be: issuer, audience, signature, times,
    /// nonce, the hash of the access token.
    pub async fn receive(
        &self,
        code: String,
        pass: &Pass,
        now: DateTime<Utc>,
    ) -> anyhow::Result<Person> {
        let portal = self.portal().await?;
        let call = |request| self.http.call(request);
        let tokens = portal
            .exchange_code(AuthorizationCode::new(code))?
            .set_pkce_verifier(PkceCodeVerifier::new(pass.verifier.clone()))
            .request_async(&call)
            .await?;
        let token = tokens
            .id_token()
            .ok_or_else(|| anyhow::anyhow!("the provider sent no ID token"))?;
        let verifier = portal
            .id_token_verifier()
            .set_allowed_algs(SIGNATURES)
            .set_time_fn(move || now);
        let claims = token.claims(&verifier, &Nonce::new(pass.nonce.clone()))?;
        if let Some(expected) = claims.access_token_hash() {
            let actual = AccessTokenHash::from_token(
                tokens.access_token(),
                token.signing_alg()?,
                token.signing_key(&verifier)?,
            )?;
            anyhow::ensure!(
                actual == *expected,
                "the access token is not the one signed"
            );
        }
        let mut person = Person {
            subject: format!("{} {}", self.options.issuer, claims.subject().as_str()),
            email: claims
                .email()
                .filter(|_| claims.email_verified() == Some(true))
                .map(|email| email.as_str().to_owned()),
            name: claims
                .name()
                .and_then(|name| name.get(None))
                .map(|name| name.as_str().to_owned())
                .unwrap_or_default(),
            roles: self.roles(claims.additional_claims()),
        };
        // Some providers keep the token short and tell the rest only when they are asked.
        if (person.email.is_none() || person.roles.is_empty()) && portal.user_info_url().is_some() {
            let info: UserInfoClaims<Extra, CoreGenderClaim> = portal
                .user_info(
                    tokens.access_token().clone(),
                    Some(claims.subject().clone()),
                )?
                .request_async(&call)
                .await?;
            if person.email.is_none() && info.email_verified() == Some(true) {
                person.email = info.email().map(|email| email.as_str().to_owned());
            }
            if person.roles.is_empty() {
                person.roles = self.roles(info.additional_claims());
            }
        }
        Ok(person)
    }

    /// The portal as the provider knows it, with the provider's addresses and keys of this moment.
    async fn portal(&self) -> anyhow::Result<Portal> {
        let issuer = IssuerUrl::new(self.options.issuer.clone())?;
        let call = |request| self.http.call(request);
        let provider = CoreProviderMetadata::discover_async(issuer, &call).await?;
        let portal = Client::from_provider_metadata(
            provider,
            ClientId::new(self.options.client_id.clone()),
            Some(ClientSecret::new(
                self.options.client_secret.reveal().to_owned(),
            )),
        );
        Ok(portal.set_redirect_uri(RedirectUrl::new(self.redirect.clone())?))
    }

    /// The roles that the groups among the claims bring.
    fn roles(&self, claims: &Extra) -> Roles {
        let groups = groups(&claims.0, &self.options.groups_claim);
        let maps = self.options.groups.iter();
        maps.filter(|map| groups.contains(&map.group.as_str()))
            .filter_map(|map| Role::parse(&map.role))
            .collect()
    }
}

/// The names in a claim: a list of texts, or one text. A dot leads one step down, unless the claim bears it in its name.
fn groups<'a>(claims: &'a BTreeMap<String, Value>, path: &str) -> Vec<&'a str> {
    let mut steps = path.split('.');
    let found = claims.get(path).or_else(|| {
        let first = claims.get(steps.next()?)?;
        steps.try_fold(first, |at, step| at.get(step))
    });
    match found {
        Some(Value::Array(names)) => names.iter().filter_map(Value::as_str).collect(),
        Some(Value::String(name)) => vec![name],
        _ => Vec::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::config::ROLE_NAMES;

    #[test]
    fn options_and_accounts_know_the_same_roles() {
        assert_eq!(Role::ALL.map(Role::as_str), ROLE_NAMES);
    }

    #[test]
    fn groups_are_found_where_the_town_says() {
        let claims: BTreeMap<String, Value> = serde_json::from_str(
            r#"{"groups":["a","b",3],"realm_access":{"roles":["c"]},"one":"d","https://x.y/g":["e"]}"#,
        )
        .unwrap();
        assert_eq!(groups(&claims, "groups"), ["a", "b"]);
        assert_eq!(groups(&claims, "realm_access.roles"), ["c"]);
        assert_eq!(groups(&claims, "one"), ["d"]);
        assert_eq!(groups(&claims, "https://x.y/g"), ["e"]);
        for none in ["", "realm_access", "realm_access.no", "groups.0.x"] {
            assert!(groups(&claims, none).is_empty(), "{none}");
        }
    }
}
