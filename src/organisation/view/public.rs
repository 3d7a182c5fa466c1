//! Pages for organisations themselves.

use chrono::NaiveDate;
use serde::Serialize;

use super::{About, Badge, Choice, MemberRow, sample};
use crate::base::page::{FieldMessage, View};
use crate::consultation::view::sample::day;
use crate::organisation::form::{MemberForm, OrganisationForm};
use crate::organisation::model::{Answer, State};

/// `templates/organisation/register.html`: an organisation registers itself for a consultation.
#[derive(Clone, Debug, Serialize)]
pub struct RegisterPage {
    /// The consultation's name in addresses.
    pub slug: String,
    /// Its title.
    pub title: String,
    /// The last day for statements.
    pub until: NaiveDate,
    /// What was typed.
    pub form: OrganisationForm,
    /// The kinds to choose from.
    pub kinds: Vec<Choice>,
    /// Most characters of a name and of an address on paper.
    pub limits: [usize; 2],
    /// What to do about the fields.
    pub errors: Vec<FieldMessage>,
    /// Where the mail went; the same for every address.
    pub sent_to: Option<String>,
}

impl View for RegisterPage {
    const TEMPLATE: &'static str = "organisation/register.html";
    const PRIVATE: bool = true;

    fn samples() -> Vec<Self> {
        let bare = Self {
            slug: "ziele".into(),
            title: "Ziele für die Stadt".into(),
            until: day(30),
            form: OrganisationForm::default(),
            kinds: Choice::kinds(),
            limits: [150, 400],
            errors: Vec::new(),
            sent_to: None,
        };
        vec![
            Self {
                form: sample::form(),
                errors: sample::errors(&["name", "kind", "postal_address", "person", "email"]),
                ..bare.clone()
            },
            Self {
                sent_to: Some("kim@stadtpark.example".into()),
                ..bare.clone()
            },
            bare,
        ]
    }
}

/// `templates/organisation/registration.html`: the address of a registration is confirmed, by a button.
#[derive(Clone, Debug, Serialize)]
pub struct RegistrationPage {
    /// The organisation.
    pub name: String,
    /// Who registered it.
    pub person: String,
    /// Under which address.
    pub email: String,
    /// For which consultation.
    pub title: String,
}

impl View for RegistrationPage {
    const TEMPLATE: &'static str = "organisation/registration.html";
    const PRIVATE: bool = true;

    fn samples() -> Vec<Self> {
        vec![Self {
            name: "Förderverein Stadtpark e.V.".into(),
            person: "Kim Beispiel".into(),
            email: "kim@stadtpark.example".into(),
            title: "Ziele für die Stadt".into(),
        }]
    }
}

/// `templates/organisation/link.html`: a link that opens nothing any more.
#[derive(Clone, Debug, Serialize)]
pub struct OrganisationLinkPage {
    /// `registration`, `sign-in` or `invitation`.
    pub sort: &'static str,
}

impl View for OrganisationLinkPage {
    const TEMPLATE: &'static str = "organisation/link.html";
    const PRIVATE: bool = true;

    fn samples() -> Vec<Self> {
        ["registration", "sign-in", "invitation"]
            .map(|sort| Self { sort })
            .into()
    }
}

/// `templates/organisation/sign-in.html`: a link to come in is asked for.
#[derive(Clone, Debug, Serialize)]
pub struct MemberSignInPage {
    /// The address, as typed.
    pub email: String,
    /// What to do about it.
    pub errors: Vec<FieldMessage>,
    /// Where the mail went; the same for every address.
    pub sent_to: Option<String>,
    /// The page that was asked for.
    pub next: String,
    /// The same, at the end of an address.
    pub query: String,
}

impl View for MemberSignInPage {
    const TEMPLATE: &'static str = "organisation/sign-in.html";
    const PRIVATE: bool = true;

    fn samples() -> Vec<Self> {
        let bare = Self {
            email: String::new(),
            errors: Vec::new(),
            sent_to: None,
            next: "/organisation/consultations/ziele/statement".into(),
            query: "?next=%2Forganisation%2Fconsultations%2Fziele%2Fstatement".into(),
        };
        vec![
            Self {
                email: "kim".into(),
                errors: sample::errors(&["email"]),
                ..bare.clone()
            },
            Self {
                sent_to: Some("kim@stadtpark.example".into()),
                ..bare.clone()
            },
            bare,
        ]
    }
}

/// `templates/organisation/invited.html`: an invitation that came by mail.
#[derive(Clone, Debug, Serialize)]
pub struct InvitedPage {
    /// The organisation.
    pub organisation: String,
    /// The consultation's name in addresses.
    pub slug: String,
    /// Its title.
    pub title: String,
    /// The last day for statements.
    pub until: Option<NaiveDate>,
    /// Whether that day is over.
    pub is_over: bool,
    /// `open`, `taken-up` or `declined`.
    pub answer: &'static str,
    /// How many people act for the organisation.
    pub members: usize,
    /// Who will act for it, as typed.
    pub name: String,
    /// Her address, as typed.
    pub email: String,
    /// What to do about the fields.
    pub errors: Vec<FieldMessage>,
    /// Where a link went.
    pub sent_to: Option<String>,
}

impl View for InvitedPage {
    const TEMPLATE: &'static str = "organisation/invited.html";
    const PRIVATE: bool = true;

    fn samples() -> Vec<Self> {
        let open = Self {
            organisation: "Förderverein Stadtpark e.V.".into(),
            slug: "ziele".into(),
            title: "Ziele für die Stadt".into(),
            until: Some(day(30)),
            is_over: false,
            answer: Answer::Open.as_str(),
            members: 0,
            name: String::new(),
            email: "post@stadtpark.example".into(),
            errors: Vec::new(),
            sent_to: None,
        };
        vec![
            Self {
                name: "Kim Beispiel".into(),
                errors: sample::errors(&["name", "email"]),
                ..open.clone()
            },
            Self {
                answer: Answer::TakenUp.as_str(),
                members: 2,
                ..open.clone()
            },
            Self {
                members: 2,
                ..open.clone()
            },
            Self {
                answer: Answer::Declined.as_str(),
                ..open.clone()
            },
            Self {
                is_over: true,
                ..open.clone()
            },
            Self {
                sent_to: Some("kim@stadtpark.example".into()),
                ..open.clone()
            },
            Self {
                until: None,
                ..open
            },
        ]
    }
}

/// A consultation to which the organisation is asked.
#[derive(Clone, Debug, Serialize)]
pub struct OwnConsultation {
    /// Its name in addresses.
    pub slug: String,
    /// Its title.
    pub title: String,
    /// The first and the last day for statements.
    pub days: Option<(NaiveDate, NaiveDate)>,
    /// `later`, `open` or `over`.
    pub state: &'static str,
    /// What the organisation has answered.
    pub answer: Badge,
}

/// `templates/organisation/home.html`: what belongs to one's own organisation.
#[derive(Clone, Debug, Serialize)]
pub struct OwnPage {
    /// The organisation.
    pub about: About,
    /// Who is looking.
    pub me: String,
    /// Whether the town has not let it in yet.
    pub is_waiting: bool,
    /// The consultations it is asked to.
    pub consultations: Vec<OwnConsultation>,
    /// Those who act for it.
    pub members: Vec<MemberRow>,
    /// Whether whoever is looking may add others.
    pub may_add: bool,
    /// Somebody to add, as typed.
    pub form: MemberForm,
    /// Most characters of a name.
    pub limit: usize,
    /// What to do about the fields.
    pub errors: Vec<FieldMessage>,
}

impl View for OwnPage {
    const TEMPLATE: &'static str = "organisation/home.html";
    const PRIVATE: bool = true;

    fn samples() -> Vec<Self> {
        let on = |state, answer: Answer| OwnConsultation {
            slug: "ziele".into(),
            title: "Ziele für die Stadt".into(),
            days: Some((day(1), day(30))),
            state,
            answer: answer.into(),
        };
        let full = Self {
            about: sample::about(State::Confirmed),
            me: "Kim Beispiel".into(),
            is_waiting: false,
            consultations: vec![
                on("open", Answer::TakenUp),
                on("later", Answer::Open),
                on("over", Answer::Declined),
                OwnConsultation {
                    days: None,
                    ..on("over", Answer::Open)
                },
            ],
            members: vec![sample::member(0), sample::member(1)],
            may_add: true,
            form: MemberForm::default(),
            limit: 150,
            errors: Vec::new(),
        };
        vec![
            Self {
                about: sample::about(State::Waiting),
                is_waiting: true,
                consultations: Vec::new(),
                members: vec![sample::member(1)],
                may_add: false,
                ..full.clone()
            },
            Self {
                errors: sample::errors(&["name", "email", "duties"]),
                ..full.clone()
            },
            full,
        ]
    }
}
