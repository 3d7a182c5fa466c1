//! The forms of a page, each as a browser sends it when one of its buttons is pressed.

use actix_web::http::header;
use actix_web::test::TestRequest;
use scraper::ElementRef;

use super::answer::Answer;
use super::markup::select;
use super::visitor::Visitor;

/// One field with what stands in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Field {
    /// Its name.
    pub name: String,
    /// What is sent.
    pub value: String,
    /// Its kind: the type of an input, else the name of the element.
    pub kind: String,
    /// How many characters its hint allows, where it says so.
    pub limit: Option<usize>,
}

impl Field {
    /// Whether people type words into it.
    pub fn is_typed(&self) -> bool {
        ["text", "search", "email", "tel", "url", "textarea"].contains(&self.kind.as_str())
    }
}

/// A form that is sent by POST, filled in as its page has it; what is empty gets a plain word.
#[derive(Clone, Debug)]
pub struct Form {
    /// The page it stands on.
    pub page: String,
    /// Where it is sent.
    pub to: String,
    /// Its fields, with the proof it came with and the button that was pressed.
    pub fields: Vec<Field>,
    /// Whether it takes files.
    pub takes_files: bool,
}

/// What parts the fields of a form with files.
const EDGE: &str = "edge-of-a-part";

impl Form {
    /// The same with another value of a field.
    #[must_use]
    pub fn with(mut self, name: &str, value: &str) -> Self {
        for field in self.fields.iter_mut().filter(|field| field.name == name) {
            value.clone_into(&mut field.value);
        }
        self
    }

    /// The same with one more field.
    #[must_use]
    pub fn and(mut self, name: &str, value: &str) -> Self {
        self.fields.push(Field {
            name: name.to_owned(),
            value: value.to_owned(),
            kind: "hidden".to_owned(),
            limit: None,
        });
        self
    }

    /// The same without a field.
    #[must_use]
    pub fn without(mut self, name: &str) -> Self {
        self.fields.retain(|field| field.name != name);
        self
    }

    /// Sends it.
    pub async fn send(&self, person: &Visitor) -> Answer {
        person.send(&self.to, self.request()).await
    }

    /// The same, glanced at.
    pub async fn glance(&self, person: &Visitor) -> Answer {
        person.glance(&self.to, self.request()).await
    }

    /// The request it becomes.
    pub fn request(&self) -> TestRequest {
        if !self.takes_files {
            let fields: Vec<_> = self.fields.iter().map(|f| (&f.name, &f.value)).collect();
            return TestRequest::post().set_form(fields);
        }
        let mut body = String::new();
        for Field {
            name, value, kind, ..
        } in &self.fields
        {
            let (file, value) = match kind.as_str() {
                "file" => ("; filename=\"brief.pdf\"", "%PDF-1.7\nBrief\n"),
                _ => ("", value.as_str()),
            };
            let name = name.replace('"', "%22");
            let head =
                format!("--{EDGE}\r\nContent-Disposition: form-data; name=\"{name}\"{file}\r\n");
            body += &[head.as_str(), "\r\n", value, "\r\n"].concat();
        }
        body += &["--", EDGE, "--\r\n"].concat();
        let kind = format!("multipart/form-data; boundary={EDGE}");
        TestRequest::post()
            .insert_header((header::CONTENT_TYPE, kind))
            .set_payload(body)
    }
}

/// Every form of a page, once for each of its buttons.
pub fn forms(page: &Answer) -> Vec<Form> {
    let own = page.url.split(['?', '#']).next().unwrap_or_default();
    let mut found = Vec::new();
    for form in page.html().select(&select("form[method=post]")) {
        let to = form.attr("action").filter(|to| !to.is_empty());
        let bare = Form {
            page: page.url.clone(),
            to: to.unwrap_or(own).to_owned(),
            fields: fields(page, form),
            takes_files: form.attr("enctype") == Some("multipart/form-data"),
        };
        let buttons: Vec<_> = form
            .select(&select("button[name]"))
            .filter_map(|button| Some((button.attr("name")?, button.attr("value")?)))
            .collect();
        let plain = form.select(&select("button:not([name])")).next().is_some();
        if plain || buttons.is_empty() {
            found.push(bare.clone());
        }
        found.extend(buttons.iter().map(|(k, v)| bare.clone().and(k, v)));
    }
    found
}

/// What the hint of a field allows: "Bis zu 2.000 Zeichen".
fn limit(page: &Answer, field: ElementRef<'_>) -> Option<usize> {
    let ids = field.attr("aria-describedby")?.split_whitespace();
    let hints = ids.flat_map(|id| page.all(&format!("[id='{id}']")));
    let said = hints.filter_map(|hint| {
        let (_, rest) = hint.split_once("Bis zu ")?;
        let (number, _) = rest.split_once(" Zeichen")?;
        number.replace('.', "").parse().ok()
    });
    said.min()
}

fn fields(page: &Answer, form: ElementRef<'_>) -> Vec<Field> {
    let mut found: Vec<Field> = Vec::new();
    for field in form.select(&select("input, textarea, select")) {
        let Some(name) = field.attr("name") else {
            continue;
        };
        let element = field.value().name();
        let kind = match element {
            "input" => field.attr("type").unwrap_or("text"),
            _ => element,
        };
        let attribute = || field.attr("value").unwrap_or_default().to_owned();
        let value = match kind {
            "textarea" => field.text().collect(),
            "select" => chosen(field),
            "radio" | "checkbox" => {
                // The one that is chosen, else the first of its name.
                let is_chosen = field.attr("checked").is_some();
                let known = found.iter_mut().find(|other| other.name == name);
                match known {
                    Some(other) if is_chosen => {
                        other.value = attribute();
                        continue;
                    }
                    Some(_) => continue,
                    None => attribute(),
                }
            }
            _ => attribute(),
        };
        found.push(Field {
            name: name.to_owned(),
            value: filled(kind, value),
            kind: kind.to_owned(),
            limit: limit(page, field),
        });
    }
    found
}

fn chosen(field: ElementRef<'_>) -> String {
    let options = select("option");
    let mut options = field.select(&options).collect::<Vec<_>>();
    options.sort_by_key(|option| option.attr("selected").is_none());
    let filled = options
        .iter()
        .filter_map(|option| option.attr("value"))
        .find(|value| !value.is_empty());
    filled.unwrap_or_default().to_owned()
}

/// A plain word for what is empty.
fn filled(kind: &str, value: String) -> String {
    if !value.is_empty() {
        return value;
    }
    match kind {
        "email" => "kim@stadtpark.example".to_owned(),
        "date" => "2026-07-10".to_owned(),
        "number" => "3".to_owned(),
        "text" | "search" | "textarea" | "tel" => "Ein paar Worte".to_owned(),
        _ => value,
    }
}
