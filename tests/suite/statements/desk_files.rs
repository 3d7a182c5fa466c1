//! Files of letters that are entered: kept while a form is mended, refused when they are hostile.

use actix_web::http::header;
use actix_web::test::TestRequest;

use super::desk::{LETTER, REGISTER, SCAN, enter, letter_with, send};
use crate::support::app::TestApp;
use crate::support::visitor::filled;

#[actix_web::test]
async fn files_that_came_are_kept_when_the_form_comes_back() {
    let app = TestApp::new().await;
    let editor = app.staff("editor");
    let typed = letter_with(&[("received_on", "")]);
    let files = [
        ("Brief.pdf", SCAN),
        ("page.html.pdf", b"<html>%PDF-1.7".as_slice()),
    ];
    let page = enter(&editor, &typed, &files).await;
    assert!(page.expect(422).says_key(&editor, "error-file-kind"));
    page.says("Brief.pdf");
    let kept = page.attributes("input[name=kept]", "value");
    assert_eq!(kept.len(), 1);
    // More lines bring it along too.
    let more = send(&editor, &page, "statement-desk-more", &[], &[]).await;
    assert_eq!(
        more.expect(200).attributes("input[name=kept]", "value"),
        kept
    );
    let typed = [("received_on", "2026-06-30")];
    let done = send(
        &editor,
        &more,
        "statement-desk-enter",
        &typed,
        &[("B.PDF", SCAN)],
    )
    .await;
    let page = editor.get(&done.location()).await;
    assert_eq!(
        page.links()
            .iter()
            .filter(|link| link.contains("/files/"))
            .count(),
        1
    );
    // Whoever makes up such a mark attaches nothing.
    let form = editor.get(&format!("{REGISTER}/new")).await;
    let forged = kept[0].replace("Brief", "Other");
    let (url, fields) = filled(&form, &editor.t("statement-desk-enter"), &LETTER);
    let mut body = String::new();
    for (name, value) in fields.iter().chain([&("kept".to_owned(), forged)]) {
        let part = format!(
            "--limit\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n"
        );
        body.push_str(&part);
    }
    body += "--limit--\r\n";
    let request = TestRequest::post()
        .insert_header((header::CONTENT_TYPE, "multipart/form-data; boundary=limit"))
        .set_payload(body);
    let done = editor.send(&url, request).await;
    let page = editor.get(&done.location()).await;
    assert!(page.links().iter().all(|link| !link.contains("/files/")));
}

#[actix_web::test]
async fn hostile_files_are_refused_whatever_they_are_called() {
    let app = TestApp::with(crate::support::town::CONSULTATION, |config| {
        config.limits.upload_bytes = 100_000;
    })
    .await;
    let editor = app.staff("editor");
    for (name, bytes) in [
        ("a.pdf", b"".as_slice()),
        ("a.svg", b"<svg onload='x'/>"),
        ("a.png", SCAN),
        ("a.pdf", b"<script>%PDF-1.7"),
        ("a.docx", b"PK\x03\x04 broken"),
        ("a.exe", b"MZ"),
    ] {
        let page = enter(&editor, &LETTER, &[(name, bytes)]).await;
        page.expect(422);
        assert_eq!(page.attributes("main #file-error", "id").len(), 1, "{name}");
    }
    let many: Vec<Vec<u8>> = (0..11)
        .map(|n| format!("%PDF-1.7 {n}").into_bytes())
        .collect();
    let many: Vec<(&str, &[u8])> = many
        .iter()
        .map(|bytes| ("a.pdf", bytes.as_slice()))
        .collect();
    enter(&editor, &LETTER, &many)
        .await
        .expect(422)
        .says("bis zu 10");
    let large = [SCAN, &b" ".repeat(100_000)].concat();
    enter(&editor, &LETTER, &[("a.pdf", &large)])
        .await
        .expect(413);
    assert_eq!(app.data.count("statements"), 0);
    enter(&editor, &LETTER, &many[..10]).await.expect(303);
    assert_eq!(app.data.count("statement_files"), 10);
}
