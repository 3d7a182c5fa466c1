//! All accounts, for admins.

use serde::Serialize;

use crate::account::{Role, Roles};
use crate::base::page::{FieldMessage, Listing, View};

/// How far an account is, in words.
#[derive(Clone, Copy, Debug, Serialize)]
pub struct StateWords {
    /// The text.
    pub key: &'static str,
    /// The kind of its badge.
    pub badge: &'static str,
}

/// A role that can be given.
#[derive(Clone, Debug, Serialize)]
pub struct RoleChoice {
    /// As it is sent.
    pub value: &'static str,
    /// Its name.
    pub label: String,
    /// What it may do.
    pub hint: String,
}

/// One account in the list.
#[derive(Clone, Debug, Serialize)]
pub struct PersonRow {
    /// Where its page is.
    pub url: String,
    /// Her name.
    pub name: String,
    /// Her address.
    pub email: String,
    /// Names of her roles.
    pub roles: Vec<&'static str>,
    /// How far she is.
    pub state: StateWords,
}

/// `templates/account/desk-people.html`: all accounts.
#[derive(Clone, Debug, Serialize)]
pub struct PeoplePage {
    /// What is searched for, and which page of it.
    pub listing: Listing,
    /// The accounts on this page.
    pub people: Vec<PersonRow>,
    /// Every role, for the filter: name of the value and of its text.
    pub roles: Vec<RoleChoice>,
}

/// By what the list can be sorted.
pub const SORTS: [&str; 3] = ["name", "email", "state"];

fn choices() -> Vec<RoleChoice> {
    Role::ALL
        .map(|role| RoleChoice {
            value: role.as_str(),
            label: role.as_str().into(),
            hint: "Gibt Texte frei.".into(),
        })
        .into()
}

const ACTIVE: StateWords = StateWords {
    key: "people-state-active",
    badge: "plain",
};

impl View for PeoplePage {
    const TEMPLATE: &'static str = "account/desk-people.html";
    const PRIVATE: bool = true;
    const DESK: bool = true;

    fn samples() -> Vec<Self> {
        let row = PersonRow {
            url: "/desk/accounts/x".into(),
            name: "Kim Beispiel".into(),
            email: "kim@lindenau.example".into(),
            roles: vec![Role::Editor.label_key(), Role::Admin.label_key()],
            state: ACTIVE,
        };
        let page = |n: usize| Self {
            listing: Listing::sample(n, &SORTS),
            people: vec![row.clone(); n.min(50)],
            roles: choices(),
        };
        vec![page(0), page(3), page(120)]
    }
}

/// `templates/account/desk-invite.html`: invites somebody.
#[derive(Clone, Debug, Serialize)]
pub struct InvitePage {
    /// Her name, as typed.
    pub name: String,
    /// Most characters of a name.
    pub name_limit: usize,
    /// Her address, as typed.
    pub email: String,
    /// All roles.
    pub choices: Vec<RoleChoice>,
    /// Those that are ticked.
    pub roles: Vec<String>,
    /// How the link goes to her: `mail` or `print`.
    pub by: String,
    /// What to do about the fields.
    pub errors: Vec<FieldMessage>,
}

impl View for InvitePage {
    const TEMPLATE: &'static str = "account/desk-invite.html";
    const PRIVATE: bool = true;
    const DESK: bool = true;

    fn samples() -> Vec<Self> {
        let bare = Self {
            name: String::new(),
            name_limit: 100,
            email: String::new(),
            choices: choices(),
            roles: Vec::new(),
            by: "mail".into(),
            errors: Vec::new(),
        };
        vec![
            Self {
                name: "Kim Beispiel".into(),
                email: "kim".into(),
                roles: vec!["editor".into()],
                by: "print".into(),
                errors: vec![FieldMessage {
                    field_id: "email".into(),
                    message: "Das ist keine Adresse.".into(),
                }],
                ..bare.clone()
            },
            bare,
        ]
    }
}

/// `templates/account/desk-link.html`: a link that works once, to hand over.
#[derive(Clone, Debug, Serialize)]
pub struct LinkPage {
    /// For whom.
    pub name: String,
    /// Where it went, when it went by mail; then it is not shown here.
    pub mailed_to: Option<String>,
    /// The link, to hand over on paper.
    pub url: Option<String>,
    /// The same as a square to scan.
    pub qr_path: String,
    /// Its edge length in unit squares.
    pub qr_size: i32,
    /// The last day on which it works, in words.
    pub until: String,
    /// Whether it is for a new password, else an invitation.
    pub is_reset: bool,
    /// Where the account is.
    pub account_url: String,
}

impl View for LinkPage {
    const TEMPLATE: &'static str = "account/desk-link.html";
    const PRIVATE: bool = true;
    const DESK: bool = true;

    fn samples() -> Vec<Self> {
        let printed = Self {
            name: "Kim Beispiel".into(),
            mailed_to: None,
            url: Some("https://mitreden.lindenau.example/invitation/abc".into()),
            qr_path: "M4 4h1v1h-1z".into(),
            qr_size: 33,
            until: "Freitag, 17. Juli 2026".into(),
            is_reset: false,
            account_url: "/desk/accounts/x".into(),
        };
        vec![
            Self {
                mailed_to: Some("kim@lindenau.example".into()),
                url: None,
                is_reset: true,
                ..printed.clone()
            },
            printed,
        ]
    }
}

/// `templates/account/desk-person.html`: one account.
#[expect(
    clippy::struct_excessive_bools,
    reason = "each decides about a line of its own in the template"
)]
#[derive(Clone, Debug, Serialize)]
pub struct PersonPage {
    /// Where she is.
    pub url: String,
    /// Her name.
    pub name: String,
    /// Her address.
    pub email: String,
    /// How far she is.
    pub state: StateWords,
    /// When the account was made, in words.
    pub since: String,
    /// All roles.
    pub choices: Vec<RoleChoice>,
    /// Those she has, or that are ticked.
    pub roles: Vec<String>,
    /// Whether it is one's own account.
    pub is_own: bool,
    /// Whether it is closed.
    pub is_disabled: bool,
    /// Whether she has not taken up her invitation.
    pub is_invited: bool,
    /// Whether she signs in with a password.
    pub has_password: bool,
    /// Whether she has a second factor.
    pub has_factor: bool,
    /// Whether the provider vouches for her and brings her roles.
    pub via_provider: bool,
    /// Whether she could go over to the provider of the town.
    pub may_connect: bool,
    /// Until when she may, in words, where an admin has allowed it.
    pub connects_until: Option<String>,
    /// What to do about the roles.
    pub errors: Vec<FieldMessage>,
}

impl PersonPage {
    /// The names of some roles, as boxes are ticked.
    pub fn ticked(roles: &Roles) -> Vec<String> {
        roles.iter().map(|role| role.as_str().to_owned()).collect()
    }
}

impl View for PersonPage {
    const TEMPLATE: &'static str = "account/desk-person.html";
    const PRIVATE: bool = true;
    const DESK: bool = true;

    fn samples() -> Vec<Self> {
        let active = Self {
            url: "/desk/accounts/x".into(),
            name: "Kim Beispiel".into(),
            email: "kim@lindenau.example".into(),
            state: ACTIVE,
            since: "17. Juli 2026".into(),
            choices: choices(),
            roles: vec!["editor".into()],
            is_own: false,
            is_disabled: false,
            is_invited: false,
            has_password: true,
            has_factor: true,
            via_provider: false,
            may_connect: false,
            connects_until: None,
            errors: Vec::new(),
        };
        vec![
            Self {
                may_connect: true,
                ..active.clone()
            },
            Self {
                may_connect: true,
                connects_until: Some("24. Juli 2026".into()),
                ..active.clone()
            },
            Self {
                is_own: true,
                roles: Vec::new(),
                errors: vec![FieldMessage {
                    field_id: "roles".into(),
                    message: "Wählen Sie eine Rolle.".into(),
                }],
                ..active.clone()
            },
            Self {
                is_invited: true,
                has_password: false,
                has_factor: false,
                ..active.clone()
            },
            Self {
                is_disabled: true,
                ..active.clone()
            },
            Self {
                via_provider: true,
                has_password: false,
                has_factor: false,
                ..active.clone()
            },
            active,
        ]
    }
}
