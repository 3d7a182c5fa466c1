//! Requests that two servers would read differently, straight to ours: behind a proxy one of the two readings would be
//! somebody else's request. Each is refused, or is one request and nothing else.

use super::{asked, limited, statuses};
use crate::on_postgres;
use crate::town::Town;

/// What hides behind each riddle. Its answer begins with these letters, and no other page has them.
const HIDDEN: &str = "GET /readyz HTTP/1.1\r\nhost: localhost\r\nconnection: close\r\n\r\n";
const ANSWER: &str = "\r\n\r\nready\n";

/// The end of all chunks, and what hides behind it.
const CHUNKS: &str = "0\r\n\r\nHIDDEN";
const OPEN: &str = "HIDDEN";

/// A name, lines of the head, and a body. `LENGTH` stands for the length of what hides, `ALL` for that of the body.
const RIDDLES: [(&str, &str, &str); 26] = [
    (
        "length and chunks",
        "content-length: ALL\r\ntransfer-encoding: chunked",
        CHUNKS,
    ),
    (
        "chunks and length",
        "transfer-encoding: chunked\r\ncontent-length: ALL",
        CHUNKS,
    ),
    (
        "two lengths",
        "content-length: 0\r\ncontent-length: LENGTH",
        OPEN,
    ),
    (
        "two lengths the other way round",
        "content-length: LENGTH\r\ncontent-length: 0",
        OPEN,
    ),
    ("a list of lengths", "content-length: 0, LENGTH", OPEN),
    ("a length with a sign", "content-length: +LENGTH", OPEN),
    ("a negative length", "content-length: -1", OPEN),
    ("a length in another system", "content-length: 0x3f", OPEN),
    ("a length with words", "content-length: 0 x", OPEN),
    (
        "an endless length",
        "content-length: 18446744073709551616",
        OPEN,
    ),
    ("a space before the colon", "content-length : LENGTH", OPEN),
    (
        "chunks with a space before the colon",
        "transfer-encoding : chunked",
        CHUNKS,
    ),
    (
        "chunks of another kind",
        "transfer-encoding: xchunked",
        CHUNKS,
    ),
    (
        "chunks that are not the last",
        "transfer-encoding: chunked, identity",
        CHUNKS,
    ),
    (
        "chunks twice",
        "transfer-encoding: chunked\r\ntransfer-encoding: identity",
        CHUNKS,
    ),
    (
        "chunks with a tab",
        "transfer-encoding:\tchunked\r\ncontent-length: 3",
        CHUNKS,
    ),
    ("a folded line", "x: y\r\n content-length: LENGTH", OPEN),
    ("a folded coding", "transfer-encoding:\r\n chunked", CHUNKS),
    (
        "a chunk too large to count",
        "transfer-encoding: chunked",
        "fffffffffffffffff\r\nHIDDEN",
    ),
    (
        "a chunk with a sign",
        "transfer-encoding: chunked",
        "-1\r\nHIDDEN",
    ),
    (
        "a chunk without its end",
        "transfer-encoding: chunked",
        "1\r\naGET\r\n0\r\n\r\nHIDDEN",
    ),
    ("a zero in a line", "x: \0y", OPEN),
    (
        "a bare carriage return",
        "x: y\rcontent-length: LENGTH",
        OPEN,
    ),
    (
        "a line without a colon",
        "transfer-encoding chunked",
        CHUNKS,
    ),
    ("an empty name", ": y\r\ncontent-length: LENGTH", OPEN),
    (
        "a length that is no number",
        "content-length: \u{661}",
        OPEN,
    ),
];

fn written((_, lines, body): (&str, &str, &str)) -> String {
    let body = body.replace("HIDDEN", HIDDEN);
    let lines = lines
        .replace("LENGTH", &HIDDEN.len().to_string())
        .replace("ALL", &body.len().to_string());
    format!("POST /receipt HTTP/1.1\r\nhost: localhost\r\n{lines}\r\n\r\n{body}")
}

#[test]
fn a_request_that_can_be_read_in_two_ways_is_refused_or_is_one_request() {
    if on_postgres() {
        return;
    }
    let town = Town::new();
    let limits = [
        ("HEADER_SECONDS", "2"),
        ("BODY_SECONDS", "2"),
        ("IDLE_SECONDS", "2"),
    ];
    let server = limited(&town, &limits);
    let mut open = Vec::new();
    for riddle in RIDDLES {
        let said = asked(server.at, written(riddle).as_bytes());
        let text = String::from_utf8_lossy(&said);
        let found = statuses(&said);
        assert!(
            found.iter().all(|status| *status < 500),
            "{}: {found:?}",
            riddle.0
        );
        if found.len() > 1 || text.contains(ANSWER) {
            open.push((riddle.0, found));
        }
    }
    assert!(open.is_empty(), "answered as two: {open:?}");
    // Lines that end with a line feed alone are lines, or nothing: one answer at most.
    let bare = "GET /readyz HTTP/1.1\nhost: localhost\nconnection: close\n\n";
    let said = asked(server.at, bare.as_bytes());
    assert!(statuses(&said).len() <= 1);
    server.stop();
}
