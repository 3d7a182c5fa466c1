//! An identity provider that speaks `OpenID` Connect on a real port, and cheats as it is told.

mod token;
mod wire;

use std::collections::BTreeMap;
use std::io::{Read, Write};
use std::net::{TcpListener, TcpStream};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;

use data_encoding::{BASE64, BASE64URL_NOPAD as B64};
use openidconnect::PrivateSigningKey;
use serde_json::{Value, json};
use sha2::{Digest, Sha256};
use trialog::base::clock::Clock;
use trialog::base::config::{Config, GroupRole};

use token::key;
use wire::{Request, fields, read};

const CLIENT: &str = "trialog";
const PASSWORD: &str = "a password of both";

/// What the provider does wrong.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Trick {
    /// Nothing.
    #[default]
    Honest,
    /// The nonce is another one.
    WrongNonce,
    /// The token was signed with a key that is not the provider's.
    StrangersKey,
    /// The token is not signed at all.
    Unsigned,
    /// The token was signed with the password that both know, as if that were a key.
    SignedWithPassword,
    /// The token was changed after it had been signed.
    Tampered,
    /// The token is for another portal.
    OtherAudience,
    /// The token names another provider.
    OtherIssuer,
    /// The token ended an hour ago.
    Expired,
    /// The access token is not the one of the ID token.
    OtherAccessToken,
    /// The code is refused.
    Refuses,
    /// Sends the portal elsewhere for the token.
    Redirects,
    /// Its answer does not end.
    Endless,
    /// Groups and address are only told when they are asked for.
    Terse,
    /// The person it tells about, when asked, is another.
    OtherPerson,
}

/// Somebody the provider knows.
#[derive(Clone, Debug)]
pub struct Known {
    pub subject: &'static str,
    pub email: &'static str,
    pub verified: bool,
    pub name: &'static str,
    pub groups: Vec<&'static str>,
}

/// The provider; it ends with the test run.
pub struct Provider {
    port: u16,
    shared: Arc<Shared>,
}

struct Shared {
    issuer: String,
    clock: Clock,
    trick: Mutex<Trick>,
    person: Mutex<Known>,
    codes: Mutex<BTreeMap<String, Asked>>,
    paths: Mutex<Vec<String>>,
}

/// What somebody came with.
#[derive(Clone)]
struct Asked {
    nonce: String,
    challenge: String,
    redirect: String,
}

fn lock<T>(mutex: &Mutex<T>) -> std::sync::MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

impl Provider {
    /// A provider that knows one person.
    pub fn start(clock: &Clock, person: Known) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let port = listener.local_addr().unwrap().port();
        let shared = Arc::new(Shared {
            issuer: format!("http://127.0.0.1:{port}/realms/stadt"),
            clock: clock.clone(),
            trick: Mutex::default(),
            person: Mutex::new(person),
            codes: Mutex::default(),
            paths: Mutex::default(),
        });
        let theirs = shared.clone();
        thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                let shared = theirs.clone();
                // Whoever hangs up has had enough.
                thread::spawn(move || drop(shared.answer(stream)));
            }
        });
        Self { port, shared }
    }

    /// Names the provider in the options.
    pub fn name_in(&self, config: &mut Config) {
        let oidc = &mut config.sign_in.oidc;
        oidc.issuer.clone_from(&self.shared.issuer);
        CLIENT.clone_into(&mut oidc.client_id);
        oidc.client_secret = PASSWORD.to_owned().into();
        oidc.groups = [
            ("Redaktion", "editor"),
            ("IT", "admin"),
            ("Rat", "councillor"),
        ]
        .map(|(group, role)| GroupRole {
            group: group.to_owned(),
            role: role.to_owned(),
        })
        .to_vec();
    }

    /// Changes what it does wrong.
    pub fn play(&self, trick: Trick) {
        *lock(&self.shared.trick) = trick;
    }

    /// Changes the person who sits before the browser.
    pub fn change(&self, change: impl FnOnce(&mut Known)) {
        change(&mut lock(&self.shared.person));
    }

    /// The browser goes to the provider, the person signs in there; back comes the address she is sent to, as a path of
    /// the portal.
    pub fn sign_in(&self, url: &str) -> String {
        let (_, path) = url.split_once(&format!("127.0.0.1:{}", self.port)).unwrap();
        let mut stream = TcpStream::connect(("127.0.0.1", self.port)).unwrap();
        let request = format!("GET {path} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
        stream.write_all(request.as_bytes()).unwrap();
        let mut answer = String::new();
        stream.read_to_string(&mut answer).unwrap();
        let location = answer
            .lines()
            .find_map(|line| line.strip_prefix("Location: "));
        let location = location.expect("the provider sends everybody back");
        let (_, back) = location.split_once("/sign-in/oidc/return").unwrap();
        format!("/sign-in/oidc/return{back}")
    }

    /// The paths it was asked for.
    pub fn paths(&self) -> Vec<String> {
        lock(&self.shared.paths).clone()
    }
}

impl Shared {
    fn answer(&self, mut stream: TcpStream) -> std::io::Result<()> {
        let request = read(&stream)?;
        let path = request.path.trim_start_matches("/realms/stadt").to_owned();
        lock(&self.paths).push(path.clone());
        let trick = *lock(&self.trick);
        let (status, location, body) = match (request.method.as_str(), path.as_str()) {
            ("GET", "/.well-known/openid-configuration") => ("200 OK", None, self.metadata()),
            ("GET", "/jwks") => {
                let key = serde_json::to_value(key(false).as_verification_key()).unwrap();
                ("200 OK", None, json!({ "keys": [key] }))
            }
            ("GET", "/authorize") => (
                "302 Found",
                Some(self.authorize(&request.query)),
                Value::Null,
            ),
            ("POST", "/token") => match trick {
                Trick::Endless => {
                    stream
                        .write_all(b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n\r\n")?;
                    loop {
                        stream.write_all(&[b' '; 8_192])?;
                    }
                }
                Trick::Redirects => {
                    let elsewhere = format!("{}/elsewhere", self.issuer);
                    ("307 Temporary Redirect", Some(elsewhere), Value::Null)
                }
                _ => match self.token(&request, trick) {
                    Some(tokens) => ("200 OK", None, tokens),
                    None => ("400 Bad Request", None, json!({ "error": "invalid_grant" })),
                },
            },
            ("GET", "/userinfo") if request.authorization == "Bearer access" => {
                ("200 OK", None, self.person(trick == Trick::OtherPerson))
            }
            _ => ("404 Not Found", None, Value::Null),
        };
        let location = location.map_or_else(String::new, |to| format!("Location: {to}\r\n"));
        let body = body.to_string();
        let head = format!(
            "HTTP/1.1 {status}\r\nContent-Type: application/json\r\n{location}Content-Length: {}\r\nConnection: close\r\n\r\n",
            body.len()
        );
        stream.write_all(head.as_bytes())?;
        stream.write_all(body.as_bytes())
    }

    fn metadata(&self) -> Value {
        let at = |path: &str| format!("{}/{path}", self.issuer);
        json!({
            "issuer": self.issuer,
            "authorization_endpoint": at("authorize"),
            "token_endpoint": at("token"),
            "userinfo_endpoint": at("userinfo"),
            "jwks_uri": at("jwks"),
            "response_types_supported": ["code"],
            "subject_types_supported": ["public"],
            "id_token_signing_alg_values_supported": ["RS256"],
        })
    }

    fn authorize(&self, query: &str) -> String {
        let asked = fields(query);
        assert_eq!(asked["client_id"], CLIENT);
        assert_eq!(asked["response_type"], "code");
        assert_eq!(asked["code_challenge_method"], "S256");
        assert!(asked["scope"].split(' ').any(|scope| scope == "openid"));
        let mut codes = lock(&self.codes);
        let code = format!("code-{}", codes.len());
        codes.insert(
            code.clone(),
            Asked {
                nonce: asked["nonce"].clone(),
                challenge: asked["code_challenge"].clone(),
                redirect: asked["redirect_uri"].clone(),
            },
        );
        let back = [("state", asked["state"].as_str()), ("code", &code)];
        let back = serde_html_form::to_string(back).unwrap();
        format!("{}?{back}", asked["redirect_uri"])
    }

    /// Takes a code: once, from the portal, with the verifier that belongs to it.
    fn token(&self, request: &Request, trick: Trick) -> Option<Value> {
        let sent = fields(&request.body);
        // Both parts are written as in a form (RFC 6749, 2.3.1).
        let login = format!("{CLIENT}:{}", PASSWORD.replace(' ', "+"));
        let login = format!("Basic {}", BASE64.encode(login.as_bytes()));
        let mut codes = lock(&self.codes);
        let asked = codes.get_mut(sent.get("code")?)?;
        let used = std::mem::replace(
            asked,
            Asked {
                nonce: String::new(),
                challenge: String::new(),
                redirect: String::new(),
            },
        );
        let verifier = Sha256::digest(sent.get("code_verifier")?);
        let fits = request.authorization == login
            && B64.encode(&verifier) == used.challenge
            && sent.get("redirect_uri") == Some(&used.redirect)
            && trick != Trick::Refuses;
        fits.then(|| {
            json!({
                "access_token": "access",
                "token_type": "Bearer",
                "expires_in": 300,
                "id_token": self.id_token(&used.nonce, trick),
            })
        })
    }

    fn person(&self, other: bool) -> Value {
        let person = lock(&self.person).clone();
        json!({
            "sub": if other { "somebody else" } else { person.subject },
            "email": person.email,
            "email_verified": person.verified,
            "name": person.name,
            "groups": person.groups,
        })
    }
}
