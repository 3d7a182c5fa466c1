//! A browser with which somebody of the administration has signed in before. Its cookie opens nothing; it only lets her try
//! to sign in while others guess at her password from elsewhere, or while thirty colleagues arrive at the same address. The
//! idea is OWASP's "Slow Down Online Guessing Attacks with Device Cookies".

use actix_web::cookie::time::Duration;
use actix_web::cookie::{Cookie, SameSite};
use actix_web::http::header;
use actix_web::{HttpRequest, HttpResponse};
use data_encoding::BASE64URL_NOPAD as B64;

use super::rates::Key;
use super::source::digest;
use crate::base::id;
use crate::base::page::Ui;
use crate::base::secret::Secrets;
use crate::base::site::Site;

/// How long a browser is known after the last time somebody signed in with it.
const DAYS: i64 = 365;
const PURPOSE: &str = "known-browser";
/// Where it is sent to; nowhere else is it needed.
const PATH: &str = "/sign-in";
const NAME: &str = "known-browser";
/// Over TLS no page of plain HTTP can set one of that name.
const SECURE_NAME: &str = "__Secure-known-browser";

/// A cookie of ours: for which account, and which browser.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Browser {
    account: String,
    nonce: String,
}

impl Browser {
    /// Whether it is one of the browsers of that account.
    pub fn belongs_to(&self, account: &str, secrets: &Secrets) -> bool {
        self.account == veiled(account, secrets)
    }

    /// By what its tries are counted.
    pub(super) fn digest(&self) -> Key {
        digest(self.nonce.as_bytes())
    }
}

/// The account as it stands in the cookie: who finds the cookie does not learn whose it was.
fn veiled(account: &str, secrets: &Secrets) -> String {
    B64.encode(&secrets.mac(PURPOSE, &[b"account", account.as_bytes()])[..16])
}

fn sign(account: &str, nonce: &str, secrets: &Secrets) -> [u8; 32] {
    secrets.mac(PURPOSE, &[b"browser", account.as_bytes(), nonce.as_bytes()])
}

fn name(site: &Site) -> &'static str {
    if site.config.is_https() {
        SECURE_NAME
    } else {
        NAME
    }
}

/// The browser that somebody comes with; nothing, when it is not known.
pub fn brought(req: &HttpRequest, site: &Site) -> Option<Browser> {
    read(req.cookie(name(site))?.value(), &site.secrets)
}

fn read(text: &str, secrets: &Secrets) -> Option<Browser> {
    let mut parts = text.split('.');
    let (Some(account), Some(nonce), Some(mac), None) =
        (parts.next(), parts.next(), parts.next(), parts.next())
    else {
        return None;
    };
    let mac = B64.decode(mac.as_bytes()).ok()?;
    let parts: [&[u8]; 3] = [b"browser", account.as_bytes(), nonce.as_bytes()];
    secrets.verify(PURPOSE, &parts, &mac).then(|| Browser {
        account: account.to_owned(),
        nonce: nonce.to_owned(),
    })
}

fn written(account: &str, secrets: &Secrets) -> String {
    let (account, nonce) = (veiled(account, secrets), B64.encode(&id::random::<16>()));
    let mac = B64.encode(&sign(&account, &nonce, secrets));
    format!("{account}.{nonce}.{mac}")
}

/// Lets a browser be known from now on: somebody has just signed in with it, with everything that is asked of her.
pub fn remember(answer: &mut HttpResponse, ui: &Ui, account: &str) {
    let site = ui.site();
    let cookie = Cookie::build(name(site), written(account, &site.secrets))
        .path(PATH)
        .max_age(Duration::days(DAYS))
        .http_only(true)
        .secure(site.config.is_https())
        .same_site(SameSite::Strict)
        .finish();
    match header::HeaderValue::from_str(&cookie.to_string()) {
        Ok(value) => answer.headers_mut().append(header::SET_COOKIE, value),
        // She signs in all the same.
        Err(fault) => tracing::error!(%fault, "the cookie of a browser could not be written"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_browser_is_known_for_one_account_and_no_letter_of_it_can_be_changed() {
        let secrets = Secrets::fresh();
        let cookie = written("kim", &secrets);
        let browser = read(&cookie, &secrets).unwrap();
        assert!(browser.belongs_to("kim", &secrets) && !browser.belongs_to("robin", &secrets));
        assert!(!cookie.contains("kim"));
        assert_eq!(read(&cookie, &Secrets::fresh()), None);
        for at in 0..cookie.len() {
            let mut bytes = cookie.clone().into_bytes();
            bytes[at] = if bytes[at] == b'x' { b'y' } else { b'x' };
            let changed = String::from_utf8(bytes).unwrap();
            assert_eq!(read(&changed, &secrets), None, "{changed}");
        }
        assert_ne!(
            written("kim", &secrets),
            cookie,
            "each browser counts alone"
        );
    }
}
