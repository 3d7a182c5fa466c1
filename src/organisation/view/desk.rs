//! Organisations at the desk.

use chrono::NaiveDate;
use serde::Serialize;

use super::{About, Badge, Choice, MemberRow, sample};
use crate::base::page::{FieldMessage, Listing, View};
use crate::consultation::view::sample::day;
use crate::organisation::form::{MemberForm, OrganisationForm};
use crate::organisation::model::{Answer, State};

/// By what the list can be sorted.
pub const SORTS: [&str; 4] = ["name", "kind", "state", "-members"];

/// One organisation in the list.
#[derive(Clone, Debug, Serialize)]
pub struct OrganisationRow {
    /// Where its page is.
    pub url: String,
    /// Its name.
    pub name: String,
    /// The text of its kind.
    pub kind: &'static str,
    /// Where invitations go.
    pub email: String,
    /// How many people act for it.
    pub members: usize,
    /// How far it is.
    pub state: Badge,
}

/// `templates/organisation/desk-list.html`: all organisations.
#[derive(Clone, Debug, Serialize)]
pub struct OrganisationsPage {
    /// What is searched for, and which page of it.
    pub listing: Listing,
    /// The organisations on this page.
    pub rows: Vec<OrganisationRow>,
    /// How many wait for a decision.
    pub waiting: usize,
    /// The kinds, for the filter.
    pub kinds: Vec<Choice>,
    /// The states, for the filter.
    pub states: Vec<Choice>,
}

impl View for OrganisationsPage {
    const TEMPLATE: &'static str = "organisation/desk-list.html";
    const PRIVATE: bool = true;
    const DESK: bool = true;

    fn samples() -> Vec<Self> {
        let row = OrganisationRow {
            url: "/desk/organisations/x".into(),
            name: "Förderverein Stadtpark e.V.".into(),
            kind: "organisation-kind-association",
            email: "post@stadtpark.example".into(),
            members: 2,
            state: State::Confirmed.into(),
        };
        let page = |n: usize| Self {
            listing: Listing::sample(n, &SORTS),
            rows: vec![row.clone(); n.min(50)],
            waiting: n / 3,
            kinds: Choice::kinds(),
            states: Choice::states(),
        };
        vec![page(0), page(3), page(120)]
    }
}

/// A way to another organisation.
#[derive(Clone, Debug, Serialize)]
pub struct PartyLink {
    /// Its name.
    pub name: String,
    /// Where its page is.
    pub url: String,
    /// How far it is.
    pub state: Badge,
}

/// `templates/organisation/desk-form.html`: a new organisation, or what is known about one.
#[derive(Clone, Debug, Serialize)]
pub struct OrganisationFormPage {
    /// Where the form is sent.
    pub url: String,
    /// Where it goes back to.
    pub back_url: String,
    /// The name of the organisation that is changed.
    pub changed: Option<String>,
    /// What was typed.
    pub form: OrganisationForm,
    /// The kinds to choose from.
    pub kinds: Vec<Choice>,
    /// Most characters of a name and of an address on paper.
    pub limits: [usize; 2],
    /// The organisation that has this name already.
    pub namesake: Option<PartyLink>,
    /// What to do about the fields.
    pub errors: Vec<FieldMessage>,
}

impl View for OrganisationFormPage {
    const TEMPLATE: &'static str = "organisation/desk-form.html";
    const PRIVATE: bool = true;
    const DESK: bool = true;

    fn samples() -> Vec<Self> {
        let bare = Self {
            url: "/desk/organisations/new".into(),
            back_url: "/desk/organisations".into(),
            changed: None,
            form: OrganisationForm::default(),
            kinds: Choice::kinds(),
            limits: [150, 400],
            namesake: None,
            errors: Vec::new(),
        };
        vec![
            Self {
                form: sample::form(),
                errors: sample::errors(&["name", "kind", "postal_address", "email"]),
                namesake: Some(PartyLink {
                    name: "Förderverein Stadtpark e.V.".into(),
                    url: "/desk/organisations/x".into(),
                    state: State::Closed.into(),
                }),
                ..bare.clone()
            },
            Self {
                changed: Some("Förderverein Stadtpark e.V.".into()),
                form: sample::form(),
                ..bare.clone()
            },
            bare,
        ]
    }
}

/// A consultation the organisation is asked to.
#[derive(Clone, Debug, Serialize)]
pub struct PartyInvitation {
    /// The consultation's name in addresses.
    pub slug: String,
    /// Its title.
    pub title: String,
    /// What the organisation has answered.
    pub answer: Badge,
}

/// `templates/organisation/desk-one.html`: one organisation.
#[derive(Clone, Debug, Serialize)]
pub struct OrganisationPage {
    /// Where it is.
    pub url: String,
    /// What is known.
    pub about: About,
    /// Since when the town has it on its list.
    pub since: NaiveDate,
    /// The consultation it registered itself for, while it waits.
    pub registered_for: Option<String>,
    /// Others of the same name.
    pub namesakes: Vec<PartyLink>,
    /// Those who act for it.
    pub members: Vec<MemberRow>,
    /// The consultations it is asked to.
    pub invitations: Vec<PartyInvitation>,
}

impl View for OrganisationPage {
    const TEMPLATE: &'static str = "organisation/desk-one.html";
    const PRIVATE: bool = true;
    const DESK: bool = true;

    fn samples() -> Vec<Self> {
        let page = |state: State| Self {
            url: "/desk/organisations/x".into(),
            about: sample::about(state),
            since: day(0),
            registered_for: (state == State::Waiting).then(|| "Ziele für die Stadt".into()),
            namesakes: Vec::new(),
            members: vec![sample::member(0), sample::member(1)],
            invitations: vec![PartyInvitation {
                slug: "ziele".into(),
                title: "Ziele für die Stadt".into(),
                answer: Answer::TakenUp.into(),
            }],
        };
        let mut pages: Vec<_> = State::ALL.map(page).into();
        pages.push(Self {
            namesakes: vec![PartyLink {
                name: "Förderverein Stadtpark e.V.".into(),
                url: "/desk/organisations/y".into(),
                state: State::Confirmed.into(),
            }],
            members: Vec::new(),
            invitations: Vec::new(),
            ..page(State::Waiting)
        });
        pages
    }
}

/// `templates/organisation/desk-member.html`: somebody is added, or what she does is changed.
#[derive(Clone, Debug, Serialize)]
pub struct MemberPage {
    /// Where the form is sent.
    pub url: String,
    /// The organisation.
    pub organisation: String,
    /// Where it is.
    pub back_url: String,
    /// Whether she is there already; then only her duties can be changed.
    pub is_there: bool,
    /// Whether she has come in.
    pub has_joined: bool,
    /// Who, as typed.
    pub form: MemberForm,
    /// Most characters of a name.
    pub limit: usize,
    /// What to do about the fields.
    pub errors: Vec<FieldMessage>,
}

impl View for MemberPage {
    const TEMPLATE: &'static str = "organisation/desk-member.html";
    const PRIVATE: bool = true;
    const DESK: bool = true;

    fn samples() -> Vec<Self> {
        let bare = Self {
            url: "/desk/organisations/x/members/new".into(),
            organisation: "Förderverein Stadtpark e.V.".into(),
            back_url: "/desk/organisations/x".into(),
            is_there: false,
            has_joined: false,
            form: MemberForm::default(),
            limit: 150,
            errors: Vec::new(),
        };
        let typed = MemberForm {
            name: "Kim Beispiel".into(),
            email: "kim@stadtpark.example".into(),
            duties: vec!["author".into()],
        };
        vec![
            Self {
                errors: sample::errors(&["name", "email", "duties"]),
                ..bare.clone()
            },
            Self {
                is_there: true,
                form: typed.clone(),
                ..bare.clone()
            },
            Self {
                is_there: true,
                has_joined: true,
                form: typed,
                ..bare.clone()
            },
            bare,
        ]
    }
}
