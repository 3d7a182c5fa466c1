//! The receipt: what it promises, how it is found again, and what can be done with it.

use super::{answer, begin, counted, one_mark, submit};
use crate::support::app::TestApp;

#[actix_web::test]
async fn the_receipt_can_be_kept_as_a_text_file() {
    let app = TestApp::new().await;
    let (anna, home) = one_mark(&app, "right").await;
    let page = anna.get(&format!("{home}/receipt")).await;
    let code = page.says_code(&home);
    assert!(page.links().contains(&format!("{home}/receipt.txt")));
    let file = anna.get(&format!("{home}/receipt.txt")).await;
    file.expect(200)
        .says(&code)
        .says(&home)
        .says("17. Juli 2026");
    assert_eq!(file.header("content-type"), "text/plain; charset=utf-8");
    assert!(
        file.header("content-disposition")
            .starts_with("attachment; filename=\"")
    );
    assert!(file.body.contains("\r\n") && !file.body.replace("\r\n", "").contains('\n'));
    // The address is the configured one, whatever the request says about its host.
    let forged = actix_web::test::TestRequest::get()
        .insert_header(("host", "evil.example"))
        .insert_header(("x-forwarded-host", "evil.example"));
    anna.send(&format!("{home}/receipt"), forged)
        .await
        .hides("evil.example");
}

#[actix_web::test]
async fn a_code_that_is_wrong_is_told_and_leads_nowhere() {
    let app = TestApp::new().await;
    let (anna, home) = one_mark(&app, "right").await;
    let lookup = anna.get("/receipt").await;
    let unknown = trialog::participation::Code::fresh();
    for (typed, key) in [
        ("", "error-code-unreadable"),
        ("K7MQ", "error-code-unreadable"),
        ("<script>alert(1)</script>", "error-code-unreadable"),
        (unknown.as_str(), "error-code-unknown"),
    ] {
        let page = anna
            .press(&lookup, "lookup-button", &[("code", typed)])
            .await;
        page.expect(422).hides("<script>");
        assert!(page.says_key(&anna, key), "{typed}");
        assert_eq!(page.attributes("#code", "value"), [typed]);
    }
    let code = trialog::participation::Code::parse(&home[3..]).unwrap();
    let typed = format!(" {} ", code.grouped().replace(' ', "-"));
    let found = anna
        .press(&lookup, "lookup-button", &[("code", &typed)])
        .await;
    assert_eq!(found.location(), format!("{home}/receipt"));
    for url in [
        "",
        "/review",
        "/receipt",
        "/receipt.txt",
        "/pause",
        "/withdrawal",
        "/gruen/sz-baeume",
    ] {
        anna.get(&format!("/p/{}{url}", unknown.as_str()))
            .await
            .expect(404);
    }
}

#[actix_web::test]
async fn what_is_withdrawn_no_longer_counts_and_is_erased() {
    let app = TestApp::new().await;
    let anna = app.visitor();
    let home = begin(&anna).await;
    let typed = [("mark", "right"), ("comment", "Das soll weg")];
    answer(&anna, &format!("{home}/gruen/sz-baeume"), &typed)
        .await
        .expect(303);
    submit(&anna, &home).await.expect(303);
    let page = anna.get(&format!("{home}/withdrawal")).await;
    assert_eq!(counted(&app), (1, 1, 1), "asking withdraws nothing");
    let done = anna.press(&page, "withdrawal-yes", &[]).await;
    let done = anna.get(&done.location()).await;
    assert!(done.says_key(&anna, "receipt-withdrawn"));
    done.hides("Das soll weg");
    assert_eq!(counted(&app), (0, 0, 0));
    assert_eq!(app.data.count("drafts"), 0);
    assert_eq!(app.data.count("tallies WHERE n <> 0 AND part <> -2"), 0);
    assert_eq!(app.data.count("headcounts WHERE n <> 0"), 0);

    // Twice is like once, and every page of it leads to the receipt that says so.
    anna.press(&page, "withdrawal-yes", &[]).await.expect(303);
    assert_eq!(app.data.count("headcounts WHERE n < 0"), 0);
    for url in ["", "/review", "/gruen/sz-baeume", "/withdrawal"] {
        let there = anna.open(&format!("{home}{url}")).await;
        assert_eq!(there.url, format!("{home}/receipt"), "{url}");
    }
    anna.get(&format!("{home}/receipt.txt")).await.expect(404);
}

#[actix_web::test]
async fn a_form_of_before_the_withdrawal_brings_nothing_back() {
    let app = TestApp::new().await;
    let (anna, home) = one_mark(&app, "right").await;
    let question = anna.get(&format!("{home}/gruen/sz-baeume")).await;
    let review = anna.get(&format!("{home}/review")).await;
    let page = anna.get(&format!("{home}/withdrawal")).await;
    anna.press(&page, "withdrawal-yes", &[]).await.expect(303);
    anna.press(&question, "survey-next", &[("mark", "drop")])
        .await;
    anna.press(&review, "survey-review-button-again", &[])
        .await
        .expect(410);
    assert_eq!((counted(&app), app.data.count("drafts")), ((0, 0, 0), 0));
}

#[actix_web::test]
async fn without_a_submission_there_is_no_receipt() {
    let app = TestApp::new().await;
    let anna = app.visitor();
    let home = begin(&anna).await;
    assert_eq!(anna.get(&format!("{home}/receipt")).await.location(), home);
    anna.get(&format!("{home}/receipt.txt")).await.expect(404);
}

#[actix_web::test]
async fn nothing_that_is_stored_tells_who_or_when() {
    let app = TestApp::new().await;
    let (_, home) = one_mark(&app, "right").await;
    let code = &home[3..];
    for table in ["participations", "questionnaires", "answers", "drafts"] {
        let found = app.data.dump(table);
        assert!(!found.contains(code), "{table} keeps the code itself");
        assert!(!found.contains("198.51"), "{table} keeps an address");
        let parts: Vec<_> = found.split(':').collect();
        let tells_time = parts.windows(2).any(|at| {
            at[0].ends_with(|c: char| c.is_ascii_digit())
                && at[1].starts_with(|c: char| c.is_ascii_digit())
        });
        assert!(!tells_time, "{table} keeps a time of day: {found}");
    }
}
