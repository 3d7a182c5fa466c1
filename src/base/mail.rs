//! A mail: plain text to one person, and the two ways it can leave. Nothing is ever sent from a request; see
//! [`crate::base::outbox`].

mod relay;

use std::fmt;
use std::fs;
use std::path::{Path, PathBuf};
use std::time::SystemTime;

use anyhow::{Context, anyhow};
use chrono::{DateTime, Utc};
use lettre::Message;
use lettre::message::header::{ContentType, HeaderName, HeaderValue};
use lettre::message::{Mailbox, SinglePart};

use crate::base::config::{Config, Transport};
use crate::base::error::{AppError, AppResult};
use crate::base::locale::{Args, Lang, Texts};
use relay::Relay;

/// Longest address there can be (RFC 5321).
pub const ADDRESS_CHARS: usize = 254;
/// Longest subject, in characters.
const SUBJECT_CHARS: usize = 250;
/// Longest mail, in bytes.
const BODY_BYTES: usize = 256 * 1024;

/// A mail address that can be written to: `name@host.example`, without the forms nobody uses (quotes, comments).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Address(lettre::Address);

impl Address {
    /// The address as somebody typed it, or nothing when it cannot be one.
    pub fn parse(text: &str) -> Option<Self> {
        let text = text.trim();
        let odd = |c: char| c.is_control() || c.is_whitespace() || "\"'<>(),;:\\[]".contains(c);
        if text.len() > ADDRESS_CHARS || text.contains(odd) {
            return None;
        }
        let (_, host) = text.rsplit_once('@')?;
        // A host without a dot is on nobody's network but one's own.
        if !host.contains('.') || host.starts_with('.') || host.ends_with('.') {
            return None;
        }
        text.parse().ok().map(Self)
    }

    /// The address as it is written down.
    pub fn as_str(&self) -> &str {
        self.0.as_ref()
    }
}

impl fmt::Display for Address {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

/// A mail that can be sent: nothing in it can become a second header or a second recipient.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mail {
    pub(super) kind: &'static str,
    pub(super) recipient: Address,
    pub(super) subject: String,
    pub(super) body: String,
    pub(super) unsubscribe_url: Option<String>,
    pub(super) about: Option<String>,
}

/// Which texts a mail is made of. Both are keys of the texts in `config/locales`.
#[derive(Clone, Copy, Debug)]
pub struct Letter {
    /// What kind of mail it is, for the log and the outbox, e.g. `invitation`.
    pub kind: &'static str,
    /// Key of the subject.
    pub subject_key: &'static str,
    /// Key of the body.
    pub body_key: &'static str,
}

impl Mail {
    /// A mail with a subject of one line and a body of plain text.
    ///
    /// # Errors
    /// When the subject holds a control character or one of both is too long: a fault of the caller, who has to check
    /// what people typed where they typed it.
    pub fn new(
        kind: &'static str,
        recipient: Address,
        subject: &str,
        body: &str,
    ) -> AppResult<Self> {
        let refuse = |why: &str| AppError::Internal(anyhow!("a mail of kind {kind}: {why}"));
        if subject.contains(char::is_control) {
            return Err(refuse("the subject holds a control character"));
        }
        if subject.chars().count() > SUBJECT_CHARS || body.len() > BODY_BYTES {
            return Err(refuse("too long"));
        }
        let is_odd = |c: char| c.is_control() && !matches!(c, '\n' | '\t');
        if body.contains(is_odd) {
            return Err(refuse("the text holds a control character"));
        }
        Ok(Self {
            kind,
            recipient,
            subject: subject.to_owned(),
            body: body.trim_end().to_owned(),
            unsubscribe_url: None,
            about: None,
        })
    }

    /// To whom it goes.
    pub fn recipient(&self) -> &Address {
        &self.recipient
    }

    /// The same mail, to go with what it is about, e.g. `statement:…`, while it waits.
    #[must_use]
    pub fn about(mut self, what: &str) -> Self {
        self.about = Some(what.to_owned());
        self
    }

    /// The same mail with the address at which the reader's mail program can end the subscription with one press
    /// (RFC 8058): it sends a form there, so that no program that only looks at links ends anything.
    #[must_use]
    pub fn unsubscribed_at(mut self, url: &str) -> Self {
        // What would break the head apart cannot be an address of ours.
        let is_plain = url
            .bytes()
            .all(|c| c.is_ascii_graphic() && !b"<>\"".contains(&c));
        self.unsubscribe_url = is_plain.then(|| url.to_owned());
        self
    }

    /// A mail out of the texts of the portal. Values that people typed may stand in the body, never in the subject.
    ///
    /// # Errors
    /// Those of [`Mail::new`].
    pub fn of(
        letter: Letter,
        recipient: Address,
        texts: &Texts,
        lang: Lang,
        args: &Args<'_>,
    ) -> AppResult<Self> {
        let subject = texts.get(lang, letter.subject_key, args);
        let body = texts.get(lang, letter.body_key, args);
        Self::new(letter.kind, recipient, &subject, &body)
    }

    /// The mail as it goes over the wire. The same `id` gives the same Message-ID, so that a mail server that got it
    /// already can tell.
    fn message(&self, id: &str, written: DateTime<Utc>, from: &Mailbox) -> anyhow::Result<Message> {
        let raw =
            |name, value: String| HeaderValue::new(HeaderName::new_from_ascii_str(name), value);
        let mut message = Message::builder();
        if let Some(url) = &self.unsubscribe_url {
            message = message
                .raw_header(raw("List-Unsubscribe", format!("<{url}>")))
                .raw_header(raw(
                    "List-Unsubscribe-Post",
                    "List-Unsubscribe=One-Click".to_owned(),
                ));
        }
        message
            .from(from.clone())
            .to(Mailbox::new(None, self.recipient.0.clone()))
            .subject(&self.subject)
            .date(SystemTime::from(written))
            .message_id(Some(format!("<{id}@{}>", from.email.domain())))
            // Keeps holiday notices from answering.
            .raw_header(raw("Auto-Submitted", "auto-generated".to_owned()))
            .singlepart(
                SinglePart::builder()
                    .header(ContentType::TEXT_PLAIN)
                    .body(self.body.clone()),
            )
            .context("a mail that cannot be written")
    }
}

/// Why a mail did not leave.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Undelivered {
    /// It is worth trying again: nobody answered, or the server said so.
    Later(String),
    /// The mail server refused this recipient for good.
    Never(String),
}

/// The way mails leave.
pub struct Courier {
    from: Mailbox,
    way: Way,
    per_minute: usize,
}

enum Way {
    Files(PathBuf),
    Smtp(Box<Relay>),
}

impl Courier {
    /// The way the options name.
    ///
    /// # Errors
    /// When the certificate file cannot be read.
    pub fn of(config: &Config) -> anyhow::Result<Self> {
        let mail = &config.mail;
        let name = match mail.from_name.as_str() {
            "" => format!("{} {}", config.town.portal_name, config.town.short_name),
            name => name.to_owned(),
        };
        let address = match mail.from_address.as_str() {
            // Only files: nobody can answer them.
            "" => "trialog@example.invalid",
            address => address,
        };
        let address = Address::parse(address).context("mail.from_address")?;
        Ok(Self {
            from: Mailbox::new(Some(name), address.0),
            per_minute: mail.per_minute as usize,
            way: match mail.transport {
                Transport::Files => Way::Files(mail.folder.clone()),
                Transport::Smtp => Way::Smtp(Box::new(Relay::of(mail)?)),
            },
        })
    }

    /// How many mails may leave within a minute.
    pub fn per_minute(&self) -> usize {
        self.per_minute
    }

    /// Sends one mail and comes back when the next station has taken it.
    ///
    /// # Errors
    /// Whether it is worth trying again, and what the other side said.
    pub async fn send(
        &self,
        id: &str,
        written: DateTime<Utc>,
        mail: &Mail,
    ) -> Result<(), Undelivered> {
        let message = mail
            .message(id, written, &self.from)
            .map_err(|why| Undelivered::Never(format!("{why:#}")))?;
        match &self.way {
            Way::Smtp(relay) => relay.send(message.envelope(), &message.formatted()).await,
            Way::Files(folder) => {
                let (folder, name) = (folder.clone(), format!("{id}.eml"));
                let bytes = message.formatted();
                actix_web::rt::task::spawn_blocking(move || keep(&folder, &name, &bytes))
                    .await
                    .map_err(|why| Undelivered::Later(why.to_string()))?
                    .map_err(|why| Undelivered::Later(format!("{why:#}")))
            }
        }
    }

    /// Whether mails can leave now, for `trialog check`: the mail server answers and takes the password, or the folder
    /// can be written.
    ///
    /// # Errors
    /// What is wrong, in the words of the other side.
    pub async fn try_out(&self) -> Result<(), String> {
        match &self.way {
            Way::Smtp(relay) => relay.try_out().await,
            Way::Files(folder) => fs::create_dir_all(folder).map_err(|why| why.to_string()),
        }
    }
}

/// Writes a file whole or not at all.
fn keep(folder: &Path, name: &str, bytes: &[u8]) -> anyhow::Result<()> {
    anyhow::ensure!(folder.components().next().is_some(), "mail.folder is empty");
    fs::create_dir_all(folder).with_context(|| folder.display().to_string())?;
    let (part, whole) = (folder.join(format!("{name}.part")), folder.join(name));
    fs::write(&part, bytes).with_context(|| part.display().to_string())?;
    fs::rename(&part, &whole).with_context(|| whole.display().to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_is_one_address_and_nothing_else() {
        for good in [
            "anna@example.de",
            " a.b+c@mail.example.org ",
            "ümlaut@example.de",
            "post@bücher.example",
        ] {
            assert!(Address::parse(good).is_some(), "{good}");
        }
        for bad in [
            "",
            "anna",
            "anna@",
            "@example.de",
            "anna@localhost",
            "a@example.de,b@example.de",
            "Anna <anna@example.de>",
            "anna@example.de\r\nBcc: x@example.de",
            "anna@example.de\0",
            "\"a b\"@example.de",
            "anna@[127.0.0.1]",
            "an na@example.de",
        ] {
            assert_eq!(Address::parse(bad), None, "{bad:?}");
        }
        assert_eq!(
            Address::parse(&format!("{}@example.de", "a".repeat(250))),
            None
        );
    }

    fn to_anna() -> Address {
        Address::parse("anna@example.de").unwrap()
    }

    #[test]
    fn a_line_break_in_the_subject_is_refused() {
        for subject in ["a\r\nBcc: x@example.de", "a\nb", "a\rb", "a\0b", "a\u{85}b"] {
            assert!(
                Mail::new("test", to_anna(), subject, "").is_err(),
                "{subject:?}"
            );
        }
        assert!(Mail::new("test", to_anna(), "ok", "a\r\n.\r\nRCPT TO:<x>").is_err());
        assert!(Mail::new("test", to_anna(), &"x".repeat(300), "").is_err());
    }

    #[test]
    fn what_stands_in_the_text_stays_in_the_text() {
        let mail = Mail::new(
            "test",
            to_anna(),
            "Grüße aus Lindenau",
            "Bcc: x@example.de\n.\nÜ",
        );
        let from = Mailbox::new(None, "stadt@example.org".parse().unwrap());
        let written = DateTime::from_timestamp(1_784_000_000, 0).unwrap();
        let message = mail.unwrap().message("01abc", written, &from).unwrap();
        let text = String::from_utf8(message.formatted()).unwrap();
        let (head, _) = text.split_once("\r\n\r\n").unwrap();
        assert!(head.is_ascii(), "{head}");
        assert!(!head.contains("Bcc"), "{head}");
        assert!(head.contains("Message-ID: <01abc@example.org>"), "{head}");
        assert!(head.contains("Auto-Submitted: auto-generated"), "{head}");
        assert_eq!(message.envelope().to().len(), 1);
    }
}
