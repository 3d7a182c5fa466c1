//! One answer of the product, and what holds for every one of them.

use std::cell::OnceCell;

use actix_web::http::StatusCode;
use actix_web::http::header::HeaderMap;
use scraper::Html;

use trialog::participation::Code;

use super::markup::{self, select, words};
use super::visitor::Visitor;

/// One answer.
#[derive(Debug)]
pub struct Answer {
    /// What was asked for.
    pub url: String,
    /// Its status.
    pub status: StatusCode,
    /// Its headers.
    pub headers: HeaderMap,
    /// Its body as text.
    pub body: String,
    /// The same as it came.
    pub bytes: Vec<u8>,
    /// The same as a browser understands it, once somebody looks.
    parsed: OnceCell<Html>,
}

impl Answer {
    pub(super) fn new(url: &str, status: StatusCode, headers: HeaderMap, body: &[u8]) -> Self {
        Self {
            url: url.to_owned(),
            status,
            headers,
            body: String::from_utf8_lossy(body).into_owned(),
            bytes: body.to_vec(),
            parsed: OnceCell::new(),
        }
    }

    /// The page as a browser understands it.
    pub fn html(&self) -> &Html {
        self.parsed.get_or_init(|| Html::parse_document(&self.body))
    }

    /// A header as text; empty when it is not there.
    pub fn header(&self, name: &str) -> &str {
        self.headers
            .get(name)
            .map_or("", |value| value.to_str().unwrap())
    }

    /// The cookies it sets.
    pub fn cookies(&self) -> Vec<&str> {
        self.headers
            .get_all("set-cookie")
            .map(|value| value.to_str().unwrap())
            .collect()
    }

    /// Where it leads.
    pub fn location(&self) -> String {
        self.expect(303);
        self.header("location").to_owned()
    }

    /// Holds it to a status.
    #[track_caller]
    pub fn expect(&self, status: u16) -> &Self {
        let main = self.main();
        assert_eq!(self.status.as_u16(), status, "{}: {main}", self.url);
        self
    }

    /// Holds its page to a text.
    #[track_caller]
    pub fn says(&self, text: &str) -> &Self {
        let main = self.main();
        assert!(
            main.contains(text),
            "{} does not say {text:?}: {main}",
            self.url
        );
        self
    }

    /// Whether its page has the text of a key.
    pub fn says_key(&self, reader: &Visitor, key: &str) -> bool {
        self.main().contains(&reader.t(key))
    }

    /// Holds its page to show the code of a participation, as people write it.
    #[track_caller]
    pub fn says_code(&self, home: &str) -> String {
        let code = Code::parse(home.trim_start_matches("/p/")).unwrap();
        let written = code.grouped();
        self.expect(200).says(&written);
        written
    }

    /// Holds its page to be without a text.
    #[track_caller]
    pub fn hides(&self, text: &str) -> &Self {
        assert!(!self.body.contains(text), "{} shows {text:?}", self.url);
        self
    }

    /// Whether it is a page.
    pub fn is_page(&self) -> bool {
        self.header("content-type").starts_with("text/html") && !self.body.is_empty()
    }

    /// The visible text of the page's main part.
    pub fn main(&self) -> String {
        if !self.is_page() {
            return self.body.clone();
        }
        self.all("main").join(" ")
    }

    /// The visible texts of all elements that a selector finds.
    pub fn all(&self, selector: &str) -> Vec<String> {
        self.html().select(&select(selector)).map(words).collect()
    }

    /// An attribute of all elements that a selector finds.
    pub fn attributes(&self, selector: &str, name: &str) -> Vec<String> {
        let selector = select(selector);
        let found = self.html().select(&selector);
        found
            .filter_map(|at| at.attr(name).map(str::to_owned))
            .collect()
    }

    /// Every address of the product that the page leads to.
    pub fn links(&self) -> Vec<String> {
        let links = self.attributes("a[href]", "href");
        links
            .into_iter()
            .filter(|link| link.starts_with('/'))
            .collect()
    }

    /// What holds for every answer.
    pub(super) fn check(&self) {
        let policy = self.header("content-security-policy");
        for part in [
            "default-src 'none'",
            "frame-ancestors 'none'",
            "base-uri 'none'",
            "form-action 'self'",
        ] {
            assert!(policy.contains(part), "{}: {part} in {policy:?}", self.url);
        }
        assert!(!policy.contains("unsafe"), "{policy}");
        assert_eq!(
            self.header("x-content-type-options"),
            "nosniff",
            "{}",
            self.url
        );
        assert!(!self.header("referrer-policy").is_empty(), "{}", self.url);
        // Pages of other sites may read open data and nothing else.
        let is_open = self.is_open_data();
        let allowed = self.header("access-control-allow-origin");
        if is_open && self.status == StatusCode::OK {
            assert_eq!(allowed, "*", "{}", self.url);
        } else if !is_open {
            assert_eq!(allowed, "", "{}", self.url);
        }
        for absent in ["server", "x-powered-by", "access-control-allow-credentials"] {
            assert_eq!(self.header(absent), "", "{}: {absent}", self.url);
        }
        let is_fault =
            self.status.is_client_error() && self.status != StatusCode::UNPROCESSABLE_ENTITY;
        let is_staff = ["/desk", "/sign-in", "/sign-out"]
            .iter()
            .any(|own| self.url.starts_with(own));
        let is_personal =
            self.url.starts_with("/p/") || is_staff || is_fault || self.status.is_server_error();
        if is_personal {
            assert_eq!(
                self.header("cache-control"),
                "no-store",
                "{} {}",
                self.url,
                self.status
            );
        }
        if self.url.starts_with("/p/") && self.is_page() {
            assert_eq!(
                self.header("referrer-policy"),
                "no-referrer",
                "{}",
                self.url
            );
        }
        // Whoever acts for an organisation gets a session of her own, and so does a resident in her account.
        let is_member = self.url.starts_with("/organisation") || self.url.starts_with("/my/");
        let asked = self.url.contains("lang=") || self.url.contains("content=");
        if !asked && !is_staff && !is_member {
            assert!(
                self.cookies().is_empty(),
                "{} sets {:?}",
                self.url,
                self.cookies()
            );
        }
        if !self.body.is_empty() {
            let kind = self.header("content-type");
            let text = kind.starts_with("text/") || (kind.contains("json") && !is_open);
            assert!(
                !text || kind.contains("charset=utf-8"),
                "{}: {kind}",
                self.url
            );
        }
        // What travels compressed is the same page that others read plain.
        if self.is_page() && self.header("content-encoding").is_empty() {
            let faults = markup::faults(self.html());
            assert!(
                faults.is_empty(),
                "{} ({}): {}",
                self.url,
                self.status,
                faults.join("\n")
            );
        }
        for secret in [
            "panicked", "SELECT ", "diesel::", "src/", "anyhow", "sqlite", "postgres",
        ] {
            // An id in an address may end like one of these words; no path of ours and no message does so inside a word.
            let told = self.body.match_indices(secret).any(|(at, _)| {
                let before = self.body[..at].chars().next_back();
                secret != "src/" || !before.is_some_and(char::is_alphanumeric)
            });
            assert!(!told, "{} tells {secret:?}", self.url);
        }
    }

    /// Whether it is something that anybody may take along: published results as a file or for programs.
    fn is_open_data(&self) -> bool {
        let path = self.url.split(['?', '#']).next().unwrap_or_default();
        let endings = [
            "results.csv",
            ".xlsx",
            ".zip",
            ".docx",
            "chart.svg",
            "chart.png",
        ];
        let is_file = endings.iter().any(|ending| path.ends_with(ending))
            || (path.contains("/results/") && path.rsplit('.').next() == Some("csv"));
        path.starts_with("/oparl/")
            || path.starts_with("/api/v")
            || path.starts_with("/catalog.")
            || path.starts_with("/log/")
            || ((path.starts_with("/consultations/") || path.starts_with("/strategies/"))
                && is_file)
    }
}
