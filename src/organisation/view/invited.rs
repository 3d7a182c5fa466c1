//! The organisations that are asked for a statement on a consultation.

use chrono::NaiveDate;
use serde::Serialize;

use super::{Badge, Choice};
use crate::base::page::{FieldMessage, Listing, View};
use crate::consultation::view::{Subject, sample::day, sample::subject};
use crate::organisation::model::{Answer, Delivery, State};

/// By what the list can be sorted.
pub const INVITED_SORTS: [&str; 3] = ["name", "answer", "-written"];
/// By what the organisations to choose from can be sorted.
pub const PICK_SORTS: [&str; 2] = ["name", "kind"];

/// One organisation on the list.
#[derive(Clone, Debug, Serialize)]
pub struct InvitedRow {
    /// Its name in addresses.
    pub id: String,
    /// Its name.
    pub name: String,
    /// Where invitations go.
    pub email: String,
    /// How many people act for it.
    pub members: usize,
    /// How many mails were written.
    pub letters: usize,
    /// The day of the last one.
    pub written_on: Option<NaiveDate>,
    /// The text that says whether it has left.
    pub delivery: &'static str,
    /// Whether it failed.
    pub has_failed: bool,
    /// What the organisation has answered.
    pub answer: Badge,
    /// Whether it can be taken off the list.
    pub can_go: bool,
}

/// How the list stands.
#[derive(Clone, Copy, Debug, Default, Serialize)]
pub struct Counts {
    /// All on it.
    pub all: usize,
    /// Those who take part.
    pub taken_up: usize,
    /// Those from whom nothing will come.
    pub declined: usize,
    /// Those who have not answered.
    pub open: usize,
    /// Those to whom no mail was written yet.
    pub unwritten: usize,
    /// Those who were written to, have not answered, and can be reminded.
    pub again: usize,
    /// Those whose last mail failed.
    pub failed: usize,
}

/// `templates/organisation/desk-invited.html`: the list of a consultation.
#[derive(Clone, Debug, Serialize)]
pub struct InvitedListPage {
    /// The consultation.
    pub subject: Subject,
    /// Why no mail can go out now: the text; none when it can.
    pub hindrance: Option<&'static str>,
    /// The last day for statements.
    pub until: Option<NaiveDate>,
    /// How the list stands.
    pub counts: Counts,
    /// What is searched for, and which page of it.
    pub listing: Listing,
    /// The organisations on this page.
    pub rows: Vec<InvitedRow>,
    /// The answers, for the filter.
    pub answers: Vec<Choice>,
}

impl View for InvitedListPage {
    const TEMPLATE: &'static str = "organisation/desk-invited.html";
    const PRIVATE: bool = true;
    const DESK: bool = true;

    fn samples() -> Vec<Self> {
        let row = |n: usize| InvitedRow {
            id: format!("o{n}"),
            name: "Förderverein Stadtpark e.V.".into(),
            email: "post@stadtpark.example".into(),
            members: n,
            letters: n,
            written_on: (n > 0).then(|| day(2)),
            delivery: if n > 0 {
                Delivery::Failed
            } else {
                Delivery::None
            }
            .label_key(),
            has_failed: n > 0,
            answer: Answer::Open.into(),
            can_go: n == 0,
        };
        let page = |n: usize| Self {
            subject: subject(),
            hindrance: None,
            until: Some(day(30)),
            counts: Counts {
                all: n,
                taken_up: n / 3,
                declined: n / 4,
                open: n / 2,
                unwritten: n / 3,
                again: n / 4,
                failed: n / 5,
            },
            listing: Listing::sample(n, &INVITED_SORTS),
            rows: (0..n.min(50)).map(row).collect(),
            answers: Choice::answers(),
        };
        vec![
            Self {
                hindrance: Some("invited-not-published"),
                until: None,
                ..page(0)
            },
            page(0),
            page(5),
            page(120),
        ]
    }
}

/// An organisation to choose.
#[derive(Clone, Debug, Serialize)]
pub struct PickRow {
    /// Its name in addresses.
    pub id: String,
    /// Its name.
    pub name: String,
    /// The text of its kind.
    pub kind: &'static str,
    /// Where invitations go.
    pub email: String,
    /// How far it is.
    pub state: Badge,
}

/// `templates/organisation/desk-add.html`: known organisations to put onto the list.
#[derive(Clone, Debug, Serialize)]
pub struct AddOrganisationsPage {
    /// The consultation.
    pub subject: Subject,
    /// What is searched for, and which page of it.
    pub listing: Listing,
    /// Those on this page that are not on the list.
    pub rows: Vec<PickRow>,
    /// The kinds, for the filter.
    pub kinds: Vec<Choice>,
    /// What to do.
    pub errors: Vec<FieldMessage>,
}

impl View for AddOrganisationsPage {
    const TEMPLATE: &'static str = "organisation/desk-add.html";
    const PRIVATE: bool = true;
    const DESK: bool = true;

    fn samples() -> Vec<Self> {
        let page = |n: usize, errors: &[&str]| Self {
            subject: subject(),
            listing: Listing::sample(n, &PICK_SORTS),
            rows: (0..n.min(50))
                .map(|n| PickRow {
                    id: format!("o{n}"),
                    name: "Förderverein Stadtpark e.V.".into(),
                    kind: "organisation-kind-association",
                    email: "post@stadtpark.example".into(),
                    state: State::Invited.into(),
                })
                .collect(),
            kinds: Choice::kinds(),
            errors: super::sample::errors(errors),
        };
        vec![page(0, &[]), page(3, &["pick"]), page(120, &[])]
    }
}

/// A row of a table that can be taken in.
#[derive(Clone, Debug, Serialize)]
pub struct FateRow {
    /// Its line in the file.
    pub line: usize,
    /// The organisation's name.
    pub name: String,
    /// The text of its kind.
    pub kind: &'static str,
    /// Where invitations go.
    pub email: String,
    /// The text of what will become of it.
    pub fate: &'static str,
}

/// A row that cannot.
#[derive(Clone, Debug, Serialize)]
pub struct FaultRow {
    /// Its line in the file.
    pub line: usize,
    /// The name that stands there.
    pub name: String,
    /// What to do.
    pub messages: Vec<String>,
}

/// What a table holds.
#[derive(Clone, Debug, Serialize)]
pub struct Preview {
    /// The file's name.
    pub file_name: String,
    /// Its content, to travel with the form; none when a row is bad.
    pub content: Option<String>,
    /// How many organisations are new.
    pub new: usize,
    /// How many the town knows.
    pub known: usize,
    /// How many stand on the list already.
    pub listed: usize,
    /// The good rows.
    pub rows: Vec<FateRow>,
    /// The bad ones.
    pub faulty: Vec<FaultRow>,
}

/// `templates/organisation/desk-import.html`: a table with organisations.
#[derive(Clone, Debug, Serialize)]
pub struct OrganisationImportPage {
    /// The consultation.
    pub subject: Subject,
    /// Largest file, in mebibytes.
    pub max_mib: usize,
    /// Most organisations of a table.
    pub most: usize,
    /// What the table holds.
    pub preview: Option<Preview>,
    /// What to do about the file.
    pub errors: Vec<FieldMessage>,
}

impl View for OrganisationImportPage {
    const TEMPLATE: &'static str = "organisation/desk-import.html";
    const PRIVATE: bool = true;
    const DESK: bool = true;

    fn samples() -> Vec<Self> {
        let bare = Self {
            subject: subject(),
            max_mib: 2,
            most: 500,
            preview: None,
            errors: Vec::new(),
        };
        let rows = [
            "parties-import-new",
            "parties-import-known",
            "parties-import-listed",
        ]
        .map(|fate| FateRow {
            line: 2,
            name: "Förderverein Stadtpark e.V.".into(),
            kind: "organisation-kind-association",
            email: "post@stadtpark.example".into(),
            fate,
        });
        let fine = Preview {
            file_name: "verteiler.xlsx".into(),
            content: Some("Name,Art,Anschrift,E-Mail".into()),
            new: 1,
            known: 1,
            listed: 1,
            rows: rows.into(),
            faulty: Vec::new(),
        };
        let faulty = Preview {
            content: None,
            faulty: vec![FaultRow {
                line: 4,
                name: "Sportverein Lindenau".into(),
                messages: vec!["Geben Sie bitte eine E-Mail-Adresse ein.".into()],
            }],
            ..fine.clone()
        };
        vec![
            Self {
                errors: super::sample::errors(&["file"]),
                ..bare.clone()
            },
            Self {
                preview: Some(fine),
                ..bare.clone()
            },
            Self {
                preview: Some(faulty),
                ..bare.clone()
            },
            bare,
        ]
    }
}
