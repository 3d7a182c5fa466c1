//! A session: from signing in to its end.

use chrono::{DateTime, TimeDelta, Utc};
use data_encoding::BASE64URL_NOPAD;

use crate::account::Account;
use crate::base::config::SignIn;
use crate::base::id::{Id, random};
use crate::base::secret::Secrets;

/// What the browser keeps in its cookie: 256 random bits. The database has only a keyed hash of it.
#[derive(Clone, PartialEq, Eq)]
pub struct Secret(String);

impl std::fmt::Debug for Secret {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("***")
    }
}

impl Secret {
    /// A new one.
    pub fn fresh() -> Self {
        Self(BASE64URL_NOPAD.encode(&random::<32>()))
    }

    /// As a browser or a link sent it. Whether it opens anything, only the database knows.
    pub fn sent(text: &str) -> Self {
        Self(text.chars().take(64).collect())
    }

    /// As it stands in the cookie or link.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// As it stands in the database, apart for each purpose.
    pub fn hash(&self, secrets: &Secrets, purpose: &str) -> String {
        BASE64URL_NOPAD.encode(&secrets.mac(purpose, &[self.0.as_bytes()]))
    }
}

/// How far somebody has come in signing in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stage {
    /// The password was right; the second factor is missing. Opens nothing.
    Password,
    /// Signed in.
    Full,
}

impl Stage {
    /// As it stands in rows.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Password => "password",
            Self::Full => "full",
        }
    }

    /// The stage of that name; what is unknown opens nothing.
    pub fn parse(text: &str) -> Self {
        match text {
            "full" => Self::Full,
            _ => Self::Password,
        }
    }
}

/// How long sessions live (OWASP ASVS 5, 7.3.1 and 7.3.2).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Lifetime {
    /// Without any request.
    pub idle: TimeDelta,
    /// At most, whatever is done.
    pub absolute: TimeDelta,
}

impl Lifetime {
    /// Of whoever came in by a link and has no password: members of organisations, residents.
    pub const BY_LINK: Self = Self {
        idle: TimeDelta::hours(12),
        absolute: TimeDelta::days(7),
    };

    /// Whether a session of that length still lives.
    pub fn holds(
        self,
        started_at: DateTime<Utc>,
        seen_at: DateTime<Utc>,
        now: DateTime<Utc>,
    ) -> bool {
        now - started_at < self.absolute && now - seen_at < self.idle
    }

    /// As the town has set it.
    pub fn of(options: &SignIn) -> Self {
        Self {
            idle: TimeDelta::minutes(options.idle_minutes.into()),
            absolute: TimeDelta::hours(options.absolute_hours.into()),
        }
    }
}

/// How long the second factor may take after the password.
const SECOND_FACTOR: TimeDelta = TimeDelta::minutes(15);

/// A session as it is stored.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Session {
    /// Whose it is.
    pub account: Id<Account>,
    /// How far she has come.
    pub stage: Stage,
    /// When it began.
    pub started_at: DateTime<Utc>,
    /// When the last request came, to the minute.
    pub seen_at: DateTime<Utc>,
}

impl Session {
    /// Whether it still lives.
    pub fn is_alive(&self, now: DateTime<Utc>, lifetime: Lifetime) -> bool {
        let most = match self.stage {
            Stage::Password => SECOND_FACTOR,
            Stage::Full => lifetime.absolute,
        };
        now - self.started_at < most && now - self.seen_at < lifetime.idle
    }

    /// Whether its last request is so long ago that this one should be noted. Once a minute is enough.
    pub fn wants_note(&self, now: DateTime<Utc>) -> bool {
        now - self.seen_at >= TimeDelta::minutes(1)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_session_ends_when_nobody_uses_it_and_at_the_end_of_the_day() {
        let start = DateTime::from_timestamp(1_784_000_000, 0).unwrap();
        let lifetime = Lifetime {
            idle: TimeDelta::minutes(60),
            absolute: TimeDelta::hours(12),
        };
        let mut session = Session {
            account: Id::known("a"),
            stage: Stage::Full,
            started_at: start,
            seen_at: start,
        };
        assert!(session.is_alive(start + TimeDelta::minutes(59), lifetime));
        assert!(!session.is_alive(start + TimeDelta::minutes(60), lifetime));
        session.seen_at = start + TimeDelta::minutes(719);
        assert!(session.is_alive(start + TimeDelta::minutes(719), lifetime));
        assert!(!session.is_alive(start + TimeDelta::minutes(720), lifetime));
        session.stage = Stage::Password;
        session.seen_at = start;
        assert!(!session.is_alive(start + TimeDelta::minutes(15), lifetime));
    }

    #[test]
    fn a_session_by_link_ends_when_nobody_uses_it_and_after_a_week() {
        let start = DateTime::from_timestamp(1_784_000_000, 0).unwrap();
        let holds = |seen, now| Lifetime::BY_LINK.holds(start, seen, now);
        assert!(holds(start, start + TimeDelta::hours(11)));
        assert!(!holds(start, start + TimeDelta::hours(12)));
        let week = start + TimeDelta::days(7);
        assert!(!holds(week, week));
    }

    #[test]
    fn a_secret_is_stored_apart_for_each_purpose() {
        let (secrets, secret) = (Secrets::fresh(), Secret::fresh());
        assert_ne!(
            secret.hash(&secrets, "session"),
            secret.hash(&secrets, "link")
        );
        assert_eq!(format!("{secret:?}"), "***");
    }
}
