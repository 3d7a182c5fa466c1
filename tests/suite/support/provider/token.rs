//! The ID token, right and wrong.

use chrono::TimeDelta;
use data_encoding::BASE64URL_NOPAD as B64;
use openidconnect::core::{CoreJwsSigningAlgorithm, CoreRsaPrivateSigningKey};
use openidconnect::{JsonWebKeyId, PrivateSigningKey};
use serde_json::{Value, json};
use sha2::{Digest, Sha256};

use super::{CLIENT, PASSWORD, Shared, Trick, lock};

pub(super) fn key(stranger: bool) -> CoreRsaPrivateSigningKey {
    let pem = if stranger {
        include_str!("../keys/stranger.pem")
    } else {
        include_str!("../keys/provider.pem")
    };
    CoreRsaPrivateSigningKey::from_pem(pem, Some(JsonWebKeyId::new("one".to_owned()))).unwrap()
}

impl Shared {
    pub(super) fn id_token(&self, nonce: &str, trick: Trick) -> String {
        let now = self.clock.now();
        let until = match trick {
            Trick::Expired => now - TimeDelta::hours(1),
            _ => now + TimeDelta::minutes(5),
        };
        let person = lock(&self.person).clone();
        let mut claims = json!({
            "iss": if trick == Trick::OtherIssuer { "http://127.0.0.1:1/" } else { &self.issuer },
            "aud": if trick == Trick::OtherAudience { "another" } else { CLIENT },
            "sub": person.subject,
            "iat": (now - TimeDelta::hours(2)).timestamp(),
            "exp": until.timestamp(),
            "nonce": if trick == Trick::WrongNonce { "another" } else { nonce },
            "at_hash": at_hash(if trick == Trick::OtherAccessToken { "another" } else { "access" }),
        });
        if !matches!(trick, Trick::Terse | Trick::OtherPerson) {
            merge(&mut claims, &self.person(false));
        }
        let alg = match trick {
            Trick::Unsigned => "none",
            Trick::SignedWithPassword => "HS256",
            _ => "RS256",
        };
        let head = json!({ "alg": alg, "kid": "one", "typ": "JWT" });
        let mut text = format!(
            "{}.{}",
            B64.encode(head.to_string().as_bytes()),
            B64.encode(claims.to_string().as_bytes())
        );
        let signature = match trick {
            Trick::Unsigned => Vec::new(),
            Trick::SignedWithPassword => hmac(PASSWORD.as_bytes(), text.as_bytes()),
            _ => key(trick == Trick::StrangersKey)
                .sign(
                    &CoreJwsSigningAlgorithm::RsaSsaPkcs1V15Sha256,
                    text.as_bytes(),
                )
                .unwrap(),
        };
        if trick == Trick::Tampered {
            claims["groups"] = json!(["IT"]);
            text = format!(
                "{}.{}",
                B64.encode(head.to_string().as_bytes()),
                B64.encode(claims.to_string().as_bytes())
            );
        }
        format!("{text}.{}", B64.encode(&signature))
    }
}

fn merge(into: &mut Value, from: &Value) {
    for (name, value) in from.as_object().unwrap() {
        into[name] = value.clone();
    }
}

fn at_hash(token: &str) -> String {
    B64.encode(&Sha256::digest(token)[..16])
}

fn hmac(key: &[u8], text: &[u8]) -> Vec<u8> {
    use hmac::{Hmac, KeyInit, Mac};
    let mut mac = Hmac::<Sha256>::new_from_slice(key).unwrap();
    mac.update(text);
    mac.finalize().into_bytes().to_vec()
}
