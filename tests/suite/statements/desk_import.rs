//! Statements from a table.

use super::desk::{REGISTER, send};
use crate::organisations;
use crate::support::answer::Answer;
use crate::support::app::TestApp;
use crate::support::visitor::Visitor;

const IMPORT: &str = "/desk/consultations/ziele/statements/import";
const HEAD: &str =
    "ID;Institution;Name;E-Mail;Einreichungsdatum;Art der Einreichung;Stellungnahmetext;Ziel\n";

/// Sends a table.
async fn look(editor: &Visitor, bytes: &[u8]) -> Answer {
    let page = editor.get(IMPORT).await;
    let file = [("s.csv", bytes)];
    send(
        editor,
        page.expect(200),
        "statement-desk-import-look",
        &[],
        &file,
    )
    .await
}

/// Agrees to what the preview shows.
async fn take(editor: &Visitor, shown: &Answer) -> Answer {
    let button = shown.all("main form button").remove(0);
    let (url, fields) = crate::support::visitor::filled(shown, &button, &[]);
    let mut body = String::new();
    for (name, value) in fields {
        let part = format!(
            "--limit\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n"
        );
        body.push_str(&part);
    }
    body += "--limit--\r\n";
    let request = actix_web::test::TestRequest::post()
        .insert_header(("content-type", "multipart/form-data; boundary=limit"))
        .set_payload(body);
    editor.send(&url, request).await
}

#[actix_web::test]
async fn a_table_is_taken_in_as_a_whole_or_not_at_all_and_never_twice() {
    let app = TestApp::new().await;
    organisations::known(&app);
    let editor = app.staff("evaluator");
    let bad =
        format!("{HEAD}1;;Robin;;30.06.2026;Brief;Gut so.;\n2;;Alex;alex;01.07.2027;Taube;;nix\n");
    let shown = look(&editor, bad.as_bytes()).await;
    shown
        .expect(422)
        .says("In einer Zeile stimmt etwas nicht.")
        .says("Alex")
        .says("Art der Einreichung:")
        .says("Einreichungsdatum:");
    assert!(!shown.body.contains("name=\"content\""));
    assert_eq!(app.data.count("statements"), 0);
    let good = format!(
        "{HEAD}1;förderverein stadtpark e.v.;Robin;robin@x.example;30.06.2026;Brief;\"Zeile 1\n-Zeile 2\n=3\";sz-baeume\n\
         2;Kegelverein;;;;;=HYPERLINK(1);\n"
    );
    let shown = look(&editor, good.as_bytes()).await;
    shown
        .expect(200)
        .says("2 Stellungnahmen sind neu")
        .says("bekannte Organisation");
    assert_eq!(app.data.count("statements"), 0);
    for _ in 0..2 {
        take(&editor, &shown).await.expect(303);
    }
    assert_eq!(app.data.count("statements"), 2);
    assert_eq!(
        app.data
            .count("statements WHERE organisation_id IS NOT NULL"),
        1
    );
    // Kept as it stood there.
    let parts = app.data.dump("statement_parts");
    assert!(
        parts.contains("-Zeile 2\n=3") || parts.contains("-Zeile 2\\n=3"),
        "{parts}"
    );
    let page = editor.get(&format!("{REGISTER}/1")).await;
    page.expect(200)
        .says("Förderverein Stadtpark")
        .says("Brief")
        .says("Bäume");
    editor
        .get(&format!("{REGISTER}/2"))
        .await
        .expect(200)
        .says("Kegelverein");
    // The same file once more adds nothing, and says so.
    let shown = look(&editor, good.as_bytes()).await;
    shown
        .expect(200)
        .says("Keine ist neu.")
        .says("steht schon da: Nr. 1");
    // A larger file adds what is new.
    let more = format!("{good}3;;Toni;;;;Noch eins.;\n");
    let shown = look(&editor, more.as_bytes()).await;
    shown.expect(200).says("Eine Stellungnahme ist neu.");
    take(&editor, &shown).await.expect(303);
    assert_eq!(app.data.count("statements"), 3);
    app.staff("moderator").get(IMPORT).await.expect(404);
}

#[actix_web::test]
async fn what_is_no_such_table_is_refused() {
    let app = TestApp::new().await;
    let editor = app.staff("editor");
    for file in [
        b"PK\x03\x04x".as_slice(),
        b"a\0b",
        b"Verein\nA",
        b"Text\n",
        b"",
    ] {
        look(&editor, file).await.expect(422);
    }
    let many = format!("Text\n{}", "x\n".repeat(501));
    look(&editor, many.as_bytes()).await.expect(422).says("501");
    let none = editor.get(IMPORT).await;
    send(&editor, &none, "statement-desk-import-look", &[], &[])
        .await
        .expect(422);
    for ending in ["csv", "xlsx"] {
        let file = editor.get(&format!("{REGISTER}/template.{ending}")).await;
        let named = file.expect(200).header("content-disposition");
        assert!(
            named.contains(&format!("vorlage-stellungnahmen.{ending}")),
            "{named}"
        );
    }
    assert_eq!(app.data.count("statements"), 0);
}
