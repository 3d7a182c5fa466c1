//! How mails leave the portal.

use std::path::{Path, PathBuf};

use serde::Deserialize;

use super::Secret;
use super::rules::{Checked, Rules};
use crate::base::mail::Address;

/// How mails leave the portal.
#[derive(Clone, Debug, Deserialize)]
pub struct Mail {
    /// As files, or through the town's mail server.
    pub transport: Transport,
    /// Where the files go. Empty = `mails` in the data folder, filled in when the server starts.
    pub folder: PathBuf,
    /// The town's mail server.
    pub smtp_host: String,
    /// Its port.
    pub smtp_port: u16,
    /// How the way to it is encrypted.
    pub smtp_security: Security,
    /// Name to sign in with, or empty.
    pub smtp_user: String,
    /// The password that belongs to it.
    pub smtp_password: Secret,
    /// File with the certificate authority of an own mail server (PEM), or empty.
    pub smtp_ca_file: String,
    /// Seconds until a mail server that does not answer is given up.
    pub timeout_seconds: u64,
    /// Mails that leave within a minute at most; the rest waits.
    pub per_minute: u32,
    /// Mails to one address within an hour that anybody can cause.
    pub address_per_hour: u32,
    /// The same within a day.
    pub address_per_day: u32,
    /// Mails within an hour that anybody can cause, in all.
    pub public_per_hour: u32,
    /// Address the mails come from. May be empty when they only become files.
    pub from_address: String,
    /// Name the mails come from; empty = name of portal and town.
    pub from_name: String,
    /// Who reads what people write about barriers, or empty.
    pub contact_address: String,
}

/// Where mails go.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Transport {
    /// Into a folder, one `.eml` file each: for trying out.
    Files,
    /// To the town's mail server.
    Smtp,
}

/// How the way to the mail server is encrypted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Security {
    /// Begins in the clear and must turn to TLS (port 587).
    Starttls,
    /// TLS from the first byte (port 465).
    Tls,
    /// Not at all: for a mail server on the same machine.
    None,
}

impl Checked for Mail {
    fn check(&self, rules: &mut Rules<'_>) {
        let smtp = self.transport == Transport::Smtp;
        rules.must(
            !smtp || is_host(&self.smtp_host),
            "mail.smtp_host",
            "must be the name of the mail server, for example mail.example.de",
        );
        rules.must(
            self.smtp_port > 0,
            "mail.smtp_port",
            "must be between 1 and 65535",
        );
        rules.must(
            self.smtp_security != Security::None || self.smtp_user.is_empty(),
            "mail.smtp_security",
            "a password needs an encrypted way: starttls or tls",
        );
        rules.must(
            self.smtp_user.is_empty() == self.smtp_password.is_empty(),
            "mail.smtp_password",
            "smtp_user and smtp_password belong together",
        );
        rules.must(
            self.smtp_ca_file.is_empty() || Path::new(&self.smtp_ca_file).is_file(),
            "mail.smtp_ca_file",
            "there is no such file; paths count from the folder in which the server is started",
        );
        rules.must(
            (1..=600).contains(&self.timeout_seconds),
            "mail.timeout_seconds",
            "must be between 1 and 600",
        );
        for (rate, key) in [
            (self.per_minute, "mail.per_minute"),
            (self.address_per_hour, "mail.address_per_hour"),
            (self.address_per_day, "mail.address_per_day"),
            (self.public_per_hour, "mail.public_per_hour"),
        ] {
            let advice = "must be between 1 and 100000";
            rules.must((1..=100_000).contains(&rate), key, advice);
        }
        rules.must(
            Address::parse(&self.from_address).is_some() || (self.from_address.is_empty() && !smtp),
            "mail.from_address",
            "must be a mail address, for example mitreden@example.de",
        );
        rules.must(
            !self.from_name.contains(char::is_control),
            "mail.from_name",
            "must be one line",
        );
        rules.must(
            self.contact_address.is_empty() || Address::parse(&self.contact_address).is_some(),
            "mail.contact_address",
            "must be a mail address or empty",
        );
    }
}

fn is_host(name: &str) -> bool {
    !name.is_empty()
        && name
            .chars()
            .all(|c| c.is_ascii_alphanumeric() || matches!(c, '.' | '-' | ':' | '[' | ']'))
}
