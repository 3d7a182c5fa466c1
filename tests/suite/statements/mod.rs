//! Statements: written by persons and organisations, handed in, replaced, withdrawn, read by everyone.

mod addresses;
pub mod desk;
mod desk_deadlines;
mod desk_decisions;
mod desk_files;
mod desk_import;
pub mod erase;
mod files;
pub mod organisation;
mod person;
mod public;
mod round;

use actix_web::http::header;
use actix_web::test::TestRequest;

use crate::support::answer::Answer;
use crate::support::app::TestApp;
use crate::support::visitor::Visitor;

/// Where a person begins.
const INTRO: &str = "/consultations/ziele/statement";
/// An organisation's own table.
const TABLE: &str = "/organisation/consultations/ziele/statement";

/// Somebody begins a statement; gives her and its address.
pub async fn begun(app: &TestApp) -> (Visitor, String) {
    let kim = app.visitor();
    let intro = kim.get(INTRO).await;
    let begun = kim
        .press(intro.expect(200), "statement-intro-begin", &[])
        .await;
    let home = begun.expect(303).location();
    (kim, home)
}

/// Writes a text on an element, or as a whole.
pub async fn write(person: &Visitor, home: &str, part: &str, text: &str) -> Answer {
    let page = person.get(&format!("{home}/parts/{part}")).await;
    person
        .press(page.expect(200), "statement-save", &[("text", text)])
        .await
}

/// Names who signs.
pub async fn sign(person: &Visitor, home: &str, name: &str, email: &str) -> Answer {
    let page = person.get(&format!("{home}/people")).await;
    let typed = [("name", name), ("email", email)];
    person
        .press(page.expect(200), "statement-save", &typed)
        .await
}

/// Hands in with the ticked consents.
pub async fn hand_in(person: &Visitor, home: &str, ticked: &[(&str, &str)]) -> Answer {
    let page = person.get(&format!("{home}/review")).await;
    person
        .press(page.expect(200), "statement-hand-in", ticked)
        .await
}

/// A whole statement of a person that may be published.
pub async fn handed_in(app: &TestApp, text: &str) -> (Visitor, String) {
    let (kim, home) = begun(app).await;
    write(&kim, &home, "whole", text).await.expect(303);
    sign(&kim, &home, "Kim Beispiel", "kim@stadtpark.example")
        .await
        .expect(303);
    let consents = [("may_publish", "yes"), ("names_nobody", "yes")];
    hand_in(&kim, &home, &consents).await.expect(303);
    (kim, home)
}

/// What parts the fields of a form with files.
const EDGE: &str = "----edge";

/// Sends a file to a form that takes files, with the proof the page brings along.
pub async fn attach(person: &Visitor, page: &str, name: &str, bytes: &[u8]) -> Answer {
    let form = person.get(page).await;
    let token = form
        .expect(200)
        .attributes(
            &format!("form[action='{page}'] input[name=_token]"),
            "value",
        )
        .remove(0);
    let mut body = format!(
        "--{EDGE}\r\nContent-Disposition: form-data; name=\"_token\"\r\n\r\n{token}\r\n--{EDGE}\r\n\
         Content-Disposition: form-data; name=\"file\"; filename=\"{name}\"\r\n\
         Content-Type: text/html\r\n\r\n"
    )
    .into_bytes();
    body.extend_from_slice(bytes);
    body.extend_from_slice(format!("\r\n--{EDGE}--\r\n").as_bytes());
    let kind = format!("multipart/form-data; boundary={EDGE}");
    let request = TestRequest::post()
        .insert_header((header::CONTENT_TYPE, kind))
        .set_payload(body);
    person.send(page, request).await
}
