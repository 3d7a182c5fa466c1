//! Somebody of the administration, whose browser meets another process each time.

use std::net::SocketAddr;

use crate::http::{Client, post};
use crate::person::hidden;
use crate::town::{Town, succeeded};

/// Long enough and on no list.
const PASSWORD: &str = "Kastanien-im-Stadtgarten-7";

/// A browser that keeps its session.
pub struct Staff {
    email: String,
    cookies: Vec<(String, String)>,
}

impl Staff {
    /// Has an account made by the command, and takes the invitation up at a server.
    pub fn first(town: &Town, at: SocketAddr, email: &str) -> Self {
        let made = ["account", "create-admin", email, "Toni Beispiel"];
        let made = town.command(&made).output().unwrap();
        succeeded(&made);
        Self::invited(&made.stdout, at, email)
    }

    /// The same with a role.
    pub fn with_role(town: &Town, at: SocketAddr, email: &str, role: &str) -> Self {
        let made = ["account", "invite", email, "Kim Beispiel", "--role", role];
        let made = town.command(&made).output().unwrap();
        succeeded(&made);
        Self::invited(&made.stdout, at, email)
    }

    fn invited(said: &[u8], at: SocketAddr, email: &str) -> Self {
        let said = String::from_utf8_lossy(said);
        let secret = said.split("/invitation/").nth(1).unwrap_or_default();
        let link = format!("/invitation/{}", secret.split_whitespace().next().unwrap());
        let mut staff = Self {
            email: email.to_owned(),
            cookies: Vec::new(),
        };
        let fields = [
            ("name", "Toni Beispiel"),
            ("email", email),
            ("password", PASSWORD),
            ("password_again", PASSWORD),
        ];
        let (status, page) = staff.sends(at, &link, &link, &fields);
        assert_eq!(status, 303, "{page}");
        staff.signs_in(at);
        staff
    }

    /// The same person with another browser.
    pub fn elsewhere(&self, at: SocketAddr) -> Self {
        let mut other = Self {
            email: self.email.clone(),
            cookies: Vec::new(),
        };
        other.signs_in(at);
        other
    }

    /// Signs in at a server.
    fn signs_in(&mut self, at: SocketAddr) {
        let email = self.email.clone();
        let fields = [("email", &*email), ("password", PASSWORD)];
        let (status, page) = self.sends(at, "/sign-in", "/sign-in", &fields);
        assert_eq!(status, 303, "{page}");
    }

    /// What a server answers her: the status, and the page or where it leads.
    pub fn opens(&mut self, at: SocketAddr, path: &str) -> (u16, String) {
        let request = format!("GET {path} HTTP/1.1\r\nhost: localhost\r\n\r\n");
        self.exchange(at, request.into_bytes())
    }

    /// Opens the page of a form, fills it in, and sends it.
    pub fn sends(
        &mut self,
        at: SocketAddr,
        page: &str,
        to: &str,
        fields: &[(&str, &str)],
    ) -> (u16, String) {
        let (status, form) = self.opens(at, page);
        assert_eq!(status, 200, "{page}: {form}");
        // A page may hold several forms, each with a token of its own.
        let own = form.split_once(&format!("action=\"{to}\""));
        let mut filled = match own {
            Some((_, rest)) => hidden(&format!("<main><form method=\"post\" {rest}")),
            None => hidden(&form),
        };
        filled.retain(|(name, _)| !fields.iter().any(|(other, _)| other == name));
        let typed = fields.iter();
        filled.extend(typed.map(|(name, value)| ((*name).to_owned(), (*value).to_owned())));
        self.exchange(at, post(to, &filled, ""))
    }

    fn exchange(&mut self, at: SocketAddr, request: Vec<u8>) -> (u16, String) {
        let cookies: Vec<_> = self
            .cookies
            .iter()
            .map(|(name, value)| format!("{name}={value}"))
            .collect();
        let packed = "accept-encoding: gzip, deflate, br\r\n";
        let cookies = format!("host: localhost\r\ncookie: {}\r\n", cookies.join("; "));
        let request = String::from_utf8(request).unwrap();
        let request = request.replacen(packed, "", 1);
        let request = request.replacen("host: localhost\r\n", &cookies, 1);
        let mut client = Client::reader(at).unwrap();
        let status = client.exchange(request.as_bytes()).unwrap();
        for (name, value) in &client.headers {
            let pair = value
                .split(';')
                .next()
                .and_then(|pair| pair.split_once('='));
            if let ("set-cookie", Some((cookie, value))) = (name.as_str(), pair) {
                self.cookies.retain(|(other, _)| other != cookie);
                self.cookies.push((cookie.to_owned(), value.to_owned()));
            }
        }
        let page = String::from_utf8_lossy(&client.body).into_owned();
        let page = client.header("location").map_or(page, str::to_owned);
        (status, page)
    }
}
