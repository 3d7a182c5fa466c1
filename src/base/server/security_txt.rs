//! Where somebody reports a security hole, in the form that those who look for holes know (RFC 9116).

use actix_web::http::header;
use actix_web::{HttpResponse, web};
use chrono::{DateTime, Days, Utc};

use crate::base::error::{AppError, AppResult};
use crate::base::site::Site;

/// How long what is read counts, in days: at most a year, says the RFC.
const DAYS: u64 = 90;

/// `GET /.well-known/security.txt`: not there where the town names no contact.
pub(super) async fn show(site: web::Data<Site>) -> AppResult<HttpResponse> {
    let contact = &site.config.town.security_contact;
    if contact.is_empty() {
        return Err(AppError::NotFound);
    }
    let text = text(contact, &site.config.base_url(), site.clock.now());
    Ok(HttpResponse::Ok()
        .content_type("text/plain; charset=utf-8")
        .insert_header((header::CACHE_CONTROL, "public, max-age=3600"))
        .body(text))
}

fn text(contact: &str, base_url: &str, now: DateTime<Utc>) -> String {
    let until = now.date_naive() + Days::new(DAYS);
    format!(
        "Contact: {contact}\n\
         Expires: {until}T00:00:00Z\n\
         Preferred-Languages: de, en\n\
         Canonical: {base_url}/.well-known/security.txt\n"
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_read_counts_for_ninety_days() {
        let now = DateTime::from_timestamp(1_795_400_000, 0).unwrap();
        assert_eq!(
            text("mailto:it@example.de", "https://mitreden.example.de", now),
            "Contact: mailto:it@example.de\nExpires: 2027-02-21T00:00:00Z\nPreferred-Languages: de, en\n\
             Canonical: https://mitreden.example.de/.well-known/security.txt\n"
        );
    }
}
