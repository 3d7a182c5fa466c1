//! What came by letter, mail, fax or at the desk.

use chrono::NaiveDate;
use serde::Serialize;

use super::Pick;
use crate::base::page::{Faults, View};
use crate::consultation::view::{Subject, sample as consultation};
use crate::statement::form::desk::{EntryForm, PartFields, SignerFields};
use crate::statement::model::Channel;

/// An organisation that can be chosen.
#[derive(Clone, Debug, Serialize)]
pub struct PartyChoice {
    /// As it is sent.
    pub value: String,
    /// Its name.
    pub label: String,
}

/// An element that can be chosen.
#[derive(Clone, Debug, Serialize)]
pub struct ElementChoice {
    /// Its key, as it is sent.
    pub value: String,
    /// How people refer to it, and its title.
    pub label: String,
}

/// A file that is kept since the form was sent the first time.
#[derive(Clone, Debug, Serialize)]
pub struct KeptFile {
    /// As it travels with the form: nobody but us can have written it.
    pub value: String,
    /// Its name.
    pub name: String,
    /// What it is.
    pub kind: &'static str,
}

/// `templates/statement/desk-entry.html`: a statement is entered.
#[derive(Clone, Debug, Serialize)]
pub struct EntryPage {
    /// The consultation.
    pub subject: Subject,
    /// The first day on which one could come.
    pub first_day: NaiveDate,
    /// The last day for everyone.
    pub last_day: NaiveDate,
    /// Ways to choose from.
    pub channels: Vec<Pick>,
    /// Organisations to choose from: those that were asked, and the others.
    pub invited: Vec<PartyChoice>,
    /// Organisations that were not asked.
    pub uninvited: Vec<PartyChoice>,
    /// Elements to choose from, by field of action.
    pub elements: Vec<(String, Vec<ElementChoice>)>,
    /// What was typed.
    pub form: EntryForm,
    /// Files that are kept already.
    pub kept: Vec<KeptFile>,
    /// Endings of files, for the browser.
    pub accept: &'static str,
    /// Most files, most mebibytes of all together.
    pub file_limits: (usize, usize),
    /// Most characters of one text.
    pub part_limit: usize,
    /// What to do about the fields.
    pub faults: Faults,
}

impl View for EntryPage {
    const TEMPLATE: &'static str = "statement/desk-entry.html";
    const PRIVATE: bool = true;
    const DESK: bool = true;

    fn samples() -> Vec<Self> {
        let choice = |label: &str| PartyChoice {
            value: label.to_lowercase(),
            label: label.into(),
        };
        let bare = Self {
            subject: consultation::subject(),
            first_day: consultation::day(0),
            last_day: consultation::day(30),
            channels: Pick::channels(&Channel::AT_THE_DESK),
            invited: Vec::new(),
            uninvited: Vec::new(),
            elements: Vec::new(),
            form: EntryForm::empty(),
            kept: Vec::new(),
            accept: ".pdf",
            file_limits: (10, 10),
            part_limit: 20_000,
            faults: Faults::default(),
        };
        let signer = SignerFields {
            name: "Robin Muster".into(),
            behalf: "Nachbarschaft Spitalgasse".into(),
            email: "robin@".into(),
            postal_address: "Spitalgasse 3\n70000 Lindenau".into(),
        };
        let part = |on: &str| PartFields {
            on: on.into(),
            text: "Es fehlen Zahlen.".into(),
        };
        let full = Self {
            invited: vec![choice("Seniorenrat")],
            uninvited: vec![choice("Kegelverein")],
            elements: vec![(
                "2 Mobilität".into(),
                vec![ElementChoice {
                    value: "sz-4".into(),
                    label: "2.4 Sichere Wege".into(),
                }],
            )],
            form: EntryForm {
                channel: "letter".into(),
                party: "seniorenrat".into(),
                signers: vec![signer.clone(), signer],
                written_on: "2026-07-01".into(),
                received_on: "2026-07-03".into(),
                is_nil: true,
                may_publish: true,
                names_nobody: true,
                whole: "Wir begrüßen das Konzept.".into(),
                parts: vec![part("sz-4"), part("")],
            },
            kept: vec![KeptFile {
                value: "x".into(),
                name: "Brief.pdf".into(),
                kind: "PDF",
            }],
            ..bare.clone()
        };
        let faults = [
            "channel",
            "party",
            "signer-0-name",
            "signer-1-email",
            "written_on",
            "received_on",
            "is_nil",
            "whole",
            "part-0-on",
            "part-1-text",
            "file",
        ];
        vec![
            Self {
                faults: Faults::sample(&faults),
                ..full.clone()
            },
            full,
            bare,
        ]
    }
}
