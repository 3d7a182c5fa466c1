//! What a town sets: its name, colours, limits. `config/default.toml` explains every option; the values a town changes
//! come from its own file, and environment variables win over both.

mod database;
mod mail;
mod metrics;
mod oidc;
mod retention;
mod rules;
mod secret;
mod sources;

use std::fmt;
use std::path::PathBuf;

use chrono_tz::Tz;
use serde::Deserialize;

pub use database::{Database, has_several_hosts};
pub use mail::{Mail, Security, Transport};
pub use metrics::Metrics;
pub use oidc::{GroupRole, Oidc, ROLE_NAMES};
pub use retention::Retention;
pub use secret::Secret;

use crate::base::clock::Zone;
use crate::base::figures;
use crate::base::holiday::Region;
use crate::base::locale::Lang;

/// All options. A value of this type has passed every check.
#[derive(Clone, Debug, Deserialize)]
pub struct Config {
    /// Whether the portal shows a fictitious town and says so.
    pub demo: bool,
    /// Where and how the server answers.
    pub server: Server,
    /// Where the data lie.
    pub database: Database,
    /// Whose portal this is.
    pub town: Town,
    /// How people of the administration sign in.
    pub sign_in: SignIn,
    /// What one visitor may ask of the server.
    pub limits: Limits,
    /// Files that people hand in.
    pub attachments: Attachments,
    /// Forms on paper.
    pub paper: Paper,
    /// From which number on figures are shown.
    pub figures: figures::Limits,
    /// How long what people gave is kept.
    pub retention: Retention,
    /// Published results as open data.
    pub open_data: OpenData,
    /// How mails leave the portal.
    pub mail: Mail,
    /// Figures about the server itself.
    pub metrics: Metrics,
    /// What is written to the log.
    pub log: Log,
}

/// Where and how the server answers.
#[derive(Clone, Debug, Deserialize)]
pub struct Server {
    /// Address and port.
    pub bind: String,
    /// Address of the portal in links that leave it, without a slash at the end. May be empty: see [`Config::base_url`].
    pub base_url: String,
    /// Threads; 0 = one for each processor.
    pub workers: usize,
    /// How many own reverse proxies stand in front.
    pub trusted_proxies: usize,
    /// Seconds that running requests get when the server stops.
    pub shutdown_seconds: u64,
    /// Megabytes for finished public pages; 0 = none are kept.
    pub cache_megabytes: u64,
    /// 64 hexadecimal digits, or empty.
    pub secret: Secret,
}

/// Files that people hand in.
#[derive(Clone, Debug, Deserialize)]
pub struct Attachments {
    /// Where they lie. Empty = `attachments` in the data folder, filled in when the server starts.
    pub folder: PathBuf,
}

/// Whose portal this is.
#[derive(Clone, Debug, Deserialize)]
pub struct Town {
    /// As it stands in a sentence.
    pub name: String,
    /// Where space is short.
    pub short_name: String,
    /// Name of the portal.
    pub portal_name: String,
    /// One line under the portal's name, or empty.
    pub tagline: String,
    /// Name of the time zone; [`Town::zone`] gives the zone itself.
    pub time_zone: String,
    /// Letters of the Land; [`Town::region`] gives the region itself.
    pub region: String,
    /// For visitors who ask for no language that we have.
    pub default_language: Lang,
    /// In which documents and contributions are written.
    pub content_language: Lang,
    /// Path of the logo, or empty.
    pub logo_file: String,
    /// Where the source code can be found, or empty.
    pub software_url: String,
    /// Where a security hole is reported: an address of the web or of mail (`mailto:`), or empty.
    pub security_contact: String,
    /// Links at the foot of each page.
    pub footer: Vec<FooterLink>,
    /// The town's colours.
    pub colours: Colours,
}

impl Town {
    /// The time zone in which the town counts its days. The name was checked when the options were read.
    pub fn zone(&self) -> Zone {
        Zone(self.time_zone.parse().unwrap_or(Tz::Europe__Berlin))
    }

    /// The region whose public holidays count. The letters were checked when the options were read.
    pub fn region(&self) -> Region {
        self.region.parse().unwrap_or(Region::Everywhere)
    }
}

/// One link at the foot of each page.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FooterLink {
    /// German text.
    pub label_de: String,
    /// English text.
    pub label_en: String,
    /// Where it leads.
    pub url: String,
}

/// Colours as `#rrggbb`, for light and dark screens.
#[derive(Clone, Debug, Deserialize)]
pub struct Colours {
    /// The town's own colour, light.
    pub brand_light: String,
    /// The town's own colour, dark.
    pub brand_dark: String,
    /// Buttons and links, light.
    pub action_light: String,
    /// Buttons and links, dark.
    pub action_dark: String,
}

/// How people of the administration sign in.
#[derive(Clone, Debug, Deserialize)]
pub struct SignIn {
    /// Whether a code from an app is needed beside the password.
    pub second_factor: bool,
    /// Whether that was said by the town's file or the environment, and is not only the default.
    #[serde(skip)]
    pub is_chosen: bool,
    /// Minutes without a request after which a session ends.
    pub idle_minutes: u32,
    /// Hours after which a session ends in any case.
    pub absolute_hours: u32,
    /// The town's identity provider.
    pub oidc: Oidc,
}

/// Forms on paper.
#[derive(Clone, Debug, Deserialize)]
pub struct Paper {
    /// Whether a second person compares each typed sheet with the paper before it counts.
    pub second_check: bool,
    /// Where printed forms are handed in; empty = the town's own address is not named.
    pub hand_in: String,
}

/// Published results as open data. What is empty is left out of files and of the catalogue.
#[derive(Clone, Debug, Default, Deserialize)]
pub struct OpenData {
    /// The address of the licence.
    pub licence: String,
    /// Its name, as people write it.
    pub licence_name: String,
    /// The address of the town's own website, which stands for the town as the publisher.
    pub publisher_url: String,
    /// Where questions about the data go.
    pub contact_email: String,
    /// The town as a supplier of data, by the address `GovData` has given it (`dcatde:contributorID`).
    pub contributor_id: String,
    /// The area the data are about, by its address in a list of municipal keys (`dcatde:politicalGeocodingURI`).
    pub geocoding: String,
}

/// What one visitor may ask of the server.
#[derive(Clone, Debug, Deserialize)]
pub struct Limits {
    /// Largest form, in bytes.
    pub form_bytes: usize,
    /// Largest uploaded file, in bytes.
    pub upload_bytes: usize,
    /// Seconds for the head of a request.
    pub header_seconds: u64,
    /// Seconds for the body of a request.
    pub body_seconds: u64,
    /// Seconds a connection may stay open without a request.
    pub idle_seconds: u64,
    /// How many quiet minutes count at once.
    pub minutes_at_once: u32,
    /// How often one may act.
    pub per_minute: PerMinute,
}

/// How often one may act, per minute.
#[derive(Clone, Debug, Deserialize)]
pub struct PerMinute {
    /// Beginning a new participation.
    pub start_participation: u32,
    /// Saving a page of answers.
    pub save: u32,
    /// Handing in.
    pub submit: u32,
    /// Asking for a receipt by its code.
    pub receipt_lookup: u32,
    /// Trying to sign in, or asking for a new password.
    pub sign_in: u32,
    /// Reporting a barrier.
    pub feedback: u32,
    /// Asking for mails about a consultation.
    pub subscribe: u32,
    /// Everything on the pages of one receipt code.
    pub person: u32,
    /// Everything on the pages of all receipt codes at one address.
    pub people: u32,
}

/// What is written to the log.
#[derive(Clone, Debug, Deserialize)]
pub struct Log {
    /// Level or filter.
    pub level: String,
    /// For people or for machines.
    pub format: LogFormat,
}

/// How a line of the log looks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum LogFormat {
    /// For people.
    Text,
    /// One JSON object a line.
    Json,
}

impl Config {
    /// The portal's address in links that leave it: receipts, QR codes, mails. Never ends in a slash.
    pub fn base_url(&self) -> String {
        match self.server.base_url.trim_end_matches('/') {
            "" => format!("http://{}", self.server.bind),
            url => url.to_owned(),
        }
    }

    /// Whether visitors come over TLS, as far as the options tell.
    pub fn is_https(&self) -> bool {
        self.server.base_url.starts_with("https://")
    }

    /// The defaults, for tests: no file and no environment is read.
    #[expect(
        clippy::expect_used,
        reason = "only tests call it, and one of this module runs it"
    )]
    #[doc(hidden)]
    pub fn for_tests() -> Self {
        sources::read(None, Some(config::Map::new())).expect("the embedded defaults are valid")
    }
}

/// Everything that is wrong with the options, found in one go.
#[derive(Debug, PartialEq, Eq)]
pub struct Faults(pub Vec<Fault>);

/// One thing that is wrong: which option, what, and what to do.
#[derive(Debug, PartialEq, Eq)]
pub struct Fault {
    /// The option, for example `server.bind`; or the file.
    pub key: String,
    /// What is wrong, and what would be right.
    pub advice: String,
}

impl fmt::Display for Faults {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "the configuration cannot be used:")?;
        self.0
            .iter()
            .try_for_each(|fault| write!(f, "\n  {}: {}", fault.key, fault.advice))
    }
}

impl std::error::Error for Faults {}
