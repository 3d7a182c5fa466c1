//! The program as a service of the town's machine: what it tells systemd, monitoring and whoever looks after it.

use std::fs;
use std::net::SocketAddr;
use std::os::unix::net::UnixDatagram;
use std::process::Output;
use std::time::Duration;

use diesel::Connection;
use diesel::connection::SimpleConnection;
use diesel::sqlite::SqliteConnection;

use crate::http::{Client, get};
use crate::on_postgres;
use crate::person::{Person, Way};
use crate::server::Server;
use crate::town::{Town, succeeded};

/// Words that systemd was told, one datagram each.
struct Systemd {
    /// A socket's path may have 107 bytes.
    home: tempfile::TempDir,
    socket: UnixDatagram,
}

impl Systemd {
    fn new() -> Self {
        let home = tempfile::Builder::new()
            .prefix("trialog-")
            .tempdir_in("/tmp")
            .unwrap();
        let socket = UnixDatagram::bind(home.path().join("notify")).unwrap();
        socket
            .set_read_timeout(Some(Duration::from_mins(1)))
            .unwrap();
        Self { home, socket }
    }

    fn next(&self) -> String {
        let mut words = [0; 500];
        let n = self.socket.recv(&mut words).expect("systemd hears nothing");
        String::from_utf8(words[..n].to_vec()).unwrap()
    }
}

#[test]
fn systemd_hears_that_the_server_answers_lives_and_ends() {
    if on_postgres() {
        return;
    }
    let town = Town::new();
    let systemd = Systemd::new();
    let mut server = Server::launch(&town, |command| {
        command.env("NOTIFY_SOCKET", systemd.home.path().join("notify"));
        command.env("WATCHDOG_USEC", "1500000");
    });
    let ready = systemd.next();
    let at = ready
        .strip_prefix("READY=1\nSTATUS=http://")
        .unwrap_or_else(|| panic!("{ready}"));
    // Whoever is told so may send people at once.
    let mut client = Client::connect(at.parse().unwrap()).unwrap();
    assert_eq!(client.exchange(&get("/healthz", "")).unwrap(), 200);
    for _ in 0..3 {
        assert_eq!(systemd.next(), "WATCHDOG=1");
    }
    server.signal("TERM");
    let ending = std::iter::repeat_with(|| systemd.next()).find(|words| words != "WATCHDOG=1");
    assert!(ending.unwrap().starts_with("STOPPING=1\n"));
    assert!(server.ended().success(), "{}", server.said());
}

#[test]
fn a_watchdog_for_another_process_is_not_fed() {
    if on_postgres() {
        return;
    }
    let town = Town::new();
    let systemd = Systemd::new();
    let mut server = Server::launch(&town, |command| {
        command.env("NOTIFY_SOCKET", systemd.home.path().join("notify"));
        command.env("WATCHDOG_USEC", "1000");
        command.env("WATCHDOG_PID", "1");
    });
    assert!(systemd.next().starts_with("READY=1"));
    server.signal("TERM");
    assert!(systemd.next().starts_with("STOPPING=1"));
    assert!(server.ended().success(), "{}", server.said());
}

fn said(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).into_owned()
}

#[test]
fn health_tells_by_its_exit_code() {
    if on_postgres() {
        return;
    }
    let town = Town::new();
    let server = Server::start(&town);
    let at = server.at.to_string();
    let health = |more: &[&str]| {
        let mut command = town.command(&["health"]);
        // As a container would: the address is an option, not an argument.
        command.env("TRIALOG__SERVER__BIND", &at).args(more);
        command.output().unwrap()
    };
    for more in [&[][..], &["--ready"], &["--bind", &at]] {
        let done = health(more);
        assert_eq!(done.status.code(), Some(0), "{more:?}: {}", said(&done));
    }
    // One that hangs answers nobody.
    server.signal("STOP");
    let done = health(&[]);
    assert_eq!(done.status.code(), Some(1), "{}", said(&done));
    server.signal("CONT");
    server.stop();
    let done = health(&[]);
    assert_eq!(done.status.code(), Some(1));
    assert!(
        said(&done).contains("antwortet keine Website"),
        "{}",
        said(&done)
    );
    let done = health(&["--bind", "nowhere"]);
    assert_eq!(done.status.code(), Some(2));
}

/// The value of one line of the figures.
fn figure(text: &str, name: &str) -> Option<f64> {
    let line = text.lines().find_map(|line| line.strip_prefix(name))?;
    line.trim().parse().ok()
}

#[test]
fn monitoring_counts_requests_and_learns_nothing_about_people() {
    if on_postgres() {
        return;
    }
    let town = Town::new();
    let server = Server::start_with(&town, |command| {
        command.env("TRIALOG__METRICS__BIND", "127.0.0.1:0");
    });
    let log = server.said();
    let at = log.split("are read at /metrics at=").nth(1).unwrap();
    let at: SocketAddr = at.split_whitespace().next().unwrap().parse().unwrap();
    let read = || {
        let mut client = Client::reader(at).unwrap();
        let text = client.page("/metrics").unwrap();
        let kind = client.header("content-type").unwrap().to_owned();
        assert_eq!(kind, "text/plain; version=0.0.4; charset=utf-8");
        text
    };
    let receipt = r#"trialog_requests_total{method="GET",route="/p/{code}/receipt",status="2xx"}"#;
    assert_eq!(figure(&read(), receipt), None, "nobody has asked yet");
    let handed_in = Person::at(server.at)
        .unwrap()
        .hands_in(Way::Questionnaire, "Erika");
    let address = handed_in.unwrap().address;
    let before = figure(&read(), receipt).unwrap();
    let mut client = Client::reader(server.at).unwrap();
    client.page(&address).unwrap();
    client
        .exchange(&get("/erfundene-adresse?q=erfunden", ""))
        .unwrap();
    let text = read();
    assert_eq!(figure(&text, receipt), Some(before + 1.0), "{text}");
    let code = address.split('/').nth(2).unwrap();
    for private in [
        code,
        "Erika",
        "erfunden",
        "127.0.0.1",
        "spielplaetze",
        "ziele",
    ] {
        assert!(!text.contains(private), "{private} stands in {text}");
    }
    for (name, least) in [
        ("trialog_database_up", 1.0),
        (r#"trialog_database_connections{state="idle"}"#, 1.0),
        ("process_resident_memory_bytes", 1e6),
        ("process_open_fds", 5.0),
        ("process_start_time_seconds", 1.7e9),
        (
            r#"trialog_job_last_run_timestamp_seconds{job="mails"}"#,
            1.7e9,
        ),
        (r#"trialog_outbox_mails{state="given_up"}"#, 0.0),
    ] {
        let value = figure(&text, name);
        assert!(
            value.is_some_and(|value| value >= least),
            "{name} in {text}"
        );
    }
    // Visitors never reach them.
    let mut visitor = Client::connect(server.at).unwrap();
    assert_eq!(visitor.exchange(&get("/metrics", "")).unwrap(), 404);
    server.stop();
}

/// What `check` says of a town with other options, and whether it is content.
fn checked(town: &Town, options: &[(&str, &str)]) -> (bool, String) {
    let mut command = town.command(&["check"]);
    command.envs(options.iter().copied());
    let done = command.output().unwrap();
    (done.status.success(), said(&done))
}

#[test]
fn check_is_content_with_a_sound_installation() {
    if on_postgres() {
        return;
    }
    let town = Town::new();
    Server::start(&town).stop();
    let (is_content, said) = checked(
        &town,
        &[
            ("TRIALOG__SERVER__BASE_URL", "https://mitreden.example.de"),
            ("TRIALOG__SERVER__TRUSTED_PROXIES", "1"),
        ],
    );
    assert!(is_content, "{said}");
    assert!(!said.contains("FEHLER"), "{said}");
    assert!(
        said.contains("gut      Adresse: https://mitreden.example.de"),
        "{said}"
    );
    assert!(said.contains("veröffentlichte Beteiligungen: 1"), "{said}");
    // Mails that nobody gets are worth a word.
    assert!(said.contains("HINWEIS  Mails"), "{said}");
    // An empty folder is no fault: everything is made at the first start.
    let home = tempfile::tempdir_in(env!("CARGO_TARGET_TMPDIR")).unwrap();
    let empty = Town::at(&home.path().join("var"), "");
    let (is_content, said) = checked(&empty, &[]);
    assert!(is_content, "{said}");
    assert!(!empty.data.exists(), "check makes nothing");
}

#[test]
fn check_names_what_would_hurt() {
    if on_postgres() {
        return;
    }
    let town = Town::new();
    Server::start(&town).stop();
    for (options, word) in [
        (
            &[("TRIALOG__SERVER__BASE_URL", "http://mitreden.example.de")][..],
            "FEHLER   Adresse",
        ),
        (
            &[("TRIALOG__SERVER__BASE_URL", "https://mitreden.example.de")],
            "FEHLER   Reverse Proxy",
        ),
        (
            &[(
                "TRIALOG__DATABASE__URL",
                "postgres://nobody@127.0.0.1:1/nothing",
            )],
            "FEHLER   Datenbank",
        ),
        (
            &[("TRIALOG__ATTACHMENTS__FOLDER", "/proc/1")],
            "FEHLER   Dateien zu Stellungnahmen",
        ),
    ] {
        let (is_content, said) = checked(&town, options);
        assert!(!is_content && said.contains(word), "{word}: {said}");
    }
    let secret = town.data.join("keys/secret");
    fs::set_permissions(&secret, std::os::unix::fs::PermissionsExt::from_mode(0o644)).unwrap();
    let (is_content, said) = checked(&town, &[]);
    assert!(!is_content && said.contains("FEHLER   Schlüssel"), "{said}");
}

#[test]
fn check_leaves_an_older_database_as_it_is() {
    if on_postgres() {
        return;
    }
    let town = Town::new();
    let file = town.file();
    let mut conn = SqliteConnection::establish(&file.to_string_lossy()).unwrap();
    conn.batch_execute(
        "DELETE FROM __diesel_schema_migrations WHERE version = (SELECT MAX(version) FROM __diesel_schema_migrations)",
    )
    .unwrap();
    let steps = || crate::check::count(&town, "__diesel_schema_migrations");
    let before = steps();
    let (is_content, said) = checked(&town, &[]);
    assert!(is_content, "{said}");
    assert!(
        said.contains("HINWEIS  Datenbank") && said.contains("(Schritte: 1)"),
        "{said}"
    );
    assert_eq!(steps(), before, "check brings nothing up to date");
    // What a newer program has written is no business of this one.
    conn.batch_execute(
        "INSERT INTO __diesel_schema_migrations (version) VALUES ('20991231000000')",
    )
    .unwrap();
    let (is_content, said) = checked(&town, &[]);
    assert!(!is_content && said.contains("neueren Fassung"), "{said}");
}

#[test]
fn a_researcher_finds_out_whom_to_tell() {
    if on_postgres() {
        return;
    }
    let town = Town::new();
    let contact = "mailto:it-sicherheit@lindenau.example";
    let server = Server::start_with(&town, |command| {
        command.env("TRIALOG__TOWN__SECURITY_CONTACT", contact);
    });
    let mut client = Client::reader(server.at).unwrap();
    let text = client.page("/.well-known/security.txt").unwrap();
    assert!(text.contains(&format!("Contact: {contact}\n")), "{text}");
    server.stop();
    let server = Server::start(&town);
    let mut client = Client::connect(server.at).unwrap();
    let status = client.exchange(&get("/.well-known/security.txt", ""));
    assert_eq!(status.unwrap(), 404);
    server.stop();
    succeeded(&town.command(&["verify"]).output().unwrap());
}
