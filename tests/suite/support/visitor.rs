//! Somebody with a browser: opens pages, fills in the forms she finds there, keeps the cookies she gets.
//!
//! Every answer of the product passes through here, and each is held to what holds for all of them: security headers,
//! no cookie that was not asked for, sound markup, a reference number on every error.

use std::cell::{OnceCell, RefCell};
use std::collections::BTreeMap;
use std::net::{Ipv4Addr, SocketAddr};
use std::rc::Rc;

use actix_web::dev::ServiceResponse;
use actix_web::http::header;
use actix_web::http::{Method, StatusCode};
use actix_web::test::{self, TestRequest};
use actix_web::web;
use futures_util::future::LocalBoxFuture;
use scraper::ElementRef;
use trialog::base::db::Db;
use trialog::base::locale::{Args, Lang};
use trialog::base::server;
use trialog::base::site::Site;

use super::answer::Answer;
use super::markup::{select, words};

/// The product as it takes requests, and says how each was sent.
type Door = Rc<dyn Fn(TestRequest) -> LocalBoxFuture<'static, (Method, Outcome)>>;
type Outcome = actix_web::Result<ServiceResponse>;

/// The product as all visitors of one test find it; it is put up for the first request.
#[derive(Clone)]
pub struct Portal {
    site: web::Data<Site>,
    db: Db,
    door: Rc<OnceCell<Door>>,
}

impl Portal {
    pub(super) fn new(site: web::Data<Site>, db: Db) -> Self {
        Self {
            site,
            db,
            door: Rc::default(),
        }
    }

    async fn call(&self, request: TestRequest) -> (Method, Outcome) {
        if self.door.get().is_none() {
            let (site, db) = (self.site.clone(), Some(self.db.clone()));
            let app = server::app(site, db, trialog::routes::configure);
            let app = Rc::new(test::init_service(app).await);
            let door: Door = Rc::new(move |request| {
                let app = Rc::clone(&app);
                Box::pin(async move {
                    let request = request.to_request();
                    let method = request.method().clone();
                    let answer = test::try_call_service(app.as_ref(), request).await;
                    (method, answer.map(ServiceResponse::map_into_boxed_body))
                })
            });
            let _ = self.door.set(door);
        }
        self.door.get().unwrap()(request).await
    }
}

/// Somebody with a browser.
pub struct Visitor {
    portal: Portal,
    address: SocketAddr,
    language: Option<&'static str>,
    cookies: RefCell<BTreeMap<String, String>>,
}

impl Visitor {
    pub(super) fn new(portal: Portal, n: u16) -> Self {
        let [high, low] = n.to_be_bytes();
        Self {
            portal,
            address: SocketAddr::from((Ipv4Addr::new(198, 51, high, low), 40_000)),
            language: None,
            cookies: RefCell::default(),
        }
    }

    /// Somebody at a portal that a test has made itself.
    pub fn alone(site: web::Data<Site>, db: Db) -> Self {
        Self::new(Portal::new(site, db), 0)
    }

    /// The same visitor with a browser that asks for a language.
    pub fn asking_for(mut self, language: &'static str) -> Self {
        self.language = Some(language);
        self
    }

    /// Another visitor behind the same address, as in a school.
    pub fn neighbour(&self) -> Self {
        Self {
            portal: self.portal.clone(),
            address: self.address,
            language: self.language,
            cookies: RefCell::default(),
        }
    }

    /// Keeps a cookie as if some page had set it.
    pub fn keep_cookie(&self, name: &str, value: &str) {
        self.cookies
            .borrow_mut()
            .insert(name.to_owned(), value.to_owned());
    }

    /// Opens an address.
    pub async fn get(&self, url: &str) -> Answer {
        self.send(url, TestRequest::get()).await
    }

    /// Opens an address and goes wherever it leads.
    pub async fn open(&self, url: &str) -> Answer {
        let mut answer = self.get(url).await;
        for _ in 0..5 {
            if answer.status != StatusCode::SEE_OTHER {
                break;
            }
            answer = self.get(&answer.location()).await;
        }
        answer
    }

    /// Sends fields to an address, without a form of ours.
    pub async fn post(&self, url: &str, fields: &[(&str, &str)]) -> Answer {
        self.send(url, TestRequest::post().set_form(fields)).await
    }

    /// Sends any request.
    pub async fn send(&self, url: &str, request: TestRequest) -> Answer {
        let (method, answer) = self.ask(url, request).await;
        if method != Method::HEAD {
            answer.check();
        }
        answer
    }

    /// The same without a look at what holds for every answer: for thousands of them that others have looked at.
    pub async fn glance(&self, url: &str, request: TestRequest) -> Answer {
        self.ask(url, request).await.1
    }

    async fn ask(&self, url: &str, request: TestRequest) -> (Method, Answer) {
        // A browser keeps the place on the page to itself.
        let address = url.split('#').next().unwrap_or_default();
        let mut request = request.uri(address).peer_addr(self.address);
        if let Some(language) = self.language {
            request = request.insert_header((header::ACCEPT_LANGUAGE, language));
        }
        for (name, value) in self.cookies.borrow().iter() {
            request = request.cookie(actix_web::cookie::Cookie::new(name, value));
        }
        let (method, answer) = self.portal.call(request).await;
        let answer = match answer {
            Ok(response) => {
                let (status, headers) = (response.status(), response.headers().clone());
                Answer::new(url, status, headers, &test::read_body(response).await)
            }
            Err(error) => {
                let response = error.error_response();
                let (status, headers) = (response.status(), response.headers().clone());
                let body = actix_web::body::to_bytes(response.into_body()).await;
                Answer::new(url, status, headers, &body.unwrap_or_default())
            }
        };
        for cookie in answer.cookies() {
            hold(cookie, self.portal.site.config.is_https());
            let (name, value) = cookie.split(';').next().unwrap().split_once('=').unwrap();
            self.cookies
                .borrow_mut()
                .insert(name.to_owned(), value.to_owned());
        }
        (method, answer)
    }

    /// A text of the portal in her language, by its key.
    pub fn t(&self, key: &str) -> String {
        let lang = self.language.and_then(Lang::of_code).unwrap_or(Lang::De);
        self.portal
            .site
            .texts
            .find(lang, key, &Args::new())
            .unwrap()
    }

    /// As [`Visitor::press`], with a file chosen in a form that takes one.
    pub async fn press_with_file(
        &self,
        page: &Answer,
        button: &str,
        (field, name, bytes): (&str, &str, &[u8]),
    ) -> Answer {
        let (url, fields) = filled(page, &self.t(button), &[]);
        let mut body = Vec::new();
        for (other, value) in fields.iter().filter(|(other, _)| other != field) {
            let head =
                format!("--limit\r\nContent-Disposition: form-data; name=\"{other}\"\r\n\r\n");
            body.extend([head.as_bytes(), value.as_bytes(), b"\r\n"].concat());
        }
        let head = format!(
            "--limit\r\nContent-Disposition: form-data; name=\"{field}\"; filename=\"{name}\"\r\n\
             Content-Type: application/octet-stream\r\n\r\n"
        );
        body.extend([head.as_bytes(), bytes, b"\r\n--limit--\r\n"].concat());
        let request = TestRequest::post()
            .insert_header((header::CONTENT_TYPE, "multipart/form-data; boundary=limit"))
            .set_payload(body);
        self.send(&url, request).await
    }

    /// Presses the button whose name is the text of a key, with what was typed or chosen; everything else in its form
    /// is sent as the page has it.
    pub async fn press(&self, page: &Answer, button: &str, typed: &[(&str, &str)]) -> Answer {
        let (url, fields) = filled(page, &self.t(button), typed);
        let fields: Vec<_> = fields
            .iter()
            .map(|(k, v)| (k.as_str(), v.as_str()))
            .collect();
        self.post(&url, &fields).await
    }
}

/// What holds for every cookie: no script reads it, no other host gets or sets it, and behind TLS it never leaves without.
fn hold(cookie: &str, https: bool) {
    let lower = cookie.to_lowercase();
    let has = |rule: &str| lower.split(';').any(|own| own.trim() == rule);
    // By this one nobody is let in; it goes to the door alone, so it cannot be bound to the whole host.
    let is_known = lower.contains("known-browser=");
    let (path, bound) = if is_known {
        ("path=/sign-in", "__secure-")
    } else {
        ("path=/", "__host-")
    };
    assert!(
        has("httponly") && has(path) && !lower.contains("domain="),
        "{cookie}"
    );
    assert!(
        has("samesite=strict") || !is_known && has("samesite=lax"),
        "{cookie}"
    );
    assert_eq!(has("secure"), https, "{cookie}");
    // What was chosen by hand tells nothing and opens nothing; everything else is bound to this host.
    let is_choice = ["lang=", "content="]
        .iter()
        .any(|own| lower.starts_with(own));
    assert!(is_choice || lower.starts_with(bound) == https, "{cookie}");
    assert!(cookie.len() < 4_096, "{cookie}");
}

/// The form that a button belongs to, filled in: where it is sent, and what.
pub fn filled(
    page: &Answer,
    button: &str,
    typed: &[(&str, &str)],
) -> (String, Vec<(String, String)>) {
    let buttons: Vec<_> = page.html().select(&select("form button")).collect();
    let names: Vec<_> = buttons.iter().map(|found| words(*found)).collect();
    let pressed = buttons
        .into_iter()
        .find(|found| words(*found) == button)
        .unwrap_or_else(|| panic!("{} has no button {button:?}; it has {names:?}", page.url));
    let form = pressed
        .ancestors()
        .filter_map(ElementRef::wrap)
        .find(|above| above.value().name() == "form")
        .unwrap();
    let mut fields = Vec::new();
    for field in form.select(&select("input, textarea, select")) {
        let Some(name) = field.attr("name") else {
            continue;
        };
        if typed.iter().any(|(other, _)| *other == name) {
            continue;
        }
        let kind = field.attr("type").unwrap_or("text");
        let value = match field.value().name() {
            "textarea" => {
                let text: String = field.text().collect();
                // The first line end after the tag is the tag's own; a browser sends two characters for each other.
                Some(text.replace('\n', "\r\n"))
            }
            "select" => field
                .select(&select("option[selected]"))
                .next()
                .map(|option| option.attr("value").unwrap_or_default().to_owned()),
            _ if matches!(kind, "radio" | "checkbox") => field
                .attr("checked")
                .map(|_| field.attr("value").unwrap_or("on").to_owned()),
            _ => Some(field.attr("value").unwrap_or_default().to_owned()),
        };
        fields.extend(value.map(|value| (name.to_owned(), value)));
    }
    let any_field = select("input, textarea, select");
    for (name, value) in typed {
        let mut offered = form
            .select(&any_field)
            .filter(|field| field.attr("name") == Some(name))
            .peekable();
        assert!(offered.peek().is_some(), "{} asks for no {name}", page.url);
        let is_choice =
            |field: &ElementRef| matches!(field.attr("type"), Some("radio" | "checkbox"));
        let fits = offered.any(|field| !is_choice(&field) || field.attr("value") == Some(value));
        assert!(fits, "{} does not offer {name} = {value}", page.url);
        fields.push(((*name).to_owned(), (*value).to_owned()));
    }
    if let Some(name) = pressed.attr("name") {
        let value = pressed.attr("value").unwrap_or_default();
        fields.push((name.to_owned(), value.to_owned()));
    }
    let action = form.attr("action").filter(|action| !action.is_empty());
    let own = page.url.split(['?', '#']).next().unwrap_or_default();
    (action.unwrap_or(own).to_owned(), fields)
}
