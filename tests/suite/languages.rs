//! Both languages, on every public page: as the browser asks, or as chosen by hand.

use actix_web::test::TestRequest;

use crate::support::app::TestApp;

const PAGES: [&str; 8] = [
    "/",
    "/consultations/ziele",
    "/consultations/ziele/survey",
    "/strategies/konzept/editions/1",
    "/strategies/konzept/editions/1/hf-leben",
    "/receipt",
    "/results",
    "/nowhere",
];

fn language(page: &crate::support::answer::Answer) -> String {
    page.attributes("html", "lang").remove(0)
}

#[actix_web::test]
async fn every_page_speaks_the_language_the_browser_asks_for() {
    let app = TestApp::new().await;
    for (asks, gets) in [
        ("de", "de"),
        ("en", "en"),
        ("en-GB,en;q=0.9,de;q=0.8", "en"),
        ("fr, tr;q=0.9", "de"),
        ("de;q=0.2, en;q=0.7", "en"),
    ] {
        let visitor = app.visitor().asking_for(asks);
        for url in PAGES {
            let page = visitor.get(url).await;
            assert_eq!(language(&page), gets, "{url} for {asks}");
        }
    }
}

#[actix_web::test]
async fn a_choice_by_hand_stays_and_is_the_only_reason_for_a_cookie() {
    let app = TestApp::new().await;
    let anna = app.visitor().asking_for("de");
    for url in PAGES {
        let page = anna.get(url).await;
        assert!(page.cookies().is_empty());
        let switch = page.attributes("a[hreflang=en]", "href").remove(0);
        assert_eq!(switch, format!("{url}?lang=en"));
    }
    let chosen = anna.get("/?lang=en").await;
    assert_eq!(language(&chosen), "en");
    let cookie = chosen.cookies().join("");
    assert!(
        cookie.starts_with("lang=en;") && cookie.contains("SameSite"),
        "{cookie}"
    );
    assert!(
        cookie.contains("HttpOnly") && cookie.contains("Path=/"),
        "{cookie}"
    );
    for url in PAGES {
        assert_eq!(
            language(&anna.get(url).await),
            "en",
            "{url} after the choice"
        );
    }
    for forged in [
        "/?lang=xx",
        "/?lang=",
        "/?lang=en%0d%0aSet-Cookie:%20a=b",
        "/?lang=../../x",
    ] {
        assert!(
            app.visitor().get(forged).await.cookies().is_empty(),
            "{forged}"
        );
    }
}

#[actix_web::test]
async fn documents_and_contributions_say_in_which_language_they_are() {
    let app = TestApp::new().await;
    let visitor = app.visitor().asking_for("en");
    let page = visitor.get("/strategies/konzept/editions/1/hf-leben").await;
    let german = page.all("[lang=de]").join(" ");
    assert!(
        german.contains("Niemand muss im Dunkeln gehen."),
        "{german}"
    );
}

#[actix_web::test]
async fn a_page_that_was_kept_is_asked_for_again_by_its_version() {
    let app = TestApp::new().await;
    let visitor = app.visitor();
    for url in [
        "/",
        "/consultations/ziele",
        "/strategies/konzept/editions/1/hf-gruen",
    ] {
        let page = visitor.get(url).await;
        assert_eq!(page.header("cache-control"), "no-cache", "{url}");
        assert!(page.header("vary").contains("Accept-Language"), "{url}");
        let known = TestRequest::get().insert_header(("if-none-match", page.header("etag")));
        let again = visitor.send(url, known).await;
        again.expect(304);
        assert_eq!(again.body, "", "{url}");
    }
}
