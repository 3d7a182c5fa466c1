//! The headers of every answer, errors included.

use actix_web::http::header::{self, HeaderMap, HeaderName, HeaderValue};

/// Nothing may run or load but files of our own; nobody may frame our pages.
const POLICY: &str = "default-src 'none'; style-src 'self'; font-src 'self'; img-src 'self' data:; \
    script-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'; manifest-src 'self'";

const ALWAYS: [(&str, &str); 7] = [
    ("content-security-policy", POLICY),
    ("x-content-type-options", "nosniff"),
    ("x-frame-options", "DENY"),
    ("referrer-policy", "same-origin"),
    (
        "permissions-policy",
        "camera=(), geolocation=(), microphone=(), payment=(), usb=(), browsing-topics=()",
    ),
    ("cross-origin-opener-policy", "same-origin"),
    ("cross-origin-resource-policy", "same-origin"),
];

/// Adds what is missing; a page that set a header itself, such as a stricter referrer policy, keeps it.
pub(super) fn secure(headers: &mut HeaderMap, https: bool) {
    for (name, value) in ALWAYS {
        add(headers, HeaderName::from_static(name), value);
    }
    if https {
        add(
            headers,
            header::STRICT_TRANSPORT_SECURITY,
            "max-age=31536000",
        );
    }
    // Whoever forgets to say how long an answer may be kept gets the careful choice.
    add(headers, header::CACHE_CONTROL, "no-store");
    headers.remove(header::SERVER);
}

fn add(headers: &mut HeaderMap, name: HeaderName, value: &'static str) {
    if !headers.contains_key(&name) {
        headers.insert(name, HeaderValue::from_static(value));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_stricter_header_is_kept_and_tls_is_remembered_only_over_tls() {
        let mut headers = HeaderMap::new();
        headers.insert(
            header::REFERRER_POLICY,
            HeaderValue::from_static("no-referrer"),
        );
        secure(&mut headers, false);
        assert_eq!(headers.get(header::REFERRER_POLICY).unwrap(), "no-referrer");
        assert!(!headers.contains_key(header::STRICT_TRANSPORT_SECURITY));
        secure(&mut headers, true);
        assert!(headers.contains_key(header::STRICT_TRANSPORT_SECURITY));
    }
}
