//! What the portal shows outside: cookies, addresses that must not be there, connections.

use actix_web::http::Method;
use actix_web::test::TestRequest;

use crate::accounts::sign_in;
use crate::organisations;
use crate::residents;
use crate::support::app::{PASSWORD, TestApp};
use crate::support::source;
use crate::support::town::CONSULTATION;

const KIM: &str = "kim@lindenau.example";

/// A town behind TLS.
async fn encrypted() -> TestApp {
    TestApp::with(CONSULTATION, |config| {
        config.sign_in.second_factor = false;
        "https://mitreden.example.de".clone_into(&mut config.server.base_url);
    })
    .await
}

#[actix_web::test]
async fn every_cookie_is_kept_from_scripts_and_other_hosts() {
    let app = encrypted().await;
    app.account(KIM, &["editor"]);
    organisations::known(&app);
    // Each cookie is looked at where it arrives; here all of them do, and are taken back.
    let kim = app.visitor();
    sign_in(&kim, KIM, PASSWORD).await.expect(303);
    let member = organisations::come_in(&app, "kim@stadtpark.example").await;
    let anna = residents::resident(&app, residents::ANNA).await;
    for (person, page, name) in [
        (&kim, "/desk", "__Host-session"),
        (&member, "/organisation", "__Host-member"),
        (&anna, "/my", "__Host-resident"),
    ] {
        let page = person.get(page).await;
        let out = person.press(page.expect(200), "desk-sign-out", &[]).await;
        let gone = out.expect(303).cookies().join("\n");
        assert!(gone.starts_with(&format!("{name}=;")), "{gone}");
        assert!(gone.contains("Max-Age=0"), "{gone}");
    }
    let chosen = anna.get("/?lang=en").await;
    assert!(chosen.cookies().join("\n").starts_with("lang=en"));
}

#[actix_web::test]
async fn what_belongs_to_nobody_is_not_there() {
    let app = TestApp::new().await;
    let visitor = app.visitor();
    for path in [
        "/.git/config",
        "/.git/HEAD",
        "/.gitignore",
        "/.env",
        "/.htaccess",
        "/.DS_Store",
        "/.well-known/security.txt",
        "/Cargo.toml",
        "/Cargo.lock",
        "/Dockerfile",
        "/README.md",
        "/CHANGELOG.md",
        "/docs/security.md",
        "/config/default.toml",
        "/config/locales/de/base.ftl",
        "/templates/layout.html",
        "/migrations/README.md",
        "/var/trialog.db",
        "/database.db",
        "/keys/secret",
        "/backup.zip",
        "/backup.sql",
        "/index.html~",
        "/index.php",
        "/desk.bak",
        "/static/",
        "/static",
        "/static/app.css.map",
        "/static/README.md",
        "/static/kern/",
        "/static/fonts/LICENSE",
        "/attachments/",
        "/mails/",
        "/metrics",
        "/debug",
        "/debug/pprof",
        "/status",
        "/server-status",
        "/actuator/health",
        "/admin",
        "/phpmyadmin",
        "/wp-login.php",
        "/swagger",
        "/swagger-ui/index.html",
        "/openapi.json",
        "/graphql",
        "/console",
        "/api/v0",
        "/api/v1",
        "/api/v1/",
        "/crossdomain.xml",
        "/clientaccesspolicy.xml",
    ] {
        for person in [&visitor, &app.staff("admin")] {
            let answer = person.get(path).await;
            answer.expect(404).hides("[package]").hides("sqlite");
        }
    }
    for path in [
        "/",
        "/desk",
        "/sign-in",
        "/static/app.css",
        "/healthz",
        "/receipt",
    ] {
        for method in [Method::TRACE, Method::CONNECT, Method::PUT, Method::DELETE] {
            let request = TestRequest::default()
                .method(method.clone())
                .insert_header(("x-canary", "Zaunkönig"));
            let answer = visitor.send(path, request).await;
            assert!(
                answer.status.is_client_error(),
                "{method} {path}: {}",
                answer.status
            );
            answer.hides("Zaunkönig").hides("x-canary");
        }
    }
}

/// Ways of Rust and of our crates to ask another host, and the files that may.
const DOORS: [(&str, &[&str]); 11] = [
    ("TcpStream", &["src/command/health.rs"]),
    ("UdpSocket", &[]),
    ("UnixStream", &[]),
    ("UnixDatagram", &["src/base/server/supervisor.rs"]),
    ("reqwest", &["src/account/oidc/http.rs"]),
    ("awc::", &[]),
    ("ToSocketAddrs", &[]),
    ("lookup_host", &[]),
    ("lettre::transport", &["src/base/mail/relay.rs"]),
    ("PgConnection", &["src/base/db"]),
    ("Command::new", &[]),
];

#[test]
fn only_mails_and_the_provider_open_a_connection() {
    let files = source::files("src", &[".rs"]);
    let mut faults = Vec::new();
    for (door, homes) in DOORS {
        let mut used: Vec<&str> = Vec::new();
        for file in files.iter().filter(|file| !file.is_test) {
            if !file.code().contains(door) {
                continue;
            }
            match homes.iter().find(|home| file.path.starts_with(**home)) {
                Some(home) => used.push(home),
                None => faults.push(format!("{} uses {door}", file.path)),
            }
        }
        let idle = homes.iter().filter(|home| !used.contains(*home));
        faults.extend(idle.map(|home| format!("{home} does not use {door} any more")));
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
    // What a page loads or frames comes from the portal itself.
    for file in source::files("templates", &[".html"]) {
        for part in [
            "src=\"http",
            "src=\"//",
            "@import",
            "<iframe",
            "<object",
            "<embed",
        ] {
            assert!(!file.text.contains(part), "{} has {part}", file.path);
        }
    }
}
