//! One person with a browser: hands something in, page by page, and remembers what she was shown.

use std::net::SocketAddr;

use scraper::{Html, Selector};

use crate::http::{Client, post};
use crate::town::CONSULTATION;

/// What somebody was shown as received: the promise begins here.
#[derive(Clone, Debug)]
pub struct Receipt {
    /// Where it stands.
    pub address: String,
    /// Words of hers that must stand there.
    pub words: Vec<String>,
    /// A file of hers: what it is called there, and its content.
    pub file: Option<(String, Vec<u8>)>,
}

/// Why a step did not lead on.
#[derive(Debug)]
pub enum Failed {
    /// No answer: the server or the connection is gone.
    Gone,
    /// An answer that is not the one hoped for.
    Refused(Refusal),
}

/// The page somebody got instead of the next one.
#[derive(Debug)]
pub struct Refusal {
    /// Its status.
    pub status: u16,
    /// The page.
    pub page: String,
    /// Where the form went, and its fields; none when a page was only opened.
    pub sent: Vec<(String, String)>,
}

type Step<T> = Result<T, Failed>;

/// What a person hands in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Way {
    Questionnaire,
    Comment,
    Statement,
}

/// Somebody with a browser.
pub struct Person {
    client: Client,
}

impl Person {
    /// Opens a connection.
    pub fn at(server: SocketAddr) -> Step<Self> {
        let client = Client::reader(server).map_err(|_| Failed::Gone)?;
        Ok(Self { client })
    }

    /// Hands one thing in, from the first page to the receipt. `name` makes her words her own.
    pub fn hands_in(&mut self, way: Way, name: &str) -> Step<Receipt> {
        match way {
            Way::Questionnaire => self.fills_in(name),
            Way::Comment => self.comments(name),
            Way::Statement => self.states(name),
        }
    }

    fn fills_in(&mut self, name: &str) -> Step<Receipt> {
        let intro = format!("{CONSULTATION}/survey");
        let home = self.sends(&intro, &intro, &[])?;
        let words = [format!("Wunsch von {name}"), format!("Linden für {name}")];
        for (question, fields) in [
            (
                "sz-baeume",
                vec![("mark", "bolder"), ("comment", &words[1])],
            ),
            ("sz-wege", vec![("mark", "right")]),
            ("wunsch", vec![("text", &*words[0])]),
        ] {
            let page = format!("{home}/gruen/{question}");
            let fields = [fields, vec![("step", "next")]].concat();
            self.sends(&page, &page, &fields)?;
        }
        let review = format!("{home}/review");
        let address = self.sends(&review, &review, &[])?;
        self.sees(&address, words.to_vec(), None)
    }

    fn comments(&mut self, name: &str) -> Step<Receipt> {
        let page = format!("{CONSULTATION}/comments/sz-baeume");
        let words = format!("Anmerkung von {name}");
        let address = self.sends(&page, &page, &[("text", &words)])?;
        self.sees(&address, vec![words], None)
    }

    fn states(&mut self, name: &str) -> Step<Receipt> {
        let intro = format!("{CONSULTATION}/statement");
        let home = self.sends(&intro, &intro, &[])?;
        let words = [format!("Stellungnahme von {name}"), format!("Kim {name}")];
        let part = format!("{home}/parts/whole");
        self.sends(&part, &part, &[("text", &words[0])])?;
        let people = format!("{home}/people");
        self.sends(&people, &people, &[("name", &words[1])])?;
        let file = format!("%PDF-1.7\n{name}\n{}", name.repeat(3_000)).into_bytes();
        self.attaches(&format!("{home}/files"), &format!("{name}.pdf"), &file)?;
        let review = format!("{home}/review");
        let address = self.sends(&review, &review, &[("may_publish", "yes")])?;
        self.sees(
            &address,
            words.to_vec(),
            Some((format!("{name}.pdf"), file)),
        )
    }

    /// Opens the page she was led to. Only what it says counts as shown.
    fn sees(
        &mut self,
        address: &str,
        words: Vec<String>,
        file: Option<(String, Vec<u8>)>,
    ) -> Step<Receipt> {
        let receipt = Receipt {
            address: address.split(['?', '#']).next().unwrap().to_owned(),
            words,
            file,
        };
        let page = self.opens(&receipt.address)?;
        for words in &receipt.words {
            assert!(
                page.contains(words),
                "{words} is not on the receipt: {page}"
            );
        }
        Ok(receipt)
    }

    /// Opens a page.
    pub fn opens(&mut self, path: &str) -> Step<String> {
        let request =
            format!("GET {path} HTTP/1.1\r\nhost: localhost\r\naccept-language: de\r\n\r\n");
        let status = self.exchange(request.as_bytes())?;
        self.page(status, 200, Vec::new())
    }

    /// Opens a download.
    pub fn downloads(&mut self, path: &str) -> Step<Vec<u8>> {
        self.opens_anything(path)?;
        Ok(self.client.body.clone())
    }

    fn opens_anything(&mut self, path: &str) -> Step<()> {
        let request = format!("GET {path} HTTP/1.1\r\nhost: localhost\r\n\r\n");
        match self.exchange(request.as_bytes())? {
            200 => Ok(()),
            status => self.page(status, 200, Vec::new()).map(|_| ()),
        }
    }

    /// Opens the page of a form, fills it in and sends it; gives the address it leads to.
    pub fn sends(&mut self, page: &str, to: &str, fields: &[(&str, &str)]) -> Step<String> {
        let mut filled = hidden(&self.opens(page)?);
        filled.extend(
            fields
                .iter()
                .map(|(k, v)| ((*k).to_owned(), (*v).to_owned())),
        );
        self.sends_again(to, filled)
    }

    /// Sends a form as it is.
    pub fn sends_again(&mut self, to: &str, fields: Vec<(String, String)>) -> Step<String> {
        let packed = "accept-encoding: gzip, deflate, br\r\n";
        let request = String::from_utf8(post(to, &fields, "")).unwrap();
        let status = self.exchange(request.replacen(packed, "", 1).as_bytes())?;
        self.led(status, fields)
    }

    /// Adds a file to a form that takes files.
    pub fn attaches(&mut self, page: &str, name: &str, bytes: &[u8]) -> Step<String> {
        let token = hidden(&self.opens(page)?).remove(0).1;
        let head = format!(
            "--edge\r\ncontent-disposition: form-data; name=\"_token\"\r\n\r\n{token}\r\n--edge\r\n\
             content-disposition: form-data; name=\"file\"; filename=\"{name}\"\r\n\
             content-type: application/pdf\r\n\r\n"
        );
        let body = [head.as_bytes(), bytes, b"\r\n--edge--\r\n"].concat();
        let head = format!(
            "POST {page} HTTP/1.1\r\nhost: localhost\r\naccept-language: de\r\n\
             content-type: multipart/form-data; boundary=edge\r\ncontent-length: {}\r\n\r\n",
            body.len()
        );
        let status = self.exchange(&[head.as_bytes(), &body].concat())?;
        self.led(status, Vec::new())
    }

    fn exchange(&mut self, request: &[u8]) -> Step<u16> {
        self.client.exchange(request).map_err(|_| Failed::Gone)
    }

    fn led(&mut self, status: u16, sent: Vec<(String, String)>) -> Step<String> {
        if status == 303
            && let Some(location) = self.client.header("location")
        {
            return Ok(location.to_owned());
        }
        self.page(status, 303, sent)
    }

    fn page(&self, status: u16, wanted: u16, sent: Vec<(String, String)>) -> Step<String> {
        let page = String::from_utf8_lossy(&self.client.body).into_owned();
        if status == wanted {
            return Ok(page);
        }
        Err(Failed::Refused(Refusal { status, page, sent }))
    }
}

/// The hidden fields of a page's own form.
pub fn hidden(page: &str) -> Vec<(String, String)> {
    let page = Html::parse_document(page);
    let forms = Selector::parse("main form[method=post]").unwrap();
    let fields = Selector::parse("input[type=hidden]").unwrap();
    let form = page.select(&forms).next();
    let form = form.unwrap_or_else(|| panic!("a page without a form: {}", page.html()));
    let pair = |field: scraper::ElementRef| {
        let text = |name| field.attr(name).unwrap_or_default().to_owned();
        (text("name"), text("value"))
    };
    form.select(&fields).map(pair).collect()
}
