//! `trialog health`: whether the website answers, for containers and monitoring that cannot ask by HTTP themselves.

use std::io::{self, Read, Write};
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr, TcpStream};
use std::time::Duration;

use clap::Args;

use super::failure::{Done, Failure, tell};
use super::place::Place;

/// How long each step may take. Containers and monitors mostly give five seconds for all of it.
const PATIENCE: Duration = Duration::from_secs(2);

/// Asks the website that runs at the configured address.
#[derive(Args)]
pub struct Health {
    /// Adresse und Port der Website [ohne Angabe: server.bind aus den Einstellungen]
    #[arg(long, value_name = "ADRESSE:PORT")]
    bind: Option<String>,
    /// Fragt auch, ob die Datenbank antwortet
    #[arg(long)]
    ready: bool,
}

impl Health {
    /// Runs the command.
    pub fn run(self, place: &Place) -> Done {
        let bind = self.bind.as_ref().unwrap_or(&place.config.server.bind);
        let Ok(bind) = bind.parse() else {
            return Err(Failure::Misused(format!(
                "{bind} ist keine Adresse mit Port, wie 127.0.0.1:8080."
            )));
        };
        let at = reachable(bind);
        let path = if self.ready { "/readyz" } else { "/healthz" };
        match ask(at, path) {
            Ok(200) => {
                tell(format_args!("Die Website antwortet unter {at}."));
                Ok(())
            }
            Ok(503) => Err(Failure::refused(format!(
                "Die Website unter {at} antwortet, ihre Datenbank nicht."
            ))),
            Ok(status) => Err(Failure::refused(format!(
                "Unter {at} antwortet etwas mit {status}; ist es Trialog?"
            ))),
            Err(why) => Err(Failure::refused(format!(
                "Unter {at} antwortet keine Website: {why}"
            ))),
        }
    }
}

/// A server that listens everywhere is asked on this machine.
fn reachable(bind: SocketAddr) -> SocketAddr {
    let ip = match bind.ip() {
        IpAddr::V4(Ipv4Addr::UNSPECIFIED) => Ipv4Addr::LOCALHOST.into(),
        IpAddr::V6(Ipv6Addr::UNSPECIFIED) => Ipv6Addr::LOCALHOST.into(),
        ip => ip,
    };
    SocketAddr::new(ip, bind.port())
}

/// The status of the answer. Nothing but its first line is read.
fn ask(at: SocketAddr, path: &str) -> io::Result<u16> {
    let mut stream = TcpStream::connect_timeout(&at, PATIENCE)?;
    stream.set_read_timeout(Some(PATIENCE))?;
    stream.set_write_timeout(Some(PATIENCE))?;
    write!(
        stream,
        "GET {path} HTTP/1.1\r\nhost: {at}\r\nconnection: close\r\n\r\n"
    )?;
    let mut head = [0; 12];
    stream.read_exact(&mut head)?;
    status(&head).ok_or_else(|| io::Error::new(io::ErrorKind::InvalidData, "kein HTTP"))
}

/// `HTTP/1.1 200`
fn status(head: &[u8]) -> Option<u16> {
    let head = std::str::from_utf8(head).ok()?;
    head.strip_prefix("HTTP/1.1 ")?.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_server_for_everybody_is_asked_on_this_machine() {
        let asked = |bind: &str| reachable(bind.parse().unwrap()).to_string();
        assert_eq!(asked("0.0.0.0:8080"), "127.0.0.1:8080");
        assert_eq!(asked("[::]:8080"), "[::1]:8080");
        assert_eq!(asked("192.0.2.1:80"), "192.0.2.1:80");
    }

    #[test]
    fn only_an_answer_of_http_counts() {
        assert_eq!(status(b"HTTP/1.1 200"), Some(200));
        assert_eq!(status(b"SSH-2.0-Open"), None);
    }
}
