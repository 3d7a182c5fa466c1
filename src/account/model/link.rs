//! Links that work once.

use chrono::TimeDelta;

/// What a link is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Purpose {
    /// Somebody takes up her new account.
    Invitation,
    /// Somebody has forgotten her password.
    Reset,
    /// Somebody becomes the first admin of a new installation.
    FirstAdmin,
}

impl Purpose {
    /// As it stands in rows.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Invitation => "invitation",
            Self::Reset => "reset",
            Self::FirstAdmin => "first_admin",
        }
    }

    /// The purpose of that name; other links are not ours.
    pub fn parse(text: &str) -> Option<Self> {
        [Self::Invitation, Self::Reset, Self::FirstAdmin]
            .into_iter()
            .find(|purpose| purpose.as_str() == text)
    }

    /// How long it can be used.
    pub fn lifetime(self) -> TimeDelta {
        match self {
            Self::Invitation => TimeDelta::days(7),
            Self::Reset => TimeDelta::minutes(60),
            Self::FirstAdmin => TimeDelta::hours(24),
        }
    }

    /// Where it leads, with its secret.
    pub fn path(self, secret: &str) -> String {
        match self {
            Self::Invitation | Self::FirstAdmin => format!("/invitation/{secret}"),
            Self::Reset => format!("/sign-in/new-password/{secret}"),
        }
    }
}
