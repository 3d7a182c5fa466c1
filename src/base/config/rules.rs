//! What must hold for the options beyond their type.

use std::net::SocketAddr;
use std::path::Path;

use chrono_tz::Tz;
use tracing_subscriber::EnvFilter;

use super::{Attachments, Colours, Fault, Limits, Log, OpenData, Paper, Server, SignIn, Town};
use crate::base::figures;
use crate::base::holiday::Region;

/// A section whose values must fit more than their types.
pub(super) trait Checked {
    /// Names every rule that is broken.
    fn check(&self, rules: &mut Rules<'_>);
}

/// Collects what is wrong.
pub(super) struct Rules<'a>(pub(super) &'a mut Vec<Fault>);

impl Rules<'_> {
    pub(super) fn must(&mut self, holds: bool, key: &str, advice: &str) {
        if !holds {
            self.0.push(Fault {
                key: key.to_owned(),
                advice: advice.to_owned(),
            });
        }
    }
}

impl Checked for Server {
    fn check(&self, rules: &mut Rules<'_>) {
        rules.must(
            self.bind.parse::<SocketAddr>().is_ok(),
            "server.bind",
            "must be an address and a port, for example 127.0.0.1:8080 or [::1]:8080",
        );
        rules.must(
        self.base_url.is_empty() || is_origin(&self.base_url),
        "server.base_url",
        "must be http:// or https:// and a host without a path, as in https://mitreden.example.de",
    );
        rules.must(
            self.trusted_proxies <= 8,
            "server.trusted_proxies",
            "must be between 0 and 8",
        );
        rules.must(
            self.shutdown_seconds <= 600,
            "server.shutdown_seconds",
            "must be at most 600",
        );
        let secret = self.secret.reveal();
        rules.must(
            secret.is_empty()
                || (secret.len() == 64 && secret.bytes().all(|b| b.is_ascii_hexdigit())),
            "server.secret",
            "must be 64 hexadecimal digits (make them with: openssl rand -hex 32) or empty",
        );
    }
}

impl Checked for SignIn {
    fn check(&self, rules: &mut Rules<'_>) {
        rules.must(
            (5..=720).contains(&self.idle_minutes),
            "sign_in.idle_minutes",
            "must be between 5 and 720",
        );
        rules.must(
            (1..=72).contains(&self.absolute_hours),
            "sign_in.absolute_hours",
            "must be between 1 and 72",
        );
        self.oidc.check(rules);
    }
}

impl Checked for Town {
    fn check(&self, rules: &mut Rules<'_>) {
        for (key, value) in [
            ("town.name", &self.name),
            ("town.short_name", &self.short_name),
            ("town.portal_name", &self.portal_name),
        ] {
            rules.must(!value.trim().is_empty(), key, "must not be empty");
        }
        rules.must(
            self.time_zone.parse::<Tz>().is_ok(),
            "town.time_zone",
            "must be a name of the time zone database, for example Europe/Berlin",
        );
        rules.must(
            self.region.parse::<Region>().is_ok(),
            "town.region",
            "must be the letters of one of the Länder in capitals, for example BW, or empty",
        );
        rules.must(
            self.logo_file.is_empty() || Path::new(&self.logo_file).is_file(),
            "town.logo_file",
            "there is no such file; paths count from the folder in which the server is started",
        );
        rules.must(
            self.software_url.is_empty() || is_link(&self.software_url),
            "town.software_url",
            "must begin with https:// or http://, or be empty",
        );
        let contact = &self.security_contact;
        rules.must(
            contact.is_empty()
                || (["https://", "mailto:"]
                    .iter()
                    .any(|s| contact.starts_with(s))
                    && !contact.contains(char::is_whitespace)),
            "town.security_contact",
            "must begin with https:// or mailto:, or be empty",
        );
        for (n, link) in self.footer.iter().enumerate() {
            let key = format!("town.footer[{n}]");
            rules.must(
                !link.label_de.trim().is_empty() && !link.label_en.trim().is_empty(),
                &key,
                "needs label_de and label_en",
            );
            rules.must(
                is_link(&link.url),
                &key,
                "url must begin with https://, http://, mailto: or /",
            );
        }
        colours(&self.colours, rules);
    }
}

fn colours(colours: &Colours, rules: &mut Rules<'_>) {
    for (key, value) in [
        ("town.colours.brand_light", &colours.brand_light),
        ("town.colours.brand_dark", &colours.brand_dark),
        ("town.colours.action_light", &colours.action_light),
        ("town.colours.action_dark", &colours.action_dark),
    ] {
        rules.must(
            is_colour(value),
            key,
            "must be # and six hexadecimal digits, for example #1f5c4d",
        );
    }
}

impl Checked for Limits {
    fn check(&self, rules: &mut Rules<'_>) {
        rules.must(
            (1_024..=16 << 20).contains(&self.form_bytes),
            "limits.form_bytes",
            "must be between 1024 and 16777216",
        );
        rules.must(
            (65_536..=256 << 20).contains(&self.upload_bytes),
            "limits.upload_bytes",
            "must be between 65536 and 268435456",
        );
        rules.must(
            (1..=600).contains(&self.header_seconds),
            "limits.header_seconds",
            "must be between 1 and 600",
        );
        rules.must(
            (1..=600).contains(&self.body_seconds),
            "limits.body_seconds",
            "must be between 1 and 600",
        );
        rules.must(
            (1..=600).contains(&self.idle_seconds),
            "limits.idle_seconds",
            "must be between 1 and 600",
        );
        rules.must(
            (1..=60).contains(&self.minutes_at_once),
            "limits.minutes_at_once",
            "must be between 1 and 60",
        );
        let rates = &self.per_minute;
        for (key, value) in [
            (
                "limits.per_minute.start_participation",
                rates.start_participation,
            ),
            ("limits.per_minute.save", rates.save),
            ("limits.per_minute.submit", rates.submit),
            ("limits.per_minute.receipt_lookup", rates.receipt_lookup),
            ("limits.per_minute.sign_in", rates.sign_in),
            ("limits.per_minute.feedback", rates.feedback),
            ("limits.per_minute.subscribe", rates.subscribe),
            ("limits.per_minute.person", rates.person),
            ("limits.per_minute.people", rates.people),
        ] {
            rules.must(value > 0, key, "must be at least 1");
        }
    }
}

fn is_origin(url: &str) -> bool {
    let url = url.strip_suffix('/').unwrap_or(url);
    let host = url
        .strip_prefix("https://")
        .or_else(|| url.strip_prefix("http://"));
    host.is_some_and(|h| {
        !h.is_empty() && !h.contains(|c: char| c.is_whitespace() || "/?#@\\\"'<>".contains(c))
    })
}

/// A link that may stand in a page: no `javascript:` and no `//elsewhere` that looks like a page of the portal.
fn is_link(url: &str) -> bool {
    let local = url.starts_with('/') && !url.starts_with("//") && !url.starts_with("/\\");
    local
        || ["https://", "http://", "mailto:"]
            .iter()
            .any(|scheme| url.starts_with(scheme))
}

fn is_colour(value: &str) -> bool {
    value.len() == 7 && value.starts_with('#') && value[1..].bytes().all(|b| b.is_ascii_hexdigit())
}

impl Checked for Attachments {
    fn check(&self, rules: &mut Rules<'_>) {
        let folder = &self.folder;
        rules.must(
            folder.as_os_str().is_empty() || !folder.exists() || folder.is_dir(),
            "attachments.folder",
            "must be a folder, not a file",
        );
    }
}

impl Checked for OpenData {
    fn check(&self, rules: &mut Rules<'_>) {
        let is_address = |text: &str| {
            let known = text.starts_with("https://") || text.starts_with("http://");
            text.is_empty()
                || (known
                    && !text.contains(|sign: char| {
                        sign.is_whitespace() || "<>\"{}|\\^`".contains(sign)
                    }))
        };
        for (key, address) in [
            ("open_data.licence", &self.licence),
            ("open_data.publisher_url", &self.publisher_url),
            ("open_data.contributor_id", &self.contributor_id),
            ("open_data.geocoding", &self.geocoding),
        ] {
            rules.must(
                is_address(address),
                key,
                "must begin with http:// or https:// or be empty",
            );
        }
        rules.must(
            self.contact_email.is_empty() || self.contact_email.contains('@'),
            "open_data.contact_email",
            "must be a mail address or empty",
        );
    }
}

impl Checked for Paper {
    fn check(&self, rules: &mut Rules<'_>) {
        rules.must(
            self.hand_in.chars().count() <= 200,
            "paper.hand_in",
            "must have at most 200 characters",
        );
    }
}

impl Checked for figures::Limits {
    fn check(&self, rules: &mut Rules<'_>) {
        rules.must(
            self.min_questionnaires > 0,
            "figures.min_questionnaires",
            "must be at least 1",
        );
    }
}

impl Checked for Log {
    fn check(&self, rules: &mut Rules<'_>) {
        rules.must(
            EnvFilter::builder().parse(&self.level).is_ok(),
            "log.level",
            "must be error, warn, info or debug, or a filter such as info,trialog=debug",
        );
    }
}

impl Checked for bool {
    fn check(&self, _: &mut Rules<'_>) {}
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_harmless_links_stand_in_a_page() {
        assert!(
            is_link("/impressum")
                && is_link("https://example.de")
                && is_link("mailto:a@example.de")
        );
        assert!(
            !is_link("//evil.example") && !is_link("javascript:alert(1)") && !is_link("/\\evil")
        );
    }

    #[test]
    fn the_portal_address_has_no_path() {
        assert!(is_origin("https://mitreden.example.de") && is_origin("http://127.0.0.1:80/"));
        assert!(!is_origin("https://example.de/portal") && !is_origin("example.de"));
    }

    #[test]
    fn a_colour_is_six_hexadecimal_digits() {
        assert!(is_colour("#1f5c4d") && !is_colour("#fff") && !is_colour("#12345ä"));
    }
}
