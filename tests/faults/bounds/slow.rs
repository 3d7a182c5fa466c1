//! Machines that send a byte now and then, and machines that send nothing.

use std::io::Write;
use std::process::Command;
use std::thread;

use super::{asked, connect, heard, limited, memory, serves_meanwhile, statuses};
use crate::http::Client;
use crate::on_postgres;
use crate::town::Town;

fn head(to: &str, more: &str) -> Vec<u8> {
    format!("POST {to} HTTP/1.1\r\nhost: localhost\r\naccept-language: de\r\n{more}\r\n")
        .into_bytes()
}

#[test]
fn slow_heads_and_slow_bodies_are_ended_and_nobody_waits_for_them() {
    if on_postgres() {
        return;
    }
    let town = Town::new();
    let limits = [("HEADER_SECONDS", "1"), ("BODY_SECONDS", "1")];
    let server = limited(&town, &limits);
    let form = "content-type: application/x-www-form-urlencoded\r\n";
    let file = "content-type: multipart/form-data; boundary=edge\r\n";
    let part =
        "--edge\r\ncontent-disposition: form-data; name=\"file\"; filename=\"a.pdf\"\r\n\r\n";
    let with = |head: Vec<u8>, body: &str| [&head, body.as_bytes()].concat();
    let long = "content-length: 60000\r\n";
    let cases: Vec<(&str, Vec<u8>, &[u16])> = vec![
        ("a head", b"GET / HTTP/1.1\r\nhost: loc".to_vec(), &[408]),
        ("no head at all", Vec::new(), &[408]),
        (
            "a form",
            head("/consultations/ziele/survey", &format!("{form}{long}")),
            &[408],
        ),
        (
            "a form in chunks",
            head(
                "/consultations/ziele/survey",
                &format!("{form}transfer-encoding: chunked\r\n"),
            ),
            &[400, 408],
        ),
        (
            "a receipt's code",
            head("/receipt", &format!("{form}{long}")),
            &[408],
        ),
        (
            "signing in",
            head("/sign-in", &format!("{form}{long}")),
            &[408],
        ),
        (
            "a form of the desk",
            head("/desk/strategies/new", &format!("{form}{long}")),
            &[303, 408],
        ),
        (
            "a file",
            with(
                head("/p/0000/statement/files", &format!("{file}{long}")),
                part,
            ),
            &[403, 404, 408],
        ),
        (
            "a file at the desk",
            with(
                head(
                    "/desk/strategies/konzept/documents",
                    &format!("{file}{long}"),
                ),
                part,
            ),
            &[303, 404, 408],
        ),
        (
            "a body nobody asked for",
            with(head("/nirgends", long), "x"),
            &[404],
        ),
        (
            "a page with a body",
            b"GET / HTTP/1.1\r\nhost: localhost\r\ncontent-length: 60000\r\n\r\n".to_vec(),
            &[200],
        ),
    ];
    thread::scope(|scope| {
        let at = server.at;
        let slow: Vec<_> = cases
            .iter()
            .map(|(name, first, expected)| {
                (name, expected, scope.spawn(move || super::drips(at, first)))
            })
            .collect();
        serves_meanwhile(at, 40);
        for (name, expected, slow) in slow {
            let said = slow.join().unwrap();
            let found = statuses(&said);
            // Nothing at all is an answer to a request that never was one.
            let fits = found.iter().all(|status| expected.contains(status));
            assert!(fits && found.len() <= 1, "{name}: {found:?}");
        }
    });
    // Who was too slow reads what to do.
    let said = super::drips(server.at, &cases[2].1);
    let page = String::from_utf8_lossy(&said);
    assert!(page.contains("Das hat zu lange gedauert"), "{page}");
    server.stop();
}

/// Lets this process open as many files as it may; gives how many connections a test can hold.
fn connections(wanted: usize) -> usize {
    let own = std::process::id().to_string();
    // Where the tool is missing or the system says no, it stays as it is.
    let raised = Command::new("prlimit")
        .args(["--pid", &own, "--nofile=4096:"])
        .status();
    let limits = std::fs::read_to_string("/proc/self/limits").unwrap();
    let line = limits
        .lines()
        .find(|line| line.starts_with("Max open files"));
    let soft = line.and_then(|line| line.split_whitespace().nth(3)?.parse().ok());
    let most = soft.unwrap_or(1_024_usize).saturating_sub(200);
    if most < wanted {
        println!("only {most} connections of {wanted}: {raised:?}, {line:?}");
    }
    wanted.min(most)
}

/// What one idle connection may cost: two buffers of 8 KiB, the request's own memory, and what the allocator keeps beside it.
const BYTES_A_CONNECTION: u64 = 128 * 1024;

#[test]
fn a_thousand_idle_connections_take_little_memory_and_nobody_s_turn() {
    if on_postgres() {
        return;
    }
    let town = Town::new();
    // They stay for as long as the test looks at them.
    let limits = [("HEADER_SECONDS", "600"), ("IDLE_SECONDS", "600")];
    let count = connections(1_000);
    let server = limited(&town, &limits);
    serves_meanwhile(server.at, 5);
    let before = memory(&server, "VmRSS");
    let mut idle: Vec<_> = (0..count).map(|_| connect(server.at)).collect();
    // A third says nothing, a third begins to ask, a third has asked once.
    for stream in idle.iter_mut().skip(1).step_by(3) {
        stream.write_all(b"GET / HTTP/1.1\r\nhost:").unwrap();
    }
    for stream in idle.iter_mut().skip(2).step_by(3) {
        stream
            .write_all(b"GET /healthz HTTP/1.1\r\nhost: localhost\r\n\r\n")
            .unwrap();
    }
    serves_meanwhile(server.at, 40);
    let people: Vec<_> = (0..20)
        .map(|_| Client::reader(server.at).unwrap())
        .collect();
    for mut person in people {
        person.page("/").unwrap();
    }
    let more = memory(&server, "VmRSS").saturating_sub(before);
    let most = BYTES_A_CONNECTION * count as u64;
    assert!(
        more <= most,
        "{more} bytes for {count} connections, more than {most}"
    );
    drop(idle);
    server.stop();
}

#[test]
fn a_connection_that_is_kept_open_is_closed_after_its_time() {
    if on_postgres() {
        return;
    }
    let town = Town::new();
    let server = limited(&town, &[("IDLE_SECONDS", "1"), ("HEADER_SECONDS", "1")]);
    // Each waits until the server closes; nobody else does.
    let said = asked(
        server.at,
        b"GET /healthz HTTP/1.1\r\nhost: localhost\r\n\r\n",
    );
    assert_eq!(statuses(&said), [200]);
    let mut silent = connect(server.at);
    let said = heard(&mut silent);
    assert!(
        matches!(statuses(&said)[..], [] | [408]),
        "{}",
        String::from_utf8_lossy(&said)
    );
    server.stop();
}
