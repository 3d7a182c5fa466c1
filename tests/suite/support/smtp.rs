//! A mail server that speaks the real protocol on a real port, and misbehaves as it is told.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::{Shutdown, TcpListener, TcpStream};
use std::path::PathBuf;
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;

use rustls::pki_types::pem::PemObject;
use rustls::pki_types::{CertificateDer, PrivateKeyDer};
use rustls::{ServerConfig, ServerConnection, StreamOwned};
use trialog::base::config::{Config, Security, Transport};

/// How the server behaves in the conversations that begin from now on.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Conduct {
    /// Takes every mail.
    #[default]
    Accept,
    /// Answers one command with a line of its own, e.g. `("RCPT", "550 5.1.1 no such user")`. `"END"` is the moment
    /// after the mail itself.
    Answer(&'static str, &'static str),
    /// Never answers one command.
    Hang(&'static str),
    /// Breaks the connection off at one command.
    HangUp(&'static str),
    /// Takes the mail, and breaks off without saying so.
    TakeAndHangUp,
}

/// A mail that the server took.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Delivery {
    /// From the envelope.
    pub from: String,
    /// From the envelope.
    pub to: Vec<String>,
    /// Head and body.
    pub data: String,
}

impl Delivery {
    /// The value of a line of the head.
    pub fn header(&self, name: &str) -> Option<String> {
        let (head, _) = self.data.split_once("\r\n\r\n")?;
        let head = head.replace("\r\n ", " ");
        let start = format!("{}:", name.to_lowercase());
        head.lines()
            .find(|line| line.to_lowercase().starts_with(&start))
            .map(|line| line[start.len()..].trim().to_owned())
    }

    /// The text, with the transfer encoding taken off.
    pub fn text(&self) -> String {
        let body = self.data.split_once("\r\n\r\n").map_or("", |(_, b)| b);
        let text = match self.header("Content-Transfer-Encoding").as_deref() {
            Some("base64") => {
                let packed: String = body.split_whitespace().collect();
                let bytes = data_encoding::BASE64.decode(packed.as_bytes()).unwrap();
                String::from_utf8(bytes).unwrap()
            }
            Some("quoted-printable") => unquoted(body),
            _ => body.to_owned(),
        };
        text.replace("\r\n", "\n").trim_end().to_owned()
    }
}

fn unquoted(text: &str) -> String {
    let text = text.replace("=\r\n", "");
    let mut bytes = Vec::new();
    let mut rest = text.as_bytes();
    while let Some((&first, after)) = rest.split_first() {
        if first == b'=' && after.len() >= 2 {
            let pair = std::str::from_utf8(&after[..2]).unwrap();
            bytes.push(u8::from_str_radix(pair, 16).unwrap());
            rest = &after[2..];
        } else {
            bytes.push(first);
            rest = after;
        }
    }
    String::from_utf8(bytes).unwrap()
}

/// The server; it ends with the test.
pub struct MailServer {
    port: u16,
    shared: Arc<Shared>,
}

#[derive(Default)]
struct Shared {
    conduct: Mutex<Conduct>,
    /// How the way to it is encrypted; none is an open line.
    tls: Option<(Security, Arc<ServerConfig>)>,
    mails: Mutex<Vec<Delivery>>,
    calls: Mutex<usize>,
    open: Mutex<Vec<TcpStream>>,
}

fn lock<T>(mutex: &Mutex<T>) -> std::sync::MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

impl MailServer {
    /// A server that takes every mail.
    pub fn start() -> Self {
        Self::begin(Shared::default())
    }

    /// The same behind TLS, with a certificate of its own authority.
    pub fn encrypted(security: Security) -> Self {
        let pem = key("mail-server.pem");
        let chain = CertificateDer::pem_file_iter(&pem).unwrap();
        let chain = chain.collect::<Result<Vec<_>, _>>().unwrap();
        let secret = PrivateKeyDer::from_pem_file(&pem).unwrap();
        let provider = Arc::new(rustls::crypto::ring::default_provider());
        let config = ServerConfig::builder_with_provider(provider)
            .with_safe_default_protocol_versions()
            .unwrap()
            .with_no_client_auth()
            .with_single_cert(chain, secret)
            .unwrap();
        Self::begin(Shared {
            tls: Some((security, Arc::new(config))),
            ..Shared::default()
        })
    }

    fn begin(shared: Shared) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let port = listener.local_addr().unwrap().port();
        let shared = Arc::new(shared);
        let theirs = shared.clone();
        thread::spawn(move || {
            for stream in listener.incoming() {
                let Ok(stream) = stream else { return };
                let shared = theirs.clone();
                *lock(&shared.calls) += 1;
                lock(&shared.open).push(stream.try_clone().unwrap());
                // A conversation that breaks off is what some tests are about.
                thread::spawn(move || drop(converse(stream, &shared)));
            }
        });
        Self { port, shared }
    }

    /// Changes its behaviour.
    pub fn behave(&self, conduct: Conduct) {
        *lock(&self.shared.conduct) = conduct;
    }

    /// The mails it has taken.
    pub fn mails(&self) -> Vec<Delivery> {
        lock(&self.shared.mails).clone()
    }

    /// How many connections it has seen.
    pub fn calls(&self) -> usize {
        *lock(&self.shared.calls)
    }

    /// Lets the portal send its mails here.
    pub fn serve(&self, config: &mut Config) {
        config.mail.transport = Transport::Smtp;
        "127.0.0.1".clone_into(&mut config.mail.smtp_host);
        config.mail.smtp_port = self.port;
        config.mail.smtp_security = Security::None;
        if let Some((security, _)) = &self.shared.tls {
            config.mail.smtp_security = *security;
            "localhost".clone_into(&mut config.mail.smtp_host);
            config.mail.smtp_ca_file = key("mail-authority.pem").display().to_string();
        }
        "mitreden@lindenau.example".clone_into(&mut config.mail.from_address);
        config.mail.timeout_seconds = 1;
    }
}

impl Drop for MailServer {
    fn drop(&mut self) {
        for stream in lock(&self.shared.open).drain(..) {
            let _ = stream.shutdown(Shutdown::Both);
        }
    }
}

/// A file beside this one.
pub fn key(name: &str) -> PathBuf {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/suite/support/keys");
    PathBuf::from(folder).join(name)
}

/// A connection, in the clear or encrypted.
trait Wire: Read + Write + Send {}
impl<T: Read + Write + Send> Wire for T {}

/// A connection, line by line.
struct Talk {
    lines: BufReader<Box<dyn Wire>>,
    raw: TcpStream,
}

impl Talk {
    fn new(wire: Box<dyn Wire>, raw: TcpStream) -> Self {
        let lines = BufReader::new(wire);
        Self { lines, raw }
    }

    /// The same, encrypted from now on.
    fn wrapped(self, config: &Arc<ServerConfig>) -> std::io::Result<Self> {
        let server = ServerConnection::new(config.clone()).map_err(std::io::Error::other)?;
        let wire = StreamOwned::new(server, self.lines.into_inner());
        Ok(Self::new(Box::new(wire), self.raw))
    }

    fn say(&mut self, line: &str) -> std::io::Result<()> {
        let wire = self.lines.get_mut();
        wire.write_all(format!("{line}\r\n").as_bytes())?;
        wire.flush()
    }
}

fn converse(stream: TcpStream, shared: &Shared) -> std::io::Result<()> {
    let conduct = lock(&shared.conduct).clone();
    let mut talk = Talk::new(Box::new(stream.try_clone()?), stream);
    if let Some((Security::Tls, config)) = &shared.tls {
        talk = talk.wrapped(config)?;
    }
    let mut is_open = !matches!(&shared.tls, Some((Security::Tls, _)));
    let mut mail = Delivery {
        from: String::new(),
        to: Vec::new(),
        data: String::new(),
    };
    if !act(&conduct, "CONNECT", &mut talk, "220 mail.test ESMTP")? {
        return Ok(());
    }
    let mut line = String::new();
    loop {
        line.clear();
        if talk.lines.read_line(&mut line)? == 0 {
            return Ok(());
        }
        let command = line.trim_end().to_owned();
        let verb = command.split([' ', ':']).next().unwrap_or_default();
        let verb = verb.to_uppercase();
        let usual = match verb.as_str() {
            "EHLO" if shared.tls.is_some() && is_open => {
                "250-mail.test\r\n250-8BITMIME\r\n250-SMTPUTF8\r\n250 STARTTLS"
            }
            "EHLO" => "250-mail.test\r\n250-8BITMIME\r\n250 SMTPUTF8",
            "STARTTLS" => "220 go on",
            // No mail over an open line where there is another one.
            "MAIL" if shared.tls.is_some() && is_open => "530 5.7.0 must issue STARTTLS first",
            "DATA" => "354 go on",
            "QUIT" => "221 bye",
            "MAIL" | "RCPT" | "HELO" | "RSET" | "NOOP" => "250 ok",
            _ => "500 what?",
        };
        if !act(&conduct, &verb, &mut talk, usual)? {
            return Ok(());
        }
        if let ("STARTTLS", Some((_, config))) = (verb.as_str(), &shared.tls) {
            talk = talk.wrapped(config)?;
            is_open = false;
        }
        let within = |text: &str| {
            let inside = text
                .split_once('<')
                .and_then(|(_, rest)| rest.split_once('>'));
            inside.map_or_else(String::new, |(inside, _)| inside.to_owned())
        };
        match verb.as_str() {
            "MAIL" => mail.from = within(&command),
            "RCPT" => mail.to.push(within(&command)),
            "QUIT" => return Ok(()),
            "DATA" if !matches!(&conduct, Conduct::Answer("DATA", _)) => {
                mail.data = data(&mut talk.lines)?;
                if conduct == Conduct::TakeAndHangUp {
                    lock(&shared.mails).push(mail.clone());
                    return talk.raw.shutdown(Shutdown::Both);
                }
                if !act(&conduct, "END", &mut talk, "250 taken")? {
                    return Ok(());
                }
                if !matches!(&conduct, Conduct::Answer("END", _)) {
                    lock(&shared.mails).push(mail.clone());
                }
                mail.to.clear();
            }
            _ => {}
        }
    }
}

/// Answers a command as the conduct says. False when the conversation is over.
fn act(conduct: &Conduct, at: &str, talk: &mut Talk, usual: &str) -> std::io::Result<bool> {
    let line = match conduct {
        Conduct::Hang(here) if *here == at => {
            // Until the other side has had enough.
            std::io::copy(&mut talk.lines, &mut std::io::sink())?;
            return Ok(false);
        }
        Conduct::HangUp(here) if *here == at => {
            talk.raw.shutdown(Shutdown::Both)?;
            return Ok(false);
        }
        Conduct::Answer(here, line) if *here == at => line,
        _ => usual,
    };
    talk.say(line)?;
    Ok(true)
}

/// The mail itself, up to the line with the single dot.
fn data(lines: &mut impl BufRead) -> std::io::Result<String> {
    let mut data = Vec::new();
    loop {
        let mut line = Vec::new();
        if lines.read_until(b'\n', &mut line)? == 0 {
            return Err(std::io::ErrorKind::UnexpectedEof.into());
        }
        if line == b".\r\n" {
            return Ok(String::from_utf8_lossy(&data).into_owned());
        }
        let dotted = line.starts_with(b"..");
        data.extend_from_slice(&line[usize::from(dotted)..]);
    }
}
