//! Access codes at the desk.

use chrono::NaiveDate;
use serde::Serialize;

use super::access::Access;
use super::form::CodesForm;
use crate::base::page::{FieldMessage, View};

/// `templates/participation/desk-codes.html`: who may take part, and the sets of codes.
#[derive(Serialize)]
pub struct CodesPage {
    /// The consultation's name in addresses.
    pub slug: String,
    /// Its title.
    pub title: String,
    /// Who may take part: `open`, `both`, `invited`.
    pub access: &'static str,
    /// The sets, the newest first.
    pub sets: Vec<SetRow>,
    /// What was typed for a new set.
    pub form: CodesForm,
    /// Most codes of a set.
    pub most: usize,
    /// Most characters of a name.
    pub limit: usize,
    /// What has to be corrected.
    pub errors: Vec<FieldMessage>,
}

/// One set of codes.
#[derive(Clone, Serialize)]
pub struct SetRow {
    /// Its name in addresses.
    pub id: String,
    /// What the administration calls it.
    pub name: String,
    /// How many codes.
    pub codes: usize,
    /// How many are used.
    pub used: usize,
    /// Whether only the hashes are left.
    pub is_sealed: bool,
    /// The day it was made.
    pub made_on: NaiveDate,
}

/// `templates/participation/desk-letters.html`: a letter a code, to print.
#[derive(Serialize)]
pub struct LettersPage {
    /// The consultation's name in addresses.
    pub slug: String,
    /// Its title.
    pub title: String,
    /// The last day on which answers count.
    pub closes: NaiveDate,
    /// Whom to ask.
    pub contact: Option<String>,
    /// Where the code can be typed, with host.
    pub address: String,
    /// The set.
    pub set: SetRow,
    /// The letters of this part.
    pub letters: Vec<Letter>,
    /// Which part this is, from 1.
    pub part: usize,
    /// How many parts there are.
    pub parts: usize,
}

/// One letter.
#[derive(Clone, Serialize)]
pub struct Letter {
    /// Its number in the set.
    pub number: usize,
    /// The code in groups of four.
    pub code: String,
    /// Its QR code, as a path of unit squares with margin.
    pub qr_path: String,
    /// The edge of the QR code.
    pub qr_size: i32,
}

fn sample_set(is_sealed: bool) -> SetRow {
    SetRow {
        id: "01h".into(),
        name: "Einwohnermeldeamt, Juni".into(),
        codes: 1_000,
        used: 311,
        is_sealed,
        made_on: NaiveDate::default(),
    }
}

impl View for CodesPage {
    const TEMPLATE: &'static str = "participation/desk-codes.html";
    const PRIVATE: bool = true;
    const DESK: bool = true;

    fn samples() -> Vec<Self> {
        let page = |access: Access, sets, errors| Self {
            slug: "ziele".into(),
            title: "Ziele für die Stadt".into(),
            access: access.as_str(),
            sets,
            form: CodesForm::default(),
            most: 20_000,
            limit: 100,
            errors,
        };
        let unused = SetRow {
            used: 0,
            ..sample_set(false)
        };
        let errors = ["name", "codes"].map(|field| FieldMessage {
            field_id: field.into(),
            message: "Schreiben Sie eine Zahl.".into(),
        });
        vec![
            page(Access::Open, Vec::new(), Vec::new()),
            page(Access::Both, vec![unused, sample_set(true)], Vec::new()),
            page(Access::Invited, vec![sample_set(false)], errors.into()),
        ]
    }
}

impl View for LettersPage {
    const TEMPLATE: &'static str = "participation/desk-letters.html";
    const PRIVATE: bool = true;
    const DESK: bool = true;

    fn samples() -> Vec<Self> {
        let letter = Letter {
            number: 1,
            code: "K7MQ 4T2X 9HRD".into(),
            qr_path: "M4 4h1v1h-1z".into(),
            qr_size: 37,
        };
        [
            (1, 1, None),
            (2, 3, Some("Stadtplanung, Telefon 07159 0000-40")),
        ]
        .map(|(part, parts, contact)| Self {
            slug: "ziele".into(),
            title: "Ziele für die Stadt".into(),
            closes: NaiveDate::default(),
            contact: contact.map(str::to_owned),
            address: "https://mitreden.example.de/consultations/ziele/code".into(),
            set: sample_set(false),
            letters: vec![letter.clone(), letter.clone()],
            part,
            parts,
        })
        .into()
    }
}
