//! What goes wrong is said in the town's look, in the visitor's language, with a number that finds the cause in the log.

use actix_web::http::Method;
use actix_web::test::TestRequest;

use crate::support::answer::Answer;
use crate::support::app::TestApp;
use crate::support::database::{System, system};
use crate::support::visitor::Visitor;
use crate::survey::{INTRO, begin};

/// Holds an answer to be an error page of ours.
#[track_caller]
fn is_error(page: &Answer, status: u16, reader: &Visitor, stem: &str) {
    page.expect(status);
    assert!(
        page.says_key(reader, &format!("{stem}-title")),
        "{}",
        page.main()
    );
    let reference = page.main();
    let (before, _) = reference.rsplit_once(" ·").unwrap();
    let number = before.rsplit(' ').next().unwrap();
    assert!(
        number.len() == 8 && number.chars().all(char::is_alphanumeric),
        "{reference}"
    );
    assert!(page.links().contains(&"/".to_owned()), "a way out");
}

fn both(app: &TestApp) -> [Visitor; 2] {
    ["de", "en"].map(|lang| app.visitor().asking_for(lang))
}

#[actix_web::test]
async fn what_is_not_there_is_not_found() {
    let app = TestApp::new().await;
    for visitor in both(&app) {
        for url in [
            "/nowhere",
            "/consultations/x",
            "/consultations/x/survey",
            "/consultations/ziele/results",
            "/consultations/ziele/results.csv",
            "/consultations/ziele/results/leben",
            "/consultations/ziele/results/leben.csv",
            "/consultations/ziele/results/leben/comments",
            "/strategies/konzept/editions/2",
            "/strategies/konzept/editions/x",
            "/strategies/konzept/editions/99999999999999999999",
            "/strategies/konzept/editions/1/hf-x",
            "/strategies/konzept/sz-x",
            "/strategies/x/sz-wege",
            "/p/x",
            "/p/k7mq4t2x9hrdw3pa6n5ejv8bc2xy/review",
            "/static/../Cargo.toml",
            "/static/%2e%2e/Cargo.toml",
            "/.git/config",
            "/config/default.toml",
            "/consultations/%ff",
            "/consultations/ziele%00",
            "/%2e%2e/%2e%2e/etc/passwd",
        ] {
            is_error(&visitor.get(url).await, 404, &visitor, "error-not-found");
        }
    }
}

#[actix_web::test]
async fn a_form_that_is_not_ours_is_refused_and_changes_nothing() {
    let app = TestApp::new().await;
    for visitor in both(&app) {
        let intro = visitor.get(INTRO).await;
        let token = intro.attributes("input[name=_token]", "value").remove(0);
        let form = |token: &str| TestRequest::post().set_form([("_token", token)]);
        let header =
            |name: &'static str, value: &'static str| form(&token).insert_header((name, value));
        let other = app.visitor().get("/consultations/ziele").await;
        assert!(other.attributes("input[name=_token]", "value").is_empty());
        let mut changed = token.clone();
        changed.replace_range(10..11, if &token[10..11] == "0" { "1" } else { "0" });
        let refused = [
            TestRequest::post().set_form([("a", "b")]),
            form(""),
            form("v1.1.x.y"),
            form(&changed),
            header("sec-fetch-site", "cross-site"),
            header("sec-fetch-site", "same-site"),
            header("origin", "https://evil.example"),
        ];
        for request in refused {
            let page = visitor.send(INTRO, request).await;
            is_error(&page, 403, &visitor, "error-forbidden");
        }
        // A token belongs to one address.
        let home = begin(&visitor).await;
        let review = format!("{home}/review");
        let foreign = visitor.send(&review, form(&token)).await;
        is_error(&foreign, 403, &visitor, "error-forbidden");
        visitor
            .send(INTRO, header("sec-fetch-site", "same-origin"))
            .await
            .expect(303);
    }
    assert_eq!(
        app.data.count("participations"),
        4,
        "two by the button, two by the right form"
    );
}

#[actix_web::test]
async fn a_method_a_page_does_not_know_is_refused() {
    let app = TestApp::new().await;
    for visitor in both(&app) {
        for url in [
            "/",
            "/results",
            "/consultations/ziele",
            "/strategies/konzept/editions/1",
        ] {
            for method in [Method::POST, Method::PUT, Method::DELETE, Method::PATCH] {
                let page = visitor
                    .send(url, TestRequest::default().method(method))
                    .await;
                is_error(&page, 405, &visitor, "error-method");
            }
        }
    }
}

#[actix_web::test]
async fn too_much_or_not_a_form_is_refused() {
    let app = TestApp::new().await;
    for visitor in both(&app) {
        let big = "x".repeat(70_000);
        let page = visitor.post(INTRO, &[("_token", "x"), ("a", &big)]).await;
        is_error(&page, 413, &visitor, "error-too-large");
        let json = TestRequest::post().set_json([("_token", "x")]);
        is_error(
            &visitor.send(INTRO, json).await,
            415,
            &visitor,
            "error-bad-request",
        );
        let packed = TestRequest::post()
            .set_form([("_token", "x")])
            .insert_header(("content-encoding", "gzip"));
        is_error(
            &visitor.send(INTRO, packed).await,
            415,
            &visitor,
            "error-bad-request",
        );
    }
}

#[actix_web::test]
async fn whoever_asks_too_often_is_told_to_wait_and_nobody_else() {
    let app = TestApp::with(crate::support::town::CONSULTATION, |config| {
        config.limits.minutes_at_once = 1;
        config.limits.per_minute.start_participation = 2;
        config.limits.per_minute.receipt_lookup = 3;
    })
    .await;
    for visitor in both(&app) {
        begin(&visitor).await;
        begin(&visitor).await;
        let intro = visitor.get(INTRO).await;
        let page = visitor.press(&intro, "survey-intro-start", &[]).await;
        is_error(&page, 429, &visitor, "error-too-many");
        assert!(page.header("retry-after").parse::<u64>().unwrap() > 0);
        // An address of one's own in a header changes nothing.
        let token = intro.attributes("input[name=_token]", "value").remove(0);
        let forged = TestRequest::post()
            .set_form([("_token", token)])
            .insert_header(("x-forwarded-for", "192.0.2.7"));
        visitor.send(INTRO, forged).await.expect(429);
        for n in 0..4 {
            let page = visitor.post("/receipt", &[("code", "x")]).await;
            page.expect(if n < 3 { 422 } else { 429 });
        }
    }
}

#[actix_web::test]
async fn a_fault_of_ours_is_told_without_its_cause() {
    use diesel::connection::SimpleConnection;
    let app = TestApp::new().await;
    let anna = app.visitor();
    let home = begin(&anna).await;
    let intro = anna.get(INTRO).await;
    let cascade = if system() == System::Postgres {
        " CASCADE"
    } else {
        ""
    };
    let mut conn = app.data.connect();
    if system() == System::Sqlite {
        conn.batch_execute("PRAGMA foreign_keys = OFF").unwrap();
    }
    conn.batch_execute(&format!("DROP TABLE participations{cascade}"))
        .unwrap();
    for visitor in both(&app) {
        is_error(&visitor.get(&home).await, 500, &visitor, "error-internal");
    }
    is_error(
        &anna.press(&intro, "survey-intro-start", &[]).await,
        500,
        &anna,
        "error-internal",
    );
}
