//! What the administration enters, and the register it stands in.

use actix_web::http::header;
use actix_web::test::TestRequest;

use super::desk_deadlines::invite_all;
use crate::organisations;
use crate::support::answer::Answer;
use crate::support::app::TestApp;
use crate::support::visitor::{Visitor, filled};

/// Where the register of the fixture consultation is.
pub const REGISTER: &str = "/desk/consultations/ziele/statements";
/// A letter as it is scanned.
pub const SCAN: &[u8] = b"%PDF-1.7 a letter";

/// What stands in a form that is sent with files.
pub async fn send(
    visitor: &Visitor,
    page: &Answer,
    button: &str,
    typed: &[(&str, &str)],
    files: &[(&str, &[u8])],
) -> Answer {
    let (url, fields) = filled(page, &visitor.t(button), typed);
    let mut body = Vec::new();
    for (name, value) in fields.iter().filter(|(name, _)| name != "file") {
        let head = format!(
            "--limit\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n"
        );
        body.extend(head.into_bytes());
    }
    for (name, bytes) in files {
        let head = format!(
            "--limit\r\nContent-Disposition: form-data; name=\"file\"; filename=\"{name}\"\r\n\
             Content-Type: application/octet-stream\r\n\r\n"
        );
        body.extend([head.as_bytes(), bytes, b"\r\n"].concat());
    }
    body.extend(b"--limit--\r\n");
    let request = TestRequest::post()
        .insert_header((header::CONTENT_TYPE, "multipart/form-data; boundary=limit"))
        .set_payload(body);
    visitor.send(&url, request).await
}

/// What everybody's letter has.
pub const LETTER: [(&str, &str); 5] = [
    ("channel", "letter"),
    ("received_on", "2026-06-30"),
    ("signer-0-name", "Robin Muster"),
    ("signer-0-email", "robin@muster.example"),
    ("whole", "Wir begrüßen das Konzept."),
];

/// The same with other fields in place of its own, or beside them.
pub fn letter_with<'a>(other: &[(&'a str, &'a str)]) -> Vec<(&'a str, &'a str)> {
    let own = LETTER.into_iter();
    let own = own.filter(|(name, _)| other.iter().all(|(another, _)| another != name));
    own.chain(other.iter().copied()).collect()
}

/// Enters a letter.
pub async fn enter(editor: &Visitor, typed: &[(&str, &str)], files: &[(&str, &[u8])]) -> Answer {
    let page = editor.get(&format!("{REGISTER}/new")).await;
    send(
        editor,
        page.expect(200),
        "statement-desk-enter",
        typed,
        files,
    )
    .await
}

/// A letter with a scan; gives the name of the file in addresses.
pub async fn with_file(editor: &Visitor) -> String {
    let scan = [("Brief.pdf", SCAN)];
    let typed = letter_with(&[("may_publish", "yes")]);
    let entered = enter(editor, &typed, &scan).await;
    let url = entered.location();
    let page = editor.get(&url).await;
    file_of(page.expect(200))
}

/// The name of the first file of a page.
fn file_of(page: &Answer) -> String {
    let links = page.links();
    let file = links.iter().find_map(|link| link.split_once("/files/"));
    file.unwrap().1.to_owned()
}

#[actix_web::test]
async fn a_letter_with_a_scan_stands_in_the_register_and_leaves_only_as_a_download() {
    let app = TestApp::new().await;
    let editor = app.staff("evaluator");
    let name = "../../Prüfung; (1)'s.pdf";
    let typed = letter_with(&[
        ("written_on", "2026-06-28"),
        ("signer-0-behalf", "Nachbarschaft Spitalgasse"),
        ("signer-1-name", "Alex Muster"),
        ("part-0-on", "sz-baeume"),
        ("part-0-text", "Zehn Bäume sind zu wenig.\u{0}"),
        ("may_publish", "yes"),
    ]);
    let done = enter(&editor, &typed, &[(name, SCAN)]).await;
    assert!(done.location().starts_with(&format!("{REGISTER}/1?")));
    let page = editor.get(&format!("{REGISTER}/1")).await;
    page.expect(200)
        .says("Robin Muster")
        .says("Alex Muster")
        .says("Nachbarschaft Spitalgasse")
        .says("Brief")
        .says("28. Juni 2026")
        .says("Zehn Bäume sind zu wenig.");
    let file = editor
        .get(&format!("{REGISTER}/1/files/{}", file_of(&page)))
        .await;
    file.expect(200);
    assert_eq!(file.body.as_bytes(), SCAN);
    assert_eq!(file.header("content-type"), "application/pdf");
    assert_eq!(file.header("cache-control"), "no-store");
    let named = file.header("content-disposition");
    assert!(named.starts_with("attachment; filename=\"Pr_f"), "{named}");
    assert!(
        named.contains("filename*=UTF-8''Pr%C3%BCfung%3B%20%281%29%27s.pdf")
            && !named.contains("..")
    );
    assert!(
        file.header("content-security-policy")
            .starts_with("sandbox; default-src 'none'")
    );
    let register = editor.get(REGISTER).await;
    register
        .expect(200)
        .says("Robin Muster")
        .says("und 1 weitere Person");
    // Nobody reads it without signing in, and no council member reads it at all.
    let url = format!("{REGISTER}/1/files/{}", file_of(&page));
    assert!(
        app.visitor()
            .get(&url)
            .await
            .location()
            .contains("/sign-in")
    );
    app.staff("councillor").get(&url).await.expect(404);
    assert!(app.data.dump("journal").contains("statement.enter"));
}

#[actix_web::test]
async fn a_file_belongs_to_its_statement() {
    let app = TestApp::new().await;
    let editor = app.staff("editor");
    let first = with_file(&editor).await;
    enter(&editor, &LETTER, &[]).await.expect(303);
    let at = |number: &str, file: &str| format!("{REGISTER}/{number}/files/{file}");
    editor.get(&at("1", &first)).await.expect(200);
    for (number, file) in [
        ("2", first.as_str()),
        ("3", &first),
        ("1", "none"),
        ("1", "..%2F..%2Ftrialog.db"),
        ("0", &first),
    ] {
        editor.get(&at(number, file)).await.expect(404);
    }
    editor
        .get(&format!("{REGISTER}/2147483648"))
        .await
        .expect(404);
}

#[actix_web::test]
async fn what_is_wrong_is_said_and_nothing_typed_is_lost() {
    let app = TestApp::new().await;
    let editor = app.staff("editor");
    for (other, field, key) in [
        (("received_on", ""), "received_on", "error-day"),
        (
            ("received_on", "2026-07-02"),
            "received_on",
            "error-entry-future",
        ),
        (
            ("received_on", "2026-06-07"),
            "received_on",
            "error-entry-early",
        ),
        (
            ("written_on", "2026-07-01"),
            "written_on",
            "error-entry-written",
        ),
        (("signer-0-name", " "), "signer-0-name", "error-entry-name"),
        (
            ("signer-0-email", "robin@"),
            "signer-0-email",
            "error-entry-email",
        ),
        (("is_nil", "yes"), "is_nil", "error-entry-nil"),
        (("whole", ""), "whole", "error-entry-empty"),
        (
            ("part-0-text", "Ohne Ziel"),
            "part-0-on",
            "error-entry-element",
        ),
        (
            ("part-0-on", "sz-baeume"),
            "part-0-text",
            "error-entry-no-text",
        ),
    ] {
        let page = enter(&editor, &letter_with(&[other]), &[]).await;
        page.expect(422);
        assert!(page.says_key(&editor, key), "{key}: {}", page.main());
        assert_eq!(
            page.attributes(&format!("main [id='{field}-error']"), "id")
                .len(),
            1,
            "{field}"
        );
        assert!(page.body.contains("robin@") || field == "signer-0-email");
    }
    let long = "x".repeat(20_001);
    let page = enter(&editor, &letter_with(&[("whole", &long)]), &[]).await;
    page.expect(422).says("20.001");
    let twice = [
        ("part-0-on", "sz-baeume"),
        ("part-0-text", "A"),
        ("part-1-on", "sz-baeume"),
        ("part-1-text", "B"),
    ];
    let page = enter(&editor, &letter_with(&twice), &[]).await;
    assert!(page.expect(422).says_key(&editor, "error-entry-twice"));
    assert_eq!(app.data.count("statements"), 0);
    // A nil return needs nothing else.
    let typed = letter_with(&[("whole", ""), ("is_nil", "yes")]);
    let done = enter(&editor, &typed, &[]).await;
    let page = editor.get(&done.location()).await;
    page.expect(200).says("Fehlanzeige");
}

#[actix_web::test]
async fn the_same_form_twice_is_one_statement() {
    let app = TestApp::new().await;
    let editor = app.staff("editor");
    let form = editor.get(&format!("{REGISTER}/new")).await;
    let mut places = Vec::new();
    for _ in 0..2 {
        let done = send(&editor, &form, "statement-desk-enter", &LETTER, &[]).await;
        places.push(done.location());
    }
    assert_eq!(places[0], places[1]);
    assert_eq!(app.data.count("statements"), 1);
    enter(&editor, &LETTER, &[]).await.expect(303);
    assert_eq!(app.data.count("statements"), 2);
}

#[actix_web::test]
async fn the_register_names_who_was_asked_and_who_was_not() {
    let app = TestApp::new().await;
    let editor = app.staff("editor");
    let none = editor.get(REGISTER).await;
    assert!(none.expect(200).says_key(&editor, "register-none"));
    let (party, _) = organisations::known(&app);
    invite_all(&editor).await;
    let page = editor.get(REGISTER).await;
    page.expect(200)
        .says("Förderverein")
        .says("Noch offen")
        .says("noch 30 Tage");
    enter(&editor, &LETTER, &[]).await.expect(303);
    let typed = [
        ("channel", "fax"),
        ("received_on", "2026-06-30"),
        ("party", party.as_str()),
        ("is_nil", "yes"),
    ];
    enter(&editor, &typed, &[]).await.expect(303);
    let page = editor.get(REGISTER).await;
    page.expect(200)
        .says("hat geantwortet, mit Fehlanzeige")
        .says("Robin Muster")
        .hides("Noch offen, ");
    let rows = |query: &str| {
        let (editor, url) = (&editor, format!("{REGISTER}{query}"));
        async move {
            editor
                .get(&url)
                .await
                .expect(200)
                .all("main tbody tr")
                .len()
        }
    };
    for (query, n) in [
        ("", 2),
        ("?q=robin", 1),
        ("?channel=fax", 1),
        ("?state=handed-in", 2),
        ("?state=open", 0),
        ("?late=yes", 0),
        ("?longer=yes", 0),
        ("?sort=-received&page=2", 0),
        ("?sort=state&channel=letter", 1),
    ] {
        assert_eq!(rows(query).await, n, "{query}");
    }
    let file = editor
        .get(&format!("{REGISTER}/register.csv?channel=fax"))
        .await;
    assert!(
        file.expect(200)
            .header("content-type")
            .starts_with("text/csv")
    );
    assert_eq!(file.body.lines().count(), 2, "{}", file.body);
    let last = file.body.lines().last().unwrap();
    assert!(
        last.contains("Förderverein") && last.contains("2026-06-30"),
        "{last}"
    );
    app.staff("moderator").get(REGISTER).await.expect(200);
    app.staff("councillor").get(REGISTER).await.expect(404);
}
