//! From which site a form was sent.

use actix_web::HttpRequest;
use actix_web::http::header;

/// Whether the browser says that the form was on a page of another site.
///
/// Modern browsers say so in `Sec-Fetch-Site`. Older ones, and all of them over plain HTTP, only send `Origin`, and `null`
/// there when the page keeps its address to itself, as our personal pages do; then the form's token alone decides.
pub(super) fn is_foreign(req: &HttpRequest, base_url: &str) -> bool {
    let text = |name| {
        req.headers()
            .get(name)
            .and_then(|value| value.to_str().ok())
    };
    match text(header::HeaderName::from_static("sec-fetch-site")) {
        Some(site) => !matches!(site, "same-origin" | "none"),
        None => match text(header::ORIGIN) {
            None | Some("null") => false,
            Some(origin) => {
                let host = origin.split_once("://").map(|(_, host)| host);
                let asked = text(header::HOST);
                origin != base_url && (host.is_none() || host != asked)
            }
        },
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use actix_web::test::TestRequest;

    fn foreign(headers: &[(&'static str, &'static str)]) -> bool {
        let request = headers.iter().fold(TestRequest::post(), |request, header| {
            request.insert_header(*header)
        });
        is_foreign(&request.to_http_request(), "https://mitreden.example.de")
    }

    #[test]
    fn only_pages_of_the_portal_may_send_forms() {
        assert!(foreign(&[("sec-fetch-site", "cross-site")]));
        assert!(foreign(&[
            ("sec-fetch-site", "same-site"),
            ("origin", "https://mitreden.example.de")
        ]));
        assert!(foreign(&[
            ("origin", "https://evil.example"),
            ("host", "mitreden.example.de")
        ]));
        assert!(foreign(&[("origin", "nonsense")]));
        assert!(!foreign(&[
            ("sec-fetch-site", "same-origin"),
            ("origin", "null")
        ]));
        assert!(!foreign(&[
            ("origin", "http://127.0.0.1:8080"),
            ("host", "127.0.0.1:8080")
        ]));
        assert!(!foreign(&[
            ("origin", "https://mitreden.example.de"),
            ("host", "inner:8080")
        ]));
        assert!(!foreign(&[]));
    }
}
