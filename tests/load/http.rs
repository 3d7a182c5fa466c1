//! A visitor's side of HTTP/1.1: one connection kept open, one request after the other, nothing but the standard library.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::{SocketAddr, TcpStream};
use std::time::Duration;

use anyhow::{Context, bail, ensure};

/// What a current browser says about itself, as far as it changes what the server sends.
const BROWSER: &str =
    "accept: text/html\r\naccept-language: de\r\naccept-encoding: gzip, deflate, br";

/// The bytes of a `GET` as a browser sends it; `more` are further header lines, each with its line end.
pub fn get(path: &str, more: &str) -> Vec<u8> {
    format!("GET {path} HTTP/1.1\r\nhost: localhost\r\n{BROWSER}\r\n{more}\r\n").into_bytes()
}

/// One connection.
pub struct Client {
    stream: BufReader<TcpStream>,
    line: Vec<u8>,
    /// Whether the header lines of an answer are kept.
    keeps_headers: bool,
    /// How many requests were answered.
    pub requests: u64,
    /// Of the last answer.
    pub status: u16,
    /// Of the last answer, as sent, without the line ends; only in a [`Client::reader`].
    pub headers: Vec<(String, String)>,
    /// Bytes of the last answer's head.
    pub head_bytes: usize,
    /// Of the last answer, as sent.
    pub body: Vec<u8>,
}

impl Client {
    /// A client that only counts.
    pub fn connect(to: SocketAddr) -> anyhow::Result<Self> {
        let stream = TcpStream::connect(to).with_context(|| format!("{to} does not answer"))?;
        stream.set_nodelay(true)?;
        // A server that hangs must not hang the measurement.
        stream.set_read_timeout(Some(Duration::from_mins(10)))?;
        Ok(Self {
            stream: BufReader::with_capacity(1 << 16, stream),
            line: Vec::new(),
            keeps_headers: false,
            requests: 0,
            status: 0,
            headers: Vec::new(),
            head_bytes: 0,
            body: Vec::new(),
        })
    }

    /// A client that reads what it gets.
    pub fn reader(to: SocketAddr) -> anyhow::Result<Self> {
        Ok(Self {
            keeps_headers: true,
            ..Self::connect(to)?
        })
    }

    /// Sends a request and reads the whole answer.
    pub fn exchange(&mut self, request: &[u8]) -> anyhow::Result<u16> {
        self.stream.get_mut().write_all(request)?;
        self.headers.clear();
        self.body.clear();
        self.head_bytes = self.next_line()?;
        let status = self
            .line
            .get(9..12)
            .and_then(|code| std::str::from_utf8(code).ok());
        self.status = status
            .and_then(|code| code.parse().ok())
            .context("no status line")?;
        let (mut length, mut is_chunked) = (0, false);
        loop {
            self.head_bytes += self.next_line()?;
            if self.line.is_empty() {
                break;
            }
            let mut parts = self.line.splitn(2, |byte| *byte == b':');
            let (Some(name), Some(value)) = (parts.next(), parts.next()) else {
                bail!("a header line without a colon");
            };
            let value = value.trim_ascii();
            if name.eq_ignore_ascii_case(b"content-length") {
                length = std::str::from_utf8(value)?.parse()?;
            } else if name.eq_ignore_ascii_case(b"transfer-encoding") {
                is_chunked = value.eq_ignore_ascii_case(b"chunked");
            }
            if self.keeps_headers {
                let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
                self.headers.push((text(name).to_lowercase(), text(value)));
            }
        }
        if is_chunked {
            self.read_chunks()?;
        } else if self.status != 304 && self.status != 204 {
            self.read_bytes(length)?;
        }
        self.requests += 1;
        Ok(self.status)
    }

    /// Opens a page without compression and gives it as text; anything but 200 is an error.
    pub fn page(&mut self, path: &str) -> anyhow::Result<String> {
        self.page_with(path, "")
    }

    /// The same with further header lines, each with its line end.
    pub fn page_with(&mut self, path: &str, more: &str) -> anyhow::Result<String> {
        let request =
            format!("GET {path} HTTP/1.1\r\nhost: localhost\r\naccept-language: de\r\n{more}\r\n");
        let status = self.exchange(request.as_bytes())?;
        ensure!(status == 200, "GET {path} answered {status} instead of 200");
        Ok(String::from_utf8(self.body.clone())?)
    }

    /// Sends a form and gives the address it leads to; anything but 303 is an error.
    pub fn send(&mut self, path: &str, fields: &[(String, String)]) -> anyhow::Result<String> {
        self.send_with(path, fields, "")
    }

    /// The same with further header lines, each with its line end.
    pub fn send_with(
        &mut self,
        path: &str,
        fields: &[(String, String)],
        more: &str,
    ) -> anyhow::Result<String> {
        let status = self.exchange(&post(path, fields, more))?;
        ensure!(
            status == 303,
            "POST {path} answered {status} instead of 303"
        );
        let location = self
            .header("location")
            .context("a 303 without an address")?;
        Ok(location.to_owned())
    }

    /// A header of the last answer.
    pub fn header(&self, name: &str) -> Option<&str> {
        let found = self.headers.iter().find(|(known, _)| known == name);
        found.map(|(_, value)| value.as_str())
    }

    /// Reads a line without its end; gives its length with it.
    fn next_line(&mut self) -> anyhow::Result<usize> {
        self.line.clear();
        let bytes = self.stream.read_until(b'\n', &mut self.line)?;
        ensure!(bytes > 0, "the server closed the connection");
        while matches!(self.line.last(), Some(b'\r' | b'\n')) {
            self.line.pop();
        }
        Ok(bytes)
    }

    fn read_bytes(&mut self, count: usize) -> anyhow::Result<()> {
        let from = self.body.len();
        self.body.resize(from + count, 0);
        Ok(self.stream.read_exact(&mut self.body[from..])?)
    }

    fn read_chunks(&mut self) -> anyhow::Result<()> {
        loop {
            self.next_line()?;
            let size = usize::from_str_radix(std::str::from_utf8(&self.line)?, 16)?;
            self.read_bytes(size)?;
            self.next_line()?;
            if size == 0 {
                return Ok(());
            }
        }
    }
}

/// The bytes of a form as a browser sends it; `more` as for [`get`].
pub fn post(path: &str, fields: &[(String, String)], more: &str) -> Vec<u8> {
    let pairs = fields
        .iter()
        .map(|(name, value)| format!("{}={}", escaped(name), escaped(value)));
    let body = pairs.collect::<Vec<_>>().join("&");
    format!(
        "POST {path} HTTP/1.1\r\nhost: localhost\r\n{BROWSER}\r\n\
         content-type: application/x-www-form-urlencoded\r\ncontent-length: {}\r\n{more}\r\n{body}",
        body.len()
    )
    .into_bytes()
}

fn escaped(text: &str) -> String {
    let byte = |byte: u8| match byte {
        b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'.' | b'_' => {
            char::from(byte).to_string()
        }
        other => format!("%{other:02X}"),
    };
    text.bytes().map(byte).collect()
}
