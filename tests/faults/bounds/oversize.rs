//! Requests that are too large in any of their parts.

use std::io::Write;
use std::net::SocketAddr;

use super::{asked, connect, heard, limited, serves_meanwhile, statuses};
use crate::http::Client;
use crate::on_postgres;
use crate::person::hidden;
use crate::town::{CONSULTATION, Town};

const FORM: usize = 65_536;

fn head(to: &str, kind: &str, more: &str) -> String {
    format!(
        "POST {to} HTTP/1.1\r\nhost: localhost\r\naccept-language: de\r\ncontent-type: {kind}\r\n{more}\r\n\r\n"
    )
}

const PLAIN: &str = "application/x-www-form-urlencoded";

/// Sends what there is and leaves the rest out; the server must not wait for it. It may close before everything is read.
fn refused_early(at: SocketAddr, begun: &[u8]) -> String {
    let mut stream = connect(at);
    let _ = stream.write_all(begun);
    String::from_utf8_lossy(&heard(&mut stream)).into_owned()
}

#[test]
fn a_form_that_is_a_byte_too_large_is_refused_before_it_has_come() {
    if on_postgres() {
        return;
    }
    let town = Town::new();
    let server = limited(&town, &[("BODY_SECONDS", "30")]);
    let survey = format!("{CONSULTATION}/survey");
    // Announced: nothing of it has come.
    let announced = head(&survey, PLAIN, &format!("content-length: {}", 2 * FORM + 1));
    let page = refused_early(server.at, announced.as_bytes());
    assert_eq!(statuses(page.as_bytes()), [413], "{page}");
    assert!(page.contains("höchstens 64 Kilobyte"), "{page}");
    // In chunks, which never end.
    let chunked = head(&survey, PLAIN, "transfer-encoding: chunked");
    let body = format!("{:x}\r\n{}\r\n", FORM + 1, "a".repeat(FORM + 1));
    let page = refused_early(server.at, (chunked + &body).as_bytes());
    assert_eq!(statuses(page.as_bytes()), [413], "{page}");
    // To the byte, and one more; the rest of such a request is read, so the connection goes on.
    let mut client = Client::reader(server.at).unwrap();
    let token = hidden(&client.page(&survey).unwrap()).remove(0).1;
    let start = format!("_token={token}&x=");
    for (more, status) in [(0, 303), (1, 413)] {
        let body = start.clone() + &"a".repeat(FORM - start.len() + more);
        let request = head(&survey, PLAIN, &format!("content-length: {}", body.len())) + &body;
        assert_eq!(client.exchange(request.as_bytes()).unwrap(), status);
        client = Client::reader(server.at).unwrap();
    }
    server.stop();
}

#[test]
fn a_file_that_is_too_large_is_refused_before_it_has_come() {
    if on_postgres() {
        return;
    }
    let town = Town::new();
    let most = 65_536;
    let server = limited(&town, &[("UPLOAD_BYTES", "65536")]);
    let mut client = Client::reader(server.at).unwrap();
    let intro = format!("{CONSULTATION}/statement");
    let fields = hidden(&client.page(&intro).unwrap());
    let home = client.send(&intro, &fields).unwrap();
    let page = format!("{home}/files");
    let token = hidden(&client.page(&page).unwrap()).remove(0).1;
    let kind = "multipart/form-data; boundary=edge";
    let begun = format!(
        "--edge\r\ncontent-disposition: form-data; name=\"_token\"\r\n\r\n{token}\r\n--edge\r\n\
         content-disposition: form-data; name=\"file\"; filename=\"a.pdf\"\r\n\r\n%PDF-1.7 "
    );
    let announced = head(&page, kind, "content-length: 10000000");
    let said = refused_early(server.at, announced.as_bytes());
    assert_eq!(statuses(said.as_bytes()), [413], "{said}");
    assert!(
        said.contains("Eine Datei darf höchstens 64 Kilobyte"),
        "{said}"
    );
    // One byte more than fits, of a body that goes on and on.
    let file = begun.clone() + &"a".repeat(most);
    let chunked = head(&page, kind, "transfer-encoding: chunked");
    let said = refused_early(
        server.at,
        format!("{chunked}{:x}\r\n{file}\r\n", file.len()).as_bytes(),
    );
    assert_eq!(statuses(said.as_bytes()), [413], "{said}");
    // What fits is taken.
    let file = begun + &"a".repeat(most - 1_000) + "\r\n--edge--\r\n";
    let request = head(&page, kind, &format!("content-length: {}", file.len())) + &file;
    assert_eq!(client.exchange(request.as_bytes()).unwrap(), 303);
    server.stop();
}

#[test]
fn heads_addresses_and_fields_beyond_all_measure_are_answered_or_closed() {
    if on_postgres() {
        return;
    }
    let town = Town::new();
    let server = limited(&town, &[]);
    let get = |path: &str, more: &str| {
        format!("GET {path} HTTP/1.1\r\nhost: localhost\r\nconnection: close\r\n{more}\r\n")
    };
    let form = |body: String| {
        let more = format!("connection: close\r\ncontent-length: {}", body.len());
        head("/receipt", PLAIN, &more) + &body
    };
    for (name, request) in [
        (
            "a large head",
            get("/", &format!("x: {}\r\n", "a".repeat(300_000))),
        ),
        (
            "a head without end",
            format!("GET / HTTP/1.1\r\nx: {}", "a".repeat(300_000)),
        ),
        ("many heads", get("/", &"x: y\r\n".repeat(5_000))),
        (
            "a long address",
            get(&format!("/{}", "a".repeat(100_000)), ""),
        ),
        (
            "a long question",
            get(&format!("/?q={}", "a%00".repeat(15_000)), ""),
        ),
        (
            "a long cookie",
            get(
                "/desk",
                &format!("cookie: session={}\r\n", "a".repeat(60_000)),
            ),
        ),
        (
            "many languages",
            get(
                "/",
                &format!("accept-language: {}\r\n", "de;q=0.1,".repeat(8_000)),
            ),
        ),
        ("many fields", form("a=1&".repeat(16_000))),
        ("a long name", form("a".repeat(65_000))),
        ("many codes", form("code=x&".repeat(9_000))),
        (
            "ever the same sign",
            form(format!("code={}", "%".repeat(60_000))),
        ),
    ] {
        let said = asked(server.at, request.as_bytes());
        let found = statuses(&said);
        // Before a head is whole, there is nobody to talk to.
        let fits = found.len() <= 1 && found.iter().all(|status| *status < 500);
        assert!(fits, "{name}: {found:?}");
        serves_meanwhile(server.at, 1);
    }
    server.stop();
}
