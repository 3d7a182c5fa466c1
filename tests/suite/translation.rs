//! Texts in other languages: what the desk approves is read by everyone who asks for it, and pages stay honest about the rest.

use crate::support::app::TestApp;
use crate::support::visitor::Visitor;

const DESK: &str = "/desk/consultations/ziele/languages";
const FIELD: &str = "/strategies/konzept/editions/1/hf-gruen";

/// The address at the desk of the text that begins so.
async fn text_at_desk(editor: &Visitor, search: &str) -> String {
    let list = editor.get(&format!("{DESK}/tr?q={search}")).await;
    let links = list.attributes(".rows a", "href");
    assert_eq!(links.len(), 1, "{links:?}");
    links[0].clone()
}

async fn offer_turkish(app: &TestApp) -> Visitor {
    let editor = app.staff("editor");
    let page = editor.get(DESK).await;
    editor
        .press(&page, "languages-save", &[("languages", "tr")])
        .await
        .expect(303);
    editor
}

#[actix_web::test]
async fn a_fault_stands_at_its_field_and_whoever_may_not_write_finds_no_form() {
    let app = TestApp::new().await;
    let editor = offer_turkish(&app).await;
    let url = text_at_desk(&editor, "Mehr+B%C3%A4ume").await;
    let page = editor.get(&url).await;
    let typed = [
        ("part.title", ""),
        ("part.text", "Her sokağa ağaç dikilir."),
    ];
    let refused = editor.press(&page, "languages-approve", &typed).await;
    refused.expect(422);
    let faulty = refused.attributes("textarea[aria-invalid=true]", "name");
    assert_eq!(faulty, ["part.title"]);

    let reader = app.staff("evaluator");
    let page = reader.get(&url).await;
    page.expect(200).says("Mehr Bäume");
    assert!(page.attributes("main textarea", "name").is_empty());
    let overview = reader.get(DESK).await;
    assert!(
        overview
            .expect(200)
            .attributes("main form", "action")
            .is_empty()
    );
}

#[actix_web::test]
async fn an_approved_translation_is_read_and_the_rest_says_that_it_is_missing() {
    let app = TestApp::new().await;
    let editor = offer_turkish(&app).await;
    let url = text_at_desk(&editor, "Mehr+B%C3%A4ume").await;
    let page = editor.get(&url).await;
    let (title, text) = ("Daha çok ağaç", "Her sokağa ağaç dikilir.");
    let typed = [("part.title", title), ("part.text", text)];
    editor
        .press(&page, "languages-keep", &typed)
        .await
        .expect(303);

    let ayse = app.visitor();
    let draft = ayse.get(&format!("{FIELD}?content=tr")).await;
    assert!(!draft.body.contains(title), "a draft is nobody's business");
    let page = editor.get(&url).await;
    editor
        .press(&page, "languages-approve", &[])
        .await
        .expect(303);

    let read = ayse.get(&format!("{FIELD}?content=tr")).await;
    assert!(read.body.contains(title) && read.body.contains(text));
    assert!(read.body.contains("lang=\"tr\""));
    assert!(
        read.body.contains(&ayse.t("reading-missing")),
        "the action goal has none yet"
    );
    assert!(read.body.contains("Hundert Bäume im Jahr"));
    // The choice is kept, and can be taken back.
    assert!(ayse.get(FIELD).await.body.contains(title));
    assert!(
        !ayse
            .get(&format!("{FIELD}?content=de"))
            .await
            .body
            .contains(title)
    );
    // Nobody else is affected.
    assert!(!app.visitor().get(FIELD).await.body.contains(title));
}

#[actix_web::test]
async fn a_question_is_answered_in_another_language_and_counts_like_any_other() {
    let app = TestApp::new().await;
    let editor = offer_turkish(&app).await;
    let url = text_at_desk(&editor, "Mehr+B%C3%A4ume").await;
    let page = editor.get(&url).await;
    let typed = [
        ("part.title", "Daha çok ağaç"),
        ("part.text", "Her sokağa."),
    ];
    editor
        .press(&page, "languages-approve", &typed)
        .await
        .expect(303);
    let (ayse, home) = crate::survey::one_mark(&app, "right").await;
    let page = ayse
        .get(&format!("{home}/gruen/sz-baeume?content=tr"))
        .await;
    assert!(page.body.contains("Daha çok ağaç"), "{}", page.body);
    let review = ayse.get(&format!("{home}/review")).await;
    assert!(review.body.contains("Daha çok ağaç"));
}

#[actix_web::test]
async fn nothing_half_is_approved_and_nothing_typed_is_lost() {
    let app = TestApp::new().await;
    let editor = offer_turkish(&app).await;
    let url = text_at_desk(&editor, "Mehr+B%C3%A4ume").await;
    let page = editor.get(&url).await;
    let half = [("part.title", "Daha çok ağaç")];
    let refused = editor.press(&page, "languages-approve", &half).await;
    refused.expect(422);
    assert!(refused.body.contains("Daha çok ağaç"));
    assert!(refused.body.contains(&editor.t("translation-part-missing")));
    let long = "a".repeat(8_001);
    let refused = editor
        .press(&page, "languages-keep", &[("part.text", &long)])
        .await;
    refused.expect(422);
    assert!(refused.body.contains(&long));
}

#[actix_web::test]
async fn a_language_that_is_not_offered_has_no_page_and_reads_as_german() {
    let app = TestApp::new().await;
    let editor = offer_turkish(&app).await;
    editor.get(&format!("{DESK}/uk")).await.expect(404);
    editor
        .get(&format!("{DESK}/tr/wording/nothing"))
        .await
        .expect(404);
    let page = app.visitor().get(&format!("{FIELD}?content=uk")).await;
    assert!(!page.body.contains(&editor.t("reading-missing")));
}

#[actix_web::test]
async fn the_start_page_and_the_page_of_a_consultation_are_read_in_its_languages() {
    let app = TestApp::new().await;
    let ayse = app.visitor();
    let start = ayse.get("/").await;
    assert!(
        start.attributes(".languages a", "href").is_empty(),
        "there is nothing to choose yet"
    );
    let editor = offer_turkish(&app).await;
    let home = "/consultations/ziele";
    for url in ["/", home] {
        let page = ayse.get(url).await;
        let links = page.attributes(".languages a", "href");
        assert_eq!(links, [format!("{url}?content=tr")], "{url}");
        let page = ayse.get(&format!("{url}?content=tr")).await;
        page.says("Ziele für Lindenau");
        assert!(page.says_key(&ayse, "reading-missing"), "{url}");
        // What was chosen is kept; this story asks page by page.
        ayse.get("/?content=de").await;
    }

    let url = text_at_desk(&editor, "Ziele+f%C3%BCr+Lindenau").await;
    let page = editor.get(&url).await;
    let typed = [
        ("part.title", "Lindenau için hedefler"),
        ("part.lead", "Lindenau'da ne daha iyi olmalı?"),
    ];
    editor
        .press(&page, "languages-approve", &typed)
        .await
        .expect(303);
    for url in ["/", home] {
        let page = ayse.get(&format!("{url}?content=tr")).await;
        page.says("Lindenau için hedefler");
        assert!(page.says_key(&ayse, "reading-translated"), "{url}");
        assert!(!page.says_key(&ayse, "reading-missing"), "{url}");
    }
    let page = ayse.get(home).await;
    assert!(
        page.says_key(&ayse, "reading-mark-missing"),
        "the fields have no translation yet"
    );
    // Whoever previews the page reads it in the same languages.
    let preview = format!("/desk{home}/preview/2026-07-10{home}?content=tr");
    editor.get(&preview).await.says("Lindenau için hedefler");
}
