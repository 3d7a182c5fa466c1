//! One contribution beside the wording it is about, and the themes to put it under.

use serde::Serialize;

use super::{ContributionRow, Head};
use crate::base::page::{Faults, View};
use crate::theme::model::{MAX_NAME, MAX_NOTE};

/// `templates/theme/desk-coding.html`: one text after the other.
#[derive(Clone, Serialize)]
pub struct CodingPage {
    /// The consultation.
    pub head: Head,
    /// The contribution.
    pub row: ContributionRow,
    /// Its words with those marked that the proposals rest on.
    pub words: Vec<Vec<Piece>>,
    /// The wording it was made on, when the edition laid open says something else now.
    pub wording: Option<String>,
    /// Its place in the list, from 1.
    pub place: i64,
    /// How many the list has.
    pub total: i64,
    /// How many of the list somebody has read.
    pub coded: i64,
    /// How many it has, read or not.
    pub whole: i64,
    /// Those that stand around it.
    pub near: Vec<Near>,
    /// The page with all of the list.
    pub list_url: String,
    /// What links and forms carry on: the filters of the list.
    pub query: String,
    /// The themes, those of this element first.
    pub picks: Vec<Pick>,
    /// Whether whoever reads may code.
    pub may_code: bool,
    /// A new theme, as typed.
    pub new_theme: String,
    /// The note, as typed.
    pub note: String,
    /// What colleagues noted.
    pub notes: Vec<String>,
    /// Near-duplicates of it.
    pub copies: usize,
    /// Most characters of a name.
    pub name_limit: usize,
    /// Most characters of the note.
    pub note_limit: usize,
    /// The contribution that was just coded and what stood there before, to take it back.
    pub undo: Option<(String, String)>,
    /// What has to be corrected.
    pub faults: Faults,
}

/// A piece of a paragraph.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Piece {
    /// Its words.
    pub text: String,
    /// Whether a proposal rests on it.
    pub is_ground: bool,
}

/// A neighbour in the list.
#[derive(Clone, Debug, Serialize)]
pub struct Near {
    /// Its page.
    pub url: String,
    /// Its first words.
    pub excerpt: String,
    /// "2.4"; empty when it is about the whole.
    pub label: String,
    /// Its place in the list.
    pub place: i64,
    /// Whether somebody has read it.
    pub is_read: bool,
    /// Whether it is the one on the screen.
    pub is_current: bool,
}

/// A theme to pick.
#[derive(Clone, Debug, Serialize)]
pub struct Pick {
    /// Its identity.
    pub id: String,
    /// Its name.
    pub name: String,
    /// What belongs to it.
    pub about: String,
    /// How many contributions it has.
    pub count: i64,
    /// Whether it is ticked.
    pub is_chosen: bool,
    /// Whether the machine proposes it.
    pub is_suggested: bool,
    /// The key that ticks it: 1 to 9.
    pub key: Option<u8>,
    /// Whether it is about the same element, or about all.
    pub is_near: bool,
}

impl View for CodingPage {
    const TEMPLATE: &'static str = "theme/desk-coding.html";
    const PRIVATE: bool = true;
    const DESK: bool = true;
    const ALIKE: bool = true;

    fn samples() -> Vec<Self> {
        let piece = |text: &str, is_ground| Piece {
            text: text.into(),
            is_ground,
        };
        let near = |is_current| Near {
            url: "/desk/consultations/ziele/contributions/x".into(),
            excerpt: "Dunkler Weg am Mühlkanal".into(),
            label: if is_current { "2.4" } else { "" }.into(),
            place: 29,
            is_read: !is_current,
            is_current,
        };
        let pick = |is_suggested, key| Pick {
            id: format!("x{is_suggested}"),
            name: "Zwei Themen trennen".into(),
            about: if is_suggested {
                "Straße und Zuhause"
            } else {
                ""
            }
            .into(),
            count: 5,
            is_chosen: !is_suggested,
            is_suggested,
            key,
            is_near: key.is_some(),
        };
        let page = Self {
            head: Head::sample(),
            row: ContributionRow::sample(true),
            words: vec![vec![piece("Bitte ", false), piece("trennen", true)]],
            wording: None,
            place: 31,
            total: 62,
            coded: 30,
            whole: 62,
            near: vec![near(false), near(true)],
            list_url: "/desk/consultations/ziele/contributions?element=sz-4".into(),
            query: "?element=sz-4".into(),
            picks: vec![pick(true, Some(1)), pick(false, None)],
            may_code: true,
            new_theme: String::new(),
            note: "Frau im Bürgerbüro fragen".into(),
            notes: vec!["Siehe auch 2.1".into()],
            copies: 3,
            name_limit: MAX_NAME,
            note_limit: MAX_NOTE,
            undo: Some(("x".into(), "r1.2".into())),
            faults: Faults::default(),
        };
        let faulty = Self {
            row: ContributionRow::sample(false),
            wording: Some("Gewalt nimmt ab.".into()),
            picks: Vec::new(),
            notes: Vec::new(),
            undo: None,
            copies: 1,
            faults: Faults::sample(&["theme", "new_theme", "note"]),
            ..page.clone()
        };
        let reader = Self {
            may_code: false,
            undo: None,
            ..page.clone()
        };
        vec![page, faulty, reader]
    }
}
