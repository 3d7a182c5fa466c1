//! Where answers lead and what stands in mails: never another host.

use actix_web::test::TestRequest;

use crate::organisations;
use crate::support::answer::Answer;
use crate::support::app::{PASSWORD, TestApp};
use crate::support::forms::forms;
use crate::support::town::CONSULTATION;
use crate::support::visitor::Visitor;

const KIM: &str = "kim@lindenau.example";

/// Where nobody may be led to.
const ELSEWHERE: [&str; 14] = [
    "//evil.example",
    "/\\evil.example",
    "\\\\evil.example",
    "https:evil.example",
    "https://evil.example/desk",
    "http:///evil.example",
    "@evil.example",
    "/desk@evil.example",
    "/desk//evil.example",
    "/desk/..//evil.example",
    "javascript:alert(1)",
    "/desk\r\nLocation: https://evil.example",
    "/\t/evil.example",
    " //evil.example",
];

/// Whether an answer leads somewhere within the portal, and by nothing else than its location.
#[track_caller]
fn stays(answer: &Answer, with: &str) {
    let location = answer.header("location");
    let own = location.is_empty() || location.starts_with('/') || location.starts_with('?');
    let path = location.split('?').next().unwrap_or_default();
    let odd = path.contains("//") || path.contains('\\') || path.contains("evil");
    assert!(own && !odd, "{with:?} leads to {location:?}");
    assert_eq!(answer.header("refresh"), "", "{with:?}");
}

#[actix_web::test]
async fn no_address_leads_out_of_the_portal() {
    let app = TestApp::with(CONSULTATION, |config| {
        config.sign_in.second_factor = false;
        config.limits.per_minute.sign_in = 10_000;
        config.mail.address_per_hour = 1_000;
        config.mail.address_per_day = 1_000;
    })
    .await;
    app.account(KIM, &["editor"]);
    organisations::known(&app);
    let names = [
        "next", "back", "return", "url", "redirect", "to", "from", "goal", "said", "lang",
        "content",
    ];
    let pages = [
        "/",
        "/sign-in",
        "/sign-in/forgotten",
        "/sign-in/oidc",
        "/sign-out",
        "/desk",
        "/my",
        "/my/sign-in",
        "/organisation",
        "/organisation/sign-in",
        "/receipt",
        "/consultations/ziele",
        "/consultations/ziele/survey",
        "/consultations/ziele/statement",
        "/strategies/konzept/compare",
    ];
    for way in ELSEWHERE {
        let visitor = app.visitor();
        let pairs = names.map(|name| (name, way));
        let query = serde_html_form::to_string(pairs).unwrap();
        for page in pages {
            stays(&visitor.get(&format!("{page}?{query}")).await, way);
        }
        // By the page for signing in, and by whoever writes into its hidden field.
        for typed in [true, false] {
            let asked = if typed {
                "/sign-in".to_owned()
            } else {
                format!("/sign-in?{query}")
            };
            let page = visitor.get(&asked).await;
            let form = forms(&page).into_iter().find(|form| form.to == "/sign-in");
            let form = form.unwrap().with("email", KIM).with("password", PASSWORD);
            let form = if typed { form.with("next", way) } else { form };
            let inside = form.send(&visitor).await;
            stays(inside.expect(303), way);
            assert!(inside.header("location").starts_with("/desk"), "{way}");
        }
        let page = visitor.get(&format!("/organisation/sign-in?{query}")).await;
        let form = forms(&page)
            .into_iter()
            .find(|form| form.to.starts_with("/organisation/sign-in"));
        let form = form.unwrap().with("email", "kim@stadtpark.example");
        form.with("next", way).send(&visitor).await.expect(200);
        let mails = app.data.dump("outbox");
        assert!(!mails.contains("evil.example"), "{way} stands in a mail");
    }
    // Two slashes at the beginning of the path itself.
    for path in [
        "//evil.example/desk",
        "//evil.example/%2f..",
        "/desk//evil.example",
        "/desk/%5cevil.example",
    ] {
        stays(&app.visitor().get(path).await, path);
    }
}

/// A request as somebody sends it who would like to be taken for another host.
fn disguised(request: TestRequest) -> TestRequest {
    [
        ("host", "evil.example"),
        ("x-forwarded-host", "evil.example"),
        ("x-forwarded-proto", "gopher"),
        ("x-forwarded-for", "192.0.2.66"),
        ("forwarded", "for=192.0.2.66;host=evil.example;proto=https"),
        ("x-original-url", "/desk"),
        ("x-rewrite-url", "/desk"),
        ("x-http-method-override", "DELETE"),
        ("x-real-ip", "192.0.2.66"),
        ("via", "1.1 evil.example"),
    ]
    .into_iter()
    .fold(request, TestRequest::insert_header)
}

#[actix_web::test]
async fn a_forged_host_stands_in_no_mail_and_on_no_page() {
    let app = TestApp::with(CONSULTATION, |config| {
        config.sign_in.second_factor = false;
        "kontakt@lindenau.example".clone_into(&mut config.mail.contact_address);
    })
    .await;
    crate::legal::publish_all(&app).await;
    let account = app.account(KIM, &["editor"]);
    let (party, _) = organisations::known(&app);
    let (_, statement) = crate::statements::begun(&app).await;
    let staff = app.staff_with(&["admin", "editor"]);
    let nobody: Option<&Visitor> = None;
    for (page, person, email) in [
        (
            "/consultations/ziele/subscribe".to_owned(),
            nobody,
            "anna@example.de",
        ),
        ("/my/sign-in".to_owned(), nobody, "anna@lindenau.example"),
        (
            "/organisation/sign-in".to_owned(),
            nobody,
            "kim@stadtpark.example",
        ),
        (
            "/consultations/ziele/organisation".to_owned(),
            nobody,
            "robin@radclub.example",
        ),
        ("/sign-in/forgotten".to_owned(), nobody, KIM),
        (
            "/accessibility".to_owned(),
            nobody,
            "berta@lindenau.example",
        ),
        (
            "/desk/accounts/new".to_owned(),
            Some(&staff),
            "robin@lindenau.example",
        ),
        (format!("/desk/accounts/{account}"), Some(&staff), KIM),
        (
            format!("/desk/organisations/{party}/members/new"),
            Some(&staff),
            "lena@stadtpark.example",
        ),
        (
            format!("{statement}/people"),
            nobody,
            "kim@stadtpark.example",
        ),
        (format!("{statement}/parts/whole"), nobody, ""),
        (format!("{statement}/review"), nobody, ""),
    ] {
        let visitor = app.visitor();
        let person = person.unwrap_or(&visitor);
        let seen = person.send(&page, disguised(TestRequest::get())).await;
        seen.expect(200).hides("evil.example");
        let own = forms(&seen)
            .into_iter()
            .filter(|form| form.to.starts_with(&page));
        for mut form in own.collect::<Vec<_>>() {
            for field in form.fields.iter_mut().filter(|field| field.kind == "email") {
                email.clone_into(&mut field.value);
            }
            let form = form.with("by", "mail").with("kind", "association");
            let answer = person.send(&form.to, disguised(form.request())).await;
            assert!(!answer.status.is_server_error(), "{page}");
            answer.hides("evil.example");
            assert!(!answer.header("location").contains("evil"), "{page}");
        }
    }
    // The mail about a forgotten password is written beside the answer.
    while app.data.count("outbox WHERE kind = 'account-link'") < 1 && app.data.count("outbox") < 7 {
        actix_web::rt::task::yield_now().await;
    }
    let mails = app.data.dump("outbox");
    assert!(!mails.contains("evil.example"), "{mails}");
    assert!(app.data.count("outbox") >= 7, "{mails}");
    let links = mails.matches("http").count();
    let own = mails.matches(&app.site.config.base_url()).count();
    assert_eq!(links, own, "{mails}");
}
