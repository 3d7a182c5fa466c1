//! The words statements are sorted by: channels, states, decisions.

/// By which way a statement came.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Channel {
    /// On the portal.
    Online,
    /// By post.
    Letter,
    /// By mail.
    Mail,
    /// By fax.
    Fax,
    /// Told at the desk and written down there (Niederschrift).
    Minutes,
    /// In a table from another system.
    Import,
}

impl Channel {
    /// All of them, in the order pages name them.
    pub const ALL: [Self; 6] = [
        Self::Online,
        Self::Letter,
        Self::Mail,
        Self::Fax,
        Self::Minutes,
        Self::Import,
    ];

    /// Those that somebody of the administration enters by hand.
    pub const AT_THE_DESK: [Self; 4] = [Self::Letter, Self::Mail, Self::Fax, Self::Minutes];

    /// As it stands in rows and forms.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Online => "online",
            Self::Letter => "letter",
            Self::Mail => "mail",
            Self::Fax => "fax",
            Self::Minutes => "minutes",
            Self::Import => "import",
        }
    }

    /// The channel of that name.
    pub fn parse(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|one| one.as_str() == text)
    }

    /// The text that names it.
    pub fn label_key(self) -> &'static str {
        match self {
            Self::Online => "statement-channel-online",
            Self::Letter => "statement-channel-letter",
            Self::Mail => "statement-channel-mail",
            Self::Fax => "statement-channel-fax",
            Self::Minutes => "statement-channel-minutes",
            Self::Import => "statement-channel-import",
        }
    }
}

/// How far a version is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum VersionState {
    /// Authors write.
    Draft,
    /// Finished by the authors of an organisation; its signatory decides.
    Released,
    /// It was handed in.
    HandedIn,
    /// It was handed in and taken back.
    Withdrawn,
}

impl VersionState {
    const ALL: [Self; 4] = [Self::Draft, Self::Released, Self::HandedIn, Self::Withdrawn];

    /// As it stands in rows.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Draft => "draft",
            Self::Released => "released",
            Self::HandedIn => "handed_in",
            Self::Withdrawn => "withdrawn",
        }
    }

    /// The state of that name.
    pub fn parse(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|one| one.as_str() == text)
    }
}

/// Where a statement stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Standing {
    /// It is being written; nobody of the administration sees it.
    Draft,
    /// The organisation's signatory is to hand it in; nobody of the administration sees it.
    Released,
    /// It came in time.
    HandedIn,
    /// It came late and waits for a decision.
    LateWaiting,
    /// It came late and is admitted.
    LateAdmitted,
    /// It came late and is not admitted.
    LateRefused,
    /// It was withdrawn.
    Withdrawn,
    /// The person who wrote it had everything in it taken away; number and day are left.
    Erased,
}

impl Standing {
    /// Those the administration sees, in the order pages name them.
    pub const SEEN: [Self; 6] = [
        Self::HandedIn,
        Self::LateWaiting,
        Self::LateAdmitted,
        Self::LateRefused,
        Self::Withdrawn,
        Self::Erased,
    ];

    /// As it stands in addresses.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Draft => "draft",
            Self::Released => "released",
            Self::HandedIn => "handed-in",
            Self::LateWaiting => "late-waiting",
            Self::LateAdmitted => "late-admitted",
            Self::LateRefused => "late-refused",
            Self::Withdrawn => "withdrawn",
            Self::Erased => "erased",
        }
    }

    /// The text that names it.
    pub fn label_key(self) -> &'static str {
        match self {
            Self::Draft => "statement-standing-draft",
            Self::Released => "statement-standing-released",
            Self::HandedIn => "statement-standing-handed-in",
            Self::LateWaiting => "statement-standing-late-waiting",
            Self::LateAdmitted => "statement-standing-late-admitted",
            Self::LateRefused => "statement-standing-late-refused",
            Self::Withdrawn => "statement-standing-withdrawn",
            Self::Erased => "statement-standing-erased",
        }
    }

    /// The kind of its badge.
    pub fn badge(self) -> &'static str {
        match self {
            Self::Draft | Self::Released => "info",
            Self::HandedIn | Self::LateAdmitted => "success",
            Self::LateWaiting => "warning",
            Self::LateRefused | Self::Withdrawn | Self::Erased => "plain",
        }
    }
}

/// What was decided about a statement that came late.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Admission {
    /// It is considered like the others.
    Admitted,
    /// It is kept, and not considered.
    Refused,
}

impl Admission {
    /// As it stands in rows and forms.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Admitted => "admitted",
            Self::Refused => "refused",
        }
    }

    /// The decision of that name.
    pub fn parse(text: &str) -> Option<Self> {
        [Self::Admitted, Self::Refused]
            .into_iter()
            .find(|one| one.as_str() == text)
    }
}

/// What was decided about showing a statement.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Publication {
    /// Everyone reads it.
    Published,
    /// It stays with the administration.
    KeptBack,
}

impl Publication {
    /// As it stands in rows and forms.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Published => "published",
            Self::KeptBack => "kept_back",
        }
    }

    /// The decision of that name.
    pub fn parse(text: &str) -> Option<Self> {
        [Self::Published, Self::KeptBack]
            .into_iter()
            .find(|one| one.as_str() == text)
    }
}

/// Any decision of the administration about a statement.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// About its coming late.
    Admission(Admission),
    /// About showing it.
    Publication(Publication),
}

impl Outcome {
    /// The text that says what was decided.
    pub fn label_key(self) -> &'static str {
        match self {
            Self::Admission(Admission::Admitted) => "statement-desk-was-admitted",
            Self::Admission(Admission::Refused) => "statement-desk-was-refused",
            Self::Publication(Publication::Published) => "statement-desk-was-published",
            Self::Publication(Publication::KeptBack) => "statement-desk-was-kept-back",
        }
    }
}
