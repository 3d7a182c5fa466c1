//! What a server does while people use it: it asks no other host, and nobody writes a line of its log.

use std::fs;
use std::path::Path;
use std::process::{Child, Command, Stdio};

use crate::canary::types_everywhere;
use crate::http::Client;
use crate::on_postgres;
use crate::person::{Person, Way};
use crate::power::run;
use crate::server::{Server, pause};
use crate::town::Town;

/// `strace` beside a running server, writing down with whom it speaks; it lets go with this value.
struct Watch(Child);

impl Watch {
    /// Nothing where there is no `strace` or nobody may watch.
    fn of(server: &Server, into: &Path) -> Option<Self> {
        let strace = Command::new("strace")
            .args(["-f", "-q", "-e", "trace=connect,accept4", "-o"])
            .arg(into)
            .args(["-p", &server.pid().to_string()])
            .stdin(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .ok()?;
        let watch = Self(strace);
        let status = format!("/proc/{}/status", server.pid());
        for _ in 0..400 {
            let status = fs::read_to_string(&status).unwrap_or_default();
            if !status.contains("TracerPid:\t0") {
                return Some(watch);
            }
            pause(5);
        }
        None
    }
}

impl Drop for Watch {
    fn drop(&mut self) {
        // Asked, it lets go of every thread; killed, it would leave some stopped.
        run("kill", &["-INT", &self.0.id().to_string()]);
        let _ = self.0.wait();
    }
}

/// Signs that end a line, colour it or go back in it, as they come in heads of requests and in addresses.
const SIGNS: [&str; 6] = [
    "GET /%0d%0a2026-01-01%20INFO%20Hufeisen HTTP/1.1\r\nhost: localhost\r\n\r\n",
    "GET /p/%1b%5b31mHufeisen%08%08 HTTP/1.1\r\nhost: localhost\r\n\r\n",
    "GET /?q=%0aHufeisen HTTP/1.1\r\nhost: localhost\r\nuser-agent: a\x1b[31mHufeisen\r\n\r\n",
    "HUFEISEN\t/ HTTP/1.1\r\nhost: localhost\r\n\r\n",
    "GET / HTTP/1.1\r\nhost: Hufeisen\x0b\r\nx: y\r\n z\r\n\r\n",
    "POST /receipt HTTP/1.1\r\nhost: localhost\r\ncontent-type: application/x-www-form-urlencoded\r\n\
     content-length: 20\r\n\r\ncode=%0d%0aHufeisen!",
];

#[test]
fn it_asks_no_other_host_and_nobody_writes_a_line_of_its_log() {
    if on_postgres() {
        return;
    }
    let town = Town::new();
    let server = Server::start_with(&town, |command| {
        command.env("TRIALOG__LOG__LEVEL", "debug");
        for act in ["SIGN_IN", "FEEDBACK", "SUBSCRIBE"] {
            command.env(format!("TRIALOG__LIMITS__PER_MINUTE__{act}"), "1000000");
        }
    });
    let calls = town.data.join("calls.txt");
    let watch = Watch::of(&server, &calls);
    let mut person = Person::at(server.at).unwrap();
    let home = person.hands_in(Way::Statement, "Kim").unwrap().address;
    // What a start has to say to whoever started it stands before.
    let begun = server.said().len();
    types_everywhere(&server, &[home]);
    for request in SIGNS {
        // Some are no requests at all, and the line is cut.
        let mut client = Client::reader(server.at).unwrap();
        let _ = client.exchange(request.as_bytes());
    }
    if watch.is_none() {
        println!("left out: there is no strace here, or it may not watch");
    } else {
        drop(watch);
        let seen = fs::read_to_string(&calls).unwrap();
        assert!(seen.contains("accept4("), "somebody watches: {seen}");
        let asked: Vec<_> = seen
            .lines()
            .filter(|line| line.contains("connect("))
            .collect();
        assert!(asked.is_empty(), "the server speaks to others: {asked:#?}");
    }
    let said = server.said();
    let lines: Vec<_> = said[begun..].lines().collect();
    assert!(lines.len() > 100, "{said}");
    for line in lines {
        assert!(
            line.starts_with("20"),
            "a line that nobody of ours began: {line:?}"
        );
        assert!(!line.contains(char::is_control), "{line:?}");
        assert!(!line.to_lowercase().contains("hufeisen"), "{line:?}");
    }
    server.stop();
}
