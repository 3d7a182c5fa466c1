//! The application from outside, without a database: what every request of the product can rely on.

use std::collections::BTreeMap;

use actix_web::http::header::{self, HeaderMap};
use actix_web::http::{Method, StatusCode};
use actix_web::test::{self, TestRequest};
use actix_web::{HttpResponse, web};
use chrono::{DateTime, TimeDelta};

use super::app;
use crate::base::clock::Clock;
use crate::base::config::Config;
use crate::base::error::{AppError, AppResult};
use crate::base::error_page::ErrorPage;
use crate::base::form::{Fields, Sent, token};
use crate::base::limit::{ReceiptLookup, Within};
use crate::base::page::{Ui, View};
use crate::base::secret::Secrets;
use crate::base::site::Site;

#[derive(serde::Serialize)]
struct Public {
    status: u16,
    title: &'static str,
    text: &'static str,
    reference: &'static str,
}

impl View for Public {
    const TEMPLATE: &'static str = "error.html";
    fn samples() -> Vec<Self> {
        vec![Self {
            status: 0,
            title: "Öffentlich",
            text: "<b>",
            reference: "",
        }]
    }
}

fn routes(cfg: &mut web::ServiceConfig) {
    async fn public(ui: Ui) -> AppResult<HttpResponse> {
        ui.ok(&Public::samples()[0])
    }
    async fn private(ui: Ui) -> AppResult<HttpResponse> {
        ui.ok(&ErrorPage::samples()[0])
    }
    async fn panics() -> HttpResponse {
        panic!("canary")
    }
    async fn fails() -> AppResult<HttpResponse> {
        Err(AppError::Internal(anyhow::anyhow!("canary")))
    }
    async fn take(form: Sent<Fields>) -> String {
        format!(
            "{} {} {}",
            form.is_stale(),
            form.nonce().len(),
            form.get("a").unwrap_or("-")
        )
    }
    async fn lookup(_: Within<ReceiptLookup>) -> HttpResponse {
        HttpResponse::NoContent().finish()
    }
    cfg.service(web::resource("/public").get(public))
        .service(web::resource("/private").get(private))
        .service(web::resource("/panics").get(panics))
        .service(web::resource("/fails").get(fails))
        .service(web::resource("/numbers/{n}").get(|n: web::Path<u8>| async move { n.to_string() }))
        .service(web::resource("/form").post(take))
        .service(web::resource("/lookup").get(lookup));
}

fn site() -> web::Data<Site> {
    let mut config = Config::for_tests();
    config.limits.minutes_at_once = 1;
    config.limits.per_minute.receipt_lookup = 1;
    let clock = Clock::fixed(DateTime::from_timestamp(1_784_000_000, 0).unwrap());
    web::Data::new(Site::new(config, Secrets::fresh(), clock).unwrap())
}

struct Answer {
    status: StatusCode,
    headers: HeaderMap,
    body: String,
}

impl Answer {
    fn header(&self, name: &str) -> &str {
        self.headers
            .get(name)
            .map_or("", |value| value.to_str().unwrap())
    }
}

async fn ask(site: &web::Data<Site>, request: TestRequest) -> Answer {
    let app = test::init_service(app(site.clone(), None, routes)).await;
    match test::try_call_service(&app, request.to_request()).await {
        Ok(response) => {
            let (status, headers) = (response.status(), response.headers().clone());
            let body = test::read_body(response).await;
            Answer {
                status,
                headers,
                body: String::from_utf8_lossy(&body).into_owned(),
            }
        }
        Err(error) => {
            let response = error.error_response();
            let (status, headers) = (response.status(), response.headers().clone());
            let body = actix_web::body::to_bytes(response.into_body())
                .await
                .unwrap();
            Answer {
                status,
                headers,
                body: String::from_utf8_lossy(&body).into_owned(),
            }
        }
    }
}

#[actix_web::test]
async fn every_error_is_a_page_in_the_visitors_language_with_the_security_headers() {
    let site = site();
    let cases = [
        (
            TestRequest::get().uri("/nowhere"),
            404,
            "This page does not exist",
        ),
        (
            TestRequest::post().uri("/public"),
            405,
            "This page cannot be opened like this",
        ),
        (
            TestRequest::get().uri("/numbers/many"),
            404,
            "This page does not exist",
        ),
        (
            TestRequest::get().uri("/fails"),
            500,
            "Something went wrong on our side",
        ),
        (
            TestRequest::get().uri("/panics"),
            500,
            "Something went wrong on our side",
        ),
        (
            TestRequest::post().uri("/form"),
            400,
            "We did not understand this",
        ),
    ];
    for (request, status, title) in cases {
        let page = ask(&site, request.insert_header(("accept-language", "en"))).await;
        let status = if status == 400 { 415 } else { status };
        assert_eq!(page.status.as_u16(), status, "{title}");
        assert!(page.body.contains(title), "{title}: {}", page.body);
        assert!(!page.body.contains("canary"));
        assert_eq!(page.header("cache-control"), "no-store");
        assert_eq!(page.header("referrer-policy"), "no-referrer");
        assert_eq!(page.header("x-content-type-options"), "nosniff");
        assert!(
            page.header("content-security-policy")
                .starts_with("default-src 'none'")
        );
        assert_eq!(page.header("content-type"), "text/html; charset=utf-8");
    }
}

#[actix_web::test]
async fn a_public_page_is_asked_for_again_by_its_version_and_a_private_one_is_never_kept() {
    let site = site();
    let first = ask(&site, TestRequest::get().uri("/public")).await;
    assert_eq!(
        (first.status, first.header("cache-control")),
        (StatusCode::OK, "no-cache")
    );
    assert!(first.body.contains("&lt;b&gt;"), "texts are escaped");
    let tag = first.header("etag").to_owned();
    let again = TestRequest::get()
        .uri("/public")
        .insert_header((header::IF_NONE_MATCH, tag));
    let again = ask(&site, again).await;
    assert_eq!(
        (again.status, again.body.as_str()),
        (StatusCode::NOT_MODIFIED, "")
    );
    let private = ask(&site, TestRequest::get().uri("/private")).await;
    assert_eq!(private.header("cache-control"), "no-store");
    assert_eq!(private.header("x-robots-tag"), "noindex");
    assert_eq!(private.header("etag"), "");
}

#[actix_web::test]
async fn only_the_choice_of_a_language_sets_a_cookie() {
    let site = site();
    let plain = TestRequest::get()
        .uri("/public")
        .insert_header(("accept-language", "en"));
    let plain = ask(&site, plain).await;
    assert!(plain.header("set-cookie").is_empty() && plain.body.contains("lang=\"en\""));
    let chosen = ask(&site, TestRequest::get().uri("/public?lang=en")).await;
    assert!(
        chosen.header("set-cookie").starts_with("lang=en;"),
        "{}",
        chosen.header("set-cookie")
    );
    assert!(chosen.body.contains("/public?lang=de"));
    let kept = TestRequest::get()
        .uri("/public")
        .insert_header((header::COOKIE, "lang=en"));
    assert!(ask(&site, kept).await.body.contains("lang=\"en\""));
    assert!(
        ask(&site, TestRequest::get().uri("/public?lang=xx"))
            .await
            .header("set-cookie")
            .is_empty()
    );
}

#[actix_web::test]
async fn head_is_answered_like_get_and_options_without_a_page() {
    let site = site();
    let head = ask(
        &site,
        TestRequest::default().method(Method::HEAD).uri("/public"),
    )
    .await;
    assert_eq!(head.status, StatusCode::OK);
    let options = ask(
        &site,
        TestRequest::default()
            .method(Method::OPTIONS)
            .uri("/public"),
    )
    .await;
    assert_eq!(options.status, StatusCode::NO_CONTENT);
    assert!(options.header("access-control-allow-origin").is_empty());
}

fn form(site: &web::Data<Site>, fields: &[(&str, &str)]) -> TestRequest {
    let token = token::make(
        &site.secrets,
        token::For::everyone("/form"),
        site.clock.now(),
    );
    let mut all: BTreeMap<&str, &str> = fields.iter().copied().collect();
    all.entry(token::FIELD).or_insert(&token);
    TestRequest::post().uri("/form").set_form(all)
}

#[actix_web::test]
async fn a_form_of_ours_is_taken_and_an_old_one_is_marked() {
    let site = site();
    let request = form(&site, &[("a", "ü")]);
    assert_eq!(ask(&site, request).await.body, "false 22 ü");
    let request = form(&site, &[]);
    site.clock.advance(TimeDelta::days(31));
    assert_eq!(ask(&site, request).await.body, "true 22 -");
}

#[actix_web::test]
async fn a_foreign_forged_or_oversized_form_is_refused() {
    let site = site();
    let foreign = form(&site, &[]).insert_header(("sec-fetch-site", "cross-site"));
    assert_eq!(ask(&site, foreign).await.status, StatusCode::FORBIDDEN);
    assert_eq!(
        ask(&site, form(&site, &[("_token", "v1.1.x.y")]))
            .await
            .status,
        StatusCode::FORBIDDEN
    );
    let bare = TestRequest::post().uri("/form").set_form([("a", "1")]);
    assert_eq!(ask(&site, bare).await.status, StatusCode::FORBIDDEN);
    let big = "x".repeat(70_000);
    let refused = ask(&site, form(&site, &[("a", &big)])).await;
    assert_eq!(refused.status, StatusCode::PAYLOAD_TOO_LARGE);
    assert!(refused.body.contains("64 Kilobyte"), "{}", refused.body);
}

#[actix_web::test]
async fn whoever_asks_too_often_is_told_how_long_to_wait() {
    let site = site();
    let request = || {
        TestRequest::get()
            .uri("/lookup")
            .peer_addr("192.0.2.1:1".parse().unwrap())
    };
    assert_eq!(ask(&site, request()).await.status, StatusCode::NO_CONTENT);
    let refused = ask(&site, request()).await;
    assert_eq!(refused.status, StatusCode::TOO_MANY_REQUESTS);
    assert_eq!(refused.header("retry-after"), "60");
    assert!(refused.body.contains("60 Sekunden"));
}

#[actix_web::test]
async fn files_and_health_pages_answer() {
    let site = site();
    let url = site.assets.url("app.css").unwrap();
    let css = ask(&site, TestRequest::get().uri(&url)).await;
    assert!(css.header("cache-control").contains("immutable"));
    let plain = ask(&site, TestRequest::get().uri("/static/app.css?v=old")).await;
    assert!(!plain.header("cache-control").contains("immutable"));
    assert_eq!(
        ask(&site, TestRequest::get().uri("/healthz")).await.body,
        "ok\n"
    );
    assert_eq!(
        ask(&site, TestRequest::get().uri("/readyz"))
            .await
            .status
            .as_u16(),
        503
    );
    assert_eq!(
        ask(&site, TestRequest::get().uri("/static/../Cargo.toml"))
            .await
            .status
            .as_u16(),
        404
    );
    assert!(
        ask(&site, TestRequest::get().uri("/robots.txt"))
            .await
            .body
            .contains("User-agent")
    );
}
