//! The roles of the administration and the council, and what each may do: the matrix of the design in code. One place
//! decides it; pages and commands only name the permission they need.

use std::collections::BTreeSet;

use serde::Serialize;

/// What an act needs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Permission {
    /// Answer surveys, correct and withdraw: everyone.
    Participate,
    /// Enter the desk at all: everyone with a role.
    Desk,
    /// Read strategies, editions, consultations and previews nobody outside sees yet.
    SeeUnpublished,
    /// Strategies, editions, consultations, surveys, publishing.
    Edit,
    /// Enter questionnaires that came on paper, at a desk, at an event.
    EnterContributions,
    /// Answer comments in public, for the administration.
    AnswerComments,
    /// Read texts that wait for release, and those that were hidden.
    SeeWaiting,
    /// Release, hide or redact texts.
    Moderate,
    /// Read answers row by row, and the original of a redacted text.
    SeeRaw,
    /// Read papers of the council, with the steps that are not public as far as one's own bodies or office go.
    SeePapers,
    /// Read what was released to the council.
    ReadBriefings,
    /// Read running results before they are published.
    SeeResults,
    /// Read what people wrote, text by text, with its themes and assessments in work.
    ReadContributions,
    /// Put contributions under themes and write what the town says to them.
    Evaluate,
    /// Make what was written to contributions the word of the administration.
    Approve,
    /// The town's own pages: imprint, privacy, accessibility.
    EditPages,
    /// Accounts, roles, settings, retention, journal.
    Administer,
    /// Act for one's own organisation. No role of the administration brings it.
    Represent,
    /// Keep one's own account as a resident. No role of the administration brings it.
    OwnAccount,
}

impl Permission {
    /// All of them.
    pub const ALL: [Self; 19] = [
        Self::Participate,
        Self::Desk,
        Self::SeeUnpublished,
        Self::Edit,
        Self::EnterContributions,
        Self::AnswerComments,
        Self::SeeWaiting,
        Self::Moderate,
        Self::SeeRaw,
        Self::SeePapers,
        Self::ReadBriefings,
        Self::SeeResults,
        Self::ReadContributions,
        Self::Evaluate,
        Self::Approve,
        Self::EditPages,
        Self::Administer,
        Self::Represent,
        Self::OwnAccount,
    ];
}

/// A role somebody has in the administration or the council.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Role {
    /// Releases and hides what people wrote; never changes it.
    Moderator,
    /// Reads raw answers, codes, assesses.
    Evaluator,
    /// Documents, consultations, surveys, publishing.
    Editor,
    /// Elected: sees what was released to the council.
    Councillor,
    /// Town IT or office lead: accounts, settings, journal.
    Admin,
}

impl Role {
    /// All roles, in the order pages name them.
    pub const ALL: [Self; 5] = [
        Self::Editor,
        Self::Evaluator,
        Self::Moderator,
        Self::Councillor,
        Self::Admin,
    ];

    /// As it stands in rows, files and forms.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Moderator => "moderator",
            Self::Evaluator => "evaluator",
            Self::Editor => "editor",
            Self::Councillor => "councillor",
            Self::Admin => "admin",
        }
    }

    /// The role of that name.
    pub fn parse(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|role| role.as_str() == text)
    }

    /// The text that names it.
    pub fn label_key(self) -> &'static str {
        match self {
            Self::Moderator => "role-moderator",
            Self::Evaluator => "role-evaluator",
            Self::Editor => "role-editor",
            Self::Councillor => "role-councillor",
            Self::Admin => "role-admin",
        }
    }

    /// The text that says what whoever has it may do.
    pub fn about_key(self) -> &'static str {
        match self {
            Self::Moderator => "role-moderator-about",
            Self::Evaluator => "role-evaluator-about",
            Self::Editor => "role-editor-about",
            Self::Councillor => "role-councillor-about",
            Self::Admin => "role-admin-about",
        }
    }

    /// Whether this role brings a permission.
    pub fn has(self, needed: Permission) -> bool {
        use Permission as P;
        match needed {
            P::Participate | P::Desk => true,
            P::SeeUnpublished | P::SeeResults => {
                matches!(self, Self::Evaluator | Self::Editor | Self::Admin)
            }
            P::Edit | P::Approve => self == Self::Editor,
            P::EnterContributions | P::AnswerComments | P::ReadContributions => {
                matches!(self, Self::Evaluator | Self::Editor)
            }
            P::SeeWaiting => self != Self::Councillor,
            P::Moderate => self == Self::Moderator,
            P::SeeRaw | P::Evaluate => self == Self::Evaluator,
            P::SeePapers => matches!(self, Self::Editor | Self::Councillor | Self::Admin),
            P::ReadBriefings => self != Self::Moderator,
            P::EditPages => matches!(self, Self::Editor | Self::Admin),
            P::Administer => self == Self::Admin,
            P::Represent | P::OwnAccount => false,
        }
    }
}

/// The roles of one person. Someone in a small town may have several.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[serde(transparent)]
pub struct Roles(BTreeSet<Role>);

impl Roles {
    /// Whether any of them brings a permission.
    pub fn have(&self, needed: Permission) -> bool {
        self.0.iter().any(|role| role.has(needed))
    }

    /// Whether a role is among them.
    pub fn contains(&self, role: Role) -> bool {
        self.0.contains(&role)
    }

    /// The roles, in the order pages name them.
    pub fn iter(&self) -> impl Iterator<Item = Role> {
        Role::ALL.into_iter().filter(|role| self.0.contains(role))
    }

    /// Whether there is none: such a person may not enter.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl FromIterator<Role> for Roles {
    fn from_iter<I: IntoIterator<Item = Role>>(roles: I) -> Self {
        Self(roles.into_iter().collect())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The matrix, once more and by hand: who misses a row here and there would not notice.
    #[test]
    fn the_matrix_is_the_one_of_the_design() {
        let letters = |permission: Permission| -> String {
            [
                (Role::Moderator, 'm'),
                (Role::Evaluator, 'v'),
                (Role::Editor, 'e'),
                (Role::Councillor, 'c'),
                (Role::Admin, 'a'),
            ]
            .into_iter()
            .filter(|(role, _)| role.has(permission))
            .map(|(_, letter)| letter)
            .collect()
        };
        let found: Vec<_> = Permission::ALL.into_iter().map(letters).collect();
        assert_eq!(
            found,
            [
                "mveca", "mveca", "vea", "e", "ve", "ve", "mvea", "m", "v", "eca", "veca", "vea",
                "ve", "v", "e", "ea", "a", "", ""
            ]
        );
    }

    #[test]
    fn several_roles_add_up_and_none_enters() {
        let both: Roles = [Role::Moderator, Role::Editor].into_iter().collect();
        assert!(both.have(Permission::Moderate) && both.have(Permission::Edit));
        assert!(!both.have(Permission::Administer));
        assert!(!Roles::default().have(Permission::Desk));
    }
}
