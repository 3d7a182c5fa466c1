//! What one visitor can take from the others: time, memory, connections. Machines that are slow, that wait, that send too much
//! or that speak in riddles are ended or refused, and meanwhile people are served.

mod library;
mod oversize;
mod riddles;
mod slow;

use std::io::{Read, Write};
use std::net::{SocketAddr, TcpStream};
use std::thread;
use std::time::{Duration, Instant};

use crate::http::Client;
use crate::server::{Server, pause};
use crate::town::Town;

/// How long anything here may take at most; far more than it does.
const PATIENCE: Duration = Duration::from_mins(1);

/// A town whose server has other limits; names as they stand below `limits`.
fn limited(town: &Town, limits: &[(&str, &str)]) -> Server {
    Server::start_with(town, |command| {
        for (name, value) in limits {
            command.env(format!("TRIALOG__LIMITS__{name}"), value);
        }
    })
}

fn connect(to: SocketAddr) -> TcpStream {
    let stream = TcpStream::connect(to).unwrap();
    stream.set_nodelay(true).unwrap();
    stream.set_read_timeout(Some(PATIENCE)).unwrap();
    stream
}

/// Everything the server says until it closes the connection; how it closes makes no difference.
fn heard(stream: &mut TcpStream) -> Vec<u8> {
    let mut said = Vec::new();
    let mut piece = [0; 8_192];
    loop {
        match stream.read(&mut piece) {
            Ok(0) => return said,
            Ok(n) => said.extend_from_slice(&piece[..n]),
            Err(why) if why.kind() == std::io::ErrorKind::ConnectionReset => return said,
            Err(why) => panic!(
                "it is not closed: {why}; {}",
                String::from_utf8_lossy(&said)
            ),
        }
    }
}

/// The statuses in what was heard on one connection.
fn statuses(said: &[u8]) -> Vec<u16> {
    let text = String::from_utf8_lossy(said);
    let answers = text.match_indices("HTTP/1.");
    answers
        .filter_map(|(at, _)| text.get(at + 9..at + 12)?.parse().ok())
        .collect()
}

/// Sends something whole and hears everything.
fn asked(to: SocketAddr, request: &[u8]) -> Vec<u8> {
    let mut stream = connect(to);
    // The server may have heard enough before the end.
    let _ = stream.write_all(request);
    heard(&mut stream)
}

/// Opens a page again and again while something is going on; each time it must be there.
fn serves_meanwhile(at: SocketAddr, times: usize) {
    let mut client = Client::reader(at).unwrap();
    for _ in 0..times {
        client.page("/consultations/ziele").unwrap();
    }
}

/// The memory of a process, in bytes: `VmRSS` now, `VmHWM` at its peak.
fn memory(server: &Server, which: &str) -> u64 {
    let status = std::fs::read_to_string(format!("/proc/{}/status", server.pid())).unwrap();
    let line = status.lines().find(|line| line.starts_with(which)).unwrap();
    let kilobytes: u64 = line.split_whitespace().nth(1).unwrap().parse().unwrap();
    kilobytes * 1024
}

/// Writes a byte now and then until the other side has closed; what it has said by then. `first` is sent at once.
fn drips(at: SocketAddr, first: &[u8]) -> Vec<u8> {
    let mut stream = connect(at);
    stream.write_all(first).unwrap();
    let mut writer = stream.try_clone().unwrap();
    let dripping = thread::spawn(move || {
        let until = Instant::now() + PATIENCE;
        while Instant::now() < until && writer.write_all(b"a").is_ok() {
            pause(100);
        }
    });
    let said = heard(&mut stream);
    drop(stream);
    dripping.join().unwrap();
    said
}
