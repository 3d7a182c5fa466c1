//! What pages say about organisations.

mod again;
mod desk;
mod invited;
mod public;

use chrono::NaiveDate;
use serde::Serialize;

use super::model::{Answer, Kind, Member, Organisation, State};
use crate::base::clock::Zone;

pub use again::{EnterPage, MemberAgainPage};
pub use desk::{
    MemberPage, OrganisationFormPage, OrganisationPage, OrganisationRow, OrganisationsPage,
    PartyInvitation, PartyLink, SORTS,
};
pub use invited::{
    AddOrganisationsPage, Counts, FateRow, FaultRow, INVITED_SORTS, InvitedListPage, InvitedRow,
    OrganisationImportPage, PICK_SORTS, PickRow, Preview,
};
pub use public::{
    InvitedPage, MemberSignInPage, OrganisationLinkPage, OwnConsultation, OwnPage, RegisterPage,
    RegistrationPage,
};

/// A word with a badge.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Badge {
    /// Its value in addresses.
    pub value: &'static str,
    /// The text.
    pub key: &'static str,
    /// The kind of the badge.
    pub kind: &'static str,
}

impl From<State> for Badge {
    fn from(state: State) -> Self {
        Self {
            value: state.as_str(),
            key: state.label_key(),
            kind: state.badge(),
        }
    }
}

impl From<Answer> for Badge {
    fn from(answer: Answer) -> Self {
        Self {
            value: answer.as_str(),
            key: answer.label_key(),
            kind: answer.badge(),
        }
    }
}

/// A kind that can be chosen.
#[derive(Clone, Debug, Serialize)]
pub struct Choice {
    /// As it is sent.
    pub value: &'static str,
    /// Its text.
    pub key: &'static str,
}

impl Choice {
    /// Every kind of organisation.
    pub fn kinds() -> Vec<Self> {
        Kind::ALL
            .map(|kind| Self {
                value: kind.as_str(),
                key: kind.label_key(),
            })
            .into()
    }

    /// Every state.
    pub fn states() -> Vec<Self> {
        State::ALL
            .map(|state| Self {
                value: state.as_str(),
                key: state.label_key(),
            })
            .into()
    }

    /// Every answer.
    pub fn answers() -> Vec<Self> {
        Answer::ALL
            .map(|answer| Self {
                value: answer.as_str(),
                key: answer.label_key(),
            })
            .into()
    }
}

/// Somebody who acts for an organisation.
#[derive(Clone, Debug, Serialize)]
pub struct MemberRow {
    /// Her name in addresses.
    pub id: String,
    /// Her name.
    pub name: String,
    /// Her address.
    pub email: String,
    /// The texts of what she does.
    pub duties: Vec<&'static str>,
    /// The day on which she first came in.
    pub joined_on: Option<NaiveDate>,
    /// Whether it is oneself.
    pub is_self: bool,
}

impl MemberRow {
    /// A row; `own`: who is looking.
    pub fn of(member: Member, own: Option<&Member>, zone: Zone) -> Self {
        Self {
            is_self: own.is_some_and(|own| own.id == member.id),
            id: member.id.to_string(),
            name: member.name,
            email: member.email,
            duties: member.duties.label_keys(),
            joined_on: member.joined_at.map(|at| zone.day(at)),
        }
    }
}

/// What is known about an organisation.
#[derive(Clone, Debug, Serialize)]
pub struct About {
    /// Its name.
    pub name: String,
    /// The text of its kind.
    pub kind: &'static str,
    /// Its address on paper, line by line.
    pub postal_lines: Vec<String>,
    /// Where invitations go.
    pub email: String,
    /// How far it is.
    pub state: Badge,
    /// Why it was refused.
    pub reason: Option<String>,
}

impl From<&Organisation> for About {
    fn from(organisation: &Organisation) -> Self {
        let details = &organisation.details;
        Self {
            name: details.name.clone(),
            kind: details.kind.label_key(),
            postal_lines: details.postal_address.lines().map(str::to_owned).collect(),
            email: details.email.clone(),
            state: organisation.state.into(),
            reason: organisation.reason.clone(),
        }
    }
}

/// Values for samples.
mod sample {
    use super::{About, MemberRow};
    use crate::base::page::FieldMessage;
    use crate::consultation::view::sample::day;
    use crate::organisation::form::OrganisationForm;
    use crate::organisation::model::State;

    pub(super) fn about(state: State) -> About {
        About {
            name: "Förderverein Stadtpark e.V.".into(),
            kind: "organisation-kind-association",
            postal_lines: vec!["Parkweg 3".into(), "70000 Lindenau".into()],
            email: "post@stadtpark.example".into(),
            state: state.into(),
            reason: (state == State::Refused).then(|| "Den Verein gibt es schon.".into()),
        }
    }

    pub(super) fn member(n: usize) -> MemberRow {
        MemberRow {
            id: format!("m{n}"),
            name: "Kim Beispiel".into(),
            email: "kim@stadtpark.example".into(),
            duties: vec!["duty-author", "duty-signatory"],
            joined_on: (n > 0).then(|| day(3)),
            is_self: n == 1,
        }
    }

    pub(super) fn form() -> OrganisationForm {
        OrganisationForm {
            name: "Förderverein Stadtpark e.V.".into(),
            kind: "association".into(),
            postal_address: "Parkweg 3\n70000 Lindenau".into(),
            email: "post@stadtpark.example".into(),
            person: "Kim Beispiel".into(),
        }
    }

    pub(super) fn errors(fields: &[&str]) -> Vec<FieldMessage> {
        let message = |field: &&str| FieldMessage {
            field_id: (*field).into(),
            message: "Füllen Sie das bitte aus.".into(),
        };
        fields.iter().map(message).collect()
    }
}
