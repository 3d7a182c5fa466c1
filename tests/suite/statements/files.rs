//! Attachments: what is taken, what is refused, and how it comes out again.

use super::{attach, begun};
use crate::support::app::TestApp;

const PDF: &[u8] = b"%PDF-1.7\n1 0 obj\n<< >>\nendobj\n%%EOF";

#[actix_web::test]
async fn a_file_goes_in_by_its_content_and_comes_out_as_a_download_only() {
    let app = TestApp::new().await;
    let (kim, home) = begun(&app).await;
    let page = format!("{home}/files");
    attach(&kim, &page, "../../Straße \u{202e}fdp.pdf", PDF)
        .await
        .expect(303);
    // The same file again is there once.
    attach(&kim, &page, "noch-einmal.pdf", PDF)
        .await
        .expect(303);
    assert_eq!(app.data.count("statement_files"), 1);
    let shown = kim.get(&page).await;
    let links = shown.expect(200).links();
    let link = links.iter().find(|url| url.contains("/files/")).unwrap();
    let file = kim.get(link).await;
    file.expect(200);
    assert_eq!(file.header("content-type"), "application/pdf");
    assert!(
        file.header("content-disposition")
            .starts_with("attachment;")
    );
    assert!(!file.header("content-disposition").contains('/'));
    assert!(
        file.header("content-security-policy")
            .starts_with("sandbox;")
    );
    // Somebody else's code does not open it.
    let (robin, other) = begun(&app).await;
    let id = link.rsplit('/').next().unwrap();
    robin.get(&format!("{other}/files/{id}")).await.expect(404);
    let list = kim.get(&page).await;
    let removal = format!("{page}/{id}/removal");
    let proof = format!("form[action='{removal}'] input[name=_token]");
    let token = list.attributes(&proof, "value").remove(0);
    kim.post(&removal, &[("_token", &token)]).await.expect(303);
    assert_eq!(app.data.count("statement_files"), 0);
}

#[actix_web::test]
async fn what_is_no_document_is_refused_with_its_reason() {
    let app = TestApp::new().await;
    let (kim, home) = begun(&app).await;
    let page = format!("{home}/files");
    let refused: [(&str, &[u8], &str); 4] = [
        ("a.pdf", b"", "leer"),
        (
            "a.html",
            b"<html><script>alert(1)</script>",
            "nehmen wir nicht an",
        ),
        ("a.png", PDF, "passen nicht zusammen"),
        ("a.pdf", b"GIF89a%PDF-1.7", "nehmen wir nicht an"),
    ];
    for (name, bytes, says) in refused {
        attach(&kim, &page, name, bytes)
            .await
            .expect(422)
            .says(says);
    }
    assert_eq!(app.data.count("statement_files"), 0);
}

#[actix_web::test]
async fn the_eleventh_file_is_refused_and_ten_stay() {
    let app = TestApp::new().await;
    let (kim, home) = begun(&app).await;
    let page = format!("{home}/files");
    for n in 0..10 {
        let bytes = [PDF, format!("{n}").as_bytes()].concat();
        attach(&kim, &page, "plan.pdf", &bytes).await.expect(303);
    }
    // The page offers no box any more; whoever has an older one open is told.
    let shown = kim.get(&page).await;
    shown.expect(200).says("Mehr als 10 Dateien gehen nicht");
    assert_eq!(app.data.count("statement_files"), 10);
}
