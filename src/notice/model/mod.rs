//! Subscriptions, the keys in their links, and what there is to tell. Pure.

mod key;
mod occasion;
mod week;

use chrono::{DateTime, TimeDelta, Utc};
use serde::Serialize;

use crate::base::id::Id;
use crate::base::locale::Lang;
use crate::base::mail::Address;
use crate::consultation::Consultation;

pub use key::{Door, address_hash, key, opened};
pub(super) use occasion::numbered;
pub use occasion::{Facts, NewEdition, Occasion, Telling, What, occasions};
pub use week::{morning, weekly};

/// How long a request waits to be confirmed. Then it is forgotten with its address.
pub const CONFIRM_WITHIN: TimeDelta = TimeDelta::hours(48);
/// The shortest time between two notices of one subscription; what happens meanwhile goes into one mail.
pub const BETWEEN_MAILS: TimeDelta = TimeDelta::hours(1);

/// When somebody wants to hear.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Pace {
    /// As soon as something happens.
    AtOnce,
    /// All together on Monday morning.
    Weekly,
}

impl Pace {
    /// Both, the usual one first.
    pub const ALL: [Self; 2] = [Self::AtOnce, Self::Weekly];

    /// As it stands in rows and forms.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::AtOnce => "at_once",
            Self::Weekly => "weekly",
        }
    }

    /// The pace of that name.
    pub fn parse(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|pace| pace.as_str() == text)
    }
}

/// Somebody's wish to hear of one consultation by mail.
#[derive(Clone, Debug)]
pub struct Subscription {
    /// Its identity; random. Its links are made of it.
    pub id: Id<Subscription>,
    /// What it follows.
    pub consultation: Id<Consultation>,
    /// Where mails go.
    pub address: String,
    /// In which language.
    pub lang: Lang,
    /// When.
    pub pace: Pace,
    /// Since when the address is known to be the reader's own; none until she has said so.
    pub confirmed_at: Option<DateTime<Utc>>,
}

/// A wish that can be kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewSubscription {
    /// Where mails shall go.
    pub address: Address,
    /// In which language.
    pub lang: Lang,
    /// When.
    pub pace: Pace,
}
