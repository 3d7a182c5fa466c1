//! Whatever is typed is text: it is kept, shown as it was typed, and never runs.

use crate::support::app::TestApp;
use crate::support::markup::select;
use crate::survey::{answer, begin, submit};

const PAYLOADS: [&str; 14] = [
    "<script>alert(1)</script>",
    "\"><img src=x onerror=alert(1)>",
    "' onmouseover='alert(1)",
    "</textarea><script>alert(1)</script>",
    "<svg/onload=alert(1)>",
    "javascript:alert(1)",
    "{{ 98765 * 4321 }} {% raw %} {# #}",
    "${98765*4321} #{98765*4321} `id` $(id)",
    "'; DROP TABLE answers; --",
    "%253Cscript%253E %00 %0d%0a",
    "=HYPERLINK(\"http://evil.example\")",
    "a\u{202e}b\u{200b}c\u{feff}",
    "Zoë 🌳 𝕏 ﷽ e\u{301}",
    "(a+)+$ % _ \\ \u{0}\u{7}\u{1b}[31m",
];

/// As the product keeps a text: without control characters and without space around it.
fn kept(typed: &str) -> String {
    let kept: String = typed.chars().filter(|c| !c.is_control()).collect();
    kept.trim().to_owned()
}

#[actix_web::test]
async fn hostile_texts_are_shown_as_they_were_typed() {
    let app = TestApp::new().await;
    for payload in PAYLOADS {
        let anna = app.visitor();
        let home = begin(&anna).await;
        let goal = format!("{home}/leben/sz-wege");
        let wish = format!("{home}/leben/wunsch");
        answer(&anna, &goal, &[("mark", "right"), ("comment", payload)])
            .await
            .expect(303);
        answer(&anna, &wish, &[("text", payload)]).await.expect(303);
        submit(&anna, &home).await.expect(303);
        for url in [
            goal,
            wish,
            format!("{home}/review"),
            format!("{home}/receipt"),
        ] {
            let page = anna.get(&url).await;
            page.expect(200);
            // Read back by a parser, as a browser does it.
            let html = scraper::Html::parse_document(&page.body);
            let text: String = html.root_element().text().collect();
            assert!(text.contains(&kept(payload)), "{url} lost {payload:?}");
            for running in [
                "script:not([src])",
                "img[onerror]",
                "[onload]",
                "[onmouseover]",
                "[href^=javascript]",
            ] {
                assert_eq!(
                    html.select(&select(running)).count(),
                    0,
                    "{url}: {payload:?} runs"
                );
            }
            assert!(
                !page.main().contains("426763565"),
                "{url}: {payload:?} was computed"
            );
        }
    }
    let n = i64::try_from(PAYLOADS.len()).unwrap();
    assert_eq!(app.data.count("answers"), 2 * n);
}

#[actix_web::test]
async fn hostile_values_in_every_field_are_answered_without_a_fault_of_ours() {
    let app = TestApp::new().await;
    let anna = app.visitor();
    let home = begin(&anna).await;
    let places = [
        "leben/sz-wege",
        "leben/wie-oft",
        "leben/was-fehlt",
        "leben/wie-gut",
        "leben/kinder",
        "leben/wunsch",
    ];
    let names = [
        "mark", "comment", "choice", "text", "item.bus", "step", "from", "_token", "x",
    ];
    let mut turn = 0;
    for place in places {
        let url = format!("{home}/{place}");
        let token = anna
            .get(&url)
            .await
            .attributes("input[name=_token]", "value")
            .remove(0);
        for name in names {
            // Another third of the payloads in each field.
            turn += 1;
            for payload in PAYLOADS.iter().skip(turn % 3).step_by(3) {
                // No browser sends a NUL; what is shown again would hold it as it came.
                let payload = payload.replace('\0', "");
                let payload = payload.as_str();
                let mut fields = vec![(name, payload), (name, payload)];
                if name != "_token" {
                    fields.push(("_token", &token));
                }
                let page = anna.post(&url, &fields).await;
                assert!(
                    !page.status.is_server_error(),
                    "{place}: {name} = {payload:?}"
                );
                let location = page.header("location");
                assert!(
                    location.is_empty() || location.starts_with(&home),
                    "{location}"
                );
            }
        }
    }
}

#[actix_web::test]
async fn hostile_addresses_are_answered_without_a_fault_of_ours() {
    let app = TestApp::new().await;
    let anna = app.visitor();
    for payload in [
        "%3Cscript%3E",
        "%22%3E%3Cimg",
        "%E2%80%AE",
        "'%20OR%201=1",
        "%25%25",
        "..%2f..%2f",
        "%F0%9F%8C%B3",
    ] {
        for url in [
            format!("/consultations/{payload}"),
            format!("/strategies/{payload}/sz-wege"),
            format!("/p/{payload}"),
            format!("/?q={payload}&lang={payload}"),
            format!("/results?page={payload}"),
        ] {
            let page = anna.get(&url).await;
            assert!(!page.status.is_server_error(), "{url}");
            page.hides("<script>");
        }
    }
    for page in ["-1", "0", "999999999999999999999", "1e308", "NaN"] {
        let page = anna
            .get(&format!(
                "/consultations/ziele/results/leben/comments?page={page}"
            ))
            .await;
        assert!(page.status.is_client_error());
    }
}
