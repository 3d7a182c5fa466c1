//! What arrives is read once, within its limits, and stays a text.

use super::all_roles;
use crate::comments::with_comments;
use crate::import::uploaded;
use crate::moderation::{QUEUE, one_text};
use crate::permissions;
use crate::support::app::TestApp;
use crate::support::docx::archive;

fn query(name: &str, value: &str) -> String {
    serde_html_form::to_string([(name, value)]).unwrap()
}

#[actix_web::test]
async fn what_arrives_is_decoded_once() {
    let app = TestApp::new().await;
    let packed = [
        "%253Cscript%253E",
        "%3Cb%3E",
        "&lt;i&gt; &amp;amp;",
        "a%2Bb+c",
        "%25",
    ]
    .join(" ");
    let (anna, home, text) = one_text(&app, &packed).await;
    let receipt = anna.get(&format!("{home}/receipt")).await;
    receipt.expect(200).says(&packed);
    let staff = all_roles(&app);
    let found = staff
        .get(&format!("{QUEUE}?{}", query("q", "%253Cscript%253E")))
        .await;
    found.expect(200).says(&packed);
    let other = staff
        .get(&format!("{QUEUE}?{}", query("q", "<script>")))
        .await;
    other.expect(200).hides(&text);
    for once_more in [
        "/static/%252e%252e/Cargo.toml",
        "/static/..%252fCargo.toml",
        "/consultations/zi%2565le",
        "/consultations%252fziele",
        "/%252e%252e/%252e%252e/etc/passwd",
    ] {
        anna.get(once_more).await.expect(404);
    }
}

#[actix_web::test]
async fn signs_of_a_search_language_are_signs() {
    let app = TestApp::with(&with_comments(), |_| {}).await;
    for words in [
        "Hundert % Strom",
        "Mehr_Licht",
        "Zurück\\Vor",
        "ganz gewöhnlich",
    ] {
        one_text(&app, words).await;
    }
    let staff = all_roles(&app);
    crate::evaluation_desk::gather(&app).await;
    let found = async |sign: &str| {
        let page = staff.get(&format!("{QUEUE}?{}", query("q", sign))).await;
        page.expect(200);
        ["Strom", "Mehr_", "Vor", "gewöhnlich"].map(|word| page.main().contains(word))
    };
    assert_eq!(found("%").await, [true, false, false, false]);
    assert_eq!(found("_").await, [false, true, false, false]);
    assert_eq!(found("\\").await, [false, false, true, false]);
    assert_eq!(found("%gew%").await, [false; 4]);
    let lists = [
        QUEUE,
        "/desk/journal",
        "/desk/accounts",
        "/desk/organisations",
        "/desk/papers",
        "/desk/mails",
        "/desk/feedback",
        "/desk/text-blocks",
        "/desk/consultations",
        "/desk/consultations/ziele/contributions",
        "/desk/consultations/ziele/comments",
        "/desk/consultations/ziele/statements",
        "/desk/consultations/ziele/organisations",
        "/desk/consultations/ziele/themes",
        "/papers",
        "/results",
        "/consultations/ziele/comments/sz-wege",
        "/consultations/ziele/statements",
    ];
    let long = "a".repeat(5_000);
    for list in lists {
        for sign in [
            "%",
            "_",
            "\\",
            "'",
            "\"",
            "*",
            "(a+)+$",
            "a NEAR b",
            "-- x",
            "\0",
            "; DROP TABLE journal",
            "^",
            "${1}",
            &long,
        ] {
            let ways = [query("q", sign), query("sort", sign), query("state", sign)];
            for way in ways {
                staff.get(&format!("{list}?{way}")).await.expect(200);
            }
        }
    }
    assert!(app.data.count("journal") > 0);
}

/// Numbers no program counts with, and what looks like one.
const NUMBERS: [&str; 16] = [
    "-1",
    "0",
    "00",
    "2147483648",
    "-2147483649",
    "4294967296",
    "9223372036854775808",
    "18446744073709551616",
    "99999999999999999999999999999999",
    "1e308",
    "1.5",
    "NaN",
    "0x10",
    "٣",
    "+1",
    "２",
];

#[actix_web::test]
async fn numbers_beyond_every_range_are_answered() {
    let app = TestApp::with(&with_comments(), |_| {}).await;
    let staff = all_roles(&app);
    let names = [
        ("{consultation}", "ziele"),
        ("{strategy}", "konzept"),
        ("{survey}", "leben"),
        ("{field}", "hf-leben"),
        ("{key}", "sz-wege"),
        ("{question}", "kinder"),
        ("{lang}", "tr"),
        ("{language}", "de"),
        ("{page}", "imprint"),
        ("{list}", "papers"),
        ("{kind}", "paper"),
    ];
    let (anna, home, _) = one_text(&app, "Mehr Licht").await;
    let mut asked = 0;
    for (path, _) in permissions::routes() {
        let path = path.replace("/p/{code}", &home);
        let path = names
            .iter()
            .fold(path, |path, (name, value)| path.replace(name, value));
        let open = path.contains('{');
        for (n, number) in NUMBERS.iter().enumerate() {
            let packed = query("", number);
            let packed = packed.trim_start_matches('=');
            let url = if open {
                let mut parts = path.split('/').map(|part| match part.find('{') {
                    Some(at) => format!("{}{packed}", &part[..at]),
                    None => part.to_owned(),
                });
                let first = parts.next().unwrap();
                parts.fold(first, |url, part| url + "/" + &part)
            } else if n % 3 == asked % 3 {
                let ways = ["page", "from", "to", "at", "n", "limit", "field", "coder"];
                let ways: Vec<_> = ways.iter().map(|way| query(way, number)).collect();
                format!("{path}?{}", ways.join("&"))
            } else {
                continue;
            };
            let person = if path.starts_with("/p/") {
                &anna
            } else {
                &staff
            };
            let answer = person.get(&url).await;
            assert!(!answer.status.is_server_error(), "{url}: {}", answer.status);
            asked += 1;
        }
    }
    assert!(asked > 1_000, "{asked} addresses were asked for");
    // What somebody types as a number.
    let url = format!("{home}/leben/kinder");
    let page = anna.get(&url).await;
    for number in NUMBERS {
        let answer = anna.press(&page, "survey-next", &[("text", number)]).await;
        let taken = ["0", "00", "1.5", "-1", "+1"].contains(&number);
        assert!(
            answer.status.as_u16() == 422 || taken && answer.status.as_u16() == 303,
            "{number}: {}",
            answer.status
        );
    }
}

#[actix_web::test]
async fn a_document_that_declares_entities_tells_nothing() {
    let app = TestApp::new().await;
    let editor = app.staff("editor");
    let declared = |declaration: &str| {
        let xml = format!(
            "<?xml version=\"1.0\"?><!DOCTYPE w:document [{declaration}]>\
             <w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body>\
             <w:p><w:pPr><w:pStyle w:val=\"Title\"/></w:pPr><w:r><w:t>Klima, Entwurf 1 &e;</w:t></w:r></w:p>\
             </w:body></w:document>"
        );
        archive(&[("word/document.xml", xml.into_bytes())])
    };
    let mut laughs = String::from("<!ENTITY e0 \"hahaha hahaha hahaha\">");
    for n in 1..9 {
        let inner = format!("&e{};", n - 1).repeat(10);
        laughs.push_str(&["<!ENTITY e", &n.to_string(), " \"", &inner, "\">"].concat());
    }
    laughs += "<!ENTITY e \"&e8;\">";
    let own = crate::support::source::root().join("Cargo.toml");
    let file = format!("<!ENTITY e SYSTEM \"file://{}\">", own.display());
    let web = "<!ENTITY e SYSTEM \"http://127.0.0.1:1/x\">".to_owned();
    for declaration in [laughs, file, web] {
        let answer = uploaded(
            &editor,
            "/desk/strategies/konzept",
            "Entwurf.docx",
            &declared(&declaration),
        )
        .await;
        assert!(!answer.status.is_server_error());
        let shown = match answer.status.as_u16() {
            303 => editor.get(&answer.location()).await,
            _ => answer,
        };
        shown.hides("[package]").hides("hahaha hahaha");
    }
}
